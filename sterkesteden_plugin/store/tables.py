# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a GeoPackage as layers of QGIS, and what one edit has in the edit buffer of one of them.

The buffer is where the user undoes; it is never committed. What is saved is written in one transaction over all
tables (store/writing.py), which the buffers of several layers cannot do, and the buffer is taken back.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QDate, QObject, Qt, QVariant, pyqtSignal

from ..i18n import tr
from .blob import from_blob
from .errors import StoreError
from .records import Record, Row, columns, difference
from .schema import AUDIT, TABLES
from .writing import WAIT_SECONDS, now

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE_PROPERTY = "sterkesteden/tabel"  # the name of the table that a layer of a project is


def open_table(project: QgsProject, path: Path, table: str) -> QgsVectorLayer:
    """The project's own layer of a table, where it has one that can be edited by itself; else a new one.

    Raises StoreError where it cannot be opened.
    """
    for layer in project.mapLayers().values():
        if layer.customProperty(TABLE_PROPERTY) == table and isinstance(layer, QgsVectorLayer):
            is_whole = not layer.subsetString() and not layer.readOnly() and not _edits_in_groups(project)
            if is_whole and layer.isValid() and is_file_of(layer, path):
                return layer
    uri = uri_of(table, path)
    options = QgsVectorLayer.LayerOptions(False, False)
    options.skipCrsValidation = True
    layer = QgsVectorLayer(uri, table, "ogr", options)
    if not layer.isValid() and not _patiently(lambda: layer.setDataSource(uri, table, "ogr") or layer.isValid()):
        raise StoreError(
            tr("The file {} cannot be read.").format(path.name),
            tr("Check that it is a file and that you may read it, or choose another."),
            (f"table {table} cannot be opened",),
        )
    return layer


def layers_of(project: QgsProject, path: Path) -> list[QgsVectorLayer]:
    """Every layer of a project that reads this file."""
    layers = (layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer))
    return [layer for layer in layers if is_file_of(layer, path)]


def uri_of(table: str, path: Path | str) -> str:
    """The source of a layer of a table or view of a GeoPackage."""
    return str(QgsProviderRegistry.instance().encodeUri("ogr", {"path": str(path), "layerName": table}))


def path_of(layer: QgsVectorLayer) -> str:
    """The file of a layer; "" where it has none (QFieldSync and others give a layer another provider)."""
    if layer.providerType() != "ogr":
        return ""
    return str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path", ""))


def is_file_of(layer: QgsVectorLayer, path: Path | str) -> bool:
    """Whether a layer reads this file, by whatever name."""
    found = path_of(layer)
    return bool(found) and os.path.realpath(found) == os.path.realpath(path)


def _edits_in_groups(project: QgsProject) -> bool:
    """Whether who edits one layer edits all of its file: in one transaction, which locks it, or in one buffer."""
    if hasattr(project, "transactionMode"):  # since 3.26
        return bool(project.transactionMode() != Qgis.TransactionMode.Disabled)
    return bool(project.autoTransaction())


def _patiently(act: Callable[[], bool]) -> bool:
    """Another QGIS that begins or ends to edit has the file to itself for a moment, and OGR does not wait for that."""
    until = monotonic() + WAIT_SECONDS
    while not act():
        if monotonic() > until:
            return False
        sleep(0.02)
    return True


