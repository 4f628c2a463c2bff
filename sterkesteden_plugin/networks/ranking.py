# SPDX-License-Identifier: GPL-2.0-or-later
"""The largest of each, with ties that are ties."""

from __future__ import annotations

import numpy as np

_DECIMALS = 6  # so many are looked for
_NOISE = 1e-11  # of a sum of decimal fractions, relative


def whole(flow: np.ndarray) -> tuple[np.ndarray, int]:
    """Flows of few decimals as whole numbers, whose sums are exact; and how many times larger they are.

    A table in thousands with one decimal has flows such as 0.3, which no float64 holds: of two equal sums of these one
    may come out larger, or just below a threshold that it reaches. Other flows are answered as they are, and 1.
    """
    for unit in (10**places for places in range(_DECIMALS + 1)):
        scaled = flow * unit
        rounded = np.rint(scaled)
        if (np.abs(scaled - rounded) <= _NOISE * rounded).all() and rounded.sum() < 2.0**53:
            return rounded, unit
    return flow, 1


def largest_of_each(owner: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Where the largest value of every owner stands, of equals the first. `owner` is sorted."""
    if not len(owner):
        return np.zeros(0, np.int64)
    begins = np.flatnonzero(np.diff(owner, prepend=owner[0] - 1))
    size = np.diff(begins, append=len(owner))
    largest = np.flatnonzero(value == np.repeat(np.maximum.reduceat(value, begins), size))
    return largest[np.flatnonzero(np.diff(owner[largest], prepend=owner[0] - 1))]
