# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas of a layer as rings of NumPy."""

from __future__ import annotations

from struct import unpack_from
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsWkbTypes

if TYPE_CHECKING:
    import numpy as np

_HEAD, _COUNT = 9, 4  # bytes: of order, kind and number of rings; of a number of corners


def rings(area: QgsGeometry) -> tuple[list[np.ndarray], bool]:
    """(rings, repaired): corners (n x 2) of all outer and inner rings, and whether it had to be made valid first.

    Curves become chords. What is no area, or nothing, has no rings.
    """
    if area.isEmpty() or area.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
        return [], False
    straight = area
    if QgsWkbTypes.isCurvedType(area.wkbType()):
        straight = QgsGeometry(area.constGet().segmentize())
    repaired = not straight.isGeosValid()
    if repaired:
        straight = straight.makeValid()
    made = []
    for part in straight.asGeometryCollection() if straight.isMultipart() else [straight]:
        if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
            made += _of_polygon(part)
    return made, repaired


def _of_polygon(polygon: QgsGeometry) -> list[np.ndarray]:
    import numpy as np

    flat = QgsGeometry(polygon)
    flat.get().dropZValue()
    flat.get().dropMValue()
    wkb = bytes(flat.asWkb())
    count, at, found = unpack_from("<I", wkb, _HEAD - _COUNT)[0], _HEAD, []
    for _ in range(count):
        corners = unpack_from("<I", wkb, at)[0]
        at += _COUNT
        found.append(np.frombuffer(wkb, "<f8", 2 * corners, at).reshape(-1, 2))
        at += 16 * corners
    return found
