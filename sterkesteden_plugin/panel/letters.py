# SPDX-License-Identifier: GPL-2.0-or-later
"""The letters of the cities: a button each, as many as the pack has, on as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from qgis.PyQt.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QToolButton, QWidget

from ..i18n import tr
from .look import Tones, em, mix, plain_tip, sized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import City


class LetterButton(QToolButton):
    """One letter. Drawn by itself, so that it reads as a button in every theme and the active one stands out
    by fill, weight and a bar below, not by colour alone."""

    def __init__(self, city: City, parent: QWidget) -> None:
        super().__init__(parent)
        self.city = city.id
        self.setObjectName(f"letter-{city.id}")
        self.setText(city.letter)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(plain_tip(city.name))
        self.setAccessibleName(tr("City {}: {}").format(city.letter, city.name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        unit = em(self)
        text = QFontMetricsF(sized(self.font(), 1.15, True)).horizontalAdvance(self.text())
        return QSize(max(round(unit * 1.75), round(text + unit * 0.7)), round(unit * 1.75))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones, active = Tones(self), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = mix(tones.base, tones.text, 0.08)
        if active:
            ground = tones.text
        elif self.underMouse() or self.isDown():
            ground = tones.chosen
        painter.setPen(QPen(tones.text if active else tones.muted, 1))
        painter.setBrush(ground)
        radius = box.height() * 0.18
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(tones.base if active else tones.strong, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), radius * 0.7, radius * 0.7)
        painter.setPen(tones.base if active else tones.text)
        painter.setFont(sized(self.font(), 1.15 if active else 1.05, active))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if active:
            bar = QRectF(box.left() + box.width() * 0.25, box.bottom() - box.height() * 0.16, box.width() * 0.5, 2)
            painter.fillRect(bar, tones.base)
        painter.end()


class _Flow(QLayout):
    """Buttons from left to right, on as many lines as the width asks for, each line ending at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(4)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(max(i.sizeHint().height() for i in line) + self.spacing() for line in self._lines(width)) or 0

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        return QSize(
            sum(size.width() + self.spacing() for size in sizes), max((size.height() for size in sizes), default=0)
        )

    def minimumSize(self) -> QSize:
        largest = QSize(0, 0)
        for item in self._items:
            largest = largest.expandedTo(item.sizeHint())
        return largest

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.top()
        for line in self._lines(rect.width()):
            widths = [item.sizeHint().width() for item in line]
            x = rect.right() + 1 - sum(widths) - self.spacing() * (len(line) - 1)
            for item, width in zip(line, widths):
                item.setGeometry(QRect(QPoint(x, y), item.sizeHint()))
                x += width + self.spacing()
            y += max(item.sizeHint().height() for item in line) + self.spacing()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            need = item.sizeHint().width()
            if lines and used + self.spacing() + need <= width:
                lines[-1].append(item)
                used += self.spacing() + need
            else:
                lines.append([item])
                used = need
        return lines


class LetterBar(QWidget):
    """The letters of a pack, in its order."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Cities"))
        self._flow = _Flow(self)
        self.buttons: list[LetterButton] = []

    def set_cities(self, cities: Sequence[City]) -> None:
        """Make a button for each city and drop those of the pack before."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [LetterButton(city, self) for city in cities]
        for button in self.buttons:
            self._flow.addWidget(button)
            button.clicked.connect(self._choose)
            button.show()
        self.updateGeometry()

    def set_active(self, city_id: str) -> None:
        """Mark the button of a city, or none for ""."""
        for button in self.buttons:
            button.setChecked(button.city == city_id)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().city)
