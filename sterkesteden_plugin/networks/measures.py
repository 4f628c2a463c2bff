# SPDX-License-Identifier: GPL-2.0-or-later
"""What the flows say of each zone: self-containment, balance, the strongest tie, dominance and entropy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .flows import Flows, sums

NONE = -1


@dataclass(frozen=True, eq=False)
class Measures:
    """Measures of N zones: float64 (N,) unless said otherwise. Sums are in the unit of the flows, shares from 0 to 1.

    R, W and the flows in and out count elsewhere too; what compares zones with one another does not. A share of nothing
    is NaN: a zone without residents' jobs has no supply self-containment, but zero residents' jobs.
    """

    residents_jobs: np.ndarray  # R
    jobs: np.ndarray  # W
    within: np.ndarray  # T_ii
    supply: np.ndarray  # T_ii / R, supply-side self-containment
    demand: np.ndarray  # T_ii / W, demand-side self-containment
    outgoing: np.ndarray  # R - T_ii, the flow out
    incoming: np.ndarray  # W - T_ii, the flow in
    balance: np.ndarray  # W - R, the commuting balance: above zero where more come in than go out
    dominant: np.ndarray  # int64: the other zone that the largest flow goes to; -1 where no flow goes to another zone
    dominant_flow: np.ndarray  # that flow; NaN where there is none
    dominant_share: np.ndarray  # that flow / R; NaN where there is none
    dominance: np.ndarray  # DIT, see `measures`
    entropy: np.ndarray  # of the flows out, 0 to 1, see `measures`
    entropy_in: np.ndarray  # of the flows in, 0 to 1


def measures(flows: Flows) -> Measures:
    """The measures of each zone.

    Self-containment T_ii/R (of supply) and T_ii/W (of demand) as in Goodman (1970), Van der Laan (1998, Changing urban
    systems, Regional Studies 32: 235-247) and Coombes & Bond (2008). The dominant destination is Nystuen & Dacey's
    (1961): the largest flow to another zone, the lowest code of equals; its share is of all residents' jobs R.

    Dominance and entropy follow Limtanakool, Dijst & Schwanen (2007, Urban Studies 44: 2123-2145):
    DIT_i = T_i / (sum of T_j over the other zones / (N - 1)), where T_i is all flow between i and other zones, both
    ways; 1 is the average of the others. NaN with fewer than two zones, or where the others have no flow.
    Entropy_i = -sum of z_ij ln z_ij / ln(N - 1), where z_ij is the part of j in the flow from i to other zones (of
    `entropy_in`: to i from other zones): 0 is all to one zone, 1 is as much to every other zone. NaN with fewer than
    three zones, or where there is no such flow. Flows within a zone and with elsewhere take no part in these.
    """
    residents, jobs, own = flows.residents_jobs(), flows.jobs(), flows.within()
    count = flows.count
    inside = flows.inside()
    other = inside.origin != inside.destination
    origin, destination, flow = inside.origin[other], inside.destination[other], inside.flow[other]
    dominant, dominant_flow = _largest(origin, destination, flow, count)
    out = sums(origin, flow, count)
    into = sums(destination, flow, count)
    both = out + into
    # Summed, not R - T_ii: a difference of sums leaves dust where nothing goes out.
    moves = np.where(flows.origin == flows.destination, 0.0, flows.flow)
    outgoing = sums(flows.origin, moves, count)
    incoming = sums(flows.destination, moves, count)
    return Measures(
        residents,
        jobs,
        own,
        ratio(own, residents),
        ratio(own, jobs),
        outgoing,
        incoming,
        incoming - outgoing,
        dominant,
        dominant_flow,
        ratio(dominant_flow, residents),
        _dominance(both),
        _entropy(origin, flow, out),
        _entropy(destination, flow, into),
    )


def ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """part / whole, NaN where the whole is zero."""
    return np.divide(part, whole, out=np.full(np.shape(part), np.nan), where=np.asarray(whole) != 0)


def _largest(
    origin: np.ndarray, destination: np.ndarray, flow: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray]:
    zone = np.full(count, NONE, np.int64)
    largest = np.full(count, np.nan)
    order = np.lexsort((destination, -flow, origin))
    first, at = np.unique(origin[order], return_index=True)
    zone[first], largest[first] = destination[order][at], flow[order][at]
    return zone, largest


def _dominance(both: np.ndarray) -> np.ndarray:
    # The others have at least as much as the zone, for each of its flows is one of theirs: the difference is no dust.
    return ratio(both * (len(both) - 1), both.sum() - both)


def _entropy(zone: np.ndarray, flow: np.ndarray, total: np.ndarray) -> np.ndarray:
    count = len(total)
    if count < 3:
        return np.full(count, np.nan)
    part = flow / total[zone]
    entropy = -sums(zone, part * np.log(part), count) / np.log(count - 1)
    return np.where(total > 0, np.clip(entropy, 0.0, 1.0), np.nan)
