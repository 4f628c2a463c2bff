# SPDX-License-Identifier: GPL-2.0-or-later
"""What was fetched, gathered in a file of its own before anything goes into the user's: page by page, in our columns.

OGR reads and reprojects in C++, so memory is bounded by a page and no thread waits for Python. When the last page is
in, `close` puts right what was dirty and says what it found.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..i18n import tr
from ..store import sql
from ..store.datasets import Dataset, Field
from ..store.errors import StoreError
from ..store.schema import CRS, SAME_FIGURE, TABLE_OF_KIND
from .errors import Changed
from .ogr_files import TABLE, attributes, new_layer, opened, quiet, said_yes
from .page import NEARBY, FeaturePage, RowPage
from .repair import repaired
from .values import read_value

_CHUNK = 1000
_ROOM = 10 * 1024 * 1024  # bytes: with less, a page may not fit


@dataclass(frozen=True)
class Dirt:
    """What was wrong: rows without a key, or figures without area, day or indicator (skipped), twice the same key
    (the last stays)."""

    keyless: int = 0
    duplicates: int = 0
    repaired: int = 0  # geometries that were invalid
    skipped: int = 0  # rows that cannot be put into our coordinate system
    lost: tuple[str, ...] = ()  # keys of those whose geometry could not be repaired, or is none


def require_room(folder: Path, said: str) -> None:
    """Raise StoreError where something failed because no more can be written in a folder."""
    if shutil.disk_usage(folder).free < _ROOM or re.search("disk is full|no space left|quota exceeded", said, re.I):
        raise StoreError(
            tr("There is no room for temporary files in {}: nothing was loaded.").format(folder.parent),
            tr("Make room, and try again."),
            (said,),
        )


class Scratch:
    """A file in `folder` that holds one data set. Used by one thread; `close` before it is merged."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        self.path = folder / "rijen.gpkg"  # nothing that a file says becomes part of a path
        self.path.unlink(missing_ok=True)  # of another service, that failed
        self.count = 0  # rows that came
        self._dataset = dataset
        self._spatial = TABLE_OF_KIND.get(dataset.kind, "None") != "None"
        self._skipped = 0
        self._is_placed = False  # whether something lay where it should
        self._found: set[str] = set()  # our columns that the service has
        if self._spatial:
            self._file: Any = new_layer(self.path, dataset)
        else:
            self._file = sqlite3.connect(self.path, isolation_level=None)
            self._file.execute("PRAGMA synchronous = OFF")
            columns = ", ".join(f"{sql.quoted(name)} {type_}" for name, type_ in self._columns.items())
            self._file.execute(f"CREATE TABLE {TABLE} (fid INTEGER PRIMARY KEY, {columns})")

    @property
    def _columns(self) -> dict[str, str]:
        columns = {field.name: field.type for field in self._dataset.fields}
        return {**columns, "indicator_id": "TEXT", "status": "TEXT"} if self._dataset.kind == "cijfers" else columns

    @property
    def absent(self) -> frozenset[str]:
        """Columns of ours that no page had."""
        return frozenset(field.name for field in self._dataset.fields) - self._found

    def add(self, page: FeaturePage | RowPage) -> int:
        """Take a page in; return how many rows it had. Raises Changed where it is not what the catalogue says."""
        if isinstance(page, RowPage):
            count = self._add_rows(page.rows, page.marks)
        else:
            with opened(page, self._dataset) as source:
                layer = source.GetLayer(0) if source.GetLayerCount() else None
                count = layer.GetFeatureCount() if layer is not None else 0
                if count and self._spatial:
                    self._add_layer(source, layer, page.crs)
                elif count:
                    self._add_rows(list(attributes(layer)), {})
        self.count += count
        return count

    # Features

    def _add_layer(self, source: Any, layer: Any, crs: str) -> None:
        from osgeo import gdal

        (before,) = self._asked(sql.select("max(fid)", TABLE))
        before = before or 0
        wanted = TABLE_OF_KIND[self._dataset.kind]
        options = ["-append", "-nln", TABLE, "-dim", "XY", "-nlt", wanted, "-fieldmap", self._map(layer)]
        if crs != CRS:
            options += ["-s_srs", crs, "-t_srs", CRS]
        with quiet():
            if not said_yes(lambda: gdal.VectorTranslate(self._file, source, options=options)):
                # One that cannot be reprojected stops all: again, without it.
                self._file.ExecuteSQL(sql.delete(TABLE, f"fid > {before}"))
                said_yes(lambda: gdal.VectorTranslate(self._file, source, options=[*options, "-skipfailures"]))
                require_room(self.path.parent, gdal.GetLastErrorMsg())
                (came,) = self._asked(sql.select("count(*)", TABLE, f"fid > {before}"))
                self._skipped += layer.GetFeatureCount() - came
            if not self._is_placed:
                self._require_place(before)

    def _map(self, layer: Any) -> str:
        """For each field of the page which of ours it becomes, as ogr2ogr wants it."""
        about = layer.GetLayerDefn()
        found = [-1] * about.GetFieldCount()
        for number, field in enumerate(self._dataset.fields):
            index = next((i for i in map(about.GetFieldIndex, field.sources) if i >= 0), -1)
            if index >= 0:
                found[index] = number
                self._found.add(field.name)
        return " " + ",".join(map(str, found))  # GDAL 3.10 takes what begins with "-1" for the name of an option

    def _require_place(self, before: int) -> None:
        """Something of the first page lies near the Netherlands: or the coordinates are not what they pass for."""
        xmin, ymin, xmax, ymax = NEARBY
        inside = (
            f"ST_MinX(geom) < {xmax} AND ST_MaxX(geom) > {xmin} AND ST_MinY(geom) < {ymax} AND ST_MaxY(geom) > {ymin}"
        )
        what = f"count(geom), sum({inside})"
        having, placed = self._asked(sql.select(what, TABLE, f"fid > {before}"))
        if having and not placed:
            raise Changed(
                tr("{} gave coordinates of “{}” that do not lie in the Netherlands.").format(
                    self._dataset.service.name, self._dataset.title
                ),
                tr("The service uses another coordinate system than it says; nothing was loaded. Try again later."),
            )
        self._is_placed = bool(placed)

    def _asked(self, query: str) -> tuple[Any, ...]:
        answer = self._file.ExecuteSQL(query)
        row = answer.GetNextFeature()
        values = tuple(row.GetField(number) for number in range(row.GetFieldCount()))
        self._file.ReleaseResultSet(answer)
        return values

    # Rows

    def _add_rows(self, rows: Sequence[Mapping[str, Any]], marks: Mapping[int, str]) -> int:
        names = list(self._columns)
        values = []
        for number, row in enumerate(rows):
            found = {field.name: self._value(field, row) for field in self._dataset.fields}
            if self._dataset.kind == "cijfers":
                found.setdefault("indicator_id", self._indicator(row))
                found["status"] = marks.get(number) or found.get("status")
            values.append([found[name] for name in names])
        self._file.execute("BEGIN")
        self._file.executemany(sql.insert(TABLE, names), values)
        self._file.execute("COMMIT")
        return len(rows)

    def _value(self, field: Field, row: Mapping[str, Any]) -> Any:
        source = next((source for source in field.sources if source in row), None)
        if source is None:
            return None
        self._found.add(field.name)
        raw = row[source]
        try:
            return read_value(raw, field.type, self._dataset.date)
        except (TypeError, ValueError, OverflowError):
            raise Changed(
                tr("{} gave “{}” as {} of “{}”.").format(
                    self._dataset.service.name, str(raw)[:40], field.name, self._dataset.title
                ),
                tr("The service has changed; nothing was loaded. A newer version of the plugin may know it."),
            ) from None

    def _indicator(self, row: Mapping[str, Any]) -> str | None:
        """What a row is a figure of: as the choice of its value says."""
        for choice in self._dataset.choices:
            said = str(row.get(choice.field, "")).strip()
            # One that names its own field chooses the column, not rows.
            is_of_all = choice.value.startswith("@") or choice.value == choice.field
            if choice.indicator and (is_of_all or said == choice.value.strip()):
                return choice.indicator
        return None

    # Putting right

    def close(self) -> Dirt:
        """Put right what was dirty; from now on only the file counts."""
        if self._spatial:
            self._file = None  # OGR writes what it still held
        else:
            self._file.close()
        db = sqlite3.connect(self.path, isolation_level=None)
        try:
            db.execute("PRAGMA synchronous = OFF")
            db.execute("BEGIN")
            dirt = self._put_right(db)
            db.execute("COMMIT")
        finally:
            db.close()
        return dirt

    def abandon(self) -> None:
        """Let go of the file, which is of no use any more."""
        if not self._spatial and self._file is not None:
            self._file.close()
        self._file = None

    def _put_right(self, db: sqlite3.Connection) -> Dirt:
        for field in self._dataset.fields:
            if field.type in ("INTEGER", "REAL") and field.unknown:
                none = f"{sql.quoted(field.name)} IN ({', '.join('?' * len(field.unknown))})"
                db.execute(sql.assign(TABLE, f"{sql.quoted(field.name)} = NULL", none), field.unknown)
            elif field.type == "TEXT" and self._spatial:
                name = sql.quoted(field.name)
                db.execute(
                    sql.assign(TABLE, f"{name} = nullif(trim({name}), '')", f"{name} IS NOT nullif(trim({name}), '')")
                )
        key = needed = list(self._dataset.key)
        keyless = duplicates = 0
        if self._dataset.kind == "cijfers":
            key = [name for name in SAME_FIGURE if name in self._columns]
            needed = [name for name in key if name not in ("naar_code", "functie")]
        if needed:
            missing = " OR ".join(f"{sql.quoted(name)} IS NULL" for name in needed)
            keyless = db.execute(sql.delete(TABLE, missing)).rowcount
        if key:
            columns = sql.listed(key)
            if self._dataset.kind == "cijfers":
                self._require_one_value(db, columns)
            last = " ".join((sql.select("max(fid)", TABLE), "GROUP BY", columns))
            duplicates = db.execute(sql.delete(TABLE, f"fid NOT IN ({last})")).rowcount
            db.execute(f"CREATE UNIQUE INDEX {TABLE}_sleutel ON {TABLE} ({columns})")
        if not self._spatial:
            return Dirt(keyless, duplicates)
        mended, lost = self._put_geometries_right(db)
        return Dirt(keyless, duplicates, mended, self._skipped, lost)

    def _require_one_value(self, db: sqlite3.Connection, columns: str) -> None:
        """Which of several values would be the figure is not known: not the one that happened to come last."""
        several = f"GROUP BY {columns} HAVING count(DISTINCT ifnull(waarde, '')) > 1 LIMIT 1"
        found = db.execute(" ".join((sql.select(columns, TABLE), several))).fetchone()
        if found is not None:
            raise Changed(
                tr("{} gave more than one value of “{}” for the same area and day ({}).").format(
                    self._dataset.service.name,
                    self._dataset.title,
                    ", ".join(str(value) for value in found if value is not None),
                ),
                tr("The service has changed; nothing was loaded. A newer version of the plugin may know it."),
            )

    def _put_geometries_right(self, db: sqlite3.Connection) -> tuple[int, tuple[str, ...]]:
        """How many were repaired, and the keys of those that could not be: these rows stay, without geometry."""
        key = sql.listed(self._dataset.key)
        query = sql.select(f"fid, geom, {key}" if key else "fid, geom", TABLE, "fid > ?", "fid LIMIT ?")
        kind = TABLE_OF_KIND[self._dataset.kind]
        lost: list[str] = []
        mended = last = 0
        with quiet():
            while True:
                rows = db.execute(query, (last, _CHUNK)).fetchall()
                if not rows:
                    return mended, tuple(lost)
                last = rows[-1][0]
                changed = []
                for fid, blob, *names in rows:
                    better = repaired(blob, kind, NEARBY)
                    if better is not blob:
                        changed.append((better, fid))
                        mended += better is not None
                    if better is None:
                        lost.append(" ".join(map(str, names)))
                db.executemany(sql.assign(TABLE, "geom = ?", "fid = ?"), changed)
