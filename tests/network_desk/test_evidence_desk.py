# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of claims, from the tables of file and project to the cards, as the workbench ties them."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from sterkesteden_plugin.network_desk.evidence_desk import EvidenceDesk
from sterkesteden_plugin.network_desk.memory import Memory
from sterkesteden_plugin.network_desk.tables import file_key
from sterkesteden_plugin.panel.evidence_book import EvidenceBook
from sterkesteden_plugin.state import State
from sterkesteden_plugin.store.reader import read_pack
from tests.services.conftest import until

SHARE = "aandeel-woonbanen"


class Bench:
    """A file, the book of its cards, and the desk that fills it."""

    def __init__(self, path):
        self.path = path
        self.state = State()
        self.book = EvidenceBook()
        self.desk = EvidenceDesk(self.book, self.state)
        self.told, self.logged = [], []
        self.desk.told.connect(lambda text, _warning: self.told.append(text))
        self.desk.logged.connect(self.logged.append)
        self.open()

    def open(self):
        """The file as it is now."""
        pack = read_pack(self.path)
        self.state.set_pack(pack, self.path)
        self.book.set_pack(pack)

    def ask(self):
        """As a card does that is shown."""
        self.book.wanted.emit()
        until(lambda: self.book.is_known)
        return self.book

    @property
    def claim(self):
        return next(one for one in self.state.pack.claims if one.measure == SHARE and len(one.areas_of("van")) == 1)

    @property
    def share(self):
        """The first figure of the claim, or what is lacking."""
        found = self.book.of(self.claim)
        return (round(found.values[0].value, 4), found.values[0].year, found.values[0].source) if found.values else None


@pytest.fixture()
def bench(qgis_app, real_pack_file):
    QgsProject.instance().clear()
    bench = Bench(real_pack_file)
    yield bench
    bench.desk.close()
    QgsProject.instance().clear()


def rows(claim, year, share=0.25):
    """All flows of two of the areas of a claim: so much goes from the first to the second."""
    home, work = claim.areas_of("van")[0].code, claim.areas_of("naar")[0].code
    return [(home, home, year, 4 * (1 - share)), (home, work, year, 4 * share), (work, work, year, 9.0)]


