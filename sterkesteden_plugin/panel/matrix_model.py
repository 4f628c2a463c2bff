# SPDX-License-Identifier: GPL-2.0-or-later
"""The matrix of themes by cities as a Qt model: lines of spots, and what they are called.

Where the panel is wide enough a theme stands before its cells, else on a line of its own above them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ..i18n import tr
from ..story.matrix import NO_THEME, Matrix, Spot
from . import wording
from .look import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..story.model import Item

HEADS, GROUP, TITLE, CELLS = "heads", "group", "title", "cells"
_NAMED = 6  # items of a cell that its tooltip names


class Line(NamedTuple):
    """A line of the table: the cities, the title of a group, that of a theme, or the cells of a theme."""

    kind: str
    theme: str = ""
    text: str = ""


class MatrixModel(QAbstractTableModel):
    """What stands where, what is chosen, and which items were found on the map."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None
        self.beside = True  # themes stand before their cells
        self.lines: tuple[Line, ...] = ()
        self.chosen: tuple[Spot, ...] = ()
        self.found: frozenset[str] = frozenset()
        self._titles: dict[str | None, str] = {}
        self._names: dict[str | None, str] = {}
        self._lit: frozenset[Spot] = frozenset()

    def set_matrix(self, matrix: Matrix | None, beside: bool) -> None:
        """Show this matrix; what is chosen stays as far as it is there."""
        self.beginResetModel()
        self.matrix, self.beside = matrix, beside
        self.lines = tuple(_lines(matrix, beside)) if matrix is not None else ()
        self._titles = {line.theme: line.text for line in self.lines if line.kind in (TITLE, CELLS)}
        cities = matrix.cities if matrix is not None else ()
        self._names = {city.id: wording.one_line(city.name) for city in cities}
        self._take(matrix.known(self.chosen) if matrix is not None else ())
        self.endResetModel()

    def set_chosen(self, spots: Iterable[Spot]) -> None:
        self._take(tuple(dict.fromkeys(spots)))
        self._tell()

    def set_found(self, item_ids: Iterable[str]) -> None:
        """Mark the cells that hold these items."""
        self.found = frozenset(item_ids)
        self._tell()

    def first_found(self) -> Spot | None:
        """The first cell that holds an item that was found."""
        if self.matrix is None or not self.found:
            return None
        cells = self.matrix.covered(Spot(row) for row in self.matrix.rows)
        return next((spot for spot in cells if any(item.id in self.found for item in self.items(spot))), None)

    def _take(self, chosen: tuple[Spot, ...]) -> None:
        self.chosen = chosen
        self._lit = frozenset(self.matrix.covered(chosen)) if self.matrix is not None else frozenset()

    def _tell(self) -> None:
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def spot(self, index: QModelIndex) -> Spot | None:
        """What stands at an index; None for what cannot be chosen."""
        if not index.isValid() or self.matrix is None:
            return None
        line, column = self.lines[index.row()], index.column() - self.beside
        city = self.matrix.cities[column].id if column >= 0 else None
        if line.kind == GROUP or (line.kind == HEADS and city is None):
            return None
        if line.kind == HEADS:
            return Spot(None, city)
        return Spot(line.theme, None if line.kind == TITLE else city)

    def index_of(self, spot: Spot | None) -> QModelIndex:
        """Where a spot stands; an invalid index where it does not."""
        if spot is not None:
            for row in range(self.rowCount()):
                for column in range(self.columnCount()):
                    if self.spot(self.index(row, column)) == spot:
                        return self.index(row, column)
        return QModelIndex()

    def items(self, spot: Spot) -> Sequence[Item]:
        if self.matrix is None:
            return ()
        if spot.theme is not None and spot.city is not None:
            return self.matrix.cell(spot.theme, spot.city)
        return self.matrix.items_of([spot])

    def is_chosen(self, spot: Spot) -> bool:
        """Whether a spot is chosen, by itself or with its row or column."""
        return spot in self.chosen or spot in self._lit

    def name(self, spot: Spot) -> str:
        """What a spot is called: theme, city, or both."""
        names = (self._titles.get(spot.theme), self._names.get(spot.city))
        return ", ".join(name for name in names if name)

    def spoken(self, spot: Spot) -> str:
        """A spot in words, with how many items it holds."""
        text = tr("{}: {}").format(self.name(spot), count(self.items(spot)))
        return tr("{}, chosen").format(text) if self.is_chosen(spot) else text

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.cities) + self.beside

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if self.spot(index) is None else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.lines):
            return None
        spot = self.spot(index)
        if spot is None:
            text = self.lines[index.row()].text
            return text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.DisplayRole:
            if spot.theme is None or spot.city is None:
                return self.name(spot)
            return " ".join(wording.badge(item) for item in self.items(spot))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(spot)
        return plain_tip(self._tip(spot)) if role == Qt.ItemDataRole.ToolTipRole else None

    def _tip(self, spot: Spot) -> str:
        items = self.items(spot) if spot.theme is not None and spot.city is not None else ()
        named = [wording.one_line(f"{wording.badge(item)} {item.title}") for item in items[:_NAMED]]
        if len(items) > _NAMED:
            named.append(f"+{len(items) - _NAMED}")
        return " · ".join([self.spoken(spot), *named])


def count(items: Sequence[Item]) -> str:
    """2 opgaven, 1 kans; the kinds in the order in which they come."""
    numbers: dict[str, int] = {}
    for item in items:
        numbers[item.kind] = numbers.get(item.kind, 0) + 1
    parts = [f"{number} {wording.kind(kind, many=number != 1).lower()}" for kind, number in numbers.items()]
    return ", ".join(parts) or tr("no items")


def _lines(matrix: Matrix, beside: bool) -> Iterable[Line]:
    groups = [(group.title, [(t.id, t.title) for t in group.themes]) for group in matrix.groups]
    if matrix.has_others:
        groups.append((tr("Other"), [(NO_THEME, tr("Items without a theme"))]))
    yield Line(HEADS)
    for title, themes in groups:
        yield Line(GROUP, text=wording.one_line(title))
        for theme, text in themes:
            if not beside:
                yield Line(TITLE, theme, wording.one_line(text))
            yield Line(CELLS, theme, wording.one_line(text))
