# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage as version 0.1.0 had it, made from one of this version. Also used inside QGIS, by the tour."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from sterkesteden_plugin.store.blob import register
from sterkesteden_plugin.store.migrate import fingerprints

if TYPE_CHECKING:
    from pathlib import Path

NEW_TABLES = ("nu", "workshop_score", "workshop_punt", "geschiedenis")
NEW_COLUMNS = {
    "verhaal": ("eigen", "gewijzigd_op", "gewijzigd_door"),
    "hoofdstuk": ("xmin", "ymin", "xmax", "ymax", "gewijzigd_op", "gewijzigd_door"),
    "item": ("status", "eigenaar", "planning", "gewijzigd_op", "gewijzigd_door"),
    "cijfer": ("reeksbreuk",),
    "workshop": ("gewijzigd_op", "gewijzigd_door"),
    **{f"plaats_{kind}": ("gewijzigd_op", "gewijzigd_door") for kind in ("punt", "lijn", "vlak", "zonder")},
}


def drop_history(db: sqlite3.Connection) -> None:
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'geschiedenis_*'"
    for (name,) in db.execute(query).fetchall():
        db.execute(f"DROP TRIGGER {name}")


def make_old(path: Path, before: str = "") -> dict[str, str]:
    """Take from a file all that schema 2 brought, then run `before`; return the fingerprints of what is then in it."""
    with closing(sqlite3.connect(path)) as db:
        register(db)
        drop_history(db)
        (view,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'plaats'").fetchone()
        db.execute("DROP VIEW plaats")
        db.execute("DROP TABLE wijziging")
        db.execute("DROP TABLE rtree_workshop_punt_geom")
        for table in NEW_TABLES:
            db.execute(f"DROP TABLE {table}")
            for register_ in ("gpkg_contents", "gpkg_ogr_contents", "gpkg_geometry_columns", "gpkg_extensions"):
                db.execute(f"DELETE FROM {register_} WHERE table_name = ?", (table,))
        for table, columns in NEW_COLUMNS.items():
            for column in columns:
                db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        db.execute(view.replace(', "gewijzigd_op", "gewijzigd_door"', ""))
        db.executescript(before)
        db.execute("UPDATE pakket SET schema_versie = 1, inhoud_versie = 'oud'")
        db.commit()
        db.execute("VACUUM")
        return fingerprints(db)
