# SPDX-License-Identifier: GPL-2.0-or-later
"""Which columns of a table hold what, where the table does not say it itself."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from . import wording
from .look import plain_button
from .network_controls import Choice
from .text_view import BODY, Paragraph, TextView


class ColumnChoice(QWidget):
    """Origin, destination, flow and, if there is one, year; `chosen` tells their names, "" for no year."""

    chosen = pyqtSignal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextView(tr("Choose the columns"), self)
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        about = tr("The table does not say itself which columns hold what. Choose these.")
        self.text.set_content([Paragraph(about, BODY)])
        names = (tr("From (code)"), tr("To (code)"), tr("Flow"), tr("Year"))
        self.boxes = [Choice(f"network-column-{i}", name, self) for i, name in enumerate(names)]
        self.use = QPushButton(plain_button(tr("Use these columns")), self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, box) in enumerate(zip(names, self.boxes)):
            label = QLabel(name, self)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        last = QHBoxLayout()
        last.addWidget(self.use)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addLayout(grid)
        column.addLayout(last)
        self.use.clicked.connect(self._tell)
        self.hide()

    def offer(self, columns: Sequence[str]) -> None:
        """Choose from these; hidden for none."""
        offered = [(name, wording.one_line(name)) for name in columns]
        for number, box in enumerate(self.boxes):
            none = [("", tr("none"))] if number == len(self.boxes) - 1 else []
            kept = box.chosen or (columns[number] if number < len(columns) and not none else "")
            box.offer([*none, *offered] if offered else [], kept)
        self.setVisible(bool(columns))

    def _tell(self) -> None:
        self.chosen.emit(*(box.chosen for box in self.boxes))
