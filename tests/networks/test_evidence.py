# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of a claim, by hand; and those that CBS published, where the real table lies beside the repository."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sterkesteden_plugin.networks import evidence_values as core
from sterkesteden_plugin.networks.evidence import evidence
from sterkesteden_plugin.networks.evidence_values import FlowTable
from sterkesteden_plugin.networks.flows import Flows
from sterkesteden_plugin.networks.joining import join
from sterkesteden_plugin.networks.layouts import recognise, table_of
from sterkesteden_plugin.networks.reading import read_flows
from sterkesteden_plugin.story.model import Claim, ClaimArea, Figure, Indicator, Source

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "pendel-2006-2014"
SOURCE = Source("bron", "Bron", "Uitgever", None, None, None, None)


def claim(measure, indicators=(), **areas):
    """`areas`: codes by role, as words."""
    found = tuple(ClaimArea(role, code, f"Stad {code}") for role, codes in areas.items() for code in codes.split())
    return Claim("proef", "Proef.", measure, None, None, None, (), (), found, tuple(indicators), ())


def flows(rows, unit="x 1000"):
    return Flows.of(*map(list, zip(*rows)), unit=unit)


def table(id="tabel", **years):
    return FlowTable(id, f"bron van {id}", {year[1:]: flows(rows) for year, rows in years.items()})


NEW = [("A", "A", 6.0), ("A", "B", 3.0), ("A", "C", 1.0), ("B", "B", 8.0), ("B", "A", 2.0), ("C", "C", 5.0)]
# All flows of A and B, and of others only those with them.
PART = [*NEW[:-1], ("D", "A", 1.0), ("E", "B", 1.0)]
OLD = [("A", "A", 6.0), ("A", "B", 1.0), ("A", "C", 3.0), ("B", "B", 8.0), ("C", "C", 5.0)]


def said(values):
    return [("".join(area.code for area in value.areas), round(value.value, 4), value.year) for value in values]


def test_shares_are_of_the_jobs_of_residents_in_every_year():
    found = evidence(claim(core.SHARE, van="A", naar="B", vergelijk="C"), [table(y2014=NEW, y2006=OLD)], ())
    assert said(found.values) == [("AB", 0.3, "2014"), ("AC", 0.1, "2014")]
    assert said(found.earlier) == [("AB", 0.1, "2006"), ("AC", 0.3, "2006")]
    assert [(value.jobs, value.unit) for value in found.values] == [(3.0, "x 1000"), (1.0, "x 1000")]
    assert found.values[0].source == "bron van tabel" and found.years == ("2006", "2014") and found.lacks == ()


def test_what_no_row_names_is_not_zero():
    named = [("Stad B" if code == "B" else code, to, jobs) for code, to, jobs in NEW if to != "B"]
    found = evidence(claim(core.SHARE, van="A", naar="B", vergelijk="C"), [table(y2014=named)], ())
    assert found.values == () and found.reaches == () and found.lacks == (core.FLOWS,)
    found = evidence(claim(core.SHARE, van="A", naar="C", vergelijk="B"), [table(y2014=named)], ())
    assert [value.areas[1].code for value in found.values] == ["C"] and found.lacks == ()


def test_a_share_may_be_off_by_half_the_step_in_which_flows_are_counted():
    finer = [*NEW, ("C", "A", 0.1)]
    (value,) = evidence(claim(core.SHARE, van="A", naar="B"), [table(y2014=finer)], ()).values
    assert value.margin == pytest.approx(0.05 / 10)
    (value,) = evidence(claim(core.SHARE, van="A", naar="B"), [table(y2014=NEW)], ()).values
    assert value.margin == pytest.approx(0.5 / 10)
    odd = [(a, b, jobs / 7) for a, b, jobs in NEW]
    (value,) = evidence(claim(core.SHARE, van="A", naar="B"), [table(y2014=odd)], ()).values
    assert value.margin == 0


def test_an_area_falls_to_a_centre_up_to_its_share_unless_more_goes_to_another():
    found = evidence(claim(core.SHARE, van="A", naar="B", vergelijk="C"), [table(y2014=NEW)], ())
    (reach,) = found.reaches
    assert (reach.origin.code, reach.to.code, round(reach.most, 4), reach.instead) == ("A", "B", 0.3, None)
    (reach,) = evidence(claim(core.SHARE, van="A", naar="C", vergelijk="B"), [table(y2014=NEW)], ()).reaches
    assert (reach.most, reach.instead.code) == (None, "B")
    (reach,) = evidence(claim(core.SHARE, van="C", naar="B", vergelijk="A"), [table(y2014=NEW)], ()).reaches
    assert (reach.most, reach.instead) == (None, None)


