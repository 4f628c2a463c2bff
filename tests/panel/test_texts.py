# SPDX-License-Identifier: GPL-2.0-or-later
"""What the pages say: all of the content, empty states, and everything in the data as plain text."""

from __future__ import annotations

import html

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont, QTextDocument
from qgis.PyQt.QtWidgets import QLabel, QTextEdit, QWidget

from .conftest import HTML, LONG_TEXT, make_pack


def _plain(tip):
    """A tooltip as the user sees it."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def _walk(dock, state, pack):
    """Go through everything that can be shown."""
    for chapter in pack.chapters:
        state.set_chapter(chapter.id)
        yield
    for city in pack.cities:
        state.set_city(city.id)
        dock.content.city.more.opened.emit("unfold", "figures")
        yield
    for item in pack.items:
        state.set_item(item.id)
        yield
    state.set_here([item.id for item in pack.items])
    yield
    dock.content.header.search.setText("kop")
    yield


def test_html_in_the_data_is_shown_as_text_everywhere(dock, state, pack):
    marked = 0
    for _ in _walk(dock, state, pack):
        for label in dock.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText or not Qt.mightBeRichText(label.text()), label.text()
        for widget in dock.findChildren(QWidget):
            tip = widget.toolTip()
            assert "<img" not in tip and "<h1" not in tip and "<b>" not in tip, tip
            if html.escape(HTML) in tip:
                marked += 1
                assert HTML in _plain(tip)
    assert marked


def test_html_stays_as_it_is_in_texts_rows_and_lists(dock, state):
    state.set_item("aardvoort-k2")
    card = dock.content.city.card
    assert HTML in card.text.toPlainText()
    assert HTML in card.source.toPlainText()
    assert any(row.title == f"Zone {HTML}" for row in card.places.rows)
    state.set_chapter("h1")
    story = dock.content.story
    assert HTML in story.text.toPlainText()
    assert story.chapters.itemText(1).endswith(HTML)
    state.set_city("beekmeer")
    assert HTML in dock.content.city.name.toPlainText()
    assert HTML in dock.content.city.workshops.blocks[0].text.toPlainText()
    for edit in dock.findChildren(QTextEdit):
        assert "<img" not in edit.toHtml()


def test_dates_are_dutch_and_sources_are_told_in_full(dock, state):
    state.set_item("aardvoort-k1")
    source = dock.content.city.card.source.toPlainText()
    assert "29 maart 2018" in source
    assert "bladzijde 3" in source
    assert "Uitgever" in source
    assert "https://example.org/<b>" in source


def test_a_date_that_is_none_is_shown_as_it_is(qgis_app):
    from sterkesteden_plugin.panel import wording

    assert wording.day("voorjaar 2018") == "voorjaar 2018"


def test_places_tell_role_certainty_history_and_another_source(dock, state):
    state.set_item("aardvoort-k2")
    details = {row.key: row.detail for row in dock.content.city.card.places.rows}
    assert details["plein"].startswith("wijk · ligt in · certainty: exact · on the map after: ")
    assert "historic" in details["wijk"] and "Latere bron, 3 oktober 2020" in details["wijk"]
    assert "no location in the source" in details["fabriek"] and "de bron zegt niet waar" in details["fabriek"]


@pytest.mark.parametrize(
    ("item", "why"), [("aardvoort-o1", "names no place"), ("aardvoort-o2", "does not say where they are")]
)
def test_an_item_without_location_says_why(dock, state, item, why):
    state.set_item(item)
    assert dock.content.city.card.nowhere.isVisible()
    text = dock.content.city.card.nowhere.toPlainText()
    assert "No location in the source" in text and why in text
    state.set_item("aardvoort-k1")
    assert not dock.content.city.card.nowhere.isVisible()


def test_key_figures_are_the_newest_with_date_and_source_the_others_on_demand(dock, state):
    state.set_city("aardvoort")
    city = dock.content.city
    text = city.figures.toPlainText()
    assert "52.250  Mensen" in text and "1 januari 2024" in text
    assert "12,5%  Leegstand, winkels" in text
    assert "loodsen" not in text and "Deel dat leeg staat." not in text
    city.more.opened.emit("unfold", "figures")
    text = city.figures.toPlainText()
    assert "loodsen" in text and "Deel dat leeg staat." in text and "via de pers" in text
    state.set_city("beekmeer")
    assert "loodsen" not in city.figures.toPlainText()


def test_the_chart_is_told_in_words_and_a_gap_is_no_zero(dock, state):
    state.set_city("aardvoort")
    told = dock.content.city.chart.accessibleDescription()
    assert "1 januari 2012: 50.000" in told and "1 januari 2015: no data" in told
    assert not dock.content.city.chart.grab().isNull()


def test_a_city_without_figures_items_or_workshops_says_so(dock, state, tmp_path):
    state.set_pack(make_pack(items=(), figures=(), workshops=()), tmp_path)
    state.set_city("cederloo")
    city = dock.content.city
    assert "no figures" in city.figures.toPlainText()
    assert not city.chart.isVisible() and not city.items.isVisible() and not city.more.isVisible()
    assert "No results of a workshop" in city.workshops.head.toPlainText()


def test_recorded_workshops_are_shown(dock, state):
    state.set_city("beekmeer")
    assert "1 mei 2019, 12 participants" in dock.content.city.workshops.blocks[0].text.toPlainText()


def test_a_pack_without_anything_opens(dock, state, tmp_path):
    state.set_pack(make_pack(cities=(), chapters=(), items=(), themes=(), figures=(), workshops=()), tmp_path)
    dock.show_home()
    dock.content.header.search.setText("a")
    assert dock.content.header.letters.buttons == []
    assert "no chapters" in dock.content.story.text.toPlainText()


def test_lists_keep_their_points_and_texts_can_be_copied(dock, state):
    text = dock.content.story.text
    assert "• punt een" in text.toPlainText()
    text.setFocus()
    text.selectAll()
    assert "punt twee" in text.textCursor().selectedText()
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


@pytest.mark.parametrize("size", [9, 14])
@pytest.mark.parametrize("width", [320, 600])
def test_nothing_is_wider_than_the_page(dock, state, pack, width, size, qtbot):
    dock.content.setFont(QFont("Open Sans", size))
    dock.window().resize(width, 800)
    for _ in _walk(dock, state, pack):
        assert dock.width() == width
        for page in (dock.content.story.scroll, dock.content.city.scroll, dock.content.city.card.scroll):
            assert page.widget().minimumSizeHint().width() <= page.viewport().width()
        for text in dock.findChildren(QTextEdit):
            assert not text.isVisible() or text.document().idealWidth() <= text.viewport().width()
    assert dock.minimumSizeHint().height() < 700


def test_a_very_long_text_scrolls_to_its_end(dock, state, qtbot):
    state.set_item("beekmeer-o1")
    card = dock.content.city.card
    assert card.text.toPlainText().count("Alinea") == LONG_TEXT.count("Alinea")
    qtbot.waitUntil(lambda: card.scroll.verticalScrollBar().maximum() > 5000)
    assert card.text.height() >= card.text.document().size().height()


def test_texts_follow_the_font_and_the_palette(dock, state):
    from qgis.PyQt.QtGui import QColor, QPalette

    text = dock.content.story.text
    before = text.height()
    dock.content.setFont(QFont("Open Sans", 20))
    assert text.height() > before
    palette = QPalette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor("#fedcba"))
    dock.content.setPalette(palette)
    text.grab()  # colours follow when it is painted
    cursor = text.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    assert cursor.charFormat().foreground().color().name() == "#fedcba"


def test_every_control_has_an_accessible_name(dock, state, pack):
    from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView

    for _ in _walk(dock, state, pack):
        for kind in (QAbstractButton, QComboBox, QLineEdit, QListView, QTextEdit):
            for widget in dock.content.findChildren(kind):
                own = widget.objectName() not in ("qt_toolbar_ext_button",) and type(widget).__module__.startswith(
                    "sterke"
                )
                if own and widget.isVisible():
                    text = widget.text() if isinstance(widget, QAbstractButton) else ""
                    assert widget.accessibleName() or text, widget
