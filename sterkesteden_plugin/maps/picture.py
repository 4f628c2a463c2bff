# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of a part of the map beside what a canvas draws itself: one is drawn, and lies where this part is."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot
from qgis.PyQt.QtGui import QImage, QPainter


class Picture(QgsMapCanvasItem):
    """A picture of a part of the map, that stays where this part is."""

    def __init__(self, canvas: QgsMapCanvas, above: float) -> None:
        super().__init__(canvas)
        self._image: QImage | None = None
        self.setZValue(above)
        self.hide()

    @property
    def shown(self) -> bool:
        return self._image is not None

    def show_image(self, image: QImage, extent: QgsRectangle) -> None:
        self._image = image
        self.setRect(extent)
        self.show()

    def drop(self) -> None:
        self._image = None
        self.hide()

    def updatePosition(self) -> None:
        self.setRect(self.rect())

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.boundingRect().adjusted(1, 1, -1, -1), self._image)


class PictureMaker(QObject):
    """Draws one picture at a time, in threads of its own. `drawn` tells that it is whole, and of which extent."""

    drawn = pyqtSignal(QImage, QgsRectangle)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: QgsMapRendererParallelJob | None = None

    @property
    def busy(self) -> bool:
        return self._job is not None

    @property
    def unfinished(self) -> QImage:
        """The picture as far as it is drawn."""
        return self._job.renderedImage() if self._job is not None else QImage()

    def start(self, settings: QgsMapSettings) -> None:
        """Draw this, and what was begun before no more."""
        self.stop()
        self._job = QgsMapRendererParallelJob(settings)
        sip.transferto(self._job, None)  # Qt's: with its last reference Python would wait for its threads
        self._job.finished.connect(self._take)
        self._job.start()

    def stop(self) -> None:
        """Draw no more. Nothing waits for the threads: what they work for goes by itself when they have stopped."""
        job, self._job = self._job, None
        if job is not None:
            job.finished.disconnect(self._take)
            job.finished.connect(job.deleteLater)
            job.cancelWithoutBlocking()

    @pyqtSlot()
    def _take(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            self.drawn.emit(job.renderedImage(), job.mapSettings().visibleExtent())
            job.deleteLater()
