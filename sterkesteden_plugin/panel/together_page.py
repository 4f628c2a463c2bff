# SPDX-License-Identifier: GPL-2.0-or-later
"""The themes that tie the cities together: a matrix, and below it the items of what is chosen in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal, pyqtSlot
from qgis.PyQt.QtGui import QKeyEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QSplitterHandle,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..story.matrix import NO_STATUS, Filter, Matrix, filtered
from ..story.search import words
from . import wording
from .filter_box import FilterBox
from .look import Tones
from .matrix_heads import MatrixHeads
from .matrix_model import count
from .matrix_view import MatrixView
from .page import Page
from .rows import UNFOLD, Row, item_row
from .rows_view import RowsView
from .text_view import BODY, HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..finder import Finder
    from ..story.model import Item, Pack

STEP = 100  # items listed at once, the next ones on demand
_NAMED = 3  # spots that the heading of the list names


class FilterLine(QLineEdit):
    """Words that the items must have: Esc clears them, the arrow down goes to the matrix."""

    left = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix-filter")
        self.setPlaceholderText(tr("Filter"))
        self.setAccessibleName(tr("Filter on words"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier:  # AltGr is Ctrl and Alt: it writes letters
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Border(QSplitterHandle):
    """Shows where the one part ends, however little the style draws of it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, Tones(self).line)
        painter.end()


class _Parts(QSplitter):
    def createHandle(self) -> QSplitterHandle:
        return _Border(self.orientation(), self)


