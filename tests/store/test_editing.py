# SPDX-License-Identifier: GPL-2.0-or-later
"""Editing records: in QGIS's edit buffers, saved whole or not at all, whatever others do to the file or the layer."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime

import pytest
from qgis.core import Qgis, QgsGeometry, QgsProject, QgsVectorLayer

from sterkesteden_plugin.store import writing
from sterkesteden_plugin.store.editing import Editor, may_edit
from sterkesteden_plugin.store.errors import Conflict, StoreError
from sterkesteden_plugin.store.geometries import read_geometries
from sterkesteden_plugin.store.history import read_history
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.tables import TABLE_PROPERTY
from sterkesteden_plugin.store.unsaved import unsaved

ITEM = "gouda-k1"
ODD_TEXTS = [
    "x" * 100_000,
    "<b>vet</b> &amp; <script>alert(1)</script>",
    "\u202eom\u202c עברית",
    "".join(map(chr, range(1, 32))) + "\x7f\x85\u2028",
    "=1+1",
    "a'b\"c; DROP TABLE item; --",
    "e\u0301 \U0001f6b2 \ufeff",
]


@pytest.fixture()
def project(qgis_app):
    project = QgsProject()
    yield project
    project.clear()


@pytest.fixture()
def editor(small_pack_file, project):
    return Editor(project, small_pack_file, "Anna")


@pytest.fixture()
def layer_of(project, small_pack_file):
    """Adds a table to the project, as the plugin does."""

    def add(table):
        layer = QgsVectorLayer(f"{small_pack_file}|layername={table}", f"Laag {table}", "ogr")
        layer.setCustomProperty(TABLE_PROPERTY, table)
        project.addMapLayer(layer)
        return layer

    return add


@pytest.fixture()
def no_wait(monkeypatch):
    monkeypatch.setattr(writing, "WAIT_SECONDS", 0.05)


def item(path, record=ITEM):
    return read_pack(path).item_by_id[record]


def elsewhere(path, statement, *values):
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement, values)


# Writing


def test_writing_nothing_does_not_touch_the_file(small_pack_file):
    before = small_pack_file.stat().st_mtime_ns, small_pack_file.read_bytes()
    with writing.writing(small_pack_file, "Anna") as change:
        assert change.user == "Anna"
    assert (small_pack_file.stat().st_mtime_ns, small_pack_file.read_bytes()) == before


def test_two_saves_while_the_clock_stands_still_are_two_versions(editor, small_pack_file, monkeypatch):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2026, 5, 1, 12, tzinfo=tz)

    monkeypatch.setattr(writing, "datetime", Clock)
    first = item(small_pack_file).title
    for title in ("Een", "Twee"):
        edit = editor.edit("item", ITEM)
        edit.set_value("titel", title)
        edit.save()
    versions = read_history(small_pack_file, "item", ITEM)
    assert len({version.time for version in versions}) == 2
    for time, title in ((versions[1].time, "Een"), (versions[0].time, "Twee"), ("", first)):
        editor.restore("item", ITEM, time)
        assert item(small_pack_file).title == title


def test_a_change_is_in_the_file_when_it_is_told(editor, small_pack_file):
    told = []
    editor.saved.connect(lambda table, record: told.append((table, record, item(small_pack_file).title)))
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Nieuw")
    assert edit.is_changed and item(small_pack_file).title != "Nieuw" and not told
    edit.save()
    assert told == [("item", ITEM, "Nieuw")]
    assert item(small_pack_file).changed.user == "Anna"
    assert not edit.is_changed and edit.values()["gewijzigd_door"] == "Anna"


def test_what_was_not_changed_is_not_written(editor, small_pack_file):
    told = []
    editor.saved.connect(lambda *record: told.append(record))
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", edit.values()["titel"])
    assert not edit.can_undo
    edit.save()
    assert told == [] and item(small_pack_file).changed is None
    assert read_history(small_pack_file, "item", ITEM) == []


@pytest.mark.parametrize("text", ODD_TEXTS, ids=range(len(ODD_TEXTS)))
def test_odd_texts_are_kept(editor, small_pack_file, text):
    edit = editor.edit("item", ITEM)
    edit.set_value("tekst", text)
    edit.set_value("titel", text)
    edit.undo()
    edit.redo()
    edit.save()
    assert (item(small_pack_file).text, item(small_pack_file).title) == (text, text)
    assert editor.edit("item", ITEM).values()["tekst"] == text
    assert any(c.new == text for c in read_history(small_pack_file, "item", ITEM)[0].changes)


@pytest.mark.parametrize("text", ["half \ud83d paar", "voor\0na"])
def test_what_no_file_can_keep_is_told_and_stays_in_the_form(editor, small_pack_file, text):
    before = item(small_pack_file)
    edit = editor.edit("item", ITEM)
    edit.set_value("tekst", text)
    with pytest.raises(StoreError, match="“Text” holds a character that no file can keep"):
        edit.save()
    assert edit.values()["tekst"] == text and edit.is_changed
    assert item(small_pack_file) == before
    edit.leave()
    (left,) = unsaved(small_pack_file)
    assert left.values == {"tekst": text}


@pytest.mark.parametrize(
    ("table", "record", "column", "value", "said"),
    [
        ("item", ITEM, "titel", "", "“Title” is not filled in"),
        ("item", ITEM, "tekst", None, "“Text” is not filled in"),
        ("item", ITEM, "status", "bijna", "“Status” holds a value that is not allowed"),
        ("item", ITEM, "peildatum", "gisteren", "“Reference date” holds a value that is not allowed"),
        ("item", ITEM, "nummer", "een", "“Number” holds a value that is not allowed"),
        ("item", ITEM, "stad_id", "nergens", "“City” refers to something that is not in the file"),
        ("plaats_vlak", "centrum-gouda", "soort", "kasteel", "“Kind” holds a value that is not allowed"),
    ],
)
def test_what_is_wrong_is_told_by_field(editor, small_pack_file, table, record, column, value, said):
    before = read_pack(small_pack_file)
    edit = editor.edit(table, record)
    edit.set_value(column, value)
    with pytest.raises(StoreError, match=said):
        edit.save()
    assert edit.is_changed
    assert read_pack(small_pack_file) == before


def test_wrong_links_are_told(editor, small_pack_file):
    before = read_pack(small_pack_file)
    for links, said in (
        ([{"plaats_id": "nergens", "rol": "ligt in", "volgorde": 0}], "“Place” refers to something"),
        ([{"plaats_id": "gouda", "rol": "bij", "volgorde": 0}], "“Role” holds a value"),
        ([{"plaats_id": "gouda", "volgorde": 0}], "“Role” is not filled in"),
    ):
        edit = editor.edit("item", ITEM)
        edit.set_links("item_plaats", links)
        with pytest.raises(StoreError, match=said):
            edit.save()
        edit.cancel()
    assert read_pack(small_pack_file) == before


@pytest.mark.parametrize("wkt", ["", "LineString (0 0, 1 1)", "Point (nan 1)"])
def test_a_place_must_be_drawn_as_its_table_says(editor, wkt):
    edit = editor.edit("plaats_punt", "gouda")
    edit.set_geometry(QgsGeometry.fromWkt(wkt))
    with pytest.raises(StoreError, match="“Location on the map”"):
        edit.save()


def test_a_new_place_and_an_item_that_names_it(editor, small_pack_file):
    source = editor.source()
    row = {"naam": "Wijk", "soort": "wijk", "zekerheid": "vaag", "historisch": False, "peildatum": "2026-01-01"}
    place = editor.create("plaats_vlak", {**row, "bron_id": source, "geometriebron_id": source})
    area = QgsGeometry.fromWkt("Polygon ((108000 447000, 109000 447000, 109000 448000, 108000 447000))")
    place.set_geometry(area)
    place.save()
    edit = editor.edit("item", ITEM)
    edit.set_links("item_plaats", [{"plaats_id": place.record_id, "rol": "verbindt", "volgorde": 0}])
    edit.save()
    pack = read_pack(small_pack_file)
    (link,) = pack.item_by_id[ITEM].places
    assert (link.place.name, link.role, link.place.source.publisher) == ("Wijk", "verbindt", "Anna")
    area.convertToMultiType()
    assert read_geometries(small_pack_file)[place.record_id].equals(area)
    layer = QgsVectorLayer(f"{small_pack_file}|layername=plaats_vlak", "", "ogr")
    assert place.record_id in [f["id"] for f in layer.getFeatures(area.boundingBox())]
    assert layer.featureCount() == sum(1 for _ in layer.getFeatures())


def test_the_source_of_own_words_is_made_once_and_only_when_it_is_needed(editor, small_pack_file, project):
    sources = len(read_pack(small_pack_file).sources)
    row = {"stad_id": "gouda", "datum": "2026-05-01", "bron_id": editor.source()}
    editor.create("workshop", row).cancel()
    assert len(read_pack(small_pack_file).sources) == sources
    other = Editor(project, small_pack_file, "Anna")
    for who in (editor, other, editor):
        who.create("workshop", {**row, "bron_id": who.source()}).save()
    pack = read_pack(small_pack_file)
    assert len(pack.sources) == sources + 1
    assert {workshop.source.title for workshop in pack.workshops} == {"Eigen inbreng van Anna"}


def test_what_is_in_use_is_not_deleted(editor, small_pack_file):
    before = read_pack(small_pack_file)
    for table, record in (("plaats_vlak", "centrum-gouda"), ("plaats_punt", "gouda"), ("item", "gouda-o1")):
        with pytest.raises(StoreError, match="in use"):
            editor.delete(table, record)
    assert read_pack(small_pack_file) == before


def test_what_is_not_there_cannot_be_edited_or_deleted(editor):
    for act in (editor.edit, editor.delete):
        with pytest.raises(StoreError, match="not in the file any more"):
            act("item", "weg")


def test_mistakes_of_the_code_are_not_told_as_faults_of_the_user(editor):
    edit = editor.edit("item", ITEM)
    for act in (
        lambda: editor.edit("item_plaats", ITEM),
        lambda: editor.create("item", {"tietel": "x"}),
        lambda: edit.set_value("id", "x"),
        lambda: edit.set_value("gewijzigd_door", "x"),
        lambda: edit.set_links("workshop_score", []),
        lambda: edit.links("hoofdstuk_laag"),
    ):
        with pytest.raises(KeyError):
            act()


# Undoing


def test_undo_goes_back_step_by_step_over_row_links_and_geometry(editor):
    edit = editor.edit("item", ITEM)
    first = (edit.values(), edit.links("item_plaats"), edit.links("item_thema"))
    states = [first]
    told = []
    edit.changed.connect(lambda: told.append(1))
    for act in (
        lambda: edit.set_value("titel", "Een"),
        lambda: edit.set_links("item_plaats", edit.links("item_plaats")[1:]),
        lambda: edit.set_value("titel", "Twee"),
        lambda: edit.set_links("item_thema", []),
        lambda: edit.set_links("item_plaats", []),
    ):
        act()
        states.append((edit.values(), edit.links("item_plaats"), edit.links("item_thema")))
    assert len(told) == 5
    for state in states[-2::-1]:
        edit.undo()
        assert (edit.values(), edit.links("item_plaats"), edit.links("item_thema")) == state
    assert not edit.can_undo and not edit.is_changed
    for state in states[1:]:
        edit.redo()
        assert (edit.values(), edit.links("item_plaats"), edit.links("item_thema")) == state
    assert not edit.can_redo
    edit.undo()
    edit.set_value("status", "idee")
    assert not edit.can_redo


def test_the_layer_of_the_project_is_where_it_is_edited(editor, layer_of, small_pack_file):
    layer, links = layer_of("item"), layer_of("item_plaats")
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "In de laag")
    edit.set_links("item_plaats", [])
    assert layer.isEditable() and layer.undoStack().count() == 1
    assert "In de laag" in [f["titel"] for f in layer.getFeatures()]
    assert not [f for f in links.getFeatures() if f["item_id"] == ITEM]
    edit.save()
    assert not layer.isEditable() and not links.isEditable()
    assert "In de laag" in [f["titel"] for f in layer.getFeatures()]
    assert item(small_pack_file).places == ()


def test_what_was_given_up_is_not_in_the_layer(editor, layer_of, small_pack_file):
    layer, before = layer_of("workshop"), read_pack(small_pack_file)
    edit = editor.create("workshop", {"stad_id": "gouda", "datum": "2026-05-01"})
    assert layer.featureCount() == 1 and not edit.is_changed and not edit.can_undo
    edit.set_value("deelnemers", 12)
    edit.undo()
    assert edit.values()["deelnemers"] is None and layer.featureCount() == 1
    edit.cancel()
    assert not layer.isEditable() and layer.featureCount() == 0
    assert read_pack(small_pack_file) == before


def test_the_layer_of_the_project_shows_what_was_made(editor, layer_of):
    layer = layer_of("workshop")
    editor.create("workshop", {"stad_id": "gouda", "datum": "2026-05-01"}).save()
    assert layer.featureCount() == 1
    assert [f["stad_id"] for f in layer.getFeatures()] == ["gouda"]


def test_undo_in_qgis_itself_is_followed(editor, layer_of):
    layer = layer_of("item")
    edit = editor.edit("item", ITEM)
    before = edit.values()["titel"]
    edit.set_value("titel", "Een")
    edit.set_value("titel", "Twee")
    layer.undoStack().undo()
    assert edit.values()["titel"] == "Een" and edit.can_redo
    layer.undoStack().undo()
    assert edit.values()["titel"] == before and not edit.is_changed
    layer.undoStack().redo()
    assert edit.values()["titel"] == "Een"
    edit.redo()
    assert edit.values()["titel"] == "Twee"


@pytest.mark.parametrize("end", ["rollBack", "commitChanges"])
def test_ending_in_qgis_itself_loses_nothing_of_the_form(editor, layer_of, small_pack_file, end):
    layer = layer_of("item")
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Blijft")
    edit.set_value("status", "idee")
    getattr(layer, end)()
    assert edit.values()["titel"] == "Blijft" and not edit.can_undo
    edit.set_value("eigenaar", "Gemeente")
    assert layer.isEditable() and edit.can_undo
    edit.undo()
    assert edit.values()["eigenaar"] is None and edit.values()["titel"] == "Blijft"
    edit.redo()
    edit.save()
    found = item(small_pack_file)
    assert (found.title, found.status, found.owner) == ("Blijft", "idee", "Gemeente")
    assert not layer.isEditable()


def test_a_layer_that_goes_loses_nothing_of_the_form(editor, layer_of, project, small_pack_file):
    layer = layer_of("item")
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Blijft")
    project.removeMapLayer(layer)
    assert edit.values()["titel"] == "Blijft"
    edit.set_value("status", "idee")
    edit.save()
    assert (item(small_pack_file).title, item(small_pack_file).status) == ("Blijft", "idee")


def test_a_layer_in_which_somebody_works_is_left_alone(editor, layer_of, small_pack_file):
    layer = layer_of("item_thema")
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    with pytest.raises(StoreError, match="“Laag item_thema” is being edited in QGIS"):
        editor.edit("item", ITEM)
    assert layer.isModified()
    layer.rollBack()
    layer.startEditing()
    edit = editor.edit("item", ITEM)
    edit.set_links("item_thema", [])
    edit.cancel()
    assert ITEM in [f["item_id"] for f in layer.getFeatures()]
    assert layer.isEditable() and not layer.isModified()
    edit = editor.edit("item", ITEM)
    edit.set_links("item_thema", [])
    edit.save()
    assert layer.isEditable() and not layer.isModified() and item(small_pack_file).themes == ()


def test_what_somebody_does_in_the_layer_meanwhile_is_neither_saved_nor_lost(editor, layer_of, small_pack_file):
    layer = layer_of("item")
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Van mij")
    other = next(f for f in layer.getFeatures() if f["id"] == "delft-k1")
    layer.changeAttributeValue(other.id(), layer.fields().indexOf("titel"), "Van de ander")
    with pytest.raises(StoreError, match="“Laag item” is being edited in QGIS"):
        edit.save()
    assert edit.values()["titel"] == "Van mij"
    edit.cancel()
    assert layer.isModified()
    assert "Van de ander" in [f["titel"] for f in layer.getFeatures()]


# Others, and what can go wrong


def test_somebody_else_changed_the_same_record(editor, small_pack_file, project):
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Van Anna")
    other = Editor(project, small_pack_file, "Bea").edit("item", ITEM)
    other.set_value("titel", "Van Bea")
    other.save()
    with pytest.raises(Conflict, match="Bea changed this meanwhile") as caught:
        edit.save()
    assert caught.value.theirs["titel"] == "Van Bea"
    assert item(small_pack_file).title == "Van Bea" and edit.values()["titel"] == "Van Anna" and edit.can_undo
    edit.save(overwrite=True)
    assert item(small_pack_file).title == "Van Anna"
    assert [version.user for version in read_history(small_pack_file, "item", ITEM)] == ["Anna", "Bea"]


def test_somebody_else_changed_its_links_or_deleted_it(editor, small_pack_file):
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Van Anna")
    elsewhere(small_pack_file, "DELETE FROM item_thema WHERE item_id = ?", ITEM)
    with pytest.raises(Conflict, match="Somebody changed this meanwhile"):
        edit.save()
    for table, column in (("item_plaats", "item_id"), ("nu", "item_id"), ("item", "id")):
        elsewhere(small_pack_file, f"DELETE FROM {table} WHERE {column} = ?", ITEM)
    with pytest.raises(Conflict, match="Somebody deleted this meanwhile"):
        edit.save()
    edit.save(overwrite=True)
    assert item(small_pack_file).title == "Van Anna" and len(item(small_pack_file).places) == 3


def test_another_record_changed_by_somebody_else_is_no_matter(editor, small_pack_file):
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Van Anna")
    elsewhere(small_pack_file, "UPDATE item SET titel = 'Van Bea' WHERE id = 'delft-k1'")
    edit.save()
    assert (item(small_pack_file).title, item(small_pack_file, "delft-k1").title) == ("Van Anna", "Van Bea")


def refused(edit, path, match):
    """Saving is refused: the file is as it was, and so is what was written."""
    before = item(path)
    with pytest.raises(StoreError, match=match) as caught:
        edit.save()
    assert item(path) == before
    assert edit.is_changed and edit.can_undo
    return caught.value


def test_a_locked_file(editor, small_pack_file, no_wait):
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Nieuw")
    with closing(sqlite3.connect(small_pack_file, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        assert refused(edit, small_pack_file, "small.gpkg is locked").advice
        db.execute("ROLLBACK")
    edit.save()
    assert item(small_pack_file).title == "Nieuw"


def test_a_file_that_goes(editor, small_pack_file, tmp_path):
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Nieuw")
    away = small_pack_file.rename(tmp_path / "weg.gpkg")
    with pytest.raises(StoreError, match="is not there"):
        edit.save()
    away.rename(small_pack_file)
    edit.save()
    assert item(small_pack_file).title == "Nieuw"


def test_who_may_not_edit(small_pack_file, tmp_path):
    assert may_edit(small_pack_file) == ""
    small_pack_file.chmod(0o444)
    assert "read-only" in may_edit(small_pack_file)
    assert "not there" in may_edit(tmp_path / "weg.gpkg")


BIG = "x" * 3_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on the size of files is of POSIX")
def test_a_file_that_may_not_grow(editor, small_pack_file):
    import resource

    edit = editor.edit("item", ITEM)
    edit.set_value("tekst", BIG)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, limits[1]))
    try:
        with pytest.raises(StoreError, match="nothing was saved"):
            edit.save()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert item(small_pack_file).text != BIG and edit.values()["tekst"] == BIG
    edit.save()
    assert item(small_pack_file).text == BIG


@pytest.fixture()
def small_disk(tmp_path):
    """A disk of four megabytes."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    folder = tmp_path / "schijf"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True)
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk(project, small_pack_file, small_disk):
    path = small_disk / "vol.gpkg"
    shutil.copy(small_pack_file, path)
    edit = Editor(project, path, "Anna").edit("item", ITEM)
    edit.set_value("tekst", BIG)
    refused(edit, path, "no room on the disk of vol.gpkg: nothing was saved")
    edit.set_value("tekst", "Kort")
    edit.save()
    assert item(path).text == "Kort"


