# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import QgsRectangle

from sterkesteden_plugin.presentation.flight import between

SMALL = QgsRectangle(0, 0, 10, 8)
LARGE = QgsRectangle(-500, -400, 500, 400)
BESIDE = QgsRectangle(100, 100, 110, 108)


@pytest.mark.parametrize(("start", "end"), [(SMALL, LARGE), (LARGE, SMALL), (SMALL, BESIDE), (LARGE, BESIDE)])
def test_a_flight_begins_and_ends_where_it_should(start, end):
    assert between(start, end, 0) == start
    assert between(start, end, 1) == end
    assert between(start, end, 0.999).center().distance(end.center()) < 0.02 * max(start.width(), end.width())


def test_the_view_grows_evenly():
    widths = [between(SMALL, LARGE, share / 4).width() for share in range(5)]
    growth = [after / before for before, after in zip(widths, widths[1:])]
    assert max(growth) / min(growth) == pytest.approx(1)


def test_what_is_in_both_views_stays_in_view():
    for step in range(11):
        view = between(LARGE, BESIDE, step / 10)
        grown = QgsRectangle(view)
        grown.scale(1.0001)
        assert grown.contains(BESIDE)


def test_beside_each_other_the_middle_is_half_way():
    assert between(SMALL, BESIDE, 0.5).center().x() == pytest.approx(55)
