# SPDX-License-Identifier: GPL-2.0-or-later
"""Which places the story layers draw, which of them is on, and turning on those that draw what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest, QgsLayerTreeLayer, QgsMapLayer, QgsProject, QgsVectorLayer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..story.model import Pack
    from .tree import StoryTree

ITEMS_FIELD = "items"
PLACE_FIELD = "id"


def has_items(layer: Any) -> bool:
    """Whether a layer draws places that items may name."""
    return isinstance(layer, QgsVectorLayer) and layer.isSpatial() and layer.fields().indexOf(ITEMS_FIELD) >= 0


class DrawnPlaces:
    """Knows the places of each layer, as long as the file is the same."""

    def __init__(self, project: QgsProject, tree: StoryTree) -> None:
        self._project = project
        self._tree = tree
        self._known: dict[str, tuple[object, frozenset[str]]] = {}

    def forget(self) -> None:
        self._known = {}

    def turn_on(self, pack: Pack, place_ids: Iterable[str], stamp: object) -> None:
        """Turn on layers until each of these places is drawn by one; none is turned off. `stamp`: of the file."""
        missing = set(place_ids)
        for node in sorted(self._nodes(pack), key=lambda node: not node.isVisible()):
            drawn = missing & self._places_of(node.layer(), stamp)
            if drawn:
                missing -= drawn
                node.setItemVisibilityCheckedParentRecursive(True)

    def visible(self, pack: Pack) -> list[QgsVectorLayer]:
        """The layers that are on, from above to below."""
        order = self._project.layerTreeRoot().layerOrder()
        return sorted((node.layer() for node in self._nodes(pack) if node.isVisible()), key=order.index)

    def drawing(
        self, layers: Iterable[QgsMapLayer], place_ids: Iterable[str], stamp: object
    ) -> list[tuple[QgsVectorLayer, frozenset[str]]]:
        """Those of the layers that draw any of these places, each with those of them."""
        wanted = frozenset(place_ids)
        found = ((layer, wanted & self._places_of(layer, stamp)) for layer in layers if has_items(layer))
        return [(layer, places) for layer, places in found if places]

    def _nodes(self, pack: Pack) -> list[QgsLayerTreeLayer]:
        """Those of the layers that draw places, in the order of the pack."""
        root = self._project.layerTreeRoot()
        layers = (layer for spec in pack.layers for layer in self._tree.matching(pack.id, spec.id))
        nodes = (root.findLayer(layer.id()) for layer in layers if has_items(layer))
        return [node for node in nodes if node is not None]

    def _places_of(self, layer: QgsVectorLayer, stamp: object) -> frozenset[str]:
        """The ids of the places in a layer; read again when the file has changed."""
        now = (stamp, layer.source(), layer.subsetString())
        known = self._known.get(layer.id())
        if known is None or known[0] != now:
            column = layer.fields().indexOf(PLACE_FIELD)
            request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([column])
            places = frozenset(str(feature[column]) for feature in layer.getFeatures(request)) if column >= 0 else ()
            known = self._known[layer.id()] = now, frozenset(places)
        return known[1]
