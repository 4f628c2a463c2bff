# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines of flows as vertices."""

import numpy as np
import pytest

from sterkesteden_plugin.networks.curves import curved, straight

POINTS = np.array([[0.0, 0.0], [10.0, 0.0], [0.0, 10.0], [np.nan, np.nan], [10.0, 0.0]])


def test_a_curve_goes_from_origin_to_destination_and_bends_to_its_right():
    there, back, up = curved(POINTS, np.array([0, 1, 0]), np.array([1, 0, 2]), bend=0.2, steps=2)
    assert there.tolist() == [[0, 0], [5, -2], [10, 0]]  # to the east: right is south
    assert back.tolist() == [[10, 0], [5, 2], [0, 0]]  # to the west: right is north
    assert up.tolist() == [[0, 0], [2, 5], [0, 10]]


def test_there_and_back_share_their_ends_only():
    there, back = curved(POINTS, np.array([0, 1]), np.array([1, 0]))
    assert there.shape == (17, 2)
    assert (there[1:-1, 1] < 0).all() and (back[1:-1, 1] > 0).all()


def test_a_bend_below_zero_is_to_the_left_and_none_is_straight():
    left, flat = (curved(POINTS, np.array([0]), np.array([1]), bend)[0] for bend in (-0.1, 0.0))
    assert left[8].tolist() == [5, 1]
    assert (flat[:, 1] == 0).all() and (np.diff(flat[:, 0]) > 0).all()


def test_a_zone_without_a_place_has_no_vertices_and_two_at_one_place_have_one():
    lost, same = curved(POINTS, np.array([0, 1]), np.array([3, 4]))
    assert np.isnan(lost).all()
    assert (same == [10, 0]).all()


def test_straight_lines_and_no_lines():
    assert straight(POINTS, np.array([2]), np.array([1])).tolist() == [[[0, 10], [10, 0]]]
    none = np.zeros(0, np.int64)
    assert straight(POINTS, none, none).shape == (0, 2, 2) and curved(POINTS, none, none, steps=4).shape == (0, 5, 2)


def test_a_curve_has_a_step():
    with pytest.raises(ValueError, match="one step"):
        curved(POINTS, np.array([0]), np.array([1]), steps=0)
