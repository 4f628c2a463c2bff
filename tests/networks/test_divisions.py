# SPDX-License-Identifier: GPL-2.0-or-later
"""Divisions: numbering, centres and sums; and the largest of each."""

import numpy as np
import pytest

from sterkesteden_plugin.networks.divisions import NO_FLOWS, Division
from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.networks.ranking import largest_of_each, whole


def test_regions_are_numbered_by_the_lowest_of_their_zones():
    found = Division.of(np.array([7, -3, 2, 7, 2]), np.array([1, 9, 5, 4, 5]), {NO_FLOWS: ["b", "a"], "none": []})
    assert found.labels.tolist() == [0, -1, 1, 0, 1] and found.centres.tolist() == [3, 2] and found.count == 2
    assert found.reported == {NO_FLOWS: ("a", "b")}
    named = Division.of(np.array([7, -3, 2, 7, 2]), {7: 0, 2: 4})
    assert named.labels.tolist() == found.labels.tolist() and named.centres.tolist() == [0, 4]
    assert Division.of(np.zeros(0), np.zeros(0)).count == 0
    assert Division.of(np.array([-1]), {}).centres.tolist() == []


def test_sums_of_regions():
    flows = Flows.of(
        ["A", "A", "B", "B", "C", "D", ELSEWHERE, "A"],
        ["A", "B", "A", "C", "C", "A", "B", ELSEWHERE],
        [5, 1, 2, 3, 4, 6, 7, 8],
    )
    sums = Division.of(np.array([0, 0, 1, -1]), np.ones(4)).sums(flows)
    assert sums.zones.tolist() == [2, 1] and sums.residents_jobs.tolist() == [19, 4]
    assert sums.jobs.tolist() == [21, 7] and sums.within.tolist() == [8, 4]
    assert sums.supply().tolist() == [8 / 19, 1] and sums.demand().tolist() == [8 / 21, 4 / 7]
    empty = Division.of(np.array([0]), np.ones(1)).sums(Flows.of([], [], [], ["A"]))
    assert np.isnan(empty.supply()).all() and np.isnan(empty.demand()).all()


def test_of_equals_the_first_is_the_largest():
    assert largest_of_each(np.array([0, 0, 0, 2, 5, 5]), np.array([1.0, 3, 3, 0, 2, 1])).tolist() == [1, 3, 4]
    assert largest_of_each(np.zeros(0, int), np.zeros(0)).tolist() == []


@pytest.mark.parametrize(
    ("flow", "unit"),
    [([1, 2], 1), ([0.1, 0.1 + 0.2], 10), ([0.125, 3], 1000), ([1e-6], 10**6), ([], 1)],
)
def test_flows_of_few_decimals_become_whole(flow, unit):
    found, times = whole(np.array(flow))
    assert times == unit and np.array_equal(found, np.rint(np.array(flow) * unit)) and (found % 1 == 0).all()


@pytest.mark.parametrize("flow", [[1 / 3], [1.0000001], [1e-9, 1], [2.0**53, 0.5]])
def test_nothing_is_rounded_away(flow):
    found, times = whole(np.array(flow))
    assert times == 1 and found.tolist() == flow
