# SPDX-License-Identifier: GPL-2.0-or-later
"""sterkesteden:sectorprofile gives what its cores give, with flows and without, of long tables and wide ones."""

from __future__ import annotations

import numpy as np
import pytest
from qgis import processing
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsPointXY, QgsProcessingException, QgsVectorLayer

from sterkesteden_plugin.networks.flows import Flows
from sterkesteden_plugin.networks.sectors import complementarity, krugman, profile
from sterkesteden_plugin.processing.results import run_of
from tests.processing.large import Stop, many
from tests.processing.models import model_of, result_of

NAME = "sterkesteden:sectorprofile"
CODES = ("A1", "B2", "C3")
SECTORS = ("industrie", "zorg", "handel")
AMOUNTS = np.array([[20.0, 10, 70], [60, 40, 0], [30, 30, 30]])
COUNTRY = np.array([200.0, 300, 500])
FLOWS = [("A1", "A1", 60), ("A1", "B2", 20), ("B2", "B2", 30), ("B2", "C3", 10), ("C3", "A1", 40), ("A1", "X9", 99)]


@pytest.fixture()
def zones():
    layer = QgsVectorLayer("Point?crs=EPSG:28992&field=code:string&field=naam:string", "zones", "memory")
    for code, place in zip(CODES, ((0, 0), (12_000, 3_000), (25_000, -4_000))):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code, f"Stad {code}"])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        assert layer.dataProvider().addFeature(feature)
    return layer


def csv_file(path, header, rows):
    path.write_text("\n".join([header, *(";".join(map(str, row)) for row in rows)]), encoding="utf-8")
    return str(path)


@pytest.fixture()
def wide(tmp_path):
    rows = [(code, *row, row.sum()) for code, row in zip(CODES, AMOUNTS)]
    return csv_file(tmp_path / "breed.csv", "gm;industrie;zorg;handel;alles", [*rows, ("NL01", *COUNTRY, 1000)])


@pytest.fixture()
def flows(tmp_path):
    return csv_file(tmp_path / "pendel.csv", "woon;werk;banen", FLOWS)


def values(layer, *names):
    return [tuple(None if row[name] == NULL else row[name] for name in names) for row in layer.getFeatures()]


def run(table, zones, log, **more):
    given = {"PROFILE": table, "PROFILE_CODE": "gm", "ZONES": zones, "OUTPUT": "memory:", "PAIRS": "memory:"}
    return processing.run(NAME, {**given, **more}, feedback=log)


def test_quotients_and_pairs_are_those_of_the_core(provider, wide, zones, flows, log):
    found = run(wide, zones, log, AMOUNTS=list(SECTORS), REFERENCE="NL01", FLOWS=flows)
    wanted = profile(AMOUNTS, None, COUNTRY)
    told = values(found["OUTPUT"], "code", "naam", "sector", "omvang", "aandeel", "lq")
    assert [row[:3] for row in told] == [(code, f"Stad {code}", sector) for code in CODES for sector in SECTORS]
    for place, column in ((3, AMOUNTS), (4, wanted.shares), (5, wanted.quotients)):
        assert [row[place] for row in told] == pytest.approx(column.ravel().tolist())
    table = Flows.of(*zip(*FLOWS), CODES)
    tied = complementarity(table, CODES, wanted.shares)
    index = krugman(wanted.shares)
    pairs = {
        (a, b): rest
        for a, b, *rest in values(found["PAIRS"], "van_code", "naar_code", "krugman", "stroom", "intensiteit")
    }
    assert list(pairs) == [(a, b) for a in CODES for b in CODES if a != b]
    assert pairs["A1", "C3"] == [pytest.approx(index[0, 2]), None, None]  # nothing flows there
    for a, b, flow, intensity in zip(tied.origin, tied.destination, tied.flow, tied.intensity):
        assert pairs[CODES[a], CODES[b]] == pytest.approx([index[a, b], flow, intensity])
    assert len(tied.flow) == 3
    line = next(found["PAIRS"].getFeatures()).geometry()
    assert len(line.asPolyline()) == 17 and found["PAIRS"].crs().authid() == "EPSG:28992"


def test_a_table_of_some_zones_only_says_that_strengths_are_relative(provider, wide, zones, log, tmp_path):
    some = csv_file(tmp_path / "deel.csv", "woon;werk;banen", [("A1", "A1", 60), ("A1", "B2", 20), ("C3", "A1", 10)])
    run(wide, zones, log, AMOUNTS=list(SECTORS), FLOWS=some)
    assert "compared with each other, not with 1" in log.text


def test_without_flows_there_are_profiles_alone(provider, wide, zones, log):
    found = run(wide, zones, log, AMOUNTS=list(SECTORS), TOTAL="alles")
    pairs = values(found["PAIRS"], "van_code", "naar_code", "stroom", "intensiteit")
    assert pairs == [("A1", "B2", None, None), ("A1", "C3", None, None), ("B2", "C3", None, None)]
    wanted = krugman(profile(AMOUNTS).shares)
    assert [row[0] for row in values(found["PAIRS"], "krugman")] == pytest.approx(
        [wanted[0, 1], wanted[0, 2], wanted[1, 2]]
    )
    assert [one.label() for one in found["PAIRS"].renderer().ranges()] == ["no tie is known"]
    assert (
        "breed" in found["OUTPUT"].metadata().abstract() and "Krugman (1991)" in found["OUTPUT"].metadata().abstract()
    )


