# SPDX-License-Identifier: GPL-2.0-or-later
"""Labour market areas: by hand, and as plain Python with exact fractions follows the steps."""

from fractions import Fraction

import numpy as np
import pytest

from sterkesteden_plugin.networks.divisions import (
    LIMIT_REACHED,
    NO_JOBS,
    NO_RESIDENTS,
    NOT_PLACED,
    ONLY_ITSELF,
)
from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.networks.labour_markets import Demands, labour_market_areas
from sterkesteden_plugin.tables.stopping import Stopped

from .matrices import REAL, made, random, real
from .reference_labour_markets import Answer, Package, labour_markets

DEMANDS = (
    (1, Fraction(1, 2), 20, Fraction(3, 4)),
    (10, Fraction(6, 10), 60, Fraction(8, 10)),
    (0, Fraction(1, 3), 5, Fraction(1)),
    (30, Fraction(2, 3), 300, Fraction(3, 4)),
    (5, Fraction(7, 10), 6, Fraction(7, 10)),
)


def by_the_steps(flows: Flows, demands, unit=10, **more) -> Answer:
    """What plain Python makes of the flows, which are in tenths; exactly."""
    pairs = zip(flows.origin.tolist(), flows.destination.tolist())
    exact = {pair: Fraction(round(flow * unit)) for pair, flow in zip(pairs, flows.flow.tolist())}
    least, part, target, target_part = map(Fraction, demands)
    return labour_markets(flows.count, exact, least * unit, part, target * unit, target_part, **more)


def same_regions(labels, others) -> bool:
    """Whether two divisions are the same but for the numbers of their regions."""
    return len(set(zip(labels, others))) == len(set(labels)) == len(set(others)) and all(
        (one < 0) == (other < 0) for one, other in zip(labels, others)
    )


def areas(*rows, demands=(1, 0.5, 2, 0.75), **more):
    origins, destinations, values = zip(*rows)
    flows = Flows.of(origins, destinations, values)
    return flows, labour_market_areas(flows, *demands, **more)


def compare(flows: Flows, demands) -> Answer:
    expected = by_the_steps(flows, demands)
    found = labour_market_areas(flows, *map(float, demands))
    assert same_regions(found.labels.tolist(), expected.label)
    told = {code for reason in (NO_RESIDENTS, NO_JOBS, ONLY_ITSELF) for code in found.reported.get(reason, ())}
    assert told == {flows.codes[zone] for zone in expected.apart}
    assert found.reported.get(NOT_PLACED, ()) == tuple(flows.codes[zone] for zone in expected.left)
    assert found.notes == ()
    return expected


def test_validity_is_that_of_the_paper():
    demands = Demands(min_size=1000, min_containment=0.6, target_size=10000, target_containment=0.8)
    # R 5500 is halfway, so Z = 1 - (1 - 0.75)·0.5 = 0.875; msc 0.4 gives Y = 0.5, and validity 0.5·0.875·0.8/0.6.
    assert demands.validity(5500, 4000, 2200) == pytest.approx(0.5 * 0.875 * 0.8 / 0.6)
    assert demands.validity(20000, 10000, 16000 * 0.9) == pytest.approx(0.72 / 0.6)  # W is smaller, R is what counts
    assert demands.validity(20000, 20000, 20000) == 1  # not 0.8 / 0.6
    assert demands.validity(50, 50, 50) == 1


def test_what_just_meets_the_demands_is_valid():
    for least in range(1, 100):
        for target in range(least, min(2 * least, 100) + 1):
            demands = Demands(1000, least / 100, 10000, target / 100)
            assert demands.validity(10000, 10000, least * 100) >= 1
            assert demands.validity(1000, 1000, target * 10) >= 1


def test_a_small_zone_goes_where_its_ties_are_strongest():
    _flows, found = areas(
        ("A", "A", 90), ("A", "B", 10), ("B", "A", 10), ("B", "B", 90), ("C", "A", 6), ("C", "B", 3), ("C", "C", 1)
    )
    assert found.labels.tolist() == [0, 1, 0]
    assert found.centres.tolist() == [0, 1] and not found.reported and not found.notes


def test_equal_ties_go_to_the_lowest_code():
    _flows, found = areas(("B", "B", 90), ("A", "A", 90), ("C", "A", 5), ("C", "B", 5), ("B", "C", 1), ("A", "C", 1))
    assert found.labels.tolist() == [0, 1, 0]


def test_what_cannot_be_in_an_area_is_told_why():
    flows, found = areas(
        ("A", "A", 50),
        ("A", "B", 5),
        ("B", "A", 5),
        ("B", "B", 40),
        ("C", "A", 5),  # and without F, nobody works in C
        ("A", "D", 5),  # nobody who lives in D works
        ("E", "E", 9),  # an island
        ("F", "C", 2),  # nobody works in F
    )
    assert found.reported == {NO_RESIDENTS: ("D",), NO_JOBS: ("C", "F"), ONLY_ITSELF: ("E",)}
    assert [flows.codes[zone] for zone in np.flatnonzero(found.labels < 0)] == ["C", "D", "E", "F"]


