# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of different definitions are never put together."""

from dataclasses import replace
from itertools import combinations

import pytest

from sterkesteden_plugin.vacancy import definitions
from sterkesteden_plugin.vacancy.definitions import (
    MONITOR,
    NO_DATE,
    OTHER_UNIT,
    OTHER_VACANCY,
    SERIES_BREAK,
    SURVEY,
    UNTOLD,
    Definition,
    NotComparable,
    beside,
    breaks_between,
    comparable,
    require_comparable,
)


def monitor(year, **told):
    return replace(MONITOR.on(f"{year}-01-01"), **told)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (monitor(2021), monitor(2024), None),
        (monitor(2017), monitor(2019), None),
        (monitor(2016), monitor(2017), SERIES_BREAK),
        (monitor(2015), monitor(2016), None),
        (monitor(2019), monitor(2020), SERIES_BREAK),
        (monitor(2019), monitor(2020, old_way=True), None),
        (monitor(2020, old_way=True), monitor(2020), SERIES_BREAK),
        (monitor(2020, old_way=True), monitor(2021), SERIES_BREAK),
        (monitor(2020), monitor(2021), None),
        (monitor(2020), replace(MONITOR, reference=""), NO_DATE),
        (monitor(2020), monitor(2020).by_floor_area(), OTHER_UNIT),
        (monitor(2020), SURVEY.on("2020-01-01"), OTHER_VACANCY),
        (SURVEY.on("2016-01-01"), SURVEY.on("2021-01-01"), None),
        (SURVEY.on("2016-01-01").by_floor_area(), SURVEY.on("2021-01-01").by_floor_area(), SERIES_BREAK),
        (SURVEY.by_floor_area(), SURVEY.by_floor_area(), None),
        (Definition("leeg volgens de gids", "adres"), Definition("leeg volgens de gids", "adres", "2020-01-01"), None),
        (Definition("", "adres", source="Emmen"), Definition("", "adres", "2020-01-01", "Emmen"), None),
        (Definition("", "adres", source="Emmen"), Definition("", "adres", source="Assen"), UNTOLD),
        (Definition("", "adres", "2019-01-01"), Definition("", "adres", "2020-01-01"), UNTOLD),
        (Definition("", "adres"), monitor(2020), UNTOLD),
        (Definition("x", ""), Definition("x", "adres"), UNTOLD),
        (Definition("x", "", "2019-01-01"), Definition("x", "", "2020-01-01"), UNTOLD),
    ],
)
def test_what_may_be_put_together(first, second, reason):
    assert comparable(first, second) == comparable(second, first) == reason


def test_whoever_puts_figures_together_is_refused_with_the_reason():
    require_comparable([monitor(2021), monitor(2022), monitor(2021)])
    require_comparable([])
    with pytest.raises(NotComparable) as told:
        require_comparable([monitor(2021), monitor(2022), SURVEY.on("2022-01-01")])
    assert told.value.reason == OTHER_VACANCY and told.value.second.vacant == definitions.BY_SURVEY


def test_what_is_not_comparable_is_offered_beside_each_other():
    every = [monitor(2019), SURVEY.on("2020-01-01"), monitor(2020), monitor(2018), monitor(2021)]
    assert beside(every) == [[0, 3], [1], [2, 4]]
    assert all(comparable(every[a], every[b]) is None for group in beside(every) for a, b in combinations(group, 2))


def test_the_breaks_between_two_are_told():
    assert [one.date for one in breaks_between(monitor(2016), monitor(2021))] == ["2017-01-01", "2020-01-01"]
    assert breaks_between(monitor(2021), monitor(2022)) == ()
    assert breaks_between(SURVEY.on("2019-01-01"), SURVEY.on("2021-01-01")) == ()
