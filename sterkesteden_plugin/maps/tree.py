# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a pack in the layer tree of a project: added once, found again, restored in their place.

Layers and groups are known by custom properties alone: the user may rename and move them at will.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsEditorWidgetSetup, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ..i18n import tr
from ..store.tables import path_of, uri_of
from .basemap import settle_transform, tile_source
from .marked import GROUP_PROPERTY, PACK_PROPERTY, MarkedLayers, insert_group, point_to

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from qgis.core import QgsLayerTreeLayer

    from ..story.model import LayerSpec, Pack

__all__ = ["GROUP_PROPERTY", "LAYER_PROPERTY", "PACK_PROPERTY", "StoryTree", "pack_paths"]

LAYER_PROPERTY = "sterkesteden/laag"


def pack_paths(project: QgsProject) -> list[Path]:
    """Return the GeoPackages that the story layers of a project come from, each once, in the order of the tree."""
    found = [
        path_of(node.layer())
        for node in project.layerTreeRoot().findLayers()
        if isinstance(node.layer(), QgsVectorLayer) and node.layer().customProperty(LAYER_PROPERTY)
    ]
    return [Path(path) for path in dict.fromkeys(found) if path]


class StoryTree(MarkedLayers):
    """The story layers of a project. `changed` tells that some came or went, whoever did it."""

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(project, LAYER_PROPERTY, parent)

    def add(self, pack: Pack, path: Path | str, only: Collection[str] | None = None) -> list[str]:
        """Add what is missing of the pack's layers and make those that are there read `path`.

        With `only`, of what is missing just those with these ids. Returns a line for each layer that could not be
        opened. A project that was empty gets the CRS of the layers.
        """
        was_empty = not self._project.mapLayers()
        problems = []
        made: dict[str, QgsMapLayer] = {}
        for spec in pack.present_layers:
            layer = self._present(pack.id, spec.id)
            if layer is None and only is not None and spec.id not in only:
                continue
            if layer is None:
                layer = made[spec.id] = self._signed(_make_layer(spec, path), pack.id, spec.id)
            elif isinstance(layer, QgsVectorLayer):
                point_to(layer, str(spec.table), path)
            if not layer.isValid():
                problems.append(tr("The layer “{}” cannot be opened from {}.").format(spec.title, path))
                made.pop(spec.id, None)
        spatial = [layer for layer in made.values() if isinstance(layer, QgsVectorLayer) and layer.isSpatial()]
        if was_empty and spatial:
            self._project.setCrs(spatial[0].crs())
        for layer in made.values():
            if isinstance(layer, QgsRasterLayer):
                settle_transform(self._project, layer.crs())
        self._project.addMapLayers(list(made.values()), False)
        self._place(pack, made)
        return problems

    def missing(self, pack: Pack) -> list[LayerSpec]:
        """Return the layers of the pack that the project does not hold, or holds without their data."""
        found = {
            str(layer.customProperty(LAYER_PROPERTY))
            for layer in self.layers()
            if layer.customProperty(PACK_PROPERTY) == pack.id and layer.isValid()
        }
        return [spec for spec in pack.present_layers if spec.id not in found]

    def show_layers(self, pack: Pack, layer_ids: Iterable[str]) -> None:
        """Check these layers of the pack and uncheck its others; base map and loaded data stay as the user has them."""
        wanted = set(layer_ids)
        root = self._project.layerTreeRoot()
        for spec in pack.layers:
            for layer in self.matching(pack.id, spec.id):  # several where the user made copies
                node = root.findLayer(layer.id())
                if node is None:
                    continue
                if spec.id in wanted:
                    node.setItemVisibilityCheckedParentRecursive(True)
                elif not is_beside(spec):
                    node.setItemVisibilityChecked(False)
        for group in pack.groups:
            specs = [spec for spec in pack.layers if spec.group == group.id]
            node = self._group_node(pack.id, group.id)
            if node is not None and not any(spec.id in wanted or is_beside(spec) for spec in specs):
                node.setItemVisibilityChecked(False)

    def show_layer(self, pack: Pack, layer_id: str) -> None:
        """Check one layer of the pack and the groups around it; all others stay as they are."""
        for layer in self.matching(pack.id, layer_id):
            node = self._project.layerTreeRoot().findLayer(layer.id())
            if node is not None:
                node.setItemVisibilityCheckedParentRecursive(True)

    def nodes(self, pack_id: str, layer_ids: Iterable[str]) -> list[QgsLayerTreeLayer]:
        """Where these layers of a pack stand in the tree."""
        layers = (layer for id_ in layer_ids for layer in self.matching(pack_id, id_))
        found = (self._project.layerTreeRoot().findLayer(layer.id()) for layer in layers)
        return [node for node in found if node is not None]

    def remove_empty(self, pack_id: str, layer_ids: Iterable[str]) -> bool:
        """Take away layers in which nothing is left, and their group where it holds nothing else; whether any was."""
        nodes = [node for node in self.nodes(pack_id, layer_ids) if not node.layer().featureCount()]
        groups = {id(node.parent()): node.parent() for node in nodes}.values()
        self._project.removeMapLayers([node.layerId() for node in nodes])
        for group in groups:
            if not group.children() and group.customProperty(GROUP_PROPERTY):
                group.parent().removeChildNode(group)
        return bool(nodes)

    def redraw(self) -> None:
        """Draw the layers anew that are shown: the tables behind their views have changed."""
        for layer in self.layers():
            if isinstance(layer, QgsVectorLayer):
                layer.triggerRepaint()

    def _place(self, pack: Pack, made: dict[str, QgsMapLayer]) -> None:
        """Put the layers that were made into their groups; a group that is missing comes after its predecessor."""
        if not made:
            return
        top = self._top_node(pack.id, pack.title)
        index = 0
        for group in pack.groups:
            specs = [spec for spec in pack.present_layers if spec.group == group.id]
            node = self._group_node(pack.id, group.id)
            if node is None and any(spec.id in made for spec in specs):
                node = insert_group(top, index, group.title, pack.id, group.id)
                node.setItemVisibilityChecked(group.visible)
                node.setExpanded(group.visible)
            if node is None:
                continue
            if node.parent() is top:
                index = top.children().index(node) + 1
            self._fill(node, pack.id, [(spec.id, spec.visible) for spec in specs], made)


