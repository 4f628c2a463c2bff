# SPDX-License-Identifier: GPL-2.0-or-later
"""What the search line finds while the user types, or everything where it is empty; and what a filter leaves of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal, pyqtSlot
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from ..story import entries, search
from . import wording
from .filter_box import FilterBox
from .found_rows import FoundRows, group_name
from .rows import Row
from .rows_view import RowsView
from .text_view import HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..finder import Finder
    from ..story.entries import Entry
    from ..story.model import Pack

_BATCH = 20  # rows laid out at once, more than are in view; the next ones when the user gets there


class SearchPage(QWidget):
    """Filter, count and results; what a result is about opens from here."""

    opened = pyqtSignal(str, str)
    shownChanged = pyqtSignal(tuple)  # ids of the items whose places the map is to show

    _pack: Pack  # set before anything is shown

    def __init__(self, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-page")
        self._finder = finder
        self._query: str | None = None  # None as long as nothing was asked
        self._found: list[Entry] = []
        self.kinds = FilterBox("search-kinds", tr("Filter on kind"), self)
        self.cities = FilterBox("search-cities", tr("Filter on city"), self)
        self.statuses = FilterBox("search-statuses", tr("Filter on status"), self)
        self.head = TextView(tr("Number of results"), self)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_on_map = QPushButton(tr("Show these on the map"), self)
        self.show_on_map.setObjectName("search-on-map")
        self.results = RowsView(tr("Results"), whole=False, parent=self)
        boxes = QHBoxLayout()
        boxes.setSpacing(4)
        for box in (self.kinds, self.cities, self.statuses):
            boxes.addWidget(box, 1)
            box.activated.connect(self._filter)
        button = QHBoxLayout()
        button.addWidget(self.show_on_map)
        button.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 0)
        column.setSpacing(4)
        column.addLayout(boxes)
        column.addWidget(self.head)
        column.addLayout(button)
        column.addWidget(self.results, 1)
        self.show_on_map.clicked.connect(lambda: self.shownChanged.emit(tuple(self.items())))
        self.results.opened.connect(self._open)
        finder.ready.connect(self._follow_index)

    def set_pack(self, pack: Pack) -> None:
        """Another pack: nothing is asked of it yet."""
        self._query, self._found = None, []
        for box in (self.kinds, self.cities, self.statuses):
            box.clear()
        self.results.set_rows([])
        self.renew(pack)

    def renew(self, pack: Pack) -> None:
        """The same file has other content; what is listed follows when its index is there."""
        self._pack, self._rows = pack, FoundRows(pack)
        groups = [entries.CITY] * bool(pack.cities) + [entries.CHAPTER] * bool(pack.chapters)
        groups += dict.fromkeys(item.kind for item in pack.items)
        groups += [entries.THEME] * bool(pack.themes) + [entries.PLACE] * bool(pack.places)
        groups += [entries.FIGURES] * bool(pack.figures) + [entries.WORKSHOP] * bool(pack.workshops)
        self.kinds.offer(tr("All kinds"), {group: group_name(group) for group in groups})
        self.cities.offer(tr("All cities"), {city.id: wording.one_line(city.name) for city in pack.cities})
        statuses = {item.status: item.status for item in pack.items if item.status}
        if statuses and not all(item.status for item in pack.items):
            statuses[entries.NO_STATUS] = tr("No status")
        self.statuses.offer(tr("Any status"), statuses)
        self.statuses.setVisible(bool(statuses))

    @property
    def filter(self) -> entries.Filter:
        return entries.Filter(self.kinds.chosen, self.cities.chosen, self.statuses.chosen)

    def clear_filter(self) -> None:
        for box in (self.kinds, self.cities, self.statuses):
            box.choose(None)

    @property
    def query(self) -> str:
        """The words that were asked last."""
        return self._query or ""

    def show_query(self, query: str) -> None:
        """Show what the query finds, as far as the filter leaves it; everything where it is empty."""
        self._query = query
        self._finder.work_on()
        self._fill()
        self.results.scrollToTop()

    def items(self) -> list[str]:
        """The ids of the items found, best first."""
        return [entry.id for entry in self._found if entry.kind == entries.ITEM]

    @property
    def first(self) -> Row | None:
        """The first result that opens something."""
        return next((row for row in self.results.rows if row.opens), None)

    def _filter(self) -> None:
        if self._query is not None:
            self.show_query(self._query)

    @pyqtSlot()
    def _follow_index(self) -> None:
        if self._query is not None:
            self._fill(max(_BATCH, len(self.results.rows)))

    def _open(self, what: str, key: str) -> None:
        if self._finder.index is not None:  # else what is listed may not be there any more
            self.opened.emit(what, key)

    def _fill(self, count: int = _BATCH) -> None:
        """List what is asked for, of which the first `count` at once."""
        index, query = self._finder.index, self._query or ""
        if index is None:
            self.head.set_content([Paragraph(tr("The texts are being prepared for searching…"), SMALL)])
            return
        everything = index.find(query) if query.strip() else list(index.entries)
        asked = self.filter
        self._found = [entry for entry in everything if asked.admits(entry)] if asked.is_on else everything
        batches = self._batches(self._found, search.words(query), count)
        self.results.set_rows(next(batches, []), batches)
        self.show_on_map.setEnabled(any(entry.kind == entries.ITEM for entry in self._found))
        head = [Paragraph(_count(len(self._found)), HEADING)]
        if len(everything) > len(self._found):
            head.append(Paragraph(_left_out(len(everything) - len(self._found)), SMALL))
        elif not everything:
            head.append(Paragraph(tr("Every word has to begin a word of a title, text, theme or place."), SMALL))
        self.head.set_content(head)

    def _batches(self, found: Sequence[Entry], wanted: Sequence[str], count: int) -> Iterator[list[Row]]:
        make, start = self._rows, 0
        while start < len(found):
            yield [make.row(entry, wanted) for entry in found[start : start + count]]
            start, count = start + count, _BATCH


def _count(number: int) -> str:
    if number == 0:
        return tr("Nothing found")
    return tr("1 result") if number == 1 else tr("{} results").format(wording.number(number, 0))


def _left_out(number: int) -> str:
    if number == 1:
        return tr("The filter leaves out 1 result.")
    return tr("The filter leaves out {} results.").format(wording.number(number, 0))
