# SPDX-License-Identifier: GPL-2.0-or-later
"""Polycentricity by sizes and by flows."""

import math

import numpy as np
import pytest

from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.networks.polycentricity import functional, rank_size, sizes_of


def test_centres_as_zipf_has_them_lie_on_a_slope_of_minus_one():
    told = rank_size(np.array([20.0, 60, 0, 30, 15]))
    assert told.counts == (2, 3, 4) and told.slopes == pytest.approx((-1, -1, -1)) and told.slope == pytest.approx(-1)
    assert told.centres == 4


def test_equal_centres_have_no_slope_and_a_large_one_a_steep_one():
    assert rank_size(np.array([7.0, 7, 7])).slope == pytest.approx(0)
    assert rank_size(np.array([80.0, 10, 10])).slopes == pytest.approx((-3, -2.0120), abs=1e-4)
    assert rank_size(np.array([8.0, 4, 4, 2])).slopes[0] == pytest.approx(-1)


def test_as_numpy_draws_the_line():
    sizes = np.random.default_rng(2).lognormal(3, 1, 12)
    told = rank_size(sizes, counts=(1, 5, 12, 13))
    ordered = np.log(np.sort(sizes)[::-1])
    wanted = [np.polyfit(np.log(np.arange(1, count + 1)), ordered[:count], 1)[0] for count in (5, 12)]
    assert told.slopes == pytest.approx(wanted) and told.slope == pytest.approx(np.mean(wanted))


def test_fewer_than_two_centres_have_no_slope():
    for sizes in ([], [5.0], [5.0, 0, 0]):
        told = rank_size(np.array(sizes))
        assert math.isnan(told.slope) and told.counts == ()
    assert rank_size(np.array([4.0, 2])).counts == (2,)


FLOWS = Flows.of(
    ["A", "A", "B", "B", "C", "C", "X", "A"],
    ["A", "B", "A", "B", "A", "C", "A", ELSEWHERE],
    [40, 10, 20, 10, 10, 10, 7, 5],
)


def test_sizes_of_centres_for_form_and_function():
    jobs, held = sizes_of(FLOWS, ["C", "A", "B"])
    assert jobs.tolist() == [77, 20, 10] and held.tolist() == [30, 10, 0]


def test_green_by_hand():
    told = functional(FLOWS, ["A", "B", "C"])
    assert told.codes == ("A", "B", "C") and told.degrees.tolist() == [30, 10, 0]
    spread = math.sqrt((30**2 + 10**2) / 3 - (40 / 3) ** 2)
    assert told.spread == pytest.approx(spread) and told.most_spread == 15 and told.density == pytest.approx(0.4)
    assert told.value == pytest.approx((1 - spread / 15) * 0.4)
    out = functional(FLOWS, ["A", "B", "C"], "out")
    assert out.degrees.tolist() == [10, 20, 10] and out.most_spread == 10
    assert out.value == pytest.approx((1 - math.sqrt(200 / 9) / 10) * 0.4)
    assert functional(FLOWS, ["A", "B", "C"], "both").degrees.tolist() == [40, 30, 10]


def test_between_nothing_and_everything():
    assert functional(Flows.of("AABB", "ABAB", [0, 5, 5, 0]), "AB").value == 1  # alike, and all goes to the other
    assert functional(Flows.of("AABB", "ABAB", [5, 5, 5, 5]), "AB").value == 0.5
    assert functional(Flows.of("AB", "AA", [5, 5]), "AB").value == 0  # one centre, and all goes there
    assert functional(Flows.of("AB", "AB", [5, 5]), "AB").value == 0  # no ties


def test_one_centre_or_no_flow_has_none():
    for flows, chosen in ((FLOWS, ["A"]), (FLOWS, []), (FLOWS, ["A", "no such"]), (Flows.of([], [], [], "AB"), "AB")):
        assert math.isnan(functional(flows, chosen).value)
    with pytest.raises(ValueError, match="unknown direction"):
        functional(FLOWS, "AB", "up")
