# SPDX-License-Identifier: GPL-2.0-or-later
"""Which points lie in which areas, for millions of points.

A grid is laid over the areas and each area is burnt into it once: cells that lie wholly inside it, and cells that its
edge passes through. A point in a cell of the first kind lies in the area; only those in cells of the second kind need
the exact test, against the edges of that area in that row of the grid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

CELLS = 1_000_000  # of the grid, about
PIECE = 500_000  # points that are looked up at once, which bounds memory


@dataclass(frozen=True, eq=False)
class Rings:
    """Areas by the rings of their polygons; holes are rings too, for insides are told by even and odd.

    `points` (float64, V x 2) are the corners of all rings, one after the other; ring r is
    `points[start[r]:start[r + 1]]` (closed or not) and belongs to area `area[r]` of `count`.
    """

    points: np.ndarray
    start: np.ndarray  # int64 (R + 1,)
    area: np.ndarray  # int64 (R,)
    count: int

    @classmethod
    def of(cls, areas: Sequence[Sequence[np.ndarray]]) -> Rings:
        """From each area's rings, (n x 2) each; an area without rings has nothing in it."""
        rings = [np.asarray(ring, dtype=np.float64).reshape(-1, 2) for one in areas for ring in one]
        start = np.zeros(len(rings) + 1, np.int64)
        np.cumsum([len(ring) for ring in rings], out=start[1:])
        owner = np.repeat(np.arange(len(areas)), [len(one) for one in areas])
        return cls(np.concatenate([*rings, np.empty((0, 2))]), start, owner.astype(np.int64), len(areas))

    def edges(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(from, to, area): ends (E x 2 each) and area (E,) of every edge that is longer than nothing."""
        sizes = np.diff(self.start)
        following = np.arange(1, len(self.points) + 1)
        full = sizes > 0
        following[self.start[1:][full] - 1] = self.start[:-1][full]  # the last corner of a ring goes to its first
        ends = self.points[following] if len(self.points) else self.points
        owner = np.repeat(self.area, sizes)
        long = (self.points != ends).any(axis=1) & np.isfinite(self.points).all(axis=1) & np.isfinite(ends).all(axis=1)
        return self.points[long], ends[long], owner[long]


class Grid:
    """Areas burnt into a grid, to be asked where points lie."""

    def __init__(self, rings: Rings, cells: int = CELLS) -> None:
        self._count = rings.count
        start, end, owner = rings.edges()
        self._empty = len(start) == 0
        if self._empty:
            return
        low = np.minimum(start.min(axis=0), end.min(axis=0))
        high = np.maximum(start.max(axis=0), end.max(axis=0))
        size = max(
            float(np.sqrt(np.prod(np.maximum(high - low, 1e-9)) / cells)), float((high - low).max()) / cells, 1e-9
        )
        self._low, self._size = low, size
        self._columns, self._rows = (int(n) for n in np.floor((high - low) / size) + 1)
        lower = start[:, 1] <= end[:, 1]
        # Every edge goes upward, so that an edge that two areas share is computed the same for both.
        self._x1, self._y1 = np.where(lower, start[:, 0], end[:, 0]), np.where(lower, start[:, 1], end[:, 1])
        self._x2, self._y2 = np.where(lower, end[:, 0], start[:, 0]), np.where(lower, end[:, 1], start[:, 1])
        self._index_rows(owner)
        edge = self._edge_cells(owner)
        inner = self._inner_cells(owner, edge)
        key = np.concatenate([edge, inner])  # cell and area in one number
        order = np.argsort(key, kind="stable")
        self._entry_area = (key % self._count)[order]
        self._entry_exact = (np.arange(len(key)) < len(edge))[order]
        self._cell_start = np.searchsorted(key[order] // self._count, np.arange(self._columns * self._rows + 1))

    def pairs(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(point, area): positions (int64, K each) of the points x, y (P,) and of each area that they lie in, by point.

        A point in several areas comes once for each. Of a line that two areas share, each point belongs to just one of
        them: the left and lower edge is part of an area, the right and upper one is not. NaN lies nowhere.
        """
        found = [self._pairs(x[at : at + PIECE], y[at : at + PIECE], at) for at in range(0, len(x), PIECE)]
        points, areas = zip(*found) if found else ((), ())
        none = np.empty(0, np.int64)
        return np.concatenate([none, *points]), np.concatenate([none, *areas])

    def _pairs(self, x: np.ndarray, y: np.ndarray, offset: int) -> tuple[np.ndarray, np.ndarray]:
        none = np.empty(0, np.int64)
        if self._empty:
            return none, none
        column = np.floor((x - self._low[0]) / self._size)
        row = np.floor((y - self._low[1]) / self._size)
        near = np.flatnonzero((column >= 0) & (column < self._columns) & (row >= 0) & (row < self._rows))
        cell = row[near].astype(np.int64) * self._columns + column[near].astype(np.int64)
        entries = self._cell_start[cell + 1] - self._cell_start[cell]
        entry, pair = _ranges(self._cell_start[cell], entries)
        point, area, exact = near[pair], self._entry_area[entry], self._entry_exact[entry]
        ask = np.flatnonzero(exact)
        keep = ~exact
        keep[ask] = self._lies_inside(x[point[ask]], y[point[ask]], area[ask], row[point[ask]].astype(np.int64))
        point, area = point[keep], area[keep]
        return point + offset, area

    def _lies_inside(self, x: np.ndarray, y: np.ndarray, area: np.ndarray, row: np.ndarray) -> np.ndarray:
        """Whether each point lies in the area, by how many of its edges are left of it: even is out, odd is in."""
        slot = area * self._rows + row
        first = np.searchsorted(self._slot, slot)
        last = np.searchsorted(self._slot, slot, side="right")
        position, pair = _ranges(first, last - first)
        edge = self._slot_edge[position]
        at_y = y[pair]
        crossed = (self._y1[edge] <= at_y) & (at_y < self._y2[edge])
        edge, pair = edge[crossed], pair[crossed]
        left = self._crossing(edge, y[pair]) <= x[pair]
        return np.bincount(pair[left], minlength=len(x)) % 2 == 1

    def _crossing(self, edge: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Where each edge has the height y, as x."""
        share = (y - self._y1[edge]) / (self._y2[edge] - self._y1[edge])
        return self._x1[edge] + share * (self._x2[edge] - self._x1[edge])

    def _index_rows(self, owner: np.ndarray) -> None:
        """The edges of each area in each row of the grid, sorted by (area, row)."""
        low = self._row_of(self._y1)
        edge_row, edge = _ranges(low, self._row_of(self._y2) - low + 1)
        slot = owner[edge] * self._rows + edge_row
        order = np.argsort(slot, kind="stable")
        self._slot, self._slot_edge = slot[order], edge[order]

    def _row_of(self, y: np.ndarray) -> np.ndarray:
        return np.clip(np.floor((y - self._low[1]) / self._size).astype(np.int64), 0, self._rows - 1)

    def _column_of(self, x: np.ndarray) -> np.ndarray:
        return np.clip(np.floor((x - self._low[0]) / self._size).astype(np.int64), 0, self._columns - 1)

    def _edge_cells(self, owner: np.ndarray) -> np.ndarray:
        """Cells that an edge of an area passes through: in each row, those from where it enters to where it leaves."""
        edge, row = self._slot_edge, self._slot % self._rows
        bottom = self._low[1] + row * self._size
        with np.errstate(divide="ignore", invalid="ignore"):
            enters = self._crossing(edge, np.maximum(self._y1[edge], bottom))
            leaves = self._crossing(edge, np.minimum(self._y2[edge], bottom + self._size))
        flat = self._y1[edge] == self._y2[edge]
        enters, leaves = np.where(flat, self._x1[edge], enters), np.where(flat, self._x2[edge], leaves)
        # A little wider, for what was computed is not exact.
        slack = 1e-6 * self._size
        first = self._column_of(np.minimum(enters, leaves) - slack)
        column, pair = _ranges(first, self._column_of(np.maximum(enters, leaves) + slack) - first + 1)
        cell = row[pair] * self._columns + column
        return np.unique(cell * self._count + owner[edge[pair]])

    def _inner_cells(self, owner: np.ndarray, edge_cells: np.ndarray) -> np.ndarray:
        """Cells without an edge of the area that lie in it: what is true of their centre is true of all of them."""
        edge, row = self._slot_edge, self._slot % self._rows
        centre = self._low[1] + (row + 0.5) * self._size
        crossed = (self._y1[edge] <= centre) & (centre < self._y2[edge])
        edge, row, centre = edge[crossed], row[crossed], centre[crossed]
        x, area = self._crossing(edge, centre), owner[edge]
        order = np.lexsort((x, row, area))
        x, row, area = x[order], row[order], area[order]
        # Each second crossing begins a stretch inside that the next one ends: of closed rings they come in pairs.
        first = np.ceil((x[0::2] - self._low[0]) / self._size - 0.5).astype(np.int64)
        end = np.ceil((x[1::2] - self._low[0]) / self._size - 0.5).astype(np.int64)
        column, pair = _ranges(first, np.maximum(end - first, 0))
        inner = (row[0::2][pair] * self._columns + column) * self._count + area[0::2][pair]
        return np.setdiff1d(inner, edge_cells, assume_unique=False)


def _ranges(first: np.ndarray, length: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(number, of): whole numbers `first[i], …, first[i] + length[i] - 1`, one range after the other, and their i."""
    of = np.repeat(np.arange(len(first)), length)
    before = np.cumsum(length) - length
    return first[of] + np.arange(len(of)) - before[of], of
