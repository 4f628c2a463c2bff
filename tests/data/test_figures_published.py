# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of the pack held against the list of what was published: all of it, each with source and date."""

from __future__ import annotations

import pytest

YEARS = (2012, 2017, 2019, 2022, 2023, 2024)
INHABITANTS = {
    "Assen": (67210, 67551, 67963, 68979, 69414, 69701),
    "Emmen": (108840, 107490, 107113, 107856, 108765, 109346),
    "Hoogeveen": (54890, 55311, 55662, 55857, 56433, 56591),
    "Meppel": (32575, 33025, 33564, 34761, 35464, 35810),
}
# indicator, area, to, function, date: value; None where the source has none
OTHERS = {
    ("huishoudens", "Assen", None, None, "2024-01-01"): 32550,
    ("huishoudens", "Emmen", None, None, "2024-01-01"): 50288,
    ("huishoudens", "Hoogeveen", None, None, "2024-01-01"): 25079,
    ("huishoudens", "Meppel", None, None, "2024-01-01"): 16589,
    ("prognose-inwoners-2021-2035", "Meppel", None, None, "2021-01-01"): 6.8,
    ("prognose-inwoners-2021-2035", "Assen", None, None, "2021-01-01"): 3.8,
    ("prognose-inwoners-2021-2035", "Emmen", None, None, "2021-01-01"): 0.8,
    ("prognose-inwoners-2021-2035", "Hoogeveen", None, None, "2021-01-01"): None,
    ("leegstand-cbs-pers", "Meppel", None, "winkels", "2021-01-01"): 16,
    ("leegstand-cbs-pers", "Tynaarlo", None, "winkels", "2021-01-01"): 5,
    ("leegstand-cbs-pers", "Meppel", None, "kantoren", "2021-01-01"): 16,
    ("leegstand-cbs-pers", "Hoogeveen", None, "kantoren", "2021-01-01"): 15,
    ("leegstand-cbs-pers", "Emmen", None, "kantoren", "2021-01-01"): 14,
    ("leegstand-stadszaken", "Assen", None, "winkels", "2016-01-01"): 29,
    ("leegstand-stadszaken", "Coevorden", None, "winkels", "2016-01-01"): 24,
    ("leegstand-stadszaken", "Meppel", None, "winkels", "2016-01-01"): 23,
    ("leegstand-stadszaken", "Emmen", None, "winkels", "2016-01-01"): 20,
    ("leegstand-centrum-lamberink", "Assen, centrum", None, "winkels", "2019-07-01"): 20,
    ("leegstand-cbs-woningen", "Assen", None, "woningen", "2022-01-01"): 3,
    ("leegstand-cbs-woningen", "Emmen", None, "woningen", "2022-01-01"): 3,
    ("leegstand-cbs-woningen", "Hoogeveen", None, "woningen", "2022-01-01"): 4,
    ("leegstand-cbs-woningen", "Meppel", None, "woningen", "2022-01-01"): 3,
    ("pendel-binnen", "Emmen", None, None, "2014-12-01"): 29.1,
    ("pendel-binnen", "Assen", None, None, "2014-12-01"): 17.0,
    ("pendel-binnen", "Hoogeveen", None, None, "2014-12-01"): 14.2,
    ("pendel-binnen", "Meppel", None, None, "2014-12-01"): 7.0,
    ("pendel-inkomend", "Coevorden", "Emmen", None, "2014-12-01"): 3.0,
    ("pendel-inkomend", "Groningen", "Assen", None, "2014-12-01"): 3.5,
    ("pendel-inkomend", "Emmen", "Hoogeveen", None, "2014-12-01"): 2.5,
    ("pendel-inkomend", "Steenwijkerland", "Meppel", None, "2014-12-01"): 2.0,
    ("pendel-uitgaand", "Assen", "Groningen", None, "2014-12-01"): 3.7,
    ("pendel-uitgaand", "Emmen", "Hoogeveen", None, "2014-12-01"): 2.5,
    ("pendel-uitgaand", "Meppel", "Zwolle", None, "2014-12-01"): 2.1,
    **{("pendel-saldo", city, None, None, "2014-12-01"): None for city in INHABITANTS},
    ("regiostedenfonds", "Assen", None, None, "2021-01-01"): 4.55,
    ("regiostedenfonds", "Emmen", None, None, "2021-01-01"): 4.55,
    ("regiostedenfonds", "Hoogeveen", None, None, "2021-01-01"): 2.65,
    ("binnenstadfonds-bijdrage", "Drenthe", None, None, "2022-01-01"): 13,
    ("binnenstadfonds-uitgelokt", "Drenthe", None, None, "2022-01-01"): 40,
    ("werkloosheid-verhaal-2018", "Emmen", None, None, "2018-03-29"): 14,
}


@pytest.fixture
def figures(real_pack):
    return real_pack.figures


def test_all_that_was_published_is_there_and_nothing_else(figures):
    wanted = dict(OTHERS)
    for city, values in INHABITANTS.items():
        for year, value in zip(YEARS, values):
            wanted["inwoners", city, None, None, f"{year}-01-01"] = value
    found = {(f.indicator.id, f.area, f.to, f.function, f.date): f.value for f in figures}
    assert len(found) == len(figures)
    assert found == wanted


def test_each_has_a_source_and_where_there_is_no_value_a_reason(figures):
    for figure in figures:
        assert figure.source.title and figure.source.publisher
        assert figure.value is not None or figure.note, figure.id


def test_what_the_source_rounded_says_so(figures):
    rounded = [f for f in figures if f.indicator.id == "inwoners" and f.date == "2012-01-01"]
    assert len(rounded) == 4 and all("Afgerond" in (f.note or "") for f in rounded)


def test_vacancy_of_the_cbs_says_where_its_series_is_broken_and_no_other_figure_does(figures):
    for figure in figures:
        assert bool(figure.series_break) == figure.indicator.id.startswith("leegstand-cbs"), figure.id
        assert figure.series_break is None or "2020" in figure.series_break


def test_definitions_of_vacancy_are_indicators_of_their_own(figures):
    by_indicator = {}
    for figure in figures:
        if figure.function:
            by_indicator.setdefault(figure.indicator.id, set()).add(figure.source.id)
    assert len(by_indicator) == 4 and all(len(sources) == 1 for sources in by_indicator.values())
