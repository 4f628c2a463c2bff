# SPDX-License-Identifier: GPL-2.0-or-later
"""sterkesteden:networkregions and sterkesteden:networkagreement give what their cores do, drawn and with metadata."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsProject, QgsRenderContext

from sterkesteden_plugin.networks import redraw
from sterkesteden_plugin.networks.agreement import belonging, together
from sterkesteden_plugin.networks.communities import communities
from sterkesteden_plugin.networks.dominant import dominant_flows
from sterkesteden_plugin.networks.facts import region_facts, whole_zones
from sterkesteden_plugin.networks.functional_areas import functional_areas
from sterkesteden_plugin.networks.labour_markets import labour_market_areas
from sterkesteden_plugin.networks.soft_areas import shares_of
from sterkesteden_plugin.processing.results import run_of
from tests.processing.large import Stop, many
from tests.processing.models import model_of, result_of
from tests.processing.squares import CODES, NAMES, ROWS, SIDE, column, flows, squares, table

REGIONS, AGREEMENT = "sterkesteden:networkregions", "sterkesteden:networkagreement"
BORDERS = np.array([(number, number + 1) for number in range(len(CODES) - 1)])
DEMANDS = {"MIN_SIZE": 50, "TARGET_SIZE": 200, "MIN_CONTAINMENT": 0.6, "TARGET_CONTAINMENT": 0.8}


@pytest.fixture()
def given(provider, tmp_path):
    return {"FLOWS": table(tmp_path), "ZONES": squares(), "MERGERS": False, "WHOLE_ONLY": False}


def divided(given, log, **more):
    return processing.run(REGIONS, {**given, "ZONES_OUT": "memory:", "REGIONS": "memory:", **more}, feedback=log)


def agreed(given, log, **more):
    return processing.run(AGREEMENT, {**given, "SOFT": "memory:", "PAIRS": "memory:", **more}, feedback=log)


WAYS = [
    ({"METHOD": 0}, lambda flows: dominant_flows(flows)),
    ({"METHOD": 0, "LEAST": 15, "SHARE": 30}, lambda flows: dominant_flows(flows, 15, 0.3)),
    ({"METHOD": 1}, lambda flows: functional_areas(flows, 0.15, None, BORDERS)),
    ({"METHOD": 1, "SHARE": 22.5}, lambda flows: functional_areas(flows, 0.225, None, BORDERS)),
    (
        {"METHOD": 1, "CENTRES": "GM0005; GM0002"},
        lambda flows: functional_areas(flows, 0.15, ["GM0005", "GM0002"], BORDERS),
    ),
    ({"METHOD": 2, **DEMANDS}, lambda flows: labour_market_areas(flows, 50, 0.6, 200, 0.8)),
    ({"METHOD": 3, "RESOLUTION": 1.5, "SEED": 7}, lambda flows: communities(flows, 1.5, 7)),
]


@pytest.mark.parametrize(("asked", "core"), WAYS)
def test_regions_are_those_of_the_core(given, log, asked, core):
    found = divided(given, log, **asked)
    division = core(flows())
    wanted = [CODES[division.centres[label]] if label >= 0 else None for label in division.labels]
    zones, regions = found["ZONES_OUT"], found["REGIONS"]
    assert column(zones, "code") == list(CODES) and column(zones, "regio") == wanted
    assert column(zones, "centrum") == [int(one == code) for one, code in zip(wanted, CODES)]
    facts = region_facts(flows(), division, dict(zip(CODES, NAMES)))
    assert column(regions, "regio") == [one.centre for one in facts]
    assert column(regions, "woonbanen") == [one.residents_jobs for one in facts]
    assert column(regions, "zelf_aanbod") == [one.supply for one in facts]
    assert column(regions, "zelf_vraag") == [one.demand for one in facts]
    assert [one.geometry().area() for one in regions.getFeatures()] == [len(one.zones) * SIDE**2 for one in facts]
    assert len(facts) > 1  # else it says little


def test_the_share_in_the_region_is_of_all_residents_jobs(given, log):
    zones = divided(given, log, METHOD=1)["ZONES_OUT"]
    assert column(zones, "regio_naam")[0] == "Stad"
    assert column(zones, "aandeel_regio")[0] == pytest.approx((40 + 50) / 95)


def test_what_is_to_be_told_of_zones_and_regions(given, log):
    found = divided(given, log, METHOD=2, **DEMANDS)
    assert column(found["ZONES_OUT"], "reden")[5:] == [
        "tied to nothing but itself",
        "no residents' jobs, no jobs",
    ]
    assert all("few flows" in text for text in column(found["REGIONS"], "opmerking"))  # of some hundreds of jobs
    many_jobs = divided(given, log, METHOD=2, UNIT=2, **{**DEMANDS, "MIN_SIZE": 50_000, "TARGET_SIZE": 200_000})
    assert set(column(many_jobs["REGIONS"], "opmerking")) == {None}
    assert column(many_jobs["ZONES_OUT"], "regio") == column(found["ZONES_OUT"], "regio")  # sizes are in jobs


def test_zones_whose_flows_are_not_all_there_are_in_no_region(given, tmp_path, log):
    some = [row for row in ROWS if "GM0002" in row[:2]]
    one = {**given, "FLOWS": table(tmp_path, some), "WHOLE_ONLY": True}
    zones = divided(one, log, METHOD=0)["ZONES_OUT"]
    division = dominant_flows(whole_zones(flows(some)))
    assert division.count == len(division.labels) == 1
    assert column(zones, "regio") == [None, "GM0002", *[None] * 5]
    assert column(zones, "reden")[2] == "no flow with itself in the table"
    assert "6 of 7 zones have no flow with themselves in the table" in zones.metadata().abstract()


def test_layers_tell_their_own_way_and_the_threshold_also_where_it_was_left_empty(given, log):
    found = divided(given, log, METHOD=1)
    assert [found[key].metadata().title() for key in ("ZONES_OUT", "REGIONS")] == [
        "Zones with their region",
        "Regions, each as one",
    ]
    abstract = found["REGIONS"].metadata().abstract()
    assert "EU-OECD" in abstract and "Threshold: 15,0% of the residents' jobs." in abstract
    assert "Nystuen" not in abstract.replace("Strongest destination (Nystuen", "") and "Leicht" not in abstract


def test_demands_that_no_area_meets_are_told(given, log):
    asked = {"METHOD": 2, **DEMANDS, "MIN_SIZE": 500_000, "TARGET_SIZE": 600_000}
    assert divided(given, log, **asked)["REGIONS"].featureCount() == 0
    assert "No area is large and self-contained enough" in log.text and "in thousands" in log.text


def test_zones_in_no_region_are_counted_of_all(given, tmp_path, log):
    one = {**given, "FLOWS": table(tmp_path, [row for row in ROWS if "GM0002" in row[:2]]), "WHOLE_ONLY": True}
    divided(one, log, METHOD=0)
    assert "Regions: 1. Zones in a region: 1; in none: 6." in log.text


def test_points_have_no_borders_and_say_so(given, log):
    found = divided({**given, "ZONES": squares("Point")}, log, METHOD=1)
    division = functional_areas(flows(), 0.15)
    wanted = [CODES[division.centres[label]] if label >= 0 else None for label in division.labels]
    assert column(found["ZONES_OUT"], "regio") == wanted
    assert "points have no borders" in log.text
    assert next(found["REGIONS"].getFeatures()).geometry().isMultipart()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"METHOD": 1, "CENTRES": "GM0002, GM9999"}, r"code GM9999\. Give codes of centres"),
        ({"METHOD": 2, "MIN_SIZE": 500, "TARGET_SIZE": 100}, "contradict each other: size 500 to 100.*Give a target"),
        ({"METHOD": 2, "MIN_CONTAINMENT": 0}, "which must be above 0"),
    ],
)
def test_what_cannot_be_is_told_with_what_to_do(given, log, more, told):
    with pytest.raises(QgsProcessingException, match=told):
        divided(given, log, **more)


def test_no_centre_is_a_result_that_says_so(given, log):
    found = divided(given, log, METHOD=1, SHARE=99)
    assert found["REGIONS"].featureCount() == 0 and set(column(found["ZONES_OUT"], "regio")) == {None}
    assert "No zone is a centre" in log.text


def test_regions_have_colours_a_legend_and_labels(given, log):
    found = divided(given, log, METHOD=1)
    zones, regions = found["ZONES_OUT"], found["REGIONS"]
    colours = {}
    for layer in (zones, regions):
        assert layer.labelsEnabled()
        for category in layer.renderer().categories():
            if category.value() is not None:
                assert category.label() in NAMES
                colour = category.symbol().symbolLayer(0).fillColor().name()
                assert colours.setdefault(category.value(), colour) == colour
    assert len(set(colours.values())) == len(colours) > 1
    renderer = zones.renderer()
    renderer.startRender(QgsRenderContext(), zones.fields())
    context = QgsRenderContext()
    assert all(renderer.symbolForFeature(one, context) is not None for one in zones.getFeatures())
    renderer.stopRender(context)


def test_a_division_is_made_again_from_what_its_layers_say(given, log):
    QgsProject.instance().addMapLayer(given["ZONES"])
    try:
        found = divided(given, log, METHOD=1, SHARE=22.5, CENTRES="GM0005,GM0002")
        for key in ("ZONES_OUT", "REGIONS"):
            algorithm, parameters = run_of(found[key])
            again = processing.run(algorithm, {**parameters, "ZONES_OUT": "memory:", "REGIONS": "memory:"})
            assert column(again[key], "regio") == column(found[key], "regio")
        abstract = found["REGIONS"].metadata().abstract()
        for text in ("Threshold (% of residents' jobs): 22.5", "EU-OECD", "Year: 2014", "GM0005,GM0002"):
            assert text in abstract, text
    finally:
        QgsProject.instance().clear()


@pytest.mark.parametrize(("name", "result"), [(REGIONS, "ZONES_OUT"), (AGREEMENT, "SOFT")])
def test_in_a_model_and_in_a_batch(given, log, name, result):
    model = model_of(name, result, FLOWS=given["FLOWS"], MERGERS=False, WHOLE_ONLY=False)
    key = result_of(model)
    direct = processing.run(name, {**given, result: "memory:"}, feedback=log)[result]
    names = [field.name() for field in direct.fields()]
    for _time in range(2):
        layer = processing.run(model, {"zones": given["ZONES"], key: "memory:"}, feedback=log)[key]
        assert [column(layer, one) for one in names] == [column(direct, one) for one in names]
        assert layer.renderer().type() == "categorizedSymbol"


@pytest.mark.parametrize(
    ("name", "asked"),
    [*((REGIONS, {"METHOD": way}) for way in range(4)), (AGREEMENT, {})],
)
def test_it_stops_within_a_second(provider, log, tmp_path, in_task, name, asked):
    given = {**many(tmp_path, zones=1500, pairs=150_000), **asked}
    stop = Stop(log, {**given, "ZONES_OUT": "memory:", "SOFT": "memory:"}, name, asked=12)
    done = in_task(stop.run, stop.cancel)
    assert stop.seconds() < 1
    results, is_well = done.get()
    assert is_well and not {"ZONES_OUT", "SOFT"} & set(results)


ASKED = {"THRESHOLD": "10, 15", "DOMINANT": "0", "LABOUR": "", "COMMUNITIES": "0,5"}
RUNS = (("threshold", 0.1), ("threshold", 0.15), ("dominant", 0.0), ("communities", 0.0), ("communities", 0.05))


def divisions(*years):
    return [redraw.divide(one, redraw.Wanted(*run), BORDERS) for one in years for run in RUNS]


def test_soft_areas_and_pairs_are_those_of_the_core(given, log):
    found = agreed(given, log, LEAST_SHARE=0, **ASKED)
    shares = shares_of(divisions(flows()))
    wanted = {
        (CODES[zone], CODES[centre]): (share, rank)
        for zone in range(len(CODES))
        for rank, (centre, share) in enumerate(shares.ranked(zone), 1)
    }
    soft = found["SOFT"]
    told = zip(*(column(soft, name) for name in ("code", "centrum", "aandeel", "rang")))
    assert {(code, centre): (share, rank) for code, centre, share, rank in told} == wanted
    assert any(rank > 1 for _share, rank in wanted.values())  # Tussen lies between two
    first, second, share = together(divisions(flows())).pairs()
    pairs = found["PAIRS"]
    assert column(pairs, "code") == [CODES[at] for at in first]
    assert column(pairs, "met_naam") == [NAMES[at] for at in second]
    assert column(pairs, "aandeel") == share.tolist()
    assert "5 divisions: 5 thresholds of 3 methods in 1 years." in soft.metadata().abstract()


def test_over_years_and_for_chosen_centres(given, log, tmp_path):
    other = [(a, b, flow * (3 if (a, b) == ("GM0003", "GM0005") else 1)) for a, b, flow in ROWS]
    path = tmp_path / "pendel.csv"
    lines = [f"{a};{b};2006;{flow}" for a, b, flow in other]
    path.write_text(path.read_text(encoding="utf-8") + "\n" + "\n".join(lines), encoding="utf-8")
    soft = agreed(given, log, LEAST_SHARE=0, CENTRES="GM0005, GM0002", **ASKED)["SOFT"]
    at = [CODES.index("GM0002"), CODES.index("GM0005")]
    shares = belonging(divisions(flows(other), flows()), at)
    told = dict(zip(zip(column(soft, "code"), column(soft, "centrum")), column(soft, "aandeel")))
    wanted = {(CODES[zone], CODES[at[k]]): shares[zone, k] for zone, k in zip(*np.nonzero(shares))}
    assert told == pytest.approx(wanted) and {0 < share < 1 for share in told.values()} == {True, False}
    assert "Year: 2006, 2014" in soft.metadata().abstract()
    one = agreed(given, log, YEARS="2014", LEAST_SHARE=0, CENTRES="GM0005, GM0002", **ASKED)["SOFT"]
    assert column(one, "aandeel") != column(soft, "aandeel")


def test_soft_areas_are_drawn_by_centre_and_share(given, log):
    soft = agreed(given, log, LEAST_SHARE=0, **ASKED)["SOFT"]
    categories = soft.renderer().categories()
    assert {one.value() for one in categories} == set(column(soft, "centrum")) and soft.labelsEnabled()
    fill, stripes = categories[0].symbol().symbolLayers()
    for layer in (fill, stripes):
        for key in layer.dataDefinedProperties().propertyKeys():
            found = layer.dataDefinedProperties().property(key)
            context = soft.createExpressionContext()
            context.setFeature(next(soft.getFeatures()))
            _value, fine = found.value(context)
            assert fine, found.expressionString()


def test_agreement_as_csv(given, log, tmp_path):
    target = tmp_path / "zacht.csv"
    agreed(given, log, CSV=str(target), **ASKED)
    with target.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file, delimiter=";"))
    assert read[0]["code"] == "GM0001" and read[0]["verdeling"].endswith("%")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"THRESHOLD": "10, veel"}, r"“veel” is no threshold of “Commuting threshold \(%\)”\. Give percentages"),
        ({"LABOUR": "0"}, "is no threshold of “Labour market areas"),
        ({"THRESHOLD": "", "DOMINANT": "", "COMMUNITIES": "", "LABOUR": ""}, "There is no threshold"),
        ({"YEARS": "2014, 1999"}, "has no year 1999"),
        ({"CENTRES": "X"}, "has the code X"),
    ],
)
def test_what_cannot_be_agreed_on_is_told(given, log, more, told):
    with pytest.raises(QgsProcessingException, match=told):
        agreed(given, log, **{**ASKED, **more})


def test_years_in_which_other_zones_are_complete(given, log, tmp_path):
    """Only zones that are divided in each year are compared."""
    path = tmp_path / "pendel.csv"
    lines = [f"{a};{b};2006;{flow}" for a, b, flow in ROWS if "GM0002" in (a, b)]
    path.write_text(path.read_text(encoding="utf-8") + "\n" + "\n".join(lines), encoding="utf-8")
    soft = agreed({**given, "WHOLE_ONLY": True}, log, **ASKED)["SOFT"]
    assert set(column(soft, "code")) == {"GM0002"}
