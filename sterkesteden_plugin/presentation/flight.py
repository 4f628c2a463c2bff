# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings a canvas from one view to another in a short flight, or at once.

While it flies the canvas draws nothing anew: its picture is moved and scaled, and over it comes, as far as it is drawn
by then, a picture of where the flight ends, so that there is map all the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsMapSettings, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation, pyqtSignal, pyqtSlot
from qgis.PyQt.QtGui import QImage

from ..maps.picture import Picture, PictureMaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsMapLayer

DURATION = 800  # ms
_LOOKS = 150  # ms between two looks at how far the picture of its end is
_FADE = 200  # ms in which it appears
_ABOVE_MAP = -5  # of the canvas items only the map lies below it


def between(start: QgsRectangle, end: QgsRectangle, share: float) -> QgsRectangle:
    """The view at a share (0 to 1) of the way: it grows or shrinks evenly, and what stays in place does so."""
    if share <= 0 or share >= 1:
        return QgsRectangle(end if share >= 1 else start)
    growth = end.width() / start.width()
    width = start.width() * growth**share
    height = start.height() * (end.height() / start.height()) ** share
    done = share if abs(growth - 1) < 0.01 else (width - start.width()) / (end.width() - start.width())
    x = start.center().x() + (end.center().x() - start.center().x()) * done
    y = start.center().y() + (end.center().y() - start.center().y()) * done
    return QgsRectangle.fromCenterAndSize(QgsPointXY(x, y), width, height)


class Flight(QObject):
    """One flight at a time: a new one begins where the canvas is by then."""

    started = pyqtSignal()  # the first frame is set
    arrived = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._picture = Picture(canvas, _ABOVE_MAP)
        self._maker = PictureMaker(self)
        self._maker.drawn.connect(self._take_picture)
        self._layers: list[QgsMapLayer] = []
        self._start, self._end = QgsRectangle(), QgsRectangle()
        self._looked = 0  # ms into the flight
        self._appeared = 0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._move)
        self._animation.finished.connect(self._arrive)
        canvas.mapCanvasRefreshed.connect(self._drop_picture)

    @property
    def flying(self) -> bool:
        return self._animation.state() == QAbstractAnimation.State.Running

    def go(self, extent: QgsRectangle, layers: Sequence[QgsMapLayer], flies: bool) -> None:
        """Bring an extent in the CRS of the canvas into view, and show exactly these layers there."""
        self._animation.stop()
        self._maker.stop()
        self._picture.drop()
        self._layers = list(layers)
        settings = QgsMapSettings(self._canvas.mapSettings())
        settings.setExtent(extent)
        self._start, self._end = self._canvas.extent(), settings.visibleExtent()
        if not flies or self._start.isEmpty() or self._start == self._end:
            self._canvas.freeze(True)
            self._canvas.setExtent(self._end, True)
            self.started.emit()
            self._arrive()
            return
        self._canvas.stopRendering()
        self._canvas.freeze(True)
        self._looked = self._appeared = 0
        self._animation.setDuration(DURATION)
        self._animation.start()
        self._draw_end(settings)
        self.started.emit()

    def set_layers(self, layers: Sequence[QgsMapLayer]) -> None:
        """Show exactly these layers from now on, in a flight from its end on."""
        self._layers = list(layers)
        if not self.flying:
            self._canvas.setLayers(self._layers)

    def stop(self) -> None:
        """Stay where the canvas is; nothing is drawn any more."""
        self._animation.stop()
        self._maker.stop()
        self._picture.drop()

    def _draw_end(self, settings: QgsMapSettings) -> None:
        settings.setLayers(self._layers)
        self._maker.start(settings)

    @pyqtSlot(QImage, QgsRectangle)
    def _take_picture(self, image: QImage, _extent: QgsRectangle) -> None:
        if self.flying:
            self._show_picture(image)

    def _show_picture(self, image: QImage) -> None:
        if not self._appeared:
            self._appeared = max(1, self._animation.currentTime())
            self._picture.setOpacity(0.0)
        self._picture.show_image(image, self._end)

    @pyqtSlot("QVariant")
    def _move(self, share: float) -> None:
        self._canvas.setExtent(between(self._start, self._end, share), True)
        now = self._animation.currentTime()
        if self._maker.busy and now - self._looked >= _LOOKS:
            self._looked = now
            self._show_picture(self._maker.unfinished)  # base maps take their time
        if self._appeared:
            self._picture.setOpacity(min(1.0, (now - self._appeared) / _FADE))

    @pyqtSlot()
    def _arrive(self) -> None:
        self._maker.stop()
        self._canvas.freeze(False)
        if self._canvas.layers() != self._layers:
            self._canvas.setLayers(self._layers)  # which draws them
        self._canvas.refresh()
        self.arrived.emit()

    @pyqtSlot()
    def _drop_picture(self) -> None:
        if not self.flying:
            self._picture.drop()
