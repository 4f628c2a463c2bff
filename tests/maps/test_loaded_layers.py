# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of open data come with what was loaded, go when that is undone, and are shown on the map when asked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from qgis.core import QgsLayerTreeModel, QgsRectangle
from qgis.gui import QgsLayerTreeView
from qgis.PyQt import sip

from sterkesteden_plugin.maps.loaded_layers import follow_loads, show_loaded
from sterkesteden_plugin.story.model import Load

SET = "panden"
X, Y = 256_000, 533_000


@pytest.fixture()
def view(project):
    view = QgsLayerTreeView()
    model = QgsLayerTreeModel(project.layerTreeRoot(), view)
    view.setModel(model)
    yield view
    sip.delete(view)


@pytest.fixture()
def loaded(real_pack):
    load = Load("l", SET, "2026-01-01T00:00:00Z", None, None, None, real_pack.sources[0], 1, 1, 0, 0, False)
    return replace(real_pack, loads=(load,))


def fill(path, count):
    """So many rows in the table of the data set, without what OGR would do beside."""
    from osgeo import ogr

    source = ogr.Open(str(path), 1)
    layer = source.GetLayerByName(f"open_{SET}")
    for number in range(count):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["identificatie"] = str(number)
        corner = f"{X + 10} {Y}, {X + 10} {Y + 10}, {X} {Y}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"MULTIPOLYGON ((({X} {Y}, {corner})))"))
        layer.CreateFeature(feature)
    del source


def the_layer(tree, pack):
    (spec,) = (spec for spec in pack.layers if spec.dataset == SET)
    return tree.layer(spec.id), spec


def test_a_layer_comes_with_the_first_load_and_goes_with_its_undoing(tree, project, loaded, real_pack, real_pack_file):
    tree.add(real_pack, real_pack_file)
    before = len(project.mapLayers())
    fill(real_pack_file, 2)
    assert follow_loads(tree, loaded, real_pack_file, [SET]) == (True, [])
    layer, spec = the_layer(tree, loaded)
    assert layer.featureCount() == 2
    group = project.layerTreeRoot().findLayer(layer.id()).parent()
    name = group.name()
    assert follow_loads(tree, loaded, real_pack_file, [SET]) == (False, [])

    with closing(sqlite3.connect(real_pack_file)) as db, db:
        # Somebody changed a row: undo left it, and its layer shows it.
        db.execute("UPDATE gpkg_ogr_contents SET feature_count = 1 WHERE table_name = ?", (f"open_{SET}",))
    assert follow_loads(tree, real_pack, real_pack_file, [SET]) == (False, [])
    assert tree.layer(spec.id) is not None

    with closing(sqlite3.connect(real_pack_file)) as db, db:
        db.execute("UPDATE gpkg_ogr_contents SET feature_count = 0 WHERE table_name = ?", (f"open_{SET}",))
    assert follow_loads(tree, real_pack, real_pack_file, [SET]) == (True, [])
    assert tree.layer(spec.id) is None and len(project.mapLayers()) == before
    assert project.layerTreeRoot().findGroup(name) is None, "a group that holds nothing goes too"


def test_what_was_loaded_is_shown_when_asked(tree, project, canvas, view, loaded, real_pack_file):
    fill(real_pack_file, 1)
    tree.add(loaded, real_pack_file)
    layer, spec = the_layer(tree, loaded)
    node = project.layerTreeRoot().findLayer(layer.id())
    node.parent().setExpanded(False)
    assert not spec.visible and not node.isVisible()
    near = QgsRectangle(X - 50, Y - 50, X + 5, Y + 50)
    canvas.setExtent(near)
    extent = canvas.extent()

    show_loaded(tree, loaded, SET, project, view, canvas)
    assert node.isVisible() and node.parent().isExpanded()
    assert view.currentLayer() is layer
    assert canvas.extent() == extent, "it is in sight"

    for far in (QgsRectangle(0, 400_000, 1000, 401_000), QgsRectangle(X - 1e5, Y - 1e5, X + 1e5, Y + 1e5)):
        canvas.setExtent(far)  # where it is out of sight, or as small as a dot
        show_loaded(tree, loaded, SET, project, view, canvas)
        assert canvas.extent().contains(QgsRectangle(X, Y, X + 10, Y + 10)) and canvas.extent().width() < 2000
