# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QImage, QPainter

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


def drawn(canvas):
    """The pixels of the marks: a band does not tell its line."""
    image = QImage(600, 400, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    canvas.scene().render(painter)
    painter.end()
    return bytes(image.constBits().asarray(image.sizeInBytes()))


def bands(canvas):
    return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]


def test_points_lines_and_areas_are_drawn_with_a_halo(canvas, highlight):
    highlight.show([Mark(POINT, "exact"), Mark(LINE, "exact"), Mark(AREA, "exact")])
    assert len(bands(canvas)) == 3
    assert all(
        band.secondaryStrokeColor().isValid() and band.secondaryStrokeColor().lightness() > 200
        for band in bands(canvas)
    )


def test_a_fuzzy_area_has_no_crisp_stroke(canvas, highlight):
    highlight.show([Mark(AREA, "vaag")])
    assert len(bands(canvas)) > 1
    assert all(band.strokeColor().alpha() < 60 for band in bands(canvas))


@pytest.mark.parametrize("geometry", [POINT, LINE, AREA])
def test_each_certainty_is_drawn_by_another_line(canvas, highlight, geometry):
    canvas.setExtent(QgsRectangle(229000, 539000, 232000, 542000))
    seen = set()
    for certainty in ("exact", "indicatief", "vaag"):
        highlight.show([Mark(geometry, certainty)])
        seen.add(drawn(canvas))
    assert len(seen) == 3


def test_showing_others_takes_the_former_away(canvas, highlight):
    before = len(canvas.scene().items())
    highlight.show([Mark(POINT, "exact"), Mark(AREA, "vaag")])
    highlight.show([Mark(LINE, "exact")])
    assert len(bands(canvas)) == 1
    highlight.clear()
    assert len(canvas.scene().items()) == before


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:28992"])
def test_marks_follow_the_crs_of_the_canvas(canvas, highlight, crs):
    highlight.show([Mark(LINE, "exact")])
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    (band,) = bands(canvas)
    transform = QgsCoordinateTransform(RD, QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    expected = transform.transform(230000, 540000)
    first = band.getPoint(0, 0)
    assert first.distance(expected) < 1e-6 * max(1, abs(expected.x()))


def test_close_leaves_nothing_on_the_canvas_and_no_listener(canvas):
    before = len(canvas.scene().items())
    highlight = Highlight(canvas, RD)
    highlight.show([Mark(POINT, "exact"), Mark(AREA, "vaag")])
    highlight.close()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert len(canvas.scene().items()) == before


def test_close_bears_a_canvas_that_is_gone(qgis_app):
    canvas = QgsMapCanvas()
    highlight = Highlight(canvas, RD)
    highlight.show([Mark(POINT, "exact")])
    sip.delete(canvas)
    highlight.close()
