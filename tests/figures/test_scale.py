# SPDX-License-Identifier: GPL-2.0-or-later
"""Axes: round numbers, one axis for all panels or the same height for each, labels that do not touch."""

from __future__ import annotations

import pytest

from sterkesteden_plugin.figures.scale import evenly, free, scales, ticks


@pytest.mark.parametrize(("low", "high"), [(54890, 56591), (0, 1), (5, 5), (0, 0), (-7, 13), (0.02, 0.03)])
def test_ticks_enclose_the_values_in_few_round_steps(low, high):
    found = ticks(low, high)
    assert found[0] <= low and found[-1] >= high
    assert 2 <= len(found) <= 6
    assert len({round(b - a, 9) for a, b in zip(found, found[1:])}) == 1


def test_panels_of_one_level_share_an_axis():
    found = scales([[12.0, 29.0], [20.0], []])
    assert not found.shifted
    assert len(set(found.ticks)) == 1 and found.ticks[0][0] == 0


def test_panels_of_very_different_levels_have_the_same_height_but_a_start_of_their_own():
    found = scales([[54890.0, 56591.0], [107113.0, 109346.0], [32575.0, 35810.0], []])
    assert found.shifted
    assert len({axis[0] for axis in found.ticks[:3]}) == 3
    assert len({axis[-1] - axis[0] for axis in found.ticks}) == 1
    for axis, (low, high) in zip(found.ticks, [(54890, 56591), (107113, 109346), (32575, 35810)]):
        assert axis[0] <= low and axis[-1] >= high


def test_without_values_there_is_no_axis():
    with pytest.raises(ValueError):
        scales([[], []])


def test_labels_that_would_touch_are_left_out_the_ends_last():
    assert free([(0, 10), (6, 10), (12, 10), (30, 10)], 1) == {0, 2, 3}
    assert free([(0, 10), (3, 10)], 1) == {1}
    assert free([], 1) == set()


def test_labels_of_steps_stand_evenly():
    assert evenly([(0, 8), (10, 8), (20, 8), (30, 8)], 1) == {0, 1, 2, 3}
    assert evenly([(0, 8), (8, 8), (16, 8), (24, 8)], 1) == {0, 2}  # not 0, 1 and 3
    assert evenly([(0, 8), (2, 8), (4, 8)], 1) == {0} and evenly([], 1) == set()
