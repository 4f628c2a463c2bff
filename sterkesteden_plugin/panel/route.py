# SPDX-License-Identifier: GPL-2.0-or-later
"""Which page of the panel is shown, and the way back to those before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QStackedWidget, QWidget

from .history import History
from .rows import CHAPTER, CITY, FIGURES, TOGETHER

if TYPE_CHECKING:
    from ..state import State
    from .city_page import CityPage
    from .header import Header

SEARCH, HERE, HISTORY = "search", "here", "history"


class Route(QObject):
    """Shows pages and remembers them. `order` are the items among which the card of an item leads on."""

    focusRequested = pyqtSignal()  # what had the keyboard is hidden now
    changed = pyqtSignal()  # a page was shown

    def __init__(
        self,
        state: State,
        pages: QStackedWidget,
        header: Header,
        listed: Mapping[str, QWidget],
        city: CityPage,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._pages = pages
        self._header = header
        self._listed = listed
        self._city = city
        self._history = History()
        self.order: list[str] = []

    def clear(self) -> None:
        self._history.clear()
        self.order = []

    def show(self, page: QWidget, key: str, id: str, focused: QWidget | None = None) -> None:
        """Show a page, remember it for the way back, and mark the letter of the active city.

        The keyboard follows only when it was on what is hidden now (`focused`), never away from the map.
        """
        focused = focused or self.focused()
        self._history.visit(key, id)
        self._pages.setCurrentWidget(page)
        city = self._state.city
        self._header.letters.set_active(city.id if city is not None and page is self._city else "")
        self._header.back.setEnabled(self._history.can_go_back)
        self.changed.emit()
        if focused is not None and not focused.isVisible():
            self.focusRequested.emit()

    def shows(self, page: QWidget) -> bool:
        return self._pages.currentWidget() is page

    def focused(self) -> QWidget | None:
        """The widget on a page that has the keyboard."""
        widget = QApplication.focusWidget()
        return widget if widget is not None and self._pages.isAncestorOf(widget) else None

    def keep_order(self) -> None:
        """An item is opened from the page that is shown: its list is the order from now on."""
        shown = self._pages.currentWidget()
        self.order = self._order_of(next((key for key, page in self._listed.items() if page is shown), ""))

    def go_back(self) -> None:
        """Return to where the user was before."""
        place = self._history.back()
        if place is None:
            return
        key, id = place
        self.order = self._order_of(key)
        page = self._listed.get(key, self._city)
        if key in self._listed and key != CHAPTER:
            if key == FIGURES:
                page.show_topic(id)
            elif key == HISTORY:
                page.show_again(id)
            self.show(page, key, id)
            if key == TOGETHER and page.shown() is not None:
                self._state.set_shown(page.shown())
            else:
                self._state.set_item("")
        elif self._still_shows(key, id):
            # Nothing was chosen meanwhile: the map stays as it is.
            self.show(page, key, id)
        elif key == CHAPTER:
            self._state.set_chapter(id)
        elif key == CITY:
            self._state.set_city(id)
        else:
            self._state.set_item(id)

    def _still_shows(self, key: str, id: str) -> bool:
        """Whether the state still is what a place in the panel stands for."""
        city, item = self._state.city, self._state.item
        if self._state.shown is not None:
            return False
        if key == CHAPTER:
            return city is None and self._listed[CHAPTER].shown == id
        if key == CITY:
            return item is None and city is not None and city.id == id
        return item is not None and item.id == id

    def _order_of(self, key: str) -> list[str]:
        if key == SEARCH:
            return self._listed[SEARCH].items()
        if key == TOGETHER:
            return self._listed[TOGETHER].order()
        return list(self._state.here) if key == HERE else []
