# SPDX-License-Identifier: GPL-2.0-or-later
"""The history in the panel, on a real file."""

from __future__ import annotations

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from sterkesteden_plugin.store.stories import Stories
from sterkesteden_plugin.story import draft

from .editing import ITEM, new_item, write


def change(desk, **texts):
    desk.state.set_item(ITEM)
    desk.content.city.card.edit.click()
    for name, text in texts.items():
        write(getattr(desk.form, name), text)
    desk.form.save.click()


def history(desk):
    desk.content.city.card.history.click()
    return desk.edits.history


def test_nothing_changed_yet(desk):
    desk.state.set_item(ITEM)
    page = history(desk)
    assert desk.shown() is page
    assert page.results.rows == () and "published" in page.head.toPlainText()
    assert not page.restore.isEnabled()


def test_versions_are_shown_newest_first_with_what_changed(desk):
    before = desk.item.title
    change(desk, title="Tweede titel")
    change(desk, title="Derde titel", owner="Gemeente")
    page = history(desk)
    first, second = page.results.rows[:2]
    assert "Anna" in first.detail
    assert "Title: " in first.extra and "Tweede titel → Derde titel" in first.extra
    assert "Owner: (empty) → Gemeente" in first.extra
    assert f"{before} → Tweede titel" in second.extra
    assert "gewijzigd_op" not in first.extra


def test_a_long_text_is_shown_where_it_differs(desk):
    change(desk, text="Woord " * 200 + "oud" + " einde" * 200)
    change(desk, text="Woord " * 200 + "nieuw" + " einde" * 200)
    page = history(desk)
    assert "oud" in page.results.rows[0].extra and "nieuw" in page.results.rows[0].extra
    assert len(page.results.rows[0].extra) < 300


def test_a_mark_of_direction_ends_with_the_value_that_it_stands_in(desk):
    change(desk, title="\u202etoegevoegd")
    extra = history(desk).results.rows[0].extra
    assert "→ \u2068\u202etoegevoegd\u2069" in extra


def test_a_version_is_restored_which_is_a_change_of_its_own(desk):
    change(desk, title="Tweede titel")
    change(desk, title="Derde titel")
    page = history(desk)
    count = len(page.results.rows)
    row = next(i for i, row in enumerate(page.results.rows) if "→ Tweede titel" in row.extra)
    page.results.setCurrentIndex(page.results.model().index(row, 0))
    page.restore.click()
    assert page.ask.isVisible()
    page.ask.buttons[0].click()
    assert desk.item.title == "Tweede titel"
    assert len(page.results.rows) == count + 1
    assert "Derde titel → Tweede titel" in page.results.rows[0].extra


def test_what_was_published_is_restored(desk):
    before = desk.item
    change(desk, title="Tweede titel", text="Andere tekst", owner="Gemeente")
    page = history(desk)
    assert not page.restore.isEnabled()  # the first row is the present
    page.results.setCurrentIndex(page.results.model().index(len(page.results.rows) - 1, 0))
    page.restore.click()
    page.ask.buttons[0].click()
    assert (desk.item.title, desk.item.text, desk.item.owner) == (before.title, before.text, None)
    desk.content.go_back()
    assert not desk.content.city.card.original.isVisible()


def test_restoring_asks_and_can_be_left(desk):
    change(desk, title="Tweede titel")
    page = history(desk)
    page.results.setCurrentIndex(page.results.model().index(1, 0))
    page.restore.click()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.ask.isVisible() and desk.shown() is page
    assert desk.item.title == "Tweede titel"
    QTest.keyClick(page.results, Qt.Key.Key_Escape)
    assert desk.content.card_open


def test_the_history_of_a_place(desk):
    desk.state.set_item(ITEM)
    desk.content.city.card.edit.click()
    desk.form.places.rows[0].change.click()
    place = desk.edits.page.place
    write(place.name, "Andere naam")
    place.save.click()
    desk.form.places.rows[0].change.click()
    place.history.click()
    page = desk.edits.history
    assert desk.shown() is page and "→ Andere naam" in page.results.rows[0].extra


def test_changed_places_are_told_by_name(desk):
    desk.state.set_item(ITEM)
    desk.content.city.card.edit.click()
    desk.form.places.rows[1].remove.click()
    desk.form.save.click()
    page = history(desk)
    assert "Places" in page.results.rows[0].extra and "Gouda" in page.results.rows[0].extra


def test_a_deleted_item_is_restored(desk):
    item = new_item(desk)
    desk.content.city.card.edit.click()
    desk.form.remove.click()
    desk.form.ask.buttons[0].click()
    desk.content.city.edits.opened.emit("deleted", "gouda")
    page = desk.edits.history
    page.results.opened.emit("item", item)
    made = next(i for i, row in enumerate(page.results.rows) if row.detail.startswith("Made"))
    page.results.setCurrentIndex(page.results.model().index(made, 0))
    page.restore.click()
    page.ask.buttons[0].click()
    assert desk.state.pack.item_by_id[item].title == "Iets nieuws"
    assert desk.state.pack.deleted == ()


def _opened(page, word):
    """Open the row of a list in whose title a word stands; return its kind."""
    row = next(row for row in page.results.rows if word in row.title and row.opens)
    page.results.opened.emit(row.opens, row.key)
    return row.opens


