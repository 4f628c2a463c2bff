# SPDX-License-Identifier: GPL-2.0-or-later
"""Claims about who works where: shares of residents' jobs, and what crosses between the areas of a set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from .completeness import complete, is_whole
from .evidence_values import AWAY, FLOWS, OTHERS, OWN, WHOLE, Evidence, FlowTable, Reach, Value, in_time, years_of
from .flows import Flows

if TYPE_CHECKING:
    from ..story.model import Claim, ClaimArea

_TOLD = 0.0005  # half of the last digit of a share as it is told


class Year:
    """The flows of a table in one year, asked by code."""

    def __init__(self, flows: Flows, year: str, source: str, merged: Flows | None = None) -> None:
        self.year, self.source, self.flows = year, source, flows
        self.now = None if merged is None else Year(merged, year, source)  # between zones as they are now
        self._place = {code: number for number, code in enumerate(self.flows.codes)}
        self._complete = complete(self.flows)
        self._residents = self.flows.residents_jobs()
        self.is_whole = is_whole(self.flows)
        # Half of the step in which flows are counted: so far a single one may be off.
        self.half = _step(self.flows.flow) / 2

    def has(self, code: str) -> bool:
        return code in self._place and bool(self._complete[self._place[code]])

    def knows(self, code: str) -> bool:
        """Whether any row names the zone. Of one that none does it is not known that nothing flows there."""
        return code in self._place

    def residents(self, code: str) -> float:
        return float(self._residents[self._place[code]])

    def flow(self, origin: str, destination: str) -> float:
        if origin not in self._place or destination not in self._place:
            return 0.0
        return float(self.flows.at(np.array([self._place[origin]]), np.array([self._place[destination]]))[0])


def _step(flow: np.ndarray) -> float:
    """The step in which flows are counted: 1, 0.1 or finer; 0 where they are no decimal fractions."""
    for decimals in range(4):
        scaled = flow * 10**decimals
        if np.allclose(scaled, np.round(scaled), rtol=0, atol=1e-6):
            return float(10.0**-decimals)
    return 0.0


def by_year(tables: Sequence[FlowTable]) -> dict[str, list[Year]]:
    """The newest year first."""
    years = sorted({year for table in tables for year in table.flows}, key=in_time, reverse=True)
    return {
        year: [Year(t.flows[year], year, t.source, t.merged.get(year)) for t in tables if year in t.flows]
        for year in years
    }


def shares(claim: Claim, tables: Sequence[FlowTable]) -> Evidence:
    """Of the jobs of the residents of each area, those in each other one; and up to which threshold it falls to it."""
    newest: list[Value] = []
    earlier: list[Value] = []
    reaches: list[Reach] = []
    redrawn: list[Value] = []
    years = by_year(tables)
    lacking = False
    for origin in claim.areas_of("van"):
        having = ([one for one in of_year if _tells(one, origin, claim)] for of_year in years.values())
        found = [next(iter(of_year), None) for of_year in having]
        known = [one for one in found if one is not None and one.residents(origin.code) > 0]
        lacking = lacking or not known
        for number, one in enumerate(known):
            compared = [to for to in claim.areas_of("vergelijk") if one.knows(to.code)]
            shares = [_share(one, origin, to) for to in (*claim.areas_of("naar"), *compared)]
            (earlier if number else newest).extend(shares)
            if not number:
                reaches += _reaches(origin, claim.areas_of("naar"), shares)
            if one.now is not None and one.now.has(origin.code):
                other = [_share(one.now, origin, to) for to in claim.areas_of("naar")]
                redrawn += [value for value, same in zip(other, shares) if _differs(value, same)]
    return Evidence(
        claim,
        tuple(newest),
        tuple(sorted(earlier, key=lambda value: in_time(value.year), reverse=True)),
        reaches=tuple(reaches),
        lacks=(FLOWS,) if lacking else (),
        years=years_of(newest, earlier),
        redrawn=tuple(redrawn),
    )


def _tells(one: Year, origin: ClaimArea, claim: Claim) -> bool:
    """Whether a table has all flows out of an area, and calls all that the claim is about by their codes."""
    return one.has(origin.code) and all(one.knows(to.code) for to in claim.areas_of("naar"))


def _differs(one: Value, other: Value) -> bool:
    """By more than what is lost when a share is told."""
    return abs(one.value - other.value) >= _TOLD


def _share(one: Year, origin: ClaimArea, to: ClaimArea) -> Value:
    jobs, whole = one.flow(origin.code, to.code), one.residents(origin.code)
    return Value((origin, to), jobs / whole, one.year, one.source, jobs, one.half / whole, unit=one.flows.unit)


def _reaches(origin: ClaimArea, claimed: Sequence[ClaimArea], shares: Sequence[Value]) -> Iterator[Reach]:
    """Of centres with as much the first of the claim counts."""
    best = max(shares, key=lambda value: value.value)
    for value in shares:
        to = value.areas[1]
        if to in claimed:
            is_first = value.value == best.value and value.value > 0
            most, instead = (value.value, None) if is_first else (None, best.areas[1] if best.value > 0 else None)
            yield Reach(origin, to, most, instead, value.year)


def among(claim: Claim, tables: Sequence[FlowTable]) -> Evidence:
    """Of the jobs with both ends in a set of areas, those that cross between them; also with one area more."""
    members = claim.areas_of("onderling")
    known = [one for one in _first_with(tables, members) if _crossing(one, members) is not None]
    crossing = [value for value in (_crossing(one, members) for one in known) if value is not None]
    if not known:
        return Evidence(claim, lacks=(FLOWS,))
    newest = known[0]
    now = [(_crossing(one.now, members), value) for one, value in zip(known, crossing) if one.now is not None]
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
        years=years_of(crossing),
        redrawn=tuple(other for other, same in now if other is not None and _differs(other, same)),
    )


def _first_with(tables: Sequence[FlowTable], areas: Sequence[ClaimArea], year: str = "") -> list[Year]:
    """Of each year, the newest first, the first table that has all flows of these areas."""
    found = []
    for number, of_year in by_year(tables).items():
        if year in ("", number):
            found += [one for one in of_year if all(one.has(area.code) for area in areas)][:1]
    return found


def _crossing(one: Year, members: Sequence[ClaimArea]) -> Value | None:
    """Of the jobs with both ends in the set, those that go from one of it to another."""
    within = sum(one.flow(area.code, area.code) for area in members)
    cross = sum(one.flow(a.code, b.code) + one.flow(b.code, a.code) for a, b in combinations(members, 2))
    whole = within + cross
    if not whole:
        return None
    return Value(tuple(members), cross / whole, one.year, one.source, cross, unit=one.flows.unit)


def _where(one: Year, members: Sequence[ClaimArea]) -> tuple[Value, ...]:
    """Where the residents of the set work: in their own area, in another of the set, or outside it."""
    whole = sum(one.residents(area.code) for area in members)
    own = sum(one.flow(area.code, area.code) for area in members)
    others = sum(one.flow(a.code, b.code) + one.flow(b.code, a.code) for a, b in combinations(members, 2))
    parts = ((OWN, own), (OTHERS, others), (AWAY, whole - own - others))
    return tuple(
        Value(tuple(members), jobs / whole, one.year, one.source, jobs, part=part, unit=one.flows.unit)
        for part, jobs in parts
    )


def _ties(one: Year, members: Sequence[ClaimArea]) -> tuple[Value, ...]:
    """The flow between each two of the set, both ways, as a part of all that crosses; the largest first."""
    found = [(a, b, one.flow(a.code, b.code) + one.flow(b.code, a.code)) for a, b in combinations(members, 2)]
    whole = sum(jobs for _a, _b, jobs in found)
    if not whole:
        return ()
    values = [Value((a, b), jobs / whole, one.year, one.source, jobs, unit=one.flows.unit) for a, b, jobs in found]
    return tuple(sorted(values, key=lambda value: -(value.jobs or 0)))
