# SPDX-License-Identifier: GPL-2.0-or-later
"""The table and its CSV, read back as a spreadsheet with Dutch settings does."""

from __future__ import annotations

import csv
import io

import pytest

from sterkesteden_plugin.figures.table import COLUMNS, VALUE, cells, csv_bytes, plain_cell, tab_text
from sterkesteden_plugin.story.model import Figure, Indicator, Source


def _figure(value=109346.0, note=None, **changes):
    source = Source("s", changes.pop("title", "Bron"), "Uitgever", None, None, None, None)
    indicator = Indicator("i", "Mensen", "mensen", 0, 'Aantal; "alle"\nmensen.')
    return Figure("f", indicator, "GM1", "Stad", "s", None, None, None, "2024-01-01", value, source, note, None)


def _read(data):
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_file_holds_headings_and_every_cell_whole():
    heading, row = _read(csv_bytes(COLUMNS, [cells(_figure(note="Café – עברית"))]))
    assert tuple(heading) == COLUMNS
    assert row[0] == "Stad" and row[VALUE] == "109346"
    assert 'Aantal; "alle"\nmensen.' in row and "Café – עברית" in row


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (109346.0, "109346"),
        (3.5, "3,5"),
        (-2.25, "-2,25"),
        (0.0, "0"),
        (4.4 - 4.8, "-0,4"),
        (2e13 + 1, "20000000000001"),
    ],
)
def test_numbers_stay_numbers_with_a_decimal_comma(value, text):
    assert plain_cell(value) == text


@pytest.mark.parametrize("value", [None, float("nan"), float("inf")])
def test_no_data_is_an_empty_cell_and_no_zero(value):
    _, row = _read(csv_bytes(COLUMNS, [cells(_figure(value))]))
    assert row[VALUE] == ""


@pytest.mark.parametrize("text", ["=1+1", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(text):
    _, row = _read(csv_bytes(COLUMNS, [cells(_figure(title=text))]))
    assert row[COLUMNS.index("bron")].startswith(f"'{text[0]}")
    assert plain_cell(text) == f"'{text}"


def test_other_texts_stay_as_they_are():
    assert plain_cell("a=1") == "a=1" and plain_cell("<b>") == "<b>" and plain_cell("") == ""


def test_a_null_character_and_half_a_character_do_not_break_the_file():
    rows = _read(csv_bytes(COLUMNS, [cells(_figure(note="a\0b\ud800"))]))
    assert "ab?" in rows[1]


def test_a_very_long_text_is_kept_whole():
    csv.field_size_limit(200_000)
    assert "x" * 100_000 in _read(csv_bytes(COLUMNS, [cells(_figure(note="x" * 100_000))]))[1]


def test_for_the_clipboard_each_row_is_one_line_and_no_cell_becomes_a_formula():
    assert tab_text([["a\tb\nc", 1.5, None], ["  =1+1", "d", "e"]]) == "a b c\t1,5\t\n'=1+1\td\te"
