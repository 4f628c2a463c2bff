# SPDX-License-Identifier: GPL-2.0-or-later
"""The rectangle that shows places with some room around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsRectangle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qgis.core import QgsGeometry

_PADDING = 1.25
_SMALLEST = 3000.0  # metres across that at least are in view, so that a point keeps its surroundings


def frame_of(place_ids: Iterable[str], geometries: Mapping[str, QgsGeometry]) -> QgsRectangle | None:
    """The rectangle in the CRS of the schema; None where none of the places has a geometry."""
    box = QgsRectangle()
    for place in place_ids:
        if place in geometries:
            box.combineExtentWith(geometries[place].boundingBox())
    if box.isNull() or not box.isFinite():
        return None
    box.scale(_PADDING)
    missing = _SMALLEST - max(box.width(), box.height())
    if missing > 0:
        box.grow(missing / 2)
    return box
