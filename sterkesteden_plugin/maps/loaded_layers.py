# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of open data come when something was loaded, go when that was undone, and are shown when the user asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsRectangle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from qgis.core import QgsLayerTreeLayer, QgsMapLayer, QgsProject
    from qgis.gui import QgsLayerTreeView, QgsMapCanvas

    from ..story.model import Pack
    from .tree import StoryTree

_PADDING = 1.1
_ROOM = 100.0  # metres around it
_DOT = 0.05  # of the width or height of the map


def follow_loads(tree: StoryTree, pack: Pack, path: Path, datasets: Collection[str]) -> tuple[bool, list[str]]:
    """Layers of these data sets come, are read anew, or go; return whether any came or went, and what went wrong."""
    about = [spec for spec in pack.layers if spec.dataset in datasets]
    ids = [spec.id for spec in about if spec.dataset in pack.loaded]
    for layer in (one for spec in about for one in tree.matching(pack.id, spec.id)):
        layer.reload()
    has_gone = tree.remove_empty(pack.id, [spec.id for spec in about if spec.id not in ids])
    if not set(ids) & {spec.id for spec in tree.missing(pack)}:
        return has_gone, []
    return True, tree.add(pack, path, only=ids)


def show_loaded(
    tree: StoryTree, pack: Pack, dataset: str, project: QgsProject, view: QgsLayerTreeView, canvas: QgsMapCanvas
) -> None:
    """Switch the layers of a data set on, show them in the tree, and go where they are if they are not in sight."""
    ids = [spec.id for spec in pack.present_layers if spec.dataset == dataset]
    for id_ in ids:
        tree.show_layer(pack, id_)
    nodes = tree.nodes(pack.id, ids)
    for node in nodes:
        _reveal(view, node)
    box = _box_of((node.layer() for node in nodes), canvas, project)
    if not box.isNull() and not _is_in_sight(box, canvas.extent()):
        box.scale(_PADDING)
        canvas.setExtent(box)
        canvas.refresh()


def _is_in_sight(box: QgsRectangle, view: QgsRectangle) -> bool:
    """Some of it, and not as small as a dot."""
    is_large = max(box.width() / view.width(), box.height() / view.height()) > _DOT if not view.isEmpty() else False
    return is_large and view.intersects(box)


def _reveal(view: QgsLayerTreeView, node: QgsLayerTreeLayer) -> None:
    """Open the groups around a layer, and make it the current one."""
    group = node.parent()
    while group is not None and group.parent() is not None:
        group.setExpanded(True)
        group = group.parent()
    view.setCurrentLayer(node.layer())


def _box_of(layers: Iterable[QgsMapLayer], canvas: QgsMapCanvas, project: QgsProject) -> QgsRectangle:
    """Around all of them, in the CRS of the map; nothing where that cannot be."""
    box = QgsRectangle()
    box.setMinimal()
    for layer in layers:
        extent = layer.dataProvider().extent()
        if extent.isNull():
            continue
        extent.grow(_ROOM)
        there = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), project)
        try:
            box.combineExtentWith(there.transformBoundingBox(extent))
        except QgsCsException:
            continue
    return box if box.isFinite() else QgsRectangle()
