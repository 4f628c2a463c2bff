# SPDX-License-Identifier: GPL-2.0-or-later
"""The base tables of a pack in a project: what the user edits with QGIS's own forms, tables and tools.

They stand in a group of their own, collapsed and not drawn: the story layers are views of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal, pyqtSlot

from ..i18n import tr
from ..store.schema import PLACE_TABLES
from ..store.tables import TABLE_PROPERTY, uri_of
from .form_words import FORMS, GROUP_TITLE, READ_ONLY, TITLES
from .forms import columns_of, dress
from .marked import MarkedLayers, insert_group, point_to
from .relations import add_relations

if TYPE_CHECKING:
    from ..story.model import Pack

DATA_GROUP = "sterkesteden:gegevens"  # no group of a pack: those have words as ids


class BaseTables(MarkedLayers):
    """The base tables of a project. `committed` tells that QGIS wrote changes of some of them to the file."""

    committed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(project, TABLE_PROPERTY, parent)
        self._heard: dict[str, QgsVectorLayer] = {}
        self._soon = QTimer(self)  # saving all layers is one change, told once
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.committed)
        self.changed.connect(self._listen)
        self._listen()

    def close(self) -> None:
        """Listen no longer; the layers stay in the project."""
        super().close()
        self._soon.stop()
        for layer in self._heard.values():
            if not sip.isdeleted(layer):
                layer.afterCommitChanges.disconnect(self._note_commit)
        self._heard = {}

    def add(self, pack: Pack, path: Path | str) -> list[str]:
        """Add the tables that are missing, with forms and relations, and make those that are there read `path`.

        Returns a line for each that could not be opened. The forms of tables that were there stay as the user has
        them, but for those that refer to a table that had to be made anew.
        """
        problems = []
        made: dict[str, QgsMapLayer] = {}
        layers: dict[str, QgsVectorLayer] = {}
        for table, title in TITLES.items():
            layer = self._present(pack.id, table)
            if layer is None:
                layer = made[table] = self._signed(_make_layer(table, title, path), pack.id, table)
            elif isinstance(layer, QgsVectorLayer):
                point_to(layer, table, path)
            if not layer.isValid():
                problems.append(tr("The layer “{}” cannot be opened from {}.").format(title, path))
                made.pop(table, None)
            elif isinstance(layer, QgsVectorLayer):
                layers[table] = layer
        if not made:
            return problems
        self._project.addMapLayers(list(made.values()), False)
        add_relations(self._project, pack.id, layers)
        for table in layers:
            if table in made or _neighbours(table) & set(made):
                dress(layers[table], table, pack.id, layers)
        self._place(pack, made)
        return problems

    def _place(self, pack: Pack, made: dict[str, QgsMapLayer]) -> None:
        group = self._group_node(pack.id, DATA_GROUP)
        if group is None:
            group = insert_group(self._top_node(pack.id, pack.title), -1, GROUP_TITLE, pack.id, DATA_GROUP)
            group.setExpanded(False)
        self._fill(group, pack.id, [(table, False) for table in TITLES], made)

    @pyqtSlot()
    def _listen(self) -> None:
        present = {layer.id(): layer for layer in self.layers() if isinstance(layer, QgsVectorLayer)}
        for layer_id in set(self._heard) - set(present):
            del self._heard[layer_id]
        for layer_id in set(present) - set(self._heard):
            present[layer_id].afterCommitChanges.connect(self._note_commit)
            self._heard[layer_id] = present[layer_id]

    @pyqtSlot()
    def _note_commit(self) -> None:
        self._soon.start(0)


def _make_layer(table: str, title: str, path: Path | str) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions(False, False)
    options.skipCrsValidation = True
    layer = QgsVectorLayer(uri_of(table, path), title, "ogr", options)
    layer.setReadOnly(table in READ_ONLY)
    return layer


def _neighbours(table: str) -> set[str]:
    """The tables that the form of a table knows: those it refers to and those whose rows it lists."""
    found = {column.refers for column in columns_of(table)}
    entries = [entry for _title, tab in FORMS.get(table, ()) for entry in tab]
    found |= {entry.split(".")[0] for entry in entries if isinstance(entry, str) and "." in entry}
    return found | (set(PLACE_TABLES) if "plaats" in found else set())
