# SPDX-License-Identifier: GPL-2.0-or-later
"""What a move of the slider asks for: one division of the zones, by one method at one threshold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..tables.stopping import never
from .communities import communities
from .divisions import Division
from .dominant import dominant_flows
from .flows import Flows, jobs_in
from .functional_areas import functional_areas
from .labour_markets import labour_market_areas

DOMINANT, THRESHOLD, LABOUR, COMMUNITIES = "dominant", "threshold", "labour", "communities"
SEED = 0  # the usual one of sterkesteden:networkregions
_MORE = 0.75 - 2 / 3  # so much more self-containment must a small area have, as is usual
_LEAST_JOBS, _TARGET_JOBS = 1000.0, 10000.0  # of an area, in jobs


@dataclass(frozen=True)
class Wanted:
    """A method, one of the keys above, and its threshold from 0 to 1."""

    method: str
    threshold: float


def divide(
    flows: Flows, wanted: Wanted, neighbours: np.ndarray | None = None, cancelled: Callable[[], bool] = never
) -> Division:
    """The division. Raises ValueError for a method that is none, and Stopped.

    The threshold is, of DOMINANT, the share of residents' jobs that a dominant flow must have to count; of THRESHOLD
    the commuting threshold; of LABOUR the least self-containment of a large area; of COMMUNITIES the part of residents'
    jobs that a flow between zones must have to count. `neighbours` are pairs of zones that touch, int64 (E, 2).
    """
    if wanted.method == DOMINANT:
        return dominant_flows(flows, share=wanted.threshold, cancelled=cancelled)
    if wanted.method == THRESHOLD:
        return functional_areas(flows, share=wanted.threshold, neighbours=neighbours, cancelled=cancelled)
    if wanted.method == LABOUR:
        size = jobs_in(flows.unit)
        least, target = containments(wanted.threshold)
        return labour_market_areas(
            flows,
            min_size=_LEAST_JOBS / size,
            min_containment=least,
            target_size=_TARGET_JOBS / size,
            target_containment=target,
            cancelled=cancelled,
        )
    if wanted.method == COMMUNITIES:
        return communities(strong(flows, wanted.threshold), seed=SEED, cancelled=cancelled)
    raise ValueError(wanted.method)


def containments(threshold: float) -> tuple[float, float]:
    """The least self-containment of a large and of a small labour market area."""
    return threshold, min(1.0, threshold + _MORE)


def strong(flows: Flows, share: float) -> Flows:
    """Without the flows between zones that are less than this share of the residents' jobs of their origin."""
    if share <= 0:
        return flows
    residents = np.append(flows.residents_jobs(), np.inf)
    between = (flows.origin != flows.destination) & (flows.destination < flows.count)
    weak = between & (flows.flow < share * residents[flows.origin] * (1 - 1e-12)) & (flows.origin < flows.count)
    # What is left out still counts in R and W: it flows to and from elsewhere.
    elsewhere = np.full(flows.count + 1, flows.count)
    return Flows.between(
        flows.codes,
        np.concatenate((flows.origin, elsewhere[flows.destination[weak]])),
        np.concatenate((np.where(weak, flows.count, flows.destination), flows.destination[weak])),
        np.concatenate((flows.flow, flows.flow[weak])),
        flows.unit,
        flows.year,
    )
