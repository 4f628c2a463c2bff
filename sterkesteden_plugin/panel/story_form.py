# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of a chapter of one's own: title, text, and what it shows of the map; of a story only the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from . import wording
from .text_view import HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from ..story.model import Chapter, OwnLayer, Pack, Story
    from ..story.view import View


class StoryForm(QWidget):
    """Says when the user is done; who hears it writes to the file and leaves the form when that went well."""

    saved = pyqtSignal()
    cancelled = pyqtSignal()
    captureRequested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("story-form")
        self.is_story = False
        self.story: Story | None = None
        self.chapter: Chapter | None = None
        self.view: View | None = None  # captured anew; None keeps what the chapter has
        self.head = TextView(tr("Form"), self)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = QLineEdit(self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.shows = TextView(tr("What the chapter shows"), self)
        self.capture = QPushButton(tr("Take the view of the map again"), self)
        self.fault = TextView(tr("What is wrong"), self)
        self.save = QPushButton(tr("Save"), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self._text_label = _label(tr("Te&xt"), self.text)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(5)
        for widget in (self.head, _label(tr("&Title"), self.title), self.title, self._text_label):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        for widget in (self.shows, self.capture, self.fault):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._rest = QWidget(self)  # takes the room below the form of a story
        column.addWidget(self._rest, 1)
        self.capture.clicked.connect(self.captureRequested)
        self.save.clicked.connect(self._try_save)
        self.cancel.clicked.connect(self.cancelled)
        self.title.returnPressed.connect(self._try_save)

    def start_story(self, story: Story | None) -> None:
        """Ask for the title of a new story, or of one that is there."""
        self._start(True, tr("New story") if story is None else tr("Rename the story"))
        self.story = story
        self.title.setText(story.title if story else "")
        self.title.selectAll()

    def start_chapter(self, chapter: Chapter | None, pack: Pack) -> None:
        """Ask for a new chapter, or change one that is there."""
        self._start(False, tr("New chapter") if chapter is None else tr("Change the chapter"))
        self.chapter = chapter
        self.title.setText(chapter.title if chapter else "")
        self.text.setPlainText(chapter.text if chapter else "")
        if chapter is not None:
            self._say_view(pack, chapter.layers, chapter.own_layers, len(chapter.places))

    def set_view(self, view: View, pack: Pack) -> None:
        """What the chapter is to show."""
        self.view = view
        self._say_view(pack, view.layers, view.own_layers, len(view.places))

    @property
    def title_text(self) -> str:
        return " ".join(self.title.text().split())

    @property
    def body_text(self) -> str:
        return self.text.toPlainText().strip()

    def _start(self, is_story: bool, head: str) -> None:
        self.is_story = is_story
        self.story = self.chapter = self.view = None
        self.head.set_content([Paragraph(head, HEADING)])
        self.fault.set_content([])
        self.shows.set_content([])
        for widget in (self._text_label, self.text, self.capture):
            widget.setVisible(not is_story)
        self._rest.setVisible(is_story)
        self.title.setFocus()

    def _say_view(self, pack: Pack, layers: tuple[str, ...], own: tuple[OwnLayer, ...], places: int) -> None:
        titles = [wording.one_line(layer.title) for layer in pack.layers if layer.id in layers]
        lines = [
            tr("Shows the part of the map that was in view, with these layers: {}.").format(", ".join(titles))
            if titles
            else tr("Shows the part of the map that was in view, without layers of the story."),
            *([_own_line(own)] if own else []),
            tr("{} places are marked.").format(places) if places else tr("No places are marked."),
        ]
        self.shows.set_content([Paragraph(line, SMALL) for line in lines])

    def _try_save(self) -> None:
        if not self.title_text:
            self.fault.set_content([Paragraph(tr("Give it a title."))])
            self.title.setFocus()
        elif not self.is_story and not self.body_text:
            self.fault.set_content([Paragraph(tr("Write a text: it stands beside the map."))])
            self.text.setFocus()
        elif not self.is_story and self.chapter is None and self.view is None:
            self.fault.set_content(
                [Paragraph(tr("The map shows nothing that can be kept: zoom to what you want to show."))]
            )
            self.capture.setFocus()
        else:
            self.fault.set_content([])
            self.saved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves, Esc leaves."""
        if event.matches(QKeySequence.StandardKey.Save):
            self._try_save()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def _own_line(own: tuple[OwnLayer, ...]) -> str:
    names = ", ".join(wording.one_line(layer.title) for layer in own)
    return tr("With these layers of your own, which are not kept in the file: {}.").format(names)


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    return label
