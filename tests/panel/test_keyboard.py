# SPDX-License-Identifier: GPL-2.0-or-later
"""Search and keyboard: everything can be done without a mouse."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture()
def keyed(dock, qtbot):
    """The dock in the active window."""
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dock.window())
    return dock


def _press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_ctrl_f_searches_from_anywhere_in_the_panel(keyed):
    keyed.content.story.chapters.setFocus()
    _press(Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is keyed.content.header.search


def test_ctrl_f_is_claimed_before_an_action_of_the_window_takes_it(keyed):
    try:
        from qgis.PyQt.QtGui import QAction
    except ImportError:
        from qgis.PyQt.QtWidgets import QAction
    taken = []
    action = QAction("Zoeken", keyed.window())
    action.setShortcut("Ctrl+F")
    action.triggered.connect(lambda: taken.append(1))
    keyed.window().addAction(action)
    keyed.content.story.chapters.setFocus()
    _press(Qt.Key.Key_F, CTRL)
    assert taken == []
    assert QApplication.focusWidget() is keyed.content.header.search


def test_results_come_while_typing_and_the_first_opens_by_enter(keyed, state):
    keyed.focus_search()
    QTest.keyClicks(keyed.content.header.search, "hav")
    content = keyed.content
    assert content.pages.currentWidget() is content.search
    assert [row.key for row in content.search.results.rows] == ["aardvoort-k1"]
    assert content.search.results.rows[0].title_spans == ((0, 3),)
    _press(Qt.Key.Key_Return)
    assert state.item.id == "aardvoort-k1"


def test_arrow_down_goes_to_the_results_and_enter_opens_one(keyed, state):
    keyed.focus_search()
    QTest.keyClicks(keyed.content.header.search, "plaats")
    _press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is keyed.content.search.results
    _press(Qt.Key.Key_Down)
    key = keyed.content.search.results.rows[1].key
    _press(Qt.Key.Key_Return)
    assert state.item.id == key
    assert QApplication.focusWidget() is keyed.content.city.card.text


def test_esc_clears_the_search_and_returns_to_the_page_without_moving_the_map(keyed, state):
    state.set_city("aardvoort")
    told = []
    state.cityChanged.connect(told.append)
    keyed.focus_search()
    QTest.keyClicks(keyed.content.header.search, "hav")
    _press(Qt.Key.Key_Escape)
    assert keyed.content.header.search.text() == ""
    assert keyed.content.pages.currentWidget() is keyed.content.city
    assert QApplication.focusWidget() is keyed.content.city.items
    assert told == []


def test_back_from_a_result_returns_to_the_results(keyed, state):
    keyed.focus_search()
    QTest.keyClicks(keyed.content.header.search, "plaats")
    count = len(keyed.content.search.results.rows)
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_Left, ALT)
    assert keyed.content.pages.currentWidget() is keyed.content.search
    assert len(keyed.content.search.results.rows) == count
    assert state.item is None


def test_nothing_found_says_so(keyed):
    keyed.content.header.search.setText("bestaatniet")
    assert "Nothing found" in keyed.content.search.head.toPlainText()


def test_arrows_skip_headings_and_enter_opens_an_item_and_esc_leaves_it(keyed, state):
    state.set_city("aardvoort")
    items = keyed.content.city.items
    items.setFocus()
    seen = []
    for _ in range(5):
        seen.append(items.rows[items.currentIndex().row()].key)
        _press(Qt.Key.Key_Down)
    assert seen == ["aardvoort-p0", "aardvoort-k1", "aardvoort-k2", "aardvoort-o1", "aardvoort-o2"]
    _press(Qt.Key.Key_Return)
    assert state.item.id == "aardvoort-o2"
    assert QApplication.focusWidget() is keyed.content.city.card.text
    _press(Qt.Key.Key_Escape)
    assert state.item is None
    assert QApplication.focusWidget() is items
    assert items.rows[items.currentIndex().row()].key == "aardvoort-o2"


def test_stepping_through_items_leaves_the_keyboard_on_the_button(keyed, state):
    state.set_item("aardvoort-p0")
    button = keyed.content.city.card.next
    button.setFocus()
    for _ in range(2):
        _press(Qt.Key.Key_Space)
    assert state.item.id == "aardvoort-k2"
    assert QApplication.focusWidget() is button


def test_the_current_row_is_scrolled_into_view(keyed, state, qtbot):
    state.set_city("aardvoort")
    scroll = keyed.content.city.scroll
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    items = keyed.content.city.items
    items.setFocus()
    for _ in range(5):
        _press(Qt.Key.Key_Down)
    rect = items.visualRect(items.currentIndex())
    top = items.mapTo(scroll.viewport(), rect.topLeft()).y()
    assert top >= 0 and top + rect.height() <= scroll.viewport().height()


def test_the_space_bar_presses_a_letter(keyed, state):
    keyed.content.header.letters.buttons[0].setFocus()
    _press(Qt.Key.Key_Space)
    assert state.city.id == "aardvoort"


def test_f6_goes_from_page_to_search_and_back(keyed):
    keyed.content.focus_page()
    _press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is keyed.content.header.search
    _press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is keyed.content.story.chapters


def test_tab_reaches_every_control_of_the_page(keyed, state):
    state.set_item("aardvoort-k2")
    content = keyed.content
    content.header.home.setFocus()
    reached = []
    for _ in range(30):
        reached.append(QApplication.focusWidget())
        _press(Qt.Key.Key_Tab)
    card = content.city.card
    wanted = [content.header.home, *content.header.letters.buttons, content.header.back, content.header.search]
    wanted += [content.header.here, card.up, card.previous, card.next, card.text, card.places, card.source]
    order = [reached.index(widget) for widget in wanted if widget in reached]
    assert len(order) == len(wanted) and order == sorted(order)


def test_a_row_can_be_copied(keyed, state):
    state.set_city("aardvoort")
    items = keyed.content.city.items
    items.setFocus()
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "K1 Haven en water. Wonen"


def test_a_choice_on_the_map_does_not_take_the_keyboard(keyed, state, qtbot):
    from qgis.PyQt.QtWidgets import QLineEdit

    outside = QLineEdit()
    keyed.window().setCentralWidget(outside)
    outside.setFocus()
    qtbot.waitUntil(outside.hasFocus)
    state.set_item("aardvoort-k1", True)
    state.set_here(["aardvoort-k1", "aardvoort-k2"])
    assert QApplication.focusWidget() is outside
