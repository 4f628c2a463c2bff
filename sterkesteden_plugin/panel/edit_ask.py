# SPDX-License-Identifier: GPL-2.0-or-later
"""A question inside the panel, with a button for each answer: no dialog, and nothing else is blocked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import tr
from .look import plain_button
from .notice import Notice
from .text_view import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class AskBar(Notice):
    """Hidden while nothing is asked. Esc gives the last answer, which is the one that changes nothing."""

    _line_above = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ask", tr("Question"), parent)
        self.buttons: list[QPushButton] = []
        self._answers: list[Callable[[], object]] = []
        self._before: QWidget | None = None
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 6, 8, 8)
        self._column.setSpacing(4)
        self._column.addWidget(self.text)

    def ask(self, sentences: Sequence[str], answers: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Put a question; each answer is the text of its button and what it does."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._remove_buttons()
        self.text.set_content([Paragraph(sentence) for sentence in sentences])
        self._answers = [act for _label, act in answers]
        for number, (label, _act) in enumerate(answers):
            button = QPushButton(plain_button(label), self)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.setAccessibleDescription(" ".join(sentences))
            button.setProperty("answer", number)
            button.clicked.connect(self._answer)
            self._column.addWidget(button)
            self.buttons.append(button)
        self.show()
        self.buttons[-1].setFocus()

    def close_question(self) -> None:
        """Ask no longer; the keyboard returns to where it was."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self._answers = []
        self._remove_buttons()
        self.hide()
        before, self._before = self._before, None
        if had_focus and before is not None and not sip.isdeleted(before) and before.isVisible():
            before.setFocus()

    def _remove_buttons(self) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []

    def _answer(self) -> None:
        self._give(int(self.sender().property("answer")))

    def _give(self, number: int) -> None:
        act = self._answers[number]
        self.close_question()
        act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give(len(self._answers) - 1)
        else:
            super().keyPressEvent(event)
