# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsRubberBand

from sterkesteden_plugin.maps.link import MapLink
from sterkesteden_plugin.story.model import PlaceLink

RD = QgsCoordinateReferenceSystem("EPSG:28992")


class Listener:
    """What the state told, in order."""

    def __init__(self, state):
        self.heard = []
        state.itemChanged.connect(lambda item, from_map: self.heard.append((item, from_map)))
        state.cityChanged.connect(lambda city: self.heard.append(city))
        state.hereChanged.connect(lambda: self.heard.append(state.here))


def view(canvas, project):
    """The extent of the canvas in RD."""
    transform = QgsCoordinateTransform(canvas.mapSettings().destinationCrs(), RD, project)
    return transform.transformBoundingBox(canvas.extent())


def box_of(link, *places):
    box = QgsRectangle()
    for place in places:
        box.combineExtentWith(link.geometries()[place].boundingBox())
    return box


def select(layer, place):
    layer.selectByExpression(f"\"id\" = '{place}'")


@pytest.mark.parametrize("crs", ["EPSG:28992", "EPSG:3857", "EPSG:4326"])
def test_choosing_an_item_marks_all_its_places_and_brings_them_into_view(canvas, project, state, link, crs):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    state.set_item("gouda-o1")  # a centre, and a link to Delft
    marked = {mark.geometry.asWkt() for mark in link.highlight.marks()}
    assert marked == {link.geometries()[place].asWkt() for place in ("centrum-gouda", "verbinding-gouda-delft")}
    wanted = box_of(link, "centrum-gouda", "verbinding-gouda-delft")
    seen = view(canvas, project)
    assert seen.contains(wanted)
    assert wanted.xMinimum() - seen.xMinimum() > 0.05 * wanted.width()
    assert seen.width() < 3 * wanted.width()


def test_a_single_point_keeps_its_surroundings_in_view(canvas, project, state, link):
    state.set_item("gouda-profiel")
    assert min(view(canvas, project).width(), view(canvas, project).height()) > 2900
    assert view(canvas, project).center().distance(link.geometries()["gouda"].asPoint()) < 1


def test_an_item_chosen_on_the_map_is_marked_and_the_map_stays(canvas, project, state, link):
    state.set_item("delft-k1")
    before = canvas.extent()
    state.set_item("gouda-k1", from_map=True)
    assert canvas.extent() == before
    assert len(link.highlight.marks()) == 2


def test_an_item_without_location_marks_nothing_and_the_map_stays(canvas, state, link, small_pack):
    state.set_item("delft-k1")
    before = canvas.extent()
    state.set_item("")
    assert link.highlight.marks() == ()
    assert canvas.extent() == before


def test_a_place_the_source_does_not_locate_does_not_stand_in_the_way(state, link):
    state.set_item("leiden-o1")
    assert len(link.highlight.marks()) == 1


def shown(project, tree, pack):
    """The ids of the pack's layers that are on."""
    root = project.layerTreeRoot()
    return {spec.id for spec in pack.layers if root.findLayer(tree.layer(spec.id).id()).isVisible()}


def test_choosing_a_city_shows_its_area_and_the_layers_of_its_chapter(canvas, project, state, link, tree, small_pack):
    city = small_pack.city_by_id["leiden"]
    state.set_city("leiden")
    assert view(canvas, project).contains(box_of(link, city.area))
    assert [mark.geometry.asWkt() for mark in link.highlight.marks()] == [link.geometries()[city.place].asWkt()]
    assert shown(project, tree, small_pack) == set(small_pack.chapter_by_id[city.chapter].layers)


def test_choosing_a_chapter_shows_its_layers_and_extent(canvas, project, state, link, tree, small_pack):
    chapter = small_pack.chapters[1]
    state.set_chapter(chapter.id)
    assert view(canvas, project).contains(box_of(link, chapter.extent))
    assert shown(project, tree, small_pack) == set(chapter.layers)


