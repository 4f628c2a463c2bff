# SPDX-License-Identifier: GPL-2.0-or-later
"""Communities: modularity as networkx has it, and no less of it than its Louvain reaches."""

import math

import networkx
import numpy as np
import pytest

from sterkesteden_plugin.networks.communities import communities, modularity
from sterkesteden_plugin.networks.divisions import NO_FLOWS
from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.tables.stopping import Stopped

from .matrices import REAL, made, random, real


def graph(flows, within=True):
    inside = flows.inside()
    found = networkx.DiGraph()
    found.add_nodes_from(range(flows.count))
    rows = zip(inside.origin.tolist(), inside.destination.tolist(), inside.flow.tolist())
    found.add_weighted_edges_from(row for row in rows if within or row[0] != row[1])
    return found


def of(*rows):
    origins, destinations, values = zip(*rows)
    return Flows.of(origins, destinations, values)


# Two circles of three with one way between them.
CIRCLES = of(*((one, other, 1) for one, other in ("AB", "BC", "CA", "DE", "EF", "FD", "CD")))


def test_modularity_by_hand():
    # 6 of 7 flows are within; out is 4 and 3 of 7, in is 3 and 4 of 7.
    assert modularity(CIRCLES, np.array([0, 0, 0, 1, 1, 1])) == pytest.approx(6 / 7 - 24 / 49)
    assert modularity(CIRCLES, np.zeros(6)) == pytest.approx(0)
    assert modularity(CIRCLES, np.array([0, 0, 0, -1, -1, -1])) == modularity(CIRCLES, np.array([0, 0, 0, 1, 2, 3]))


def test_the_circles_are_found_whatever_the_seed():
    for seed in range(20):
        found = communities(CIRCLES, seed=seed)
        assert found.labels.tolist() == [0, 0, 0, 1, 1, 1] and found.centres.tolist() == [0, 3]


def test_direction_is_kept():
    # As much between A and B, and between A and C, but not in the same directions.
    one, other = of(("A", "B", 1), ("B", "A", 1), ("A", "C", 2)), of(("A", "B", 2), ("A", "C", 1), ("C", "A", 1))
    labels = np.array([0, 0, 1])
    assert modularity(one, labels) == pytest.approx(2 / 4 - 4 * 2 / 16)
    assert modularity(other, labels) == pytest.approx(2 / 4 - 3 * 3 / 16 - 1 / 16)


@pytest.mark.parametrize("within", [True, False])
@pytest.mark.parametrize("resolution", [0.5, 1.0, 1.7])
def test_modularity_is_that_of_networkx(within, resolution):
    compared = 0
    for seed in range(40):
        flows = random(seed)
        whole = graph(flows, within)
        if whole.size(weight="weight") == 0:
            assert math.isnan(modularity(flows, np.zeros(flows.count), resolution, within))
            continue
        labels = np.arange(flows.count) % 4
        parts = [set(np.flatnonzero(labels == label).tolist()) for label in range(min(4, flows.count))]
        expected = networkx.community.modularity(whole, parts, resolution=resolution)
        assert modularity(flows, labels, resolution, within) == pytest.approx(expected)
        compared += 1
    assert compared > 20


def reaches(flows, within, seeds):
    """The highest modularity of a few tries, ours and that of networkx."""
    mine = max(modularity(flows, communities(flows, seed=seed, within=within).labels, within=within) for seed in seeds)
    parts = (networkx.community.louvain_communities(graph(flows, within), seed=seed) for seed in seeds)
    return mine, max(networkx.community.modularity(graph(flows, within), part) for part in parts)


@pytest.mark.parametrize("within", [True, False])
def test_no_less_is_reached_than_by_networkx(within):
    mine, theirs = zip(*(reaches(made(120, 2500, seed), within, range(3)) for seed in range(5)))
    assert sum(mine) > sum(theirs) - 0.005 and all(one > other - 0.01 for one, other in zip(mine, theirs))


@pytest.mark.skipif(not REAL.is_file(), reason="no real data: ../shared/data is absent")
def test_the_real_matrix():
    flows = real()
    mine, theirs = reaches(flows, True, range(3))
    assert mine > theirs - 0.002
    found = communities(flows)
    centres = {flows.codes[centre] for centre in found.centres}
    assert {"Groningen (gemeente)", "Zwolle", "Leeuwarden"} <= centres
    assert found.reported == {NO_FLOWS: ("Buitenland", "Onbekend")}


def test_the_same_seed_gives_the_same_and_the_order_of_rows_nothing():
    flows = made(100, 1500)
    rows = np.random.default_rng(1).permutation(len(flows.flow))
    same = Flows.between(flows.codes, flows.origin[rows], flows.destination[rows], flows.flow[rows])
    answers = {tuple(communities(one, seed=seed).labels) for one in (flows, same, flows) for seed in (4, 4 + 2**32)}
    assert len(answers) == 1
    assert len({tuple(communities(flows, seed=seed).labels) for seed in range(8)}) > 1


def test_nothing_is_lost_by_moving():
    for seed in range(60):
        flows = random(seed)
        found = communities(flows, seed=seed)
        if flows.inside().flow.size:
            alone = modularity(flows, np.arange(flows.count))
            assert modularity(flows, found.labels) >= alone - 1e-9


def test_a_higher_resolution_gives_more():
    flows = made(150, 3000)
    counts = [communities(flows, resolution).count for resolution in (0, 0.5, 1, 3)]
    assert counts[0] <= counts[1] < counts[2] < counts[3]
    with pytest.raises(ValueError, match="resolution"):
        communities(flows, -1)


def test_zones_without_flows_are_in_no_region():
    flows = Flows.of(["A", "B", "D"], ["B", "A", ELSEWHERE], [1, 1, 5], ["A", "B", "C", "D"])
    found = communities(flows)
    assert found.labels.tolist() == [0, 0, -1, -1] and found.reported == {NO_FLOWS: ("C", "D")}
    assert communities(Flows.of([], [], [])).count == 0
    assert communities(of(("A", "A", 3))).labels.tolist() == [0]
    assert communities(of(("A", "A", 3)), within=False).labels.tolist() == [0]


def test_it_can_be_stopped():
    with pytest.raises(Stopped):
        communities(made(40, 400), cancelled=lambda: True)
