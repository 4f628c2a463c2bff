# SPDX-License-Identifier: GPL-2.0-or-later
"""A bar that says what has not been saved yet: what is being edited out of sight, or what another session left."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import tr
from .notice import Notice
from .text_view import Paragraph


class EditBar(Notice):
    """Hidden while everything is saved."""

    continued = pyqtSignal()
    dropped = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("unsaved", tr("Not saved"), parent)
        self.resume = QPushButton(tr("Continue editing"), self)
        self.drop = QPushButton(tr("Throw away"), self)
        line = QHBoxLayout()
        line.setSpacing(4)
        for button in (self.resume, self.drop):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addLayout(line)
        self.resume.clicked.connect(self.continued)
        self.drop.clicked.connect(self.dropped)

    def tell(self, sentence: str) -> None:
        """Say what is not saved; "" for nothing."""
        self.text.set_content([Paragraph(sentence)] if sentence else [])
        for button in (self.resume, self.drop):
            button.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))
