# SPDX-License-Identifier: GPL-2.0-or-later
"""Functional urban areas: thresholds, merged centres, enclaves and exclaves."""

import numpy as np
import pytest

from sterkesteden_plugin.networks.divisions import (
    ENCLAVE,
    EXCLAVE,
    MERGED,
    NO_CENTRES,
    NO_FLOWS,
    NO_NEIGHBOURS,
    NO_SUCH_ZONE,
)
from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.networks.functional_areas import found_centres, functional_areas
from sterkesteden_plugin.tables.stopping import Stopped

from .matrices import REAL, random, real


def of(*rows):
    origins, destinations, values = zip(*rows)
    return Flows.of(origins, destinations, values)


def regions(flows, found):
    """The codes of each region by the code of its centre."""
    return {
        flows.codes[centre]: "".join(code for code, of in zip(flows.codes, found.labels) if of == label)
        for label, centre in enumerate(found.centres)
    }


TWO = of(
    *(("P", "P", 100), ("Q", "Q", 60), ("P", "Q", 10), ("Q", "P", 9)),
    *(("A", "A", 80), ("A", "P", 15), ("A", "Q", 5)),  # P just reaches 15%
    *(("B", "B", 80), ("B", "P", 14), ("B", "Q", 6)),
    *(("C", "C", 60), ("C", "P", 15), ("C", "Q", 25)),
    *(("D", "D", 60), ("D", "P", 20), ("D", "Q", 20)),
    *(("E", "P", 20), ("E", ELSEWHERE, 80)),
)


def test_a_zone_goes_to_the_largest_share_that_reaches_the_threshold():
    found = functional_areas(TWO, centres=["P", "Q"])
    assert regions(TWO, found) == {"P": "ADEP", "Q": "CQ"}  # D as much to both: the lowest code
    assert found.notes == (NO_NEIGHBOURS,) and not found.reported
    assert regions(TWO, functional_areas(TWO, 0.2, ["P", "Q"])) == {"P": "DEP", "Q": "CQ"}
    assert regions(TWO, functional_areas(TWO, 0.26, ["P", "Q"])) == {"P": "P", "Q": "Q"}


def test_a_share_that_is_just_reached_counts_in_tenths_too():
    rows = [("A", "A", 0.1)] * 17 + [("A", "B", 0.1)] * 3 + [("B", "B", 5)]
    assert functional_areas(of(*rows), 0.15, ["B"]).labels.tolist() == [0, 0]


def test_linked_centres_are_merged_and_named_after_the_one_with_most_jobs():
    flows = of(
        *(("A", "A", 80), ("A", "B", 20), ("B", "B", 85), ("B", "C", 15), ("C", "C", 200)),  # A to B, B to C
        *(("D", "D", 86), ("D", "A", 7), ("D", "C", 7)),  # 14% in the three together
        *(("E", "E", 84), ("E", "A", 8), ("E", "C", 8)),  # 16%
    )
    found = functional_areas(flows, centres=["A", "B", "C"])
    assert regions(flows, found) == {"C": "ABCE"} and found.reported == {MERGED: ("A", "B")}
    apart = functional_areas(flows, centres=["A", "B", "C"], link=0.16)
    assert regions(flows, apart) == {"B": "AB", "C": "C"} and apart.reported == {MERGED: ("A",)}
    assert regions(flows, functional_areas(flows, centres=["A", "C"])) == {"A": "A", "C": "BC"}


def test_centres_are_found():
    # P and Q draw at least 15% of another zone and have no fewer jobs than their residents; A to E do not draw.
    assert [TWO.codes[zone] for zone in found_centres(TWO)] == ["P", "Q"]
    assert [TWO.codes[zone] for zone in found_centres(TWO, 0.22)] == ["Q"]
    assert [TWO.codes[zone] for zone in found_centres(TWO, least_jobs=150)] == ["P"]
    assert regions(TWO, functional_areas(TWO)) == {"P": "ADEP", "Q": "CQ"}
    none = functional_areas(TWO, 0.9)
    assert none.count == 0 and NO_CENTRES in none.notes


def test_a_dormitory_is_no_centre():
    # Half of B works in A, but there are fewer jobs in A than people of A have.
    flows = of(("A", "A", 10), ("A", "C", 90), ("B", "A", 5), ("B", "B", 5), ("C", "C", 50))
    assert [flows.codes[zone] for zone in found_centres(flows)] == ["C"]


#   P A B C       a row of zones, then a second centre
ROW = of(
    *(("P", "P", 100), ("A", "A", 99), ("A", "P", 1), ("B", "B", 50), ("B", "P", 50), ("C", "C", 99), ("C", "P", 1)),
    *(("Q", "Q", 100), ("D", "Q", 50), ("D", "D", 50)),
)


def borders(flows, *pairs):
    return np.array([[flows.codes.index(one), flows.codes.index(other)] for one, other in pairs])


def test_exclaves_are_left_out():
    found = functional_areas(ROW, centres="PQ", neighbours=borders(ROW, "PA", "AB", "BC", "CQ", "CD"))
    assert found.reported == {EXCLAVE: ("B", "D")} and regions(ROW, found) == {"P": "P", "Q": "Q"}
    connected = functional_areas(ROW, centres="PQ", neighbours=borders(ROW, "PA", "PB", "BC", "QC", "QD"))
    assert EXCLAVE not in connected.reported and connected.notes == ()


def test_enclaves_are_taken_in_one_after_another():
    found = functional_areas(ROW, centres="PQ", neighbours=borders(ROW, "PA", "PB", "AB", "BC", "QD"))
    assert found.reported == {ENCLAVE: ("A", "C")} and regions(ROW, found) == {"P": "ABCP", "Q": "DQ"}
    # C has neighbours in both; A borders on C, which is in none.
    found = functional_areas(ROW, centres="PQ", neighbours=borders(ROW, "PA", "PB", "AC", "BC", "CD", "QD"))
    assert ENCLAVE not in found.reported


