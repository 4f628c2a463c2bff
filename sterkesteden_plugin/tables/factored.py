# SPDX-License-Identifier: GPL-2.0-or-later
"""Long tables by the distinct values of their columns: each is kept, and read, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np

from .headers import Header
from .stopping import never
from .table import Table, columnar, without_empty
from .text_files import text_pieces


@dataclass(frozen=True, eq=False)
class Factored:
    """A column of R cells: cell r is `values[position[r]]`."""

    values: list[Any]
    position: np.ndarray  # int32 (R,)

    @classmethod
    def of(cls, cells: Sequence[Any]) -> Factored:
        """From the cells as they stand."""
        distinct = _Distinct()
        distinct.add(cells)
        return distinct.column()

    def told(self, read: Callable[[Any], Any]) -> Factored:
        """What `read` makes of each distinct value; of values that it makes the same, one is kept."""
        return self.given([read(one) for one in self.values])

    def given(self, values: Sequence[Any]) -> Factored:
        """Something else for each distinct value; of those that are the same, one is kept."""
        again = Factored.of(values)
        return Factored(again.values, again.position[self.position])

    def take(self, of_values: np.ndarray) -> np.ndarray:
        """Something told of each distinct value, for each cell."""
        return of_values[self.position] if len(of_values) else np.zeros(0, of_values.dtype)

    def cells(self) -> list[Any]:
        """Every cell."""
        return [self.values[at] for at in self.position.tolist()]


@dataclass(frozen=True, eq=False)
class FactoredTable:
    """R rows that fit the header, with their lines (int64), and those that do not; `titles` stood before the header."""

    names: tuple[str, ...]
    columns: dict[str, Factored]
    lines: np.ndarray
    ragged: tuple[tuple[int, tuple[Any, ...]], ...] = ()
    titles: tuple[str, ...] = ()

    @classmethod
    def of(cls, table: Table) -> FactoredTable:
        """From a table that is held in memory anyhow."""
        columns = {name: Factored.of(cells) for name, cells in zip(table.names, table.columns)}
        return cls(table.names, columns, np.asarray(table.lines, np.int64), table.ragged, table.titles)

    @property
    def rows(self) -> int:
        """How many rows the table has, ragged ones too."""
        return len(self.lines) + len(self.ragged)

    def column(self, name: str) -> Factored:
        """Raises KeyError for a name that the table does not have, or whose column was not read."""
        return self.columns[name]


def read_text(
    file: BinaryIO,
    header: Callable[[list[list[Any]]], Header],
    wanted: Callable[[Sequence[str]], Collection[str]] | None = None,
    cancelled: Callable[[], bool] = never,
    most: int | None = None,
) -> FactoredTable:
    """A text file, piece by piece, so that a very long one fits; of its columns only those `wanted` of its names.

    Of its rows about the first `most` where that is given.

    Raises NoText and csv.Error where it is no table, and Stopped.
    """
    found: Header | None = None
    keep: dict[str, _Distinct] = {}
    lines: list[np.ndarray] = [np.zeros(0, np.int64)]
    ragged: list[tuple[int, tuple[Any, ...]]] = []
    for rows, where in text_pieces(file, cancelled):
        rows, where = without_empty(rows, where)
        if found is None:
            if not rows:
                continue
            found = header(rows)
            rows, where = rows[found.start :], where[found.start :]
            keep = {name: _Distinct() for name in (found.names if wanted is None else wanted(found.names))}
        piece = columnar(rows, where, list(found.names))
        for name, distinct in keep.items():
            distinct.add(piece.column(name))
        lines.append(np.asarray(piece.lines, np.int64))
        ragged += piece.ragged
        if most is not None and sum(map(len, lines)) >= most:
            break
    names, titles = (found.names, found.titles) if found else ((), ())
    columns = {name: distinct.column() for name, distinct in keep.items()}
    return FactoredTable(names, columns, np.concatenate(lines), tuple(ragged), titles)


class _Distinct:
    """The distinct values of a column that comes in pieces."""

    def __init__(self) -> None:
        self._place: defaultdict[Any, int] = defaultdict()
        self._place.default_factory = self._place.__len__
        self._pieces = [np.zeros(0, np.int32)]

    def add(self, cells: Iterable[Any]) -> None:
        some = cells if isinstance(cells, list) else list(cells)
        self._pieces.append(np.fromiter(map(self._place.__getitem__, some), np.int32, len(some)))

    def column(self) -> Factored:
        return Factored(list(self._place), np.concatenate(self._pieces))
