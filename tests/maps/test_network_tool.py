# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tool of the page Network."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle
from qgis.gui import QgsMapMouseEvent, QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest

from sterkesteden_plugin.maps.network_layers import Zone
from sterkesteden_plugin.maps.network_tool import ZoneTool

from .conftest import RD


def _zone(code, *box):
    return Zone(code, code, QgsGeometry.fromRect(QgsRectangle(*box)))


ZONES = [
    _zone("groot", 230000, 540000, 240000, 550000),
    _zone("klein", 231000, 541000, 233000, 543000),
    Zone("punt", "punt", QgsGeometry.fromWkt("Point(245000 545000)")),
]


@pytest.fixture()
def tool(canvas):
    tool = ZoneTool(canvas)
    tool.set_zones(ZONES, RD)
    canvas.setExtent(QgsRectangle(225000, 538000, 255000, 552000))
    canvas.setMapTool(tool)
    yield tool
    tool.close()


@pytest.fixture()
def told(tool):
    told = []
    tool.clicked.connect(told.append)
    return told


def _pixel(canvas, x, y):
    at = canvas.getCoordinateTransform().transform(x, y)
    return QPoint(round(at.x()), round(at.y()))


@pytest.mark.parametrize(
    ("x", "y", "code"),
    [(238000, 548000, "groot"), (232000, 542000, "klein"), (245100, 545100, "punt"), (250000, 550000, "")],
)
def test_a_click_tells_the_zone_there_the_smallest_of_several(canvas, tool, told, x, y, code):
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=_pixel(canvas, x, y))
    assert told == [code]


def test_the_zones_are_found_whatever_the_crs_of_the_canvas(canvas, tool):
    at = canvas.extent().center()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    canvas.setExtent(QgsRectangle(690000, 6930000, 760000, 6990000))
    found = {tool.zone_at(QPoint(x, y)) for x in range(0, 600, 10) for y in range(0, 400, 10)}
    assert {"groot", "klein"} <= found and at


def test_dragging_moves_the_map_and_chooses_nothing(canvas, tool, told):
    before, left, none = canvas.extent(), Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    QTest.mousePress(canvas.viewport(), left, pos=QPoint(300, 200))
    for x in range(300, 180, -20):
        tool.canvasMoveEvent(QgsMapMouseEvent(canvas, QEvent.Type.MouseMove, QPoint(x, 200), none, left))
    QTest.mouseRelease(canvas.viewport(), left, pos=QPoint(200, 200))
    assert canvas.extent().center().x() > before.center().x() and not told


def test_escape_gives_the_canvas_back(canvas, told):
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    tool = ZoneTool(canvas)
    canvas.setMapTool(tool)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is pan
    tool.close()


def test_another_tool_gives_the_canvas_to_the_tool_before_it(canvas):
    """For when the page is gone, it is too."""
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    first, second = ZoneTool(canvas), ZoneTool(canvas)
    canvas.setMapTool(first)
    canvas.setMapTool(second)
    first.close()
    second.leave()
    assert canvas.mapTool() is pan
    second.close()
