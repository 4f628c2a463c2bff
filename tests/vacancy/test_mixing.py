# SPDX-License-Identifier: GPL-2.0-or-later
"""Cores that compare data sets refuse those of different definitions."""

from dataclasses import replace

import pytest

from sterkesteden_plugin.vacancy.change import change
from sterkesteden_plugin.vacancy.definitions import MONITOR, OTHER_VACANCY, SERIES_BREAK, SURVEY, UNTOLD, NotComparable
from sterkesteden_plugin.vacancy.premises import OCCUPIED, VACANT
from sterkesteden_plugin.vacancy.reading import read_premises
from sterkesteden_plugin.vacancy.recognising import recognise

from .lists import table
from .packing import premises


def of(definition, vacant=VACANT):
    return replace(premises([vacant]), definition=definition)


def test_what_became_of_units_is_not_told_between_different_definitions():
    for first, second, reason in (
        (MONITOR.on("2021-01-01"), SURVEY.on("2022-01-01"), OTHER_VACANCY),
        (MONITOR.on("2019-01-01"), MONITOR.on("2021-01-01"), SERIES_BREAK),
        (MONITOR.on("2021-01-01"), None, UNTOLD),
        (None, SURVEY, UNTOLD),
    ):
        with pytest.raises(NotComparable) as refused:
            change(["a"], of(first), ["a"], of(second))
        assert refused.value.reason == reason
    for first, second in ((MONITOR.on("2021-01-01"), MONITOR.on("2022-01-01")), (None, None)):
        assert change(["a"], of(first), ["a"], of(second, OCCUPIED)).kind.tolist() == [1]


def test_what_is_read_carries_its_definition():
    one = table("adres;branche;wvo;leegstand\nWeg 1;x;80;ja\n")
    recipe = recognise(one)
    told = read_premises(one, replace(recipe, definition=recipe.definition.on("2023-07-01")))
    assert told.premises.definition == SURVEY.on("2023-07-01")
