# SPDX-License-Identifier: GPL-2.0-or-later
"""Soft areas: over methods, thresholds and years, how often each zone is in the region of which centre."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..tables.stopping import never
from .divisions import Division
from .flows import Flows
from .redraw import COMMUNITIES, DOMINANT, LABOUR, THRESHOLD, Wanted, divide

# Around the usual threshold of each method, as many below as above.
RUNS = (
    *(Wanted(THRESHOLD, share) for share in (0.10, 0.125, 0.15, 0.175, 0.20)),
    *(Wanted(DOMINANT, share) for share in (0.0, 0.05, 0.10)),
    *(Wanted(LABOUR, share) for share in (0.60, 0.65, 2 / 3, 0.70, 0.75)),
    *(Wanted(COMMUNITIES, share) for share in (0.0, 0.05, 0.10)),
)


@dataclass(frozen=True, eq=False)
class Shares:
    """`share[zone, k]` is the part (0 to 1) of `runs` in which the centre of the zone's region is `centres[k]`.

    Of a zone they come to 1, less the runs in which it is in no region.
    """

    centres: np.ndarray  # int64 (C,), positions of zones, ascending
    share: np.ndarray  # float64 (N, C)
    runs: int

    def ranked(self, zone: int, least: float = 0.0) -> list[tuple[int, float]]:
        """The centres of a zone with their shares above zero and of `least` or more, the largest first."""
        row = self.share[zone]
        order = np.lexsort((self.centres, -row))
        return [(int(self.centres[k]), float(row[k])) for k in order if row[k] > 0 and row[k] >= least]

    def firmness(self) -> np.ndarray:
        """Float64 (N,): the largest share of each zone."""
        return self.share.max(axis=1, initial=0.0)


def shares_of(divisions: Sequence[Division]) -> Shares:
    """Over divisions of the same zones. Raises ValueError where there is none, or zones differ in number."""
    if not divisions or len({len(one.labels) for one in divisions}) > 1:
        raise ValueError("soft areas come from one or more divisions of the same zones")
    count = len(divisions[0].labels)
    middle = [np.append(one.centres, count)[one.labels] for one in divisions]  # count: in no region
    centres = np.unique(np.concatenate(middle)) if count else np.zeros(0, np.int64)
    centres = centres[centres < count]
    share = np.zeros((count, len(centres)))
    for run in middle:
        placed = np.flatnonzero(run < count)
        share[placed, np.searchsorted(centres, run[placed])] += 1
    return Shares(centres, share / len(divisions), len(divisions))


def soft_areas(
    years: Sequence[Flows],
    neighbours: np.ndarray | None = None,
    runs: Sequence[Wanted] = RUNS,
    told: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = never,
) -> Shares:
    """All runs over all years, whose flows are between the same zones. `told` says how far it is. Raises Stopped."""
    divisions: list[Division] = []
    for flows in years:
        for wanted in runs:
            told(len(divisions), len(years) * len(runs))
            divisions.append(divide(flows, wanted, neighbours, cancelled))
    return shares_of(divisions)
