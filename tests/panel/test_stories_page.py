# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of stories on a real GeoPackage: what the user does there is in the file."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

from sterkesteden_plugin.panel.stories_page import StoriesPage
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.stories import Stories
from sterkesteden_plugin.story.view import View


@pytest.fixture()
def page(small_pack_file, qtbot):
    """The page, renewed after each change as the session does; it is given one and the same view of the map."""
    page = StoriesPage()
    qtbot.addWidget(page)
    page.set_file(small_pack_file, Stories(small_pack_file, "Anne"), "")
    page.set_pack(read_pack(small_pack_file))
    page.changed.connect(lambda: page.set_pack(read_pack(small_pack_file)))
    view = View((0.0, 0.0, 5000.0, 5000.0), (), ())
    page.captureRequested.connect(lambda: page.take_view(view))
    page.heard = []
    page.told.connect(lambda text, warning: page.heard.append((text, warning)))
    page.resize(320, 700)
    page.show_list()
    page.show()
    return page


def new_story(page, title="Ons verhaal"):
    page._start_story()
    page.form.title.setText(title)
    QTest.keyClick(page.form.title, Qt.Key.Key_Return)


def new_chapter(page, title, text="Tekst bij het kaartbeeld."):
    QTest.mouseClick(page.list.add, Qt.MouseButton.LeftButton)
    page.form.title.setText(title)
    page.form.text.setPlainText(text)
    QTest.mouseClick(page.form.save, Qt.MouseButton.LeftButton)


def titles(page):
    return [row.title for row in page.list.chapters.rows]


def test_the_story_of_the_file_can_only_be_copied(page):
    assert not page.list.add.isEnabled()
    assert not any(action.isEnabled() for action in page.list.menus.of_own_story)
    shipped = titles(page)
    page._copy_story()
    assert page.list.add.isEnabled()
    assert titles(page) == shipped
    page.list.chapters.choose(page.list.chapters.rows[0].key)
    assert all(action.isEnabled() for action in page.list.menus.of_own_chapter)


def test_a_story_is_made_and_filled_with_views(page):
    new_story(page)
    assert page.list.story.title == "Ons verhaal"
    assert page.list.story.own
    new_chapter(page, "Een")
    new_chapter(page, "Twee")
    assert titles(page) == ["Een", "Twee"]
    assert page.currentWidget() is page.list


def test_what_is_missing_is_said_and_nothing_is_lost(page):
    new_story(page, "   ")
    assert page.currentWidget() is page.form
    assert "title" in page.form.fault.toPlainText()
    page.form.title.setText("Ons verhaal")
    QTest.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    new_chapter(page, "Een", "")
    assert page.currentWidget() is page.form
    assert page.form.fault.toPlainText()
    assert page.form.title.text() == "Een"


def test_chapters_are_moved_changed_copied_and_deleted(page, monkeypatch):
    new_story(page)
    for title in ("Een", "Twee"):
        new_chapter(page, title)
    page.list.chapters.choose(page.list.chapters.rows[1].key)
    page._move_up()
    assert titles(page) == ["Twee", "Een"]
    assert page.list.chapter.title == "Twee"  # the row that was moved stays the current one
    page._start_change()
    page.form.title.setText("Drie")
    QTest.keyClick(page.form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert titles(page) == ["Drie", "Een"]
    target = next(action for action in page.list.menus.copies.actions() if action.data() == page.story_id)
    target.trigger()
    assert titles(page) == ["Drie", "Een", "Drie"]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
    page._delete_chapter()
    assert len(titles(page)) == 3  # nothing was clicked: nothing is deleted
    monkeypatch.setattr(page, "_sure", lambda question: True)
    page._delete_chapter()
    assert titles(page) == ["Een", "Drie"]
    page._delete_story()
    assert not page.list.story.own


def test_esc_leaves_the_form_without_a_change(page, small_pack_file):
    new_story(page)
    QTest.mouseClick(page.list.add, Qt.MouseButton.LeftButton)
    page.form.title.setText("Een")
    QTest.keyClick(page.form, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.list
    assert titles(page) == []


def test_a_story_goes_out_and_comes_back(page, tmp_path, monkeypatch):
    new_story(page)
    new_chapter(page, "Een")
    target = tmp_path / "uit"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    page._export()
    written = tmp_path / "uit.verhaal.json"
    assert written.is_file()
    assert page.heard == [(f"The story was written to {written}.", False)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(written), ""))
    page._import()
    assert page.list.story.title == "Ons verhaal (2)"
    assert titles(page) == ["Een"]


def test_a_file_that_is_no_story_is_told(page, tmp_path, monkeypatch):
    wrong = tmp_path / "x.json"
    wrong.write_text("<html>", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(wrong), ""))
    page._import()
    assert len(page.heard) == 1
    assert "not a story" in page.heard[0][0]
    assert page.heard[0][1]


def test_a_file_that_may_not_be_written_offers_no_change(page, small_pack_file):
    page._copy_story()
    page.set_file(small_pack_file, Stories(small_pack_file, "Anne"), "Alleen-lezen.")
    page.show_list()
    assert not page.list.add.isEnabled()
    assert "Alleen-lezen." in page.list.head.toPlainText()
