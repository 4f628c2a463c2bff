# SPDX-License-Identifier: GPL-2.0-or-later
"""What every form looks like: a head, a page for its fields, a question where there is one, and the buttons below.

Its keys are the same everywhere: Ctrl+Z, Ctrl+Shift+Z, Ctrl+S and Esc, also while the keyboard is on a field.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from .edit_ask import AskBar
from .edit_keys import is_claim, is_panel_key, is_redo
from .look import IconButton, Tones
from .page import Page
from .text_view import TextView


class FormFrame(QWidget):
    """Who makes one fills `page`, calls `_end_fields`, and says what the buttons do."""

    def __init__(self, name: str, save_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.head = TextView(tr("Form"))
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = Page(f"{name}-page", self)
        self.page.column.addWidget(self.head)
        self.ask = AskBar(self)
        self.undo = IconButton("undo", tr("Undo (Ctrl+Z)"), self)
        self.redo = IconButton("redo", tr("Redo (Ctrl+Shift+Z)"), self)
        self.save = QPushButton(save_text, self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self._foot = QWidget(self)
        line = QHBoxLayout(self._foot)
        line.setContentsMargins(8, 6, 8, 8)
        line.setSpacing(4)
        line.addWidget(self.undo)
        line.addWidget(self.redo)
        line.addStretch(1)
        line.addWidget(self.save)
        line.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(self.ask)
        column.addWidget(self._foot)
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._redo)
        self.save.clicked.connect(self.try_save)
        self.cancel.clicked.connect(self.leave)

    def _end_fields(self) -> None:
        """All fields are there: Tab goes from the last one to the buttons below the page, which it knows in the order
        in which they came to the form.
        """
        self.page.column.addStretch(1)
        self._foot.setParent(None)
        self.layout().addWidget(self._foot)

    # What the buttons and keys do

    def _undo(self) -> None:
        raise NotImplementedError

    def _redo(self) -> None:
        raise NotImplementedError

    def try_save(self) -> None:
        """Save, or say what is wrong."""
        raise NotImplementedError

    def leave(self) -> None:
        """Leave without saving; ask first when something would be lost."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the form before QGIS takes them for its own actions."""
        if is_claim(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z and Ctrl+Shift+Z undo and redo, Ctrl+S saves, Esc leaves."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._undo()
        elif is_redo(event):
            self._redo()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.try_save()
        elif is_panel_key(event):
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self._foot.y(), self.width(), 1, Tones(self).line)
        painter.end()
