# SPDX-License-Identifier: GPL-2.0-or-later
"""A record with its parts: a workshop and the points it marked, a story and its chapters. One change, whole or not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

from sterkesteden_plugin.store import records
from sterkesteden_plugin.store.blob import register
from sterkesteden_plugin.store.database import reading
from sterkesteden_plugin.store.editing import Editor
from sterkesteden_plugin.store.errors import Conflict, StoreError
from sterkesteden_plugin.store.geometries import read_geometries
from sterkesteden_plugin.store.history import read_history
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.records import read_record, shape
from sterkesteden_plugin.store.stories import Stories
from sterkesteden_plugin.store.tables import TABLE_PROPERTY
from sterkesteden_plugin.store.unsaved import unsaved
from sterkesteden_plugin.story.view import View

from .chapters import add_chapter

WORKSHOP, SCORES, POINTS = "workshop", "workshop_score", "workshop_punt"


@pytest.fixture()
def project(qgis_app):
    project = QgsProject()
    yield project
    project.clear()


@pytest.fixture()
def editor(small_pack_file, project):
    return Editor(project, small_pack_file, "Anna")


def at(x, y=450_000):
    return QgsGeometry.fromPointXY(QgsPointXY(x, y))


def score(criterion, value, order=0):
    return {"criterium": criterion, "score": value, "opmerking": None, "volgorde": order}


def fill(edit, *names):
    """Points of these names, 1000 m apart."""
    edit.set_parts(POINTS, [edit.new_part(POINTS, {"naam": n}, at(100_000 + 1000 * i)) for i, n in enumerate(names)])


def begin(editor, *names):
    edit = editor.create(WORKSHOP, {"stad_id": "gouda", "datum": "2026-05-01", "bron_id": editor.source()})
    edit.set_links(SCORES, [score("Wonen", 4)])
    fill(edit, *names)
    return edit


def make(editor, *names):
    edit = begin(editor, *names)
    edit.save()
    return edit.record_id


def renamed(part, name):
    return replace(part, values={**part.values, "naam": name})


def state(path, key):
    with reading(path) as db:
        return read_record(db, WORKSHOP, key)


def elsewhere(path, statement):
    """Another program changes the file and says nothing of itself."""
    with closing(sqlite3.connect(path)) as db:
        register(db)
        with db:
            db.execute(statement)


def counts(path):
    with closing(sqlite3.connect(path)) as db:
        return [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in (WORKSHOP, SCORES, POINTS)]


def test_a_workshop_is_saved_with_scores_and_points_in_one_step(editor, small_pack_file):
    told = []
    editor.saved.connect(lambda *record: told.append(record))
    key = make(editor, "Plein", "Haven")
    assert told == [(WORKSHOP, key)]
    (version,) = read_history(small_pack_file, WORKSHOP, key)
    assert (version.user, version.action) == ("Anna", "nieuw")
    (points,) = (change.new for change in version.changes if change.field == POINTS)
    assert points == "Plein; Haven"
    with closing(sqlite3.connect(small_pack_file)) as db:
        assert db.execute("SELECT DISTINCT tijd, gebruiker FROM geschiedenis").fetchall() == [(version.time, "Anna")]
    (workshop,) = read_pack(small_pack_file).workshops
    assert [point.name for point in workshop.points] == ["Plein", "Haven"] and len(workshop.scores) == 1
    assert read_geometries(small_pack_file)[workshop.points[1].id].asPoint() == QgsPointXY(101_000, 450_000)


def test_what_is_changed_of_the_points_is_one_step_that_is_restored_whole(editor, small_pack_file):
    key = make(editor, "Plein", "Haven", "Markt")
    before = state(small_pack_file, key)
    edit = editor.edit(WORKSHOP, key)
    plein, haven, _markt = edit.parts(POINTS)
    added = edit.new_part(POINTS, {"naam": "Nieuw"}, at(110_000))
    edit.set_parts(POINTS, [renamed(plein, "Groot plein"), replace(haven, geometry=shape(POINTS, at(99_000))), added])
    edit.set_value("deelnemers", 12)
    edit.save()
    after = state(small_pack_file, key)
    last, first = read_history(small_pack_file, WORKSHOP, key)
    assert {(change.field, change.old, change.new) for change in last.changes} == {
        ("deelnemers", None, "12"),
        (POINTS, "Plein", "Groot plein"),
        (POINTS, "Haven (A point at 101.000, 450.000 (RD))", "Haven (A point at 99.000, 450.000 (RD))"),
        (POINTS, "Markt", None),
        (POINTS, None, "Nieuw"),
    }
    for time, expected in ((first.time, before), (last.time, after), (first.time, before), (first.time, before)):
        editor.restore(WORKSHOP, key, time)
        assert state(small_pack_file, key).same_as(expected)
    assert len(read_history(small_pack_file, WORKSHOP, key)) == 5  # to become what it is already is no change
    assert read_pack(small_pack_file).workshops[0].participants is None


def test_points_that_stay_as_they_are_are_not_touched(editor, small_pack_file):
    key = make(editor, "Plein", "Haven")
    edit = Editor(QgsProject.instance(), small_pack_file, "Bea").edit(WORKSHOP, key)
    plein, haven = edit.parts(POINTS)
    edit.set_parts(POINTS, [plein, renamed(haven, "Kade")])
    edit.save()
    with closing(sqlite3.connect(small_pack_file)) as db:
        found = db.execute("SELECT naam, gewijzigd_door FROM workshop_punt ORDER BY fid").fetchall()
    assert found == [("Plein", "Anna"), ("Kade", "Bea")]
    assert len(read_history(small_pack_file, POINTS, plein.values["id"])) == 1


def test_undo_goes_back_over_row_links_and_points(editor, project, small_pack_file):
    edit = begin(editor)
    assert counts(small_pack_file) == [0, 0, 0]
    fill(edit, "Plein")
    edit.set_value("deelnemers", 9)
    edit.set_parts(POINTS, [*edit.parts(POINTS), edit.new_part(POINTS, {"naam": "Haven"}, at(120_000))])
    for left in (["Plein"], ["Plein"], []):
        edit.undo()
        assert [part.values["naam"] for part in edit.parts(POINTS)] == left
    assert edit.values()["deelnemers"] is None
    while edit.can_redo:
        edit.redo()
    assert [part.values["naam"] for part in edit.parts(POINTS)] == ["Plein", "Haven"]
    edit.cancel()
    assert counts(small_pack_file) == [0, 0, 0] and unsaved(small_pack_file) == []


def test_points_are_in_the_layer_of_the_project_and_undo_there_is_followed(editor, project, small_pack_file):
    key = make(editor, "Plein")
    layer = QgsVectorLayer(f"{small_pack_file}|layername={POINTS}", "Punten", "ogr")
    layer.setCustomProperty(TABLE_PROPERTY, POINTS)
    project.addMapLayer(layer)

    def names():
        return sorted(feature["naam"] for feature in layer.getFeatures())

    edit = editor.edit(WORKSHOP, key)
    (plein,) = edit.parts(POINTS)
    edit.set_parts(POINTS, [plein, edit.new_part(POINTS, {"naam": "Haven"}, at(120_000))])
    edit.set_parts(POINTS, edit.parts(POINTS)[1:])
    assert names() == ["Haven"]
    layer.undoStack().undo()
    assert names() == ["Haven", "Plein"]
    assert [part.values["naam"] for part in edit.parts(POINTS)] == ["Plein", "Haven"]
    edit.cancel()
    assert names() == ["Plein"] and not layer.isEditable()


def test_what_fails_at_the_last_point_leaves_nothing(editor, small_pack_file, monkeypatch):
    key = make(editor, "Plein")
    before = state(small_pack_file, key)
    write_record = records.write_record

    def failing(change, table, record):
        if record.values.get("naam") == "Haven":
            raise sqlite3.OperationalError("database or disk is full")
        write_record(change, table, record)

    monkeypatch.setattr(records, "write_record", failing)
    edit = editor.edit(WORKSHOP, key)
    edit.set_value("deelnemers", 3)
    fill(edit, "Markt", "Haven")
    with pytest.raises(StoreError, match="no room on the disk"):
        edit.save()
    assert state(small_pack_file, key) == before
    monkeypatch.undo()
    edit.save()
    assert [part.values["naam"] for part in state(small_pack_file, key).parts[POINTS]] == ["Markt", "Haven"]


@pytest.mark.parametrize(
    ("values", "geometry", "said"),
    [
        ({"naam": ""}, at(100_000), "“Name” is not filled in"),
        ({"naam": "Plein"}, None, "“Location on the map” is not filled in"),
        ({"naam": "a\0b"}, at(100_000), "“Name” holds a character"),
        ({"naam": "Plein"}, QgsGeometry.fromWkt("LineString (0 0, 1 1)"), "“Location on the map” holds a value"),
    ],
)
def test_what_is_wrong_with_a_point_is_told_and_nothing_is_saved(editor, small_pack_file, values, geometry, said):
    edit = begin(editor)
    edit.set_parts(POINTS, [edit.new_part(POINTS, values, geometry)])
    with pytest.raises(StoreError, match=said):
        edit.save()
    assert counts(small_pack_file) == [0, 0, 0]
    assert edit.is_changed


def test_a_workshop_is_deleted_with_its_parts_and_brought_back(editor, small_pack_file):
    key, other = make(editor, "Plein", "Haven"), make(editor, "Elders")
    before = state(small_pack_file, key)
    editor.delete(WORKSHOP, key)
    assert counts(small_pack_file) == [1, 1, 1]
    deleted, made = read_history(small_pack_file, WORKSHOP, key)
    assert deleted.action == "verwijderd" and {POINTS, SCORES} < {change.field for change in deleted.changes}
    assert read_history(small_pack_file, WORKSHOP, other)[0].action == "nieuw"
    editor.bring_back(WORKSHOP, key)
    assert state(small_pack_file, key).same_as(before)
    assert [v.action for v in read_history(small_pack_file, WORKSHOP, key)] == ["nieuw", "verwijderd", "nieuw"]
    editor.bring_back(WORKSHOP, key)
    editor.restore(WORKSHOP, key, made.time)
    assert len(read_history(small_pack_file, WORKSHOP, key)) == 3


def test_a_point_that_was_removed_before_does_not_come_back(editor, small_pack_file):
    key = make(editor, "Plein", "Haven")
    edit = editor.edit(WORKSHOP, key)
    edit.set_parts(POINTS, edit.parts(POINTS)[1:])
    edit.save()
    editor.delete(WORKSHOP, key)
    editor.bring_back(WORKSHOP, key)
    assert [part.values["naam"] for part in state(small_pack_file, key).parts[POINTS]] == ["Haven"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE workshop_punt SET naam = 'Van een ander' WHERE naam = 'Plein'",
        "DELETE FROM workshop_punt WHERE naam = 'Haven'",
        "UPDATE workshop_punt SET workshop_id = (SELECT id FROM workshop ORDER BY fid LIMIT 1) WHERE naam = 'Haven'",
    ],
)
def test_somebody_else_changed_the_points(editor, small_pack_file, statement):
    make(editor, "Elders")
    key = make(editor, "Plein", "Haven")
    edit = editor.edit(WORKSHOP, key)
    edit.set_value("deelnemers", 5)
    elsewhere(small_pack_file, statement)
    with pytest.raises(Conflict):
        edit.save()
    edit.save(overwrite=True)
    found = state(small_pack_file, key)
    assert [part.values["naam"] for part in found.parts[POINTS]] == ["Plein", "Haven"]
    assert found.values["deelnemers"] == 5


def test_a_point_that_went_to_another_workshop_is_in_the_history_of_both(editor, small_pack_file):
    one, two = make(editor, "Plein"), make(editor, "Haven")
    before = state(small_pack_file, one)
    elsewhere(small_pack_file, f"UPDATE workshop_punt SET workshop_id = '{two}' WHERE naam = 'Plein'")
    gone, come = (read_history(small_pack_file, WORKSHOP, key)[0] for key in (one, two))
    assert (gone.changes[0].field, gone.changes[0].new) == (POINTS, None)
    assert gone.changes[0].old == come.changes[0].new and come.changes[0].old is None
    assert [len(read_history(small_pack_file, WORKSHOP, key)) for key in (one, two)] == [2, 2]
    editor.restore(WORKSHOP, one, read_history(small_pack_file, WORKSHOP, one)[1].time)
    assert state(small_pack_file, one).same_as(before)
    assert [part.values["naam"] for part in state(small_pack_file, two).parts[POINTS]] == ["Haven"]


def test_points_that_are_not_saved_are_told_and_gone_on_with(editor, project, small_pack_file):
    edit = begin(editor, "Plein", "Haven")
    editor.close()
    (left,) = unsaved(small_pack_file)
    assert left.table == WORKSHOP and left.record.same_as(edit._record())
    again = Editor(project, small_pack_file, "Anna").resume(left)
    assert again.can_undo and unsaved(small_pack_file) == []
    again.save()
    (workshop,) = read_pack(small_pack_file).workshops
    assert [point.name for point in workshop.points] == ["Plein", "Haven"]
    assert unsaved(small_pack_file) == []


def test_a_deleted_story_comes_back_with_its_chapters_and_what_they_show(editor, small_pack_file):
    stories = Stories(small_pack_file, "Anna")
    shipped = read_pack(small_pack_file).stories[0].id
    story = stories.copy_story(shipped, "Kopie")
    add_chapter(small_pack_file, story, "Nieuw", "Tekst", View((0.0, 0.0, 1000.0, 1000.0), (), ("gouda",)))

    def chapters():
        return [replace(chapter, id="") for chapter in read_pack(small_pack_file).chapters_of(story)]

    before = chapters()
    assert any(chapter.places for chapter in before) and any(chapter.layers for chapter in before)
    stories.delete_story(story)
    pack = read_pack(small_pack_file)
    assert story not in pack.story_by_id
    assert [(one.table, one.id, one.title, one.city) for one in pack.deleted] == [("verhaal", story, "Kopie", None)]
    editor.bring_back("verhaal", story)
    assert chapters() == before and read_pack(small_pack_file).deleted == ()


def test_a_deleted_chapter_is_told_as_long_as_its_story_is_there(editor, small_pack_file):
    stories = Stories(small_pack_file, "Anna")
    story = stories.add_story("Eigen")
    chapter = add_chapter(small_pack_file, story, "Een", "Tekst", View((0.0, 0.0, 1000.0, 1000.0), (), ()))
    stories.delete_chapter(chapter)
    assert [(one.table, one.title) for one in read_pack(small_pack_file).deleted] == [("hoofdstuk", "Een")]
    editor.bring_back("hoofdstuk", chapter)
    assert [one.id for one in read_pack(small_pack_file).chapters_of(story)] == [chapter]
    stories.delete_chapter(chapter)
    stories.delete_story(story)
    assert [(one.table, one.title) for one in read_pack(small_pack_file).deleted] == [("verhaal", "Eigen")]


def test_deleted_places_and_workshops_are_told_with_their_city(editor, small_pack_file):
    row = {"soort": "wijk", "zekerheid": "vaag", "historisch": 0, "bron_id": editor.source(), "peildatum": "2026-01-01"}
    keys = {}
    for name in ("Bij Delft's item", "Nergens bij"):
        place = editor.create("plaats_punt", {**row, "naam": name, "geometriebron_id": editor.source()})
        place.set_geometry(at(100_000))
        place.save()
        keys[name] = place.record_id
    edit = editor.edit("item", "delft-k1")
    links = edit.links("item_plaats")
    edit.set_links("item_plaats", [*links, {"plaats_id": keys["Bij Delft's item"], "rol": "ligt in", "volgorde": 9}])
    edit.save()
    edit = editor.edit("item", "delft-k1")
    edit.set_links("item_plaats", links)
    edit.save()
    workshop = make(editor, "Plein")
    for name in keys:
        editor.delete("plaats_punt", keys[name])
    editor.delete(WORKSHOP, workshop)
    found = read_pack(small_pack_file).deleted
    assert [(one.table, one.title, one.city, one.changed.user) for one in found] == [
        (WORKSHOP, "2026-05-01", "gouda", "Anna"),
        ("plaats_punt", "Nergens bij", None, "Anna"),
        ("plaats_punt", "Bij Delft's item", "delft", "Anna"),
    ]
    editor.bring_back("plaats_punt", keys["Nergens bij"])
    editor.bring_back(WORKSHOP, workshop)
    assert [one.title for one in read_pack(small_pack_file).deleted] == ["Bij Delft's item"]


def test_places_that_an_item_named_do_not_make_it_one_of_the_users(editor, small_pack_file):
    """The history of its links must not hide what the pack was built with."""
    edit = editor.edit("item", "gouda-k1")
    before = edit.values()["titel"]
    edit.set_links(
        "item_plaats", [*edit.links("item_plaats"), {"plaats_id": "delft", "rol": "verbindt", "volgorde": 9}]
    )
    edit.save()
    edit = editor.edit("item", "gouda-k1")
    edit.set_value("titel", "Anders")
    edit.save()
    assert read_pack(small_pack_file).item_by_id["gouda-k1"].original_title == before
