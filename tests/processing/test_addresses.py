# SPDX-License-Identifier: GPL-2.0-or-later
"""sterkesteden:addressestopoints on tables as people make them, with the Locatieserver of the tests."""

from __future__ import annotations

import time

import pytest
from qgis import processing
from qgis.core import (
    QgsFeature,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsVectorLayer,
)

from tests.services.servers.faults import broken, hang
from tests.services.servers.locatieserver import Locatieserver

NAME = "sterkesteden:addressestopoints"
COLUMNS = "naam:string postcode:string huisnummer:double huisletter:string toevoeging:string"
ROWS = (
    ("stad", "7811 ma", 12.0, None, ""),
    ("winkel", "7811MA", 12.0, "a", None),
    ("kerk", "7941BA", 3.0, None, "2"),
    ("kerk bij benadering", "7941BA", 3.0, None, None),
    ("nergens", "7811MA", 99.0, None, None),
    ("leeg", None, None, None, None),
    ("fout", "78-AB", 1.0, None, None),
)


@pytest.fixture()
def server(at):
    with Locatieserver() as server:
        at(server.base)
        yield server


def table(columns=COLUMNS, rows=ROWS):
    uri = "&".join(f"field={column}" for column in columns.split())
    layer = QgsVectorLayer(f"None?{uri}", "lijst", "memory")
    assert layer.isValid()
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        assert layer.dataProvider().addFeature(feature)
    return layer


def run(layer, log, **more):
    return processing.run(NAME, {"INPUT": layer, "OUTPUT": "memory:", "NOT_FOUND": "memory:", **more}, feedback=log)


def values(layer, *names):
    return [tuple(feature[name] for name in names) for feature in layer.getFeatures()]


def test_rows_become_points_with_all_their_columns(server, log):
    found = run(table(), log)["OUTPUT"]
    assert found.crs().authid() == "EPSG:28992"
    assert values(found, "naam", "postcode", "wijze", "gevonden_adres") == [
        ("stad", "7811 ma", "exact", "Noorderplein 12, 7811MA Emmen"),
        ("winkel", "7811MA", "exact", "Noorderplein 12A, 7811MA Emmen"),
        ("kerk", "7941BA", "exact", "Kerkplein 3-2, 7941BA Meppel"),
        ("kerk bij benadering", "7941BA", "huisnummer", "Kerkplein 3-2, 7941BA Meppel"),
    ]
    first = next(found.getFeatures())
    assert (first.geometry().asPoint().x(), first.geometry().asPoint().y()) == (257100.5, 534200.25)
    assert (first["score"], first["locatieserver_id"]) == (10.0, "adr-1")
    assert (first["nummeraanduiding_id"], first["adresseerbaarobject_id"]) == ("0114200000000001", "0114010000000001")


def test_what_is_not_found_is_in_a_table_of_its_own_with_the_reason(server, log):
    result = run(table(), log)
    missed = result["NOT_FOUND"]
    assert not missed.isSpatial()
    assert values(missed, "naam", "gevraagd_adres", "reden") == [
        ("nergens", "7811MA 99", "The service does not know it."),
        ("leeg", "", "There is no address in this row."),
        ("fout", "78-AB 1", "“78-AB” is no postcode."),
    ]
    assert (result["FOUND_COUNT"], result["UNSURE_COUNT"], result["NOT_FOUND_COUNT"]) == (4, 0, 3)
    assert "4 addresses found, 0 of these uncertain; 3 not found." in log.text
    assert "postcode, huisnummer, huisletter, toevoeging" in log.text
    assert log.steps[-1] == 100 and log.steps == sorted(log.steps)


def test_a_whole_address_in_chosen_columns(server, log):
    layer = table("straat:string nr:string stad:string", [("Kerkplein", "3", "Meppel"), ("Noorderplein", "", "Emmen")])
    found = run(layer, log, ADDRESS=["straat", "nr", "stad"])["OUTPUT"]
    assert values(found, "wijze", "locatieserver_id") == [("tekst", "adr-3"), ("onzeker", "adr-1")]


def test_columns_of_other_names_are_chosen(server, log):
    layer = table("pcode_x:string num_x:string", [("7811MA", "12a")])
    found = run(layer, log, POSTCODE="pcode_x", HOUSE_NUMBER="num_x")["OUTPUT"]
    assert values(found, "locatieserver_id") == [("adr-2",)]


def test_a_table_without_addresses_is_refused(server, log):
    with pytest.raises(QgsProcessingException, match="No column with addresses was recognised"):
        run(table("naam:string", [("a",)]), log)
    assert not server.requests


