# SPDX-License-Identifier: GPL-2.0-or-later
"""The stories of the file: to look through, to tell, and to make and change those of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QStackedWidget, QWidget

from ..i18n import tr
from ..store.errors import Conflict, StoreError
from . import stories_files, wording
from .stories_list import StoriesList
from .story_form import StoryForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store.stories import Stories
    from ..story.model import Pack, Story


class StoriesPage(QStackedWidget):
    """The list of a story's chapters, or the form of a story; that of a chapter is among the other forms of records."""

    opened = pyqtSignal(str, str)
    changed = pyqtSignal()  # the file was written: the pack is to be read again
    chapterRequested = pyqtSignal(str)  # a chapter is to be added to this story
    changeRequested = pyqtSignal(str)  # a chapter is to be changed
    presentRequested = pyqtSignal(str)
    deletedRequested = pyqtSignal()  # what was deleted of the stories is to be shown
    told = pyqtSignal(str, bool)  # a sentence for the message bar, and whether it is a warning

    _pack: Pack  # set before anything is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stories")
        self._path = Path()
        self._stories: Stories | None = None
        self._wanted = ""  # story to be shown when the pack comes
        self._wanted_chapter = ""  # chapter to be chosen as soon as the pack has it
        self.list = StoriesList()
        self.form = StoryForm()
        self.addWidget(self.list)
        self.addWidget(self.form)
        self._fill_menus()
        self.list.opened.connect(self.opened)
        self.list.add.clicked.connect(self._start_chapter)
        self.form.saved.connect(self._save)
        self.form.left.connect(self._leave_form)
        self.form.outdated.connect(self.changed)

    def _fill_menus(self) -> None:
        self.list.menus.fill_story(
            {
                "present": self._present,
                "new": self._start_story,
                "copy": self._copy_story,
                "rename": self._start_rename,
                "delete": self._delete_story,
                "deleted": self._show_deleted,
                "export": self._export,
                "import": self._import,
            }
        )
        self.list.menus.fill_chapter(
            {
                "change": self._start_change,
                "up": self._move_up,
                "down": self._move_down,
                "delete": self._delete_chapter,
            }
        )
        self.list.menus.copyRequested.connect(self._copy_chapter)

    # What the page is given

    def set_file(self, path: Path, stories: Stories, refusal: str) -> None:
        """Say which file is written, and why it may not be ("" if it may)."""
        self._path, self._stories = path, stories
        self.list.set_refusal(refusal)

    def set_pack(self, pack: Pack) -> None:
        """Show the stories of a pack; the story that was shown stays, if it is there."""
        self._pack = pack
        self.list.set_pack(pack, self._wanted or self.story_id)
        self._wanted = ""
        if self.currentWidget() is self.list:
            self._fill()

    @property
    def story_id(self) -> str:
        return self.list.story_id

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        if self.currentWidget() is self.form:
            return self.form.title
        return self.list.chapters if self.list.chapters.rows else self.list.box

    def show_list(self) -> None:
        self.setCurrentWidget(self.list)
        self._fill()

    def show_again(self) -> None:
        """Show the list, or the form in which something stands that is not saved."""
        if self.currentWidget() is not self.form or not self.form.is_changed:
            self.show_list()

    def show_chapter(self, story: str, chapter: str) -> None:
        """Show the chapters of a story, with this one chosen, as soon as the pack has it."""
        self._wanted, self._wanted_chapter = story, chapter
        self.list.set_pack(self._pack, story)
        self.show_list()

    def _fill(self) -> None:
        self.list.fill()
        if self._wanted_chapter in self._pack.chapter_by_id:
            self.list.chapters.choose(self._wanted_chapter)
            self._wanted_chapter = ""

    def _leave_form(self) -> None:
        self.show_list()
        self.first.setFocus()

    # What the user does

    def _do(self, act: Callable[[Stories], str | None]) -> bool:
        """Write to the file; a fault is told and changes nothing, a conflict raised. Return whether it was written."""
        if self._stories is None:
            return False
        try:
            wanted = act(self._stories)
        except Conflict:
            raise
        except StoreError as error:
            self.told.emit(f"{error.message} {error.advice}", True)
            return False
        self._wanted = wanted or self.story_id
        self.changed.emit()
        return True

    def _present(self) -> None:
        self.presentRequested.emit(self.story_id)

    def _show_deleted(self) -> None:
        self.deletedRequested.emit()

    def _start_story(self) -> None:
        self._start(None)

    def _start_rename(self) -> None:
        self._start(self.list.story)

    def _start(self, story: Story | None) -> None:
        self.setCurrentWidget(self.form)
        self.form.start(story)

    def _start_chapter(self) -> None:
        self.chapterRequested.emit(self.story_id)

    def _start_change(self) -> None:
        chapter = self.list.chapter
        if chapter is not None:
            self.changeRequested.emit(chapter.id)

    def _save(self, over: bool) -> None:
        try:
            done = self._do(lambda stories: self._write(stories, over))
        except Conflict as conflict:
            self.form.ask_conflict(conflict)
            return
        if done:
            self._leave_form()

    def _write(self, stories: Stories, over: bool) -> str:
        """Write what the form holds; return the id of the story that is to be shown."""
        story, title = self.form.story, self.form.title_text
        if story is None:
            return stories.add_story(title)
        stories.change_story(story.id, title, None if over else story.title)
        return story.id

    def _copy_story(self) -> None:
        story = self.list.story
        if story is not None:
            self._do(lambda stories: stories.copy_story(story.id, tr("{} (copy)").format(story.title)))

    def _delete_story(self) -> None:
        story = self.list.story
        if story is not None:
            question = tr("Delete the story “{}” with all its chapters? The history keeps it.")
            self._ask_delete(question.format(wording.one_line(story.title)), lambda s: s.delete_story(story.id))

    def _delete_chapter(self) -> None:
        chapter = self.list.chapter
        if chapter is not None:
            question = tr("Delete the chapter “{}”? The history keeps it.")
            self._ask_delete(question.format(wording.one_line(chapter.title)), lambda s: s.delete_chapter(chapter.id))

    def _ask_delete(self, question: str, act: Callable[[Stories], None]) -> None:
        self.list.ask.ask([question], [(tr("Delete"), lambda: self._do(act)), (tr("Cancel"), self._focus_list)])

    def _focus_list(self) -> None:
        self.first.setFocus()

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        chapter = self.list.chapter
        if chapter is not None:
            self._do(lambda stories: stories.move_chapter(chapter.id, by))

    def _copy_chapter(self, story: str) -> None:
        chapter = self.list.chapter
        if chapter is not None:
            self._do(lambda stories: stories.copy_chapter(chapter.id, story) and story)

    def _export(self) -> None:
        from ..store.geometries import read_geometries
        from ..store.story_files import export_story

        story = self.list.story
        if story is None:
            return
        target = stories_files.ask_target(self, story, self._path.parent)
        if target is None:
            return
        try:
            export_story(self._pack, story.id, read_geometries(self._path), target)
        except StoreError as error:
            self.told.emit(f"{error.message} {error.advice}", True)
        else:
            self.told.emit(tr("The story was written to {}.").format(target), False)

    def _import(self) -> None:
        from ..store.story_files import import_story

        source = stories_files.ask_source(self, self._path.parent)
        if source is None:
            return
        dropped: list[str] = []

        def act(stories: Stories) -> str:
            story, lines = import_story(source, self._pack, stories)
            dropped.extend(lines)
            return story

        if self._do(act):
            self.show_list()
            if dropped:
                text = tr("The story was imported, but for what this file has no place for: {}.")
                self.told.emit(text.format("; ".join(dropped[:5])), True)
