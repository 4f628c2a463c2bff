# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of a story of one's own: its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from ..store.check import unstorable
from ..story import draft
from . import edit_words, wording
from .edit_ask import AskBar
from .text_view import HEADING, Paragraph, TextView

if TYPE_CHECKING:
    from ..store.errors import Conflict
    from ..story.model import Story


class StoryForm(QWidget):
    """Says when the user is done; who hears it writes to the file and leaves the form when that went well."""

    saved = pyqtSignal(bool)  # whether over what somebody else wrote
    left = pyqtSignal()
    outdated = pyqtSignal()  # the file holds something else than the pack that is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("story-form")
        self.story: Story | None = None
        self.head = TextView(tr("Form"), self)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = QLineEdit(self)
        self.fault = TextView(tr("What is wrong"), self)
        self.save = QPushButton(tr("Save"), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.ask = AskBar(self)
        label = QLabel(tr("&Title"))
        label.setBuddy(self.title)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(5)
        for widget in (self.head, label, self.title, self.fault):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.ask)
        column.addStretch(1)
        self.save.clicked.connect(self.try_save)
        self.cancel.clicked.connect(self.leave)
        self.title.returnPressed.connect(self.try_save)

    def start(self, story: Story | None) -> None:
        """Ask for the title of a new story, or of one that is there."""
        self.story = story
        self.ask.close_question()
        self.head.set_content([Paragraph(tr("New story") if story is None else tr("Rename the story"), HEADING)])
        self.fault.set_content([])
        self.title.setText(self._before)
        self.title.selectAll()
        self.title.setFocus()

    @property
    def _before(self) -> str:
        return wording.one_line(self.story.title) if self.story else ""

    @property
    def title_text(self) -> str:
        return wording.one_line(self.title.text())

    @property
    def is_changed(self) -> bool:
        """Whether anything would be lost."""
        return self.title_text != self._before

    def try_save(self) -> None:
        """Save, or say what is wrong."""
        wrong = draft.UNSTORABLE if unstorable(self.title_text) else "" if self.title_text else draft.MISSING
        self.fault.set_content([Paragraph(edit_words.fault("titel", wrong))] if wrong else [])
        if wrong:
            self.title.setFocus()
        else:
            self.saved.emit(False)

    def leave(self) -> None:
        """Leave without saving; ask first when something would be lost."""
        if not self.is_changed:
            self.left.emit()
            return
        self.ask.ask(
            [tr("What you changed has not been saved.")],
            [
                (tr("Throw the changes away"), self.left.emit),
                (tr("Save"), self.try_save),
                (tr("Continue editing"), self.title.setFocus),
            ],
        )

    def ask_conflict(self, conflict: Conflict) -> None:
        """Somebody else changed the title: whose words stay is the user's to choose."""
        theirs = wording.isolated(wording.one_line(str(conflict.theirs.get("titel", ""))))
        self.ask.ask(
            [f"{conflict.message} {conflict.advice}", f"{edit_words.field('titel')}: {theirs}"],
            [
                (tr("Save over it"), self._save_over),
                (tr("Take theirs"), self._take_theirs),
                (tr("Continue editing"), self.title.setFocus),
            ],
        )

    def _take_theirs(self) -> None:
        self.left.emit()
        self.outdated.emit()

    def _save_over(self) -> None:
        self.saved.emit(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves, Esc leaves."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.try_save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
