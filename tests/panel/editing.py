# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel on a real file that can be edited, and what a person does in its forms."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

from sterkesteden_plugin.panel.dock import StoryDock
from sterkesteden_plugin.state import State
from sterkesteden_plugin.store.editing import Editor
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.stories import Stories
from sterkesteden_plugin.store.unsaved import unsaved
from sterkesteden_plugin.story.view import View

ITEM = "gouda-k1"


class Desk:
    """The dock on a file, with an editor, tied together as the session does."""

    def __init__(self, path, width=320):
        self.path = path
        self.state = State()
        self.window = QMainWindow()
        self.dock = StoryDock(self.state, self.window)
        self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.window.resize(width, 800)
        self.state.set_pack(read_pack(path), path)
        self.content = self.dock.content
        self.edits = self.content.edits
        self.editor = Editor(QgsProject.instance(), path, "Anna")
        self.editor.saved.connect(lambda *_record: self.renew())
        self.edits.outdated.connect(self.renew)
        self.edits.set_editor(self.editor, "")
        self.view = View((0.0, 0.0, 5000.0, 5000.0), (), ("gouda",))  # what the map shows
        self.edits.captureRequested.connect(lambda: self.edits.take_view(self.view))
        self.content.stories.set_file(path, Stories(path, "Anna"), "")
        self.content.stories.changed.connect(self.renew)

    def open_again(self):
        """Open the file anew, as the session does."""
        self.state.set_pack(read_pack(self.path), self.path)
        self.editor.close()
        self.editor = Editor(QgsProject.instance(), self.path, "Anna")
        self.editor.saved.connect(lambda *_record: self.renew())
        self.edits.set_editor(self.editor, "")
        self.edits.offer_unsaved(unsaved(self.path))

    def renew(self):
        self.state.renew_pack(read_pack(self.path))

    @property
    def form(self):
        return self.edits.page.item

    @property
    def item(self):
        return self.state.pack.item_by_id[ITEM]

    def shown(self):
        return self.content.pages.currentWidget()

    def row(self, table, record):
        with closing(sqlite3.connect(self.path)) as db:
            db.row_factory = sqlite3.Row
            found = db.execute(f'SELECT * FROM "{table}" WHERE id = ?', (record,)).fetchone()
        return dict(found) if found is not None else None


def write(field, text):
    """Replace what a field holds, as a person does."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    field.insertPlainText(text)
    field.settle()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def new_item(desk):
    desk.state.set_city("gouda")
    desk.content.city.edits.opened.emit("new", "kans")
    write(desk.form.title, "Iets nieuws")
    write(desk.form.text, "Met een tekst.")
    desk.form.save.click()
    return desk.state.item.id
