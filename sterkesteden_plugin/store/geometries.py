# SPDX-License-Identifier: GPL-2.0-or-later
"""The geometries of a pack: its places, and what workshops marked."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsGeometry

from . import sql
from .blob import from_blob
from .database import reading
from .schema import SPATIAL


def read_geometries(path: Path) -> dict[str, QgsGeometry]:
    """Return the id of each place and workshop point to its geometry in the CRS of the schema.

    A geometry that is empty or unreadable is left out. Raises StoreError where the file or a table cannot be read. Not
    by layers of QGIS: opening these takes longer than all the rest, and this is done in the window after every change.
    """
    found: dict[str, QgsGeometry] = {}
    with reading(path) as db:
        for table in SPATIAL:
            for record, blob in db.execute(sql.select("id, geom", table, "geom IS NOT NULL", "fid")):
                geometry = from_blob(blob) if isinstance(blob, bytes) else QgsGeometry()
                if not geometry.isEmpty() and geometry.boundingBox().isFinite():
                    found[str(record)] = geometry
    return found
