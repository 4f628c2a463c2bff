# SPDX-License-Identifier: GPL-2.0-or-later
"""What of the project a slide shows: its layers, whose base map that is, and what of it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..maps.own_layers import found_own_layers, missing_own_layers

if TYPE_CHECKING:
    from collections.abc import Collection

    from qgis.core import QgsMapLayer, QgsProject

    from ..maps.tree import StoryTree
    from ..story.model import LayerSpec, Pack
    from ..story.slides import Slide


class Shown:
    """Layers of a project by slide. `added` are the ids of layers that a link of the slide showed."""

    def __init__(self, project: QgsProject, tree: StoryTree) -> None:
        self._project = project
        self._tree = tree

    def layers(self, pack: Pack, slide: Slide, added: Collection[str]) -> list[QgsMapLayer]:
        """The layers in the order of the layer tree: those of the slide, and the base map where the user has it on.

        A view that was captured comes back as it was, with or without base map.
        """
        root = self._project.layerTreeRoot()
        wanted = {*slide.layers, *added}
        ids = set()
        for spec in pack.layers:
            for layer in self._tree.matching(pack.id, spec.id):
                node = root.findLayer(layer.id())
                as_user = spec.service is not None and not slide.captured
                if node is not None and layer.isValid() and (node.isVisible() if as_user else spec.id in wanted):
                    ids.add(layer.id())
        own = found_own_layers(self._project, pack, slide.own_layers).values()
        ids.update(layer.id() for layer in own if layer is not None)
        return [layer for layer in root.layerOrder() if layer.id() in ids]

    def credits(self, pack: Pack, layers: Collection[QgsMapLayer]) -> list[str]:
        """Whose base maps are among these layers."""
        ids = {layer.id() for layer in layers}
        found = [
            spec.service.credit
            for spec in pack.layers
            if spec.service is not None and any(each.id() in ids for each in self._tree.matching(pack.id, spec.id))
        ]
        return list(dict.fromkeys(found))

    def missing(self, pack: Pack, slide: Slide, added: Collection[str]) -> list[str]:
        """The titles of layers that the slide shows and the project does not hold."""
        wanted = {*slide.layers, *added}
        own = missing_own_layers(self._project, pack, slide.chapter) if slide.captured and slide.chapter else []
        return [*(_title(spec) for spec in self._tree.missing(pack) if spec.id in wanted and not spec.service), *own]


def _title(spec: LayerSpec) -> str:
    return " ".join(spec.title.split())
