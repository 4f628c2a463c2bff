# SPDX-License-Identifier: GPL-2.0-or-later
"""A workshop that is being edited with the points it marked: what a RecordEdit is to one record.

The points are records of their own and are written after the workshop, each whole: a layer of QGIS has one edit
buffer, which holds one record at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from ..store.database import reading
from ..store.errors import Conflict
from ..store.records import read_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..store.editing import Editor, RecordEdit
    from ..story.model import WorkshopPoint

SCORES, POINTS = "workshop_score", "workshop_punt"


@dataclass(frozen=True)
class Point:
    """A point as it is to be; `drawn` is WKT in the CRS of the schema, "" where it stays as the file has it."""

    id: str
    name: str = ""
    remark: str = ""
    drawn: str = ""


class WorkshopEdit(QObject):
    """Undo goes back over the steps of both: those of the workshop are in its edit buffer, those of the points here."""

    changed = pyqtSignal()

    def __init__(self, editor: Editor, record: RecordEdit, points: Sequence[WorkshopPoint] = ()) -> None:
        super().__init__()
        self.table, self.record_id = record.table, record.record_id
        self._editor = editor
        self._record = record
        self._saved = {point.id: Point(point.id, point.name, point.remark or "") for point in points}
        self._points = tuple(self._saved.values())
        # Points as they were before a step; None for a step of the workshop itself.
        self._done: list[tuple[Point, ...] | None] = []
        self._undone: list[tuple[Point, ...] | None] = []
        record.changed.connect(self.changed)

    def values(self) -> dict[str, Any]:
        return self._record.values()

    def links(self, table: str) -> list[dict[str, Any]]:
        return self._record.links(table)

    def set_value(self, column: str, value: Any) -> None:
        if self._record.values()[column] != value:
            self._note(None)
            self._record.set_value(column, value)

    def set_links(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        rows = [dict(row) for row in rows]
        if self._record.links(table) != rows:
            self._note(None)
            self._record.set_links(table, rows)

    @property
    def points(self) -> tuple[Point, ...]:
        return self._points

    def set_points(self, points: Iterable[Point]) -> None:
        after = tuple(points)
        if after != self._points:
            self._note(self._points)
            self._points = after
            self.changed.emit()

    def _note(self, step: tuple[Point, ...] | None) -> None:
        self._done.append(step)
        self._undone.clear()

    @property
    def is_changed(self) -> bool:
        return self._record.is_changed or self._points != tuple(self._saved.values())

    # Undoing. Who undoes in QGIS itself takes steps of the workshop away: those are passed over here.

    @property
    def can_undo(self) -> bool:
        return self._record.can_undo or any(step is not None for step in self._done)

    @property
    def can_redo(self) -> bool:
        return any(step is not None or self._record.can_redo for step in self._undone)

    def undo(self) -> None:
        while self._done:
            step = self._done.pop()
            if step is not None:
                self._undone.append(self._points)
                self._points = step
                self.changed.emit()
                return
            if self._record.can_undo:
                self._undone.append(None)
                self._record.undo()
                return
        self._record.undo()

    def redo(self) -> None:
        while self._undone:
            step = self._undone.pop()
            if step is not None:
                self._done.append(self._points)
                self._points = step
                self.changed.emit()
                return
            if self._record.can_redo:
                self._done.append(None)
                self._record.redo()
                return

    # Ending

    def save(self, overwrite: bool = False) -> None:
        """Write the workshop with its scores, then what changed of its points. Raises StoreError as RecordEdit does.

        After an error what is not in the file yet is here still, and is what the next try saves.
        """
        self._record.save(overwrite)
        kept = {point.id for point in self._points}
        for gone in [point for point in self._saved if point not in kept]:
            if self._is_there(gone):
                self._editor.delete(POINTS, gone)
            del self._saved[gone]
        for point in self._points:
            if self._saved.get(point.id) != point:
                self._save_point(point, overwrite)
        self._done, self._undone = [], []

    def _save_point(self, point: Point, overwrite: bool) -> None:
        known = self._saved.get(point.id)
        if known is None:
            record = self._editor.create(POINTS, {"id": point.id, "workshop_id": self.record_id})
        else:
            record = self._editor.edit(POINTS, point.id)
        try:
            found = record.values()
            as_known = known is None or (found["naam"], found["opmerking"] or "") == (known.name, known.remark)
            if not as_known and not overwrite:
                raise Conflict(
                    tr("Somebody changed the point “{}” meanwhile.").format(point.name),
                    tr("Choose whose words stay."),
                    found,
                )
            record.set_value("naam", point.name)
            record.set_value("opmerking", point.remark or None)
            if point.drawn:
                record.set_geometry(QgsGeometry.fromWkt(point.drawn))
            record.save(overwrite)
        except BaseException:
            record.cancel()  # it is kept here
            raise
        self._saved[point.id] = point

    def _is_there(self, point: str) -> bool:
        with reading(self._editor.path) as db:
            return read_record(db, POINTS, point) is not None

    def cancel(self) -> None:
        """Give it up."""
        self._record.cancel()
