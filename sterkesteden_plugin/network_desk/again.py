# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer that an algorithm of the networks made is run again: its menu opens the dialog, filled in as it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerType, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QDialog

try:
    from qgis.PyQt.QtGui import QAction
except ImportError:  # Qt 5
    from qgis.PyQt.QtWidgets import QAction

from .. import paths
from ..i18n import tr
from ..processing.results import run_of
from .keeping import open_dialog


class RunAgain(QObject):
    """Offers it in the menu of those layers alone that say how they were made."""

    def __init__(self, iface: Any, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._project = project
        self._dialog: QDialog | None = None
        self.action = QAction(QIcon(paths.icon("sterkesteden")), tr("Run again with these parameters…"), self)
        self.action.triggered.connect(self._open)
        iface.addCustomActionForLayerType(self.action, "", QgsMapLayerType.VectorLayer, False)
        project.layersAdded.connect(self._offer)
        self._offer(project.mapLayers().values())

    def close(self) -> None:
        """Take it out of the menus."""
        self._project.layersAdded.disconnect(self._offer)
        self._iface.removeCustomActionForLayerType(self.action)

    def _offer(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and run_of(layer) is not None:
                self._iface.addCustomActionForLayer(self.action, layer)

    def _open(self) -> None:
        layer = self._iface.activeLayer()
        run = run_of(layer) if isinstance(layer, QgsVectorLayer) else None
        if run is not None:
            self._dialog = open_dialog(*run)
