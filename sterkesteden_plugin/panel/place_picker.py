# SPDX-License-Identifier: GPL-2.0-or-later
"""Pick a place: by typing its name, on the map, or by drawing a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import tr
from ..story.search import fold, marks, words
from . import edit_words, wording
from .header import SearchLine
from .rows import Row
from .rows_view import RowsView
from .text_view import HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import Pack, Place

MOST = 100
_PICK = "pick"


class PlacePicker(QWidget):
    """A line to type in, the places found, and the ways to the map."""

    picked = pyqtSignal(str)  # id of a place
    pickOnMapRequested = pyqtSignal()
    drawRequested = pyqtSignal(str)  # punt, lijn, vlak; "" for a place that is not on the map
    mapEnded = pyqtSignal()  # the map is wanted no longer
    left = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("place-picker")
        self._entries: list[tuple[Place, str]] = []  # each with its name as search compares it
        self.drawing = ""  # what is being drawn on the map: punt, lijn, vlak
        self._on_map = False
        self.head = TextView(tr("Place"), self)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.search = SearchLine(self)
        self.search.setObjectName("place-search")
        self.search.setPlaceholderText(tr("Name of a place"))
        self.search.setAccessibleName(tr("Name of a place"))
        self.search.setAccessibleDescription("")
        self.results = RowsView(tr("Places found"), whole=False, parent=self)
        self.said = TextView(tr("What to do on the map"), self)
        self.on_map = _button(tr("Choose on the map"))
        self.draw = {
            "punt": _button(tr("Draw a point")),
            "lijn": _button(tr("Draw a line")),
            "vlak": _button(tr("Draw an area")),
            "": _button(tr("Not on the map")),
        }
        self.back = QPushButton(tr("Cancel"), self)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._grid.addWidget(self.on_map, 0, 0, 1, 2)
        for number, button in enumerate(self.draw.values()):
            self._grid.addWidget(button, 1 + number // 2, number % 2)
            button.clicked.connect(self._draw)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(5)
        for widget in (self.head, self.search):
            column.addWidget(widget)
        column.addWidget(self.results, 1)
        column.addWidget(self.said)
        column.addLayout(self._grid)
        column.addLayout(foot)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._pick_first)
        self.search.left.connect(self.leave)
        self.search.down.connect(self._enter_results)
        self.results.opened.connect(self._pick)
        self.on_map.clicked.connect(self._ask_map)
        self.back.clicked.connect(self.leave)

    def start(self, pack: Pack, head: str, may_draw: bool) -> None:
        """Ask for a place; `may_draw` says whether a new one will do."""
        self.head.set_content([Paragraph(head, HEADING)])
        for button in self.draw.values():
            button.setVisible(may_draw)
        self.set_pack(pack)
        self.search.clear()
        self._find("")
        self.say("")
        self.search.setFocus()

    def set_pack(self, pack: Pack) -> None:
        self._entries = [
            (place, f" {fold(place.name)}") for place in sorted(pack.places, key=lambda p: p.name.casefold())
        ]

    def show_places(self, place_ids: Sequence[str]) -> None:
        """What lies where the user clicked on the map; a single place is picked at once."""
        self._end_map()
        by_id = {place.id: place for place, _name in self._entries}
        found = [by_id[place] for place in place_ids if place in by_id]
        if len(found) == 1:
            self.picked.emit(found[0].id)
        elif found:
            self.results.set_rows([_row(place) for place in found])
            self.results.choose_first()
            self.results.setFocus()
            self.say(tr("Several places lie there: choose one."))
        else:
            self.say(tr("No place of the story lies there. Draw one, or type a name."))

    def say(self, sentence: str) -> None:
        """What to do on the map, or what is wrong with what is drawn there."""
        self.said.set_content([Paragraph(sentence, SMALL)] if sentence else [])

    def end_map(self) -> None:
        """The user gave up on the map."""
        self._on_map = False
        self.drawing = ""
        self.say("")

    def leave(self) -> None:
        """Esc and "Cancel": first leave the map, then the page."""
        if self._on_map:
            self._end_map()
        else:
            self.left.emit()

    def _end_map(self) -> None:
        if self._on_map:
            self.end_map()
            self.mapEnded.emit()

    def _find(self, text: str) -> None:
        wanted = words(text)
        rows = []
        for place, name in self._entries:
            if all(f" {word}" in name for word in wanted):
                rows.append(_row(place, wanted))
                if len(rows) == MOST:
                    break
        self.results.set_rows(rows)
        self.results.scrollToTop()
        if wanted and not rows:
            self.say(tr("No place of this name is known yet."))
        elif not self._on_map:
            self.say("")

    def _pick_first(self) -> None:
        if self.search.text().strip() and self.results.rows:
            self._pick(_PICK, self.results.rows[0].key)

    def _pick(self, _what: str, place: str) -> None:
        self._end_map()
        self.picked.emit(place)

    def _enter_results(self) -> None:
        if self.results.choose_first():
            self.results.setFocus()

    def _ask_map(self) -> None:
        self._end_map()
        self._on_map, self.drawing = True, ""
        self.say(tr("Click on a place on the map. Esc gives up."))
        self.pickOnMapRequested.emit()

    def _draw(self) -> None:
        kind = next(kind for kind, button in self.draw.items() if button is self.sender())
        self._end_map()
        self.drawing = kind
        if kind:
            self._on_map = True
            self.say(how_to_draw(kind))
        self.drawRequested.emit(kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def how_to_draw(kind: str) -> str:
    """What the user does on the map."""
    if kind == "punt":
        return tr("Click on the map where the place is. Esc gives up.")
    return tr(
        "Click on the map, point by point. Enter or the right button ends, Backspace takes a point back, Esc gives up."
    )


def _row(place: Place, wanted: Sequence[str] = ()) -> Row:
    name = wording.one_line(place.name)
    return Row(
        title=name,
        detail=edit_words.place_line(place),
        key=place.id,
        opens=_PICK,
        marker=wording.place_marker(place),
        title_spans=marks(name, wanted),
    )


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return button
