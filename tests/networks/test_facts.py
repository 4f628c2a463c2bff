# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel tells of zones, cities and regions, and the colours of regions."""

from __future__ import annotations

import numpy as np
import pytest

from sterkesteden_plugin.networks.divisions import Division
from sterkesteden_plugin.networks.facts import city_facts, region_facts, whole_zones, zone_facts
from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.networks.region_colours import COLOURS, beside, region_colours

ROWS = (("A", "A", 60), ("A", "B", 30), ("A", ELSEWHERE, 10), ("B", "B", 40), ("B", "A", 10), ("C", "C", 5))
NAMES = {"A": "Aardvoort", "B": "Beekmeer"}


def _flows(rows=ROWS, year="2014", unit=""):
    origins, destinations, values = zip(*rows)
    return Flows.of(origins, destinations, values, year=year, unit=unit)


def test_where_residents_work_the_largest_first_with_itself_and_elsewhere():
    facts = zone_facts(_flows(), "A", NAMES)
    assert [(tie.code, tie.flow, tie.share) for tie in facts.out] == [("A", 60, 0.6), ("B", 30, 0.3), ("", 10, 0.1)]
    assert [(tie.name, tie.flow) for tie in facts.into] == [("Aardvoort", 60), ("Beekmeer", 10)]
    assert (facts.residents_jobs, facts.jobs, facts.before_year) == (100, 70, "")
    assert zone_facts(_flows(), "?", NAMES) is None


def test_then_and_now_tell_also_what_came_and_what_went():
    before = _flows((("A", "A", 50), ("A", "C", 50), ("C", "C", 1), ("B", "B", 1)), "2006")
    facts = zone_facts(_flows(), "A", NAMES, before)
    assert facts.before_year == "2006"
    assert {tie.code: (tie.share, tie.before) for tie in facts.out} == {
        "A": (0.6, 0.5),
        "B": (0.3, 0.0),
        "": (0.1, 0.0),
        "C": (0.0, 0.5),
    }


def test_a_zone_that_the_other_year_does_not_know_has_nothing_before():
    facts = zone_facts(_flows(), "A", NAMES, _flows((("B", "B", 1),), "2006"))
    assert all(tie.before is None for tie in facts.out)


def test_measures_of_the_cities_that_the_flows_know():
    (city,) = city_facts(_flows(), ["A", "?"], NAMES)
    assert (city.supply, city.demand, city.balance) == (0.6, 60 / 70, -30)
    assert (city.dominant, city.dominant_share) == ("Beekmeer", 0.3)


def test_a_zone_without_any_jobs_of_residents_has_no_share():
    city = city_facts(_flows((("A", "B", 1),)), ["B"], {})[0]
    assert city.supply is None and city.demand == 0 and city.dominant == "" and city.dominant_share is None


@pytest.mark.parametrize(("unit", "few"), [("", True), ("x 1000", False), ("x 1 000", False)])
def test_regions_the_largest_first_and_those_with_few_flows_say_so(unit, few):
    flows = _flows(unit=unit)
    first, second = region_facts(flows, Division.of(np.array([0, 0, 1]), flows.jobs()), NAMES)
    assert (first.centre, first.name, first.zones) == ("A", "Aardvoort", ("A", "B"))
    assert (first.residents_jobs, first.jobs, first.supply, first.demand) == (150, 140, 140 / 150, 1.0)
    assert first.few is few and second.few
    assert second.zones == ("C",) and second.name == "C"


def test_zones_of_which_the_table_has_only_a_part_are_elsewhere():
    rows = [("A", "A", 5), ("A", "P", 1), ("Q", "A", 2), ("A", "R", 3)]
    kept = whole_zones(_flows(rows))
    assert kept.codes == ("A",) and kept.residents_jobs()[0] == 9 and kept.jobs()[0] == 7
    for all_kept in (ROWS, [("A", "B", 1), ("B", "C", 1)]):  # most have flows of their own, or none has
        assert whole_zones(_flows(all_kept)).codes == ("A", "B", "C")


def _row_of(count):
    points = np.stack((np.arange(count, dtype=float), np.zeros(count)), axis=1)
    return points, Division(np.arange(count), np.arange(count)), np.ones(count)


def test_regions_beside_each_other_differ_in_colour():
    points, division, weight = _row_of(40)
    colours = region_colours(division, weight, beside(points))
    for one, other in beside(points):
        assert colours[one] != colours[other]
    assert set(colours.tolist()) <= set(range(COLOURS))


def test_a_region_keeps_its_colour_when_another_division_has_it_too():
    points, division, weight = _row_of(12)
    first = region_colours(division, weight, beside(points))
    before = dict(zip(division.centres.tolist(), first.tolist()))
    fewer = Division(np.repeat(np.arange(6), 2), np.arange(0, 12, 2))
    second = region_colours(fewer, np.arange(6.0), beside(points), before)
    assert [before[centre] for centre in fewer.centres.tolist()] == second.tolist()


def test_zones_without_a_place_are_beside_nothing():
    points = np.array([[0.0, 0.0], [np.nan, np.nan], [1.0, 0.0]])
    assert {tuple(pair) for pair in beside(points).tolist()} == {(0, 2), (2, 0)}
    assert len(beside(points[:1])) == 0
