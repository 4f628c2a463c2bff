# SPDX-License-Identifier: GPL-2.0-or-later
"""What was published, beside what users made of it: folded until it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..i18n import tr
from ..story.draft import is_changed
from . import edit_words, wording
from .rows import FOLD, UNFOLD, Row
from .rows_view import RowsView
from .text_view import SMALL, STRONG, Paragraph, TextView, paragraphs

if TYPE_CHECKING:
    from ..story.model import Item


class Original(QWidget):
    """Hidden where nothing was changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        self._open = False
        self.row = RowsView(tr("What was published"), whole=True)
        self.text = TextView(tr("What was published"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.row)
        column.addWidget(self.text)
        self.row.opened.connect(self._toggle)
        self.hide()

    def show_item(self, item: Item) -> None:
        """Show what an item said before it was changed; it stays unfolded only while the item is the same."""
        if self._item is None or item.id != self._item.id:
            self._open = False
        self._item = item
        self.setVisible(is_changed(item))
        self._fill()

    def _toggle(self) -> None:
        self._open = not self._open
        self._fill()

    def _fill(self) -> None:
        item = self._item
        if item is None or not is_changed(item):
            self.row.set_rows([])
            self.text.set_content([])
            return
        title = tr("As published ({})").format(wording.day(item.reference.date))
        detail = edit_words.changed_by(item.changed) if item.changed is not None else ""
        self.row.set_rows([Row(title, detail, "original", FOLD if self._open else UNFOLD)])
        before = item.title if item.original_title is None else item.original_title
        text = item.text if item.original_text is None else item.original_text
        source = Paragraph(wording.source_line(item.reference.source), SMALL)
        content = [Paragraph(wording.one_line(before), STRONG), *paragraphs(text), source]
        self.text.set_content(content if self._open else [])


def changed_paragraphs(item: Item) -> list[Paragraph]:
    """Who changed an item last, and when."""
    return [Paragraph(edit_words.changed_by(item.changed), SMALL)] if item.changed is not None else []


def state_paragraphs(item: Item) -> list[Paragraph]:
    """Status, owner and planning, as far as the item has them."""
    return [Paragraph(line, SMALL) for line in edit_words.state_lines(item)]
