# SPDX-License-Identifier: GPL-2.0-or-later
"""Recording a workshop: the form on a real file, through QGIS's edit buffers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from sterkesteden_plugin.store import records
from sterkesteden_plugin.store.editing import Editor
from sterkesteden_plugin.store.errors import StoreError
from sterkesteden_plugin.store.geometries import read_geometries
from sterkesteden_plugin.store.unsaved import unsaved

from .conftest import HTML, RTL
from .editing import press, write

CITY = "gouda"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def point(x=108000, y=447000):
    return QgsGeometry.fromPointXY(QgsPointXY(x, y))


@pytest.fixture()
def view(desk):
    """The workshops on the page of a city that has none."""
    desk.state.set_city(CITY)
    return desk.content.city.workshops


@pytest.fixture()
def form(desk, view):
    """The form of a new workshop."""
    view.record.click()
    return desk.edits.page.workshop


def add_score(form, criterion, score=None, remark=""):
    form.add_score.click()
    line = form.scores.lines[-1]
    write(line.criterion, criterion)
    if score is not None:
        line.score.set_value(str(score))
        line.score.chosen.emit(str(score))
    if remark:
        write(line.remark, remark)
    return line


def add_point(desk, form, name, where=None):
    form.add_point.click()
    desk.edits.take_geometry(where or point())
    write(form.points.lines[-1].name, name)


def record(desk, day="2019-05-12", scores=(("Wonen", 4), ("Werken", 2), ("Groen", 5))):
    """Record a workshop by the form; return it."""
    before = {w.id for w in desk.state.pack.workshops}
    desk.content.city.workshops.record.click()
    form = desk.edits.page.workshop
    form.date.setDate(QDate.fromString(day, Qt.DateFormat.ISODate))
    for criterion, score in scores:
        add_score(form, criterion, score)
    form.save.click()
    return next(w for w in desk.state.pack.workshops if w.id not in before)


def count(desk, table):
    with closing(sqlite3.connect(desk.path)) as db:
        return db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]


def test_nothing_is_recorded_at_first(desk, view):
    assert "No results of a workshop in this city have been recorded yet." in view.head.toPlainText()
    assert view.record.isEnabled() and not view.why.isVisible()
    assert not view.chart.isVisible() and not view.beside.isVisible() and not view.others.isVisible()


def test_nothing_is_filled_in_beforehand(desk, form):
    assert desk.shown() is desk.edits.page and desk.edits.page.currentWidget() is form
    assert "New workshop in Gouda" in form.head.toPlainText()
    assert form.participants.text() == ""
    assert form.outcome.text() == "" and form.scores.lines == [] and form.points.lines == []
    assert form.date.hasFocus()
    assert not form.take_over.isVisible()


def test_a_workshop_is_recorded_and_shown(desk, form, view):
    form.date.setDate(QDate(2019, 5, 12))
    form.participants.setValue(14)
    write(form.outcome, "De stad is sterk.\n\n• wonen\n• water")
    add_score(form, "Wonen", 4, "veel woningen")
    add_score(form, "Werken", 2)
    add_score(form, "Groen")
    add_point(desk, form, "Plein", point(108500, 447500))
    form.save.click()
    assert desk.shown() is desk.content.city and not desk.edits.page.is_open
    (workshop,) = desk.state.pack.workshops
    assert (workshop.city, workshop.date, workshop.participants) == (CITY, "2019-05-12", 14)
    assert workshop.outcome == "De stad is sterk.\n\n• wonen\n• water"
    assert [(s.criterion, s.score, s.remark) for s in workshop.scores] == [
        ("Wonen", 4, "veel woningen"),
        ("Werken", 2, None),
        ("Groen", None, None),
    ]
    assert workshop.source.title == "Eigen inbreng van Anna"
    (marked,) = workshop.points
    assert marked.name == "Plein"
    where = read_geometries(desk.path)[marked.id].asPoint()
    assert (where.x(), where.y()) == (108500, 447500)
    assert desk.row("workshop", workshop.id)["gewijzigd_door"] == "Anna"
    assert desk.row("workshop_punt", marked.id)["gewijzigd_door"] == "Anna"
    (block,) = view.blocks
    text = block.text.toPlainText()
    for part in ("12 mei 2019, 14 participants", "De stad is sterk.", "• water", "Wonen: 4 of 5 – veel woningen"):
        assert part in text
    assert "Groen: no score" in text and "Eigen inbreng van Anna · 12 mei 2019" in text
    assert "recorded yet" not in view.head.toPlainText()
    assert QApplication.focusWidget() is block.text
    assert view.chart.isVisible()


def test_a_point_of_a_workshop_opens_on_the_map(desk, form, view):
    add_point(desk, form, "Een")
    add_point(desk, form, "Twee")
    form.save.click()
    asked = []
    desk.content.placeRequested.connect(asked.append)
    rows = view.blocks[0].points.rows
    assert [row.title for row in rows] == ["Een", "Twee", "All 2 points on the map"]
    for row in rows:
        view.blocks[0].points.opened.emit(row.opens, row.key)
    (workshop,) = desk.state.pack.workshops
    assert asked == [*(p.id for p in workshop.points), workshop.id]


def test_a_workshop_is_changed(desk, view):
    first = record(desk)
    view.blocks[0].change.click()
    form = desk.edits.page.workshop
    assert form.date.date() == QDate(2019, 5, 12)
    assert [line.criterion.text() for line in form.scores.lines] == ["Wonen", "Werken", "Groen"]
    assert not desk.edits.page.is_changed
    form.scores.lines[1].remove.click()
    write(form.scores.lines[0].remark, "beter")
    form.participants.setValue(9)
    add_point(desk, form, "Nieuw")
    form.save.click()
    (workshop,) = desk.state.pack.workshops
    assert workshop.id == first.id and workshop.participants == 9
    assert [(s.criterion, s.score, s.remark) for s in workshop.scores] == [("Wonen", 4, "beter"), ("Groen", 5, None)]
    assert [p.name for p in workshop.points] == ["Nieuw"]


def test_points_are_renamed_marked_anew_and_removed(desk, form, view):
    for name in ("Een", "Twee", "Drie"):
        add_point(desk, form, name)
    form.save.click()
    before = desk.state.pack.workshops[0].points
    view.blocks[0].change.click()
    write(form.points.lines[0].name, "Anders")
    form.points.lines[1].draw.click()
    desk.edits.take_geometry(point(109000, 448000))
    form.points.lines[2].remove.click()
    form.save.click()
    after = desk.state.pack.workshops[0].points
    assert [(p.id, p.name) for p in after] == [(before[0].id, "Anders"), (before[1].id, "Twee")]
    where = read_geometries(desk.path)
    assert where[before[0].id].asPoint() == QgsPointXY(108000, 447000)
    assert where[before[1].id].asPoint() == QgsPointXY(109000, 448000)
    assert before[2].id not in where


def test_lines_in_which_nothing_stands_are_left_out(desk, form):
    form.add_score.click()
    add_score(form, "Wonen", 3)
    form.add_score.click()
    form.save.click()
    assert [s.criterion for s in desk.state.pack.workshops[0].scores] == ["Wonen"]


@pytest.mark.parametrize(
    ("fill", "column", "word"),
    [
        (lambda f: f.date.setDate(_tomorrow()), "datum", "still to come"),
        (lambda f: write(f.outcome, "voor\x00na"), "uitkomst", "no file can keep"),
        (lambda f: add_score(f, "", 3), "workshop_score", "no criterion"),
        (lambda f: (add_score(f, "Wonen", 3), add_score(f, " wonen ", 4)), "workshop_score", "stands here twice"),
        (lambda f: add_score(f, "a\x00b", 4), "workshop_score", "no file can keep"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_saved(desk, form, fill, column, word):
    fill(form)
    form.save.click()
    assert word in form._columns[column].said and form._columns[column].fault.isVisible()
    assert desk.shown() is desk.edits.page
    assert count(desk, "workshop") == 0


def test_a_workshop_of_which_nothing_is_recorded_is_not_saved(desk, form):
    form.add_score.click()
    form.save.click()
    assert "Nothing is recorded yet" in form._columns["uitkomst"].said and count(desk, "workshop") == 0
    form.participants.setValue(14)
    form.save.click()
    assert count(desk, "workshop") == 1


def _tomorrow():
    day = date.today() + timedelta(days=1)
    return QDate(day.year, day.month, day.day)


def test_the_keyboard_goes_to_the_line_that_is_wrong(desk, form, qtbot):
    add_score(form, "Wonen", 3)
    add_score(form, "", 3)
    add_score(form, "Werken", 3)
    form.save.click()
    assert QApplication.focusWidget() is form.scores.lines[1].criterion
    said = form._columns["workshop_score"].fault
    qtbot.waitUntil(lambda: form.scores.lines[1].y() < said.y() < form.scores.lines[2].y())
    add_score(form, "Water")
    form.scores.lines[1].remove.click()
    assert not form._columns["workshop_score"].said
    assert [line.criterion.text() for line in form.scores.lines] == ["Wonen", "Werken", "Water"]
    qtbot.waitUntil(lambda: form.scores.lines[2].y() < form.add_score.y())


def test_a_point_without_a_name_is_told(desk, form):
    form.add_point.click()
    desk.edits.take_geometry(point())
    form.save.click()
    assert "Point 1 has no name" in form._columns["workshop_punt"].said
    assert QApplication.focusWidget() is form.points.lines[0].name


def test_drawing_a_point_goes_through_the_map(desk, form):
    asked, ended = [], []
    desk.edits.drawRequested.connect(asked.append)
    desk.edits.mapEnded.connect(lambda: ended.append(1))
    form.add_point.click()
    assert asked == ["punt"]
    assert "Click on the map" in form._columns["workshop_punt"].said
    desk.edits.map_told("Te ver weg.")
    assert form._columns["workshop_punt"].said == "Te ver weg."
    desk.edits.map_cancelled()
    assert form._columns["workshop_punt"].said == "" and ended == []
    desk.edits.take_geometry(point())
    assert form.points.lines == []
    form.add_point.click()
    press(Qt.Key.Key_Escape)
    assert ended == [1] and desk.shown() is desk.edits.page
    form.add_point.click()
    desk.edits.take_geometry(point())
    assert QApplication.focusWidget() is form.points.lines[0].name


@pytest.fixture()
def sketch(desk):
    """What the map is to show of what is not saved yet, as it was told each time."""
    told = []
    desk.edits.sketched.connect(lambda shapes: told.append([shape.asPoint().x() for shape in shapes]))
    return told


def test_the_points_of_a_workshop_stay_on_the_map_while_the_next_is_drawn(desk, form, sketch):
    add_point(desk, form, "Een", point(101_000))
    form.add_point.click()
    assert sketch[-1] == [101_000], "the earlier point is shown while the next is asked for"
    desk.edits.take_geometry(point(102_000))
    assert sketch[-1] == [101_000, 102_000]
    form.points.lines[0].draw.click()
    desk.edits.take_geometry(point(103_000))
    assert sketch[-1] == [103_000, 102_000]
    form.undo.click()
    assert sketch[-1] == [101_000, 102_000]
    desk.state.set_item("gouda-k1")
    assert sketch[-1] == [101_000, 102_000], "also while the user looks elsewhere"
    desk.edits.bar.resume.click()
    form.points.lines[1].remove.click()
    assert sketch[-1] == [101_000]
    form.save.click()
    assert sketch[-1] == [] and len(desk.state.pack.workshops[0].points) == 1


@pytest.mark.parametrize("end", ["cancel", "drop"])
def test_what_is_given_up_is_taken_off_the_map(desk, form, sketch, end):
    ended = []
    desk.edits.mapEnded.connect(lambda: ended.append(1))
    form.add_point.click()
    desk.edits.take_geometry(point())
    assert ended == [1], "the tool's own mark is not wanted beside it"
    if end == "cancel":
        form.cancel.click()
        form.ask.buttons[0].click()
    else:
        desk.edits.set_editor(None, "Alleen-lezen.")
    assert sketch[-1] == [] and count(desk, "workshop_punt") == 0


def test_the_points_of_a_workshop_that_is_changed_are_shown_from_the_start(desk, form, view, sketch):
    add_point(desk, form, "Een", point(101_000))
    form.save.click()
    view.blocks[0].change.click()
    assert sketch[-1] == [101_000]
    form.cancel.click()
    assert sketch[-1] == []


def test_a_workshop_that_was_not_saved_is_told_by_its_city_and_day_and_gone_on_with(desk, form):
    form.date.setDate(QDate(2019, 5, 12))
    add_score(form, "Wonen", 3)
    add_point(desk, form, "Plein")
    desk.editor.close()
    left = unsaved(desk.path)
    desk.edits.page.drop()
    desk.edits.offer_unsaved(left)
    assert "Workshop in Gouda, 12 mei 2019" in desk.edits.bar.text.toPlainText()
    desk.edits.bar.resume.click()
    assert [line.name.text() for line in form.points.lines] == ["Plein"]
    form.save.click()
    assert [p.name for p in desk.state.pack.workshops[0].points] == ["Plein"]


def test_undo_goes_back_over_scores_and_points_in_order(desk, form):
    add_score(form, "Wonen", 3)
    add_point(desk, form, "Plein")
    form.participants.setValue(12)
    form.undo.click()
    assert form.participants.text() == "" and len(form.points.lines) == 1
    form.undo.click()
    assert form.points.lines[0].name.text() == ""
    form.undo.click()
    assert form.points.lines == [] and len(form.scores.lines) == 1
    form.undo.click()
    assert form.scores.lines[0].score.value() == ""
    for _ in range(4):
        form.redo.click()
    assert form.scores.lines[0].score.value() == "3"
    assert form.points.lines[0].name.text() == "Plein" and form.participants.value() == 12
    assert not form.redo.isEnabled()
    while form.undo.isEnabled():
        form.undo.click()
    assert form.scores.lines == [] and not desk.edits.page.is_changed


def test_ctrl_s_saves_and_ctrl_z_undoes_from_every_kind_of_field(desk, form):
    form.participants.setFocus()
    QTest.keyClicks(form.participants, "8")
    press(Qt.Key.Key_Z, CTRL)
    assert form.participants.text() == ""
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert form.participants.value() == 8
    add_score(form, "Wonen", 3)
    form.date.setFocus()
    press(Qt.Key.Key_S, CTRL)
    (workshop,) = desk.state.pack.workshops
    assert workshop.participants == 8 and workshop.scores[0].score == 3


def test_esc_leaves_and_asks_when_something_would_be_lost(desk, form):
    press(Qt.Key.Key_Escape)
    assert desk.shown() is desk.content.city
    assert QApplication.focusWidget() is desk.content.city.workshops.record
    desk.content.city.workshops.record.click()
    add_score(form, "Wonen", 3)
    press(Qt.Key.Key_Escape)
    assert form.ask.isVisible() and desk.shown() is desk.edits.page
    form.ask.buttons[0].click()
    assert desk.shown() is desk.content.city
    assert count(desk, "workshop") == count(desk, "workshop_score") == 0


def test_what_is_not_saved_is_kept_while_the_user_looks_elsewhere(desk, form):
    add_score(form, "Wonen", 3)
    desk.state.set_item("gouda-k1")
    assert "Workshop in Gouda" in desk.edits.bar.text.toPlainText()
    desk.edits.bar.resume.click()
    assert desk.shown() is desk.edits.page and form.scores.lines[0].criterion.text() == "Wonen"
    form.save.click()
    assert desk.shown() is desk.content.city and not desk.content.card_open
    assert len(desk.content.city.workshops.blocks) == 1


def test_the_keyboard_goes_through_the_form_from_top_to_bottom(desk, form, qtbot):
    add_score(form, "Wonen", 3)
    add_score(form, "Werken", 3)
    add_point(desk, form, "Plein")
    one, two, mark = form.scores.lines[0], form.scores.lines[1], form.points.lines[0]
    qtbot.waitUntil(mark.isVisible)
    fields = [*one.parts, *two.parts, form.add_score, *mark.parts, form.add_point]
    form.outcome.setFocus()
    for widget in [*fields, form.undo, form.save, form.cancel]:
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is widget


def test_the_criteria_of_an_earlier_workshop_are_taken_over_without_scores(desk, view):
    record(desk)
    view.record.click()
    form = desk.edits.page.workshop
    assert form.take_over.isVisible() and "12 mei 2019" in form.take_over.accessibleDescription()
    add_score(form, "groen", 1)
    form.take_over.click()
    assert [(line.criterion.text(), line.score.value()) for line in form.scores.lines] == [
        ("groen", "1"),
        ("Wonen", ""),
        ("Werken", ""),
    ]


def test_a_workshop_is_deleted_after_a_question_and_brought_back(desk, form, view):
    add_score(form, "Wonen", 4)
    add_point(desk, form, "Plein")
    form.save.click()
    before = desk.state.pack.workshops
    block = view.blocks[0]
    block.delete.click()
    assert block.ask.isVisible()
    press(Qt.Key.Key_Escape)
    assert desk.state.pack.workshops == before
    block.delete.click()
    block.ask.buttons[0].click()
    assert desk.state.pack.workshops == () and view.blocks == []
    assert count(desk, "workshop_score") == count(desk, "workshop_punt") == 0
    assert view.deleted.isVisible()
    view.deleted.buttons[0].click()
    assert desk.state.pack.workshops == before
    assert before[0].points[0].id in read_geometries(desk.path)
    assert not view.deleted.isVisible() and len(view.blocks) == 1


def test_a_workshop_without_a_history_is_brought_back(desk, view):
    workshop = record(desk)
    with closing(sqlite3.connect(desk.path)) as db, db:
        db.execute("DELETE FROM geschiedenis")
    desk.edits.delete_workshop(workshop.id)
    desk.edits.restore_workshop(workshop.id)
    assert [w.id for w in desk.state.pack.workshops] == [workshop.id]


def test_the_history_of_a_workshop_is_shown(desk, view):
    workshop = record(desk)
    desk.editor.delete("workshop", record(desk, "2020-01-01").id)
    view.blocks[0].history.click()
    page = desk.edits.history
    assert desk.shown() is page
    assert "Workshop in Gouda, 12 mei 2019" in page.head.toPlainText()
    assert "Scores" in page.results.rows[0].extra and "Date: 12 mei 2019" in page.results.rows[0].extra
    assert workshop.id in page.shown


def test_somebody_else_who_changed_the_workshop_is_not_written_over(desk, view):
    workshop = record(desk)
    view.blocks[0].change.click()
    form = desk.edits.page.workshop
    other = Editor(desk.editor._project, desk.path, "Bram")
    theirs = other.edit("workshop", workshop.id)
    theirs.set_value("uitkomst", "Van Bram")
    theirs.save()
    write(form.outcome, "Van Anna")
    form.save.click()
    assert form.ask.isVisible() and "Bram" in form.ask.text.toPlainText()
    form.ask.buttons[1].click()
    assert "Van Bram" in form.ask.text.toPlainText()
    form.ask.buttons[0].click()
    assert desk.state.pack.workshops[0].outcome == "Van Anna"


def test_somebody_else_who_changed_a_point_is_not_written_over(desk, form, view):
    add_point(desk, form, "Plein")
    form.save.click()
    (marked,) = desk.state.pack.workshops[0].points
    view.blocks[0].change.click()
    other = Editor(desk.editor._project, desk.path, "Bram")
    theirs = other.edit("workshop_punt", marked.id)
    theirs.set_value("naam", "Van Bram")
    theirs.save()
    write(form.points.lines[0].name, "Van Anna")
    form.save.click()
    assert form.ask.isVisible()
    form.ask.buttons[1].click()
    assert "Van Bram" in form.ask.text.toPlainText()
    assert desk.row("workshop_punt", marked.id)["naam"] == "Van Bram"
    form.ask.buttons[0].click()
    assert desk.row("workshop_punt", marked.id)["naam"] == "Van Anna"


def test_what_could_not_be_saved_stays_in_the_form_and_nothing_of_it_is_in_the_file(desk, form, monkeypatch):
    add_score(form, "Wonen", 4)
    add_point(desk, form, "Een")
    add_point(desk, form, "Twee")
    write_record = records.write_record

    def failing(change, table, record):
        if record.values.get("naam") == "Twee":
            raise StoreError("De schijf is vol.", "Maak ruimte.")
        write_record(change, table, record)

    monkeypatch.setattr(records, "write_record", failing)
    form.save.click()
    assert "De schijf is vol." in form.ask.text.toPlainText() and desk.shown() is desk.edits.page
    assert desk.edits.page.is_changed
    assert count(desk, "workshop") == count(desk, "workshop_score") == count(desk, "workshop_punt") == 0
    monkeypatch.undo()
    form.ask.buttons[0].click()
    (workshop,) = desk.state.pack.workshops
    assert [p.name for p in workshop.points] == ["Een", "Twee"] and len(workshop.scores) == 1


@pytest.mark.parametrize("text", [HTML, RTL, "=1+1", "lang " * 20_000], ids=["html", "rtl", "formula", "long"])
def test_every_text_is_kept_and_shown_as_text(desk, form, view, text):
    text = text.strip()
    write(form.outcome, text)
    add_score(form, text, 4, text)
    add_point(desk, form, text)
    form.save.click()
    (workshop,) = desk.state.pack.workshops
    assert (workshop.outcome, workshop.scores[0].criterion, workshop.scores[0].remark) == (text, text, text)
    assert workshop.points[0].name == text
    assert text in view.blocks[0].text.toPlainText()
    assert "<h1>" not in view.chart.chart.svg
    assert desk.dock.width() == 320
    view.blocks[0].change.click()
    assert form.scores.lines[0].criterion.text() == text
    assert form.page.widget().width() <= form.page.viewport().width()


def test_a_space_at_the_end_stays_while_the_user_writes_on(desk, form):
    form.add_score.click()
    field = form.scores.lines[0].criterion
    QTest.keyClicks(field, "Goed ")
    field.settle()
    QTest.keyClicks(field, "wonen")
    assert field.text() == "Goed wonen"


def test_a_file_that_may_not_be_changed_says_why(desk, view):
    record(desk)
    desk.edits.set_editor(desk.editor, "pack.gpkg is read-only.")
    assert not view.record.isEnabled() and "read-only" in view.why.toPlainText()
    block = view.blocks[0]
    assert not block.change.isEnabled() and not block.delete.isEnabled() and block.history.isEnabled()
    assert "read-only" in block.change.accessibleDescription()
    desk.edits.set_editor(desk.editor, "")
    assert view.record.isEnabled() and not view.why.isVisible() and view.blocks[0].change.isEnabled()


def test_what_is_asked_after_deleting_is_in_view(desk, view, qtbot):
    for day in ("2019-05-12", "2020-01-01"):
        record(desk, day, [(f"Criterium {number} van de werkbijeenkomst", 3) for number in range(9)])
    page = desk.content.city.scroll
    desk.window.resize(320, 600)

    def seen(widget):
        top = widget.mapTo(page.viewport(), widget.rect().topLeft()).y()
        return widget.isVisible() and top >= 0 and top + widget.height() <= page.viewport().height()

    block = view.blocks[0]
    block.delete.click()
    qtbot.waitUntil(lambda: seen(block.ask))
    block.ask.buttons[0].click()
    qtbot.wait(300)  # also when all is laid out
    assert seen(view.deleted)


def test_a_text_that_fits_has_no_scroll_bar(desk, form, qtbot):
    write(form.outcome, "Een zin over de stad die niet op een regel past.\n\n• wonen\n• water\n• werken")
    qtbot.waitUntil(lambda: form.outcome.document().size().height() >= 6)
    assert form.outcome.verticalScrollBar().maximum() == 0
    write(form.outcome, "regel\n" * 30)
    assert form.outcome.verticalScrollBar().maximum() > 0


def test_a_workshop_has_the_keyboard_also_when_it_is_read_later(desk, form, view):
    desk.editor.saved.disconnect()
    write(form.outcome, "Kort.")
    form.save.click()
    assert view.blocks == [] and QApplication.focusWidget() is view.record
    desk.renew()
    assert QApplication.focusWidget() is view.blocks[0].text
    desk.content.header.search.setFocus()
    desk.renew()
    assert QApplication.focusWidget() is desk.content.header.search
