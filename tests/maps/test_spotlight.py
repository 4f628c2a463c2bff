# SPDX-License-Identifier: GPL-2.0-or-later
"""Items shown together are all that the map shows: the rest lies under a veil, and nothing of the project changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

ITEM, OTHER = "gouda-o1", "leiden-o1"  # of two cities, each with a centre


@pytest.fixture()
def shown(canvas, project, state, link, tree, qtbot):
    """A canvas with centres in plain red, of which those of one city's opgave are shown."""
    canvas.setExtent(QgsRectangle(60_000, 420_000, 140_000, 480_000))
    for spec, make in (("plekken_vlak", QgsFillSymbol), ("plekken_punt", QgsMarkerSymbol)):
        layer = tree.layer(spec)
        if layer is not None:
            layer.setRenderer(QgsSingleSymbolRenderer(make.createSimple({"color": "#ff0000", "outline_style": "no"})))
            layer.setLabelsEnabled(False)
    layer = tree.layer("plekken_vlak")
    canvas.setLayers([layer])
    project.setDirty(False)
    canvas.show()
    qtbot.waitExposed(canvas)
    yield layer
    canvas.hide()


def drawn(canvas, link, qtbot):
    qtbot.waitUntil(lambda: not canvas.isDrawing() and not link._spotlight._maker.busy)


def colour(canvas, link, place):
    """What is seen in the middle of a place, without what is marked."""
    link.highlight.clear()
    point = link.geometries()[place].pointOnSurface().asPoint()
    pixel = canvas.getCoordinateTransform().transform(point)
    return canvas.grab().toImage().pixelColor(round(pixel.x()), round(pixel.y()))


def test_only_what_is_shown_is_in_full_colour(canvas, link, state, shown, qtbot):
    red = QColor("#ff0000")
    with qtbot.waitSignal(canvas.mapCanvasRefreshed):
        canvas.refresh()
    assert colour(canvas, link, "centrum-leiden") == red
    state.set_shown([ITEM])
    canvas.setExtent(QgsRectangle(60_000, 420_000, 140_000, 480_000))
    with qtbot.waitSignal(link._spotlight._maker.drawn):
        canvas.refresh()
    drawn(canvas, link, qtbot)
    assert colour(canvas, link, "centrum-gouda") == red
    faded = colour(canvas, link, "centrum-leiden")
    assert faded.red() == 255 and 150 < faded.green() == faded.blue()
    state.set_shown([])  # exactly these, also where there are none
    drawn(canvas, link, qtbot)
    assert colour(canvas, link, "centrum-gouda") == colour(canvas, link, "centrum-leiden") == faded
    state.set_shown(None)
    assert colour(canvas, link, "centrum-leiden") == red


def test_nothing_of_the_project_is_changed(canvas, project, link, state, shown, qtbot):
    layers = set(project.mapLayers())
    state.set_shown([ITEM, OTHER])
    drawn(canvas, link, qtbot)
    assert [{feature["id"] for feature in layer.getFeatures()} for layer in link._spotlight._layers]
    assert set(project.mapLayers()) == layers
    assert all(layer.subsetString() == "" for layer in project.mapLayers().values() if hasattr(layer, "subsetString"))
    assert canvas.layers() == [shown]


def named(text, placement, priority):
    settings = QgsPalLayerSettings()
    settings.fieldName, settings.isExpression, settings.priority = f"'{text}'", True, priority
    settings.placement = placement
    return QgsVectorLayerSimpleLabeling(settings)


def test_a_name_stands_where_the_map_has_it_and_not_once_more_beside_it(canvas, link, state, shown, qtbot):
    """In the map another name is in the way; over the veil it is not there."""
    obstacle = QgsVectorLayer("Point?crs=EPSG:28992", "", "memory")
    feature = QgsFeature()
    feature.setGeometry(link.geometries()["centrum-gouda"].centroid())
    obstacle.dataProvider().addFeatures([feature])
    placements = QgsPalLayerSettings.Placement
    obstacle.setLabeling(named("in de weg", placements.OverPoint, 10))
    shown.setLabeling(named("Gouda", placements.Horizontal, 1))
    for layer in (obstacle, shown):
        layer.setLabelsEnabled(True)
    canvas.setLayers([obstacle, shown])
    canvas.setExtent(link.geometries()["centrum-gouda"].boundingBox().buffered(50))
    state.set_shown([ITEM])
    canvas.setExtent(link.geometries()["centrum-gouda"].boundingBox().buffered(50))
    with qtbot.waitSignal(canvas.mapCanvasRefreshed):
        canvas.refresh()
    drawn(canvas, link, qtbot)
    in_map = {name.labelText: name.labelRect for name in canvas.labelingResults().allLabels()}
    settings = QgsMapSettings(canvas.mapSettings())
    settings.setLayers(link._spotlight._layers)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    over_veil = {name.labelText: name.labelRect for name in job.takeLabelingResults().allLabels()}
    assert set(in_map) == {"in de weg", "Gouda"} and set(over_veil) == {"Gouda"}
    assert over_veil["Gouda"].center().distance(in_map["Gouda"].center()) < 2 * canvas.mapUnitsPerPixel()


def places(link):
    return {feature["id"] for layer in link._spotlight._layers for feature in layer.getFeatures()}


def test_exactly_the_places_of_the_items_and_within_what_the_user_filters(link, state, tree):
    state.set_shown([ITEM])
    assert places(link) == set(link.marked()) and places(link)
    state.set_shown([ITEM, OTHER])
    assert places(link) == set(link.marked())
    tree.layer("plekken_vlak").setSubsetString("\"id\" <> 'centrum-leiden'")
    state.set_shown([OTHER])
    assert "centrum-leiden" not in places(link)


@pytest.mark.parametrize(
    "leave",
    [
        lambda state: state.set_shown(None),
        lambda state: state.set_item(ITEM),
        lambda state: state.set_item(ITEM, from_map=True),
        lambda state: state.set_city("leiden"),
        lambda state: state.set_chapter(state.pack.chapters[0].id),
        lambda state: state.set_here([ITEM]),
        lambda state: state.set_pack(None, None),
    ],
)
def test_anything_else_that_is_chosen_takes_the_veil_away(canvas, link, state, leave):
    state.set_shown([ITEM])
    assert link._spotlight.on and link._spotlight._veil.isVisible()
    leave(state)
    assert not link._spotlight.on and not link._spotlight._veil.isVisible() and not link._spotlight._picture.isVisible()


def test_of_items_without_location_nothing_is_left_of_the_map(link, state, small_pack):
    items = tuple(replace(item, places=()) if item.id == ITEM else item for item in small_pack.items)
    state.renew_pack(replace(small_pack, items=items))
    state.set_shown([ITEM])
    assert not link._spotlight.on and link._spotlight._veil.isVisible()
    state.set_shown(None)
    assert not link._spotlight._veil.isVisible()


def test_a_layer_that_is_turned_off_is_not_drawn_over_the_veil(canvas, project, link, state, tree):
    state.set_shown([ITEM])
    before = places(link)
    project.layerTreeRoot().findLayer(tree.layer("plekken_vlak").id()).setItemVisibilityChecked(False)
    canvas.layersChanged.emit()  # as QGIS's bridge between tree and canvas makes the canvas tell
    assert places(link) == before - {"centrum-gouda"}


def test_closing_the_project_takes_the_veil_away(project, link, state):
    state.set_shown([ITEM])
    project.clear()
    assert not link._spotlight.on and not link._spotlight._veil.isVisible()
