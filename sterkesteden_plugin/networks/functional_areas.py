# SPDX-License-Identifier: GPL-2.0-or-later
"""Functional urban areas: centres, and the zones whose residents work there.

After the EU-OECD definition: Dijkstra, L., Poelman, H. and Veneri, P. (2019), The EU-OECD definition of a functional
urban area, OECD Regional Development Working Papers 2019/11. That finds cities in a grid of population, which flows do
not have: here centres are given, or found by `found_centres`, which is this plugin's own rule.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from ..tables.stopping import Stopped, never
from .divisions import (
    ENCLAVE,
    EXCLAVE,
    MERGED,
    NO_CENTRES,
    NO_FLOWS,
    NO_NEIGHBOURS,
    NO_SUCH_ZONE,
    NONE,
    Division,
)
from .flows import Flows
from .ranking import largest_of_each, whole

SHARE = 0.15  # of residents' jobs, in the definition


def found_centres(flows: Flows, share: float = SHARE, least_jobs: float = 0.0) -> np.ndarray:
    """Zones that are centres by what the flows say, as positions, ascending.

    These have at least as many jobs as their residents have (W >= R), at least `least_jobs` (in the unit of the flows),
    and draw at least `share` of the residents' jobs of at least one other zone.
    """
    exact, unit = _exact(flows)
    residents, jobs = exact.residents_jobs(), exact.jobs()
    between = (flows.origin != flows.destination) & (flows.origin < flows.count) & (flows.destination < flows.count)
    source, target, flow = flows.origin[between], flows.destination[between], exact.flow[between]
    draws = np.zeros(flows.count, bool)
    draws[target[flow / residents[source] >= share]] = True
    return np.flatnonzero(draws & (jobs >= residents) & (jobs >= least_jobs * unit))


def functional_areas(
    flows: Flows,
    share: float = SHARE,
    centres: Sequence[str] | None = None,
    neighbours: np.ndarray | None = None,
    link: float | None = None,
    least_jobs: float = 0.0,
    cancelled: Callable[[], bool] = never,
) -> Division:
    """Give each zone to the centre where at least `share` of its residents' jobs R are: of more, to the largest share.

    `centres` are codes; without them they are found. Centres are merged where at least `link` (`share`, if not given)
    of the R of one is in the other, also over a third; the one with the most jobs W is the centre of the region, and
    flows to merged centres are added. Of equal shares that of the centre of the lowest code counts.

    `neighbours` are pairs of positions of zones that border each other, int64 (E, 2), each pair once or twice. With
    them zones that are not connected to a centre of their region over zones of that region are left out (exclaves), and
    then zones without a region whose neighbours are all in one region are taken in (enclaves), also those which became
    so by that. Without them that is not done, and told. R of 0 gives no share: such a zone can only be an enclave.

    Raises ValueError for a share of zero or less, Stopped when cancelled.
    """
    link = share if link is None else link
    if not (share > 0 and link > 0):
        raise ValueError("a share must be above zero")
    exact, _unit = _exact(flows)
    place = {code: number for number, code in enumerate(flows.codes)}
    reported: dict[str, list[str]] = {}
    if centres is None:
        chosen = found_centres(flows, share, least_jobs)
    else:
        chosen = np.array(sorted({place[code] for code in centres if code in place}), np.int64)
        reported[NO_SUCH_ZONE] = [code for code in centres if code not in place]
    if cancelled():
        raise Stopped
    centre = _merge(exact, chosen, link)
    labels = _nearest(exact, centre, share)
    main = np.unique(centre[chosen])
    reported[MERGED] = [flows.codes[zone] for zone in chosen if centre[zone] != zone]
    notes = [] if len(chosen) else [NO_CENTRES]
    if neighbours is None:
        notes.append(NO_NEIGHBOURS)
    else:
        reported[EXCLAVE], reported[ENCLAVE] = _borders(flows, labels, centre, neighbours, cancelled)
    silent = (flows.residents_jobs() == 0) & (flows.jobs() == 0) & (labels < 0)
    reported[NO_FLOWS] = [flows.codes[zone] for zone in np.flatnonzero(silent)]
    return Division.of(labels, {int(zone): int(zone) for zone in main}, reported, notes)


def _exact(flows: Flows) -> tuple[Flows, int]:
    flow, unit = whole(flows.flow)
    return replace(flows, flow=flow), unit


def _merge(flows: Flows, chosen: np.ndarray, link: float) -> np.ndarray:
    """Of each zone the centre of the region that it is a centre in, NONE for the others."""
    centre = np.full(flows.count + 1, NONE)
    centre[chosen] = chosen
    tied = (centre[flows.origin] >= 0) & (centre[flows.destination] >= 0) & (flows.origin != flows.destination)
    source, target = flows.origin[tied], flows.destination[tied]
    strong = flows.flow[tied] / flows.residents_jobs()[source] >= link
    source, target = source[strong], target[strong]
    while (centre[source] != centre[target]).any():  # all take the lowest number that they can reach
        lowest = np.minimum(centre[source], centre[target])
        np.minimum.at(centre, source, lowest)
        np.minimum.at(centre, target, lowest)
    group, jobs = centre[chosen], flows.jobs()[chosen]
    order = np.lexsort((chosen, -jobs, group))
    first, number = np.unique(group[order], return_index=True)[1], np.unique(group, return_inverse=True)[1]
    centre[chosen] = chosen[order][first][number.reshape(-1)]
    return centre[:-1]


def _nearest(flows: Flows, centre: np.ndarray, share: float) -> np.ndarray:
    """The centre of each zone, NONE where no share is large enough; centres stay with theirs."""
    towards = np.append(centre, NONE)[flows.destination]
    drawn = (towards >= 0) & (flows.origin < flows.count)
    pair, number = np.unique(flows.origin[drawn] * np.int64(flows.count) + towards[drawn], return_inverse=True)
    flow = np.bincount(number.reshape(-1), weights=flows.flow[drawn], minlength=len(pair))
    source, target = pair // max(flows.count, 1), pair % max(flows.count, 1)
    largest = largest_of_each(source, flow)
    source, target, flow = source[largest], target[largest], flow[largest]
    enough = flow / flows.residents_jobs()[source] >= share
    labels = np.full(flows.count, NONE)
    labels[source[enough]] = target[enough]
    labels[centre >= 0] = centre[centre >= 0]
    return labels


def _borders(
    flows: Flows, labels: np.ndarray, centre: np.ndarray, neighbours: np.ndarray, cancelled: Callable[[], bool]
) -> tuple[list[str], list[str]]:
    """Leave exclaves out of `labels` and take enclaves in; the codes of both."""
    pairs = np.asarray(neighbours, np.int64).reshape(-1, 2)
    one, other = np.concatenate([pairs, pairs[:, ::-1]]).T
    reached = centre >= 0
    while True:
        if cancelled():
            raise Stopped
        step = reached[one] & ~reached[other] & (labels[one] == labels[other])
        if not step.any():
            break
        reached[other[step]] = True
    out = np.flatnonzero((labels >= 0) & ~reached)
    labels[out] = NONE
    taken: list[int] = []
    while True:
        if cancelled():
            raise Stopped
        lowest = np.full(flows.count, flows.count)
        highest = np.full(flows.count, NONE)
        np.minimum.at(lowest, one, labels[other])
        np.maximum.at(highest, one, labels[other])
        found = np.flatnonzero((labels < 0) & (lowest == highest) & (highest >= 0))
        if not len(found):
            break
        labels[found] = highest[found]
        taken += found.tolist()
    left = sorted(set(out.tolist()) - set(taken))
    return [flows.codes[zone] for zone in left], [flows.codes[zone] for zone in taken]
