# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel tells of zones, cities and regions: plain numbers and names from flows and a division."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import ne

import numpy as np

from .completeness import complete, is_whole
from .divisions import Division
from .flows import ELSEWHERE, Flows, jobs_in
from .measures import measures

FEW_JOBS = 10_000  # of residents: in a region with less, a few jobs more or less decide


@dataclass(frozen=True)
class Tie:
    """A flow between one zone and another, itself, or elsewhere (code ""): `share` is of all jobs of the zone."""

    code: str
    name: str
    flow: float
    share: float
    before: float | None = None  # the share in the year before, None where that is not known


@dataclass(frozen=True)
class ZoneFacts:
    """Where the residents of a zone work (`out`) and where its workers live (`into`), the largest first."""

    code: str
    name: str
    year: str
    before_year: str
    residents_jobs: float
    jobs: float
    out: tuple[Tie, ...]
    into: tuple[Tie, ...]


@dataclass(frozen=True)
class CityFacts:
    """Measures of one zone in one year; shares from 0 to 1, None where there is nothing to take a share of."""

    code: str
    name: str
    year: str
    residents_jobs: float
    jobs: float
    supply: float | None
    demand: float | None
    balance: float
    dominant: str  # name of the zone where most of those work who work elsewhere, "" for none
    dominant_share: float | None


@dataclass(frozen=True)
class RegionFacts:
    """A region of a division; `number` is its label there."""

    number: int
    centre: str
    name: str
    zones: tuple[str, ...]  # codes; the centre first, then by residents' jobs
    residents_jobs: float
    jobs: float
    supply: float | None
    demand: float | None
    few: bool


def zone_facts(flows: Flows, code: str, names: Mapping[str, str], before: Flows | None = None) -> ZoneFacts | None:
    """What is known of a zone; None where the flows do not know it. `before` are the flows of another year."""
    out, into = _ties(flows, code, names), _ties(flows, code, names, into=True)
    if code not in flows.codes:
        return None
    if before is not None:
        out = _with_before(out, before, code, names, False)
        into = _with_before(into, before, code, names, True)
    return ZoneFacts(
        code,
        names.get(code, code),
        flows.year,
        before.year if before is not None else "",
        sum(tie.flow for tie in out),
        sum(tie.flow for tie in into),
        out,
        into,
    )


def _row(flows: Flows, code: str, into: bool) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the others, and the flow of each."""
    mine, other = (flows.destination, flows.origin) if into else (flows.origin, flows.destination)
    at = np.flatnonzero(mine == flows.codes.index(code)) if code in flows.codes else np.zeros(0, np.int64)
    return other[at], flows.flow[at]


def _ties(flows: Flows, code: str, names: Mapping[str, str], into: bool = False) -> tuple[Tie, ...]:
    others, values = _row(flows, code, into)
    total = float(values.sum())
    codes = (*flows.codes, ELSEWHERE)
    order = np.lexsort((others, -values))
    return tuple(
        Tie(codes[i], names.get(codes[i], codes[i]), value, value / total)
        for i, value in zip(others[order].tolist(), values[order].tolist())
    )


def _with_before(
    ties: tuple[Tie, ...], before: Flows, code: str, names: Mapping[str, str], into: bool
) -> tuple[Tie, ...]:
    """What was there before, also of those with whom nothing flows any more; these come last."""
    if code not in before.codes:
        return ties
    then = {tie.code: tie for tie in _ties(before, code, names, into)}
    there = [replace(tie, before=then[tie.code].share if tie.code in then else 0.0) for tie in ties]
    gone = [replace(tie, flow=0.0, share=0.0, before=tie.share) for tie in then.values()]
    return (*there, *(tie for tie in gone if tie.code not in {one.code for one in ties}))


def city_facts(flows: Flows, codes: Iterable[str], names: Mapping[str, str]) -> tuple[CityFacts, ...]:
    """The measures of those of these zones that the flows know, in the order given."""
    found = measures(flows)
    place = {code: i for i, code in enumerate(flows.codes)}
    facts = []
    for code in codes:
        if code not in place:
            continue
        i = place[code]
        strongest = int(found.dominant[i])
        facts.append(
            CityFacts(
                code,
                names.get(code, code),
                flows.year,
                float(found.residents_jobs[i]),
                float(found.jobs[i]),
                _known(found.supply[i]),
                _known(found.demand[i]),
                float(found.balance[i]),
                names.get(flows.codes[strongest], flows.codes[strongest]) if strongest >= 0 else "",
                _known(found.dominant_share[i]),
            )
        )
    return tuple(facts)


def region_facts(flows: Flows, division: Division, names: Mapping[str, str]) -> tuple[RegionFacts, ...]:
    """The regions, those with the most residents' jobs first."""
    sums, weight = division.sums(flows), flows.residents_jobs()
    supply, demand = sums.supply(), sums.demand()
    least = FEW_JOBS / jobs_in(flows.unit)
    members: list[list[int]] = [[] for _ in range(division.count)]
    for i in np.lexsort((np.arange(flows.count), -weight)).tolist():
        if division.labels[i] >= 0:
            members[division.labels[i]].append(i)
    facts = []
    for number in np.lexsort((np.arange(division.count), -sums.residents_jobs)).tolist():
        centre = int(division.centres[number])
        zones = sorted(members[number], key=partial(ne, centre))  # the centre first
        facts.append(
            RegionFacts(
                number,
                flows.codes[centre],
                names.get(flows.codes[centre], flows.codes[centre]),
                tuple(flows.codes[i] for i in zones),
                float(sums.residents_jobs[number]),
                float(sums.jobs[number]),
                _known(supply[number]),
                _known(demand[number]),
                bool(sums.residents_jobs[number] < least),
            )
        )
    return tuple(facts)


def whole_zones(flows: Flows) -> Flows:
    """The flows between the zones of which the table has all, those with the others as flows with elsewhere.

    Which those are says completeness.complete.
    """
    return flows if is_whole(flows) or not len(flows.flow) else keep(flows, np.flatnonzero(complete(flows)))


def keep(flows: Flows, zones: Sequence[int] | np.ndarray) -> Flows:
    """The same flows with only these zones (positions); the others are elsewhere."""
    kept = np.sort(np.asarray(zones, np.int64))
    place = np.full(flows.count + 1, len(kept), np.int64)
    place[kept] = np.arange(len(kept))
    codes = tuple(flows.codes[i] for i in kept.tolist())
    return Flows.between(codes, place[flows.origin], place[flows.destination], flows.flow, flows.unit, flows.year)


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
