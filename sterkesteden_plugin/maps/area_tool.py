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
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolExtent
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot

from ..store.schema import CRS


class AreaTool(QObject):
    """Tells rectangles in the CRS of the schema; None where there is none that can be used."""

    drawn = pyqtSignal(object)  # QgsRectangle or None

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._tool: QgsMapToolExtent | None = None
        self._former: QgsMapTool | None = None

    def shown(self) -> QgsRectangle | None:
        """What the map shows now."""
        return self._in_schema(self._canvas.extent())

    def draw(self) -> None:
        """Take the canvas to drag a rectangle."""
        self.close()
        self._former = self._canvas.mapTool()
        self._tool = QgsMapToolExtent(self._canvas)
        self._tool.extentChanged.connect(self._take)
        self._tool.deactivated.connect(self._give_up)
        self._canvas.setMapTool(self._tool)
        self._canvas.setFocus()

    def close(self) -> None:
        """Take the tool off the canvas, which gets back the one it had."""
        tool, former = self._tool, self._former
        self._let_go()
        if tool is None:
            return
        if not sip.isdeleted(self._canvas) and self._canvas.mapTool() is tool:
            self._canvas.unsetMapTool(tool)
            if former is not None and not sip.isdeleted(former):
                self._canvas.setMapTool(former)

    def _let_go(self) -> None:
        tool, self._tool, self._former = self._tool, None, None
        if tool is not None:
            tool.extentChanged.disconnect(self._take)
            tool.deactivated.disconnect(self._give_up)
            tool.deleteLater()

    @pyqtSlot(QgsRectangle)
    def _take(self, box: QgsRectangle) -> None:
        if box.isEmpty():
            return  # a click; the user can still drag
        self.close()
        self.drawn.emit(self._in_schema(box))

    @pyqtSlot()
    def _give_up(self) -> None:
        """Another tool takes the canvas."""
        self._let_go()
        self.drawn.emit(None)

    def _in_schema(self, box: QgsRectangle) -> QgsRectangle | None:
        crs = self._canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(CRS), QgsProject.instance())
        try:
            found = transform.transformBoundingBox(box)
        except QgsCsException:
            return None
        return found if found.isFinite() and not found.isEmpty() else None
