# SPDX-License-Identifier: GPL-2.0-or-later
"""Labour market areas by iterative dissolution.

After Coombes, M. and Bond, S. (2008), Travel-to-Work Areas: the 2007 review, in the variant of Istat: Franconi, L.,
D'Alò, M. and Ichim, D. (2016), Istat implementation of the algorithm to develop Labour Market Areas, as in their R
package LabourMarketAreas. Where the package goes its own way: here an area that is dissolved is taken apart to its last
zone before another is looked at (on the matrix of Dutch municipalities the same areas come out), equal cohesion goes by
the lowest code, and flows from and to elsewhere count in R and W.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ..tables.stopping import Stopped, never
from .divisions import LIMIT_REACHED, NO_JOBS, NO_RESIDENTS, NONE, NOT_PLACED, ONLY_ITSELF, Division
from .flows import Flows
from .ranking import whole


@dataclass(frozen=True)
class Demands:
    """What an area must be: sizes are residents' jobs in the unit of the flows, self-containments are shares.

    An area of `target_size` does with `min_containment`, one of `min_size` needs `target_containment`.
    """

    min_size: float
    min_containment: float
    target_size: float
    target_containment: float

    def __post_init__(self) -> None:
        if not 0 <= self.min_size < self.target_size < float("inf"):
            raise ValueError("the target size must be above the minimum size, and that not below zero")
        if not 0 < self.min_containment <= self.target_containment <= 1:
            raise ValueError("self-containment is above zero and at most one, and its target not below its minimum")

    def validity(self, residents: float, jobs: float, within: float) -> float:
        """How far an area of R, W (both above zero) and T_ii is what it must be: 1 or more where it is."""
        part = within / residents if residents > jobs else within / jobs
        if part == 1:
            return 1.0
        least, target = self.min_containment, self.target_containment
        # Y·Z·tarSC/minSC, where Y = min(msc/tarSC, 1) and Z = 1 - (1 - minSC/tarSC)·max(short, 0), put so that an area
        # that is just what it must be has 1, and not a little less.
        if part > target:
            part = target
        if residents < self.target_size:
            short = (self.target_size - residents) / (self.target_size - self.min_size)
            return part * (target - (target - least) * short) / (target * least)
        return part * target / (target * least)


def labour_market_areas(
    flows: Flows,
    min_size: float,
    min_containment: float,
    target_size: float,
    target_containment: float,
    rounds: int | None = None,
    cancelled: Callable[[], bool] = never,
) -> Division:
    """Divide zones into areas that are all what they must be (`Demands`); centres are the zones with the most jobs.

    Zones without R or without W, or tied to nothing but themselves, are set apart and reported; the flows from and to
    those do not count, so that others may follow them. Zones that no area has ties to are reported too. Every round
    takes one area away, so that it ends within as many rounds as there are zones; `rounds` limits them further, which
    is told. Raises ValueError for demands that contradict each other, Stopped when cancelled.
    """
    Demands(min_size, min_containment, target_size, target_containment)
    kept, apart = _set_apart(flows)
    flow, unit = whole(kept.flow)  # ties are ties
    demands = Demands(min_size * unit, min_containment, target_size * unit, target_containment)
    gone = np.zeros(flows.count, bool)
    for zones in apart.values():
        gone[zones] = True
    areas = _Areas(replace(kept, flow=flow), np.flatnonzero(~gone), demands, cancelled)
    finished = areas.dissolve(flows.count if rounds is None else rounds)
    reported = {reason: [flows.codes[zone] for zone in zones] for reason, zones in apart.items()}
    reported[NOT_PLACED] = [flows.codes[zone] for zone in areas.place()]
    return Division.of(areas.labels(), flows.jobs(), reported, () if finished else (LIMIT_REACHED,))


def _set_apart(flows: Flows) -> tuple[Flows, dict[str, list[int]]]:
    """The flows without those of zones that can be in no area, and why these cannot."""
    apart: dict[str, list[int]] = {NO_RESIDENTS: [], NO_JOBS: [], ONLY_ITSELF: []}
    there = np.ones(flows.count, bool)
    while True:
        tied = np.zeros(flows.count + 1, bool)
        other = flows.origin != flows.destination
        tied[flows.origin[other]] = tied[flows.destination[other]] = True
        without = {NO_RESIDENTS: flows.residents_jobs() == 0, NO_JOBS: flows.jobs() == 0}
        without[ONLY_ITSELF] = ~(tied[:-1] | without[NO_RESIDENTS] | without[NO_JOBS])
        found = np.zeros(flows.count + 1, bool)
        for reason, zones in without.items():
            found[:-1] |= zones & there
            apart[reason] += np.flatnonzero(zones & there).tolist()
        if not found.any():
            return flows, apart
        there &= ~found[:-1]
        kept = ~(found[flows.origin] | found[flows.destination])
        flows = replace(flows, origin=flows.origin[kept], destination=flows.destination[kept], flow=flows.flow[kept])


class _Areas:
    """Zones in areas, while these are taken apart.

    Areas have numbers in the order of the zones they began as; the number after the last is for zones in no area.
    `_label` and `_ends` hold two things of each, side by side: what counts for flows from a zone to the area, and what
    counts for flows from the area to the zone.
    """

    def __init__(self, flows: Flows, zones: np.ndarray, demands: Demands, cancelled: Callable[[], bool]) -> None:
        self._demands, self._cancelled, count = demands, cancelled, flows.count
        residents, jobs, within = flows.residents_jobs(), flows.jobs(), flows.within()
        self._zone = list(zip(residents.tolist(), jobs.tolist(), within.tolist()))
        self._weight = np.stack([residents, jobs], axis=1).reshape(count, 2, 1)
        self._alone = jobs + residents - 2 * within  # inflow + R - T_ii of a zone that is an area by itself
        between = (flows.origin != flows.destination) & (flows.origin < count) & (flows.destination < count)
        source, target, flow = flows.origin[between], flows.destination[between], flows.flow[between]
        # The zones each is tied to, as places in `_label`: where its residents work, then where its workers live.
        owner = np.concatenate([source, target])
        order = np.argsort(owner, kind="stable")
        self._tied = np.concatenate([target, source + count])[order]
        self._flow = np.concatenate([flow, flow])[order]
        self._start = np.searchsorted(owner[order], np.arange(count + 1)).tolist()
        self._out = np.bincount(source, minlength=count).tolist()  # of these, how many are where its residents work
        self._reserve: list[int] = []
        self._areas = [[zone] for zone in zones.tolist()]
        self._sums = [self._zone[zone] for zone in zones.tolist()]  # R, W and T_ii of each area
        self._valid = np.array([demands.validity(*sums) for sums in self._sums])
        label = np.full(count, len(zones))
        label[zones] = np.arange(len(zones))
        self._number(label)

    def _number(self, label: np.ndarray) -> None:
        """Set what depends on how many areas there are."""
        none = len(self._sums)
        self._label = np.concatenate([label, label + none + 1])
        self._ends = np.full((2, none + 1), np.inf)  # so that an area that is gone has a cohesion of zero
        self._ends[:, :none] = np.array([(jobs, residents) for residents, jobs, _ in self._sums]).reshape(-1, 2).T

    def _renumber(self) -> None:
        """Forget the areas that are gone."""
        there = np.flatnonzero(self._valid < np.inf)
        number = np.full(len(self._valid) + 1, len(there))
        number[there] = np.arange(len(there))
        self._areas = [self._areas[area] for area in there.tolist()]
        self._sums = [self._sums[area] for area in there.tolist()]
        self._valid = self._valid[there]
        self._number(number[self._label[: len(self._zone)]])

    def labels(self) -> np.ndarray:
        """The number of each zone's area, NONE where it is in none."""
        label = self._label[: len(self._zone)]
        return np.where(label < len(self._sums), label, NONE)

    def dissolve(self, rounds: int) -> bool:
        """Take the least valid area apart until all are valid; false if there were too few rounds for that."""
        there = len(self._sums)
        while there:
            worst = int(self._valid.argmin())
            if self._valid[worst] >= 1:
                break
            if not rounds:
                return False
            rounds -= 1
            there -= 1
            self._take_apart(worst)
            if 4 * there < 3 * len(self._sums):
                self._renumber()
        return True

    def _take_apart(self, area: int) -> None:
        self._valid[area] = np.inf
        self._ends[:, area] = np.inf
        zones = self._areas[area]
        if len(zones) == 1:
            self._leave(zones[0])
            return
        zones.sort()
        left = np.array(zones)
        pull = self._alone.copy()
        out = {zone: slice(self._start[zone], self._start[zone] + self._out[zone]) for zone in zones}
        for zone in zones:
            pull[self._tied[out[zone]]] -= self._flow[out[zone]]
        for _ in zones:
            zone = int(left[pull.take(left).argmax()])  # of equals the first, which has the lowest code
            pull[zone] = -np.inf
            pull[self._tied[out[zone]]] += self._flow[out[zone]]
            self._leave(zone)

    def _leave(self, zone: int) -> None:
        if not self._join(zone, any_validity=False):
            self._reserve.append(zone)
            none = len(self._sums)
            self._label[zone] = none
            self._label[zone + len(self._zone)] = none + none + 1

    def _join(self, zone: int, any_validity: bool) -> bool:
        """Let a zone go to the area of strongest cohesion; false where it has no ties or may not for its validity."""
        if self._cancelled():
            raise Stopped
        row = slice(self._start[zone], self._start[zone + 1])
        ends = self._ends
        tied = np.bincount(self._label.take(self._tied[row]), self._flow[row], ends.size).reshape(ends.shape)
        cohesion = tied * tied / (ends * self._weight[zone])
        both = cohesion[0] + cohesion[1]
        area = int(both.argmax())
        if not both[area] > 0:
            return False
        residents, jobs, within = self._zone[zone]
        sums = self._sums[area]
        there, back = tied[:, area].tolist()
        sums = (sums[0] + residents, sums[1] + jobs, sums[2] + within + there + back)
        validity = self._demands.validity(*sums)
        if not (any_validity or validity >= self._valid[area]):
            return False
        self._sums[area] = sums
        self._valid[area] = validity
        ends[0, area] = sums[1]
        ends[1, area] = sums[0]
        self._areas[area].append(zone)
        self._label[zone] = area
        self._label[zone + len(self._zone)] = area + len(self._sums) + 1
        return True

    def place(self) -> list[int]:
        """Let the zones in reserve go to areas, whatever becomes of their validity; those that no area has ties to."""
        waiting, before = sorted(self._reserve, reverse=True), None
        while waiting != before:
            before = waiting
            waiting = [zone for zone in before if not self._join(zone, any_validity=True)]
        return waiting
