# SPDX-License-Identifier: GPL-2.0-or-later
"""What is kept of the map as the view of a chapter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsVectorLayer

from sterkesteden_plugin.maps.capture import capture_view
from sterkesteden_plugin.maps.own_layers import found_own_layers, missing_own_layers, visible_own_layers
from sterkesteden_plugin.maps.tables import BaseTables
from sterkesteden_plugin.story.model import OwnLayer, PlaceLink


@pytest.mark.parametrize("crs", ["EPSG:28992", "EPSG:3857", "EPSG:4326"])
def test_the_extent_is_kept_in_the_crs_of_the_schema(canvas, project, state, link, tree, crs):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    state.set_item("gouda-o1")
    view = capture_view(canvas, project, state, tree, link)
    wanted = link.geometries()["centrum-gouda"].boundingBox()
    assert QgsRectangle(*view.box).contains(wanted)
    assert view.box[2] - view.box[0] < 100_000


def test_the_layers_that_are_on_and_the_places_of_the_item_are_kept(canvas, project, state, link, tree, small_pack):
    chapter = next(chapter for chapter in small_pack.chapters if chapter.layers)
    state.set_chapter(chapter.id)
    view = capture_view(canvas, project, state, tree, link)
    services = {layer.id for layer in small_pack.layers if layer.service is not None}
    assert set(view.layers) - services == set(chapter.layers) - services
    assert view.places == ()
    state.set_item("gouda-o1")
    assert set(capture_view(canvas, project, state, tree, link).places) == {"centrum-gouda", "verbinding-gouda-delft"}
    state.set_shown(["delft-k1"])
    item = small_pack.item_by_id["delft-k1"]
    located = {link.place.id for link in item.places if link.place.located}
    assert set(capture_view(canvas, project, state, tree, link).places) == located


def test_what_is_selected_in_a_layer_that_is_on_is_kept(canvas, project, state, link, tree):
    link.show_home()
    layer = next(layer for layer in tree.layers() if _has_features(layer))
    node = project.layerTreeRoot().findLayer(layer.id())
    feature = next(layer.getFeatures())
    layer.selectByIds([feature.id()])
    state.set_shown(None)  # whatever the selection chose, only the selection itself counts here
    node.setItemVisibilityCheckedParentRecursive(True)
    assert capture_view(canvas, project, state, tree, link).places == (feature["id"],)
    node.setItemVisibilityChecked(False)
    assert capture_view(canvas, project, state, tree, link).places == ()


def test_without_an_extent_there_is_no_view(canvas, project, state, link, tree, monkeypatch):
    monkeypatch.setattr(canvas, "extent", QgsRectangle)
    assert capture_view(canvas, project, state, tree, link) is None


@pytest.fixture()
def own(project):
    """Two layers of the user's own, one on and one off, in a group that is on."""
    group = project.layerTreeRoot().addGroup("Van mij")
    layers = [QgsVectorLayer("Point?crs=EPSG:28992", name, "memory") for name in ("Mijn laag", "Luchtfoto")]
    for layer in layers:
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    project.layerTreeRoot().findLayer(layers[1].id()).setItemVisibilityChecked(False)
    return layers


def captured(state, view):
    """Make the view a chapter of the pack that is open."""
    pack = state.pack
    links = tuple(PlaceLink(pack.place_by_id[place], "ligt in") for place in view.places)
    chapter = replace(
        pack.chapters[0],
        id="eigen",
        box=view.box,
        extent=None,
        layers=view.layers,
        own_layers=view.own_layers,
        places=links,
    )
    state.renew_pack(replace(pack, chapters=(*pack.chapters, chapter)))
    return chapter


def on(project):
    root = project.layerTreeRoot()
    return {layer_id for layer_id in project.mapLayers() if root.findLayer(layer_id).isVisible()}


def test_extent_layers_and_marks_come_back_with_the_chapter(canvas, project, state, link, tree, own, small_pack):
    state.set_item("gouda-o1")
    canvas.setExtent(QgsRectangle(104_000, 445_000, 104_400, 445_300))  # closer than places are shown by themselves
    base_map = next(tree.layer(layer.id) for layer in small_pack.layers if layer.service is not None)
    node = project.layerTreeRoot().findLayer(base_map.id())
    node.setItemVisibilityChecked(False)
    view = capture_view(canvas, project, state, tree, link)
    extent, layers, marked = canvas.extent(), on(project), link.marked()
    assert view.own_layers == (OwnLayer(own[0].id(), "Mijn laag"),)
    chapter = captured(state, view)
    state.set_chapter(small_pack.chapters[0].id)
    for layer, shown in zip(own, (False, True)):
        project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(shown)
    node.setItemVisibilityChecked(True)
    before = on(project)
    state.set_chapter(chapter.id)
    assert on(project) == layers
    assert set(link.marked()) == set(marked) and marked
    assert canvas.extent().width() == pytest.approx(extent.width(), rel=0.01)
    assert canvas.extent().center().distance(extent.center()) < 1
    assert capture_view(canvas, project, state, tree, link).places == view.places
    state.set_chapter(small_pack.chapters[0].id)
    assert on(project) == before  # what was the user's is as they had it
    assert link.marked() == []


def test_what_the_user_chose_since_stays(canvas, project, state, link, tree, own, small_pack):
    link.show_home()
    chapter = captured(state, capture_view(canvas, project, state, tree, link))
    nodes = [project.layerTreeRoot().findLayer(layer.id()) for layer in own]
    nodes[0].setItemVisibilityChecked(False)
    nodes[1].setItemVisibilityChecked(True)
    state.set_chapter(chapter.id)
    assert [node.isVisible() for node in nodes] == [True, False]
    nodes[0].setItemVisibilityChecked(False)
    nodes[0].setItemVisibilityChecked(True)
    nodes[1].setItemVisibilityChecked(True)
    state.set_city(small_pack.cities[0].id)
    assert [node.isVisible() for node in nodes] == [False, True]


def test_another_project_has_the_layer_by_its_name_or_lacks_it(project, tree, small_pack, own):
    chapter = replace(
        small_pack.chapters[0],
        box=(0.0, 0.0, 1.0, 1.0),
        extent=None,
        own_layers=(OwnLayer("elders", "Luchtfoto"), OwnLayer("elders-2", "Kadaster"), OwnLayer(own[0].id(), "Anders")),
    )
    found = found_own_layers(project, small_pack, chapter.own_layers)
    assert list(found.values()) == [own[1], None, own[0]]
    assert missing_own_layers(project, small_pack, chapter) == ["Kadaster"]


def test_base_tables_are_no_layers_of_ones_own(project, state, tree, small_pack, small_pack_file, link):
    tables = BaseTables(project)
    tables.add(small_pack, small_pack_file)
    for layer in tables.layers():
        project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityCheckedParentRecursive(True)
    assert visible_own_layers(project, small_pack) == ()
    tables.close()


def _has_features(layer):
    return isinstance(layer, QgsVectorLayer) and layer.isSpatial() and layer.featureCount() > 0
