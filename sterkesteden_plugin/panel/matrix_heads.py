# SPDX-License-Identifier: GPL-2.0-or-later
"""The names of the cities above the matrix, also when its page has scrolled them out of view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, pyqtSlot
from qgis.PyQt.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QStyleOptionViewItem, QToolTip, QWidget

from .look import Tones, fill

if TYPE_CHECKING:
    from .matrix_view import MatrixView
    from .page import Page

_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class MatrixHeads(QWidget):
    """The first line of a matrix once more, at the top of its page while that line is above it.

    For the eye and the mouse alone: by keyboard and for a screen reader the line is in the matrix.
    """

    def __init__(self, matrix: MatrixView, page: Page) -> None:
        super().__init__(page.viewport())
        self.setObjectName("matrix-heads")
        self._matrix = matrix
        self._page = page
        self.hide()
        for moving in (matrix, page.widget(), page.viewport()):
            moving.installEventFilter(self)
        matrix.model().dataChanged.connect(self._redraw)
        matrix.model().modelReset.connect(self._redraw)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    @pyqtSlot()
    def _redraw(self) -> None:
        self.update()

    @pyqtSlot()
    def _place(self) -> None:
        cells, high = self._matrix.viewport(), self._matrix.heads_height()
        corner = cells.mapTo(self._page.widget(), QPoint()) + self._page.widget().pos()
        left = corner.y() + cells.height()  # of the matrix, below the top of the page
        self.setGeometry(corner.x(), min(0, left - high), cells.width(), high)
        self.setVisible(corner.y() < 0 < left and high > 0 and self._matrix.isVisibleTo(self._page))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        model = self._matrix.model()
        fill(self, Tones(self._matrix).base)
        painter = QPainter(self)
        for column in range(model.columnCount()):
            option = QStyleOptionViewItem()
            option.rect = self._matrix.visualRect(model.index(0, column))
            self._matrix.itemDelegate().paint(painter, option, model.index(0, column))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._matrix.choose_at(self._matrix.indexAt(event.pos()), event.modifiers())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> None:
        text = self._matrix.indexAt(event.pos()).data(Qt.ItemDataRole.ToolTipRole)
        QToolTip.showText(event.globalPos(), text or "", self)
