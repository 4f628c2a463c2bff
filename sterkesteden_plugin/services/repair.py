# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometries of others as a GeoPackage may hold them: valid, of the kind of their table, where the Netherlands are.

By OGR, which lets other threads go on while GEOS works.
"""

from __future__ import annotations

import math
from typing import Any

from qgis.core import QgsGeometry

from ..store.blob import corners, to_blob, wkb_of

_EMPTY = 0b10000  # a flag of the header
_POINT_SIZE = 29  # bytes, header and all


def repaired(blob: bytes | None, kind: str, box: tuple[float, float, float, float]) -> bytes | None:
    """The same blob where nothing is wrong with it, a better one, or None where there is none within the box."""
    if blob is None or blob[3] & _EMPTY:
        return None
    if kind == "Point":
        return blob if len(blob) == _POINT_SIZE and _meets(corners(blob), box) else None
    from osgeo import ogr

    geometry = ogr.CreateGeometryFromWkb(wkb_of(blob))
    if geometry is None or geometry.IsEmpty() or not _meets(geometry.GetEnvelope(), box):
        return None
    wanted = ogr.wkbMultiPolygon if kind == "MultiPolygon" else ogr.wkbMultiLineString
    if geometry.GetGeometryType() == wanted and geometry.IsValid():
        return blob
    valid = geometry.MakeValid()
    parts = _only(valid, wanted) if valid is not None else None
    if parts is None:
        return None
    better = QgsGeometry()
    better.fromWkb(bytes(parts.ExportToIsoWkb()))
    return to_blob(better)


def _only(geometry: Any, wanted: int) -> Any:
    """The parts of the wanted kind, as one geometry; None where there are none."""
    from osgeo import ogr

    single = ogr.wkbPolygon if wanted == ogr.wkbMultiPolygon else ogr.wkbLineString
    found = ogr.Geometry(wanted)
    waiting = [geometry]
    while waiting:
        part = waiting.pop(0)
        if part.GetGeometryType() == single:
            found.AddGeometry(part)
        else:
            waiting += [part.GetGeometryRef(number) for number in range(part.GetGeometryCount())]
    return None if found.IsEmpty() else found


def _meets(found: tuple[float, ...], box: tuple[float, float, float, float]) -> bool:
    """`found` is xmin, xmax, ymin, ymax."""
    xmin, xmax, ymin, ymax = found
    return all(map(math.isfinite, found)) and xmin < box[2] and xmax > box[0] and ymin < box[3] and ymax > box[1]
