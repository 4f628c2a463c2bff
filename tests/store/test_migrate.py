# SPDX-License-Identifier: GPL-2.0-or-later
"""A user's copy of an older schema becomes one of this: with the new content, and all that the user changed."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsGeometry, QgsProject

from sterkesteden_plugin.store import migrate as migration
from sterkesteden_plugin.store.blob import register, to_blob
from sterkesteden_plugin.store.catalogue import read_catalogue
from sterkesteden_plugin.store.datasets import Catalogue
from sterkesteden_plugin.store.editing import Editor
from sterkesteden_plugin.store.errors import StoreError
from sterkesteden_plugin.store.geometries import read_geometries
from sterkesteden_plugin.store.history import read_history
from sterkesteden_plugin.store.migrate import fingerprints, migrate, needs_migration
from sterkesteden_plugin.store.published import PUBLISHED
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.schema import TABLES
from tests.store.schema_1 import (
    COLUMNS_SINCE_2,
    SINCE_4,
    drop_columns,
    drop_history,
    drop_since_3,
    drop_since_4,
    make_old,
    make_schema_2,
    make_schema_3,
)

ROOT = Path(__file__).parents[2]
# What the pack said before: other words, another role, a place less, one more, and one that had not been located.
BEFORE = """
UPDATE item SET tekst = 'Oude tekst.', titel = 'Oude titel' WHERE id IN ('gouda-k1', 'delft-k1');
UPDATE item_plaats SET rol = 'grens van' WHERE item_id IN ('gouda-o1', 'delft-o1');
UPDATE cijfer SET waarde = 1 WHERE fid < 4;
DELETE FROM cijfer WHERE fid = 5;
INSERT INTO plaats_zonder (id, naam, soort, zekerheid, historisch, bron_id, peildatum, toelichting)
  SELECT 'ingetrokken', 'Ingetrokken', 'wijk', 'vaag', 0, id, '2018-01-01', 'waarom' FROM bron LIMIT 1;
INSERT INTO plaats_zonder (id, naam, soort, zekerheid, historisch, bron_id, peildatum, toelichting)
  SELECT id, naam, soort, zekerheid, historisch, bron_id, peildatum, 'eerst niet gevonden' FROM plaats_vlak
  WHERE id = 'centrum-leiden';
DELETE FROM plaats_vlak WHERE id = 'centrum-leiden';
"""


@pytest.fixture()
def shipped(_small_built, tmp_path):
    return Path(shutil.copy(_small_built, tmp_path / "shipped.gpkg"))


@pytest.fixture()
def old(small_pack_file):
    """A user's copy of schema 1, and what was published with it."""
    return small_pack_file, make_old(small_pack_file, BEFORE)


def change(path, *statements):
    with closing(sqlite3.connect(path)) as db:
        register(db)
        for statement, *values in statements:
            db.execute(statement, values)
        db.commit()


def dump(path):
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def test_an_old_file_says_what_to_do(old):
    path, _published = old
    assert needs_migration(path)
    with pytest.raises(StoreError, match="older version of this plugin") as caught:
        read_pack(path)
    assert "brought up to date" in caught.value.advice


def test_what_was_not_changed_becomes_what_is_shipped(old, shipped, small_pack):
    path, published = old
    before = dump(path)
    backup = migrate(path, shipped, published)
    assert not needs_migration(path)
    pack = read_pack(path)
    for part in ("cities", "chapters", "items", "themes", "nows", "stories", "layers", "sources", "content_version"):
        assert getattr(pack, part) == getattr(small_pack, part), part
    for part in ("places", "figures"):
        assert {one.id: one for one in getattr(pack, part)} == {one.id: one for one in getattr(small_pack, part)}
    new, wanted = read_geometries(path), read_geometries(shipped)
    assert {place: shape.asWkt() for place, shape in new.items()} == {p: s.asWkt() for p, s in wanted.items()}
    assert backup == path.with_name("small-oud.gpkg") and dump(backup) == before


def test_its_structure_is_that_of_the_shipped_file(old, shipped):
    path, published = old
    migrate(path, shipped, published)
    query = """SELECT type, name, replace(sql, '"gpkg_ogr_contents"', 'gpkg_ogr_contents') FROM sqlite_master"""
    with closing(sqlite3.connect(path)) as db, closing(sqlite3.connect(shipped)) as other:
        assert set(db.execute(query)) == set(other.execute(query))
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("gpkg_contents", "gpkg_geometry_columns", "gpkg_extensions", "layer_styles"):
            names = f"SELECT {'f_' if table == 'layer_styles' else ''}table_name FROM {table}"
            assert sorted(db.execute(names)) == sorted(other.execute(names))
        for table, count in db.execute("SELECT * FROM gpkg_ogr_contents").fetchall():
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (count,)
        for table in ("plaats_punt", "plaats_lijn", "plaats_vlak"):
            assert set(db.execute(f"SELECT id FROM rtree_{table}_geom")) == set(db.execute(f"SELECT fid FROM {table}"))


