# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts and figures of the page Network: where residents work, where workers live, cities beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..figures.bars import Bar, BarRow, BarWords, bar_chart
from ..figures.zone_map import MapWords, ZoneMap, ZoneShape, zone_maps
from ..i18n import tr
from ..story.model import Figure, Indicator, Source
from . import network_words as words
from . import wording
from .figure_charts import Chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..figures.paper import Colours, Drawing, Frame
    from ..networks.facts import CityFacts, Tie, ZoneFacts

MOST_BARS = 10


@dataclass(frozen=True)
class Table:
    """From which the flows come."""

    source: Source
    unit: str


def tie_chart(zone: ZoneFacts, into: bool, table: Table) -> Chart | None:
    """Where residents work, or where workers live, as shares; None where nothing flows."""
    ties = zone.into if into else zone.out
    if not ties:
        return None
    title = tie_title(zone, into)
    shown = shown_ties(ties)
    rest = ties[len(shown) :]
    rows, told = [], []
    for tie in shown:
        rows.append(BarRow(_name(tie, zone), _bars(tie.share, tie.before, zone)))
        told.append(_told(tie, zone, into, table))
    if rest:
        part, before = sum(tie.share for tie in rest), [tie.before for tie in rest if tie.before is not None]
        name = tr("{} others").format(len(rest))
        rows.append(BarRow(name, _bars(part, sum(before) if before else None, zone)))
        told.append((f"{name}: {words.share(part)}",) * len(rows[-1].bars))
    whole = zone.jobs if into else zone.residents_jobs
    of = tr("of all {} there") if into else tr("of all {} of residents")
    under = [of.format(words.jobs(whole, table.unit)), _years(zone)]
    texts = BarWords(title, (wording.one_line(", ".join(filter(None, under))),), tr("no data"))

    def draw(frame: Frame, colours: Colours) -> Drawing:
        return bar_chart(rows, texts, frame, colours, _per_cent)

    return Chart(title, "; ".join(line for lines in told for line in lines), tuple(told), draw)


def _per_cent(value: float) -> str:
    """As marks of an axis are, without decimals."""
    return f"{wording.number(value, 0 if round(value, 6) % 5 == 0 else 1)}%"


def tie_title(zone: ZoneFacts, into: bool) -> str:
    text = tr("Where those live who work in {}") if into else tr("Where residents of {} work")
    return wording.one_line(text.format(zone.name))


def shown_ties(ties: Sequence[Tie]) -> Sequence[Tie]:
    """Those that have a bar of their own, and a line on the map."""
    return ties if len(ties) <= MOST_BARS + 1 else ties[:MOST_BARS]


def _name(tie: Tie, zone: ZoneFacts) -> str:
    if not tie.code:
        return tr("elsewhere")
    return wording.one_line(tr("{} itself").format(tie.name) if tie.code == zone.code else tie.name)


def _bars(share: float, before: float | None, zone: ZoneFacts) -> tuple[Bar, ...]:
    """The newest last, in the full colour."""
    if not zone.before_year:
        return (Bar(share * 100),)
    then = Bar(None if before is None else before * 100, zone.before_year, 1)
    return (then, Bar(share * 100, zone.year, 0))


def _years(zone: ZoneFacts) -> str:
    return f"{zone.before_year} – {zone.year}" if zone.before_year else zone.year


def _told(tie: Tie, zone: ZoneFacts, into: bool, table: Table) -> tuple[str, ...]:
    of = tr("of the jobs in {}") if into else tr("of the jobs of residents of {}")
    now = f"{words.jobs(tie.flow, table.unit)}, {words.share(tie.share)} {of.format(zone.name)}"
    name, source = _name(tie, zone), table.source.title
    lines = [f"{name}, {zone.year}: {now} · {source}"]
    if zone.before_year:
        lines.insert(0, f"{name}, {zone.before_year}: {words.share(tie.before)} {of.format(zone.name)} · {source}")
    return tuple(wording.one_line(line) for line in lines)


