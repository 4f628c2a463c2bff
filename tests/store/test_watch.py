# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from sterkesteden_plugin.store.watch import Watch


@pytest.fixture()
def watch(qgis_app, small_pack_file):
    watch = Watch()
    watch.heard = []
    watch.changed.connect(lambda: watch.heard.append(1))
    watch.note(small_pack_file)
    yield watch
    watch.close()


def come_back(state=Qt.ApplicationState.ApplicationActive):
    QApplication.instance().applicationStateChanged.emit(state)


def elsewhere(path):
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE item SET titel = titel || '!' WHERE id = 'gouda-k1'")


@pytest.mark.parametrize("undone", ["UPDATE lading SET ongedaan = 1", "DELETE FROM lading"])
def test_what_another_window_loaded_and_undid_is_told(watch, small_pack_file, undone):
    statements = (
        "INSERT INTO gegevensset (id, titel, dienst_id, collectie, soort, volgorde) "
        "SELECT 'g', 'G', id, 'g', 'punt', 0 FROM dienst LIMIT 1",
        "INSERT INTO lading (id, gegevensset_id, tijd, bron_id, aantal, nieuw, gewijzigd, verwijderd, ongedaan) "
        "SELECT 'l', 'g', '2026-01-01', id, 0, 0, 0, 0, 0 FROM bron LIMIT 1",
        undone,
    )
    heard = []
    for statement in statements:
        with closing(sqlite3.connect(small_pack_file)) as db, db:
            db.execute(statement)
        come_back()
        heard.append(len(watch.heard))
        watch.note(small_pack_file)
    assert heard == [0, 1, 2]


def test_what_another_window_saved_is_told_when_qgis_becomes_active(watch, small_pack_file):
    come_back()
    assert watch.heard == []
    elsewhere(small_pack_file)
    come_back(Qt.ApplicationState.ApplicationInactive)
    assert watch.heard == []
    come_back()
    assert watch.heard == [1]
    watch.note(small_pack_file)
    come_back()
    assert watch.heard == [1]


def test_a_file_that_cannot_be_read_now_is_no_news(watch, small_pack_file, tmp_path):
    away = small_pack_file.rename(tmp_path / "weg.gpkg")
    come_back()
    assert watch.heard == []
    away.rename(small_pack_file)
    come_back()
    assert watch.heard == []


def test_who_looks_no_longer_hears_nothing(qgis_app, small_pack_file):
    watch = Watch()
    heard = []
    watch.changed.connect(lambda: heard.append(1))
    watch.note(small_pack_file)
    elsewhere(small_pack_file)
    watch.close()
    come_back()
    assert heard == []
