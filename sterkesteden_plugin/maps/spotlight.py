# SPDX-License-Identifier: GPL-2.0-or-later
"""Leaves of the map only some places as they are: a veil lies over all else.

Nothing of the project is changed: the veil, and over it a picture of these places with their symbols and names, lie on
the canvas alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsExpression,
    QgsLabelPosition,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
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
        # Each feature that is shown, by its layer in the project: in which of these layers it is, and its id there.
        self._named: dict[tuple[str, int], tuple[QgsVectorLayer, int]] = {}
        canvas.renderStarting.connect(self._draw)
        canvas.mapCanvasRefreshed.connect(self._name)

    @property
    def on(self) -> bool:
        return bool(self._layers)

    def show(self, found: Sequence[tuple[QgsVectorLayer, frozenset[str]]]) -> None:
        """Leave as they are these places of each of these layers, from above to below; nothing is veiled for none."""
        self.veil(bool(found))
        for layer, places in found:
            only, ids = _with_only(layer, places)
            self._layers.append(only)
            self._named.update({(layer.id(), old): (only, new) for old, new in ids.items()})
        if self._canvas.isDrawing():
            self._draw()
        else:
            self._name()

    def veil(self, on: bool) -> None:
        """Veil everything, or nothing."""
        self._maker.stop()
        self._picture.drop()
        self._layers, self._named = [], {}
        self._veil.updatePosition()
        self._veil.setVisible(on)

    def close(self) -> None:
        """Take everything off the canvas."""
        self._maker.stop()
        self._layers, self._named = [], {}
        if not sip.isdeleted(self._canvas):
            self._canvas.renderStarting.disconnect(self._draw)
            self._canvas.mapCanvasRefreshed.disconnect(self._name)
            for item in (self._veil, self._picture):
                self._canvas.scene().removeItem(item)

    @pyqtSlot()
    def _draw(self) -> None:
        """Draw the places at once; their names come when it is known where the map has written them."""
        if self.on:
            for layer in self._layers:
                layer.setLabelsEnabled(False)
            self._start()

    @pyqtSlot()
    def _name(self) -> None:
        """The map is drawn: draw the places with their names, over those that the map has written below the veil."""
        if not self.on:
            return
        found = self._canvas.labelingResults()
        spots: dict[QgsVectorLayer, dict[int, QgsLabelPosition]] = {}
        for name in found.allLabels() if found is not None else ():
            layer, feature = self._named.get((name.layerID, name.featureId), (None, 0))
            if layer is not None and layer.crs() == self._canvas.mapSettings().destinationCrs():
                spots.setdefault(layer, {})[feature] = name
        for layer in self._layers:
            layer.setLabelsEnabled(layer.labeling() is not None)
            if layer.geometryType() != QgsWkbTypes.GeometryType.LineGeometry:  # along these a name is bent
                _write_at(layer, spots.get(layer, {}))
        self._start()

    def _start(self) -> None:
        settings = QgsMapSettings(self._canvas.mapSettings())
        settings.setLayers(self._layers)
        settings.setBackgroundColor(QColor(Qt.GlobalColor.transparent))
        self._maker.start(settings)

    @pyqtSlot(QImage, QgsRectangle)
    def _take(self, image: QImage, extent: QgsRectangle) -> None:
        self._picture.show_image(image, extent)


def _with_only(layer: QgsVectorLayer, places: Collection[str]) -> tuple[QgsVectorLayer, dict[int, int]]:
    """These places of a layer as it draws them, in a layer of their own in memory: it opens no file once more.

    Also gives the id in that layer of each feature of the first.
    """
    only = QgsVectorLayer(QgsWkbTypes.displayString(layer.wkbType()), layer.name(), "memory")
    only.setCrs(layer.crs())
    only.dataProvider().addAttributes(layer.fields())
    only.updateFields()
    ids = ", ".join(QgsExpression.quotedString(place) for place in sorted(places))
    features = list(layer.getFeatures(f'"{PLACE_FIELD}" IN ({ids})'))
    _done, added = only.dataProvider().addFeatures(features)
    only.setRenderer(layer.renderer().clone())
    only.setLabeling(layer.labeling().clone() if layer.labelsEnabled() and layer.labeling() is not None else None)
    only.setOpacity(layer.opacity())
    only.setScaleBasedVisibility(layer.hasScaleBasedVisibility())
    only.setMinimumScale(layer.minimumScale())
    only.setMaximumScale(layer.maximumScale())
    return only, {old.id(): new.id() for old, new in zip(features, added)}


def _write_at(layer: QgsVectorLayer, spots: dict[int, QgsLabelPosition]) -> None:
    """Let the names of these features stand where they stand in the map; others find a place of their own."""
    labeling = layer.labeling().clone() if layer.labeling() is not None else None
    if labeling is None:
        return
    corners = {feature: (name.labelRect.xMinimum(), name.labelRect.yMinimum()) for feature, name in spots.items()}
    position = QgsPalLayerSettings.Property
    for rule in labeling.subProviders():
        settings = QgsPalLayerSettings(labeling.settings(rule))
        for number, axis in enumerate((position.PositionX, position.PositionY)):
            cases = " ".join(f"WHEN $id = {feature} THEN {at[number]!r}" for feature, at in corners.items())
            property_ = QgsProperty.fromExpression(f"CASE {cases} END" if cases else "NULL")
            settings.dataDefinedProperties().setProperty(axis, property_)
        labeling.setSettings(settings, rule)
    layer.setLabeling(labeling)
