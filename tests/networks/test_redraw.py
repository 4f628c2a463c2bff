# SPDX-License-Identifier: GPL-2.0-or-later
"""What a move of the slider asks for, and soft areas over many of these."""

from __future__ import annotations

import numpy as np
import pytest

from sterkesteden_plugin.networks.divisions import Division
from sterkesteden_plugin.networks.flows import Flows
from sterkesteden_plugin.networks.redraw import COMMUNITIES, DOMINANT, LABOUR, THRESHOLD, Wanted, divide
from sterkesteden_plugin.networks.soft_areas import RUNS, shares_of, soft_areas
from sterkesteden_plugin.tables.stopping import Stopped

# Two centres, X and Y; P is X's, Q is Y's, M lies between: 16% to X and 14% to Y.
ROWS = (
    *(("X", "X", 8000), ("Y", "Y", 8000), ("X", "Y", 500), ("Y", "X", 500), ("X", "P", 100), ("Y", "Q", 100)),
    *(("P", "P", 500), ("P", "X", 500), ("Q", "Q", 500), ("Q", "Y", 500)),
    *(("M", "M", 700), ("M", "X", 160), ("M", "Y", 140)),
)
FLOWS = Flows.of(*zip(*ROWS))


def _parts(division):
    return {
        frozenset(code for code, label in zip(FLOWS.codes, division.labels) if label == one)
        for one in range(division.count)
    }


def test_the_threshold_decides_to_which_centre_a_zone_between_two_belongs():
    assert {"X", "P", "M"} in _parts(divide(FLOWS, Wanted(THRESHOLD, 0.15)))
    assert {"X", "P"} in _parts(divide(FLOWS, Wanted(THRESHOLD, 0.17)))


@pytest.mark.parametrize("method", [DOMINANT, THRESHOLD, LABOUR, COMMUNITIES])
def test_each_method_gives_a_division_of_all_zones_and_the_same_each_time(method):
    first, second = (divide(FLOWS, Wanted(method, 0.2)) for _ in range(2))
    assert len(first.labels) == FLOWS.count and np.array_equal(first.labels, second.labels)


def test_flows_below_the_threshold_do_not_count_for_communities():
    rows = (("A", "B", 50), ("B", "A", 50), ("C", "A", 12), ("C", "", 88), ("D", "E", 50), ("E", "D", 50))
    flows = Flows.of(*zip(*rows))

    def with_a(share):
        labels = divide(flows, Wanted(COMMUNITIES, share)).labels
        return "".join(code for code, label in zip(flows.codes, labels) if label == labels[0])

    assert with_a(0.10) == "ABC" and with_a(0.13) == "AB"


def test_a_method_that_is_none_is_refused():
    with pytest.raises(ValueError, match="nearest"):
        divide(FLOWS, Wanted("nearest", 0.1))


def test_sizes_of_labour_market_areas_are_in_the_unit_of_the_table():
    thousands = Flows.of(*zip(*((o, d, v / 1000) for o, d, v in ROWS)), unit="x 1000")
    assert _parts(divide(thousands, Wanted(LABOUR, 2 / 3))) == _parts(divide(FLOWS, Wanted(LABOUR, 2 / 3)))


def test_shares_of_a_zone_are_the_parts_of_runs_with_each_centre():
    runs = [
        Division(np.array([0, 0, 1]), np.array([0, 2])),
        Division(np.array([0, 1, 1]), np.array([0, 2])),
        Division(np.array([0, -1, 1]), np.array([0, 2])),
        Division(np.array([0, 1, 1]), np.array([0, 2])),
    ]
    shares = shares_of(runs)
    assert shares.centres.tolist() == [0, 2] and shares.runs == 4
    assert shares.share.tolist() == [[1, 0], [0.25, 0.5], [0, 1]]
    assert shares.ranked(1) == [(2, 0.5), (0, 0.25)] and shares.ranked(1, 0.3) == [(2, 0.5)]
    assert shares.firmness().tolist() == [1, 0.5, 1]


def test_shares_of_nothing_or_of_other_zones_are_refused():
    for runs in ([], [Division(np.zeros(2, int), np.zeros(1, int)), Division(np.zeros(3, int), np.zeros(1, int))]):
        with pytest.raises(ValueError, match="same zones"):
            shares_of(runs)


def test_a_zone_between_two_centres_shows_as_that():
    shares = soft_areas([FLOWS])
    place = FLOWS.codes.index("M")
    assert shares.firmness()[place] < 0.9
    assert shares.firmness()[FLOWS.codes.index("P")] > shares.firmness()[place]
    assert (shares.share.sum(axis=1) <= 1 + 1e-12).all()


def test_soft_areas_tell_how_far_they_are_and_stop_when_asked():
    told = []
    soft_areas([FLOWS, FLOWS], told=lambda *how_far: told.append(how_far))
    assert told == [(done, 2 * len(RUNS)) for done in range(2 * len(RUNS))]
    with pytest.raises(Stopped):
        soft_areas([FLOWS], cancelled=lambda: True)


def test_zones_without_flows_are_in_no_soft_area():
    flows = Flows.of(["A"], ["A"], [1.0], codes=["A", "B"])
    shares = soft_areas([flows])
    assert shares.firmness()[1] == 0
