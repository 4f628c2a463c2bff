# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that are told to the user with line and reason: nothing of a table is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..tables.cells import text
from ..tables.factored import Factored, FactoredTable

# Why a row is none that is counted.
RAGGED = "ragged"  # more or fewer cells than the header
EMPTY = "empty"  # nothing of what is asked for stands in it
OTHER_KIND = "other-kind"  # a berth or a pitch: no verblijfsobject
NO_STOCK = "no-stock"  # planned, never built or withdrawn
SECONDARY_ADDRESS = "secondary-address"  # of an object that has a row of its own
DOUBLE = "double"  # says what another row said
CONTRADICTS = "contradicts"  # is of a unit of which another row says otherwise
MERGED = "merged"  # tells another function of a unit that has a row
NO_AREA, NO_YEAR, NO_FIGURES = "no-area", "no-year", "no-figures"
VACANT_OVER_TOTAL, RATE_OVER_ALL = "vacant-over-total", "rate-over-all"
SCOPE_OVER_TOTAL = "scope-over-total"

# Why a cell of a row that is counted was not taken.
FORMULA, NO_NUMBER, NEGATIVE = "formula", "no-number", "negative"
DUMMY_FLOOR, DUMMY_YEAR = "dummy-floor", "dummy-year"
BAD_DATE, LATER, NOT_VACANT = "bad-date", "later", "not-vacant"
BAD_ID, BAD_POSTCODE, BAD_HOUSE_NUMBER, BAD_PLACE = "bad-id", "bad-postcode", "bad-house-number", "bad-place"
NO_ANSWER = "no-answer"  # neither vacant nor not
CONTRADICTED = "contradicted"  # rows of one unit say different things: it is not known
SAME_ADDRESS = "same-address"  # another unit has it too
ONLY_SECONDARY = "only-secondary"  # the object has no row with its main address
NO_DATA, NO_UNITS = "no-data", "no-units"


@dataclass(frozen=True, eq=False)
class Listed:
    """L rows by line: reason `reasons[reason[l]]`, and the cell or cells that it is about."""

    line: np.ndarray  # int64 (L,)
    reason: np.ndarray  # int8 (L,)
    reasons: tuple[str, ...]
    said: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.line)

    def __iter__(self) -> Iterator[tuple[int, str, str]]:
        """(line, reason, cell)."""
        return ((int(line), self.reasons[at], said) for line, at, said in zip(self.line, self.reason, self.said))

    def counts(self) -> dict[str, int]:
        """How many rows there are of each reason."""
        told = np.bincount(self.reason, minlength=len(self.reasons)).tolist()
        return {reason: count for reason, count in zip(self.reasons, told) if count}


class Listing:
    """Gathers rows to be listed."""

    def __init__(self, table: FactoredTable) -> None:
        self._table = table
        self._parts: list[tuple[np.ndarray, str, Sequence[str]]] = []

    def add(self, rows: np.ndarray, reason: str, *columns: Factored | None) -> None:
        """Rows (bool, or positions) of the table for a reason, and the columns whose cells are to be shown."""
        at = np.flatnonzero(rows) if rows.dtype == bool else rows
        shown = [column for column in columns if column is not None]
        cells = [_texts(column, at) for column in shown]
        said = cells[0] if len(cells) == 1 else [_joined(row) for row in zip(*cells)] if cells else [""] * len(at)
        self.add_lines(self._table.lines[at], reason, said)

    def add_lines(self, lines: np.ndarray, reason: str, said: Sequence[str]) -> None:
        """Rows by their lines, and what is shown of each."""
        if len(lines):
            self._parts.append((lines, reason, said))

    def add_ragged(self) -> None:
        """The rows that do not fit the header."""
        lines = np.array([line for line, _ in self._table.ragged], np.int64)
        self.add_lines(lines, RAGGED, [_joined(cells[:4]) for _, cells in self._table.ragged])

    def listed(self) -> Listed:
        """All of them."""
        reasons = tuple(dict.fromkeys(reason for _, reason, _ in self._parts))
        line = np.concatenate([np.zeros(0, np.int64), *(lines for lines, _, _ in self._parts)])
        kind = [np.full(len(lines), reasons.index(reason), np.int8) for lines, reason, _ in self._parts]
        reason = np.concatenate([np.zeros(0, np.int8), *kind])
        said = [one for _, _, cells in self._parts for one in cells]
        order = np.argsort(line, kind="stable")
        return Listed(line[order], reason[order], reasons, tuple(said[at] for at in order.tolist()))


def _texts(column: Factored, rows: np.ndarray) -> list[str]:
    places = column.position[rows].tolist()
    told = {place: text(column.values[place]) for place in set(places)}
    return [told[place] for place in places]


def _joined(cells: Sequence[Any]) -> str:
    return " ".join(one for one in map(text, cells) if one)
