# SPDX-License-Identifier: GPL-2.0-or-later
"""From the map to the state: what is selected in the story layers becomes active."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from .drawn import ITEMS_FIELD, has_items
from .tree import PACK_PROPERTY, StoryTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..state import State


class MapSelection(QObject):
    """Listens to the selection of each story layer that draws places of items."""

    def __init__(self, project: QgsProject, state: State, tree: StoryTree, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._state = state
        self._tree = tree
        self._slots: dict[str, tuple[QgsVectorLayer, Callable[..., None]]] = {}
        tree.changed.connect(self._follow_layers)
        self._follow_layers()

    def close(self) -> None:
        """Let go of the layers."""
        self._tree.changed.disconnect(self._follow_layers)
        for layer, slot in self._slots.values():
            if not sip.isdeleted(layer):
                layer.selectionChanged.disconnect(slot)
        self._slots = {}

    def _follow_layers(self) -> None:
        """Listen to those that are there, and forget those that are gone."""
        present = {layer.id(): layer for layer in self._tree.layers() if has_items(layer)}
        for layer_id in set(self._slots) - set(present):
            del self._slots[layer_id]
        for layer_id in set(present) - set(self._slots):
            slot = partial(self._take, layer_id)
            present[layer_id].selectionChanged.connect(slot)
            self._slots[layer_id] = (present[layer_id], slot)

    def _take(self, layer_id: str, *_selection: Any) -> None:
        layer = self._project.mapLayer(layer_id)
        pack = self._state.pack
        if layer is None or pack is None or layer.customProperty(PACK_PROPERTY) != pack.id:
            return
        column = layer.fields().indexOf(ITEMS_FIELD)
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([column])
        named = [str(feature[column] or "").split() for feature in layer.getSelectedFeatures(request)]
        items = list(dict.fromkeys(item for ids in named for item in ids if item in pack.item_by_id))
        if not items:
            return
        if len(items) == 1 or self._state.item is None or self._state.item.id not in items:
            self._state.set_item(items[0], from_map=True)
        if len(items) > 1:
            self._state.set_here(items)
