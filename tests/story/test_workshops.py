# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores of workshops beside each other."""

from __future__ import annotations

from dataclasses import replace

from sterkesteden_plugin.story import workshops
from sterkesteden_plugin.story.model import Score, Workshop


def _workshop(id, city, date, **scores):
    found = tuple(Score(name.replace("_", " "), score, None) for name, score in scores.items())
    return Workshop(id, city, date, None, None, None, found)


FIRST = _workshop("a", "gouda", "2019-01-01", Wonen=3, Werken=None)
SECOND = _workshop("b", "gouda", "2020-01-01", wonen=4, Groen=2)
OTHER = _workshop("c", "tiel", "2021-01-01", Groen=5)
EMPTY = _workshop("d", "tiel", "2022-01-01")
WITHOUT = _workshop("e", "tiel", "2023-01-01", Groen=None)


def test_criteria_that_differ_by_capitals_and_spaces_are_one():
    spaced = Workshop("f", "gouda", "2019-01-01", None, None, None, (Score("  WONEN ", 1, None),))
    assert workshops.criteria([FIRST, SECOND, spaced]) == ["Wonen", "Werken", "Groen"]


def test_each_workshop_has_a_place_for_each_criterion():
    found = workshops.scores(SECOND, ["Wonen", "Werken", "Groen"])
    assert [score and score.score for score in found] == [4, None, 2]


def test_of_a_criterion_that_stands_twice_the_first_score_counts():
    twice = replace(FIRST, scores=(Score("Groen", None, "x"), Score("groen", 2, None), Score("Groen", 5, None)))
    assert [score.score for score in workshops.scores(twice, ["Groen"])] == [2]


def test_workshops_with_scores_by_date():
    assert workshops.scored([SECOND, EMPTY, WITHOUT, FIRST]) == [FIRST, SECOND]


def test_the_newest_of_each_other_city(small_pack):
    pack = replace(small_pack, workshops=(FIRST, SECOND, OTHER, EMPTY, WITHOUT))
    cities = [city.id for city in pack.cities]
    here, there = cities[0], cities[1]
    pack = replace(pack, workshops=(replace(FIRST, city=here), replace(SECOND, city=here), replace(OTHER, city=there)))
    assert [w.id for w in workshops.newest_elsewhere(pack, there)] == ["b"]
    assert [w.id for w in workshops.newest_elsewhere(pack, here)] == ["c"]


def test_criteria_are_taken_over_from_the_same_city_first(small_pack):
    pack = replace(small_pack, workshops=(FIRST, OTHER, EMPTY))
    assert workshops.to_take_over(pack, "gouda") is FIRST
    assert workshops.to_take_over(pack, "gouda", but="a") is OTHER
    assert workshops.to_take_over(replace(pack, workshops=(EMPTY,)), "gouda") is None