def test_an_exclave_amid_another_region_is_its_enclave():
    found = functional_areas(ROW, centres="PQ", neighbours=borders(ROW, "PB", "BD", "PD", "QA", "AC"))
    assert found.reported[ENCLAVE] == ("D",) and EXCLAVE not in found.reported
    assert regions(ROW, found) == {"P": "BDP", "Q": "Q"}


def test_pairs_may_be_given_in_either_direction_or_in_both():
    pairs = borders(ROW, "PA", "PB", "AB", "BC", "QD")
    once = functional_areas(ROW, centres="PQ", neighbours=pairs)
    for others in (pairs[:, ::-1], np.concatenate([pairs, pairs[:, ::-1]]), np.repeat(pairs, 2, axis=0)):
        assert functional_areas(ROW, centres="PQ", neighbours=others).labels.tolist() == once.labels.tolist()
    assert functional_areas(ROW, centres="PQ", neighbours=np.zeros((0, 2))).reported[EXCLAVE] == ("B", "D")


def test_merged_centres_need_not_border_on_each_other():
    flows = of(("P", "P", 70), ("P", "Q", 30), ("Q", "Q", 99), ("A", "A", 9), ("B", "B", 5), ("B", "P", 5))
    found = functional_areas(flows, centres="PQ", neighbours=borders(flows, "PA", "AQ", "PB"))
    assert found.reported == {MERGED: ("P",), ENCLAVE: ("A",)} and regions(flows, found) == {"Q": "ABPQ"}


def test_what_is_no_zone_or_has_no_flows_is_told():
    flows = Flows.of(["A", "A", "B"], ["A", "B", "B"], [5, 5, 9], ["A", "B", "C"])
    found = functional_areas(flows, centres=["B", "X", "Y"])
    assert found.reported == {NO_SUCH_ZONE: ("X", "Y"), NO_FLOWS: ("C",)} and found.labels.tolist() == [0, 0, -1]
    nothing = functional_areas(Flows.of([], [], []))
    assert nothing.count == 0 and NO_CENTRES in nothing.notes
    assert functional_areas(flows, centres=[]).labels.tolist() == [-1, -1, -1]
    with pytest.raises(ValueError, match="share"):
        functional_areas(flows, 0)


def test_only_elsewhere_draws_nobody():
    flows = of(("A", ELSEWHERE, 9), (ELSEWHERE, "B", 9))
    assert functional_areas(flows, centres=["B"]).labels.tolist() == [-1, 0]


def by_hand(flows, share, centres):
    """The rules in plain Python, without neighbours: the centre of each zone, -1 for none."""
    tenths = {(o, d): round(f * 10) for o, d, f in zip(flows.origin.tolist(), flows.destination.tolist(), flows.flow)}
    n = flows.count
    residents = [sum(flow for (one, _), flow in tenths.items() if one == zone) for zone in range(n)]
    jobs = [sum(flow for (_, one), flow in tenths.items() if one == zone) for zone in range(n)]
    group = {zone: {zone} for zone in centres}
    for one in centres:
        for other in centres:
            if one != other and 100 * tenths.get((one, other), 0) >= share * residents[one] > 0:
                joined = group[one] | group[other]
                for zone in joined:
                    group[zone] = joined
    main = {zone: min(group[zone], key=lambda one: (-jobs[one], one)) for zone in centres}
    answer = []
    for zone in range(n):
        to = {}
        for (one, other), flow in tenths.items():
            if one == zone and other in main:
                to[main[other]] = to.get(main[other], 0) + flow
        best = min(to, key=lambda one: (-to[one], one), default=-1)
        answer.append(main.get(zone, best if to and 100 * to[best] >= share * residents[zone] else -1))
    return answer


@pytest.mark.parametrize("share", [5, 15, 30])
def test_as_plain_python(share):
    merged = 0
    for seed in range(60):
        flows = random(seed)
        centres = list(range(0, flows.count, 3))
        found = functional_areas(flows, share / 100, [flows.codes[zone] for zone in centres])
        expected = by_hand(flows, share, centres)
        assert [found.centres[label] if label >= 0 else -1 for label in found.labels] == expected
        merged += MERGED in found.reported
    assert merged


def test_it_can_be_stopped():
    with pytest.raises(Stopped):
        functional_areas(TWO, cancelled=lambda: True)


@pytest.mark.skipif(not REAL.is_file(), reason="no real data: ../shared/data is absent")
def test_the_real_matrix():
    flows = real()
    cities = ["Assen", "Emmen", "Hoogeveen", "Meppel", "Zwolle", "Groningen (gemeente)"]
    place = {code: number for number, code in enumerate(flows.codes)}

    def centre(code, share):
        found = functional_areas(flows, share, cities)
        label = found.labels[place[code]]
        return flows.codes[found.centres[label]] if label >= 0 else None

    assert centre("Meppel", 0.152) == "Zwolle" and centre("Meppel", 0.153) == "Meppel"  # 15.2% of R
    assert centre("Assen", 0.128) == "Groningen (gemeente)" and centre("Assen", 0.13) == "Assen"  # 12.9%
    # 21.1% in Hoogeveen, and 18.9% in Meppel, which up to 15.2% is one with Zwolle.
    assert [centre("De Wolden", share) for share in (0.15, 0.2, 0.22)] == ["Zwolle", "Hoogeveen", None]
    assert centre("Borger-Odoorn", 0.24) == "Emmen" and centre("Borger-Odoorn", 0.25) is None  # 24.5%
