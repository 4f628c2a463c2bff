# SPDX-License-Identifier: GPL-2.0-or-later
"""What the map shows now, to be kept as the view of a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsProject, QgsVectorLayer

from ..store.schema import CRS
from ..story.view import View
from .own_layers import visible_own_layers
from .tree import LAYER_PROPERTY, PACK_PROPERTY, StoryTree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.gui import QgsMapCanvas

    from ..state import State
    from .link import MapLink


def capture_view(
    canvas: QgsMapCanvas, project: QgsProject, state: State, tree: StoryTree, link: MapLink
) -> View | None:
    """Extent, layers that are on, and places that are marked or selected.

    None where the extent cannot be told in the CRS of the schema.
    """
    crs = canvas.mapSettings().destinationCrs()
    transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(CRS), project)
    try:
        box = transform.transformBoundingBox(canvas.extent())
    except QgsCsException:
        return None
    if box.isEmpty() or not box.isFinite():
        return None
    on = {layer.customProperty(LAYER_PROPERTY) for layer in _visible(project, state, tree)}
    places = dict.fromkeys([*link.marked(), *_selected(project, state, tree)])
    return View(
        box=(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()),
        layers=tuple(layer.id for layer in state.pack.layers if layer.id in on),
        places=tuple(place for place in places if place in state.pack.place_by_id),
        own_layers=visible_own_layers(project, state.pack),
    )


def _visible(project: QgsProject, state: State, tree: StoryTree) -> Iterator[QgsVectorLayer]:
    root = project.layerTreeRoot()
    for layer in tree.layers():
        node = root.findLayer(layer.id())
        if layer.customProperty(PACK_PROPERTY) == state.pack.id and node is not None and node.isVisible():
            yield layer


def _selected(project: QgsProject, state: State, tree: StoryTree) -> Iterator[str]:
    for layer in _visible(project, state, tree):
        if isinstance(layer, QgsVectorLayer) and layer.selectedFeatureCount():
            column = layer.fields().indexOf("id")
            if column >= 0:
                yield from (str(feature[column]) for feature in layer.getSelectedFeatures())
