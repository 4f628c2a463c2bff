# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a table `open_…`: what was loaded now is held against what is there, and only what differs is written."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from qgis.core import QgsRectangle

from . import sql
from .blob import corners, from_blob
from .load_log import MOVED, Entry, LoadLog, Row, Tick, in_bulk, marked, number, shown
from .load_moves import TOLERANCE, distance, is_same

SCRATCH = "scratch.rijen"  # the file beside (services/scratch.py), attached

Box = tuple[float, float, float, float]

_CHUNK = 1000
_EDGE = 1.0  # metres of a box: a service reckons it in degrees, or rounds
_SIGN = "lading_id"


class OpenRows:
    """One table of open data within a transaction."""

    def __init__(self, db: sqlite3.Connection, table: str, key: Sequence[str], tick: Tick) -> None:
        self._db = db
        self._table = table
        self._key = tuple(key)
        self._tick = tick
        self._has_geometry = "geom" in _columns(db, "main", table)
        self._index = f"rtree_{table}_geom"
        if not db.execute(sql.select("1", "sqlite_master", "name = ?"), (self._index,)).fetchone():
            self._index = ""

    # A load

    def merge(
        self, log: LoadLog, box: Box | None, absent: Collection[str], is_whole: bool = True
    ) -> tuple[int, int, int, int, list[tuple[str, float]]]:
        """Bring the table to what was loaded; return how many rows are new, changed, gone, the same, and which moved.

        Rows outside `box`, of which nothing was asked, stay, and all do that did not come where not everything came
        (`is_whole`). A row that came without geometry keeps the one it has.
        """
        db = self._db
        present = set(_columns(db, "main", self._table))
        mine = present - {"fid", "geom", _SIGN, *absent}
        names = [name for name in _columns(db, "scratch", "rijen") if name in mine]
        with in_bulk(db, self._table):
            changed, moved = self._change(log, names)
            gone = self._remove(log, box) if is_whole else 0
            known = self._one(sql.select_from("count(*)", self._both))
            added = self._add(log, names)
        self._describe()
        return added, changed, gone, known - changed, moved

    def _change(self, log: LoadLog, names: list[str]) -> tuple[int, list[tuple[str, float]]]:
        db, geom = self._db, self._has_geometry
        differs = [f"m.{sql.quoted(name)} IS NOT s.{sql.quoted(name)}" for name in names if name not in self._key]
        differs += ["(s.geom IS NOT NULL AND m.geom IS NOT s.geom)"] if geom else []
        if not differs:
            return 0, []
        different = sql.select_from("m.fid AS oud, s.fid AS nieuw", self._both, " OR ".join(differs))
        db.execute(" ".join(("CREATE TEMP TABLE verschil AS", different)))
        own = [*names, "geom"] if geom else names
        setting = sql.update(f"main.{self._table}", own, "fid = ?")
        columns = ", ".join(f"{side}.{sql.quoted(name)}" for side in ("m", "s") for name in own)
        mine = f"main.{sql.quoted(self._table)} m ON m.fid = v.oud"
        pairs = f"temp.verschil v JOIN {mine} JOIN {SCRATCH} s ON s.fid = v.nieuw"
        query = sql.select_from(f"m.fid, {columns}", pairs, "v.rowid > ? AND v.rowid <= ?")
        count, moved = 0, []
        for begin in range(0, self._one("SELECT count(*) FROM temp.verschil"), _CHUNK):
            self._tick()
            new_values, new_places = [], []
            for fid, *values in db.execute(query, (begin, begin + _CHUNK)).fetchall():
                old, new = dict(zip(own, values)), dict(zip(own, values[len(own) :]))
                metres = self._settle_geometry(old, new) if geom else None
                differing = [name for name in own if old[name] != new[name]]
                if not differing:
                    continue
                count += 1
                record = self._record(old)
                if metres is not None:
                    new_places.append((fid, new["geom"]))
                    if TOLERANCE < metres < math.inf:
                        moved.append((_named(old, record), metres))
                new_values.append((*(new[name] for name in own), fid))
                said = [f"{n}: {shown(old[n])} → {shown(new[n])}" for n in differing if n != "geom"]
                said += [] if metres is None else [_way(metres)]
                before = {"fid": fid, **{name: old[name] for name in differing}}
                after = {name: new[name] for name in differing}
                log.add(Entry(self._table, record, "gewijzigd", self._words(old, said), before, after))
            db.executemany(setting, new_values)
            self._unindex([fid for fid, _blob in new_places])
            self._reindex(new_places)
        db.execute("DROP TABLE temp.verschil")
        return count, moved

    def _settle_geometry(self, old: Row, new: Row) -> float | None:
        """How far it moved, None where it did not: a new geometry that is the same, or is none, becomes the old one."""
        if new["geom"] is None or is_same(old["geom"], new["geom"]):
            new["geom"] = old["geom"]
            return None
        return distance(old["geom"], new["geom"])

    def _remove(self, log: LoadLog, box: Box | None) -> int:
        count = 0
        for rows in self._gone(box):
            self._tick()
            for row in rows:
                log.add(Entry(self._table, self._record(row), "verwijderd", self._words(row), row, {}))
            self._delete([row["fid"] for row in rows])
            count += len(rows)
        return count

    def loses(self, box: Box | None) -> bool:
        """Whether a load would take away any of the rows."""
        return any(self._gone(box))

    def _gone(self, box: Box | None) -> Iterator[list[Row]]:
        """The rows, in parts, that did not come though they lie in the box that was asked.

        Of what lies on its edge a service may think otherwise: only what reaches into it counts.
        """
        query = sql.select("fid", f"main.{self._table}", sql.lacking(f"{SCRATCH} s", self._same("", "s")))
        inner = None if box is None else (box[0] + _EDGE, box[1] + _EDGE, box[2] - _EDGE, box[3] - _EDGE)
        for rows in self._rows([fid for (fid,) in self._db.execute(query)]):
            yield [row for row in rows if inner is None or not self._has_geometry or _meets(row["geom"], inner)]

    def _add(self, log: LoadLog, names: list[str]) -> int:
        db = self._db
        last = self._one(sql.select("ifnull(max(fid), 0)", f"main.{self._table}"))
        own = ["geom", *names] if self._has_geometry else names
        new = sql.lacking(f"main.{sql.quoted(self._table)} m", self._same("m", "s"))
        new += " AND s.geom IS NOT NULL" if self._has_geometry else ""
        values = ", ".join([*(f"s.{sql.quoted(name)}" for name in own), "?"])
        query = sql.select_from(values, f"{SCRATCH} s", f"{new} AND s.fid > ? AND s.fid <= ?", "s.fid")
        statement = sql.insert(f"main.{self._table}", [*own, _SIGN], query=query)
        added = 0
        for begin in range(0, self._one(sql.select("ifnull(max(fid), 0)", SCRATCH)), _CHUNK):
            self._tick()
            added += db.execute(statement, (log.load_id, begin, begin + _CHUNK)).rowcount
        if self._has_geometry:
            self._reindex(db.execute(sql.select("fid, geom", f"main.{self._table}", "fid > ?"), (last,)))
        if last:  # of a first load `lading_id` says enough
            for begin in range(0, added, _CHUNK):
                query = sql.select("*", f"main.{self._table}", "fid > ?", f"fid LIMIT {_CHUNK} OFFSET {begin}")
                for row in _as_rows(db.execute(query, (last,))):
                    log.add(Entry(self._table, self._record(row), "nieuw", self._words(row), {}, {}))
        return added

    # The way back

    def undo(self, load_id: str, found: Iterator[Entry]) -> tuple[int, list[str]]:
        """Put back what a load changed here; return how many rows, and those that somebody changed after that."""
        count, kept = 0, []
        with in_bulk(self._db, self._table):
            fids = [fid for (fid,) in self._db.execute(sql.select("fid", self._table, f"{_SIGN} = ?"), (load_id,))]
            for begin in range(0, len(fids), _CHUNK):
                self._tick()
                self._delete(fids[begin : begin + _CHUNK])
            count += len(fids)
            for entry in found:
                if entry.action == "nieuw":
                    continue
                if (self._undo_change if entry.action == "gewijzigd" else self._undo_removal)(entry):
                    count += 1
                else:
                    kept.append(entry.record)
        self._describe()
        return count, kept

    def _undo_change(self, entry: Entry) -> bool:
        fid, old = entry.old["fid"], {name: value for name, value in entry.old.items() if name != "fid"}
        now = next(iter(_as_rows(self._db.execute(sql.select("*", self._table, "fid = ?"), (fid,)))), None)
        if now is None or any(marked(now).get(name) != value for name, value in entry.new.items()):
            return False
        self._db.execute(sql.update(self._table, old, "fid = ?"), (*old.values(), fid))
        if "geom" in old:
            self._unindex([fid])
            self._reindex([(fid, old["geom"])])
        return True

    def _undo_removal(self, entry: Entry) -> bool:
        inserted = self._db.execute(sql.insert(self._table, entry.old, "INSERT OR IGNORE"), tuple(entry.old.values()))
        if inserted.rowcount != 1:
            return False
        if self._has_geometry:
            self._reindex([(entry.old["fid"], entry.old["geom"])])
        return True

    # The table

    @property
    def _both(self) -> str:
        """Rows that are there, with those that came for them."""
        return f"main.{sql.quoted(self._table)} m JOIN {SCRATCH} s ON {self._same('m', 's')}"

    def _same(self, one: str, other: str) -> str:
        """That the keys of two tables are the same."""
        one = f"{one}." if one else f"main.{sql.quoted(self._table)}."
        return " AND ".join(f"{one}{sql.quoted(name)} = {other}.{sql.quoted(name)}" for name in self._key)

    def _record(self, row: Row) -> str:
        return " ".join(str(row[name]) for name in self._key)

    def _words(self, row: Row, said: Sequence[str] = ()) -> str:
        """What happened to a row, with its name, or its key where it has none."""
        name = _name(row) or self._record(row)
        return f"{name}: {'; '.join(said)}" if said else name

    def _rows(self, fids: Sequence[int]) -> Iterator[list[Row]]:
        for begin in range(0, len(fids), _CHUNK):
            part = fids[begin : begin + _CHUNK]
            marks = ", ".join(map(str, map(int, part)))
            yield list(_as_rows(self._db.execute(sql.select("*", f"main.{self._table}", f"fid IN ({marks})", "fid"))))

    def _delete(self, fids: Sequence[int]) -> None:
        self._db.executemany(sql.delete(f"main.{self._table}", "fid = ?"), [(fid,) for fid in fids])
        self._unindex(fids)

    def _unindex(self, fids: Sequence[int]) -> None:
        if self._index:
            self._db.executemany(sql.delete(self._index, "id = ?"), [(fid,) for fid in fids])

    def _reindex(self, found: Any) -> None:
        """`found` are pairs of a row's number and its geometry."""
        if self._index:
            statement = sql.insert(self._index, ("id", "minx", "maxx", "miny", "maxy"))
            self._db.executemany(statement, self._boxes(found))

    def _boxes(self, found: Any) -> Iterator[tuple[float, ...]]:
        for number_, (fid, blob) in enumerate(found):
            if number_ % _CHUNK == 0:
                self._tick()
            if blob is not None:
                yield (fid, *corners(blob))

    def _describe(self) -> None:
        """Where its rows lie, as QGIS asks it of the register of the file."""
        setting, values = "last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')", []
        if self._index:
            corners_ = "min(minx), min(miny), max(maxx), max(maxy)"
            values = list(self._db.execute(sql.select(corners_, self._index)).fetchone())
            setting += ", min_x = ?, min_y = ?, max_x = ?, max_y = ?"
        self._db.execute(sql.assign("gpkg_contents", setting, "table_name = ?"), (*values, self._table))

    def _one(self, query: str) -> Any:
        return self._db.execute(query).fetchone()[0]


def _columns(db: sqlite3.Connection, schema: str, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA {schema}.table_info({sql.quoted(table)})")]


def _as_rows(found: sqlite3.Cursor) -> Iterator[Row]:
    names = [about[0] for about in found.description]
    return (dict(zip(names, values)) for values in found)


def _named(row: Row, record: str) -> str:
    name = _name(row)
    return f"{name} ({record})" if name else record


def _name(row: Row) -> str:
    """What it is called, in the first column that holds names (naam, statnaam, wijknaam)."""
    return next((str(value) for column, value in row.items() if column.endswith("naam") and value), "")


def _way(metres: float) -> str:
    """How far it went, of what changed its place or shape; content, which is Dutch."""
    if metres == math.inf:
        return "ligging gekregen"
    return f"{number(metres)} {MOVED}" if metres > TOLERANCE else "ligging gewijzigd"


def _meets(blob: bytes | None, box: Box) -> bool:
    is_box = box[0] < box[2] and box[1] < box[3]
    return is_box and blob is not None and from_blob(blob).intersects(QgsRectangle(*box))
