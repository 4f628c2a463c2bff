# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of the flows of some zones is not taken for one of all: who is complete, by hand."""

from __future__ import annotations

from sterkesteden_plugin.networks.completeness import complete, is_whole
from sterkesteden_plugin.networks.facts import whole_zones
from sterkesteden_plugin.networks.flows import Flows

# All flows of A and B; of C, D and E only those with A and B.
ROWS = [("A", "A", 10), ("A", "B", 2), ("B", "B", 8), ("B", "C", 3), ("C", "A", 4), ("D", "B", 1), ("A", "E", 1)]


def flows(rows, **more):
    return Flows.of(*map(list, zip(*rows)), **more) if rows else Flows.of([], [], [], **more)


def test_zones_without_flows_within_are_not_complete():
    assert complete(flows(ROWS)).tolist() == [True, True, False, False, False]
    assert not is_whole(flows(ROWS))
    whole = [*ROWS, ("C", "C", 5), ("D", "D", 6), ("E", "E", 6)]
    assert complete(flows(whole)).all() and is_whole(flows(whole))


def test_a_table_without_flows_within_tells_nothing():
    assert complete(flows([("A", "B", 1), ("B", "A", 2)])).tolist() == [True, True]


def test_a_zone_without_flows_is_not_complete_and_does_not_count():
    lonely = flows([("A", "A", 1)], codes=["A", "B"])
    assert complete(lonely).tolist() == [True, False] and is_whole(lonely)
    assert complete(flows([], codes=["A"])).tolist() == [False] and not is_whole(flows([], codes=["A"]))


def test_a_few_may_be_too_small_to_count_their_own():
    rows = [("A", "A", 5), ("B", "B", 5), ("C", "A", 0.1)]
    assert complete(flows(rows)).all() and is_whole(flows(rows))


def test_zones_of_which_not_all_is_there_are_left_to_elsewhere_by_the_same_rule():
    kept = whole_zones(flows(ROWS))
    assert kept.codes == ("A", "B") and kept.residents_jobs().tolist() == [13, 11]
