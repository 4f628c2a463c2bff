# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometries as a GeoPackage keeps them (OGC 12-128r18, 2.1.3): a header with envelope, then WKB.

`register` gives a connection of Python's sqlite3 the functions that the triggers of a spatial index call, so that
tables with and without geometry can be written in one transaction.
"""

from __future__ import annotations

import sqlite3
import struct
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsWkbTypes

from .schema import CRS

if TYPE_CHECKING:
    from collections.abc import Callable

_MAGIC = b"GP"
_SRS_ID = int(CRS.partition(":")[2])
_LITTLE_ENDIAN, _XY, _EMPTY = 0b1, 0b10, 0b10000
_HEADER = struct.Struct("<2sBBi")
_ENVELOPE = struct.Struct("<4d")
_POINT = struct.Struct("<2d")
_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}  # bytes, by what the flags say


def to_blob(geometry: QgsGeometry) -> bytes:
    """A geometry that is not empty, in the CRS of the schema, as the column `geom` holds it.

    Byte for byte what GDAL writes: when that writes the same geometry again, the history must see no change.
    """
    flags, envelope = _LITTLE_ENDIAN, b""
    if QgsWkbTypes.flatType(geometry.wkbType()) != QgsWkbTypes.Type.Point:
        box = geometry.boundingBox()
        flags |= _XY
        envelope = _ENVELOPE.pack(box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
    return _HEADER.pack(_MAGIC, 0, flags, _SRS_ID) + envelope + bytes(geometry.asWkb())


def from_blob(blob: bytes) -> QgsGeometry:
    """The geometry of a blob; a null geometry where it is none."""
    geometry = QgsGeometry()
    wkb = wkb_of(blob)
    if wkb:
        geometry.fromWkb(wkb)
    return geometry


def wkb_of(blob: bytes) -> bytes:
    """What follows the header; nothing where it is no blob of a geometry."""
    size = _ENVELOPES.get(blob[3] >> 1 & 0b111) if len(blob) > _HEADER.size and blob[:2] == _MAGIC else None
    return b"" if size is None else blob[_HEADER.size + size :]


def corners(blob: bytes) -> tuple[float, float, float, float]:
    """xmin, xmax, ymin, ymax of a geometry that is not empty, as its header says; of a point the point itself."""
    if blob[3] >> 1 & 0b111:
        return _ENVELOPE.unpack_from(blob, _HEADER.size)
    x, y = _POINT.unpack_from(blob, _HEADER.size + 5)
    return x, x, y, y


def register(connection: sqlite3.Connection) -> None:
    """Let the triggers of the spatial index work on this connection."""

    def corner(pick: Callable[[QgsGeometry], float]) -> Callable[[bytes | None], float | None]:
        return lambda blob: None if blob is None or _is_empty(blob) else pick(from_blob(blob))

    connection.create_function("ST_IsEmpty", 1, lambda blob: None if blob is None else int(_is_empty(blob)))
    connection.create_function("ST_MinX", 1, corner(lambda geometry: geometry.boundingBox().xMinimum()))
    connection.create_function("ST_MaxX", 1, corner(lambda geometry: geometry.boundingBox().xMaximum()))
    connection.create_function("ST_MinY", 1, corner(lambda geometry: geometry.boundingBox().yMinimum()))
    connection.create_function("ST_MaxY", 1, corner(lambda geometry: geometry.boundingBox().yMaximum()))


def _is_empty(blob: bytes) -> bool:
    return bool(blob[3] & _EMPTY) or from_blob(blob).isEmpty()
