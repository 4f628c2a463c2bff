# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver, run by tests/e2e/startup.py inside the real QGIS: measures, and notes seconds in the record.

Measured and floor take turns (A B A B), and the first turn of each, which is cold, does not count.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import qgis.utils
from qgis.core import Qgis, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from startup import WORKDIR, check, picture, record, run

sys.path.insert(0, str(Path(__file__).parent))

import loading
import many
import starting
import using

PLUGIN, EMPTY = "sterkesteden_plugin", "empty_plugin"
PACK = Path(os.environ["STERKESTEDEN_PACK"])
TURNS = int(os.environ["STERKESTEDEN_TURNS"])
LOADS = int(os.environ["STERKESTEDEN_LOADS"])
SERVER = os.environ["STERKESTEDEN_SERVER"]

canvas = qgis.utils.iface.mapCanvas()
project = QgsProject.instance()


def note(name, measured, floor):
    record[name] = {"seconds": measured[1:], "floor": floor[1:], "first": measured[0]}


def start_up():
    """Import and initGui, and what is built after it, beside import and initGui of an empty plugin."""
    window = qgis.utils.iface.mainWindow()
    window.hide()  # as while QGIS starts: what a plugin makes is not shown yet
    yield 300
    record["first start"] = starting.look_at_start(PLUGIN)
    brought = record["first start"]["modules"]
    starting.stop(PLUGIN, brought)
    yield 100
    started, built, floor = [], [], []
    for _turn in range(TURNS * 4 + 1):
        floor.append(starting.start(EMPTY))
        starting.stop(EMPTY, [])
        yield 0
        started.append(starting.start(PLUGIN))
        built.append(starting.build(PLUGIN))
        starting.stop(PLUGIN, brought)
        yield 0
    note("start", started, floor)
    note("build", built, floor)
    window.show()
    yield 300


def fresh(name):
    return Path(shutil.copyfile(PACK, WORKDIR / f"{name}.gpkg"))


def session_of_new_plugin():
    starting.start(PLUGIN)
    return qgis.utils.plugins[PLUGIN].session()


def opening():
    """From a plugin that has just been started to layers on the map and the panel painted, each time on a new file."""
    measured, floor = [], []
    for turn in range(TURNS // 2 + 1):
        session = session_of_new_plugin()
        path = fresh(f"open-{turn}")
        yield 100
        measured.append(using.open_pack(session, path))
        check(not session._tree.missing(session.state.pack), "all layers are there")
        floor.append(using.bare_layers(session.state.pack, fresh(f"bare-{turn}")))
        project.clear()
        starting.stop(PLUGIN, record["first start"]["modules"])
        yield 300
    note("open", measured, floor)


def open_to_use():
    session = session_of_new_plugin()
    check(session.open_pack(fresh("use")), "the pack opens")
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer):  # how long tiles take is no matter of ours
            project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    yield 300
    yield using.STILL
    return session


def cities(content):
    """From the click on a letter until the panel is painted, beside painting the same panel once more."""
    measured, floor = [], []
    buttons = content.header.letters.buttons
    for turn in range(TURNS * 2 + 1):
        yield using.STILL
        measured.append(using.choose_city(buttons[turn % len(buttons)]))
        yield using.STILL
        floor.append(using.repaint(content))
    note("city", measured, floor)
    picture("city")
    # Was all painted that was measured? What comes later would have been missed.
    paints = using.Paints(content)
    using.choose_city(buttons[0])
    paints.settled()
    yield 500
    record["paints"] = {"in time": paints.in_time, "late": paints.late}
    paints.close()
    check(paints.in_time and not paints.late, f"choosing a city paints the panel at once: {record['paints']}")


def items(content, state):
    """From the click on an item until the canvas starts to render, beside the same move of the canvas alone."""
    rendering = using.Rendering(canvas)
    located = [item for item in state.pack.items if any(link.place.located for link in item.places)]
    measured, floor = [], []
    for item in located[:: max(1, len(located) // (TURNS * 2))]:
        if state.city is None or state.city.id != item.city:
            state.set_city(item.city)
        yield using.STILL
        row = using.row_in_view(content.city.items, item.id)
        yield 100
        before = canvas.extent()
        rendering.begin()
        using.click_row(content.city.items, row)
        yield lambda: rendering.seconds
        measured.append(rendering.seconds)
        check(state.item is item, f"{item.id} is chosen")
        yield using.STILL
        shown = canvas.extent()
        content.close_card()
        canvas.setExtent(before)
        canvas.refresh()
        yield using.STILL
        rendering.begin()
        canvas.setExtent(shown)
        canvas.refresh()
        yield lambda: rendering.seconds
        floor.append(rendering.seconds)
    rendering.close()
    note("item", measured, floor)
    picture("item")


def presentation(session):
    """From the key until the text of the slide is painted and the map has set off."""
    session.present(session.state.pack.stories[0].id)
    window = session._presentation
    started = []
    window.stage.started.connect(lambda: started.append(1))
    yield window.isVisible
    yield 1000
    measured, floor = [], []
    for _turn in range(TURNS + 1):
        before = window.at, len(started)
        measured.append(using.press(window, Qt.Key.Key_Right))
        check((window.at, len(started)) == (before[0] + 1, before[1] + 1), "a step sets off at once")
        yield (lambda: not window.stage.flight.flying and not window.stage.canvas.isDrawing(), 30_000)
        yield 200
        floor.append(using.repaint(window))
    picture("presentation", window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    yield lambda: session._presentation is None
    note("step", measured, floor)


def steps():
    yield 1000
    record["qgis"] = Qgis.QGIS_VERSION
    yield from start_up()
    yield from opening()
    session = yield from open_to_use()
    yield from cities(session.dock.content)
    yield from items(session.dock.content, session.state)
    yield from presentation(session)
    yield from loading.steps(PACK, WORKDIR, SERVER, LOADS, note)
    yield from many.steps(session, WORKDIR, TURNS, note)


run(steps())
