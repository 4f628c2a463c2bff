# SPDX-License-Identifier: GPL-2.0-or-later
"""The search page: what it finds and marks, its filter, the way to the map, and many results."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from benchmarks.large_pack import large_pack
from sterkesteden_plugin.story.model import Now, Workshop

from .conftest import REFERENCE, SOURCE


@pytest.fixture()
def content(dock, qtbot):
    qtbot.waitUntil(lambda: dock.content.finder.index is not None)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dock.window())
    return dock.content


@pytest.fixture()
def page(content):
    return content.search


def ask(content, text):
    content.header.search.setText(text)
    return [(row.opens, row.key) for row in content.search.results.rows]


def choose(box, text):
    """Choose in a filter as a person does with the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findText(text)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == text


def marked(row):
    return {
        name: [getattr(row, name)[start:end] for start, end in getattr(row, f"{name}_spans")]
        for name in ("title", "detail", "extra")
    }


def head(page):
    return page.head.toPlainText().split("\n")


def test_every_kind_of_thing_is_found_and_opens_what_it_is(content, state, dock, pack, tmp_path, qtbot):
    workshop = Workshop("w2", "aardvoort", "2020-05-01", 3, "Uitkomst Alfa", SOURCE)
    state.set_pack(replace(pack, workshops=(*pack.workshops, workshop)), tmp_path)
    qtbot.waitUntil(lambda: content.finder.index is not None)
    places = []
    content.placeRequested.connect(places.append)
    for text, opens, key, arrived in (
        ("aardv", "city", "aardvoort", lambda: state.city.id == "aardvoort" and state.item is None),
        ("hav", "item", "aardvoort-k1", lambda: state.item.id == "aardvoort-k1"),
        ("begin", "chapter", "h0", lambda: state.chapter.id == "h0" and state.city is None),
        ("over wonen", "theme", "t1", lambda: state.shown == ("aardvoort-k1", "aardvoort-k2")),
        ("plein", "place", "plein", lambda: places == ["plein"]),
        ("aantal mensen", "figures", "mensen", lambda: content.figures.shown == "mensen"),
        (
            "alfa",
            "workshop",
            "w2",
            lambda: state.city.id == "aardvoort" and content.pages.currentWidget() is content.city,
        ),
    ):
        assert ask(content, text)[0] == (opens, key), text
        QTest.keyClick(content.header.search, Qt.Key.Key_Return)
        assert arrived(), text


def test_hits_are_marked_wherever_they_are_shown(content, page):
    ask(content, "hav aardv won groei plein")
    (row,) = page.results.rows
    assert marked(row) == {"title": ["Hav"], "detail": ["Aardv", "Won"], "extra": ["hav", "groei"]}
    ask(content, "hav plein")
    (row,) = page.results.rows
    assert (row.extra, marked(row)["extra"]) == ("Plein", ["Plein"])


def test_what_was_published_and_what_is_known_now_say_so(content, page, state, pack, tmp_path, qtbot):
    item = replace(pack.items[1], original_title="Haven", original_text="Alfa lag er.")
    now = Now("n", item.id, None, "Bravo groeit.", "veranderd", "Charlie.", None, REFERENCE)
    state.set_pack(replace(pack, items=(pack.items[0], item, *pack.items[2:]), nows=(now,)), tmp_path)
    qtbot.waitUntil(lambda: content.finder.index is not None)
    ask(content, "alfa")
    assert page.results.rows[0].extra.startswith("As published: ")
    assert marked(page.results.rows[0])["extra"] == ["Alfa"]
    ask(content, "bravo")
    assert page.results.rows[0].extra.startswith("What is known now: ")
    assert marked(page.results.rows[0])["extra"] == ["Bravo"]


def test_the_filter_says_what_it_leaves_out(content, page):
    everything = ask(content, "a")
    choose(page.kinds, "Kansen")
    kansen = [(row.opens, row.key) for row in page.results.rows]
    assert kansen == [one for one in everything if one[1] in ("aardvoort-k1", "aardvoort-k2", "cederloo-k1")]
    assert head(page) == [f"{len(kansen)} results", f"The filter leaves out {len(everything) - len(kansen)} results."]
    choose(page.cities, "Aardvoort")
    choose(page.kinds, "All kinds")
    assert all(key.startswith("aardvoort-") for key in page.items())
    assert "aardvoort" in [row.key for row in page.results.rows]


