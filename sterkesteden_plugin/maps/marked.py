# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers and groups that a pack has in a project, known by custom properties alone.

The user may rename and move them at will. What is missing is put in its place; what is there stays where it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..store.tables import is_file_of, path_of, uri_of

if TYPE_CHECKING:
    from collections.abc import Iterable

PACK_PROPERTY = "sterkesteden/pakket"
GROUP_PROPERTY = "sterkesteden/groep"  # of the group that holds all: its value is the pack's id


class MarkedLayers(QObject):
    """The layers of a project that carry one custom property. `changed` tells that some came or went."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, mark: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._mark = mark
        project.layersAdded.connect(self._note_added)
        project.layersRemoved.connect(self._note_removed)
        self._known = {layer.id() for layer in self.layers()}

    def close(self) -> None:
        """Listen no longer; the layers stay in the project."""
        if sip.isdeleted(self._project):
            return
        self._project.layersAdded.disconnect(self._note_added)
        self._project.layersRemoved.disconnect(self._note_removed)

    def layers(self) -> list[QgsMapLayer]:
        """Return every layer of the project that carries the mark."""
        if sip.isdeleted(self._project):
            return []
        return [layer for layer in self._project.mapLayers().values() if layer.customProperty(self._mark)]

    def layer(self, name: str, pack_id: str | None = None) -> QgsMapLayer | None:
        """Return the layer with this mark of a pack (of any pack if none is named), or None."""
        return next(iter(self.matching(pack_id, name)), None)

    def matching(self, pack_id: str | None, name: str) -> list[QgsMapLayer]:
        """Return every layer with this mark: several where the user made copies."""
        return [
            layer
            for layer in self.layers()
            if layer.customProperty(self._mark) == name and pack_id in (None, layer.customProperty(PACK_PROPERTY))
        ]

    def _present(self, pack_id: str, name: str) -> QgsMapLayer | None:
        """The layer, if it has a node: QGIS removes one that the user took out of the tree as soon as it is idle."""
        layer = self.layer(name, pack_id)
        return layer if layer is not None and self._project.layerTreeRoot().findLayer(layer.id()) is not None else None

    def _signed(self, layer: QgsMapLayer, pack_id: str, name: str) -> QgsMapLayer:
        layer.setCustomProperty(self._mark, name)
        layer.setCustomProperty(PACK_PROPERTY, pack_id)
        return layer

    def _fill(
        self,
        group: QgsLayerTreeGroup,
        pack_id: str,
        wanted: Iterable[tuple[str, bool]],
        made: dict[str, QgsMapLayer],
    ) -> None:
        """Put the layers that were made into their group, each after its nearest predecessor that is still there.

        `wanted` are the marks of all layers of the group in their order, each with whether it is checked at first.
        """
        index = 0
        for name, visible in wanted:
            layer = made.get(name)
            if layer is not None:
                node = group.insertLayer(index, layer)
                node.setItemVisibilityChecked(visible)
                node.setExpanded(False)
                index += 1
                continue
            layer = self.layer(name, pack_id)
            node = group.findLayer(layer.id()) if layer is not None else None
            if node is not None and node.parent() is group:
                index = group.children().index(node) + 1

    def _group_node(self, pack_id: str, group_id: str) -> QgsLayerTreeGroup | None:
        for node in self._project.layerTreeRoot().findGroups(True):
            if node.customProperty(PACK_PROPERTY) == pack_id and node.customProperty(GROUP_PROPERTY) == group_id:
                return node
        return None

    def _top_node(self, pack_id: str, title: str) -> QgsLayerTreeGroup:
        """The group that holds all of a pack; made above all else where it is missing."""
        node = self._group_node(pack_id, pack_id)
        return node or insert_group(self._project.layerTreeRoot(), 0, title, pack_id, pack_id)

    def _note_added(self, layers: list[QgsMapLayer]) -> None:
        ours = {layer.id() for layer in layers if layer.customProperty(self._mark)}
        if ours:
            self._known |= ours
            self.changed.emit()

    def _note_removed(self, layer_ids: list[str]) -> None:
        gone = self._known.intersection(layer_ids)
        if gone:
            self._known -= gone
            self.changed.emit()


def insert_group(parent: QgsLayerTreeGroup, index: int, title: str, pack_id: str, group_id: str) -> QgsLayerTreeGroup:
    """Insert a group that is known by its marks."""
    node = parent.insertGroup(index, title)
    node.setCustomProperty(PACK_PROPERTY, pack_id)
    node.setCustomProperty(GROUP_PROPERTY, group_id)
    return node


def point_to(layer: QgsVectorLayer, table: str, path: Path | str) -> None:
    """Make an existing layer read another file, keeping the user's name and style."""
    if not is_file_of(layer, path) or not layer.isValid():
        layer.setDataSource(uri_of(table, path), layer.name(), "ogr")


def files_of(project: QgsProject) -> set[Path]:
    """Every file that a vector layer of the project reads, whoever added it."""
    layers = (layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer))
    return {Path(path) for path in map(path_of, layers) if path}
