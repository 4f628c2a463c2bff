# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage as earlier versions had it (0.1.0: schema 1), made from one of now. The tour uses it inside QGIS too."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from sterkesteden_plugin.store.blob import register
from sterkesteden_plugin.store.migrate import fingerprints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

REGISTERS = ("gpkg_contents", "gpkg_ogr_contents", "gpkg_geometry_columns", "gpkg_extensions")
SINCE_2 = ("nu", "workshop_score", "workshop_punt", "geschiedenis")
SINCE_3 = (
    "hoofdstuk_eigen_laag",
    "lading_rij",
    "lading",
    "gegevensset_keuze",
    "gegevensset_veld",
    "gegevensset",
)
SINCE_4 = (
    "gebiedsopvolger",
    "toets_gegevens",
    "toets_indicator",
    "toets_gebied",
    "toets_hoofdstuk",
    "toets_item",
    "toets",
)
COLUMNS_SINCE_2 = {
    "verhaal": ("eigen", "gewijzigd_op", "gewijzigd_door"),
    "hoofdstuk": ("xmin", "ymin", "xmax", "ymax", "gewijzigd_op", "gewijzigd_door"),
    "item": ("status", "eigenaar", "planning", "gewijzigd_op", "gewijzigd_door"),
    "cijfer": ("reeksbreuk",),
    "workshop": ("gewijzigd_op", "gewijzigd_door"),
    **{f"plaats_{kind}": ("gewijzigd_op", "gewijzigd_door") for kind in ("punt", "lijn", "vlak", "zonder")},
}
COLUMNS_SINCE_4 = {"gegevensset_veld": ("onbekend",)}
COLUMNS_SINCE_3 = {"cijfer": ("status",), "dienst": ("bladeren", "valkuil")}


def drop_history(db: sqlite3.Connection) -> None:
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'geschiedenis_*'"
    for (name,) in db.execute(query).fetchall():
        db.execute(f"DROP TRIGGER {name}")


def drop_since_4(db: sqlite3.Connection) -> None:
    """Take from a file what schema 4 brought."""
    drop_tables(db, SINCE_4)
    drop_columns(db, COLUMNS_SINCE_4)


def drop_since_3(db: sqlite3.Connection) -> None:
    """Take from a file what came since schema 2; the tables of what users load, too."""
    drop_since_4(db)
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'open_*'"
    drop_tables(db, (*SINCE_3, *(name for (name,) in db.execute(query).fetchall())))
    drop_columns(db, COLUMNS_SINCE_3)
    db.execute("PRAGMA legacy_alter_table = ON")  # or the views would be asked what they think of it
    db.execute("DELETE FROM laag WHERE gegevensset_id IS NOT NULL")
    db.execute("DELETE FROM groep WHERE id NOT IN (SELECT groep_id FROM laag)")
    drop_reference(db, "laag", "gegevensset_id")
    drop_reference(db, "indicator", "deel_van_id")


def drop_reference(db: sqlite3.Connection, table: str, column: str) -> None:
    """A column that refers to a table cannot be dropped: the table is made anew without it."""
    (made,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    without = re.sub(rf', FOREIGN KEY \("{column}"\).*?(?=, FOREIGN|\)$)', "", made.replace(f', "{column}" TEXT', ""))
    db.execute(f"ALTER TABLE {table} RENAME TO newer")
    db.execute(without)
    names = ", ".join(row[1] for row in db.execute(f"PRAGMA table_info({table})"))
    db.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM newer")
    db.execute("DROP TABLE newer")


def drop_tables(db: sqlite3.Connection, tables: Iterable[str]) -> None:
    for table in tables:
        db.execute(f"DROP TABLE IF EXISTS rtree_{table}_geom")
        db.execute(f"DROP TABLE IF EXISTS {table}")
        for register_ in REGISTERS:
            db.execute(f"DELETE FROM {register_} WHERE table_name = ?", (table,))


def drop_columns(db: sqlite3.Connection, columns: dict[str, tuple[str, ...]]) -> None:
    for table, names in columns.items():
        there = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
        for name in there.intersection(names):
            db.execute(f"ALTER TABLE {table} DROP COLUMN {name}")


def make_schema_2(path: Path) -> dict[str, str]:
    """Take from a file all that came since schema 2; return the fingerprints of what is then in it."""
    return _make(path, 2, drop_since_3)


def make_schema_3(path: Path) -> dict[str, str]:
    """Take from a file all that schema 4 brought; return the fingerprints of what is then in it."""
    return _make(path, 3, drop_since_4)


def _make(path: Path, version: int, drop: Callable[[sqlite3.Connection], None]) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as db:
        register(db)
        drop(db)
        db.execute("UPDATE pakket SET schema_versie = ?, inhoud_versie = 'oud'", (version,))
        db.commit()
        db.execute("VACUUM")
        return fingerprints(db)


def make_old(path: Path, before: str = "") -> dict[str, str]:
    """Take from a file all that came since schema 1, then run `before`; return the fingerprints of what is in it."""
    with closing(sqlite3.connect(path)) as db:
        register(db)
        drop_history(db)
        (view,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'plaats'").fetchone()
        db.execute("DROP VIEW plaats")
        db.execute("DROP TABLE wijziging")
        drop_since_3(db)
        drop_tables(db, SINCE_2)
        drop_columns(db, COLUMNS_SINCE_2)
        db.execute(view.replace(', "gewijzigd_op", "gewijzigd_door"', ""))
        db.executescript(before)
        db.execute("UPDATE pakket SET schema_versie = 1, inhoud_versie = 'oud'")
        db.commit()
        db.execute("VACUUM")
        return fingerprints(db)
