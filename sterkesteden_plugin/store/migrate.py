# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings a user's copy of an older schema up to this one, and the content of the shipped pack into it.

A copy of the file as it was is put beside it first. All the rest is one transaction: whatever happens, the file is the
old one or the new one. Rows that the user changed, added or deleted stay so; all others become those of the shipped
pack. Which rows those are is told by their fingerprints: `published.py` has those of the pack they came with.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from ..i18n import tr
from . import ddl, sql
from .blob import register
from .check import find_faults
from .database import address, damaged, reading, require_file, rows_of_all
from .errors import StoreError
from .published import PUBLISHED
from .records import columns, uses
from .schema import KEYED, LINKS, PLACE_TABLES, SCHEMA_VERSION, TABLES, links_of, open_table
from .writing import WAIT_SECONDS, explained

_REGISTERS = ("gpkg_contents", "gpkg_ogr_contents", "gpkg_geometry_columns", "gpkg_extensions")
_BLANK = {"TEXT": "''", "DATE": "''", "INTEGER": "0", "BOOLEAN": "0", "REAL": "0"}  # where a column must be filled


def needs_migration(path: Path) -> bool:
    """Whether a file is of an older schema; what cannot be read is for `read_pack` to tell."""
    version = _version(path)
    return isinstance(version, int) and version < SCHEMA_VERSION


def _version(path: Path) -> Any:
    try:
        with reading(path) as db:
            return _one(db, "SELECT schema_versie FROM pakket")
    except (StoreError, sqlite3.Error):
        return None


def migrate(path: Path, shipped: Path, published: Mapping[str, str] | None = None) -> Path:
    """Bring a file up to this schema; return where the copy of it as it was is.

    `published` are the fingerprints of what the file came with, else those of the pack of its schema.
    Raises StoreError where it is locked or read-only, there is no room, or the content does not hold together; the
    file is then as it was.
    """
    require_file(path)
    if not os.path.isfile(shipped):
        raise StoreError(
            tr("The plugin's own data file {} is missing.").format(shipped),
            tr("Install the plugin again."),
        )
    if published is None:
        published = PUBLISHED.get(_version(path), {})
    backup = _back_up(path)
    try:
        with _whole(path, shipped) as db:
            _Migration(db, path, published).run()
    except BaseException:
        backup.unlink()
        raise
    return backup


def _back_up(path: Path) -> Path:
    """Copy the file beside itself, with what is still in its log."""
    number, target = 1, path.with_name(f"{path.stem}-oud{path.suffix}")
    while os.path.lexists(target):
        number += 1
        target = path.with_name(f"{path.stem}-oud-{number}{path.suffix}")
    part = target.with_name(f".{target.name}.part")
    try:
        with reading(path) as db, closing(sqlite3.connect(part)) as copy:
            db.backup(copy)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            tr("The copy {} could not be written.").format(target.name),
            tr("Make room in the folder and see that you may write in it; the file stays as it is until then."),
            (str(error),),
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return target


@contextmanager
def _whole(path: Path, shipped: Path) -> Iterator[sqlite3.Connection]:
    """A transaction on a file, with the shipped pack as `nieuw` beside it."""
    try:
        uri = f"{address(path.absolute())}?mode=rw"
        with closing(sqlite3.connect(uri, uri=True, timeout=WAIT_SECONDS, isolation_level=None)) as db:
            register(db)
            db.execute("PRAGMA foreign_keys = OFF")
            db.execute("PRAGMA legacy_alter_table = ON")  # or renaming a table would look into every view
            db.execute("ATTACH ? AS nieuw", (f"{address(shipped.absolute())}?mode=ro&immutable=1",))
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")
    except sqlite3.Error as error:
        raise explained(error, path.name) from error


