# SPDX-License-Identifier: GPL-2.0-or-later
"""Axes: round numbers, and what fits on them. Pure: no QGIS, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TICKS = 3
_FLAT = 3  # a course that takes less than one part in so many of the common scale would look flat


def _step(span: float, count: int) -> float:
    """A step of 1, 2 or 5 times a power of ten, about `count` of which make the span."""
    rough = span / count
    power = 10.0 ** floor(log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)


def ticks(low: float, high: float, count: int = _TICKS) -> list[float]:
    """Round numbers that enclose low and high, about `count` steps apart."""
    if high <= low:
        span = abs(low) or 1.0
        low, high = low - span / 20, high + span / 20
    step = _step(high - low, count)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [step * i for i in range(first, last + 1)]


@dataclass(frozen=True)
class Scales:
    """The axis of each panel. `shifted`: all have the same height, but each begins at a number of its own."""

    ticks: tuple[tuple[float, ...], ...]
    shifted: bool


def scales(panels: Sequence[Sequence[float]]) -> Scales:
    """One axis for all panels, from their values; where the courses would look flat on it, the same height for each.

    A panel without values has the axis of the others. Raises ValueError when no panel has a value.
    """
    known = [values for values in panels if values]
    if not known:
        raise ValueError("a chart needs a value")
    low, high = min(map(min, known)), max(map(max, known))
    span = max(max(values) - min(values) for values in known)
    if len(known) > 1 and 0 < span < (high - low) / _FLAT:
        step = _step(span, _TICKS)
        firsts = [floor(min(values) / step + 1e-9) if values else None for values in panels]
        count = max(ceil(max(v) / step - 1e-9) - first for v, first in zip(panels, firsts) if first is not None)
        start = min(first for first in firsts if first is not None)
        return Scales(
            tuple(tuple(step * ((start if f is None else f) + i) for i in range(count + 1)) for f in firsts), True
        )
    if len(known) > 1 and 0 <= low <= high / 2:
        low = 0.0
    common = tuple(ticks(low, high))
    return Scales((common,) * len(panels), False)


def free(wanted: Sequence[tuple[float, float]], gap: float) -> set[int]:
    """Which labels (middle, width) on one line can stand without touching: first the last one, then the first."""
    order = [len(wanted) - 1, 0, *range(len(wanted) - 2, 0, -1)]
    kept: set[int] = set()
    for i in order if wanted else ():
        middle, width = wanted[i]
        if i not in kept and all(abs(middle - wanted[k][0]) >= (width + wanted[k][1]) / 2 + gap for k in kept):
            kept.add(i)
    return kept


def evenly(wanted: Sequence[tuple[float, float]], gap: float) -> set[int]:
    """Which labels (middle, width) of steps on one line can stand without touching: all, every second, every third …"""
    for step in range(1, len(wanted)):
        shown = wanted[::step]
        if all(two[0] - one[0] >= (one[1] + two[1]) / 2 + gap for one, two in zip(shown, shown[1:])):
            return set(range(0, len(wanted), step))
    return {0} if wanted else set()
