# SPDX-License-Identifier: GPL-2.0-or-later
"""sterkesteden:networkties and sterkesteden:polycentricity give what their cores do, with style and metadata."""

from __future__ import annotations

import csv
import time

import numpy as np
import pytest
from qgis import processing
from qgis.core import (
    NULL,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsVectorLayer,
)

from sterkesteden_plugin.networks.flows import Flows
from sterkesteden_plugin.networks.gravity import fit, straight_distances
from sterkesteden_plugin.networks.polycentricity import functional, rank_size, sizes_of
from sterkesteden_plugin.networks.ties import ties
from sterkesteden_plugin.processing.results import run_of
from tests.processing.large import Stop, many
from tests.processing.models import model_of, result_of

TIES, POLYCENTRICITY = "sterkesteden:networkties", "sterkesteden:polycentricity"
CODES = ("A1", "B2", "C3", "D4", "E5")
PLACES = ((0, 0), (12_000, 3_000), (25_000, -4_000), (8_000, 21_000), (31_000, 18_000))


@pytest.fixture()
def zones():
    layer = QgsVectorLayer("Point?crs=EPSG:28992&field=code:string&field=naam:string", "zones", "memory")
    for code, place in zip(CODES, PLACES):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code, f"Stad {code}"])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        assert layer.dataProvider().addFeature(feature)
    return layer


def rows(year, seed):
    random = np.random.default_rng(seed)
    return [
        (a, b, year, float(random.integers(400, 900) if a == b else random.integers(1, 90)))
        for a in CODES
        for b in (*CODES, "X9")
    ]


ROWS = [*rows("2014", 1), *rows("2006", 2)]


