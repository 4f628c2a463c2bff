# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures in the panel: the page, mouse and keyboard on a chart, the table, the CSV."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QFontMetricsF, QGuiApplication, QMouseEvent, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from sterkesteden_plugin.figures import table
from sterkesteden_plugin.panel import figure_export
from sterkesteden_plugin.panel.chart_widget import _PAD, _WRAPPED
from sterkesteden_plugin.panel.look import em
from sterkesteden_plugin.panel.text_view import MARGIN


@pytest.fixture()
def page(dock, state):
    """The page of figures on the first topic, as the row on the page of a city opens it."""
    state.set_city("aardvoort")
    row = dock.content.city.all_figures.rows[0]
    dock.content.city.all_figures.opened.emit(row.opens, row.key)
    assert dock.content.pages.currentWidget() is dock.content.figures
    return dock.content.figures


def _press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget, key)


def _focus(chart):
    chart.window().activateWindow()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.hasFocus()


def _hover(chart, x, y):
    where = QPointF(x + MARGIN, y + MARGIN)
    nothing = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, where, where, nothing, nothing, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(chart, event)


def test_the_beginning_of_the_story_leads_to_the_figures(dock, state):
    dock.show_home()
    rows = [row for row in dock.content.story.city.rows if row.opens == "figures"]
    assert len(rows) == 1
    dock.content.story.city.opened.emit(rows[0].opens, rows[0].key)
    assert dock.content.pages.currentWidget() is dock.content.figures
    dock.content.go_back()
    assert dock.content.pages.currentWidget() is dock.content.story


def test_all_topics_are_in_the_list_and_the_way_back_knows_them(page, dock):
    assert [page.topics.itemText(i) for i in range(page.topics.count())][:2] == ["Mensen", "Vacancy: winkels"]
    assert not page.previous.isEnabled()
    page.next.click()
    assert page.topics.currentIndex() == 1 and "Vacancy: winkels" in page.figure.chart.accessibleName()
    dock.content.go_back()
    assert page.topics.currentIndex() == 0
    dock.content.go_back()
    assert dock.content.pages.currentWidget() is dock.content.city


def test_the_last_topic_has_no_next_one(page):
    page.show_topic(page.topics.itemData(page.topics.count() - 1))
    assert page.previous.isEnabled() and not page.next.isEnabled()


def test_every_city_is_on_the_chart_also_the_one_without_figures(page):
    svg = page.figure.chart.svg
    assert "Aardvoort" in svg and "Beekmeer &lt;h1&gt;" in svg
    assert "<h1>" not in svg
    assert "Aardvoort, 1 januari 2024: 52.250 mensen" in page.figure.chart.accessibleDescription()
    assert "1 januari 2015: no data" in page.figure.chart.accessibleDescription()
    assert page.figure.chart.accessibleDescription().endswith("no data in this file")


def test_the_caption_names_definition_source_and_dates_as_text(page):
    text = page.figure.caption.toPlainText()
    assert "Aantal mensen." in text and "1 januari 2012, 1 januari 2015" in text
    assert "Bron <h1>Kop</h1>" in text


