# SPDX-License-Identifier: GPL-2.0-or-later
"""sterkesteden:vacancyfigures reads tables after the form of the national monitor, and joins them by code."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer, QgsWkbTypes

from sterkesteden_plugin.processing.results import facts_of
from sterkesteden_plugin.vacancy.definitions import BY_REGISTERS, MONITOR, OBJECT
from sterkesteden_plugin.vacancy.recipes import definition_of

NAME = "sterkesteden:vacancyfigures"
TABLE = """Gemeentecode;Gemeente;Functie;Jaar;Eenheden;In scope;Leegstaand;Langdurig leeg;Leegstand (%)
GM9001;Aardam;Winkels;2018;420;400;60;20;15,0%
GM9001;Aardam;Totaal;2018;40.000;38.000;1.140;.;3,0%
GM9001;Aardam;Winkels;2021;410;400;500;10;12,5%
9002;Beekwijk;Kantoren;2021;320;300;42;30;14,0%
9003;Cloosveen;Kantoren;2021;10;0;0;;
9002;Beekwijk;Winkels;2021;100;100;;;140%
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "monitor.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def areas():
    layer = QgsVectorLayer("Polygon?crs=EPSG:28992&field=gemeentecode:string", "gebieden", "memory")
    for code, x in (("GM9001", 0), ("GM9001", 50), ("GM9002", 100), ("GM9009", 200)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code])
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({x} 0, {x + 10} 0, {x + 10} 10, {x} 10, {x} 0))"))
        assert layer.dataProvider().addFeature(feature)
    return layer


def run(table, log, **more):
    results = {"OUTPUT": "memory:", "DOUBTS": "memory:", "REJECTED": "memory:"}
    return processing.run(NAME, {"INPUT": table, **results, **more}, feedback=log)


def values(layer, *names):
    return [tuple(None if row[name] == NULL else row[name] for name in names) for row in layer.getFeatures()]


def test_a_row_for_each_area_function_and_date_and_rows_add_up(provider, table, log):
    found = run(table, log)
    told = values(found["OUTPUT"], "code", "naam", "functie", "eenheden", "leeg", "langdurig", "aandeel", "regel")
    assert told == [
        ("GM9001", "Aardam", "winkelfunctie", 420, 60, 20, pytest.approx(0.15), 2),
        ("GM9001", "Aardam", None, 40_000, 1_140, None, pytest.approx(0.03), 3),
        ("GM9002", "Beekwijk", "kantoorfunctie", 320, 42, 30, pytest.approx(0.14), 5),
        ("GM9003", "Cloosveen", "kantoorfunctie", 10, 0, None, None, 6),
    ]
    dates = [row["peildatum"].toString("yyyy-MM-dd") for row in found["OUTPUT"].getFeatures()]
    assert dates == ["2018-01-01", "2018-01-01", "2021-01-01", "2021-01-01"]
    assert values(found["REJECTED"], "regel") == [(4,), (7,)]
    assert "Rows: 6. Used: 4; listed with the reason: 2." in log.text
    assert [line for (line,) in values(found["DOUBTS"], "regel")] == [6]  # no units to divide by
    assert found["OUTPUT"].wkbType() == QgsWkbTypes.Type.NoGeometry
    definition = definition_of(facts_of(found["OUTPUT"])["definition"])
    assert (definition.vacant, definition.unit, definition.breaks) == (BY_REGISTERS, OBJECT, MONITOR.breaks)
    assert "Figures before 2020-01-01 and from then on are not of one series" in log.text


def test_the_interval_stands_around_the_rate(provider, table, log):
    told = values(run(table, log)["OUTPUT"], "laag", "aandeel", "hoog")
    assert told[0][0] == pytest.approx(0.1183, abs=1e-4) and told[0][2] == pytest.approx(0.1883, abs=1e-4)  # 60 of 400
    assert told[3] == (None, None, None)


def test_areas_are_joined_by_code_and_drawn(provider, table, areas, log):
    layer = run(table, log, AREAS=areas)["OUTPUT"]
    sizes = {row["code"]: row.geometry().area() if row.hasGeometry() else None for row in layer.getFeatures()}
    assert sizes == {"GM9001": 200.0, "GM9002": 100.0, "GM9003": None}  # one of two parts; one that is not there
    assert "1 areas of the table are not in the layer and have no geometry: GM9003." in log.text
    assert layer.renderer().type() == "graduatedSymbol" and len(layer.renderer().ranges()) > 1


def test_a_layer_without_codes_and_a_list_of_premises_are_told(provider, table, tmp_path, areas, log):
    strange = QgsVectorLayer("Polygon?crs=EPSG:28992&field=kleur:string", "kleuren", "memory")
    with pytest.raises(QgsProcessingException, match="kleuren has no column with codes"):
        run(table, log, AREAS=strange)
    areas.startEditing()
    for feature in areas.getFeatures():
        areas.changeAttributeValue(feature.id(), 0, "GM0001")
    assert areas.commitChanges()
    with pytest.raises(QgsProcessingException, match=r"such as GM9001.*such as GM0001"):
        run(table, log, AREAS=areas)
    premises = tmp_path / "lijst.csv"
    premises.write_text("postcode;huisnummer;functie;oppervlakte;leeg\n9401AA;1;winkel;90;ja\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="a row for each object"):
        run(str(premises), log)


def test_by_qgis_process(command, table, tmp_path):
    out = tmp_path / "uit.gpkg"
    command("run", NAME, f"--INPUT={table}", f"--OUTPUT={out}")
    assert len(values(QgsVectorLayer(str(out), "uit", "ogr"), "code")) == 4
