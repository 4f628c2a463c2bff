# SPDX-License-Identifier: GPL-2.0-or-later
"""A table by its columns, with the lines of its rows; rows that do not fit its header are kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .cells import text


@dataclass(frozen=True, eq=False)
class Table:
    """Cells of a table by column, all of the length of `lines`: where each row stands in its file or layer.

    `ragged` are rows that have more or fewer cells than the header, with their lines; `titles` stood before it.
    """

    columns: tuple[list[Any], ...]
    names: tuple[str, ...]
    lines: Sequence[int]
    ragged: tuple[tuple[int, tuple[Any, ...]], ...] = field(default=())
    titles: tuple[str, ...] = ()

    def column(self, name: str) -> list[Any]:
        """Raises KeyError for a name that the table does not have."""
        if name not in self.names:
            raise KeyError(name)
        return self.columns[self.names.index(name)]


def without_empty(rows: list[list[Any]], lines: Sequence[int]) -> tuple[list[list[Any]], Sequence[int]]:
    """The rows that say something, with their lines."""
    if all(map(any, rows)):
        return rows, lines
    kept = [number for number, row in enumerate(rows) if any(not _is_empty(one) for one in row)]
    return [rows[number] for number in kept], [lines[number] for number in kept]


def named(row: Sequence[Any]) -> list[str]:
    """Names of columns, each its own: a number where a cell is empty or says what another one does."""
    names: list[str] = []
    for number, cell in enumerate(row, 1):
        name = text(cell)
        names.append(name if name and name not in names else str(number))
    while names and _is_empty(row[len(names) - 1]) and any(map(text, row)):
        names.pop()  # separators at the end of the line
    return names


def columnar(rows: list[list[Any]], lines: Sequence[int], names: list[str]) -> Table:
    """A table with these names of its columns, from the rows below its header."""
    width = len(names)
    ragged = []
    if set(map(len, rows)) - {width}:
        kept = []
        for number, row in enumerate(rows):
            if len(row) < width or any(not _is_empty(one) for one in row[width:]):
                ragged.append((lines[number], tuple(row)))
            else:
                kept.append(number)
        rows, lines = [rows[number][:width] for number in kept], [lines[number] for number in kept]
    columns = tuple(map(list, zip(*rows))) if rows else tuple([] for _ in names)
    return Table(columns, tuple(names), lines, tuple(ragged))


def _is_empty(cell: Any) -> bool:
    return cell is None or cell == ""
