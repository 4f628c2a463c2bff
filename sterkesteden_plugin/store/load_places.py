# SPDX-License-Identifier: GPL-2.0-or-later
"""Places that have an official key get the official geometry of what was loaded; and back.

The triggers of the file keep the history of it, as of any other change.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes

from . import sql
from .blob import from_blob, to_blob
from .load_log import Entry, LoadLog, Row, marked, number
from .load_moves import TOLERANCE, distance, is_same
from .load_rows import SCRATCH
from .records import columns
from .schema import AUDIT, GEOMETRIES, PLACE_TABLES, SPATIAL
from .writing import Change

MARGIN = 15_000.0  # metres around the area of the pack: a road or railway is drawn so far, and as far as it was
_TABLES = {"punt": "plaats_punt", "lijn": "plaats_lijn", "vlak": "plaats_vlak"}
_OFFICIAL = "exact"  # the certainty of such a geometry


def place_tables(kind: str) -> str | None:
    """The table of places whose geometry comes from a data set of a kind, if any."""
    return _TABLES.get(kind)


class LoadedPlaces:
    """The places of one kind within a transaction."""

    def __init__(self, change: Change, source: str) -> None:
        self._change = change
        self._db = change.db
        self._source = source

    def replace(self, log: LoadLog, kind: str, field: str, target: str) -> tuple[list[str], list[str]]:
        """Give places of a kind the geometry of the rows whose field holds their key; return their names.

        And the names of those whose key, or a part of it, was not among the rows: these stay as they are.
        """
        wanted = self._wanted(kind)
        found = self._geometries(field, {part for _table, row in wanted for part in _parts(row)})
        area = self._area()
        replaced, missing = [], []
        for table, row in wanted:
            parts = [found.get(part, []) for part in _parts(row)]
            within = _reach(area, row["geom"])
            blob = _joined([blob for part in parts for blob in part], target, within) if all(parts) else None
            if blob is None:
                missing.append(row["naam"])
            elif self._put(log, table, row, target, blob):
                replaced.append(row["naam"])
        return replaced, missing

    def undo(self, entry: Entry) -> bool:
        """Put a place back; False where somebody changed or deleted it after the load."""
        new, old = dict(entry.new), dict(entry.old)
        table, before = new.pop("tabel"), old.pop("tabel")
        row = self._row(table, entry.record)
        if row is None or any(marked(row).get(name) != value for name, value in new.items()):
            return False
        self._write(table, before, {**row, **old})
        return True

    def _wanted(self, kind: str) -> list[tuple[str, Row]]:
        """Places of today that have a key, with their table."""
        found = []
        for table in PLACE_TABLES:
            where = "soort = ? AND sleutel IS NOT NULL AND NOT historisch"
            ids = self._db.execute(sql.select("id", table, where, "fid"), (kind,)).fetchall()
            rows = [self._row(table, record) for (record,) in ids]
            found += [(table, row) for row in rows if row is not None]
        return found

    def _row(self, table: str, record: str) -> Row | None:
        names = ("fid", *columns(table), *(("geom",) if table in SPATIAL else ()))
        values = self._db.execute(sql.select(sql.listed(names), table, "id = ?"), (record,)).fetchone()
        return None if values is None else {"geom": None, **dict(zip(names, values))}

    def _geometries(self, field: str, parts: set[str]) -> dict[str, list[bytes]]:
        """The geometries of the rows whose field is one of the parts of a key."""
        found: dict[str, list[bytes]] = {}
        name = sql.quoted(field)
        for key, blob in self._db.execute(
            sql.select(f"{name}, geom", SCRATCH, f"{name} IS NOT NULL AND geom IS NOT NULL")
        ):
            if _part(key) in parts:
                found.setdefault(_part(key), []).append(blob)
        return found

    def _area(self) -> QgsRectangle | None:
        """The box of the area of the pack, with a margin."""
        (record,) = self._db.execute("SELECT gebied_id FROM pakket").fetchone()
        for table in GEOMETRIES:
            row = self._row(table, record)
            if row is not None and row["geom"]:
                return from_blob(row["geom"]).boundingBox().buffered(MARGIN)
        return None

    def _put(self, log: LoadLog, table: str, row: Row, target: str, blob: bytes) -> bool:
        """False where it is already so."""
        metres = 0.0
        if table == target:
            is_there = is_same(row["geom"], blob)
            blob, metres = (row["geom"], 0.0) if is_there else (blob, distance(row["geom"], blob))
        values = {"geom": blob, "zekerheid": _OFFICIAL, "geometriebron_id": self._source}
        if row["zekerheid"] != _OFFICIAL and not row[AUDIT[0]]:
            values["toelichting"] = self._said()  # what was published there is about how it was drawn
        differing = {name: value for name, value in values.items() if row[name] != value}
        if table == target and not differing:
            return False
        stamped = {**row, **values, **self._change.stamp}
        stamped.pop("fid")
        self._write(table, target, stamped)
        old = {name: row[name] for name in (*differing, *AUDIT)}
        number_ = {} if table == target else {"fid": row["fid"]}  # its place in the order of its table
        said = f"{row['naam']}: {number(metres, 0)} m" if metres > TOLERANCE and metres != float("inf") else row["naam"]
        new = {"tabel": target, **{name: stamped[name] for name in old}}
        log.add(Entry(target, row["id"], "gewijzigd", said, {"tabel": table, **number_, **old}, new))
        return True

    def _said(self) -> str:
        """What is said of a place whose geometry is official; content, which is Dutch."""
        (title,) = self._db.execute(sql.select("titel", "bron", "id = ?"), (self._source,)).fetchone()
        return f"Officiële ligging, uit: {title}. Daarvoor was de plek voor dit kaartverhaal getekend."

    def _write(self, before: str, table: str, row: Row) -> None:
        """A place stands in the table of its geometry."""
        names = [name for name in row if name != "geom" or table in SPATIAL]
        values = [row[name] for name in names]
        if before == table:
            self._db.execute(sql.update(table, names, "id = ?"), (*values, row["id"]))
        else:
            self._db.execute(sql.delete(before, "id = ?"), (row["id"],))
            self._db.execute(sql.insert(table, names), values)
            # The trigger signs what is new; one that goes back is not.
            self._db.execute(sql.update(table, AUDIT, "id = ?"), (*(row[name] for name in AUDIT), row["id"]))
        self._widen(table, row["geom"])

    def _widen(self, table: str, blob: bytes | None) -> None:
        """The registers say at least where it is, of the table and of the views that show it."""
        if blob is None or table not in SPATIAL:
            return
        box = from_blob(blob).boundingBox()
        shown = sql.select(
            "tabel",
            "laag",
            "geometrie = (SELECT CASE ? WHEN 'plaats_punt' THEN 'punt' "
            "WHEN 'plaats_lijn' THEN 'lijn' ELSE 'vlak' END) AND gegevensset_id IS NULL",
        )
        names = [table, *(name for (name,) in self._db.execute(shown, (table,)))]
        setting = "min_x = min(min_x, ?), min_y = min(min_y, ?), max_x = max(max_x, ?), max_y = max(max_y, ?)"
        statement = sql.assign("gpkg_contents", setting, "table_name = ? AND min_x IS NOT NULL")
        corners = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        self._db.executemany(statement, [(*corners, name) for name in names])


def _parts(row: Row) -> list[str]:
    """Several official things are one place, with a space between their keys."""
    return [_part(part) for part in row["sleutel"].split()]


def _part(key: Any) -> str:
    return str(key).strip().casefold()


def _reach(area: QgsRectangle | None, blob: bytes | None) -> QgsRectangle | None:
    """The area, and where the place was drawn."""
    if area is None or blob is None:
        return area
    box = from_blob(blob).boundingBox()
    box.combineExtentWith(area)
    return box


def _joined(blobs: list[bytes], table: str, area: QgsRectangle | None) -> bytes | None:
    """One geometry of all; lines joined where they meet and clipped to the area. None where nothing is left."""
    geometries = [from_blob(blob) for blob in blobs]
    if table == "plaats_punt":
        return blobs[-1]
    if table == "plaats_lijn":
        kind = QgsWkbTypes.GeometryType.LineGeometry
        one = QgsGeometry.collectGeometry(geometries).mergeLines()
        if area is not None and not area.contains(one.boundingBox()):
            one = one.clipped(area)
    else:
        kind = QgsWkbTypes.GeometryType.PolygonGeometry
        one = geometries[0] if len(geometries) == 1 else QgsGeometry.unaryUnion(geometries)
    one = one.convertToType(kind, True)
    if one.isEmpty():
        return None
    return to_blob(_one_way(one) if table == "plaats_lijn" else one)


def _one_way(lines: QgsGeometry) -> QgsGeometry:
    """All parts run the same way, as the whole lies: eastward or northward.

    What is drawn beside a line is drawn on one side of it. Of two tracks or lanes that run in opposite directions each
    would be drawn over what belongs to the other.
    """
    box = lines.boundingBox()
    is_wide = box.width() >= box.height()

    def along(point: QgsPointXY) -> float:
        return point.x() if is_wide else point.y()

    parts = [part for line in lines.asMultiPolyline() for part in _halves(line, along)]
    parts = [part if along(part[0]) <= along(part[-1]) else part[::-1] for part in parts]
    return QgsGeometry.fromMultiPolylineXY(parts)


def _halves(line: list[QgsPointXY], along: Callable[[QgsPointXY], float]) -> list[list[QgsPointXY]]:
    """A line that comes back to where it began is one there and one back: two tracks that meet at both their ends."""
    if line[0] != line[-1]:
        return [line]
    start = min(range(len(line) - 1), key=lambda number: along(line[number]))
    ring = [*line[start:-1], *line[: start + 1]]
    end = max(range(len(ring)), key=lambda number: along(ring[number]))
    return [half for half in (ring[: end + 1], ring[end:]) if len(half) > 1]
