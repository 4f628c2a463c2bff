# SPDX-License-Identifier: GPL-2.0-or-later
"""What comes over the whole presentation: the black screen, and the keys."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ..i18n import tr
from . import keys
from .legend import INK, paint_ground


class BlackScreen(QWidget):
    """So that the room looks at the speaker."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("black")
        self.setAccessibleName(tr("Black screen"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.end()


class KeysHelp(QFrame):
    """The keys and what they do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setAccessibleName(tr("Keys"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(INK)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for row, (pressed, does) in enumerate(keys.explained()):
            for column, text in enumerate((pressed, does)):
                label = QLabel(self)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setText(text)
                grid.addWidget(label, row, column)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self)

    def set_font_size(self, pixels: int) -> None:
        for label in self.findChildren(QLabel):
            font = label.font()
            font.setPixelSize(pixels)
            label.setFont(font)
