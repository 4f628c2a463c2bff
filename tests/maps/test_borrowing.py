# SPDX-License-Identifier: GPL-2.0-or-later
"""Tools that follow each other on one canvas: the user gets back the one they work with."""

from __future__ import annotations

import itertools

import pytest
from qgis.core import QgsRectangle
from qgis.gui import QgsMapToolPan
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import QApplication

from sterkesteden_plugin.maps.area_tool import AreaTool
from sterkesteden_plugin.maps.draw_tool import DrawTool
from sterkesteden_plugin.maps.here_tool import HereTool
from sterkesteden_plugin.maps.pick_tool import PickTool


@pytest.fixture()
def tools(canvas, state, link):
    """How each tool takes the canvas and how it leaves it, and the user's own tool."""
    pan = QgsMapToolPan(canvas)
    draw, pick, here, area = (
        DrawTool(canvas),
        PickTool(canvas, state, link),
        HereTool(canvas, state, link),
        AreaTool(canvas),
    )
    canvas.setMapTool(pan)
    yield (
        {
            "pan": (lambda: canvas.setMapTool(pan), None),
            "draw": (lambda: draw.start("lijn"), draw.forget),
            "pick": (lambda: canvas.setMapTool(pick), pick.forget),
            "area": (area.draw, area.close),
            "here": (lambda: canvas.setMapTool(here), here.leave),
        },
        pan,
        here,
    )
    for tool in (draw, pick, here, area):
        tool.close()
    canvas.unsetMapTool(pan)


@pytest.mark.parametrize("first, second", list(itertools.permutations(["draw", "pick", "area", "here"], 2)))
def test_after_one_tool_upon_another_the_canvas_is_the_users_again(canvas, tools, first, second):
    ways, pan, here = tools
    ways[first][0]()
    ways[second][0]()
    ways[second][1]()
    assert canvas.mapTool() is (here if first == "here" else pan)
    if first == "here":
        here.leave()
        assert canvas.mapTool() is pan


def test_a_tool_that_is_gone_gets_nothing(canvas, tools):
    ways, _pan, _here = tools
    other = QgsMapToolPan(canvas)
    canvas.setMapTool(other)
    ways["draw"][0]()
    sip.delete(other)
    ways["draw"][1]()
    assert canvas.mapTool() is None


def drag(canvas, start, end):
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, pixel, button in (
        (QEvent.Type.MouseButtonPress, start, left),
        (QEvent.Type.MouseMove, end, none),
        (QEvent.Type.MouseButtonRelease, end, left),
    ):
        held = none if kind == QEvent.Type.MouseButtonRelease else left
        event = QMouseEvent(kind, QPointF(pixel), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(canvas.viewport(), event)


def test_an_area_is_dragged_once_and_told_in_the_crs_of_the_schema(canvas, tools, qtbot):
    _ways, pan, _here = tools
    area = AreaTool(canvas)
    told = []
    area.drawn.connect(told.append)
    canvas.setExtent(QgsRectangle(100_000, 440_000, 130_000, 460_000))
    for number in (1, 2):
        area.draw()
        drag(canvas, QPoint(100, 100), QPoint(200, 200))
        assert len(told) == number and canvas.mapTool() is pan
        assert canvas.extent().contains(told[-1]) and told[-1].width() == pytest.approx(
            100 * canvas.mapUnitsPerPixel(), rel=0.03
        )
    area.draw()
    canvas.setMapTool(pan)
    assert told[2:] == [None]
    area.close()
