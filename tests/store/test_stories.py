# SPDX-License-Identifier: GPL-2.0-or-later
"""Own stories in a real GeoPackage: made, changed, moved, copied, deleted, sent out and taken back."""

import json
import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer

from sterkesteden_plugin.store.editing import Editor
from sterkesteden_plugin.store.errors import Conflict, StoreError
from sterkesteden_plugin.store.geometries import read_geometries
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.stories import Stories
from sterkesteden_plugin.store.story_files import export_story, import_story
from sterkesteden_plugin.story.model import OwnLayer
from sterkesteden_plugin.story.view import View

from .chapters import add_chapter


@pytest.fixture()
def stories(small_pack_file):
    return Stories(small_pack_file, "Anne de Vries")


@pytest.fixture()
def view(small_pack):
    place = next(place for place in small_pack.places if place.located)
    own = (OwnLayer("b_2", "Tweede <laag>"), OwnLayer("a_1", "Eerste"))
    return View((1000.0, 2000.0, 3000.0, 4000.0), (small_pack.layers[0].id,), (place.id,), own)


def titles(path, story):
    return [(chapter.number, chapter.title) for chapter in read_pack(path).chapters_of(story)]


def test_a_chapter_keeps_text_view_author_and_date(stories, small_pack_file, view):
    story = stories.add_story("Ons verhaal")
    text = "=1+1 <b>vet</b>\x07 \u202e" + "lang " * 20_000
    chapter_id = add_chapter(small_pack_file, story, "Begin", text, view, "Anne de Vries")
    pack = read_pack(small_pack_file)
    chapter = pack.chapter_by_id[chapter_id]
    assert pack.story_by_id[story].own
    assert (chapter.title, chapter.text, chapter.box, chapter.extent) == ("Begin", text, view.box, None)
    assert (chapter.layers, chapter.own_layers) == (view.layers, view.own_layers)
    assert tuple(link.place.id for link in chapter.places) == view.places
    assert chapter.reference.source.publisher == "Anne de Vries"
    assert len([source for source in pack.sources if source.publisher == "Anne de Vries"]) == 1


def test_chapters_move_within_their_story(stories, small_pack_file, view):
    story = stories.add_story("Ons verhaal")
    first, _second, third = (add_chapter(small_pack_file, story, title, "tekst", view) for title in "abc")
    stories.move_chapter(third, -1)
    assert titles(small_pack_file, story) == [(1, "a"), (2, "c"), (3, "b")]
    stories.move_chapter(first, 99)
    assert titles(small_pack_file, story) == [(1, "c"), (2, "b"), (3, "a")]
    stories.move_chapter(first, 1)
    assert titles(small_pack_file, story) == [(1, "c"), (2, "b"), (3, "a")]


def test_a_changed_chapter_keeps_its_view_unless_one_is_given(stories, small_pack_file, view):
    story = stories.add_story("Ons verhaal")
    chapter = add_chapter(small_pack_file, story, "a", "tekst", view)
    edit = Editor(QgsProject.instance(), small_pack_file, "Bea").edit("hoofdstuk", chapter)
    edit.set_values({"titel": "b", "tekst": "anders"})
    edit.save()
    found = read_pack(small_pack_file).chapter_by_id[chapter]
    assert (found.title, found.text, found.box, found.layers) == ("b", "anders", view.box, view.layers)
    other = View((0.0, 0.0, 1.0, 1.0), (), ())
    edit = Editor(QgsProject.instance(), small_pack_file, "Bea").edit("hoofdstuk", chapter)
    edit.set_values(other.values)
    for table, rows in other.links.items():
        edit.set_links(table, rows)
    edit.save()
    found = read_pack(small_pack_file).chapter_by_id[chapter]
    assert (found.box, found.layers, found.own_layers, found.places) == ((0.0, 0.0, 1.0, 1.0), (), (), ())


