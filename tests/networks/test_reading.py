# SPDX-License-Identifier: GPL-2.0-or-later
"""From cells to flows: each row is used, kept apart, left out or rejected, and the counts add up."""

import time

import pytest

from sterkesteden_plugin.networks.layouts import Layout, recognise, table_of
from sterkesteden_plugin.networks.reading import Note, Rejected, read_flows
from sterkesteden_plugin.tables.stopping import Stopped

HEADER = ["van", "naar", "jaar", "aantal"]


def read(*rows, header=HEADER, layout=None):
    table = table_of([list(header), *map(list, rows)])
    found = read_flows(table, layout or recognise(table))
    assert found.rows == found.used + found.suppressed + found.left_out + len(found.rejected)
    return found


def flows(found):
    pairs = found.pairs
    rows = zip(pairs.origin, pairs.destination, pairs.year, pairs.sector, found.flow)
    return [
        (found.codes[o], found.codes[d], found.years[y], found.sectors[s], float(flow)) for o, d, y, s, flow in rows
    ]


def notes(found):
    return {note.key: note for note in found.notes}


def test_rows_become_flows_of_years():
    found = read(("A", "B", "2014", "2,5"), ("B", "A", "2013", "1"))
    assert flows(found) == [("A", "B", "2014", "", 2.5), ("B", "A", "2013", "", 1.0)]
    assert found.years == ("2013", "2014") and found.notes == ()


def test_what_cannot_be_used_is_listed_with_line_and_reason():
    found = read(
        ("A", "B", "2014", "1"),
        ("", "B", "2014", "1"),
        ("A", "", "2014", "1"),
        ("A", "B", "vorig jaar", "1"),
        ("A", "B", "2014", "veel"),
        ("A", "B", "2014", "-3"),
        ("A", "B", "2014"),
        ("A", "B", "2014", "inf"),
    )
    assert found.rejected == (
        Rejected(3, "no-origin", ("", "B", "1", "2014")),
        Rejected(4, "no-destination", ("A", "", "1", "2014")),
        Rejected(5, "no-year", ("A", "B", "1", "vorig jaar")),
        Rejected(6, "no-number", ("A", "B", "veel", "2014")),
        Rejected(7, "negative", ("A", "B", "-3", "2014")),
        Rejected(8, "ragged", ("A", "B", "2014")),
        Rejected(9, "no-number", ("A", "B", "inf", "2014")),
    )
    assert (found.rows, found.used) == (8, 1)


def test_suppressed_is_not_zero():
    found = read(("A", "B", "2014", "-"), ("A", "C", "2014", "."), ("B", "A", "2014", "0"), ("A", "A", "2014", ""))
    assert found.used == 1 and found.flow.tolist() == [0] and found.suppressed == 3
    assert [found.codes[one] for one in found.hidden.destination] == ["B", "C", "A"]
    assert notes(found)["suppressed"].count == 3


def test_pairs_that_stand_twice_are_told_but_not_those_of_another_year_or_sector():
    header = [*HEADER, "sector"]
    rows = [
        ("A", "B", "2014", "1", "C"),
        ("A", "B", "2014", "2", "C"),
        ("A", "B", "2013", "1", "C"),
        ("A", "B", "2014", "1", "D"),
    ]
    found = read(*rows, header=header)
    assert found.used == 4 and found.sectors == ("C", "D")
    assert found.notes == (Note("duplicates", 1, ("A → B",)),)


def test_sums_are_left_out_where_the_table_has_what_they_are_sums_of():
    rows = [("GM0001", "GM0002"), ("PV22", "GM0002"), ("NL00", "NL00"), ("GM0001", "CR07"), ("LD01", "GM0001")]
    found = read(*((*row, "2014", "1") for row in rows))
    assert found.used == 1 and found.left_out == 4
    assert notes(found)["aggregates"] == Note("aggregates", 4, ("CR07", "LD01", "NL00", "PV22"))


def test_provinces_are_zones_of_a_table_of_provinces():
    found = read(("PV22", "PV21", "2014", "1"), ("NL00", "PV21", "2014", "9"))
    assert flows(found) == [("PV22", "PV21", "2014", "", 1.0)] and found.left_out == 1


def test_parts_are_left_out_where_the_table_has_their_total():
    header = [*HEADER, "Geslacht"]
    rows = [("A", "B", "2014", "5", "T001038"), ("A", "B", "2014", "3", "3000"), ("A", "B", "2014", "2", "4000")]
    found = read(*rows, header=header)
    assert found.flow.tolist() == [5] and found.left_out == 2
    assert found.notes == (Note("parts", 2, ("Geslacht",)),)


def test_codes_are_joined_whatever_spaces_they_were_filled_up_with():
    found = read(("GM0001  ", "GM0001", "2014", "1"), ("gm0001", " GM0001", "2014", "1"))
    assert found.codes == ("GM0001",) and notes(found)["duplicates"].count == 1


