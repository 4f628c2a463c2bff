# SPDX-License-Identifier: GPL-2.0-or-later
"""The interval of Wilson, against published values and its own definition."""

import numpy as np
import pytest

from sterkesteden_plugin.vacancy.intervals import Z_95, wilson


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe (1998), Statistics in Medicine 17, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_intervals(part, whole, low, high):
    assert np.round(wilson(np.array(part), np.array(whole)), 4).tolist() == [low, high]


def test_its_ends_are_as_far_from_the_share_as_z_standard_errors_of_their_own():
    whole = np.arange(1, 60)
    part = whole // 3
    for end in wilson(part, whole):
        inner = (end > 0) & (end < 1)
        off = (part / whole - end)[inner] ** 2
        assert np.allclose(off, Z_95**2 * (end * (1 - end) / whole)[inner])


def test_of_nothing_no_share_is_told():
    assert np.isnan(wilson(np.array([0]), np.array([0]))).all()


def test_none_and_all_stay_between_zero_and_one():
    low, high = wilson(np.array([0, 7]), np.array([7, 7]))
    assert low[0] == 0 and high[1] == 1
    assert np.allclose(high[0], 1 - low[1]) and 0.35 < high[0] < 0.36
