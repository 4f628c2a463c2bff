# SPDX-License-Identifier: GPL-2.0-or-later
"""Then and now: beside which text a claim stands, and what is said of it."""

from __future__ import annotations

import dataclasses

import pytest

from sterkesteden_plugin.story.model import Now, Reference

from .conftest import HTML, LONG_WORD, OTHER, SOURCE, make_pack

OLDER, NEWER = "2012-01-01", "2024-01-01"


def _now(id, outcome, figure=None, date=NEWER, source=OTHER, item="aardvoort-k1", chapter=None, text="Wat bekend is."):
    return Now(id, item, chapter, f"Bewering {id}.", outcome, text, figure, Reference(source, "tabel 1", date))


@pytest.fixture()
def pack():
    plain = make_pack()
    figures = {figure.date: figure for figure in plain.figures_of("aardvoort", "mensen")}
    percent = plain.figures_of("aardvoort", "leeg")[0]
    flow = dataclasses.replace(percent, to="Beekmeer", to_code="GM2")
    return make_pack(
        nows=(
            _now("een", "nieuwer cijfer", figures[NEWER]),
            _now("twee", "geen nieuwer cijfer"),
            _now("drie", "geen nieuwer cijfer", figures[OLDER], OLDER),
            _now("vier", "veranderd", text=f"{HTML}\n\n{LONG_WORD}"),
            _now("vijf", "nieuwer cijfer", percent, "2021-01-01", item="beekmeer-o1"),
            _now("zes", "nieuwer cijfer", flow, "2021-01-01", item="beekmeer-o1"),
            _now("zeven", "nieuwer cijfer", figures["2015-01-01"], "2015-01-01", item="cederloo-k1"),
            _now("acht", HTML, item="cederloo-k1"),
            _now("negen", "veranderd", source=SOURCE, item=None, chapter="h1"),
        )
    )


def _lines(view):
    return view.toPlainText().split("\n")


def test_an_item_shows_claim_date_figure_text_and_source(dock, state):
    state.set_item("aardvoort-k1")
    lines = _lines(dock.content.city.card.now)
    assert lines[:7] == [
        "Then and now",
        "Then: 29 maart 2018",
        "Bewering een.",
        "Now: 1 januari 2024",
        "52.250  Mensen · Stad",
        "Wat bekend is.",
        "Latere bron (Provincie) · tabel 1 · 1 januari 2024",
    ]


def test_that_there_is_no_newer_figure_is_said_plainly(dock, state):
    state.set_item("aardvoort-k1")
    lines = _lines(dock.content.city.card.now)
    claim = lines.index("Bewering twee.")
    assert lines[claim + 1 : claim + 3] == ["Now: no newer figure", "Wat bekend is."]
    claim = lines.index("Bewering drie.")
    assert lines[claim + 1 : claim + 3] == [
        "Now: no newer figure; the latest is of 1 januari 2012",
        "50.000  Mensen · Stad",
    ]


def test_percentages_flows_and_missing_values_are_told_as_figures_are(dock, state):
    state.set_item("beekmeer-o1")
    lines = _lines(dock.content.city.card.now)
    assert "12,5%  Leegstand, winkels · Stad" in lines
    assert "12,5%  Leegstand, winkels: from Stad to Beekmeer" in lines
    state.set_item("cederloo-k1")
    assert "no data  Mensen · Stad" in _lines(dock.content.city.card.now)


def test_an_outcome_that_the_panel_does_not_know_is_shown_as_text(dock, state):
    state.set_item("cederloo-k1")
    assert f"{HTML}: 1 januari 2024" in _lines(dock.content.city.card.now)


def test_a_chapter_shows_its_own_claims_and_an_item_without_any_shows_nothing(dock, state):
    state.set_chapter("h1")
    assert "Changed: 1 januari 2024" in _lines(dock.content.story.now)
    state.set_chapter("h2")
    assert dock.content.story.now.isHidden()
    state.set_item("aardvoort-k2")
    assert dock.content.city.card.now.isHidden()
    state.set_item("aardvoort-k1")
    assert not dock.content.city.card.now.isHidden()


def test_the_section_wraps_in_a_dock_of_320_pixels(dock, state):
    state.set_item("aardvoort-k1")
    view = dock.content.city.card.now
    assert view.document().idealWidth() <= view.viewport().width() <= 320


def test_the_section_can_be_reached_with_tab(dock, state, qtbot):
    from qgis.PyQt.QtCore import Qt

    state.set_item("aardvoort-k1")
    card = dock.content.city.card
    card.text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(card.text, Qt.Key.Key_Tab)
    assert card.now.hasFocus()
    assert card.now.accessibleName() == "Then and now"
