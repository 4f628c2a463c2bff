# SPDX-License-Identifier: GPL-2.0-or-later
"""Write the GeoPackage: the same content gives the same file, and a file is there whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import fiona
import geopandas

from sterkesteden_plugin.store import ddl
from sterkesteden_plugin.store.schema import CRS, GEOMETRIES, SPATIAL, TABLE_OF_KIND, TABLES, open_table

from . import views
from .layers import Layer
from .metadata import STANDARD, Origin, layer_metadata
from .rows import Row, Rows, columns
from .views import quoted

SRS_ID = int(CRS.partition(":")[2])
_TABLE_NOTES = {
    "plaats_punt": "Alle plaatsen die een punt zijn.",
    "plaats_lijn": "Alle plaatsen die een lijn zijn.",
    "plaats_vlak": "Alle plaatsen die een vlak zijn.",
    "workshop_punt": "Punten die een workshop op de kaart zette.",
}
_STYLES = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
)"""
_METADATA = """
CREATE TABLE IF NOT EXISTS gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT ''
)"""
_METADATA_REFERENCE = """
CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL,
  md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id)
)"""


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path beside `target` that takes its place at the end; after an exception `target` is as it was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.stem}.{os.getpid()}.gpkg")
    try:
        yield draft
        draft.replace(target)
    finally:
        for left in (draft, *(draft.with_name(draft.name + end) for end in ("-journal", "-wal", "-shm"))):
            left.unlink(missing_ok=True)


def write(target: Path, rows: Rows, located: geopandas.GeoDataFrame, layers: Sequence[Layer]) -> None:
    """Write everything to `target`."""
    with replacing(target) as draft:
        stamp = _newest(rows) + "T00:00:00.000Z"
        _geometries(draft, located, stamp)
        _open_tables(draft, rows, stamp)
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("BEGIN")
            Writer(connection, rows, located, stamp).write(layers)
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise AssertionError(f"foreign keys do not hold: {broken[:5]}")
            connection.execute("COMMIT")
            connection.execute("VACUUM")


def _newest(rows: Rows) -> str:
    """The newest reference date of all content stands for the time of writing: the clock would change the file."""
    return max(row.values["peildatum"] for found in rows.values() for row in found if row.values.get("peildatum"))


def _geometries(draft: Path, located: geopandas.GeoDataFrame, stamp: str) -> None:
    """Let OGR write geometries, spatial index and the tables of the GeoPackage itself."""
    with fiona.Env(OGR_CURRENT_DATE=stamp):
        for table, kind in SPATIAL.items():
            part = located.loc[located["tabel"] == table, ["id", "geometry"]]
            schema = {"geometry": kind, "properties": {"id": "str"}}
            options = {"FID": "fid", "GEOMETRY_NAME": "geom", "SPATIAL_INDEX": "YES"}
            with fiona.open(draft, "w", "GPKG", schema, crs=CRS, layer=table, **options) as out:
                out.writerecords(part.iterfeatures())


def open_tables(rows: Rows) -> dict[str, Row]:
    """Table to data set, of those that have one: not figures, and not what only stands in for another."""
    stand_ins = {row.values["reserve_id"] for row in rows["gegevensset"]}
    return {
        open_table(row.values["id"]): row
        for row in rows["gegevensset"]
        if row.values["soort"] in TABLE_OF_KIND and row.values["id"] not in stand_ins
    }


def _open_tables(draft: Path, rows: Rows, stamp: str) -> None:
    """The tables that users fill, with the fields that the catalogue names; `lading_id` says when a row came."""
    with fiona.Env(OGR_CURRENT_DATE=stamp):
        for table, dataset in open_tables(rows).items():
            fields = [r.values for r in rows["gegevensset_veld"] if r.values["gegevensset_id"] == dataset.values["id"]]
            properties = {field["naam"]: _OGR_TYPES[field["soort"]] for field in fields}
            schema = {
                "geometry": TABLE_OF_KIND[dataset.values["soort"]],
                "properties": {**properties, "lading_id": "str"},
            }
            options = {"FID": "fid", "GEOMETRY_NAME": "geom", "SPATIAL_INDEX": "YES"}
            with fiona.open(draft, "w", "GPKG", schema, crs=CRS, layer=table, **options):
                pass  # nothing is loaded yet