def test_the_keyboard_walks_over_values_and_cities_and_tells_each(page):
    chart = page.figure.chart
    _focus(chart)
    assert "1 januari 2012: 50.000 mensen" in chart.told and "(Uitgever)" in chart.told
    _press(chart, Qt.Key.Key_Right)
    assert "1 januari 2015: no data" in chart.told
    _press(chart, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert chart.told.startswith("Beekmeer") and "1 januari 2018: 51.500" in chart.told
    assert chart.told in chart.accessibleName()
    _press(chart, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert chart.told.startswith("Aardvoort") and "2015" in chart.told
    _press(chart, Qt.Key.Key_End)
    assert "no data in this file" in chart.told
    _press(chart, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert "Aardvoort, 1 januari 2012" in chart.told
    QTest.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == chart.told


def test_right_from_the_last_value_of_a_city_goes_to_the_next_city(page):
    chart = page.figure.chart
    _focus(chart)
    _press(chart, *[Qt.Key.Key_Right] * 4)
    assert chart.told.startswith("Beekmeer") and "2012" in chart.told


def test_the_value_the_keyboard_is_at_is_seen(page):
    chart = page.figure.chart
    _focus(chart)
    before = chart.grab().toImage()
    _press(chart, Qt.Key.Key_Right)
    assert chart.grab().toImage() != before


def test_the_mouse_finds_the_nearest_value_of_the_city_it_is_over(page):
    chart = page.figure.chart
    for mark in chart.marks:
        _hover(chart, mark.x + 1, mark.y + 1)
        assert chart.told == chart._chart.told[mark.row][mark.column]
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.told == ""


@pytest.mark.parametrize("width", [300, 420, 700])
def test_what_is_told_covers_neither_a_title_nor_its_own_value(page, width, qtbot, monkeypatch):
    chart = page.figure.chart
    told = "Aardvoort, 1 januari 2024: 52.250 inwoners · Kerncijfers wijken en buurten (CBS)"
    monkeypatch.setattr(chart, "_told", lambda mark: told)
    font = chart.font()
    font.setPixelSize(13)  # as QGIS has it; much larger letters leave no room between the titles
    chart.setFont(font)
    chart.setFixedWidth(width)
    qtbot.waitUntil(lambda: chart.width() == width)
    unit = em(chart)
    titles = {QRectF(m.area.left + MARGIN, m.area.top + MARGIN, 1000, unit).getRect() for m in chart.marks}
    assert len({mark.row for mark in chart.marks}) > 1
    for mark in chart.marks:
        box = chart.box_of(mark)
        assert not [title for title in titles if box.intersects(QRectF(*title))], (mark.row, mark.column)
        assert not box.contains(mark.x + MARGIN, mark.y + MARGIN)
        assert QRectF(chart.rect()).contains(box)
        inside = box.adjusted(_PAD * unit, _PAD * unit, -_PAD * unit, -_PAD * unit)
        written = QFontMetricsF(chart.font()).boundingRect(inside, _WRAPPED, told)
        assert written.height() <= inside.height() + 0.1  # to its last word


@pytest.mark.parametrize("width", [320, 420, 700])
def test_the_chart_is_as_high_as_it_is_drawn_at_any_width_and_colour(page, dock, width, qtbot):
    dock.window().resize(width, 800)
    chart = page.figure.chart
    qtbot.waitUntil(lambda: abs(dock.width() - width) < 3)
    assert chart.width() <= width and chart.height() > 100
    assert all(0 <= mark.y <= chart.height() and 0 <= mark.x <= chart.width() for mark in chart.marks)
    before = chart.svg
    palette = QPalette(dock.palette())
    palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
    palette.setColor(QPalette.ColorRole.WindowText, Qt.GlobalColor.white)
    page.setPalette(palette)
    chart.grab()
    assert chart.svg != before and "#ffffff" in chart.svg


def test_a_larger_font_makes_a_larger_chart(page):
    chart = page.figure.chart
    before = chart.height()
    font = chart.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    chart.setFont(font)
    assert chart.height() > before * 1.2


def test_the_table_shows_every_figure_and_copies_what_is_selected(page):
    view = page.figure.table
    assert not view.isVisible()
    page.figure.as_table.click()
    assert view.isVisible()
    model = view.model()
    column = table.VALUE
    shown = [model.index(row, column).data() for row in range(model.rowCount())]
    assert shown == ["50.000", "no data", "51.500", "52.250"] * 2
    assert not view.isColumnHidden(column) and view.isColumnHidden(table.COLUMNS.index("naar"))
    assert model.headerData(column, Qt.Orientation.Horizontal) == "Value"
    assert "<h1>" not in model.index(0, table.COLUMNS.index("bron")).data(Qt.ItemDataRole.ToolTipRole)
    view.setFocus()
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 8 and "\t52250\t" in lines[3]


def test_the_chart_of_a_city_has_table_and_csv_too(dock, state, tmp_path, monkeypatch):
    state.set_city("aardvoort")
    figure = dock.content.city.figure
    assert figure.table.model().rowCount() == 4
    monkeypatch.setattr(figure_export, "ask_csv", lambda *_: tmp_path / "stad.csv")
    figure.save.click()
    assert (tmp_path / "stad.csv").read_text(encoding="utf-8-sig").count("\n") == 5
    assert "Saved" in figure.said.toPlainText() and "stad.csv" in figure.said.toPlainText()


def test_a_file_dialog_that_is_closed_saves_nothing(page, monkeypatch):
    monkeypatch.setattr(figure_export.QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.figure.save.click()
    assert not page.figure.said.isVisible()


def test_the_dialog_proposes_a_name_that_any_disk_takes(page, monkeypatch, tmp_path):
    asked = []

    def answer(parent, title, path, kinds):
        asked.append(path)
        return str(tmp_path / "cijfers"), kinds

    monkeypatch.setattr(figure_export.QFileDialog, "getSaveFileName", answer)
    assert figure_export.ask_csv(page, 'A/b: "c" <d>?') == tmp_path / "cijfers.csv"
    assert Path(asked[0]).name == "a-b-c-d.csv"


def test_a_file_that_cannot_be_written_is_told_and_the_older_one_stays(page, monkeypatch, tmp_path):
    missing = tmp_path / "weg" / "cijfers.csv"
    monkeypatch.setattr(figure_export, "ask_csv", lambda *_: missing)
    page.figure.save.click()
    said = page.figure.said
    assert said.isVisible() and "was not saved" in said.toPlainText() and said.toPlainText() == said.accessibleName()
    page.next.click()
    assert not said.isVisible()


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not write"), (errno.EROFS, "may not write"), (errno.EIO, "")],
)
def test_what_the_system_says_becomes_a_sentence_with_advice(qgis_app, tmp_path, monkeypatch, number, words):
    def fail(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(figure_export.os, "fsync", fail)
    said = figure_export.save(tmp_path / "cijfers.csv", b"x")
    assert said.startswith("cijfers.csv was not saved: ") and words in said
    assert "hoose another folder" in said
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(qgis_app, tmp_path):
    assert "the folder is not there" in figure_export.save(tmp_path / "weg" / "cijfers.csv", b"x")


def test_a_folder_is_no_file(qgis_app, tmp_path):
    assert "was not saved" in figure_export.save(tmp_path, b"x")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no limits on file sizes on this system")
def test_a_disk_without_room_leaves_the_older_file_whole(qgis_app, tmp_path):
    import resource
    import signal

    target = tmp_path / "cijfers.csv"
    target.write_bytes(b"eerder")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        said = figure_export.save(target, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert "cijfers.csv was not saved" in said and os.strerror(errno.EFBIG) in said
    assert target.read_bytes() == b"eerder"
    assert [path.name for path in tmp_path.iterdir()] == ["cijfers.csv"]


def test_definitions_are_said_to_be_apart(dock, state, pack, tmp_path):
    other = replace(pack.indicators[1], id="anders", name="Leegstand, anders geteld")
    shops = [f for f in pack.figures if f.function == "winkels" and f.city == "aardvoort"]
    added = [
        replace(shops[0], id=f"x{i}", indicator=other, date=date, value=20.0, series_break=broken)
        for i, (date, broken) in enumerate((("2016-01-01", None), ("2019-01-01", "Andere bron.")))
    ]
    state.set_pack(replace(pack, figures=(*pack.figures, *added), indicators=(*pack.indicators, other)), tmp_path)
    dock.content.show_figures("winkels/%")
    figure = dock.content.figures.figure
    assert "count differently" in figure.caption.toPlainText() and "Andere bron." in figure.caption.toPlainText()
    assert "polyline" in figure.chart.svg and 'class="break"' in figure.chart.svg
    assert figure.chart.svg.count('class="course"') == 0  # no two of them are of one definition without a break
    assert "series break: Andere bron." in figure.chart.accessibleDescription()


def test_a_renewed_pack_is_shown_where_the_page_stands(page, state, pack):
    page.show_topic("winkels/%")
    page.figure.as_table.click()
    shops = [replace(f, value=99.0) if f.function == "winkels" else f for f in pack.figures]
    state.renew_pack(replace(pack, figures=tuple(shops)))
    assert page.shown == "winkels/%" and "99,0%" in page.figure.chart.svg
    state.renew_pack(replace(pack, figures=()))
    assert page.shown == "" and not page.figure.isVisible() and "no figures" in page.head.toPlainText()


def test_a_pack_without_figures_says_so(dock, state, pack, tmp_path):
    state.set_pack(replace(pack, figures=()), tmp_path)
    assert not any(row.opens == "figures" for row in dock.content.story.city.rows)
    state.set_city("aardvoort")
    assert not dock.content.city.all_figures.isVisible()
    dock.content.show_figures("")
    assert "no figures" in dock.content.figures.head.toPlainText()
    assert not dock.content.figures.figure.isVisible() and not dock.content.figures.topics.isEnabled()


def test_tab_reaches_chart_buttons_and_caption(page):
    figure = page.figure
    reached, widget = set(), page.topics
    for _ in range(60):
        widget = widget.nextInFocusChain()
        reached.add(widget)
    assert {figure.chart, figure.as_table, figure.save, figure.table, figure.caption} <= reached
