# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the header of a table is: titles may stand before it, and it may have several rows with merged cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from .cells import is_number_or_none, text
from .table import Table, columnar, named, without_empty

BETWEEN = " – "  # the parts of a name that stood above each other
_SEARCHED = 30  # rows in which the header is looked for
_DEEPEST = 3  # rows of one header
_FEWEST = 2  # names


@dataclass(frozen=True)
class Header:
    """The first row of the data, the names of the columns, and what stood before the header."""

    start: int
    names: tuple[str, ...]
    titles: tuple[str, ...] = ()


def header(rows: Sequence[Sequence[Any]], score: Callable[[Sequence[str]], float]) -> Header:
    """The header whose names `score` best, the first of them; where none scores, the first row that looks like one.

    Empty rows must have been taken out. Without a header columns are named by their number, from 1.
    """
    best, found = 0.0, None
    for start in range(min(len(rows), _SEARCHED)):
        for depth in range(1, _DEEPEST + 1):
            names = _names(rows[start : start + depth])
            if len(names) < _FEWEST or start + depth > len(rows):
                continue
            scored = score(names)
            if scored > best:
                best, found = scored, Header(start + depth, tuple(names), _titles(rows[:start]))
    return found or _plain(rows)


def table_of(
    rows: list[list[Any]], lines: Sequence[int], score: Callable[[Sequence[str]], float], most: int | None = None
) -> Table:
    """A table from the rows of a file as they stand; of very long ones only the first `most` where that is given."""
    rows, lines = without_empty(rows, lines)
    found = header(rows, score)
    end = None if most is None else found.start + most
    table = columnar(rows[found.start : end], lines[found.start : end], list(found.names))
    return Table(table.columns, table.names, table.lines, table.ragged, found.titles)


def _names(rows: Sequence[Sequence[Any]]) -> list[str]:
    """Names of columns from the rows of a header; a cell that is merged counts for all columns below it."""
    width = max(map(len, rows), default=0)
    said = [[text(row[at]) if at < len(row) else "" for at in range(width)] for row in rows]
    if any(one and is_number_or_none(one) for row in said[1:] for one in row):
        return []  # data
    parts: list[list[str]] = [[] for _ in range(width)]
    for depth, row in enumerate(said):
        last = ""
        for at, own in enumerate(row):
            below = any(said[lower][at] for lower in range(depth + 1, len(said)))
            last = own or (last if below and _same_above(parts, at) else "")
            if last and last not in parts[at]:
                parts[at].append(last)
    if len(said) > 1 and not all(any(row) for row in said):
        return []
    return named([BETWEEN.join(one) for one in parts])


def _same_above(parts: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column stands under the same merged cells as the one before it."""
    return at > 0 and (len(parts[at]) == 0 or list(parts[at - 1][: len(parts[at])]) == list(parts[at]))


def _titles(rows: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    return tuple(one for row in rows for one in map(text, row) if one)


def _plain(rows: Sequence[Sequence[Any]]) -> Header:
    for start, row in enumerate(rows[:_SEARCHED]):
        said = [one for one in map(text, row) if one]
        if len(said) >= _FEWEST:
            if len(set(said)) == len(said) and not any(map(is_number_or_none, said)):
                return Header(start + 1, tuple(named(row)), _titles(rows[:start]))
            return Header(start, tuple(named([""] * len(row))), _titles(rows[:start]))
    return Header(0, tuple(named([""] * max(map(len, rows), default=0))))