def write(path, found, header="woon_code;werk_code;periode;banen"):
    lines = [header, *(";".join(map(str, row)) for row in found)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def load(path, dataset, found):
    """As open data leaves it in the file."""
    with closing(sqlite3.connect(path)) as db:
        table = f"open_{dataset.replace('-', '_')}"
        source = (f"open-{dataset}", f"Tabel {dataset}", "CBS")
        db.execute("INSERT OR IGNORE INTO bron (id, titel, uitgever) VALUES (?, ?, ?)", source)
        counts = "aantal, nieuw, gewijzigd, verwijderd, ongedaan"
        values = (f"{dataset}-{len(found)}", dataset, "2026-11-24T10:00:00Z", f"open-{dataset}", len(found))
        query = f"INSERT INTO lading (id, gegevensset_id, tijd, bron_id, {counts}) VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0)"
        db.execute(query, values)
        columns = "woon_code, werk_code, periode, banen"
        db.executemany(f"INSERT INTO {table} ({columns}) VALUES (?, ?, ?, ?)", found)
        db.commit()


def test_without_tables_the_claims_say_that_flows_are_lacking(bench):
    bench.ask()
    assert bench.share is None and bench.book.of(bench.claim).lacks == ("flows",)
    assert bench.told == bench.logged == []


def test_open_data_and_files_of_the_project_are_read_together(bench, tmp_path):
    load(bench.path, "pendel-landelijk", rows(bench.claim, "2023JJ00"))
    bench.open()
    bench.ask()
    assert bench.share == (0.25, "2023", "Tabel pendel-landelijk (CBS)")
    older = write(tmp_path / "ouder.csv", rows(bench.claim, "2014", 0.1))
    Memory(QgsProject.instance()).add_file(file_key(older, ""))
    bench.desk.look()
    until(lambda: len(bench.book.of(bench.claim).years) == 2)
    assert bench.share[:2] == (0.25, "2023")
    (before,) = (one for one in bench.book.of(bench.claim).earlier if one.areas[1].role == "naar")
    assert (round(before.value, 4), before.year, before.source) == (0.1, "2014", "ouder.csv")


def test_layers_of_the_project_are_not_taken_for_all_flows(bench, tmp_path):
    """Flow lines, such as the tools make, hold some of them only."""
    lines = write(tmp_path / "lijnen.csv", rows(bench.claim, "2019"))
    layer = QgsVectorLayer(f"file://{lines}?delimiter=;", "lijnen", "delimitedtext")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    bench.ask()
    assert bench.share is None and bench.told == []


def test_a_table_that_does_not_say_its_year_comes_last(bench, tmp_path):
    load(bench.path, "pendel-landelijk", rows(bench.claim, "2023JJ00"))
    bench.open()
    found = [(home, work, jobs) for home, work, _year, jobs in rows(bench.claim, "", 0.5)]
    timeless = write(tmp_path / "tijdloos.csv", found, "woon_code;werk_code;banen")
    Memory(QgsProject.instance()).add_file(file_key(timeless, ""))
    bench.ask()
    found = bench.book.of(bench.claim)
    assert found.years == ("an unknown year", "2023") and bench.share[:2] == (0.25, "2023")
    assert {value.year for value in found.earlier} == {"an unknown year"}


def test_what_was_read_is_not_read_again(bench, monkeypatch):
    load(bench.path, "pendel-landelijk", rows(bench.claim, "2023JJ00"))
    bench.open()
    bench.ask()
    monkeypatch.setattr("sterkesteden_plugin.network_desk.evidence_desk._Job", None)  # or it would be called
    bench.book.renew(bench.state.pack)
    bench.book.wanted.emit()
    assert bench.book.is_known and bench.share[:2] == (0.25, "2023")


def test_other_figures_are_read_again(bench):
    load(bench.path, "pendel-landelijk", rows(bench.claim, "2023JJ00"))
    bench.open()
    bench.ask()
    load(bench.path, "pendel-landelijk-2014", rows(bench.claim, "2014JJ00", 0.5))
    bench.open()
    bench.ask()
    assert bench.book.of(bench.claim).years == ("2014", "2023")


def test_a_file_that_is_gone_is_told_and_the_others_count(bench, tmp_path):
    load(bench.path, "pendel-landelijk", rows(bench.claim, "2023JJ00"))
    bench.open()
    Memory(QgsProject.instance()).add_file(file_key(tmp_path / "weg.csv", ""))
    bench.ask()
    (text,) = bench.told
    assert "weg.csv" in text and bench.share[:2] == (0.25, "2023")


def test_a_file_of_the_pack_that_is_gone_is_told_on_the_cards(bench):
    load(bench.path, "pendel-landelijk", rows(bench.claim, "2023JJ00"))
    bench.open()
    bench.path.rename(bench.path.with_name("elders.gpkg"))
    bench.ask()
    assert bench.book.of(bench.claim) is None and bench.path.name in bench.book.fault


def test_columns_that_say_nothing_are_told_once(bench, tmp_path):
    strange = write(tmp_path / "vreemd.csv", [("x", "y", "z", 1)], "aap;noot;mies;wim")
    Memory(QgsProject.instance()).add_file(file_key(strange, ""))
    bench.ask()
    (text,) = bench.told
    assert "vreemd.csv" in text and bench.book.of(bench.claim).lacks == ("flows",)


def test_of_two_files_opened_in_turn_the_last_counts(bench, tmp_path, real_pack_file):
    load(bench.path, "pendel-landelijk", rows(bench.claim, "2023JJ00"))
    bench.open()
    bench.book.wanted.emit()
    changed = replace(bench.state.pack, claims=bench.state.pack.claims[:1], loads=())
    bench.state.renew_pack(changed)
    bench.book.renew(changed)
    bench.ask()
    assert set(bench.book._found) == {changed.claims[0].id}


def test_a_file_that_was_saved_again_is_read_again(bench, tmp_path):
    path = write(tmp_path / "pendel.csv", rows(bench.claim, 2014))
    Memory(QgsProject.instance()).add_file(file_key(path, ""))
    bench.ask()
    assert bench.share == (0.25, "2014", "pendel.csv")
    write(path, rows(bench.claim, 2014, 0.5))
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 10**9))
    bench.desk.look()
    until(lambda: bench.share != (0.25, "2014", "pendel.csv"))
    assert bench.share == (0.5, "2014", "pendel.csv")


def test_it_stops_with_the_window(bench):
    load(bench.path, "pendel-landelijk", rows(bench.claim, "2023JJ00"))
    bench.open()
    bench.book.wanted.emit()
    bench.desk.close()
    assert not bench.book.is_known
