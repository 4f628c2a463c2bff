# SPDX-License-Identifier: GPL-2.0-or-later
"""From a topic to its chart in the panel: which kind of chart, its words, and what is told of each value."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Callable

from ..figures.bars import Bar, BarRow, BarWords, bar_chart
from ..figures.multiples import Course, Dot, Panel, Words, multiples, panel_scales
from ..figures.series import year
from ..i18n import tr
from . import wording
from .text_view import COUNTED, SMALL, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..figures.paper import Colours, Drawing, Frame
    from ..figures.topics import Topic, TopicRow
    from ..story.model import Figure


@dataclass(frozen=True)
class Chart:
    """What a ChartWidget shows. `told` says of each mark of the drawing, by row and column, what it stands for."""

    title: str
    description: str
    told: tuple[tuple[str, ...], ...]
    draw: Callable[[Frame, Colours], Drawing]


def topic_title(topic: Topic) -> str:
    if topic.whole is not None:
        return wording.one_line(tr("Shares of: {}").format(topic.whole.name))
    if topic.function:
        return wording.one_line(tr("Vacancy: {}").format(topic.function))
    return wording.one_line(topic.indicators[0].name)


def topic_chart(topic: Topic) -> Chart:
    """Small multiples of a course of time, else bars; a row of the topic is a row of the marks."""
    title = topic_title(topic)
    dates = topic.dates
    if topic.has_course:
        title = f"{title} {dates[0][:4]}–{dates[-1][:4]}"
    return Chart(
        title,
        "; ".join(text for row in topic.rows for text in _told(topic, row)),
        tuple(_told(topic, row) for row in topic.rows),
        _courses(topic, title) if topic.has_course else _bars(topic, title),
    )


def _value(figure: Figure) -> float | None:
    return figure.value if figure.value is not None and isfinite(figure.value) else None


def _told(topic: Topic, row: TopicRow) -> tuple[str, ...]:
    """Each value of a row with name, date, source and what is to be known about it."""
    if not row.figures:
        return (tr("{}: no data in this file").format(row.name),)
    told = []
    for figure in row.figures:
        unit = "" if figure.value is None or figure.indicator.unit == "%" else f" {figure.indicator.unit}"
        parts = [f"{row.name}, {wording.day(figure.date)}: {wording.amount(figure)}{unit}"]
        if len(topic.kinds) > 1:
            parts.append(figure.indicator.name)
        parts.append(wording.source_line(figure.source))
        if figure.mark:
            parts.append(figure.mark)
        if figure.series_break:
            parts.append(tr("series break: {}").format(figure.series_break))
        if figure.note and figure.value is None:
            parts.append(figure.note)
        told.append(wording.one_line(" · ".join(parts)))
    return tuple(told)


def _format(topic: Topic) -> Callable[[float], str]:
    first = topic.indicators[0]
    decimals = max(indicator.decimals for indicator in topic.indicators)
    sign = first.unit if first.unit == "%" else ""
    return lambda value: f"{wording.number(value, decimals)}{sign}"


def _broken_words() -> str:
    return tr("series break: not comparable with earlier figures")


def _courses(topic: Topic, title: str) -> Callable[[Frame, Colours], Drawing]:
    panels = [
        Panel(
            row.name,
            tuple(
                Course(
                    tuple(Dot(year(f.date) or 0.0, _value(f), f.series_break is not None) for f in series.figures),
                    series.kind,
                )
                for series in row.series
            ),
        )
        for row in topic.rows
    ]
    axes, unit, format_value = panel_scales(panels), topic.indicators[0].unit, _format(topic)
    start = format_value(axes.ticks[0][0])
    if len(panels) == 1:
        under = tr("{}, axis from {}").format(unit, start)
    elif axes.shifted:
        step = format_value(axes.ticks[0][1] - axes.ticks[0][0])
        under = tr("{}; levels differ too much for one axis: each begins at its own number, lines are {} apart")
        under = under.format(unit, step)
    else:
        under = tr("{}, axis from {}, the same for all").format(unit, start)
    words = Words(
        title, (wording.one_line(under),), tr("year of the reference date"), tr("no data"), topic.kinds, _broken_words()
    )
    return lambda frame, colours: multiples(panels, words, frame, colours, format_value, lambda x: str(int(x)))


def _bars(topic: Topic, title: str) -> Callable[[Frame, Colours], Drawing]:
    dates = topic.dates
    rows = []
    for row in topic.rows:
        kinds = {id(figure): series.kind for series in row.series for figure in series.figures}
        bars = tuple(
            Bar(_value(f), "" if len(dates) == 1 else f.date[:4], kinds[id(f)], f.series_break is not None)
            for f in row.figures
        )
        rows.append(BarRow(row.name, bars or (Bar(None),)))
    under = [topic.indicators[0].unit, *([wording.day(dates[0])] if len(dates) == 1 else [])]
    words = BarWords(title, (wording.one_line(", ".join(under)),), tr("no data"), topic.kinds, _broken_words())
    return lambda frame, colours: bar_chart(rows, words, frame, colours, _format(topic))


def caption(topic: Topic) -> list[Paragraph]:
    """Definition, sources, dates, and what keeps the figures from being compared."""
    content: list[Paragraph] = []
    if topic.whole is not None:
        why = tr("Each as a percentage of the figure “{}” of the same area and date.")
        content.append(Paragraph(wording.one_line(why.format(topic.whole.name)), SMALL))
    elif len(topic.indicators) > 1:
        why = tr("The sources count differently. That is why each has a mark of its own and no line joins them.")
        content.append(Paragraph(why, SMALL))
    for indicator in topic.indicators:
        content.append(Paragraph(wording.one_line(indicator.name), COUNTED))
        figures = [f for f in topic.figures if f.indicator.id == indicator.id]
        content.append(Paragraph(wording.one_line(indicator.definition), SMALL))
        content += _unique(wording.source_line(f.source) for f in figures)
        days = ", ".join(dict.fromkeys(wording.day(f.date) for f in sorted(figures, key=lambda f: f.date)))
        content.append(Paragraph(tr("Reference dates: {}").format(days), SMALL))
        content += _unique(tr("Series break: {}").format(f.series_break) for f in figures if f.series_break)
        content += _unique(_notes(figures))
    return content


def _notes(figures: Sequence[Figure]) -> Iterable[str]:
    """Each note once, with the areas and dates it is about where it is not about all."""
    notes: dict[tuple[str, bool], list[Figure]] = {}
    for figure in figures:
        if figure.note:
            notes.setdefault((figure.note, figure.value is None), []).append(figure)
    for (note, missing), members in notes.items():
        areas = ", ".join(dict.fromkeys(f.area for f in members))
        days = ", ".join(dict.fromkeys(wording.day(f.date) for f in members))
        about = areas if len({f.date for f in figures}) == 1 else f"{areas}, {days}"
        if missing:
            yield tr("{}, no data: {}").format(about, note)
        else:
            yield note if len(members) == len(figures) else f"{about}: {note}"


def _unique(lines: Iterable[str]) -> list[Paragraph]:
    return [Paragraph(wording.one_line(line), SMALL) for line in dict.fromkeys(lines)]
