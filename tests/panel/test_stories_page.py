# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of stories, and the form of a chapter, on a real GeoPackage: what the user does there is in the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMessageBox

from sterkesteden_plugin.store.stories import Stories
from sterkesteden_plugin.store.unsaved import unsaved
from sterkesteden_plugin.story.view import View

from .editing import press, write


@pytest.fixture()
def page(desk):
    desk.content.show_stories()
    page = desk.content.stories
    page.heard = []
    page.told.connect(lambda text, warning: page.heard.append((text, warning)))
    return page


def new_story(page, title="Ons verhaal"):
    page._start_story()
    page.form.title.setText(title)
    QTest.keyClick(page.form.title, Qt.Key.Key_Return)


def add(page):
    QTest.mouseClick(page.list.add, Qt.MouseButton.LeftButton)


def new_chapter(desk, title, text="Tekst bij het kaartbeeld."):
    add(desk.content.stories)
    form = desk.edits.page.chapter
    write(form.title, title)
    write(form.text, text)
    form.save.click()


def titles(page):
    return [row.title for row in page.list.chapters.rows]


def answer(bar, text):
    next(button for button in bar.buttons if button.text() == text).click()


def elsewhere(desk, statement, *values):
    with closing(sqlite3.connect(desk.path)) as db, db:
        db.execute(statement, values)


def test_the_story_of_the_file_can_only_be_copied(page):
    assert not page.list.add.isEnabled()
    assert not any(action.isEnabled() for action in page.list.menus.of_own_story)
    shipped = titles(page)
    page._copy_story()
    assert page.list.add.isEnabled()
    assert titles(page) == shipped
    page.list.chapters.choose(page.list.chapters.rows[0].key)
    assert all(action.isEnabled() for action in page.list.menus.of_own_chapter)


def test_a_story_is_made_and_filled_with_views(desk, page):
    new_story(page)
    assert page.list.story.title == "Ons verhaal"
    assert page.list.story.own
    for title in ("Een", "Twee"):
        new_chapter(desk, title)
        assert desk.shown() is page and page.currentWidget() is page.list
        assert page.list.chapter.title == title, "the new one is chosen"
        assert page.list.menus.chapter.isEnabled()
    assert titles(page) == ["Een", "Twee"]
    chapter = page.list.chapter
    assert chapter.box == desk.view.box and [link.place.id for link in chapter.places] == ["gouda"]
    assert chapter.reference.source.publisher == "Anna"


@pytest.mark.parametrize(
    ("places", "said"), [((), "No places are"), (("gouda",), "One place is"), (("gouda", "delft"), "2 places are")]
)
def test_the_form_says_what_the_chapter_shows(desk, page, places, said):
    new_story(page)
    desk.view = View((0.0, 0.0, 1.0, 1.0), (), places)
    add(page)
    assert said in desk.edits.page.chapter.shown.text.toPlainText()


def test_what_is_missing_is_said_and_nothing_is_lost(desk, page):
    new_story(page, "   ")
    assert page.currentWidget() is page.form
    assert "title" in page.form.fault.toPlainText()
    page.form.title.setText("Ons verhaal")
    page.form.save.click()
    form = desk.edits.page.chapter
    new_chapter(desk, "Een", "")
    assert desk.shown() is desk.edits.page
    assert "beside the map" in form._columns["tekst"].fault.toPlainText()
    assert form.title.text() == "Een"


def test_a_map_that_shows_nothing_is_told_when_it_matters(desk, page):
    new_story(page)
    desk.edits.captureRequested.disconnect()
    new_chapter(desk, "Een")
    form = desk.edits.page.chapter
    assert desk.shown() is desk.edits.page
    assert "zoom to what" in form._columns["uitsnede_id"].fault.toPlainText()
    desk.edits.captureRequested.connect(lambda: desk.edits.take_view(desk.view))
    form.capture.click()
    form.save.click()
    assert titles(page) == ["Een"]


