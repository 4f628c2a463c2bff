# SPDX-License-Identifier: GPL-2.0-or-later
"""Labour market areas in plain Python, step by step as issue 6 puts them: what the core is checked and timed against.

Numbers of any kind do: with integers and fractions every step is exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Answer:
    """`label` of each zone is the number of its area, -1 where it is in none; `apart` and `left` are told."""

    label: list[int]
    apart: list[int]
    left: list[int]
    reserve: list[int] = field(default_factory=list)


class Market:
    """Flows between zones 0 to n - 1; number n is elsewhere, which counts in R and W."""

    def __init__(self, n: int, flows: Mapping[tuple[int, int], Any], sizes: tuple[Any, Any, Any, Any]) -> None:
        self.min_size, self.min_part, self.target_size, self.target_part = sizes
        self.n = n
        self.apart = self._set_apart(dict(flows))
        self.label = [-1 if zone in self.apart else zone for zone in range(n)]
        self.areas = {zone: {zone} for zone in range(n) if zone not in self.apart}
        self.reserve: list[int] = []

    def _set_apart(self, flows: dict[tuple[int, int], Any]) -> set[int]:
        apart: set[int] = set()
        while True:
            self.out: list[dict[int, Any]] = [{} for _ in range(self.n + 1)]
            self.into: list[dict[int, Any]] = [{} for _ in range(self.n + 1)]
            for (i, j), flow in flows.items():
                self.out[i][j] = flow
                self.into[j][i] = flow
            self.residents = [sum(row.values()) for row in self.out]
            self.jobs = [sum(row.values()) for row in self.into]
            found = {
                zone
                for zone in range(self.n)
                if zone not in apart
                and (
                    self.residents[zone] == 0
                    or self.jobs[zone] == 0
                    or (set(self.out[zone]) <= {zone} and set(self.into[zone]) <= {zone})
                )
            }
            if not found:
                return apart
            apart |= found
            flows = {pair: flow for pair, flow in flows.items() if not apart & set(pair)}

    def sums(self, zones: set[int]) -> tuple[Any, Any, Any]:
        """R, W and T_ii of zones together."""
        residents = sum(self.residents[zone] for zone in zones)
        jobs = sum(self.jobs[zone] for zone in zones)
        within = sum(flow for zone in zones for other, flow in self.out[zone].items() if other in zones)
        return residents, jobs, within

    def validity(self, zones: set[int]) -> Any:
        residents, jobs, within = self.sums(zones)
        msc = min(within / residents, within / jobs)
        if msc == 1:
            return 1
        y = min(msc / self.target_part, 1)
        z = 1 - (1 - self.min_part / self.target_part) * max(
            (self.target_size - residents) / (self.target_size - self.min_size), 0
        )
        return y * z * self.target_part / self.min_part

    def ties(self, zone: int) -> dict[int, tuple[Any, Any]]:
        """The flows from and to a zone of each area that there is."""
        found: dict[int, tuple[Any, Any]] = {}
        for other, flow in self.out[zone].items():
            if other != zone and other < self.n and self.label[other] in self.areas:
                there, back = found.get(self.label[other], (0, 0))
                found[self.label[other]] = (there + flow, back)
        for other, flow in self.into[zone].items():
            if other != zone and other < self.n and self.label[other] in self.areas:
                there, back = found.get(self.label[other], (0, 0))
                found[self.label[other]] = (there, back + flow)
        return found

    def strongest(self, zone: int) -> int | None:
        best, most = None, 0
        for number, (there, back) in sorted(self.ties(zone).items()):
            residents, jobs, _within = self.sums(self.areas[number])
            cohesion = there * there / (self.residents[zone] * jobs) + back * back / (residents * self.jobs[zone])
            if cohesion > most:
                best, most = number, cohesion
        return best

    def first(self, left: set[int]) -> int:
        """The zone that leaves first of those that are left of an area."""

        def pull(zone: int) -> Any:
            inside = sum(flow for other, flow in self.into[zone].items() if other in left)
            return self.jobs[zone] - inside + self.residents[zone] - self.out[zone].get(zone, 0)

        return min(left, key=lambda zone: (-pull(zone), zone))

    def dissolve(self, number: int) -> None:
        left = self.areas.pop(number)
        while left:
            zone = self.first(left)
            left.remove(zone)
            best = self.strongest(zone)
            if best is not None:
                with_it = self.areas[best] | {zone}
                if self.validity(with_it) >= self.validity(self.areas[best]):
                    self.areas[best] = with_it
                    self.label[zone] = best
                    continue
            self.label[zone] = -1
            self.reserve.append(zone)

    def run(self) -> Answer:
        while self.areas:
            worst = min(self.areas, key=lambda number: (self.validity(self.areas[number]), number))
            if self.validity(self.areas[worst]) >= 1:
                break
            self.dissolve(worst)
        waiting = sorted(self.reserve, reverse=True)
        placed = True
        while placed:
            placed = False
            for zone in list(waiting):
                best = self.strongest(zone)
                if best is not None:
                    self.areas[best].add(zone)
                    self.label[zone] = best
                    waiting.remove(zone)
                    placed = True
        return Answer(self.label, sorted(self.apart), sorted(waiting), sorted(self.reserve))


class Package(Market):
    """As the R package LabourMarketAreas 3.3.1 does it: an area loses one zone, and what is left stays an area."""

    def dissolve(self, number: int) -> None:
        zones = self.areas[number]
        first = self.first(zones)
        self.areas[number] = {first}
        super().dissolve(number)
        if len(zones) > 1:
            self.areas[number] = zones - {first}


def labour_markets(
    n: int,
    flows: Mapping[tuple[int, int], Any],
    min_size: Any,
    min_part: Any,
    target_size: Any,
    target_part: Any,
    way: type[Market] = Market,
) -> Answer:
    """Areas of zones 0 to n - 1 from flows between them, and n, elsewhere."""
    return way(n, flows, (min_size, min_part, target_size, target_part)).run()
