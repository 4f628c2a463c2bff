# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines that stand on the map of a presentation, and the canvas on which they stand."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPaintEvent
from qgis.PyQt.QtWidgets import QFrame, QLabel, QWidget

from ..i18n import tr
from .legend import INK, paint_ground


class Note(QLabel):
    """A line on the map; hidden while it has nothing to say."""

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))

    def fit(self, width: int) -> None:
        """As wide as its text, and no wider than this: then it breaks its lines."""
        line = self.fontMetrics().boundingRect(self.text()).width() + 2 * self.margin() + 4
        self.setFixedWidth(max(1, min(line, width)))
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self)
        super().paintEvent(event)


def note_on(name: str, parent: QWidget) -> Note:
    note = Note(parent)
    note.setObjectName(name)
    note.setTextFormat(Qt.TextFormat.PlainText)
    note.setWordWrap(name == "notice")
    note.setMargin(4)
    note.setStyleSheet(INK)
    note.hide()
    return note


def canvas_like(model: QgsMapCanvas, parent: QWidget) -> QgsMapCanvas:
    """A canvas that draws as another one does. The keys go to the window, the mouse moves the map."""
    canvas = QgsMapCanvas(parent)
    settings = model.mapSettings()
    canvas.setFrameShape(QFrame.Shape.NoFrame)
    canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    canvas.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    canvas.setObjectName("presentation-canvas")
    canvas.setAccessibleName(tr("Map"))
    canvas.setDestinationCrs(settings.destinationCrs())
    canvas.setCanvasColor(model.canvasColor())
    canvas.setExtent(model.extent(), True)
    canvas.enableAntiAliasing(True)
    canvas.setCachingEnabled(False)  # QGIS may use the cache after the canvas is gone, in a job that was cancelled
    canvas.setParallelRenderingEnabled(True)
    canvas.setPreviewJobsEnabled(False)
    return canvas