def test_what_is_left_of_a_total_is_a_sector_of_its_own(provider, wide, zones, log):
    found = run(wide, zones, log, AMOUNTS=["industrie", "zorg"], TOTAL="alles", CHOSEN="A1,B2")
    assert values(found["PAIRS"], "krugman")[0][0] == pytest.approx(krugman(profile(AMOUNTS).shares)[0, 1])
    assert [row[0] for row in values(found["OUTPUT"], "aandeel")] == pytest.approx([0.2, 0.1, 0.6, 0.4])


def test_a_row_for_each_zone_and_sector_with_what_is_suppressed(provider, zones, log, tmp_path):
    rows = [(code, sector, AMOUNTS[a, b]) for a, code in enumerate(CODES) for b, sector in enumerate(SECTORS)]
    rows[4] = ("B2", "zorg", ".")
    rows += [(code, "Totaal", 100) for code in CODES] + [("GM9999", "zorg", 5)]
    table = csv_file(tmp_path / "lang.csv", "gm;sbi;banen", rows)
    found = run(table, zones, log, PROFILE_SECTOR="sbi", AMOUNTS=["banen"])
    told = {
        (code, sector): rest for code, sector, *rest in values(found["OUTPUT"], "code", "sector", "omvang", "aandeel")
    }
    assert told["B2", "zorg"] == [None, None] and told["B2", "industrie"] == [60, 0.6]
    assert {code for code, _sector in told} == set(CODES)  # what is no zone takes no part
    assert values(found["PAIRS"], "van_code", "naar_code") == [("A1", "C3")]  # nothing can be said of B2


def test_it_can_be_run_again_from_what_the_layer_says(provider, wide, zones, flows, log):
    found = run(wide, zones, log, AMOUNTS=list(SECTORS), FLOWS=flows)
    algorithm, parameters = run_of(found["PAIRS"])
    more = {"ZONES": zones, "OUTPUT": "memory:", "PAIRS": "memory:"}
    again = processing.run(algorithm, {**parameters, **more}, feedback=log)
    for key in ("OUTPUT", "PAIRS"):
        names = [field.name() for field in found[key].fields()]
        assert values(again[key], *names) == values(found[key], *names)
        assert all(found[key].attributeAlias(number) for number in range(len(names)))


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"AMOUNTS": ["industrie", "weg"]}, "has no column weg"),
        ({"AMOUNTS": ["industrie", "zorg"], "PROFILE_SECTOR": "alles"}, "choose one column with amounts; 2 are chosen"),
        ({"AMOUNTS": ["industrie"], "REFERENCE": "NL99"}, "no row with the code NL99"),
        ({"AMOUNTS": ["industrie"], "CHOSEN": "Z1"}, "No zone has the code Z1"),
    ],
)
def test_what_does_not_fit_is_told(provider, wide, zones, log, more, told):
    with pytest.raises(QgsProcessingException, match=told):
        run(wide, zones, log, **more)


def test_a_table_of_two_years_or_of_other_zones_is_told(provider, zones, log, tmp_path):
    twice = csv_file(tmp_path / "twee.csv", "gm;sbi;banen", [("A1", "zorg", 1), ("A1", "zorg", 2)])
    with pytest.raises(QgsProcessingException, match="zone A1 with sector zorg twice"):
        run(twice, zones, log, PROFILE_SECTOR="sbi", AMOUNTS=["banen"])
    other = csv_file(tmp_path / "anders.csv", "gm;sbi;banen", [("Q7", "zorg", 1)])
    with pytest.raises(QgsProcessingException, match=r"No zone is in .*Q7"):
        run(other, zones, log, PROFILE_SECTOR="sbi", AMOUNTS=["banen"], CODE="code")


def test_cells_that_are_no_amount_are_told_and_are_not_zero(provider, zones, log, tmp_path):
    table = csv_file(tmp_path / "fout.csv", "gm;zorg;handel", [("A1", 5, "veel"), ("B2", -3, 4), ("C3", 1, 1)])
    found = run(table, zones, log, AMOUNTS=["zorg", "handel"])
    assert "2 cells of" in log.text and "row 1: “veel”" in log.text
    assert values(found["OUTPUT"], "omvang") == [(5,), (None,), (None,), (4,), (1,), (1,)]


def test_in_a_model_and_in_a_batch(provider, wide, zones, log):
    model = model_of(NAME, "OUTPUT", PROFILE=wide, PROFILE_CODE="gm", AMOUNTS=list(SECTORS))
    key = result_of(model)
    names = ("code", "sector", "omvang", "aandeel", "lq")
    direct = values(run(wide, zones, log, AMOUNTS=list(SECTORS))["OUTPUT"], *names)
    for _time in range(2):
        layer = processing.run(model, {"zones": zones, key: "memory:"}, feedback=log)[key]
        assert values(layer, *names) == direct and direct


def test_it_stops_within_a_second(provider, log, tmp_path, in_task):
    given = many(tmp_path, zones=1200, pairs=30_000)
    rows = [(f"Z{number:05}", number, 2 * number, 7) for number in range(1, 1200)]
    table = csv_file(tmp_path / "sectoren.csv", "gm;industrie;zorg;handel", rows)
    wanted = {"PROFILE": table, "PROFILE_CODE": "gm", "AMOUNTS": list(SECTORS), "OUTPUT": "memory:", "PAIRS": "memory:"}
    stop = Stop(log, {**given, **wanted}, NAME)
    done = in_task(stop.run, stop.cancel)
    assert stop.seconds() < 1
    result, fine = done.get()
    assert fine and "PAIRS" not in result
