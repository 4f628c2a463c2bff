# SPDX-License-Identifier: GPL-2.0-or-later
"""A presentation from start to end: keys, links, and that nothing of QGIS is changed by it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLineEdit

from sterkesteden_plugin.presentation import keys
from sterkesteden_plugin.presentation.screens import following
from sterkesteden_plugin.presentation.window import PresentationWindow
from sterkesteden_plugin.story.model import Now
from sterkesteden_plugin.story.slides import city_slides, story_slides

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def slides_of(room):
    return story_slides(room.state.pack, room.state.pack.stories[0].id)


def press(window, key, held=Qt.KeyboardModifier.NoModifier):
    """As a person does: the key goes to the widget that has the keyboard."""
    QTest.keyClick(QApplication.focusWidget() or window, key, held)


def shown_layers(room, window):
    return {layer.customProperty("sterkesteden/laag") for layer in window.stage.canvas.layers()}


def test_it_fills_the_screen_and_begins_at_the_beginning(room, told):
    assert told.isFullScreen()
    assert told.at == 0
    assert slides_of(room)[0].title in told.told.text.toPlainText()
    assert told.bar.position.text().startswith("1 ")


@pytest.mark.parametrize("forth", [K.Key_Right, K.Key_Down, K.Key_Space, K.Key_PageDown])
@pytest.mark.parametrize("back", [K.Key_Left, K.Key_Up, K.Key_Backspace, K.Key_PageUp])
def test_keys_and_clickers_step_through_the_slides(room, told, forth, back):
    press(told, forth)
    press(told, forth)
    assert told.at == 2
    assert slides_of(room)[2].title in told.told.text.toPlainText()
    press(told, back)
    assert told.at == 1
    press(told, back)
    press(told, back)
    assert told.at == 0


def test_keys_to_the_ends_and_by_whole_chapters(room, told):
    slides = slides_of(room)
    press(told, K.Key_End)
    assert told.at == len(slides) - 1
    press(told, K.Key_Right)
    assert told.at == len(slides) - 1
    press(told, K.Key_Home)
    assert told.at == 0
    press(told, K.Key_Right, CTRL)
    assert slides[told.at].chapter is not None and slides[told.at].item is None and told.at > 0
    press(told, K.Key_Left, CTRL)
    assert told.at == 0


def test_a_held_key_does_not_run_away(told):
    event = QKeyEvent(QEvent.Type.KeyPress, K.Key_Right, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(told, event)
    assert told.at == 0


def test_every_key_that_is_explained_does_something(told):
    assert len(keys.explained()) == 16
    for action in {*keys._PLAIN.values(), *keys._CTRL.values(), *keys._SHIFT.values()} - {keys.END}:
        told.do(action)


def test_screens_come_one_after_another(told):
    assert following(["laptop", "beamer"], "laptop") == "beamer"
    assert following(["laptop", "beamer"], "beamer") == "laptop"
    assert following(["laptop"], "weg") == "weg"
    before = told.geometry()
    press(told, K.Key_S)  # there is one screen here
    assert (told.geometry(), told.isFullScreen()) == (before, True)


def test_the_map_shows_only_the_layers_of_the_slide_and_where_it_is_about(room, told, qtbot):
    slides = slides_of(room)
    for _ in slides[1:]:
        with qtbot.waitSignal(told.stage.arrived):
            press(told, K.Key_Right)
        slide = slides[told.at]
        services = {spec.id for spec in room.state.pack.layers if spec.service is not None}
        assert shown_layers(room, told) - services == set(slide.layers) - services, slide.key
        for place in slide.view:
            assert told.stage.canvas.extent().contains(room.link.geometries()[place].boundingBox()), (slide.key, place)
        assert len(told.stage.highlight.marks()) == len(slide.marked)


def test_the_layers_lie_as_in_the_layer_tree(room, told, qtbot):
    with qtbot.waitSignal(told.stage.arrived):
        press(told, K.Key_End)
    order = [layer.id() for layer in room.project.layerTreeRoot().layerOrder()]
    places = [order.index(layer.id()) for layer in told.stage.canvas.layers()]
    assert places == sorted(places) and len(places) > 1


def test_pressing_fast_ends_where_the_last_press_leads(room, told, qtbot):
    begun = []
    told.stage.started.connect(lambda: begun.append(told.at))
    for _ in range(4):
        press(told, K.Key_Right)
    assert begun == [1, 2, 3, 4]  # each has set off at once, none waits for another
    arrived = []
    told.stage.arrived.connect(lambda: arrived.append(told.at))
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [4]
    slide = slides_of(room)[4]
    for place in slide.view:
        assert told.stage.canvas.extent().contains(room.link.geometries()[place].boundingBox())


def test_without_motion_the_map_is_there_at_once(room, told):
    press(told, K.Key_M)
    arrived = []
    told.stage.arrived.connect(lambda: arrived.append(told.at))
    press(told, K.Key_End)
    assert arrived == [told.at]
    assert not told.stage.flight.flying


def test_nothing_of_qgis_is_changed(room, qtbot):
    room.state.set_city(room.state.pack.cities[0].id)
    room.canvas.setFocus()
    before = (room.canvas.extent(), room.visible(), room.main.geometry(), room.canvas.layers())
    tool, marks, dirty = room.canvas.mapTool(), room.link.highlight.marks(), room.project.isDirty()
    heard = []
    for signal in (room.state.chapterChanged, room.state.cityChanged, room.state.itemChanged, room.state.shownChanged):
        signal.connect(lambda *said: heard.append(said))
    window = room.present(room.state.pack.stories[0].id)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    for key in (K.Key_Right, K.Key_D, K.Key_L, K.Key_T, K.Key_End, K.Key_Plus):
        press(window, key)
    with qtbot.waitSignal(window.destroyed):
        press(window, K.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is room.main)
    assert (room.canvas.extent(), room.visible(), room.main.geometry(), room.canvas.layers()) == before
    assert room.canvas.mapTool() is tool
    assert room.link.highlight.marks() == marks
    assert room.project.isDirty() == dirty
    assert room.canvas.hasFocus()
    assert heard == []
    assert room.ended == [True]


def test_one_city_alone(room, qtbot):
    city = room.state.pack.cities[1]
    window = room.present("", city.id)
    assert [slide.key for slide in window._slides] == [slide.key for slide in city_slides(room.state.pack, city.id)]


def test_it_begins_where_it_is_asked_to(room):
    slide = slides_of(room)[3]
    assert room.present(room.state.pack.stories[0].id, slide.key).slide.key == slide.key


def test_a_story_without_chapters_ends_at_once(room, qtbot):
    window = room.present("weg")
    assert room.ended == [True]
    qtbot.waitUntil(lambda: sip.isdeleted(window))


def test_a_black_screen_is_over_everything_until_the_next_step(told):
    for key in (K.Key_B, K.Key_Period):
        press(told, key)
        assert told.black.isVisible() and told.black.geometry() == told.rect()
        press(told, key)
        assert not told.black.isVisible()
    press(told, K.Key_B)
    press(told, K.Key_PageDown)
    assert not told.black.isVisible() and told.at == 1


def test_esc_first_takes_away_what_covers_the_slide(room, told):
    press(told, K.Key_F1)
    assert told.help.isVisible()
    press(told, K.Key_Escape)
    assert not told.help.isVisible() and room.ended == []
    press(told, K.Key_Question, SHIFT)
    assert told.help.isVisible()
    press(told, K.Key_Question, SHIFT)
    press(told, K.Key_Escape)
    assert room.ended == [True]


def test_the_size_of_the_text_is_kept(room, told):
    before = told.told.text.font().pixelSize()
    press(told, K.Key_Plus)
    larger = told.told.text.font().pixelSize()
    assert larger > before
    told.close()
    again = room.present(room.state.pack.stories[0].id)
    assert again.told.text.font().pixelSize() == larger
    for _ in range(40):
        press(again, K.Key_Minus)
    assert again.told.text.font().pixelSize() >= 11


def test_a_long_text_scrolls_with_shift(told):
    bar = told.told.verticalScrollBar()
    told.resize(500, 200)
    for _ in range(20):
        press(told, K.Key_Plus)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert bar.maximum() > 0
    press(told, K.Key_Down, SHIFT)
    assert bar.value() > 0 and told.at == 0
    press(told, K.Key_Up, SHIFT)
    assert bar.value() == 0


def settle():
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def test_a_clicker_goes_through_a_long_text_before_it_goes_on(room, told):
    pack = room.state.pack
    first, second = pack.chapters[0], pack.chapters[1]
    long = "\n\n".join(f"Alinea {number}." for number in range(60))
    room.state.renew_pack(replace(pack, chapters=(replace(first, text=long), *pack.chapters[1:])))
    bar = told.told.verticalScrollBar()
    seen = [bar.value()]
    while told.at == 0:
        press(told, K.Key_PageDown)  # at once, as the tour does
        seen.append(bar.value())
    assert len(seen) > 3 and seen[:-1] == sorted(set(seen[:-1]))
    assert seen[-2] + bar.pageStep() >= told.told.height() - 1 and told.slide.chapter.id == second.id
    assert bar.value() == 0  # the next begins at its top
    press(told, K.Key_PageUp)
    settle()
    assert told.at == 0 and bar.value() == 0
    bar.setValue(bar.maximum())
    press(told, K.Key_PageUp)
    assert told.at == 0 and 0 <= bar.value() < bar.maximum()
    press(told, K.Key_Right)  # the arrows step, whatever there is to read
    assert told.at == 1


def test_a_clicker_steps_where_the_text_is_not_shown(room, told):
    pack = room.state.pack
    long = "\n\n".join(f"Alinea {number}." for number in range(60))
    room.state.renew_pack(replace(pack, chapters=(replace(pack.chapters[0], text=long), *pack.chapters[1:])))
    settle()
    press(told, K.Key_T)
    press(told, K.Key_PageDown)
    assert told.at == 1


def test_what_is_known_since_stands_below_the_text(room, told):
    pack = room.state.pack
    chapter, reference = pack.chapters[0], pack.chapters[0].reference
    now = Now("n", None, chapter.id, "Iets krimpt.", "geen nieuwer cijfer", "Niet <b>nagegaan</b>.", None, reference)
    assert "Iets krimpt." not in told.told.text.toPlainText()
    room.state.renew_pack(replace(pack, nows=(now,)))
    text = told.told.text.toPlainText()
    parts = [chapter.text.split("\n")[0][:20], "Iets krimpt.", "Niet <b>nagegaan</b>.", reference.source.title]
    places = [text.rindex(part) for part in parts]
    assert places == sorted(places)
    press(told, K.Key_Right)
    assert "Iets krimpt." not in told.told.text.toPlainText()


def test_links_of_a_text_act_on_this_map(room, told, qtbot):
    pack = room.state.pack
    place = next(place for place in pack.places if place.located and place.table == "plaats_punt")
    layer = next(spec for spec in pack.layers if spec.service is None and spec.id not in pack.chapters[0].layers)
    text = f"Zie [daar](plaats:{place.id}) en [dit](laag:{layer.id})."
    chapters = (replace(pack.chapters[0], text=text), *pack.chapters[1:])
    before = room.canvas.extent(), room.visible()
    room.state.renew_pack(replace(pack, chapters=chapters))
    assert "Zie daar en dit." in told.told.text.toPlainText()
    press(told, K.Key_Tab)
    while not told.told.text.textCursor().hasSelection():
        press(told, K.Key_Tab)
    with qtbot.waitSignal(told.stage.arrived):
        press(told, K.Key_Return)
    assert told.stage.canvas.extent().contains(room.link.geometries()[place.id].boundingBox())
    assert len(told.stage.highlight.marks()) == 1
    press(told, K.Key_Tab)
    with qtbot.waitSignal(told.stage.arrived):
        press(told, K.Key_Return)
    assert layer.id in shown_layers(room, told)
    assert (room.canvas.extent(), room.visible()) == before
    press(told, K.Key_Right)  # the keys go on
    assert told.at == 1


def test_buttons_do_what_keys_do_and_leave_keys_alone(told):
    button = told.bar.findChild(QAbstractButton, "present-next")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.at == 1
    button.setFocus()
    QTest.keyClick(button, K.Key_Space)
    assert told.at == 2
    QTest.keyClick(button, K.Key_Left)
    assert told.at == 1
    QTest.keyClick(button, K.Key_PageDown)
    assert told.at == 2
    for each in told.bar.buttons.values():
        assert each.accessibleName() and each.toolTip()


def test_a_layer_that_is_missing_is_said(room, told):
    slide = told.slide
    spec = next(spec for spec in room.state.pack.layers if spec.id in slide.layers and spec.service is None)
    room.project.removeMapLayer(room.tree.layer(spec.id).id())
    assert told.stage.notice.isVisible()
    assert spec.title in told.stage.notice.text()
    room.project.clear()
    press(told, K.Key_Right)
    assert told.at == 1 and told.stage.canvas.layers() == []


def test_a_renewed_pack_is_told_from_the_same_slide_on(room, told):
    press(told, K.Key_Right)
    key = told.slide.key
    pack = room.state.pack
    texts = {key: "Nieuwe woorden."}
    chapters = tuple(replace(c, text=texts.get(c.id, c.text)) for c in pack.chapters)
    items = tuple(replace(i, text=texts.get(i.id, i.text)) for i in pack.items)
    room.state.renew_pack(replace(pack, chapters=chapters, items=items))
    assert told.slide.key == key
    assert "Nieuwe woorden." in told.told.text.toPlainText()
    room.state.renew_pack(replace(room.state.pack, chapters=()))
    assert room.ended == [True]


def test_a_slide_that_comes_before_this_one_does_not_move_it(room, told):
    pack = room.state.pack
    press(told, K.Key_Right)
    key, at = told.slide.key, told.at
    before = replace(pack.chapters[0], id="eerder", title="Eerder")
    room.state.renew_pack(replace(pack, chapters=(before, *pack.chapters)))
    assert (told.slide.key, told.at) == (key, at + 1)
    assert told.bar.position.text().startswith(f"{at + 2} ")


@pytest.mark.parametrize("floating", [False, True])
def test_the_keyboard_is_given_back_to_where_it_was(room, qtbot, floating):
    panel = QDockWidget(room.main)
    line, other = QLineEdit(), QLineEdit(room.main)
    panel.setWidget(line)
    room.main.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
    panel.setFloating(floating)
    for widget in (panel, other):
        widget.show()
    line.window().activateWindow()
    line.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line)
    window = room.present(room.state.pack.stories[0].id)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    other.setFocus()  # something of QGIS takes it meanwhile
    with qtbot.waitSignal(window.destroyed):
        press(window, K.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line)


def test_another_pack_ends_it(room, told):
    room.state.set_pack(None, None)
    assert room.ended == [True]


def test_it_can_be_closed_while_it_flies(room, told, qtbot):
    press(told, K.Key_End)
    assert told.stage.flight.flying
    with qtbot.waitSignal(told.destroyed):
        told.close()
    assert room.ended == [True]


def test_a_wrong_setting_does_no_harm(room):
    from sterkesteden_plugin.presentation.window import SIZE_SETTING

    QgsSettings().setValue(SIZE_SETTING, "groot")
    assert isinstance(room.present(room.state.pack.stories[0].id), PresentationWindow)
