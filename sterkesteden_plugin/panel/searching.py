# SPDX-License-Identifier: GPL-2.0-or-later
"""The search line of the header and the page of what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot

from .route import SEARCH, Route

if TYPE_CHECKING:
    from ..state import State
    from .header import SearchLine
    from .search_page import SearchPage


class Searching(QObject):
    """Shows what is found while the user types. `opened` tells what to open, `left` that the line was cleared."""

    opened = pyqtSignal(str, str)
    left = pyqtSignal()

    def __init__(self, state: State, line: SearchLine, page: SearchPage, route: Route, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._line = line
        self._page = page
        self._route = route
        self._follows = False  # the page, not the user: the line is given the words of what is shown
        route.changed.connect(self._follow_page)
        line.textChanged.connect(self._search)
        line.returnPressed.connect(self._open_first)
        line.left.connect(self._leave)
        line.down.connect(self._enter_results)

    def focus(self) -> None:
        self._line.setFocus()
        self._line.selectAll()

    @pyqtSlot()
    def _follow_page(self) -> None:
        """Words stand in the line as long as what they find is shown; the way back brings them again."""
        words = self._page.query if self._route.shows(self._page) else ""
        if words != self._line.text():
            self._follows = True
            self._line.setText(words)
            self._follows = False

    def _search(self, text: str) -> None:
        if self._state.pack is None or self._follows:
            return
        if text.strip() or self._page.filter.is_on:
            self._show()
        elif self._route.shows(self._page):
            self._route.go_back()

    def _show(self) -> None:
        """Show what the words of the line find; everything where there are none."""
        self._page.show_query(self._line.text())
        self._route.show(self._page, SEARCH, "")

    def _open_first(self) -> None:
        if self._state.pack is None:
            return
        if not self._route.shows(self._page):
            self._show()
        elif self._page.first is not None:
            self.opened.emit(self._page.first.opens, self._page.first.key)

    def _enter_results(self) -> None:
        if self._state.pack is None:
            return
        if not self._route.shows(self._page):
            self._show()
        if self._page.results.choose_first():
            self._page.results.setFocus()

    def _leave(self) -> None:
        self._page.clear_filter()
        self.left.emit()
