# SPDX-License-Identifier: GPL-2.0-or-later
"""The charts of a card: bars of the newest figures of a claim, what it names filled and what stands beside it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..figures.bars import Bar, BarRow, BarWords, bar_chart
from ..i18n import tr
from . import evidence_words as words
from . import network_words, wording
from .evidence_words import AMONG, COMPLEMENTARY, SECTORS, SHARE
from .figure_charts import Chart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Callable

    from ..figures.paper import Colours, Drawing, Frame
    from ..networks.evidence_values import Evidence, Value

Row = tuple[str, tuple[Bar, ...], tuple[str, ...]]  # label, bars, and what is told of each


def charts(found: Evidence, indicators: Mapping[str, str]) -> list[Chart]:
    """Those of a claim, none where there are no figures; `indicators` are names by id."""
    if not found.values:
        return []
    measure = found.claim.measure
    made = {SHARE: _shares, AMONG: _among, COMPLEMENTARY: _complementary}
    return _sectors(found, indicators) if measure == SECTORS else made[measure](found)


def _shares(found: Evidence) -> list[Chart]:
    origins, claimed = found.claim.areas_of("van"), set(found.claim.areas_of("naar"))
    rows: list[Row] = []
    for value in found.values:
        origin, to = value.areas
        if len(origins) > 1 and not any(row[0] == tr("from {}").format(origin.name) for row in rows):
            rows.append((tr("from {}").format(origin.name), (), ()))
        label = to.name if len(origins) == 1 else tr("to {}").format(to.name)
        told = tr("{} to {}, {}: {} of the residents’ jobs, {} · {}").format(
            origin.name, to.name, value.year, *_said(value), value.source
        )
        rows.append((label, (Bar(value.value * 100, kind=0 if to in claimed else 1),), (told,)))
    title = tr("Where residents of {} work").format(words.names(origins)) if len(origins) < 3 else ""
    title = title or tr("Where residents work")
    kinds = (tr("named in the claim"), tr("to compare"))
    return [_chart(title, _under(tr("part of the residents’ jobs"), found.values), rows, kinds, _percent)]


def _among(found: Evidence) -> list[Chart]:
    members = found.values[0].areas
    rows: list[Row] = []
    for value in (*found.values, *found.wider):
        more = [area for area in value.areas if area not in members]
        label = tr("with {}").format(words.names(more)) if more else words.these(members)
        told = f"{words.names(value.areas)}, {value.year}: {', '.join(_said(value))} · {value.source}"
        rows.append((label, (Bar(value.value * 100, kind=1 if more else 0),), (told,)))
    made = [_where(found)]
    if found.wider:
        under = _under(tr("part of the jobs inside"), found.values)
        made.append(_chart(tr("Jobs that cross"), under, rows, (), _percent))
    if found.ties:
        rows = [(words.pair(value.areas), (Bar(value.jobs),), (_told_tie(value),)) for value in found.ties]
        unit = network_words.jobs(0, found.ties[0].unit).partition(" ")[2]
        under = _under(tr("{}, both ways").format(unit), found.ties)
        made.append(_chart(tr("Jobs between each two"), under, rows, (), lambda value: wording.number(value, 1)))
    return made


def _told_tie(value: Value) -> str:
    said = tr("{} between {}, {}: {} of all that crosses · {}")
    return said.format(
        network_words.jobs(value.jobs or 0, value.unit),
        words.pair(value.areas),
        value.year,
        _said(value)[0],
        value.source,
    )


def _where(found: Evidence) -> Chart:
    names = (tr("in the own municipality"), tr("in another of these"), tr("outside these"))
    rows: list[Row] = [
        (name, (Bar(value.value * 100),), (f"{name}, {value.year}: {', '.join(_said(value))} · {value.source}",))
        for name, value in zip(names, found.parts)
    ]
    title = tr("Where residents of these {} work").format(len(found.values[0].areas))
    return _chart(title, _under(tr("part of the residents’ jobs"), found.parts), rows, (), _percent)


def _complementary(found: Evidence) -> list[Chart]:
    rows: list[Row] = [
        (words.pair(v.areas), (Bar(v.value),), (f"{words.pair(v.areas)}, {v.year}: {_two(v.value)} · {v.source}",))
        for v in found.values
    ]
    under = _under(tr("0: the same, 2: nothing in common"), found.values)
    made = [_chart(tr("Difference of what people work at"), under, rows, (), _two, (0.0, 2.0))]
    if found.ties:
        rows = []
        for value in found.ties:
            name = wording.one_line(" → ".join(area.name for area in value.areas))
            told = f"{name}, {value.year}: {_two(value.value)}, {_said(value)[1]} · {value.source}"
            rows.append((name, (Bar(value.value),), (told,)))
        under = _under(tr("1: as if jobs were spread evenly over the country"), found.ties)
        made.append(_chart(tr("Strength of the ties"), under, rows, (), lambda value: wording.number(value, 1)))
    return made


def _sectors(found: Evidence, indicators: Mapping[str, str]) -> list[Chart]:
    names = [wording.one_line(indicators.get(one, one)) for one in found.claim.indicators]
    rows: list[Row] = []
    for area in found.claim.areas_of("onderling"):
        own = [value for value in found.values if value.areas == (area,)]
        told = tuple(
            f"{area.name}, {value.year}, {indicators.get(value.part, value.part)}: {', '.join(_said(value))}"
            f" · {value.source}"
            for value in own
        )
        bars = tuple(Bar(value.value * 100, kind=found.claim.indicators.index(value.part)) for value in own)
        rows.append((area.name, bars or (Bar(None),), told or (tr("{}: no data in this file").format(area.name),)))
    under = _under(tr("part of the jobs in the municipality"), found.values)
    return [_chart(tr("Jobs by sector"), under, rows, tuple(names), _percent)]


def _said(value: Value) -> tuple[str, str]:
    return network_words.share(value.value), network_words.jobs(value.jobs or 0, value.unit)


def _two(value: float) -> str:
    return wording.number(value, 2)


def _percent(value: float) -> str:
    return f"{wording.number(value, 1)}%"


def _under(what: str, values: Sequence[Value]) -> str:
    from ..networks.evidence_values import in_time

    years = sorted({value.year for value in values}, key=in_time)
    return f"{what}, {'–'.join(dict.fromkeys((years[0], years[-1])))}"


def _chart(
    title: str,
    under: str,
    rows: Sequence[Row],
    kinds: tuple[str, ...],
    format_value: Callable[[float], str],
    span: tuple[float, float] | None = None,
) -> Chart:
    title, under = wording.one_line(title), wording.one_line(under)
    bars = [BarRow(wording.one_line(label), own) for label, own, _told in rows]
    told = tuple(tuple(map(wording.one_line, lines)) for _label, _bars, lines in rows)
    texts = BarWords(title, (under,), tr("no data"), kinds)

    def draw(frame: Frame, colours: Colours) -> Drawing:
        return bar_chart(bars, texts, frame, colours, format_value, span)

    return Chart(title, "; ".join(line for lines in told for line in lines), told, draw)
