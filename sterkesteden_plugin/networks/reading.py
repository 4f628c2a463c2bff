# SPDX-License-Identifier: GPL-2.0-or-later
"""From the cells of a table to flows of years and sectors, and to what of it cannot be used, row by row.

Every row is used, or kept apart because its flow was suppressed, or left out because it is of no zone, or rejected:
`rows == used + suppressed + left_out + len(rejected)`. Cells of a matrix count as rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from ..tables import cells
from ..tables.stopping import Stopped, never
from .cells import zone_code
from .flows import ELSEWHERE
from .layouts import Layout, Table, unit_of

# Why a row cannot be used.
RAGGED, NO_ORIGIN, NO_DESTINATION, NO_YEAR = "ragged", "no-origin", "no-destination", "no-year"
NO_NUMBER, NEGATIVE = "no-number", "negative"

# What is told of a table.
SUPPRESSED, AGGREGATES, PARTS, DUPLICATES = "suppressed", "aggregates", "parts", "duplicates"
UNKNOWN, DECIMAL, UNCONFIRMED = "unknown", "decimal", "unconfirmed"

EXAMPLES = 5  # of what is told
_MOST_PARTS = 1000  # distinct values of a column that divides rows by sex, age, …

# The lowest level that a table has are its zones; what is above it are their sums. Of CBS: COROP regions, provinces, …
_LEVELS = {"CR": 1, "PV": 2, "LD": 3, "NL": 4}
_REGION = re.compile(r"(CR|PV|LD|NL)\d\d")
_TOTAL = re.compile(r"t00\d{4}|totaal.*|total")
_TOTAL_LEVEL = 9


@dataclass(frozen=True)
class Rejected:
    """A row that cannot be used: its line, why (`RAGGED`, …), and origin, destination, flow and year as they stand.

    Of a ragged row `values` are its first cells.
    """

    line: int
    reason: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """Something to tell: of how many rows, codes or zones, and a few of them (or other values, in a fixed order)."""

    key: str
    count: int = 0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Rows:
    """M rows: positions (int64) in the codes, years and sectors of the table."""

    origin: np.ndarray
    destination: np.ndarray
    year: np.ndarray
    sector: np.ndarray


@dataclass(frozen=True, eq=False)
class ReadFlows:
    """What a table holds. `flow` (float64) belongs to `pairs`; of `hidden`, the suppressed ones, there is none.

    `codes`, `years` and `sectors` are sorted; `ELSEWHERE` among the codes is what the table says is not known. A table
    without years or sectors has the one "".
    """

    layout: Layout
    codes: tuple[str, ...]
    years: tuple[str, ...]
    sectors: tuple[str, ...]
    pairs: Rows
    flow: np.ndarray
    hidden: Rows
    unit: str
    rows: int
    left_out: int
    rejected: tuple[Rejected, ...]
    notes: tuple[Note, ...]

    @property
    def used(self) -> int:
        return len(self.flow)

    @property
    def suppressed(self) -> int:
        return len(self.hidden.origin)


@dataclass(frozen=True, eq=False)
class _Long:
    """The table with a row for each pair, whatever its form was."""

    origin: Sequence[Any]
    destination: Sequence[Any]
    flow: Sequence[Any]
    year: Sequence[Any] | None
    sector: Sequence[Any] | None
    lines: np.ndarray


def read_flows(table: Table, layout: Layout, cancelled: Callable[[], bool] = never) -> ReadFlows:
    """Raises KeyError where the table has no column of a name in the layout, and Stopped."""
    long = _melted(table) if layout.is_matrix else _picked(table, layout)
    labels, (origin, destination) = cells.factorise((long.origin, long.destination), zone_code)
    _go_on(cancelled)
    values, kind, doubtful = cells.numbers(long.flow)
    _go_on(cancelled)
    years, year = _years(long.year, len(values))
    sectors, sector = _sectors(long.sector, len(values))
    _go_on(cancelled)

    level = np.array([_level(label) for label in labels] or [0])
    known = np.array([label != ELSEWHERE for label in labels] or [True])
    is_sum = known & (level > (level[known].min() if known.any() else 0))
    of_sum = is_sum[origin] | is_sum[destination]
    parts = () if layout.is_matrix else _parts(table, layout)
    of_part = _of_part(table, parts, len(values)) & ~of_sum
    reason = np.select(
        [origin < 0, destination < 0, of_sum | of_part],
        [1, 2, 3],
        np.select([year < 0, kind == cells.NO_DATA, kind == cells.NO_NUMBER, kind == cells.NEGATIVE], [4, 5, 6, 7], 0),
    )
    used, hidden, left_out = reason == 0, reason == 5, reason == 3
    pairs = Rows(origin[used], destination[used], year[used], sector[used])
    apart = Rows(origin[hidden], destination[hidden], year[hidden], sector[hidden])
    _go_on(cancelled)
    sums = tuple(label for label, one in zip(labels, is_sum) if one)
    notes = (
        Note(UNCONFIRMED, 0 if layout.confirmed else 1, (layout.origin, layout.destination, layout.flow)),
        Note(SUPPRESSED, int(hidden.sum())),
        Note(AGGREGATES, int((left_out & of_sum).sum()), sums[:EXAMPLES]),
        Note(PARTS, int((left_out & of_part).sum()), parts),
        _duplicates(pairs, labels, len(sectors)),
        Note(UNKNOWN, int((~known[pairs.origin] | ~known[pairs.destination]).sum())),
        Note(DECIMAL, 1 if doubtful else 0, (doubtful,)),
    )
    return ReadFlows(
        layout,
        tuple(labels),
        tuple(years),
        tuple(sectors),
        pairs,
        values[used],
        apart,
        layout.unit or unit_of(layout.flow),
        len(values) + len(table.ragged),
        int(left_out.sum()),
        _rejected(table, long, reason),
        tuple(note for note in notes if note.count),
    )


def is_total(sector: str) -> bool:
    """Whether a sector is the sum of the others."""
    return _TOTAL.match(sector.casefold()) is not None


def _go_on(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Stopped


def _picked(table: Table, layout: Layout) -> _Long:
    year, sector = (table.column(name) if name else None for name in (layout.year, layout.sector))
    origin, destination, flow = (table.column(one) for one in (layout.origin, layout.destination, layout.flow))
    return _Long(origin, destination, flow, year, sector, np.asarray(table.lines, np.int64))


def _melted(table: Table) -> _Long:
    """A matrix as a row for each of its cells, column by column. Its columns are in the order of its rows, or named."""
    if not table.columns:
        return _Long([], [], [], None, None, np.zeros(0, np.int64))
    rows, count = table.columns[0], len(table.lines)
    names = [cells.text(name) for name in table.names[1:]]
    columns = names if set(names) == set(map(cells.text, rows)) else rows
    return _Long(
        rows * len(columns),
        list(chain.from_iterable([name] * count for name in columns)),
        list(chain.from_iterable(table.columns[1:])),
        None,
        None,
        np.tile(np.asarray(table.lines, np.int64), len(columns)),
    )


def _years(column: Sequence[Any] | None, count: int) -> tuple[list[str], np.ndarray]:
    """Years of rows; with their parts (2022-03) where the table has several of one year."""
    if column is None:
        return [""], np.zeros(count, np.int64)
    periods, (where,) = cells.factorise((column,), cells.period)
    years = [year for year, _ in periods]
    if len(set(years)) == len(years):
        return years, where
    return [f"{year}-{part}" if part else year for year, part in periods], where


def _sectors(column: Sequence[Any] | None, count: int) -> tuple[list[str], np.ndarray]:
    if column is None:
        return [""], np.zeros(count, np.int64)
    sectors, (where,) = cells.factorise((column,), cells.text)
    return sectors, where


def _level(code: str) -> int:
    if _TOTAL.fullmatch(code.casefold()):
        return _TOTAL_LEVEL
    return _LEVELS[code[:2]] if _REGION.fullmatch(code) else 0


def _parts(table: Table, layout: Layout) -> tuple[str, ...]:
    """Columns not named by the layout that divide rows by sex, age, …, and have a total beside the parts."""
    mine = {layout.origin, layout.destination, layout.flow, layout.year, layout.sector}
    found = []
    for name, column in zip(table.names, table.columns):
        distinct = set() if name in mine else set(column)
        if 1 < len(distinct) <= _MOST_PARTS and any(isinstance(one, str) and is_total(one.strip()) for one in distinct):
            found.append(name)
    return tuple(found)


def _of_part(table: Table, parts: Sequence[str], count: int) -> np.ndarray:
    """Rows of a part whose total has a row of its own."""
    part = np.zeros(count, bool)
    for name in parts:
        part |= np.fromiter((not is_total(cells.text(one)) for one in table.column(name)), bool, count)
    return part


def _duplicates(pairs: Rows, labels: Sequence[str], sectors: int) -> Note:
    width = len(labels) + 1
    key = ((pairs.year * sectors + pairs.sector) * width + pairs.origin) * width + pairs.destination
    distinct, times = np.unique(key, return_counts=True)
    twice = distinct[times > 1][:EXAMPLES]
    told = tuple(f"{labels[one // width % width]} → {labels[one % width]}" for one in twice)
    return Note(DUPLICATES, len(key) - len(distinct), told)


_REASONS = {1: NO_ORIGIN, 2: NO_DESTINATION, 4: NO_YEAR, 6: NO_NUMBER, 7: NEGATIVE}


def _rejected(table: Table, long: _Long, reason: np.ndarray) -> tuple[Rejected, ...]:
    ragged = [Rejected(line, RAGGED, tuple(map(cells.text, row[:4]))) for line, row in table.ragged]
    bad = []
    for row in np.flatnonzero(np.isin(reason, list(_REASONS))).tolist():
        year = "" if long.year is None else long.year[row]
        values = (long.origin[row], long.destination[row], long.flow[row], year)
        bad.append(Rejected(int(long.lines[row]), _REASONS[int(reason[row])], tuple(map(cells.text, values))))
    return tuple(sorted(ragged + bad, key=lambda one: one.line))
