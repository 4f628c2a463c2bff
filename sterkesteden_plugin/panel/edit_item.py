# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of a kans, opgave or profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ..i18n import tr
from ..store.schema import ROLES, STATUSES
from ..story import draft
from . import wording
from .edit_fields import ChoiceField, Labelled, TextField
from .edit_form import RecordForm
from .edit_places import DEFAULT_ROLE, Link, PlacesField, ThemesField

if TYPE_CHECKING:
    from ..store.editing import RecordEdit
    from ..story.model import Item, Pack, Place

PLACES, THEMES = "item_plaats", "item_thema"


class ItemForm(RecordForm):
    """Title, text, status, owner, planning, places with their roles, themes."""

    placeRequested = pyqtSignal()  # a place is to be added
    linkRequested = pyqtSignal()  # a place is to be linked to in the text
    placeEditRequested = pyqtSignal(str)
    deleteRequested = pyqtSignal()

    _required = ("titel", "tekst")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("item-form", tr("Save"), parent)
        self.title = TextField(1, 4, single=True)
        self.text = TextField(6, 16)
        self.status = ChoiceField([("", tr("none")), *((status, status) for status in STATUSES)])
        self.owner = TextField(1, 3, single=True)
        self.planning = TextField(1, 4, single=True)
        self.places = PlacesField()
        self.themes = ThemesField()
        self.link = QPushButton(tr("Insert a link to a place"))
        self.remove = QPushButton(tr("Delete"))
        self._add_text("titel", tr("&Title"), self.title)
        self._add_text("tekst", tr("Te&xt"), self.text)
        self.page.column.addWidget(self.link)
        self._add_choice("status", tr("Stat&us"), self.status)
        self._add_text("eigenaar", tr("O&wner"), self.owner)
        self._add_text("planning", tr("P&lanning"), self.planning)
        self._add(PLACES, tr("Pla&ces"), self.places)
        self._add(THEMES, tr("T&hemes"), self.themes)
        self.page.column.addWidget(self.remove)
        self._end_fields()
        self.places.changed.connect(self._put_places)
        self.places.addRequested.connect(self.placeRequested)
        self.places.changeRequested.connect(self.placeEditRequested)
        self.themes.changed.connect(self._put_themes)
        self.link.clicked.connect(self.linkRequested)
        self.remove.clicked.connect(self.deleteRequested)

    def start_item(self, edit: RecordEdit, pack: Pack, item: Item | None) -> None:
        """Change an item, or write a new one (None)."""
        values = edit.values()
        city = pack.city_by_id[values["stad_id"]]
        name = wording.kind(values["soort"])
        number = f" {values['nummer']}" if values["nummer"] else ""
        head = wording.one_line(f"{city.name} · {name}{number}")
        own = item is not None and draft.is_own(item)
        self.remove.setVisible(own)
        if item is None:
            hint = tr("New: what you write is kept with your name and the date.")
        elif own:
            hint = ""
        else:
            hint = tr("What was published stays readable beside what you change.")
        self.start(edit, pack, head, hint)
        self.title.setFocus()

    def add_place(self, place_id: str) -> None:
        """Add a place that was picked or drawn."""
        if self.edit is not None:
            links = [_link(row) for row in self.edit.links(PLACES)]
            taken = {link["rol"] for link in links if link["plaats_id"] == place_id}
            role = DEFAULT_ROLE if DEFAULT_ROLE not in taken else _free_role(taken)
            self._put_places([*links, {"plaats_id": place_id, "rol": role}])

    def add_link(self, place: Place) -> None:
        """Put a link to a place where the cursor stands in the text, around the words that are selected."""
        cursor = self.text.textCursor()
        words = wording.one_line(cursor.selectedText().replace("\u2029", " ")) or wording.one_line(place.name)
        cursor.insertText(f"[{words.replace(']', ')')}](plaats:{place.id})")
        self.text.setTextCursor(cursor)
        self.text.settle()
        self.text.setFocus()

    def fill(self) -> None:
        super().fill()
        if self.edit is not None:
            self.places.set_links(self.edit.links(PLACES), self._pack)
            self.themes.set_themes([row["thema_id"] for row in self.edit.links(THEMES)], self._pack)

    def faults(self) -> dict[str, str]:
        if self.edit is None:
            return {}
        return draft.item_faults(self.edit.values(), self.edit.links(PLACES), self._pack.place_by_id)

    def labelled(self, column: str) -> Labelled:
        return self._columns[column]

    def _put_places(self, links: list[Link]) -> None:
        if self.edit is not None:
            self.edit.set_links(PLACES, [{**link, "volgorde": number} for number, link in enumerate(links)])

    def _put_themes(self, themes: list[str]) -> None:
        if self.edit is not None:
            self.edit.set_links(THEMES, [{"thema_id": theme} for theme in themes])


def _link(row: Link) -> Link:
    return {"plaats_id": row["plaats_id"], "rol": row["rol"]}


def _free_role(taken: set[str]) -> str:
    return next((role for role in ROLES if role not in taken), DEFAULT_ROLE)
