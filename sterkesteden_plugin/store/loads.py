# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts what was loaded into a user's file, tells what that changed, and takes it back. Each is one transaction.

Until it ends the file is as it was, whatever happens: what is fetched waits in a file beside (services/scratch.py).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from ..i18n import tr
from . import sql
from .database import address, reading
from .datasets import Dataset
from .errors import Cancelled, Emptied, StoreError
from .load_figures import LoadedFigures
from .load_log import Entry, LoadLog, Row, Tick, entries, in_bulk
from .load_places import LoadedPlaces, place_tables
from .load_rows import SCRATCH, Box, OpenRows
from .records import uses
from .schema import TABLE_OF_KIND, open_table
from .writing import Change, writing

_WAIT_SECONDS = 10.0  # for a lock: nobody waits for the window meanwhile
_CACHE_KIB = 65_536  # as much is written before the file is locked for those who read it


@dataclass(frozen=True)
class LoadReport:
    """What a load changed. `load_id` is for `undo`."""

    load_id: str
    count: int  # rows that came
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    moved: tuple[tuple[str, float], ...] = ()  # of the changed: name and metres, farthest first
    figures: tuple[tuple[str, float | None, float | None], ...] = ()  # what, old, new
    places: tuple[str, ...] = ()  # that have its geometry now
    missing: tuple[str, ...] = ()  # places whose official key was not among what came


@dataclass(frozen=True)
class UndoReport:
    """What went back, and what did not since somebody changed it after the load."""

    put_back: int
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fetched:
    """What is merged: a file with the rows, and where and when they came from."""

    path: Path
    url: str
    retrieved: str  # UTC, ISO 8601
    box: Box | None = None  # what was asked, in EPSG:28992; None for everything
    absent: frozenset[str] = frozenset()  # columns that the service does not have now: what is there stays
    is_whole: bool = True  # or what is in the file and not among these rows stays


def merge(
    path: Path, user: str, dataset: Dataset, fetched: Fetched, is_cancelled: Callable[[], bool] = lambda: False
) -> LoadReport:
    """Bring a file to what was fetched. Raises StoreError where it cannot be written, or Cancelled."""
    with _merging(path, user, is_cancelled) as (change, tick):
        db = change.db
        db.execute("ATTACH ? AS scratch", (f"{address(fetched.path.absolute())}?mode=ro&immutable=1",))
        day = _day(db, dataset, fetched.retrieved[:10])
        load_id = f"{dataset.id}-{change.time}-{uuid4().hex[:6]}"
        with in_bulk(db, "lading_rij"):
            log = LoadLog(db, load_id)
            _write_source(db, log, dataset, fetched, day)
            (count,) = db.execute(sql.select("count(*)", SCRATCH)).fetchone()
            found: dict[str, Any] = {}
            if dataset.kind == "cijfers":
                added, changed, same, figures = LoadedFigures(change, dataset.source_id, day).merge(log, tick)
                found = {"added": added, "changed": changed, "unchanged": same, "figures": tuple(figures)}
            elif dataset.kind in TABLE_OF_KIND:
                rows = _open_rows(db, dataset, tick)
                if not count and rows.loses(fetched.box):
                    raise Emptied(
                        tr("{} gave nothing of “{}” in this area.").format(dataset.service.name, dataset.title),
                        tr("What the file has of it there stays. The service may be out of order; try again later."),
                    )
                added, changed, gone, same, moved = rows.merge(log, fetched.box, fetched.absent, fetched.is_whole)
                far = tuple(sorted(moved, key=lambda one: -one[1]))
                found = {"added": added, "changed": changed, "removed": gone, "unchanged": same, "moved": far}
            target = place_tables(dataset.kind)
            if target and dataset.place_kind and dataset.place_field:
                places = LoadedPlaces(change, dataset.source_id)
                names, missing = places.replace(log, dataset.place_kind, dataset.place_field, target)
                found.update(places=tuple(names), missing=tuple(missing))
            log.close()
        report = LoadReport(load_id, count, **found)
        _write_load(change, dataset, fetched, day, report)
        return report


