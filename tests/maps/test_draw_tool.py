# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsSnappingConfig,
    QgsTolerance,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from sterkesteden_plugin.maps.draw_tool import DrawTool

RD = QgsCoordinateReferenceSystem("EPSG:28992")
A, B, C, D = QPoint(100, 100), QPoint(300, 100), QPoint(300, 300), QPoint(100, 260)


@pytest.fixture()
def view(canvas):
    canvas.setExtent(QgsRectangle(230000, 550000, 236000, 554000))
    return canvas


class Heard:
    def __init__(self, tool):
        self.shapes, self.told, self.cancelled = [], [], []
        tool.drawn.connect(self._take)
        tool.told.connect(self.told.append)
        tool.cancelled.connect(lambda: self.cancelled.append(1))

    def _take(self, geometry):
        self.shapes.append(QgsGeometry(geometry))


@pytest.fixture()
def tool(view):
    tool = DrawTool(view)
    yield tool
    tool.close()


@pytest.fixture()
def heard(tool):
    return Heard(tool)


def click(canvas, *pixels, button=Qt.MouseButton.LeftButton):
    for pixel in pixels:
        QTest.mouseMove(canvas.viewport(), pixel)
        QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, pixel)


def bands(canvas):
    return [item for item in canvas.items() if type(item).__name__ == "QgsRubberBand"]


def test_a_point_is_told_at_the_first_click(view, tool, heard):
    tool.start("punt")
    click(view, A)
    assert len(heard.shapes) == 1
    assert heard.shapes[0].wkbType() == QgsWkbTypes.Type.Point
    wanted = view.getCoordinateTransform().toMapCoordinates(A)
    assert heard.shapes[0].asPoint().distance(wanted) < 1e-6


def test_a_line_ends_by_the_right_button(view, tool, heard):
    tool.start("lijn")
    click(view, A, B, C)
    click(view, D, button=Qt.MouseButton.RightButton)
    assert heard.shapes[0].wkbType() == QgsWkbTypes.Type.MultiLineString
    assert len(heard.shapes[0].asMultiPolyline()[0]) == 3


def test_an_area_ends_by_enter_and_is_closed(view, tool, heard):
    tool.start("vlak")
    click(view, A, B, C, D)
    QTest.keyClick(view, Qt.Key.Key_Return)
    ring = heard.shapes[0].asMultiPolygon()[0][0]
    assert len(ring) == 5 and ring[0] == ring[-1]
    assert heard.shapes[0].isGeosValid()


def test_a_double_click_sets_the_last_point_once_and_ends(view, tool, heard):
    tool.start("lijn")
    click(view, A, B)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, B)
    assert len(heard.shapes) == 1
    assert len(heard.shapes[0].asMultiPolyline()[0]) == 2


def test_backspace_takes_the_last_point_back(view, tool, heard):
    tool.start("lijn")
    click(view, A, B, C)
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    QTest.keyClick(view, Qt.Key.Key_Return)
    line = heard.shapes[0].asMultiPolyline()[0]
    assert [point.distance(view.getCoordinateTransform().toMapCoordinates(B)) < 1 for point in line] == [False, True]


def test_backspace_without_points_does_nothing(view, tool, heard):
    tool.start("lijn")
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert view.mapTool() is tool and heard.cancelled == []


def test_esc_gives_up_and_leaves_nothing_on_the_map(view, tool, heard):
    pan = QgsMapToolPan(view)
    view.setMapTool(pan)
    tool.start("vlak")
    click(view, A, B)
    assert bands(view)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert heard.cancelled == [1] and heard.shapes == []
    assert view.mapTool() is pan and bands(view) == []
    view.unsetMapTool(pan)


def test_an_area_that_crosses_itself_is_told_and_can_be_mended(view, tool, heard):
    tool.start("vlak")
    click(view, A, C, B, D)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.shapes == [] and "crosses itself" in heard.told[-1]
    assert view.mapTool() is tool and len(tool.points) == 4
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert heard.told[-1] == ""
    click(view, B, C)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(heard.shapes) == 1


@pytest.mark.parametrize(("kind", "points", "said"), [("lijn", [A], "two points"), ("vlak", [A, B], "three points")])
def test_too_few_points_are_told(view, tool, heard, kind, points, said):
    tool.start(kind)
    click(view, *points)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.shapes == [] and said in heard.told[-1]


def test_an_area_without_inside_is_told(view, tool, heard):
    tool.start("vlak")
    click(view, A, B, QPoint(200, 100))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.shapes == [] and heard.told[-1]


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:32632"])
def test_it_is_told_in_the_crs_of_the_schema(view, tool, heard, project, crs):
    there = QgsCoordinateReferenceSystem(crs)
    transform = QgsCoordinateTransform(RD, there, project)
    view.setDestinationCrs(there)
    view.setExtent(transform.transformBoundingBox(QgsRectangle(230000, 550000, 236000, 554000)))
    pixel = view.getCoordinateTransform().transform(transform.transform(QgsPointXY(233000, 552000)))
    tool.start("punt")
    click(view, QPoint(round(pixel.x()), round(pixel.y())))
    assert heard.shapes[0].asPoint().distance(QgsPointXY(233000, 552000)) < 20


def test_what_lies_outside_the_country_is_told(view, tool, heard):
    view.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    view.setExtent(QgsRectangle(20, 0, 26, 4))
    tool.start("punt")
    click(view, A)
    assert heard.shapes == [] and "Netherlands" in heard.told[-1]


def test_it_snaps_as_the_project_says(view, tool, heard, project):
    layer = QgsVectorLayer("Point?crs=EPSG:28992", "punten", "memory")
    feature = QgsFeature()
    corner = QgsPointXY(233000, 552000)
    feature.setGeometry(QgsGeometry.fromPointXY(corner))
    layer.dataProvider().addFeatures([feature])
    project.addMapLayer(layer)
    view.setLayers([layer])
    config = QgsSnappingConfig()
    config.setEnabled(True)
    config.setMode(QgsSnappingConfig.SnappingMode.AllLayers)
    config.setTypeFlag(QgsSnappingConfig.SnappingTypes.VertexFlag)
    config.setTolerance(12)
    config.setUnits(QgsTolerance.UnitType.Pixels)
    snapper = view.snappingUtils()
    snapper.setConfig(config)
    snapper.locatorForLayer(layer).init()
    pixel = view.getCoordinateTransform().transform(corner)
    tool.start("punt")
    click(view, QPoint(round(pixel.x()) + 6, round(pixel.y())))
    assert heard.shapes[0].asPoint() == corner


@pytest.mark.parametrize("points", [[], [A, B]])
def test_another_tool_ends_what_was_begun(view, tool, heard, points):
    tool.start("vlak")
    click(view, *points)
    pan = QgsMapToolPan(view)
    view.setMapTool(pan)
    assert heard.cancelled == [1] and bands(view) == []
    view.unsetMapTool(pan)


def test_what_was_drawn_stays_in_sight_until_it_is_forgotten(view, tool, heard):
    tool.start("vlak")
    click(view, A, B, C)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.mapTool() is None and len(bands(view)) == 1
    tool.forget()
    assert bands(view) == []


def test_drawing_anew_begins_with_nothing(view, tool, heard):
    tool.start("vlak")
    click(view, A, B)
    tool.start("punt")
    assert tool.points == ()
    click(view, C)
    assert len(heard.shapes) == 1


def test_points_do_not_survive_another_crs_of_the_map(view, tool, heard):
    tool.start("lijn")
    click(view, A, B)
    view.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert heard.cancelled == [1] and tool.points == ()
