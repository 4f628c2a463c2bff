# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tool of the page Network: a click chooses a zone, dragging moves the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from .borrowing import ChosenTool
from .network_layers import Zone

_REACH = 10  # pixels around a zone that is a point


class ZoneTool(ChosenTool):
    """`clicked` tells the code of the zone under a click, "" for none; `activated` and `deactivated` are Qt's."""

    clicked = pyqtSignal(str)

    passing = True  # it goes with its page, and is nothing to come back to

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._zones: tuple[Zone, ...] = ()
        self._crs = QgsCoordinateReferenceSystem()
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_zones(self, zones: Sequence[Zone], crs: QgsCoordinateReferenceSystem) -> None:
        self._zones, self._crs = tuple(zones), crs

    def zone_at(self, pixel: QPoint) -> str:
        """The code of the zone at a pixel of the canvas: the smallest there, or the nearest point; "" for none."""
        settings = self._canvas.mapSettings()
        to_zones = QgsCoordinateTransform(settings.destinationCrs(), self._crs, QgsProject.instance())
        try:
            point = to_zones.transform(self.toMapCoordinates(pixel))
            beside = to_zones.transform(self.toMapCoordinates(pixel + QPoint(_REACH, 0)))
        except QgsCsException:
            return ""
        at, reach = QgsGeometry.fromPointXY(point), point.distance(beside)
        found = []
        for zone in self._zones:
            area = QgsWkbTypes.geometryType(zone.geometry.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
            if area:
                if zone.geometry.boundingBox().contains(point) and zone.geometry.contains(at):
                    found.append((zone.geometry.area(), zone.code))
            elif zone.geometry.distance(at) <= reach:
                found.append((zone.geometry.distance(at), zone.code))
        return min(found)[1] if found else ""

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.pos(), False

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        moved = (event.pos() - self._pressed).manhattanLength()
        if self._dragging or moved >= QApplication.startDragDistance():
            self._dragging = True
            self._canvas.panAction(event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self._canvas.panActionEnd(event.pos())
        else:
            self.clicked.emit(self.zone_at(event.pos()))