def undo(path: Path, user: str, load_id: str, is_cancelled: Callable[[], bool] = lambda: False) -> UndoReport:
    """Put back what a load changed, and where it changed nothing, what the one before it did.

    Raises StoreError where a later one of the same data stands, or it is undone.
    """
    with _merging(path, user, is_cancelled) as (change, tick):
        dataset = _require_last(change.db, load_id)
        done, kept = 0, []
        for one in _together(change.db, dataset["id"]):
            put_back, stayed = _undo(change, dataset, one, tick)
            done += put_back
            kept += stayed
        _forget(change.db, dataset["id"])
        return UndoReport(done, tuple(kept))


def _undo(change: Change, dataset: Row, load_id: str, tick: Tick) -> tuple[int, list[str]]:
    """How many rows of one load went back, and which did not."""
    db, table = change.db, dataset["table"]
    done = 0
    kept: list[str] = []
    if _exists(db, table):
        own = entries(db, load_id, "tabel = ?", table)
        done, kept = OpenRows(db, table, dataset["key"], tick).undo(load_id, own)
    places, figures = LoadedPlaces(change, ""), LoadedFigures(change, "", None)
    for entry in list(entries(db, load_id, "tabel <> ?", table, newest_first=True)):
        if entry.table == "bron":
            is_back = _undo_source(db, entry)
        else:
            is_back = (figures if entry.table == "cijfer" else places).undo(entry)
        if is_back:
            done += 1
        else:
            kept.append(entry.what.partition(": ")[0])
    db.execute(sql.assign("lading", "ongedaan = 1", "id = ?"), (load_id,))
    return done, kept


def _together(db: sqlite3.Connection, dataset: str) -> list[str]:
    """What is undone in one step: the last load that stands and changed something, and those after it."""
    counted = "nieuw + gewijzigd + verwijderd"
    where = "gegevensset_id = ? AND NOT ongedaan"
    found = []
    for load_id, count in db.execute(sql.select(f"id, {counted}", "lading", where, "fid DESC"), (dataset,)).fetchall():
        found.append(load_id)
        told = "lading_id = ? AND tabel <> 'bron'"
        if count or db.execute(sql.select("1", "lading_rij", told), (load_id,)).fetchone():
            break
    return found


def _forget(db: sqlite3.Connection, dataset: str) -> None:
    """Where no load of a data set stands any more, its source goes too, if nothing but these loads names it.

    Nor the history does: an earlier version of a place, which can be restored.
    """
    loads = db.execute(sql.select("id, bron_id, ongedaan", "lading", "gegevensset_id = ?"), (dataset,)).fetchall()
    if not all(is_undone for _id, _source, is_undone in loads):
        return
    sources = {source for _id, source, _is_undone in loads}
    told = sql.select("1", "geschiedenis", "? IN (oud, nieuw)", "fid LIMIT 1")
    for source in sources:
        if set(uses(db, "bron", source)) != {"lading"} or db.execute(told, (source,)).fetchone():
            return
    db.executemany(sql.delete("lading_rij", "lading_id = ?"), [(load_id,) for load_id, _source, _is_undone in loads])
    db.execute(sql.delete("lading", "gegevensset_id = ?"), (dataset,))
    db.executemany(sql.delete("bron", "id = ?"), [(source,) for source in sources])


def read_changes(path: Path, load_id: str) -> list[Entry]:
    """What a load changed, one by one, without what was there; rows of a first load are not told one by one."""
    with reading(path) as db:
        return [replace(entry, old={}) for entry in entries(db, load_id, "tabel <> 'bron'")]


def _open_rows(db: sqlite3.Connection, dataset: Dataset, tick: Tick) -> OpenRows:
    if not _exists(db, dataset.table):
        raise StoreError(
            tr("The file has no table for “{}”.").format(dataset.title),
            tr("Somebody took it out; open a new copy to load this."),
            (dataset.table,),
        )
    return OpenRows(db, dataset.table, dataset.key, tick)


def _exists(db: sqlite3.Connection, table: str) -> bool:
    query = sql.select("1", "sqlite_master", "type = 'table' AND name = ?")
    return db.execute(query, (table,)).fetchone() is not None


