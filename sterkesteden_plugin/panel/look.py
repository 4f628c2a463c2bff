# SPDX-License-Identifier: GPL-2.0-or-later
"""Colours, fonts and icons of the panel, all taken from the palette and the font that QGIS gives a widget.

Sizes are in units of the font, so that a larger font size of QGIS enlarges everything with it.
"""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QIcon,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QDockWidget, QScrollArea, QToolButton, QWidget

from .. import paths

_Area: Any = object  # to the type checker what OnPage stands beside: QTextEdit or QListView

_ICON_COLOUR = "#5f6b7a"  # what the icon files are drawn in: legible on light and dark where nothing tints them


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """`first` with `share` (0 to 1) of `second` in it."""
    rest = 1 - share
    return QColor.fromRgbF(
        first.redF() * rest + second.redF() * share,
        first.greenF() * rest + second.greenF() * share,
        first.blueF() * rest + second.blueF() * share,
    )


class Tones:
    """The colours of a widget of the panel. Tints are mixed, so that they hold on light and on dark.

    They are those of the page or dock on which it stands: the themes of QGIS give these their colours in a style sheet,
    and leave the palette of other widgets as it was.
    """

    def __init__(self, widget: QWidget) -> None:
        palette = _ground(widget).palette()
        self.base = palette.color(QPalette.ColorRole.Window)
        self.text = palette.color(QPalette.ColorRole.WindowText)
        self.accent = palette.color(QPalette.ColorRole.Highlight)
        # Small text is drawn in it: fainter than the rest, as far as the contrast of WCAG 2 (4.5) allows.
        fainter = (mix(self.text, self.base, share) for share in (0.3, 0.2, 0.1))
        self.muted = next((colour for colour in fainter if _contrast(colour, self.base) >= 4.5), self.text)
        self.line = mix(self.base, self.text, 0.2)
        self.hover = mix(self.base, self.accent, 0.1)
        self.chosen = mix(self.base, self.accent, 0.24)
        self.mark = mix(self.base, self.accent, 0.38)
        # That of links is the palette's, made darker or lighter until it can be read on this ground.
        blue = palette.color(QPalette.ColorRole.Link)
        nearer = (mix(blue, self.text, share) for share in (0.0, 0.2, 0.4, 0.6))
        self.link = next((colour for colour in nearer if _contrast(colour, self.base) >= 4.5), self.text)
        # A line in the accent colour must stand out from the ground also where the theme's accent is near to it.
        self.strong = self.accent if _contrast(self.accent, self.base) >= 3 else mix(self.accent, self.text, 0.5)

    @property
    def key(self) -> tuple[int, int, int]:
        """By which what was drawn in these colours knows that they changed."""
        return self.text.rgb(), self.base.rgb(), self.accent.rgb()


class OnPage(_Area):
    """For a text or list: it stands on its page, without the frame and the ground that a theme of QGIS would give it.

    (A style sheet that takes these away would do so too, but below one Qt hands down no new font or palette.)
    """

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:  # of the frame; the viewport has its own
            fill(self, Tones(self).base)
            return True
        return super().event(event)

    def margins(self) -> int:
        """What a theme puts above and below the viewport."""
        return 2 * self.viewport().y()


def fill(widget: QWidget, colour: QColor) -> None:
    painter = QPainter(widget)
    painter.fillRect(widget.rect(), colour)
    painter.end()


def _ground(widget: QWidget) -> QWidget:
    """The page or dock on which a widget stands, else its window."""
    found = widget
    while found.parentWidget() is not None and not isinstance(found, (QScrollArea, QDockWidget)):
        found = found.parentWidget()
    return found


def _luminance(colour: QColor) -> float:
    """Relative luminance as in WCAG 2."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def sized(font: QFont, factor: float = 1.0, bold: bool = False) -> QFont:
    """A copy of a font, larger or smaller by a factor, also of one that is set in pixels."""
    points = font.pointSizeF()
    copy = QFont(font)
    copy.setPointSizeF((points if points > 0 else QFontInfo(font).pointSizeF()) * factor)
    copy.setBold(bold)
    return copy


def em(widget: QWidget) -> int:
    """Height of a line of the widget's text in pixels: the unit of all spacing."""
    return round(QFontMetricsF(widget.font()).height())


def plain_tip(text: str) -> str:
    """A tooltip that shows `text` as it is: Qt would read what looks like HTML in it as HTML."""
    return f"<span>{html.escape(text)}</span>" if text else ""


def plain_button(text: str) -> str:
    """The text of a button that shows `text` as it is: Qt would take its & for a key."""
    return text.replace("&", "&&")


def icon(name: str, colour: QColor, size: int, ratio: float) -> QIcon:
    """An icon of resources/icons in a colour of the palette, sharp at `ratio` device pixels a pixel."""
    svg = Path(paths.icon(name)).read_text(encoding="utf-8").replace(_ICON_COLOUR, colour.name())
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)


class IconButton(QToolButton):
    """A flat button with an icon that follows palette and font."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._drawn: tuple[int, int, int] | None = None
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self._fit()

    def _fit(self) -> None:
        self.setIconSize(QSize(em(self), em(self)))
        self._drawn = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def draw_icon(self) -> None:
        """Draw the icon anew if the colours changed."""
        tones = Tones(self)
        if self._drawn != tones.key:
            self._drawn = tones.key
            self.setIcon(icon(self._name, tones.text, em(self), self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:
        self.draw_icon()
        super().paintEvent(event)
        self.draw_focus()

    def draw_focus(self) -> None:
        """Some styles show no focus on a flat button."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(Tones(self).strong, 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
            painter.end()
