# SPDX-License-Identifier: GPL-2.0-or-later
"""Flows between zones, such as jobs by municipality of residence and of work: what every measure starts from.

Names follow the literature: of a zone i, R_i are the jobs of its residents (all that flows out of it, wherever to),
W_i the jobs in it (all that flows into it, wherever from), T_ij the flow from i to j, and T_ii what stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

ELSEWHERE = ""  # the code of whatever lies outside the zones


@dataclass(frozen=True, eq=False)
class Flows:
    """Flows between N zones and elsewhere; each pair at most once, none of them zero.

    `origin` and `destination` (int64, M) are positions in `codes`, N for elsewhere; `flow` (float64, M) is in `unit`.
    Codes are sorted, so that the lowest position is the lowest code.
    """

    codes: tuple[str, ...]
    origin: np.ndarray
    destination: np.ndarray
    flow: np.ndarray
    unit: str = ""
    year: str = ""

    @classmethod
    def of(
        cls,
        origins: Sequence[str],
        destinations: Sequence[str],
        flow: Sequence[float] | np.ndarray,
        codes: Sequence[str] | None = None,
        unit: str = "",
        year: str = "",
    ) -> Flows:
        """Flows from rows of codes. Rows of the same pair are summed; what is not in `codes` (if given) is elsewhere.

        Without `codes` every code that occurs is a zone, but `ELSEWHERE`. Raises ValueError for a flow below zero, or
        that is no number; reading a table tells those one by one (`reading.py`).
        """
        values = np.asarray(flow, dtype=np.float64)
        if not (np.isfinite(values).all() and (values >= 0).all()):
            raise ValueError("flows must be numbers of zero or more")
        zones = sorted({*origins, *destinations} - {ELSEWHERE} if codes is None else set(codes))
        place = {code: number for number, code in enumerate(zones)}
        count = len(zones)
        source = np.fromiter((place.get(code, count) for code in origins), np.int64, len(values))
        target = np.fromiter((place.get(code, count) for code in destinations), np.int64, len(values))
        return cls.between(tuple(zones), source, target, values, unit, year)

    @classmethod
    def between(
        cls,
        codes: tuple[str, ...],
        origin: np.ndarray,
        destination: np.ndarray,
        flow: np.ndarray,
        unit: str = "",
        year: str = "",
    ) -> Flows:
        """Flows from positions in the sorted `codes` (N for elsewhere): pairs summed and sorted, zeros left out."""
        width = len(codes) + 1
        pair, position = np.unique(origin.astype(np.int64) * width + destination, return_inverse=True)
        summed = sums(position, flow, len(pair))
        kept = (summed > 0) & (pair != width * width - 1)  # from elsewhere to elsewhere says nothing of the zones
        return cls(codes, pair[kept] // width, pair[kept] % width, summed[kept], unit, year)

    @property
    def count(self) -> int:
        """N, the number of zones."""
        return len(self.codes)

    def residents_jobs(self) -> np.ndarray:
        """R, float64 (N,): jobs of those who live in the zone."""
        return sums(self.origin, self.flow, self.count)

    def jobs(self) -> np.ndarray:
        """W, float64 (N,): jobs in the zone."""
        return sums(self.destination, self.flow, self.count)

    def within(self) -> np.ndarray:
        """T_ii, float64 (N,): jobs in the zone of those who live there."""
        stays = (self.origin == self.destination) & (self.origin < self.count)
        return sums(self.origin[stays], self.flow[stays], self.count)

    def at(self, origin: np.ndarray, destination: np.ndarray) -> np.ndarray:
        """The flow of each pair of positions (N elsewhere), float64, shaped as the pairs are; 0 where there is none."""
        pairs = self.origin * (self.count + 1) + self.destination  # ascending
        wanted = np.asarray(origin) * (self.count + 1) + np.asarray(destination)
        if not len(pairs):
            return np.zeros(wanted.shape)
        place = np.minimum(np.searchsorted(pairs, wanted), len(pairs) - 1)
        return np.where(pairs[place] == wanted, self.flow[place], 0.0)

    def inside(self) -> Flows:
        """The flows that have both ends in a zone."""
        both = (self.origin < self.count) & (self.destination < self.count)
        return replace(self, origin=self.origin[both], destination=self.destination[both], flow=self.flow[both])

    def matrix(self) -> np.ndarray:
        """T, float64 (N, N), dense: row is origin, column is destination. Elsewhere is left out."""
        inside = self.inside()
        matrix = np.zeros((self.count, self.count))
        matrix[inside.origin, inside.destination] = inside.flow
        return matrix


def jobs_in(unit: str) -> float:
    """How many jobs one of the unit of a table is; a table that does not say it counts them one by one."""
    return 1000.0 if "1000" in unit.replace(" ", "").replace(".", "") else 1.0


def sums(position: np.ndarray, values: np.ndarray, count: int) -> np.ndarray:
    """float64 (count,): the sum of the values at each position; those at `count`, elsewhere, are left out."""
    # NumPy counts in whole numbers where there is nothing to sum.
    return np.bincount(position, weights=values, minlength=count + 1)[:count].astype(np.float64, copy=False)
