# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the header of a table is, also below titles and of several rows with merged cells."""

import pytest

from sterkesteden_plugin.tables.headers import header, table_of

KNOWN = {"code", "naam", "winkels – aantal", "winkels – leeg", "kantoren – aantal", "kantoren – leeg"}


def known(names):
    return len({name.casefold() for name in names} & KNOWN)


def test_titles_before_the_header_are_kept_apart():
    found = header([["Leegstand 2023", ""], ["bron: x", ""], ["code", "naam"], ["1", "Emmen"]], known)
    assert (found.start, found.names, found.titles) == (3, ("code", "naam"), ("Leegstand 2023", "bron: x"))


@pytest.mark.parametrize(
    "rows",
    [
        [["Code", "Naam", "Winkels", None, "Kantoren", None], ["", "", "aantal", "leeg", "aantal", "leeg"]],
        [["", "", "Winkels", "", "Kantoren", ""], ["Code", "Naam", "aantal", "leeg", "aantal", "leeg"]],
        [["Code", "Naam", "Winkels", "Winkels", "Kantoren", ""], ["", "", "aantal", "leeg", "aantal", "leeg"]],
    ],
)
def test_merged_cells_count_for_all_columns_below_them(rows):
    found = header([["Titel", *[""] * 5], *rows, ["0114", "Emmen", 5, 1, 4, 2]], known)
    assert found.start == 3 and known(found.names) == 6 and found.titles == ("Titel",)


def test_a_row_of_data_is_no_part_of_a_header():
    found = header([["code", "naam"], ["Code", "3"]], known)
    assert (found.start, found.names) == (1, ("code", "naam"))


@pytest.mark.parametrize(
    ("rows", "start", "names"),
    [
        ([["iets"], ["dit", "dat"], ["1", "2"]], 2, ("dit", "dat")),
        ([["1", "2"], ["3", "4"]], 0, ("1", "2")),
        ([["x", "x"], ["3", "4"]], 0, ("1", "2")),
        ([], 0, ()),
        ([["iets"]], 0, ("1",)),
    ],
)
def test_where_no_name_is_known_the_first_row_that_looks_like_a_header_is_taken(rows, start, names):
    found = header(rows, known)
    assert (found.start, found.names) == (start, names)


def test_a_table_keeps_the_lines_of_its_rows_and_of_a_long_one_only_the_first():
    rows = [["Titel"], [], ["code", "naam"], ["1", "Emmen"], ["2"], ["3", "Assen"], ["4", "Meppel"]]
    table = table_of(rows, range(1, 8), known)
    assert list(table.lines) == [4, 6, 7] and table.ragged == ((5, ("2",)),) and table.titles == ("Titel",)
    assert table.column("naam") == ["Emmen", "Assen", "Meppel"]
    assert list(table_of(rows, range(1, 8), known, most=1).lines) == [4]
