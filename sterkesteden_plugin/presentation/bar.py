# SPDX-License-Identifier: GPL-2.0-or-later
"""The buttons of a presentation, small below its text, and how far it is."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QWidget

from ..i18n import tr
from ..panel.look import IconButton, Tones
from . import keys

_LINE = 3  # pixels: how far the presentation is


class BarButton(IconButton):
    """Keeps of the keys only those that press it; the others are the presentation's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Bar(QWidget):
    """`asked` says what was pressed, as in keys.py."""

    asked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._share = 0.0
        self.position = QLabel(self)
        self.position.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: dict[str, BarButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8 + _LINE, 12, 8)
        line.setSpacing(4)
        line.addWidget(self._button(keys.PREVIOUS_PART, "previous-part", tr("Previous chapter (Ctrl+Left)")))
        line.addWidget(self._button(keys.BACK, "previous", tr("Previous slide (Left)")))
        line.addWidget(self.position)
        line.addWidget(self._button(keys.NEXT, "next", tr("Next slide (Right)")))
        line.addWidget(self._button(keys.NEXT_PART, "next-part", tr("Next chapter (Ctrl+Right)")))
        line.addStretch(1)
        line.addWidget(self._button(keys.LEGEND, "legend", tr("Legend (L)"), checkable=True))
        line.addWidget(self._button(keys.DIM, "dim", tr("Dim what the slide is not about (D)"), checkable=True))
        line.addWidget(self._button(keys.HELP, "keys", tr("Keys (F1)"), checkable=True))
        line.addWidget(self._button(keys.END, "close", tr("End the presentation (Esc)")))

    def _button(self, action: str, icon: str, text: str, checkable: bool = False) -> BarButton:
        button = BarButton(icon, text, self)
        button.setObjectName(f"present-{action}")
        button.setCheckable(checkable)
        button.clicked.connect(lambda _checked=False, action=action: self.asked.emit(action))
        self.buttons[action] = button
        return button

    def show_position(self, at: int, count: int) -> None:
        """Say how far it is; buttons that lead nowhere are off."""
        self.position.setText(tr("{} of {}").format(at + 1, count))
        self._share = (at + 1) / count if count else 0.0
        for actions, possible in (
            ((keys.BACK, keys.PREVIOUS_PART), at > 0),
            ((keys.NEXT, keys.NEXT_PART), at < count - 1),
        ):
            for action in actions:
                self.buttons[action].setEnabled(possible)
        self.update()

    def set_checked(self, action: str, checked: bool) -> None:
        self.buttons[action].setChecked(checked)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = Tones(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tones.base)
        painter.fillRect(0, 0, self.width(), _LINE, tones.line)
        painter.fillRect(QRectF(0, 0, self.width() * self._share, _LINE), tones.strong)
        painter.end()
