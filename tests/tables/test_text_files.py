# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of text files: encodings, signs between cells, lines."""

import csv

import pytest

from sterkesteden_plugin.tables.stopping import Stopped
from sterkesteden_plugin.tables.text_files import NoText, decoded, text_rows

TEXT = "van;naar;n\nSúdwest;Bé;2,7\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_told_by_the_bytes(encoding):
    assert decoded(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("body", [b"PK\x03\x04abc", b"\xd0\xcf\x11\xe0abc", b"SQLite format 3\0", b"a;b\0c"])
def test_what_is_no_text_is_refused(body):
    with pytest.raises(NoText):
        decoded(body)


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_the_sign_between_cells_is_told_by_the_rows(sign):
    text = f'van{sign}naar{sign}n\n"A{sign}B"{sign}C{sign}3\n'
    assert text_rows(text)[0] == [["van", "naar", "n"], [f"A{sign}B", "C", "3"]]


def test_decimal_commas_are_not_taken_for_it():
    assert text_rows("A;B;2,7\nB;A;3,4\n")[0] == [["A", "B", "2,7"], ["B", "A", "3,4"]]


def test_the_line_of_a_spreadsheet_that_names_it_is_no_row():
    rows, lines = text_rows("sep=|\nA|B,C,D\n")
    assert rows == [["A", "B,C,D"]] and list(lines) == [2]


def test_lines_are_those_of_the_file_also_after_a_cell_with_several():
    rows, lines = text_rows('van;naar\n"A\nB";C\n\nD;E\n')
    assert [row for row in rows if row][1:] == [["A\nB", "C"], ["D", "E"]]
    assert list(lines) == [1, 2, 4, 5]
    rows, lines = text_rows('sep=;\n"A\nB";C\nD;E\n')
    assert list(lines) == [2, 4]


def test_nothing_is_no_rows():
    assert text_rows("") == ([], range(1, 1))


def test_a_cell_without_end_is_an_error():
    with pytest.raises(csv.Error):
        text_rows('A;"B' + "x" * 200_000)


def test_reading_is_stopped():
    with pytest.raises(Stopped):
        text_rows(TEXT, lambda: True)
