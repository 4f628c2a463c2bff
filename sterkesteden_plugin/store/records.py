# SPDX-License-Identifier: GPL-2.0-or-later
"""One record of a GeoPackage with what belongs to it: its row, geometry, links, and the records it has as parts.

By sqlite3. A record is read, written, deleted, judged and told apart from another whole, with its parts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry, QgsWkbTypes

from . import sql
from .blob import from_blob, to_blob
from .check import Fault, find_faults, unstorable
from .schema import AUDIT, KEYED, PLACE_TABLES, SPATIAL, TABLES, links_of

if TYPE_CHECKING:
    from .writing import Change

Row = dict[str, Any]
# Records that live and go with another one, and by which column they name it.
PARTS = {"verhaal": {"hoofdstuk": "verhaal_id"}, "workshop": {"workshop_punt": "workshop_id"}}


@dataclass(frozen=True)
class Record:
    """Every column of a row; `links` are rows without the column that names the record, in their order.

    `parts` are the records that live and go with it, by table.
    """

    values: Row
    geometry: bytes | None = None
    links: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    parts: dict[str, tuple[Record, ...]] = field(default_factory=dict)

    def same_as(self, other: Record) -> bool:
        """Whether both say the same, whoever changed it last."""
        return self.content() == other.content()

    def content(self) -> Row:
        """All it says, by column, table of links, or table of parts; the order of parts means nothing."""
        said: Row = {name: value for name, value in self.values.items() if name not in AUDIT}
        said["geom"] = self.geometry
        said.update({table: list(rows) for table, rows in self.links.items()})
        said.update({name: {part.values["id"]: part.content() for part in own} for name, own in self.parts.items()})
        return said


def columns(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in TABLES[table])


def parts_of(table: str) -> dict[str, str]:
    """The tables whose records are parts of those of a table, and by which column they name them."""
    return PARTS.get(table, {})


def blank(table: str, values: Row) -> Record:
    """A record that holds nothing but these values."""
    links: dict[str, tuple[Row, ...]] = dict.fromkeys(links_of(table), ())
    return Record({**dict.fromkeys(columns(table)), **values}, None, links, dict.fromkeys(parts_of(table), ()))


def shape(table: str, geometry: QgsGeometry) -> bytes | None:
    """A geometry in the CRS of the schema as the column `geom` of this table holds it; None where it is empty."""
    kept = QgsGeometry(geometry)
    if SPATIAL[table].startswith("Multi"):
        kept.convertToMultiType()
    return None if kept.isEmpty() else to_blob(kept)


def read_record(db: sqlite3.Connection, table: str, record: str) -> Record | None:
    """The record as the file holds it, or None."""
    names = columns(table) + (("geom",) if table in SPATIAL else ())
    found = db.execute(sql.select(sql.listed(names), table, "id = ?"), (record,)).fetchone()
    if found is None:
        return None
    values = dict(zip(names, found))
    geometry = values.pop("geom", None)
    links = {name: tuple(row for _fid, row in _link_rows(db, name, record)) for name in links_of(table)}
    parts = {}
    for name, column in parts_of(table).items():
        own = (read_record(db, name, part) for part in _part_ids(db, name, column, record))
        parts[name] = tuple(part for part in own if part is not None)
    return Record(values, geometry, links, parts)


def write_record(change: Change, table: str, record: Record) -> None:
    """Write a record over what the file holds under its id, or add it; only what differs is touched."""
    before = read_record(change.db, table, record.values["id"])
    if before is not None and before.same_as(record):
        return
    values = {name: record.values.get(name) for name in columns(table)}
    if table in SPATIAL:
        values["geom"] = record.geometry
    values.update(change.stamp)
    if before is None:
        change.insert(table, {name: value for name, value in values.items() if value is not None})
    else:
        old = {**before.values, "geom": before.geometry}
        _update(change.db, table, {n: v for n, v in values.items() if v != old[n]}, "id", record.values["id"])
    for name in links_of(table):
        _write_links(change, name, record.values["id"], record.links.get(name, ()))
    for name, column in parts_of(table).items():
        _write_parts(change, name, column, record.values["id"], record.parts.get(name, ()))


def delete_record(change: Change, table: str, record: str) -> None:
    """Delete a record with what belongs to it."""
    for name, column in parts_of(table).items():
        for part in _part_ids(change.db, name, column, record):
            delete_record(change, name, part)
    for name in links_of(table):
        change.db.execute(sql.delete(name, f"{columns(name)[0]} = ?"), (record,))
    change.db.execute(sql.delete(table, "id = ?"), (record,))


def uses(db: sqlite3.Connection, table: str, record: str) -> list[str]:
    """The tables in which others refer to a record, one for each row that does."""
    own = {*links_of(table), *parts_of(table)}
    kind = "plaats" if table in PLACE_TABLES else table
    found = []
    for name in TABLES.keys() - own:
        for column in TABLES[name]:
            if column.refers == kind:
                query = sql.select("count(*)", name, f"{column.name} = ?")
                found += [name] * db.execute(query, (record,)).fetchone()[0]
    return sorted(found)


def faults_of(db: sqlite3.Connection, table: str, record: Record, owner: tuple[str, str] = ("", "")) -> list[Fault]:
    """What is wrong with a record, held against the schema and what else the file holds.

    `owner`, table and id, is what it is a part of, which may not be in the file yet.
    """
    rows: dict[str, list[Row]] = {table: [record.values]}
    for name, links in record.links.items():
        rows[name] = [{columns(name)[0]: record.values["id"], **link} for link in links]
    ids: dict[str, set[Any]] = {owner[0]: {owner[1]}, table: {record.values["id"]}}
    faults = []
    for name, found in rows.items():
        for column in TABLES[name]:
            values = [row.get(column.name) for row in found]
            faults += [
                Fault(name, record.values["id"], column.name, "holds a sign that no file can keep")
                for value in values
                if unstorable(value)
            ]
            if column.refers and not faults:
                known = {value for value in values if value and is_there(db, column.refers, value)}
                ids.setdefault(column.refers, set()).update(known)
    faults = faults or find_faults(rows, ids) + _geometry_faults(table, record)
    for name, parts in record.parts.items():
        for part in parts:
            faults += faults_of(db, name, part, (table, record.values["id"]))
    return faults


def without_lost_links(db: sqlite3.Connection, record: Record) -> Record:
    """A record that was, without the links to what is not in the file any more."""
    links = {}
    for name, rows in record.links.items():
        refers = {column.name: column.refers for column in TABLES[name][1:] if column.refers}
        links[name] = tuple(
            row for row in rows if all(is_there(db, table, row[column]) for column, table in refers.items())
        )
    parts = {name: tuple(without_lost_links(db, part) for part in own) for name, own in record.parts.items()}
    return replace(record, links=links, parts=parts)


def _geometry_faults(table: str, record: Record) -> list[Fault]:
    if table not in SPATIAL:
        return []
    geometry = from_blob(record.geometry or b"")
    if geometry.isEmpty():
        return [Fault(table, record.values["id"], "geom", "is missing")]
    kind = QgsWkbTypes.displayString(geometry.wkbType())
    if kind != SPATIAL[table] or not geometry.boundingBox().isFinite():
        return [Fault(table, record.values["id"], "geom", f"a {kind} is no {SPATIAL[table]} that can be drawn")]
    return []


def is_there(db: sqlite3.Connection, refers: str, record: str) -> bool:
    """Whether the file holds a record of this id; of "plaats" in any of the tables of places."""
    tables = PLACE_TABLES if refers == "plaats" else (refers,)
    return any(db.execute(sql.select("1", name, "id = ?"), (record,)).fetchone() for name in tables)


def _link_rows(db: sqlite3.Connection, table: str, owner: str) -> list[tuple[int, Row]]:
    owned, *names = columns(table)
    order = "volgorde, fid" if "volgorde" in names else "fid"
    query = sql.select(sql.listed(("fid", *names)), table, f"{owned} = ?", order)
    return [(found[0], dict(zip(names, found[1:]))) for found in db.execute(query, (owner,))]


def _part_ids(db: sqlite3.Connection, table: str, column: str, owner: str) -> list[str]:
    """The ids of the parts of a record, in the order in which they came."""
    return [found for (found,) in db.execute(sql.select("id", table, f"{column} = ?", "fid"), (owner,))]


def _write_parts(change: Change, table: str, column: str, owner: str, parts: Sequence[Record]) -> None:
    kept = {part.values["id"] for part in parts}
    for own in _part_ids(change.db, table, column, owner):
        if own not in kept:
            delete_record(change, table, own)
    for part in parts:
        write_record(change, table, replace(part, values={**part.values, column: owner}))


def _write_links(change: Change, table: str, owner: str, rows: Sequence[Row]) -> None:
    gone, changed, added = difference(_link_rows(change.db, table, owner), rows)
    for fid in gone:
        change.db.execute(sql.delete(table, "fid = ?"), (fid,))
    for fid, row in changed.items():
        _update(change.db, table, row, "fid", fid)
    for row in added:
        change.insert(table, {columns(table)[0]: owner, **row})


def difference(before: Iterable[tuple[int, Row]], after: Iterable[Row]) -> tuple[list[int], dict[int, Row], list[Row]]:
    """From rows with their numbers to other rows: the numbers that go, the rows that become others, those that come.

    A row that is in both stays; one that is like another in what it links to becomes that one.
    """
    left = dict(before)
    coming = []
    for row in after:
        same = next((fid for fid, old in left.items() if old == row), None)
        if same is None:
            coming.append(row)
        else:
            del left[same]
    changed, added = {}, []
    for row in coming:
        key = next(iter(row))
        like = next((fid for fid, old in left.items() if old.get(key) == row[key]), None)
        if like is None:
            added.append(row)
        else:
            changed[like] = row
            del left[like]
    return list(left), changed, added


def _update(db: sqlite3.Connection, table: str, row: Row, key: str, value: Any) -> None:
    if row:
        db.execute(sql.update(table, row, f"{key} = ?"), (*row.values(), value))


def require_keyed(table: str) -> None:
    """An editor changes what has an id; anything else is a mistake in the code."""
    if table not in KEYED:
        raise KeyError(table)
