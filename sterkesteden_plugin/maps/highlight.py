# SPDX-License-Identifier: GPL-2.0-or-later
"""Marks places on the canvas: a coloured stroke on a white one, which shows anywhere.

The stroke is whole where a place is exact, dashed where it is drawn by indication, and soft where it is fuzzy.
"""

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
FUZZY = "vaag"
# Certainty to line, what is less certain first, so that the certain lies on top of it.
_LINES = {FUZZY: Qt.PenStyle.DotLine, "indicatief": Qt.PenStyle.DashLine, "exact": Qt.PenStyle.SolidLine}
_GLOW = ((18, 26), (12, 34), (7, 46))  # width in pixels, opacity: strokes over each other that fade outwards


class Mark(NamedTuple):
    """A geometry to mark, and how certain its place is: exact, indicatief or vaag."""

    geometry: QgsGeometry
    certainty: str


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
        for dimension in (2, 1, 0):  # areas first, so that lines and points lie on top of them
            for certainty, line in _LINES.items():
                geometries = [
                    mark.geometry
                    for mark in self._marks
                    if QgsWkbTypes.wkbDimensions(mark.geometry.wkbType()) == dimension and mark.certainty == certainty
                ]
                if not geometries:
                    continue
                if dimension > 0 and certainty == FUZZY:
                    self._add_glow(geometries, filled=dimension == 2)
                    continue
                band = self._band(geometries, ACCENT, 3, 26 if dimension == 2 else 0)
                band.setSecondaryStrokeColor(HALO)
                band.setLineStyle(line)
                if dimension == 0:
                    band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
                    band.setIconSize(26)

    def _add_glow(self, geometries: list[QgsGeometry], filled: bool) -> None:
        for width, opacity in _GLOW:
            colour = QColor(ACCENT)
            colour.setAlpha(opacity)
            self._band(geometries, colour, width, 0)
        if filled:
            self._band(geometries, QColor(0, 0, 0, 0), 0, 30)

    def _band(self, geometries: list[QgsGeometry], stroke: QColor, width: int, fill_opacity: int) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, geometries[0].type())
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