class TogetherPage(QWidget):
    """Filter, matrix and list stand below each other; the last two scroll.

    What the user chooses in the matrix is shown on the map; what they choose on the map is marked in the matrix.
    """

    opened = pyqtSignal(str, str)
    shownChanged = pyqtSignal(object)  # ids of the items whose places the map is to show; None: nothing is chosen

    _pack: Pack  # set before anything is shown

    def __init__(self, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("together")
        self._finder = finder
        self._left: tuple[Item, ...] = ()  # by the filter below
        self._filtered_by = Filter()
        self._found: tuple[str, ...] | None = None  # what was chosen on the map since something was chosen here
        self._listed: tuple[Item, ...] = ()
        self._most = STEP
        self.words = FilterLine(self)
        self.kinds = FilterBox("kinds", tr("Filter on kind"), self)
        self.statuses = FilterBox("statuses", tr("Filter on status"), self)
        self.head = TextView(tr("Themes by city"))
        self.matrix = MatrixView()
        self.list_head = TextView(tr("What is chosen"))
        self.items = RowsView(tr("Items of what is chosen"), whole=True)
        self.scroll = Page("together-page", self)
        self.scroll.fill(self.head, self.matrix)
        self.heads = MatrixHeads(self.matrix, self.scroll)
        self.list_scroll = Page("together-list", self)
        self.list_scroll.fill(self.list_head, self.items)
        # Each scrolls by itself, so that what is chosen is in view however high the matrix is.
        parts = _Parts(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.scroll)
        parts.addWidget(self.list_scroll)
        parts.setSizes([600, 400])
        line = QHBoxLayout()
        line.setContentsMargins(8, 6, 8, 2)
        line.setSpacing(4)
        line.addWidget(self.words, 3)
        line.addWidget(self.kinds, 2)
        line.addWidget(self.statuses, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(parts, 1)
        self.words.textChanged.connect(self._filter)
        self.words.left.connect(self.matrix.setFocus)
        self.kinds.activated.connect(self._filter)
        self.statuses.activated.connect(self._filter)
        self.matrix.chosenChanged.connect(self._follow_choice)
        self.items.opened.connect(self._open)
        finder.ready.connect(self._follow_index)

    def set_pack(self, pack: Pack) -> None:
        """Show another pack, with nothing chosen and no filter."""
        self._pack, self._found = pack, None
        self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(False)
        for box in (self.kinds, self.statuses):
            box.clear()
        self.matrix.set_chosen(())
        self.matrix.set_found(())
        self._refill()
        self.scroll.to_top()

    def renew(self, pack: Pack) -> None:
        """The same file has other content: show it where the user is."""
        self._pack = pack
        if self._found is not None:
            self._found = tuple(item for item in self._found if item in pack.item_by_id)
        bars = [page.verticalScrollBar() for page in (self.scroll, self.list_scroll)]
        places, row = [bar.value() for bar in bars], self.items.currentIndex()
        current = self.items.rows[row.row()].key if row.isValid() else ""
        self._refill()
        self.items.choose(current)
        for bar, place in zip(bars, places):
            bar.setValue(place)

    def mark(self, item_ids: Sequence[str]) -> None:
        """These items were chosen on the map: their cells are marked, and nothing else is chosen."""
        self._found = tuple(item for item in item_ids if item in self._pack.item_by_id)
        self.matrix.set_chosen(())
        self.matrix.set_found(self._found)
        self._most = STEP
        self._list()
        self.list_scroll.to_top()

    def unmark(self) -> None:
        """Something else is active now than what was chosen on the map."""
        if self._found is not None:
            self._found = None
            self.matrix.set_found(())
            self._list()

    @property
    def first(self) -> QWidget:
        """Where the keyboard goes first."""
        return self.matrix if self.matrix.isVisible() else self.words

    def shown(self) -> tuple[str, ...] | None:
        """The ids of the items of what is chosen in the matrix; None where nothing is chosen."""
        return tuple(item.id for item in self._listed) if self.matrix.chosen else None

    def order(self) -> list[str]:
        """The ids of the items in the list."""
        return [item.id for item in self._listed]

    # What the user does

    def _filter(self) -> None:
        self._most = STEP
        self._finder.work_on()
        self._refill_and_tell()

    @pyqtSlot()
    def _follow_index(self) -> None:
        """The texts can be searched now, or anew."""
        if words(self.words.text()):
            self._refill_and_tell()

    def _refill_and_tell(self) -> None:
        before = self.shown()
        self._refill()
        if self.shown() != before:
            self.shownChanged.emit(self.shown())

    def _follow_choice(self) -> None:
        self._found = None
        self.matrix.set_found(())
        self._most = STEP
        self._list()
        self.list_scroll.to_top()
        self.shownChanged.emit(self.shown())

    def _open(self, what: str, key: str) -> None:
        if what != UNFOLD:
            self.opened.emit(what, key)
            return
        first = self._most
        self._most += STEP
        self._list()
        self.items.choose(self._listed[first].id)

    # Filling

    def _refill(self) -> None:
        pack = self._pack
        kinds = {kind: wording.kind(kind, many=True) for kind in dict.fromkeys(item.kind for item in pack.items)}
        self.kinds.offer(tr("All kinds"), kinds)
        statuses = {item.status: item.status for item in pack.items if item.status}
        if statuses and not all(item.status for item in pack.items):
            statuses[NO_STATUS] = tr("No status")
        self.statuses.offer(tr("Any status"), statuses)
        self.statuses.setVisible(bool(statuses))
        asked = Filter(self.words.text(), self.kinds.chosen, self.statuses.chosen)
        waits = self._finder.index is None and bool(words(asked.text))
        if waits and self._filtered_by == asked:  # until the new texts can be searched, what had the words before
            known = {item.id for item in self._left}
            items = tuple(item for item in pack.items if item.id in known)
        else:
            items = filtered(pack, asked, self._finder.index)
        self._left, self._filtered_by = items, asked
        self._matrix = Matrix(pack, items)
        self.matrix.set_matrix(self._matrix)
        self.matrix.setVisible(bool(pack.themes and pack.cities))
        head = [Paragraph(tr("Themes by city"), HEADING)]
        if not pack.themes:
            head.append(Paragraph(tr("This file holds no themes."), BODY))
        elif waits:
            head.append(Paragraph(tr("The texts are being prepared for searching…"), SMALL))
        elif asked.is_on:
            left = tr("{} of {} items fit the filter.").format(len(items), len(pack.items))
            head.append(Paragraph(left, SMALL))
        else:
            hint = tr("Choose a theme, a city or a cell to see its places on the map; with Ctrl or Shift several.")
            head.append(Paragraph(hint, SMALL))
        self.head.set_content(head)
        self._list()

    def _list(self) -> None:
        """List the items of what is chosen; of everything while nothing is."""
        pack, chosen = self._pack, self.matrix.chosen
        if self._found is not None:
            self._listed = tuple(pack.item_by_id[item] for item in self._found)
            title = tr("Chosen on the map") if self._listed else tr("Nothing in this story matters here")
        elif chosen:
            self._listed = self._matrix.items_of(chosen)
            names = [self.matrix.name(spot) for spot in chosen[:_NAMED]]
            more = len(chosen) - len(names)
            title = " + ".join(names) + (f" +{more}" if more else "")
        else:
            self._listed, title = self._matrix.items, tr("All items")
        text = [Paragraph(title, HEADING), Paragraph(count(self._listed), SMALL)]
        nowhere = sum(not any(link.place.located for link in item.places) for item in self._listed)
        if nowhere:
            said = tr("Not on the map, without location in the source: {}")
            text.append(Paragraph(said.format(nowhere), SMALL))
        self.list_head.set_content(text)
        cities = pack.city_by_id
        rows = [item_row(item, cities[item.city].name) for item in self._listed[: self._most]]
        rest = len(self._listed) - self._most
        if rest > 0:
            rows.append(Row(tr("{} more items").format(rest), key="more", opens=UNFOLD))
        self.items.set_rows(rows)
