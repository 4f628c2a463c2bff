# SPDX-License-Identifier: GPL-2.0-or-later
"""What figures of vacancy count, and which of them may be added, averaged or drawn on one scale.

CBS and PBL, Landelijke Monitor Leegstand: a verblijfsobject of the BAG without a registered resident, a registered
business and a user for the WOZ on 1 January. In 2015 and 2016 objects whose user was unknown counted as vacant too; in
2020 the source of the user changed, and that year was published both ways. Retail surveys look on site and count
verkooppunten and winkelvloeroppervlak; since 2020 the share of floor area of Locatus also covers catering and services.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

# What counts as vacant, besides what a user writes about a list of their own; "" where nobody has said it.
BY_REGISTERS, BY_SURVEY = "registers", "survey"

# What is counted.
OBJECT, OUTLET, ADDRESS, FLOOR_AREA = "verblijfsobject", "verkooppunt", "adres", "m²"

# Why figures are not comparable.
OTHER_VACANCY, OTHER_UNIT, UNTOLD = "other-vacancy", "other-unit", "untold"
SERIES_BREAK, NO_DATE = "series-break", "no-date"


@dataclass(frozen=True)
class Break:
    """From `date` (ISO) on figures in `unit` ("" for any) are counted in another way; `key` tells which."""

    date: str
    key: str
    unit: str = ""


@dataclass(frozen=True)
class Definition:
    """Of a data set: what counts as vacant, what is counted, when, and where it comes from; "" is not told.

    `old_way` is for figures of the very date of a break that were still counted as before it.
    """

    vacant: str = ""
    unit: str = ""
    reference: str = ""  # ISO date
    source: str = ""
    licence: str = ""
    breaks: tuple[Break, ...] = ()
    old_way: bool = False

    def by_floor_area(self) -> Definition:
        """The same data set, by square metres."""
        return replace(self, unit=FLOOR_AREA)

    def on(self, reference: str) -> Definition:
        """The same series on another date."""
        return replace(self, reference=reference, old_way=False)


MONITOR = Definition(
    BY_REGISTERS,
    OBJECT,
    breaks=(Break("2017-01-01", "unknown-user"), Break("2020-01-01", "source-of-user")),
)
SURVEY = Definition(BY_SURVEY, OUTLET, breaks=(Break("2020-01-01", "catering-and-services", FLOOR_AREA),))


class NotComparable(Exception):
    """Figures of different definitions met; `reason` is one of the reasons above."""

    def __init__(self, reason: str, first: Definition, second: Definition) -> None:
        super().__init__(reason)
        self.reason, self.first, self.second = reason, first, second


def comparable(a: Definition, b: Definition) -> str | None:
    """Why figures of `a` and `b` are not to be added, averaged or drawn on one scale; None where they may be.

    Of lists of which nobody has said what counts as vacant, those of one source are comparable.
    """
    if a == b:
        return None
    if a.vacant != b.vacant:
        return UNTOLD if "" in (a.vacant, b.vacant) else OTHER_VACANCY
    if not a.unit or not b.unit:
        return UNTOLD
    if a.unit != b.unit:
        return OTHER_UNIT
    if not a.vacant and (not a.source or a.source != b.source):
        return UNTOLD
    breaks = [one for one in {*a.breaks, *b.breaks} if one.unit in ("", a.unit)]
    if breaks and not (a.reference and b.reference):
        return NO_DATE
    return SERIES_BREAK if any(_is_after(a, one) != _is_after(b, one) for one in breaks) else None


def breaks_between(a: Definition, b: Definition) -> tuple[Break, ...]:
    """The breaks that part two data sets, to be told."""
    breaks = sorted({*a.breaks, *b.breaks}, key=lambda one: (one.date, one.key))
    return tuple(one for one in breaks if one.unit in ("", a.unit) and _is_after(a, one) != _is_after(b, one))


def require_comparable(definitions: Iterable[Definition]) -> None:
    """For whoever is about to add, average or draw: raises NotComparable where one does not go with another."""
    every = list(dict.fromkeys(definitions))
    for number, one in enumerate(every):
        for other in every[:number]:
            reason = comparable(other, one)
            if reason is not None:
                raise NotComparable(reason, other, one)


def beside(definitions: Sequence[Definition]) -> list[list[int]]:
    """Positions of data sets, in groups that may each share a scale: what the user is offered beside each other."""
    groups: list[list[int]] = []
    for number, one in enumerate(definitions):
        mine = next((group for group in groups if all(comparable(definitions[n], one) is None for n in group)), None)
        if mine is None:
            groups.append([number])
        else:
            mine.append(number)
    return groups


def _is_after(one: Definition, at: Break) -> bool:
    return one.reference > at.date or (one.reference == at.date and not one.old_way)