def test_a_column_that_is_called_as_a_new_one_keeps_its_values(server, log):
    found = run(table("adres:string score:string", [("Noorderplein 12, 7811MA Emmen", "eigen")]), log)["OUTPUT"]
    assert values(found, "score", "score_2") == [("eigen", 10.0)]


def test_addresses_that_come_twice_are_asked_once_and_each_row_is_kept(server, log):
    found = run(table(rows=ROWS[:1] * 5), log)["OUTPUT"]
    assert found.featureCount() == 5 and len(server.requests) == 1


def test_layers_with_geometry_and_selections_are_taken(server, log):
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=adres:string", "punten", "memory")
    for text in ("Noorderplein 12, 7811MA Emmen", "Kerkplein 3, Meppel"):
        feature = QgsFeature(layer.fields())
        feature["adres"] = text
        layer.dataProvider().addFeature(feature)
    layer.select(2)
    QgsProject.instance().addMapLayer(layer)
    try:
        found = run(QgsProcessingFeatureSourceDefinition(layer.id(), True), log)["OUTPUT"]
        assert values(found, "locatieserver_id") == [("adr-3",)]
    finally:
        QgsProject.instance().clear()


def test_a_file_of_csv_becomes_a_geopackage(server, log, tmp_path):
    source, target = tmp_path / "lijst.csv", tmp_path / "uit.gpkg"
    source.write_text("Postcode;Huisnummer\n7811MA;12\n7811MA;77\n", encoding="utf-8")
    run(str(source), log, OUTPUT=str(target), NOT_FOUND=str(tmp_path / "niet.csv"))
    layer = QgsVectorLayer(str(target), "uit", "ogr")
    assert layer.featureCount() == 1 and layer.crs().authid() == "EPSG:28992"
    assert "7811MA 77" in (tmp_path / "niet.csv").read_text(encoding="utf-8")


def test_an_answer_that_fails_is_a_reason_and_the_run_goes_on(server, log):
    server.fail(broken(404), times=1)
    result = run(table(), log)
    assert (result["FOUND_COUNT"], result["NOT_FOUND_COUNT"]) == (3, 4)
    (reason,) = values(result["NOT_FOUND"], "reden")[0]
    assert "127.0.0.1" in reason and log.warnings


def test_a_service_that_stops_answering_is_not_asked_for_ever(server, log):
    rows = [(f"{number}", "7811MA", float(number), None, None) for number in range(1, 10)]
    server.fail(lambda exchange, answer: exchange.send(answer), times=1)
    server.fail(broken(404), times=None)
    result = run(table(rows=rows), log)
    assert result["NOT_FOUND_COUNT"] == 9 and len(server.requests) == 4
    assert values(result["NOT_FOUND"], "reden")[-1] == ("Not asked: the service does not answer any more.",)


def test_a_service_that_never_answers_is_told_with_what_to_do(server, log):
    server.fail(broken(404), times=None)
    with pytest.raises(QgsProcessingException, match=r"127\.0\.0\.1.*\."):
        run(table(), log)
    assert len(server.requests) == 3


def test_cancelling_ends_it_within_a_second(server, log, in_task):
    server.fail(hang, times=None)
    layer = table()

    def work():
        from qgis.core import QgsApplication

        algorithm = QgsApplication.processingRegistry().createAlgorithmById(NAME)
        context = QgsProcessingContext()
        return algorithm.run({"INPUT": layer.source(), "OUTPUT": "memory:", "NOT_FOUND": "memory:"}, context, log)

    begin = []

    def cancel():
        server.wait_for_requests(1)
        begin.append(time.monotonic())
        log.cancel()

    layer = _on_disk(layer)
    done = in_task(work, cancel)
    assert time.monotonic() - begin[0] < 1
    results, is_well = done.get()
    assert is_well and results["FOUND_COUNT"] == 0 and not done.thread_was_gui


def _on_disk(layer):
    """A layer that another thread can open by its source."""
    made = processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT})["OUTPUT"]
    return QgsVectorLayer(made, "lijst", "ogr")


def test_in_a_model(server, log):
    model = QgsProcessingModelAlgorithm("model", "test")
    model.addModelParameter(
        QgsProcessingParameterFeatureSource("LIJST", "Lijst", [5]), QgsProcessingModelParameter("LIJST")
    )
    child = QgsProcessingModelChildAlgorithm(NAME)
    child.setChildId("punten")
    child.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("LIJST")])
    output = QgsProcessingModelOutput("UIT", "UIT")
    output.setChildId("punten")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"UIT": output})
    model.addChildAlgorithm(child)
    (target,) = (one.name() for one in model.parameterDefinitions() if one.isDestination())  # differs by version
    result = processing.run(model, {"LIJST": table(), target: "memory:"}, feedback=log)
    assert result[target].featureCount() == 4
