# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tool “Wat speelt hier?”: a click lists the items of the places there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QPoint, Qt

from ..store.schema import CRS
from .borrowing import ChosenTool
from .nearest import Hit, rank_items

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..state import State
    from .link import MapLink

TOLERANCE_PIXELS = 12
_TOUCH_PIXELS = 5  # about half a symbol


class HereTool(ChosenTool):
    """Tells the state what lies under a click, from the geometries themselves: no layer has to be there or visible."""

    passing = False

    def __init__(self, canvas: QgsMapCanvas, state: State, link: MapLink) -> None:
        super().__init__(canvas)
        self._state = state
        self._link = link
        self._crs = QgsCoordinateReferenceSystem(CRS)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._state.pack is not None:
            self._state.set_here(self.items_at(event.pos()))

    def items_at(self, pixel: QPoint) -> list[str]:
        """Return the ids of the items of places at or near a pixel of the canvas, nearest first."""
        at = self._state.pack.items_at_place
        return self.ranked(pixel, lambda place: tuple(item.id for item in at.get(place, ())))

    def ranked(self, pixel: QPoint, names: Callable[[str], tuple[str, ...]]) -> list[str]:
        """Return what `names` gives for the places at or near a pixel, nearest first; () leaves a place out."""
        to_canvas = QgsCoordinateTransform(
            self._crs, self._canvas.mapSettings().destinationCrs(), self._canvas.mapSettings().transformContext()
        )
        reach = TOLERANCE_PIXELS * self._canvas.mapUnitsPerPixel()
        point = self.toMapCoordinates(pixel)
        around = QgsRectangle.fromCenterAndSize(point, 2 * reach, 2 * reach)
        try:
            around = to_canvas.transformBoundingBox(around, Qgis.TransformDirection.Reverse)
        except QgsCsException:
            return []  # a click far outside the area of the pack's CRS
        hits = []
        for place, geometry in self._link.geometries().items():
            named = names(place)
            if named and geometry.boundingBox().intersects(around):
                shown = QgsGeometry(geometry)
                try:
                    shown.transform(to_canvas)
                except QgsCsException:
                    continue
                distance = shown.distance(QgsGeometry.fromPointXY(point)) / self._canvas.mapUnitsPerPixel()
                dimension = QgsWkbTypes.wkbDimensions(geometry.wkbType())
                hits.append(Hit(distance, dimension, geometry.area(), named))
        return rank_items(hits, TOLERANCE_PIXELS, _TOUCH_PIXELS)
