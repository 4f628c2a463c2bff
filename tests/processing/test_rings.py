# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings of areas, of every kind that a layer may hold."""

import numpy as np
import pytest
from qgis.core import QgsGeometry

from sterkesteden_plugin.processing.rings import rings

SQUARE = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
HOLE = [[1, 1], [1, 2], [2, 2], [1, 1]]
FAR = [[9, 9], [10, 9], [9, 10], [9, 9]]


def told(wkt):
    found, repaired = rings(QgsGeometry.fromWkt(wkt))
    return [ring.tolist() for ring in found], repaired


@pytest.mark.parametrize(
    ("wkt", "wanted"),
    [
        ("POLYGON((0 0,4 0,4 4,0 4,0 0))", [SQUARE]),
        ("POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,1 1))", [SQUARE, HOLE]),
        ("MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,1 1)),((9 9,10 9,9 10,9 9)))", [SQUARE, HOLE, FAR]),
        ("POLYGON Z((0 0 7,4 0 7,4 4 7,0 4 7,0 0 7))", [SQUARE]),
        ("MULTIPOLYGON ZM(((0 0 1 2,4 0 1 2,4 4 1 2,0 4 1 2,0 0 1 2)))", [SQUARE]),
        ("CURVEPOLYGON((0 0,4 0,4 4,0 4,0 0))", [SQUARE]),
        ("POLYGON EMPTY", []),
        ("LINESTRING(0 0,1 1)", []),
        ("POINT(1 1)", []),
    ],
)
def test_rings(wkt, wanted, qgis_app):
    assert told(wkt) == (wanted, False)


def test_no_geometry_has_no_rings(qgis_app):
    assert rings(QgsGeometry()) == ([], False)


def test_a_curve_becomes_chords(qgis_app):
    (ring,), repaired = rings(QgsGeometry.fromWkt("CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))"))
    assert len(ring) > 50 and not repaired
    assert np.allclose(np.hypot(ring[:, 0] - 1, ring[:, 1]), 1)


def test_what_crosses_itself_is_made_valid_and_that_is_told(qgis_app):
    found, repaired = rings(QgsGeometry.fromWkt("POLYGON((0 0,2 2,2 0,0 2,0 0))"))
    assert repaired and len(found) == 2 and all(len(ring) == 4 for ring in found)
    found, repaired = rings(QgsGeometry.fromWkt("POLYGON((0 0,1 1,0 0))"))
    assert repaired and not found
