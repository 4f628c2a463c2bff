# SPDX-License-Identifier: GPL-2.0-or-later
"""Which regions get which colour, so that those beside each other differ and a region keeps its own while it lasts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .divisions import Division

# Qualitative "light" of Tol (2021): apart for the colour blind, also as a tint over a map.
PALETTE = ("#77aadd", "#ee8866", "#44bb99", "#eedd88", "#ffaabb", "#bbcc33", "#99ddff", "#aaaa00")
COLOURS = len(PALETTE)
_BESIDE = 6  # the nearest so many zones are beside a zone
_AT_ONCE = 500  # rows of distances in memory


def beside(points: np.ndarray) -> np.ndarray:
    """Pairs int64 (E, 2) of zones that are among each other's nearest; `points` is float64 (N, 2), NaN for no place."""
    placed = np.flatnonzero(np.isfinite(points).all(axis=1))
    count = min(_BESIDE, len(placed) - 1)
    if count < 1:
        return np.zeros((0, 2), np.int64)
    at, found = points[placed], []
    for start in range(0, len(placed), _AT_ONCE):
        some = at[start : start + _AT_ONCE]
        distance = ((some[:, None, :] - at[None, :, :]) ** 2).sum(axis=2)
        distance[np.arange(len(some)), start + np.arange(len(some))] = np.inf
        nearest = np.argpartition(distance, count - 1, axis=1)[:, :count]
        rows = np.repeat(start + np.arange(len(some)), count)
        found.append(np.stack((placed[rows], placed[nearest.reshape(-1)]), axis=1))
    return np.concatenate(found)


def region_colours(
    division: Division, weight: np.ndarray, pairs: np.ndarray, before: Mapping[int, int] | None = None
) -> np.ndarray:
    """A colour int64 (K,) from 0 to COLOURS - 1 for each region.

    `weight` is float64 (K,): the heaviest choose first, of equals the lowest. `pairs` is what `beside` gives. `before`
    are the colours that centres (positions of zones) had: they keep these where no region beside has it.
    """
    one, other = division.labels[pairs[:, 0]], division.labels[pairs[:, 1]]
    touching = (one >= 0) & (other >= 0) & (one != other)
    neighbours: list[set[int]] = [set() for _ in range(division.count)]
    for first, second in zip(one[touching].tolist(), other[touching].tolist()):
        neighbours[first].add(second)
        neighbours[second].add(first)
    colours = np.full(division.count, -1, np.int64)
    for rank, region in enumerate(np.lexsort((np.arange(division.count), -weight)).tolist()):
        taken = [int(colours[each]) for each in neighbours[region] if colours[each] >= 0]
        wanted = (before or {}).get(int(division.centres[region]), rank % COLOURS)
        # The wanted one, else the next that no neighbour has, else the one that the fewest have.
        colours[region] = min(range(COLOURS), key=lambda each: (taken.count(each), (each - wanted) % COLOURS))
    return colours
