# SPDX-License-Identifier: GPL-2.0-or-later
"""A main window with a canvas, the pack of three cities in a project, and a presentation beside them."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

from sterkesteden_plugin.maps.link import MapLink
from sterkesteden_plugin.maps.tree import StoryTree
from sterkesteden_plugin.presentation.motion import SETTING
from sterkesteden_plugin.presentation.window import SIZE_SETTING, PresentationWindow
from sterkesteden_plugin.state import State


class Room:
    """What QGIS has while a presentation runs."""

    def __init__(self, pack, path):
        self.project = QgsProject()
        self.main = QMainWindow()
        self.canvas = QgsMapCanvas(self.main)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
        self.main.setCentralWidget(self.canvas)
        self.main.resize(700, 500)
        self.state = State()
        self.tree = StoryTree(self.project)
        self.link = MapLink(self.canvas, self.project, self.state, self.tree)
        self.state.set_pack(pack, path)
        self.tree.add(pack, path)
        self.canvas.setExtent(QgsRectangle(100_000, 440_000, 120_000, 460_000))
        self.window = None
        self.ended = []

    def present(self, story, first=""):
        self.window = PresentationWindow(
            self.main, self.canvas, self.state, self.tree, self.link.geometries, self.project
        )
        self.window.ended.connect(lambda: self.ended.append(True))
        if story:
            self.window.present_story(story, first)
        else:
            self.window.present_city(first)
        return self.window

    def visible(self):
        """The layers that are on, in the layer tree of the user."""
        root = self.project.layerTreeRoot()
        return {node.layerId(): node.isVisible() for node in root.findLayers()}

    def close(self):
        if self.window is not None and not sip.isdeleted(self.window):
            self.window.close()
        self.link.close()
        self.tree.close()
        self.canvas.stopRendering()
        sip.delete(self.main)
        self.project.clear()
        sip.delete(self.project)
        self.state.deleteLater()


@pytest.fixture()
def room(qgis_app, qtbot, small_pack, small_pack_file):
    for setting in (SETTING, SIZE_SETTING):
        QgsSettings().remove(setting)
    QgsSettings().setValue(SETTING, True)
    room = Room(small_pack, small_pack_file)
    with qtbot.waitExposed(room.main):
        room.main.show()
    room.main.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is room.main)
    yield room
    room.close()
    for setting in (SETTING, SIZE_SETTING):
        QgsSettings().remove(setting)


@pytest.fixture()
def told(room, qtbot):
    """A presentation of the story, begun."""
    window = room.present(room.state.pack.stories[0].id)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window
