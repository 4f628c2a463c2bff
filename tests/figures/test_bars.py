# SPDX-License-Identifier: GPL-2.0-or-later
"""Bars: from zero, in proportion, words where there is no value."""

from __future__ import annotations

import pytest

from sterkesteden_plugin.figures.bars import Bar, BarRow, BarWords, bar_chart

WORDS = BarWords("Groei", ("%",), "geen gegevens", (), "reeksbreuk")


@pytest.fixture()
def draw(seen, frame, colours):
    def draw(*rows, words=WORDS):
        return seen(bar_chart(rows, words, frame, colours, lambda v: f"{v:.1f}"))

    return draw


def _rows(*values):
    return [BarRow(f"Stad {i}", (Bar(value),)) for i, value in enumerate(values)]


def test_bars_are_as_long_as_their_values_and_all_begin_at_zero(draw):
    found = draw(*_rows(2.0, 6.0))
    assert float(found.values[1].get("width")) / float(found.values[0].get("width")) == pytest.approx(3, abs=0.05)
    assert found.values[0].get("x") == found.values[1].get("x")
    assert {"2.0", "6.0", "Stad 0", "Stad 1"} <= set(found.texts)


def test_a_missing_value_is_told_and_is_no_bar(draw):
    found = draw(*_rows(2.0, None))
    assert len(found.values) == 1
    assert "geen gegevens" in found.texts
    assert [m.row for m in found.drawing.marks] == [0, 1]


def test_a_value_of_zero_is_a_bar_with_its_number_unlike_no_data(draw):
    found = draw(*_rows(2.0, 0.0))
    assert len(found.values) == 2 and "geen gegevens" not in found.texts


def test_without_any_value_all_rows_say_so(draw):
    found = draw(*_rows(None, None))
    assert found.texts.count("geen gegevens") == 2 and not found.values
    assert "0.0" not in found.texts


def test_negative_values_go_to_the_other_side_of_zero(draw):
    below, above = draw(*_rows(-2.0, 3.0)).values
    assert float(below.get("x")) + float(below.get("width")) == pytest.approx(float(above.get("x")), abs=0.2)


def test_two_dates_are_two_bars_with_their_years(draw):
    found = draw(BarRow("Stad", (Bar(5.0, "2023"), Bar(6.0, "2024", broken=True))))
    assert len(found.values) == 2 and {"2023", "2024", "reeksbreuk"} <= set(found.texts)
    assert found.lines("break")
    assert [(m.row, m.column) for m in found.drawing.marks] == [(0, 0), (0, 1)]


def test_more_kinds_than_looks_are_told_apart_by_a_number(draw):
    words = BarWords("Score", (), "geen", ("een", "twee", "drie"))
    found = draw(BarRow("Wonen", tuple(Bar(3.0, kind=i) for i in range(3))), words=words)
    assert all(found.texts.count(number) == 2 for number in "123")
    assert {"een", "twee", "drie"} <= set(found.texts)


@pytest.mark.parametrize("values", [(1e9, 2.0), (-1e9, 1e9), (0.0, 0.0), (-1.0, -2.0)])
def test_everything_stays_on_the_paper(draw, values):
    rows = [BarRow("Een heel lange naam van een stroom tussen twee gemeenten", (Bar(value),)) for value in values]
    found = draw(*rows)
    assert found.texts_on_paper
    for mark in found.drawing.marks:
        assert 0 <= mark.x <= found.drawing.width and mark.area.holds(mark.x, mark.y)
