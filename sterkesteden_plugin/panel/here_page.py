# SPDX-License-Identifier: GPL-2.0-or-later
"""What matters at a point of the map that the user clicked: items, nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..i18n import tr
from .rows import item_row
from .rows_view import RowsView
from .text_view import HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import Pack


class HerePage(QWidget):
    """The items found at the last click."""

    opened = pyqtSignal(str, str)

    _pack: Pack  # set before anything is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("here-page")
        self.head = TextView(tr("What matters here?"), self)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results = RowsView(tr("Items at this point, nearest first"), whole=False, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.results, 1)
        self.results.opened.connect(self.opened)

    def set_pack(self, pack: Pack) -> None:
        self._pack = pack
        self.show_items(())

    def show_items(self, item_ids: Sequence[str]) -> None:
        """Show these items in the order given; ids that the pack does not know are left out."""
        items = [self._pack.item_by_id[key] for key in item_ids if key in self._pack.item_by_id]
        cities = self._pack.city_by_id
        self.results.set_rows([item_row(item, cities[item.city].name) for item in items])
        self.results.scrollToTop()
        if items:
            text, hint = tr("What matters here?"), tr("Nearest first. Click elsewhere on the map to look there.")
        else:
            text, hint = (
                tr("Nothing in this story matters here"),
                tr("Click on or near a place of the story on the map."),
            )
        self.head.set_content([Paragraph(text, HEADING), Paragraph(hint, SMALL)])