def test_the_first_table_that_has_all_flows_of_an_area_counts():
    whole = table(y2014=NEW, id="heel")
    partial = table(y2014=[("C", "C", 5.0), ("C", "A", 9.0), ("A", "C", 2.0), ("B", "C", 1.0)], id="deel")
    found = evidence(claim(core.SHARE, van="A", naar="B"), [partial, whole], ())
    assert [value.source for value in found.values] == ["bron van heel"]
    assert evidence(claim(core.SHARE, van="A", naar="B"), [partial], ()).lacks == (core.FLOWS,)
    both = evidence(claim(core.SHARE, van="A C", naar="B"), [partial], ())
    assert said(both.values) == [("CB", 0.0, "2014")] and both.lacks == (core.FLOWS,)


@pytest.mark.parametrize("measure", [core.SHARE, core.AMONG])
def test_without_a_table_it_says_what_is_not_there(measure):
    found = evidence(claim(measure, van="A", naar="B", onderling="A B"), [], ())
    assert found.lacks == (core.FLOWS,) and found.values == found.earlier == found.years == ()


def test_an_area_whose_residents_have_no_jobs_has_no_share():
    rows = [("A", "A", 1.0), ("A", "B", 1.0)]
    found = evidence(claim(core.SHARE, van="B", naar="A"), [table(y2014=rows)], ())
    assert found.values == () and found.lacks == (core.FLOWS,)


def test_what_crosses_between_areas_is_of_the_jobs_with_both_ends_in_them():
    found = evidence(claim(core.AMONG, onderling="A B", vergelijk="C"), [table(y2014=NEW, y2006=OLD)], ())
    assert said(found.values) == [("AB", round(5 / 19, 4), "2014")]
    assert said(found.earlier) == [("AB", round(1 / 15, 4), "2006")]
    assert said(found.wider) == [("ABC", 0.24, "2014")]
    assert [(value.part, value.jobs) for value in found.parts] == [
        (core.OWN, 14.0),
        (core.OTHERS, 5.0),
        (core.AWAY, 1.0),
    ]
    assert sum(value.value for value in found.parts) == pytest.approx(1)
    assert said(found.ties) == [("AB", 1.0, "2014")] and found.lacks == ()


def test_an_area_is_added_only_where_all_its_flows_are_there():
    found = evidence(claim(core.AMONG, onderling="A B", vergelijk="C"), [table(y2014=PART)], ())
    assert found.wider == () and found.lacks == (core.WHOLE,) and found.values


def figures(indicator, whole, **values):
    about = Indicator(indicator, indicator, "x 1.000 banen", 1, "Proef.", whole)
    for key, value in values.items():
        code, year = key.split("_")
        yield Figure(
            f"{indicator}-{key}", about, code, code, None, None, None, None, f"{year}-12-01", value, SOURCE, None
        )


def sectors(**of_industry):
    """Jobs of industry by area and year; each area has 100 in all, and 20 of services."""
    totals = figures("totaal", None, **dict.fromkeys(of_industry, 100.0))
    services = figures("diensten", "totaal", **dict.fromkeys(of_industry, 20.0))
    return [*totals, *services, *figures("industrie", "totaal", **of_industry)]


PARTS = ("industrie", "diensten")


def test_shares_of_sectors_are_of_all_jobs_in_the_area():
    given = sectors(A_2020=30.0, B_2020=10.0, A_2010=40.0)
    found = evidence(claim(core.SECTORS, PARTS, onderling="A B"), [], given)
    assert [(*one, value.part) for one, value in zip(said(found.values), found.values)] == [
        ("A", 0.3, "2020", "industrie"),
        ("B", 0.1, "2020", "industrie"),
        ("A", 0.2, "2020", "diensten"),
        ("B", 0.2, "2020", "diensten"),
    ]
    assert said(found.earlier) == [("A", 0.4, "2010"), ("A", 0.2, "2010")]
    assert found.values[0].jobs == 30.0 and found.values[0].source == "Bron" and found.lacks == ()


