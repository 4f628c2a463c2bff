# SPDX-License-Identifier: GPL-2.0-or-later
"""Lays a shade over the map but for the places that a slide is about; its edge is soft where a place is fuzzy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QRadialGradient

from ..maps.highlight import FUZZY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..maps.highlight import Mark

_SHADE = QColor(10, 12, 18, 165)
_BELOW_MARKS = -2
_COARSE = 2  # pixels of the map to one of the shade, which is scaled smoothly
_LINE, _POINT = 22, 46  # pixels around a line (width) and a point (radius) that stay light
_SOFT = tuple(range(96, 6, -6))  # widths of strokes over each other, that make a soft edge


class _Hole(NamedTuple):
    path: QPainterPath  # of a line or an area
    points: tuple[QPointF, ...]
    fuzzy: bool
    area: bool


class Shade(QgsMapCanvasItem):
    """Over the whole canvas, whatever it shows; nothing where there are no places."""

    def __init__(self, canvas: QgsMapCanvas, crs: QgsCoordinateReferenceSystem) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._crs = crs
        self._holes: tuple[_Hole, ...] = ()
        self._on = False
        self._image: QImage | None = None
        self.setZValue(_BELOW_MARKS)
        self.hide()

    def set_places(self, places: Iterable[Mark]) -> None:
        """The places that stay light, in the CRS of the schema."""
        transform = QgsCoordinateTransform(
            self._crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance().transformContext()
        )
        holes = []
        for place in places:
            geometry = QgsGeometry(place.geometry)
            try:
                geometry.transform(transform)
            except QgsCsException:
                continue
            holes.append(_hole(geometry, place.certainty == FUZZY))
        self._holes = tuple(holes)
        self._show()

    @property
    def on(self) -> bool:
        return self._on

    def set_on(self, on: bool) -> None:
        self._on = on
        self._show()

    def updatePosition(self) -> None:
        self._image = None
        self.setRect(self._canvas.extent())

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        size = self._canvas.mapSettings().outputSize()
        if self._image is None:
            self._image = self._draw(max(1, size.width() // _COARSE), max(1, size.height() // _COARSE))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), self._image)

    def _show(self) -> None:
        self.updatePosition()
        self.setVisible(self._on and bool(self._holes))
        self.update()

    def _draw(self, width: int, height: int) -> QImage:
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(_SHADE)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        painter.scale(1 / _COARSE, 1 / _COARSE)
        to_pixel = self._canvas.getCoordinateTransform().transform()
        for hole in self._holes:
            path = to_pixel.map(hole.path)
            for point in hole.points:
                _light_point(painter, to_pixel.map(point), hole.fuzzy)
            if hole.fuzzy:
                for step in _SOFT:
                    _stroke(painter, path, step, 24)
            elif not hole.area:
                _stroke(painter, path, _LINE, 255)
            if hole.area:
                painter.fillPath(path, QColor(0, 0, 0))
                _stroke(painter, path, 6, 255)
        painter.end()
        return image


def _hole(geometry: QgsGeometry, fuzzy: bool) -> _Hole:
    path, points, area = QPainterPath(), [], False
    for part in geometry.constParts():
        if part.dimension() == 0:
            points.append(QPointF(part.x(), part.y()))
        else:
            path.addPath(part.asQPainterPath())
            area = area or part.dimension() == 2
    return _Hole(path, tuple(points), fuzzy, area)


def _stroke(painter: QPainter, path: QPainterPath, width: int, opacity: int) -> None:
    pen = QPen(QColor(0, 0, 0, opacity), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def _light_point(painter: QPainter, point: QPointF, fuzzy: bool) -> None:
    radius = _POINT * (2 if fuzzy else 1)
    gradient = QRadialGradient(point, radius)
    gradient.setColorAt(0.3 if fuzzy else 0.85, QColor(0, 0, 0))
    gradient.setColorAt(1, QColor(0, 0, 0, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(gradient))
    painter.drawEllipse(point, radius, radius)
