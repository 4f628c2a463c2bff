# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles of zones: location quotients, Krugman's index, and complementarity where a tie is."""

import numpy as np
import pytest

from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.networks.sectors import complementarity, krugman, profile

nan = np.nan


def same(told, wanted):
    return np.asarray(told).ravel().tolist() == pytest.approx(np.asarray(wanted, float).ravel().tolist(), nan_ok=True)


def test_quotients_by_hand():
    told = profile([[30, 70], [10, 90]])
    assert same(told.shares, [[0.3, 0.7], [0.1, 0.9]]) and same(told.reference, [0.2, 0.8])
    assert same(told.quotients, [[1.5, 0.875], [0.5, 1.125]])


def test_a_reference_and_totals_of_all_sectors():
    told = profile([[30, 20], [10, 40]], totals=[100, 200], reference=[100, 300], reference_total=1000)
    assert same(told.shares, [[0.3, 0.2], [0.05, 0.2]]) and same(told.reference, [0.1, 0.3])
    assert same(told.quotients, [[3, 2 / 3], [0.5, 2 / 3]])
    assert same(profile([[30, 20], [10, 40]], totals=[100, 200]).reference, [40 / 300, 60 / 300])


def test_what_is_suppressed_is_not_zero():
    told = profile([[30, nan], [10, 90]])
    assert same(told.shares, [[nan, nan], [0.1, 0.9]]) and np.isnan(told.quotients).all()
    told = profile([[30, nan], [10, 90]], totals=[100, 100], reference=[1, 3])
    assert same(told.shares, [[0.3, nan], [0.1, 0.9]]) and same(told.quotients, [[1.2, nan], [0.4, 1.2]])


def test_nothing_has_no_share_and_an_absent_sector_no_quotient():
    told = profile([[0, 0], [0, 4]])
    assert same(told.shares, [[nan, nan], [0, 1]]) and same(told.quotients, [[nan, nan], [nan, 1]])
    assert profile(np.zeros((0, 3))).quotients.shape == (0, 3)


@pytest.mark.parametrize(
    ("amounts", "more", "message"),
    [
        ([[1, -2]], {}, "zero or more"),
        ([1, 2], {}, "zones by sectors"),
        ([[1, 2]], {"totals": [1, 2]}, "one for each zone"),
        ([[1, 2]], {"reference": [1]}, "each sector"),
    ],
)
def test_what_does_not_fit_is_refused(amounts, more, message):
    with pytest.raises(ValueError, match=message):
        profile(amounts, **more)


def test_krugman_is_2_without_a_sector_in_common_and_0_for_the_same():
    shares = profile([[20, 10, 70, 0, 0], [0, 0, 0, 60, 40], [2, 1, 7, 0, 0], [nan, 1, 1, 1, 1]]).shares
    assert same(krugman(shares)[:3, :3], [[0, 2, 0], [2, 0, 2], [0, 2, 0]])
    assert np.isnan(krugman(shares)[3]).all()
    assert krugman([[0.5, 0.5], [0.25, 0.75]])[0, 1] == 0.5


def test_complementarity_only_where_profiles_and_a_tie_are():
    flows = Flows.of(
        ["A", "A", "B", "C", "A", "D", "A"], ["A", "B", "B", "A", "C", "A", ELSEWHERE], [60, 20, 30, 10, 40, 40, 99]
    )
    shares = np.array([[nan, nan], [0.9, 0.1], [0.5, 0.5], [0.2, 0.8], [0.0, 1.0]])
    told = complementarity(flows, ("C", "A", "B", "X", "D"), shares)
    assert list(zip(told.origin, told.destination)) == [(1, 2), (4, 1)]  # C has no profile, X no flows, B to A no tie
    assert same(told.difference, [0.8, 1.8]) and same(told.flow, [20, 40])
    # All flow is 200 with both ends in a zone: of A go 120, to B 50; of D 40, to A 110.
    assert same(told.intensity, [20 * 200 / (120 * 50), 40 * 200 / (40 * 110)])
    assert len(complementarity(flows, (), np.zeros((0, 2))).flow) == 0
