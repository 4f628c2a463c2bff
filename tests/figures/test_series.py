# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates as years, and which figures of a city are its newest."""

from __future__ import annotations

from sterkesteden_plugin.figures import series
from sterkesteden_plugin.story.model import Figure, Indicator, Source

SOURCE = Source("s", "Bron", "Uitgever", None, None, None, None)
PEOPLE = Indicator("mensen", "Mensen", "mensen", 0, "")
HOMES = Indicator("huizen", "Huizen", "huizen", 0, "")


def _figure(indicator, date, value, function=None, to=None):
    return Figure(f"{indicator.id}-{date}", indicator, "GM1", "Stad", "c", to, to, function, date, value, SOURCE, None)


def test_a_date_becomes_a_year_with_decimals():
    assert series.year("2012-01-01") == 2012.0
    assert 2012.49 < series.year("2012-07-01") < 2012.51
    assert series.year("2012-12-31") < 2013


def test_what_is_no_date_is_no_year():
    assert [series.year(text) for text in ("", "2012", "2012-13-01", "gisteren")] == [None] * 4


def test_newest_prefers_a_value_over_a_later_gap():
    figures = [_figure(PEOPLE, "2012-01-01", 5.0), _figure(PEOPLE, "2024-01-01", None)]
    assert [f.date for f in series.newest(figures, [PEOPLE])] == ["2012-01-01"]


def test_newest_keeps_a_gap_where_there_is_nothing_else():
    assert [f.value for f in series.newest([_figure(PEOPLE, "2024-01-01", None)], [PEOPLE])] == [None]


def test_newest_follows_the_order_of_the_indicators_and_parts_functions_and_flows():
    figures = [
        _figure(HOMES, "2010-01-01", 1.0),
        _figure(PEOPLE, "2020-01-01", 2.0, function="winkels"),
        _figure(PEOPLE, "2020-01-01", 3.0, function="kantoren"),
        _figure(PEOPLE, "2021-01-01", 4.0, to="GM2"),
    ]
    assert [f.value for f in series.newest(figures, [PEOPLE, HOMES])] == [2.0, 3.0, 4.0, 1.0]
