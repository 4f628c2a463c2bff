# SPDX-License-Identifier: GPL-2.0-or-later
"""Claims about what people work at: shares of sectors, and how far those of two areas differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from .evidence_flows import Year, by_year
from .evidence_values import FIGURES, WHOLE, Evidence, FlowTable, Value, years_of
from .sectors import complementarity, krugman

if TYPE_CHECKING:
    from ..story.model import Claim, ClaimArea, Figure


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


def sectors(claim: Claim, figures: Iterable[Figure]) -> Evidence:
    """Of the jobs in each area, the share of each sector."""
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
        years=years_of(newest, earlier),
    )


def complementary(claim: Claim, tables: Sequence[FlowTable], figures: Iterable[Figure]) -> Evidence:
    """Krugman's index of each two areas; and the ties both ways, where the flows of the whole country are there."""
    areas = claim.areas_of("onderling")
    whole = [one for of_year in by_year(tables).values() for one in of_year if one.is_whole][:1]
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
        years=years_of(values, earlier),
    )


def _intensities(one: Year, areas: Sequence[ClaimArea], shares: np.ndarray) -> list[Value]:
    """The flow from each to each by what sizes alone would have it, the strongest first (sectors.complementarity)."""
    found = complementarity(one.flows, tuple(area.code for area in areas), shares)
    rows = zip(found.origin.tolist(), found.destination.tolist(), found.intensity.tolist(), found.flow.tolist())
    values = [
        Value((areas[i], areas[j]), tie, one.year, one.source, flow, unit=one.flows.unit) for i, j, tie, flow in rows
    ]
    return sorted(values, key=lambda value: -value.value)
