# SPDX-License-Identifier: GPL-2.0-or-later
"""A lattice of hexagons that begins at (0, 0), so that two runs of the same size give the same hexagons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_SQRT3 = float(np.sqrt(3.0))
# Corners of a hexagon that stands on a point, of which opposite sides are 1 apart, counter-clockwise.
_CORNERS = np.array(
    [(0, -1), (0.5 * _SQRT3, -0.5), (0.5 * _SQRT3, 0.5), (0, 1), (-0.5 * _SQRT3, 0.5), (-0.5 * _SQRT3, -0.5)]
)
_CORNERS = _CORNERS / _SQRT3


@dataclass(frozen=True, eq=False)
class Hexagons:
    """H hexagons, by their axial coordinates (int64, H each): column q leans to the right as row r goes up.

    `size` is the distance between opposite sides, and between the centres of neighbours, in metres.
    """

    q: np.ndarray
    r: np.ndarray
    size: float

    def centres(self) -> np.ndarray:
        """float64 (H, 2)."""
        return np.column_stack([self.size * (self.q + self.r / 2), self.size * _SQRT3 / 2 * self.r])

    def rings(self) -> np.ndarray:
        """float64 (H, 7, 2): corners, counter-clockwise, the first once more at the end."""
        corners = self.centres()[:, None, :] + self.size * _CORNERS[None, :, :]
        return np.concatenate([corners, corners[:, :1]], axis=1)


def around(x: np.ndarray, y: np.ndarray, size: float) -> tuple[Hexagons, np.ndarray]:
    """(hexagons, of): those that hold a point, sorted by row and column, and of each point (P,) the hexagon it lies in.

    A point without a place (NaN) lies in -1. Raises ValueError where size is not above zero.
    """
    if not size > 0:
        raise ValueError("the size of a hexagon must be above zero")
    of = np.full(len(x), -1, np.int64)
    placed = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    row = y[placed] / (size * _SQRT3 / 2)
    q, r = _nearest(x[placed] / size - row / 2, row)
    pairs, of_pair = np.unique(np.column_stack([r, q]), axis=0, return_inverse=True)
    of[placed] = of_pair.reshape(-1)
    return Hexagons(pairs[:, 1], pairs[:, 0], float(size)), of


def _nearest(q: np.ndarray, r: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The hexagon of which the centre is nearest: round all three coordinates, and mend the one that was off most."""
    s = -q - r
    whole = np.round(np.stack([q, r, s]))
    off = np.abs(whole - np.stack([q, r, s]))
    worst = off.argmax(axis=0)
    whole_q = np.where(worst == 0, -whole[1] - whole[2], whole[0])
    whole_r = np.where(worst == 1, -whole[0] - whole[2], whole[1])
    return whole_q.astype(np.int64), whole_r.astype(np.int64)
