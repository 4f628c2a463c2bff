# SPDX-License-Identifier: GPL-2.0-or-later
"""The matrix as it is used: by mouse and keyboard, as high as its lines, at any width of the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from qgis.PyQt.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTableView, QWidget

from ..i18n import tr
from .look import OnPage, Tones, em, fill
from .matrix_delegate import MatrixDelegate
from .matrix_model import CELLS, GROUP, TITLE, MatrixModel
from .page import show_in_page

if TYPE_CHECKING:
    from ..story.matrix import Matrix, Spot

_CHOOSE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MOVES = {
    Qt.Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft,
    Qt.Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_Home: QAbstractItemView.CursorAction.MoveHome,
    Qt.Key.Key_End: QAbstractItemView.CursorAction.MoveEnd,
}
_LEAST_TITLE, _MOST_TITLE = 7, 16  # widths of the titles beside their cells, in units of the font


class MatrixView(OnPage, QTableView):
    """What is chosen are spots of the matrix, not indexes: they stay through filters and renewals.

    Arrows move without choosing, so that the map stays while the user looks around.
    """

    chosenChanged = pyqtSignal()  # by the user

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor: Spot | None = None
        self._model = MatrixModel(self)
        self._delegate = MatrixDelegate(self, self._model)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setObjectName("matrix")
        self.setAccessibleName(tr("Themes by city"))
        self.setAccessibleDescription(tr("Arrows move, the space bar chooses, Shift and Ctrl choose several, Esc none"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)

    @property
    def chosen(self) -> tuple[Spot, ...]:
        return self._model.chosen

    def name(self, spot: Spot) -> str:
        return self._model.name(spot)

    def set_matrix(self, matrix: Matrix) -> None:
        """Show this matrix; what is chosen and where the keyboard is stay as far as they are there."""
        current = self._model.spot(self.currentIndex())
        self._fill(matrix)
        self.setCurrentIndex(self._model.index_of(current))

    def set_chosen(self, spots: tuple[Spot, ...]) -> None:
        self._model.set_chosen(spots)

    def set_found(self, item_ids: tuple[str, ...]) -> None:
        """Mark the cells that hold these items, and bring the first of them into view."""
        self._model.set_found(item_ids)
        first = self._model.index_of(self._model.first_found())
        if first.isValid():
            self._bring_into_view(first)

    # Layout

    def heads_height(self) -> int:
        """How high the line of the cities is, which stays in view when the page scrolls."""
        return self.rowHeight(0) if self._model.lines else 0

    def _bring_into_view(self, index: QModelIndex) -> None:
        rect = self.visualRect(index)
        if index.row():
            rect.setTop(rect.top() - self.heads_height())
        show_in_page(self, rect)

    def _fill(self, matrix: Matrix | None) -> None:
        self._delegate.forget()
        self._model.set_matrix(matrix, self._title_width(matrix) > 0)
        self._lay_out()

    def _title_width(self, matrix: Matrix | None) -> int:
        """How wide titles are beside their cells; 0 where they stand above them."""
        cities = len(matrix.cities) if matrix is not None else 0
        width, unit, cell = self.viewport().width(), em(self), self._delegate.narrowest()
        title = max(_LEAST_TITLE * unit, min(_MOST_TITLE * unit, round(width - cities * cell * 1.9)))
        return title if width - title >= cities * cell else 0

    def _lay_out(self) -> None:
        model, matrix = self._model, self._model.matrix
        if matrix is None or not matrix.cities:
            self.setFixedHeight(1)
            return
        width, title = self.viewport().width(), self._title_width(matrix)
        columns = model.columnCount()
        space = max(width - title, len(matrix.cities))
        for i in range(len(matrix.cities)):
            cell = space * (i + 1) // len(matrix.cities) - space * i // len(matrix.cities)
            self.setColumnWidth(i + model.beside, cell)
        if model.beside:
            self.setColumnWidth(0, title)
        cell = space // len(matrix.cities)
        self._delegate.measure_heads(matrix.cities, cell)
        self.clearSpans()
        height = self.margins()
        for row, line in enumerate(model.lines):
            wide = line.kind in (GROUP, TITLE)
            if wide and columns > 1:
                self.setSpan(row, 0, 1, columns)
            cells = [matrix.cell(line.theme, city.id) for city in matrix.cities] if line.kind == CELLS else []
            high = self._delegate.line_height(line, width if wide else title, cell, cells)
            self.setRowHeight(row, high)
            height += high
        if height != self.height():
            self.setFixedHeight(height)

    def _adapt(self) -> None:
        """The width or the font is another."""
        self._delegate.forget()
        if self._model.matrix is None:
            return
        if (self._title_width(self._model.matrix) > 0) != self._model.beside:
            self.set_matrix(self._model.matrix)
        else:
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._adapt()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_delegate"):
            self._adapt()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(self.viewport(), Tones(self).base)
        super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    # Choosing

    def choose(self, spot: Spot, extend: bool = False, toggle: bool = False) -> None:
        """Choose a spot as the user does: alone, from the one before to it (`extend`), or beside others (`toggle`)."""
        matrix, model = self._model.matrix, self._model
        if matrix is None:
            return
        if extend and self._anchor is not None:
            stretch = matrix.between(self._anchor, spot)
            chosen = (*model.chosen, *stretch) if toggle else stretch
        else:
            self._anchor = spot
            if not toggle:
                chosen = (spot,)
            elif spot in model.chosen:
                chosen = tuple(other for other in model.chosen if other != spot)
            else:
                chosen = (*model.chosen, spot)
        model.set_chosen(chosen)
        self.chosenChanged.emit()

    def clear(self) -> None:
        """Choose nothing."""
        self._anchor = None
        self._model.set_chosen(())
        self.chosenChanged.emit()

    def choose_at(self, index: QModelIndex, modifiers: Qt.KeyboardModifier) -> None:
        """Choose what stands there, as a click or a key with these modifiers does."""
        spot = self._model.spot(index)
        if spot is not None:
            self.choose(
                spot,
                bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
                bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose_at(self.indexAt(event.pos()), event.modifiers())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # what spans several columns is drawn from its first
        if current.isValid() and self.hasFocus():
            self._bring_into_view(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._model.spot(self.currentIndex()) is None and self._model.matrix is not None:
            first = self._model.index_of(next(iter(self._model.chosen), None))
            self.setCurrentIndex(first if first.isValid() else self._model.index(0, int(self._model.beside)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys with Alt, and Esc where nothing is chosen or marked, are the panel's."""
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            if self._model.chosen or self._model.found:
                self.clear()
            else:
                event.ignore()
        elif event.key() in _CHOOSE_KEYS:
            self.choose_at(self.currentIndex(), event.modifiers())
        elif event.key() in _MOVES:
            index = self.moveCursor(_MOVES[event.key()], event.modifiers())
            if index.isValid():
                if extends and self._anchor is None:
                    self._anchor = self._model.spot(self.currentIndex())
                self.setCurrentIndex(index)
                if extends:
                    self.choose_at(index, event.modifiers())
        elif event.matches(QKeySequence.StandardKey.Copy):
            spot = self._model.spot(self.currentIndex())
            if spot is not None:
                QGuiApplication.clipboard().setText(self._model.spoken(spot))
        else:
            event.ignore()