# What survives


def test_what_is_not_saved_is_told_and_can_be_gone_on_with(editor, small_pack_file, project):
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Onderweg")
    edit.set_links("item_thema", [])
    assert unsaved(small_pack_file) == [], "another window that is at work is not one that ended"
    editor.close()
    (left,) = unsaved(small_pack_file)
    assert (left.table, left.record_id, left.title) == ("item", ITEM, "Onderweg")
    assert (left.values, left.links) == ({"titel": "Onderweg"}, {"item_thema": ()})
    edit = Editor(project, small_pack_file, "Anna").resume(left)
    assert edit.values()["titel"] == "Onderweg" and edit.links("item_thema") == [] and edit.can_undo
    assert unsaved(small_pack_file) == []
    edit.save()
    assert item(small_pack_file).title == "Onderweg" and unsaved(small_pack_file) == []


def test_a_new_record_that_is_not_saved_is_gone_on_with(editor, small_pack_file, project):
    edit = editor.create("plaats_punt", {"naam": "Plek", "soort": "wijk", "zekerheid": "vaag", "historisch": 0})
    edit.set_value("bron_id", editor.source())
    edit.set_value("peildatum", "2026-01-01")
    edit.set_geometry(QgsGeometry.fromWkt("Point (100000 400000)"))
    editor.close()
    (left,) = unsaved(small_pack_file)
    edit = Editor(project, small_pack_file, "Anna").resume(left)
    assert edit.is_new and edit.is_changed
    edit.set_value("bron_id", read_pack(small_pack_file).sources[0].id)
    edit.save()
    assert read_geometries(small_pack_file)[edit.record_id].asWkt(0) == "Point (100000 400000)"