def test_home_shows_the_whole_area_with_nothing_marked(canvas, project, state, link, small_pack):
    state.set_item("delft-k1")
    link.show_home()
    assert link.highlight.marks() == ()
    assert view(canvas, project).contains(box_of(link, small_pack.area))


def test_a_place_can_be_shown_by_itself(canvas, project, link):
    link.show_place("centrum-leiden")
    assert view(canvas, project).contains(box_of(link, "centrum-leiden"))
    before = canvas.extent()
    link.show_place("zonder-plek")
    assert canvas.extent() == before


def test_a_place_that_is_shown_is_drawn_also_where_its_layer_was_off(project, link, tree, small_pack):
    tree.show_layers(small_pack, [])
    before = shown(project, tree, small_pack)
    link.show_place("centrum-gouda")
    assert shown(project, tree, small_pack) - before == {"plekken_vlak"}


def test_selecting_a_feature_makes_its_item_active_without_moving_the_map(canvas, state, link, tree):
    state.set_city("leiden")
    before = canvas.extent()
    listener = Listener(state)
    select(tree.layer("steden_lijn"), "verbinding-gouda-delft")
    assert state.item.id in ("gouda-o1", "delft-o1")
    assert listener.heard[0] == (state.item.id, True)
    assert listener.heard[1:] == [state.here]  # several items: all are told, once
    assert set(state.here) == {"gouda-o1", "delft-o1"}
    assert canvas.extent() == before


def test_selecting_a_feature_of_the_active_item_keeps_it_and_tells_its_other_items(state, link, tree):
    state.set_item("delft-o1")
    listener = Listener(state)
    select(tree.layer("steden_lijn"), "verbinding-gouda-delft")
    assert state.item.id == "delft-o1"
    assert listener.heard == [state.here]
    assert set(state.here) == {"gouda-o1", "delft-o1"}


def marked(link):
    return {mark.geometry.asWkt() for mark in link.highlight.marks()}


def wkt(link, *places):
    return {link.geometries()[place].asWkt() for place in places}


def test_items_shown_together_are_marked_exactly_and_brought_into_view(canvas, project, state, link):
    state.set_item("leiden-k1")
    state.set_shown(["gouda-o1", "delft-k1"])
    places = {at.place.id for item in ("gouda-o1", "delft-k1") for at in state.pack.item_by_id[item].places}
    assert marked(link) == wkt(link, *places)
    assert view(canvas, project).contains(box_of(link, *places))
    before = canvas.extent()
    state.set_shown([])
    assert marked(link) == set()
    assert canvas.extent() == before


def test_a_place_that_is_only_compared_with_is_marked_and_does_not_widen_the_view(canvas, project, state, link):
    pack = state.pack
    item = pack.item_by_id["gouda-o1"]
    near, far = pack.place_by_id["centrum-gouda"], pack.place_by_id["centrum-leiden"]
    pack = replace(
        pack,
        items=tuple(
            replace(each, places=(PlaceLink(near, "ligt in"), PlaceLink(far, "vergelijkt met")))
            if each is item
            else each
            for each in pack.items
        ),
    )
    state.renew_pack(pack)
    for choose in (lambda: state.set_item("gouda-o1"), lambda: state.set_shown(["gouda-o1"])):
        link.show_home()
        choose()
        assert set(link.marked()) == {"centrum-gouda", "centrum-leiden"}
        assert canvas.extent().contains(link.geometries()["centrum-gouda"].boundingBox())
        assert not canvas.extent().intersects(link.geometries()["centrum-leiden"].boundingBox())


def test_items_without_location_mark_nothing_and_leave_map_and_layers(canvas, project, state, link, tree, small_pack):
    nowhere = replace(small_pack.item_by_id["leiden-o1"], places=())
    others = tuple(item for item in small_pack.items if item.id != nowhere.id)
    state.set_pack(replace(small_pack, items=(*others, nowhere)), state.path)
    tree.show_layers(small_pack, [])
    before, on = canvas.extent(), shown(project, tree, small_pack)
    state.set_shown([nowhere.id])
    assert marked(link) == set()
    assert canvas.extent() == before
    assert shown(project, tree, small_pack) == on