class _Migration:
    """One file within its transaction."""

    def __init__(self, db: sqlite3.Connection, path: Path, published: Mapping[str, str]) -> None:
        self._db = db
        self._path = path
        self._published = published
        self._before = fingerprints(db)  # of the rows as they were, in the columns that they had

    def run(self) -> None:
        db = self._db
        same_pack = _one(db, "SELECT id FROM main.pakket") == _one(db, "SELECT id FROM nieuw.pakket")
        self._tables()
        if same_pack:
            self._open_tables()
        self._views(same_pack)
        if same_pack:
            self._rows()
            self._links()
            self._remove_withdrawn()
            db.execute("UPDATE main.pakket SET inhoud_versie = (SELECT inhoud_versie FROM nieuw.pakket)")
        db.execute("UPDATE main.pakket SET schema_versie = ?", (SCHEMA_VERSION,))
        for table in TABLES:
            count = f"feature_count = ({sql.select('count(*)', f'main.{table}')})"
            db.execute(sql.assign("main.gpkg_ogr_contents", count, "table_name = ?"), (table,))
            self._create(ddl.triggers(table), "trigger")
        self._require_sound()

    # Structure

    def _tables(self) -> None:
        for table in TABLES:
            if not self._sql("main", table):
                self._add_table(table)
            elif not set(self._columns("nieuw", table)) <= set(self._columns("main", table)):
                self._rebuild(table)
            self._create(ddl.indices(table), "index")
        if not self._sql("main", "wijziging"):
            self._db.execute(ddl.CURRENT_CHANGE)

    def _open_tables(self) -> None:
        """Those of data sets that are new; of the others the user's stay."""
        for dataset in self._ids("nieuw", "gegevensset"):
            table = open_table(dataset)
            made = self._sql("nieuw", table)
            if made and not self._sql("main", table):
                self._add_table(table, made)
                self._create({f"{table}_sleutel": self._sql("nieuw", f"{table}_sleutel")}, "index")
                self._copy("layer_styles", "f_table_name", table)

    def _add_table(self, table: str, statement: str = "") -> None:
        """With its entries in the registers of the GeoPackage, and its spatial index where it has geometries."""
        db = self._db
        db.execute(statement or ddl.table(table))
        index = self._sql("nieuw", f"rtree_{table}_geom")
        if index:
            db.execute(index)
        self._create(self._triggers("nieuw", table), "trigger")
        for register_ in _REGISTERS:
            self._copy(register_, "table_name", table)

    def _rebuild(self, table: str) -> None:
        """Make a table anew and put the rows into it; its number of rows, spatial index, triggers, and what columns the
        user added to it stay.
        """
        db = self._db
        triggers = self._triggers("main", table)
        old, new = self._columns("main", table), self._columns("nieuw", table)
        kinds = {column.name: column for column in TABLES[table]}
        values = [
            f'"{name}"' if name in old else _BLANK[kinds[name].type] if kinds[name].required else "NULL" for name in new
        ]
        # Under another name first: what refers to the table means the new one then.
        db.execute(ddl.table(table).replace(f'"{table}"', f'"_{table}"', 1))
        for name, kind in self._types(table).items():
            if name not in new:
                db.execute(f'ALTER TABLE "_{table}" ADD COLUMN {_quoted(name)} {kind}')
                new.append(name)
                values.append(_quoted(name))
        query = sql.select(", ".join(values), f"main.{table}", order="fid")
        db.execute(f'INSERT INTO "_{table}" ({", ".join(map(_quoted, new))}) {query}')
        db.execute(f'DROP TABLE main."{table}"')
        db.execute(f'ALTER TABLE "_{table}" RENAME TO "{table}"')
        self._create(triggers, "trigger")

    def _views(self, same_pack: bool) -> None:
        """Those of the shipped pack; of another pack the one that is the same in all."""
        found = self._db.execute("SELECT name, sql FROM nieuw.sqlite_master WHERE type = 'view'").fetchall()
        for name, statement in found:
            if same_pack or name == "plaats":
                self._db.execute(f'DROP VIEW IF EXISTS main."{name}"')
                self._db.execute(statement)
                for register_ in _REGISTERS:
                    self._copy(register_, "table_name", name)
                self._copy("layer_styles", "f_table_name", name)
        if same_pack:
            for corner, pick in (("min_x", "min"), ("min_y", "min"), ("max_x", "max"), ("max_y", "max")):
                for name, value in self._db.execute(
                    sql.select(f"table_name, {corner}", "nieuw.gpkg_contents")
                ).fetchall():
                    wider = f"{corner} = {pick}({corner}, ?)"
                    self._db.execute(sql.assign("main.gpkg_contents", wider, "table_name = ?"), (value, name))

    def _create(self, statements: Mapping[str, str], kind: str) -> None:
        for name, statement in statements.items():
            self._db.execute(f'DROP {kind} IF EXISTS main."{name}"')
            self._db.execute(statement)

    def _copy(self, register_: str, column: str, name: str) -> None:
        """Copy the entries of a table or view, if there are none."""
        both = [c for c in self._columns("main", register_) if c in self._columns("nieuw", register_) and c != "id"]
        if not _one(self._db, sql.select("1", f"main.{register_}", f"{column} = ?"), name):
            query = sql.select(sql.listed(both), f"nieuw.{register_}", f"{column} = ?")
            self._db.execute(sql.insert(f"main.{register_}", both, query=query), (name,))

    # Content

    def _is_untouched(self, key: str) -> bool:
        """Whether the user has it, or lacks it, as it was published."""
        return self._before.get(key) == self._published.get(key)

    def _rows(self) -> None:
        db = self._db
        for table in KEYED:
            if table == "pakket":
                continue
            names = [name for name in self._columns("nieuw", table) if name != "fid"]
            mine = f"main.{table}"
            for values in db.execute(sql.select(sql.listed(names), f"nieuw.{table}", order="fid")).fetchall():
                record = dict(zip(names, values))["id"]
                if self._is_untouched(_key(table, record)) and self._make_way(table, record):
                    if _one(db, sql.select("1", mine, "id = ?"), record):
                        db.execute(sql.update(mine, names, "id = ?"), (*values, record))
                    else:
                        db.execute(sql.insert(mine, names), values)

    def _make_way(self, table: str, record: str) -> bool:
        """A place may have been in another table. Return whether it can be in this one, or the user keeps it there."""
        if table in PLACE_TABLES:
            for other in PLACE_TABLES:
                if other != table and _key(other, record) in self._before:
                    if not self._is_untouched(_key(other, record)):
                        return False
                    self._db.execute(sql.delete(f"main.{other}", "id = ?"), (record,))
        return True

    def _links(self) -> None:
        db = self._db
        for table in LINKS:
            names = columns(table)
            owner, mine = f"{names[0]} = ?", f"main.{table}"
            for record in self._ids("main", TABLES[table][0].refers) & self._ids("nieuw", TABLES[table][0].refers):
                if self._is_untouched(_key(table, record)):
                    db.execute(sql.delete(mine, owner), (record,))
                    query = sql.select(sql.listed(names), f"nieuw.{table}", owner, "fid")
                    db.execute(sql.insert(mine, names, query=query), (record,))

    def _remove_withdrawn(self) -> None:
        """What was published and is no longer goes, unless the user changed it or something refers to it."""
        for table in reversed(KEYED):
            for record in self._ids("main", table) - self._ids("nieuw", table):
                key = _key(table, record)
                keys = (key, *(_key(name, record) for name in links_of(table)))
                untouched = key in self._published and all(map(self._is_untouched, keys))
                if untouched and not uses(self._db, table, record):
                    for name in links_of(table):
                        self._db.execute(sql.delete(f"main.{name}", f"{columns(name)[0]} = ?"), (record,))
                    self._db.execute(sql.delete(f"main.{table}", "id = ?"), (record,))

    def _require_sound(self) -> None:
        faults = find_faults(rows_of_all(self._db))
        if faults:
            raise damaged(self._path, tuple(map(str, faults)), faults[0].where)
        broken = self._db.execute("PRAGMA main.foreign_key_check").fetchone()
        if broken:
            raise damaged(self._path, (f"{broken[0]}: row {broken[1]} refers to nothing",), broken[0])

    # Looking

    def _sql(self, schema: str, name: str) -> str:
        return _one(self._db, sql.select("sql", f"{schema}.sqlite_master", "name = ?"), name) or ""

    def _ids(self, schema: str, table: str) -> set[str]:
        return {record for (record,) in self._db.execute(sql.select("id", f"{schema}.{table}"))}

    def _columns(self, schema: str, table: str) -> list[str]:
        return [row[1] for row in self._db.execute(f'PRAGMA {schema}.table_info("{table}")')]

    def _types(self, table: str) -> dict[str, str]:
        """The columns that the user's table has, each with its type."""
        return {row[1]: row[2] for row in self._db.execute(f'PRAGMA main.table_info("{table}")')}

    def _triggers(self, schema: str, table: str) -> dict[str, str]:
        query = sql.select("name, sql", f"{schema}.sqlite_master", "type = 'trigger' AND tbl_name = ?")
        return dict(self._db.execute(query, (table,)).fetchall())


def fingerprints(db: sqlite3.Connection) -> dict[str, str]:
    """Of each row with an id, and of all links of each record in one table: its key and what it says."""
    found: dict[str, Any] = {}
    present = {name for (name,) in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
    for table in (*KEYED, *LINKS):
        if table not in present:
            continue
        known = {*columns(table), "geom"}  # or a column that the user added would make every row one of theirs
        names = sorted(row[1] for row in db.execute(f'PRAGMA main.table_info("{table}")') if row[1] in known)
        key = TABLES[table][0].name
        query = sql.select(", ".join((key, *(f'quote("{name}")' for name in names))), f"main.{table}", order="fid")
        said: dict[str, list[str]] = {}
        for record, *values in db.execute(query):
            said.setdefault(record, []).append("\0".join(map(str, values)))
        found.update({_key(table, record): _short("\0".join(sorted(texts))) for record, texts in said.items()})
    return found


def _quoted(name: str) -> str:
    """A name that a user chose, as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def _key(table: str, record: str) -> str:
    return _short(f"{table}\0{record}")


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _one(db: sqlite3.Connection, query: str, *values: Any) -> Any:
    row = db.execute(query, values).fetchone()
    return row[0] if row else None
