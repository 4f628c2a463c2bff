# SPDX-License-Identifier: GPL-2.0-or-later
"""Courses of time: true spacing, gaps, breaks, definitions apart, nothing of the data read as markup."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sterkesteden_plugin.figures.multiples import Course, Dot, Panel, Words, multiples
from sterkesteden_plugin.figures.paper import Frame

WORDS = Words("Inwoners", ("inwoners",), "jaar", "geen gegevens", ("een", "twee"), "reeksbreuk")


def _course(*values, kind=0):
    return Course(tuple(Dot(float(year), value) for year, value in values), kind)


@pytest.fixture()
def draw(seen, frame, colours):
    def draw(*panels, words=WORDS, frame=frame):
        return seen(multiples(panels, words, frame, colours, lambda v: f"{v:.0f}", lambda y: f"{y:.0f}"))

    return draw


def _one(*values):
    return Panel("Stad", (_course(*values),))


def test_title_axes_first_and_last_value_are_written(draw):
    texts = draw(_one((2012, 100.0), (2018, 150.0), (2024, 130.0))).texts
    assert {"Inwoners", "inwoners", "jaar", "2012", "2024", "100", "130"} <= set(texts)


def test_each_panel_has_its_name_its_first_and_its_last_value(draw):
    found = draw(
        *(Panel(f"Stad {i}", (_course((2012, 501.0 + i), (2018, 517.0), (2024, 531.0 + i)),)) for i in range(4))
    )
    assert {f"Stad {i}" for i in range(4)} <= set(found.texts)
    assert {f"{501 + i}" for i in range(4)} | {f"{531 + i}" for i in range(4)} <= set(found.texts)
    assert "517" not in found.texts
    assert {(m.row, m.column) for m in found.drawing.marks} == {(r, c) for r in range(4) for c in range(3)}
    assert found.texts_on_paper


def test_years_are_spaced_truly(draw):
    ((a, _), (b, _), (c, _)) = draw(_one((2012, 1.0), (2017, 2.0), (2019, 3.0))).runs[0]
    assert (b - a) / (c - b) == pytest.approx(2.5, abs=0.02)


def test_all_panels_have_one_x_axis(draw):
    found = draw(_one((2012, 1.0), (2024, 2.0)), _one((2012, 1.0), (2018, 2.0)))
    (a, _), (b, _) = found.runs[0]
    (c, _), (d, _) = found.runs[1]
    assert (d - c) / (b - a) == pytest.approx(0.5, abs=0.02)


def test_higher_values_stand_higher_in_proportion(draw):
    ((_, a), (_, b), (_, c)) = draw(_one((1, 0.0), (2, 10.0), (3, 40.0))).runs[0]
    assert (a - b) / (a - c) == pytest.approx(0.25, abs=0.02)


def test_a_missing_value_is_a_gap_with_a_mark_and_never_zero(draw):
    found = draw(_one((2012, 100.0), (2014, 110.0), (2016, None), (2018, 120.0), (2020, 130.0)))
    assert [len(run) for run in found.runs] == [2, 2]
    assert len(found.values) == 4
    assert len(found.lines("missing")) == 1
    assert "geen gegevens" in found.texts and "0" not in found.texts
    assert len(found.drawing.marks) == 5


def test_of_many_years_on_little_paper_only_the_ends_have_a_sign(draw, frame):
    many = _one(*((2010 + i, 20.0 + i % 3) for i in range(15)))
    assert len(draw(many).values) == 15, "there is room"
    small = replace(frame, width=frame.font_size * 12)
    found = draw(many, many, words=WORDS, frame=small)
    assert len(found.values) == 2 * 2 and [len(run) for run in found.runs] == [15, 15]
    gap = _one(*((2010 + i, None if i == 7 else 20.0) for i in range(15)))
    assert len(draw(gap, frame=small).values) == 4


def test_no_line_runs_through_a_value_that_is_written(draw):
    """One that must be written and has no free place hides what is under it."""
    steep = (
        _course((2010, 30.0), (2011, 0.0), (2012, 31.0), (2024, 33.0)),
        _course((2010, 29.0), (2024, 35.0), kind=1),
    )
    found = draw(Panel("Stad", steep), Panel("Dorp", steep))
    svg = found.drawing.svg
    assert svg.count('class="plate"') >= 1
    for plate in svg.split('class="plate"')[1:]:
        assert plate.split("/>")[1].lstrip().startswith("<text"), "and the value stands on it"


def test_a_value_alone_between_gaps_is_still_a_dot(draw):
    found = draw(_one((1, None), (2, 5.0), (3, float("nan"))))
    assert len(found.values) == 1 and not found.runs


def test_a_panel_without_values_says_so(draw):
    found = draw(_one((2012, 100.0), (2014, 110.0)), Panel("Leeg", ()))
    assert "geen gegevens" in found.texts
    assert len(found.values) == 2
    assert [m.row for m in found.drawing.marks] == [0, 0, 1]


def test_a_series_break_interrupts_the_line_and_is_marked_and_explained(draw):
    dots = (Dot(2018.0, 5.0), Dot(2019.0, 6.0), Dot(2020.0, 9.0, broken=True), Dot(2021.0, 9.5))
    found = draw(Panel("Stad", (Course(dots),)))
    assert [len(run) for run in found.runs] == [2, 2]
    (_, (before, _)), ((after, _), _) = found.runs
    stroke = found.lines("break")[0]
    assert before < float(stroke.get("x1")) < after
    assert "reeksbreuk" in found.texts
    whole = draw(Panel("Stad", (Course(tuple(Dot(d.year, d.value) for d in dots)),)))
    assert not whole.lines("break") and "reeksbreuk" not in whole.texts and [len(run) for run in whole.runs] == [4]


def test_both_values_of_a_year_that_was_counted_in_two_ways_are_drawn_apart(draw):
    dots = (Dot(2019.0, 5.0), Dot(2020.0, 6.0), Dot(2020.0, 9.0, broken=True), Dot(2021.0, 9.5))
    found = draw(Panel("Stad", (Course(dots),)))
    assert len(found.values) == 4 and [len(run) for run in found.runs] == [2, 2]


def test_definitions_are_lines_of_their_own_that_differ_by_more_than_colour(draw):
    found = draw(Panel("Stad", (_course((2012, 1.0), (2014, 2.0)), _course((2013, 5.0), (2015, 6.0), kind=1))))
    assert [len(run) for run in found.runs] == [2, 2]
    assert len(set(found.dashes)) == 2
    assert len({e.tag for e in found.values}) == 2
    assert {"een", "twee"} <= set(found.texts)


def test_marks_are_numbered_by_year_through_the_definitions(draw):
    found = draw(Panel("Stad", (_course((2012, 1.0), (2016, 2.0)), _course((2014, 5.0), kind=1))))
    assert [m.column for m in found.drawing.marks] == [0, 1, 2]
    assert [m.x for m in found.drawing.marks] == sorted(m.x for m in found.drawing.marks)


def test_without_any_value_there_is_nothing_to_draw(draw):
    with pytest.raises(ValueError):
        draw(_one((2012, None), (2014, float("nan"))))


@pytest.mark.parametrize("values", [(5.0, 5.0), (0.0, 0.0), (-3.0, 4.0), (1e-6, 2e-6), (1e9, 1.1e9)])
@pytest.mark.parametrize("count", [1, 4, 7])
def test_everything_stays_on_the_paper(draw, values, count):
    found = draw(*[_one(*((2000 + i, value) for i, value in enumerate(values)))] * count)
    for mark in found.drawing.marks:
        assert 0 <= mark.x <= found.drawing.width and 0 <= mark.y <= found.drawing.height
        assert mark.area.holds(mark.x, mark.y)


def test_labels_do_not_run_into_each_other(draw, seen):
    found = draw(_one(*((2012 + i / 10, 100.0 + i) for i in range(60))))
    size = 12 * 0.9
    boxes = []
    for text in found.root.iter("{http://www.w3.org/2000/svg}text"):
        if text.get("text-anchor") == "middle":
            width = len(text.text) * 0.58 * size
            boxes.append((float(text.get("x")) - width / 2, float(text.get("x")) + width / 2, float(text.get("y"))))
    assert len(boxes) > 4
    for i, (left, right, y) in enumerate(boxes):
        for other_left, other_right, other_y in boxes[i + 1 :]:
            assert abs(y - other_y) > size * 0.6 or right <= other_left or other_right <= left


def test_markup_and_control_characters_in_words_are_text(draw):
    words = Words('<b>"A" & B</b>\x00\ud800', ("<y>",), "x</text><script/>", "m")
    found = draw(_one((1, 1.0), (2, 2.0)), words=words, frame=Frame(300, 'A"B<', 12))
    assert any(text.startswith('<b>"A" & B</b>') for text in found.texts)
    assert not list(found.root.iter("{http://www.w3.org/2000/svg}script"))


def test_long_names_end_in_dots_inside_their_panel(draw):
    found = draw(*[Panel("Kanaalkadeverbeteringsprogramma" * 3, (_course((2012, 1.0), (2014, 2.0)),))] * 3)
    assert sum(text.endswith("…") for text in found.texts) >= 3
    assert found.texts_on_paper
