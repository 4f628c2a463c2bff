# SPDX-License-Identifier: GPL-2.0-or-later
"""What figures say of a claim of the story: its measure in each year that is there, and what would change it.

No verdict: nothing here says whether a claim is true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from .completeness import complete, is_whole
from .flows import Flows
from .joining import join
from .layouts import Table, recognise_names
from .reading import read_flows
from .sectors import complementarity, krugman

if TYPE_CHECKING:
    from ..story.model import Claim, ClaimArea, Figure

SHARE, AMONG, COMPLEMENTARY, SECTORS = "aandeel-woonbanen", "onderlinge-banen", "complementariteit", "aandeel-sectoren"

# What is not there: flows of the areas, those of the whole country, figures of sectors.
FLOWS, WHOLE, FIGURES = "flows", "whole", "figures"

OWN, OTHERS, AWAY = "own", "others", "away"  # where the residents of a set of areas work


@dataclass(frozen=True, eq=False)
class FlowTable:
    """Flows of one table by year ("2014"). `source` is told beside each figure."""

    id: str
    source: str
    flows: Mapping[str, Flows]


@dataclass(frozen=True)
class Value:
    """One figure: a share from 0 to 1, or of COMPLEMENTARY an index from 0 to 2.

    `areas` are from and to (SHARE), the set (AMONG), two of it (COMPLEMENTARY) or one (SECTORS). `jobs` is what the
    share counts, in the unit of the table. `margin` is how far the share may be off because flows are rounded. `rank`
    is the place of the destination among all others, 1 for the largest flow.
    """

    areas: tuple[ClaimArea, ...]
    value: float
    year: str
    source: str
    jobs: float | None = None
    margin: float = 0.0
    rank: int = 0
    part: str = ""  # an indicator (SECTORS), or OWN, OTHERS, AWAY
    unit: str = ""


@dataclass(frozen=True)
class Reach:
    """Up to which threshold an area falls to a centre: the largest share of residents' jobs, `most`, at which it does.

    None where at every threshold it goes to another centre of the card first, `instead`.
    """

    origin: ClaimArea
    to: ClaimArea
    most: float | None
    instead: ClaimArea | None
    year: str


@dataclass(frozen=True)
class Grouped:
    """The areas of a claim by the region they are in; each in one group, those that are in no region alone."""

    method: str
    threshold: float
    year: str
    groups: tuple[tuple[ClaimArea, ...], ...]


@dataclass(frozen=True)
class Evidence:
    """What there is for a claim. `values` are the newest of each, `earlier` the same in other years, newest first.

    `wider` (AMONG) are the values with one area more in the set, `parts` where the residents of the set work. `ties`
    are the flows between each two as a part of all that crosses (AMONG), or from one to another by what their sizes
    alone would have it (COMPLEMENTARY). `lacks` says what is not there (FLOWS, …).
    """

    claim: Claim
    values: tuple[Value, ...] = ()
    earlier: tuple[Value, ...] = ()
    wider: tuple[Value, ...] = ()
    parts: tuple[Value, ...] = ()
    ties: tuple[Value, ...] = ()
    reaches: tuple[Reach, ...] = ()
    lacks: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    groups: tuple[Grouped, ...] = ()  # which areas fall together (evidence_methods.py)


def flows_by_year(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> dict[str, Flows]:
    """The flows of a table by year ("2014"), of rows without a header; empty where its columns are not recognised."""
    layout = recognise_names(names)
    if layout is None or not rows:
        return {}
    table = Table(tuple(map(list, zip(*rows))), tuple(names), range(1, len(rows) + 1))
    read = read_flows(table, layout)
    return {year[:4]: join(read, year=year).flows for year in read.years}


def evidence(claim: Claim, tables: Sequence[FlowTable], figures: Iterable[Figure]) -> Evidence:
    """The figures of a claim; of several tables of a year the first that has all flows of an area counts.

    Raises ValueError for a measure that is none.
    """
    if claim.measure == SHARE:
        return _shares(claim, tables)
    if claim.measure == AMONG:
        return _among(claim, tables)
    if claim.measure == COMPLEMENTARY:
        return _complementary(claim, tables, figures)
    if claim.measure == SECTORS:
        return _sectors(claim, figures)
    raise ValueError(claim.measure)


class _Year:
    """The flows of a table in one year, asked by code."""

    def __init__(self, table: FlowTable, year: str) -> None:
        self.year, self.source = year, table.source
        self.flows = table.flows[year]
        self._place = {code: number for number, code in enumerate(self.flows.codes)}
        self._complete = complete(self.flows)
        self._residents = self.flows.residents_jobs()
        self.is_whole = is_whole(self.flows)
        # Half of the step in which flows are counted: so far a single one may be off.
        self.half = _step(self.flows.flow) / 2

    def has(self, code: str) -> bool:
        return code in self._place and bool(self._complete[self._place[code]])

    def residents(self, code: str) -> float:
        return float(self._residents[self._place[code]])

    def flow(self, origin: str, destination: str) -> float:
        if origin not in self._place or destination not in self._place:
            return 0.0
        return float(self.flows.at(np.array([self._place[origin]]), np.array([self._place[destination]]))[0])

    def rank(self, origin: str, destination: str) -> int:
        """The place of a destination among those of the flows out of a zone, 1 for the largest; 0 for none."""
        own, to = self._place[origin], self._place.get(destination, -1)
        out = (self.flows.origin == own) & (self.flows.destination != own) & (self.flows.destination < self.flows.count)
        mine = self.flows.flow[out & (self.flows.destination == to)]
        return int((self.flows.flow[out] > mine[0]).sum()) + 1 if len(mine) else 0


def _step(flow: np.ndarray) -> float:
    """The step in which flows are counted: 1, 0.1 or finer; 0 where they are no decimal fractions."""
    for decimals in range(4):
        scaled = flow * 10**decimals
        if np.allclose(scaled, np.round(scaled), rtol=0, atol=1e-6):
            return float(10.0**-decimals)
    return 0.0


def _by_year(tables: Sequence[FlowTable]) -> dict[str, list[_Year]]:
    """The newest year first."""
    years = sorted({year for table in tables for year in table.flows}, reverse=True)
    return {year: [_Year(table, year) for table in tables if year in table.flows] for year in years}


def _shares(claim: Claim, tables: Sequence[FlowTable]) -> Evidence:
    newest: list[Value] = []
    earlier: list[Value] = []
    reaches: list[Reach] = []
    years = _by_year(tables)
    lacking = False
    for origin in claim.areas_of("van"):
        found = [next((one for one in of_year if one.has(origin.code)), None) for of_year in years.values()]
        known = [one for one in found if one is not None and one.residents(origin.code) > 0]
        lacking = lacking or not known
        for number, one in enumerate(known):
            shares = [_share(one, origin, to) for to in (*claim.areas_of("naar"), *claim.areas_of("vergelijk"))]
            (earlier if number else newest).extend(shares)
            if not number:
                reaches += _reaches(origin, claim.areas_of("naar"), shares)
    return Evidence(
        claim,
        tuple(newest),
        tuple(sorted(earlier, key=lambda value: -int(value.year))),
        reaches=tuple(reaches),
        lacks=(FLOWS,) if lacking else (),
        years=_years_of(newest, earlier),
    )


def _share(one: _Year, origin: ClaimArea, to: ClaimArea) -> Value:
    jobs, whole = one.flow(origin.code, to.code), one.residents(origin.code)
    rank = one.rank(origin.code, to.code)
    return Value((origin, to), jobs / whole, one.year, one.source, jobs, one.half / whole, rank, unit=one.flows.unit)


def _reaches(origin: ClaimArea, claimed: Sequence[ClaimArea], shares: Sequence[Value]) -> Iterator[Reach]:
    """Of centres with as much the first of the claim counts."""
    best = max(shares, key=lambda value: value.value)
    for value in shares:
        to = value.areas[1]
        if to in claimed:
            is_first = value.value == best.value and value.value > 0
            most, instead = (value.value, None) if is_first else (None, best.areas[1] if best.value > 0 else None)
            yield Reach(origin, to, most, instead, value.year)


def _among(claim: Claim, tables: Sequence[FlowTable]) -> Evidence:
    members = claim.areas_of("onderling")
    known = [one for one in _first_with(tables, members) if _crossing(one, members) is not None]
    crossing = [value for value in (_crossing(one, members) for one in known) if value is not None]
    if not known:
        return Evidence(claim, lacks=(FLOWS,))
    newest = known[0]
    wider = []
    lacking = False
    for more in claim.areas_of("vergelijk"):
        with_it = next(iter(_first_with(tables, (*members, more), newest.year)), None)
        value = _crossing(with_it, (*members, more)) if with_it is not None else None
        lacking = lacking or value is None
        wider += [value] if value is not None else []
    return Evidence(
        claim,
        tuple(crossing[:1]),
        tuple(crossing[1:]),
        tuple(wider),
        _where(newest, members),
        _ties(newest, members),
        lacks=(WHOLE,) if lacking else (),
        years=_years_of(crossing),
    )


def _first_with(tables: Sequence[FlowTable], areas: Sequence[ClaimArea], year: str = "") -> list[_Year]:
    """Of each year, the newest first, the first table that has all flows of these areas."""
    found = []
    for number, of_year in _by_year(tables).items():
        if year in ("", number):
            found += [one for one in of_year if all(one.has(area.code) for area in areas)][:1]
    return found


def _crossing(one: _Year, members: Sequence[ClaimArea]) -> Value | None:
    """Of the jobs with both ends in the set, those that go from one of it to another."""
    within = sum(one.flow(area.code, area.code) for area in members)
    cross = sum(one.flow(a.code, b.code) + one.flow(b.code, a.code) for a, b in combinations(members, 2))
    whole = within + cross
    if not whole:
        return None
    return Value(tuple(members), cross / whole, one.year, one.source, cross, unit=one.flows.unit)


def _where(one: _Year, members: Sequence[ClaimArea]) -> tuple[Value, ...]:
    """Where the residents of the set work: in their own area, in another of the set, or outside it."""
    whole = sum(one.residents(area.code) for area in members)
    own = sum(one.flow(area.code, area.code) for area in members)
    others = sum(one.flow(a.code, b.code) + one.flow(b.code, a.code) for a, b in combinations(members, 2))
    parts = ((OWN, own), (OTHERS, others), (AWAY, whole - own - others))
    return tuple(
        Value(tuple(members), jobs / whole, one.year, one.source, jobs, part=part, unit=one.flows.unit)
        for part, jobs in parts
    )


def _ties(one: _Year, members: Sequence[ClaimArea]) -> tuple[Value, ...]:
    """The flow between each two of the set, both ways, as a part of all that crosses; the largest first."""
    found = [(a, b, one.flow(a.code, b.code) + one.flow(b.code, a.code)) for a, b in combinations(members, 2)]
    whole = sum(jobs for _a, _b, jobs in found)
    if not whole:
        return ()
    values = [Value((a, b), jobs / whole, one.year, one.source, jobs, unit=one.flows.unit) for a, b, jobs in found]
    return tuple(sorted(values, key=lambda value: -(value.jobs or 0)))


@dataclass(frozen=True)
class _Profile:
    """The parts of the jobs of an area that each sector has, the rest as the last."""

    parts: tuple[float, ...]
    jobs: tuple[float, ...]
    source: str


def _profiles(claim: Claim, figures: Iterable[Figure]) -> dict[str, dict[str, _Profile]]:
    """Year, the newest first, to code of area to its profile; only where total and every sector are known."""
    known: dict[tuple[str, str, str], Figure] = {}
    wholes: dict[str, str] = {}
    wanted = set(claim.indicators)
    every = list(figures)
    for figure in every:
        if figure.indicator.id in wanted and figure.indicator.whole:
            wholes[figure.indicator.id] = figure.indicator.whole
    codes = [area.code for area in claim.areas_of("onderling")]
    for figure in every:
        if figure.indicator.id in wanted | set(wholes.values()) and figure.area_code in codes:
            known[figure.date[:4], figure.area_code, figure.indicator.id] = figure
    found: dict[str, dict[str, _Profile]] = {}
    for year in sorted({year for year, _code, _indicator in known}, reverse=True):
        for code in codes:
            parts = [known.get((year, code, indicator)) for indicator in claim.indicators]
            total = known.get((year, code, wholes.get(claim.indicators[0], "")))
            values = [part.value if part is not None else None for part in parts]
            if total is None or not total.value or any(value is None for value in values):
                continue
            jobs = [value for value in values if value is not None]
            rest = max(0.0, total.value - sum(jobs))
            shares = tuple(value / total.value for value in (*jobs, rest))
            found.setdefault(year, {})[code] = _Profile(shares, tuple(jobs), total.source.title)
    return found


def _sectors(claim: Claim, figures: Iterable[Figure]) -> Evidence:
    areas = claim.areas_of("onderling")
    newest: list[Value] = []
    earlier: list[Value] = []
    for year, by_code in _profiles(claim, figures).items():
        for number, indicator in enumerate(claim.indicators):
            for area in areas:
                profile = by_code.get(area.code)
                if profile is None:
                    continue
                value = Value(
                    (area,), profile.parts[number], year, profile.source, profile.jobs[number], part=indicator
                )
                first = not any(other.areas == value.areas and other.part == indicator for other in newest)
                (newest if first else earlier).append(value)
    lacking = len({value.areas for value in newest}) < len(areas)
    return Evidence(
        claim,
        tuple(newest),
        tuple(earlier),
        lacks=(FIGURES,) if lacking else (),
        years=_years_of(newest, earlier),
    )


def _complementary(claim: Claim, tables: Sequence[FlowTable], figures: Iterable[Figure]) -> Evidence:
    """Krugman's index of each two areas; and the ties both ways, where the flows of the whole country are there."""
    areas = claim.areas_of("onderling")
    whole = [one for of_year in _by_year(tables).values() for one in of_year if one.is_whole][:1]
    values: list[Value] = []
    earlier: list[Value] = []
    ties: list[Value] = []
    for year, by_code in _profiles(claim, figures).items():
        known = [area for area in areas if area.code in by_code]
        shares = np.array([by_code[area.code].parts for area in known])
        if len(known) < 2:
            continue
        index = krugman(shares)
        for (i, a), (j, b) in combinations(enumerate(known), 2):
            value = Value((a, b), float(index[i, j]), year, by_code[a.code].source)
            (earlier if any(other.areas == (a, b) for other in values) else values).append(value)
        if not ties and whole:
            ties = _intensities(whole[0], known, shares)
    lacks = [FIGURES] if len(values) < len(areas) * (len(areas) - 1) // 2 else []
    return Evidence(
        claim,
        tuple(sorted(values, key=lambda value: -value.value)),
        tuple(earlier),
        ties=tuple(ties),
        lacks=tuple(lacks if whole else [*lacks, WHOLE]),
        years=_years_of(values, earlier),
    )


def _intensities(one: _Year, areas: Sequence[ClaimArea], shares: np.ndarray) -> list[Value]:
    """The flow from each to each by what sizes alone would have it, the strongest first (sectors.complementarity)."""
    found = complementarity(one.flows, tuple(area.code for area in areas), shares)
    rows = zip(found.origin.tolist(), found.destination.tolist(), found.intensity.tolist(), found.flow.tolist())
    values = [
        Value((areas[i], areas[j]), tie, one.year, one.source, flow, unit=one.flows.unit) for i, j, tie, flow in rows
    ]
    return sorted(values, key=lambda value: -value.value)


def _years_of(*groups: Iterable[Value]) -> tuple[str, ...]:
    return tuple(sorted({value.year for values in groups for value in values}))
