# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes records of a GeoPackage in the name of a user: kept in QGIS's edit buffers until they are saved or given up.

Undo and redo are those of the buffers. Saving is one transaction over all tables, done whole or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from . import history, words
from .check import Fault
from .database import reading
from .edit import RecordEdit
from .errors import StoreError
from .records import (
    Record,
    Row,
    blank,
    columns,
    delete_record,
    faults_of,
    is_there,
    read_record,
    require_keyed,
    uses,
    without_lost_links,
    write_record,
)
from .schema import OWN, TABLES
from .tables import TABLE_PROPERTY, layers_of
from .unsaved import Unsaved, forget
from .writing import Change, find_source, gone, writing

__all__ = ["Editor", "RecordEdit", "may_edit", "user_name"]


def user_name() -> str:
    """The name under which changes are kept."""
    return QgsApplication.userFullName() or QgsApplication.userLoginName() or "onbekend"


def may_edit(path: Path) -> str:
    """Why nothing can be changed in this file; "" when it can. Its mode counts also for an administrator."""
    try:
        writable = bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)
    except OSError:
        return tr("The file {} is not there.").format(path.name)
    if not writable:
        return tr("{} is read-only: open a copy to change it.").format(path.name)
    if not os.access(path.parent, os.W_OK):
        return tr("The folder of {} is read-only: open a copy elsewhere to change it.").format(path.name)
    return ""


