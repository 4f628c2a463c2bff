# SPDX-License-Identifier: GPL-2.0-or-later
"""The real pack holds everything that the mission's checklist names, each text with its source."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from sterkesteden_plugin.store.schema import TABLES

CHECKLIST = Path(__file__).with_name("checklist.txt").read_text(encoding="utf-8")
LINES = [line for line in CHECKLIST.splitlines() if line and not line.startswith("#")]


def test_nothing_of_the_checklist_is_missing(real: sqlite3.Connection):
    present = {f"{table} {row[0]}" for table in ("hoofdstuk", "stad", "item", "plaats") for row in _ids(real, table)}
    present |= {f"thema {kind} {number}" for kind, number in real.execute("SELECT soort, nummer FROM thema")}
    wanted = [line for line in LINES if not line.startswith("zonder-plaats ")]
    assert len(wanted) > 190
    assert [line for line in wanted if line not in present] == []


def _ids(connection: sqlite3.Connection, table: str) -> list[tuple[str]]:
    return connection.execute(f"SELECT id FROM {table}").fetchall()


@pytest.mark.parametrize("table", [name for name, columns in TABLES.items() if "bron_id" in {c.name for c in columns}])
def test_every_claim_has_a_source_and_a_date(table: str, real: sqlite3.Connection):
    day = "datum" if table == "workshop" else "peildatum"
    rows = real.execute(
        f"SELECT t.id, t.{day}, b.titel, b.uitgever FROM {table} t LEFT JOIN bron b ON b.id = t.bron_id"
    )
    for record, when, title, publisher in rows:
        assert date.fromisoformat(when), record
        assert title, record
        assert publisher, record


def test_every_text_says_where_in_the_source_it_is_found(real: sqlite3.Connection):
    for table in ("hoofdstuk", "thema", "item"):
        assert real.execute(f"SELECT id FROM {table} WHERE vindplaats IS NULL OR trim(tekst) = ''").fetchall() == []


def test_only_items_of_which_the_source_names_no_place_have_none(real: sqlite3.Connection):
    sql = "SELECT id FROM item WHERE soort <> 'profiel' AND id NOT IN (SELECT item_id FROM item_plaats)"
    assert {f"zonder-plaats {item}" for (item,) in real.execute(sql)} <= set(LINES)


def test_every_located_place_is_shown_by_a_layer(real: sqlite3.Connection):
    shown = set()
    for (view,) in real.execute("SELECT tabel FROM laag WHERE geometrie IN ('punt', 'lijn', 'vlak')"):
        shown |= set(real.execute(f'SELECT id FROM "{view}"'))
    assert set(real.execute("SELECT id FROM plaats WHERE tabel <> 'plaats_zonder'")) - shown == set()


def test_no_layer_is_empty(real: sqlite3.Connection):
    views = [view for (view,) in real.execute("SELECT tabel FROM laag WHERE tabel IS NOT NULL")]
    assert [view for view in views if not real.execute(f'SELECT 1 FROM "{view}" LIMIT 1').fetchone()] == []


def test_the_later_limits_carry_their_own_date_and_source(real: sqlite3.Connection):
    rows = real.execute(
        "SELECT DISTINCT bron_id, peildatum FROM plaats WHERE soort IN ('grens', 'geen grens')"
    ).fetchall()
    assert rows == [("harde-grens-2018", "2018-10-03")]


def test_unrecorded_workshops_stay_unrecorded(real: sqlite3.Connection):
    assert real.execute("SELECT count(*) FROM workshop").fetchone() == (0,)
