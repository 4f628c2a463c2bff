# SPDX-License-Identifier: GPL-2.0-or-later
"""Which areas of a claim fall together: by every way to divide, of whole tables only."""

from __future__ import annotations

import pytest

from sterkesteden_plugin.networks.divisions import Division
from sterkesteden_plugin.networks.evidence_methods import METHODS, divisions, grouped
from sterkesteden_plugin.networks.evidence_values import FlowTable
from sterkesteden_plugin.networks.flows import Flows
from sterkesteden_plugin.networks.redraw import THRESHOLD
from sterkesteden_plugin.story.model import Claim, ClaimArea
from sterkesteden_plugin.tables.stopping import Stopped

# Two pairs of towns: A with B, C with D; hardly anything between the pairs.
PAIRS = [
    *[("A", "A", 60), ("A", "B", 5), ("B", "A", 30), ("B", "B", 30), ("A", "C", 1)],
    *[("C", "C", 60), ("C", "D", 5), ("D", "C", 30), ("D", "D", 30)],
]


def table(rows, *years, id="tabel"):
    flows = Flows.of(*map(list, zip(*rows)), unit="x 1000")
    return FlowTable(id, id, dict.fromkeys(years, flows))


def claim(threshold=0.15, codes="A B C X"):
    areas = tuple(ClaimArea("onderling", code, code) for code in codes.split())
    return Claim("proef", "Proef.", "onderlinge-banen", None, threshold, None, (), (), areas, (), ())


def test_every_method_divides_the_newest_whole_table():
    partial = table([("A", "A", 9), ("A", "B", 1), ("C", "A", 1)], "2020", id="deel")
    found = divisions([partial, table(PAIRS, "2014", "2010")], [0.15, 0.15, 0.4])
    assert [one.method for one in found] == [METHODS[0], THRESHOLD, THRESHOLD, *METHODS[2:]]
    assert {(one.year, one.source) for one in found} == {("2014", "tabel")}
    for one in found:
        assert one.region["C"] != one.region["A"], one.method
        assert one.region["A"] == one.region["B"] and one.region["C"] == one.region["D"], one.method


def test_without_a_whole_table_there_are_none():
    assert divisions([], [0.15]) == []
    assert divisions([table([("A", "A", 9), ("A", "B", 1), ("C", "A", 1)], "2020")], [0.15]) == []


def test_areas_are_grouped_by_region_and_those_in_none_stand_alone():
    rows = grouped(claim(), divisions([table(PAIRS, "2014")], [0.15, 0.4]))
    assert [row.method for row in rows] == list(METHODS) and rows[1].threshold == 0.15
    assert [["".join(area.code for area in group) for group in row.groups] for row in rows] == [["AB", "C", "X"]] * 4


def test_a_claim_without_a_threshold_is_not_divided_by_one():
    rows = grouped(claim(None), divisions([table(PAIRS, "2014")], [0.15]))
    assert THRESHOLD not in [row.method for row in rows]


def test_it_stops_when_it_is_not_wanted_any_more():
    with pytest.raises(Stopped):
        divisions([table(PAIRS, "2014")], [0.15], cancelled=lambda: True)


def test_a_zone_in_no_region_has_none(monkeypatch):
    import numpy as np

    lonely = Division(np.array([0, 0, -1, 1]), np.array([0, 3]))
    monkeypatch.setattr("sterkesteden_plugin.networks.evidence_methods.divide", lambda *_, **__: lonely)
    assert "C" not in divisions([table(PAIRS, "2014")], [])[0].region
