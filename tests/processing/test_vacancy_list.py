# SPDX-License-Identifier: GPL-2.0-or-later
"""sterkesteden:vacancylist reads lists of every form and kind of file; nothing of them is dropped in silence."""

from __future__ import annotations

import csv
import json

import pytest
from osgeo import ogr
from qgis import processing
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

from sterkesteden_plugin.processing.results import facts_of, run_of
from sterkesteden_plugin.vacancy.definitions import SURVEY, Definition
from sterkesteden_plugin.vacancy.recipes import ADDRESS, FLOOR, VACANT, Recipe, definition_of

NAME = "sterkesteden:vacancylist"
HEAD = ("postcode", "huisnummer", "huisletter", "functie", "vloeroppervlak (m²)", "leeg", "leeg sinds")
ROWS = [
    ("9401 AA", "1", "", "winkelfunctie", "1.250,5", "ja", "1 maart 2021"),
    ("9401 AA", "3", "b", "kantoorfunctie", "1", "ja", "31-12-2019"),  # 1 m²: not known
    ("9401 AA", "5", "", "winkelfunctie", "90", "nee", ""),
    ("9401 AB", "7", "", "winkelfunctie", "=2*40", "ja", "2023"),
    ("9401 AB", "7", "", "winkelfunctie", "=2*40", "ja", "2023"),  # a second time
    ("", "", "", "", "", "ja", ""),  # of what?
]
PLACES = {("9401AA", 1, ""): (233_000, 551_000), ("9401AA", 3, "B"): (233_100, 551_100)}


def csv_file(path, rows=ROWS, head=HEAD, encoding="utf-8"):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=";").writerows([head, *rows])
    return str(path)


@pytest.fixture
def addresses():
    fields = "field=identificatie:string&field=postcode:string&field=huisnummer:int&field=huisletter:string"
    layer = QgsVectorLayer(f"Point?crs=EPSG:28992&{fields}", "adressen", "memory")
    for number, ((postcode, house, letter), (x, y)) in enumerate(PLACES.items(), 1):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"01060100000000{number:02}", postcode, house, letter])
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT({x} {y})"))
        assert layer.dataProvider().addFeature(feature)
    return layer


def run(table, log, **more):
    results = {"OUTPUT": "memory:", "DOUBTS": "memory:", "REJECTED": "memory:"}
    return processing.run(NAME, {"INPUT": table, "REFERENCE": "1-1-2024", **results, **more}, feedback=log)


def values(layer, *names):
    return [tuple(None if row[name] == NULL else row[name] for name in names) for row in layer.getFeatures()]


def test_a_municipal_list_becomes_points_and_its_rows_add_up(provider, tmp_path, addresses, log):
    found = run(csv_file(tmp_path / "leegstand.csv"), log, ADDRESSES=addresses)
    units = found["OUTPUT"]
    told = values(units, "sleutel", "functie", "oppervlakte", "leegstand", "duur", "plaats_door", "regel")
    assert told == [
        ("0106010000000001", "winkelfunctie", 1250.5, "leeg", "langdurig", "adres", 2),
        ("0106010000000002", "kantoorfunctie", None, "leeg", "structureel", "adres", 3),
        ("9401AA-5", "winkelfunctie", 90.0, "in gebruik", None, "niet geplaatst", 4),
        ("9401AB-7", "winkelfunctie", None, "leeg", "frictie", "niet geplaatst", 5),
    ]
    assert [row["sinds"].toString("yyyy-MM-dd") if row["sinds"] else None for row in units.getFeatures()] == [
        "2021-03-01",
        "2019-12-31",
        None,
        "2023-01-01",
    ]
    assert {row["peildatum"].toString("yyyy-MM-dd") for row in units.getFeatures()} == {"2024-01-01"}
    points = [row.geometry().asPoint() for row in units.getFeatures() if row.hasGeometry()]
    assert [(one.x(), one.y()) for one in points] == list(PLACES.values())
    assert units.crs().authid() == "EPSG:28992"
    rejected = values(found["REJECTED"], "regel", "reden")
    assert [line for line, _reason in rejected] == [6, 7] and len(rejected) + units.featureCount() == len(ROWS)
    doubts = values(found["DOUBTS"], "regel", "reden")
    assert {line for line, reason in doubts if "floor area" in reason} == {3}
    assert {line for line, reason in doubts if "formula" in reason} == {5}
    assert {line for line, reason in doubts if "layer of addresses" in reason} == {4, 5}
    assert "Rows: 6. Used: 4; listed with the reason: 2." in log.text


@pytest.mark.parametrize(("driver", "ending"), [("XLSX", "xlsx"), ("ODS", "ods"), ("GPKG", "gpkg")])
def test_a_sheet_and_a_table_give_what_text_gives(driver, ending, provider, tmp_path, log):
    path = tmp_path / f"leegstand.{ending}"
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = source.CreateLayer("lijst", None, ogr.wkbNone)
    for column in HEAD:
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    for row in ROWS[:4]:
        feature = ogr.Feature(layer.GetLayerDefn())
        for at, cell in enumerate(row):
            feature.SetField(at, cell)
        layer.CreateFeature(feature)
    del layer, source
    names = ("sleutel", "functie", "leegstand", "sinds", "duur", "oppervlakte")
    text = values(run(csv_file(tmp_path / "leegstand.csv", ROWS[:4]), log)["OUTPUT"], *names)
    assert values(run(str(path), log)["OUTPUT"], *names) == text and len(text) == 4
    assert values(run(f"{path}|layername=lijst", log)["OUTPUT"], *names) == text


