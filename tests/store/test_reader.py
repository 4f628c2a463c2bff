# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening a GeoPackage: what it tells, and what the user reads when it cannot be opened."""

import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from sterkesteden_plugin.store.database import address
from sterkesteden_plugin.store.errors import StoreError
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.schema import SCHEMA_VERSION


def change(path, *statements):
    """Edit a GeoPackage by hand, as a user with an SQLite browser would.

    Its geometry triggers need functions that SQLite lacks.
    """
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        connection.create_function(name, 1, lambda _value: 0)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def refusal(path):
    """The error of opening a file; the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as caught:
        read_pack(path)
    assert caught.value.advice
    assert (path.read_bytes() if path.is_file() else None) == before
    return caught.value


def test_a_pack_of_other_cities_gives_their_letters(small_pack):
    assert len(small_pack.cities) == 3
    assert len({city.letter for city in small_pack.cities}) == 3
    assert {item.city for item in small_pack.items} == {city.id for city in small_pack.cities}


def test_the_real_pack_is_whole(real_pack):
    assert [city.letter for city in real_pack.cities] == ["H", "E", "M", "A"]
    assert [chapter.number for chapter in real_pack.chapters] == list(range(13))
    for item in real_pack.items:
        assert item.text and item.title and item.reference.found_at and item.reference.date
    assert all(link.place is real_pack.place_by_id[link.place.id] for item in real_pack.items for link in item.places)


def test_items_come_by_city_then_profile_kansen_opgaven(real_pack):
    first = [item.id for item in real_pack.items_of(real_pack.cities[0].id)]
    assert first == [
        "hoogeveen-profiel",
        *(f"hoogeveen-k{n}" for n in (1, 2)),
        *(f"hoogeveen-o{n}" for n in (1, 2, 3, 4)),
    ]


def test_reading_leaves_no_trace(small_pack_file):
    before = small_pack_file.read_bytes()
    read_pack(small_pack_file)
    assert small_pack_file.read_bytes() == before
    assert [path.name for path in small_pack_file.parent.iterdir()] == [small_pack_file.name]


def test_a_missing_file_is_told(tmp_path):
    assert "weg.gpkg" in refusal(tmp_path / "weg.gpkg").message


def test_a_folder_is_no_file(tmp_path):
    assert tmp_path.name in refusal(tmp_path).message


@pytest.mark.parametrize("content", [b"", b"tekst, geen database", b"SQLite format 3\x00" + bytes(range(256)) * 20])
def test_a_file_that_is_no_database_is_told(tmp_path, content):
    path = tmp_path / "kapot.gpkg"
    path.write_bytes(content)
    assert "kapot.gpkg" in refusal(path).message


def test_a_damaged_file_is_told(small_pack_file):
    content = bytearray(small_pack_file.read_bytes())
    content[4096 : len(content) // 2] = random.Random(1).randbytes(len(content) // 2 - 4096)
    small_pack_file.write_bytes(content)
    refusal(small_pack_file)


def test_a_file_cut_off_is_told(small_pack_file):
    small_pack_file.write_bytes(small_pack_file.read_bytes()[:20000])
    refusal(small_pack_file)


def test_another_geopackage_is_told(tmp_path):
    path = tmp_path / "anders.gpkg"
    sqlite3.connect(path).execute("CREATE TABLE gpkg_contents (table_name TEXT)").connection.commit()
    assert "pakket" in refusal(path).details[0]


def test_a_locked_file_is_told_without_waiting_long(small_pack_file):
    other = sqlite3.connect(small_pack_file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreError) as caught:
            read_pack(small_pack_file)
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert "locked" in caught.value.details[0]


def test_a_newer_schema_is_told(small_pack_file):
    change(small_pack_file, f"UPDATE pakket SET schema_versie = {SCHEMA_VERSION + 1}")
    assert str(SCHEMA_VERSION + 1) in refusal(small_pack_file).message


@pytest.mark.parametrize(
    ("statement", "detail"),
    [
        ("DROP TABLE item_plaats", "table item_plaats is missing"),
        ("ALTER TABLE item RENAME COLUMN tekst TO text", "table item: column tekst is missing"),
        ("UPDATE item SET stad_id = 'elders'", "is not an id of stad"),
        ("UPDATE item SET peildatum = 'gisteren'", "is not a date"),
        ("UPDATE plaats_punt SET zekerheid = 'zeker weten'", "is not one of"),
        ("UPDATE plaats_punt SET geom = x'00'", "geom: is no geometry"),
        ("UPDATE cijfer SET waarde = 'veel'", "is not a number"),
        ("UPDATE item SET titel = x'00ff'", "is not text"),
        ("DELETE FROM pakket", "has 0 rows instead of one"),
        ("DELETE FROM bron", "is not an id of bron"),
        ("UPDATE laag SET tabel = NULL", "a layer has a tabel"),
        ("UPDATE laag SET tabel = 'weg' WHERE tabel IS NOT NULL", "'weg' is not in the file"),
        ("UPDATE dienst SET matrixset = 'EPSG:28992'", "is not one of EPSG:3857"),
    ],
)
def test_nonsense_written_by_hand_is_told_with_table_record_and_column(small_pack_file, statement, detail):
    change(small_pack_file, "PRAGMA ignore_check_constraints = ON", statement)
    assert any(detail in line for line in refusal(small_pack_file).details)


def test_text_is_kept_as_it_is(small_pack_file):
    text = "<b>vet</b> &amp; ' \" \u202egedraaid\u202c \U0001f6b2 =1+1"
    connection = sqlite3.connect(small_pack_file)
    connection.execute("UPDATE item SET tekst = ?", (text,))
    connection.commit()
    connection.close()
    assert {item.text for item in read_pack(small_pack_file).items} == {text}


def test_a_read_only_file_in_a_read_only_folder_opens(small_pack_file):
    change(small_pack_file, "PRAGMA journal_mode = WAL")
    small_pack_file.chmod(0o444)
    small_pack_file.parent.chmod(0o555)
    try:
        assert read_pack(small_pack_file).cities
    finally:
        small_pack_file.parent.chmod(0o755)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (PurePosixPath("/home/een map/a#b?c%20.gpkg"), "file:///home/een%20map/a%23b%3Fc%2520.gpkg"),
        (PureWindowsPath(r"C:\Users\Anja\a.gpkg"), "file:///C%3A/Users/Anja/a.gpkg"),
        (PureWindowsPath(r"\\server\deel\a.gpkg"), "file:////server/deel/a.gpkg"),
    ],
)
def test_the_address_of_a_path_is_one_that_sqlite_takes(path, wanted):
    assert address(path) == wanted


def test_a_name_with_signs_of_its_own_opens(small_pack_file):
    odd = small_pack_file.rename(small_pack_file.with_name("a #1 100% ë?.gpkg"))
    assert read_pack(odd).cities


TRY = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0); c.execute('BEGIN IMMEDIATE')"


@pytest.mark.skipif(sys.platform == "win32", reason="locks of a process are dropped by a close on POSIX only")
def test_reading_does_not_drop_the_locks_of_this_process(small_pack_file):
    writer = sqlite3.connect(small_pack_file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    read_pack(small_pack_file)
    other = subprocess.run([sys.executable, "-c", TRY, small_pack_file], capture_output=True, text=True)
    writer.execute("ROLLBACK")
    writer.close()
    assert "locked" in other.stderr


def test_a_file_that_may_not_be_read_is_told(small_pack_file, monkeypatch):
    def refuse(*_arguments, **_more):
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(sqlite3, "connect", refuse)
    assert "small.gpkg" in refusal(small_pack_file).message


def test_what_is_only_in_the_log_that_a_kill_left_behind_is_read(small_pack_file, tmp_path):
    writer = sqlite3.connect(small_pack_file)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("UPDATE item SET titel = 'In het logboek'")
    writer.commit()
    after = tmp_path / "na de kill"
    after.mkdir()
    for name in ("small.gpkg", "small.gpkg-wal"):  # without the shared memory, which is gone when a machine restarts
        shutil.copy(small_pack_file.with_name(name), after / name)
    writer.close()
    assert {item.title for item in read_pack(after / "small.gpkg").items} == {"In het logboek"}