def test_a_secret_or_missing_figure_is_no_zero():
    given = sectors(A_2020=None, B_2020=10.0)
    found = evidence(claim(core.SECTORS, PARTS, onderling="A B"), [], given)
    assert {value.areas[0].code for value in found.values} == {"B"} and found.lacks == (core.FIGURES,)
    assert evidence(claim(core.SECTORS, PARTS, onderling="A B"), [], ()).lacks == (core.FIGURES,)


def test_complementarity_is_krugmans_index_beside_the_tie():
    given = sectors(A_2020=60.0, B_2020=10.0)  # the rest: 20 and 70
    found = evidence(claim(core.COMPLEMENTARY, PARTS, onderling="A B"), [table(y2014=NEW)], given)
    (value,) = found.values
    assert value.value == pytest.approx(0.5 + 0.0 + 0.5)
    # All jobs 25: of A 10 and in A 8, of B 10 and in B 11.
    assert [round(one.value, 4) for one in found.ties] == [round(3 * 25 / (10 * 11), 4), round(2 * 25 / (10 * 8), 4)]
    assert [one.areas[0].code for one in found.ties] == ["A", "B"] and found.ties[0].year == "2014"
    without = evidence(claim(core.COMPLEMENTARY, PARTS, onderling="A B"), [table(y2014=PART)], given)
    assert len(without.values) == 1 and without.ties == () and without.lacks == (core.WHOLE,)
    nothing = evidence(claim(core.COMPLEMENTARY, PARTS, onderling="A B"), [table(y2014=NEW)], ())
    assert nothing.values == nothing.ties == () and nothing.lacks == (core.FIGURES,)


def test_what_differs_with_the_zones_of_now_is_told_beside():
    then = {"2014": flows([*NEW, ("A", "D", 2.0), ("D", "D", 4.0)])}
    now = {"2014": flows([*NEW, ("A", "C", 2.0), ("C", "C", 4.0)])}  # D went into C
    both = [FlowTable("tabel", "bron", then, now)]
    found = evidence(claim(core.SHARE, van="A", naar="C B"), both, ())
    assert said(found.values) == [("AC", round(1 / 12, 4), "2014"), ("AB", 0.25, "2014")]
    assert said(found.redrawn) == [("AC", 0.25, "2014")]
    found = evidence(claim(core.AMONG, onderling="A C"), both, ())
    assert said(found.values + found.redrawn) == [("AC", round(1 / 12, 4), "2014"), ("AC", round(3 / 18, 4), "2014")]
    assert evidence(claim(core.SHARE, van="A", naar="B"), both, ()).redrawn == ()


def test_a_measure_that_is_none():
    with pytest.raises(ValueError, match="gevoel"):
        evidence(claim("gevoel", van="A"), [], ())


# -- what CBS published


@pytest.fixture(scope="module")
def published():
    """The table of the flows of Drenthe, as it is beside the repository."""
    path = SHARED / "pendel_drenthe_2006_2014.csv"
    if not path.is_file():
        pytest.skip("the real commuting table is not there")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        table = table_of(list(csv.reader(lines)))
    read = read_flows(table, recognise(table))
    return FlowTable("drenthe", "CBS", {year[:4]: join(read, year=year).flows for year in read.years})


def by_pair(found):
    return {(value.areas[0].name, value.areas[1].name): value for value in found.values}


def of(pack, id):
    return next(one for one in pack.claims if one.id == id)


def test_the_published_shares(real_pack, published):
    shares = {}
    for one in real_pack.claims:
        if one.measure == core.SHARE:
            shares.update(by_pair(evidence(one, [published], ())))
    wanted = {
        ("Assen", "Groningen"): 12.9,
        ("Meppel", "Zwolle"): 15.2,
        ("De Wolden", "Hoogeveen"): 21.1,
        ("De Wolden", "Meppel"): 18.9,
        ("Borger-Odoorn", "Emmen"): 24.5,
    }
    assert {pair: round(100 * shares[pair].value, 1) for pair in wanted} == wanted
    assert {value.year for value in shares.values()} == {"2014"}


def test_the_published_share_between_the_cities(real_pack, published):
    among = next(one for one in real_pack.claims if one.measure == core.AMONG)
    found = evidence(among, [published], ())
    assert round(100 * found.values[0].value, 1) == 10.7 and found.values[0].year == "2014"
    assert len(found.ties) == 6 and len(found.earlier) == 8


def test_flows_of_drenthe_only_say_nothing_of_where_others_work(real_pack, published):
    outside = of(real_pack, "toets-noord-overijssel")
    assert evidence(outside, [published], ()).lacks == (core.FLOWS,)
