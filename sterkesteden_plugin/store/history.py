# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of a record with its links and parts: its versions, and the record as it was at any of them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..i18n import tr
from . import sql, words
from .blob import from_blob
from .database import reading
from .errors import Conflict
from .records import Record, Row, parts_of, read_record
from .schema import AUDIT, TABLES, links_of

_LITERAL = re.compile(r"'((?:[^']|'')*)'|(NULL)|(-?[0-9.]+(?:e[+-]?[0-9]+)?)")


@dataclass(frozen=True)
class FieldChange:
    """What a field held before and after; `field` is a column, `geom`, or a table of links or parts."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Version:
    """One change of a record: when (UTC, ISO 8601), by whom, whether it was made, changed or deleted."""

    time: str
    user: str | None
    action: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True)
class _Entry:
    """A row of the history."""

    number: int
    time: str
    user: str | None
    table: str
    record: str
    action: str
    field: str
    old: str | None
    new: str | None


def read_history(path: Path, table: str, record: str) -> list[Version]:
    """The versions of a record, newest first. Raises StoreError where the file cannot be read."""
    with reading(path) as db:
        entries = _all_entries(db, table, record)
        parts = {(name, own): read_record(db, name, own) for name, own in _parts_ever(db, table, record)}
    versions = []
    for group in reversed(_grouped(table, record, entries)):
        changes = _changes(table, record, group) + _part_changes(table, record, group, parts)
        if changes:  # none are those of a part when it was not one of this record
            actions = {entry.action for entry in group if (entry.table, entry.record) == (table, record)}
            action = next((action for action in ("verwijderd", "nieuw") if action in actions), "gewijzigd")
            versions.append(Version(group[0].time, group[0].user, action, tuple(changes)))
    return versions


def record_at(db: sqlite3.Connection, table: str, record: str, time: str) -> Record | None:
    """The record as the version of this time left it, "" for before its first change; None if it was not there."""
    entries = _entries(db, table, record)
    at = max((n for n, entry in enumerate(entries) if entry.time == time), default=None)
    if at is None and time:
        at = max((n for n, entry in enumerate(entries) if entry.time <= time), default=-1)
    found = _undone(table, record, entries[0 if at is None else at + 1 :], read_record(db, table, record))
    if found is None:
        return None
    parts: dict[str, list[Record]] = {name: [] for name in parts_of(table)}
    for name, own in _parts_ever(db, table, record):
        part = record_at(db, name, own, time)
        if part is not None and part.values[parts_of(table)[name]] == record:
            parts[name].append(part)
    return replace(found, parts={name: tuple(own) for name, own in parts.items()})


def before_deletion(db: sqlite3.Connection, table: str, record: str) -> str:
    """The time of the version before a record was deleted last, for `record_at`."""
    groups = _grouped(table, record, _all_entries(db, table, record))
    deletions = [n for n, group in enumerate(groups) if ("verwijderd", table) in {(e.action, e.table) for e in group}]
    return groups[deletions[-1] - 1][0].time if deletions and deletions[-1] else ""


def last_change(db: sqlite3.Connection, table: str, record: str) -> tuple[str, str | None] | None:
    """When a record was changed last, and by whom."""
    entries = _all_entries(db, table, record)
    return (entries[-1].time, entries[-1].user) if entries else None


def changed_meanwhile(db: sqlite3.Connection, table: str, record: str, theirs: Row) -> Conflict:
    """Return the error for a record that somebody else changed; `theirs` is empty where it was deleted."""
    time, user = last_change(db, table, record) or ("", None)
    who = user or tr("Somebody")
    when = words.moment(time) if time else "?"
    if theirs:
        message = tr("{} changed this meanwhile ({}): nothing was saved.").format(who, when)
    else:
        message = tr("{} deleted this meanwhile ({}): nothing was saved.").format(who, when)
    return Conflict(message, tr("Choose whose words stay."), theirs)


def _entries(db: sqlite3.Connection, table: str, record: str) -> list[_Entry]:
    """Those of a record and its links."""
    tables = (table, *links_of(table))
    where = f"record_id = ? AND tabel IN ({', '.join('?' * len(tables))})"
    what = "fid, tijd, gebruiker, tabel, record_id, handeling, veld, oud, nieuw"
    return [_Entry(*row) for row in db.execute(sql.select(what, "geschiedenis", where, "fid"), (record, *tables))]


def _all_entries(db: sqlite3.Connection, table: str, record: str) -> list[_Entry]:
    """Those of a record, its links and all that ever were parts of it."""
    found = _entries(db, table, record)
    for name, own in _parts_ever(db, table, record):
        found += _entries(db, name, own)
    return sorted(found, key=lambda entry: entry.number)


def _parts_ever(db: sqlite3.Connection, table: str, record: str) -> list[tuple[str, str]]:
    """Table and id of what is a part of a record or was one, in the order in which they came."""
    found = []
    for name, column in parts_of(table).items():
        past = "tabel = ? AND veld = ? AND ? IN (oud, nieuw)"
        ids = db.execute(sql.select("id", name, f"{column} = ?", "fid"), (record,)).fetchall()
        ids += db.execute(sql.select("record_id", "geschiedenis", past, "fid"), (name, column, record)).fetchall()
        found += [(name, own) for (own,) in dict.fromkeys(ids)]
    return found


def _grouped(table: str, record: str, entries: list[_Entry]) -> list[list[_Entry]]:
    """Those of one change; of two in the same moment a field or an action of another kind tells the second."""
    groups: list[list[_Entry]] = []
    known: set[str] = set()
    for entry in entries:
        last = groups[-1][-1] if groups else None
        own = (entry.table, entry.record) == (table, record)
        action = next((e.action for e in groups[-1] if e.table == table), entry.action) if groups else ""
        same = last is not None and (last.time, last.user) == (entry.time, entry.user)
        if not same or (own and (entry.field in known or entry.action != action)):
            groups.append([])
            known = set()
        groups[-1].append(entry)
        known |= {entry.field} if own else set()
    return groups


def _changes(table: str, record: str, entries: list[_Entry]) -> list[FieldChange]:
    """What a change did to the record itself and to its links."""
    changes = [
        FieldChange(entry.field, _shown(entry.field, entry.old), _shown(entry.field, entry.new))
        for entry in entries
        if (entry.table, entry.record) == (table, record)
    ]
    for name in links_of(table):
        links = [entry for entry in entries if entry.table == name]
        changes += _link_change(name, [_link(e.field, e.old) for e in links], [_link(e.field, e.new) for e in links])
    return changes


def _part_changes(
    table: str, record: str, entries: list[_Entry], parts: dict[tuple[str, str], Record | None]
) -> list[FieldChange]:
    """What a change did to its parts. `parts` are those as the change left them; they become what they were before."""
    changes = []
    for name, column in parts_of(table).items():
        gone: list[str] = []
        come: list[str] = []
        touched = [entry for entry in entries if entry.table in (name, *links_of(name))]
        for own in dict.fromkeys(entry.record for entry in touched):
            now = parts[name, own]
            parts[name, own] = _undone(name, own, [entry for entry in touched if entry.record == own], now)
            old, new = (
                part if part is not None and part.values[column] == record else None for part in (parts[name, own], now)
            )
            if old is not None and new is not None:
                moved = old.geometry != new.geometry
                changes.append(FieldChange(name, _part_text(name, old, moved), _part_text(name, new, moved)))
            elif old is not None:
                gone.append(_part_texts(name, old)[0])
            elif new is not None:
                come.append(_part_texts(name, new)[0])
        changes += [FieldChange(name, "; ".join(gone), None)] if gone else []
        changes += [FieldChange(name, None, "; ".join(come))] if come else []
    return changes


def _part_text(table: str, part: Record, with_location: bool) -> str:
    """Its name, and in brackets what else it says."""
    name, *rest = _part_texts(table, part)
    if with_location and part.geometry is not None:
        rest.append(words.measure(from_blob(part.geometry)))
    return f"{name} ({', '.join(rest)})" if rest else name


def _part_texts(table: str, part: Record) -> list[str]:
    """What it says, its name first."""
    shown = [column.name for column in TABLES[table] if column.type == "TEXT" and not column.refers]
    name, *rest = (part.values[column] or "" for column in shown if column not in ("id", *AUDIT))
    return [name, *filter(None, rest)]


def _link_change(table: str, before: list[Row | None], after: list[Row | None]) -> list[FieldChange]:
    """What came and went; where only the order is another, the old and the new one."""
    old, new = _ordered(filter(None, before)), _ordered(filter(None, after))
    gone, come = list(map(_link_text, old)), list(map(_link_text, new))
    if sorted(gone) != sorted(come):
        for text in list(come):
            if text in gone:
                gone.remove(text)
                come.remove(text)
    if gone == come:
        return []
    return [FieldChange(table, "; ".join(gone) or None, "; ".join(come) or None)]


def _link_text(row: Row) -> str:
    first, *rest = (str(value) for name, value in row.items() if name != "volgorde" and value is not None)
    return f"{first} ({', '.join(rest)})" if rest else first


def _shown(column: str, value: str | None) -> str | None:
    if column != "geom" or value is None:
        return value
    return words.measure(from_blob(bytes.fromhex(value)))


def _undone(table: str, record: str, entries: list[_Entry], now: Record | None) -> Record | None:
    """The record as it was before these entries."""
    values = None if now is None else {**now.values, "geom": now.geometry}
    links = {name: list(now.links.get(name, ()) if now else ()) for name in links_of(table)}
    for entry in reversed(entries):
        if entry.table != table:
            old, new = _link(entry.field, entry.old), _link(entry.field, entry.new)
            if new in links[entry.table]:
                links[entry.table].remove(new)
            if old is not None:
                links[entry.table].insert(0, old)  # they went from the first on
        elif entry.action == "nieuw":
            values = None
        else:
            values = {"id": record} if values is None else values
            values[entry.field] = _value(table, entry.field, entry.old)
    if values is None:
        return None
    geometry = values.pop("geom", None)
    row = {column.name: values.get(column.name) for column in TABLES[table]}
    return Record({**row, "id": record}, geometry, {name: tuple(_ordered(rows)) for name, rows in links.items()})


def _value(table: str, field: str, text: str | None) -> Any:
    if text is None:
        return None
    if field == "geom":
        return bytes.fromhex(text)
    kind = next((column.type for column in TABLES[table] if column.name == field), "TEXT")
    try:
        if kind in ("INTEGER", "BOOLEAN"):
            return int(text)
        return float(text) if kind == "REAL" else text
    except ValueError:
        return text  # what another program put there; saving says so


def _link(names: str, literals: str | None) -> Row | None:
    """The row of a link, from its SQL literals."""
    if literals is None:
        return None
    values: list[Any] = []
    for text, null, number in _LITERAL.findall(literals):
        if number:
            values.append(float(number) if "." in number or "e" in number else int(number))
        else:
            values.append(None if null else text.replace("''", "'"))
    return dict(zip(names.split(", "), values))


def _ordered(rows: Iterable[Row | None]) -> list[Row]:
    return sorted((row for row in rows if row is not None), key=lambda row: row.get("volgorde") or 0)