class Editor(QObject):
    """Edits the records of one file. `saved` tells table and id of a record, after it is in the file."""

    saved = pyqtSignal(str, str)

    def __init__(self, project: QgsProject, path: Path, user: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.path = Path(path)
        self.user = user
        self._own_source = f"{OWN}{uuid4()}"  # until the file has one

    def close(self) -> None:
        """End every edit that is open; what it has not saved is told at the next start (store/unsaved.py)."""
        for edit in self.findChildren(RecordEdit):
            edit.leave()

    def edit(self, table: str, record_id: str) -> RecordEdit:
        """Edit a record. Raises StoreError where it is not there, or its layer is being edited in QGIS."""
        require_keyed(table)
        with reading(self.path) as db:
            base = read_record(db, table, record_id)
        if base is None:
            raise gone()
        return self._begin(table, base, base)

    def create(self, table: str, values: Mapping[str, Any], links: Mapping[str, list[Row]] | None = None) -> RecordEdit:
        """Begin a new record; it gets an id where `values` have none. Raises StoreError as `edit` does."""
        require_keyed(table)
        unknown = set(values) - set(columns(table))
        if unknown:
            raise KeyError(f"{table}: {sorted(unknown)}")
        first = blank(table, {**values, "id": values.get("id") or str(uuid4())})
        own = {name: tuple(rows) for name, rows in (links or {}).items()}
        return self._begin(table, None, replace(first, links={**first.links, **own}))

    def resume(self, left: Unsaved) -> RecordEdit:
        """Go on with what was not saved, as a change that can be undone. Raises StoreError as `edit` does."""
        edit = self._begin(left.table, left.base, left.base or blank(left.table, {"id": left.record_id}))
        edit.take_over(left.record)
        if edit.is_kept or not edit.is_changed:
            forget(left)
        return edit

    def delete(self, table: str, record_id: str) -> None:
        """Delete a record with what belongs to it. Raises StoreError where others refer to it, or it cannot be."""
        require_keyed(table)
        with writing(self.path, self.user) as change:
            if read_record(change.db, table, record_id) is None:
                raise gone()
            users = uses(change.db, table, record_id)
            if users:
                raise StoreError(
                    tr("This is in use elsewhere ({} times): nothing was deleted.").format(len(users)),
                    tr("Take it away there first."),
                    tuple(users),
                )
            delete_record(change, table, record_id)
        self._tell(table, record_id)

    def restore(self, table: str, record_id: str, time: str) -> None:
        """Make a record what the version of this time left, as a change of its own; "" for before the first change.

        One that was deleted comes back, with its parts, and with its links as far as what they link to is there.
        """
        require_keyed(table)
        with writing(self.path, self.user) as change:
            found = history.record_at(change.db, table, record_id, time)
            if found is None:
                raise StoreError(
                    tr("At that time this was not there yet."), tr("Choose a version in which it is there.")
                )
            self._write(change, table, without_lost_links(change.db, found))
        self._tell(table, record_id)

    def bring_back(self, table: str, record_id: str) -> None:
        """Make a record that was deleted what it was just before that. Raises StoreError as `restore` does.

        Where somebody else brought it back already, it stays as it is.
        """
        with reading(self.path) as db:
            is_back = is_there(db, table, record_id)
            time = history.before_deletion(db, table, record_id)
        if not is_back:
            self.restore(table, record_id, time)

    def source(self) -> str:
        """The id of the source of this user's own words; it is made when a record that names it is saved."""
        with reading(self.path) as db:
            return find_source(db, self.user) or self._own_source

    def _save(self, table: str, base: Record | None, record: Record, overwrite: bool) -> Record:
        """Save what an edit holds; return what is in the file then."""
        key = record.values["id"]
        with writing(self.path, self.user) as change:
            found = read_record(change.db, table, key)
            record = _moved_along(found, base, record)
            if not overwrite:
                _require_unchanged(change, table, key, found, base, record)
            record = self._with_source(change, table, record)
            self._write(change, table, record)
            written = read_record(change.db, table, key)
        if written != found:
            self._tell(table, key)
        return written or record

    def _with_source(self, change: Change, table: str, record: Record) -> Record:
        """A record that names the source of the user's own words before there is one: from here on there is.

        One that was not saved when QGIS ended names the one that would have been made then.
        """
        values = dict(record.values)
        for column in TABLES[table]:
            named = values[column.name]
            if column.refers == "bron" and str(named or "").startswith(OWN) and not is_there(change.db, "bron", named):
                values[column.name] = change.source(self._own_source)
        return replace(record, values=values)

    def _begin(self, table: str, base: Record | None, first: Record) -> RecordEdit:
        edit = RecordEdit(self._project, self.path, table, base, first, partial(self._save, table), self.user)
        edit.setParent(self)  # until it ends
        return edit

    def _write(self, change: Change, table: str, record: Record) -> None:
        faults = faults_of(change.db, table, record)
        if faults:
            raise _invalid(faults)
        write_record(change, table, record)

    def _tell(self, table: str, record_id: str) -> None:
        """Layers of QGIS keep what they read: they read it again; the views of the story are drawn anew."""
        for layer in layers_of(self._project, self.path):
            if layer.customProperty(TABLE_PROPERTY) and not layer.isEditable():
                layer.reload()
            layer.triggerRepaint()
        self.saved.emit(table, record_id)


def _moved_along(found: Record | None, base: Record | None, record: Record) -> Record:
    """A record that stands where it was moved to meanwhile: no form says where, so that is nobody's words."""
    values = record.values
    if found is None or base is None or "nummer" not in values or values["nummer"] != base.values["nummer"]:
        return record
    return replace(record, values={**values, "nummer": found.values["nummer"]})


def _require_unchanged(
    change: Change, table: str, key: str, found: Record | None, base: Record | None, record: Record
) -> None:
    """Raise Conflict where a field in the file is neither what the edit began with nor what it is to become."""
    if found is None and base is None:
        return
    if found is not None and not _foreign(found.content(), record.content(), base.content() if base else {}):
        return
    raise history.changed_meanwhile(change.db, table, key, found.content() if found else {})


def _foreign(found: Mapping[str, Any], *known: Mapping[str, Any]) -> bool:
    return any(all(other.get(name, ...) != value for other in known) for name, value in found.items())


def _invalid(faults: Iterable[Fault]) -> StoreError:
    """The first fault in words; all of them for the log."""
    faults = tuple(faults)
    column, what = faults[0].column, faults[0].message
    name = words.field(column)
    if what == "is missing":
        message = tr("“{}” is not filled in.").format(name)
    elif "no file can keep" in what:
        message = tr("“{}” holds a character that no file can keep.").format(name)
    elif "is not an id" in what:
        message = tr("“{}” refers to something that is not in the file.").format(name)
    else:
        message = tr("“{}” holds a value that is not allowed.").format(name)
    return StoreError(message, tr("Nothing was saved: put it right and save again."), tuple(map(str, faults)))
