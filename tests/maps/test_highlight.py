# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt import sip

from sterkesteden_plugin.maps.highlight import Highlight, Mark

RD = QgsCoordinateReferenceSystem("EPSG:28992")
POINT = QgsGeometry.fromWkt("POINT(230000 540000)")
LINE = QgsGeometry.fromWkt("MULTILINESTRING((230000 540000, 231000 541000))")
AREA = QgsGeometry.fromWkt("MULTIPOLYGON(((230000 540000, 231000 540000, 231000 541000, 230000 540000)))")


@pytest.fixture()
def highlight(canvas):
    highlight = Highlight(canvas, RD)
    yield highlight
    highlight.close()


def bands(canvas):
    return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]


def test_points_lines_and_areas_are_drawn_with_a_halo(canvas, highlight):
    highlight.show([Mark(POINT, False), Mark(LINE, False), Mark(AREA, False)])
    assert len(bands(canvas)) == 3
    assert all(
        band.secondaryStrokeColor().isValid() and band.secondaryStrokeColor().lightness() > 200
        for band in bands(canvas)
    )


def test_a_fuzzy_area_has_no_crisp_stroke(canvas, highlight):
    highlight.show([Mark(AREA, True)])
    assert len(bands(canvas)) > 1
    assert all(band.strokeColor().alpha() < 60 for band in bands(canvas))


def test_showing_others_takes_the_former_away(canvas, highlight):
    before = len(canvas.scene().items())
    highlight.show([Mark(POINT, False), Mark(AREA, True)])
    highlight.show([Mark(LINE, False)])
    assert len(bands(canvas)) == 1
    highlight.clear()
    assert len(canvas.scene().items()) == before


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:28992"])
def test_marks_follow_the_crs_of_the_canvas(canvas, highlight, crs):
    highlight.show([Mark(LINE, False)])
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    (band,) = bands(canvas)
    transform = QgsCoordinateTransform(RD, QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    expected = transform.transform(230000, 540000)
    first = band.getPoint(0, 0)
    assert first.distance(expected) < 1e-6 * max(1, abs(expected.x()))


def test_close_leaves_nothing_on_the_canvas_and_no_listener(canvas):
    before = len(canvas.scene().items())
    highlight = Highlight(canvas, RD)
    highlight.show([Mark(POINT, False), Mark(AREA, True)])
    highlight.close()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert len(canvas.scene().items()) == before


def test_close_bears_a_canvas_that_is_gone(qgis_app):
    canvas = QgsMapCanvas()
    highlight = Highlight(canvas, RD)
    highlight.show([Mark(POINT, False)])
    sip.delete(canvas)
    highlight.close()
