# SPDX-License-Identifier: GPL-2.0-or-later
"""Links in the texts of the panel: by mouse, by keyboard, and only to what is there."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QColor, QHelpEvent, QPalette, QTextCursor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget

from sterkesteden_plugin.panel.look import Tones, _contrast
from sterkesteden_plugin.panel.text_view import Paragraph, TextView, paragraphs

from .conftest import make_pack

TEXT = (
    "Op [het plein](plaats:plein) staat iets.\n\n• Langs [de wijk](plaats:wijk) & <b>[niets](plaats:weg)</b>, "
    "[de fabriek](plaats:fabriek), [x](https://example.org)"
)


@pytest.fixture()
def page(qgis_app, qtbot):
    """A text between two lines that can have the keyboard."""
    page = QWidget()
    page.before, page.view, page.after = QLineEdit(), TextView("Tekst"), QLineEdit()
    page.followed = []
    page.view.linkActivated.connect(lambda kind, target: page.followed.append((kind, target)))
    column = QVBoxLayout(page)
    for widget in (page.before, page.view, page.after):
        column.addWidget(widget)
    page.view.set_content([Paragraph("[Titel](plaats:plein)"), *paragraphs(TEXT, make_pack())])
    page.resize(400, 300)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    return page


def point_of(view, words):
    """The middle of these words in the viewport."""
    start = view.toPlainText().index(words)
    cursor = QTextCursor(view.document())
    cursor.setPosition(start + len(words) // 2)
    return view.cursorRect(cursor).center()


def test_a_text_shows_words_where_it_has_links_and_no_html(page):
    assert page.view.toPlainText() == (
        "[Titel](plaats:plein)\nOp het plein staat iets.\n"
        "• Langs de wijk & <b>niets</b>, de fabriek, [x](https://example.org)"
    )
    assert page.view.anchorAt(point_of(page.view, "het plein"))
    for words in ("Titel", "staat", "niets", "de fabriek", "x](https"):
        assert not page.view.anchorAt(point_of(page.view, words)), words


def test_a_text_without_a_pack_has_no_links(page):
    page.view.set_content(paragraphs(TEXT))
    assert not page.view.anchorAt(point_of(page.view, "het plein"))
    assert "het plein" in page.view.toPlainText()


def test_a_click_on_a_link_follows_it_and_only_that(page):
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(page.view, "de wijk"))
    assert page.followed == [("plaats", "wijk")]
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(page.view, "staat"))
    assert page.followed == [("plaats", "wijk")]
    assert "Langs" in page.view.toPlainText()  # it opened nothing by itself


def test_the_keyboard_goes_from_link_to_link_and_on(page):
    page.before.setFocus()
    QTest.keyClick(page.before, Qt.Key.Key_Tab)
    assert page.view.hasFocus()
    for target in ("plein", "wijk"):
        if page.view.textCursor().selectedText() == "":
            QTest.keyClick(page.view, Qt.Key.Key_Tab)
        QTest.keyClick(page.view, Qt.Key.Key_Return)
        assert page.followed[-1] == ("plaats", target)
        QTest.keyClick(page.view, Qt.Key.Key_Tab)
    assert page.after.hasFocus()
    QTest.keyClick(page.after, Qt.Key.Key_Backtab)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.followed[-1] == ("plaats", "wijk")


def test_a_link_says_what_it_does(page, qtbot):
    view = page.view
    where = point_of(view, "het plein")
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, view.viewport().mapToGlobal(where)))
    assert QToolTip.text()
    elsewhere = QPoint(1, 1)
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, elsewhere, view.viewport().mapToGlobal(elsewhere))
    )
    qtbot.waitUntil(lambda: not QToolTip.text())


@pytest.mark.parametrize("ground", ["#ffffff", "#323232", "#1e1e1e", "#808080", "#000080"])
def test_a_link_can_be_read_on_any_ground(page, ground):
    colours = QPalette()
    base = QColor(ground)
    dark = base.lightness() < 128
    colours.setColor(QPalette.ColorRole.Window, base)
    colours.setColor(QPalette.ColorRole.WindowText, QColor("white" if dark else "black"))
    page.setPalette(colours)
    assert _contrast(Tones(page.view).link, base) >= 4.5
