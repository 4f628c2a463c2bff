# SPDX-License-Identifier: GPL-2.0-or-later
"""A quiet bar across the panel that has something to say; what it says and offers is for who makes one."""

from __future__ import annotations

from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QWidget

from .look import Tones
from .text_view import TextView

_EDGE = 4  # pixels of colour at the left


class Notice(QWidget):
    """Hidden while there is nothing to say. A line parts it from what is below it, or above it."""

    _line_above = False

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """`title` is what a screen reader calls the text."""
        super().__init__(parent)
        self.setObjectName(name)
        self.text = TextView(title, self)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = Tones(self)
        painter = QPainter(self)
        painter.fillRect(0, 0, _EDGE, self.height(), tones.strong)
        painter.fillRect(0, 0 if self._line_above else self.height() - 1, self.width(), 1, tones.line)
        painter.end()
