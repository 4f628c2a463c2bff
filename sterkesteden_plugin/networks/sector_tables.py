# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of sectors by zone: a row for each zone and sector, or a row for each zone and a column for each sector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..tables import cells
from .cells import zone_code
from .reading import is_total


@dataclass(frozen=True, eq=False)
class SectorTable:
    """Amounts of Z areas by S sectors, in the order in which the table has the sectors, areas sorted by code."""

    codes: tuple[str, ...]
    sectors: tuple[str, ...]
    amounts: np.ndarray  # float64 (Z, S); NaN where the table does not tell it, which is not zero
    totals: np.ndarray | None  # float64 (Z,), of all sectors; None where the table has no such row or column
    wrong: tuple[tuple[int, str], ...]  # line and text of cells that are no amount; they count as not told


class Twice(Exception):
    """A zone has the same sector in two rows: of two years, perhaps. `args` are its code and the sector."""


def long_table(
    codes: Sequence[Any], sectors: Sequence[Any], values: Sequence[Any], lines: Sequence[int]
) -> SectorTable:
    """From a row for each zone and sector. A sector that is called a total is the total. Raises Twice."""
    names = [cells.text(one) for one in sectors]
    amounts, wrong = _amounts(values, lines)
    rows = [(zone_code(code), name, amount) for code, name, amount in zip(codes, names, amounts.tolist())]
    used = [row for row in rows if row[0] and row[1]]
    total = next((name for _code, name, _amount in used if is_total(name)), None)
    kinds = list(dict.fromkeys(name for _code, name, _amount in used if not is_total(name)))
    areas = sorted({code for code, _name, _amount in used if code})
    table = np.full((len(areas), len(kinds) + 1), np.nan)
    row_of, column_of = {code: at for at, code in enumerate(areas)}, {name: at for at, name in enumerate(kinds)}
    if total is not None:
        column_of[total] = len(kinds)
    seen = set()
    for code, name, amount in used:
        if name not in column_of:
            continue  # another word for the total
        if (code, name) in seen:
            raise Twice(code, name)
        seen.add((code, name))
        table[row_of[str(code)], column_of[name]] = amount
    totals = None if total is None else table[:, -1]
    return SectorTable(tuple(areas), tuple(kinds), table[:, :-1], totals, wrong)


def wide_table(
    codes: Sequence[Any],
    columns: Mapping[str, Sequence[Any]],
    total: Sequence[Any] | None,
    lines: Sequence[int],
) -> SectorTable:
    """From a row for each zone and a column for each sector, perhaps one with the total. Raises Twice."""
    read = {name: _amounts(values, lines) for name, values in columns.items()}
    sums = None if total is None else _amounts(total, lines)
    found = [zone_code(code) for code in codes]
    rows = {code: at for at, code in enumerate(found) if code}
    twice = next((code for at, code in enumerate(found) if code and rows[code] != at), None)
    if twice is not None:
        raise Twice(twice, next(iter(columns), ""))
    areas = tuple(sorted(rows))
    at = [rows[code] for code in areas]
    amounts = np.array([values[at] for values, _wrong in read.values()], np.float64).reshape(len(read), len(at)).T
    wrong = [one for _values, more in (*read.values(), *([sums] if sums else [])) for one in more]
    return SectorTable(areas, tuple(columns), amounts, sums[0][at] if sums else None, tuple(sorted(wrong)))


def _amounts(values: Sequence[Any], lines: Sequence[int]) -> tuple[np.ndarray, tuple[tuple[int, str], ...]]:
    """float64, NaN for what is not told, and the cells that are no amount."""
    amounts, kind, _example = cells.numbers(list(values))
    wrong = np.flatnonzero((kind == cells.NO_NUMBER) | (kind == cells.NEGATIVE)).tolist()
    return np.where(kind == cells.NUMBER, amounts, np.nan), tuple((lines[at], cells.text(values[at])) for at in wrong)