class Buffer(QObject):
    """The edit buffer of one layer, in which one edit puts its record, links or parts, a command for each change."""

    moved = pyqtSignal(str, int)  # somebody else undid or did again: the table, and how many commands there are now
    lost = pyqtSignal(str)  # somebody else saved or discarded what is in the buffer, or removed the layer

    def __init__(self, layer: QgsVectorLayer, table: str, key: str, user: str) -> None:
        """`key` is the id of the record, or of that which links or parts belong to; `user` is named as who changed it,
        should QGIS save the buffer. Raises StoreError when in use.
        """
        super().__init__()
        self.table = table
        self._layer = layer
        self._key = key
        self._user = user
        self._by_us = False
        self._was_editable = layer.isEditable()
        if layer.isEditable() and layer.isModified():
            raise in_use(layer)
        if not layer.isEditable() and not _patiently(layer.startEditing):
            raise StoreError(
                tr("“{}” cannot be edited now.").format(layer.name()),
                tr("Check that the file is not read-only and that no other program keeps it to itself."),
            )
        self._start = self._base = layer.undoStack().index()
        layer.undoStack().indexChanged.connect(self._note_index)
        for signal in self._endings():
            signal.connect(self._note_stop)

    @property
    def count(self) -> int:
        """How many commands are in the buffer since this edit began."""
        return int(self._layer.undoStack().index()) - self._base

    @property
    def name(self) -> str:
        return str(self._layer.name())

    def rebase(self) -> None:
        """What is in the buffer now is what undo goes back to."""
        self._base = self._layer.undoStack().index()

    def undo(self) -> None:
        with self._ours():
            self._layer.undoStack().undo()

    def redo(self) -> None:
        with self._ours():
            self._layer.undoStack().redo()

    def put_records(self, what: str, column: str, records: Iterable[Record]) -> None:
        """Make the records that name `key` in this column what they are to be, as one command."""
        with self._command(what):
            present = {plain(feature["id"]): feature for feature in self._features(column)}
            for record in records:
                self._put(present.pop(record.values["id"], None), record)
            for feature in present.values():
                self._layer.deleteFeature(feature.id())

    def _put(self, feature: QgsFeature | None, record: Record) -> None:
        """Make a feature a record; it is added where there is none."""
        shape = from_blob(record.geometry) if record.geometry is not None else None
        stamp = dict(zip(AUDIT, (now(), self._user)))
        if feature is None:
            feature = self._new({**record.values, **stamp})
            if shape is not None:
                feature.setGeometry(shape)
            self._layer.addFeature(feature)
            return
        changed = {name: v for name, v in record.values.items() if name not in AUDIT and plain(feature[name]) != v}
        moved = shape is not None and not feature.geometry().equals(shape)
        for name, value in ({**changed, **stamp} if changed or moved else {}).items():
            self._change(feature.id(), name, value)
        if moved:
            self._layer.changeGeometry(feature.id(), shape)

    def put_links(self, what: str, rows: Iterable[Row]) -> None:
        """Make the links of the record what they are to be, as one command."""
        layer = self._layer
        owner, *names = columns(self.table)
        with self._command(what):
            present = ((f.id(), {name: plain(f[name]) for name in names}) for f in self._features(owner))
            gone, changed, added = difference(present, rows)
            for fid in gone:
                layer.deleteFeature(fid)
            for fid, row in changed.items():
                for name, value in row.items():
                    self._change(fid, name, value)
            for row in added:
                layer.addFeature(self._new({owner: self._key, **row}))

    def take_back(self, ours: int) -> None:
        """Take back what this edit put into the buffer, and leave the layer as it was found.

        Where there are other commands than `ours` too, somebody works on that layer in QGIS: it is all left to them.
        """
        if sip.isdeleted(self._layer) or not self._layer.isEditable() or self.count > ours:
            return
        self._layer.undoStack().setIndex(self._start)
        if not self._was_editable:
            self._layer.rollBack()
        else:
            self._layer.undoStack().clear()

    def let_go(self) -> None:
        """Listen to the layer no longer."""
        if not sip.isdeleted(self._layer):
            self._layer.undoStack().indexChanged.disconnect(self._note_index)
            for signal in self._endings():
                signal.disconnect(self._note_stop)

    def _endings(self) -> tuple[Any, ...]:
        # Before, not after: while they end, QGIS undoes the commands, which nobody asked for.
        return self._layer.beforeRollBack, self._layer.beforeCommitChanges, self._layer.willBeDeleted

    def _change(self, fid: int, name: str, value: Any) -> None:
        index = self._layer.fields().indexOf(name)
        self._layer.changeAttributeValue(fid, index, _fitted(self.table, name, value), skipDefaultValues=True)

    def _features(self, column: str) -> list[QgsFeature]:
        expression = QgsExpression.createFieldEqualityExpression(column, self._key)
        return list(self._layer.getFeatures(QgsFeatureRequest().setFilterExpression(expression)))

    def _new(self, values: Row) -> QgsFeature:
        feature = QgsFeature(self._layer.fields())
        for name, value in values.items():
            feature.setAttribute(name, _fitted(self.table, name, value))
        return feature

    @contextmanager
    def _ours(self) -> Iterator[None]:
        self._by_us = True
        try:
            yield
        finally:
            self._by_us = False

    @contextmanager
    def _command(self, what: str) -> Iterator[None]:
        with self._ours():
            self._layer.beginEditCommand(what)
            try:
                yield
            finally:
                self._layer.endEditCommand()

    def _note_index(self, _index: int) -> None:
        if not self._by_us:
            self.moved.emit(self.table, self.count)

    def _note_stop(self, *_whether: object) -> None:
        if not self._by_us:
            self.lost.emit(self.table)


def in_use(layer: QgsVectorLayer) -> StoreError:
    """Return the error for a layer in which somebody changed something and has not saved it yet."""
    return StoreError(
        tr("“{}” is being edited in QGIS, and what was changed there is not saved yet.").format(layer.name()),
        tr("Save or discard those changes in QGIS first."),
    )


def plain(value: Any) -> Any:
    """A value of a feature as the file holds it."""
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate) if value.isValid() else None
    if isinstance(value, bool):
        return int(value)
    return None if isinstance(value, QVariant) else value  # PyQt keeps only NULL as a QVariant


def _fitted(table: str, name: str, value: Any) -> Any:
    """A value of the file as a feature holds it."""
    kind = next((column.type for column in TABLES[table] if column.name == name), "TEXT")
    if value is None or name in AUDIT:
        return value
    if kind == "DATE":
        return QDate.fromString(value, Qt.DateFormat.ISODate)
    return bool(value) if kind == "BOOLEAN" else value