_OGR_TYPES = {"TEXT": "str", "INTEGER": "int64", "REAL": "float", "DATE": "date"}


class Writer:
    """Fills a GeoPackage that holds the bare geometries."""

    def __init__(self, connection: sqlite3.Connection, rows: Rows, located: geopandas.GeoDataFrame, stamp: str) -> None:
        self.connection = connection
        self.rows = rows
        self.located = located
        self.stamp = stamp
        self.geometry = located.set_index("id")
        self.origins = {
            row.values["id"]: Origin(*(row.values[name] for name in ("titel", "uitgever", "datum", "url", "licentie")))
            for row in rows["bron"]
        }

    def write(self, layers: Sequence[Layer]) -> None:
        for table in TABLES:
            if table in SPATIAL:
                self._place_table(table)
            elif table == "plaats_zonder":
                self._table(table, self._rows_of_places(table))
            else:
                self._table(table, self.rows[table])
        for statement in (views.PLACE_ITEMS, views.FIGURES, views.CITY_FIGURES, views.all_places()):
            self.connection.execute(statement)
        self._contents("plaats", "attributes", "plaats", "Alle plaatsen, ook die zonder locatie.")
        self._metadata_tables()
        self.connection.execute(_STYLES)
        self._contents("layer_styles", "attributes", "layer_styles", "")
        for layer in layers:
            self._layer(layer)
        for table, dataset in open_tables(self.rows).items():
            keys = ", ".join(map(quoted, (dataset.values["sleutel"] or "").split()))
            self.connection.execute(f"CREATE UNIQUE INDEX {quoted(table + '_sleutel')} ON {quoted(table)} ({keys})")
            about = (f"{dataset.values['titel']}. {dataset.values['toelichting'] or ''}".strip(), table)
            self.connection.execute("UPDATE gpkg_contents SET description = ? WHERE table_name = ?", about)
            self._metadata(table, dataset.values["titel"], about[0], [])
        for table, note in _TABLE_NOTES.items():
            sql = "UPDATE gpkg_contents SET description = ? WHERE table_name = ?"
            self.connection.execute(sql, (note, table))
            self._metadata(table, table, note, self._rows_of_places(table) if table in GEOMETRIES else [])
        self.connection.execute("UPDATE gpkg_contents SET last_change = ?", (self.stamp,))
        self._triggers()

    def _triggers(self) -> None:
        """Last, so that the history of what was built is empty; OGR made some of those that count by itself."""
        self.connection.execute(ddl.CURRENT_CHANGE)
        sql = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        present = {name for (name,) in self.connection.execute(sql)}
        for table in TABLES:
            for name, statement in ddl.triggers(table).items():
                if name not in present:
                    self.connection.execute(statement)

    def _rows_of_places(self, table: str) -> list[Row]:
        tables = self.geometry["tabel"]
        return [row for row in self.rows["plaats"] if tables.get(row.values["id"], "plaats_zonder") == table]

    def _create(self, table: str) -> None:
        for statement in (ddl.table(table), *ddl.indices(table).values()):
            self.connection.execute(statement)

    def _insert(self, table: str, names: Sequence[str], values: Iterable[Sequence[Any]]) -> None:
        into = ", ".join(map(quoted, names))
        marks = ", ".join("?" * len(names))
        self.connection.executemany(f"INSERT INTO {quoted(table)} ({into}) VALUES ({marks})", values)

    def _table(self, table: str, rows: list[Row]) -> None:
        self._create(table)
        names = [column.name for column in columns(table)]
        self._insert(table, names, ([row.values[name] for name in names] for row in rows))
        self._contents(table, "attributes", table, "")
        self._insert("gpkg_ogr_contents", ["table_name", "feature_count"], [(table, len(rows))])

    def _place_table(self, table: str) -> None:
        """Put OGR's table into one with all columns, and give it back its triggers; its spatial index stays."""
        sql = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY name"
        triggers = [statement for (statement,) in self.connection.execute(sql, (table,))]
        bare = self.connection.execute(f"SELECT id, fid, geom FROM {quoted(table)}")
        blobs = {place: (fid, geom) for place, fid, geom in bare}
        self.connection.execute(f"DROP TABLE {quoted(table)}")
        self._create(table)
        names = [column.name for column in columns(table)]
        rows = self._rows_of_places(table) if table in GEOMETRIES else self.rows[table]
        values = ([*blobs[row.values["id"]], *(row.values[name] for name in names)] for row in rows)
        self._insert(table, ["fid", "geom", *names], values)
        for statement in triggers:
            self.connection.execute(statement)

    def _contents(
        self, table: str, kind: str, title: str, description: str, bounds: Sequence[float] | None = None
    ) -> None:
        names = ["table_name", "data_type", "identifier", "description", "min_x", "min_y", "max_x", "max_y", "srs_id"]
        corners = [None] * 4 if bounds is None else list(bounds)
        srs = SRS_ID if kind == "features" else 0
        self._insert("gpkg_contents", names, [(table, kind, title, description, *corners, srs)])

    def _layer(self, layer: Layer) -> None:
        geometry = ""
        if layer.loaded:
            geometry = "geom" if layer.style is not None else ""
        elif layer.table is None:
            self._contents(layer.view, "attributes", layer.title, layer.note)
            figures = [row for row in self.rows["cijfer"] if row.values["functie"] is not None]
            self._metadata(layer.view, layer.title, layer.note, figures)
        else:
            geometry = "geom"
            self.connection.execute(views.layer_view(layer))
            ids = {i for (i,) in self.connection.execute(f"SELECT id FROM {quoted(layer.view)}")}
            rows = [row for row in self.rows["plaats"] if row.values["id"] in ids]
            self._contents(layer.view, "features", layer.title, layer.note, self._bounds(rows))
            kind = GEOMETRIES[layer.table].upper()
            names = ["table_name", "column_name", "geometry_type_name", "srs_id", "z", "m"]
            self._insert("gpkg_geometry_columns", names, [(layer.view, geometry, kind, SRS_ID, 0, 0)])
            self._metadata(layer.view, layer.title, layer.note, rows)
        if layer.style is not None:
            names = ["f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML"]
            names += ["styleSLD", "useAsDefault", "description", "owner", "update_time"]
            about = (layer.title[:30], layer.style, "", True, layer.title, "", self.stamp)
            self._insert("layer_styles", names, [("", "", layer.view, geometry, *about)])

    def _bounds(self, rows: list[Row]) -> list[float] | None:
        part = self.geometry.loc[[row.values["id"] for row in rows]]
        return None if part.empty else [float(corner) for corner in part.total_bounds]

    def _metadata_tables(self) -> None:
        for statement in (_METADATA, _METADATA_REFERENCE):
            self.connection.execute(statement)
        names = ["table_name", "extension_name", "definition", "scope"]
        about = ("gpkg_metadata", "http://www.geopackage.org/spec120/#extension_metadata", "read-write")
        self._insert("gpkg_extensions", names, [(t, *about) for t in ("gpkg_metadata", "gpkg_metadata_reference")])

    def _metadata(self, table: str, title: str, abstract: str, rows: list[Row]) -> None:
        used = {row.values.get(name) for row in rows for name in ("bron_id", "geometriebron_id")}
        origins = [origin for key, origin in self.origins.items() if key in used]
        dates = [row.values["peildatum"] for row in rows]
        bounds = self._bounds(rows) if rows and "geometriebron_id" in rows[0].values else None
        xml = layer_metadata(table, title, abstract, origins, max(dates, default=self.stamp[:10]), bounds)
        self._insert("gpkg_metadata", ["md_scope", "md_standard_uri", "metadata"], [("dataset", STANDARD, xml)])
        number = self.connection.execute("SELECT max(id) FROM gpkg_metadata").fetchone()[0]
        names = ["reference_scope", "table_name", "timestamp", "md_file_id"]
        self._insert("gpkg_metadata_reference", names, [("table", table, self.stamp, number)])