def test_a_filter_can_leave_nothing_and_says_so(content, page):
    ask(content, "hav")
    choose(page.kinds, "Chapters")
    assert head(page) == ["Nothing found", "The filter leaves out 1 result."]
    assert not page.show_on_map.isEnabled()


def test_the_status_is_asked_only_where_there_is_any(content, page, state, pack, tmp_path, qtbot):
    assert page.statuses.isHidden()
    items = tuple(replace(item, status="idee" if item.kind == "opgave" else None) for item in pack.items)
    state.renew_pack(replace(pack, items=items))
    assert not page.statuses.isHidden()
    qtbot.waitUntil(lambda: content.finder.index is not None)
    content.header.search.down.emit()
    choose(page.statuses, "idee")
    assert page.items() == ["aardvoort-o1", "aardvoort-o2", "beekmeer-o1"]
    choose(page.statuses, "No status")
    assert "aardvoort-k1" in page.items() and "aardvoort-o1" not in page.items()


def test_without_words_the_arrow_down_lists_everything_and_the_filter_works(content, page, dock):
    dock.focus_search()
    QTest.keyClick(content.header.search, Qt.Key.Key_Down)
    assert content.pages.currentWidget() is page
    assert QApplication.focusWidget() is page.results
    assert len(page.results.rows) == 20  # as many as are laid out at once
    assert head(page) == [f"{len(content.finder.index.entries)} results"]
    choose(page.kinds, "Themes")
    assert [(row.opens, row.key) for row in page.results.rows] == [("theme", "t1"), ("theme", "t2")]


def test_return_and_the_icon_of_the_line_list_as_well(content, page, dock):
    dock.focus_search()
    QTest.keyClick(content.header.search, Qt.Key.Key_Return)
    assert content.pages.currentWidget() is page
    content.go_back()
    assert content.pages.currentWidget() is not page
    content.header.search.actions()[0].trigger()
    assert content.pages.currentWidget() is page


def test_with_a_filter_the_list_stays_when_the_words_are_cleared(content, page):
    ask(content, "hav")
    choose(page.kinds, "Opgaven")
    content.header.search.clear()
    assert content.pages.currentWidget() is page
    assert page.items() == ["aardvoort-o1", "aardvoort-o2", "beekmeer-o1"]


def test_esc_ends_search_and_filter(content, page, dock):
    before = content.pages.currentWidget()
    ask(content, "hav")
    choose(page.kinds, "Opgaven")
    dock.focus_search()
    QTest.keyClick(content.header.search, Qt.Key.Key_Escape)
    assert content.pages.currentWidget() is before
    assert page.filter.is_on is False
    assert content.header.search.text() == ""


def test_the_words_stand_in_the_line_only_while_what_they_find_is_shown(content, page, state):
    line = content.header.search
    found = ask(content, "hav")
    key = next(key for _opens, key in found if key in state.pack.item_by_id)
    page.results.choose(key)
    QTest.keyClick(page.results, Qt.Key.Key_Return)
    assert state.item.id == key and line.text() == ""
    content.go_back()
    assert content.pages.currentWidget() is page and line.text() == "hav"
    assert [(row.opens, row.key) for row in page.results.rows] == found
    state.set_city("beekmeer")
    assert line.text() == "" and content.pages.currentWidget() is content.city


def test_exactly_the_items_found_are_shown_on_the_map(content, page, state):
    ask(content, "plaats")
    expected = tuple(page.items())
    assert len(expected) > 1
    page.show_on_map.setFocus()
    QTest.keyClick(page.show_on_map, Qt.Key.Key_Space)
    assert state.shown == expected
    assert content.pages.currentWidget() is page


def test_tab_goes_from_the_line_through_the_filter_to_the_results(content, page, dock, state, pack):
    state.renew_pack(replace(pack, items=tuple(replace(item, status="idee") for item in pack.items)))
    dock.focus_search()
    ask(content, "a")
    reached = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    wanted = [page.kinds, page.cities, page.statuses, page.show_on_map, page.results]
    assert [widget for widget in reached if widget in wanted] == wanted


