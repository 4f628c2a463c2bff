# SPDX-License-Identifier: GPL-2.0-or-later
"""Themes by city: what is chosen in the matrix is shown, and what is chosen on the map is marked in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from sterkesteden_plugin.panel.matrix_model import CELLS, GROUP, HEADS, TITLE, MatrixModel
from sterkesteden_plugin.story.matrix import NO_THEME, Matrix, Spot
from sterkesteden_plugin.story.model import City

from .conftest import HTML, make_pack

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture()
def page(dock):
    QTest.mouseClick(dock.content.header.together, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    return dock.content.together


@pytest.fixture()
def asked(state):
    """Which items the map was asked to show, in order."""
    heard = []
    state.shownChanged.connect(lambda: heard.append(state.shown))
    return heard


def twelve(pack):
    cities = [City(f"s{i}", chr(65 + i), f"Stad nummer {i}", f"GM{i}", "plein", "wijk", None) for i in range(12)]
    items = tuple(
        replace(item, id=f"{city.id}-{item.id}", city=city.id) for city in cities for item in pack.items if item.themes
    )
    return make_pack(cities=tuple(cities), items=items)


def at(page, spot):
    """Where a spot is drawn, brought into view."""
    view = page.matrix
    index = view._model.index_of(spot)
    assert index.isValid(), spot
    view.scrollTo(index)
    rect = view.visualRect(index)
    middle = view.viewport().mapTo(page.scroll.widget(), rect.center())
    page.scroll.ensureVisible(middle.x(), middle.y())
    return rect.center()


def click(page, spot, modifiers=NONE):
    QTest.mouseClick(page.matrix.viewport(), Qt.MouseButton.LeftButton, modifiers, at(page, spot))


def listed(page):
    return [row.key for row in page.items.rows]


def test_the_page_opens_from_the_header_and_from_chapters_with_themes_only(dock, state):
    content = dock.content
    state.set_chapter("h0")
    assert "together" not in [row.opens for row in content.story.city.rows]
    state.set_chapter("h1")
    row = next(row for row in content.story.city.rows if row.opens == "together")
    content.story.opened.emit(row.opens, row.key)
    assert content.pages.currentWidget() is content.together
    content.go_back()
    assert content.pages.currentWidget() is content.story
    content.header.together.click()
    assert content.pages.currentWidget() is content.together


@pytest.mark.parametrize("beside", [True, False])
def test_the_model_keeps_to_the_rules_of_qt(qgis_app, pack, qtmodeltester, beside):
    model = MatrixModel()
    qtmodeltester.check(model)
    model.set_matrix(Matrix(pack, pack.items), beside)
    qtmodeltester.check(model)
    kinds = [line.kind for line in model.lines]
    assert kinds.count(TITLE) == (0 if beside else 3)
    assert (kinds[0], kinds.count(GROUP), kinds.count(CELLS)) == (HEADS, 2, 3)


@pytest.mark.parametrize("beside", [True, False])
def test_every_spot_stands_somewhere_and_only_groups_and_the_corner_are_none(qgis_app, pack, beside):
    model = MatrixModel()
    matrix = Matrix(pack, pack.items)
    model.set_matrix(matrix, beside)
    wanted = {Spot(row, city.id) for row in matrix.rows for city in matrix.cities}
    wanted |= {Spot(row) for row in matrix.rows} | {Spot(None, city.id) for city in matrix.cities}
    every = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    assert {model.spot(index) for index in every} - {None} == wanted
    for spot in wanted:
        assert model.spot(model.index_of(spot)) == spot
    nothing = [index for index in every if model.spot(index) is None]
    assert len(nothing) == 2 * model.columnCount() + beside
    assert all(index.flags() == Qt.ItemFlag.NoItemFlags for index in nothing)


def test_a_cell_a_row_and_a_column_show_exactly_their_items(page, state, asked):
    click(page, Spot("t2", "aardvoort"))
    assert listed(page) == ["aardvoort-k2"] == list(state.shown)
    click(page, Spot("t1"))
    assert listed(page) == ["aardvoort-k1", "aardvoort-k2"] == list(state.shown)
    click(page, Spot(None, "cederloo"))
    assert listed(page) == ["cederloo-k1"] == list(state.shown)
    click(page, Spot("t2", "cederloo"))
    assert (listed(page), state.shown) == ([], ())
    click(page, Spot(NO_THEME))
    assert len(state.shown) == 5
    assert [len(ids) for ids in asked] == [1, 2, 1, 0, 5]


def test_ctrl_adds_and_takes_away_and_shift_stretches(page, state):
    click(page, Spot("t2", "aardvoort"))
    click(page, Spot(None, "cederloo"), CTRL)
    assert state.shown == ("aardvoort-k2", "cederloo-k1")
    click(page, Spot("t2", "aardvoort"), CTRL)
    assert state.shown == ("cederloo-k1",)
    click(page, Spot("t1", "aardvoort"))
    click(page, Spot(NO_THEME, "beekmeer"), SHIFT)
    assert len(page.matrix.chosen) == 6
    assert set(state.shown) == {item.id for item in state.pack.items if item.city != "cederloo"}
    click(page, Spot("t1", "beekmeer"), SHIFT)  # from the same beginning
    assert page.matrix.chosen == (Spot("t1", "aardvoort"), Spot("t1", "beekmeer"))


def test_a_click_on_the_title_of_a_group_changes_nothing(page, state, asked):
    click(page, Spot("t1"))
    view = page.matrix
    row = next(i for i, line in enumerate(view._model.lines) if line.kind == GROUP)
    page.scroll.to_top()
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, NONE, view.visualRect(view._model.index(row, 0)).center()
    )
    assert page.matrix.chosen == (Spot("t1"),)
    assert len(asked) == 1


def test_arrows_move_without_choosing_and_the_space_bar_chooses_and_esc_clears(page, state, asked):
    view = page.matrix
    view.setFocus()
    assert view._model.spot(view.currentIndex()) == Spot(None, "aardvoort")
    QTest.keyClick(view, Qt.Key.Key_Down)  # over the title of the group
    first = view._model.spot(view.currentIndex())
    assert first.theme == "t1"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert asked == []
    assert page.matrix.chosen == ()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(asked) == 1
    assert page.matrix.chosen == (view._model.spot(view.currentIndex()),)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert (page.matrix.chosen, asked[-1]) == ((), None)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.matrix.chosen


def test_shift_and_arrows_choose_a_stretch_and_ctrl_space_one_more(page, state):
    view = page.matrix
    view.setFocus()
    view.setCurrentIndex(view._model.index_of(Spot("t1", "aardvoort")))
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert page.matrix.chosen == tuple(Spot("t1", city.id) for city in state.pack.cities)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Space, CTRL)
    assert page.matrix.chosen == (Spot("t1", "aardvoort"), Spot("t1", "cederloo"))


@pytest.mark.parametrize("width", [320, 800])
def test_every_spot_is_reached_by_arrows(dock, state, page, pack, tmp_path, width):
    dock.parentWidget().resize(width, 800)
    state.set_pack(twelve(pack), tmp_path)
    dock.content.show_together()
    view = page.matrix
    view.setFocus()
    QApplication.processEvents()
    assert view._model.beside == (width == 800)
    seen, waiting = set(), [view.currentIndex()]
    while waiting:
        index = waiting.pop()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            view.setCurrentIndex(index)
            QTest.keyClick(view, key)
            spot = view._model.spot(view.currentIndex())
            if spot not in seen:
                seen.add(spot)
                waiting.append(view.currentIndex())
    matrix = view._model.matrix
    assert None not in seen
    assert len(seen) == (len(matrix.rows) + 1) * (len(matrix.cities) + 1) - 1


def test_keys_with_alt_are_left_to_the_panel(dock, page, state):
    state.set_chapter("h1")
    dock.content.show_together()
    page.matrix.setFocus()
    QTest.keyClick(page.matrix, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dock.content.pages.currentWidget() is dock.content.story


def test_an_item_chosen_on_the_map_is_marked_and_the_page_stays(dock, page, state):
    click(page, Spot("t1"))
    state.set_item("aardvoort-k2", from_map=True)
    assert dock.content.pages.currentWidget() is page
    assert page.matrix.chosen == ()
    assert page.matrix._model.found == {"aardvoort-k2"}
    assert listed(page) == ["aardvoort-k2"]
    assert page.list_head.toPlainText().startswith("Chosen on the map")
    click(page, Spot("t1"))
    assert page.matrix._model.found == frozenset()
    assert len(listed(page)) == 2


def test_what_is_found_at_a_point_is_marked_and_the_page_stays(dock, page, state):
    state.set_here(["cederloo-k1", "aardvoort-k1"])
    assert dock.content.pages.currentWidget() is page
    assert listed(page) == ["cederloo-k1", "aardvoort-k1"]  # nearest first
    assert page.matrix._model.found == {"cederloo-k1", "aardvoort-k1"}
    state.set_here(["beekmeer-o1"])
    assert state.item.id == "beekmeer-o1"
    assert dock.content.pages.currentWidget() is page
    QTest.keyClick(page.matrix, Qt.Key.Key_Escape)
    assert (page.matrix._model.found, state.item, state.shown) == (frozenset(), None, None)
    assert len(listed(page)) == len(state.pack.items)
    state.set_here([])
    assert listed(page) == []
    dock.content.show_home()
    state.set_here(["cederloo-k1", "aardvoort-k1"])
    assert dock.content.pages.currentWidget() is dock.content.here


def test_the_cell_of_what_was_chosen_on_the_map_is_brought_into_view(dock, page, state):
    dock.parentWidget().resize(320, 420)
    QApplication.processEvents()
    assert page.scroll.verticalScrollBar().value() == 0
    state.set_item("cederloo-k1", from_map=True)  # in the last row
    cell = page.matrix.visualRect(page.matrix._model.index_of(Spot(NO_THEME, "cederloo")))
    seen = page.scroll.viewport().rect()
    assert seen.contains(page.matrix.viewport().mapTo(page.scroll.viewport(), cell.center()))


def make_low(page):
    """Leave the matrix so little height that its page scrolls."""
    page.scroll.parentWidget().setSizes([220, 1000])
    QApplication.processEvents()
    assert page.scroll.verticalScrollBar().maximum() > 100


def scrolled(page, spot):
    """The page with a spot at the top of what is in view."""
    top = page.matrix.viewport().mapTo(
        page.scroll.widget(), page.matrix.visualRect(page.matrix.model().index_of(spot)).topLeft()
    )
    page.scroll.verticalScrollBar().setValue(top.y() + 2)
    QApplication.processEvents()


def test_the_cities_stay_in_view_above_the_matrix_and_can_be_chosen_there(dock, page, state, asked):
    make_low(page)
    assert not page.heads.isVisible()  # their line is in view itself
    image = page.matrix.grab().toImage().copy(0, 0, page.matrix.width(), page.matrix.heads_height())
    scrolled(page, Spot("t1", "aardvoort"))
    assert page.heads.isVisible() and page.heads.y() == 0
    place = page.heads.geometry().translated(page.scroll.viewport().pos())
    assert page.scroll.grab(place).toImage().convertToFormat(image.format()) == image
    column = page.matrix.visualRect(page.matrix.model().index_of(Spot(None, "beekmeer"))).center()
    QTest.mouseClick(page.heads, Qt.MouseButton.LeftButton, NONE, column)
    assert page.matrix.chosen == (Spot(None, "beekmeer"),) and asked[-1] == state.shown
    page.scroll.to_top()
    assert not page.heads.isVisible()


def test_the_cities_above_the_matrix_cover_nothing_that_the_keyboard_comes_to(dock, page):
    make_low(page)
    page.matrix.setFocus()
    for key in (Qt.Key.Key_Down,) * 9 + (Qt.Key.Key_Up,) * 8:
        QTest.keyClick(page.matrix, key)
        QApplication.processEvents()
        rect = page.matrix.visualRect(page.matrix.currentIndex())
        top = page.matrix.viewport().mapTo(page.scroll.viewport(), rect.topLeft()).y()
        assert top >= (page.heads.geometry().bottom() if page.heads.isVisible() else 0)


def pixels(view, spot):
    index = view._model.index_of(spot)
    image = view.viewport().grab(view.visualRect(index)).toImage()
    return bytes(image.constBits().asarray(image.sizeInBytes()))


def test_chosen_covered_found_and_focused_cells_look_different(page):
    view, spot = page.matrix, Spot("t1", "aardvoort")
    QTest.mouseMove(page.words)
    looks = [pixels(view, spot)]
    view.set_chosen((spot,))
    looks.append(pixels(view, spot))
    view.set_chosen((Spot("t1"),))
    looks.append(pixels(view, spot))
    view.set_chosen(())
    view.set_found(("aardvoort-k1",))
    looks.append(pixels(view, spot))
    view.set_found(("aardvoort-k2",))
    looks.append(pixels(view, spot))
    view.set_found(("cederloo-k1",))
    assert pixels(view, spot) == looks[0]
    view.set_found(())
    view.setFocus()
    view.setCurrentIndex(view._model.index_of(spot))
    looks.append(pixels(view, spot))
    assert len(set(looks)) == 6


@pytest.mark.parametrize("spot", [Spot("t1"), Spot(None, "beekmeer")])
def test_a_chosen_head_is_seen(page, spot):
    before = pixels(page.matrix, spot)
    page.matrix.set_chosen((spot,))
    assert pixels(page.matrix, spot) != before


def test_spots_are_told_in_words(page):
    model = page.matrix._model

    def said(spot):
        return model.index_of(spot).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said(Spot("t1", "aardvoort")) == "Wonen, Aardvoort: 2 kansen"
    assert said(Spot("t2", "aardvoort")) == f"Werken {HTML}, Aardvoort: 1 kans"
    assert said(Spot("t1", "cederloo")).endswith("no items")
    assert said(Spot(None, "aardvoort")) == "Aardvoort: 1 profile, 2 kansen, 2 opgaven"
    page.matrix.set_chosen((Spot("t1"),))
    assert said(Spot("t1", "aardvoort")) == "Wonen, Aardvoort: 2 kansen, chosen"


def test_html_in_the_data_is_text_in_tooltips(page):
    model = page.matrix._model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or ""
            assert "<img" not in tip and "<h1" not in tip


def test_an_item_opens_from_the_list_and_back_shows_the_choice_again(dock, page, state, asked):
    click(page, Spot("t1"))
    page.items.opened.emit("item", "aardvoort-k2")
    assert state.item.id == "aardvoort-k2"
    assert dock.content.card_open
    assert dock.content.city.card._order == ("aardvoort-k1", "aardvoort-k2")
    dock.content.go_back()
    assert dock.content.pages.currentWidget() is page
    assert state.shown == ("aardvoort-k1", "aardvoort-k2")
    assert state.item is None
    assert page.matrix.chosen == (Spot("t1"),)


def test_going_back_from_a_choice_to_a_chapter_or_city_shows_that_again(dock, page, state):
    state.set_city("aardvoort")
    dock.content.show_together()
    click(page, Spot("t1"))
    heard = []
    state.cityChanged.connect(heard.append)
    dock.content.go_back()
    assert heard == ["aardvoort"]


def test_an_empty_cell_stays_chosen_when_its_page_comes_back(dock, page, state):
    click(page, Spot("t2", "cederloo"))
    assert state.shown == ()
    for back in (dock.content.go_back, dock.content.show_together):
        state.set_item("aardvoort-k1")
        assert state.shown is None
        back()
        assert dock.content.pages.currentWidget() is page
        assert (state.item, state.shown) == (None, ())


def test_a_filter_on_words_empties_cells_and_the_map_follows_the_choice(page, state, asked):
    click(page, Spot("t1"))
    page.words.setText("HAVÉN")
    assert listed(page) == ["aardvoort-k1"] == list(state.shown)
    assert page.matrix.chosen == (Spot("t1"),)
    assert "1 of 7" in page.head.toPlainText()
    page.words.setText("haven g")
    assert len(asked) == 2  # the same items: the map stays
    page.words.clear()
    assert list(state.shown) == ["aardvoort-k1", "aardvoort-k2"]
    page.matrix.clear()
    before = len(asked)
    page.words.setText("haven")
    assert len(asked) == before  # nothing is chosen
    assert listed(page) == ["aardvoort-k1"]


def test_filters_on_kind_and_status_leave_what_has_both(dock, page, state, pack, tmp_path):
    assert not page.statuses.isVisible()  # none of the items has one
    items = [replace(item, status="idee" if item.kind == "kans" else None) for item in pack.items]
    items[0] = replace(items[0], status="afgerond")
    state.set_pack(make_pack(items=tuple(items)), tmp_path)
    dock.content.show_together()
    assert page.statuses.isVisible()
    texts = [page.statuses.itemText(i) for i in range(page.statuses.count())]
    assert texts == ["Any status", "afgerond", "idee", "No status"]

    def pick(box, text):
        box.setCurrentText(text)
        box.activated.emit(box.currentIndex())

    pick(page.statuses, "idee")
    assert len(listed(page)) == 3
    pick(page.kinds, "Opgaven")
    assert listed(page) == []
    pick(page.statuses, "No status")
    assert listed(page) == ["aardvoort-o1", "aardvoort-o2", "beekmeer-o1"]
    pick(page.kinds, "All kinds")
    pick(page.statuses, "afgerond")
    assert listed(page) == ["aardvoort-p0"]


def test_the_filter_line_is_left_by_the_arrow_down_and_cleared_by_esc(page):
    page.words.setFocus()
    QTest.keyClicks(page.words, "haven")
    assert len(listed(page)) == 1
    QTest.keyClick(page.words, Qt.Key.Key_Escape)
    assert page.words.text() == ""
    QTest.keyClick(page.words, Qt.Key.Key_Down)
    assert page.matrix.hasFocus()


def test_a_renewed_pack_keeps_choice_keyboard_and_scrolling(dock, page, state, pack):
    dock.parentWidget().resize(320, 420)
    QApplication.processEvents()
    click(page, Spot("t1"))
    page.matrix.setFocus()
    page.items.choose("aardvoort-k2")
    bar = page.scroll.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    moved = replace(pack.item_by_id["aardvoort-o1"], themes=pack.themes[:1], title="Nu met thema")
    state.renew_pack(replace(pack, items=tuple(moved if i.id == moved.id else i for i in pack.items)))
    assert listed(page) == ["aardvoort-k1", "aardvoort-k2", "aardvoort-o1"]
    assert page.matrix.chosen == (Spot("t1"),)
    assert page.matrix._model.spot(page.matrix.currentIndex()) == Spot("t1")
    assert page.items.currentIndex().row() == 1
    assert bar.value() == before
    assert page.matrix.hasFocus()


def test_a_renewed_pack_keeps_what_was_found_as_far_as_it_is_there(page, state, pack):
    state.set_here(["cederloo-k1", "aardvoort-k1"])
    state.renew_pack(replace(pack, items=pack.items[:-1]))
    assert listed(page) == ["aardvoort-k1"]


def test_a_filter_on_words_holds_until_the_new_texts_can_be_searched(dock, page, state, pack, qtbot):
    page.words.setText("haven")
    (before,) = listed(page)
    other = next(item for item in pack.items if item.id != before)
    changed = (
        replace(item, title="Niets", text="Leeg.", places=())
        if item.id == before
        else replace(item, text="De haven.")
        if item is other
        else item
        for item in pack.items
    )
    state.renew_pack(replace(pack, items=tuple(changed)))
    assert dock.content.finder.index is None
    assert listed(page) == [before]
    qtbot.waitUntil(lambda: dock.content.finder.index is not None)
    assert listed(page) == [other.id]


def test_words_typed_before_the_texts_can_be_searched_leave_everything_and_it_says_so(dock, page, pack, monkeypatch):
    finder = dock.content.finder
    monkeypatch.setattr(finder, "work_on", lambda: None)
    index, finder.index = finder.index, None
    page.words.setText("haven")
    assert len(listed(page)) == len(pack.items)
    assert "being prepared" in page.head.toPlainText()
    finder.index = index
    finder.ready.emit()
    assert len(listed(page)) == 1


def test_another_pack_begins_anew(dock, page, state, pack, tmp_path):
    page.words.setText("haven")
    click(page, Spot("t1"))
    state.set_pack(make_pack(), tmp_path / "andere.gpkg")
    assert (page.words.text(), page.matrix.chosen) == ("", ())
    assert len(listed(page)) == len(pack.items)


def test_a_pack_without_themes_says_so(dock, page, state, tmp_path):
    plain = tuple(replace(item, themes=()) for item in make_pack().items)
    state.set_pack(make_pack(themes=(), items=plain), tmp_path)
    dock.content.show_together()
    assert not page.matrix.isVisible()
    assert "no themes" in page.head.toPlainText()
    dock.content.focus_page()
    assert page.words.hasFocus()


def test_items_without_location_are_counted(page):
    click(page, Spot(NO_THEME, "aardvoort"))
    assert "without location in the source: 3" in page.list_head.toPlainText()
    click(page, Spot("t1"))
    assert "without location" not in page.list_head.toPlainText()


def test_more_items_than_the_list_shows_at_once_come_on_demand(dock, page, state, pack, tmp_path):
    many = tuple(replace(pack.items[1], id=f"i{n}", number=n) for n in range(250))
    state.set_pack(make_pack(items=many), tmp_path)
    dock.content.show_together()
    click(page, Spot("t1"))
    assert len(state.shown) == 250
    assert len(listed(page)) == 101
    for wanted in (201, 250):
        row = page.items.rows[-1]
        page.items.opened.emit(row.opens, row.key)
        assert len(listed(page)) == wanted
    assert listed(page)[200] == page.items.rows[page.items.currentIndex().row()].key


@pytest.mark.parametrize("width", [320, 420, 800])
@pytest.mark.parametrize("make", [make_pack, lambda: twelve(make_pack())])
@pytest.mark.parametrize("points", [9, 16])
def test_the_matrix_fits_its_width_and_clips_no_title(dock, page, state, tmp_path, width, make, points):
    dock.parentWidget().resize(width, 800)
    font = dock.font()
    font.setPointSize(points)
    dock.setFont(font)
    state.set_pack(make(), tmp_path)
    dock.content.show_together()
    QApplication.processEvents()
    view, model = page.matrix, page.matrix._model
    assert sum(view.columnWidth(i) for i in range(model.columnCount())) == view.viewport().width()
    assert sum(view.rowHeight(i) for i in range(model.rowCount())) == view.viewport().height()
    for row, line in enumerate(model.lines):
        if line.kind == TITLE or line.kind == GROUP or (line.kind == CELLS and model.beside):
            space = view.visualRect(model.index(row, 0))
            lines = view._delegate._lines(line, space.width())
            assert lines.height < space.height()
            layout = lines.layout
            widest = max(layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount()))
            assert widest <= space.width()


def test_a_wider_panel_puts_titles_beside_their_cells_and_keeps_choice_and_keyboard(dock, page, state, pack, tmp_path):
    state.set_pack(twelve(pack), tmp_path)
    dock.content.show_together()
    QApplication.processEvents()
    assert not page.matrix._model.beside
    click(page, Spot("t2", "s7"))
    dock.parentWidget().resize(800, 800)
    QApplication.processEvents()
    assert page.matrix._model.beside
    assert page.matrix.chosen == (Spot("t2", "s7"),)
    assert page.matrix._model.spot(page.matrix.currentIndex()) == Spot("t2", "s7")


def test_as_many_badges_as_fit_and_how_many_more(page, pack):
    delegate = page.matrix._delegate
    many = [replace(pack.items[1], id=f"i{n}", number=n + 1) for n in range(40)]
    for width in range(1, 300, 7):
        for count in (1, 2, 3, 5, 40):
            badges = delegate.badges(many[:count], width, 3)
            assert badges.shown + badges.rest == count
            if badges.columns:
                assert badges.columns * badges.width <= width
                assert badges.shown + bool(badges.rest) <= badges.columns * 3
            else:
                assert badges.shown == 0
    assert delegate.badges(many[:3], 300, 3).shown == 3
    assert delegate.badges([], 300, 3).shown == 0


def test_cities_are_named_where_there_is_room_else_by_their_letter(dock, page, state, tmp_path):
    names = tuple(replace(city, name=name) for city, name in zip(make_pack().cities, ("Aard", "Beek", "Ceder")))
    state.set_pack(make_pack(cities=names), tmp_path)
    dock.parentWidget().resize(800, 800)
    QApplication.processEvents()
    assert page.matrix._delegate._by_name
    state.set_pack(make_pack(cities=(replace(names[0], name="x" * 200), *names[1:])), tmp_path)
    assert not page.matrix._delegate._by_name