def test_layers_that_draw_the_items_shown_together_are_turned_on_and_none_off(project, state, link, tree, small_pack):
    tree.show_layers(small_pack, ["steden_punt"])
    before = shown(project, tree, small_pack)
    state.set_shown(["gouda-o1"])  # a centre, and a link to Delft
    after = shown(project, tree, small_pack)
    assert before < after
    for table, place in (("plekken_vlak", "centrum-gouda"), ("steden_lijn", "verbinding-gouda-delft")):
        assert table in after
        assert place in {feature["id"] for feature in tree.layer(table).getFeatures()}
    state.set_shown(["delft-o1"])
    assert shown(project, tree, small_pack) == after


def test_a_place_that_a_layer_draws_already_turns_no_other_layer_on(project, state, link, tree, small_pack):
    tree.show_layers(small_pack, ["plekken_vlak", "steden_lijn"])
    before = shown(project, tree, small_pack)
    state.set_shown(["gouda-o1"])
    assert shown(project, tree, small_pack) == before


def test_a_selection_on_the_map_takes_the_place_of_items_shown_together(canvas, state, link, tree):
    state.set_shown(["gouda-k1", "leiden-k1", "delft-k1"])
    before = canvas.extent()
    select(tree.layer("plekken_vlak"), "centrum-delft")
    assert state.item.city == "delft"
    assert state.shown is None
    assert marked(link) == wkt(link, *(at.place.id for at in state.item.places if at.place.located))
    assert canvas.extent() == before


def test_what_is_found_at_a_point_ends_the_marks_of_items_shown_together(state, link):
    state.set_shown(["gouda-k1", "leiden-k1"])
    state.set_here(["delft-k1", "delft-o1"])
    assert marked(link) == set()
    state.set_item("delft-k1")
    kept = marked(link)
    state.set_here(["gouda-k1", "gouda-o1"])
    assert marked(link) == kept


def test_a_single_item_after_items_shown_together_brings_the_layers_of_its_city(project, state, link, tree, small_pack):
    state.set_item("delft-k1")
    state.set_shown(["gouda-o1"])
    tree.show_layers(small_pack, ["steden_punt"])
    state.set_item("delft-o1")
    chapter = small_pack.city_by_id["delft"].chapter
    assert shown(project, tree, small_pack) == set(small_pack.chapter_by_id[chapter].layers)


def move(path, table, place):
    layer = QgsVectorLayer(f"{path}|layername={table}", "verplaatst", "ogr")
    feature = next(feature for feature in layer.getFeatures() if feature["id"] == place)
    geometry = feature.geometry()
    geometry.translate(500, 0)
    assert layer.dataProvider().changeGeometryValues({feature.id(): geometry})


@pytest.mark.parametrize("choose", ["item", "shown", "city", "place"])
def test_a_renewed_pack_keeps_the_marks_at_where_their_places_are_now(state, link, small_pack, small_pack_file, choose):
    chosen = {
        "item": lambda: state.set_item("delft-k1"),
        "shown": lambda: state.set_shown(["delft-k1", "leiden-k1"]),
        "city": lambda: state.set_city("delft"),
        "place": lambda: link.show_place("centrum-delft"),
    }
    table, place = ("plaats_punt", "delft") if choose == "city" else ("plaats_vlak", "centrum-delft")
    chosen[choose]()
    before = marked(link)
    assert wkt(link, place) <= before
    move(small_pack_file, table, place)
    state.renew_pack(small_pack)
    assert wkt(link, place) <= marked(link)
    assert len(marked(link)) == len(before)
    assert marked(link) != before


def test_a_renewed_pack_marks_the_places_that_the_item_has_now(state, link, small_pack):
    item = small_pack.item_by_id["delft-k1"]
    state.set_item(item.id)
    moved = replace(item, places=small_pack.item_by_id["leiden-k1"].places)
    state.renew_pack(replace(small_pack, items=tuple(moved if i is item else i for i in small_pack.items)))
    assert marked(link) == wkt(link, *(at.place.id for at in moved.places))
    state.renew_pack(replace(small_pack, items=tuple(i for i in small_pack.items if i is not item)))
    assert marked(link) == set()