def _bring_back(page):
    """The version before it was deleted is the chosen one."""
    assert page.restore.isEnabled()
    page.restore.click()
    page.ask.buttons[0].click()


def test_whatever_was_deleted_of_a_city_is_listed_and_brought_back(desk):
    item = new_item(desk)
    workshop = desk.editor.create("workshop", {"stad_id": "gouda", "datum": "2019-05-12"})
    at = QgsGeometry.fromWkt("Point (108000 447000)")
    workshop.set_parts("workshop_punt", [workshop.new_part("workshop_punt", {"naam": "Hoek"}, at)])
    workshop.save()
    values = draft.new_place("plaats_punt", desk.editor.source(), "2026-01-01")
    place = desk.editor.create("plaats_punt", {**values, "naam": "Eigen plek", "soort": "wijk"})
    place.set_geometry(at)
    place.save()
    before = desk.state.pack
    for table, record in (("item", item), ("workshop", workshop.record_id), ("plaats_punt", place.record_id)):
        desk.editor.delete(table, record)
    desk.state.set_city("gouda")
    assert desk.content.city.edits.rows[-1].opens == "deleted"
    desk.content.city.edits.opened.emit("deleted", "gouda")
    page = desk.edits.history
    assert [row.title for row in page.results.rows] == [
        "Profile, kansen and opgaven",
        "Iets nieuws",
        "Workshops",
        "Workshop of 12 mei 2019",
        "Places",
        "Eigen plek",
    ]
    assert all("Deleted on" in row.detail and "Anna" in row.detail for row in page.results.rows if row.opens)
    assert not page.restore.isVisible()
    for word, table in (("Iets", "item"), ("12 mei", "workshop"), ("plek", "plaats_punt")):
        assert _opened(page, word) == table
        assert word in page.head.toPlainText() and page.results.rows[0].detail.startswith("Deleted")
        _bring_back(page)
        assert word in page.head.toPlainText() and "Deleted:" not in page.head.toPlainText()
        desk.content.go_back()
    assert page.results.rows == () and "all of it was restored" in page.head.toPlainText()
    assert (desk.state.pack.workshops, desk.state.pack.deleted) == (before.workshops, ())
    assert desk.content.city.edits.rows[-1].opens != "deleted"


def test_deleted_stories_are_listed_from_the_page_of_stories(desk):
    stories = Stories(desk.path, "Anna")
    story = stories.copy_story(desk.state.pack.stories[0].id, "Kopie")
    stories.delete_story(story)
    desk.renew()
    desk.content.show_stories()
    menus = desk.content.stories.list.menus
    assert menus.deleted.isEnabled()
    menus.deleted.trigger()
    page = desk.edits.history
    assert desk.shown() is page and [row.title for row in page.results.rows] == ["Stories", "Kopie"]
    assert _opened(page, "Kopie") == "verhaal"
    told = page.results.rows[0].extra
    assert "volgorde" not in told, "what has no name for people is not told"
    assert "Own story: yes" in told and f"Chapters: {desk.state.pack.chapters[0].title}" in told
    _bring_back(page)
    assert story in desk.state.pack.story_by_id and desk.state.pack.chapters_of(story)
    desk.content.show_stories()
    assert not menus.deleted.isEnabled()


def test_points_of_a_workshop_are_told_in_its_history(desk):
    workshop = desk.editor.create("workshop", {"stad_id": "gouda", "datum": "2019-05-12"})
    at = QgsGeometry.fromWkt("Point (108000 447000)")
    workshop.set_parts("workshop_punt", [workshop.new_part("workshop_punt", {"naam": "Hoek"}, at)])
    workshop.save()
    edit = desk.editor.edit("workshop", workshop.record_id)
    edit.set_parts("workshop_punt", [])
    edit.save()
    desk.edits.show_workshop_history(workshop.record_id)
    last, first = desk.edits.history.results.rows
    assert last.extra == "Points on the map: Hoek → (empty)"
    assert "Points on the map: Hoek" in first.extra


def test_who_may_not_restore_is_told_why(desk):
    change(desk, title="Tweede titel")
    desk.edits.set_editor(None, "Alleen-lezen.")
    page = history(desk)
    page.results.setCurrentIndex(page.results.model().index(1, 0))
    assert not page.restore.isEnabled()
    assert page.restore.accessibleDescription() == "Alleen-lezen."


def test_a_chapter_of_the_history_names_its_layers_and_places(desk):
    stories = Stories(desk.path, "Anna")
    pack = desk.state.pack
    chapter = next(one for one in pack.chapters if one.layers and one.places)
    story = stories.add_story("Eigen")
    stories.copy_chapter(chapter.id, story)
    desk.renew()
    (own,) = desk.state.pack.chapters_of(story)
    stories.delete_chapter(own.id)
    desk.renew()
    desk.edits.history.show_record("hoofdstuk", own.id)
    told = desk.edits.history.results.rows[0].extra
    titles = [layer.title for layer in pack.layers if layer.id in chapter.layers]
    assert f"Layers: {'; '.join(titles)}" in told
    assert all(f"{link.place.name} ({link.role})" in told for link in chapter.places)
