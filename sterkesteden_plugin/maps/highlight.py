# SPDX-License-Identifier: GPL-2.0-or-later
"""Marks places on the canvas: a coloured stroke on a white one, which shows on any background; soft where the place is fuzzy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Iterable

ACCENT = QColor(200, 0, 110)
HALO = QColor(255, 255, 255, 230)
_GLOW = ((18, 26), (12, 34), (7, 46))  # width in pixels, opacity: strokes over each other that fade outwards


class Mark(NamedTuple):
    """A geometry to mark, and whether its edge is fuzzy."""

    geometry: QgsGeometry
    fuzzy: bool


class Highlight(QObject):
    """The marks on one canvas. Geometries come in one CRS and follow the canvas to any other."""

    def __init__(self, canvas: QgsMapCanvas, crs: QgsCoordinateReferenceSystem, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._crs = crs
        self._marks: tuple[Mark, ...] = ()
        self._bands: list[QgsRubberBand] = []
        canvas.destinationCrsChanged.connect(self._draw)

    def show(self, marks: Iterable[Mark]) -> None:
        """Mark these, and nothing else."""
        self._marks = tuple(marks)
        self._draw()

    def clear(self) -> None:
        self.show(())

    def marks(self) -> tuple[Mark, ...]:
        """Return what is marked now."""
        return self._marks

    def close(self) -> None:
        """Take everything off the canvas and listen to it no longer."""
        self._marks = ()
        if sip.isdeleted(self._canvas):
            self._bands = []
            return
        self._remove_bands()
        self._canvas.destinationCrsChanged.disconnect(self._draw)

    def _draw(self) -> None:
        self._remove_bands()
        # Areas first, so that lines and points lie on top of them.
        for kind in (
            QgsWkbTypes.GeometryType.PolygonGeometry,
            QgsWkbTypes.GeometryType.LineGeometry,
            QgsWkbTypes.GeometryType.PointGeometry,
        ):
            for fuzzy in (True, False):
                geometries = [m.geometry for m in self._marks if m.geometry.type() == kind and m.fuzzy == fuzzy]
                if geometries:
                    self._add_bands(kind, geometries, fuzzy)

    def _add_bands(self, kind: QgsWkbTypes.GeometryType, geometries: list[QgsGeometry], fuzzy: bool) -> None:
        if kind == QgsWkbTypes.GeometryType.PointGeometry:
            band = self._band(kind, geometries, ACCENT, 3, 0)
            band.setSecondaryStrokeColor(HALO)
            band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
            band.setIconSize(24)
            if fuzzy:
                band.setLineStyle(Qt.PenStyle.DotLine)
            return
        if fuzzy:
            for width, opacity in _GLOW:
                colour = QColor(ACCENT)
                colour.setAlpha(opacity)
                self._band(kind, geometries, colour, width, 0)
            if kind == QgsWkbTypes.GeometryType.PolygonGeometry:
                self._band(kind, geometries, QColor(0, 0, 0, 0), 0, 30)
            return
        band = self._band(kind, geometries, ACCENT, 3, 26)
        band.setSecondaryStrokeColor(HALO)

    def _band(
        self, kind: QgsWkbTypes.GeometryType, geometries: list[QgsGeometry], stroke: QColor, width: int, fill_opacity: int
    ) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, kind)
        fill = QColor(ACCENT)
        fill.setAlpha(fill_opacity)
        band.setStrokeColor(stroke)
        band.setFillColor(fill)
        band.setWidth(width)
        for geometry in geometries:
            band.addGeometry(geometry, self._crs, False)
        band.updatePosition()
        band.update()
        self._bands.append(band)
        return band

    def _remove_bands(self) -> None:
        for band in self._bands:
            if not sip.isdeleted(band):
                self._canvas.scene().removeItem(band)
        self._bands = []