def test_it_fits_in_320_pixels_and_has_names(content, page, dock, state, pack):
    state.renew_pack(replace(pack, items=tuple(replace(item, status="verkenning") for item in pack.items)))
    ask(content, "a")
    QApplication.processEvents()
    assert dock.width() == 320
    for widget in (page.kinds, page.cities, page.statuses, page.show_on_map, page.results):
        at = widget.mapTo(page, QPoint(0, 0))
        assert at.x() >= 0 and at.x() + widget.width() <= page.width(), widget.objectName()
        assert widget.accessibleName() or widget.text()


def test_more_results_come_when_the_user_gets_there(content, page, state, small_pack, qtbot, tmp_path):
    state.set_pack(large_pack(small_pack, 300), tmp_path)
    qtbot.waitUntil(lambda: content.finder.index is not None)
    ask(content, "d")
    assert len(page.items()) == 300
    assert len(page.results.rows) == 20
    page.results.setFocus()
    counts = []
    for _ in range(4):
        QTest.keyClick(page.results, Qt.Key.Key_End)
        qtbot.waitUntil(lambda: len(page.results.rows) > (counts[-1] if counts else 20))
        counts.append(len(page.results.rows))
    keys = [row.key for row in page.results.rows]
    assert keys == [entry.id for entry in content.finder.index.find("d")][: len(keys)]
    while len(page.results.rows) < len(content.finder.index.find("d")):
        count = len(page.results.rows)
        QTest.keyClick(page.results, Qt.Key.Key_End)
        qtbot.waitUntil(lambda count=count: len(page.results.rows) > count)
    QTest.keyClick(page.results, Qt.Key.Key_End)
    assert page.results.currentIndex().row() == len(page.results.rows) - 1


def test_until_the_index_is_there_it_says_so_and_then_finds(content, page, state, small_pack, qtbot, tmp_path):
    state.set_pack(large_pack(small_pack, 3000), tmp_path)
    ask(content, "d")
    assert content.finder.index is None
    assert head(page) == ["The texts are being prepared for searching…"]
    qtbot.waitUntil(lambda: len(page.results.rows) > 0)
    assert head(page)[0].endswith("results")


def test_making_the_index_leaves_the_window_its_turn(content, state, small_pack, qtbot, tmp_path):
    from qgis.PyQt.QtCore import QTimer

    turns = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(content.finder.index is None))
    timer.start(0)
    state.set_pack(large_pack(small_pack, 3000), tmp_path)
    turns.clear()
    qtbot.waitUntil(lambda: content.finder.index is not None)
    timer.stop()
    assert turns.count(True) >= 5


def test_changed_content_is_listed_where_the_user_is(content, page, state, pack, qtbot):
    ask(content, "plaats")
    page.results.setFocus()
    page.results.choose("aardvoort-o1")
    keys = [row.key for row in page.results.rows]
    items = tuple(
        replace(item, title="Nergens") if item.id == "aardvoort-o2" else item
        for item in pack.items
        if item.id != "beekmeer-o1"
    )
    state.renew_pack(replace(pack, items=items))
    opened = []
    page.opened.connect(lambda *what: opened.append(what))
    page.results.opened.emit("item", "beekmeer-o1")  # gone, and still listed
    assert opened == []
    qtbot.waitUntil(lambda: [row.key for row in page.results.rows] != keys)
    assert [row.key for row in page.results.rows] == [key for key in keys if key not in ("aardvoort-o2", "beekmeer-o1")]
    assert QApplication.focusWidget() is page.results


def test_another_pack_has_no_filter_and_no_results(content, page, state, small_pack, tmp_path):
    ask(content, "a")
    choose(page.kinds, "Kansen")
    state.set_pack(small_pack, tmp_path)
    assert page.filter.is_on is False
    assert page.results.rows == ()
    assert [page.cities.itemText(i) for i in range(1, page.cities.count())] == [city.name for city in small_pack.cities]


def test_a_place_without_location_opens_nothing(content, page):
    ask(content, "fabriek")
    row = next(row for row in page.results.rows if row.title == "Fabriek")
    assert row.opens == "" and "no location" in row.detail
