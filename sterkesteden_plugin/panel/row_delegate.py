# SPDX-License-Identifier: GPL-2.0-or-later
"""How rows are drawn. All text is laid out as plain text, so that nothing in it is read as HTML."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from qgis.PyQt.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from .look import Tones, em, sized
from .rows import FOLD, ROW, UNFOLD, Row
from .text_view import MARGIN

if TYPE_CHECKING:
    from collections.abc import Sequence

_TURNS = {UNFOLD: 90, FOLD: -90}  # degrees: what unfolds points down


class Lines:
    """A text laid out at a width."""

    def __init__(self, text: str, font: QFont, width: float, spans: Sequence[tuple[int, int]] = ()) -> None:
        self.layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.spans = spans
        self.height = 0.0
        self.layout.beginLayout()
        while True:
            line = self.layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, self.height))
            self.height += line.height()
        self.layout.endLayout()

    def draw(self, painter: QPainter, x: float, y: float, tones: Tones) -> None:
        marks = []
        for start, end in self.spans:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, end - start
            form = QTextCharFormat()
            form.setBackground(tones.mark)
            form.setForeground(tones.text)
            form.setFontUnderline(True)
            mark.format = form
            marks.append(mark)
        self.layout.draw(painter, QPointF(x, y), marks)


class _Sheet:
    """A row laid out for one width: where its parts are and how high it is."""

    def __init__(self, row: Row, width: int, font: QFont, unit: int) -> None:
        self.pad = unit * (0.35 if not row.heading else 0.2)
        self.top = unit * 0.75 if row.heading else self.pad
        self.left = 0.0
        if row.badge or row.filled:
            self.badge_width = badge_width(row.badge, font, unit)
            self.left = self.badge_width + unit * 0.5
        elif row.marker:
            self.left = unit * 1.1
        self.left += MARGIN if row.heading else unit * 0.45
        right = unit * 1.0 if row.opens else unit * 0.3
        space = width - self.left - right
        title_font = sized(font, 1.1 if row.heading else 1.0, row.heading or bool(row.badge))
        self.parts = [(Lines(row.title, title_font, space, row.title_spans), False)]
        small = sized(font, 0.9)
        if row.detail:
            self.parts.append((Lines(row.detail, small, space, row.detail_spans), True))
        if row.extra:
            self.parts.append((Lines(row.extra, small, space, row.extra_spans), False))
        self.first_line = self.parts[0][0].layout.lineAt(0).height()
        self.height = ceil(self.top + sum(lines.height for lines, _ in self.parts) + self.pad)


class RowDelegate(QStyledItemDelegate):
    """Draws rows: badge or mark, title, detail, and a sign on those that open something."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._sheets: dict[tuple[Row, int], _Sheet] = {}

    def forget(self) -> None:
        """The font or the rows changed: lay out anew."""
        self._sheets.clear()

    def sheet(self, row: Row, width: int) -> _Sheet:
        known = self._sheets.get((row, width))
        if known is None:
            known = self._sheets[row, width] = _Sheet(row, width, self._view.font(), em(self._view))
        return known

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.sheet(index.data(ROW), width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row: Row = index.data(ROW)
        rect = QRectF(option.rect)
        sheet = self.sheet(row, option.rect.width())
        tones, unit = Tones(self._view), em(self._view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.heading:
            self._draw_ground(painter, rect, option.state, tones, bool(row.opens))
        y = rect.top() + sheet.top
        middle = y + sheet.first_line / 2
        if row.badge:
            box = QRectF(rect.left() + unit * 0.45, y, sheet.badge_width, sheet.first_line)
            draw_badge(painter, box, row.badge, row.filled, self._view.font(), tones)
        elif row.marker:
            _draw_marker(painter, QPointF(rect.left() + unit * 0.85, middle), unit * 0.28, row.marker, tones)
        for lines, muted in sheet.parts:
            painter.setPen(tones.muted if muted else tones.text)
            lines.draw(painter, rect.left() + sheet.left, y, tones)
            y += lines.height
        if row.opens:
            _draw_chevron(
                painter, QPointF(rect.right() - unit * 0.5, middle), unit * 0.2, _TURNS.get(row.opens, 0), tones
            )
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, tones: Tones, opens: bool) -> None:
        focus = self._view.hasFocus() and bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tones.chosen)
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), tones.strong)
        elif opens and state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tones.hover)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), tones.line)
        if focus:
            painter.setPen(QPen(tones.strong, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


def badge_font(font: QFont) -> QFont:
    """What a badge is written in on a widget with this font."""
    return sized(font, 0.9, True)


def badge_width(text: str, font: QFont, unit: float) -> float:
    """How wide a badge is; all short ones are equally wide."""
    metrics = QFontMetricsF(badge_font(font))
    return max(metrics.horizontalAdvance(text), metrics.horizontalAdvance("W0")) + unit * 0.4


def draw_badge(painter: QPainter, box: QRectF, text: str, filled: bool, font: QFont, tones: Tones) -> None:
    """A short text in a box; `filled` tells kinds apart by more than their letter."""
    painter.setPen(QPen(tones.text, 1.2))
    painter.setBrush(QBrush(tones.text) if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() * 0.2, box.height() * 0.2)
    painter.setPen(tones.base if filled else tones.text)
    painter.setFont(badge_font(font))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _draw_marker(painter: QPainter, at: QPointF, radius: float, marker: str, tones: Tones) -> None:
    """Exact: a dot; indicatief: a ring; vaag: a broken ring; none: a cross; a colour: a square of it; part: nothing."""
    if marker == "part":
        return
    if marker.startswith("#"):
        painter.setPen(QPen(tones.muted, 1))
        painter.setBrush(QBrush(QColor(marker)))
        painter.drawRect(QRectF(at.x() - radius * 1.3, at.y() - radius * 1.3, radius * 2.6, radius * 2.6))
        return
    painter.setBrush(QBrush(tones.text) if marker == "exact" else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tones.text, radius * 0.45))
    if marker == "none":
        arm = radius * 0.8
        painter.setPen(QPen(tones.muted, radius * 0.4))
        painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
        painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))
        return
    if marker == "vaag":
        pen = QPen(tones.text, radius * 0.45)
        pen.setDashPattern([1.4, 1.4])
        painter.setPen(pen)
    painter.drawEllipse(at, radius, radius)


def _draw_chevron(painter: QPainter, at: QPointF, arm: float, turn: int, tones: Tones) -> None:
    path = QPainterPath(QPointF(-arm / 2, -arm))
    path.lineTo(arm / 2, 0)
    path.lineTo(-arm / 2, arm)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tones.muted, 1.5))
    painter.translate(at)
    painter.rotate(turn)
    painter.drawPath(path)
