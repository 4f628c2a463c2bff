# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from sterkesteden_plugin.maps.here_tool import TOLERANCE_PIXELS, HereTool

RD = QgsCoordinateReferenceSystem("EPSG:28992")


@pytest.fixture()
def tool(canvas, state, link):
    tool = HereTool(canvas, state, link)
    yield tool
    tool.close()


def look_at(canvas, project, point, crs, width=6000):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    transform = QgsCoordinateTransform(RD, canvas.mapSettings().destinationCrs(), project)
    canvas.setExtent(transform.transformBoundingBox(QgsRectangle.fromCenterAndSize(point, width, width * 2 / 3)))


def pixel_of(canvas, project, point):
    transform = QgsCoordinateTransform(RD, canvas.mapSettings().destinationCrs(), project)
    return canvas.getCoordinateTransform().transform(transform.transform(point)).toQPointF().toPoint()


@pytest.mark.parametrize("crs", ["EPSG:28992", "EPSG:3857", "EPSG:4326"])
def test_a_click_on_a_city_lists_its_items_first_and_then_those_of_the_area_around(
    canvas, project, state, link, tool, crs
):
    point = link.geometries()["gouda"].asPoint()
    look_at(canvas, project, point, crs)
    canvas.setMapTool(tool)
    QTest.mouseClick(
        canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pixel_of(canvas, project, point)
    )
    # the point (profiel, k1), then the link that begins there and the centre (o1)
    assert state.here == ("gouda-profiel", "gouda-k1", "gouda-o1", "delft-o1")


@pytest.mark.parametrize("crs", ["EPSG:28992", "EPSG:3857", "EPSG:4326"])
def test_the_tolerance_is_in_pixels_whatever_the_crs(canvas, project, state, link, tool, crs):
    middle = (
        link.geometries()["verbinding-gouda-delft"]
        .interpolate(link.geometries()["verbinding-gouda-delft"].length() / 2)
        .asPoint()
    )
    look_at(canvas, project, middle, crs)
    pixel = pixel_of(canvas, project, QgsPointXY(middle))
    near, far = QPoint(0, TOLERANCE_PIXELS - 2), QPoint(0, TOLERANCE_PIXELS + 8)
    assert set(tool.items_at(pixel + near)) == {"gouda-o1", "delft-o1"}
    assert tool.items_at(pixel + far) == []


def test_a_click_where_nothing_is_empties_the_list(canvas, project, state, link, tool):
    state.set_here(["gouda-k1"])
    look_at(canvas, project, QgsPointXY(200000, 500000), "EPSG:28992")
    canvas.setMapTool(tool)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(300, 200))
    assert state.here == ()


def test_only_the_left_button_asks(canvas, state, link, tool):
    state.set_here(["gouda-k1"])
    canvas.setMapTool(tool)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, QPoint(300, 200))
    assert state.here == ("gouda-k1",)


def test_it_works_without_any_layer(canvas, project, state, link, tool):
    point = link.geometries()["gouda"].asPoint()
    project.clear()
    look_at(canvas, project, point, "EPSG:28992")
    assert tool.items_at(pixel_of(canvas, project, point))


def test_escape_returns_to_the_former_tool(canvas, tool):
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    canvas.setMapTool(tool)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is pan
    canvas.unsetMapTool(pan)


def test_escape_without_a_former_tool_leaves_none(canvas, tool):
    canvas.setMapTool(tool)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is None


def test_it_has_a_cursor_of_its_own(canvas, tool):
    canvas.setMapTool(tool)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.WhatsThisCursor
