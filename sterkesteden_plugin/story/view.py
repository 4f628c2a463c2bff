# SPDX-License-Identifier: GPL-2.0-or-later
"""What a chapter of a user's own keeps of the map, and which places must be in view. Pure: no QGIS, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .model import Box, OwnLayer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import PlaceLink

_CAPTURED = "ligt in"  # what the places that were selected have to do with the chapter
_COMPARED = "vergelijkt met"  # role of a place that may lie far off: it is marked, and the view is that of the others


@dataclass(frozen=True)
class View:
    """Rectangle in the CRS of the schema, ids of the story layers that are on, ids of the places that are selected, and
    what else of the user's own is on."""

    box: Box
    layers: tuple[str, ...]
    places: tuple[str, ...]
    own_layers: tuple[OwnLayer, ...] = ()

    @property
    def values(self) -> dict[str, Any]:
        """What the row of a chapter says of it."""
        return {"uitsnede_id": None, **dict(zip(("xmin", "ymin", "xmax", "ymax"), self.box))}

    @property
    def links(self) -> dict[str, list[dict[str, Any]]]:
        """What the links of a chapter say of it, by table."""
        own = [{"laag": one.id, "titel": one.title, "volgorde": n} for n, one in enumerate(self.own_layers)]
        places = [{"plaats_id": place, "rol": _CAPTURED, "volgorde": n} for n, place in enumerate(self.places)]
        layers = [{"laag_id": layer} for layer in self.layers]
        return {"hoofdstuk_laag": layers, "hoofdstuk_eigen_laag": own, "hoofdstuk_plaats": places}


def located(links: Iterable[PlaceLink]) -> tuple[str, ...]:
    """The places that are on the map, each once."""
    return tuple(dict.fromkeys(link.place.id for link in links if link.place.located))


def in_view(links: Iterable[PlaceLink]) -> tuple[str, ...]:
    """The places that must be in view: without those that others are only compared with, where there are others."""
    links = tuple(links)
    return located(link for link in links if link.role != _COMPARED) or located(links)
