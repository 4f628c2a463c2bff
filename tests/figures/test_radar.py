# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores of workshops round a circle: rings from 1 to 5, gaps, lines that differ by more than colour."""

from __future__ import annotations

from math import hypot

import pytest

from sterkesteden_plugin.figures.radar import RadarSeries, RadarWords, radar_chart

WORDS = RadarWords("Veerkracht", ("1 is laag, 5 is hoog",), "geen score")
CRITERIA = ["Wonen", "Werk", "Groen", "Water", "Zorg"]


@pytest.fixture()
def draw(seen, frame, colours):
    def draw(*scores, criteria=CRITERIA, beside=False):
        series = [RadarSeries(f"Workshop {i}", tuple(one)) for i, one in enumerate(scores)]
        return seen(radar_chart(series, criteria, frame, colours, WORDS, beside))

    return draw


def test_each_criterion_has_its_name_and_each_score_its_ring(draw):
    texts = draw([1, 2, 3, 4, 5]).texts
    assert {*CRITERIA, "1", "2", "3", "4", "5", "Veerkracht", "Workshop 0"} <= set(texts)


def test_a_whole_workshop_is_a_closed_line_through_all_scores(draw):
    (path,) = draw([1, 2, 3, 4, 5]).runs
    assert path[0] == path[-1] and len(path) == 6


def test_a_criterion_without_score_is_a_gap_and_never_zero(draw):
    found = draw([3, None, 3, 3, 3])
    (path,) = found.runs
    assert len(path) == 4 and path[0] != path[-1]
    assert "geen score" in found.texts
    assert len(found.drawing.marks) == 5  # also the one without: keyboard and mouse find it


def test_a_score_alone_between_gaps_is_still_a_mark(draw):
    found = draw([3, None, 4, None, None])
    assert not found.runs
    assert len(found.values) == 2


def test_scores_stand_as_far_out_as_they_are_high(draw):
    low, high = (draw([score] * 5).drawing.marks for score in (1, 5))
    middle = sum(m.x for m in high) / 5, sum(m.y for m in high) / 5
    reach = [hypot(marks[0].x - middle[0], marks[0].y - middle[1]) for marks in (low, high)]
    assert 0 < reach[0] < reach[1] / 3


def test_several_workshops_lie_over_each_other_and_differ_by_more_than_colour(draw):
    found = draw([1, 2, 3, 4, 5], [5, 4, 3, 2, 1], [2, 2, 2, 2, 2])
    assert len(found.runs) == 3
    assert len(set(found.dashes)) == 3
    assert {(m.row, m.column) for m in found.drawing.marks} == {(r, c) for r in range(3) for c in range(5)}


def test_several_workshops_stand_beside_each_other(draw):
    found = draw([1, 2, 3, 4, 5], [5, None, 3, 2, 1], beside=True)
    first, second = ([m for m in found.drawing.marks if m.row == row] for row in (0, 1))
    apart = max(m.x for m in first) < min(m.x for m in second) or max(m.y for m in first) < min(m.y for m in second)
    assert apart
    assert {"Workshop 0", "Workshop 1"} <= set(found.texts)


def test_criteria_that_do_not_fit_round_the_circle_get_letters_and_are_listed_whole(draw):
    name = "Voorzieningen in de binnenstad en daarbuiten"
    found = draw([1, 2, 3], criteria=[name, "Werk", "Groen"])
    assert name in " ".join(found.texts)
    assert found.texts.count("a") == 2 and found.texts.count("1") == 1  # a number would read as a score
    assert found.texts_on_paper


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_than_three_criteria_are_bars(draw, count):
    found = draw([3, None], [5, 4], criteria=CRITERIA[:count])
    assert not found.runs
    assert len(found.values) == {1: 2, 2: 3}[count]
    assert {(m.row, m.column) for m in found.drawing.marks} == {(r, c) for r in range(2) for c in range(count)}
    assert ("geen score" in found.texts) == (count == 2)


@pytest.mark.parametrize("count", [0, 3, 8, 20])
@pytest.mark.parametrize("workshops", [1, 2, 6])
@pytest.mark.parametrize("beside", [True, False])
def test_any_number_fits(draw, count, workshops, beside):
    found = draw(*[[i % 5 + 1 for i in range(count)]] * workshops, criteria=["Criterium"] * count, beside=beside)
    assert len(found.drawing.marks) == count * workshops
    assert found.texts_on_paper


def test_what_is_no_score_or_too_short_is_held_to_the_scale(draw):
    found = draw([9, -3, float("nan")])
    assert len(found.drawing.marks) == 5
    for mark in found.drawing.marks:
        assert 0 <= mark.x <= found.drawing.width and 0 <= mark.y <= found.drawing.height
