# SPDX-License-Identifier: GPL-2.0-or-later
"""One profile, kans or opgave: text, themes, places, source, and the way to the item before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QPaintEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from . import wording
from .edit_original import Original, changed_paragraphs, state_paragraphs
from .evidence_card import EvidenceCards
from .look import IconButton, plain_button, plain_tip
from .now_view import NowView
from .page import Page, source_paragraphs
from .rows import CHAPTER, Row, heading, place_row
from .rows_view import RowsView
from .text_view import HEADING, KICKER, TITLE, Paragraph, TextView, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import Item, Pack


class UpButton(IconButton):
    """Leads back to the city; its name ends in dots where there is no room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("previous", "", parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)

    def set_city(self, name: str) -> None:
        self.setText(wording.one_line(name))
        self.setToolTip(plain_tip(tr("All of {} (Esc)").format(name)))
        self.setAccessibleName(tr("All of {}").format(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        self.draw_icon()
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        lacking = self.sizeHint().width() - self.width()
        text = self.text()
        if lacking > 0:
            room = self.fontMetrics().horizontalAdvance(text) - lacking
            text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        option.text = plain_button(text)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.end()
        self.draw_focus()


class ItemCard(QWidget):
    """Refilled for each item; the line at its top stays in place."""

    closed = pyqtSignal()
    itemChosen = pyqtSignal(str)
    opened = pyqtSignal(str, str)
    linkActivated = pyqtSignal(str, str)
    editRequested = pyqtSignal(str)
    historyRequested = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("item")
        self._order: tuple[str, ...] = ()
        self._at = -1
        self._item = ""
        self.up = UpButton(self)
        self.position = QLabel(self)
        self.position.setTextFormat(Qt.TextFormat.PlainText)
        self.edit = IconButton("edit", tr("Edit"), self)
        self.history = IconButton("history", tr("History"), self)
        self.previous = IconButton("previous", tr("Previous item"), self)
        self.next = IconButton("next", tr("Next item"), self)
        self.text = TextView(tr("Text of the item"))
        self.now = NowView()
        self.evidence = EvidenceCards()
        self.places = RowsView(tr("Places and themes of the item"), whole=True)
        self.nowhere = TextView(tr("Location"))
        self.original = Original()
        self.source = TextView(tr("Source"))
        self.scroll = Page("item-page", self)
        self.scroll.fill(self.text, self.now, self.evidence, self.nowhere, self.places, self.original, self.source)
        line = QHBoxLayout()
        line.setContentsMargins(4, 4, 8, 2)
        line.setSpacing(4)
        line.addWidget(self.up)
        line.addStretch(1)
        for widget in (self.edit, self.history, self.position, self.previous, self.next):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.scroll, 1)
        self.up.clicked.connect(self.closed)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.places.opened.connect(self.opened)
        self.text.linkActivated.connect(self.linkActivated)
        self.edit.clicked.connect(self._edit)
        self.history.clicked.connect(self._show_history)

    @property
    def item_id(self) -> str:
        """The item that is or was shown; "" for none yet."""
        return self._item

    def set_refusal(self, refusal: str) -> None:
        """Say why nothing may be edited; "" where it may."""
        self.edit.setEnabled(not refusal)
        self.edit.setToolTip(plain_tip(refusal or tr("Edit")))
        self.edit.setAccessibleDescription(refusal)

    def show_item(self, item: Item, pack: Pack, order: Sequence[str]) -> None:
        """Show an item of the pack; `order` is the row of items in which it stands."""
        self._item = item.id
        self._order = tuple(order)
        self._at = self._order.index(item.id)
        city = pack.city_by_id[item.city]
        self.up.set_city(city.name)
        self.position.setText(tr("{} of {}").format(self._at + 1, len(self._order)))
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(self._at < len(self._order) - 1)
        self.text.set_content(
            [
                Paragraph(wording.one_line(f"{city.name} · {wording.item_kind(item)}"), KICKER),
                Paragraph(wording.one_line(item.title), TITLE),
                *state_paragraphs(item),
                *paragraphs(item.text, pack),
            ]
        )
        self.now.show_nows(pack.nows_of.get(item.id, ()), item.reference)
        self.evidence.show_claims(pack.claims_of.get(item.id, ()), pack)
        nowhere = wording.no_place(item)
        self.nowhere.set_content([Paragraph(tr("Location"), HEADING), Paragraph(nowhere)] if nowhere else [])
        self.places.set_rows(_rows(item, pack))
        self.original.show_item(item)
        self.source.set_content([*source_paragraphs(item.reference), *changed_paragraphs(item)])
        self.scroll.to_top()

    def renew(self, item: Item, pack: Pack, order: Sequence[str]) -> None:
        """Show what an item says now, where the user is."""
        at = self.scroll.verticalScrollBar().value()
        self.show_item(item, pack, order)
        self.scroll.verticalScrollBar().setValue(at)

    def _go_back(self) -> None:
        self.itemChosen.emit(self._order[self._at - 1])

    def _edit(self) -> None:
        self.editRequested.emit(self._item)

    def _show_history(self) -> None:
        self.historyRequested.emit(self._item)

    def _go_on(self) -> None:
        self.itemChosen.emit(self._order[self._at + 1])


def _rows(item: Item, pack: Pack) -> list[Row]:
    rows: list[Row] = []
    if item.places:
        rows += [heading(tr("Places")), *(place_row(link, item.reference) for link in item.places)]
    if item.themes:
        rows.append(heading(tr("Themes")))
        rows += [
            Row(wording.one_line(theme.title), wording.theme_detail(theme, pack), theme.chapter, CHAPTER)
            for theme in item.themes
        ]
    return rows
