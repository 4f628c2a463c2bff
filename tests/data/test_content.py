# SPDX-License-Identifier: GPL-2.0-or-later
"""The real pack keeps its word: each claim with source and date, each place used and shown, differences that add up."""

from __future__ import annotations

import re
import sqlite3
from datetime import date

import pytest

from sterkesteden_plugin.store.schema import TABLES

SOURCED = [name for name, columns in TABLES.items() if "bron_id" in {c.name for c in columns}]
WITHOUT_PLACE = {"hoogeveen-o3", "meppel-k4"}  # of these the source names no place


@pytest.mark.parametrize("table", SOURCED)
def test_every_claim_has_a_source_and_a_date(table: str, real: sqlite3.Connection):
    day = "datum" if table in ("workshop", "gebiedsopvolger") else "peildatum"
    rows = real.execute(
        f"SELECT t.id, t.{day}, b.titel, b.uitgever FROM {table} t LEFT JOIN bron b ON b.id = t.bron_id"
    ).fetchall()
    assert rows or table in ("workshop", "lading", "gebiedsopvolger"), "the walk meets nothing"
    for record, when, title, publisher in rows:
        assert date.fromisoformat(when), record
        assert (title or "").strip(), record
        assert (publisher or "").strip(), record


def test_what_is_drawn_says_after_what(real: sqlite3.Connection):
    sql = (
        "SELECT p.id FROM plaats p LEFT JOIN bron b ON b.id = p.geometriebron_id "
        "WHERE p.tabel <> 'plaats_zonder' AND b.titel IS NULL"
    )
    assert real.execute(sql).fetchall() == []


def test_every_text_says_where_in_the_source_it_is_found(real: sqlite3.Connection):
    for table in ("hoofdstuk", "thema", "item", "nu"):
        assert real.execute(f"SELECT id FROM {table} WHERE vindplaats IS NULL OR trim(tekst) = ''").fetchall() == []


def test_only_items_of_which_the_source_names_no_place_have_none(real: sqlite3.Connection):
    rows = real.execute("SELECT id FROM item WHERE id NOT IN (SELECT item_id FROM item_plaats)")
    assert {item for (item,) in rows} == WITHOUT_PLACE


def test_every_place_is_used_by_an_item_or_a_chapter(real: sqlite3.Connection):
    sql = (
        "SELECT id FROM plaats WHERE id NOT IN (SELECT plaats_id FROM item_plaats) "
        "AND id NOT IN (SELECT plaats_id FROM hoofdstuk_plaats)"
    )
    assert real.execute(sql).fetchall() == []


def test_every_located_place_is_shown_by_a_layer(real: sqlite3.Connection):
    shown = set()
    for (view,) in real.execute(
        "SELECT tabel FROM laag WHERE geometrie IN ('punt', 'lijn', 'vlak') AND gegevensset_id IS NULL"
    ):
        shown |= set(real.execute(f'SELECT id FROM "{view}"'))
    assert set(real.execute("SELECT id FROM plaats WHERE tabel <> 'plaats_zonder'")) - shown == set()


def test_no_layer_is_empty(real: sqlite3.Connection):
    views = [
        view for (view,) in real.execute("SELECT tabel FROM laag WHERE tabel IS NOT NULL AND gegevensset_id IS NULL")
    ]
    assert [view for view in views if not real.execute(f'SELECT 1 FROM "{view}" LIMIT 1').fetchone()] == []


def test_the_later_limits_carry_their_own_date_and_source(real: sqlite3.Connection):
    rows = real.execute(
        "SELECT DISTINCT bron_id, peildatum FROM plaats WHERE soort IN ('grens', 'geen grens')"
    ).fetchall()
    assert rows == [("harde-grens-2018", "2018-10-03")]


def test_unrecorded_workshops_stay_unrecorded(real: sqlite3.Connection):
    assert real.execute("SELECT count(*) FROM workshop").fetchone() == (0,)


def test_what_has_no_newer_figure_says_so(real: sqlite3.Connection):
    """The percentage of unemployment of 2018 stands alone: no figure is put beside it."""
    rows = real.execute("SELECT stand, cijfer_id FROM nu WHERE bewering LIKE '%werkloosheid%'").fetchall()
    assert rows and set(rows) == {("geen nieuwer cijfer", None)}


_DIFFERENCE = re.compile(r"([\d.,]+) (meer|minder)[^:.]*: ([\d.,]+) − ([\d.,]+\d)")


def _number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def _counted(real: sqlite3.Connection) -> set[float]:
    """All values of the pack, and what the values of all cities are together."""
    values = {value for (value,) in real.execute("SELECT waarde FROM cijfer WHERE waarde IS NOT NULL")}
    sums = real.execute(
        "SELECT sum(waarde) FROM cijfer WHERE stad_id IS NOT NULL GROUP BY indicator_id, functie, peildatum "
        "HAVING count(*) = (SELECT count(*) FROM stad)"
    )
    return values | {total for (total,) in sums}


def test_differences_between_then_and_now_are_those_of_figures_of_the_pack(real: sqlite3.Connection):
    counted = _counted(real)
    found = 0
    for record, text in real.execute("SELECT id, tekst FROM nu"):
        said = re.findall(r"\d (?:meer|minder)(?: inwoners)?: ", text)
        sums = _DIFFERENCE.findall(text)
        assert len(sums) == len(said) == text.count("−"), record
        for by, way, one, other in sums:
            found += 1
            assert {_number(one), _number(other)} <= counted, record
            assert _number(by) == abs(_number(one) - _number(other)), record
            assert (way == "meer") == (_number(one) > _number(other)), record
    assert found >= 6


def test_a_figure_beside_a_claim_is_the_newest_of_what_it_counts(real: sqlite3.Connection):
    sql = (
        "SELECT n.id FROM nu n JOIN cijfer c ON c.id = n.cijfer_id JOIN cijfer d "
        "ON d.indicator_id = c.indicator_id AND d.gebiedscode = c.gebiedscode AND d.functie IS c.functie "
        "AND d.naar_code IS c.naar_code AND d.peildatum > c.peildatum AND d.waarde IS NOT NULL"
    )
    assert real.execute(sql).fetchall() == []
