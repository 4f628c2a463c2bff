# SPDX-License-Identifier: GPL-2.0-or-later
"""What a chapter of a user's own keeps of the map. Pure: no QGIS, no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Box, OwnLayer


@dataclass(frozen=True)
class View:
    """Rectangle in the CRS of the schema, ids of the story layers that are on, ids of the places that are selected, and
    what else of the user's own is on."""

    box: Box
    layers: tuple[str, ...]
    places: tuple[str, ...]
    own_layers: tuple[OwnLayer, ...] = ()