def test_zeros_that_lead_and_the_encoding_are_kept(provider, tmp_path, log):
    head = ("verblijfsobject id", "postcode", "huisnummer", "naam", "functie", "leegstand")
    rows = [("0106010000000077", "9401AA", "1", "Café Één", "winkelfunctie", "ja")]
    path = csv_file(tmp_path / "lijst.csv", rows, head, "cp1252")
    assert values(run(path, log)["OUTPUT"], "bag_id", "naam") == [("0106010000000077", "Café Één")]


def test_the_layer_keeps_its_definition_and_can_be_run_again(provider, tmp_path, log):
    path = csv_file(tmp_path / "leegstand.csv")
    said = {"VACANT_MEANS": "leeg volgens de gemeente", "UNIT": "adres", "SOURCE": "Gemeente X", "LICENCE": "CC0"}
    found = run(path, log, OUTPUT=str(tmp_path / "uit.gpkg"), **said)
    layer = QgsVectorLayer(found["OUTPUT"], "uit", "ogr")
    wanted = Definition("leeg volgens de gemeente", "adres", "2024-01-01", "Gemeente X", "CC0")
    assert definition_of(facts_of(layer)["definition"]) == wanted
    for word in (*said.values(), "2024-01-01"):
        assert word in layer.metadata().abstract()
    name, parameters = run_of(layer)
    again = processing.run(name, {**parameters, "OUTPUT": "memory:"}, feedback=log)["OUTPUT"]
    assert values(again, "sleutel", "duur") == values(layer, "sleutel", "duur") and len(values(layer, "sleutel")) == 4


def test_a_retail_survey_keeps_its_own_definition(provider, tmp_path, log):
    head = ("formule", "branche", "straat", "huisnummer", "postcode", "wvo", "leegstand")
    rows = [
        ("De Klok", "Juwelier", "Brink", "1", "9401AA", "80", "nee"),
        ("", "Leegstand", "Brink", "2", "9401AA", "90", "ja"),
    ]
    found = run(csv_file(tmp_path / "winkels.csv", rows, head), log)["OUTPUT"]
    told = definition_of(facts_of(found)["definition"])
    assert (told.vacant, told.unit, told.breaks) == (SURVEY.vacant, SURVEY.unit, SURVEY.breaks)
    assert values(found, "naam", "leegstand", "oppervlakte") == [("De Klok", "in gebruik", 80), (None, "leeg", 90)]


def test_columns_of_any_list_are_chosen_by_a_recipe(provider, tmp_path, log):
    path = csv_file(tmp_path / "los.csv", [("Brink 1, 9401 AA Elders", "75", "ja")], ("waar", "groot", "staat"))
    with pytest.raises(QgsProcessingException, match=r"form of los\.csv is not known.*waar, groot, staat"):
        run(path, log)
    recipe = Recipe(columns={ADDRESS: "waar", FLOOR: "groot", VACANT: "staat"}).to_json()
    found = run(path, log, RECIPE=recipe, PLACED=json.dumps({"9401AA-1": [233_500, 551_500]}))["OUTPUT"]
    assert values(found, "sleutel", "oppervlakte", "leegstand", "plaats_door") == [
        ("9401AA-1", 75, "leeg", "met de hand")
    ]
    assert next(found.getFeatures()).geometry().asPoint().x() == 233_500


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"RECIPE": "{"}, "no recipe"),
        ({"RECIPE": Recipe(columns={ADDRESS: "elders"}).to_json()}, "no column elders"),
        ({"REFERENCE": "31-2-2024"}, "“31-2-2024” is no date"),
        ({"PLACED": '{"a": 3}'}, "placed by hand"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(more, said, provider, tmp_path, log):
    with pytest.raises(QgsProcessingException, match=said):
        run(csv_file(tmp_path / "leegstand.csv"), log, **more)


def test_addresses_must_be_addresses(provider, tmp_path, log):
    strange = QgsVectorLayer("Point?crs=EPSG:28992&field=kleur:string", "kleuren", "memory")
    with pytest.raises(QgsProcessingException, match="No addresses with places are recognised in kleuren"):
        run(csv_file(tmp_path / "leegstand.csv"), log, ADDRESSES=strange)


def test_by_qgis_process_with_a_csv_for_a_spreadsheet(command, tmp_path):
    path = csv_file(tmp_path / "leegstand.csv")
    out, rows = tmp_path / "uit.gpkg", tmp_path / "uit.csv"
    command("run", NAME, f"--INPUT={path}", "--REFERENCE=1-1-2024", f"--OUTPUT={out}", f"--CSV={rows}")
    assert len(values(QgsVectorLayer(str(out), "uit", "ogr"), "sleutel")) == 4
    told = rows.read_bytes().decode("utf-8-sig").splitlines()
    assert told[0].startswith("sleutel;bag_id;adres") and "2021-03-01" in told[1] and len(told) == 5
