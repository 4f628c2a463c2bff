# SPDX-License-Identifier: GPL-2.0-or-later
"""Text of the story: as high as its content, wrapped at any width, selectable, and never read as HTML.

Its links are those of story/links.py: words that lead to a place or a layer on the map.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QEvent, QRectF, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from qgis.PyQt.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QToolTip, QWidget

from ..dutch import visible
from ..i18n import tr
from ..story import links
from .look import OnPage, Tones, em, fill, sized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import Pack

MARGIN = 3  # around every text; what stands above or below it keeps to the same line
_BULLET = "• "
_LINE_HEIGHT = 118  # per cent
_PROPORTIONAL = 1  # QTextBlockFormat.LineHeightTypes: setLineHeight takes an int, which is no enum in Qt 6


@dataclass(frozen=True)
class Style:
    """Size as a factor of the widget's font, space above in lines."""

    size: float = 1.0
    bold: bool = False
    muted: bool = False
    above: float = 0.0


KICKER = Style(0.9, bold=True, muted=True)
TITLE = Style(1.3, bold=True, above=0.1)
HEADING = Style(1.1, bold=True, above=0.8)
BODY = Style(above=0.5)
POINT = Style(above=0.2)
SMALL = Style(0.9, muted=True, above=0.2)
STRONG = Style(bold=True)
COUNTED = Style(bold=True, above=0.6)
_FIGURE = 1.25  # size of a figure before its paragraph


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in one style, with a figure before it where it tells one; in `pieces` where some of it are links."""

    text: str
    style: Style = BODY
    figure: str = ""
    pieces: tuple[links.Piece, ...] = ()


def paragraphs(text: str, pack: Pack | None = None) -> list[Paragraph]:
    """A text of the pack: an empty line parts paragraphs, a line that begins with a bullet is a point of a list.

    With `pack`, its links to what that pack has can be followed; else they are their words alone.
    """
    found: list[Paragraph] = []
    for block in visible(text).replace("\r\n", "\n").split("\n\n"):
        for line in filter(None, (part.strip() for part in block.split("\n"))):
            pieces = links.known(line, pack) if pack is not None and "](" in line else []
            linked = tuple(pieces) if any(piece.kind for piece in pieces) else ()
            style = POINT if line.startswith(_BULLET) else BODY
            found.append(Paragraph(links.plain(line), style, pieces=linked))
    return found


class TextView(OnPage, QTextBrowser):
    """Read-only text without scroll bars of its own: the page around it scrolls.

    Of a browser it has the way to links by mouse and keyboard; it opens nothing by itself.
    """

    linkActivated = pyqtSignal(str, str)  # kind and target, as in story/links.py

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: tuple[Paragraph, ...] = ()
        self._written: tuple[int, int, int] | None = None  # the colours it is written in
        self._links: list[links.Piece] = []  # in the document their number stands for them
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(self._follow)

    def set_content(self, content: Sequence[Paragraph]) -> None:
        """Show these paragraphs and tables; the view hides when there are none."""
        if tuple(content) != self._content:
            self._content = tuple(content)
            self._write()
        self.setVisible(bool(content))

    def _write(self) -> None:
        document, tones = self.document(), Tones(self)
        self._written = tones.key
        document.clear()
        self._links = []
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for i, part in enumerate(self._content):
            self._write_paragraph(cursor, part, tones, i == 0)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def _write_paragraph(self, cursor: QTextCursor, part: Paragraph, tones: Tones, first: bool) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(0 if first else part.style.above * em(self))
        block.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
        if part.text.startswith(_BULLET):
            indent = QFontMetricsF(self.font()).horizontalAdvance(_BULLET)
            block.setLeftMargin(indent)
            block.setTextIndent(-indent)
        if first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        form = QTextCharFormat()
        form.setForeground(tones.muted if part.style.muted else tones.text)
        if part.figure:
            form.setFont(sized(self.font(), _FIGURE, True))
            cursor.insertText(f"{part.figure}  ", form)
        form.setFont(sized(self.font(), part.style.size, part.style.bold))
        for piece in part.pieces or (links.Piece(part.text),):
            if piece.kind:
                cursor.insertText(visible(piece.text), self._link_format(form, piece, tones))
            else:
                cursor.insertText(visible(piece.text), form)

    def _link_format(self, form: QTextCharFormat, piece: links.Piece, tones: Tones) -> QTextCharFormat:
        linked = QTextCharFormat(form)
        linked.setForeground(tones.link)
        linked.setFontUnderline(True)
        linked.setAnchor(True)
        linked.setAnchorHref(str(len(self._links)))
        self._links.append(piece)
        return linked

    def _follow(self, address: QUrl) -> None:
        piece = self._links[int(address.toString())]
        self.linkActivated.emit(piece.kind, piece.target)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().viewportEvent(event)

    def _tell(self, event: QHelpEvent) -> None:
        """Below the mouse, say what a link does."""
        if self.anchorAt(event.pos()):
            QToolTip.showText(event.globalPos(), tr("Show on the map"), self.viewport())
        else:
            QToolTip.hideText()

    def _fit(self, *_: Any) -> None:
        height = ceil(self.document().size().height()) + self.margins()
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._write()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the page what scrolls it, and keys with Alt to the panel."""
        scrolls = event.key() in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Escape,
        )
        selecting = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if (scrolls and not selecting) or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = Tones(self)
        if self._written != tones.key:
            self._write()
        fill(self.viewport(), tones.base)
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            pen = QPen(tones.strong, 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            painter.end()
