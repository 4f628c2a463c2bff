# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of each unit between two reference dates of one register, by its id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .definitions import Definition, require_comparable
from .premises import OCCUPIED, VACANT, Premises

# What became of a unit. UNCLEAR: of one of the dates it is not known whether it was vacant.
NEWLY_VACANT, FILLED, STILL_VACANT, STILL_OCCUPIED, GONE, NEW, UNCLEAR = range(7)


@dataclass(frozen=True, eq=False)
class Change:
    """Arrays (U,) of all units that stand in either register, by id."""

    ids: tuple[str, ...]
    then: np.ndarray  # int64: position in the first register, -1 where it does not stand there
    now: np.ndarray  # int64: position in the second
    kind: np.ndarray  # int8: NEWLY_VACANT … UNCLEAR
    other_function: np.ndarray  # bool: stands in both, with other functions


def change(then_ids: Sequence[str], then: Premises, now_ids: Sequence[str], now: Premises) -> Change:
    """Compare two registers. Raises ValueError where an id stands twice in one of them.

    Raises NotComparable where their definitions, if these are told, are not the same or a series break is between them.
    """
    if then.definition is not None or now.definition is not None:
        require_comparable([then.definition or Definition(), now.definition or Definition()])
    for ids, name in ((then_ids, "first"), (now_ids, "second")):
        if len(set(ids)) != len(ids):
            raise ValueError(f"an id stands twice in the {name} register")
    every = tuple(sorted({*then_ids, *now_ids}))
    place = {one: number for number, one in enumerate(every)}
    first, second = (np.full(len(every), -1, np.int64) for _ in range(2))
    for ids, position in ((then_ids, first), (now_ids, second)):
        position[np.fromiter((place[one] for one in ids), np.int64, len(ids))] = np.arange(len(ids))
    was, is_now = _state(then, first), _state(now, second)
    kind = np.full(len(every), UNCLEAR, np.int8)
    kind[(was == OCCUPIED) & (is_now == VACANT)] = NEWLY_VACANT
    kind[(was == VACANT) & (is_now == OCCUPIED)] = FILLED
    kind[(was == VACANT) & (is_now == VACANT)] = STILL_VACANT
    kind[(was == OCCUPIED) & (is_now == OCCUPIED)] = STILL_OCCUPIED
    kind[second < 0] = GONE
    kind[first < 0] = NEW
    both = (first >= 0) & (second >= 0)
    return Change(every, first, second, kind, both & _functions_differ(then, first, now, second))


def _state(premises: Premises, position: np.ndarray) -> np.ndarray:
    return np.append(premises.vacant, np.int8(-2))[position]  # -2 for what does not stand there


def _functions_differ(then: Premises, first: np.ndarray, now: Premises, second: np.ndarray) -> np.ndarray:
    names = sorted({*then.functions, *now.functions})
    pairs = [_pairs(one, at, names) for one, at in ((then, first), (now, second))]
    only = np.setxor1d(pairs[0], pairs[1], assume_unique=True) // max(len(names), 1)
    differ = np.zeros(len(first), bool)
    differ[only] = True
    return differ


def _pairs(premises: Premises, position: np.ndarray, names: list[str]) -> np.ndarray:
    """Unit and function in one number, of the units that stand there."""
    there = np.flatnonzero(position >= 0)
    unit = np.empty(premises.count, np.int64)
    unit[position[there]] = there
    renamed = np.array([names.index(name) for name in premises.functions], np.int64)
    return np.repeat(unit, np.diff(premises.function_start)) * len(names) + renamed[premises.function]
