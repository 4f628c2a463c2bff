# SPDX-License-Identifier: GPL-2.0-or-later
"""An area on the map for something that is to be fetched: what the map shows, or a rectangle that the user drags."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapToolExtent
from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot

from ..store.schema import CRS
from .borrowing import Borrower


class _ExtentTool(QgsMapToolExtent, Borrower):
    """QGIS's tool, which gives the canvas back."""


class AreaTool(QObject):
    """Tells rectangles in the CRS of the schema; None where there is none that can be used."""

    drawn = pyqtSignal(object)  # QgsRectangle or None

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._drawing = False
        self._tool = _ExtentTool(canvas)
        self._tool.extentChanged.connect(self._take)
        self._tool.deactivated.connect(self._give_up)

    def shown(self) -> QgsRectangle | None:
        """What the map shows now."""
        return self._in_schema(self._canvas.extent())

    def draw(self) -> None:
        """Take the canvas to drag a rectangle."""
        self.close()
        self._drawing = True
        self._tool.note_former(self._canvas.mapTool())
        self._canvas.setMapTool(self._tool)
        self._canvas.setFocus()

    def close(self) -> None:
        """Take the tool off the canvas, which gets back the one it had."""
        self._drawing = False
        self._tool.give_back(self._canvas)

    def _take(self, box: QgsRectangle) -> None:
        if box.isEmpty() or not self._drawing:
            return  # a click; the user can still drag
        self.close()
        self.drawn.emit(self._in_schema(box))

    @pyqtSlot()
    def _give_up(self) -> None:
        """Another tool takes the canvas."""
        if self._drawing:
            self._drawing = False
            self.drawn.emit(None)

    def _in_schema(self, box: QgsRectangle) -> QgsRectangle | None:
        crs = self._canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(CRS), QgsProject.instance())
        try:
            found = transform.transformBoundingBox(box)
        except QgsCsException:
            return None
        return found if found.isFinite() and not found.isEmpty() else None
