# SPDX-License-Identifier: GPL-2.0-or-later
"""What a slide says, in letters that can be read from the back of the room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QWidget

from ..i18n import tr
from ..panel import wording
from ..panel.now_view import outcome
from ..panel.page import Page
from ..panel.text_view import HEADING, KICKER, Paragraph, Style, TextView, paragraphs

if TYPE_CHECKING:
    from ..story.model import Now, Pack
    from ..story.slides import Slide

_TITLE = Style(1.5, bold=True, above=0.15)
_SOURCE = Style(0.6, muted=True, above=1.2)
_SINCE = Style(0.95, bold=True, above=0.9)
_CLAIM = Style(0.8, muted=True, above=0.7)
_OUTCOME = Style(0.8, bold=True, above=0.15)
_KNOWN = Style(0.8, above=0.15)
_OF = Style(0.6, muted=True, above=0.2)
_NOTE = Style(0.8, muted=True, above=0.8)


class SlideText(TextView):
    """Leaves to the presentation all keys but those that follow a link or copy."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        follows = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.textCursor().charFormat().isAnchor()
        if follows or event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
        else:
            event.ignore()


class Ground(Page):
    """The ground of text and buttons; the keys that they leave are the presentation's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class Told(Ground):
    """The text of a slide; it scrolls when it is longer than the screen."""

    linkActivated = pyqtSignal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("told", parent)
        self.text = SlideText(tr("Text of the slide"))
        self.text.linkActivated.connect(self.linkActivated)
        self.fill(self.text)

    def show_slide(self, slide: Slide, pack: Pack) -> None:
        content = [
            Paragraph(wording.one_line(_kicker(slide)), KICKER),
            Paragraph(wording.one_line(slide.title), _TITLE),
            *paragraphs(slide.text, pack),
        ]
        for theme in slide.themes:
            content.append(Paragraph(wording.one_line(f"{theme.number}. {theme.title}"), HEADING))
            content += paragraphs(theme.text, pack)
        nowhere = wording.no_place(slide.item) if slide.item is not None else ""
        if nowhere:
            content.append(Paragraph(nowhere, _NOTE))
        origin = [wording.source_line(slide.reference.source), wording.day(slide.reference.date)]
        content.append(Paragraph(wording.one_line(" · ".join(origin)), _SOURCE))
        owner = slide.item or slide.chapter
        nows = pack.nows_of.get(owner.id, ()) if owner is not None else ()
        if nows:
            content.append(Paragraph(tr("Then and now"), _SINCE))
        for now in nows:
            content += _since(now)
        self.text.set_content(content)
        self.to_top()

    def set_font_size(self, pixels: int) -> None:
        font = self.text.font()
        font.setPixelSize(pixels)
        self.text.setFont(font)
        side = round(pixels * 1.3)
        self.column.setContentsMargins(side, side, side, side)

    def has_more(self, by: int) -> bool:
        """Whether there is text below what is in view, for 1, or above it, for -1; none where it is not shown."""
        if not self.isVisible():
            return False
        self.column.activate()  # a text may be set that is not laid out yet
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        bar = self.verticalScrollBar()
        return bar.value() > 0 if by < 0 else bar.value() < bar.maximum()

    def scroll_by(self, by: int) -> None:
        """Scroll by most of the height, down for 1 and up for -1."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * self.viewport().height() * 2 // 3)


def _since(now: Now) -> list[Paragraph]:
    """What is known since of a claim of the text, as short as it goes."""
    return [
        Paragraph(wording.one_line(now.claim), _CLAIM),
        Paragraph(outcome(now), _OUTCOME),
        *(replace(each, style=_KNOWN) for each in paragraphs(now.text)),
        Paragraph(wording.one_line(wording.source_line(now.reference.source)), _OF),
    ]


def _kicker(slide: Slide) -> str:
    if slide.item is not None and slide.city is not None:
        return f"{slide.city.name} · {wording.item_kind(slide.item)}"
    return tr("Chapter {}").format(slide.chapter.number) if slide.chapter is not None else ""
