# SPDX-License-Identifier: GPL-2.0-or-later
"""Map tools that borrow the canvas and give it back to the tool that the user works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt import sip

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas, QgsMapTool


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
