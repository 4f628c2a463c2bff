# SPDX-License-Identifier: GPL-2.0-or-later
"""Leaves of the map only some places as they are: a veil lies over all else.

Nothing of the project is changed: the veil, and over it a picture of these places with their symbols and names, lie on
the canvas alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsMapSettings, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QRectF, Qt, pyqtSlot
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from .drawn import PLACE_FIELD
from .picture import Picture, PictureMaker

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_OPACITY = 195  # of the veil, of 255
_VEIL, _PICTURE = -4, -3  # above the map, below what is marked


class _Veil(QgsMapCanvasItem):
    """Over the whole canvas, in the colour of the ground below its map."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setZValue(_VEIL)
        self.hide()

    def updatePosition(self) -> None:
        self.setRect(self._canvas.extent())

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        size = self._canvas.mapSettings().outputSize()
        colour = QColor(self._canvas.canvasColor())
        colour.setAlpha(_OPACITY)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), colour)


class Spotlight(QObject):
    """On one canvas; while it shows something its picture is drawn anew as often as the map is."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._veil = _Veil(canvas)
        self._picture = Picture(canvas, _PICTURE)
        self._maker = PictureMaker(self)
        self._maker.drawn.connect(self._take)
        self._layers: list[QgsVectorLayer] = []
        canvas.renderStarting.connect(self._draw)

    @property
    def on(self) -> bool:
        return bool(self._layers)

    def show(self, found: Iterable[tuple[QgsVectorLayer, Collection[str]]]) -> None:
        """Leave as they are these places of each of these layers, from above to below; nothing is veiled for none."""
        self._maker.stop()
        self._picture.drop()
        self._layers = [_with_only(layer, places) for layer, places in found]
        self._veil.updatePosition()
        self._veil.setVisible(self.on)
        self._draw()

    def close(self) -> None:
        """Take everything off the canvas."""
        self._maker.stop()
        self._layers = []
        if not sip.isdeleted(self._canvas):
            self._canvas.renderStarting.disconnect(self._draw)
            for item in (self._veil, self._picture):
                self._canvas.scene().removeItem(item)

    @pyqtSlot()
    def _draw(self) -> None:
        if self.on:
            settings = QgsMapSettings(self._canvas.mapSettings())
            settings.setLayers(self._layers)
            settings.setBackgroundColor(QColor(Qt.GlobalColor.transparent))
            self._maker.start(settings)

    @pyqtSlot(QImage, QgsRectangle)
    def _take(self, image: QImage, extent: QgsRectangle) -> None:
        self._picture.show_image(image, extent)


def _with_only(layer: QgsVectorLayer, places: Collection[str]) -> QgsVectorLayer:
    """The layer as it is drawn, with these places of it; it belongs to no project."""
    ids = ", ".join("'{}'".format(place.replace("'", "''")) for place in places)
    only = layer.clone()
    former = f"({layer.subsetString()}) AND " if layer.subsetString() else ""
    only.setSubsetString(f'{former}"{PLACE_FIELD}" IN ({ids})')
    return only
