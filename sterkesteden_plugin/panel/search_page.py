# SPDX-License-Identifier: GPL-2.0-or-later
"""What the search line finds, while the user types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..i18n import tr
from ..story import search
from . import wording
from .rows import CHAPTER, ITEM, Row, item_row
from .rows_view import RowsView
from .text_view import HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from ..story.model import Pack

MOST = 200  # more results than these help nobody


class SearchPage(QWidget):
    """A count and the results; an item or chapter opens from here."""

    opened = pyqtSignal(str, str)

    _pack: Pack  # set before anything is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-page")
        self._index: search.Index | None = None
        self.head = TextView(tr("Number of results"), self)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results = RowsView(tr("Results"), whole=False, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.results, 1)
        self.results.opened.connect(self.opened)

    def set_pack(self, pack: Pack) -> None:
        self._pack, self._index = pack, None
        self.results.set_rows([])

    def show_query(self, query: str) -> None:
        """Show what the query finds; the index is made at the first query."""
        if self._index is None:
            self._index = search.Index(self._pack)
        hits = self._index.find(query)
        self.results.set_rows([self._row(hit) for hit in hits[:MOST]])
        self.results.scrollToTop()
        head = [Paragraph(_count(len(hits)), HEADING)]
        if not hits:
            head.append(Paragraph(tr("Every word has to begin a word of a title, text, theme or place."), SMALL))
        self.head.set_content(head)

    def items(self) -> list[str]:
        """The ids of the items found, best first."""
        return [row.key for row in self.results.rows if row.opens == ITEM]

    def _row(self, hit: search.Hit) -> Row:
        if hit.kind == search.ITEM:
            item = self._pack.item_by_id[hit.id]
            row = item_row(item, self._pack.city_by_id[item.city].name)
            title = item.title
        else:
            chapter = self._pack.chapter_by_id[hit.id]
            detail = tr("Chapter {}").format(chapter.number)
            row = Row(wording.one_line(chapter.title), detail, chapter.id, CHAPTER, badge=str(chapter.number))
            title = chapter.title
        # The places of the hits hold only where the row shows the title as it is.
        spans = hit.title_spans if row.title == title else ()
        return replace(row, title_spans=spans, extra=hit.snippet, extra_spans=hit.snippet_spans)


def _count(number: int) -> str:
    if number == 0:
        return tr("Nothing found")
    return tr("1 result") if number == 1 else tr("{} results").format(number)
