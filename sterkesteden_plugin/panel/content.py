# SPDX-License-Identifier: GPL-2.0-or-later
"""The inside of the panel: header and pages, tied to the state. Made when a pack is first opened.

What the user does goes to the state, and only what the state then says is shown. Only the pages without a state of
their own (search, "What matters here?") are shown at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal, pyqtSlot
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..finder import Finder
from ..story import links
from ..story.matrix import Spot
from .city_page import CityPage
from .edit_desk import EditDesk
from .evidence_book import EvidenceBook
from .figures_page import FiguresPage
from .header import Header
from .here_page import HerePage
from .missing_bar import MissingBar
from .network_page import NetworkPage
from .open_data_page import OpenDataPage
from .pages import Pages, Room
from .route import HERE, HISTORY, SEARCH, Route
from .rows import CHAPTER, CITY, FIGURES, ITEM, NETWORK, OPEN_DATA, PLACE, STORIES, THEME, TOGETHER, WORKSHOP
from .search_page import SearchPage
from .searching import Searching
from .stories_page import StoriesPage
from .story_page import StoryPage
from .together_page import TogetherPage

if TYPE_CHECKING:
    from ..state import State


class Content(QWidget):
    """Header, the bar of missing layers, and one page at a time."""

    homeRequested = pyqtSignal()
    restoreRequested = pyqtSignal()
    placeRequested = pyqtSignal(str)
    hereRequested = pyqtSignal()
    layerRequested = pyqtSignal(str)
    presentRequested = pyqtSignal(str, str)  # story, and the chapter or item to begin with; without a story, a city

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.finder = Finder(state, self)
        self.header = Header(self)
        self.missing = MissingBar(self)
        self.pages = Pages()
        self.story, self.city, self.search, self.here = StoryPage(), CityPage(), SearchPage(self.finder), HerePage()
        self.figures, self.together, self.stories = FiguresPage(), TogetherPage(self.finder), StoriesPage()
        self.open_data, self.network = OpenDataPage(), NetworkPage()
        for page in (self.story, self.city, self.search, self.here, self.figures, self.together, self.stories):
            self.pages.addWidget(page)
        self.pages.addWidget(self.open_data)
        self.pages.addWidget(self.network)
        self.edits = EditDesk(state, self.pages)
        listed = {CHAPTER: self.story, SEARCH: self.search, HERE: self.here, FIGURES: self.figures}
        listed.update({HISTORY: self.edits.history, TOGETHER: self.together, STORIES: self.stories})
        listed.update({OPEN_DATA: self.open_data, NETWORK: self.network})
        self.evidence = EvidenceBook(self)
        self.route = Route(state, self.pages, self.header, listed, self.city, self)
        self._searching = Searching(state, self.header.search, self.search, self.route, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.missing)
        column.addWidget(self.edits.bar)
        column.addWidget(Room(self.pages, self), 1)
        self._connect_pages()
        self._connect_evidence()
        state.packChanged.connect(self.follow_pack)
        state.chapterChanged.connect(self._follow_chapter)
        state.cityChanged.connect(self._follow_city)
        state.itemChanged.connect(self._follow_item)
        state.hereChanged.connect(self._follow_here)
        state.packRenewed.connect(self._follow_renewal)
        self.follow_pack()

    def _connect_pages(self) -> None:
        header = self.header
        header.homeClicked.connect(self._go_home)
        header.togetherClicked.connect(self.show_together)
        header.backClicked.connect(self.go_back)
        header.hereClicked.connect(self.hereRequested)
        header.cityChosen.connect(self._state.set_city)
        self._searching.left.connect(self._leave_search)
        self._searching.opened.connect(self._open)
        self.route.focusRequested.connect(self.focus_page)
        self.missing.restoreClicked.connect(self.restoreRequested)
        self.story.chapterChosen.connect(self._state.set_chapter)
        for texts in (self.story, self.city.card):
            texts.linkActivated.connect(self._follow_link)
        self.story.presentRequested.connect(self.present)
        self.city.presentRequested.connect(self._present_city)
        self.stories.presentRequested.connect(self._present_story)
        self.stories.deletedRequested.connect(self._show_deleted_stories)
        self.stories.chapterRequested.connect(self.edits.new_chapter)
        self.stories.changeRequested.connect(self.edits.edit_chapter)
        self.edits.chapterRequested.connect(self._return_to_chapter)
        self.city.itemChosen.connect(self._state.set_item)
        self.city.cardClosed.connect(self.close_card)
        self.figures.topicChosen.connect(self.show_figures)
        self.together.shownChanged.connect(self._state.set_shown)
        self.search.shownChanged.connect(self._state.set_shown)
        self.city.newRequested.connect(self.edits.new_item)
        self.city.deletedRequested.connect(self.edits.show_deleted)
        self.city.card.editRequested.connect(self.edits.edit_item)
        self.city.card.historyRequested.connect(self.edits.show_item_history)
        workshops = self.city.workshops
        workshops.recordRequested.connect(self.edits.new_workshop)
        workshops.changeRequested.connect(self.edits.edit_workshop)
        workshops.historyRequested.connect(self.edits.show_workshop_history)
        workshops.deleteRequested.connect(self.edits.delete_workshop)
        workshops.returnRequested.connect(self.edits.restore_workshop)
        self.edits.workshopDeleted.connect(workshops.offer_return)
        self.edits.workshopRequested.connect(self._return_to_workshop)
        self.edits.refusalChanged.connect(self.city.set_refusal)
        self.edits.pageRequested.connect(self._show_edits)
        self.edits.itemRequested.connect(self._return_to_item)
        self.edits.history.left.connect(self.go_back)
        self.city.set_refusal(self.edits.refusal)
        for page in (self.story, self.city, self.search, self.here, self.together, self.stories):
            page.opened.connect(self._open)

    def _connect_evidence(self) -> None:
        """What the cards ask is asked of the pages that have it."""
        book = self.evidence
        for cards in (self.story.evidence, self.city.card.evidence):
            cards.follow(book)
        book.fetchRequested.connect(self.open_data.fetchRequested)
        book.fileRequested.connect(self.network.source.fileRequested)
        self.open_data.busyChanged.connect(book.set_busy)
        self.edits.refusalChanged.connect(book.set_refusal)
        book.set_refusal(self.edits.refusal)

    # What the user does

    def show_home(self) -> None:
        """Show the beginning of the story."""
        pack, state = self._state.pack, self._state
        if pack is None:
            return
        if not pack.chapters:
            self.route.show(self.story, CHAPTER, "")
        elif (
            state.chapter != pack.chapters[0] or state.city is not None or self.pages.currentWidget() is not self.story
        ):
            state.set_chapter(pack.chapters[0].id)

    def go_back(self) -> None:
        """Return to where the user was before."""
        if self.pages.currentWidget() is self.edits.page:
            self.edits.page.leave()
        else:
            self.route.go_back()

    def close_card(self) -> None:
        """Leave the item for the overview of its city."""
        if self.card_open:
            self._state.set_item("")

    @pyqtSlot(str)
    def show_figures(self, topic_id: str) -> None:
        """Show figures by city and year: of a topic, or the first."""
        self.figures.show_topic(topic_id)
        self.route.show(self.figures, FIGURES, self.figures.shown)

    def present(self, first: str = "") -> None:
        """Tell the story of what is shown, from there on."""
        pack, state = self._state.pack, self._state
        if pack is None or not pack.chapters:
            return
        shown = state.item.id if state.item else state.city.chapter if state.city else self.story.shown
        first = first or shown or ""
        chapter = pack.chapter_by_id.get(first) or pack.chapters[0]
        self.presentRequested.emit(chapter.story, first)

    def _present_story(self, story: str) -> None:
        self.presentRequested.emit(story, "")

    def _show_deleted_stories(self) -> None:
        self.edits.show_deleted("")

    def _present_city(self, city: str) -> None:
        self.presentRequested.emit("", city)

    def _follow_link(self, kind: str, target: str) -> None:
        """Words of a text lead to the map."""
        if kind == links.PLACE:
            self.placeRequested.emit(target)
        else:
            self.layerRequested.emit(target)

    def show_together(self) -> None:
        """Show the themes by city, and again on the map what was chosen there."""
        self.together.unmark()
        self.route.show(self.together, TOGETHER, "")
        if self.together.shown() is not None:
            self._state.set_shown(self.together.shown())

    def show_stories(self) -> None:
        """Show the stories of the file, and what can be done with them."""
        self.stories.show_again()
        self.route.show(self.stories, STORIES, "")

    def show_open_data(self) -> None:
        """Show what can be fetched into the file."""
        self.route.show(self.open_data, OPEN_DATA, "")

    def show_network(self) -> None:
        """Show who works where, and the regions that come of it."""
        self.route.show(self.network, NETWORK, "")

    def _show_edits(self, page: QWidget) -> None:
        """Show a page of editing; the form is no place to come back to."""
        if page is self.edits.history:
            self.route.show(page, HISTORY, self.edits.history.shown)
            return
        self.pages.setCurrentWidget(page)
        self.header.letters.set_active("")
        self.header.back.setEnabled(True)

    def _return_to_item(self, item_id: str) -> None:
        """Editing is over: show the item that was edited, or its city where there is none any more."""
        state = self._state
        if state.pack is None:
            return
        if item_id not in state.pack.item_by_id:
            if state.city is not None:
                state.set_city(state.city.id)
        elif state.item is not None and state.item.id == item_id:
            self.route.show(self.city, ITEM, item_id)
            self.focus_page()
        else:
            state.set_item(item_id)
            self.focus_page()

    def _return_to_workshop(self, city: str, workshop: str) -> None:
        """Editing is over: show the workshop on the page of its city; the map stays as it is, if it can."""
        state = self._state
        if state.pack is None or city not in state.pack.city_by_id:
            return
        if state.item is None and state.city is not None and state.city.id == city:
            self.city.show_city(city)
            self.route.show(self.city, CITY, city)
        else:
            state.set_city(city)
        self.city.workshops.focus_workshop(workshop)

    def _return_to_chapter(self, story: str, chapter: str) -> None:
        """Editing is over: show the chapter among those of its story."""
        self.stories.show_chapter(story, chapter)
        self.route.show(self.stories, STORIES, "")
        self.focus_page()

    @property
    def card_open(self) -> bool:
        return self.pages.currentWidget() is self.city and self.city.currentWidget() is self.city.card

    def _go_home(self) -> None:
        self.show_home()
        self.homeRequested.emit()

    def _open(self, what: str, key: str) -> None:
        """A row was opened on some page."""
        if what == PLACE:
            self.placeRequested.emit(key)
        elif what == CHAPTER:
            self._state.set_chapter(key)
        elif what == CITY:
            self._state.set_city(key)
        elif what == FIGURES:
            self.show_figures(key)
        elif what == STORIES:
            self.show_stories()
        elif what == OPEN_DATA:
            self.show_open_data()
        elif what == NETWORK:
            self.show_network()
        elif what == TOGETHER:
            self.show_together()
        elif what == THEME:
            self.show_together()
            self.together.matrix.choose(Spot(theme=key))
        elif what == WORKSHOP and self._state.pack is not None:
            workshop = next(one for one in self._state.pack.workshops if one.id == key)
            self._return_to_workshop(workshop.city, key)
        elif what == ITEM:
            self.route.keep_order()
            self._state.set_item(key)

    def focus_search(self) -> None:
        """Put the keyboard on the search line."""
        self._searching.focus()

    def _leave_search(self) -> None:
        """The search line was cleared: the user is where they were before."""
        if self.pages.currentWidget() is self.search:
            self.go_back()
        self.focus_page()

    def focus_page(self) -> None:
        """Put the keyboard on the page that is shown."""
        first = self._first_of_page()
        if first is not None:
            first.setFocus()

    def _first_of_page(self) -> QWidget | None:
        page = self.pages.currentWidget()
        if page is self.story:
            return self.story.chapters
        if page is self.city:
            return self.city.card.text if self.card_open else self.city.items
        if page is self.figures:
            return self.figures.topics
        pages = (self.edits.page, self.stories, self.together, self.open_data, self.network)
        return page.first if page in pages else page.results

    # What the state says. Real slots: Qt disconnects them when the panel goes, PyQt would keep the others.

    @pyqtSlot()
    def follow_pack(self) -> None:
        """Another pack is open, or none: nothing of the one before is left."""
        pack = self._state.pack
        self.route.clear()
        self.missing.set_missing([])
        if pack is None:
            return
        self.header.search.blockSignals(True)
        self.header.search.clear()
        self.header.search.blockSignals(False)
        self.header.set_pack(pack)
        self.evidence.set_pack(pack)
        for page in (self.story, self.city, self.search, self.here, self.together, self.stories):
            page.set_pack(pack)
        self.figures.set_pack(pack)
        self.open_data.set_pack(pack)
        self.route.show(self.story, CHAPTER, pack.chapters[0].id if pack.chapters else "")

    @pyqtSlot()
    def _follow_renewal(self) -> None:
        """The same file has other content: pages show it where they stand."""
        pack = self._state.pack
        if pack is not None:
            self.evidence.renew(pack)
            self.story.renew(pack)
            self.stories.set_pack(pack)
            self.figures.renew(pack)
            self.open_data.renew(pack)
            self.city.renew(pack)
            self.together.renew(pack)
            self.search.renew(pack)

    @pyqtSlot(str)
    def _follow_chapter(self, chapter_id: str) -> None:
        self.story.show_chapter(chapter_id)
        self.route.show(self.story, CHAPTER, chapter_id)

    @pyqtSlot(str)
    def _follow_city(self, city_id: str) -> None:
        focused = self.route.focused()
        self.city.show_city(city_id)
        self.route.show(self.city, CITY, city_id, focused)

    @pyqtSlot(str, bool)
    def _follow_item(self, item_id: str, from_map: bool) -> None:
        item, city = self._state.item, self._state.city
        if item is None:
            if city is not None:
                on_page = self.pages.currentWidget() is self.city
                focused = self.route.focused()
                self.city.show_city(city.id)
                if on_page:
                    self.route.show(self.city, CITY, city.id, focused)
            return
        if from_map and self.pages.currentWidget() is self.together:
            self.together.mark([item_id])
            return
        focused = self.route.focused()
        if from_map and self.pages.currentWidget() is not self.here:
            self.route.order = []
        self.city.show_item(item, self.route.order)
        self.route.show(self.city, ITEM, item_id, focused)

    @pyqtSlot()
    def _follow_here(self) -> None:
        here = self._state.here
        if self.pages.currentWidget() is self.together:
            self.together.mark(here)
        else:
            self.here.show_items(here)
            self.route.show(self.here, HERE, "")
        if len(here) == 1:
            self.route.order = []
            self._state.set_item(here[0], True)
