# SPDX-License-Identifier: GPL-2.0-or-later
"""Regions by dominant flow."""

import numpy as np
import pytest

from sterkesteden_plugin.networks.divisions import NO_FLOWS, NONE
from sterkesteden_plugin.networks.dominant import INFLOW, JOBS, dominant_flows
from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.tables.stopping import Stopped

from .matrices import REAL, random, real

# Calls between twelve cities, of which the nodal structure is that of the example in the paper: b, e, g and j are
# terminal.
CALLS = """
00 75 15 20 28 02 03 02 01 20 01 00
69 00 45 50 58 12 20 03 06 35 04 02
05 51 00 12 40 00 06 01 03 15 00 01
19 67 14 00 30 07 06 02 11 18 05 01
07 40 48 26 00 07 10 02 37 39 12 06
01 06 01 01 10 00 27 01 03 04 02 00
02 16 03 03 13 31 00 03 18 08 03 01
00 04 00 01 03 03 06 00 12 38 04 00
02 28 03 06 43 04 16 12 00 98 13 01
07 40 10 08 40 05 17 34 98 00 35 12
01 08 02 01 18 00 06 05 12 30 00 15
00 02 00 00 07 00 01 00 01 06 12 00
"""


def of(*rows):
    origins, destinations, values = zip(*rows)
    return Flows.of(origins, destinations, values)


def test_the_nodal_structure_of_the_paper():
    cells = np.array([[int(cell) for cell in line.split()] for line in CALLS.split("\n") if line])
    source, target = np.nonzero(cells)
    flows = Flows.between(tuple("abcdefghijkl"), source, target, cells[source, target])
    found = dominant_flows(flows)
    assert [flows.codes[zone] for zone in found.centres] == ["b", "e", "g", "j"]
    led = {code: flows.codes[found.centres[label]] for code, label in zip(flows.codes, found.labels)}
    assert led == dict(zip("abcdefghijkl", "bbbbeggjjjjj")) | {"c": "b", "d": "b"}


def test_a_region_leads_over_as_many_zones_as_it_takes():
    found = dominant_flows(of(("A", "B", 5), ("B", "C", 6), ("C", "D", 7), ("D", "D", 50), ("X", "D", 1)))
    assert found.labels.tolist() == [0, 0, 0, 0, 0] and found.centres.tolist() == [3]


def test_below_the_threshold_a_zone_is_terminal():
    flows = of(("A", "A", 9), ("A", "B", 1), ("B", "B", 20), ("C", "B", 5))
    assert dominant_flows(flows, share=0.1).labels.tolist() == [0, 0, 0]
    assert dominant_flows(flows, share=0.11).labels.tolist() == [0, 1, 1]
    assert dominant_flows(flows, least=5).labels.tolist() == [0, 1, 1]
    assert dominant_flows(flows, least=6).labels.tolist() == [0, 1, 2]


def test_a_share_that_is_just_reached_counts():
    rows = [("A", "A", 0.1)] * 17 + [("A", "B", 0.1)] * 3 + [("B", "B", 5)]
    assert dominant_flows(of(*rows), share=0.15).count == 1  # in float64, 0.3 / 2 as a sum of tenths is just below it


def test_size_is_inflow_or_all_jobs():
    # More flows into A; more jobs are in B, for most stay.
    flows = of(("A", "B", 3), ("B", "A", 4), ("B", "B", 50), ("C", "A", 1))
    assert [flows.codes[zone] for zone in dominant_flows(flows, size=INFLOW).centres] == ["A"]
    assert [flows.codes[zone] for zone in dominant_flows(flows, size=JOBS).centres] == ["B"]
    with pytest.raises(ValueError, match="size"):
        dominant_flows(flows, size="people")


def test_ties_go_to_the_lowest_code():
    assert dominant_flows(of(("C", "A", 2), ("C", "B", 2), ("A", "A", 1), ("B", "B", 1))).labels.tolist() == [0, 1, 0]
    assert dominant_flows(of(("A", "B", 2), ("B", "A", 2))).centres.tolist() == [0]


def test_zones_without_flows_are_in_no_region():
    flows = Flows.of(["A", "A", ELSEWHERE], ["A", ELSEWHERE, "B"], [1, 9, 1], ["A", "B", "C"])
    found = dominant_flows(flows)
    assert found.labels.tolist() == [0, 1, NONE] and found.reported == {NO_FLOWS: ("C",)}
    assert dominant_flows(Flows.of([], [], [])).count == 0
    assert dominant_flows(Flows.of([], [], [], ["A"])).reported == {NO_FLOWS: ("A",)}


def test_as_plain_python():
    for seed in range(60):
        flows = random(seed)
        size = flows.jobs() - flows.within()
        leads = list(range(flows.count))
        for zone in range(flows.count):
            to = {d: f for o, d, f in zip(flows.origin, flows.destination, flows.flow) if o == zone and d != zone}
            to.pop(flows.count, None)
            if to:
                best = min(to, key=lambda other: (-round(to[other], 6), other))
                if (-round(size[best], 6), best) < (-round(size[zone], 6), zone):
                    leads[zone] = best

        def root(zone, leads=leads):
            return zone if leads[zone] == zone else root(leads[zone])

        found = dominant_flows(flows)
        for zone, label in enumerate(found.labels):
            if label >= 0:
                assert found.centres[label] == root(zone)


def test_it_can_be_stopped():
    with pytest.raises(Stopped):
        dominant_flows(random(1), cancelled=lambda: True)


@pytest.mark.skipif(not REAL.is_file(), reason="no real data: ../shared/data is absent")
def test_the_real_matrix():
    flows = real()
    found = dominant_flows(flows)
    centre = {code: flows.codes[found.centres[label]] for code, label in zip(flows.codes, found.labels) if label >= 0}
    assert centre["Meppel"] == "Zwolle" and centre["Assen"] == "Groningen (gemeente)"
    assert centre["De Wolden"] == "Hoogeveen" and found.reported == {NO_FLOWS: ("Buitenland", "Onbekend")}
