# SPDX-License-Identifier: GPL-2.0-or-later
"""The menus of a story and of a chapter: what they offer, and what of it can be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QPushButton, QWidget

from ..i18n import tr
from . import deleted, wording
from .look import plain_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..story.model import Chapter, Pack, Story


class StoryMenus(QObject):
    """The buttons that open the menus. Who makes them says what each entry does."""

    copyRequested = pyqtSignal(str)  # the chapter is to be copied to this story

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.story = _button(tr("Story"), parent)
        self.chapter = _button(tr("Chapter"), parent)

    def fill_story(self, acts: dict[str, Callable[[], object]]) -> None:
        """`acts` by name: present, new, copy, rename, delete, deleted, export, import."""
        menu = self.story.menu()
        menu.addAction(tr("Present"), acts["present"])
        menu.addSeparator()
        menu.addAction(tr("New story…"), acts["new"])
        menu.addAction(tr("Copy"), acts["copy"])
        self.of_own_story = [
            menu.addAction(tr("Rename…"), acts["rename"]),
            menu.addAction(tr("Delete"), acts["delete"]),
        ]
        self.deleted = menu.addAction(tr("What was deleted…"), acts["deleted"])
        menu.addSeparator()
        menu.addAction(tr("Export to a file…"), acts["export"])
        menu.addAction(tr("Import from a file…"), acts["import"])

    def fill_chapter(self, acts: dict[str, Callable[[], object]]) -> None:
        """`acts` by name: change, up, down, delete."""
        menu = self.chapter.menu()
        self.copies = menu.addMenu(tr("Copy to"))
        self.of_own_chapter = [
            menu.addAction(tr("Change…"), acts["change"]),
            menu.addAction(tr("Move up"), acts["up"]),
            menu.addAction(tr("Move down"), acts["down"]),
            menu.addAction(tr("Delete"), acts["delete"]),
        ]

    def enable(self, pack: Pack, story: Story | None, chapter: Chapter | None, may_change: bool) -> None:
        """Only what can be done with this story and chapter can be chosen."""
        own = story is not None and story.own and may_change
        for action in self.of_own_story:
            action.setEnabled(own)
        self.deleted.setEnabled(bool(deleted.of_stories(pack)))
        for action in self.of_own_chapter:
            action.setEnabled(own and chapter is not None)
        self.copies.clear()
        for target in (story for story in pack.stories if story.own and may_change):
            action = self.copies.addAction(plain_button(wording.one_line(target.title)))
            action.setData(target.id)
            action.triggered.connect(self._copy)
        self.copies.setEnabled(chapter is not None and not self.copies.isEmpty())
        self.chapter.setEnabled(chapter is not None)

    def _copy(self) -> None:
        self.copyRequested.emit(str(self.sender().data()))


def _button(text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setMenu(QMenu(button))
    return button