def test_it_can_be_edited_afterwards_and_its_history_begins_then(old, shipped, qgis_app):
    path, published = old
    migrate(path, shipped, published)
    editor = Editor(QgsProject.instance(), path, "Anna")
    for table, record, column in (("item", "gouda-k1", "titel"), ("plaats_vlak", "centrum-leiden", "naam")):
        assert read_history(path, table, record) == []
        edit = editor.edit(table, record)
        edit.set_value(column, "Nieuw")
        edit.save()
        assert [version.user for version in read_history(path, table, record)] == ["Anna"]


def test_what_the_user_changed_added_or_deleted_stays(old, shipped, small_pack):
    path, published = old
    area = to_blob(QgsGeometry.fromWkt("MultiPolygon (((0 0, 9 0, 9 9, 0 0)))"))
    row = "INSERT INTO plaats_vlak (id, naam, soort, zekerheid, historisch, bron_id, peildatum, geom)"
    change(
        path,
        ("UPDATE item SET titel = 'Van mij' WHERE id = 'gouda-k1'",),
        ("UPDATE item_plaats SET rol = 'verbindt' WHERE item_id = 'gouda-o1'",),
        ("UPDATE plaats_vlak SET geom = ? WHERE id = 'centrum-gouda'", area),
        ("UPDATE plaats_zonder SET naam = 'Niet in te trekken' WHERE id = 'ingetrokken'",),
        ("UPDATE plaats_zonder SET toelichting = 'ik weet het' WHERE id = 'centrum-leiden'",),
        (f"{row} SELECT 'van-mij', 'Van mij', 'wijk', 'vaag', 0, id, '2026-01-01', ? FROM bron LIMIT 1", area),
        ("DELETE FROM cijfer WHERE fid = 6",),
    )
    migrate(path, shipped, published)
    pack = read_pack(path)
    assert pack.item_by_id["gouda-k1"].title == "Van mij" and pack.item_by_id["gouda-k1"].text == "Oude tekst."
    assert {link.role for link in pack.item_by_id["gouda-o1"].places} == {"verbindt"}
    assert read_geometries(path)["centrum-gouda"].area() == read_geometries(path)["van-mij"].area() == 40.5
    assert pack.place_by_id["ingetrokken"].name == "Niet in te trekken"
    assert (pack.place_by_id["centrum-leiden"].table, pack.place_by_id["centrum-leiden"].note) == (
        "plaats_zonder",
        "ik weet het",
    )
    assert len(pack.figures) == len(small_pack.figures) - 1
    for item in ("delft-k1", "delft-o1"):
        assert pack.item_by_id[item] == small_pack.item_by_id[item]


def test_columns_that_the_user_added_stay(old, shipped, small_pack):
    path, published = old
    change(
        path,
        ('ALTER TABLE item ADD COLUMN "Mijn (eigen) veld" VARCHAR(20)',),
        ("ALTER TABLE plaats_vlak ADD COLUMN hoogte REAL",),
        ("UPDATE item SET \"Mijn (eigen) veld\" = 'van mij' WHERE id = 'gouda-k1'",),
        ("UPDATE plaats_vlak SET hoogte = 1.5",),
    )
    migrate(path, shipped, published)
    with closing(sqlite3.connect(path)) as db:
        found = db.execute('SELECT id, "Mijn (eigen) veld" FROM item WHERE "Mijn (eigen) veld" NOT NULL').fetchall()
        heights = db.execute("SELECT DISTINCT hoogte FROM plaats_vlak WHERE id != 'centrum-leiden'").fetchall()
    assert found == [("gouda-k1", "van mij")] and heights == [(1.5,)]
    assert read_pack(path).item_by_id == small_pack.item_by_id, "a column more does not make each row one of the user's"


def test_another_pack_gets_the_structure_only(old, shipped):
    path, published = old
    change(path, ("UPDATE pakket SET id = 'een-ander'",))
    migrate(path, shipped, published)
    pack = read_pack(path)
    assert (pack.id, pack.content_version) == ("een-ander", "oud")
    assert pack.item_by_id["gouda-k1"].title == "Oude titel" and pack.nows == ()


def refused(path, shipped, published, match):
    before = dump(path) if path.stat().st_size else None
    with pytest.raises(StoreError, match=match):
        migrate(path, shipped, published)
    assert needs_migration(path) and dump(path) == before
    assert sorted(p.name for p in path.parent.glob("*small*")) == ["small.gpkg"]


def test_what_does_not_hold_together_stays_as_it_is(old, shipped):
    path, published = old
    change(path, ("UPDATE item SET soort = 'droom' WHERE id = 'gouda-k1'",))
    refused(path, shipped, published, "does not hold together")


