# SPDX-License-Identifier: GPL-2.0-or-later
"""The small chart of a city: drawn as SVG in the colours and the font of the widget, and told in words as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QByteArray, QEvent, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QFontInfo, QPainter, QPaintEvent, QPen, QResizeEvent
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..figures import chart
from ..figures.series import year
from ..i18n import tr
from . import wording
from .look import Tones, em, mix, plain_tip
from .text_view import MARGIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import Figure


class ChartWidget(QWidget):
    """Shows the course of one indicator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._figures: tuple[Figure, ...] = ()
        self._renderer: QSvgRenderer | None = None
        self._drawn: tuple[int, int, int] | None = None  # the colours it is drawn in
        self._fit()

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures of one indicator, by date; hidden when there are none."""
        self._figures = tuple(figures)
        self._renderer = None
        self.setVisible(bool(figures))
        if figures:
            told = "; ".join(f"{wording.day(f.date)}: {wording.amount(f)}" for f in figures)
            self.setAccessibleName(self._title())
            self.setAccessibleDescription(told)
            self.setToolTip(plain_tip(told))
        self.update()

    def _title(self) -> str:
        first, last = self._figures[0], self._figures[-1]
        return wording.one_line(f"{first.indicator.name} {first.date[:4]}–{last.date[:4]}")

    def _svg(self, tones: Tones) -> str:
        indicator = self._figures[0].indicator
        info = QFontInfo(self.font())
        values = [f.value for f in self._figures if f.value is not None]
        start = chart.ticks(min(values), max(values))[0]
        return chart.line_chart(
            [(year(f.date) or 0.0, f.value) for f in self._figures],
            chart.Words(
                title=self._title(),
                y_axis=tr("{}, axis from {}").format(indicator.unit, wording.number(start, indicator.decimals)),
                x_axis=tr("year of the reference date"),
                missing=tr("no data"),
            ),
            chart.Frame(self._room().width(), self._room().height(), info.family(), info.pixelSize()),
            chart.Colours(
                tones.text.name(),
                tones.muted.name(),
                mix(tones.base, tones.text, 0.14).name(),
                tones.strong.name(),
                tones.base.name(),
            ),
            lambda value: wording.number(value, indicator.decimals),
            lambda x: str(int(x)),
        )

    def _room(self) -> QRect:
        return self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def _fit(self) -> None:
        self._renderer = None
        self.setFixedHeight(round(em(self) * 10.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renderer = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._figures:
            return
        tones = Tones(self)
        if self._renderer is None or self._drawn != tones.key:
            self._drawn = tones.key
            self._renderer = QSvgRenderer(QByteArray(self._svg(tones).encode("utf-8")))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(self._room()))
        if self.hasFocus():
            painter.setPen(QPen(tones.strong, 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
