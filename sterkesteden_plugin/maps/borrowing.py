# SPDX-License-Identifier: GPL-2.0-or-later
"""Map tools that borrow the canvas and give it back to the tool that the user works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtGui import QKeyEvent


class Borrower:
    """Beside QgsMapTool a base of such a tool. A `passing` one is for one thing: no other gives the canvas to it."""

    passing = True
    former: QgsMapTool | None = None

    def note_former(self, old: QgsMapTool | None) -> None:
        """Note from which tool the canvas is borrowed: behind one that is passing, the one that it borrowed from."""
        found = old.former if isinstance(old, Borrower) and old.passing else old
        if found is not self:
            self.former = found

    def give_back(self, canvas: QgsMapCanvas) -> None:
        """Give the canvas, where this tool has it, back to the one that had it."""
        if sip.isdeleted(canvas) or canvas.mapTool() is not self:
            return
        if self.former is not None and not sip.isdeleted(self.former):
            canvas.setMapTool(self.former)
        else:
            canvas.unsetMapTool(self)


class ChosenTool(QgsMapTool, Borrower):
    """A tool that gets the canvas by QGIS's own ways too; Escape gives it back to the tool that had it before."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        canvas.mapToolSet.connect(self._note_former)

    def close(self) -> None:
        """Leave the canvas for good."""
        if not sip.isdeleted(self._canvas):
            self._canvas.mapToolSet.disconnect(self._note_former)
            self.leave()
        self.former = None

    def leave(self) -> None:
        """Give the canvas back the tool it had before."""
        self.give_back(self._canvas)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        event.accept()
        self.leave()

    def _note_former(self, new: QgsMapTool | None, old: QgsMapTool | None) -> None:
        if new is self and old is not self:
            self.note_former(old)
