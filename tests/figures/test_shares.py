# SPDX-License-Identifier: GPL-2.0-or-later
"""Parts of a whole: a share where both are known, never of another place or year, never zero for what is not known."""

from __future__ import annotations

import pytest

from sterkesteden_plugin.figures.shares import shares
from sterkesteden_plugin.figures.topics import topics
from sterkesteden_plugin.story.model import City, Figure, Indicator, Source

SOURCE = Source("b", "Bron", "Uitgever", None, None, None, None)
JOBS = Indicator("banen", "Banen", "x 1.000", 1, "Alle banen.")
INDUSTRY = Indicator("nijverheid", "Nijverheid", "x 1.000", 1, "Banen in de nijverheid.", "banen")
SERVICES = Indicator("diensten", "Diensten", "x 1.000", 1, "Banen in de diensten.", "banen")
INDICATORS = (JOBS, INDUSTRY, SERVICES)
CITIES = tuple(City(name, name[0], name.title(), f"GM{i}", name, name, None) for i, name in enumerate(("aa", "bee")))


def figure(indicator, city, value, date="2024-12-01", mark=None):
    code = next(one.code for one in CITIES if one.id == city)
    about = (f"{indicator.id}-{city}-{date}", indicator, code, city.title(), city)
    return Figure(*about, None, None, None, date, value, SOURCE, None, mark=mark)


@pytest.mark.parametrize(("part", "whole", "share"), [(5.0, 20.0, 25.0), (0.0, 20.0, 0.0), (20.0, 20.0, 100.0)])
def test_a_part_is_a_percentage_of_its_whole(part, whole, share):
    (found,) = shares([figure(JOBS, "aa", whole), figure(INDUSTRY, "aa", part)], INDICATORS)
    assert found.value == pytest.approx(share) and found.indicator.unit == "%"
    assert found.source is SOURCE and found.date == "2024-12-01"


@pytest.mark.parametrize(("part", "whole"), [(None, 20.0), (5.0, None), (5.0, 0.0)])
def test_what_is_not_known_has_no_share(part, whole):
    (found,) = shares([figure(JOBS, "aa", whole), figure(INDUSTRY, "aa", part)], INDICATORS)
    assert found.value is None


def test_a_whole_of_another_city_or_year_is_none():
    others = [figure(JOBS, "bee", 10.0), figure(JOBS, "aa", 10.0, "2023-12-01")]
    assert [one.value for one in shares([*others, figure(INDUSTRY, "aa", 5.0)], INDICATORS)] == [None]


def test_what_is_provisional_stays_so():
    (found,) = shares([figure(JOBS, "aa", 20.0, mark="voorlopig"), figure(INDUSTRY, "aa", 5.0)], INDICATORS)
    assert found.mark == "voorlopig"


def test_parts_of_one_whole_are_one_topic_beside_that_of_the_whole():
    figures = [
        figure(i, city, v) for city in ("aa", "bee") for i, v in ((JOBS, 20.0), (INDUSTRY, 5.0), (SERVICES, 4.0))
    ]
    alone, parts = topics(figures, INDICATORS, CITIES)
    assert (alone.id, alone.whole) == ("banen", None)
    assert (parts.whole, parts.kinds) == (JOBS, ("Nijverheid", "Diensten"))
    assert [[f.value for f in row.figures] for row in parts.rows] == [[25.0, 20.0], [25.0, 20.0]]


def test_without_the_whole_among_the_indicators_a_part_is_a_topic_of_its_own():
    (alone,) = topics([figure(INDUSTRY, "aa", 5.0)], (INDUSTRY,), CITIES)
    assert alone.whole is None and alone.figures[0].value == 5.0
