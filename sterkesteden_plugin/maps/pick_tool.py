# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tool with which a place of the story is chosen: one click, then the map is as it was."""

from __future__ import annotations

from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import Qt, pyqtSignal

from .here_tool import HereTool


class PickTool(HereTool):
    """Tells the ids of the places under a click, nearest first; there may be none."""

    picked = pyqtSignal(list)
    cancelled = pyqtSignal()

    passing = True
    _asking = False

    def activate(self) -> None:
        self._asking = True
        super().activate()

    def forget(self) -> None:
        """Give the canvas back; nothing is told."""
        self._asking = False
        self.leave()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            found = self.ranked(event.pos(), lambda place: (place,))
            self.forget()
            self.picked.emit(found)

    def deactivate(self) -> None:
        """Esc, or another tool: nothing was chosen."""
        super().deactivate()
        if self._asking:
            self._asking = False
            self.cancelled.emit()
