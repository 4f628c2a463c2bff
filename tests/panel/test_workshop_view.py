# SPDX-License-Identifier: GPL-2.0-or-later
"""The workshops on the page of a city: chart, table, CSV, several of them, other cities."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from sterkesteden_plugin.panel import figure_export
from sterkesteden_plugin.story.model import Score, Workshop, WorkshopPoint

from .conftest import HTML, SOURCE, make_pack


def _workshop(id, city, day, *scores, **more):
    found = tuple(Score(criterion, score, remark) for criterion, score, remark in scores)
    return Workshop(id, city, day, more.get("participants"), more.get("outcome"), SOURCE, found, more.get("points", ()))


FIRST = _workshop(
    "w1", "aardvoort", "2019-05-12", ("Wonen", 4, "veel"), ("Werken", 2, None), ("Groen", None, "niet gevraagd")
)
SECOND = _workshop("w2", "aardvoort", "2023-02-01", ("wonen", 5, None), ("Werken", 1, None), ("=1+1", 3, HTML))
OTHER = _workshop("w3", "beekmeer", "2021-01-01", ("Groen", 5, None))


@pytest.fixture()
def show(dock, state, tmp_path):
    """Show the workshops of the first city of a pack that has these."""

    def show(*workshops):
        state.set_pack(make_pack(workshops=workshops), tmp_path / "pack.gpkg")
        state.set_city("aardvoort")
        return dock.content.city.workshops

    return show


def test_one_workshop_has_its_scores_in_the_chart(show):
    view = show(FIRST)
    chart = view.chart.chart
    assert view.chart.isVisible() and not view.beside.isVisible()
    for told in ("12 mei 2019 · Wonen: 4 – veel", "12 mei 2019 · Groen: no score – niet gevraagd"):
        assert told in chart.accessibleDescription()
    assert "1 is weak, 5 is strong" in chart.svg and "Where a line is broken" in chart.svg
    assert len(chart.marks) == 3


def test_the_keyboard_tells_every_score(show):
    chart = show(FIRST, SECOND).chart.chart
    chart.window().activateWindow()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.told == "12 mei 2019 · Wonen: 4 – veel"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.told == "12 mei 2019 · Werken: 2"
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.told == "1 februari 2023 · Werken: 1"
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.told.startswith("1 februari 2023 · =1+1: 3 – <h1>")


def test_several_workshops_stand_over_each_other_or_beside_each_other(show):
    view = show(FIRST, SECOND)
    chart = view.chart.chart
    assert view.beside.isVisible()
    over = chart.height(), chart.svg
    view.beside.setChecked(True)
    assert chart.height() > over[0] and chart.svg != over[1]  # at 320 pixels one below the other
    assert "12 mei 2019" in chart.svg and "1 februari 2023" in chart.svg
    view.beside.setChecked(False)
    assert (chart.height(), chart.svg) == over


def test_too_few_criteria_are_shown_as_bars(show):
    chart = show(_workshop("w", "aardvoort", "2019-05-12", ("Wonen", 4, None), ("Werken", None, None))).chart.chart
    assert len(chart.marks) == 2 and "no score" in chart.svg


def test_two_workshops_of_one_day_have_names_of_their_own(show):
    chart = show(FIRST, replace(SECOND, date=FIRST.date)).chart.chart
    assert "12 mei 2019 (2) · Werken: 1" in chart.accessibleDescription()


def test_two_workshops_of_one_day_are_told_apart_in_the_csv(show, tmp_path, monkeypatch):
    view = show(FIRST, replace(FIRST, id="w2"), replace(FIRST, id="w4", date="2020-01-01"))
    path = tmp_path / "scores.csv"
    monkeypatch.setattr(figure_export, "ask_csv", lambda parent, title: path)
    view.chart.save.click()
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == len(set(lines)) == 10
    assert sum(line.startswith("Aardvoort (2);;2019-05-12;") for line in lines) == 3


def test_workshops_of_other_cities_can_be_compared(show):
    view = show(FIRST, OTHER)
    assert view.others.isVisible() and "Beekmeer" not in view.chart.chart.accessibleDescription()
    view.others.setChecked(True)
    told = view.chart.chart.accessibleDescription()
    assert "Aardvoort, 12 mei 2019 · Wonen: 4" in told and f"Beekmeer {HTML}, 1 januari 2021 · Groen: 5" in told
    assert view.beside.isVisible()
    assert "<h1>" not in view.chart.chart.svg


def test_a_workshop_without_scores_has_no_chart(show):
    view = show(_workshop("w", "aardvoort", "2019-05-12", outcome="Alleen woorden."))
    assert not view.chart.isVisible() and not view.beside.isVisible()
    assert "Alleen woorden." in view.blocks[0].text.toPlainText()


def test_points_are_rows_that_open_on_the_map(show):
    view = show(_workshop("w", "aardvoort", "2019-05-12", points=(WorkshopPoint("p1", HTML, "hier"),)))
    (row,) = view.blocks[0].points.rows
    assert (row.title, row.detail, row.opens, row.key) == (HTML, "hier", "place", "p1")


def test_the_scores_are_a_table_and_a_csv_in_which_formulas_are_text(show, tmp_path, monkeypatch):
    view = show(FIRST, SECOND)
    view.chart.as_table.click()
    table = view.chart.table
    assert table.isVisible() and table.model().rowCount() == 6
    path = tmp_path / "scores.csv"
    asked = []
    monkeypatch.setattr(figure_export, "ask_csv", lambda parent, title: asked.append(title) or path)
    view.chart.save.click()
    assert asked == ["Scores of the workshops Aardvoort"]
    text = path.read_text(encoding="utf-8-sig")
    assert "Aardvoort;;2019-05-12;4;1–5;Wonen;" in text and ";veel;" in text
    assert "Aardvoort;;2019-05-12;;1–5;Groen;" in text
    assert ";'=1+1;" in text


def test_nothing_of_one_city_is_left_on_the_page_of_another(show, state):
    view = show(FIRST)
    state.set_city("beekmeer")
    assert view.blocks == [] and not view.chart.isVisible() and "recorded yet" in view.head.toPlainText()


def test_everything_fits_at_320_pixels(show, dock):
    view = show(FIRST, SECOND, OTHER)
    view.others.setChecked(True)
    page = dock.content.city.scroll
    assert dock.width() == 320
    assert page.widget().width() <= page.viewport().width()
