# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of a place: name, kind, certainty, note, and where it is on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from ..store.schema import CERTAINTIES
from ..store.words import measure
from ..story import draft
from .edit_fields import ChoiceField, TextField
from .edit_form import RecordForm
from .text_view import SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from ..store.editing import RecordEdit
    from ..story.model import Pack, Place

DRAWN_AS = {"plaats_punt": "punt", "plaats_lijn": "lijn", "plaats_vlak": "vlak"}  # as in GEOMETRY_WORDS
NOWHERE = "plaats_zonder"


class _Location(QWidget):
    """Says what was drawn, and lets the user draw it anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextView(tr("Location on the map"), self)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.draw = QPushButton(tr("Draw it anew"), self)
        self.setFocusProxy(self.draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignLeft)


class PlaceForm(RecordForm):
    """A new place, or one that is there. It is saved by itself: other items may use it as well."""

    drawRequested = pyqtSignal(str)  # punt, lijn, vlak: see take_geometry
    deleteRequested = pyqtSignal()
    historyRequested = pyqtSignal(str)

    _required = ("naam",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("place-form", tr("Save the place"), parent)
        self.table = NOWHERE
        self.name = TextField(1, 3, single=True)
        self.kind = ChoiceField()
        self.certainty = ChoiceField([(word, word) for word in CERTAINTIES])
        self.note = TextField(2, 6)
        self.location = _Location()
        self.history = QPushButton(tr("History"))
        self.remove = QPushButton(tr("Delete"))
        self._add_text("naam", tr("&Name"), self.name)
        self._add_choice("soort", tr("&Kind"), self.kind)
        self._add_choice("zekerheid", tr("C&ertainty"), self.certainty)
        self._add_text("toelichting", tr("N&ote"), self.note)
        self._add(draft.GEOMETRY, tr("Location on the map"), self.location)
        foot = QHBoxLayout()
        foot.addWidget(self.history)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        self.page.column.addLayout(foot)
        self._end_fields()
        self.location.draw.clicked.connect(self._draw)
        self.remove.clicked.connect(self.deleteRequested)
        self.history.clicked.connect(self._show_history)

    def start_place(self, edit: RecordEdit, pack: Pack, place: Place | None) -> None:
        """Change a place, or describe a new one (None)."""
        self.table = edit.table
        blank = [("", tr("choose"))]
        self.kind.set_values([*blank, *((kind, kind) for kind in draft.place_kinds(self.table))])
        used = pack.items_at_place.get(edit.record_id, ())
        self.history.setVisible(place is not None)
        self.remove.setVisible(place is not None and draft.is_own(place) and not used)
        located = self.table != NOWHERE
        self._columns[draft.GEOMETRY].setVisible(located)
        self._columns["zekerheid"].setVisible(located)
        if place is None:
            head, hint = tr("New place"), ""
        else:
            head = tr("Change a place")
            hint = tr("Items that use this place: {}. They all change with it.").format(len(used)) if used else ""
        self.start(edit, pack, head, hint)
        self.name.setFocus()

    def take_geometry(self, geometry: QgsGeometry) -> None:
        """What the user drew, in the CRS of the schema."""
        if self.edit is not None:
            self.edit.set_geometry(geometry)

    def say(self, sentence: str) -> None:
        """What is wrong with what is being drawn."""
        self._columns[draft.GEOMETRY].set_fault(sentence)

    def fill(self) -> None:
        super().fill()
        if self.edit is not None and self.table != NOWHERE:
            self.location.text.set_content([Paragraph(measure(self.edit.geometry()), SMALL)])

    def faults(self) -> dict[str, str]:
        if self.edit is None:
            return {}
        geometry = self.edit.geometry()
        drawn = geometry is not None and not geometry.isEmpty()
        return draft.place_faults(self.edit.values(), self.table, drawn)

    def _show_history(self) -> None:
        if self.edit is not None:
            self.historyRequested.emit(self.edit.record_id)

    def _draw(self) -> None:
        self.drawRequested.emit(DRAWN_AS[self.table])
