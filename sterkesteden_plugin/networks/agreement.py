# SPDX-License-Identifier: GPL-2.0-or-later
"""How far divisions agree: over methods, thresholds or years, which zones fall together how often."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..tables.stopping import Stopped, never
from .divisions import Division


@dataclass(frozen=True, eq=False)
class Together:
    """In how many runs each two of N zones are in one region.

    Zones that are together in every run, or in no region in every run, are of one kind: there are K <= N kinds, so that
    10,000 zones need no matrix of all their pairs.
    """

    kind: np.ndarray  # int64 (N,)
    runs_together: np.ndarray  # uint16 (K, K), symmetric; its diagonal is in how many runs a zone is in a region
    runs: int

    def shares(self, zone: int) -> np.ndarray:
        """Float64 (N,): the share of runs in which each zone is in the region of this one; itself: is in any."""
        return self.runs_together[self.kind[zone]][self.kind] / max(self.runs, 1)

    def matrix(self) -> np.ndarray:
        """Float64 (N, N): the share of runs in which two zones are in one region."""
        return self.runs_together[self.kind[:, None], self.kind] / max(self.runs, 1)

    def pairs(self, least: float = 0.0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Positions (int64) of two zones, the first below the second, and their share: above zero and `least` or more.

        Sorted by the first, then by the second.
        """
        first, second, share = [], [], []
        for zone in range(len(self.kind)):
            of_others = self.shares(zone)[zone + 1 :]
            found = np.flatnonzero((of_others > 0) & (of_others >= least))
            first.append(np.full(len(found), zone))
            second.append(found + zone + 1)
            share.append(of_others[found])
        if not first:
            return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
        return np.concatenate(first), np.concatenate(second), np.concatenate(share)


def together(divisions: Sequence[Division], cancelled: Callable[[], bool] = never) -> Together:
    """How often two zones fall together over divisions of the same N zones.

    In a run in which a zone is in no region it is together with none. Raises ValueError for none or too many divisions
    (65,535 is the most) and for divisions of unequal length, Stopped when cancelled.
    """
    labels = _labels(divisions)
    # Alike in every run: then one stands for all of its kind.
    _, example, kind = np.unique(labels, axis=1, return_index=True, return_inverse=True)
    few = labels[:, example]
    counts = np.zeros((len(example), len(example)), np.uint16)
    for run in few:
        if cancelled():
            raise Stopped
        order = np.argsort(run, kind="stable")
        begins = np.flatnonzero(np.diff(run[order], prepend=-2))
        for zones in np.split(order, begins[1:]) if len(order) else ():
            if run[zones[0]] >= 0:
                counts[np.ix_(zones, zones)] += 1
    return Together(kind.reshape(-1), counts, len(divisions))


def belonging(
    divisions: Sequence[Division], centres: Sequence[int] | np.ndarray, cancelled: Callable[[], bool] = never
) -> np.ndarray:
    """Float64 (N, C): the share of runs in which a zone is in the region that a centre is in.

    `centres` are positions of zones, whether or not a run has a centre there. Where two of them are in one region, a
    zone in it belongs to both, so shares of a zone can come to more than 1. Raises as `together` does.
    """
    labels = _labels(divisions)
    shares = np.empty((labels.shape[1], len(centres)))
    for number, centre in enumerate(centres):
        if cancelled():
            raise Stopped
        region = labels[:, [centre]]
        shares[:, number] = ((labels == region) & (region >= 0)).mean(axis=0)
    return shares


def _labels(divisions: Sequence[Division]) -> np.ndarray:
    """Int64 (runs, N)."""
    if not 0 < len(divisions) < 2**16:
        raise ValueError("agreement is between one division and another, of which there can be 65,535")
    if len({len(division.labels) for division in divisions}) > 1:
        raise ValueError("the divisions are of different zones")
    return np.stack([division.labels for division in divisions])
