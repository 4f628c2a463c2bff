# SPDX-License-Identifier: GPL-2.0-or-later
"""A division of zones into regions: what every way of dividing comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from .flows import Flows

NONE = -1  # the label of a zone that is in no region

# Why zones are told by name: keys of `Division.reported`.
NO_FLOWS = "no flows"  # none from it and none to it
NO_RESIDENTS = "no residents' jobs"  # nobody who lives there works: R = 0
NO_JOBS = "no jobs"  # nobody works there: W = 0
ONLY_ITSELF = "tied to nothing but itself"  # no flow between it and any other zone
NOT_PLACED = "placed nowhere"  # no region had ties to it
ENCLAVE = "enclave taken in"
EXCLAVE = "exclave left out"
MERGED = "centre merged with another"
NO_SUCH_ZONE = "no such zone"  # a centre that was asked for

# What is to be told of the whole: `Division.notes`.
LIMIT_REACHED = "stopped at the limit on rounds"
NO_NEIGHBOURS = "enclaves and exclaves not treated: no neighbours given"
NO_CENTRES = "no zone is a centre"


@dataclass(frozen=True, eq=False)
class Division:
    """Every one of N zones in one of K regions, or in none.

    Regions are numbered by the lowest of their zones. `centres` are positions of zones: what a region is named after.
    """

    labels: np.ndarray  # int64 (N,): 0 to K - 1, or NONE
    centres: np.ndarray  # int64 (K,)
    reported: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # reason -> codes of zones, sorted
    notes: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        labels: np.ndarray,
        centres: Mapping[int, int] | np.ndarray,
        reported: Mapping[str, Sequence[str]] | None = None,
        notes: Sequence[str] = (),
    ) -> Division:
        """A division from any labels (below zero: in no region).

        `centres` gives for each label the position of its centre, or, as an array (N,), the weight of every zone: then
        the heaviest zone of a region is its centre, of equals the lowest.
        """
        labels = np.asarray(labels, dtype=np.int64)
        placed = np.flatnonzero(labels >= 0)
        used, first, number = np.unique(labels[placed], return_index=True, return_inverse=True)
        order = np.argsort(first, kind="stable")
        rank = np.empty(len(used), np.int64)
        rank[order] = np.arange(len(used))
        numbered = np.full(len(labels), NONE, np.int64)
        numbered[placed] = rank[number.reshape(-1)]
        if isinstance(centres, Mapping):
            middle = np.array([centres[int(label)] for label in used[order]], np.int64)
        else:
            heaviest = placed[np.lexsort((placed, -np.asarray(centres)[placed], numbered[placed]))]
            middle = heaviest[np.unique(numbered[heaviest], return_index=True)[1]]
        told = {reason: tuple(sorted(codes)) for reason, codes in (reported or {}).items() if len(codes)}
        return cls(numbered, middle, told, tuple(notes))

    @property
    def count(self) -> int:
        """K, the number of regions."""
        return len(self.centres)

    def sums(self, flows: Flows) -> RegionSums:
        """What R, W and T_ii are of the regions."""
        label = np.append(self.labels, NONE)  # elsewhere is in no region
        source, target = label[flows.origin], label[flows.destination]

        def summed(of: np.ndarray, those: np.ndarray) -> np.ndarray:
            return np.bincount(of[those], weights=flows.flow[those], minlength=self.count)

        return RegionSums(
            zones=np.bincount(self.labels[self.labels >= 0], minlength=self.count),
            residents_jobs=summed(source, source >= 0),
            jobs=summed(target, target >= 0),
            within=summed(source, (source >= 0) & (source == target)),
        )


@dataclass(frozen=True, eq=False)
class RegionSums:
    """Arrays of length K, flows in the unit of the flows; R and W count flows from and to elsewhere."""

    zones: np.ndarray  # int64: how many zones the region has
    residents_jobs: np.ndarray  # R
    jobs: np.ndarray  # W
    within: np.ndarray  # T_ii

    def supply(self) -> np.ndarray:
        """T_ii / R: the share of residents' jobs that are in the region; NaN where R is 0."""
        return _share(self.within, self.residents_jobs)

    def demand(self) -> np.ndarray:
        """T_ii / W: the share of jobs that are of residents; NaN where W is 0."""
        return _share(self.within, self.jobs)


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
