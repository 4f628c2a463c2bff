# SPDX-License-Identifier: GPL-2.0-or-later
"""Which flows become lines."""

import numpy as np
import pytest

from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.networks.selecting import select

ROWS = [
    ("A", "A", 90), ("A", "B", 6), ("A", "C", 3), ("A", "D", 3), ("A", ELSEWHERE, 18),
    ("B", "A", 2), ("B", "C", 8), ("C", "B", 8), ("C", "A", 1), (ELSEWHERE, "C", 50),
]  # fmt: skip


def flows(rows=ROWS):
    origins, destinations, values = zip(*rows) if rows else ((), (), ())
    return Flows.of(origins, destinations, values)


def pairs(lines, codes="ABCD"):
    return [(codes[a] + codes[b], flow) for a, b, flow in zip(lines.origin, lines.destination, lines.flow.tolist())]


def test_without_thresholds_all_flows_between_zones_are_lines():
    lines = select(flows())
    assert pairs(lines) == [("AB", 6), ("AC", 3), ("AD", 3), ("BA", 2), ("BC", 8), ("CA", 1), ("CB", 8)]
    assert lines.back.tolist() == [2, 1, 0, 6, 8, 3, 8]
    assert lines.share.tolist() == pytest.approx(
        [0.05, 0.025, 0.025, 0.2, 0.8, 1 / 9, 8 / 9]
    )  # of A's 120, 18 elsewhere
    assert lines.candidates == 7 and lines.covered == 1


def test_at_least_a_flow():
    lines = select(flows(), least=3)
    assert pairs(lines) == [("AB", 6), ("AC", 3), ("AD", 3), ("BC", 8), ("CB", 8)]
    assert lines.candidates == 7 and lines.covered == pytest.approx(28 / 31)


def test_at_least_a_share_of_the_residents_jobs():
    assert pairs(select(flows(), share=0.05)) == [("AB", 6), ("BA", 2), ("BC", 8), ("CA", 1), ("CB", 8)]


def test_the_largest_of_each_zone_and_the_lowest_code_of_equals():
    assert pairs(select(flows(), top=1)) == [("AB", 6), ("BC", 8), ("CB", 8)]
    assert pairs(select(flows(), top=2)) == [("AB", 6), ("AC", 3), ("BA", 2), ("BC", 8), ("CA", 1), ("CB", 8)]


def test_every_threshold_has_to_be_met():
    assert pairs(select(flows(), least=3, share=0.1, top=1)) == [("BC", 8), ("CB", 8)]


def test_net_has_one_line_for_a_pair_and_none_where_both_ways_are_equal():
    lines = select(flows(), net=True)
    assert pairs(lines) == [("AB", 4), ("AC", 2), ("AD", 3)]
    assert lines.back.tolist() == [2, 1, 0] and lines.candidates == 3
    assert lines.share.tolist() == pytest.approx([4 / 120, 2 / 120, 3 / 120])


def test_thresholds_hold_for_the_difference_where_that_is_asked():
    assert pairs(select(flows(), net=True, least=3)) == [("AB", 4), ("AD", 3)]
    assert pairs(select(flows(), net=True, top=1)) == [("AB", 4)]


def test_nothing_to_draw_is_no_error():
    for rows in ([], [("A", "A", 3)], [("A", ELSEWHERE, 3)]):
        for net in (False, True):
            lines = select(flows(rows), top=2, net=net)
            assert len(lines.flow) == 0 and lines.candidates == 0 and np.isnan(lines.covered)


@pytest.mark.parametrize("wrong", [{"least": -1}, {"share": -0.1}, {"top": -1}])
def test_thresholds_below_zero_are_refused(wrong):
    with pytest.raises(ValueError, match="zero or more"):
        select(flows(), **wrong)