def test_what_is_saved_undone_or_given_up_is_not_told(editor, small_pack_file):
    for end in ("save", "cancel", "undo"):
        edit = editor.edit("item", ITEM)
        edit.set_value("titel", f"Met {end}")
        getattr(edit, end)()
        assert list(edit._draft._file.parent.iterdir()) == [], "neither the file nor its lock stays"
        edit.leave()
        assert unsaved(small_pack_file) == []


def test_what_somebody_changed_while_it_was_not_saved_is_a_conflict(editor, small_pack_file, project):
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Onderweg")
    editor.close()
    elsewhere(small_pack_file, "UPDATE item SET titel = 'Van Bea' WHERE id = ?", ITEM)
    (left,) = unsaved(small_pack_file)
    with pytest.raises(Conflict):
        Editor(project, small_pack_file, "Anna").resume(left).save()


def test_what_cannot_be_read_now_or_is_of_another_version_stays(editor, small_pack_file, monkeypatch):
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Onderweg")
    editor.close()
    (left,) = unsaved(small_pack_file)
    newer = left.file.with_name("nieuwer.json")
    newer.write_text(left.file.read_text(encoding="ascii").replace('"version": 2', '"version": 99'), encoding="ascii")

    def refuse(*_args, **_options):
        raise PermissionError("a virus scanner is at it")

    with monkeypatch.context() as patch:
        patch.setattr(type(left.file), "read_text", refuse)
        assert unsaved(small_pack_file) == []
    assert unsaved(small_pack_file) == [left] and newer.exists()


