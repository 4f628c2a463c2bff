# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of the flows of some zones is not taken for one of all: who is complete, by hand."""

from __future__ import annotations

import numpy as np

from sterkesteden_plugin.networks.completeness import complete, is_whole, only_complete
from sterkesteden_plugin.networks.flows import Flows

# All flows of A and B; of C and D only those with A and B.
ROWS = [("A", "A", 10), ("A", "B", 2), ("B", "B", 8), ("B", "C", 3), ("C", "A", 4), ("D", "B", 1)]


def flows(rows, **more):
    return Flows.of(*map(list, zip(*rows)), **more) if rows else Flows.of([], [], [], **more)


def test_zones_without_flows_within_are_not_complete():
    assert complete(flows(ROWS)).tolist() == [True, True, False, False]
    assert not is_whole(flows(ROWS))
    whole = [*ROWS, ("C", "C", 5), ("D", "D", 6)]
    assert complete(flows(whole)).all() and is_whole(flows(whole))


def test_what_was_asked_counts_where_that_is_known():
    with_own = flows([*ROWS, ("C", "C", 5)])
    assert complete(with_own, asked={"A", "B", "X"}).tolist() == [True, True, False, False]
    assert not is_whole(with_own, asked={"A", "B"})
    assert is_whole(with_own, asked={"A", "B", "C", "D"})


def test_a_table_without_flows_within_tells_nothing():
    assert complete(flows([("A", "B", 1), ("B", "A", 2)])).tolist() == [True, True]


def test_a_zone_without_flows_is_not_complete_and_does_not_count():
    lonely = flows([("A", "A", 1)], codes=["A", "B"])
    assert complete(lonely).tolist() == [True, False] and is_whole(lonely)
    assert complete(flows([], codes=["A"])).tolist() == [False] and not is_whole(flows([], codes=["A"]))


def test_the_complete_ones_keep_their_sums_and_others_are_elsewhere():
    before = flows(ROWS)
    after = only_complete(before)
    assert after.codes == ("A", "B")
    assert np.array_equal(after.residents_jobs(), before.residents_jobs()[:2])
    assert np.array_equal(after.jobs(), before.jobs()[:2])
    assert np.array_equal(after.within(), before.within()[:2])
    assert after.matrix().tolist() == [[10, 2], [0, 8]]


def test_one_in_a_hundred_may_be_too_small_to_count_its_own():
    rows = [(f"Z{n:03}", f"Z{n:03}", 5) for n in range(99)] + [("Z000", "Z999", 1)]
    assert is_whole(flows(rows)) and not is_whole(flows([*rows, ("Z000", "Z998", 1)]))
