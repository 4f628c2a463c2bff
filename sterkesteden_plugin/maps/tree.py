# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a pack in the layer tree of a project: added once, found again, restored in their place.

Layers and groups are known by custom properties alone: the user may rename and move them at will.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from .basemap import settle_transform, tile_source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..story.model import Group, LayerSpec, Pack

LAYER_PROPERTY = "sterkesteden/laag"
GROUP_PROPERTY = "sterkesteden/groep"  # of the group that holds all: its value is the pack's id
PACK_PROPERTY = "sterkesteden/pakket"


def pack_paths(project: QgsProject) -> list[Path]:
    """Return the GeoPackages that the story layers of a project come from, each once, in the order of the tree."""
    found = [
        _path_of(node.layer())
        for node in project.layerTreeRoot().findLayers()
        if isinstance(node.layer(), QgsVectorLayer) and node.layer().customProperty(LAYER_PROPERTY)
    ]
    return [Path(path) for path in dict.fromkeys(found) if path]


class StoryTree(QObject):
    """The story layers of a project. `changed` tells that some came or went, whoever did it."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._known: set[str] = set()
        project.layersAdded.connect(self._note_added)
        project.layersRemoved.connect(self._note_removed)
        self._known = {layer.id() for layer in self.layers()}

    def close(self) -> None:
        """Listen no longer; the layers stay in the project."""
        if sip.isdeleted(self._project):
            return
        self._project.layersAdded.disconnect(self._note_added)
        self._project.layersRemoved.disconnect(self._note_removed)

    def add(self, pack: Pack, path: Path | str) -> list[str]:
        """Add what is missing of the pack's layers and make those that are there read `path`.

        Returns a line for each layer that could not be opened. A project that was empty gets the CRS of the layers.
        """
        was_empty = not self._project.mapLayers()
        problems = []
        made: dict[str, QgsMapLayer] = {}
        for spec in pack.layers:
            layer = self._find(pack.id, spec.id)
            if layer is None or self._project.layerTreeRoot().findLayer(layer.id()) is None:
                # Without a node: the user took it out of the tree, and QGIS removes it as soon as it is idle.
                layer = made[spec.id] = _make_layer(pack, spec, path)
            elif isinstance(layer, QgsVectorLayer):
                _point_to(layer, spec, path)
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

    def layer(self, layer_id: str, pack_id: str | None = None) -> QgsMapLayer | None:
        """Return the layer that shows this layer of a pack (of any pack if none is named), or None."""
        return self._find(pack_id, layer_id)

    def layers(self) -> list[QgsMapLayer]:
        """Return every story layer of the project."""
        if sip.isdeleted(self._project):
            return []
        return [layer for layer in self._project.mapLayers().values() if layer.customProperty(LAYER_PROPERTY)]

    def missing(self, pack: Pack) -> list[LayerSpec]:
        """Return the layers of the pack that the project does not hold, or holds without their data."""
        found = {
            str(layer.customProperty(LAYER_PROPERTY))
            for layer in self.layers()
            if layer.customProperty(PACK_PROPERTY) == pack.id and layer.isValid()
        }
        return [spec for spec in pack.layers if spec.id not in found]

    def show_layers(self, pack: Pack, layer_ids: Iterable[str]) -> None:
        """Check these layers of the pack and uncheck its others; a base map stays as the user has it."""
        wanted = set(layer_ids)
        root = self._project.layerTreeRoot()
        for spec in pack.layers:
            for layer in self._matching(pack.id, spec.id):  # several where the user made copies
                node = root.findLayer(layer.id())
                if node is None:
                    continue
                if spec.id in wanted:
                    node.setItemVisibilityCheckedParentRecursive(True)
                elif spec.service is None:
                    node.setItemVisibilityChecked(False)
        for group in pack.groups:
            specs = [spec for spec in pack.layers if spec.group == group.id]
            node = self._group_node(pack, group.id)
            if node is not None and not any(spec.id in wanted or spec.service is not None for spec in specs):
                node.setItemVisibilityChecked(False)

    def _find(self, pack_id: str | None, layer_id: str) -> QgsMapLayer | None:
        return next(iter(self._matching(pack_id, layer_id)), None)

    def _matching(self, pack_id: str | None, layer_id: str) -> list[QgsMapLayer]:
        return [
            layer
            for layer in self.layers()
            if layer.customProperty(LAYER_PROPERTY) == layer_id
            and pack_id in (None, layer.customProperty(PACK_PROPERTY))
        ]

    def _place(self, pack: Pack, made: dict[str, QgsMapLayer]) -> None:
        """Put layers into their groups, each after its nearest predecessor that is still there."""
        if not made:
            return
        top = self._group_node(pack, pack.id) or self._insert_group(self._project.layerTreeRoot(), 0, pack, pack.id)
        index = 0
        for group in pack.groups:
            specs = [spec for spec in pack.layers if spec.group == group.id]
            node = self._group_node(pack, group.id)
            if node is None and any(spec.id in made for spec in specs):
                node = self._insert_group(top, index, pack, group.id, group)
            if node is None:
                continue
            if node.parent() is top:
                index = top.children().index(node) + 1
            self._fill(node, pack, specs, made)

    def _fill(self, group: QgsLayerTreeGroup, pack: Pack, specs: list[LayerSpec], made: dict[str, QgsMapLayer]) -> None:
        index = 0
        for spec in specs:
            layer = made.get(spec.id)
            if layer is not None:
                node = group.insertLayer(index, layer)
                node.setItemVisibilityChecked(spec.visible)
                node.setExpanded(False)
                index += 1
                continue
            layer = self._find(pack.id, spec.id)
            node = group.findLayer(layer.id()) if layer is not None else None
            if node is not None and node.parent() is group:
                index = group.children().index(node) + 1

    def _group_node(self, pack: Pack, group_id: str) -> QgsLayerTreeGroup | None:
        for node in self._project.layerTreeRoot().findGroups(True):
            if node.customProperty(PACK_PROPERTY) == pack.id and node.customProperty(GROUP_PROPERTY) == group_id:
                return node
        return None

    def _insert_group(
        self, parent: QgsLayerTreeGroup, index: int, pack: Pack, group_id: str, group: Group | None = None
    ) -> QgsLayerTreeGroup:
        node = parent.insertGroup(index, group.title if group else pack.title)
        node.setCustomProperty(PACK_PROPERTY, pack.id)
        node.setCustomProperty(GROUP_PROPERTY, group_id)
        if group is not None:
            node.setItemVisibilityChecked(group.visible)
            node.setExpanded(group.visible)
        return node

    def _note_added(self, layers: list[QgsMapLayer]) -> None:
        story = {layer.id() for layer in layers if layer.customProperty(LAYER_PROPERTY)}
        if story:
            self._known |= story
            self.changed.emit()

    def _note_removed(self, layer_ids: list[str]) -> None:
        gone = self._known.intersection(layer_ids)
        if gone:
            self._known -= gone
            self.changed.emit()


def _make_layer(pack: Pack, spec: LayerSpec, path: Path | str) -> QgsMapLayer:
    if spec.service is not None:
        layer: QgsMapLayer = QgsRasterLayer(tile_source(spec.service), spec.title, "wms")
        metadata = layer.metadata()
        metadata.setRights([spec.service.credit])
        metadata.setLicenses([spec.service.licence])
        layer.setMetadata(metadata)
    else:
        options = QgsVectorLayer.LayerOptions(True, False)
        options.skipCrsValidation = True
        layer = QgsVectorLayer(_uri(spec, path), spec.title, "ogr", options)
        layer.setReadOnly(True)  # a view: what it shows is edited in the tables behind it
    if spec.note:
        layer.setAbstract(spec.note)
    layer.setCustomProperty(LAYER_PROPERTY, spec.id)
    layer.setCustomProperty(PACK_PROPERTY, pack.id)
    return layer


def _point_to(layer: QgsVectorLayer, spec: LayerSpec, path: Path | str) -> None:
    """Make an existing layer read another file, keeping the user's name and style."""
    if Path(_path_of(layer)) != Path(path) or not layer.isValid():
        layer.setDataSource(_uri(spec, path), layer.name(), "ogr")


def _uri(spec: LayerSpec, path: Path | str) -> str:
    return QgsProviderRegistry.instance().encodeUri("ogr", {"path": str(path), "layerName": spec.table})


def _path_of(layer: QgsVectorLayer) -> str:
    """The file of a layer; "" where it has none (QFieldSync and others give a layer another provider)."""
    if layer.providerType() != "ogr":
        return ""
    return str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path", ""))
