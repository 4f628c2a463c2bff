# SPDX-License-Identifier: GPL-2.0-or-later
"""Colours, fonts and icons of the panel, all taken from the palette and the font that QGIS gives a widget.

Sizes are in units of the font, so that a larger font size of QGIS enlarges everything with it.
"""

from __future__ import annotations

import html
from pathlib import Path

from qgis.PyQt.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QIcon, QPainter, QPalette, QPixmap
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from .. import paths

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
    """The colours of one palette. Tints are mixed, so that they hold on light and on dark."""

    def __init__(self, palette: QPalette) -> None:
        self.base = palette.color(QPalette.ColorRole.Window)
        self.text = palette.color(QPalette.ColorRole.WindowText)
        self.accent = palette.color(QPalette.ColorRole.Highlight)
        self.on_accent = palette.color(QPalette.ColorRole.HighlightedText)
        self.muted = mix(self.text, self.base, 0.3)
        self.line = mix(self.base, self.text, 0.2)
        self.hover = mix(self.base, self.accent, 0.1)
        self.chosen = mix(self.base, self.accent, 0.24)
        self.mark = mix(self.base, self.accent, 0.38)
        # A line in the accent colour must stand out from the ground also where the theme's accent is near to it.
        self.strong = self.accent if _contrast(self.accent, self.base) >= 3 else mix(self.accent, self.text, 0.5)


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
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        size = em(self)
        self.setIconSize(QSize(size, size))
        self.setIcon(icon(self._name, Tones(self.palette()).text, size, self.devicePixelRatioF()))
