# SPDX-License-Identifier: GPL-2.0-or-later
"""The clients against real servers: pygeoapi (OGC API Features) and QGIS Server (WFS), both with the same data."""

from __future__ import annotations

import pytest
from osgeo import gdal, ogr

from sterkesteden_plugin.services.client import MAX_FEATURES
from sterkesteden_plugin.services.clients import client_for
from sterkesteden_plugin.services.errors import Changed, Gone
from sterkesteden_plugin.services.page import Wanted
from tests.services.datasets import dataset, fetcher, service, told
from tests.services.servers.places import rows_of

WIJKEN = ("wijkcode", "wijknaam", "gemeentecode", "aantal_inwoners")


@pytest.fixture(params=["ogcapi", "wfs"])
def real(request, addresses):
    """A client of each of the two servers, with what it gives read by OGR."""
    return Real(request.param, addresses[request.param])


class Real:
    def __init__(self, kind, url):
        self.service = service(kind, url)
        self.client = client_for(fetcher(), self.service)

    def read(self, what, wanted=None):
        """(rows, pages): rows as (values, envelope)."""
        pages = list(self.client.pages(what, wanted or Wanted()))
        return [row for page in pages for row in read(page)], pages


def read(page):
    """What OGR reads of a page, as the loader does."""
    name = f"/vsimem/real/page.{page.driver.lower()}"
    gdal.FileFromMemBuffer(name, page.body)
    gdal.SetThreadLocalConfigOption("GML_FIELDTYPES", "ALWAYS_STRING")  # a code of digits is no number
    source = gdal.OpenEx(name, gdal.OF_VECTOR, allowed_drivers=[page.driver])
    gdal.SetThreadLocalConfigOption("GML_FIELDTYPES", None)
    layer = source.GetLayer(0)
    rows = [(feature.items(), feature.GetGeometryRef().GetEnvelope()) for feature in layer]
    del source
    gdal.RmdirRecursive("/vsimem/real")
    return rows


def test_all_of_a_collection_comes_in_rijksdriehoek(real, places):
    rows, pages = real.read(dataset(real.service, "wijken", WIJKEN))
    expected = {row["wijkcode"]: row["aantal_inwoners"] for row in rows_of(places, "wijken")}
    found = {values["wijkcode"]: values.get("aantal_inwoners") for values, _ in rows}
    assert {code: None if count is None else int(count) for code, count in found.items()} == expected
    assert len(rows) == len(expected)
    assert {page.crs for page in pages} == {"EPSG:28992"}
    assert all(100_000 < box[0] < 300_000 and 400_000 < box[2] < 620_000 for _, box in rows)
    assert real.client.absent == ()


def test_a_collection_of_more_than_a_page_comes_whole_and_once(real, places):
    rows, pages = real.read(dataset(real.service, "verblijfsobject", ("identificatie", "status")))
    assert len(pages) > 1
    codes = [values["identificatie"] for values, _ in rows]
    assert sorted(codes) == sorted(row["identificatie"] for row in rows_of(places, "verblijfsobject"))
    assert len(codes) > 1000


def test_what_is_chosen_by_a_value_comes_alone(real, places):
    codes = sorted({row["gemeentecode"] for row in rows_of(places, "wijken")})[:3]
    what = dataset(real.service, "wijken", WIJKEN, choices=[("gemeentecode", "@gemeenten")])
    rows, _ = real.read(what, Wanted(codes={"@gemeenten": codes}))
    expected = sorted(row["wijkcode"] for row in rows_of(places, "wijken") if row["gemeentecode"] in codes)
    assert sorted(values["wijkcode"] for values, _ in rows) == expected


def test_what_lies_in_a_box_comes_alone(real, places):
    source = ogr.Open(str(places))
    layer = source.GetLayerByName("station")
    first = layer.GetNextFeature()
    x, _, y, _ = first.GetGeometryRef().GetEnvelope()
    box = (x - 4000, y - 4000, x + 4000, y + 4000)
    layer.SetSpatialFilterRect(*box)
    expected = sorted(feature["code"] for feature in layer)
    rows, _ = real.read(dataset(real.service, "station", ("code", "naam")), Wanted(box=box))
    assert sorted(values["code"] for values, _ in rows) == expected
    layer.SetSpatialFilter(None)
    assert 0 < len(expected) < layer.GetFeatureCount()


def test_a_box_and_a_choice_go_together(real, places):
    what = dataset(
        real.service, "wegvakken", ("wvk_id", "wegnummer"), choices=[("wegnummer", "A28"), ("wegnummer", "N34")]
    )
    box = (200_000, 500_000, 224_000, 600_000)
    rows, _ = real.read(what, Wanted(box=box))
    assert {values["wegnummer"] for values, _ in rows} == {"A28", "N34"}
    assert 0 < len(rows) < 6
    assert all(found[0] < box[2] for _, found in rows)


def test_a_value_with_signs_of_a_query_language_is_a_value(real):
    for value in ("' OR '1'='1", '<b>&"x"</b>', "100%"):
        what = dataset(real.service, "wijken", WIJKEN, choices=[("gemeentecode", value)])
        assert real.read(what)[0] == []


def test_a_collection_that_is_gone_is_told_with_what_is_there(real):
    message, advice = told(Gone, real.client.pages(dataset(real.service, "wijken2", WIJKEN), Wanted()))
    assert message == "Testdienst has no “wijken2” any more."
    assert "wijken" in advice and "station" in advice


def test_a_field_that_is_gone_is_told_by_its_name(real):
    fields = {"code": "wijk_code", "naam": "wijknaam"}
    message, advice = told(Changed, real.client.pages(dataset(real.service, "wijken", fields), Wanted()))
    assert message == "“Proef” of Testdienst has no field “wijk_code” any more."
    assert "wijkcode" in advice


def test_a_field_beside_the_key_that_is_gone_is_noted(real):
    fields = {"wijkcode": "wijkcode", "leegstand": "leegstand leegstand_woningen"}
    rows, _ = real.read(dataset(real.service, "wijken", fields))
    assert rows
    assert real.client.absent == ("leegstand",)


def test_a_check_tells_what_is_there_changed_or_gone(real):
    there = dataset(real.service, "wijken", WIJKEN)
    changed = dataset(real.service, "wijken", {"code": "wijk_code"})
    gone = dataset(real.service, "wijken2", WIJKEN)
    found = real.client.check([there, changed, gone])
    assert [one.state for one in found] == ["bereikbaar", "veranderd", "verdwenen"]
    assert found[0].what == "" and "wijk_code" in found[1].what and "wijken2" in found[2].what
    assert all(0 < one.seconds < 60 for one in found)


def test_pages_come_in_a_task_as_in_the_panel(real, in_task):
    done = in_task(lambda: real.read(dataset(real.service, "wijken", WIJKEN)))
    rows, _ = done.get()
    assert not done.thread_was_gui
    assert 1 < len(rows) < MAX_FEATURES
