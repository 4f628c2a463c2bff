# SPDX-License-Identifier: GPL-2.0-or-later
"""Holding rows against the schema (pure)."""

import pytest

from sterkesteden_plugin.store.check import find_faults

SOURCE = {"id": "bron", "titel": "Bron", "uitgever": "Iemand", "datum": "2018-03-29"}
INDICATOR = {"id": "inwoners", "naam": "Inwoners", "eenheid": "aantal", "decimalen": 0, "definitie": "Op 1 januari"}
FIGURE = {
    "id": "cijfer",
    "indicator_id": "inwoners",
    "gebiedscode": "GM0001",
    "gebied": "Gemeente",
    "peildatum": "2018-01-01",
    "waarde": 1.5,
    "bron_id": "bron",
}
PLACE = {
    "id": "plaats",
    "naam": "Plaats",
    "soort": "kern",
    "zekerheid": "exact",
    "historisch": 0,
    "bron_id": "bron",
    "peildatum": "2018-03-29",
}


def faults(**changed):
    """The faults, as text, of a set of rows that has none but for what is changed in its figure."""
    return [
        str(fault)
        for fault in find_faults({"bron": [SOURCE], "indicator": [INDICATOR], "cijfer": [{**FIGURE, **changed}]})
    ]


def test_rows_that_fit_have_no_faults():
    assert faults() == []


@pytest.mark.parametrize("value", [None, ""])
def test_a_required_value_that_is_missing_is_named_with_table_record_and_column(value):
    assert faults(gebied=value) == ["cijfer: cijfer: gebied: is missing"]


def test_no_value_is_no_fault_where_there_may_be_none():
    assert faults(waarde=None, toelichting="") == []


def test_an_unknown_id_is_told_with_the_table_it_should_be_in():
    assert faults(bron_id="elders") == ["cijfer: cijfer: bron_id: 'elders' is not an id of bron"]


@pytest.mark.parametrize("value", ["29-03-2018", "2018", "20180329", "2018-W13-4", "2018-02-30", 2018])
def test_a_date_is_iso_8601_and_exists(value):
    assert len(faults(peildatum=value)) == 1


@pytest.mark.parametrize("value", ["12", float("nan"), float("inf"), True, b"\x00"])
def test_a_figure_is_a_finite_number(value):
    assert len(faults(waarde=value)) == 1


def test_a_whole_number_serves_as_a_figure():
    assert faults(waarde=3) == []


@pytest.mark.parametrize("value", [1.5, "0", True])
def test_an_integer_column_holds_whole_numbers(value):
    rows = {"indicator": [{**INDICATOR, "decimalen": value}]}
    assert [fault.column for fault in find_faults(rows)] == ["decimalen"]


def test_a_record_without_id_is_named_by_its_number():
    found = find_faults({"bron": [SOURCE, {**SOURCE, "id": None}]})
    assert [str(fault) for fault in found] == ["bron: 2: id: is missing"]


def test_a_value_outside_its_code_list_is_told_with_the_list():
    (fault,) = find_faults({"bron": [SOURCE], "plaats_punt": [{**PLACE, "zekerheid": "misschien"}]})
    assert fault.column == "zekerheid" and "exact, indicatief, vaag" in fault.message


def test_an_id_stands_once_in_its_table():
    found = find_faults({"bron": [SOURCE, SOURCE]})
    assert [str(fault) for fault in found] == ["bron: bron: id: stands more than once"]


def test_a_place_stands_once_in_all_place_tables_together():
    found = find_faults({"bron": [SOURCE], "plaats_punt": [PLACE], "plaats_vlak": [PLACE]})
    assert [(fault.table, fault.column) for fault in found] == [("plaats_vlak", "id")]


def test_a_link_may_lead_to_a_place_of_any_table():
    link = {"item_id": "item", "plaats_id": "plaats", "rol": "ligt in", "volgorde": 1}
    found = find_faults({"bron": [SOURCE], "plaats_zonder": [PLACE], "item_plaats": [link]})
    assert [fault.column for fault in found] == ["item_id"]


@pytest.mark.parametrize("table", ["dienst", "gegevensset"])
@pytest.mark.parametrize("wrong", ["/home/anna/mijn", "../../x", "a/b", "C:\\\\x", 'a" b', "", "a\n", "-x"])
def test_an_id_that_becomes_part_of_a_name_is_no_path(table, wrong):
    def found(id_):
        return [f for f in find_faults({table: [{"id": id_}]}) if f.column == "id"]

    assert len(found(wrong)) == 1
    assert found("pdok-nwb") == []
