# SPDX-License-Identifier: GPL-2.0-or-later
"""The story: one chapter at a time, with its themes, the items that carry them, and its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..i18n import tr
from . import wording
from .evidence_card import EvidenceCards
from .list_box import ListBox
from .look import IconButton, plain_tip
from .now_view import NowView
from .page import Page, source_paragraphs, under_line
from .rows import CITY, FIGURES, NETWORK, OPEN_DATA, STORIES, TOGETHER, Row, heading, item_row, place_row
from .rows_view import RowsView
from .text_view import HEADING, KICKER, SMALL, TITLE, Paragraph, TextView, paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..story.model import Chapter, Pack


class StoryPage(QWidget):
    """The list of chapters stays in place; what is below it scrolls."""

    chapterChosen = pyqtSignal(str)
    opened = pyqtSignal(str, str)
    linkActivated = pyqtSignal(str, str)
    presentRequested = pyqtSignal(str)  # chapter to begin with

    _pack: Pack  # set before anything is shown
    missing_of: Callable[[Chapter], list[str]] = staticmethod(lambda _chapter: [])  # layers that are not in the project

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("story")
        self._chapter = -1
        self.chapters = ListBox("chapters", tr("Chapters"), 8, self)
        self.previous = IconButton("previous", tr("Previous chapter"), self)
        self.next = IconButton("next", tr("Next chapter"), self)
        self.present = IconButton("present", tr("Present this story (F5)"), self)
        self.text = TextView(tr("Text of the chapter"))
        self.now = NowView()
        self.evidence = EvidenceCards()
        self.city = RowsView(tr("City of the chapter"), whole=True)
        self.items = RowsView(tr("Kansen and opgaven of this chapter"), whole=True)
        self.places = RowsView(tr("Places of the chapter"), whole=True)
        self.source = TextView(tr("Source"))
        self.scroll = Page("story-page", self)
        self.scroll.fill(self.text, self.now, self.evidence, self.city, self.items, self.places, self.source)
        under_line(self, (self.previous, self.chapters, self.next, self.present), self.scroll)
        self.chapters.activated.connect(self._choose)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.present.clicked.connect(self._present)
        self.text.linkActivated.connect(self.linkActivated)
        for view in (self.city, self.items, self.places):
            view.opened.connect(self.opened)

    def set_pack(self, pack: Pack) -> None:
        self._pack = pack
        self.chapters.clear()
        for chapter in pack.chapters:
            self.chapters.addItem(wording.chapter_name(chapter), chapter.id)
        self._chapter = -1
        self.show_chapter(pack.chapters[0].id if pack.chapters else "")

    def renew(self, pack: Pack) -> None:
        """The file has other content: the chapter that is shown stays, if it is there."""
        shown, at = self.shown, self.scroll.verticalScrollBar().value()
        self.set_pack(pack)
        if shown in pack.chapter_by_id:
            self.show_chapter(shown)
            self.scroll.verticalScrollBar().setValue(at)

    @property
    def shown(self) -> str:
        """Id of the chapter that is shown, "" for none."""
        return self._pack.chapters[self._chapter].id if self._chapter >= 0 else ""

    def show_chapter(self, chapter_id: str) -> None:
        """Show a chapter, or that the pack has none for ""."""
        pack = self._pack
        chapter = pack.chapter_by_id.get(chapter_id)
        self._chapter = pack.chapters.index(chapter) if chapter else -1
        self.chapters.setCurrentIndex(self._chapter)
        self.chapters.setEnabled(bool(pack.chapters))
        self.previous.setEnabled(self._chapter > 0)
        self.next.setEnabled(0 <= self._chapter < len(pack.chapters) - 1)
        self.present.setEnabled(chapter is not None)
        if chapter is None:
            self.text.set_content([Paragraph(tr("This file holds no chapters."))])
            for view in (self.city, self.items, self.places):
                view.set_rows([])
            for text in (self.now, self.source):
                text.set_content([])
            self.evidence.show_claims((), pack)
        else:
            self._fill(chapter, pack)
        self.scroll.to_top()

    def _fill(self, chapter: Chapter, pack: Pack) -> None:
        name = wording.chapter_name(chapter)
        self.chapters.setToolTip(plain_tip(name))
        last = pack.chapters_of(chapter.story)[-1].number
        content = [
            Paragraph(tr("Chapter {} of {}").format(chapter.number, last), KICKER),
            Paragraph(wording.one_line(chapter.title), TITLE),
            *paragraphs(chapter.text, pack),
        ]
        for theme in chapter.themes:
            content.append(Paragraph(wording.one_line(f"{theme.number}. {theme.title}"), HEADING))
            content += paragraphs(theme.text, pack)
        missing = wording.one_line(", ".join(self.missing_of(chapter)))
        if missing:
            content.append(Paragraph(tr("Was also on the map, but is not in this project: {}").format(missing), SMALL))
        self.text.set_content(content)
        self.now.show_nows(pack.nows_of.get(chapter.id, ()), chapter.reference)
        self.evidence.show_claims(pack.claims_of.get(chapter.id, ()), pack)
        city = pack.city_by_id.get(chapter.city or "")
        link = tr("{}: figures, kansen and opgaven")
        links = [Row(wording.one_line(link.format(city.name)), key=city.id, opens=CITY)] if city else []
        if pack.figures and chapter is pack.chapters[0]:
            links.append(Row(tr("Figures by city and year"), opens=FIGURES))
        if chapter is pack.chapters[0]:
            links.append(Row(tr("Open data: fetch official boundaries, lines and figures"), opens=OPEN_DATA))
            links.append(Row(tr("Network: who works where, and which regions come of it"), opens=NETWORK))
        if chapter.themes:
            links.append(Row(tr("Together: themes by city"), opens=TOGETHER))
        if chapter is pack.chapters_of(chapter.story)[0]:
            links.append(Row(tr("Stories: tell your own, exchange them"), opens=STORIES))
        self.city.set_rows(links)
        self.items.set_rows(_theme_rows(chapter, pack))
        places = [place_row(link, chapter.reference) for link in chapter.places]
        self.places.set_rows([heading(tr("Places in this chapter")), *places] if places else [])
        self.source.set_content(source_paragraphs(chapter.reference))

    def _choose(self, index: int) -> None:
        self.chapterChosen.emit(self.chapters.itemData(index))

    def _present(self) -> None:
        self.presentRequested.emit(self.shown)

    def _go_back(self) -> None:
        self._step(-1)

    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self.chapterChosen.emit(self._pack.chapters[self._chapter + by].id)


def _theme_rows(chapter: Chapter, pack: Pack) -> list[Row]:
    """Where the themes of a chapter come back in the cities."""
    rows: list[Row] = []
    for theme in chapter.themes:
        items = [item for item in pack.items if any(t.id == theme.id for t in item.themes)]
        if items:
            rows.append(heading(tr("In the cities: {}").format(wording.one_line(theme.title))))
            rows += [item_row(item, pack.city_by_id[item.city].name) for item in items]
    return rows
