# SPDX-License-Identifier: GPL-2.0-or-later
"""What a load changed, row by row, with what was there before: told to the user, and enough to put it back."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from . import sql
from .schema import TABLES

Row = dict[str, Any]
Tick = Callable[[], None]  # called now and then while rows are written; raises when the user does not want it any more

MOVED = "m verplaatst"  # how the words end of what only lies elsewhere; content, which is Dutch

_TABLE = "lading_rij"
_CHUNK = 1000


@dataclass(frozen=True)
class Entry:
    """One row, place or figure: `old` is to be put back, `new` what the load made of it (a mark of geometry)."""

    table: str
    record: str
    action: str  # nieuw, gewijzigd, verwijderd
    what: str
    old: Row
    new: Row


class LoadLog:
    """Gathers the entries of one load; `close` writes what is left."""

    def __init__(self, db: sqlite3.Connection, load_id: str) -> None:
        self.load_id = load_id
        self._db = db
        self._waiting: list[tuple[Any, ...]] = []
        self._names = [column.name for column in TABLES[_TABLE]]

    def add(self, entry: Entry) -> None:
        said = json.dumps({"oud": _plain(entry.old), "nieuw": marked(entry.new)}, ensure_ascii=False)
        old = said if entry.old or entry.new else None
        self._waiting.append((self.load_id, entry.table, entry.record, entry.action, entry.what, old))
        if len(self._waiting) >= _CHUNK:
            self.close()

    def close(self) -> None:
        self._db.executemany(sql.insert(_TABLE, self._names), self._waiting)
        self._waiting.clear()


def entries(
    db: sqlite3.Connection, load_id: str, where: str = "1", *asked: str, newest_first: bool = False
) -> Iterator[Entry]:
    """Those of a load, in the order in which they came."""
    what = "tabel, record_id, handeling, wat, oud"
    order = "fid DESC" if newest_first else "fid"
    query = sql.select(what, _TABLE, f"lading_id = ? AND {where}", order)
    for table, record, action, said, old in db.execute(query, (load_id, *asked)):
        both = json.loads(old) if old else {}
        values = dict(both.get("oud", {}))
        if isinstance(values.get("geom"), str):
            values["geom"] = bytes.fromhex(values["geom"])
        yield Entry(table, record, action, said, values, both.get("nieuw", {}))


def marked(row: Mapping[str, Any]) -> Row:
    """A row whose geometry is a mark of it, long enough to tell whether it is still the same."""
    return {n: hashlib.sha256(v).hexdigest()[:16] if isinstance(v, bytes) else v for n, v in row.items()}


def _plain(row: Mapping[str, Any]) -> Row:
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in row.items()}


@contextmanager
def in_bulk(db: sqlite3.Connection, table: str) -> Iterator[None]:
    """Without the triggers of a table: they cost more than the rows. What they count is counted at the end.

    Who writes geometries meanwhile sees to the spatial index itself.
    """
    query = sql.select("name, sql", "sqlite_master", "type = 'trigger' AND tbl_name = ?")
    triggers = db.execute(query, (table,)).fetchall()
    for name, _statement in triggers:
        db.execute(f"DROP TRIGGER {sql.quoted(name)}")
    yield
    for _name, statement in triggers:
        db.execute(statement)
    count = f"feature_count = ({sql.select('count(*)', table)})"
    db.execute(sql.assign("gpkg_ogr_contents", count, "table_name = ?"), (table,))


def number(value: float, decimals: int = 1) -> str:
    """As in Dutch, which the content of a file is."""
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def shown(value: Any) -> str:
    """A value in words; content, which is Dutch."""
    if value is None:
        return "geen gegevens"
    if isinstance(value, float):
        return number(value, 0 if value.is_integer() else len(f"{value:.10g}".partition(".")[2]))
    return number(value, 0) if isinstance(value, int) and abs(value) >= 10_000 else str(value)
