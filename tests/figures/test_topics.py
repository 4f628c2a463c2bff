# SPDX-License-Identifier: GPL-2.0-or-later
"""What belongs in one chart, and what is kept apart in it."""

from __future__ import annotations

from sterkesteden_plugin.figures.topics import course, topics
from sterkesteden_plugin.story.model import City, Figure, Indicator, Source

SOURCE = Source("s", "Bron", "Uitgever", None, None, None, None)
PEOPLE = Indicator("mensen", "Mensen", "mensen", 0, "")
EMPTY = Indicator("leeg", "Leegstand", "%", 0, "")
OTHER = Indicator("anders", "Leegstand anders geteld", "%", 0, "")
CITIES = (City("a", "A", "Aardvoort", "GM1", "p", "p", None), City("b", "B", "Beekmeer", "GM2", "p", "p", None))


def _figure(indicator, date, value, city="a", area=None, function=None, to=None):
    names = {"a": ("GM1", "Aardvoort"), "b": ("GM2", "Beekmeer")}
    code, name = names.get(city, ("GM9", "Elders"))
    return Figure(
        f"{indicator.id}-{date}-{area}",
        indicator,
        code,
        area or name,
        city,
        to,
        to,
        function,
        date,
        value,
        SOURCE,
        None,
    )


def _topics(*figures):
    return topics(figures, [PEOPLE, EMPTY, OTHER], CITIES)


def test_an_indicator_is_a_topic_with_a_row_for_every_city():
    (topic,) = _topics(_figure(PEOPLE, "2012-01-01", 5.0))
    assert [row.name for row in topic.rows] == ["Aardvoort", "Beekmeer"]
    assert topic.rows[1].series == ()


def test_other_areas_come_after_the_cities_and_a_topic_without_cities_has_none():
    both = _topics(_figure(PEOPLE, "2012-01-01", 5.0, city=None), _figure(PEOPLE, "2012-01-01", 5.0))
    assert [row.name for row in both[0].rows] == ["Aardvoort", "Beekmeer", "Elders"]
    (alone,) = _topics(_figure(PEOPLE, "2012-01-01", 5.0, city=None))
    assert [row.name for row in alone.rows] == ["Elders"]


def test_topics_follow_the_order_of_the_indicators():
    found = _topics(_figure(EMPTY, "2012-01-01", 1.0), _figure(PEOPLE, "2012-01-01", 5.0))
    assert [topic.id for topic in found] == ["mensen", "leeg"]


def test_figures_of_a_function_stand_together_each_definition_as_a_series_of_its_own():
    (topic,) = _topics(
        _figure(EMPTY, "2016-01-01", 20.0, function="winkels"),
        _figure(OTHER, "2018-01-01", 12.0, function="winkels"),
        _figure(EMPTY, "2021-01-01", 16.0, function="winkels"),
    )
    assert topic.function == "winkels" and topic.kinds == ("Leegstand", "Leegstand anders geteld")
    assert [[f.value for f in s.figures] for s in topic.rows[0].series] == [[20.0, 16.0], [12.0]]
    assert [f.value for f in topic.rows[0].figures] == [20.0, 12.0, 16.0]


def test_functions_and_units_are_topics_of_their_own():
    square = Indicator("m2", "Leeg vloeroppervlak", "m²", 0, "")
    found = topics(
        [
            _figure(EMPTY, "2016-01-01", 1.0, function="winkels"),
            _figure(EMPTY, "2016-01-01", 2.0, function="kantoren"),
            _figure(square, "2016-01-01", 3.0, function="winkels"),
        ],
        [EMPTY, square],
        CITIES,
    )
    assert len(found) == 3


def test_a_part_of_a_city_is_no_continuation_of_the_whole():
    (topic,) = _topics(
        _figure(EMPTY, "2016-01-01", 29.0), _figure(EMPTY, "2019-01-01", 20.0, area="Aardvoort, centrum")
    )
    assert len(topic.rows[0].series) == 2
    assert topic.kinds == ("Leegstand", "Leegstand: Aardvoort, centrum")


def test_each_flow_is_a_row_and_a_city_without_one_says_so():
    flows = [_figure(PEOPLE, "2014-12-01", v, to=to) for v, to in ((2.5, "Elders"), (1.5, "Verderop"))]
    (topic,) = _topics(*flows)
    assert [row.name for row in topic.rows] == ["Aardvoort → Elders", "Aardvoort → Verderop", "Beekmeer"]


def test_figures_are_by_date_and_those_without_a_true_date_are_left_out():
    dates = ("2018-01-01", "2012-01-01", "eens")
    (topic,) = _topics(*(_figure(PEOPLE, date, 1.0) for date in dates))
    assert [f.date for f in topic.figures] == ["2012-01-01", "2018-01-01"]


def test_a_course_has_three_dates_with_a_value():
    years = [(2012, 1.0), (2015, None), (2018, 2.0)]
    figures = [_figure(PEOPLE, f"{year}-01-01", value) for year, value in years]
    assert not _topics(*figures)[0].has_course
    assert _topics(*figures, _figure(PEOPLE, "2020-01-01", 3.0))[0].has_course


def test_the_course_of_a_city_is_that_of_one_series():
    shops = [
        _figure(i, f"{y}-01-01", 1.0, function="winkels") for i, y in ((EMPTY, 2016), (OTHER, 2019), (EMPTY, 2021))
    ]
    assert course(_topics(*shops)) is None
    people = [_figure(PEOPLE, f"{year}-01-01", 1.0) for year in (2012, 2018, 2020)]
    assert course(_topics(*shops, *people)).id == "mensen"


def test_no_figures_are_no_topics():
    assert _topics() == [] and course([]) is None
