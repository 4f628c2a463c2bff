# SPDX-License-Identifier: GPL-2.0-or-later
"""What the page shows is kept as layers: the dialog of Processing is filled in as the page has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.PyQt.QtWidgets import QDialog

from sterkesteden_plugin.network_desk.keeping import algorithm, parameters
from sterkesteden_plugin.network_desk.places import PLACES, ZoneSource
from sterkesteden_plugin.network_desk.tables import OPEN, Columns, TableSource, file_key
from sterkesteden_plugin.panel import network_words as words
from sterkesteden_plugin.panel.network_controls import Choices
from sterkesteden_plugin.story.model import Source

FIRST, SECOND = (Source(name, name, "", None, None, None, None) for name in ("een", "twee"))
ZONES = ZoneSource("laag1", "Gemeenten", 3, "code", "naam")
PATH = Path("/map/pakket.gpkg")


def _of(table, of_year=FIRST, columns=None, zones=ZONES, **choices):
    return parameters(table, of_year, columns, zones, PATH, Choices("2014", words.THRESHOLD, 15, **choices))


def test_the_table_of_the_year_among_those_of_the_file():
    table = TableSource(OPEN, "Open", (("open_een", FIRST), ("open_twee", SECOND)))
    assert _of(table, SECOND)["FLOWS"] == "/map/pakket.gpkg|layername=open_twee"


def test_a_layer_a_file_and_a_table_of_a_file():
    assert _of(TableSource("layer:abc", "Laag"))["FLOWS"] == "abc"
    assert _of(TableSource(file_key(Path("/map/a.csv"), ""), "a"))["FLOWS"] == "/map/a.csv"
    assert _of(TableSource(file_key(Path("/map/a.xlsx"), "Blad 1"), "a"))["FLOWS"] == "/map/a.xlsx|layername=Blad 1"


def test_columns_and_zones_as_they_were_chosen():
    table = TableSource("layer:abc", "Laag")
    found = _of(table, columns=Columns("p", "q", "r", "s"))
    assert [found[key] for key in ("ORIGIN", "DESTINATION", "FLOW", "YEAR_FIELD")] == ["p", "q", "r", "s"]
    assert (found["ZONES"], found["CODE"], found["NAME_FIELD"]) == ("laag1", "code", "naam")
    assert "ZONES" not in _of(table, zones=ZoneSource(PLACES, "Plekken", 3)), "they are no layer"


@pytest.mark.parametrize(
    ("method", "per_cent", "expected"),
    [
        (words.THRESHOLD, 15, {"METHOD": 1, "SHARE": 15}),
        (words.DOMINANT, 5, {"METHOD": 0, "SHARE": 5}),
        (words.LABOUR, 67, {"METHOD": 2, "MIN_CONTAINMENT": 2 / 3, "TARGET_CONTAINMENT": 0.75}),
        (words.COMMUNITIES, 0, {"METHOD": 3, "SHARE": 0}),
    ],
)
def test_method_and_threshold(method, per_cent, expected):
    choices = Choices("2014", method, per_cent)
    found = parameters(TableSource("layer:abc", "Laag"), FIRST, None, ZONES, PATH, choices)
    assert algorithm(choices) == "sterkesteden:networkregions" and found["YEAR"] == "2014"
    assert {key: pytest.approx(found[key]) for key in expected} == expected


def test_soft_areas_are_kept_by_another_algorithm():
    choices = Choices("2014", words.THRESHOLD, 15, mode=words.SOFT)
    assert algorithm(choices) == "sterkesteden:networkagreement"
    assert set(_of(TableSource("layer:abc", "Laag"), mode=words.SOFT)) == {"FLOWS", "ZONES", "CODE", "NAME_FIELD"}


def test_the_button_opens_the_tool_filled_in(shown, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "sterkesteden_plugin.network_desk.desk.open_dialog", lambda *what: asked.append(what) or QDialog()
    )
    shown.page.keep.click()
    ((name, filled),) = asked
    assert name == "sterkesteden:networkregions" and filled["FLOWS"].endswith("pendel.csv") and filled["YEAR"] == "2023"
    assert filled["CODE"] == "gemeentecode"


def test_without_processing_that_is_said(shown, monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.network_desk.desk.open_dialog", lambda *_what: None)
    shown.page.keep.click()
    assert shown.told