def test_two_windows_change_one_chapter(stories, small_pack_file, view):
    story = stories.add_story("Ons verhaal")
    chapter, last = (add_chapter(small_pack_file, story, title, "tekst", view) for title in "ab")
    one, two = (Editor(QgsProject.instance(), small_pack_file, user) for user in ("Anna", "Bea"))
    edit = one.edit("hoofdstuk", chapter)
    edit.set_value("tekst", "Van Anna")
    stories.move_chapter(last, -1)  # where it stands is not what it says
    edit.save()
    assert titles(small_pack_file, story) == [(1, "b"), (2, "a")]
    edit = one.edit("hoofdstuk", chapter)
    other = two.edit("hoofdstuk", chapter)
    other.set_value("tekst", "Van Bea")
    other.save()
    edit.set_value("tekst", "Toch van Anna")
    with pytest.raises(Conflict, match="Bea changed this meanwhile") as caught:
        edit.save()
    assert caught.value.theirs["tekst"] == "Van Bea"


def test_two_windows_rename_one_story(stories, small_pack_file):
    story = stories.add_story("Ons verhaal")
    Stories(small_pack_file, "Bea").change_story(story, "Van Bea", "Ons verhaal")
    with pytest.raises(Conflict, match="Bea changed this meanwhile") as caught:
        stories.change_story(story, "Van Anne", "Ons verhaal")
    assert caught.value.theirs == {"titel": "Van Bea"}
    stories.change_story(story, "Van Anne")
    assert read_pack(small_pack_file).story_by_id[story].title == "Van Anne"


def test_the_story_of_the_pack_is_copied_but_never_changed(stories, small_pack_file, small_pack, view):
    shipped = small_pack.stories[0].id
    copy = stories.copy_story(shipped, "Kopie")
    pack = read_pack(small_pack_file)
    assert [c.text for c in pack.chapters_of(copy)] == [c.text for c in pack.chapters_of(shipped)]
    assert [c.layers for c in pack.chapters_of(copy)] == [c.layers for c in pack.chapters_of(shipped)]
    assert [c.places for c in pack.chapters_of(copy)] == [c.places for c in pack.chapters_of(shipped)]
    assert [c.number for c in pack.chapters_of(copy)] == [c.number for c in pack.chapters_of(shipped)]
    last = pack.chapters_of(copy)[-1].id
    stories.move_chapter(last, -1)
    stories.move_chapter(last, 1)
    assert read_pack(small_pack_file).chapters_of(copy) == pack.chapters_of(copy)


@pytest.mark.parametrize(
    "forbidden",
    [
        lambda stories, story, chapter: stories.delete_story(story),
        lambda stories, story, chapter: stories.change_story(story, "x"),
        lambda stories, story, chapter: stories.delete_chapter(chapter),
        lambda stories, story, chapter: stories.move_chapter(chapter, 1),
        lambda stories, story, chapter: stories.copy_chapter(chapter, story),
    ],
)
def test_what_came_with_the_pack_is_neither_changed_nor_deleted(stories, small_pack_file, small_pack, forbidden):
    with pytest.raises(StoreError, match="came with the file"):
        forbidden(stories, small_pack.stories[0].id, small_pack.chapters[-1].id)
    assert read_pack(small_pack_file) == small_pack


def test_what_is_deleted_leaves_nothing_behind(stories, small_pack_file, view):
    before = read_pack(small_pack_file)
    story = stories.add_story("Ons verhaal")
    add_chapter(small_pack_file, story, "a", "tekst", view)
    stories.delete_story(story)
    after = read_pack(small_pack_file)
    assert (after.stories, after.chapters) == (before.stories, before.chapters)
    with closing(sqlite3.connect(small_pack_file)) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_copy_and_a_deleted_chapter_take_their_layers_along(stories, small_pack_file, view):
    story = stories.add_story("Ons verhaal")
    chapter = add_chapter(small_pack_file, story, "a", "tekst", view)
    copy = stories.copy_chapter(chapter, story)
    assert read_pack(small_pack_file).chapter_by_id[copy].own_layers == view.own_layers
    stories.delete_story(story)
    with closing(sqlite3.connect(small_pack_file)) as db:
        assert db.execute("SELECT count(*) FROM hoofdstuk_eigen_laag").fetchone() == (0,)


