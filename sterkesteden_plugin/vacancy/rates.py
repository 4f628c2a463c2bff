# SPDX-License-Identifier: GPL-2.0-or-later
"""Vacancy by area and function: how many units, how many of them vacant, for how long, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .intervals import wilson
from .premises import OCCUPIED, UNKNOWN_DURATION, VACANT, Premises


@dataclass(frozen=True, eq=False)
class Rates:
    """Arrays (A, F + 1) by area and function; the last column counts each unit once, whatever its functions.

    Counts are int64. Shares are of 0 to 1 and NaN where there is nothing to divide by. Of what is `suppressed` (fewer
    units than the least number that was set) every count is 0 and every share NaN.
    """

    units: np.ndarray  # of which it is known whether they are vacant
    unknown: np.ndarray  # of which it is not known
    vacant: np.ndarray
    rate: np.ndarray  # vacant / units
    low: np.ndarray  # 95% interval of Wilson around the rate
    high: np.ndarray
    floor_area: np.ndarray  # float64, square metres, of the units whose floor area is known
    vacant_area: np.ndarray  # float64, square metres, of the vacant ones among them
    area_rate: np.ndarray  # vacant_area / floor_area
    no_area: np.ndarray  # units whose floor area is not known
    compared: np.ndarray  # vacant units of which it is known whether they were vacant a year before
    long_term: np.ndarray  # of these, those that were
    long_share: np.ndarray  # long_term / compared
    durations: np.ndarray  # (A, F + 1, 4): vacant units by how long: friction, long, structural, unknown
    suppressed: np.ndarray  # bool


def rates(
    premises: Premises,
    unit: np.ndarray,
    area: np.ndarray,
    areas: int,
    before: np.ndarray | None = None,
    duration: np.ndarray | None = None,
    least: int = 0,
) -> Rates:
    """Rates of `areas` areas A, from pairs (K,) that say which unit lies in which area (`inside.Grid.pairs`).

    `before` (int8, P) tells of each unit whether it was vacant on the reference date one year before, as
    `Premises.vacant` does; vacant on two successive 1 Januaries is what CBS calls long-term. `duration` (int8, P) is
    from `premises.duration`.
    A unit in two areas counts in both, one with two functions in both.
    """
    kinds = len(premises.functions) + 1
    shape = (areas, kinds)
    number = np.diff(premises.function_start)[unit]
    # A pair for each function of the unit, and one for all functions together.
    pair = np.concatenate([np.repeat(np.arange(len(unit)), number), np.arange(len(unit))])
    first = np.repeat(premises.function_start[unit] - (np.cumsum(number) - number), number)
    own = premises.function[first + np.arange(len(first))]
    cell = area[pair] * kinds + np.concatenate([own, np.full(len(unit), kinds - 1)])
    unit = unit[pair]

    def count(chosen: np.ndarray, weights: np.ndarray | None = None) -> np.ndarray:
        of = None if weights is None else weights[unit[chosen]]
        return np.bincount(cell[chosen], of, minlength=areas * kinds).reshape(shape)

    vacant = premises.vacant[unit] == VACANT
    known = vacant | (premises.vacant[unit] == OCCUPIED)
    sized = known & np.isfinite(premises.floor_area)[unit]
    was_known, was_vacant = np.zeros_like(vacant), np.zeros_like(vacant)
    if before is not None:
        was_vacant = vacant & (before[unit] == VACANT)
        was_known = was_vacant | (vacant & (before[unit] == OCCUPIED))
    long = np.full(premises.count, UNKNOWN_DURATION, np.int8) if duration is None else duration
    units, empty = count(known), count(vacant)
    every = units + count(~known)
    hidden = (every > 0) & (every < least)

    def shown(counts: np.ndarray) -> np.ndarray:
        return np.where(hidden, 0, counts)

    units, empty = shown(units), shown(empty)
    floor, vacant_floor = (shown(count(one, premises.floor_area)) for one in (sized, sized & vacant))
    compared, stayed = shown(count(was_known)), shown(count(was_vacant))
    low, high = wilson(empty, units)
    return Rates(
        units=units,
        unknown=shown(count(~known)),
        vacant=empty,
        rate=_share(empty, units),
        low=low,
        high=high,
        floor_area=floor,
        vacant_area=vacant_floor,
        area_rate=_share(vacant_floor, floor),
        no_area=shown(count(known & ~sized)),
        compared=compared,
        long_term=stayed,
        long_share=_share(stayed, compared),
        durations=np.stack([shown(count(vacant & (long[unit] == one))) for one in range(4)], axis=-1),
        suppressed=hidden,
    )


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, part / whole, np.nan)
