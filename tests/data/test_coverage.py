# SPDX-License-Identifier: GPL-2.0-or-later
"""Each line of the mission's checklist is covered by what is in the pack, and docs/dekking.md says by what."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tools import coverage

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def checklist():
    return coverage.lines(ROOT / "data")


@pytest.fixture(scope="module")
def rows():
    return coverage.rows(ROOT / "data")


def test_every_line_is_covered_and_everything_of_the_pack_is_named(checklist, rows):
    assert len(checklist) > 190
    assert coverage.faults(checklist, rows) == []


def test_a_line_without_id_an_unknown_id_and_a_text_that_no_line_names_are_faults(checklist, rows):
    first, second, *rest = checklist
    spoilt = [replace(first, ids=()), replace(second, ids=("hoofdstuk-0",)), *rest]
    wrong = coverage.faults(spoilt, rows)
    assert f"{first.part}: {first.text}: nothing covers this line" in wrong
    unknown = f"{second.part}: {second.text}: unknown id 'hoofdstuk-0'; "
    assert any(line.startswith(unknown) for line in wrong)
    assert "hoofdstuk: hoofdstuk-00: no line of the checklist names it" in wrong


def test_the_document_is_what_the_sources_give(checklist, rows):
    written = (ROOT / coverage.DOCUMENT).read_text(encoding="utf-8")
    assert written == coverage.document(checklist, rows), "stale: run python -m tools.coverage"


def test_no_row_of_the_document_is_empty(checklist, rows):
    table = [line for line in coverage.document(checklist, rows).splitlines() if line.startswith("| ")]
    assert len(table) > len(checklist)
    assert [line for line in table if not all(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1:2])] == []


def test_places_are_drawn_as_the_checklist_says(checklist, real: sqlite3.Connection):
    tables = {"P": "plaats_punt", "L": "plaats_lijn", "V": "plaats_vlak", "?": "plaats_zonder"}
    places = {id: rest for id, *rest in real.execute("SELECT id, tabel, zekerheid, historisch FROM plaats")}
    drawn = [line for line in checklist if line.marks]
    assert {place for line in drawn for place in line.ids} == set(places)
    for line in drawn:
        for place in line.ids:
            table, certainty, historic = places[place]
            assert table == tables[line.marks.strip("~H")], place
            assert certainty == "vaag" or "~" not in line.marks, place
            assert bool(historic) == ("H" in line.marks), place


def test_the_other_spellings_are_found_in_a_text_of_the_pack(checklist, real: sqlite3.Connection):
    texts = " ".join(
        text
        for table in ("hoofdstuk", "item", "thema", "nu")
        for row in real.execute(f"SELECT * FROM {table}")
        for text in row
        if isinstance(text, str)
    ) + " ".join(note for (note,) in real.execute("SELECT toelichting FROM plaats WHERE toelichting IS NOT NULL"))
    spellings = [line.text for line in checklist if line.part == "Schrijfwijzen"]
    assert len(spellings) == 5
    assert [name for line in spellings for name in line.split(" = ") if name not in texts] == []
