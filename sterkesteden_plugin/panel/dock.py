# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock. A thin shell: its inside is imported and made when it is first shown or a pack is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal, pyqtSlot
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QShowEvent

from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.PyQt.QtWidgets import QWidget

    from ..state import State
    from .content import Content

LEAST_WIDTH = 320


class StoryDock(QgsDockWidget):
    """The panel of the story beside the map."""

    openRequested = pyqtSignal()
    homeRequested = pyqtSignal()  # the map shows the whole area
    restoreRequested = pyqtSignal()
    placeRequested = pyqtSignal(str)
    hereRequested = pyqtSignal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sterke Steden"), parent)
        self.setObjectName("SterkeStedenDock")
        self.setMinimumWidth(LEAST_WIDTH)
        self._state = state
        self._lost = ""
        self.content: Content | None = None
        state.packChanged.connect(self._follow_pack)
        state.hereChanged.connect(self._come_up)
        if state.pack is not None:
            self._follow_pack()

    def set_missing(self, titles: Sequence[str]) -> None:
        """Say which layers are missing; none hides the bar."""
        if self.content is not None:
            self.content.missing.set_missing(titles)

    def set_lost(self, name: str) -> None:
        """Say which file the layers of the project lack, as long as no story is open; "" for none."""
        if name != self._lost:
            self._lost = name
            if self._state.pack is None and self.widget() is not None:
                self._show_empty()

    def focus_search(self) -> None:
        """Put the keyboard on the search line."""
        if self.content is not None:
            self.content.focus_search()

    def show_home(self) -> None:
        """Show the beginning of the story."""
        if self.content is not None:
            self.content.show_home()

    @pyqtSlot()
    def _follow_pack(self) -> None:
        if self._state.pack is None:
            self._show_empty()
            return
        if self.content is None:
            from .content import Content

            self.content = Content(self._state, self)
            self.content.homeRequested.connect(self.homeRequested)
            self.content.restoreRequested.connect(self.restoreRequested)
            self.content.placeRequested.connect(self.placeRequested)
            self.content.hereRequested.connect(self.hereRequested)
        self._set_inside(self.content)

    def _show_empty(self) -> None:
        from .empty_page import EmptyPage

        page = EmptyPage(self._lost, self)
        page.openClicked.connect(self.openRequested)
        self._set_inside(page)

    def _set_inside(self, widget: QWidget) -> None:
        """Show a widget in the dock; an empty page that was there goes, the content is kept for the next pack."""
        before = self.widget()
        if before is widget:
            return
        self.setWidget(widget)
        widget.show()
        if before is not None:
            before.hide()
            if before is not self.content:
                before.deleteLater()

    @pyqtSlot()
    def _come_up(self) -> None:
        """The user asked the map what matters at a point: the answer is in the panel."""
        self.setUserVisible(True)

    def showEvent(self, event: QShowEvent) -> None:
        if self.widget() is None:
            self._show_empty()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the panel before QGIS takes them for its own actions."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        return self.content is not None and (
            event.matches(QKeySequence.StandardKey.Find)
            or _is_back(event)
            or event.key() in (Qt.Key.Key_F5, Qt.Key.Key_F6)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F searches, Alt+Left goes back, Esc leaves an item, F5 presents, F6 changes header and page."""
        content = self.content
        if content is None or self.widget() is not content:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Find):
            content.focus_search()
        elif _is_back(event):
            content.go_back()
        elif event.key() == Qt.Key.Key_Escape and content.card_open:
            content.close_card()
        elif event.key() == Qt.Key.Key_F5:
            content.present()
        elif event.key() == Qt.Key.Key_F6:
            if content.pages.isAncestorOf(content.focusWidget() or self):
                content.focus_search()
            else:
                content.focus_page()
        else:
            super().keyPressEvent(event)


def _is_back(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Left and event.modifiers() == Qt.KeyboardModifier.AltModifier
