# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel has for editing: the form, the history, and the bar that says what is not saved yet.

It is tied to the state; the content of the panel shows its pages, the session starts the tools of the map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot
from qgis.PyQt.QtWidgets import QStackedWidget, QWidget

from ..i18n import tr
from ..store.errors import StoreError
from ..store.schema import PLACE_TABLES
from ..store.unsaved import forget
from . import edit_words, wording
from .edit_bar import EditBar
from .edit_page import EditPage
from .history_page import HistoryPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qgis.core import QgsGeometry

    from ..state import State
    from ..store.editing import Editor
    from ..store.unsaved import Unsaved
    from ..story.view import View

_FORMS = ("item", "workshop", "hoofdstuk", *PLACE_TABLES)  # the tables that have a form here


class EditDesk(QObject):
    """Says what is to be shown; the content shows it."""

    pageRequested = pyqtSignal(QWidget)
    itemRequested = pyqtSignal(str)  # editing is over: the card of this item, "" for the city
    workshopRequested = pyqtSignal(str, str)  # editing is over: the page of this city, at this workshop
    workshopDeleted = pyqtSignal(str)
    chapterRequested = pyqtSignal(str, str)  # editing is over: the chapters of this story, this one chosen
    captureRequested = pyqtSignal()  # what the map shows is wanted: see take_view
    drawRequested = pyqtSignal(str)  # punt, lijn, vlak: see take_geometry, map_cancelled, map_told
    pickRequested = pyqtSignal()  # a place is to be chosen on the map: see take_places
    mapEnded = pyqtSignal()
    sketched = pyqtSignal(list)  # geometries of what is not saved yet, for the map to show
    told = pyqtSignal(str)  # a sentence for the message bar
    outdated = pyqtSignal()  # the file was changed by somebody else: it is to be read again
    refusalChanged = pyqtSignal(str)

    def __init__(self, state: State, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._state = state
        self._pages = pages
        self._editor: Editor | None = None
        self._left: list[Unsaved] = []  # what was not saved when the file was open before
        self._view: View | None = None
        self.refusal = tr("This file cannot be changed.")
        self.page = EditPage()
        self.history = HistoryPage()
        self.bar = EditBar()
        for page in (self.page, self.history):
            pages.addWidget(page)
        self.page.closed.connect(self.itemRequested)
        self.page.workshopClosed.connect(self.workshopRequested)
        self.page.chapterClosed.connect(self.chapterRequested)
        self.page.captureRequested.connect(self._capture)
        self.page.drawRequested.connect(self.drawRequested)
        self.page.pickRequested.connect(self.pickRequested)
        self.page.mapEnded.connect(self.mapEnded)
        self.page.sketched.connect(self.sketched)
        self.history.recordOpened.connect(self._show_history)
        self.page.outdated.connect(self.outdated)
        self.page.told.connect(self.told)
        self.page.placeHistoryRequested.connect(self.show_place_history)
        self.bar.continued.connect(self._continue)
        self.bar.dropped.connect(self._throw_away)
        pages.currentChanged.connect(self._follow_page)
        state.packChanged.connect(self._follow_pack)
        state.packRenewed.connect(self._follow_renewal)
        self._follow_pack()

    # What the session gives

    def set_editor(self, editor: Editor | None, refusal: str) -> None:
        """With what to edit the open file, and why it may not be edited ("" if it may)."""
        self._editor, self.refusal = editor, refusal
        self.page.set_editor(None if refusal else editor)
        self.history.set_editor(editor, refusal)
        self.refusalChanged.emit(refusal)

    def offer_unsaved(self, left: Sequence[Unsaved]) -> None:
        """Say what was not saved when this file was open before; the user goes on with it or throws it away."""
        self._left = [one for one in left if one.table in _FORMS]
        self._tell_open()

    def take_geometry(self, geometry: QgsGeometry) -> None:
        """What the user drew, in the CRS of the schema."""
        if self.page.is_open:
            self.page.take_geometry(geometry)
            self.pageRequested.emit(self.page)

    def take_view(self, view: View) -> None:
        """What the map shows, as it was asked for."""
        self._view = view

    def take_places(self, place_ids: list[str]) -> None:
        """The places at which the user clicked, nearest first."""
        self.page.take_places(place_ids)

    def map_cancelled(self) -> None:
        """The user gave up on the map."""
        self.page.end_map()

    def map_told(self, sentence: str) -> None:
        """What is wrong with what is being drawn."""
        self.page.say(sentence)

    # What the user asks for

    def edit_item(self, item_id: str) -> None:
        self._begin(lambda: self.page.edit_item(item_id))

    def new_item(self, kind: str) -> None:
        """A new item of the active city."""
        city = self._state.city
        if city is not None:
            self._begin(lambda: self.page.new_item(city.id, kind))

    def new_workshop(self, city: str) -> None:
        self._begin(lambda: self.page.edit_workshop(city))

    def edit_workshop(self, workshop: str) -> None:
        self._begin(lambda: self.page.edit_workshop(self._city_of(workshop), workshop))

    def new_chapter(self, story: str) -> None:
        """A new chapter of a story, of what the map shows now."""
        self._begin(lambda: self.page.new_chapter(story, self._captured()))

    def edit_chapter(self, chapter: str) -> None:
        self._begin(lambda: self.page.edit_chapter(chapter))

    def _capture(self) -> None:
        view = self._captured()
        if view is not None:
            self.page.take_view(view)

    def _captured(self) -> View | None:
        """What the map shows; None where that is nothing that can be kept."""
        self._view = None
        self.captureRequested.emit()
        return self._view

    def delete_workshop(self, workshop: str) -> None:
        """Delete a workshop; the user was asked."""
        form = self.page.workshop
        if form.edit is not None and form.edit.record_id == workshop:
            self._throw_away()
        if self._try(lambda editor: editor.delete("workshop", workshop)):
            self.workshopDeleted.emit(workshop)

    def restore_workshop(self, workshop: str) -> None:
        """Bring back a workshop that was deleted just now."""
        self._try(lambda editor: editor.bring_back("workshop", workshop))

    def _try(self, act: Callable[[Editor], object]) -> bool:
        """Change the file; why that could not be done is told."""
        if self._editor is None or self.refusal:
            return False
        try:
            act(self._editor)
        except StoreError as error:
            self.told.emit(f"{error.message} {error.advice}")
            return False
        return True

    def show_workshop_history(self, workshop: str) -> None:
        self._show_history("workshop", workshop)

    def _city_of(self, workshop: str) -> str:
        pack = self._state.pack
        return next((w.city for w in pack.workshops if w.id == workshop), "") if pack is not None else ""

    def show_item_history(self, item_id: str) -> None:
        self._show_history("item", item_id)

    def show_place_history(self, place_id: str) -> None:
        if self._state.pack is not None:
            self._show_history(self._state.pack.place_by_id[place_id].table, place_id)

    def _show_history(self, table: str, record: str) -> None:
        self.history.show_record(table, record)
        self.pageRequested.emit(self.history)

    def show_deleted(self, city_id: str) -> None:
        """What was deleted of a city, or of the stories for ""."""
        self.history.show_deleted(city_id)
        self.pageRequested.emit(self.history)

    def _begin(self, act: Callable[[], bool]) -> None:
        """Show a form; where another one holds what is not saved, that one, with the question what to do."""
        if self.page.is_open and self.page.is_changed:
            self.pageRequested.emit(self.page)
            self.page.leave()
        elif act():
            self.pageRequested.emit(self.page)
            self.page.first.setFocus()

    def _continue(self) -> None:
        if not self.page.is_open and (not self._left or not self.page.resume(self._left.pop(0))):
            self._tell_open()
            return
        self.pageRequested.emit(self.page)
        self.page.first.setFocus()

    def _throw_away(self) -> None:
        if not self.page.is_open and self._left:
            forget(self._left.pop(0))
        self.page.drop()
        self._tell_open()

    # Following

    @pyqtSlot(int)
    def _follow_page(self, _number: int) -> None:
        """What is being edited goes out of sight: it is kept where it was changed, and the bar says so."""
        if self._pages.currentWidget() is not self.page and self.page.is_open:
            self.page.settle()
            if not self.page.is_changed:
                self.page.drop()
        self._tell_open()

    def _tell_open(self) -> None:
        hidden = self.page.is_open and self._pages.currentWidget() is not self.page
        said = tr("Not saved yet: {}").format(self.page.title) if hidden else ""
        if not self.page.is_open and self._left:
            said = tr("Not saved ({}): {}")
            said = said.format(edit_words.moment(self._left[0].time), self._title_of(self._left[0]))
        self.bar.tell(said)

    def _title_of(self, left: Unsaved) -> str:
        values, pack = left.record.values, self._state.pack
        if left.table == "workshop" and pack is not None and values["stad_id"] in pack.city_by_id:
            return edit_words.workshop_name(pack.city_by_id[values["stad_id"]].name, values["datum"])
        return wording.one_line(left.title) or (tr("a new chapter") if left.table == "hoofdstuk" else tr("a new item"))

    @pyqtSlot()
    def _follow_pack(self) -> None:
        """Another file is open: what was being edited in the one before is put away."""
        self._left = []
        self.set_editor(None, tr("This file cannot be changed."))
        if self._state.pack is not None:
            self.page.set_pack(self._state.pack)
            self.history.set_pack(self._state.pack, self._state.path)
        self._tell_open()

    @pyqtSlot()
    def _follow_renewal(self) -> None:
        if self._state.pack is not None:
            self.page.renew(self._state.pack)
            self.history.renew(self._state.pack)
