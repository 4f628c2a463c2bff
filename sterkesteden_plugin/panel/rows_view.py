# SPDX-License-Identifier: GPL-2.0-or-later
"""How rows are used: by mouse, by keyboard, and as part of a page that scrolls as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, QModelIndex, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QWheelEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from .look import OnPage, Tones, fill
from .page import show_in_page
from .row_delegate import RowDelegate
from .rows import ROW, Row, RowsModel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowsView(OnPage, QListView):
    """A list of rows. `whole` makes it as high as its rows, for a page that scrolls as one."""

    opened = pyqtSignal(str, str)  # what, id

    def __init__(self, name: str, whole: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self._model = RowsModel(self)
        self._delegate = RowDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._model.rows

    def set_rows(self, rows: Sequence[Row], more: Iterator[Sequence[Row]] | None = None) -> None:
        """Show these rows, and those of `more` when the user gets there; a whole view hides when there are none."""
        self._model.set_more(None)
        if tuple(rows) != self._model.rows:
            self._delegate.forget()
            self._model.set_rows(rows)
            self._fit()
        self._model.set_more(more)
        if self._whole:
            self.setVisible(bool(rows))

    def choose(self, key: str) -> None:
        """Make the row with this key the current one, or none."""
        row = self._model.row_of(key)
        self.setCurrentIndex(self._model.index(row, 0) if row >= 0 else QModelIndex())

    def choose_first(self) -> bool:
        """Make the first row that is no heading the current one; False if there is none."""
        for i, row in enumerate(self._model.rows):
            if not row.heading:
                self.setCurrentIndex(self._model.index(i, 0))
                return True
        return False

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None and row.opens:
            self.opened.emit(row.opens, row.key)

    def _fit(self) -> None:
        if not self._whole:
            return
        width = self.viewport().width()
        height = sum(self._delegate.sheet(row, width).height for row in self._model.rows) + self.margins()
        if height != self.height():
            self.setFixedHeight(max(height, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _lay_out(self) -> None:
        """The width or font is another: the heights of the rows are as well."""
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_delegate"):
            self._lay_out()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """A whole view has no bar of its own: let the page around it bring the current row into view."""
        super().currentChanged(current, previous)
        if self._whole and current.isValid() and self.hasFocus():
            self._show_in_page(self.visualRect(current))

    def _show_in_page(self, rect: QRect) -> None:
        show_in_page(self, rect)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(self.viewport(), Tones(self).base)
        super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._whole:
            event.ignore()  # the page scrolls
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() or not self.currentIndex().flags() & Qt.ItemFlag.ItemIsEnabled:
            self.choose_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar open; Ctrl+C copies the row; keys with Alt and Esc are the panel's."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() in _OPEN_KEYS:
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            if self.currentIndex().isValid():
                QGuiApplication.clipboard().setText(self.currentIndex().data(ROW).spoken)
        else:
            super().keyPressEvent(event)