def test_what_cannot_be_kept_anew_is_not_forgotten(editor, small_pack_file, project, monkeypatch):
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Onderweg")
    editor.close()
    (left,) = unsaved(small_pack_file)

    def refuse(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(left.file), "write_text", refuse)
    edit = Editor(project, small_pack_file, "Anna").resume(left)
    assert edit.values()["titel"] == "Onderweg" and unsaved(small_pack_file) == [left]


def test_a_text_that_another_program_made_none_does_not_stop_the_writing(editor, small_pack_file):
    elsewhere(small_pack_file, "UPDATE item SET planning = x'00ff' WHERE id = ?", ITEM)
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Nieuw")
    assert edit.values()["titel"] == "Nieuw"
    edit.set_value("planning", None)
    edit.save()
    assert item(small_pack_file).title == "Nieuw"


# QGIS's own ways of saving


@pytest.fixture(params=["AutomaticGroups", "BufferedGroups"])
def grouped(request, project):
    """The project edits all layers of a file together."""
    if hasattr(project, "setTransactionMode"):
        project.setTransactionMode(getattr(Qgis.TransactionMode, request.param))
    elif request.param == "AutomaticGroups":
        project.setAutoTransaction(True)
    else:
        pytest.skip("this QGIS has no buffered groups")


def test_groups_that_edit_together_keep_nothing_from_being_saved(editor, grouped, layer_of, small_pack_file, no_wait):
    layers = [layer_of(table) for table in ("item", "item_plaats", "item_thema")]
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Nieuw")
    edit.save()
    assert item(small_pack_file).title == "Nieuw" and not any(layer.isEditable() for layer in layers)
    edit = editor.edit("item", ITEM)
    edit.set_value("titel", "Toch niet")
    edit.cancel()
    assert item(small_pack_file).title == "Nieuw" and not any(layer.isEditable() for layer in layers)


def test_what_qgis_saves_of_a_form_has_a_name(editor, layer_of, small_pack_file):
    layer = layer_of("item")
    for title in ("Een", "Twee"):
        edit = editor.edit("item", ITEM)
        edit.set_value("titel", title)
        assert layer.commitChanges()
        edit.leave()
    versions = read_history(small_pack_file, "item", ITEM)
    assert [(version.user, version.changes[0].new) for version in versions] == [("Anna", "Twee"), ("Anna", "Een")]
    assert item(small_pack_file).changed.user == "Anna"
