# SPDX-License-Identifier: GPL-2.0-or-later
"""The stories of the file: to look through, to tell, and to make and change those of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..store.errors import StoreError
from . import wording
from .look import plain_button
from .rows import CHAPTER, Row
from .rows_view import RowsView
from .story_form import StoryForm
from .text_view import HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store.stories import Stories
    from ..story.model import Chapter, Pack, Story
    from ..story.view import View

_SUFFIX = ".verhaal.json"


class StoriesPage(QStackedWidget):
    """The list of a story's chapters, or the form of a chapter or story."""

    opened = pyqtSignal(str, str)
    changed = pyqtSignal()  # the file was written: the pack is to be read again
    captureRequested = pyqtSignal()  # what the map shows is wanted: see take_view
    presentRequested = pyqtSignal(str)
    told = pyqtSignal(str, bool)  # a sentence for the message bar, and whether it is a warning

    _pack: Pack  # set before anything is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stories")
        self._path = Path()
        self._stories: Stories | None = None
        self._refusal = ""
        self._wanted = ""  # story to be shown when the pack comes
        self.list = QWidget()
        self.head = TextView(tr("Stories"), self.list)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box = QComboBox(self.list)
        self.box.setAccessibleName(tr("Story"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.story_menu = self._menu_button(tr("Story"))
        self.chapters = RowsView(tr("Chapters of the story"), whole=False, parent=self.list)
        self.add = QPushButton(plain_button(tr("Add this view as a chapter")), self.list)
        self.add.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chapter_menu = self._menu_button(tr("Chapter"))
        self.form = StoryForm()
        self._build_menus()
        self._lay_out()
        self.box.activated.connect(self._show_chapters)
        self.chapters.opened.connect(self.opened)
        self.chapters.selectionModel().currentChanged.connect(self._enable)
        self.chapters.model().modelReset.connect(self._enable)
        self.add.clicked.connect(self._start_chapter)
        self.form.captureRequested.connect(self.captureRequested)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self.show_list)

    def _menu_button(self, text: str) -> QPushButton:
        button = QPushButton(text, self.list)
        button.setMenu(QMenu(button))
        return button

    def _build_menus(self) -> None:
        story, chapter = self.story_menu.menu(), self.chapter_menu.menu()
        story.addAction(tr("Present"), self._present)
        story.addSeparator()
        story.addAction(tr("New story…"), self._start_story)
        story.addAction(tr("Copy"), self._copy_story)
        self._of_own_story = [
            story.addAction(tr("Rename…"), self._start_rename),
            story.addAction(tr("Delete"), self._delete_story),
        ]
        story.addSeparator()
        story.addAction(tr("Export to a file…"), self._export)
        story.addAction(tr("Import from a file…"), self._import)
        self._copies = chapter.addMenu(tr("Copy to"))
        self._of_own_chapter = [
            chapter.addAction(tr("Change…"), self._start_change),
            chapter.addAction(tr("Move up"), self._move_up),
            chapter.addAction(tr("Move down"), self._move_down),
            chapter.addAction(tr("Delete"), self._delete_chapter),
        ]

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        for line, wide, narrow in ((top, self.box, self.story_menu), (bottom, self.add, self.chapter_menu)):
            line.setSpacing(4)
            line.addWidget(wide, 1)
            line.addWidget(narrow)
        column = QVBoxLayout(self.list)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addLayout(top)
        column.addWidget(self.chapters, 1)
        column.addLayout(bottom)
        self.addWidget(self.list)
        self.addWidget(self.form)

    # What the page is given

    def set_file(self, path: Path, stories: Stories, refusal: str) -> None:
        """Say which file is written, and why it may not be ("" if it may)."""
        self._path, self._stories, self._refusal = path, stories, refusal

    def set_pack(self, pack: Pack) -> None:
        """Show the stories of a pack; the story that was shown stays, if it is there."""
        shown = self._wanted or self.story_id
        self._pack, self._wanted = pack, ""
        self.box.clear()
        for story in pack.stories:
            self.box.addItem(wording.one_line(story.title), story.id)
        self.box.setCurrentIndex(max(0, self.box.findData(shown)))
        if self.currentWidget() is self.list:
            self._show_chapters()

    def take_view(self, view: View) -> None:
        """What the map shows, as the form asked for it."""
        self.form.set_view(view, self._pack)

    @property
    def story_id(self) -> str:
        return str(self.box.currentData() or "")

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        if self.currentWidget() is self.form:
            return self.form.title
        return self.chapters if self.chapters.rows else self.box

    def show_list(self) -> None:
        self.setCurrentWidget(self.list)
        self._show_chapters()

    def _story(self) -> Story | None:
        return self._pack.story_by_id.get(self.story_id)

    def _chapter(self) -> Chapter | None:
        row = self.chapters.currentIndex().row()
        rows = self.chapters.rows
        return self._pack.chapter_by_id.get(rows[row].key) if 0 <= row < len(rows) else None

    def _show_chapters(self) -> None:
        chosen = self._chapter()
        chapters = self._pack.chapters_of(self.story_id)
        self.chapters.set_rows([_chapter_row(chapter) for chapter in chapters])
        if chosen is not None:
            self.chapters.choose(chosen.id)
        story = self._story()
        lines = [Paragraph(tr("Stories"), HEADING)]
        if story is None:
            lines.append(Paragraph(tr("This file holds no story."), SMALL))
        elif not story.own:
            lines.append(Paragraph(tr("Came with the file. Copy it to change it."), SMALL))
        elif not chapters:
            lines.append(Paragraph(tr("Still empty. Set the map as you want to show it and add the view."), SMALL))
        else:
            lines.append(Paragraph(wording.dated(story.reference.date, story.reference.source), SMALL))
        if self._refusal:
            lines.append(Paragraph(self._refusal, SMALL))
        self.head.set_content(lines)
        self._enable()

    def _enable(self) -> None:
        """Only what can be done can be chosen."""
        if not hasattr(self, "_pack"):
            return
        story, chapter = self._story(), self._chapter()
        own = story is not None and story.own and not self._refusal
        self.add.setEnabled(own)
        for action in self._of_own_story:
            action.setEnabled(own)
        for action in self._of_own_chapter:
            action.setEnabled(own and chapter is not None)
        self._copies.clear()
        for target in (story for story in self._pack.stories if story.own and not self._refusal):
            action = self._copies.addAction(plain_button(wording.one_line(target.title)))
            action.setData(target.id)
            action.triggered.connect(self._copy_chapter)
        self._copies.setEnabled(chapter is not None and not self._copies.isEmpty())
        self.chapter_menu.setEnabled(chapter is not None)

    # What the user does

    def _do(self, act: Callable[[Stories], str | None]) -> bool:
        """Write to the file; a fault is told and changes nothing. Return whether it was written."""
        if self._stories is None:
            return False
        try:
            wanted = act(self._stories)
        except StoreError as error:
            self.told.emit(f"{error.message} {error.advice}", True)
            return False
        self._wanted = wanted or self.story_id
        self.changed.emit()
        return True

    def _present(self) -> None:
        self.presentRequested.emit(self.story_id)

    def _start_story(self) -> None:
        self.form.start_story(None)
        self.setCurrentWidget(self.form)

    def _start_rename(self) -> None:
        self.form.start_story(self._story())
        self.setCurrentWidget(self.form)

    def _start_chapter(self) -> None:
        self.form.start_chapter(None, self._pack)
        self.setCurrentWidget(self.form)
        self.captureRequested.emit()

    def _start_change(self) -> None:
        self.form.start_chapter(self._chapter(), self._pack)
        self.setCurrentWidget(self.form)

    def _save(self) -> None:
        if self._do(self._write):
            self.show_list()

    def _write(self, stories: Stories) -> str:
        """Write what the form holds; return the id of the story that is to be shown."""
        form = self.form
        if form.is_story:
            if form.story is None:
                return stories.add_story(form.title_text)
            stories.change_story(form.story.id, form.title_text)
            return form.story.id
        if form.chapter is not None:
            stories.change_chapter(form.chapter.id, form.title_text, form.body_text, form.view)
        elif form.view is not None:
            stories.add_chapter(self.story_id, form.title_text, form.body_text, form.view)
        return self.story_id

    def _copy_story(self) -> None:
        story = self._story()
        if story is not None:
            self._do(lambda stories: stories.copy_story(story.id, tr("{} (copy)").format(story.title)))

    def _delete_story(self) -> None:
        story = self._story()
        if story is not None and self._sure(tr("Delete the story “{}” with all its chapters?").format(story.title)):
            self._do(lambda stories: stories.delete_story(story.id))

    def _delete_chapter(self) -> None:
        chapter = self._chapter()
        if chapter is not None and self._sure(tr("Delete the chapter “{}”?").format(chapter.title)):
            self._do(lambda stories: stories.delete_chapter(chapter.id))

    def _sure(self, question: str) -> bool:
        box = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("Delete"))
        box.setText(question)
        deleting = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is deleting

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        chapter = self._chapter()
        if chapter is not None:
            self._do(lambda stories: stories.move_chapter(chapter.id, by))

    def _copy_chapter(self) -> None:
        chapter, story = self._chapter(), str(self.sender().data())
        if chapter is not None:
            self._do(lambda stories: stories.copy_chapter(chapter.id, story) and story)

    def _export(self) -> None:
        from ..store.geometries import read_geometries
        from ..store.story_files import export_story

        story = self._story()
        if story is None:
            return
        kept = "".join(c if c.isalnum() or c in " -_" else "_" for c in wording.one_line(story.title))[:80].strip()
        proposed = str(self._path.parent / f"{kept}{_SUFFIX}")
        name, _filter = QFileDialog.getSaveFileName(self, tr("Export the story"), proposed, _filter_text())
        if not name:
            return
        target = Path(name if Path(name).suffix else f"{name}{_SUFFIX}")
        try:
            export_story(self._pack, story.id, read_geometries(self._path), target)
        except StoreError as error:
            self.told.emit(f"{error.message} {error.advice}", True)
        else:
            self.told.emit(tr("The story was written to {}.").format(target), False)

    def _import(self) -> None:
        from ..store.story_files import import_story

        name, _filter = QFileDialog.getOpenFileName(self, tr("Import a story"), str(self._path.parent), _filter_text())
        if not name:
            return
        dropped: list[str] = []

        def act(stories: Stories) -> str:
            story, lines = import_story(Path(name), self._pack, stories)
            dropped.extend(lines)
            return story

        if self._do(act):
            self.show_list()
            if dropped:
                text = tr("The story was imported, but for what this file has no place for: {}.")
                self.told.emit(text.format("; ".join(dropped[:5])), True)


def _chapter_row(chapter: Chapter) -> Row:
    text = wording.first_words(chapter.text)
    return Row(wording.one_line(chapter.title), text, chapter.id, CHAPTER, badge=str(chapter.number))


def _filter_text() -> str:
    return tr("Story of Sterke Steden (*{})").format(_SUFFIX)
