# SPDX-License-Identifier: GPL-2.0-or-later
"""The chart as SVG: true spacing, gaps for missing values, nothing of the data read as markup."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from sterkesteden_plugin.figures import chart

SVG = "{http://www.w3.org/2000/svg}"
WORDS = chart.Words("Inwoners", "inwoners", "jaar", "geen gegevens")
FRAME = chart.Frame(300, 160, "Open Sans", 12)
COLOURS = chart.Colours("#111111", "#222222", "#333333", "#444444", "#555555")


def _draw(points, words=WORDS, frame=FRAME):
    svg = chart.line_chart(points, words, frame, COLOURS, lambda v: f"{v:.0f}", lambda x: f"{x:.0f}")
    return ElementTree.fromstring(svg)


def _texts(root):
    return [text.text for text in root.iter(f"{SVG}text")]


def _dots(root):
    return [(float(dot.get("cx")), float(dot.get("cy"))) for dot in root.iter(f"{SVG}circle")]


def test_title_axes_and_values_are_written():
    texts = _texts(_draw([(2012, 100.0), (2018, 150.0), (2024, 130.0)]))
    assert {"Inwoners", "inwoners", "jaar", "2012", "2024", "100", "130"} <= set(texts)


def test_years_are_spaced_truly():
    (a, _), (b, _), (c, _) = _dots(_draw([(2012, 1.0), (2017, 2.0), (2019, 3.0)]))
    assert (b - a) / (c - b) == pytest.approx(2.5, abs=0.02)


def test_higher_values_stand_higher_in_proportion():
    (_, a), (_, b), (_, c) = _dots(_draw([(1, 0.0), (2, 10.0), (3, 40.0)]))
    assert (a - b) / (a - c) == pytest.approx(0.25, abs=0.01)


def test_a_missing_value_is_a_gap_with_a_mark_and_never_zero():
    root = _draw([(2012, 100.0), (2014, 110.0), (2016, None), (2018, 120.0), (2020, 130.0)])
    lines = [line.get("points").split() for line in root.iter(f"{SVG}polyline")]
    assert [len(line) for line in lines] == [2, 2]
    assert len(_dots(root)) == 4
    assert sum(line.get("class") == "missing" for line in root.iter(f"{SVG}line")) == 1
    assert "geen gegevens" in _texts(root)
    assert "0" not in _texts(root)


def test_a_value_alone_between_gaps_is_still_a_dot():
    root = _draw([(1, None), (2, 5.0), (3, None)])
    assert len(_dots(root)) == 1
    assert not list(root.iter(f"{SVG}polyline"))


def test_without_any_value_there_is_nothing_to_draw():
    with pytest.raises(ValueError):
        _draw([(2012, None), (2014, float("nan"))])


@pytest.mark.parametrize("values", [(5.0, 5.0), (0.0, 0.0), (-3.0, 4.0), (1e-6, 2e-6), (1e9, 1.1e9)])
def test_everything_stays_on_the_paper(values):
    root = _draw([(2000 + i, value) for i, value in enumerate(values)])
    for x, y in _dots(root):
        assert 0 <= x <= 300 and 0 <= y <= 160
    for text in root.iter(f"{SVG}text"):
        assert 0 <= float(text.get("y")) <= 160


def test_value_labels_do_not_run_into_each_other():
    root = _draw([(2012 + i / 10, 100.0 + i) for i in range(60)])
    labels = sorted(
        (float(t.get("x")), len(t.text))
        for t in root.iter(f"{SVG}text")
        if t.get("fill") == "#111111" and t.get("x") != "0"
    )
    years = [x for x, _ in labels]
    assert 2 < len(years) < 40


def test_markup_and_control_characters_in_words_are_text():
    words = chart.Words('<b>"A" & B</b>\x00', "<y>", "x</text><script/>", "m")
    root = _draw([(1, 1.0), (2, 2.0)], words, chart.Frame(300, 160, 'A"B<', 12))
    assert '<b>"A" & B</b> ' in _texts(root)
    assert not list(root.iter(f"{SVG}script"))


@pytest.mark.parametrize(("low", "high"), [(54890, 56591), (0, 1), (5, 5), (-7, 13), (0.02, 0.03)])
def test_ticks_enclose_the_values_in_few_round_steps(low, high):
    found = chart.ticks(low, high)
    assert found[0] <= low and found[-1] >= high
    assert 2 <= len(found) <= 6
    steps = {round(b - a, 9) for a, b in zip(found, found[1:])}
    assert len(steps) == 1