def tie_figures(zone: ZoneFacts, into: bool, table: Table) -> list[Figure]:
    """Every tie as figures: jobs, and the share of all."""
    count = Indicator("pendel", tr("commuting"), table.unit or tr("jobs"), 1, tr("Jobs by home and place of work."))
    of = tr("share of the jobs there") if into else tr("share of residents’ jobs")
    part = Indicator("pendel-aandeel", of, "%", 1, "")
    figures = []
    for tie in zone.into if into else zone.out:
        home, work = ((tie.code, _name(tie, zone)), (zone.code, zone.name))[:: 1 if into else -1]
        for indicator, value, year in (
            (count, tie.flow, zone.year),
            (part, tie.share * 100, zone.year),
            *([(part, tie.before * 100, zone.before_year)] if tie.before is not None else []),
        ):
            figures.append(_figure(indicator, home, work, year, value, table.source))
    return figures


def _figure(
    indicator: Indicator,
    area: tuple[str, str],
    to: tuple[str | None, str] | None,
    year: str,
    value: float | None,
    source: Source,
) -> Figure:
    to_code, to_name = to or (None, None)
    return Figure(
        f"{indicator.id} {area[0]} {to_code or ''} {year}",
        indicator,
        area[0],
        area[1],
        None,
        to_code,
        to_name,
        None,
        year,
        value,
        source,
        None,
    )


def city_chart(years: Sequence[Sequence[CityFacts]], table: Table) -> Chart | None:
    """Self-containment of the cities, each year of each beside the other."""
    latest = years[-1] if years else ()
    if not latest:
        return None
    title = tr("How much stays within the city")
    kinds = (tr("of residents’ jobs, the share within the city"), tr("of jobs in the city, the share of residents"))
    rows, told = [], []
    for city in latest:
        same = [next((one for one in year if one.code == city.code), None) for year in years]
        bars, lines = [], []
        for kind in (0, 1):
            for one in (each for each in same if each is not None):
                value = one.demand if kind else one.supply
                detail = one.year if len(years) > 1 else ""
                bars.append(Bar(None if value is None else value * 100, detail, kind))
                lines.append(wording.one_line(f"{one.name}, {one.year}: {words.share(value)} {kinds[kind]}"))
        rows.append(BarRow(wording.one_line(city.name), tuple(bars)))
        told.append(tuple(lines))
    texts = BarWords(title, (), tr("no data"), kinds)

    def draw(frame: Frame, colours: Colours) -> Drawing:
        return bar_chart(rows, texts, frame, colours, lambda value: f"{wording.number(value)}%")

    return Chart(title, "; ".join(line for lines in told for line in lines), tuple(told), draw)


def city_figures(years: Sequence[Sequence[CityFacts]], table: Table) -> list[Figure]:
    """All measures of the cities."""
    unit = table.unit or tr("jobs")
    figures = []
    for city in (one for year in years for one in year):
        strongest = (None, city.dominant) if city.dominant else None
        for id_, name, of, value, to in (
            ("woonbanen", tr("residents’ jobs"), unit, city.residents_jobs, None),
            ("werkbanen", tr("jobs"), unit, city.jobs, None),
            ("saldo", tr("commuting balance"), unit, city.balance, None),
            ("aanbod", tr("residents’ jobs within the city"), "%", _percent(city.supply), None),
            ("vraag", tr("jobs of residents"), "%", _percent(city.demand), None),
            ("bestemming", tr("strongest destination"), "%", _percent(city.dominant_share), strongest),
        ):
            indicator = Indicator(id_, name, of, 1, "")
            figures.append(_figure(indicator, (city.code, city.name), to, city.year, value, table.source))
    return figures


def _percent(value: float | None) -> float | None:
    return None if value is None else value * 100


def map_chart(
    shapes: Sequence[ZoneShape],
    maps: Sequence[ZoneMap],
    differing: frozenset[int],
    told: Sequence[tuple[str, ...]],
    under: str,
) -> Chart:
    """Two divisions beside each other."""
    title = tr("Two divisions beside each other")
    texts = MapWords(title, (under,))

    def draw(frame: Frame, colours: Colours) -> Drawing:
        return zone_maps(shapes, maps, differing, texts, frame, colours)

    return Chart(title, under, tuple(told), draw)