def test_what_somebody_else_deleted_is_said(stories, small_pack_file, view):
    story = stories.add_story("Ons verhaal")
    chapter = add_chapter(small_pack_file, story, "a", "tekst", view)
    stories.delete_chapter(chapter)
    for late in (lambda: stories.move_chapter(chapter, 1), lambda: stories.copy_chapter(chapter, story)):
        with pytest.raises(StoreError, match="not in the file any more"):
            late()


def test_a_locked_file_is_said_and_stays(stories, small_pack_file, monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.store.writing.WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(small_pack_file, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="locked"):
            stories.add_story("Ons verhaal")
    assert len(read_pack(small_pack_file).stories) == 1


def test_a_failure_halfway_changes_nothing(stories, small_pack_file, small_pack):
    unknown = View((0.0, 0.0, 1.0, 1.0), ("geen-laag",), ())
    story = stories.add_story("Ons verhaal")
    with pytest.raises(StoreError, match="refers to something that is not in the file"):
        add_chapter(small_pack_file, story, "a", "tekst", unknown)
    assert titles(small_pack_file, story) == []


@pytest.fixture()
def with_own_place(small_pack_file, stories, view):
    """A story of which a chapter names a place that only this file has, and a text that links to it."""
    geometry = QgsGeometry.fromWkt("LineString (1000 1000, 2000 3000)")
    geometry.convertToMultiType()
    from sterkesteden_plugin.store.blob import to_blob

    source = read_pack(small_pack_file).sources[0].id
    place = {
        "id": "eigen-lijn",
        "naam": "Eigen lijn",
        "soort": "verbinding",
        "zekerheid": "vaag",
        "historisch": 0,
        "bron_id": source,
        "peildatum": "2026-01-01",
        "tabel": "plaats_lijn",
        "geom": to_blob(geometry),
    }
    box = {"xmin": 0.0, "ymin": 0.0, "xmax": 1.0, "ymax": 1.0}
    chapter = {
        "titel": "Lijn",
        "tekst": "Zie [de lijn](plaats:eigen-lijn).",
        "bron_id": source,
        "peildatum": "2026-01-01",
        **box,
        "lagen": list(view.layers),
        "eigen_lagen": [{"laag": own.id, "titel": own.title} for own in view.own_layers],
        "plaatsen": [{"plaats_id": "eigen-lijn", "rol": "verbindt"}],
    }
    return stories.add_whole("Met een eigen lijn", [chapter], [place], [])


def test_a_story_goes_out_and_comes_back_whole(with_own_place, small_pack_file, small_pack, _small_built, tmp_path):
    pack = read_pack(small_pack_file)
    target = tmp_path / "uit.verhaal.json"
    export_story(pack, with_own_place, read_geometries(small_pack_file), target)
    other = tmp_path / "ander.gpkg"
    other.write_bytes(_small_built.read_bytes())
    story, dropped = import_story(target, read_pack(other), Stories(other, "Bea"))
    assert dropped == []
    there = read_pack(other)
    (one,), (two,) = pack.chapters_of(with_own_place), there.chapters_of(story)
    assert one.own_layers
    for name in ("title", "text", "layers", "own_layers", "box", "extent", "places", "reference"):
        assert getattr(one, name) == getattr(two, name), name
    here, found = read_geometries(small_pack_file)["eigen-lijn"], read_geometries(other)["eigen-lijn"]
    assert found.equals(here)
    layer = QgsVectorLayer(f"{other}|layername=plaats_lijn", "", "ogr")
    assert layer.dataProvider().hasSpatialIndex()
    layer.setSubsetString("")
    box = found.boundingBox()
    box.grow(1)
    assert "eigen-lijn" in [f["id"] for f in layer.getFeatures(box)]


def test_importing_twice_gives_two_stories_of_different_names(with_own_place, small_pack_file, tmp_path):
    target = tmp_path / "uit.verhaal.json"
    export_story(read_pack(small_pack_file), with_own_place, read_geometries(small_pack_file), target)
    for _ in range(2):
        import_story(target, read_pack(small_pack_file), Stories(small_pack_file, "Bea"))
    found = [story.title for story in read_pack(small_pack_file).stories]
    assert found[-3:] == ["Met een eigen lijn", "Met een eigen lijn (2)", "Met een eigen lijn (3)"]
    assert [place.id for place in read_pack(small_pack_file).places].count("eigen-lijn") == 1


def test_a_layer_that_the_pack_lacks_is_dropped_and_told(with_own_place, small_pack_file, tmp_path):
    target = tmp_path / "uit.verhaal.json"
    export_story(read_pack(small_pack_file), with_own_place, read_geometries(small_pack_file), target)
    content = json.loads(target.read_text(encoding="utf-8"))
    content["hoofdstukken"][0]["lagen"].append("elders")
    target.write_text(json.dumps(content), encoding="utf-8")
    story, dropped = import_story(target, read_pack(small_pack_file), Stories(small_pack_file, "Bea"))
    assert len(dropped) == 1 and "elders" in dropped[0]
    assert "elders" not in read_pack(small_pack_file).chapters_of(story)[0].layers


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["plaatsen"][0].update(tabel="item"),
        lambda c: c["plaatsen"][0].update(wkt="LineString (nergens)"),
        lambda c: c["plaatsen"][0].update(wkt="Polygon ((0 0, 1 0, 1 1, 0 0))"),
        lambda c: c["plaatsen"][0].update(soort="kasteel"),
        lambda c: c["hoofdstukken"][0].update(peildatum="gisteren"),
        lambda c: c["hoofdstukken"][0]["plaatsen"][0].update(rol="hoort bij"),
    ],
)
def test_a_file_that_does_not_hold_together_is_refused_whole(with_own_place, small_pack_file, tmp_path, change):
    target = tmp_path / "uit.verhaal.json"
    export_story(read_pack(small_pack_file), with_own_place, read_geometries(small_pack_file), target)
    content = json.loads(target.read_text(encoding="utf-8"))
    content["plaatsen"][0]["id"] = content["hoofdstukken"][0]["plaatsen"][0]["plaats_id"] = "een-ander"
    content["hoofdstukken"][0]["tekst"] = "Zonder verwijzing."
    change(content)
    target.write_text(json.dumps(content), encoding="utf-8")
    before = read_pack(small_pack_file)
    with pytest.raises(StoreError, match="does not hold together"):
        import_story(target, before, Stories(small_pack_file, "Bea"))
    assert read_pack(small_pack_file) == before


def test_what_is_no_story_file_is_said(small_pack_file, tmp_path):
    pack, stories = read_pack(small_pack_file), Stories(small_pack_file, "Bea")
    for content in (b"", b"\xff\xfe\x00", b"{}", b"[1,2]"):
        target = tmp_path / "x.json"
        target.write_bytes(content)
        with pytest.raises(StoreError, match="not a story of Sterke Steden"):
            import_story(target, pack, stories)
    with pytest.raises(StoreError, match="cannot be read"):
        import_story(tmp_path / "weg.json", pack, stories)


def test_a_story_is_not_half_written(real_pack, tmp_path):
    target = tmp_path / "geen-map" / "uit.json"
    with pytest.raises(StoreError, match="could not be written"):
        export_story(real_pack, real_pack.stories[0].id, {}, target)
    assert list(tmp_path.iterdir()) == []
