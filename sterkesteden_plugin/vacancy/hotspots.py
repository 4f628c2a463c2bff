# SPDX-License-Identifier: GPL-2.0-or-later
"""Where high and low values cluster: the statistic Gi* of Getis and Ord, and which of many tests to believe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np

from ..tables.stopping import Stopped, never
from .hexagons import Hexagons

_DENSE = 20_000_000  # cells of a lattice that is looked at as a whole
_SLACK = 1 + 1e-9  # of a distance: what is as far as the band, lies in it


@dataclass(frozen=True, eq=False)
class Hotspots:
    """Arrays (N,) of N places. Where all values are the same, or a band holds all places, z and p are NaN."""

    neighbours: np.ndarray  # int64: places within the band, itself among them
    z: np.ndarray  # float64: standard score of Gi*; above zero where high values cluster
    p: np.ndarray  # float64: of both sides, by the normal distribution
    adjusted: np.ndarray  # float64: p after Benjamini and Hochberg; at most the level that you accept


def hotspots(values: np.ndarray, sums: np.ndarray, neighbours: np.ndarray) -> Hotspots:
    """Gi* from values (N,), their sums over each place's neighbours and itself, and the number of these.

    Weights are 1 within the band and 0 outside, so that
    z_i = (sum_j x_j - W_i mean) / (s sqrt((N W_i - W_i²) / (N - 1))), after Ord and Getis (1995), Local spatial
    autocorrelation statistics, Geographical Analysis 27, equation 14.
    """
    count = len(values)
    mean = values.mean() if count else np.nan
    spread = np.sqrt(max(float(np.mean(values * values) - mean * mean), 0.0)) if count else np.nan
    if count and np.ptp(values) == 0:
        spread = 0.0  # rounding must not make a spread of what has none
    weight = neighbours.astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = (sums - weight * mean) / (spread * np.sqrt((count * weight - weight * weight) / (count - 1)))
    z[~np.isfinite(z)] = np.nan
    p = np.array([erfc(abs(one) / sqrt(2)) for one in z.tolist()])
    return Hotspots(neighbours, z, p, false_discovery(p))


def false_discovery(p: np.ndarray) -> np.ndarray:
    """p-values (N,) adjusted for their number; NaN stays NaN and counts for nothing.

    Of the tests whose adjusted p is at most a, about a share a is expected to be found by chance: Benjamini and
    Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B 57.
    """
    adjusted = np.full(p.shape, np.nan)
    tested = np.flatnonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested], kind="stable")]
    ranked = p[order] * len(order) / np.arange(1, len(order) + 1)
    adjusted[order] = np.minimum(np.minimum.accumulate(ranked[::-1])[::-1], 1)
    return adjusted


def of_hexagons(hexagons: Hexagons, values: np.ndarray, band: float) -> Hotspots:
    """Hot spots of hexagons (H,) within `band` metres from centre to centre, by running sums along its rows."""
    if not len(values):
        return hotspots(values, values, np.empty(0, np.int64))
    reach = int(np.floor(2 / np.sqrt(3) * band * _SLACK / hexagons.size))  # rows up and down
    column, row = hexagons.q - hexagons.q.min(), hexagons.r - hexagons.r.min()
    rows, columns = int(row.max()) + 1, int(column.max()) + 1
    if rows * columns > _DENSE:  # few hexagons, far apart
        x, y = hexagons.centres().T
        return of_points(x, y, values, band)
    running = np.zeros((2, rows, columns + 1))
    running[0, row, column + 1] = values
    running[1, row, column + 1] = 1
    np.cumsum(running, axis=2, out=running)
    found = np.zeros((2, len(values)))
    for up in range(-min(reach, rows - 1), min(reach, rows - 1) + 1):
        # q of centres in that row within the band: (q + up/2)² + 3/4 up² <= (band / size)²
        half = np.sqrt(max((band * _SLACK / hexagons.size) ** 2 - 0.75 * up * up, 0.0))
        first, last = int(np.ceil(-half - up / 2 - 1e-12)), int(np.floor(half - up / 2 + 1e-12))
        there = np.flatnonzero((row + up >= 0) & (row + up < rows))
        low = np.clip(column[there] + first, 0, columns)
        high = np.clip(column[there] + last + 1, 0, columns)
        found[:, there] += running[:, row[there] + up, high] - running[:, row[there] + up, low]
    return hotspots(values, found[0], np.rint(found[1]).astype(np.int64))


def of_points(
    x: np.ndarray, y: np.ndarray, values: np.ndarray, band: float, cancelled: Callable[[], bool] = never
) -> Hotspots:
    """Hot spots of any places (N,) within `band` metres of each other. Raises Stopped when cancelled.

    Places are sorted into squares as wide as the band, so that the neighbours of each lie in nine of them.
    """
    column = np.floor((x - x.min()) / band).astype(np.int64) if len(x) else np.empty(0, np.int64)
    row = np.floor((y - y.min()) / band).astype(np.int64) if len(x) else np.empty(0, np.int64)
    width = int(column.max(initial=0)) + 3
    square = row * width + column
    order = np.argsort(square, kind="stable")
    sorted_square, px, py, pv = square[order], x[order], y[order], values[order]
    limit = (band * _SLACK) ** 2
    sums, neighbours = np.zeros(len(x)), np.zeros(len(x), np.int64)
    for up in (-1, 0, 1):
        # Three squares beside each other are one stretch of the sorted places.
        first = np.searchsorted(sorted_square, square + up * width - 1)
        last = np.searchsorted(sorted_square, square + up * width + 1, side="right")
        for at in _pieces(last - first):
            if cancelled():
                raise Stopped
            length = (last - first)[at]
            of = np.repeat(np.arange(at.start, at.stop), length)
            other = np.repeat(first[at] - (np.cumsum(length) - length), length) + np.arange(len(of))
            near = (px[other] - x[of]) ** 2 + (py[other] - y[of]) ** 2 <= limit
            of, other = of[near] - at.start, other[near]
            sums[at] += np.bincount(of, pv[other], minlength=at.stop - at.start)
            neighbours[at] += np.bincount(of, minlength=at.stop - at.start)
    return hotspots(values, sums, neighbours)


def _pieces(length: np.ndarray, most: int = 2_000_000) -> list[slice]:
    """Stretches of places that have no more than about `most` candidates together."""
    if not len(length):
        return []
    ends = np.searchsorted(np.cumsum(length), np.arange(most, int(length.sum()) + most, most))
    cuts = np.unique(np.concatenate([[0], np.minimum(ends + 1, len(length)), [len(length)]]))
    return [slice(int(low), int(high)) for low, high in zip(cuts[:-1], cuts[1:])]
