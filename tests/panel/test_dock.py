# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock itself: empty at first, light to make, gone without a trace."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QMainWindow

SIGNALS = ("packChanged", "chapterChanged", "cityChanged", "itemChanged", "hereChanged")


@pytest.fixture()
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


def _dock(state, window):
    from sterkesteden_plugin.panel.dock import StoryDock

    dock = StoryDock(state, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    return dock


def _listeners(state):
    return [state.receivers(getattr(state, name)) for name in SIGNALS]


def test_without_a_pack_it_says_what_this_is_and_offers_to_open(state, window, qtbot):
    dock = _dock(state, window)
    assert dock.objectName() == "SterkeStedenDock" and dock.minimumWidth() == 320
    page = dock.widget()
    assert "story" in page.text.toPlainText()
    with qtbot.waitSignal(dock.openRequested):
        page.open.click()


def test_its_methods_do_nothing_without_a_pack(state, window):
    dock = _dock(state, window)
    dock.set_missing(["Laag"])
    dock.focus_search()
    dock.show_home()
    assert dock.content is None


def test_the_empty_page_names_the_file_that_the_project_lacks(state, window):
    dock = _dock(state, window)
    assert "<b>weg.gpkg" not in dock.widget().text.toPlainText()
    dock.set_lost("<b>weg.gpkg")
    assert "<b>weg.gpkg" in dock.widget().text.toPlainText()
    dock.set_lost("")
    assert "<b>weg.gpkg" not in dock.widget().text.toPlainText()


def test_a_pack_brings_the_content_and_no_pack_the_empty_page_again(state, window, pack, tmp_path):
    dock = _dock(state, window)
    state.set_pack(pack, tmp_path)
    content = dock.content
    assert dock.widget() is content and content.isVisible()
    state.set_pack(None, None)
    assert dock.widget() is not content and not content.isVisible()
    state.set_pack(pack, tmp_path)
    assert dock.widget() is content and content.isVisible()


def test_a_pack_that_is_open_already_is_shown(state, window, pack, tmp_path):
    state.set_pack(pack, tmp_path)
    assert _dock(state, window).content is not None


def test_a_deleted_dock_leaves_no_widget_and_no_listener(state, window, pack, tmp_path):
    before = _listeners(state)
    for _ in range(3):
        dock = _dock(state, window)
        state.set_pack(pack, tmp_path)
        state.set_item("aardvoort-k1")
        content = dock.content
        window.removeDockWidget(dock)
        dock.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert sip.isdeleted(dock) and sip.isdeleted(content)
        assert _listeners(state) == before
        state.set_city("beekmeer")
        state.set_here(["aardvoort-k1"])
        state.set_pack(None, None)


def test_a_closed_dock_keeps_following(state, window, pack, tmp_path):
    dock = _dock(state, window)
    state.set_pack(pack, tmp_path)
    dock.close()
    state.set_city("beekmeer")
    dock.show()
    assert dock.content.header.letters.buttons[1].isChecked()


def test_the_dock_is_imported_without_its_inside():
    """Start-up of QGIS: pages, chart and SVG are imported when a pack is opened."""
    code = (
        "import sys; import sterkesteden_plugin.panel.dock; "
        "print([m for m in sys.modules if m.startswith('sterkesteden_plugin.panel.') or 'QtSvg' in m])"
    )
    root = Path(__file__).resolve().parent.parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['sterkesteden_plugin.panel.dock']"


def test_a_page_that_is_high_scrolls_and_does_not_make_the_window_higher(state, window, pack, qtbot):
    dock = _dock(state, window)
    state.set_pack(pack, Path("pack.gpkg"))
    content = dock.content
    for number in range(content.pages.count()):
        content.pages.setCurrentIndex(number)
        QCoreApplication.processEvents()
        assert dock.minimumSizeHint().height() < 300, type(content.pages.currentWidget()).__name__
    content.pages.setCurrentWidget(content.stories)
    window.resize(700, 320)
    QCoreApplication.processEvents()
    room = content.pages.parentWidget().parentWidget()
    assert content.pages.height() >= content.stories.minimumSizeHint().height() > room.height()
    assert room.verticalScrollBar().maximum() > 0


def test_another_city_can_be_renewed_while_the_card_of_the_one_before_waits(state, window, pack, tmp_path):
    dock = _dock(state, window)
    state.set_pack(pack, tmp_path / "pack.gpkg")
    first, second = pack.cities[:2]
    item = pack.items_of(first.id)[0]
    state.set_item(item.id)
    state.set_city(second.id)
    state.renew_pack(replace(pack, figures=()))
    assert dock.content.city.name.toPlainText() == second.name and not dock.content.card_open
    state.set_item(item.id)
    assert item.title in dock.content.city.card.text.toPlainText()
