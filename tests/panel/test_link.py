# SPDX-License-Identifier: GPL-2.0-or-later
"""Panel and state: what the user does reaches the state, what the state says is shown, and nothing goes round."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from .conftest import make_pack


@pytest.fixture()
def emitted(state):
    """How often each signal of the state was emitted."""
    count = Counter()
    for name in ("packChanged", "chapterChanged", "cityChanged", "itemChanged", "hereChanged"):
        getattr(state, name).connect(lambda *_, name=name: count.update([name]))
    return count


def _click_row(view, key):
    row = next(i for i, row in enumerate(view.rows) if row.key == key)
    rect = view.visualRect(view.model().index(row, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_letters_are_made_from_the_pack(dock):
    letters = dock.content.header.letters
    assert [button.text() for button in letters.buttons] == ["Q", "X", "&"]
    assert "Aardvoort" in letters.buttons[0].accessibleName()


def test_another_pack_brings_its_own_letters(dock, state, pack, tmp_path):
    items = tuple(item for item in pack.items if item.city == pack.cities[0].id)
    state.set_pack(make_pack(cities=pack.cities[:1], items=items), tmp_path)
    assert [button.text() for button in dock.content.header.letters.buttons] == ["Q"]


def test_a_title_without_room_stands_below_the_letters(dock, state, pack, tmp_path, qtbot):
    header = dock.content.header
    assert header.title.y() < header.letters.geometry().bottom()
    state.set_pack(replace(pack, title="Een pakket over de steden"), tmp_path)
    qtbot.waitUntil(lambda: header.title.y() > header.letters.geometry().bottom())
    state.set_pack(replace(pack, title="Kort"), tmp_path)
    qtbot.waitUntil(lambda: header.title.y() < header.letters.geometry().bottom())


def test_many_letters_take_more_lines_and_no_more_width(dock, state, pack, tmp_path, qtbot):
    cities = tuple(replace(pack.cities[0], id=f"stad-{i}", letter=chr(65 + i)) for i in range(20))
    state.set_pack(make_pack(cities=cities, items=(), figures=(), workshops=()), tmp_path)
    buttons = dock.content.header.letters.buttons
    qtbot.waitUntil(lambda: buttons[-1].y() > buttons[0].y())
    assert dock.width() == 320
    assert all(button.geometry().left() >= 0 for button in buttons)
    assert buttons[-1].geometry().bottom() <= dock.content.header.letters.height()


def test_a_letter_makes_its_city_active_once(dock, state, emitted):
    QTest.mouseClick(dock.content.header.letters.buttons[1], Qt.MouseButton.LeftButton)
    assert state.city.id == "beekmeer"
    assert emitted == {"cityChanged": 1}
    assert [button.isChecked() for button in dock.content.header.letters.buttons] == [False, True, False]
    assert dock.content.pages.currentWidget() is dock.content.city


def test_the_active_letter_asks_again_and_stays_checked(dock, state, emitted):
    button = dock.content.header.letters.buttons[0]
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert emitted == {"cityChanged": 2}
    assert button.isChecked()


def test_the_state_opens_a_city(dock, state):
    state.set_city("aardvoort")
    assert dock.content.city.name.toPlainText() == "Aardvoort"
    assert dock.content.header.letters.buttons[0].isChecked()


def test_a_chapter_chosen_in_the_list_reaches_the_state_once(dock, state, emitted):
    dock.content.story.chapters.setCurrentIndex(1)
    dock.content.story.chapters.activated.emit(1)
    assert state.chapter.id == "h1"
    assert emitted == {"chapterChanged": 1}


def test_next_and_previous_chapter(dock, state):
    story = dock.content.story
    assert not story.previous.isEnabled()
    story.next.click()
    assert state.chapter.id == "h1"
    story.next.click()
    assert state.chapter.id == "h2" and not story.next.isEnabled()
    story.previous.click()
    assert state.chapter.id == "h1"


def test_the_state_opens_a_chapter_and_no_letter_is_marked(dock, state):
    state.set_city("aardvoort")
    state.set_chapter("h1")
    assert dock.content.pages.currentWidget() is dock.content.story
    assert dock.content.story.chapters.currentIndex() == 1
    assert not any(button.isChecked() for button in dock.content.header.letters.buttons)


def test_a_row_opens_its_item_once(dock, state, emitted):
    state.set_city("aardvoort")
    _click_row(dock.content.city.items, "aardvoort-k1")
    assert state.item.id == "aardvoort-k1"
    assert emitted == {"cityChanged": 1, "itemChanged": 1}
    assert "De haven groeit." in dock.content.city.card.text.toPlainText()


def test_an_item_chosen_on_the_map_opens_its_card_in_its_city(dock, state, emitted):
    state.set_city("aardvoort")
    state.set_item("beekmeer-o1", True)
    content = dock.content
    assert content.card_open
    assert content.header.letters.buttons[1].isChecked()
    assert emitted == {"cityChanged": 1, "itemChanged": 1}


def test_no_item_shows_the_overview_again(dock, state):
    state.set_item("aardvoort-k1")
    state.set_item("")
    assert not dock.content.card_open
    assert dock.content.pages.currentWidget() is dock.content.city


def test_next_and_previous_item_go_through_the_city(dock, state):
    state.set_item("aardvoort-p0")
    card = dock.content.city.card
    assert not card.previous.isEnabled()
    seen = [state.item.id]
    while card.next.isEnabled():
        card.next.click()
        seen.append(state.item.id)
    assert seen == ["aardvoort-p0", "aardvoort-k1", "aardvoort-k2", "aardvoort-o1", "aardvoort-o2"]


def test_a_place_is_asked_for_and_one_without_location_is_not(dock, state, qtbot):
    state.set_item("aardvoort-k2")
    view = dock.content.city.card.places
    with qtbot.waitSignal(dock.placeRequested) as caught:
        _click_row(view, "plein")
    assert caught.args == ["plein"]
    with qtbot.assertNotEmitted(dock.placeRequested):
        _click_row(view, "fabriek")


def test_a_theme_leads_to_its_chapter_and_a_chapter_to_its_city(dock, state):
    state.set_item("aardvoort-k1")
    _click_row(dock.content.city.card.places, "h1")
    assert state.chapter.id == "h1"
    state.set_chapter("h2")
    _click_row(dock.content.story.city, "aardvoort")
    assert state.city.id == "aardvoort"
    _click_row(dock.content.city.chapter, "h2")
    assert state.chapter.id == "h2"


def test_a_chapter_lists_the_items_of_its_themes(dock, state):
    state.set_chapter("h1")
    keys = [row.key for row in dock.content.story.items.rows if row.key]
    assert keys == ["aardvoort-k1", "aardvoort-k2", "aardvoort-k2"]


def test_several_items_here_are_listed_nearest_first_and_none_is_opened(dock, state):
    state.set_here(["beekmeer-o1", "aardvoort-k1"])
    content = dock.content
    assert content.pages.currentWidget() is content.here
    assert [row.key for row in content.here.results.rows] == ["beekmeer-o1", "aardvoort-k1"]
    assert state.item is None


def test_one_item_here_is_opened(dock, state, emitted):
    state.set_here(["beekmeer-o1"])
    assert state.item.id == "beekmeer-o1"
    assert dock.content.card_open
    assert emitted == {"hereChanged": 1, "itemChanged": 1}


def test_nothing_here_says_so(dock, state):
    state.set_here(["aardvoort-k1", "aardvoort-k2"])
    state.set_here([])
    assert dock.content.here.results.rows == ()
    assert "Nothing in this story matters here" in dock.content.here.head.toPlainText()


def test_what_matters_here_brings_a_hidden_dock_up(dock, state):
    dock.hide()
    state.set_here(["aardvoort-k1", "aardvoort-k2"])
    assert dock.isVisible()


def test_the_items_beside_one_from_a_list_are_those_of_that_list(dock, state):
    state.set_here(["beekmeer-o1", "aardvoort-k1"])
    _click_row(dock.content.here.results, "beekmeer-o1")
    dock.content.city.card.next.click()
    assert state.item.id == "aardvoort-k1"
    dock.content.go_back()
    dock.content.go_back()
    assert dock.content.pages.currentWidget() is dock.content.here
    assert state.item is None


def test_back_returns_along_the_way_the_user_came(dock, state):
    content = dock.content
    assert not content.header.back.isEnabled()
    state.set_chapter("h1")
    state.set_city("aardvoort")
    state.set_item("aardvoort-k1")
    content.go_back()
    assert state.item is None and not content.card_open
    content.go_back()
    assert state.chapter.id == "h1" and content.pages.currentWidget() is content.story
    content.go_back()
    assert content.story.shown == "h0"
    assert not content.header.back.isEnabled()


def test_home_leads_to_the_first_chapter_and_tells_the_map(dock, state, qtbot):
    state.set_item("aardvoort-k1")
    with qtbot.waitSignal(dock.homeRequested):
        dock.content.header.home.click()
    assert state.chapter.id == "h0" and state.city is None and state.item is None
    assert dock.content.pages.currentWidget() is dock.content.story


def test_show_home_asks_nothing_of_the_map_and_nothing_twice(dock, state, emitted, qtbot):
    with qtbot.assertNotEmitted(dock.homeRequested):
        dock.show_home()
        dock.show_home()
    assert emitted == {"chapterChanged": 1}


def test_missing_layers_are_named_and_can_be_restored(dock, qtbot):
    bar = dock.content.missing
    assert not bar.isVisible()
    dock.set_missing(["Laag A", "Laag <b>B</b>", "C", "D"])
    assert bar.isVisible() and "Laag A; Laag <b>B</b>; C and 1 more" in bar.text.toPlainText()
    with qtbot.waitSignal(dock.restoreRequested):
        bar.restore.click()
    dock.set_missing([])
    assert not bar.isVisible()


def test_another_pack_leaves_nothing_of_the_one_before(dock, state, pack, tmp_path):
    state.set_item("aardvoort-k1")
    dock.content.header.search.setText("haven")
    state.set_pack(make_pack(chapters=pack.chapters[:1]), tmp_path)
    content = dock.content
    assert content.header.search.text() == ""
    assert content.story.chapters.count() == 1
    assert content.search.results.rows == ()
    assert not content.header.back.isEnabled()
    state.set_city("aardvoort")
    assert not content.city.chapter.isVisible()


def test_the_last_of_quick_choices_is_shown(dock, state):
    for city in ("aardvoort", "beekmeer", "cederloo") * 5:
        state.set_city(city)
    assert dock.content.header.letters.buttons[2].isChecked()
    assert [row.key for row in dock.content.city.items.rows if row.key] == ["cederloo-k1"]
