# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tool that draws a new place: a point, a line or an area, snapping as QGIS is set to.

QGIS's own digitizing tools want an editable layer to draw into; a place has none before it is saved.
"""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointLocator,
    QgsPointXY,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand, QgsSnapIndicator
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ..i18n import tr
from ..store.schema import CRS
from .borrowing import Borrower
from .highlight import ACCENT, HALO

POINT, LINE, AREA = "punt", "lijn", "vlak"  # as in GEOMETRY_WORDS of the schema
_TYPES = {
    POINT: QgsWkbTypes.GeometryType.PointGeometry,
    LINE: QgsWkbTypes.GeometryType.LineGeometry,
    AREA: QgsWkbTypes.GeometryType.PolygonGeometry,
}
_LEAST = {POINT: 1, LINE: 2, AREA: 3}
_MARGIN_DEGREES = 1.0  # around the area for which the CRS is made
_FILL_OPACITY = 40


class DrawTool(QgsMapTool, Borrower):
    """Draws one geometry and tells it in the CRS of the schema; what was drawn stays in sight until `forget`."""

    drawn = pyqtSignal(QgsGeometry)
    cancelled = pyqtSignal()
    told = pyqtSignal(str)  # why what was drawn cannot be used, or "" when that is over

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._kind = POINT
        self._drawing = False
        self._points: list[QgsPointXY] = []  # in the CRS of the canvas
        self._fixed: QgsRubberBand | None = None
        self._moving: QgsRubberBand | None = None
        self._snap = QgsSnapIndicator(canvas)
        self._crs = QgsCoordinateReferenceSystem(CRS)
        self.setCursor(Qt.CursorShape.CrossCursor)
        canvas.destinationCrsChanged.connect(self._follow_crs)

    def start(self, kind: str) -> None:
        """Take the canvas to draw a geometry of this kind."""
        self.forget()
        self._kind = kind
        self._drawing = True
        if self._canvas.mapTool() is not self:
            self.note_former(self._canvas.mapTool())
            self._canvas.setMapTool(self)
        self._canvas.setFocus()

    def forget(self) -> None:
        """Take what was drawn off the canvas, and give the canvas back the tool it had."""
        self._clear()
        self.give_back(self._canvas)

    def close(self) -> None:
        """Leave the canvas for good."""
        self.forget()
        self.former = None
        if not sip.isdeleted(self._canvas):
            self._canvas.destinationCrsChanged.disconnect(self._follow_crs)

    @property
    def points(self) -> tuple[QgsPointXY, ...]:
        """The points set so far, in the CRS of the canvas."""
        return tuple(self._points)

    # What the user does

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        point = event.snapPoint()
        self._snap.setMatch(event.mapPointMatch())
        if self._points:
            self._show_moving(point)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self._end()
        elif event.button() == Qt.MouseButton.LeftButton:
            point = event.snapPoint()
            if self._points[-1:] != [point]:  # a double click is two
                self._points.append(point)
                self.told.emit("")
            if self._kind == POINT:
                self._end()
            else:
                self._show_fixed()
                self._show_moving(point)

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._kind != POINT:
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends, Backspace takes the last point back, Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take_back()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def deactivate(self) -> None:
        """Another tool was chosen: what was begun is given up."""
        given_up = self._drawing
        if given_up:
            self._clear()
        self._snap.setMatch(QgsPointLocator.Match())
        super().deactivate()
        if given_up:
            self.cancelled.emit()

    # Drawing

    def _end(self) -> None:
        """Tell the geometry, or why it is none yet."""
        geometry, fault = self._geometry()
        if geometry is None:
            self.told.emit(fault)
            return
        self._drawing = False
        self._points = []
        self._remove(self._moving)
        self._moving = None
        self._show_result(geometry)
        self.give_back(self._canvas)
        self.drawn.emit(geometry)

    def _geometry(self) -> tuple[QgsGeometry | None, str]:
        """What was drawn in the CRS and the kind of the schema, or None and a sentence."""
        if len(self._points) < _LEAST[self._kind]:
            few = {
                POINT: tr("Click on the map where the place is."),
                LINE: tr("A line needs at least two points."),
                AREA: tr("An area needs at least three points."),
            }
            return None, few[self._kind]
        if self._kind == POINT:
            geometry = QgsGeometry.fromPointXY(self._points[0])
        elif self._kind == LINE:
            geometry = QgsGeometry.fromPolylineXY(self._points)
        else:
            geometry = QgsGeometry.fromPolygonXY([[*self._points, self._points[0]]])
        if self._kind == AREA and (not geometry.isGeosValid() or geometry.area() == 0):
            return None, tr("The edge of the area crosses itself. Take points back with Backspace and draw it anew.")
        if self._kind == LINE and geometry.length() == 0:
            return None, tr("A line needs at least two points.")
        if not self._to_schema(geometry):
            return None, tr("This lies too far away: draw within the Netherlands.")
        if self._kind != POINT:
            geometry.convertToMultiType()
        return geometry, ""

    def _to_schema(self, geometry: QgsGeometry) -> bool:
        """Bring a geometry into the CRS of the schema; False where that is not made for it."""
        context = self._canvas.mapSettings().transformContext()
        of_canvas = self._canvas.mapSettings().destinationCrs()
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        around = self._crs.bounds()
        around.grow(_MARGIN_DEGREES)
        try:
            box = QgsCoordinateTransform(of_canvas, degrees, context).transformBoundingBox(geometry.boundingBox())
            if not around.contains(box):
                return False
            geometry.transform(QgsCoordinateTransform(of_canvas, self._crs, context))
        except QgsCsException:
            return False
        return True

    def _take_back(self) -> None:
        if self._points:
            self._points.pop()
            self.told.emit("")
            self._show_fixed()
            self._remove(self._moving)
            self._moving = None

    def _clear(self) -> None:
        self._drawing = False
        self._points = []
        for band in (self._fixed, self._moving):
            self._remove(band)
        self._fixed = self._moving = None

    def _follow_crs(self) -> None:
        """Points of another CRS cannot be gone on with."""
        if self._points:
            self.forget()
            self.cancelled.emit()

    def _show_fixed(self) -> None:
        """The points that were set."""
        self._remove(self._fixed)
        shapes = (POINT, POINT, LINE)  # what no point, one and two of them make of an area
        self._fixed = self._band(_TYPES[shapes[len(self._points)] if len(self._points) < 3 else self._kind])
        for point in self._points:
            self._fixed.addPoint(point)

    def _show_moving(self, point: QgsPointXY) -> None:
        """The piece from the last point to the pointer, and from there back to the first one of an area."""
        if self._moving is None:
            self._moving = self._band(_TYPES[LINE])
            self._moving.setLineStyle(Qt.PenStyle.DotLine)
        self._moving.reset(_TYPES[LINE])
        ends = self._points[:1] if self._kind == AREA and len(self._points) > 1 else []
        for end in (self._points[-1], point, *ends):
            self._moving.addPoint(end)

    def _show_result(self, geometry: QgsGeometry) -> None:
        self._remove(self._fixed)
        self._fixed = self._band(_TYPES[self._kind])
        self._fixed.addGeometry(geometry, self._crs)

    def _band(self, kind: QgsWkbTypes.GeometryType) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, kind)
        fill = QColor(ACCENT)
        fill.setAlpha(_FILL_OPACITY)
        band.setStrokeColor(ACCENT)
        band.setSecondaryStrokeColor(HALO)
        band.setFillColor(fill)
        band.setWidth(2)
        band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        band.setIconSize(14)
        return band

    def _remove(self, band: QgsRubberBand | None) -> None:
        if band is not None and not sip.isdeleted(band) and not sip.isdeleted(self._canvas):
            self._canvas.scene().removeItem(band)
