# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a geometry that was loaded lies elsewhere than the one that is there, and how far."""

from __future__ import annotations

import math
from collections.abc import Iterator

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes

from .blob import from_blob

TOLERANCE = 0.001  # metres: what moved less did not move

_MOST_VERTICES = 300  # that are measured of a geometry
_Vertex = tuple[float, float]


def is_same(old: bytes | None, new: bytes) -> bool:
    """Whether a geometry is where it was: each vertex within the tolerance, in the same order."""
    if old == new:
        return True
    before, after = _paths(from_blob(old or b"")), _paths(from_blob(new))
    if [len(path) for path in before] != [len(path) for path in after]:
        return False
    pairs = (pair for path, other in zip(before, after) for pair in zip(path, other))
    return all(math.dist(one, other) <= TOLERANCE for one, other in pairs)


def distance(old: bytes | None, new: bytes) -> float:
    """How far the farthest of either lies from the other (Hausdorff), in metres; infinite where there was none.

    To tell, not to decide: of a geometry with very many vertices that differ a spread of them is measured.
    """
    before, after = from_blob(old or b""), from_blob(new)
    if before.isEmpty():
        return math.inf
    if QgsWkbTypes.geometryType(after.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry:
        return before.distance(after)
    lines = [_edges(geometry) for geometry in (before, after)]
    return max(_farthest(lines[0], lines[1]), _farthest(lines[1], lines[0]))


def _edges(geometry: QgsGeometry) -> QgsGeometry:
    """From a point within an area to that area is no way at all: its edge counts."""
    return geometry.convertToType(QgsWkbTypes.GeometryType.LineGeometry, True)


def _farthest(one: QgsGeometry, other: QgsGeometry) -> float:
    """Of the ends and middles of the pieces that the other does not have, to a centimetre: a spread of them."""
    known = {_rounded(piece) for piece in _pieces(other)}
    ends = {}
    for a, b in _pieces(one):
        if _rounded((a, b)) not in known:
            ends.update(dict.fromkeys((a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b)))
    step = max(1, -(-len(ends) // _MOST_VERTICES))
    points = (QgsGeometry.fromPointXY(QgsPointXY(x, y)) for x, y in list(ends)[::step])
    return max((other.distance(point) for point in points), default=0.0)


def _pieces(geometry: QgsGeometry) -> Iterator[tuple[_Vertex, _Vertex]]:
    for path in _paths(geometry):
        yield from zip(path, path[1:])


def _rounded(piece: tuple[_Vertex, _Vertex]) -> frozenset[tuple[float, float]]:
    """Whichever way it runs."""
    return frozenset((round(x, 2), round(y, 2)) for x, y in piece)


def _paths(geometry: QgsGeometry) -> list[list[_Vertex]]:
    """The vertices of each line or ring."""
    if geometry.isNull():
        return []
    parts = geometry.constGet().coordinateSequence()
    return [[(point.x(), point.y()) for point in ring] for part in parts for ring in part]