@pytest.fixture()
def table(tmp_path):
    path = tmp_path / "pendel.csv"
    lines = ["woon;werk;jaar;banen", *(";".join(map(str, row)) for row in ROWS)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def flows(year="2014", kept=lambda row: True):
    some = [row for row in ROWS if row[2] == year and kept(row)]
    return Flows.of([row[0] for row in some], [row[1] for row in some], [row[3] for row in some], CODES, year=year)


def values(layer, *names):
    return [tuple(None if row[name] == NULL else row[name] for name in names) for row in layer.getFeatures()]


def run(name, table, zones, log, **more):
    given = {"FLOWS": table, "ZONES": zones, "CHOSEN": "A1,B2,D4", "OUTPUT": "memory:"}
    return processing.run(name, {**given, **more}, feedback=log)


@pytest.mark.parametrize("decay", [0, 1])
def test_ties_are_those_of_the_core(provider, table, zones, log, decay):
    layer = run(TIES, table, zones, log, BEFORE="2006", DECAY=decay)["OUTPUT"]
    places = np.array(PLACES, float)
    model = fit(flows(), straight_distances(places), ("exponential", "power")[decay])
    wanted = ties(flows(), ["A1", "B2", "D4"], flows("2006"), model)
    assert model.converged
    assert values(layer, "van_code", "naar_code") == [("A1", "B2"), ("A1", "D4"), ("B2", "D4")]
    assert values(layer, "van_naam")[0] == ("Stad A1",)
    for name, column in (
        ("heen", wanted.there),
        ("terug", wanted.back),
        ("samen", wanted.total),
        ("aandeel_heen", wanted.share_there),
        ("aandeel_terug", wanted.share_back),
        ("aandeel_onderling", wanted.share_between),
        ("vroeger", wanted.before),
        ("verandering", wanted.change),
        ("groei", wanted.growth),
        ("verwacht", wanted.expected),
        ("verhouding", wanted.ratio),
        ("verschil", wanted.residual),
        ("afstand_km", straight_distances(places)(wanted.first, wanted.second)),
    ):
        assert [row[0] for row in values(layer, name)] == pytest.approx(column.tolist()), name
    first = next(layer.getFeatures()).geometry().asPolyline()
    assert [(first[at].x(), first[at].y()) for at in (0, -1)] == [(0, 0), (12_000, 3_000)] and len(first) == 17
    assert layer.crs().authid() == "EPSG:28992"


def test_without_another_year_there_is_no_change_and_the_order_is_as_given(provider, table, zones, log):
    layer = run(TIES, table, zones, log, CHOSEN="D4; A1")["OUTPUT"]
    assert values(layer, "van_code", "naar_code", "vroeger", "groei") == [("D4", "A1", None, None)]


def test_the_layer_says_what_it_is_and_is_drawn(provider, table, zones, log):
    layer = run(TIES, table, zones, log, BEFORE="2006")["OUTPUT"]
    abstract = layer.metadata().abstract()
    for text in ("Wilson 1967", "2014", "Beside 2014: 2006.", "Gravity model: beta", "pendel", "A1,B2,D4"):
        assert text in abstract, text
    algorithm, parameters = run_of(layer)
    assert algorithm == TIES
    again = processing.run(algorithm, {**parameters, "ZONES": zones, "OUTPUT": "memory:"}, feedback=log)["OUTPUT"]
    names = [field.name() for field in layer.fields()]
    assert values(again, *names) == values(layer, *names)
    assert all(layer.attributeAlias(number) for number in range(layer.fields().count()))
    renderer = layer.renderer()
    assert len(renderer.ranges()) == 6 and layer.labelsEnabled()
    assert renderer.legendClassificationAttribute() != "" and all(one.label() for one in renderer.ranges())


def test_two_zones_have_no_model_and_say_so(provider, table, zones, log):
    zones.dataProvider().deleteFeatures([3, 4, 5])
    layer = run(TIES, table, zones, log, CHOSEN="A1,B2")["OUTPUT"]
    assert values(layer, "verwacht", "verhouding", "verschil") == [(None, None, None)]
    assert "it takes more zones" in log.text and "it takes more zones" in layer.metadata().abstract()
    assert [one.label() for one in layer.renderer().ranges()] == ["nothing is expected"]


def test_pairs_that_the_table_does_not_have_take_no_part(provider, zones, log, tmp_path):
    def told(row):
        return "A1" in row[:2] or "B2" in row[:2]

    path = tmp_path / "deel.csv"
    lines = ["woon;werk;jaar;banen", *(";".join(map(str, row)) for row in ROWS if told(row))]
    path.write_text("\n".join(lines), encoding="utf-8")
    layer = run(TIES, str(path), zones, log, CHOSEN="A1,B2")["OUTPUT"]
    straight = straight_distances(np.array(PLACES, float))
    model = fit(flows(kept=told), lambda i, j: np.where((i < 2) | (j < 2) | (i == j), straight(i, j), np.nan))
    wanted = ties(flows(kept=told), ["A1", "B2"], model=model)
    assert model.converged and values(layer, "verwacht")[0][0] == pytest.approx(wanted.expected[0])
    assert "all flows of 2 zones" in log.text


def test_a_zone_without_a_place_has_a_row_without_a_line(provider, table, zones, log):
    zones.dataProvider().changeGeometryValues({4: QgsGeometry()})
    layer = run(TIES, table, zones, log)["OUTPUT"]
    assert [feature.hasGeometry() for feature in layer.getFeatures()] == [True, False, False]
    assert [row[0] is None for row in values(layer, "verwacht")] == [False, True, True]


@pytest.mark.parametrize(("chosen", "told"), [("A1,Z9", "No zone has the code Z9"), ("A1,A1", "at least 2 zones")])
@pytest.mark.parametrize("name", [TIES, POLYCENTRICITY])
def test_a_wrong_choice_is_refused(provider, table, zones, log, name, chosen, told):
    with pytest.raises(QgsProcessingException, match=told):
        run(name, table, zones, log, CHOSEN=chosen)


def test_a_year_that_is_not_there_is_refused(provider, table, zones, log):
    with pytest.raises(QgsProcessingException, match=r"has no year 1999\. Choose one of: 2006, 2014"):
        run(TIES, table, zones, log, BEFORE="1999")


def test_results_as_csv(provider, table, zones, log, tmp_path):
    target = tmp_path / "banden.csv"
    run(TIES, table, zones, log, CSV=str(target))
    with target.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file, delimiter=";"))
    assert [row["naar_code"] for row in read] == ["B2", "D4", "D4"] and "," in read[0]["aandeel_heen"]


