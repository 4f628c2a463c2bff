# SPDX-License-Identifier: GPL-2.0-or-later
"""Leaves of the map only some places as they are: a veil lies over all else.

Nothing of the project is changed: the veil, and over it a picture of these places with their symbols and names, lie on
the canvas alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsExpression, QgsMapSettings, QgsRectangle, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QRectF, Qt, pyqtSlot
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from .drawn import PLACE_FIELD
from .picture import Picture, PictureMaker

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_OPACITY = 208  # of the veil, of 255
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

    def show(self, found: Sequence[tuple[QgsVectorLayer, frozenset[str]]]) -> None:
        """Leave as they are these places of each of these layers, from above to below; nothing is veiled for none."""
        self.veil(bool(found))
        self._layers = [_with_only(layer, places) for layer, places in found]
        self._draw()

    def veil(self, on: bool) -> None:
        """Veil everything, or nothing."""
        self._maker.stop()
        self._picture.drop()
        self._layers = []
        self._veil.updatePosition()
        self._veil.setVisible(on)

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
    """These places of a layer as it draws them, in a layer of their own in memory: it opens no file once more."""
    only = QgsVectorLayer(QgsWkbTypes.displayString(layer.wkbType()), layer.name(), "memory")
    only.setCrs(layer.crs())
    only.dataProvider().addAttributes(layer.fields())
    only.updateFields()
    ids = ", ".join(QgsExpression.quotedString(place) for place in sorted(places))
    only.dataProvider().addFeatures(list(layer.getFeatures(f'"{PLACE_FIELD}" IN ({ids})')))
    only.setRenderer(layer.renderer().clone())
    only.setLabeling(layer.labeling().clone() if layer.labeling() is not None else None)
    only.setLabelsEnabled(layer.labelsEnabled())
    only.setOpacity(layer.opacity())
    only.setScaleBasedVisibility(layer.hasScaleBasedVisibility())
    only.setMinimumScale(layer.minimumScale())
    only.setMaximumScale(layer.maximumScale())
    return only
