# SPDX-License-Identifier: GPL-2.0-or-later
"""A city: key figures, their course in a chart, its profile, kansen and opgaven, and the results of its workshops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ..figures import series
from ..figures.topics import course, topics
from ..i18n import tr
from . import deleted, wording
from .figure_view import FigureView
from .item_card import ItemCard
from .look import IconButton
from .page import Page
from .rows import CHAPTER, DELETED, FIGURES, FOLD, NEW, UNFOLD, Row, heading, item_row
from .rows_view import RowsView
from .text_view import COUNTED, HEADING, SMALL, TITLE, Paragraph, TextView
from .workshop_view import WorkshopView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import Figure, Item, Pack

FIRST_FIGURES = 3  # shown at once, the others on demand


class CityPage(QStackedWidget):
    """The overview of a city, or the card of one of its items."""

    opened = pyqtSignal(str, str)
    itemChosen = pyqtSignal(str)
    cardClosed = pyqtSignal()
    newRequested = pyqtSignal(str)  # kind of the item
    deletedRequested = pyqtSignal(str)  # city
    presentRequested = pyqtSignal(str)  # city

    _pack: Pack  # set before anything is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("city")
        self._city = ""
        self._refusal = ""
        self._figures: list[Figure] = []
        self._all_figures = False
        self.name = TextView(tr("City"))
        self.name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.present = IconButton("present", tr("Present this city"))
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.name, 1)
        line.addWidget(self.present)
        self.figures = TextView(tr("Key figures"))
        self.more = RowsView(tr("More or fewer figures"), whole=True)
        self.figure = FigureView(explained=False)
        self.chart = self.figure.chart
        self.all_figures = RowsView(tr("Figures by city and year"), whole=True)
        self.items = RowsView(tr("Profile, kansen and opgaven"), whole=True)
        self.edits = RowsView(tr("New and deleted items"), whole=True)
        self.workshops = WorkshopView()
        self.chapter = RowsView(tr("Chapter of the city"), whole=True)
        self.scroll = Page("city-page")
        self.scroll.fill(
            head,
            self.figures,
            self.more,
            self.figure,
            self.all_figures,
            self.items,
            self.edits,
            self.workshops,
            self.chapter,
        )
        self.card = ItemCard()
        self.addWidget(self.scroll)
        self.addWidget(self.card)
        self.more.opened.connect(self._toggle_figures)
        for part in (self.all_figures, self.items, self.workshops, self.chapter, self.card):
            part.opened.connect(self.opened)
        self.edits.opened.connect(self._open_edit)
        self.present.clicked.connect(self._present)
        self.card.itemChosen.connect(self.itemChosen)
        self.card.closed.connect(self.cardClosed)

    def set_pack(self, pack: Pack) -> None:
        self._pack, self._city = pack, ""
        self.setCurrentWidget(self.scroll)

    def renew(self, pack: Pack) -> None:
        """The file has other content: show it where the user is."""
        self._pack = pack
        if self._city not in pack.city_by_id:
            return
        at, items = self.scroll.verticalScrollBar().value(), self.items
        chosen = items.rows[items.currentIndex().row()].key if items.currentIndex().isValid() else ""
        self._fill(self._city)
        items.choose(chosen)
        self.scroll.verticalScrollBar().setValue(at)
        item = pack.item_by_id.get(self.card.item_id)
        if item is not None and item.city == self._city:  # the card may be of the city before
            self.card.renew(item, pack, [row.key for row in items.rows if row.key])

    def set_refusal(self, refusal: str) -> None:
        """Say why nothing may be edited; "" where it may."""
        self._refusal = refusal
        self.card.set_refusal(refusal)
        self.workshops.set_refusal(refusal)
        self._fill_edits()

    def show_city(self, city_id: str) -> None:
        """Show the overview of a city."""
        if city_id != self._city:
            self._fill(city_id)
            self.scroll.to_top()
        self.setCurrentWidget(self.scroll)

    def show_item(self, item: Item, order: Sequence[str] = ()) -> None:
        """Show the card of an item; the items before and after it are those of `order`, or else those of its city."""
        if item.city != self._city:
            self._fill(item.city)
            self.scroll.to_top()
        if item.id not in order:
            order = [row.key for row in self.items.rows if row.key]
        self.card.show_item(item, self._pack, order)
        self.items.choose(item.id)
        self.setCurrentWidget(self.card)

    def _fill(self, city_id: str) -> None:
        pack = self._pack
        city = pack.city_by_id[city_id]
        self._city = city_id
        self.name.set_content([Paragraph(wording.one_line(city.name), TITLE)])
        figures = pack.figures_of(city_id)
        self._figures = series.newest(figures, pack.indicators)
        self._all_figures = False
        self._fill_figures()
        own = topics(figures, pack.indicators, (city,))
        self.figure.set_topic(course(own))
        every = Row(tr("Figures by city and year"), key=own[0].id if own else "", opens=FIGURES)
        self.all_figures.set_rows([every] if pack.figures else [])
        self.items.set_rows(_item_rows(pack.items_of(city_id)))
        self._fill_edits()
        self.workshops.show_city(pack, city_id)
        chapter = pack.chapter_by_id.get(city.chapter or "")
        link = tr("Read chapter {} of the story")
        self.chapter.set_rows([Row(link.format(chapter.number), key=chapter.id, opens=CHAPTER)] if chapter else [])

    def _fill_edits(self) -> None:
        """New items of the city, where they may be made, and what was deleted, where there is anything."""
        rows = [
            Row(tr("New opgave"), self._refusal, "opgave", "" if self._refusal else NEW),
            Row(tr("New kans"), self._refusal, "kans", "" if self._refusal else NEW),
        ]
        if self._city and deleted.of_city(self._pack, self._city):
            rows.append(Row(tr("What was deleted"), key=self._city, opens=DELETED))
        self.edits.set_rows(rows if self._city else [])

    def _present(self) -> None:
        self.presentRequested.emit(self._city)

    def _open_edit(self, what: str, key: str) -> None:
        (self.newRequested if what == NEW else self.deletedRequested).emit(key)

    def _fill_figures(self) -> None:
        shown = self._figures if self._all_figures else self._figures[:FIRST_FIGURES]
        rest = len(self._figures) - FIRST_FIGURES
        if self._all_figures:
            more = Row(tr("Fewer figures"), key="figures", opens=FOLD)
        else:
            more = Row(tr("{} more figures, with explanation").format(rest), key="figures", opens=UNFOLD)
        self.more.set_rows([more] if rest > 0 else [])
        content = [Paragraph(tr("Key figures"), HEADING)]
        for figure in shown:
            content += _figure_paragraphs(figure, self._all_figures)
        if not shown:
            content.append(Paragraph(tr("This file holds no figures of this city."), SMALL))
        self.figures.set_content(content)

    def _toggle_figures(self) -> None:
        self._all_figures = not self._all_figures
        self._fill_figures()


def _figure_paragraphs(figure: Figure, whole: bool) -> list[Paragraph]:
    """Value, name, date and source of a figure; `whole` adds its note and what the indicator counts."""
    texts = [wording.dated(figure.date, figure.source)]
    if whole:
        texts += [wording.one_line(text) for text in (figure.note, figure.indicator.definition) if text]
    counted = Paragraph(wording.figure_name(figure), COUNTED, figure=wording.amount(figure))
    return [counted, *(Paragraph(text, SMALL) for text in texts)]


def _item_rows(items: Sequence[Item]) -> list[Row]:
    """The items under a heading for each kind, in the order of the pack."""
    rows: list[Row] = []
    for kind in dict.fromkeys(item.kind for item in items):
        rows.append(heading(wording.kind(kind, many=True)))
        rows += [item_row(item) for item in items if item.kind == kind]
    return rows
