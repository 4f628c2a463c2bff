# SPDX-License-Identifier: GPL-2.0-or-later
"""A story of the file with its chapters, to be looked through, and the buttons for what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import tr
from . import wording
from .edit_ask import AskBar
from .look import plain_button
from .rows import CHAPTER, Row
from .rows_view import RowsView
from .stories_menu import StoryMenus
from .text_view import HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import Chapter, Pack, Story


class StoriesList(QWidget):
    """Shows the story that is chosen in the box."""

    opened = pyqtSignal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack: Pack | None = None  # set before anything is shown
        self._refusal = ""
        self.head = TextView(tr("Stories"), self)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box = QComboBox(self)
        self.box.setAccessibleName(tr("Story"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.menus = StoryMenus(self)
        self.ask = AskBar(self)
        self.chapters = RowsView(tr("Chapters of the story"), whole=False, parent=self)
        self.add = QPushButton(plain_button(tr("Add this view as a chapter")), self)
        self.add.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        for line, wide, narrow in ((top, self.box, self.menus.story), (bottom, self.add, self.menus.chapter)):
            line.setSpacing(4)
            line.addWidget(wide, 1)
            line.addWidget(narrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addLayout(top)
        column.addWidget(self.chapters, 1)
        column.addLayout(bottom)
        column.addWidget(self.ask)
        QWidget.setTabOrder(self.menus.story, self.chapters)
        QWidget.setTabOrder(self.add, self.menus.chapter)
        self.box.activated.connect(self.fill)
        self.chapters.opened.connect(self.opened)
        self.chapters.selectionModel().currentChanged.connect(self._enable)
        self.chapters.model().modelReset.connect(self._enable)

    def set_pack(self, pack: Pack, shown: str) -> None:
        """Offer the stories of a pack; the one with this id is chosen, if it is there."""
        self._pack = pack
        self.box.clear()
        for story in pack.stories:
            self.box.addItem(wording.one_line(story.title), story.id)
        self.box.setCurrentIndex(max(0, self.box.findData(shown)))

    def set_refusal(self, refusal: str) -> None:
        """Say why nothing may be changed; "" where it may."""
        self._refusal = refusal

    @property
    def story_id(self) -> str:
        return str(self.box.currentData() or "")

    @property
    def story(self) -> Story | None:
        """The story that is shown."""
        return self._pack.story_by_id.get(self.story_id) if self._pack is not None else None

    @property
    def chapter(self) -> Chapter | None:
        """The chapter that is chosen."""
        row = self.chapters.currentIndex().row()
        rows = self.chapters.rows
        if self._pack is None or not 0 <= row < len(rows):
            return None
        return self._pack.chapter_by_id.get(rows[row].key)

    def fill(self, *_index: int) -> None:
        """Show the chapters of the story, and say what story it is."""
        if self._pack is None:
            return
        chosen = self.chapter
        self.ask.close_question()
        chapters = self._pack.chapters_of(self.story_id)
        self.chapters.set_rows([_chapter_row(chapter) for chapter in chapters])
        if chosen is not None:
            self.chapters.choose(chosen.id)
        texts = [self._about(chapters)] + ([self._refusal] if self._refusal else [])
        self.head.set_content([Paragraph(tr("Stories"), HEADING), *(Paragraph(text, SMALL) for text in texts)])
        self._enable()

    def _about(self, chapters: Sequence[Chapter]) -> str:
        story = self.story
        if story is None:
            return tr("This file holds no story.")
        if not story.own:
            return tr("Came with the file. Copy it to change it.")
        if not chapters:
            return tr("Still empty. Set the map as you want to show it and add the view.")
        return wording.dated(story.reference.date, story.reference.source)

    def _enable(self, *_index: object) -> None:
        """Only what can be done can be chosen."""
        if self._pack is not None:
            self.add.setEnabled(self.story is not None and self.story.own and not self._refusal)
            self.menus.enable(self._pack, self.story, self.chapter, not self._refusal)


def _chapter_row(chapter: Chapter) -> Row:
    text = wording.first_words(chapter.text)
    return Row(wording.one_line(chapter.title), text, chapter.id, CHAPTER, badge=str(chapter.number))
