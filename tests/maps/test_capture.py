# SPDX-License-Identifier: GPL-2.0-or-later
"""What is kept of the map as the view of a chapter."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsVectorLayer

from sterkesteden_plugin.maps.capture import capture_view


@pytest.mark.parametrize("crs", ["EPSG:28992", "EPSG:3857", "EPSG:4326"])
def test_the_extent_is_kept_in_the_crs_of_the_schema(canvas, project, state, link, tree, crs):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    state.set_item("gouda-o1")
    view = capture_view(canvas, project, state, tree)
    wanted = link.geometries()["centrum-gouda"].boundingBox()
    assert QgsRectangle(*view.box).contains(wanted)
    assert view.box[2] - view.box[0] < 100_000


def test_the_layers_that_are_on_and_the_places_of_the_item_are_kept(canvas, project, state, link, tree, small_pack):
    chapter = next(chapter for chapter in small_pack.chapters if chapter.layers)
    state.set_chapter(chapter.id)
    view = capture_view(canvas, project, state, tree)
    services = {layer.id for layer in small_pack.layers if layer.service is not None}
    assert set(view.layers) - services == set(chapter.layers) - services
    assert view.places == ()
    state.set_item("gouda-o1")
    assert set(capture_view(canvas, project, state, tree).places) == {"centrum-gouda", "verbinding-gouda-delft"}
    state.set_shown(["delft-k1"])
    item = small_pack.item_by_id["delft-k1"]
    located = {link.place.id for link in item.places if link.place.located}
    assert set(capture_view(canvas, project, state, tree).places) == located


def test_what_is_selected_in_a_layer_that_is_on_is_kept(canvas, project, state, link, tree):
    link.show_home()
    layer = next(layer for layer in tree.layers() if _has_features(layer))
    node = project.layerTreeRoot().findLayer(layer.id())
    feature = next(layer.getFeatures())
    layer.selectByIds([feature.id()])
    state.set_shown([])  # whatever the selection chose, only the selection itself counts here
    node.setItemVisibilityCheckedParentRecursive(True)
    assert capture_view(canvas, project, state, tree).places == (feature["id"],)
    node.setItemVisibilityChecked(False)
    assert capture_view(canvas, project, state, tree).places == ()


def test_without_an_extent_there_is_no_view(canvas, project, state, link, tree, monkeypatch):
    monkeypatch.setattr(canvas, "extent", QgsRectangle)
    assert capture_view(canvas, project, state, tree) is None


def _has_features(layer):
    return isinstance(layer, QgsVectorLayer) and layer.isSpatial() and layer.featureCount() > 0
