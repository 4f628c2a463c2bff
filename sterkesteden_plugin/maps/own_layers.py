# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of the user's own that a captured chapter shows beside those of the story: noted, found again, shown.

They are known by their id in the project, and in another project by their name: the file holds nothing else of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsLayerTreeLayer, QgsMapLayer, QgsProject

from ..store.tables import TABLE_PROPERTY
from ..story.model import OwnLayer
from .marked import PACK_PROPERTY
from .tree import LAYER_PROPERTY, is_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..story.model import Chapter, Pack


def visible_own_layers(project: QgsProject, pack: Pack) -> tuple[OwnLayer, ...]:
    """What is on beside the layers of this pack, in the order of the layer tree."""
    nodes = (node for node in _own_nodes(project, pack) if node.isVisible())
    return tuple(OwnLayer(node.layerId(), node.layer().name()) for node in nodes)


def found_own_layers(project: QgsProject, pack: Pack, wanted: Iterable[OwnLayer]) -> dict[OwnLayer, QgsMapLayer | None]:
    """Each of the layers that are wanted with the one of this project, None where it has none that can be drawn."""
    nodes = list(_own_nodes(project, pack))
    by_id = {node.layerId(): node.layer() for node in nodes}
    by_name = {node.layer().name(): node.layer() for node in reversed(nodes)}
    return {own: by_id.get(own.id) or by_name.get(own.title) for own in wanted}


def missing_own_layers(project: QgsProject, pack: Pack, chapter: Chapter) -> list[str]:
    """The names of the user's own layers that a chapter shows and that this project does not hold."""
    found = found_own_layers(project, pack, chapter.own_layers)
    return list(dict.fromkeys(own.title for own, layer in found.items() if layer is None))


class OwnLayers:
    """Shows of what is the user's (base maps and loaded data too) exactly what was captured, until that is left."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._changed: dict[str, tuple[bool, bool]] = {}  # id of a layer to whether it was checked, and whether it is

    def show(self, pack: Pack, chapter: Chapter) -> None:
        """Turn on what a captured chapter shows and turn off the rest."""
        self.give_back()
        nodes = [*_own_nodes(self._project, pack), *_nodes_beside(self._project, pack)]
        found = found_own_layers(self._project, pack, chapter.own_layers).values()
        shown = {layer.id() for layer in found if layer is not None}
        shown |= {node.layerId() for node in nodes if node.layer().customProperty(LAYER_PROPERTY) in chapter.layers}
        before = {node.layerId(): node.itemVisibilityChecked() for node in nodes}
        for node in nodes:
            if node.layerId() in shown and not node.isVisible():
                node.setItemVisibilityCheckedParentRecursive(True)
        for node in nodes:  # also those whose group was turned on for another
            if node.layerId() not in shown and node.isVisible():
                node.setItemVisibilityChecked(False)
        now = {node.layerId(): node.itemVisibilityChecked() for node in nodes}
        self._changed = {each: (before[each], now[each]) for each in now if before[each] != now[each]}

    def give_back(self) -> None:
        """Turn on and off again what was; what the user chose since stays as they chose it."""
        root, changed, self._changed = self._project.layerTreeRoot(), self._changed, {}
        for layer_id, (before, left) in changed.items():
            node = root.findLayer(layer_id)
            if node is not None and node.itemVisibilityChecked() == left:
                node.setItemVisibilityChecked(before)

    def forget(self) -> None:
        """Another project: nothing is to be given back."""
        self._changed = {}


def _own_nodes(project: QgsProject, pack: Pack) -> Iterator[QgsLayerTreeLayer]:
    """The layers that are drawn and are neither layers of this pack nor the tables that are edited."""
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if layer is None or not layer.isValid() or not layer.isSpatial() or layer.customProperty(TABLE_PROPERTY):
            continue
        if not _is_of(layer, pack):
            yield node


def _nodes_beside(project: QgsProject, pack: Pack) -> Iterator[QgsLayerTreeLayer]:
    """Base maps and loaded data, that other chapters leave as the user has them."""
    ids = {spec.id for spec in pack.layers if is_beside(spec)}
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if layer is not None and _is_of(layer, pack) and layer.customProperty(LAYER_PROPERTY) in ids:
            yield node


def _is_of(layer: QgsMapLayer, pack: Pack) -> bool:
    return bool(layer.customProperty(LAYER_PROPERTY)) and layer.customProperty(PACK_PROPERTY) == pack.id