def test_a_renewed_pack_draws_the_story_layers_anew_and_leaves_the_view(canvas, state, link, tree, small_pack):
    state.set_item("delft-k1")
    asked = []
    tree.layer("plekken_vlak").repaintRequested.connect(lambda *_: asked.append(True))
    before = canvas.extent()
    state.renew_pack(small_pack)
    assert asked
    assert canvas.extent() == before


def test_closing_the_project_takes_the_marks_away(state, link, project):
    state.set_item("delft-k1")
    assert link.highlight.marks()
    project.clear()
    assert link.highlight.marks() == ()


def test_a_place_that_was_moved_in_its_table_is_found_where_it_is_now(state, link, small_pack_file):
    place = "centrum-delft"
    before = link.geometries()[place].asWkt()
    layer = QgsVectorLayer(f"{small_pack_file}|layername=plaats_vlak", "vlak", "ogr")
    feature = next(feature for feature in layer.getFeatures() if feature["id"] == place)
    geometry = feature.geometry()
    geometry.translate(500, 0)
    assert layer.dataProvider().changeGeometryValues({feature.id(): geometry})
    del layer
    assert link.geometries()[place].asWkt() != before


def test_a_file_that_cannot_be_read_for_a_while_is_read_again(state, link, small_pack_file):
    hidden = small_pack_file.with_suffix(".weg")
    small_pack_file.rename(hidden)
    state.set_pack(state.pack, small_pack_file)
    assert link.geometries() == {}
    hidden.rename(small_pack_file)
    assert link.geometries()


def test_another_feature_with_the_same_item_is_told_too(state, link, tree):
    select(tree.layer("steden_lijn"), "verbinding-gouda-delft")
    state.set_item("delft-o1", from_map=True)
    listener = Listener(state)
    tree.layer("steden_lijn").removeSelection()
    select(tree.layer("steden_lijn"), "verbinding-gouda-delft")
    assert listener.heard == [state.here]
    assert len(state.here) == 2


def test_an_item_brings_the_layers_of_its_city_and_then_leaves_them_to_the_user(project, state, link, tree, small_pack):
    state.set_chapter(small_pack.chapters[0].id)
    state.set_item("delft-k1")
    assert shown(project, tree, small_pack) == set(
        small_pack.chapter_by_id[small_pack.city_by_id["delft"].chapter].layers
    )
    tree.show_layers(small_pack, ["steden_punt"])
    state.set_item("delft-o1")
    assert shown(project, tree, small_pack) == {"steden_punt", "achtergrond"}


def test_clearing_the_selection_keeps_the_item(state, link, tree):
    layer = tree.layer("plekken_vlak")
    select(layer, "centrum-delft")
    item = state.item
    layer.removeSelection()
    assert state.item is item is not None


def test_item_ids_that_the_pack_does_not_know_are_passed_over(state, link, tree, project, small_pack):
    stranger = QgsVectorLayer("Point?crs=EPSG:28992&field=items:string", "vreemd", "memory")
    stranger.setCustomProperty("sterkesteden/laag", "vreemd")
    stranger.setCustomProperty("sterkesteden/pakket", small_pack.id)
    project.addMapLayer(stranger)
    stranger.startEditing()
    from qgis.core import QgsFeature

    feature = QgsFeature(stranger.fields())
    feature["items"] = "weg-k9 ' OR 1"
    stranger.addFeature(feature)
    stranger.selectAll()
    assert state.item is None


def test_choosing_an_item_selects_nothing_so_that_no_loop_begins(state, link, tree):
    listener = Listener(state)
    state.set_item("delft-k1")
    assert listener.heard == [("delft-k1", False)]
    assert all(layer.selectedFeatureCount() == 0 for layer in tree.layers() if isinstance(layer, QgsVectorLayer))