def test_only_elsewhere_leaves_all_apart():
    _flows, found = areas(("A", ELSEWHERE, 5), (ELSEWHERE, "B", 5))
    assert found.labels.tolist() == [-1, -1] and found.reported == {NO_RESIDENTS: ("B",), NO_JOBS: ("A",)}


def test_ties_with_elsewhere_count_but_lead_to_no_area():
    _flows, found = areas(
        ("A", "A", 1), ("A", ELSEWHERE, 9), ("B", "B", 9), ("B", "C", 1), ("C", "B", 1), ("C", "C", 9)
    )
    assert found.reported == {NOT_PLACED: ("A",)} and found.labels.tolist() == [-1, 0, 1]


def test_one_zone_that_keeps_all_is_set_apart():
    _flows, found = areas(("A", "A", 5))
    assert found.reported == {ONLY_ITSELF: ("A",)} and found.count == 0


def test_no_zones_at_all():
    found = labour_market_areas(Flows.of([], [], []), 1, 0.5, 2, 0.75)
    assert found.count == 0 and found.labels.tolist() == [] and not found.reported


def test_without_flows_within_all_comes_together_or_is_told():
    flows, found = areas(("A", "B", 5), ("B", "C", 5), ("C", "A", 5))
    compare(flows, DEMANDS[0])
    assert found.count == 1 or found.reported[NOT_PLACED]


@pytest.mark.parametrize("start", range(0, 400, 40))
def test_the_same_areas_as_by_the_steps(start):
    apart = left = reserve = joined = 0
    for seed in range(start, start + 40):
        flows = random(seed)
        expected = compare(flows, DEMANDS[seed % len(DEMANDS)])
        apart += bool(expected.apart)
        left += bool(expected.left)
        reserve += bool(expected.reserve)
        joined += len(set(expected.label)) < flows.count - 1
    assert apart and left and reserve and joined  # or nothing was tried


@pytest.mark.parametrize("seed", range(3))
def test_the_same_areas_of_a_made_country(seed):
    flows = made(150, 3000, seed)
    expected = compare(flows, (500, Fraction(2, 3), 5000, Fraction(3, 4)))
    assert 1 < len(set(expected.label)) < 75 and expected.reserve


@pytest.mark.skipif(not REAL.is_file(), reason="no real data: ../shared/data is absent")
@pytest.mark.parametrize(
    "demands", [(10, Fraction(2, 3), 100, Fraction(3, 4)), (10, Fraction(6, 10), 50, Fraction(8, 10))]
)
def test_the_same_areas_of_the_real_matrix(demands):
    flows = real()
    expected = compare(flows, demands)
    assert 20 < len(set(expected.label)) < 60 and len(expected.reserve) > 20


@pytest.mark.skipif(not REAL.is_file(), reason="no real data: ../shared/data is absent")
@pytest.mark.parametrize("demands", [(10, 2 / 3, 100, 3 / 4), (1, 0.6667, 10, 0.75), (200, 0.5, 1000, 0.7)])
def test_on_the_real_matrix_the_package_goes_another_way_to_the_same_areas(demands):
    flows = real()
    found = labour_market_areas(flows, *demands)
    assert same_regions(found.labels.tolist(), by_the_steps(flows, demands, way=Package).label)


@pytest.mark.skipif(not REAL.is_file(), reason="no real data: ../shared/data is absent")
def test_real_areas_are_what_they_must_be():
    flows = real()
    found = labour_market_areas(flows, 10, 2 / 3, 100, 0.75)
    sums = found.sums(flows)
    assert (np.minimum(sums.supply(), sums.demand()) > 2 / 3).all() and (sums.residents_jobs > 10).all()
    together = {frozenset(np.array(flows.codes)[found.labels == label].tolist()) for label in range(found.count)}
    assert {"Emmen", "Coevorden", "Borger-Odoorn", "Vlagtwedde"} in together
    assert found.reported == {
        NO_RESIDENTS: ("Buitenland", "Onbekend"),
        NO_JOBS: ("Buitenland", "Onbekend"),
        ONLY_ITSELF: ("Schiermonnikoog", "Vlieland"),
    }


def test_fewer_rounds_are_told_and_what_was_done_stays():
    flows = made(40, 400)
    demands = (500, 2 / 3, 5000, 0.75)
    counts = [labour_market_areas(flows, *demands, rounds=rounds) for rounds in (0, 1, 5)]
    assert [found.notes for found in counts] == [(LIMIT_REACHED,)] * 3
    assert [found.count for found in counts] == [40, 39, 35]
    assert labour_market_areas(flows, *demands, rounds=40).notes == ()


def test_it_can_be_stopped():
    asked = []

    def third() -> bool:
        asked.append(1)
        return len(asked) == 3

    with pytest.raises(Stopped):
        labour_market_areas(made(40, 400), 500, 2 / 3, 5000, 0.75, cancelled=third)
    assert len(asked) == 3


@pytest.mark.parametrize(
    "demands",
    [(2, 0.5, 2, 0.75), (-1, 0.5, 2, 0.75), (1, 0, 2, 0.75), (1, 0.8, 2, 0.75), (1, 0.5, 2, 1.1), (1, 0.5, np.inf, 1)],
)
def test_demands_that_contradict_each_other_are_refused(demands):
    with pytest.raises(ValueError, match="target"):
        labour_market_areas(made(4, 8), *demands)
