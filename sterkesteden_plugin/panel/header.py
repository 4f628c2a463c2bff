# SPDX-License-Identifier: GPL-2.0-or-later
"""The top of the panel: home, title, the letters of the cities; below them back, search, "What matters here?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ..i18n import tr
from .letters import LetterBar
from .look import IconButton, Tones, em, icon
from .text_view import Paragraph, Style, TextView

if TYPE_CHECKING:
    from ..story.model import Pack

_BESIDE = 6  # more letters than these get a line of their own below the title
_TITLE = Style(1.15, bold=True)


class SearchLine(QLineEdit):
    """The search line: Esc clears it, the arrow down goes to the results."""

    left = pyqtSignal()
    down = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(tr("Search (Ctrl+F)"))
        self.setAccessibleName(tr("Search"))
        self.setAccessibleDescription(tr("Searches chapters, kansen and opgaven while you type"))
        self.setClearButtonEnabled(True)
        self._icon = self.addAction(self._search_icon(), QLineEdit.ActionPosition.LeadingPosition)

    def _search_icon(self):  # type: ignore[no-untyped-def]
        return icon("search", Tones(self.palette()).muted, em(self), self.devicePixelRatioF())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_icon"):
            self._icon.setIcon(self._search_icon())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Header(QWidget):
    """Says what the user asks for; the content decides what happens."""

    homeClicked = pyqtSignal()
    backClicked = pyqtSignal()
    hereClicked = pyqtSignal()
    cityChosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.home = IconButton("home", tr("To the beginning of the story"), self)
        self.title = TextView(tr("Title"), self)
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.letters = LetterBar(self)
        self.back = IconButton("back", tr("Back (Alt+Left)"), self)
        self.search = SearchLine(self)
        self.here = IconButton("here", tr("What matters here? Click on the map"), self)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.home, 0, 0)
        self._grid.addWidget(self.title, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.setSpacing(4)
        for widget in (self.back, self.search, self.here):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        column.addLayout(self._grid)
        column.addLayout(line)
        self.home.clicked.connect(self.homeClicked)
        self.back.clicked.connect(self.backClicked)
        self.here.clicked.connect(self.hereClicked)
        self.letters.chosen.connect(self.cityChosen)

    def set_pack(self, pack: Pack) -> None:
        self.title.set_content([Paragraph(" ".join(pack.title.split()), _TITLE)])
        self.letters.set_cities(pack.cities)
        self._grid.removeWidget(self.letters)
        if len(pack.cities) > _BESIDE:
            self._grid.addWidget(self.letters, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self.letters, 0, 2)
