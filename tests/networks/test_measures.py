# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures of zones: by hand, against plain loops, and where there is nothing to measure."""

import math

import numpy as np
import pytest

from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.networks.measures import NONE, measures


def of(*rows, codes=None):
    origins, destinations, values = zip(*rows) if rows else ((), (), ())
    with np.errstate(all="raise"):
        return measures(Flows.of(origins, destinations, values, codes))


def generated(count=40, rows=500):
    random = np.random.default_rng(4)
    codes = [f"Z{number:02}" for number in range(count)] + [ELSEWHERE]
    origins, destinations = random.choice(codes, (2, rows))
    return Flows.of(origins, destinations, random.integers(0, 9, rows))


def test_a_small_table_by_hand():
    told = of(
        ("A", "A", 50), ("A", "B", 30), ("A", "C", 10), ("A", ELSEWHERE, 10),
        ("B", "A", 4), ("B", "B", 16), ("C", "A", 6), ("C", "B", 6), (ELSEWHERE, "C", 8),
    )  # fmt: skip
    assert told.residents_jobs.tolist() == [100, 20, 12]
    assert told.jobs.tolist() == [60, 52, 18]
    assert told.within.tolist() == [50, 16, 0]
    assert told.supply.tolist() == [0.5, 0.8, 0.0]
    assert told.demand.tolist() == pytest.approx([50 / 60, 16 / 52, 0.0])
    assert told.outgoing.tolist() == [50, 4, 12]
    assert told.incoming.tolist() == [10, 36, 18]
    assert told.balance.tolist() == [-40, 32, 6]
    assert told.dominant.tolist() == [1, 0, 0]  # of C both are as large: the lowest code
    assert told.dominant_flow.tolist() == [30, 4, 6]
    assert told.dominant_share.tolist() == [0.3, 0.2, 0.5]  # of all residents' jobs, those elsewhere too
    # Both ways with other zones: A 40 + 10, B 4 + 36, C 12 + 10; of the others on average (40 + 22) / 2, and so on.
    assert told.dominance.tolist() == pytest.approx([50 / 31, 40 / 36, 22 / 45])
    # A sends three quarters to one and a quarter to the other; B all to one; C as much to each.
    assert told.entropy.tolist() == pytest.approx(
        [-(0.75 * math.log(0.75) + 0.25 * math.log(0.25)) / math.log(2), 0, 1]
    )
    assert told.entropy_in.tolist() == pytest.approx(
        [
            -(0.4 * math.log(0.4) + 0.6 * math.log(0.6)) / math.log(2),
            -(5 * math.log(5 / 6) + math.log(1 / 6)) / 6 / math.log(2),
            0,
        ]
    )


def test_the_same_as_plain_loops():
    flows = generated()
    told, codes = measures(flows), flows.codes
    row = dict(zip(zip(flows.origin.tolist(), flows.destination.tolist()), flows.flow.tolist()))
    count = flows.count
    everywhere = range(count + 1)
    tied = [
        sum(row.get((zone, other), 0) + row.get((other, zone), 0) for other in range(count) if other != zone)
        for zone in range(count)
    ]
    assert len(codes) == 40
    for zone in range(count):
        residents = sum(row.get((zone, other), 0) for other in everywhere)
        jobs = sum(row.get((other, zone), 0) for other in everywhere)
        stays = row.get((zone, zone), 0)
        out = {other: row[zone, other] for other in range(count) if other != zone and (zone, other) in row}
        best = min(out, key=lambda other: (-out[other], other))
        assert told.supply[zone] == pytest.approx(stays / residents)
        assert told.demand[zone] == pytest.approx(stays / jobs)
        assert told.outgoing[zone] == residents - stays and told.incoming[zone] == jobs - stays
        assert told.balance[zone] == jobs - residents
        assert told.dominant[zone] == best and told.dominant_share[zone] == pytest.approx(out[best] / residents)
        assert told.dominance[zone] == pytest.approx(tied[zone] / ((sum(tied) - tied[zone]) / (count - 1)))
        parts = [flow / sum(out.values()) for flow in out.values()]
        entropy = -sum(part * math.log(part) for part in parts) / math.log(count - 1)
        assert told.entropy[zone] == pytest.approx(entropy, abs=1e-12)


def test_a_flow_as_large_goes_to_the_lowest_code():
    assert of(("B", "D", 5), ("B", "C", 5), ("B", "A", 4)).dominant.tolist() == [NONE, 2, NONE, NONE]


def test_as_much_to_every_other_zone_is_an_entropy_of_one():
    told = of(*((a, b, 7) for a in "ABCDE" for b in "ABCDE" if a != b))
    assert told.entropy.tolist() == pytest.approx([1.0] * 5) and told.entropy_in.tolist() == pytest.approx([1.0] * 5)
    assert told.dominance.tolist() == pytest.approx([1.0] * 5)


def test_no_flow_within_a_zone_is_a_self_containment_of_zero():
    told = of(("A", "B", 2), ("B", "A", 3))
    assert told.supply.tolist() == [0, 0] and told.demand.tolist() == [0, 0]


def test_all_that_stays_has_no_tie():
    told = of(("A", "A", 0.1), ("A", "A", 0.2), ("B", "B", 5), ("C", "B", 1))
    assert told.supply[:2].tolist() == [1, 1] and told.demand[0] == 1
    assert told.outgoing.tolist() == [0, 0, 1] and told.incoming.tolist() == [0, 1, 0]  # and no dust of a difference
    assert told.dominant.tolist() == [NONE, NONE, 1]
    assert np.isnan(told.dominant_share[:2]).all() and np.isnan(told.entropy[:2]).all()
    assert told.dominance[0] == 0


def test_a_zone_without_flows_has_zeros_and_no_shares():
    told = of(("A", "A", 1), ("A", "B", 1), codes="ABX")
    assert told.residents_jobs[2] == 0 and told.jobs[2] == 0 and told.balance[2] == 0
    for share in (told.supply, told.demand, told.dominant_flow, told.dominant_share, told.entropy, told.entropy_in):
        assert np.isnan(share[2])
    assert np.isnan(told.supply[1]) and told.demand[1] == 0  # B has jobs, but no residents with one
    assert told.dominant[2] == NONE and told.dominance[2] == 0


def test_flows_with_elsewhere_alone_count_as_out_and_in():
    told = of(("A", ELSEWHERE, 3), (ELSEWHERE, "A", 1), codes="A")
    assert (told.residents_jobs[0], told.jobs[0], told.balance[0], told.supply[0], told.demand[0]) == (3, 1, -2, 0, 0)
    assert told.dominant[0] == NONE and np.isnan(told.dominance[0])


def test_where_the_others_have_no_ties_there_is_no_dominance():
    told = of(("A", "A", 3), ("B", "B", 1), ("C", "C", 1))
    assert np.isnan(told.dominance).all()


@pytest.mark.parametrize("codes", ["", "A"])
def test_one_zone_or_none(codes):
    told = of(*((code, code, 2) for code in codes), codes=codes)
    assert told.supply.tolist() == [1.0] * len(codes) and told.dominance.shape == (len(codes),)
    assert np.isnan(told.dominance).all() and np.isnan(told.entropy).all()


def test_two_zones_have_no_entropy_but_a_dominance():
    told = of(("A", "B", 2), ("B", "A", 3))
    assert np.isnan(told.entropy).all() and told.dominance.tolist() == [1, 1]
