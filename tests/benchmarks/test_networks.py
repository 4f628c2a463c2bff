# SPDX-License-Identifier: GPL-2.0-or-later
"""What the benchmark of networks compares, and makes of its numbers."""

import numpy as np
import pytest

from benchmarks import network_peers as peers
from benchmarks.networks import RACES, differences, judge, mark, peers_of, turns_of, works
from benchmarks.table import broken, lines
from tests.networks.matrices import made, places, random


def taken(**changed):
    """Milliseconds of all that is timed: a core takes 1, anything else 100."""
    names = {race.work for race in RACES} | {race.floor for race in RACES}
    seconds = {name: [0.001] if name in {race.work for race in RACES} else [0.1] for name in names}
    return {**seconds, **{name: [value / 1000] for name, value in changed.items()}}


def judged(slide=0.01, seconds=5.0, size=5e8, **changed):
    rows = judge(taken(**changed), {"labour": [slide]}, {"seconds": {"labour": seconds}, "bytes": size})
    assert len(lines(rows)) == len(rows) + 2
    return [row.title for row in broken(rows)], [row.title for row in broken(rows, strict=True)]


def test_all_holds():
    assert judged() == ([], [])
    assert judged(labour=12.5) == ([], [])


@pytest.mark.parametrize(
    ("changed", "plainly", "strictly"),
    [
        ({"labour": 12.6}, ["(c) labour market areas"], 1),
        ({"gravity": 12.6}, ["gravity model"], 1),
        ({"communities": 101}, ["(d) communities", "(d) communities"], 2),
        ({"igraph (b)": 0.9}, ["(b) functional urban areas"], 1),
        ({"slide": 0.11}, [], 1),
        ({"seconds": 61}, [], 1),
        ({"size": 1.1e9}, ["1,000,000 flows: memory"], 1),
    ],
)
def test_each_limit_can_be_broken(changed, plainly, strictly):
    found, strict = judged(**changed)
    assert found == plainly and len(strict) == strictly


def test_the_same_regions_have_the_same_mark():
    assert mark(np.array([3, 3, -1, 0])) == mark(np.array([0, 0, -5, 2])) != mark(np.array([0, 0, 1, 2]))


def test_works_take_turns_and_the_first_does_not_count():
    told = []
    found = turns_of({"a": lambda: told.append("a"), "b": lambda: told.append("b")}, 2)
    assert told == ["a", "b"] * 3 and [len(seconds) for seconds in found.values()] == [2, 2]


def test_all_that_is_compared_is_the_same():
    flows = made(120, 2500)
    assert differences(flows, {**works(flows, places(120)), **peers_of(flows)}) == []


def test_what_differs_is_told():
    flows = made(60, 900)
    all_works = {**works(flows, places(60)), **peers_of(flows)}
    one = dict.fromkeys(("labour", "communities"), lambda: np.zeros(60, int))
    told = differences(flows, {**all_works, **one})
    assert len(told) == 2 and told[0] == "labour and plain Python differ" and told[1].startswith("modularity")


def test_networkx_and_igraph_agree_with_each_other():
    for seed in range(2, 40, 2):
        flows = random(seed)
        if not flows.inside().flow.size:
            continue
        one, other = peers.networkx_graph(flows), peers.igraph_graph(flows)
        centres = list(range(0, flows.count, 3))
        assert mark(np.array(peers.networkx_dominant(one))) == mark(np.array(peers.igraph_dominant(other)))
        assert mark(np.array(peers.networkx_areas(one, centres))) == mark(np.array(peers.igraph_areas(other, centres)))
