# SPDX-License-Identifier: GPL-2.0-or-later
"""What clients give, gathered in a file of our own columns: reprojected, repaired, and what is dirty told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from qgis.core import QgsGeometry

from sterkesteden_plugin.services.errors import Changed
from sterkesteden_plugin.services.page import FeaturePage
from sterkesteden_plugin.services.scratch import Dirt, Scratch
from sterkesteden_plugin.store.blob import from_blob
from sterkesteden_plugin.store.datasets import Choice, Dataset, Field, Service

from .open_pack import feature, features, line, rows, square

SERVICE = Service("dienst", "Proefdienst", "ogcapi", "https://example.org", None, "Makers", "CC0", None)
FIELDS = (
    Field("code", ("statcode", "code"), "TEXT"),
    Field("aantal", ("aantal_inwoners", "aantalInwoners"), "INTEGER"),
    Field("deel", ("deel",), "REAL"),
    Field("dag", ("dag",), "DATE"),
)
BOWTIE = {"type": "Polygon", "coordinates": [[[0, 0], [1000, 1000], [1000, 0], [0, 1000], [0, 0]]]}

pytestmark = pytest.mark.usefixtures("qgis_app")


def dataset(kind="punt", fields=FIELDS, key=("code",), choices=(), date=None):
    return Dataset("proef", "Proef", SERVICE, "c", kind, "", key, date, None, None, None, None, fields, choices)


@pytest.fixture()
def gathered(tmp_path):
    """Pages of a data set, gathered: what was wrong, and the rows as a list of dicts."""

    def gather(dataset, *pages):
        scratch = Scratch(tmp_path, dataset)
        for page in pages:
            scratch.add(page)
        dirt = scratch.close()
        with closing(sqlite3.connect(scratch.path)) as db:
            db.row_factory = sqlite3.Row
            return dirt, [dict(row) for row in db.execute("SELECT * FROM rijen ORDER BY fid")]

    return gather


def at(row):
    return from_blob(row["geom"])


def test_columns_are_ours_whatever_the_service_calls_them(gathered):
    first = features([feature((100_000, 450_000), statcode="GM1", aantal_inwoners=12, deel=1.5, dag="2024-01-01")])
    second = features([feature((100_001, 450_000), code="GM2", aantalInwoners=0, deel=None, dag="2024/02/03", other=1)])
    dirt, found = gathered(dataset(), first, second)
    assert dirt == Dirt()
    assert [{n: v for n, v in row.items() if n not in ("fid", "geom")} for row in found] == [
        {"code": "GM1", "aantal": 12, "deel": 1.5, "dag": "2024-01-01"},
        {"code": "GM2", "aantal": 0, "deel": None, "dag": "2024-02-03"},
    ]
    assert at(found[0]).asWkt() == "Point (100000 450000)"


def test_longitude_and_latitude_become_rd(gathered):
    _dirt, found = gathered(dataset(), features([feature((5.387206, 52.155174), code="A")], "OGC:CRS84"))
    point = at(found[0]).asPoint()
    assert point.distance(155_000, 463_000) < 2  # the middle of RD, the tower of Amersfoort


def test_gml_is_read_the_order_of_its_axes_kept_and_no_schema_fetched(gathered, server):
    body = f"""<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"
      xmlns:app="http://example.org/app" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xsi:schemaLocation="http://example.org/app {server.url}/schema.xsd">
      <wfs:member><app:proef gml:id="p.1"><app:geom><gml:Point srsName="urn:ogc:def:crs:EPSG::4326">
      <gml:pos>52.155174 5.387206</gml:pos></gml:Point></app:geom><app:code>0114</app:code>
      <app:aantal_inwoners>7</app:aantal_inwoners>
      </app:proef></wfs:member></wfs:FeatureCollection>"""
    _dirt, found = gathered(dataset(), FeaturePage(body.encode(), "GML", "EPSG:4326", None, "", ""))
    assert (found[0]["code"], found[0]["aantal"]) == ("0114", 7)  # a code of digits is no number
    assert not server.requests
    assert at(found[0]).asPoint().distance(155_000, 463_000) < 2


@pytest.mark.parametrize("entity", [b'"0114"', b'SYSTEM "file:///etc/hostname"'])
def test_xml_that_defines_entities_is_not_read(gathered, entity):
    """GML that OGR would read."""
    body = (
        b"""<!DOCTYPE x [<!ENTITY e """
        + entity
        + b""">]>
      <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"
      xmlns:app="http://example.org/app"><wfs:member><app:proef gml:id="p.1"><app:geom>
      <gml:Point srsName="urn:ogc:def:crs:EPSG::28992"><gml:pos>100000 450000</gml:pos></gml:Point></app:geom>
      <app:code>&e;</app:code></app:proef></wfs:member></wfs:FeatureCollection>"""
    )
    with pytest.raises(Changed, match="cannot be read as GML"):
        gathered(dataset(), FeaturePage(body, "GML", "EPSG:28992", None, "", ""))


def test_esri_json_is_read(gathered):
    body = b"""{"geometryType": "esriGeometryPolyline", "spatialReference": {"wkid": 28992},
      "fields": [{"name": "code", "type": "esriFieldTypeString"}],
      "features": [{"attributes": {"code": "A"}, "geometry": {"paths": [[[100000, 450000], [100010, 450000]]]}}]}"""
    _dirt, found = gathered(dataset("lijn"), FeaturePage(body, "ESRIJSON", "EPSG:28992", None, "", ""))
    assert at(found[0]).asWkt() == "MultiLineString ((100000 450000, 100010 450000))"


def test_what_is_no_data_is_none_and_zero_stays_zero(gathered):
    codes = (-99997, -99995, -99991, -99999999, 0)
    about = dataset()
    numbers = {
        field: replace(field, unknown=tuple(map(str, codes[:-1]))) for field in about.fields if field.type != "TEXT"
    }
    about = replace(about, fields=tuple(numbers.get(field, field) for field in about.fields))
    found = features([feature((100_000, 450_000), code=str(n), aantal_inwoners=n, deel=float(n)) for n in codes])
    _dirt, rows_ = gathered(about, found)
    assert [row["aantal"] for row in rows_] == [None, None, None, None, 0]
    assert [row["deel"] for row in rows_] == [None, None, None, None, 0.0]


def test_what_a_service_writes_where_it_does_not_know_is_none(gathered):
    about = dataset()
    number = next(field for field in about.fields if field.name == "aantal")
    told = replace(number, unknown=("1", "999999"))
    about = replace(about, fields=tuple(told if field is number else field for field in about.fields))
    found = features([feature((100_000, 450_000), code=str(n), aantal_inwoners=n) for n in (0, 1, 2, 999_999)])
    assert [row["aantal"] for row in gathered(about, found)[1]] == [0, None, 2, None]
    odd = replace(told, unknown=("1) OR (1=1", "'"))
    about = replace(about, fields=tuple(odd if field is told else field for field in about.fields))
    assert [row["aantal"] for row in gathered(about, found)[1]] == [0, 1, 2, 999_999]


def test_of_the_same_key_the_last_counts_and_rows_without_key_are_skipped(gathered):
    first = features([feature((100_000 + n, 450_000), code=code) for n, code in enumerate(["A", "B", None, " "])])
    second = features([feature((200_000, 450_000), code="A ")])
    dirt, found = gathered(dataset(), first, second)
    assert (dirt.keyless, dirt.duplicates) == (2, 1)
    assert [(row["code"], at(row).asPoint().x()) for row in found] == [("B", 100_001), ("A", 200_000)]


def test_invalid_geometry_is_repaired_and_what_cannot_be_is_told(gathered):
    def moved(shape):
        return {**shape, "coordinates": [[[x + 100_000, y + 450_000] for x, y in shape["coordinates"][0]]]}

    flat = {"type": "Polygon", "coordinates": [[[1e5, 4.5e5], [1.1e5, 4.5e5], [1e5, 4.5e5], [1e5, 4.5e5]]]}
    page = features(
        [
            feature(square(100_000, 450_000, 100), code="goed"),
            feature(moved(BOWTIE), code="strik"),
            feature(flat, code="plat"),
            feature(None, code="leeg"),
            feature((100_000, 450_000), code="punt"),
            feature(square(0.5, 0.5, 1), code="elders"),
        ]
    )
    dirt, found = gathered(dataset("vlak"), page)
    assert (dirt.repaired, dirt.lost) == (1, ("plat", "leeg", "punt", "elders"))
    shapes = {row["code"]: at(row) for row in found if row["geom"] is not None}
    assert set(shapes) == {"goed", "strik"}
    assert all(shape.isGeosValid() and shape.isMultipart() for shape in shapes.values())
    assert shapes["strik"].area() == pytest.approx(500_000)


def test_height_is_left_out(gathered):
    _dirt, found = gathered(dataset("lijn"), features([feature(line((1e5, 4.5e5, 3), (1e5, 4.6e5, 4)), code="A")]))
    assert at(found[0]).equals(QgsGeometry.fromWkt("MultiLineString ((100000 450000, 100000 460000))"))


def test_coordinates_that_are_not_what_they_pass_for_are_refused(gathered):
    with pytest.raises(Changed, match="Proefdienst gave coordinates of “Proef” that do not lie in the Netherlands"):
        gathered(dataset(), features([feature((5.38, 52.15), code="A")], "EPSG:28992"))


def test_one_that_cannot_be_reprojected_costs_no_others(gathered):
    page = features(
        [feature((5.387, 52.155), code="A"), feature((1e9, 1e9), code="B"), feature((5.388, 52.155), code="C")]
    )
    page = FeaturePage(page.body, "GeoJSON", "OGC:CRS84", None, "", "")
    _dirt, found = gathered(dataset(), page)
    assert [row["code"] for row in found if row["geom"]] == ["A", "C"]


@pytest.mark.parametrize("body", [b"<html>Even geduld</html>", b"", b'{"type": "FeatureCollection", "feat'])
def test_what_is_no_geojson_is_told(gathered, body):
    with pytest.raises(Changed, match="Proefdienst gave something for “Proef” that cannot be read as GeoJSON"):
        gathered(dataset(), FeaturePage(body, "GeoJSON", "EPSG:28992", None, "", ""))


def test_a_page_without_features_is_well(gathered):
    dirt, found = gathered(dataset(), features([]))
    assert (dirt, found) == (Dirt(), [])


def test_rows_without_geometry(gathered):
    fields = (Field("van", ("Van",), "TEXT"), Field("banen", ("Banen_1",), "REAL"), Field("dag", ("P",), "DATE"))
    page = rows(
        {"Van": "GM0106  ", "Banen_1": "1.5", "P": "2022MM12"},
        {"Van": "GM0114", "Banen_1": None, "P": "2024JJ00"},
        {"Van": "GM0118", "Banen_1": 0, "P": "2024KW03"},
        {"Van": "  ", "Banen_1": 3, "P": None},
    )
    dirt, found = gathered(dataset("tabel", fields, ("van",)), page)
    assert [(row["van"], row["banen"], row["dag"]) for row in found] == [
        ("GM0106", 1.5, "2022-12-01"),
        ("GM0114", None, "2024-01-01"),
        ("GM0118", 0.0, "2024-07-01"),
    ]
    assert dirt.keyless == 1


def test_a_value_of_another_kind_is_told(gathered):
    fields = (Field("code", ("code",), "TEXT"), Field("aantal", ("n",), "INTEGER"))
    with pytest.raises(Changed, match="Proefdienst gave “veel” as aantal of “Proef”"):
        gathered(dataset("tabel", fields), rows({"code": "A", "n": "veel"}))


@pytest.mark.parametrize(
    ("name", "value"), [("n", 1e400), ("n", float("inf")), ("n", 2**70), ("r", "Infinity"), ("r", "nan")]
)
def test_a_number_that_no_file_holds_is_told(gathered, name, value):
    fields = (Field("code", ("code",), "TEXT"), Field("n", ("n",), "INTEGER"), Field("r", ("r",), "REAL"))
    with pytest.raises(Changed, match=f"gave “.*” as {name} of “Proef”"):
        gathered(dataset("tabel", fields), rows({"code": "A", name: value}))


def test_figures_know_their_indicator_their_day_and_their_mark(gathered):
    fields = (
        Field("gebiedscode", ("RegioS",), "TEXT"),
        Field("peildatum", ("P",), "DATE"),
        Field("waarde", ("W",), "REAL"),
    )
    choices = (Choice("RegioS", "@steden", None), Choice("Tak", "300002", "nijverheid"), Choice("Tak", "T", "totaal"))
    page = rows(
        {"RegioS": "GM1 ", "Tak": "300002", "P": "2023JJ00", "W": 3.1},
        {"RegioS": "GM1 ", "Tak": "T     ", "P": "2024JJ00", "W": None},
        {"RegioS": "GM1 ", "Tak": "X", "P": "2024JJ00", "W": 1},
        marks={0: "voorlopig", 1: "geheim"},
    )
    dirt, found = gathered(dataset("cijfers", fields, (), choices, "2010-12-01"), page)
    assert [(row["indicator_id"], row["peildatum"], row["waarde"], row["status"]) for row in found] == [
        ("nijverheid", "2023-12-01", 3.1, "voorlopig"),
        ("totaal", "2024-12-01", None, "geheim"),
    ]
    assert dirt.keyless == 1


FIGURES = (Field("gebiedscode", ("R",), "TEXT"), Field("peildatum", ("P",), "DATE"), Field("waarde", ("W",), "REAL"))
OF_ALL = (Choice("W", "W", "inwoners"),)


@pytest.mark.parametrize("value", [2, None, 0])
def test_two_values_for_one_figure_are_a_fault_and_not_the_last_counts(gathered, value):
    one = {"R": "GM1 ", "P": "2024JJ00", "W": 1}
    said = r"Proefdienst gave more than one value of “Proef” for the same area and day \(inwoners, GM1, 2024-01-01\)"
    with pytest.raises(Changed, match=said):
        gathered(dataset("cijfers", FIGURES, (), OF_ALL), rows(one, {**one, "W": value}))


def test_the_same_figure_twice_is_one(gathered):
    one = {"R": "GM1", "P": "2024JJ00", "W": 1}
    dirt, found = gathered(dataset("cijfers", FIGURES, (), OF_ALL), rows(one, one, {**one, "R": "GM2"}))
    assert (dirt.duplicates, len(found)) == (1, 2)


def test_figures_without_area_or_day_are_told(gathered):
    page = rows(*({"R": area, "P": day, "W": 1} for area in ("GM1", None, " ") for day in ("2024JJ00", None)))
    dirt, found = gathered(dataset("cijfers", FIGURES, (), OF_ALL), page)
    assert (dirt.keyless, len(found)) == (5, 1)


def test_a_column_that_the_service_has_no_more_is_told(tmp_path):
    scratch = Scratch(tmp_path, dataset())
    scratch.add(features([feature((100_000, 450_000), code="A", deel=1)]))
    assert scratch.absent == {"aantal", "dag"}
    scratch.abandon()


def test_figures_may_come_with_features(gathered):
    fields = (Field("gebiedscode", ("statcode",), "TEXT"), Field("waarde", ("n",), "REAL"))
    choices = (Choice("n", "n", "inwoners"),)
    page = features([feature(square(100_000, 450_000, 10), statcode="GM1", n=12)])
    _dirt, found = gathered(dataset("cijfers", fields, (), choices), page)
    assert [(row["gebiedscode"], row["waarde"], row["indicator_id"]) for row in found] == [("GM1", 12.0, "inwoners")]


def test_what_another_service_gave_first_is_not_in_the_way(tmp_path):
    for kind, page in (("tabel", rows({"code": "A"})), ("punt", features([feature((100_000, 450_000), code="A")]))):
        for _turn in range(2):
            scratch = Scratch(tmp_path, dataset(kind))
            scratch.add(page)
            scratch.close()
        with closing(sqlite3.connect(scratch.path)) as db:
            assert db.execute("SELECT count(*) FROM rijen").fetchone() == (1,)


def test_an_id_that_is_a_path_touches_nothing_elsewhere(tmp_path):
    other = tmp_path / "mijn.gpkg"
    other.write_bytes(b"of the user")
    folder = tmp_path / "scratch"
    folder.mkdir()
    for id_ in (str(other.with_suffix("")), "../mijn"):
        scratch = Scratch(folder, replace(dataset(), id=id_))
        scratch.close()
        assert scratch.path.parent == folder
    assert other.read_bytes() == b"of the user"
