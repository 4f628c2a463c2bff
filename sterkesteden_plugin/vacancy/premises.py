# SPDX-License-Identifier: GPL-2.0-or-later
"""Premises as arrays: what every computation of vacancy starts from. What is not known is kept apart, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .definitions import Definition

OCCUPIED, VACANT, UNKNOWN = 0, 1, -1
FRICTION, LONG, STRUCTURAL, UNKNOWN_DURATION = range(4)  # frictie, langdurig, structureel, onbekend


@dataclass(frozen=True, eq=False)
class Premises:
    """P units of one definition on one reference date; a unit may have several functions, or none that is known."""

    x: np.ndarray  # float64 (P,), metres; NaN where it has no place
    y: np.ndarray
    vacant: np.ndarray  # int8 (P,): VACANT, OCCUPIED or UNKNOWN
    floor_area: np.ndarray  # float64 (P,), square metres; NaN where not known
    functions: tuple[str, ...]  # F names
    function_start: np.ndarray  # int64 (P + 1,): unit p has `function[function_start[p]:function_start[p + 1]]`
    function: np.ndarray  # int64, positions in `functions`, each at most once for a unit
    definition: Definition | None = None  # None where nobody has told it

    @property
    def count(self) -> int:
        """P, the number of units."""
        return len(self.x)


def functions_of(units: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], np.ndarray, np.ndarray]:
    """(functions, function_start, function) from the names that each unit has, sorted, each counted once for a unit."""
    own = [sorted(set(names)) for names in units]
    functions = tuple(sorted({name for names in own for name in names}))
    place = {name: number for number, name in enumerate(functions)}
    start = np.zeros(len(own) + 1, np.int64)
    np.cumsum([len(names) for names in own], out=start[1:])
    return functions, start, np.array([place[name] for names in own for name in names], np.int64)


def duration(since: np.ndarray, reference: str) -> np.ndarray:
    """int8 (P,): how long a unit has been vacant on the reference date (ISO); `since` is datetime64[D], NaT if unknown.

    Up to 1 year is FRICTION, over 1 and up to 3 years LONG, over 3 years STRUCTURAL, as PBL and Drenthe in Cijfers
    divide vacancy of shops. A day that is not known, or after the reference date, is UNKNOWN_DURATION.
    """
    days = np.asarray(since, "datetime64[D]")
    today = np.datetime64(reference, "D")
    told = np.full(days.shape, UNKNOWN_DURATION, np.int8)
    told[days <= today] = FRICTION
    told[days < _years_before(today, 1)] = LONG
    told[days < _years_before(today, 3)] = STRUCTURAL
    return told


def _years_before(day: np.datetime64, years: int) -> np.datetime64:
    month = day.astype("datetime64[M]")
    earlier = month - 12 * years
    days = (day - month.astype("datetime64[D]")).astype(int)
    last = ((earlier + 1).astype("datetime64[D]") - earlier.astype("datetime64[D]")).astype(int) - 1
    return earlier.astype("datetime64[D]") + min(days, last)  # 29 February, a year before, is the 28th
