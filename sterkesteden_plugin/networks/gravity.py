# SPDX-License-Identifier: GPL-2.0-or-later
"""What flow distance alone explains: a doubly constrained gravity model, and how strongly flows decay with distance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..tables.stopping import never
from .balancing import DECAYS, EXPONENTIAL, Cells, Distance, cost_between, effect_of
from .flows import Flows, sums

NO_FLOWS = "no flows"
SAME_PLACE = "same place"


@dataclass(frozen=True, eq=False)
class Gravity:
    """A fitted model T*_ij = A_i O_i B_j D_j f(c_ij), with f(c) = exp(-beta c) or c^-beta.

    `converged` is True where all sums agree to one in a million and the decay is found; else `reason` says what failed:
    "balancing" (sums were not reached), "decay" (no beta gives the observed distance, as where all flows go to the
    nearest), "unidentified" (every beta gives the same flows, as between two zones; beta is 0), "same place" (power of
    a distance of zero), "no flows". Then `expected` is the last try, or NaN for the last two.
    """

    decay: str
    beta: float  # per unit of distance (exponential) or without unit (power)
    emits: np.ndarray  # A_i O_i, float64 (N,); NaN for a zone that has no place
    attracts: np.ndarray  # B_j D_j, float64 (N,)
    mean_observed: float  # mean distance of the flows in the model, in the unit of `distance`
    mean_expected: float  # the same of what the model expects
    common: float  # part of the flow that observed and expected have in common, 0 to 1 (Lenormand et al. 2016)
    tries: int  # how many values of beta were balanced
    converged: bool
    reason: str
    distance: Distance
    inner: np.ndarray | None

    def expected(self, origin: np.ndarray, destination: np.ndarray) -> np.ndarray:
        """T*, float64, between positions of zones (broadcast). NaN within a zone unless `inner` was given."""
        cost = cost_between(self.distance, self.inner, np.asarray(origin), np.asarray(destination))
        with np.errstate(divide="ignore"):
            effect = effect_of(cost, self.decay)
        return self.emits[origin] * self.attracts[destination] * np.exp(-self.beta * effect)


def straight_distances(points: np.ndarray, unit: float = 1000.0) -> Distance:
    """Distances as the crow flies between `points` (float64 (N, 2)), in so many of their units: km between metres.

    NaN where a zone has no place (NaN). For travel times give `lambda i, j: times[i, j]` instead.
    """

    def distance(origin: np.ndarray, destination: np.ndarray) -> np.ndarray:
        east = points[origin, 0] - points[destination, 0]
        north = points[origin, 1] - points[destination, 1]
        return np.sqrt(east * east + north * north) / unit  # three times as fast as np.hypot

    return distance


def inner_distances(area: np.ndarray, unit: float = 1000.0) -> np.ndarray:
    """Mean distance between two places in a zone, as if it were a circle of that area: 128 r / (45 pi), in `unit`s.

    For `fit(inner=...)`. The formula is exact for a circle (Santalo 1976); true zones are seldom one, so that flows
    within a zone are left out of the model unless asked for.
    """
    return 128 / (45 * np.pi) * np.sqrt(np.asarray(area, np.float64) / np.pi) / unit


def fit(
    flows: Flows,
    distance: Distance,
    decay: str = EXPONENTIAL,
    inner: np.ndarray | None = None,
    cancelled: Callable[[], bool] = never,
) -> Gravity:
    """The doubly constrained gravity model (Wilson 1967, Transportation Research 1: 253-269) of flows between zones.

    A_i and B_j are balanced by Furness's (1965) iterative proportional fitting, so that every zone sends and receives
    in all what it does in truth; beta is such that the mean of c (exponential) or of ln c (power) over the expected
    flows equals that over the observed (Hyman 1969, Environment and Planning 1: 105-112), which is also the Poisson
    maximum likelihood (Evans 1971, Transportation Research 5: 15-38). Beta may be below zero: then flows prefer far.

    Flows within a zone are left out on both sides (O_i, D_j and T* are of other zones only), since a distance within is
    a guess that the large own flows would turn into the whole result; with `inner` (float64 (N,), a distance within
    each zone) they take part. Flows with elsewhere and of zones without a place are left out, and so is every pair
    whose `distance` is not finite: no way leads there, or the table does not tell what flows there.

    Distances are asked for in blocks. Memory: 16 bytes for each pair of a zone that sends and one that receives, up to
    20 million pairs; 4 bytes beyond, which is 0.4 GB for 10,000 zones.
    Raises ValueError for an unknown decay, Stopped where `cancelled()` says so.
    """
    if decay not in DECAYS:
        raise ValueError(f"unknown decay {decay!r}")
    zones = np.arange(flows.count)
    there = np.isfinite(distance(zones, zones)) if flows.count else np.zeros(0, bool)
    inside = flows.inside()
    kept = there[inside.origin] & there[inside.destination]
    cost = cost_between(distance, inner, inside.origin, inside.destination)
    kept &= np.isfinite(cost)
    origin, destination, flow, cost = inside.origin[kept], inside.destination[kept], inside.flow[kept], cost[kept]
    sent, received = sums(origin, flow, flows.count), sums(destination, flow, flows.count)
    cells = Cells(sent, received, distance, inner, decay, cancelled)
    problem = NO_FLOWS if not len(flow) else SAME_PLACE if not np.isfinite(cells.spread) else ""
    if problem:
        nothing, unknown = np.full(flows.count, np.nan), float("nan")
        return Gravity(decay, unknown, nothing, nothing, unknown, unknown, unknown, 0, False, problem, distance, inner)
    total = float(flow.sum())
    beta, tries, reason = cells.search(float((flow * effect_of(cost, decay)).sum()) / total)
    emits, attracts = np.where(there, 0.0, np.nan), np.where(there, 0.0, np.nan)
    emits[cells.rows], attracts[cells.columns] = cells.scaled(beta)
    effect = np.exp(-beta * effect_of(cost, decay))
    common = float(np.minimum(flow, emits[origin] * attracts[destination] * effect).sum()) / total
    observed, expected = float((flow * cost).sum()) / total, cells.mean_distance()
    return Gravity(decay, beta, emits, attracts, observed, expected, common, tries, not reason, reason, distance, inner)
