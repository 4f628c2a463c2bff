# SPDX-License-Identifier: GPL-2.0-or-later
"""The history that the file keeps by itself, whoever changes it, and the way back to any version."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager

import pytest
from osgeo import ogr
from qgis.core import QgsGeometry, QgsProject

from sterkesteden_plugin.store.blob import register, to_blob
from sterkesteden_plugin.store.database import reading
from sterkesteden_plugin.store.editing import Editor
from sterkesteden_plugin.store.errors import StoreError
from sterkesteden_plugin.store.history import FieldChange, read_history
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.records import read_record, write_record
from sterkesteden_plugin.store.schema import AUDIT, HISTORY_TABLES, LINKS, SPATIAL, TABLES, links_of
from sterkesteden_plugin.store.writing import writing

ITEM = "gouda-k1"


@pytest.fixture()
def editor(small_pack_file, qgis_app):
    return Editor(QgsProject.instance(), small_pack_file, "Anna")


@contextmanager
def other_program(path):
    """Changes the file and says nothing of itself."""
    with closing(sqlite3.connect(path)) as db:
        register(db)
        with db:
            yield db


def change(editor, record=ITEM, table="item", **values):
    edit = editor.edit(table, record)
    for column, value in values.items():
        edit.set_value(column, value)
    edit.save()


def shape(table):
    corners = {
        "Point": "Point (1000 2000)",
        "MultiLineString": "MultiLineString ((0 0, 3000 4000))",
        "MultiPolygon": "MultiPolygon (((0 0, 1000 0, 1000 1000, 0 0)))",
    }
    return to_blob(QgsGeometry.fromWkt(corners[SPATIAL[table]])) if table in SPATIAL else None


def filled(db, table):
    """A row in which every column holds something, with what it refers to."""
    row = {}
    for column in TABLES[table]:
        refers = {"plaats": "plaats_punt"}.get(column.refers, column.refers)
        if column.name == "id":
            row["id"] = f"nieuw-{table}"
        elif refers:
            found = db.execute(f"SELECT id FROM {refers}").fetchone()
            row[column.name] = found[0] if found else f"nieuw-{refers}"
        elif column.name not in AUDIT:
            kinds = {"DATE": "2026-01-01", "INTEGER": 2, "BOOLEAN": 1, "REAL": 1.5}
            row[column.name] = column.values[0] if column.values else kinds.get(column.type, f"{column.name} 'x'")
    return row


@pytest.mark.parametrize("table", HISTORY_TABLES)
def test_every_field_of_every_table_is_heard(table, small_pack_file, qgis_app):
    with other_program(small_pack_file) as db:
        row = filled(db, table)
        if table == "workshop_punt":
            workshop = {**filled(db, "workshop"), "id": row["workshop_id"]}
            db.execute(
                f"INSERT INTO workshop ({', '.join(workshop)}) VALUES ({', '.join('?' * len(workshop))})",
                [*workshop.values()],
            )
        held = {**row, "geom": shape(table)} if table in SPATIAL else row
        db.execute(f"INSERT INTO {table} ({', '.join(held)}) VALUES ({', '.join('?' * len(held))})", [*held.values()])
        for column in TABLES[table]:
            if column.type == "TEXT" and column.name != "id" and column.name not in AUDIT:
                db.execute(f"UPDATE {table} SET {column.name} = 'anders' WHERE id = ?", (row["id"],))
        db.execute(f"DELETE FROM {table} WHERE id = ?", (row["id"],))
    deleted, *changed, made = read_history(small_pack_file, table, row["id"])
    fields = {column.name for column in TABLES[table]} - {"id", *AUDIT} | ({"geom"} if table in SPATIAL else set())
    assert made.action == "nieuw" and {c.field for c in made.changes} == fields
    assert all(c.old is None and c.new is not None for c in made.changes)
    assert deleted.action == "verwijderd" and {c.field for c in deleted.changes} == fields
    texts = {column.name for column in TABLES[table] if column.type == "TEXT"} - {"id", *AUDIT}
    assert {c.field for version in changed for c in version.changes} == texts
    assert {c.new for version in changed for c in version.changes} == {"anders"}
    assert {version.user for version in (made, deleted, *changed)} == {None}


@pytest.mark.parametrize("table", [name for name in LINKS if TABLES[name][0].refers in HISTORY_TABLES])
def test_links_are_heard_under_the_record_they_belong_to(table, small_pack_file):
    owner, *names = (column.name for column in TABLES[table])
    of = TABLES[table][0].refers
    with other_program(small_pack_file) as db:
        row = filled(db, table)
        if of == "workshop":
            workshop = filled(db, "workshop")
            db.execute(
                f"INSERT INTO workshop ({', '.join(workshop)}) VALUES ({', '.join('?' * len(workshop))})",
                [*workshop.values()],
            )
            row[owner] = workshop["id"]
        db.execute(f"DELETE FROM {table} WHERE {owner} = ?", (row[owner],))
        db.execute("DELETE FROM geschiedenis")
    with other_program(small_pack_file) as db:
        db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", [*row.values()])
    with other_program(small_pack_file) as db:
        db.execute(f"DELETE FROM {table}")
    gone, come = read_history(small_pack_file, of, row[owner])
    assert [c.field for c in come.changes] == [table] and come.changes[0].old is None
    assert str(row[names[0]]) in come.changes[0].new
    assert gone.changes == (FieldChange(table, come.changes[0].new, None),)


def test_one_save_is_one_version_with_user_and_time(editor, small_pack_file):
    before = read_pack(small_pack_file).item_by_id[ITEM]
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Nieuw")
    edit.set_value("eigenaar", "Gemeente")
    edit.set_links("item_plaats", edit.links("item_plaats")[1:])
    edit.set_links("item_thema", [])
    edit.save()
    (version,) = read_history(small_pack_file, "item", ITEM)
    assert (version.user, version.action) == ("Anna", "gewijzigd")
    assert version.time == read_pack(small_pack_file).item_by_id[ITEM].changed.time
    assert {c.field: (c.old, c.new) for c in version.changes} == {
        "titel": (before.title, "Nieuw"),
        "eigenaar": (None, "Gemeente"),
        "item_plaats": ("centrum-gouda (ligt in)", None),
        "item_thema": ("proefthema", None),
    }


def test_another_order_of_links_is_a_change(editor, small_pack_file):
    edit = editor.edit("item", ITEM)
    rows = edit.links("item_plaats")[::-1]
    edit.set_links("item_plaats", [{**row, "volgorde": number} for number, row in enumerate(rows)])
    edit.save()
    (version,) = read_history(small_pack_file, "item", ITEM)
    (change_,) = version.changes
    assert change_.old.split("; ") == change_.new.split("; ")[::-1]


def test_two_changes_within_one_moment_are_two_versions(editor, small_pack_file):
    for number in range(5):
        change(editor, titel=f"Titel {number}")
    versions = read_history(small_pack_file, "item", ITEM)
    assert [version.changes[0].new for version in versions] == [f"Titel {n}" for n in (4, 3, 2, 1, 0)]
    assert len({version.time for version in versions}) == 5


def test_a_program_that_says_nothing_of_itself_is_not_taken_for_the_one_before(editor, small_pack_file):
    change(editor, titel="Van Anna")
    with other_program(small_pack_file) as db:
        db.execute("UPDATE item SET titel = 'Van een ander' WHERE id = ?", (ITEM,))
        db.execute("DELETE FROM item_thema WHERE item_id = ?", (ITEM,))
    versions = read_history(small_pack_file, "item", ITEM)
    assert [(v.user, v.changes[0].new) for v in versions if v.changes[0].field == "titel"] == [
        (None, "Van een ander"),
        ("Anna", "Van Anna"),
    ]
    assert read_pack(small_pack_file).item_by_id[ITEM].changed.user is None


def test_a_program_that_signs_is_named_also_for_links(small_pack_file):
    with other_program(small_pack_file) as db:
        now = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
        sql = f"UPDATE item SET titel = 'x', gewijzigd_op = {now}, gewijzigd_door = 'Bea' WHERE id = ?"
        db.execute(sql, (ITEM,))
        db.execute("DELETE FROM item_thema WHERE item_id = ?", (ITEM,))
    assert {version.user for version in read_history(small_pack_file, "item", ITEM)} == {"Bea"}


def test_qgis_and_other_users_of_gdal_are_heard_and_only_of_what_they_changed(editor, small_pack_file):
    change(editor, "centrum-gouda", "plaats_vlak", naam="Van Anna")
    edit = editor.create("plaats_punt", {**place_row(editor), "id": "eigen-punt"})
    edit.set_geometry(QgsGeometry.fromWkt("Point (100000 400000)"))
    edit.save()
    for table, record in (("plaats_vlak", "centrum-gouda"), ("plaats_punt", "eigen-punt")):
        data = ogr.Open(str(small_pack_file), update=1)
        layer = data.GetLayerByName(table)
        layer.SetAttributeFilter(f"id = '{record}'")
        feature = layer.GetNextFeature()
        feature["toelichting"] = "Uit GDAL"
        layer.SetFeature(feature)
        del feature, layer, data
        assert read_history(small_pack_file, table, record)[0].changes == (
            FieldChange("toelichting", None, "Uit GDAL"),
        )


def place_row(editor):
    return {
        "naam": "Eigen plek",
        "soort": "wijk",
        "zekerheid": "vaag",
        "historisch": 0,
        "bron_id": editor.source(),
        "geometriebron_id": editor.source(),
        "peildatum": "2026-01-01",
    }


def test_what_was_drawn_is_told_in_words(editor, small_pack_file):
    edit = editor.edit("plaats_punt", "gouda")
    edit.set_geometry(QgsGeometry.fromWkt("Point (100000 400000)"))
    edit.save()
    (change_,) = read_history(small_pack_file, "plaats_punt", "gouda")[0].changes
    assert change_.field == "geom" and "100.000, 400.000" in change_.new and change_.old != change_.new


def test_any_version_comes_back_as_a_change_of_its_own(editor, small_pack_file):
    with reading(small_pack_file) as db:
        states = [read_record(db, "item", ITEM)]
    for number in range(4):
        edit = editor.edit("item", ITEM)
        edit.set_value("titel", f"Titel {number}")
        edit.set_value("status", ("idee", None, "uitvoering", "afgerond")[number])
        edit.set_links("item_plaats", edit.links("item_plaats")[: 3 - number])
        edit.set_links("item_thema", [{"thema_id": "proefthema"}] * (number % 2))
        edit.save()
        with reading(small_pack_file) as db:
            states.append(read_record(db, "item", ITEM))
    times = ["", *(version.time for version in read_history(small_pack_file, "item", ITEM)[::-1])]
    for time, state in ((t, s) for t, s in sorted(zip(times, states), key=lambda pair: hash(pair[0]))):
        editor.restore("item", ITEM, time)
        with reading(small_pack_file) as db:
            assert read_record(db, "item", ITEM).same_as(state)
    assert read_history(small_pack_file, "item", ITEM)[0].user == "Anna"
    assert len(read_history(small_pack_file, "item", ITEM)) > 5


def test_a_geometry_comes_back(editor, small_pack_file):
    with reading(small_pack_file) as db:
        before = read_record(db, "plaats_vlak", "centrum-gouda")
    edit = editor.edit("plaats_vlak", "centrum-gouda")
    edit.set_geometry(QgsGeometry.fromWkt("Polygon ((0 0, 1000 0, 1000 1000, 0 0))"))
    edit.save()
    editor.restore("plaats_vlak", "centrum-gouda", "")
    with reading(small_pack_file) as db:
        assert read_record(db, "plaats_vlak", "centrum-gouda").same_as(before)


def test_a_deleted_item_comes_back_with_its_links(editor, small_pack_file):
    with reading(small_pack_file) as db:
        before = read_record(db, "item", "gouda-o1")
    with writing(small_pack_file, "Anna") as change_:  # what came with the pack is in use by what is known now
        change_.db.execute("DELETE FROM nu WHERE item_id = 'gouda-o1'")
    change(editor, "gouda-o1", titel="Later veranderd")
    editor.delete("item", "gouda-o1")
    pack = read_pack(small_pack_file)
    assert [(gone.id, gone.changed.user) for gone in pack.deleted] == [("gouda-o1", "Anna")]
    assert before.links["item_plaats"]
    editor.restore("item", "gouda-o1", "")
    pack = read_pack(small_pack_file)
    assert pack.deleted == ()
    with reading(small_pack_file) as db:
        assert read_record(db, "item", "gouda-o1").same_as(before)
    change(editor, "gouda-o1", titel="Weer veranderd")
    assert read_pack(small_pack_file).item_by_id["gouda-o1"].original_title == before.values["titel"]


def test_a_deleted_item_comes_back_without_links_to_what_is_gone(editor, small_pack_file):
    place = editor.create("plaats_zonder", {**place_row(editor), "geometriebron_id": None, "toelichting": "ergens"})
    place.save()
    edit = editor.edit("item", ITEM)
    edit.set_links("item_plaats", [{"plaats_id": place.record_id, "rol": "ligt in", "volgorde": 0}])
    edit.save()
    there = read_history(small_pack_file, "item", ITEM)[0].time
    edit = editor.edit("item", ITEM)
    edit.set_links("item_plaats", [])
    edit.save()
    editor.delete("plaats_zonder", place.record_id)
    editor.restore("item", ITEM, there)
    assert read_pack(small_pack_file).item_by_id[ITEM].places == ()


def test_a_deleted_workshop_comes_back_with_scores_and_points(editor, small_pack_file):
    workshop = editor.create("workshop", {"stad_id": "gouda", "datum": "2026-05-01"})
    score = {"criterium": "Water; 'groen', 5", "score": 4, "opmerking": None, "volgorde": 0}
    workshop.set_links("workshop_score", [score])
    plein = workshop.new_part("workshop_punt", {"naam": "Plein"}, QgsGeometry.fromWkt("Point (1000 2000)"))
    workshop.set_parts("workshop_punt", [plein])
    workshop.save()
    before = read_pack(small_pack_file).workshops
    assert len(before[0].points) == len(before[0].scores) == 1
    editor.delete("workshop", workshop.record_id)
    assert read_pack(small_pack_file).workshops == ()
    deleted, *_, made = read_history(small_pack_file, "workshop", workshop.record_id)
    assert (deleted.action, made.action) == ("verwijderd", "nieuw")
    editor.restore("workshop", workshop.record_id, made.time)
    assert read_pack(small_pack_file).workshops == before


def test_what_was_not_there_yet_is_not_restored(editor, small_pack_file):
    edit = editor.create("workshop", {"stad_id": "gouda", "datum": "2026-05-01"})
    edit.save()
    with pytest.raises(StoreError, match="not there yet"):
        editor.restore("workshop", edit.record_id, "")


def test_of_what_is_not_there_is_no_history(small_pack_file):
    assert read_history(small_pack_file, "item", "nergens") == []


def test_odd_texts_in_links_are_read_as_they_were_written(editor, small_pack_file):
    texts = ["it's", "'; DROP TABLE item; --", "=1+1", "\u202eom\u202c", "NULL", "3", "a, b", "<b>x</b>", "''"]
    rows = [{"criterium": text, "score": None, "opmerking": text, "volgorde": n} for n, text in enumerate(texts)]
    workshop = editor.create("workshop", {"stad_id": "gouda", "datum": "2026-05-01"})
    workshop.set_links("workshop_score", rows)
    workshop.save()
    editor.delete("workshop", workshop.record_id)
    editor.restore(
        "workshop", workshop.record_id, read_history(small_pack_file, "workshop", workshop.record_id)[-1].time
    )
    with reading(small_pack_file) as db:
        assert list(read_record(db, "workshop", workshop.record_id).links["workshop_score"]) == rows


def test_writing_what_is_there_already_leaves_no_trace(small_pack_file):
    with reading(small_pack_file) as db:
        record = read_record(db, "item", ITEM)
    with writing(small_pack_file, "Anna") as change_:
        write_record(change_, "item", record)
    assert read_history(small_pack_file, "item", ITEM) == []
    assert set(record.links) == set(links_of("item"))