def test_a_locked_file_stays_as_it_is(old, shipped, monkeypatch):
    path, published = old
    monkeypatch.setattr(migration, "WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            migrate(path, shipped, published)
        db.execute("ROLLBACK")
    refused(path, shipped.with_name("weg.gpkg"), published, "plugin's own data file")


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on the size of files is of POSIX")
@pytest.mark.parametrize("room", [0.5, 1.0])
def test_without_room_it_stays_as_it_is(old, shipped, room):
    import resource

    path, published = old
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(path.stat().st_size * room), limits[1]))
    try:
        with pytest.raises(StoreError):
            migrate(path, shipped, published)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert needs_migration(path)
    assert [p.name for p in path.parent.glob("*small*")] == ["small.gpkg"]
    migrate(path, shipped, published)
    assert read_pack(path)


CHILD = """
import sys
from pathlib import Path
from sterkesteden_plugin.store.migrate import _Migration, migrate
def told(name):
    act = getattr(_Migration, name)
    def run(self, *more):
        act(self, *more)
        print(name, flush=True)
        if name == sys.argv[3]:
            sys.stdin.read()
    setattr(_Migration, name, run)
for name in ("_tables", "_rows", "_require_sound"):
    told(name)
migrate(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed")
@pytest.mark.parametrize("moment", ["_tables", "_rows", "_require_sound"])
def test_a_kill_in_the_middle_leaves_the_old_file(old, shipped, moment):
    path, published = old
    before = dump(path)
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", CHILD, path, shipped, moment]
    child = subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    while child.stdout.readline().strip() not in (moment, ""):
        pass
    assert child.poll() is None
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert needs_migration(path) and dump(path) == before
    backup = migrate(path, shipped, published)
    assert backup.name == "small-oud-2.gpkg" and read_pack(path)


def test_the_published_rows_are_those_of_the_pack(real_pack_file):
    """As far as they have not changed since, which most of the cities, places and services have not."""
    with closing(sqlite3.connect(real_pack_file)) as db:
        register(db)
        drop_since_4(db)
        third = fingerprints(db)
        drop_since_3(db)
        second = fingerprints(db)
        drop_history(db)
        db.execute("DROP VIEW plaats")
        drop_columns(db, COLUMNS_SINCE_2)
        first = fingerprints(db)
    for found, published in ((first, PUBLISHED[1]), (second, PUBLISHED[2]), (third, PUBLISHED[3])):
        same = [key for key, said in found.items() if published.get(key) == said]
        assert len(same) > len(published) / 3


def test_a_file_of_schema_2_keeps_what_was_changed_and_gets_the_catalogue(real_pack_file, tmp_path):
    shipped = Path(shutil.copy(real_pack_file, tmp_path / "shipped.gpkg"))
    published = make_schema_2(real_pack_file)
    item = read_pack(shipped).items[0]
    with pytest.raises(StoreError, match="older version"):
        read_pack(real_pack_file)
    change(real_pack_file, ("UPDATE item SET titel = 'Van mij' WHERE id = ?", item.id))
    backup = migrate(real_pack_file, shipped, published)
    pack = read_pack(real_pack_file)
    assert pack.item_by_id[item.id].title == "Van mij" and pack.item_by_id[item.id].original_title == item.title
    assert read_catalogue(real_pack_file) == read_catalogue(shipped) != Catalogue((), ())
    with closing(sqlite3.connect(real_pack_file)) as db:
        for dataset in read_catalogue(shipped).shown:
            if dataset.kind != "cijfers":
                columns = {row[1] for row in db.execute(f"PRAGMA table_info({dataset.table})")}
                assert {field.name for field in dataset.fields} < columns
                assert db.execute("SELECT 1 FROM gpkg_contents WHERE table_name = ?", (dataset.table,)).fetchone()
    assert needs_migration(backup)


def test_a_file_of_schema_3_keeps_what_was_loaded_and_gets_the_tests_of_claims(real_pack_file, tmp_path):
    shipped = Path(shutil.copy(real_pack_file, tmp_path / "shipped.gpkg"))
    published = make_schema_3(real_pack_file)
    dataset = next(d for d in read_catalogue(shipped).shown if d.kind == "tabel")
    change(real_pack_file, (f"INSERT INTO {dataset.table} (lading_id) VALUES ('van mij')",))
    assert needs_migration(real_pack_file)
    migrate(real_pack_file, shipped, published)
    assert read_pack(real_pack_file).claims == read_pack(shipped).claims != ()
    with closing(sqlite3.connect(real_pack_file)) as db, closing(sqlite3.connect(shipped)) as other:
        assert db.execute(f"SELECT lading_id FROM {dataset.table}").fetchall() == [("van mij",)]
        for table in SINCE_4:
            names = ", ".join(column.name for column in TABLES[table])
            query = f"SELECT {names} FROM {table} ORDER BY {names}"
            assert db.execute(query).fetchall() == other.execute(query).fetchall()
