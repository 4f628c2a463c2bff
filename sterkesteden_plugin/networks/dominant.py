# SPDX-License-Identifier: GPL-2.0-or-later
"""Nodal regions by dominant flow.

After Nystuen, J. D. and Dacey, M. F. (1961), A graph theory interpretation of nodal regions, Papers of the Regional
Science Association 7, 29-42.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..tables.stopping import Stopped, never
from .divisions import NO_FLOWS, NONE, Division
from .flows import Flows, sums
from .ranking import largest_of_each, whole

INFLOW = "inflow"  # all that flows in from other zones and elsewhere: the paper's column total, which has no diagonal
JOBS = "jobs"  # W, which counts what stays in the zone too


def dominant_flows(
    flows: Flows,
    least: float = 0.0,
    share: float = 0.0,
    size: str = INFLOW,
    cancelled: Callable[[], bool] = never,
) -> Division:
    """Divide zones into regions around terminal zones, which are the centres.

    The dominant flow of a zone is its largest to another zone, of equals that to the lowest code. A zone is terminal
    where that goes to a smaller zone, where it is below `least` (in the unit of the flows) or below `share` of the
    zone's R, and where there is none. Every other zone is in the region that its dominant flow leads to, over as many
    zones as it takes. Of zones of equal size the lower code counts as the larger. Zones without any flow are in no
    region and reported. Raises ValueError for another `size`, Stopped when cancelled.
    """
    flow, unit = whole(flows.flow)
    residents = sums(flows.origin, flow, flows.count)
    largeness = sums(flows.destination, flow, flows.count)
    present = (residents > 0) | (largeness > 0)
    if size == INFLOW:
        stays = flows.origin == flows.destination
        largeness = largeness - sums(flows.origin[stays], flow[stays], flows.count)
    elif size != JOBS:
        raise ValueError(f"no such measure of size: {size}")
    if cancelled():
        raise Stopped
    between = (flows.origin != flows.destination) & (flows.origin < flows.count) & (flows.destination < flows.count)
    source, target, flow = flows.origin[between], flows.destination[between], flow[between]
    largest = largest_of_each(source, flow)
    source, target, flow = source[largest], target[largest], flow[largest]
    upward = (largeness[target] > largeness[source]) | ((largeness[target] == largeness[source]) & (target < source))
    # A share is compared as a quotient: 0.15 times a whole number may be just above what 15% of it is.
    kept = upward & (flow >= least * unit) & (flow / residents[source] >= share)
    leads = np.arange(flows.count)
    leads[source[kept]] = target[kept]
    while (leads != leads[leads]).any():  # every time twice as far
        leads = leads[leads]
    centres = {int(zone): int(zone) for zone in np.unique(leads)}
    return Division.of(
        np.where(present, leads, NONE), centres, {NO_FLOWS: [flows.codes[zone] for zone in np.flatnonzero(~present)]}
    )
