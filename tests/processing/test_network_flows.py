# SPDX-License-Identifier: GPL-2.0-or-later
"""sterkesteden:networkflows and sterkesteden:networkmeasures give what their cores do, drawn and with metadata."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

from sterkesteden_plugin.networks.curves import curved, straight
from sterkesteden_plugin.networks.measures import measures
from sterkesteden_plugin.networks.selecting import select
from sterkesteden_plugin.processing.results import recorded, run_of
from tests.processing.large import Stop, many
from tests.processing.models import model_of, result_of
from tests.processing.squares import CODES, NAMES, ROWS, SIDE, column, flows, squares, table

FLOWS, MEASURES = "sterkesteden:networkflows", "sterkesteden:networkmeasures"
PLACES = np.array([((number + 0.5) * SIDE, 0.5 * SIDE) for number in range(len(CODES))])


@pytest.fixture()
def given(provider, tmp_path):
    return {"FLOWS": table(tmp_path), "ZONES": squares(), "MERGERS": False, "REJECTED": "memory:"}


def lines(given, log, **more):
    return processing.run(FLOWS, {**given, "TOP": 0, "LINES": "memory:", "NODES": "memory:", **more}, feedback=log)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({}, {}),
        ({"LEAST": 10}, {"least": 10}),
        ({"SHARE": 15}, {"share": 0.15}),
        ({"TOP": 1}, {"top": 1}),
        ({"DIRECTION": 1, "LEAST": 2}, {"net": True, "least": 2}),
    ],
)
def test_lines_are_those_of_the_core(given, log, asked, wanted):
    layer = lines(given, log, **asked)["LINES"]
    chosen = select(flows(), **wanted)
    assert column(layer, "van_code") == [CODES[at] for at in chosen.origin]
    assert column(layer, "naar_naam") == [NAMES[at] for at in chosen.destination]
    assert column(layer, "stroom") == chosen.flow.tolist() and column(layer, "terug") == chosen.back.tolist()
    assert column(layer, "aandeel") == pytest.approx(chosen.share.tolist())
    assert layer.crs().authid() == "EPSG:28992"


@pytest.mark.parametrize(("shape", "core"), [(0, curved), (1, straight)])
def test_lines_have_the_vertices_of_the_core(given, log, shape, core):
    layer = lines(given, log, SHAPE=shape)["LINES"]
    chosen = select(flows())
    drawn = [[(point.x(), point.y()) for point in line.geometry().asPolyline()] for line in layer.getFeatures()]
    assert np.allclose(drawn, core(PLACES, chosen.origin, chosen.destination))


def test_nodes_are_what_stays_and_zones_without_flows_are_there(given, log):
    layer = lines(given, log)["NODES"]
    assert column(layer, "code") == list(CODES)
    assert column(layer, "blijft") == flows().within().tolist()
    assert column(layer, "woonbanen") == flows().residents_jobs().tolist()
    assert column(layer, "werkbanen") == flows().jobs().tolist()
    assert "Zones without flows: 1 (GM0007)." in log.text


def test_measures_are_those_of_the_core(given, log):
    layer = processing.run(MEASURES, {**given, "OUTPUT": "memory:"}, feedback=log)["OUTPUT"]
    found = measures(flows())
    for name, values in (
        ("woonbanen", found.residents_jobs),
        ("werkbanen", found.jobs),
        ("blijft", found.within),
        ("zelf_aanbod", found.supply),
        ("zelf_vraag", found.demand),
        ("uitgaand", found.outgoing),
        ("inkomend", found.incoming),
        ("saldo", found.balance),
        ("naar_stroom", found.dominant_flow),
        ("naar_aandeel", found.dominant_share),
        ("dominantie", found.dominance),
        ("entropie", found.entropy),
        ("entropie_in", found.entropy_in),
    ):
        told = [np.nan if value is None else value for value in column(layer, name)]
        assert told == pytest.approx(values.tolist(), nan_ok=True), name
    assert column(layer, "naar_naam") == ["Stad", "Burg", "Stad", "Burg", "Stad", None, None]
    assert [feature.geometry().area() for feature in layer.getFeatures()] == [SIDE**2] * len(CODES)


def test_of_a_part_of_its_flows_a_zone_has_no_shares(given, log, tmp_path):
    part = {**given, "FLOWS": table(tmp_path, [row for row in ROWS if "GM0002" in row[:2]])}
    layer = processing.run(MEASURES, {**part, "OUTPUT": "memory:"}, feedback=log)["OUTPUT"]
    for name in ("zelf_aanbod", "zelf_vraag", "naar_aandeel", "entropie"):
        known = [code for code, value in zip(CODES, column(layer, name)) if value is not None]
        assert known == ["GM0002"], name
    assert sum(column(layer, "woonbanen")) > 0 and "zones the table has a part of the flows only" in log.text
    log.infos.clear()
    assert column(lines(part, log)["LINES"], "aandeel") and "their share is of that part" in log.text


def test_layers_have_names_of_fields_a_legend_and_labels(given, log):
    for layer in (*lines(given, log).values(), processing.run(MEASURES, {**given, "OUTPUT": "memory:"})["OUTPUT"]):
        if not isinstance(layer, QgsVectorLayer):
            continue
        assert all(layer.attributeAlias(number) for number in range(layer.fields().count()))
        ranges = layer.renderer().ranges()
        assert len(ranges) > 1 and all(one.label() for one in ranges)
        for feature in layer.getFeatures():
            context = layer.createExpressionContext()
            context.setFeature(feature)
            value = feature["stroom"] if "stroom" in layer.fields().names() else None
            if value is not None:
                assert layer.renderer().rangeForValue(value) is not None
    layer = lines(given, log)["LINES"]
    widths = [one.symbol().width() for one in layer.renderer().ranges()]
    assert widths == sorted(widths) and widths[0] < widths[-1]


@pytest.mark.parametrize("target", ["memory:", "out.gpkg", "out.geojson"])
def test_a_layer_is_run_again_from_what_it_says(given, log, tmp_path, target):
    to = target if target == "memory:" else str(tmp_path / target)
    QgsProject.instance().addMapLayer(given["ZONES"])  # as long as the project has it
    try:
        made = lines(given, log, LEAST=9, SHAPE=1, LINES=to)["LINES"]
        layer = made if target == "memory:" else QgsVectorLayer(made, "again", "ogr")
        if target == "out.geojson":
            layer.loadDefaultMetadata()
        algorithm, parameters = run_of(layer)
        assert algorithm == FLOWS and parameters["LEAST"] == 9 and "LINES" not in parameters
        again = processing.run(algorithm, {**parameters, "LINES": "memory:", "NODES": "memory:"})["LINES"]
        assert column(again, "van_code") == column(layer, "van_code") and again.featureCount() == 8
        assert [one.geometry().asWkt(3) for one in again.getFeatures()] == [
            one.geometry().asWkt(3) for one in layer.getFeatures()
        ]
        abstract = layer.metadata().abstract()
        for text in ("Year: 2014", "Least flow: 9", "pendel", "Sterke Steden ", "- stroom (Flow)", "Straight"):
            assert text in abstract, text
    finally:
        QgsProject.instance().clear()


def test_a_file_keeps_its_style_also_when_it_is_made_anew(given, log, tmp_path):
    """QGIS asks in a dialog whether a style may be replaced: that would hang."""
    to = f"ogr:dbname='{tmp_path / 'uit.gpkg'}' table=\"stromen\" (geom)"
    for least, count in ((9, 8), (40, 2)):
        lines(given, log, LINES=to, LEAST=least)
        layer = QgsVectorLayer(f"{tmp_path / 'uit.gpkg'}|layername=stromen", "x", "ogr")
        assert layer.featureCount() == len(list(layer.getFeatures())) == count
        assert layer.renderer().type() == "graduatedSymbol" and layer.attributeAlias(1) == "From, code"
        assert f"Least flow: {least}" in layer.metadata().abstract()


def test_what_is_not_ours_cannot_be_run_again(qgis_app):
    layer = squares()
    assert run_of(layer) is None
    metadata = layer.metadata()
    metadata.addHistoryItem("sterkesteden: {broken")
    layer.setMetadata(metadata)
    assert run_of(layer) is None


def test_results_as_csv(given, log, tmp_path):
    target = tmp_path / "stromen.csv"
    lines(given, log, LEAST=45, CSV=str(target))
    with target.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file, delimiter=";"))
    assert [(row["van_naam"], row["naar_naam"], row["stroom"]) for row in read] == [
        ("Dorp", "Stad", "50"),
        ("Oord", "Burg", "45"),
    ]
    assert read[0]["aandeel"].startswith("0,526")


def test_a_csv_that_cannot_be_written_is_told(given, log, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"cannot be written.*Choose another file"):
        lines(given, log, CSV=str(tmp_path))


@pytest.mark.parametrize(("name", "result"), [(FLOWS, "LINES"), (MEASURES, "OUTPUT")])
def test_in_a_model_and_in_a_batch(given, log, name, result):
    model = model_of(name, result, FLOWS=given["FLOWS"], MERGERS=False)
    key = result_of(model)
    direct = processing.run(name, {**given, result: "memory:", "NODES": "memory:"}, feedback=log)[result]
    names = [field.name() for field in direct.fields()]
    for _time in range(2):
        layer = processing.run(model, {"zones": given["ZONES"], key: "memory:"}, feedback=log)[key]
        assert [column(layer, one) for one in names] == [column(direct, one) for one in names]
        assert layer.renderer().type() == "graduatedSymbol"


@pytest.mark.parametrize(("name", "result"), [(FLOWS, "LINES"), (MEASURES, "OUTPUT")])
def test_it_stops_within_a_second(provider, log, tmp_path, in_task, name, result):
    given = many(tmp_path, zones=1000, pairs=150_000)
    stop = Stop(log, {**given, "TOP": 0, result: "memory:", "NODES": "memory:"}, name)
    done = in_task(stop.run, stop.cancel)
    assert stop.seconds() < 1
    results, is_well = done.get()
    assert is_well and result not in results


def test_rows_that_cannot_be_used_are_listed_and_the_rest_is_used(provider, log, tmp_path):
    rows = [*ROWS, ("GM0001", "GM0002", -4), ("", "GM0002", 3), ("GM0002", "GM0005", "veel"), ("GM0001", "GM0002", 7)]
    given = {"FLOWS": table(tmp_path, rows), "ZONES": squares(), "REJECTED": "memory:"}
    found = lines(given, log, LEAST=56)
    assert column(found["LINES"], "stroom") == [57]  # 50 and 7 of the same pair
    rejected = found["REJECTED"]
    first = len(ROWS) + 2
    assert column(rejected, "regel") == [first, first + 1, first + 2]
    assert column(rejected, "stroom") == ["-4", "3", "veel"] and all(column(rejected, "reden"))
    assert column(rejected, "jaar") == ["2014"] * 3
    assert len(log.warnings) == 1 and f"line {first}" in log.warnings[0]


def test_without_bad_rows_there_is_no_table_of_them_unless_for_a_file(given, log, tmp_path):
    assert "REJECTED" not in lines(given, log)
    assert lines(given, log, REJECTED=str(tmp_path / "afgekeurd.csv"))["REJECTED"]


def wrong(tmp_path, **more):
    given = {"FLOWS": table(tmp_path, name="goed.csv"), "ZONES": squares(), "OUTPUT": "memory:"}
    processing.run(MEASURES, {**given, **more})


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"YEAR": "1999"}, r"no year 1999\. Choose one of: 2014"),
        ({"SECTOR": "landbouw"}, r"no sector landbouw\. Choose one of"),
        ({"CODE": "naam"}, r"codes such as BUITEN, GM0001.*such as Burg, Dorp.*Choose the columns"),
        ({"ORIGIN": "herkomst"}, r"has no column herkomst\. Choose one of: woon, werk, jaar, banen"),
    ],
)
def test_what_was_chosen_wrongly_is_told_with_what_to_do(provider, tmp_path, more, told):
    with pytest.raises(QgsProcessingException, match=told):
        wrong(tmp_path, **more)


def test_a_table_of_an_unknown_form_wants_its_columns(provider, tmp_path, log):
    path = table(tmp_path, head="p;q;t;z")
    with pytest.raises(QgsProcessingException, match=r"form of pendel\.csv is not known\. Choose the columns.*p, q, t"):
        wrong(tmp_path, FLOWS=path)
    columns = {"ORIGIN": "p", "DESTINATION": "q", "FLOW": "z", "YEAR_FIELD": "t"}
    layer = lines({"FLOWS": path, "ZONES": squares(), **columns}, log, LEAST=45)["LINES"]
    assert column(layer, "stroom") == [50, 45]
    with pytest.raises(QgsProcessingException, match="all three"):
        wrong(tmp_path, FLOWS=path, ORIGIN="p")


def test_a_table_without_a_usable_row_says_why(provider, tmp_path):
    path = table(tmp_path, [("GM0001", "GM0002", -1)])
    with pytest.raises(QgsProcessingException, match=r"No row of pendel\.csv can be used\. Of line 2"):
        wrong(tmp_path, FLOWS=path)


def test_a_file_that_is_none(provider, tmp_path):
    path = tmp_path / "kapot.xlsx"
    path.write_bytes(b"no sheet")
    with pytest.raises(QgsProcessingException):
        wrong(tmp_path, FLOWS=str(path))


def test_a_layer_of_the_project_is_a_table_too(provider, tmp_path, log):
    layer = QgsVectorLayer(table(tmp_path), "tabel", "ogr")
    QgsProject.instance().addMapLayer(layer)
    try:
        for flows_in in (layer, layer.id(), "tabel"):
            made = lines({"FLOWS": flows_in, "ZONES": squares()}, log, LEAST=45)["LINES"]
            assert column(made, "stroom") == [50, 45]
            assert "tabel" in made.metadata().abstract()
    finally:
        QgsProject.instance().clear()


def test_the_unit_goes_into_names_and_legend(provider, tmp_path, log):
    given = {"FLOWS": table(tmp_path), "ZONES": squares(), "UNIT": 2}
    layer = lines(given, log)["LINES"]
    assert "(x 1000)" in layer.attributeAlias(layer.fields().lookupField("stroom"))
    assert all("x 1000" in one.label() for one in layer.renderer().ranges())


def test_zones_without_geometry_or_code_and_zones_in_parts(provider, tmp_path, log):
    layer = squares()
    provider_of = layer.dataProvider()
    provider_of.changeGeometryValues({1: QgsGeometry()})
    for code in ("GM0002", ""):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code, "meer"])
        provider_of.addFeature(feature)
    found = lines({"FLOWS": table(tmp_path), "ZONES": layer}, log)
    assert "GM0001" not in column(found["LINES"], "van_code") and "GM0001" not in column(found["NODES"], "code")
    for text in ("flows have no line", "1 of the zones have no code", "1 of the zones have the code of another"):
        assert text in log.text, text


def test_one_zone_only_and_no_flow_between_zones(provider, tmp_path, log):
    layer = squares()
    layer.dataProvider().deleteFeatures([1, 2, 3, 4, 5, 7])
    found = lines({"FLOWS": table(tmp_path), "ZONES": layer}, log)
    assert found["LINES"].featureCount() == 0 and column(found["NODES"], "blijft") == [20]
    measured = processing.run(MEASURES, {"FLOWS": table(tmp_path), "ZONES": layer, "OUTPUT": "memory:"})["OUTPUT"]
    assert column(measured, "zelf_aanbod") == [1] and column(measured, "entropie") == [None]


def test_the_order_of_the_zones_does_not_matter(provider, tmp_path, log):
    layer = squares()
    mixed = QgsVectorLayer(layer.source(), "gehusseld", "memory")
    mixed.dataProvider().addFeatures(list(layer.getFeatures())[::-1])
    one, other = (
        processing.run(MEASURES, {"FLOWS": table(tmp_path), "ZONES": zones, "OUTPUT": "memory:"})["OUTPUT"]
        for zones in (layer, mixed)
    )
    for name in ("code", "naam", "woonbanen", "naar_naam"):
        assert column(one, name) == column(other, name)
    assert [feature.geometry().asWkt() for feature in one.getFeatures()] == [
        feature.geometry().asWkt() for feature in other.getFeatures()
    ]


def test_names_are_joined_only_where_that_was_chosen(provider, tmp_path, log):
    """Zones of the same name need not be the same zone."""
    named = dict(zip(CODES, NAMES))
    rows = [(named.get(a, a), named.get(b, b), flow) for a, b, flow in ROWS]
    path = table(tmp_path, rows, name="namen.csv")
    with pytest.raises(QgsProcessingException, match="No flow of"):
        wrong(tmp_path, FLOWS=path)
    layer = processing.run(MEASURES, {"FLOWS": path, "ZONES": squares(), "CODE": "naam", "OUTPUT": "memory:"})["OUTPUT"]
    told = dict(zip(column(layer, "naam"), column(layer, "woonbanen")))
    assert told == dict(zip(NAMES, flows().residents_jobs().tolist()))


def test_a_matrix_of_a_file_is_read_whole(provider, tmp_path, log):
    """QGIS would take its first row for names of columns."""
    path = tmp_path / "matrix.csv"
    path.write_text("GM0001;1.5;2;0\nGM0002;3;4;0\nOnbekend;0;1;0\n", encoding="utf-8")
    layer = squares()
    layer.dataProvider().deleteFeatures([3, 4, 5, 6, 7])
    found = processing.run(MEASURES, {"FLOWS": str(path), "ZONES": layer, "UNIT": 2, "OUTPUT": "memory:"})["OUTPUT"]
    assert column(found, "blijft") == [1.5, 4] and column(found, "werkbanen") == [4.5, 7]


def test_a_file_that_is_open_in_the_project_keeps_its_rows(given, log, tmp_path):
    """Style and metadata go into the file by a connection of their own."""
    context = QgsProcessingContext()
    to = str(tmp_path / "uit.gpkg")
    made = processing.run(FLOWS, {**given, "TOP": 0, "LINES": to}, feedback=log, context=context)["LINES"]
    layer = QgsProcessingUtils.mapLayerFromString(made, context)
    assert len(list(layer.getFeatures())) == layer.featureCount() > 1


def test_no_password_goes_into_the_metadata(provider):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(FLOWS)
    source = "postgres://dbname='stad' host=localhost user='jan' password='geheim' table=\"a\".\"b\""
    for value in (source, QgsProcessingFeatureSourceDefinition(source, True)):
        kept = recorded(algorithm, {"FLOWS": value}, QgsProcessingContext())["FLOWS"]
        assert "geheim" not in str(kept) and "stad" in str(kept)
    assert kept == {"source": kept["source"], "selectedFeaturesOnly": True}


def test_only_what_is_selected_and_that_again(given, log):
    zones = given["ZONES"]
    zones.selectByIds([1, 2])
    QgsProject.instance().addMapLayer(zones)
    try:
        chosen = QgsProcessingFeatureSourceDefinition(zones.id(), True)
        nodes = lines({**given, "ZONES": chosen}, log)["NODES"]
        assert column(nodes, "code") == ["GM0001", "GM0002"]
        algorithm, parameters = run_of(nodes)
        again = processing.run(algorithm, {**parameters, "LINES": "memory:", "NODES": "memory:"})["NODES"]
        assert column(again, "code") == ["GM0001", "GM0002"]
    finally:
        QgsProject.instance().clear()


def test_it_also_stops_while_it_writes(provider, log, tmp_path):
    given = {**many(tmp_path, zones=100, pairs=6000), "TOP": 0, "LINES": "memory:"}
    asked = []
    log.isCanceled = lambda: bool(asked.append(1))
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(FLOWS)
    assert "LINES" in algorithm.run(given, QgsProcessingContext(), log)[0]
    before_last = len(asked) - 1
    asked.clear()
    log.isCanceled = lambda: len(asked) >= before_last or bool(asked.append(1))
    result, fine = algorithm.create().run(given, QgsProcessingContext(), log)
    assert fine and result == {}


def test_whole_numbers_fit_the_box_of_a_dialog(provider):
    for algorithm in provider.algorithms():
        for one in algorithm.parameterDefinitions():
            if isinstance(one, QgsProcessingParameterNumber) and one.dataType() == one.Type.Integer:
                assert one.maximum() < 2**31, (algorithm.id(), one.name())
