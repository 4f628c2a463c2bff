# SPDX-License-Identifier: GPL-2.0-or-later
"""What a chapter of a user's own keeps of the map, and which places must be in view. Pure: no QGIS, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .model import Box, OwnLayer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import PlaceLink

_COMPARED = "vergelijkt met"  # role of a place that may lie far off: it is marked, and the view is that of the others


@dataclass(frozen=True)
class View:
    """Rectangle in the CRS of the schema, ids of the story layers that are on, ids of the places that are selected, and
    what else of the user's own is on."""

    box: Box
    layers: tuple[str, ...]
    places: tuple[str, ...]
    own_layers: tuple[OwnLayer, ...] = ()


def located(links: Iterable[PlaceLink]) -> tuple[str, ...]:
    """The places that are on the map, each once."""
    return tuple(dict.fromkeys(link.place.id for link in links if link.place.located))


def in_view(links: Iterable[PlaceLink]) -> tuple[str, ...]:
    """The places that must be in view: without those that others are only compared with, where there are others."""
    links = tuple(links)
    return located(link for link in links if link.role != _COMPARED) or located(links)
