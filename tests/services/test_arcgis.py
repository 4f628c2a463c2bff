# SPDX-License-Identifier: GPL-2.0-or-later
"""ArcGIS REST: found by its title, asked part by part in either format, and what the user reads."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsNetworkAccessManager

from sterkesteden_plugin.services.arcgis import ArcGisClient
from sterkesteden_plugin.services.errors import Changed, Gone, ServiceError
from sterkesteden_plugin.services.http import elsewhere
from sterkesteden_plugin.services.page import Wanted
from tests.services.datasets import dataset, fetcher, service, told
from tests.services.servers.arcgis import TITLE, ArcGisServer
from tests.services.servers.faults import broken, html

FIELDS = {"objectid": "OBJECTID objectid", "naam": "NAAM naam"}
LAYER = "GDB_actueel/GBI_OV18_RAND_L/MapServer/2"


@pytest.fixture()
def arcgis(qgis_app):
    QgsNetworkAccessManager.instance()
    with ArcGisServer() as server:
        yield server


@pytest.fixture()
def reader(arcgis):
    return ArcGisClient(fetcher(), service("arcgis", arcgis.base))


def what(arcgis, fields=FIELDS, collection=TITLE, **more):
    return dataset(service("arcgis", arcgis.base), collection, fields, kind="lijn", key="objectid", **more)


def numbers(pages):
    return [
        (one.get("properties") or one.get("attributes"))["OBJECTID"]
        for page in pages
        for one in json.loads(page.body)["features"]
    ]


def asked(arcgis, name):
    """What was asked by this name in every question for features."""
    queries = [request.query for request in arcgis.requests if request.path.endswith("/query")]
    return [query.get(name) for query in queries if "returnCountOnly" not in query]


@pytest.mark.parametrize(("formats", "driver"), [("JSON, geoJSON, PBF", "GeoJSON"), ("JSON, AMF", "ESRIJSON")])
def test_all_comes_in_parts_in_rijksdriehoek_in_either_format(arcgis, reader, formats, driver):
    arcgis.formats = formats
    pages = list(reader.pages(what(arcgis), Wanted()))
    assert numbers(pages) == [1, 2, 3, 4, 5]
    assert {(page.driver, page.crs, page.total) for page in pages} == {(driver, "EPSG:28992", 5)}
    assert asked(arcgis, "resultOffset") == ["0", "2", "4"]
    assert set(asked(arcgis, "outSR")) == {"28992"}
    assert set(asked(arcgis, "orderByFields")) == {"OBJECTID"}, "parts of an unordered answer may overlap"


def test_longitude_and_latitude_are_said_to_be_that(arcgis, reader):
    arcgis.wkid, arcgis.shift = 4326, 0.0
    arcgis._path = lambda row: [[6.5, 52.9], [6.6, 52.9]]
    assert {page.crs for page in reader.pages(what(arcgis), Wanted())} == {"OGC:CRS84"}


def test_the_layer_is_found_by_its_title_once(arcgis, reader):
    list(reader.pages(what(arcgis), Wanted()))
    listings = [one for one in arcgis.requests if one.path.endswith("/rest/services")]
    list(reader.pages(what(arcgis), Wanted()))
    assert len(listings) == len([one for one in arcgis.requests if one.path.endswith("/rest/services")]) == 1


def test_a_layer_whose_path_is_known_is_not_looked_for(arcgis, reader):
    assert numbers(reader.pages(what(arcgis, collection=LAYER), Wanted())) == [1, 2, 3, 4, 5]
    assert not [one for one in arcgis.requests if one.path.endswith("/rest/services")]


def test_a_choice_is_a_text_and_a_box_an_envelope(arcgis, reader):
    wanted = Wanted(box=(230_000, 550_000, 240_000, 560_000))
    pages = reader.pages(what(arcgis, choices=[("NAAM", "Meppel's rand")]), wanted)
    assert numbers(pages) == [2, 4]
    assert set(asked(arcgis, "where")) == {"(NAAM IN ('Meppel''s rand'))"}
    assert set(asked(arcgis, "geometry")) == {"230000.000,550000.000,240000.000,560000.000"}
    assert set(asked(arcgis, "inSR")) == {"28992"}


def test_a_choice_by_another_name_of_its_field(arcgis, reader):
    arcgis.name_field = "naam"
    assert numbers(reader.pages(what(arcgis, choices=[("NAAM", "Assen")]), Wanted())) == [1, 3, 5]
    assert set(asked(arcgis, "where")) == {"(naam IN ('Assen'))"}


# -- faults: what the user reads


def test_a_choice_by_a_field_that_is_not_there(arcgis, reader):
    message, advice = told(Changed, reader.pages(what(arcgis, choices=[("PLAATS", "Assen")]), Wanted()))
    assert message == "“Proef” of Testdienst has no field “PLAATS” any more."
    assert advice.startswith("Its fields now are: NAAM, OBJECTID.")
    assert asked(arcgis, "where") == []


def test_a_title_that_is_nowhere(arcgis, reader):
    message, advice = told(Gone, reader.pages(what(arcgis, collection="Grens van 2031 met Duitsland"), Wanted()))
    assert message == "Testdienst has no “Grens van 2031 met Duitsland” any more."
    assert "GDB_actueel/GBI_OV18_RAND_L/MapServer" in advice


def test_a_field_that_has_another_name(arcgis, reader):
    arcgis.name_field = "OMSCHRIJVING"
    fields = {"objectid": "OBJECTID", "naam": "NAAM"}
    what_is = dataset(service("arcgis", arcgis.base), TITLE, fields, kind="lijn", key="objectid naam")
    message, advice = told(Changed, reader.pages(what_is, Wanted()))
    assert message == "“Proef” of Testdienst has no field “NAAM” any more."
    assert "OMSCHRIJVING" in advice


@pytest.mark.parametrize("formats", ["JSON, geoJSON", "JSON"])
def test_another_coordinate_system_than_was_asked(arcgis, reader, formats):
    arcgis.formats, arcgis.wkid = formats, 3857
    message, _ = told(Changed, reader.pages(what(arcgis), Wanted()))
    assert message == "Testdienst answers in another coordinate system (EPSG:3857) than was asked."


@pytest.mark.parametrize("formats", ["JSON, geoJSON", "JSON"])
def test_coordinates_that_are_not_what_they_are_said_to_be(arcgis, reader, formats):
    arcgis.formats, arcgis.shift = formats, 5_000_000.0
    message, _ = told(Changed, reader.pages(what(arcgis), Wanted()))
    assert message.startswith("Testdienst says that its coordinates are in EPSG:28992, but they are not: 5232500, ")


def test_ten_million_features_announced(arcgis, reader):
    arcgis.total = 10_000_000
    message, _ = told(ServiceError, reader.pages(what(arcgis), Wanted()))
    assert message == "Testdienst announces 10.000.000 features for “Proef”; at most 500.000 are loaded at once."
    assert asked(arcgis, "f") == []


def test_a_server_that_does_not_say_that_there_is_more_is_asked_on(arcgis, reader):
    real = arcgis._geojson
    arcgis._geojson = lambda rows, more: real(rows, False)
    assert numbers(reader.pages(what(arcgis), Wanted())) == [1, 2, 3, 4, 5]


def test_fewer_features_than_announced(arcgis, reader):
    arcgis.total = 7
    message, _ = told(Changed, reader.pages(what(arcgis), Wanted()))
    assert message == "Testdienst announces 7 features for “Proef”, but sends 5. What is in the file stays."


def test_the_same_part_again_and_again(arcgis, reader):
    arcgis.starts_over = True
    message, _ = told(Changed, reader.pages(what(arcgis), Wanted()))
    assert message == "Testdienst gives the same part of “Proef” again and again."


def test_a_server_without_parts_that_has_more_than_it_gives(arcgis, reader):
    arcgis.pagination = False
    message, advice = told(ServiceError, reader.pages(what(arcgis), Wanted()))
    assert message == "Testdienst gives only the first 2 features of “Proef”."
    assert advice == elsewhere()


def test_an_error_with_status_200(arcgis, reader):
    message, _ = told(Changed, reader.pages(what(arcgis, collection="GDB_actueel/GBI_STOP_L/MapServer/0"), Wanted()))
    assert message == "Testdienst refuses: Service GDB_actueel/GBI_STOP_L/MapServer not started."


def test_a_login_that_is_asked_for(arcgis, reader):
    message, advice = told(ServiceError, reader.pages(what(arcgis, collection="Intern/GRENS/MapServer/0"), Wanted()))
    assert message == "Testdienst does not let you in (answer 499)."
    assert advice == "Choose an authentication configuration of QGIS with which you may use this service."


def test_a_layer_that_is_not_there(arcgis, reader):
    message, _ = told(Gone, reader.pages(what(arcgis, collection="GDB_actueel/WEG/MapServer/0"), Wanted()))
    assert message == "What was asked is not at Testdienst any more."


@pytest.mark.parametrize("fields", [None, "none", ["OBJECTID"], [None]])
def test_a_layer_with_fields_of_another_form(arcgis, reader, fields):
    layer = {**arcgis._layer(), "fields": fields}
    arcgis._layer = lambda: layer
    message, _ = told(Changed, reader.pages(what(arcgis), Wanted()))
    assert message == "“Proef” of Testdienst has no field “OBJECTID” any more."


def test_a_web_page_instead_of_data(arcgis, reader):
    arcgis.fail(html, times=None)
    message, _ = told(Changed, reader.pages(what(arcgis), Wanted()))
    assert message.endswith("sends a web page where data were expected.")


def test_a_check_tells_what_is_there_and_what_is_not(arcgis, reader):
    found = reader.check([what(arcgis), what(arcgis, collection="Grens van 2031 met Duitsland")])
    assert [one.state for one in found] == ["bereikbaar", "verdwenen"]
    arcgis.fail(broken(503), times=None)
    assert [one.state for one in reader.check([what(arcgis)])] == ["onbereikbaar"]