def _day(db: sqlite3.Connection, dataset: Dataset, today: str) -> str | None:
    """Of which day the data are: the latest that they say themselves, else that of the catalogue.

    Where days are still to come it is a forecast: its days are what it is about, not of which day it is.
    """
    if any(column.name == "peildatum" for column in dataset.fields):
        (latest,) = db.execute(sql.select("max(peildatum)", SCRATCH)).fetchone()
        if latest and latest <= today:
            return latest
    return dataset.date


def _write_source(db: sqlite3.Connection, log: LoadLog, dataset: Dataset, fetched: Fetched, day: str | None) -> None:
    """The row in `bron` that everything of this data set names; what it says is content, which is Dutch."""
    service = dataset.service
    row = {
        "titel": dataset.title,
        "uitgever": service.credit,
        "datum": day,
        "url": service.url,
        "licentie": service.licence,
        "toelichting": f"{service.name}. Bron: {service.credit}. Opgehaald op {fetched.retrieved[:10]}.",
    }
    found = db.execute(sql.select(sql.listed(row), "bron", "id = ?"), (dataset.source_id,)).fetchone()
    if found is None:
        new = {"id": dataset.source_id, **row}
        db.execute(sql.insert("bron", new), tuple(new.values()))
        return
    old = {name: value for name, value in zip(row, found) if value != row[name]}
    if old:
        new = {name: row[name] for name in old}
        db.execute(sql.update("bron", new, "id = ?"), (*new.values(), dataset.source_id))
        log.add(Entry("bron", dataset.source_id, "gewijzigd", dataset.title, old, new))


def _undo_source(db: sqlite3.Connection, entry: Entry) -> bool:
    found = db.execute(sql.select(sql.listed(entry.new), "bron", "id = ?"), (entry.record,)).fetchone()
    if found is None or list(found) != list(entry.new.values()):
        return False
    db.execute(sql.update("bron", entry.old, "id = ?"), (*entry.old.values(), entry.record))
    return True


def _write_load(change: Change, dataset: Dataset, fetched: Fetched, day: str | None, report: LoadReport) -> None:
    row = {
        "id": report.load_id,
        "gegevensset_id": dataset.id,
        "tijd": fetched.retrieved,
        "gebruiker": change.user,
        "url": fetched.url,
        "peildatum": day,
        "bron_id": dataset.source_id,
        "aantal": report.count,
        "nieuw": report.added,
        "gewijzigd": report.changed,
        "verwijderd": report.removed,
        "ongedaan": 0,
    }
    change.insert("lading", row)


def _require_last(db: sqlite3.Connection, load_id: str) -> Row:
    """The key and table of the data set of a load, which is the last one of it that stands."""
    found = db.execute("SELECT gegevensset_id, ongedaan FROM lading WHERE id = ?", (load_id,)).fetchone()
    if found is None or found[1]:
        raise StoreError(tr("This load was undone already."), tr("There is nothing more to do; read the list again."))
    query = "SELECT id FROM lading WHERE gegevensset_id = ? AND NOT ongedaan ORDER BY fid DESC LIMIT 1"
    if db.execute(query, (found[0],)).fetchone()[0] != load_id:
        raise StoreError(
            tr("The same data were loaded again after this."), tr("Undo the latest load first, then this one.")
        )
    about = db.execute("SELECT sleutel FROM gegevensset WHERE id = ?", (found[0],)).fetchone()
    return {"id": found[0], "table": open_table(found[0]), "key": (about[0] or "").split() if about else []}


@contextmanager
def _merging(path: Path, user: str, is_cancelled: Callable[[], bool]) -> Iterator[tuple[Change, Tick]]:
    """A transaction that ends as soon as the user does not want it any more."""

    def tick() -> None:
        if is_cancelled():
            raise Cancelled

    with writing(path, user, _WAIT_SECONDS, tick) as change:
        change.db.execute(f"PRAGMA main.cache_size = -{_CACHE_KIB}")
        yield change, tick
        tick()
