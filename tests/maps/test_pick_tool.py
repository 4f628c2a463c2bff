# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import QgsPointXY, QgsRectangle
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from sterkesteden_plugin.maps.pick_tool import PickTool


@pytest.fixture()
def heard(canvas, state, link):
    """The tool on a canvas that had another one, and what it told."""
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    tool = PickTool(canvas, state, link)
    tool.told = []
    tool.picked.connect(tool.told.append)
    tool.cancelled.connect(lambda: tool.told.append("cancelled"))
    canvas.setMapTool(tool)
    yield tool, pan
    tool.close()
    canvas.unsetMapTool(pan)


def click(canvas, pixel):
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pixel)


def test_a_click_tells_the_places_nearest_first_and_leaves_the_map_as_it_was(canvas, link, heard):
    tool, pan = heard
    point = link.geometries()["gouda"].asPoint()
    canvas.setExtent(QgsRectangle.fromCenterAndSize(point, 6000, 4000))
    click(canvas, canvas.getCoordinateTransform().transform(point).toQPointF().toPoint())
    assert len(tool.told) == 1
    assert tool.told[0][0] == "gouda" and len(tool.told[0]) > 1
    assert canvas.mapTool() is pan


def test_a_click_where_nothing_is_tells_that(canvas, heard):
    tool, _pan = heard
    canvas.setExtent(QgsRectangle.fromCenterAndSize(QgsPointXY(200000, 500000), 600, 400))
    click(canvas, QPoint(300, 200))
    assert tool.told == [[]]


def test_esc_gives_up(canvas, heard):
    tool, pan = heard
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert tool.told == ["cancelled"] and canvas.mapTool() is pan


def test_another_tool_gives_up(canvas, heard):
    tool, pan = heard
    canvas.setMapTool(pan)
    assert tool.told == ["cancelled"]
