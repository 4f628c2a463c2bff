# SPDX-License-Identifier: GPL-2.0-or-later
"""Which flows become lines on the map: above a threshold, among the largest of their zone, both ways or net."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .flows import Flows
from .measures import ratio


@dataclass(frozen=True, eq=False)
class Lines:
    """L flows between two different zones, by origin, then by destination."""

    origin: np.ndarray  # int64 (L,), positions in the codes
    destination: np.ndarray  # int64 (L,)
    flow: np.ndarray  # float64 (L,), in the unit of the flows; net where that was asked
    share: np.ndarray  # float64 (L,), flow / R of the origin
    back: np.ndarray  # float64 (L,), what flows the other way, 0 where nothing does
    candidates: int  # how many there were before the thresholds
    covered: float  # the part of the flow of all candidates that these lines have, NaN without candidates


def select(flows: Flows, least: float = 0.0, share: float = 0.0, top: int = 0, net: bool = False) -> Lines:
    """The flows between different zones that meet every threshold.

    `least`: at least this flow, in the unit of the flows. `share`: at least this part (0 to 1) of the residents' jobs R
    of the origin, those elsewhere included. `top`: among so many largest of their origin (0 is no limit), the lowest
    code of equals. With `net` a pair has one line, from where more comes to where less does, with the difference; the
    thresholds then hold for the difference, and a pair with as much both ways has none. Else a pair may have two lines.
    Flows within a zone are sizes of nodes (`Flows.within`), flows with elsewhere have no line.
    Raises ValueError for a threshold below zero.
    """
    if least < 0 or share < 0 or top < 0:
        raise ValueError("a threshold is zero or more")
    inside = flows.inside()
    other = inside.origin != inside.destination
    origin, destination, flow = inside.origin[other], inside.destination[other], inside.flow[other]
    back = flows.at(destination, origin)
    if net:
        more = flow > back
        origin, destination, flow, back = origin[more], destination[more], (flow - back)[more], back[more]
    part = ratio(flow, flows.residents_jobs()[origin])
    kept = (flow >= least) & (part >= share)
    if top:
        kept &= _place(origin, destination, flow) < top
    whole = float(flow.sum())
    return Lines(
        origin[kept],
        destination[kept],
        flow[kept],
        part[kept],
        back[kept],
        len(flow),
        float(flow[kept].sum()) / whole if whole else float("nan"),
    )


def _place(origin: np.ndarray, destination: np.ndarray, flow: np.ndarray) -> np.ndarray:
    """Of each flow how many of its origin come before it."""
    order = np.lexsort((destination, -flow, origin))
    ordered = origin[order]
    place = np.empty(len(flow), np.int64)
    place[order] = np.arange(len(flow)) - np.searchsorted(ordered, ordered)
    return place
