# SPDX-License-Identifier: GPL-2.0-or-later
"""What all pages share: one column that scrolls up and down, never sideways."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QRect, Qt, QTimer
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ..story.model import Reference
from . import wording
from .look import em
from .text_view import SMALL, STRONG, Paragraph

_SETTLED = 150  # milliseconds


class Page(QScrollArea):
    """A scrolling column; `column` takes the widgets, a stretch keeps them at the top."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setObjectName(f"{name}-body")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(8, 6, 8, 12)
        self.column.setSpacing(10)
        self.setWidget(body)
        # The page stands on the window's colour, as the texts that are drawn on it expect.
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def fill(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys with Alt to the panel: Qt would scroll with the arrow that goes back."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)


def under_line(whole: QWidget, line: Sequence[QWidget], page: Page) -> None:
    """Lay out what scrolls below a line of widgets that stays in place."""
    above = QHBoxLayout()
    above.setContentsMargins(8, 6, 8, 2)
    above.setSpacing(4)
    for widget in line:
        above.addWidget(widget)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(above)
    column.addWidget(page, 1)


def show_in_page(view: QWidget, rect: QRect) -> None:
    """Scroll the page around a widget so that this part of it is in view."""
    parent = view.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is not None:
        middle = view.mapTo(parent.widget(), rect.center())
        parent.ensureVisible(middle.x(), middle.y(), 0, rect.height() // 2 + em(view))


def bring_into_view(widget: QWidget) -> None:
    """Let the page around a widget scroll to it, also while what was just shown or hidden is still being laid out."""
    page = widget.parentWidget()
    while page is not None and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    if page is None:
        return
    bar = page.verticalScrollBar()
    timer = QTimer(page)  # Qt lays out in several rounds, and does not tell which is the last
    timer.setSingleShot(True)

    def scroll() -> None:
        if not sip.isdeleted(widget):
            show_in_page(widget, widget.rect())

    def end() -> None:
        bar.rangeChanged.disconnect(scroll)
        timer.deleteLater()
        scroll()

    bar.rangeChanged.connect(scroll)
    timer.timeout.connect(end)
    timer.start(_SETTLED)


def source_paragraphs(reference: Reference) -> list[Paragraph]:
    """Source, where in it, and the date on which the text held."""
    lines = [Paragraph(wording.source_title(), STRONG), Paragraph(wording.source_line(reference.source), SMALL)]
    if reference.found_at:
        lines.append(Paragraph(wording.found_at(reference.found_at), SMALL))
    lines.append(Paragraph(wording.reference_date(reference.date), SMALL))
    if reference.source.url:
        lines.append(Paragraph(reference.source.url, SMALL))
    return lines
