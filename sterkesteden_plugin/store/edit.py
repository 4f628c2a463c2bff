# SPDX-License-Identifier: GPL-2.0-or-later
"""One record that is being edited, with its links and parts: what it is to become, and the way back step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from qgis.core import QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot

from ..i18n import tr
from . import words
from .blob import from_blob
from .errors import StoreError
from .records import Record, Row, blank, columns, parts_of, shape
from .schema import AUDIT, links_of
from .tables import Buffer, open_table
from .unsaved import Draft

# Writes a record over what the file held when the edit began, or over anything; gives what is in the file then.
Writer = Callable[["Record | None", Record, bool], Record]


@dataclass(frozen=True)
class _Step:
    """A change in the buffer of one table: what stood there before and after."""

    table: str
    before: Any
    after: Any


class RecordEdit(QObject):
    """Works in the edit buffers of the record's table and of those of its links and parts.

    `changed` tells of every change. Links of parts are kept here alone: no form changes any.

    Who undoes in QGIS itself is followed. Who saves or discards there ends what can be undone, never what was written.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        project: QgsProject,
        path: Path,
        table: str,
        base: Record | None,
        first: Record,
        write: Writer,
        user: str,
    ) -> None:
        """`base` is what the file holds, None for a new record; `first` is what the edit begins with."""
        super().__init__()
        self.table = table
        self.record_id: str = first.values["id"]
        self._project = project
        self._path = path
        self._write = write
        self._user = user
        self._base = base
        self._held: dict[str, Any] = _held(table, first)
        self._first = dict(self._held)
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._buffers: dict[str, Buffer] = {}
        self._draft = Draft(path)
        try:
            for name in self._held:
                self._open_buffer(name)
        except StoreError:
            self._close_buffers()
            raise

    # What it holds

    @property
    def is_new(self) -> bool:
        return self._base is None

    @property
    def is_changed(self) -> bool:
        return self._held != self._first

    @property
    def is_kept(self) -> bool:
        """Whether what was changed last survives QGIS."""
        return self._draft.is_kept

    def values(self) -> Row:
        """Every column to its value."""
        return dict(self._held[self.table][0])

    def geometry(self) -> QgsGeometry | None:
        """In the CRS of the schema; None where there is none."""
        blob = self._held[self.table][1]
        return None if blob is None else from_blob(blob)

    def links(self, table: str) -> list[Row]:
        """The links in one table, in their order, without the column that names this record."""
        return [dict(row) for row in self._held[self._own(table)]]

    def parts(self, table: str) -> tuple[Record, ...]:
        """The records of one table that are its parts."""
        return tuple(self._held[self._own_part(table)])

    # Changing

    def set_value(self, column: str, value: Any) -> None:
        self.set_values({column: value})

    def set_values(self, changed: Mapping[str, Any]) -> None:
        """Several columns in one step. Raises KeyError for one that is not there, or not to be changed."""
        for column in changed:
            if column not in columns(self.table) or column in ("id", *AUDIT):
                raise KeyError(column)
        values, blob = self._held[self.table]
        fitted = {column: int(value) if isinstance(value, bool) else value for column, value in changed.items()}
        self._step(self.table, ({**values, **fitted}, blob), words.field(next(iter(changed))))

    def set_geometry(self, geometry: QgsGeometry) -> None:
        """In the CRS of the schema."""
        self._step(self.table, (self._held[self.table][0], shape(self.table, geometry)), words.field("geom"))

    def set_links(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """All links in one table; columns that are left out are empty."""
        names = columns(self._own(table))[1:]
        self._step(table, tuple({name: row.get(name) for name in names} for row in rows), words.field(table))

    def new_part(self, table: str, values: Mapping[str, Any], geometry: QgsGeometry | None = None) -> Record:
        """A part that is not there yet, for `set_parts`; the geometry is in the CRS of the schema."""
        owner = {parts_of(self.table)[table]: self.record_id}
        blob = None if geometry is None else shape(table, geometry)
        return replace(blank(table, {**values, "id": str(uuid4()), **owner}), geometry=blob)

    def set_parts(self, table: str, parts: Iterable[Record]) -> None:
        """All parts of one table."""
        self._step(self._own_part(table), tuple(parts), words.field(table))

    def take_over(self, record: Record) -> None:
        """Make it what another record of the same table says, step by step."""
        for name, held in _held(self.table, record).items():
            self._step(name, held, words.field(name))

    def _own(self, table: str) -> str:
        if table not in links_of(self.table):
            raise KeyError(table)
        return table

    def _own_part(self, table: str) -> str:
        if table not in parts_of(self.table):
            raise KeyError(table)
        return table

    def _step(self, table: str, after: Any, what: str) -> None:
        before = self._held[table]
        if before == after:
            return
        try:
            self._open_buffer(table)  # somebody may have ended it in QGIS
        except StoreError:
            pass  # it is kept all the same, and can be saved; only the way back is not there
        self._held[table] = after
        if table in self._buffers:
            self._put(table, what)
            self._done.append(_Step(table, before, after))
        self._undone.clear()
        self._note()

    def _put(self, table: str, what: str) -> None:
        if table == self.table:
            self._buffers[table].put_records(what, "id", [self._record()])
        elif table in parts_of(self.table):
            self._buffers[table].put_records(what, parts_of(self.table)[table], self._held[table])
        else:
            self._buffers[table].put_links(what, self._held[table])

    # Undoing

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def undo(self) -> None:
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._held[step.table] = step.before
            self._buffers[step.table].undo()
            self._note()

    def redo(self) -> None:
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._held[step.table] = step.after
            self._buffers[step.table].redo()
            self._note()

    @pyqtSlot(str, int)
    def _follow_buffer(self, table: str, count: int) -> None:
        """Somebody undid or did again in QGIS itself."""
        while self._count(table) > max(count, 0):
            step = _take_last(self._done, table)
            self._undone.append(step)
            self._held[table] = step.before
        while self._count(table) < count and any(step.table == table for step in self._undone):
            step = _take_last(self._undone, table)
            self._done.append(step)
            self._held[table] = step.after
        self._note()

    @pyqtSlot(str)
    def _follow_loss(self, table: str) -> None:
        """Somebody saved or discarded in QGIS itself, or removed the layer: what was written here stays."""
        buffer = self._buffers.pop(table, None)
        if buffer is not None:
            buffer.let_go()
            self._done = [step for step in self._done if step.table != table]
            self._undone = [step for step in self._undone if step.table != table]
            self._note()

    def _count(self, table: str) -> int:
        return sum(step.table == table for step in self._done)

    def _note(self) -> None:
        if self.is_changed:
            self._draft.keep(self.table, self._base, self._record())
        else:
            self._draft.drop()
        self.changed.emit()

    # Ending

    def save(self, overwrite: bool = False) -> None:
        """Write it to the file; `overwrite` also over what somebody else changed meanwhile.

        Raises StoreError (Conflict where somebody did): then nothing was written, and what was changed here stays.
        """
        for table, buffer in list(self._buffers.items()):
            if buffer.count > self._count(table):
                raise StoreError(
                    tr("“{}” is being edited in QGIS, and what was changed there is not saved yet.").format(
                        buffer.name
                    ),
                    tr("Save or discard those changes in QGIS first."),
                )
        self._base = self._write(self._base, self._record(), overwrite)
        self._held = _held(self.table, self._base)
        self._end()
        self._draft.drop()

    def cancel(self) -> None:
        """Give it up: nothing of it is left."""
        self._held = dict(self._first)
        self._end()
        self._draft.drop()

    def leave(self) -> None:
        """End it without saving; what was changed is told at the next start."""
        self._end()
        self._draft.leave()

    def _end(self) -> None:
        self._close_buffers()
        self._first = dict(self._held)
        self._done, self._undone = [], []
        self.setParent(None)  # from here on it lives as long as who uses it

    def _record(self) -> Record:
        values, blob = self._held[self.table]
        links = {name: self._held[name] for name in links_of(self.table)}
        return Record(values, blob, links, {name: self._held[name] for name in parts_of(self.table)})

    def _open_buffer(self, table: str) -> None:
        if table in self._buffers:
            return
        buffer = Buffer(open_table(self._project, self._path, table), table, self.record_id, self._user)
        self._buffers[table] = buffer
        if self.is_new or self._held[table] != self._first[table]:
            self._put(table, tr("New"))
            buffer.rebase()
        buffer.moved.connect(self._follow_buffer)
        buffer.lost.connect(self._follow_loss)

    def _close_buffers(self) -> None:
        buffers, self._buffers = self._buffers, {}
        for table, buffer in buffers.items():
            buffer.let_go()
            buffer.take_back(self._count(table))


def _held(table: str, record: Record) -> dict[str, Any]:
    """What each table holds of a record: row and geometry, links, or parts."""
    links = {name: tuple(record.links.get(name, ())) for name in links_of(table)}
    parts = {name: tuple(record.parts.get(name, ())) for name in parts_of(table)}
    return {table: (record.values, record.geometry), **links, **parts}


def _take_last(steps: list[_Step], table: str) -> _Step:
    at = max(number for number, step in enumerate(steps) if step.table == table)
    return steps.pop(at)
