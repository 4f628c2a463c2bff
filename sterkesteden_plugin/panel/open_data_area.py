# SPDX-License-Identifier: GPL-2.0-or-later
"""Of which area something is fetched that is too much to fetch whole: what the map shows, a city, or a rectangle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..i18n import tr
from . import wording
from .list_box import ListBox
from .open_data_words import count
from .text_view import SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from ..story.model import Pack

MAP, CITY, DRAWN, NONE = "map", "city", "drawn", ""
_HECTARE = 10_000  # square metres


class AreaChoice(QWidget):
    """Says what the user wants; who hears it answers with `set_size` or `set_fault`."""

    chosen = pyqtSignal(str, str)  # MAP, CITY (and which) or DRAWN; NONE for nothing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ListBox("area", tr("Area"), 8, self)
        self.text = TextView(tr("Size of the area"), self)
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self.box)
        column.addWidget(self.text)
        self.box.activated.connect(self._choose)

    def set_pack(self, pack: Pack) -> None:
        """Offer the cities of a pack; nothing is chosen."""
        self.box.clear()
        self.box.addItem(tr("Choose an area"), (NONE, ""))
        self.box.addItem(tr("What the map shows now"), (MAP, ""))
        for city in pack.cities:
            self.box.addItem(wording.one_line(city.name), (CITY, city.id))
        self.box.addItem(tr("Draw a rectangle on the map"), (DRAWN, ""))
        self.text.set_content([])

    def set_size(self, square_metres: float) -> None:
        """The rectangle that is chosen is so large."""
        text = tr("A rectangle of {} ha. The larger it is, the longer it takes.")
        self._say(text.format(count(round(square_metres / _HECTARE))))

    def set_fault(self, text: str) -> None:
        """What was chosen cannot be used: nothing is."""
        self.box.setCurrentIndex(0)
        self._say(text)

    def ask_to_draw(self) -> None:
        self._say(tr("Drag a rectangle on the map. Another map tool ends it."))

    def _say(self, text: str) -> None:
        self.text.set_content([Paragraph(text, SMALL)] if text else [])

    def _choose(self, index: int) -> None:
        kind, key = self.box.itemData(index)
        self._say("")
        self.chosen.emit(kind, key)
