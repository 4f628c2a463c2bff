# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes to a GeoPackage: each change is one transaction, done whole or not at all, in the name of one user.

The triggers of the file (store/ddl.py) keep the history of it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from time import monotonic
from typing import TYPE_CHECKING, Any

from ..i18n import tr
from . import sql
from .blob import register
from .database import address, require_file
from .errors import StoreError
from .schema import AUDIT, OWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

WAIT_SECONDS = 2.0  # for a lock of somebody else
_STEP = 100  # milliseconds
_TICK = timedelta(milliseconds=1)


@dataclass(frozen=True)
class Change:
    """A transaction that is under way: its connection, its time (UTC, ISO 8601) and its user."""

    db: sqlite3.Connection
    time: str
    user: str

    @property
    def stamp(self) -> dict[str, str]:
        """What a row says of who changed it last, and when."""
        return dict(zip(AUDIT, (self.time, self.user)))

    def insert(self, table: str, row: Mapping[str, Any], or_ignore: bool = False) -> None:
        how = "INSERT OR IGNORE" if or_ignore else "INSERT"
        self.db.execute(sql.insert(table, row, how), tuple(row.values()))

    def source(self, otherwise: str) -> str:
        """The id of the source of this user's own words; made under the id `otherwise` when it is first needed."""
        found = find_source(self.db, self.user)
        if not found:
            self.insert("bron", {"id": otherwise, "titel": source_title(self.user), "uitgever": self.user})
        return found or otherwise


def find_source(db: sqlite3.Connection, user: str) -> str:
    """The id of the source of a user's own words, "" if there is none yet."""
    query = "SELECT id FROM bron WHERE id LIKE ? AND uitgever = ? AND titel = ? ORDER BY fid"
    found = db.execute(query, (f"{OWN}%", user, source_title(user))).fetchone()
    return str(found[0]) if found else ""


def source_title(user: str) -> str:
    """What the source of a user's own words is called; content, which is Dutch."""
    return f"Eigen inbreng van {user}"


@contextmanager
def writing(
    path: Path, user: str, wait: float = WAIT_SECONDS, tick: Callable[[], None] = lambda: None
) -> Iterator[Change]:
    """A transaction; it is carried out at the end, and after an exception the file is as it was.

    For a lock of somebody else it waits so many seconds; `tick` is called meanwhile, which may raise to stop it.

    Raises StoreError where the file is missing, locked or read-only, has no room, or does not take what is written.
    """
    require_file(path)
    try:
        uri = f"{address(path.absolute())}?mode=rw"
        with closing(sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)) as db:
            db.text_factory = lambda raw: raw.decode("utf-8", "replace")
            register(db)
            db.execute("PRAGMA foreign_keys = ON")
            _patiently(db, "BEGIN IMMEDIATE", wait, tick)
            try:
                change = Change(db, _time(db), user)
                db.execute("INSERT INTO wijziging VALUES (1, ?, ?)", (change.time, user))
                yield change
                if db.total_changes > 1:  # or nothing was changed, and the file is not touched
                    db.execute("DELETE FROM wijziging")
                    _patiently(db, "COMMIT", wait, tick)
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")
    except (sqlite3.Error, UnicodeError) as error:
        raise explained(error, path.name) from error


def _patiently(db: sqlite3.Connection, statement: str, wait: float, tick: Callable[[], None]) -> None:
    """Carry out what a lock of somebody else may keep waiting; SQLite itself would not let go meanwhile."""
    until = monotonic() + wait
    db.execute(f"PRAGMA busy_timeout = {_STEP}")
    while True:
        try:
            db.execute(statement)
            break
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() >= until:
                raise
        tick()
    db.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")


def _time(db: sqlite3.Connection) -> str:
    """Now; a millisecond after the last change where that was written in the same moment, as time tells them apart."""
    present = datetime.now(timezone.utc)
    row = db.execute("SELECT tijd FROM geschiedenis ORDER BY fid DESC LIMIT 1").fetchone()
    try:
        last = datetime.strptime(row[0] if row else "", "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)
    except ValueError:
        last = present - 2 * _TICK
    if last - timedelta(seconds=1) < present < last + _TICK:
        present = last + _TICK
    return _written(present)


def now() -> str:
    """This moment as the file writes it: UTC, ISO 8601."""
    return _written(datetime.now(timezone.utc))


def _written(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def gone() -> StoreError:
    """Return the error for a record that somebody else deleted."""
    return StoreError(
        tr("What you want to change is not in the file any more."),
        tr("Somebody else deleted it; the history can restore it."),
    )


def explained(error: Exception, name: str) -> StoreError:
    """Return what the user is told of an error of SQLite while something was being written."""
    said = str(error)
    if "readonly" in said or "unable to open" in said:
        message, advice = tr("{} is read-only: nothing was saved."), tr("Open a copy in which you may write.")
    elif "locked" in said or "busy" in said:
        message, advice = tr("{} is locked by another program."), tr("Wait until it has finished, and try again.")
    elif "full" in said:
        message, advice = tr("There is no room on the disk of {}: nothing was saved."), tr("Make room, and try again.")
    elif "FOREIGN KEY" in said:
        message = tr("{} holds something that refers to this, or lacks what this refers to: nothing was saved.")
        advice = tr("Take away what refers to it, and try again.")
    else:
        message, advice = tr("{} cannot be written: nothing was saved."), tr("The log panel says why.")
    return StoreError(message.format(name), advice, (said,))
