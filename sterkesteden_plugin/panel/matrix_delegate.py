# SPDX-License-Identifier: GPL-2.0-or-later
"""How the matrix is measured and drawn: titles that wrap, and in each cell as many badges as fit."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from qgis.PyQt.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from . import wording
from .look import Tones, em, sized
from .matrix_model import CELLS, GROUP, HEADS, Line, MatrixModel
from .row_delegate import Lines, badge_font, badge_width, draw_badge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.matrix import Spot
    from ..story.model import City, Item

_MOST_LINES = 3  # of badges in a cell
_SAMPLE = 12  # badges of a cell that are measured: no more are ever drawn
_BADGE = 1.12  # height of a badge in units of the font


class Badges(NamedTuple):
    """What a cell shows: a number of badges in columns, and how many more items there are."""

    shown: int
    rest: int
    columns: int
    width: float


class MatrixDelegate(QStyledItemDelegate):
    """Draws the spots of a MatrixModel."""

    def __init__(self, view: QAbstractItemView, model: MatrixModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._texts: dict[tuple[str, str, int], Lines] = {}
        self._by_name = False
        self._letters: dict[str, str] = {}

    # Measures

    def narrowest(self) -> float:
        """The least width of a cell beside the title of its theme: that of one badge."""
        return badge_width("", self._view.font(), em(self._view)) + em(self._view) * 0.6

    def forget(self) -> None:
        """Font, width or content is another."""
        self._texts.clear()

    def measure_heads(self, cities: Sequence[City], width: int) -> None:
        """Cities are named where all names fit into their columns, else their letters stand for them."""
        self._letters = {city.id: city.letter for city in cities}
        metrics = QFontMetricsF(self._head_font())
        names = (wording.one_line(city.name) for city in cities)
        self._by_name = all(metrics.horizontalAdvance(name) <= width - 6 for name in names)

    def line_height(self, line: Line, title_width: int, cell_width: int, cells: Sequence[Sequence[Item]]) -> int:
        """How high a line is; `title_width` is that of a title, also where it stands on a line of its own."""
        unit = em(self._view)
        if line.kind == HEADS:
            return ceil(unit * 1.7)
        if line.kind == GROUP:
            return ceil(self._lines(line, title_width).height + unit * 0.75)
        if line.kind != CELLS:
            return ceil(self._lines(line, title_width).height + unit * 0.55)
        badges = [self.badges(items, cell_width, _MOST_LINES) for items in cells]
        rows = max((ceil((b.shown + bool(b.rest)) / b.columns) for b in badges if b.columns), default=1)
        height = max(rows, 1) * unit * (_BADGE + 0.15) + unit * 0.45
        if self._model.beside:
            height = max(height, self._lines(line, title_width).height + unit * 0.55)
        return ceil(height)

    def badges(self, items: Sequence[Item], width: float, lines: int) -> Badges:
        """Which badges fit on so many lines of a cell; no columns where not even one does."""
        font, unit = self._view.font(), em(self._view)
        room = width - unit * 0.3
        if not items or room <= 0:
            return Badges(0, len(items), 0, 0)
        sample = [wording.badge(item) for item in items[:_SAMPLE]]
        widest = max(badge_width(text, font, unit) for text in sample)
        columns = int((room + 3) // (widest + 3))
        if len(items) > min(columns * lines, _SAMPLE):
            widest = max(widest, badge_width(f"+{len(items)}", font, unit))
            columns = int((room + 3) // (widest + 3))
        if columns < 1:
            return Badges(0, len(items), 0, 0)
        space = min(columns * lines, _SAMPLE)
        shown = len(items) if len(items) <= space else space - 1
        return Badges(shown, len(items) - shown, columns, widest)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(1, 1)  # the view sets widths and heights

    def _lines(self, line: Line, width: int) -> Lines:
        key = (line.kind, line.text, width)
        known = self._texts.get(key)
        if known is None:
            group = line.kind == GROUP
            font = sized(self._view.font(), 1.05 if group else 1.0, group)
            space = width - em(self._view) * (0.2 if group else 0.8)
            known = self._texts[key] = Lines(line.text, font, space)
        return known

    def _head_font(self) -> QFont:
        return sized(self._view.font(), 1.0, True)

    # Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        line, spot = self._model.lines[index.row()], self._model.spot(index)
        rect, tones = QRectF(option.rect), Tones(self._view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if spot is not None:
            self._draw_ground(painter, rect, spot, option.state, tones)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), tones.line)
        if line.kind == GROUP:
            lines = self._lines(line, option.rect.width())
            painter.setPen(tones.text)
            lines.draw(painter, rect.left() + 2, rect.bottom() - lines.height - em(self._view) * 0.2, tones)
        elif spot is not None and spot.theme is None:
            self._draw_head(painter, rect, spot, tones)
        elif spot is not None and spot.city is None:
            painter.setPen(tones.text)
            lines = self._lines(line, option.rect.width())
            left = rect.left() + em(self._view) * 0.45
            lines.draw(painter, left, rect.top() + (rect.height() - lines.height) / 2, tones)
        elif spot is not None:
            self._draw_cell(painter, rect, self._model.items(spot), tones)
        if spot is not None and self._view.hasFocus() and self._model.spot(self._view.currentIndex()) == spot:
            painter.setPen(QPen(tones.strong, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRectF, spot: Spot, state: QStyle.StateFlag, tones: Tones) -> None:
        if self._model.is_chosen(spot):
            painter.fillRect(rect, tones.chosen)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tones.hover)
        if spot in self._model.chosen:
            if spot.theme is None:
                painter.fillRect(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 3), tones.strong)
            else:
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), tones.strong)
        if spot.city is not None:
            painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), tones.line)

    def _draw_head(self, painter: QPainter, rect: QRectF, spot: Spot, tones: Tones) -> None:
        painter.setPen(tones.text)
        painter.setFont(self._head_font())
        text = self._model.name(spot) if self._by_name else self._letters[spot.city or ""]
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_cell(self, painter: QPainter, rect: QRectF, items: Sequence[Item], tones: Tones) -> None:
        font, unit = self._view.font(), em(self._view)
        found = [item.id in self._model.found for item in items]
        if any(found):
            self._draw_corner(painter, rect, tones)
        if not items:
            return
        height, step = unit * _BADGE, unit * (_BADGE + 0.15)
        badges = self.badges(items, rect.width(), max(1, int((rect.height() - unit * 0.3) // step)))
        if not badges.columns:
            # No room for a box: the one item by its letter and number, else how many they are.
            painter.setPen(tones.text)
            painter.setFont(badge_font(font))
            text = wording.badge(items[0])
            if len(items) > 1 or QFontMetricsF(badge_font(font)).horizontalAdvance(text) > rect.width() - 4:
                text = str(len(items))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
            return
        number = badges.shown + bool(badges.rest)
        rows, columns = ceil(number / badges.columns), min(number, badges.columns)
        left = rect.left() + (rect.width() - columns * (badges.width + 3) + 3) / 2
        top = rect.top() + (rect.height() - rows * step + unit * 0.15) / 2
        for i in range(number):
            row, column = divmod(i, badges.columns)
            box = QRectF(left + column * (badges.width + 3), top + row * step, badges.width, height)
            if i == badges.shown:
                painter.setPen(tones.text)
                painter.setFont(badge_font(font))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{badges.rest}")
                continue
            draw_badge(painter, box, wording.badge(items[i]), items[i].kind == "kans", font, tones)
            if found[i]:
                painter.setPen(QPen(tones.strong, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), height * 0.3, height * 0.3)

    def _draw_corner(self, painter: QPainter, rect: QRectF, tones: Tones) -> None:
        """The cell holds what was chosen on the map, shown or among those that do not fit."""
        arm = em(self._view) * 0.55
        corner = rect.topRight()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.strong)
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(arm, 0), corner + QPointF(0, arm)]))
