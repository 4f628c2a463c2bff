# SPDX-License-Identifier: GPL-2.0-or-later
"""Editing in the panel, on a real file through QGIS's edit buffers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from sterkesteden_plugin.store.editing import Editor
from sterkesteden_plugin.store.geometries import read_geometries
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.unsaved import unsaved
from sterkesteden_plugin.story.draft import is_own

from .editing import ITEM, new_item, press, write

AREA = "MultiPolygon(((108000 447000, 109000 447000, 109000 448000, 108000 447000)))"


CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_form_shows_the_item_and_has_the_keyboard(desk, form):
    assert form.title.text() == desk.item.title
    assert form.text.text() == desk.item.text
    assert form.status.value() == ""
    assert [row.place_id for row in form.places.rows] == ["centrum-gouda", "gouda", "centrum-gouda"]
    assert [row.role.value() for row in form.places.rows] == ["ligt in", "werkt door in", "werkt door in"]
    assert form.themes.ticked() == ["proefthema"]
    assert QApplication.focusWidget() is form.title


def test_what_was_written_is_saved_and_shown_on_the_card(desk, form):
    before = desk.item
    write(form.title, "Nieuwe titel")
    write(form.text, "Nieuwe tekst.\n\n• punt")
    form.status.set_value("verkenning")
    form.status.chosen.emit("verkenning")
    write(form.owner, "Gemeente")
    write(form.planning, "2027")
    form.save.click()
    item = desk.item
    assert (item.title, item.text) == ("Nieuwe titel", "Nieuwe tekst.\n\n• punt")
    assert (item.status, item.owner, item.planning) == ("verkenning", "Gemeente", "2027")
    assert item.changed.user == "Anna"
    assert (item.original_title, item.original_text) == (before.title, before.text)
    assert item.places == before.places and item.themes == before.themes
    assert desk.content.card_open and not desk.edits.page.is_open
    card = desk.content.city.card
    text = card.text.toPlainText()
    assert "Nieuwe titel" in text and "verkenning" in text and "Gemeente" in text and "2027" in text
    assert "verkenning" in next(row.detail for row in desk.content.city.items.rows if row.key == ITEM)


def test_what_was_published_stays_readable(desk, form):
    before = desk.item
    write(form.text, "Anders.")
    form.save.click()
    original = desk.content.city.card.original
    assert original.isVisible() and not original.text.isVisible()
    assert "Anna" in original.row.rows[0].detail
    original.row.opened.emit("unfold", "original")
    text = original.text.toPlainText()
    assert before.title in text and before.text.split("\n")[0] in text
    assert before.reference.source.title in text


def test_an_item_that_was_not_changed_has_no_original(desk):
    desk.state.set_item(ITEM)
    assert not desk.content.city.card.original.isVisible()


@pytest.mark.parametrize("field", ["title", "text"])
def test_what_is_missing_is_told_beside_the_field(desk, form, field):
    column = {"title": "titel", "text": "tekst"}[field]
    write(getattr(form, field), "  ")
    form.owner.setFocus()
    form.save.click()
    assert form.labelled(column).said
    assert form.labelled(column).fault.isVisible()
    assert QApplication.focusWidget() is getattr(form, field)
    assert desk.row("item", ITEM)[column] == getattr(desk.item, field)
    write(getattr(form, field), "Ingevuld")
    assert not form.labelled(column).said


def test_what_no_file_can_hold_is_told(desk, form):
    write(form.text, "voor\x00na")
    form.save.click()
    assert "character" in form.labelled("tekst").said
    assert desk.edits.page.is_open


def test_undo_and_redo_go_through_the_edit_buffer(desk, form):
    before = desk.item.title
    assert not form.undo.isEnabled() and not form.redo.isEnabled()
    write(form.title, "Een")
    write(form.title, "Twee")
    press(Qt.Key.Key_Z, CTRL)
    assert form.title.text() == "Een"
    form.undo.click()
    assert form.title.text() == before and not form.undo.isEnabled()
    form.title.setFocus()
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    form.redo.click()
    assert form.title.text() == "Twee" and not form.redo.isEnabled()


def test_undo_takes_back_what_was_just_typed(desk, form):
    before = form.title.text()
    form.title.setFocus()
    QTest.keyClicks(form.title, "x")
    press(Qt.Key.Key_Z, CTRL)
    assert form.title.text() == before


def test_places_and_themes_can_be_undone_too(desk, form):
    form.places.rows[1].remove.click()
    form.themes.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert len(form.places.rows) == 2 and form.themes.ticked() == []
    form.undo.click()
    assert form.themes.ticked() == ["proefthema"]
    form.undo.click()
    assert [row.place_id for row in form.places.rows] == ["centrum-gouda", "gouda", "centrum-gouda"]


def test_the_keys_of_the_form_are_claimed_before_actions_of_the_window_take_them(desk, form):
    try:
        from qgis.PyQt.QtGui import QAction
    except ImportError:
        from qgis.PyQt.QtWidgets import QAction
    taken = []
    for key in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+S"):
        action = QAction(key, desk.window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _on=False, key=key: taken.append(key))
        desk.window.addAction(action)
    write(form.title, "Anders")
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert form.title.text() == "Anders"
    press(Qt.Key.Key_S, CTRL)
    assert taken == []
    assert desk.item.title == "Anders"


def test_esc_leaves_at_once_when_nothing_changed(desk, form):
    press(Qt.Key.Key_Escape)
    assert desk.content.card_open and not desk.edits.page.is_open


def test_esc_asks_when_something_changed(desk, form):
    write(form.title, "Anders")
    press(Qt.Key.Key_Escape)
    assert desk.shown() is desk.edits.page and form.ask.isVisible()
    press(Qt.Key.Key_Escape)  # changes nothing
    assert not form.ask.isVisible() and form.title.text() == "Anders"
    press(Qt.Key.Key_Escape)
    form.ask.buttons[0].click()
    assert desk.content.card_open and not desk.edits.page.is_open
    assert desk.row("item", ITEM)["titel"] == desk.item.title != "Anders"


def test_cancel_asks_and_can_save(desk, form):
    write(form.title, "Anders")
    form.cancel.click()
    form.ask.buttons[1].click()
    assert desk.item.title == "Anders"


def test_what_is_edited_out_of_sight_is_kept_and_told(desk, form):
    write(form.title, "Anders")
    desk.state.set_city("delft")
    assert desk.edits.bar.isVisible() and "Anders" in desk.edits.bar.text.toPlainText()
    desk.edits.bar.resume.click()
    assert desk.shown() is desk.edits.page and form.title.text() == "Anders"
    assert not desk.edits.bar.isVisible()
    desk.state.set_city("delft")
    desk.edits.bar.drop.click()
    assert not desk.edits.page.is_open and not desk.edits.bar.isVisible()
    assert desk.item.title != "Anders"


def test_a_form_without_changes_closes_when_it_goes_out_of_sight(desk, form):
    desk.state.set_city("delft")
    assert not desk.edits.page.is_open and not desk.edits.bar.isVisible()


def test_another_item_waits_until_this_one_is_saved(desk, form):
    write(form.title, "Anders")
    desk.state.set_item("delft-k1")
    desk.content.city.card.edit.click()
    assert desk.shown() is desk.edits.page
    assert form.title.text() == "Anders" and form.ask.isVisible()


def test_the_page_before_is_reached_by_the_way_back(desk, form):
    desk.content.go_back()
    assert desk.content.card_open
    desk.content.go_back()
    assert not desk.content.card_open


def test_a_place_is_added_by_typing_its_name(desk, form):
    form.places.add.click()
    picker = desk.edits.page.picker
    assert desk.edits.page.currentWidget() is picker
    QTest.keyClicks(picker.search, "leid")
    assert all("Leiden" in row.title for row in picker.results.rows)
    picker.search.clear()
    QTest.keyClicks(picker.search, "centrum leid")
    press(Qt.Key.Key_Return)
    assert desk.edits.page.currentWidget() is form
    assert form.places.rows[-1].place_id == "centrum-leiden"
    form.save.click()
    assert [link.place.id for link in desk.item.places][-1] == "centrum-leiden"
    assert len(desk.item.places) == 4


def test_the_role_of_a_place_can_be_changed(desk, form):
    role = form.places.rows[1].role
    role.set_value("grens van")
    role.activated.emit(role.currentIndex())
    form.save.click()
    assert desk.item.places[1].role == "grens van"


def test_the_same_place_twice_in_one_role_is_told(desk, form):
    role = form.places.rows[2].role
    role.set_value("ligt in")
    role.activated.emit(role.currentIndex())
    form.save.click()
    assert "twice" in form.labelled("item_plaats").said


def test_a_place_is_chosen_on_the_map(desk, form):
    asked = []
    desk.edits.pickRequested.connect(lambda: asked.append(1))
    form.places.add.click()
    picker = desk.edits.page.picker
    picker.on_map.click()
    assert asked == [1] and picker.said.toPlainText()
    desk.edits.take_places(["delft", "centrum-delft"])
    assert [row.key for row in picker.results.rows] == ["delft", "centrum-delft"]
    assert desk.edits.page.currentWidget() is picker
    picker.on_map.click()
    desk.edits.take_places([])
    assert "No place" in picker.said.toPlainText()
    picker.on_map.click()
    desk.edits.take_places(["delft"])
    assert form.places.rows[-1].place_id == "delft"


def draw_area(desk):
    asked = []
    desk.edits.drawRequested.connect(asked.append)
    desk.form.places.add.click()
    desk.edits.page.picker.draw["vlak"].click()
    assert asked == ["vlak"]
    desk.edits.take_geometry(QgsGeometry.fromWkt(AREA))
    return desk.edits.page.place


def fill_place(place):
    write(place.name, "Nieuwe wijk")
    place.kind.set_value("wijk")
    place.kind.activated.emit(place.kind.currentIndex())
    write(place.note, "Getekend in een overleg")


def test_a_new_place_is_drawn_described_and_saved(desk, form):
    place = draw_area(desk)
    assert desk.edits.page.currentWidget() is place
    assert "ha" in place.location.text.toPlainText()
    assert "weg" not in [place.kind.itemData(i) for i in range(place.kind.count())]
    fill_place(place)
    place.save.click()
    assert desk.edits.page.currentWidget() is form
    made = desk.state.pack.place_by_id[form.places.rows[-1].place_id]
    assert (made.name, made.kind, made.certainty, made.table) == ("Nieuwe wijk", "wijk", "indicatief", "plaats_vlak")
    assert is_own(made) and made.geometry_source is made.source
    form.save.click()
    assert desk.item.places[-1].place.id == made.id


def test_a_place_without_name_or_kind_is_told(desk, form):
    place = draw_area(desk)
    place.save.click()
    assert place.isVisible() and QApplication.focusWidget() is place.name
    assert [column for column, labelled in place._columns.items() if labelled.said] == ["naam", "soort"]


def test_a_place_that_is_given_up_leaves_nothing_in_the_file(desk, form):
    ended = []
    desk.edits.mapEnded.connect(lambda: ended.append(1))
    place = draw_area(desk)
    fill_place(place)
    place.cancel.click()
    place.ask.buttons[0].click()
    assert desk.edits.page.currentWidget() is form and ended
    assert len(form.places.rows) == 3
    assert "Nieuwe wijk" not in [p.name for p in read_pack(desk.path).places]


def test_what_is_wrong_with_a_drawing_is_told_in_the_panel(desk, form):
    form.places.add.click()
    picker = desk.edits.page.picker
    picker.draw["vlak"].click()
    desk.edits.map_told("De rand kruist zichzelf.")
    assert picker.said.toPlainText() == "De rand kruist zichzelf."
    desk.edits.map_told("")
    assert "Backspace" in picker.said.toPlainText()
    desk.edits.map_cancelled()
    assert picker.said.toPlainText() == ""


def test_a_place_not_on_the_map_must_say_why(desk, form):
    form.places.add.click()
    desk.edits.page.picker.draw[""].click()
    place = desk.edits.page.place
    write(place.name, "Ergens")
    place.kind.set_value("bedrijf")
    place.kind.activated.emit(place.kind.currentIndex())
    place.save.click()
    assert place._columns["toelichting"].said
    write(place.note, "Nog niet bekend")
    place.save.click()
    assert form.places.rows[-1].place_id in desk.state.pack.place_by_id
    assert not desk.state.pack.place_by_id[form.places.rows[-1].place_id].located


def test_a_place_can_be_drawn_anew(desk, form):
    form.places.rows[0].change.click()
    place = desk.edits.page.place
    asked = []
    desk.edits.drawRequested.connect(asked.append)
    before = place.location.text.toPlainText()
    place.location.draw.click()
    assert asked == ["vlak"]
    desk.edits.take_geometry(QgsGeometry.fromWkt(AREA))
    assert place.location.text.toPlainText() != before
    place.undo.click()
    assert place.location.text.toPlainText() == before
    place.redo.click()
    place.save.click()
    assert read_geometries(desk.path)["centrum-gouda"].equals(QgsGeometry.fromWkt(AREA))


def test_a_link_to_a_place_is_put_into_the_text(desk, form):
    write(form.text, "Bij het station.")
    cursor = form.text.textCursor()
    cursor.setPosition(8)
    cursor.setPosition(15, cursor.MoveMode.KeepAnchor)
    form.text.setTextCursor(cursor)
    form.link.click()
    picker = desk.edits.page.picker
    assert not picker.draw["punt"].isVisible()
    picker.results.opened.emit("pick", "gouda")
    assert form.text.text() == "Bij het [station](plaats:gouda)."


@pytest.mark.parametrize("kind", ["opgave", "kans"])
def test_a_new_item_gets_the_next_number_and_the_users_own_source(desk, kind):
    desk.state.set_city("gouda")
    desk.content.city.edits.opened.emit("new", kind)
    form = desk.form
    assert desk.shown() is desk.edits.page
    write(form.title, "Iets nieuws")
    write(form.text, "Met een tekst.")
    form.save.click()
    item = desk.state.item
    assert (item.city, item.kind, item.number, item.title) == ("gouda", kind, 2, "Iets nieuws")
    assert is_own(item) and item.reference.source.publisher == "Anna"
    assert item.original_title is None
    assert desk.content.card_open
    assert item.id in [row.key for row in desk.content.city.items.rows]


def test_a_new_item_that_is_given_up_leaves_nothing(desk):
    desk.state.set_city("gouda")
    count = len(desk.state.pack.items)
    desk.content.city.edits.opened.emit("new", "kans")
    write(desk.form.title, "Iets nieuws")
    desk.form.leave()
    desk.form.ask.buttons[0].click()
    assert len(read_pack(desk.path).items) == count
    assert desk.shown() is desk.content.city and not desk.content.card_open


def test_an_own_item_can_be_deleted_and_restored(desk):
    item = new_item(desk)
    desk.content.city.card.edit.click()
    assert desk.form.remove.isVisible()
    desk.form.remove.click()
    desk.form.ask.buttons[0].click()
    assert item not in desk.state.pack.item_by_id
    assert desk.shown() is desk.content.city and not desk.content.card_open
    assert ("gouda", "deleted") in [(row.key, row.opens) for row in desk.content.city.edits.rows]
    desk.content.city.edits.opened.emit("deleted", "gouda")
    history = desk.edits.history
    assert [(row.key, row.title) for row in history.results.rows if row.opens] == [(item, "Iets nieuws")]
    history.results.opened.emit("item", item)
    assert "Iets nieuws" in history.head.toPlainText()


def test_an_item_of_the_pack_is_not_deleted(desk, form):
    assert not form.remove.isVisible()


def test_who_may_not_edit_is_told_why(desk):
    desk.edits.set_editor(None, "Alleen-lezen.")
    desk.state.set_item(ITEM)
    card = desk.content.city.card
    assert not card.edit.isEnabled()
    assert "Alleen-lezen." in card.edit.toolTip() and card.edit.accessibleDescription() == "Alleen-lezen."
    rows = desk.content.city.edits.rows
    assert all(not row.opens and row.detail == "Alleen-lezen." for row in rows)
    desk.edits.set_editor(desk.editor, "")
    assert card.edit.isEnabled() and card.edit.accessibleDescription() == ""


def test_a_fault_of_saving_is_told_and_nothing_is_lost(desk, form):
    write(form.title, "Anders")
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        form.save.click()
        assert form.ask.isVisible() and "small.gpkg" in form.ask.text.toPlainText()
        assert form.title.text() == "Anders" and desk.edits.page.is_open
        db.execute("ROLLBACK")
    form.ask.buttons[0].click()
    assert desk.item.title == "Anders"


def change_elsewhere(path, title):
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE item SET titel = ? WHERE id = ?", (title, ITEM))
        db.commit()


def test_two_people_change_the_same_item(desk, form):
    write(form.title, "Van mij")
    change_elsewhere(desk.path, "Van iemand anders")
    form.save.click()
    assert form.ask.isVisible() and form.title.text() == "Van mij"
    assert desk.row("item", ITEM)["titel"] == "Van iemand anders"
    form.ask.buttons[1].click()
    assert "Van iemand anders" in form.ask.text.toPlainText()
    form.ask.buttons[2].click()  # nothing is lost
    assert form.title.text() == "Van mij" and desk.edits.page.is_open
    form.save.click()
    form.ask.buttons[0].click()
    assert desk.item.title == "Van mij" and not desk.edits.page.is_open


def test_what_somebody_else_wrote_can_be_taken(desk, form):
    write(form.title, "Van mij")
    change_elsewhere(desk.path, "Van iemand anders")
    form.save.click()
    form.ask.buttons[1].click()
    form.ask.buttons[1].click()
    assert not desk.edits.page.is_open and desk.content.card_open
    assert desk.item.title == "Van iemand anders"
    assert "Van iemand anders" in desk.content.city.card.text.toPlainText()


def test_odd_texts_are_kept(desk, form):
    texts = ["<b>vet</b> & =1+1", "\u202eom\u202c", "a\u00a0b\tc", "x" * 100_000]
    for text in texts:
        write(form.text, text)
        form.save.click()
        assert desk.item.text == text
        desk.content.city.card.edit.click()


def test_a_renewed_pack_leaves_the_form_as_it_is(desk, form):
    write(form.title, "Anders")
    cursor = form.title.textCursor().position()
    desk.renew()
    assert form.title.text() == "Anders" and form.title.textCursor().position() == cursor
    assert desk.shown() is desk.edits.page


def test_what_is_being_typed_stays_when_the_form_is_filled_again(desk, form):
    """Something was saved meanwhile, or another field told what was written in it."""
    form.text.setPlainText("Nog niet verteld")
    assert not form.text.is_settled
    write(form.title, "Anders")
    desk.renew()
    assert form.text.text() == "Nog niet verteld"
    form.text.settle()
    form.save.click()
    assert (desk.item.title, desk.item.text) == ("Anders", "Nog niet verteld")


def test_another_file_ends_editing(desk, form, tmp_path):
    write(form.title, "Anders")
    desk.state.set_pack(read_pack(desk.path), desk.path)
    assert not desk.edits.page.is_open
    desk.state.set_item(ITEM)
    assert not desk.content.city.card.edit.isEnabled()


def test_nothing_is_wider_than_the_panel(desk, form, qtbot):
    qtbot.wait(1)
    for page in (form.page, desk.edits.page.place.page):
        assert page.widget().minimumSizeHint().width() <= 320
    assert desk.dock.width() <= 321


def test_all_themes_are_in_sight(desk, form, qtbot):
    theme = desk.state.pack.themes[0]
    long = replace(theme, title="Een thema met een lange naam, die op een smal paneel niet op een regel past")
    desk.edits.page.renew(replace(desk.state.pack, themes=(theme, replace(long, id="lang"))))
    last = form.themes.item(1)
    qtbot.waitUntil(
        lambda: form.themes.visualItemRect(last).height() > form.themes.visualItemRect(form.themes.item(0)).height()
    )
    assert form.themes.viewport().rect().contains(form.themes.visualItemRect(last))


def test_tab_reaches_every_field(desk, form):
    form.title.setFocus()
    reached = []
    for _ in range(40):
        reached.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    wanted = [form.title, form.text, form.link, form.status, form.owner, form.planning]
    wanted += [form.places.add, form.places.rows[0].role, form.places.rows[2].role, form.themes, form.save, form.cancel]
    order = [reached.index(widget) for widget in wanted]
    assert order == sorted(order)


def test_what_a_qgis_that_ended_had_not_saved_is_offered_again(desk):
    earlier = Editor(desk.editor._project, desk.path, "Anna")
    earlier.edit("item", ITEM).set_value("titel", "Half geschreven")
    earlier.close()
    desk.edits.offer_unsaved(unsaved(desk.path))
    assert "Half geschreven" in desk.edits.bar.text.toPlainText()
    desk.edits.bar.resume.click()
    assert desk.form.title.text() == "Half geschreven"
    assert not desk.edits.bar.isVisible()
    desk.form.save.click()
    assert desk.item.title == "Half geschreven"
    assert unsaved(desk.path) == []


def test_what_was_not_saved_can_be_thrown_away(desk):
    earlier = Editor(desk.editor._project, desk.path, "Anna")
    earlier.edit("item", ITEM).set_value("titel", "Half geschreven")
    earlier.close()
    desk.edits.offer_unsaved(unsaved(desk.path))
    desk.edits.bar.drop.click()
    assert not desk.edits.bar.isVisible()
    assert unsaved(desk.path) == []
    assert desk.item.title != "Half geschreven"


def test_opening_the_file_again_keeps_what_was_written(desk, form):
    form.title.setFocus()
    form.title.selectAll()
    QTest.keyClicks(form.title, "Heel veel werk")  # not settled yet
    desk.open_again()
    assert not desk.edits.page.is_open and "Heel veel werk" in desk.edits.bar.text.toPlainText()
    desk.edits.bar.resume.click()
    assert form.title.text() == "Heel veel werk"
    form.save.click()
    assert desk.item.title == "Heel veel werk" and unsaved(desk.path) == []


def test_opening_the_file_again_tells_nothing_where_nothing_was_written(desk, form):
    desk.open_again()
    assert unsaved(desk.path) == [] and not desk.edits.bar.isVisible()


@pytest.fixture()
def picker(desk, form):
    """The page on which a place is picked, and what is said of the map."""
    form.places.add.click()
    picker = desk.edits.page.picker
    picker.said_of_map = []
    desk.edits.drawRequested.connect(picker.said_of_map.append)
    desk.edits.pickRequested.connect(lambda: picker.said_of_map.append("pick"))
    desk.edits.mapEnded.connect(lambda: picker.said_of_map.append("end"))
    return picker


def test_one_way_to_the_map_ends_the_other(picker):
    picker.draw["punt"].click()
    picker.on_map.click()
    picker.draw["lijn"].click()
    assert picker.said_of_map == ["punt", "end", "pick", "end", "lijn"]


def test_a_place_that_is_picked_by_name_ends_the_map(picker):
    picker.on_map.click()
    picker.search.setText("delft")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert picker.said_of_map == ["pick", "end"]


def test_what_is_drawn_while_nothing_is_edited_shows_no_empty_form(desk):
    desk.state.set_city("gouda")
    desk.edits.take_geometry(QgsGeometry.fromWkt("Point (100000 400000)"))
    assert desk.shown() is desk.content.city


def test_the_place_that_was_clicked_is_the_one_that_is_removed(form):
    before = [row.place_id for row in form.places.rows]
    assert len(before) > 2
    QTest.mouseClick(form.places.rows[1].remove, Qt.MouseButton.LeftButton)
    assert [row["plaats_id"] for row in form.edit.links("item_plaats")] == [before[0], *before[2:]]


@pytest.mark.parametrize("end", ["\r", "\r\n", "\u2029", "\x07\x1b"])
def test_a_text_that_nobody_wrote_in_is_not_changed_by_looking(desk, end):
    text = f"Een{end}twee"
    edit = desk.editor.edit("item", ITEM)
    edit.set_values({"tekst": text, "eigenaar": text})
    edit.save()
    desk.state.set_item(ITEM)
    desk.content.city.card.edit.click()
    press(Qt.Key.Key_Escape)
    assert not desk.edits.page.is_open and desk.item.text == desk.item.owner == text


def test_control_characters_are_kept_and_can_be_seen(desk, form):
    text = "Bel\x07 esc\x1b del\x7f c1\x9c"
    for field in (form.title, form.text, form.owner):
        write(field, text)
    form.save.click()
    assert desk.item.title == desk.item.text == desk.item.owner == text
    card = desk.content.city.card.text.toPlainText()
    assert card.count("Bel\u2407 esc\u241b del\u2421 c1\ufffd") >= 3
    assert "\x07" not in card
