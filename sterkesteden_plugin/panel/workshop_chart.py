# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores of workshops as a radar chart, and as figures for the table and the CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..figures.radar import LEAST_CRITERIA, RadarSeries, RadarWords, radar_chart
from ..i18n import tr
from ..story import workshops
from ..story.model import Figure, Indicator, Source
from . import wording
from .figure_charts import Chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..figures.paper import Colours, Drawing, Frame
    from ..story.model import Pack, Workshop

_UNIT = "1–5"
_NO_SOURCE = Source("", "", "", None, None, None, None)


def names(shown: Sequence[Workshop], pack: Pack) -> list[str]:
    """What each workshop is called: its date, with its city where they are of several; no two the same."""
    several = len({workshop.city for workshop in shown}) > 1
    found = []
    for workshop, number in zip(shown, _numbers(shown)):
        day = wording.day(workshop.date)
        name = wording.one_line(f"{pack.city_by_id[workshop.city].name}, {day}" if several else day)
        found.append(_numbered(name, number))
    return found


def _numbers(shown: Sequence[Workshop]) -> list[int]:
    """Which of the workshops of its city and day each is."""
    keys = [(workshop.city, workshop.date) for workshop in shown]
    return [keys[: at + 1].count(key) for at, key in enumerate(keys)]


def _numbered(name: str, number: int) -> str:
    return f"{name} ({number})" if number > 1 else name


def score_chart(shown: Sequence[Workshop], pack: Pack, beside: bool) -> Chart:
    """The workshops over each other, or beside each other; a row of the marks is a workshop, a column a criterion."""
    criteria = workshops.criteria(shown)
    series, told = [], []
    for workshop, name in zip(shown, names(shown, pack)):
        scores = workshops.scores(workshop, criteria)
        series.append(RadarSeries(name, tuple(None if score is None else score.score for score in scores)))
        lines = []
        for criterion, score in zip(criteria, scores):
            given = tr("no score") if score is None or score.score is None else str(score.score)
            remark = f" – {score.remark}" if score is not None and score.remark else ""
            lines.append(wording.one_line(f"{name} · {criterion}: {given}{remark}"))
        told.append(tuple(lines))
    title = chart_title()
    few = len(criteria) < LEAST_CRITERIA
    missing = tr("no score") if few else tr("Where a line is broken, no score was given.")
    words = RadarWords(title, (tr("1 is weak, 5 is strong"),), missing)

    def draw(frame: Frame, colours: Colours) -> Drawing:
        return radar_chart(series, criteria, frame, colours, words, beside)

    return Chart(title, "; ".join(line for lines in told for line in lines), tuple(told), draw)


def chart_title() -> str:
    return tr("Scores of the workshops")


def score_figures(shown: Sequence[Workshop], pack: Pack) -> list[Figure]:
    """Each score as a figure: the criterion is its indicator, the remark its note; of a second workshop on one day the
    area has a number, as its name in the chart.
    """
    figures = []
    for workshop, which in zip(shown, _numbers(shown)):
        city = pack.city_by_id[workshop.city]
        for number, score in enumerate(workshop.scores):
            figures.append(
                Figure(
                    id=f"{workshop.id} {number}",
                    indicator=Indicator(score.criterion, score.criterion, _UNIT, 0, ""),
                    area_code=city.code,
                    area=_numbered(city.name, which),
                    city=city.id,
                    to_code=None,
                    to=None,
                    function=None,
                    date=workshop.date,
                    value=None if score.score is None else float(score.score),
                    source=workshop.source or _NO_SOURCE,
                    note=score.remark,
                )
            )
    return figures
