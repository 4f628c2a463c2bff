# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the rows of a GeoPackage by sqlite3, without leaving a trace in it."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePath
from time import monotonic, sleep
from typing import Any
from urllib.parse import quote

from ..i18n import tr
from .errors import StoreError
from .schema import SCHEMA_VERSION, SPATIAL, TABLES

# What may be long is read in part: of the history what items said before, which places they named, and by what people
# know what was deleted; of what was loaded nothing but that it was.
_PART = {
    "geschiedenis": "WHERE tabel = 'item' AND veld IN ('titel', 'tekst') OR tabel = 'item_plaats'"
    " OR handeling = 'verwijderd' AND veld IN ('titel', 'naam', 'datum', 'stad_id', 'verhaal_id')",
    "lading_rij": "WHERE 0",
}
_WAIT_SECONDS = 0.5  # for a lock of somebody else: long enough for a save, too short to freeze a window


def read_rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every table of the schema, with booleans and dates as SQLite has them.

    Tables with geometry carry `has_geometry` (0 or 1) instead of it; the history holds only what `_PART` says.
    Raises StoreError where the file is missing, locked, no GeoPackage of this kind, or of a newer schema.
    """
    with reading(path) as connection:
        _require_schema(connection, path)
        rows = rows_of_all(connection)
        _require_views(connection, rows["laag"], path)
        return rows


def rows_of_all(connection: sqlite3.Connection) -> dict[str, list[dict[str, Any]]]:
    """What `read_rows` returns, of a connection."""
    return {name: _rows(connection, name) for name in TABLES}


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads. Raises StoreError where the file is missing, locked, damaged or no database."""
    require_file(path)
    try:
        with closing(_connect(path)) as connection:
            connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
            yield connection
    except sqlite3.Error as error:
        raise _explained(error, path) from error


def address(path: PurePath) -> str:
    """Return the address of an absolute path for SQLite; a share (//server/name) is a path to it, not a host."""
    name = path.as_posix()
    return "file://" + quote(name if name.startswith("/") else f"/{name}")


def require_file(path: Path) -> None:
    """The file is not opened here: closing it would drop the locks that QGIS holds on it in this process (POSIX)."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise StoreError(
            tr("The file {} is not there.").format(path.name),
            tr("Put it back, or open a new copy with “Open Sterke Steden”."),
        ) from None
    except OSError as error:
        raise _unreadable(path, str(error)) from error
    if not stat.S_ISREG(mode):
        raise _unreadable(path, "it is no file")


def _connect(path: Path) -> sqlite3.Connection:
    """Connect for reading, and hold on to the file as it is now.

    A QGIS that begins or ends to edit has it to itself for a moment, for which SQLite does not wait. Where the folder
    is read-only, SQLite cannot read a file in WAL mode but as immutable.
    """
    uri = address(path.absolute())
    until = monotonic() + _WAIT_SECONDS
    while True:
        connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            _hold(connection)
            return connection
        except sqlite3.OperationalError as error:
            connection.close()
            if "locked" in str(error):
                raise
            if monotonic() > until or not os.access(path.parent, os.W_OK):
                if os.path.exists(f"{path}-wal"):
                    raise
                break
            sleep(0.02)
    connection = sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, isolation_level=None)
    _hold(connection)
    return connection


def _hold(connection: sqlite3.Connection) -> None:
    """All that is read until the end is of one moment, whoever writes meanwhile."""
    connection.execute("BEGIN")
    connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()


def _require_schema(connection: sqlite3.Connection, path: Path) -> None:
    present = _names(connection)
    if "pakket" not in present or "gpkg_contents" not in present:
        raise _not_a_pack(path, ("it has no table pakket",))
    found = connection.execute('SELECT * FROM "pakket"')
    names = [about[0] for about in found.description]
    version = dict(zip(names, found.fetchone() or ())).get("schema_versie")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise StoreError(
            tr("{} was made for a newer version of this plugin (schema {}, known here: {}).").format(
                path.name, version, SCHEMA_VERSION
            ),
            tr("Update the plugin, or open a new copy."),
        )
    if isinstance(version, int) and version < SCHEMA_VERSION:
        raise StoreError(
            tr("{} was made by an older version of this plugin (schema {}, now {}).").format(
                path.name, version, SCHEMA_VERSION
            ),
            tr("Open it with “Open Sterke Steden”: it is brought up to date, and a copy of it as it was is kept."),
        )
    missing = []
    tables = []
    for name, columns in TABLES.items():
        if name not in present:
            missing.append(f"table {name} is missing")
            tables.append(name)
            continue
        have = {row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')}
        wanted = [column.name for column in columns] + (["geom"] if name in SPATIAL else [])
        lacking = [column for column in wanted if column not in have]
        missing += [f"table {name}: column {column} is missing" for column in lacking]
        tables += [name] * len(lacking)
    if missing:
        raise damaged(path, tuple(missing), tables[0])


def _names(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}


def _require_views(connection: sqlite3.Connection, layers: list[dict[str, Any]], path: Path) -> None:
    """Every layer shows a view of the file, or a service."""
    present = _names(connection)
    missing = [
        f"laag: {row['id']}: tabel: {row['tabel']!r} is not in the file"
        for row in layers
        if row["tabel"] is not None and row["tabel"] not in present
    ]
    if missing:
        raise damaged(path, tuple(missing), "laag")


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    # Names come from the schema of this package, never from the file.
    columns = ", ".join(f'"{column.name}"' for column in TABLES[table])
    if table in SPATIAL:
        # Every geometry of a GeoPackage begins with "GP".
        columns += """, ifnull(substr(CAST("geom" AS BLOB), 1, 2) = x'4750', 0) AS has_geometry"""
    query = " ".join(("SELECT", columns, "FROM", f'"{table}"', _PART.get(table, ""), "ORDER BY rowid"))
    found = connection.execute(query)
    names = [about[0] for about in found.description]
    return [dict(zip(names, row)) for row in found]


def damaged(path: Path, details: tuple[str, ...], where: str) -> StoreError:
    """Return the error for a pack whose content does not hold together; `where` is the place of the first fault."""
    return StoreError(
        tr("The content of {} does not hold together; faults: {}, the first in {}.").format(
            path.name, len(details), where
        ),
        tr("Put it right (the log panel “Sterke Steden” lists all), or open a new copy."),
        details,
    )


def _not_a_pack(path: Path, details: tuple[str, ...]) -> StoreError:
    return StoreError(
        tr("{} is not a GeoPackage of Sterke Steden.").format(path.name),
        tr("Choose another file, or open a new copy."),
        details,
    )


def _unreadable(path: Path, detail: str) -> StoreError:
    return StoreError(
        tr("The file {} cannot be read.").format(path.name),
        tr("Check that it is a file and that you may read it, or choose another."),
        (detail,),
    )


def _explained(error: sqlite3.Error, path: Path) -> StoreError:
    if "locked" in str(error) or "busy" in str(error):
        return StoreError(
            tr("{} is locked by another program.").format(path.name),
            tr("Wait until it has finished or close it there, and try again."),
            (str(error),),
        )
    if "unable to open" in str(error):
        return _unreadable(path, str(error))
    if "not a database" in str(error):
        return _not_a_pack(path, (str(error),))
    return StoreError(
        tr("{} is damaged and cannot be read.").format(path.name),
        tr("Put back a copy you kept, or open a new one; the damaged file stays as it is."),
        (str(error),),
    )
