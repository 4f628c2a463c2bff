# SPDX-License-Identifier: GPL-2.0-or-later
"""The top of the panel: home, title, the letters of the cities; below them back, search, map tool and themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontMetricsF, QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ..i18n import tr
from .letters import LetterBar
from .look import IconButton, Tones, em, icon, sized
from .text_view import Paragraph, Style, TextView

if TYPE_CHECKING:
    from ..story.model import Pack

_TITLE = Style(1.15, bold=True)


class SearchLine(QLineEdit):
    """The search line: Esc clears it, the arrow down or a click on its icon goes to the results."""

    left = pyqtSignal()
    down = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(tr("Search (Ctrl+F)"))
        self.setAccessibleName(tr("Search"))
        self.setAccessibleDescription(
            tr("Searches all texts while you type; the arrow down goes to results and filter")
        )
        self.setClearButtonEnabled(True)
        self._icon = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._icon.setToolTip(tr("To the results (arrow down)"))
        self._icon.triggered.connect(self.down)
        self._drawn: tuple[int, int] | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        # The line has a ground of its own, with the colour of its text on it.
        colour = self.palette().color(QPalette.ColorRole.Text)
        if self._drawn != (colour.rgb(), em(self)):
            self._drawn = colour.rgb(), em(self)
            self._icon.setIcon(icon("search", colour, em(self), self.devicePixelRatioF()))
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier:  # AltGr is Ctrl and Alt: it writes letters
            event.ignore()
        else:
            super().keyPressEvent(event)


class Header(QWidget):
    """Says what the user asks for; the content decides what happens."""

    homeClicked = pyqtSignal()
    togetherClicked = pyqtSignal()
    backClicked = pyqtSignal()
    hereClicked = pyqtSignal()
    cityChosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside: bool | None = None
        self.home = IconButton("home", tr("To the beginning of the story"), self)
        self.title = TextView(tr("Title"), self)
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.letters = LetterBar(self)
        self.back = IconButton("back", tr("Back (Alt+Left)"), self)
        self.search = SearchLine(self)
        self.here = IconButton("here", tr("What matters here? Click on the map"), self)
        self.together = IconButton("together", tr("Together: themes by city"), self)
        self._top = QHBoxLayout()
        self._top.setSpacing(4)
        self._top.addWidget(self.home, 0, Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.setSpacing(4)
        for widget in (self.back, self.search, self.here, self.together):
            line.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 8, 7)
        self._column.setSpacing(5)
        self._column.addLayout(self._top)
        self._column.addLayout(line)
        self.home.clicked.connect(self.homeClicked)
        self.together.clicked.connect(self.togetherClicked)
        self.back.clicked.connect(self.backClicked)
        self.here.clicked.connect(self.hereClicked)
        self.letters.chosen.connect(self.cityChosen)

    def set_pack(self, pack: Pack) -> None:
        self.title.set_content([Paragraph(" ".join(pack.title.split()), _TITLE)])
        self.letters.set_cities(pack.cities)
        order = [self.home, *self.letters.buttons, self.back]
        for first, second in zip(order, order[1:]):
            QWidget.setTabOrder(first, second)
        self._arrange()

    def _arrange(self) -> None:
        """The title stands between home and letters where it fits on one line, else below them."""
        taken = self.home.sizeHint().width() + self.letters.sizeHint().width() + 2 * em(self)
        metrics = QFontMetricsF(sized(self.font(), _TITLE.size, _TITLE.bold))
        beside = taken + metrics.horizontalAdvance(self.title.toPlainText()) <= self.width()
        if beside == self._beside:
            return
        self._beside = beside
        for layout in (self._top, self._column):
            layout.removeWidget(self.title)
        self._top.removeWidget(self.letters)
        if beside:
            self._top.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
            self._top.addWidget(self.letters)
        else:
            self._top.addWidget(self.letters, 1)
            self._column.insertWidget(1, self.title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, Tones(self).line)
        painter.end()