def test_chapters_are_moved_changed_copied_and_deleted(desk, page):
    new_story(page)
    for title in ("Een", "Twee"):
        new_chapter(desk, title)
    page._move_up()
    assert titles(page) == ["Twee", "Een"]
    assert page.list.chapter.title == "Twee"  # the row that was moved stays the current one
    page._start_change()
    form = desk.edits.page.chapter
    write(form.title, "Drie")
    QTest.keyClick(form.title, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert titles(page) == ["Drie", "Een"]
    target = next(action for action in page.list.menus.copies.actions() if action.data() == page.story_id)
    target.trigger()
    assert titles(page) == ["Drie", "Een", "Drie"]
    page._delete_chapter()
    press(Qt.Key.Key_Escape)
    assert len(titles(page)) == 3
    page._delete_chapter()
    answer(page.list.ask, "Delete")
    assert titles(page) == ["Een", "Drie"]
    page._delete_story()
    answer(page.list.ask, "Delete")
    assert not page.list.story.own


def test_no_question_leaves_a_dialog_behind(desk, page):
    new_story(page)
    for _ in range(3):
        page._delete_story()
        answer(page.list.ask, "Cancel")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.window.findChildren(QMessageBox) == []


def test_what_is_written_of_a_chapter_is_not_lost_without_a_question(desk, page):
    new_story(page)
    add(page)
    form = desk.edits.page.chapter
    press(Qt.Key.Key_Escape)
    assert desk.shown() is page, "nothing was written: nothing is asked"
    add(page)
    write(form.text, "Een lang stuk")
    press(Qt.Key.Key_Escape)
    assert desk.shown() is desk.edits.page and "not been saved" in form.ask.text.toPlainText()
    press(Qt.Key.Key_Escape)  # goes on
    desk.state.set_city("gouda")
    assert "Not saved yet" in desk.edits.bar.text.toPlainText()
    desk.content.show_stories()
    add(page)
    assert form.text.text() == "Een lang stuk", "another one is not begun over it"
    answer(form.ask, "Throw the changes away")
    assert titles(page) == [] and unsaved(desk.path) == []


def test_what_is_written_of_a_chapter_survives_opening_the_file_again(desk, page):
    new_story(page)
    add(page)
    form = desk.edits.page.chapter
    form.title.setFocus()
    QTest.keyClicks(form.title, "Onderweg")  # not settled yet
    desk.open_again()
    assert "Not saved (" in desk.edits.bar.text.toPlainText()
    desk.edits.bar.resume.click()
    assert form.title.text() == "Onderweg"
    write(form.text, "Tekst")
    form.save.click()
    assert titles(page) == ["Onderweg"] and page.list.chapter.box == desk.view.box


def test_somebody_else_changed_the_chapter(desk, page):
    new_story(page)
    new_chapter(desk, "Een")
    page._start_change()
    form = desk.edits.page.chapter
    write(form.text, "Van Anna")
    elsewhere(desk, "UPDATE hoofdstuk SET tekst = 'Van Bea' WHERE titel = 'Een'")
    form.save.click()
    assert "changed this meanwhile" in form.ask.text.toPlainText()
    answer(form.ask, "Show theirs")
    assert "Text: Van Bea" in form.ask.text.toPlainText()
    answer(form.ask, "Take theirs")
    assert page.list.chapter.text == "Van Bea"


def test_a_title_of_a_story_is_not_lost_without_a_question(desk, page):
    page._start_story()
    press(Qt.Key.Key_Escape)
    assert page.currentWidget() is page.list
    page._start_story()
    page.form.title.setText("Half")
    press(Qt.Key.Key_Escape)
    assert page.currentWidget() is page.form
    press(Qt.Key.Key_Escape)
    desk.state.set_city("gouda")
    desk.content.show_stories()
    assert page.currentWidget() is page.form and page.form.title.text() == "Half"
    page.form.cancel.click()
    answer(page.form.ask, "Throw the changes away")
    assert page.currentWidget() is page.list


@pytest.mark.parametrize(("word", "title"), [("Take theirs", "Van Bea"), ("Save over it", "Van Anna")])
def test_somebody_else_renamed_the_story(desk, page, word, title):
    new_story(page)
    page._start_rename()
    page.form.title.setText("Van Anna")
    elsewhere(desk, "UPDATE verhaal SET titel = 'Van Bea' WHERE eigen = 1")
    page.form.save.click()
    assert "Title: Van Bea" in page.form.ask.text.toPlainText()
    answer(page.form.ask, word)
    assert page.currentWidget() is page.list and page.list.story.title == title


def test_a_story_goes_out_and_comes_back(desk, page, tmp_path, monkeypatch):
    new_story(page)
    new_chapter(desk, "Een")
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


def test_a_file_that_may_not_be_written_offers_no_change(desk, page):
    page._copy_story()
    page.set_file(desk.path, Stories(desk.path, "Anna"), "Alleen-lezen.")
    page.show_list()
    assert not page.list.add.isEnabled()
    assert "Alleen-lezen." in page.list.head.toPlainText()
