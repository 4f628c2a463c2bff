# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of text files: encodings, signs between cells, lines."""

import csv
from io import BytesIO

import pytest

from sterkesteden_plugin.tables.stopping import Stopped
from sterkesteden_plugin.tables.text_files import NoText, text_rows

TEXT = "van;naar;n\nSúdwest;Bé;2,7\n"


def rows_of(text, *others):
    return text_rows(BytesIO(text.encode()), *others)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_told_by_the_bytes(encoding):
    assert text_rows(BytesIO(TEXT.encode(encoding)))[0] == [["van", "naar", "n"], ["Súdwest", "Bé", "2,7"]]


def test_a_sign_of_another_encoding_is_found_wherever_it_stands():
    body = b"a;b\n" * 400_000 + "Bé;1\n".encode("cp1252")
    assert text_rows(BytesIO(body))[0][-1] == ["Bé", "1"]


@pytest.mark.parametrize("body", [b"PK\x03\x04abc", b"\xd0\xcf\x11\xe0abc", b"SQLite format 3\0", b"a;b\0c"])
def test_what_is_no_text_is_refused(body):
    with pytest.raises(NoText):
        text_rows(BytesIO(body))


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_the_sign_between_cells_is_told_by_the_rows(sign):
    text = f'van{sign}naar{sign}n\n"A{sign}B"{sign}C{sign}3\n'
    assert rows_of(text)[0] == [["van", "naar", "n"], [f"A{sign}B", "C", "3"]]


def test_decimal_commas_are_not_taken_for_it():
    assert rows_of("A;B;2,7\nB;A;3,4\n")[0] == [["A", "B", "2,7"], ["B", "A", "3,4"]]


def test_the_line_of_a_spreadsheet_that_names_it_is_no_row():
    rows, lines = rows_of("sep=|\nA|B,C,D\n")
    assert rows == [["A", "B,C,D"]] and list(lines) == [2]


def test_lines_are_those_of_the_file_also_after_a_cell_with_several():
    rows, lines = rows_of('van;naar\n"A\nB";C\n\nD;E\n')
    assert [row for row in rows if row][1:] == [["A\nB", "C"], ["D", "E"]]
    assert list(lines) == [1, 2, 4, 5]
    rows, lines = rows_of('sep=;\n"A\nB";C\nD;E\n')
    assert list(lines) == [2, 4]


def test_nothing_is_no_rows():
    assert rows_of("") == ([], [])


def test_a_cell_without_end_is_an_error():
    with pytest.raises(csv.Error):
        rows_of('A;"B' + "x" * 200_000)


def test_reading_is_stopped():
    with pytest.raises(Stopped):
        rows_of(TEXT, lambda: True)