def test_what_the_table_says_is_not_known_is_elsewhere():
    found = read(("A", "Onbekend", "2014", "1"), ("Buitenland", "A", "2014", "2"))
    assert flows(found) == [("A", "", "2014", "", 1.0), ("", "A", "2014", "", 2.0)]
    assert notes(found)["unknown"].count == 2


def test_months_are_years_until_there_are_several_of_one():
    assert read(("A", "B", "2014MM12", "1"), ("A", "B", "2015MM12", "1")).years == ("2014", "2015")
    assert read(("A", "B", "2014MM03", "1"), ("A", "B", "2014MM12", "1")).years == ("2014-03", "2014-12")
    assert read(("A", "B", "2014JJ00", "1"), ("A", "B", "2014MM12", "1")).years == ("2014", "2014-12")


def test_values_in_thousands_keep_their_unit():
    found = read(("GM0001", "GM0002", "2014MM12", "2.7"), header=["woon_code", "werk_code", "periode", "banen"])
    assert found.unit == "x 1000" and found.flow.tolist() == [2.7]


def test_columns_can_be_chosen():
    layout = Layout("zone 1", "zone 2", "getal")
    found = read(("A", "B", "1"), ("B", "A", "2"), header=["zone 1", "zone 2", "getal"], layout=layout)
    assert found.flow.tolist() == [1, 2] and found.years == ("",) and found.unit == ""
    layout = Layout("zone 1", "zone 2", "getal (x 1 000)")
    found = read(("A", "B", "1"), header=["zone 1", "zone 2", "getal (x 1 000)"], layout=layout)
    assert found.unit == "x 1000"


def test_a_column_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        read(("A", "B", "2014", "1"), layout=Layout("van", "naar", "stroom"))


def test_names_that_are_not_confirmed_are_told():
    found = read(
        ("A", "B", "2014", "1"), header=["Woonregio's", "Werkregio's", "Perioden", "Banen van werknemers (x 1 000)"]
    )
    assert notes(found)["unconfirmed"].examples == ("Woonregio's", "Werkregio's", "Banen van werknemers (x 1 000)")


def test_a_matrix_is_read_cell_by_cell():
    rows = [["A", "5", "-", "1"], ["B", "-2", "6,5", "veel"], ["Onbekend", "3", "-", "-"]]
    table = table_of(rows)
    found = read_flows(table, recognise(table))
    assert sorted(flows(found)) == [
        ("", "A", "", "", 3.0),
        ("A", "", "", "", 1.0),
        ("A", "A", "", "", 5.0),
        ("B", "B", "", "", 6.5),
    ]
    assert found.rejected == (
        Rejected(2, "negative", ("B", "A", "-2", "")),
        Rejected(2, "no-number", ("B", "Onbekend", "veel", "")),
    )
    assert found.rows == 9 == found.used + found.suppressed + 2


def test_columns_of_a_matrix_are_those_its_header_names():
    table = table_of([["", "B", "A"], ["A", "1", "5"], ["B", "6", "2"]])
    found = read_flows(table, recognise(table))
    assert sorted(flows(found))[:2] == [("A", "A", "", "", 5.0), ("A", "B", "", "", 1.0)]


def test_sums_of_a_matrix_are_left_out():
    table = table_of([["", "A", "B", "Totaal"], ["A", "1", "5", "6"], ["B", "6", "2", "8"], ["Totaal", "7", "7", "14"]])
    found = read_flows(table, recognise(table))
    assert found.flow.sum() == 14 and found.left_out == 5


@pytest.mark.parametrize("rows", [[], [["van", "naar", "aantal"]], [["van", "naar", "aantal"], ["A"]]])
def test_a_table_without_rows_has_no_flows(rows):
    found = read_flows(table_of(rows), Layout("van", "naar", "aantal")) if rows else None
    if found is not None:
        assert found.used == 0 and found.codes == () and found.rows == len(found.rejected)


def test_only_bad_rows_are_no_error():
    found = read(("A", "B", "2014", "veel"), ("A", "B", "ooit", "1"))
    assert found.used == 0 and len(found.rejected) == 2


def test_reading_is_stopped_when_the_user_wants_no_more_of_it():
    table = table_of([HEADER, ["A", "B", "2014", "1"]])
    with pytest.raises(Stopped):
        read_flows(table, recognise(table), lambda: True)


def test_a_million_rows_are_read_in_seconds():
    count = 1_000_000
    rows = [[f"GM{one % 1000:04d}", f"GM{one // 1000:04d}", "2022MM12", f"{one % 997 / 10}"] for one in range(count)]
    rows[5][3] = "veel"
    start = time.perf_counter()
    table = table_of([["WoonregioS", "WerkregioS", "Perioden", "BanenVanWerknemers_1"], *rows])
    found = read_flows(table, recognise(table))
    took = time.perf_counter() - start
    assert found.used == count - 1 and found.rejected[0].line == 7
    assert took < 15  # about 2 seconds on the machine this was written on