def test_polycentricity_is_that_of_the_core(provider, table, zones, log):
    for number, direction in enumerate(("in", "out", "both")):
        found = run(POLYCENTRICITY, table, zones, log, DIRECTION=number, CENTRES="memory:")
        green = functional(flows(), ["A1", "B2", "D4"], direction)
        jobs, held = sizes_of(flows(), ["A1", "B2", "D4"])
        wanted = [
            ("rangorde_banen", rank_size(jobs).slope),
            ("rangorde_inkomend", rank_size(held).slope),
            ("green", green.value),
            ("green_dichtheid", green.density),
            ("green_sigma", green.spread),
            ("green_sigma_max", green.most_spread),
        ]
        told = values(found["OUTPUT"], "maat", "waarde")
        assert [row[0] for row in told] == [row[0] for row in wanted]
        assert [row[1] for row in told] == pytest.approx([row[1] for row in wanted])
        centres = values(found["CENTRES"], "code", "werkbanen", "inkomend_onderling", "graad")
        assert centres == list(zip(("A1", "B2", "D4"), jobs, held, green.degrees))
        ranks = [row[0] for row in values(found["CENTRES"], "rang")]
        assert [jobs[ranks.index(rank)] for rank in (1, 2, 3)] == sorted(jobs, reverse=True)


def test_each_measure_has_its_definition_and_source(provider, table, zones, log):
    layer = run(POLYCENTRICITY, table, zones, log)["OUTPUT"]
    assert not layer.isSpatial()
    for name, text, source, year in values(layer, "naam", "omschrijving", "bron", "jaar"):
        assert name and len(text) > 40 and source.startswith(("Burger and Meijers (2012)", "Green (2007)"))
        assert year == "2014"


@pytest.mark.parametrize("name", [TIES, POLYCENTRICITY])
def test_in_a_model_and_in_a_batch(provider, table, zones, log, name):
    """A model with the zones as its input, and two runs of it with one algorithm object, as a batch has them."""
    model = model_of(name, "OUTPUT", FLOWS=table, CHOSEN="A1,B2,D4")
    key = result_of(model)
    direct = run(name, table, zones, log)["OUTPUT"]
    names = [field.name() for field in direct.fields()]
    for _time in range(2):
        layer = processing.run(model, {"zones": zones, key: "memory:"}, feedback=log)[key]
        assert values(layer, *names) == values(direct, *names)


def test_it_stops_within_a_second(provider, log, tmp_path):
    random = np.random.default_rng(3)
    count = 1500
    layer = QgsVectorLayer("Point?crs=EPSG:28992&field=code:string", "zones", "memory")
    features = []
    for number in range(count):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"Z{number:04}"])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*random.uniform(0, 200_000, 2))))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    pairs = random.integers(0, count, (30_000, 2))
    path = tmp_path / "groot.csv"
    lines = ["woon,werk,banen", *(f"Z{a:04},Z{b:04},{1 + (a * b) % 50}" for a, b in pairs.tolist())]
    path.write_text("\n".join(lines), encoding="utf-8")
    asked = []

    def cancelled():
        asked.append(time.monotonic())
        return len(asked) > 400

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(TIES)
    log.isCanceled = cancelled
    given = {"FLOWS": str(path), "ZONES": layer, "CHOSEN": "Z0001,Z0002", "OUTPUT": "memory:"}
    result, fine = algorithm.run(given, QgsProcessingContext(), log)
    assert fine and "OUTPUT" not in result
    assert time.monotonic() - asked[400] < 1 and max(np.diff(asked)) < 1


def test_polycentricity_stops_within_a_second(provider, log, tmp_path, in_task):
    given = many(tmp_path, zones=1000, pairs=150_000)
    chosen = ",".join(f"Z{number:05}" for number in range(300))
    stop = Stop(log, {**given, "CHOSEN": chosen, "OUTPUT": "memory:"}, POLYCENTRICITY)
    done = in_task(stop.run, stop.cancel)
    assert stop.seconds() < 1
    result, fine = done.get()
    assert fine and "OUTPUT" not in result
