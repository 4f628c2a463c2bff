# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables recognised by their columns or form; headers, titles before them, rows that are too short."""

import pytest

from sterkesteden_plugin.networks.layouts import (
    CBS,
    MATRIX,
    NAMED,
    OPEN_DATA,
    THOUSANDS,
    recognise,
    table_of,
    zone_names,
)

ROW = ["GM0001", "GM0002", "2014MM12", "2,7"]


@pytest.mark.parametrize(
    ("names", "name", "unit", "confirmed"),
    [
        (["WoonregioS", "WerkregioS", "Perioden", "BanenVanWerknemers_1"], CBS, THOUSANDS, True),
        (["Woonregio's", "Werkregio's", "Perioden", "Banen van werknemers (x 1 000)"], CBS, THOUSANDS, False),
        (["woon_code", "werk_code", "periode", "banen"], OPEN_DATA, THOUSANDS, True),
        (["woon_code", "werk_code", "jaar", "banen_x1000"], NAMED, THOUSANDS, True),
        (["Van", "Naar", "Jaar", "Aantal"], NAMED, "", True),
        (["origin", "destination", "year", "flow"], NAMED, "", True),
        (["o", "d", "period", "n"], NAMED, "", True),
    ],
)
def test_tables_that_are_recognised_by_their_names(names, name, unit, confirmed):
    layout = recognise(table_of([names, ROW]))
    assert (layout.origin, layout.destination, layout.year, layout.flow) == tuple(names)
    assert (layout.name, layout.unit, layout.confirmed) == (name, unit, confirmed)


def test_codes_are_preferred_to_names_and_other_columns_do_not_matter():
    names = ["jaar", "woon_code", "woongemeente", "werk_code", "werkgemeente", "banen_x1000"]
    layout = recognise(table_of([names, ["2014", "GM1", "A", "GM2", "B", "1"]]))
    assert (layout.origin, layout.destination) == ("woon_code", "werk_code")


def test_names_beside_codes_are_those_of_zones():
    names = ["jaar", "woon_code", "woongemeente", "werk_code", "werkgemeente", "banen_x1000"]
    table = table_of([names, ["2014", "GM1", "A", "GM2", "B", "1"], ["2014", "gm3 ", "", "GM1", "A", "1"]])
    assert zone_names(table, recognise(table)) == {"GM1": "A", "GM2": "B"}
    table = table_of([["van", "naar", "aantal"], ["GM1", "GM2", "1"]])
    assert zone_names(table, recognise(table)) == {}
    matrix = table_of([["A", "1", "2"], ["B", "3", "4"]])
    assert zone_names(matrix, recognise(matrix)) == {}


def test_a_sector_is_recognised():
    layout = recognise(table_of([["van", "naar", "sector", "aantal"], ["A", "B", "C", "1"]]))
    assert layout.sector == "sector" and layout.year == ""


@pytest.mark.parametrize(
    "names",
    [["code", "waarde", "iets"], ["WoonregioS", "WerkregioS", "Measure", "Value"], ["van", "naar", "via"]],
)
def test_the_user_chooses_where_names_do_not_tell(names):
    assert recognise(table_of([names, ["A", "B", "C", "D"][: len(names)]])) is None


def test_titles_before_the_header_are_skipped_and_lines_stay_those_of_the_file():
    table = table_of(
        [["Banen van werknemers"], [], ["van", "naar", "n"], ["A", "B", "1"], ["", "", ""], ["A", "C", "2"]]
    )
    assert table.names == ("van", "naar", "n")
    assert list(table.lines) == [4, 6] and table.column("n") == ["1", "2"]


def test_rows_of_another_length_are_kept_apart_and_empty_cells_at_the_end_are_none():
    table = table_of([["van", "naar", "n", ""], ["A", "B", "1", ""], ["A", "B"], ["A", "B", "1", "9"], ["A", "C", "2"]])
    assert table.names == ("van", "naar", "n")
    assert list(table.lines) == [2, 5]
    assert table.ragged == ((3, ("A", "B")), (4, ("A", "B", "1", "9")))


def test_a_header_with_names_that_say_nothing_is_one_still():
    table = table_of([["zone 1", "zone 2", "getal"], ["A", "B", "1"]])
    assert table.names == ("zone 1", "zone 2", "getal") and list(table.lines) == [2]


def test_without_header_columns_are_numbered():
    table = table_of([["A", "B", "1"], ["A", "C", "2"]])
    assert table.names == ("1", "2", "3") and table.column("3") == ["1", "2"]


def test_names_that_stand_twice_are_told_apart():
    assert table_of([["van", "naar", "n", "n"], ["A", "B", "1", "2"]]).names == ("van", "naar", "n", "4")


MATRIX_ROWS = [["A", "5", "-", "1"], ["B", "2", "6", "0"], ["Onbekend", "-", "-", "-"]]


@pytest.mark.parametrize(
    ("rows", "first"),
    [
        (MATRIX_ROWS, 1),
        ([["", "A", "B", "Onbekend"], *MATRIX_ROWS], 2),
        ([["A", "B", "Onbekend"], *MATRIX_ROWS], 2),  # no cell above the names of the rows
    ],
)
def test_a_square_matrix_is_recognised_with_and_without_header(rows, first):
    table = table_of(rows)
    assert recognise(table).name == MATRIX
    assert table.names[1:] == ("A", "B", "Onbekend")
    assert list(table.lines) == [first, first + 1, first + 2]


@pytest.mark.parametrize(
    "rows",
    [
        [["A", "5", "1"], ["A", "2", "6"]],  # a name twice
        [["A", "5", "1"], ["B", "2", "x1"]],  # no number
        [["A", "5"]],  # one zone
        [["A", "5", "1"], ["B", "2", "6"], ["C", "1", "1"]],  # not square
    ],
)
def test_what_is_no_square_matrix_is_not_taken_for_one(rows):
    assert recognise(table_of(rows)) is None


def test_nothing_at_all_is_a_table_without_rows():
    table = table_of([])
    assert table.names == () and len(table.lines) == 0 and recognise(table) is None


def test_a_column_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        table_of([["van", "naar", "n"], ["A", "B", "1"]]).column("jaar")