def test_choosing_while_the_map_is_drawn_ends_at_the_last_choice(canvas, project, state, link, qtbot):
    canvas.setLayers([layer for layer in project.mapLayers().values() if layer.isSpatial()])
    canvas.show()
    for item in ("gouda-k1", "delft-k1", "leiden-k1", "delft-o1"):
        state.set_item(item)
    with qtbot.waitSignal(canvas.mapCanvasRefreshed, timeout=20000):
        canvas.refresh()
    assert state.item.id == "delft-o1"
    assert view(canvas, project).contains(box_of(link, "centrum-delft", "verbinding-gouda-delft"))


def test_layers_that_come_later_are_listened_to_and_removed_ones_are_forgotten(
    state, link, tree, project, small_pack, small_pack_file
):
    project.removeMapLayer(tree.layer("plekken_vlak").id())
    state.set_item("delft-k1")
    tree.add(small_pack, small_pack_file)
    select(tree.layer("plekken_vlak"), "centrum-leiden")
    assert state.item.city == "leiden"
    project.clear()
    state.set_item("gouda-k1")
    assert len(link.highlight.marks()) == 2


def test_another_pack_brings_its_own_geometries(state, link, real_pack, real_pack_file):
    state.set_item("delft-k1")
    state.set_pack(real_pack, real_pack_file)
    assert link.highlight.marks() == ()
    assert "centrum-delft" not in link.geometries()
    state.set_city(real_pack.cities[0].id)
    assert link.highlight.marks()


def test_close_leaves_no_listener_and_nothing_on_the_canvas(canvas, project, state, tree, small_pack, small_pack_file):
    tree.add(small_pack, small_pack_file)
    items = len(canvas.scene().items())
    layer = tree.layer("plekken_vlak")
    receivers = [
        (canvas, canvas.destinationCrsChanged),
        (canvas, canvas.layersChanged),
        (canvas, canvas.renderStarting),
        (state, state.packChanged),
        (state, state.chapterChanged),
        (state, state.cityChanged),
        (state, state.itemChanged),
        (state, state.shownChanged),
        (state, state.hereChanged),
        (state, state.packRenewed),
        (tree, tree.changed),
        (layer, layer.selectionChanged),
    ]
    before = [thing.receivers(signal) for thing, signal in receivers]
    link = MapLink(canvas, project, state, tree)
    state.set_item("delft-k1")
    assert [thing.receivers(signal) for thing, signal in receivers] != before
    link.close()
    assert [thing.receivers(signal) for thing, signal in receivers] == before
    assert len(canvas.scene().items()) == items
    assert not [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]
    state.set_item("gouda-k1")
    select(layer, "centrum-leiden")
    assert state.item.id == "gouda-k1"


def test_close_bears_layers_that_are_gone(canvas, project, state, tree, small_pack, small_pack_file):
    tree.add(small_pack, small_pack_file)
    link = MapLink(canvas, project, state, tree)
    project.clear()
    link.close()


def test_points_of_a_workshop_are_shown_one_by_one_and_all_together(canvas, project, state, link, small_pack_file):
    from sterkesteden_plugin.store.editing import Editor
    from sterkesteden_plugin.store.reader import read_pack

    editor = Editor(project, small_pack_file, "Anna")
    editor.create("workshop", {"id": "w", "stad_id": "gouda", "datum": "2019-05-12"}).save()
    for name, x in (("een", 108000), ("twee", 112000)):
        edit = editor.create("workshop_punt", {"id": name, "workshop_id": "w", "naam": name})
        edit.set_geometry(QgsGeometry.fromPointXY(QgsPointXY(x, 447000)))
        edit.save()
    state.renew_pack(read_pack(small_pack_file))
    link.show_place("een")
    assert marked(link) == wkt(link, "een")
    assert view(canvas, project).center().distance(QgsPointXY(108000, 447000)) < 1
    link.show_place("w")
    assert marked(link) == wkt(link, "een", "twee")
    assert view(canvas, project).contains(box_of(link, "een", "twee"))
    editor.delete("workshop_punt", "twee")
    state.renew_pack(read_pack(small_pack_file))
    assert marked(link) == wkt(link, "een")
