# SPDX-License-Identifier: GPL-2.0-or-later
"""What belongs in one chart: the figures of an indicator by city. Pure: no QGIS, no Qt.

Figures of a function (vacancy of shops, of offices) stand together whatever their definition, each definition as a
series of its own: they can be seen beside each other, and are never joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .series import LEAST_POINTS, year
from .shares import shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..story.model import City, Figure, Indicator


@dataclass(frozen=True)
class Series:
    """Figures of one definition for one area, by date; `kind` is its number among the kinds of the topic."""

    kind: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class TopicRow:
    """A city, another area, or a flow between two; without series where the file has no figure of it."""

    name: str
    series: tuple[Series, ...]

    @property
    def figures(self) -> list[Figure]:
        """The figures of all series by date: the order in which a chart numbers them."""
        return sorted((f for one in self.series for f in one.figures), key=lambda f: year(f.date) or 0.0)


@dataclass(frozen=True)
class Topic:
    """What one chart shows. `function` is empty where it is about an indicator alone."""

    id: str
    function: str
    indicators: tuple[Indicator, ...]
    kinds: tuple[str, ...]
    rows: tuple[TopicRow, ...]
    whole: Indicator | None = None  # where its figures are shares: of what

    @property
    def figures(self) -> list[Figure]:
        return [figure for row in self.rows for figure in row.figures]

    @property
    def dates(self) -> list[str]:
        return sorted({figure.date for figure in self.figures})

    @property
    def has_course(self) -> bool:
        """Whether it tells a course of time, rather than one or two moments."""
        return len({f.date for f in self.figures if f.value is not None}) >= LEAST_POINTS


def topics(figures: Iterable[Figure], indicators: Sequence[Indicator], cities: Sequence[City]) -> list[Topic]:
    """The topics of these figures, in the order of the indicators; figures without a true date are left out.

    Each topic about a city has a row for every one of `cities`. Parts of a whole are a topic of their own, as shares.
    """
    figures = list(figures)
    wholes = {indicator.id: indicator for indicator in indicators}
    parts: dict[str, list[Figure]] = {}
    for share in shares(figures, indicators):
        if year(share.date) is not None:
            parts.setdefault(str(share.indicator.whole), []).append(share)
    alone = _alone((figure for figure in figures if figure.indicator.whole not in wholes), indicators, cities)
    of_parts = [_topic(f"deel/{key}", group, cities, wholes[key]) for key, group in parts.items()]
    return [*alone, *of_parts]


def _alone(figures: Iterable[Figure], indicators: Sequence[Indicator], cities: Sequence[City]) -> list[Topic]:
    order = {indicator.id: i for i, indicator in enumerate(indicators)}
    found: dict[str, list[Figure]] = {}
    for figure in sorted(figures, key=lambda f: order.get(f.indicator.id, len(order))):
        if year(figure.date) is not None:
            unit = figure.indicator.unit
            found.setdefault(f"{figure.function}/{unit}" if figure.function else figure.indicator.id, []).append(figure)
    return [_topic(key, group, cities) for key, group in found.items()]


def course(topics: Iterable[Topic]) -> Topic | None:
    """The first topic in which one series tells a course of time."""
    for topic in topics:
        for one in (series for row in topic.rows for series in row.series):
            if len({figure.date for figure in one.figures if figure.value is not None}) >= LEAST_POINTS:
                return topic
    return None


def _topic(key: str, figures: Sequence[Figure], cities: Sequence[City], whole: Indicator | None = None) -> Topic:
    names = {city.id: " ".join(city.name.split()) for city in cities}
    groups: dict[tuple[str | None, ...], list[Figure]] = {}
    if any(figure.city in names for figure in figures):
        groups = {(city.id, None, None): [] for city in cities}
    for figure in figures:
        flow = (figure.to_code or figure.to) and (figure.area_code, figure.to_code or figure.to)
        owner = figure.city if figure.city in names else f"{figure.area_code}/{figure.area}"
        groups.setdefault((owner, *(flow or (None, None))), []).append(figure)
    # A city with flows has a row for each of them, and so none without.
    flowing = {owner for owner, start, _ in groups if start is not None}
    kinds: dict[tuple[str, str], int] = {}
    rows = []
    # The cities come first and in their order, with their flows.
    place = {city.id: i for i, city in enumerate(cities)}
    for group in sorted(groups, key=lambda g: place.get(g[0] or "", len(place))):
        members = groups[group]
        owner = group[0] or ""
        if members or owner not in flowing:
            rows.append(_row(owner, group[1] is not None, members, names, kinds))
    indicators = {figure.indicator.id: figure.indicator for figure in figures}
    # Kinds are numbered as the indicators stand, not as the rows happen to meet them.
    rank = list(indicators)
    ordered = {kind: i for i, kind in enumerate(sorted(kinds, key=lambda kind: rank.index(kind[0])))}
    number = {kinds[kind]: i for kind, i in ordered.items()}
    rows = [TopicRow(row.name, tuple(Series(number[s.kind], s.figures) for s in row.series)) for row in rows]
    kinds = ordered
    return Topic(
        key, figures[0].function or "", tuple(indicators.values()), _kind_names(kinds, indicators), tuple(rows), whole
    )


def _row(
    owner: str, flow: bool, figures: Sequence[Figure], names: dict[str, str], kinds: dict[tuple[str, str], int]
) -> TopicRow:
    first = figures[0] if figures else None
    name = names.get(owner, "")
    if first is not None and (flow or not name):
        name = f"{first.area} → {first.to or first.to_code}" if flow else first.area
    series: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        part = "" if flow or figure.area == name else figure.area
        series.setdefault((figure.indicator.id, part), []).append(figure)
    return TopicRow(
        " ".join(name.split()),
        tuple(
            Series(kinds.setdefault(kind, len(kinds)), tuple(sorted(members, key=lambda f: year(f.date) or 0.0)))
            for kind, members in series.items()
        ),
    )


def _kind_names(kinds: dict[tuple[str, str], int], indicators: dict[str, Indicator]) -> tuple[str, ...]:
    """The indicator of each kind, with the part of a city that it is about where there are others of that indicator."""
    counts = [indicator for indicator, _ in kinds]
    names = []
    for indicator, part in kinds:
        name = indicators[indicator].name
        names.append(" ".join((f"{name}: {part}" if part and counts.count(indicator) > 1 else name).split()))
    return tuple(names)
