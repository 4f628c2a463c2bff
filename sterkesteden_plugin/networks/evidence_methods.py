# SPDX-License-Identifier: GPL-2.0-or-later
"""Which areas of a claim fall together when the whole country is divided, by each of the ways to do so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..tables.stopping import never
from .completeness import is_whole
from .evidence_values import Grouped, in_time
from .redraw import COMMUNITIES, DOMINANT, LABOUR, THRESHOLD, Wanted, divide

if TYPE_CHECKING:
    from ..story.model import Claim, ClaimArea
    from .evidence_values import FlowTable

# Of THRESHOLD the claim says it; of LABOUR the least self-containment of a large area, as is usual.
CONTAINMENT = 2 / 3
METHODS = (DOMINANT, THRESHOLD, LABOUR, COMMUNITIES)


@dataclass(frozen=True)
class Divided:
    """A division of the country: the region of each code, none for a zone that is in no region."""

    method: str
    threshold: float
    year: str
    source: str
    region: Mapping[str, int]


def divisions(
    tables: Sequence[FlowTable], thresholds: Sequence[float], cancelled: Callable[[], bool] = never
) -> list[Divided]:
    """The newest whole table divided by every method, by THRESHOLD once for each of `thresholds`.

    Empty where no table has the flows of all its zones. Raises Stopped.
    """
    years = [(year, table) for table in tables for year in table.flows]
    # Of two of the same year the first; sorting keeps their order.
    for year, table in sorted(years, key=lambda one: in_time(one[0]), reverse=True):
        flows = table.flows[year]
        if not is_whole(flows):
            continue
        wanted = [Wanted(DOMINANT, 0.0), *(Wanted(THRESHOLD, share) for share in sorted(set(thresholds)))]
        wanted += [Wanted(LABOUR, CONTAINMENT), Wanted(COMMUNITIES, 0.0)]
        found = []
        for one in wanted:
            labels = divide(flows, one, cancelled=cancelled).labels.tolist()
            region = {code: label for code, label in zip(flows.codes, labels) if label >= 0}
            found.append(Divided(one.method, one.threshold, year, table.source, region))
        return found
    return []


def grouped(claim: Claim, found: Sequence[Divided]) -> tuple[Grouped, ...]:
    """The areas of a claim in every division that it speaks of: THRESHOLD at its own threshold only."""
    rows = []
    for one in found:
        if one.method == THRESHOLD and one.threshold != claim.threshold:
            continue
        groups: dict[object, list[ClaimArea]] = {}
        for area in claim.areas:
            groups.setdefault(one.region.get(area.code, area.code), []).append(area)
        rows.append(Grouped(one.method, one.threshold, one.year, tuple(map(tuple, groups.values()))))
    return tuple(rows)
