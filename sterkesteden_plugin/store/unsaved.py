# SPDX-License-Identifier: GPL-2.0-or-later
"""What is being written survives QGIS: each edit that has changes keeps them in a small file in the user's profile.

The file is gone when the edit was saved or given up. One that stays behind was left by a QGIS that ended before that;
a lock beside it tells it from that of another window that is still at work.
"""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLockFile

from .database import reading
from .errors import StoreError
from .records import Record, Row, parts_of, read_record
from .schema import KEYED, TABLES, links_of
from .writing import now

_VERSION = 2


@dataclass(frozen=True)
class Unsaved:
    """What was not saved: the record as it was when the edit began (None for a new one), and as it was to be."""

    table: str
    record_id: str
    title: str
    time: str  # of the last change, UTC, ISO 8601
    base: Record | None
    record: Record
    file: Path

    @property
    def values(self) -> Row:
        """The columns that were changed."""
        before = self.base.values if self.base else {}
        return {name: value for name, value in self.record.values.items() if before.get(name) != value}

    @property
    def links(self) -> dict[str, tuple[Row, ...]]:
        """The links that were changed, by table."""
        before = self.base.links if self.base else {}
        return {name: rows for name, rows in self.record.links.items() if before.get(name, ()) != rows}


class Draft:
    """The file of one edit."""

    def __init__(self, path: Path) -> None:
        self._file = _folder(path) / f"{uuid.uuid4()}.json"
        self._lock: QLockFile | None = None
        self.is_kept = False  # as it was told last

    def keep(self, table: str, base: Record | None, record: Record) -> None:
        """Keep a record; where that cannot be done, as there is no room, editing goes on without."""
        content = {
            "version": _VERSION,
            "table": table,
            "time": now(),
            "base": _packed(base),
            "record": _packed(record),
        }
        part = self._file.with_suffix(".part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if self._lock is None:
                self._lock = _locked(self._file)
            part.write_text(json.dumps(content), encoding="ascii")
            part.replace(self._file)
            self.is_kept = True
        except (OSError, TypeError):  # of a type: another program put into a text what is none
            self.is_kept = False
            _remove(part)

    def drop(self) -> None:
        """Forget it: it was saved, given up or undone."""
        _remove(self._file)
        self.is_kept = False
        self.leave()

    def leave(self) -> None:
        """Let the file stay for the next start of QGIS."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def unsaved(path: Path) -> list[Unsaved]:
    """What a QGIS that ended had not saved into this file, the last first; what did get into it is forgotten.

    What cannot be read now, or is of another version of the plugin, stays where it is.
    """
    found = []
    for file in _folder(path).glob("*.json"):
        lock = _locked(file)
        if lock is None:
            continue  # another window is at work on it
        left = _read(file)
        if left is not None and _is_saved(path, left):
            _remove(file)
        elif left is not None:
            found.append(left)
        lock.unlock()
    return sorted(found, key=lambda left: left.time, reverse=True)


def forget(left: Unsaved) -> None:
    """Throw away what was not saved."""
    _remove(left.file)


def _is_saved(path: Path, left: Unsaved) -> bool:
    """QGIS may have ended between saving and taking the file away."""
    try:
        with reading(path) as db:
            found = read_record(db, left.table, left.record_id)
    except StoreError:
        return False
    return found is not None and found.same_as(left.record)


def _folder(path: Path) -> Path:
    key = sha256(os.path.normcase(os.path.realpath(path)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return Path(QgsApplication.qgisSettingsDirPath()) / "sterkesteden" / "unsaved" / key


def _locked(file: Path) -> QLockFile | None:
    """The lock of a file; None while another window has it. That of a process that ended is taken over."""
    lock = QLockFile(str(file.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) else None


def _read(file: Path) -> Unsaved | None:
    """None where the file cannot be read, or is none of ours."""
    try:
        content = json.loads(file.read_text(encoding="ascii"))
        table, record = content["table"], _unpacked(content["table"], content["record"])
        if content["version"] != _VERSION or record is None:
            return None
        base = _unpacked(table, content["base"])
        title = next((str(record.values[name]) for name in ("titel", "naam") if record.values.get(name)), "")
        return Unsaved(table, record.values["id"], title, str(content["time"]), base, record, file)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _packed(record: Record | None) -> Any:
    if record is None:
        return None
    geometry = None if record.geometry is None else record.geometry.hex()
    parts = {name: [_packed(part) for part in own] for name, own in record.parts.items()}
    return {"values": record.values, "geometry": geometry, "links": record.links, "parts": parts}


def _unpacked(table: str, content: Any) -> Record | None:
    """A record of the columns that the schema has now; KeyError where it has no such table."""
    if table not in KEYED:
        raise KeyError(table)
    if content is None:
        return None
    values = {column.name: content["values"].get(column.name) for column in TABLES[table]}
    links = {
        name: tuple({c.name: row.get(c.name) for c in TABLES[name][1:]} for row in content["links"].get(name, ()))
        for name in links_of(table)
    }
    parts = {
        name: tuple(part for part in (_unpacked(name, one) for one in content["parts"].get(name, ())) if part)
        for name in parts_of(table)
    }
    geometry = content["geometry"]
    return Record(values, None if geometry is None else bytes.fromhex(geometry), links, parts)


def _remove(file: Path) -> None:
    try:
        file.unlink()
    except OSError:
        pass
