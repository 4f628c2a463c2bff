# SPDX-License-Identifier: GPL-2.0-or-later
"""What is told of a claim that is put to the test: figures, how far they reach, what is not there. No verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .flows import Flows

if TYPE_CHECKING:
    from ..story.model import Claim, ClaimArea

SHARE, AMONG, COMPLEMENTARY, SECTORS = "aandeel-woonbanen", "onderlinge-banen", "complementariteit", "aandeel-sectoren"

# What is not there: flows of the areas, those of the whole country, figures of sectors.
FLOWS, WHOLE, FIGURES = "flows", "whole", "figures"

OWN, OTHERS, AWAY = "own", "others", "away"  # where the residents of a set of areas work


@dataclass(frozen=True, eq=False)
class FlowTable:
    """Flows of one table by year ("2014"), between zones as they were then. `source` is told beside each figure.

    `merged` are those between zones as they are now, of the years in which that makes a difference.
    """

    id: str
    source: str
    flows: Mapping[str, Flows]
    merged: Mapping[str, Flows] = field(default_factory=dict)


@dataclass(frozen=True)
class Value:
    """One figure: a share from 0 to 1, or of COMPLEMENTARY an index from 0 to 2.

    `areas` are from and to (SHARE), the set (AMONG), two of it (COMPLEMENTARY) or one (SECTORS). `jobs` is what the
    share counts, in the unit of the table. `margin` is how far the share may be off because flows are rounded.
    """

    areas: tuple[ClaimArea, ...]
    value: float
    year: str
    source: str
    jobs: float | None = None
    margin: float = 0.0
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
    redrawn: tuple[Value, ...] = ()  # what is another figure with the zones of now


def years_of(*groups: Iterable[Value]) -> tuple[str, ...]:
    """The years of values, the first to the last."""
    return tuple(sorted({value.year for values in groups for value in values}, key=in_time))


def in_time(year: str) -> tuple[bool, str]:
    """Sorts years; what is not told to be one comes before all."""
    return year.isdigit(), year
