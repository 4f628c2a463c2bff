# SPDX-License-Identifier: GPL-2.0-or-later
"""Hexagons: they fill the plane, and each point is in the nearest."""

import numpy as np
import pytest

from sterkesteden_plugin.vacancy.hexagons import Hexagons, around


def points(count=3000, seed=5):
    return np.random.default_rng(seed).uniform(-5000, 5000, (2, count)) + 230_000


def test_each_point_lies_in_the_hexagon_whose_centre_is_nearest():
    x, y = points()
    hexagons, of = around(x, y, 800)
    centres = hexagons.centres()
    away = np.hypot(centres[:, 0] - x[:, None], centres[:, 1] - y[:, None])
    assert (away[np.arange(len(x)), of] <= away.min(axis=1) + 1e-9).all()
    assert away.min(axis=1).max() <= 800 / np.sqrt(3) + 1e-9
    assert np.bincount(of).all() and len(np.unique(np.column_stack([hexagons.q, hexagons.r]), axis=0)) == len(
        hexagons.q
    )


def test_its_size_is_from_side_to_side_and_its_area_that_of_a_hexagon():
    (ring,) = Hexagons(np.array([3]), np.array([-2]), 100.0).rings()
    assert (ring[0] == ring[-1]).all() and len(ring) == 7
    assert np.ptp(ring[:, 0]) == pytest.approx(100)
    x, y = ring[:-1].T
    area = 0.5 * np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)
    assert area == pytest.approx(np.sqrt(3) / 2 * 100**2)  # above zero: counter-clockwise
    assert ring[:-1].mean(axis=0) == pytest.approx([100 * (3 - 1), -100 * np.sqrt(3)])


def test_another_selection_of_points_gives_the_same_hexagons():
    x, y = points()
    every, _ = around(x, y, 300)
    some, _ = around(x[:500], y[:500], 300)
    assert set(zip(some.q, some.r)) <= set(zip(every.q, every.r))


def test_what_has_no_place_lies_in_none():
    hexagons, of = around(np.array([np.nan, 10.0]), np.array([5.0, np.inf]), 100)
    assert of.tolist() == [-1, -1] and len(hexagons.q) == 0
    assert hexagons.rings().shape == (0, 7, 2)


@pytest.mark.parametrize("size", [0, -1, np.nan])
def test_a_size_must_be_above_zero(size):
    with pytest.raises(ValueError, match="above zero"):
        around(np.array([1.0]), np.array([1.0]), size)
