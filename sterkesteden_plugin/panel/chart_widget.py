# SPDX-License-Identifier: GPL-2.0-or-later
"""A chart in the panel: SVG in the colours and the font of the widget, its values told on hover and by keyboard.

The arrow keys walk over the values; what is told is shown beside the value and is the accessible name.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QFocusEvent,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ..figures.paper import Colours, Drawing, Frame, Mark
from .look import Tones, em, mix
from .text_view import MARGIN

if TYPE_CHECKING:
    from .figure_charts import Chart

_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_PAD = 0.4  # between what is told and its edge, in lines
_TITLE = 1.5  # lines that the title of a small chart takes of its area
_REACH = 2.0  # how far from a value the mouse still finds it, in lines, where it is outside the area of any


class ChartWidget(QWidget):
    """Shows a Chart, as high as it is drawn at the width there is; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._renderer = QSvgRenderer()
        self._drawn: tuple[int, int, int] | None = None  # the colours it is drawn in
        self._current: Mark | None = None
        self._hovered: Mark | None = None

    def set_chart(self, chart: Chart | None) -> None:
        """Show a chart, or nothing."""
        self._chart, self._current, self._hovered = chart, None, None
        self.setVisible(chart is not None)
        self.setAccessibleName(chart.title if chart is not None else "")
        self.setAccessibleDescription(chart.description if chart is not None else "")
        self._draw()

    @property
    def svg(self) -> str:
        """The chart as it is drawn now."""
        return self._drawing.svg if self._drawing is not None else ""

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._drawing.marks if self._drawing is not None else ()

    @property
    def told(self) -> str:
        """What is told of the value under the mouse, else of the one the keyboard is at; "" for none."""
        return self._told(self._shown())

    def _shown(self) -> Mark | None:
        return self._hovered or (self._current if self.hasFocus() else None)

    def _told(self, mark: Mark | None) -> str:
        if mark is None or self._chart is None:
            return ""
        return self._chart.told[mark.row][mark.column]

    # Drawing

    def _draw(self) -> None:
        """Draw the chart for the width, font and colours there are, and be as high as it is."""
        if self._chart is None:
            self._drawing = None
            return
        tones, info = Tones(self), QFontInfo(self.font())
        self._drawn = tones.key
        metrics = QFontMetricsF(self.font())
        pixels = info.pixelSize()
        width = max(self.width() - 2 * MARGIN, pixels * 12)
        frame = Frame(width, info.family(), pixels, lambda text: metrics.horizontalAdvance(text) / pixels)
        colours = Colours(
            tones.text.name(),
            tones.muted.name(),
            mix(tones.base, tones.text, 0.14).name(),
            tones.strong.name(),
            tones.base.name(),
        )
        before = self._current
        self._drawing = self._chart.draw(frame, colours)
        self._renderer.load(QByteArray(self._drawing.svg.encode("utf-8")))
        self._hovered = None
        if before is not None:
            same = (m for m in self._drawing.marks if (m.row, m.column) == (before.row, before.column))
            self._current = next(same, None)
        height = round(self._drawing.height) + 2 * MARGIN
        if height != self.height():
            self.setFixedHeight(height)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        tones = Tones(self)
        if self._drawn != tones.key:
            self._draw()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(MARGIN, MARGIN, self._drawing.width, self._drawing.height))
        if self.hasFocus():
            painter.setPen(QPen(tones.strong, 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        mark = self._shown()
        if mark is not None:
            self._paint_told(painter, mark, tones)
        painter.end()

    def _paint_told(self, painter: QPainter, mark: Mark, tones: Tones) -> None:
        """A ring round the value, and what is told of it beside that."""
        unit = em(self)
        at = QPointF(mark.x + MARGIN, mark.y + MARGIN)
        painter.setPen(QPen(tones.strong, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, unit * 0.45, unit * 0.45)
        painter.setFont(QFont(self.font()))
        box, pad = self.box_of(mark), unit * _PAD
        painter.setPen(QPen(tones.muted, 1))
        painter.setBrush(mix(tones.base, tones.accent, 0.08))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(tones.text)
        painter.drawText(box.adjusted(pad, pad, -pad, -pad), _WRAPPED, self._told(mark))

    def box_of(self, mark: Mark) -> QRectF:
        """Where it is told: above the value or below it, within the value's own chart; else beside it there.

        Where the area of a value is too low for that, over what is around it.
        """
        unit, gap = em(self), em(self) * 0.8
        x, y = mark.x + MARGIN, mark.y + MARGIN
        top, bottom = mark.area.top + MARGIN + _TITLE * unit, mark.area.bottom + MARGIN
        box = self._told_in(mark, min(self.width() - 4 * _PAD * unit, unit * 20))
        above, below = y - gap - box.height(), y + gap
        left = min(max(x - box.width() / 2, 1), self.width() - box.width() - 1)
        if above >= top or (bottom - top < unit * 4 and above >= 0):
            box.moveTo(left, above)
        elif below + box.height() <= bottom:
            box.moveTo(left, below)
        elif bottom - top >= unit * 4:
            to_right = x < self.width() / 2
            box = self._told_in(mark, (self.width() - x if to_right else x) - gap - 2 * _PAD * unit - 3)
            left = x + gap if to_right else x - gap - box.width()
            box.moveTo(left, max(top, min(y - box.height() / 2, bottom - box.height())))
        else:
            box.moveTo(left, min(below, max(0.0, self.height() - box.height() - 1)))
        return box

    def _told_in(self, mark: Mark, width: float) -> QRectF:
        """What is told of a value, in lines no wider than this, with its edge."""
        room = QRectF(0, 0, width, 10000)
        size = QFontMetricsF(self.font()).boundingRect(room, _WRAPPED, self._told(mark)).size()
        edge = 2 * _PAD * em(self)
        return QRectF(0, 0, ceil(size.width()) + 1 + edge, ceil(size.height()) + edge)  # or it wraps once more

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._mark_at(QPointF(event.pos()))
        if found != self._hovered:
            self._hovered = found
            self.update()
        super().mouseMoveEvent(event)

    def _mark_at(self, point: QPointF) -> Mark | None:
        x, y = point.x() - MARGIN, point.y() - MARGIN

        def distance(mark: Mark) -> float:
            return (mark.x - x) ** 2 + (mark.y - y) ** 2

        near = [mark for mark in self.marks if mark.area.holds(x, y)]
        near = near or [mark for mark in self.marks if distance(mark) <= (em(self) * _REACH) ** 2]
        return min(near, key=distance, default=None)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    # Keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._go_to(self._current or next(iter(self.marks), None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk over all values, up and down over the rows; Ctrl+C copies what is told."""
        marks, key = self.marks, event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.told:
                QGuiApplication.clipboard().setText(self.told)
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or not marks or key not in _KEYS:
            super().keyPressEvent(event)
            return
        here = marks.index(self._current) if self._current in marks else -1
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go_to(self._beside(-1 if key == Qt.Key.Key_Up else 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(marks[0 if key == Qt.Key.Key_Home else -1])
        else:
            step = -1 if key == Qt.Key.Key_Left else 1
            self._go_to(marks[min(max(here + step, 0), len(marks) - 1)])

    def _beside(self, step: int) -> Mark | None:
        """The value of the row before or after that is nearest in its row."""
        here = self._current
        if here is None:
            return self.marks[0]
        row = [mark for mark in self.marks if mark.row == here.row + step]
        return min(row, key=lambda mark: abs(mark.column - here.column), default=here)

    def _go_to(self, mark: Mark | None) -> None:
        if mark is None or self._chart is None:
            return
        self._current, self._hovered = mark, None
        self.setAccessibleName(f"{self._chart.title}. {self._told(mark)}")
        self._show_in_page(mark)
        self.update()

    def _show_in_page(self, mark: Mark) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            at = self.mapTo(parent.widget(), QPointF(mark.x, mark.y).toPoint())
            parent.ensureVisible(at.x(), at.y(), 0, 4 * em(self))


_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