def is_beside(spec: LayerSpec) -> bool:
    """Whether a layer is no part of the story: a base map, or what the user loaded."""
    return spec.service is not None or spec.dataset is not None


def _make_layer(spec: LayerSpec, path: Path | str) -> QgsMapLayer:
    if spec.service is not None:
        layer: QgsMapLayer = QgsRasterLayer(tile_source(spec.service), spec.title, "wms")
        metadata = layer.metadata()
        metadata.setRights([spec.service.credit])
        metadata.setLicenses([spec.service.licence])
        layer.setMetadata(metadata)
    else:
        options = QgsVectorLayer.LayerOptions(True, False)
        options.skipCrsValidation = True
        layer = QgsVectorLayer(uri_of(str(spec.table), path), spec.title, "ogr", options)
        layer.setReadOnly(True)  # views are edited in the tables behind them, what was loaded by loading it again
        _hide_row_numbers(layer)
    if spec.note:
        layer.setAbstract(spec.note)
    return layer


def _hide_row_numbers(layer: QgsVectorLayer) -> None:
    """The number that QGIS gives each row of a view says nothing to who reads its form or table."""
    numbers = layer.primaryKeyAttributes()
    for index in numbers:
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
    table = layer.attributeTableConfig()
    table.update(layer.fields())
    names = {layer.fields()[index].name() for index in numbers}
    columns = table.columns()
    for column in columns:
        column.hidden = column.hidden or column.name in names
    table.setColumns(columns)
    layer.setAttributeTableConfig(table)
