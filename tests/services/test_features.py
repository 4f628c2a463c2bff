# SPDX-License-Identifier: GPL-2.0-or-later
"""OGC API Features against a server that lies: nothing is believed that is not so, and the user reads what is wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from qgis.core import QgsFeedback, QgsNetworkAccessManager

from sterkesteden_plugin.services import client
from sterkesteden_plugin.services.cache import ResponseCache
from sterkesteden_plugin.services.errors import Cancelled, Changed, Gone, ServiceError, Unreachable
from sterkesteden_plugin.services.features import GEOJSON, FeaturesClient
from sterkesteden_plugin.services.http import elsewhere
from sterkesteden_plugin.services.page import Wanted
from tests.services.datasets import dataset, fetcher, service, told
from tests.services.servers.faults import Answer, Exchange, LoopbackServer, broken, html
from tests.services.servers.ogcapi import CRS84, RD, OgcApiServer, feature

FIELDS = ("wijkcode", "wijknaam", "gemeentecode", "aantal_inwoners")
YESTERDAY = (datetime.now(timezone.utc) - timedelta(days=1)).isoformat(timespec="seconds")


@pytest.fixture()
def api(qgis_app):
    QgsNetworkAccessManager.instance()
    with OgcApiServer() as server:
        yield server


@pytest.fixture()
def reader(api):
    return FeaturesClient(fetcher(), service("ogcapi", api.base))


def what(api, fields=FIELDS, **more):
    return dataset(service("ogcapi", api.base), "wijken", fields, **more)


def codes(pages):
    return [one["properties"]["wijkcode"] for page in pages for one in json.loads(page.body)["features"]]


def asked(api, name):
    """What was asked by this name in every question for items."""
    return [request.query.get(name) for request in api.requests if request.path.endswith("/items")]


def test_pages_follow_each_other_to_the_end(api, reader):
    pages = list(reader.pages(what(api), Wanted()))
    assert codes(pages) == [f"WK0106{number:02}" for number in range(5)]
    assert [page.crs for page in pages] == ["EPSG:28992"] * 3
    assert asked(api, "crs") == [RD] * 3


def test_a_data_set_in_two_collections_is_read_from_both(api, reader):
    both = replace(what(api), collection="wijken wijken")
    api.total = 5
    pages = list(reader.pages(both, Wanted()))
    assert codes(pages) == 2 * [f"WK0106{number:02}" for number in range(5)]
    assert {page.total for page in pages} == {None}, "of one collection nobody knows how many there are in all"
    gone = replace(what(api), collection="wijken weg")
    assert reader.check([gone])[0].state == client.GONE
    with pytest.raises(Gone):
        list(reader.pages(gone, Wanted()))


def test_a_page_that_is_not_wanted_is_not_asked(api, reader):
    next(reader.pages(what(api), Wanted()))
    assert len(asked(api, "limit")) == 1


def test_a_collection_without_rijksdriehoek_comes_in_degrees_and_its_box_too(api, reader):
    api.crs, api.content_crs = [CRS84], None
    api.features = [feature(0)]
    api.features[0]["geometry"] = {"type": "Point", "coordinates": [6.56, 52.99]}
    (page,) = reader.pages(what(api), Wanted(box=(230_000, 550_000, 240_000, 560_000)))
    assert page.crs == "OGC:CRS84"
    (box,) = asked(api, "bbox")
    west, south, east, north = map(float, box.split(","))
    assert 6.4 < west < east < 6.8 and 52.8 < south < north < 53.1
    assert asked(api, "crs") == asked(api, "bbox-crs") == [None]


def test_rijksdriehoek_in_the_list_that_collections_share_is_asked(api, reader):
    api.crs, api.shared_crs = ["#/crs"], [CRS84, RD]
    list(reader.pages(what(api), Wanted()))
    assert asked(api, "crs") == [RD] * 3


def test_the_day_is_asked_of_a_collection_of_several_years_only(api, reader):
    list(reader.pages(what(api, date="2024-07-01"), Wanted()))
    assert set(asked(api, "datetime")) == {None}
    api.temporal = {"interval": [["2016-01-01T00:00:00Z", None]]}
    api.requests.clear()
    list(reader.pages(what(api, date="2024-07-01"), Wanted()))
    assert set(asked(api, "datetime")) == {"2024-07-01T00:00:00Z"}


def test_a_choice_is_put_to_a_server_that_can_choose(api, reader):
    api.queryables = ["gemeentecode"]
    pages = reader.pages(what(api, choices=[("gemeentecode", "GM0114")]), Wanted())
    assert codes(pages) == ["WK010601", "WK010603"]
    assert set(asked(api, "gemeentecode")) == {"GM0114"}


@pytest.mark.parametrize("queryables", [None, ["wijkcode"]], ids=["passes over it", "cannot"])
def test_a_choice_that_the_server_does_not_make_is_made_here(api, reader, queryables):
    api.filters, api.queryables = False, queryables
    pages = reader.pages(what(api, choices=[("gemeentecode", "GM0114"), ("gemeentecode", "GM0119")]), Wanted())
    assert codes(pages) == ["WK010601", "WK010603"]


@pytest.mark.parametrize(
    ("chosen", "queryables", "totals"),
    [([], None, {5}), (["GM0114"], ["gemeentecode"], {5}), (["GM0114", "GM0106"], ["gemeentecode"], {None})],
    ids=["all", "by the server", "by several questions"],
)
def test_how_many_there_are_is_of_the_whole(api, reader, chosen, queryables, totals):
    api.total, api.queryables = 5, queryables
    api.features = [feature(number) for number in range(0, 10, 2)] + [feature(number) for number in range(1, 10, 2)]
    api.features = api.features if chosen else api.features[:5]
    pages = reader.pages(what(api, choices=[("gemeentecode", one) for one in chosen]), Wanted())
    assert {page.total for page in pages} == totals


def test_how_many_there_are_is_not_known_where_is_chosen_here(api, reader):
    api.total, api.filters = 5, False
    pages = reader.pages(what(api, choices=[("gemeentecode", "GM0114")]), Wanted())
    assert {page.total for page in pages} == {None}


def test_a_choice_that_the_server_refuses_is_made_here(api, reader):
    api.fail(Exchange.send)  # the collection is as it should be
    api.fail(broken(400))
    pages = reader.pages(what(api, choices=[("gemeentecode", "GM0106")]), Wanted())
    assert codes(pages) == ["WK010600", "WK010602", "WK010604"]


def test_of_the_names_that_a_field_may_have_the_one_that_is_there_is_chosen_by(api, reader):
    fields = {"wijkcode": "wijkcode", "gemeente": "gm_code gemeentecode"}
    api.queryables = ["gemeentecode"]
    pages = reader.pages(what(api, fields, choices=[("gm_code", "GM0114")]), Wanted())
    assert codes(pages) == ["WK010601", "WK010603"]


# -- faults: what the user reads


def test_next_pointing_to_itself(api, reader):
    api.next = lambda request: f"{api.url}{request.target}"
    message, advice = told(Changed, reader.pages(what(api), Wanted()))
    assert message == "Testdienst gives the same part of “Proef” again and again."
    assert advice == "Try again later. If it stays so, tell the manager of the service."
    assert len(asked(api, "f")) == 1


def test_next_without_end(api, reader, monkeypatch):
    monkeypatch.setattr(client, "MAX_PARTS", 6)
    api.next = lambda request: f"{api.base}/collections/wijken/items?limit=2&offset=0&turn={len(api.requests)}"
    message, _ = told(Changed, reader.pages(what(api), Wanted()))
    assert message == "Testdienst gives the same part of “Proef” again and again."


def test_next_at_another_address_is_not_followed(api, reader):
    with LoopbackServer() as other:
        api.next = lambda request: f"{other.url}/collections/wijken/items?offset=2"
        message, advice = told(Changed, reader.pages(what(api), Wanted()))
        assert other.requests == []
    assert message == (
        f"Testdienst says that the next part is at another address ({other.url[7:]}). That is not followed."
    )
    assert advice == "If you trust that address, set it in the settings of the services."


@pytest.mark.parametrize(("area", "said"), [("gekozen", "Choose a smaller area."), ("pakket", elsewhere())])
def test_ten_million_features_announced(api, reader, area, said):
    api.total = 10_000_000
    message, advice = told(ServiceError, reader.pages(replace(what(api), area=area), Wanted()))
    assert message == "Testdienst announces 10.000.000 features for “Proef”; at most 500.000 are loaded at once."
    assert advice == said


@pytest.mark.parametrize("totals", [[5, 5], [5, 4]], ids=["no next", "fewer meanwhile"])
def test_fewer_features_than_announced(api, reader, totals):
    answers = iter(totals)

    def following(request):
        api.total = next(answers)
        return api._next(request) if "offset" not in request.query else None

    api.next = following
    message, advice = told(Changed, reader.pages(what(api), Wanted()))
    assert message == "Testdienst announces 5 features for “Proef”, but sends 4. What is in the file stays."
    assert advice == "Try again later. If it stays so, tell the manager of the service."


def test_what_is_announced_is_of_one_question(api, reader):
    api.queryables, api.total = ["gemeentecode"], 2
    choices = [("gemeentecode", "GM0114"), ("gemeentecode", "GM0106")]
    assert len(codes(reader.pages(what(api, choices=choices), Wanted()))) == 5
    api.total = 3
    message, _ = told(Changed, reader.pages(what(api, choices=choices), Wanted()))
    assert message == "Testdienst announces 3 features for “Proef”, but sends 2. What is in the file stays."


def test_more_features_than_can_be_loaded_without_a_word(api, reader, monkeypatch):
    monkeypatch.setattr(client, "MAX_FEATURES", 3)
    message, _ = told(ServiceError, reader.pages(what(api), Wanted()))
    assert "4 features" in message


def test_another_coordinate_system_than_was_asked(api, reader):
    api.content_crs = "<http://www.opengis.net/def/crs/EPSG/0/3857>"
    message, advice = told(Changed, reader.pages(what(api), Wanted()))
    assert message == (
        "Testdienst answers in another coordinate system (http://www.opengis.net/def/crs/EPSG/0/3857) than was asked."
    )
    assert advice.startswith("Check the services;")


@pytest.mark.parametrize(
    ("said", "x", "y", "shown"),
    [
        (f"<{RD}>", 6.56, 52.99, "EPSG:28992, but they are not: 6.56, 52.99."),
        (None, 233_000.0, 557_000.0, "OGC:CRS84, but they are not: 233000, 557000."),
    ],
    ids=["degrees for metres", "metres for degrees"],
)
def test_coordinates_that_are_not_what_they_are_said_to_be(api, reader, said, x, y, shown):
    api.content_crs = said
    api.features = [feature(0, x, y)]
    message, _ = told(Changed, reader.pages(what(api), Wanted()))
    assert message == f"Testdienst says that its coordinates are in {shown}"


def test_a_web_page_instead_of_data(api, reader):
    api.fail(html, times=None)
    message, _ = told(Changed, reader.pages(what(api), Wanted()))
    assert message.endswith("sends a web page where data were expected.")


def test_data_of_another_form(api, reader):
    items = Answer(b'{"type": "FeatureCollection", "features": null}')
    api.fail(Exchange.send)  # the collection is as it should be
    api.fail(lambda exchange, answer: exchange.send(items))
    message, _ = told(Changed, reader.pages(what(api), Wanted()))
    assert message == "Testdienst sends no features."


def test_a_field_that_has_another_name(api, reader):
    for one in api.features:
        one["properties"]["wijk_code"] = one["properties"].pop("wijkcode")
    message, advice = told(Changed, reader.pages(what(api), Wanted()))
    assert message == "“Proef” of Testdienst has no field “wijkcode” any more."
    assert advice == (
        "Its fields now are: aantal_inwoners, gemeentecode, wijk_code, wijknaam. "
        "Look for a newer version of the plugin."
    )


def test_a_collection_that_is_not_there(api, reader):
    message, advice = told(Gone, reader.pages(dataset(service("ogcapi", api.base), "kernen", FIELDS), Wanted()))
    assert message == "Testdienst has no “kernen” any more."
    assert advice == "It has: buurten, wijken."


def test_parts_kept_by_different_loads_are_no_answer(api, tmp_path):
    """A load that was broken off left a first part that is newer than the rest: a row may have moved between them."""
    cache = ResponseCache(tmp_path)

    def load():
        return FeaturesClient(fetcher(cache=cache), service("ogcapi", api.base)).pages(what(api), Wanted())

    whole = list(load())
    api.fail(broken(503), times=None)
    assert codes(load()) == codes(whole)
    headers = {"Accept": GEOJSON}
    cache.put(whole[1].url, headers, replace(cache.get(whole[1].url, headers), retrieved=YESTERDAY))
    message, advice = told(Unreachable, load())
    assert message == "Testdienst does not answer, and what was kept of “Proef” is of different times."
    assert advice == "Try again later."


def test_who_stops_it_reads_nothing(api):
    feedback = QgsFeedback()
    reader = FeaturesClient(fetcher(feedback=feedback), service("ogcapi", api.base))
    pages = reader.pages(what(api), Wanted())
    next(pages)
    feedback.cancel()
    with pytest.raises(Cancelled):
        next(pages)


def test_odd_features_are_no_fault(api, reader):
    api.features = [
        {"type": "Feature", "properties": None, "geometry": None},
        {"type": "Feature", "properties": {"wijkcode": "A"}, "geometry": {"type": "Point", "coordinates": []}},
    ]
    fields = ("wijkcode",)
    (page,) = reader.pages(what(api, fields), Wanted())
    assert len(json.loads(page.body)["features"]) == 2


# -- checking the services


def test_a_check_asks_little_and_tells_in_words(api, reader):
    (found,) = reader.check([what(api)])
    assert (found.state, found.what) == ("bereikbaar", "")
    assert asked(api, "limit") == ["1"]


def test_a_check_of_one_that_does_not_work(api, reader):
    api.fail(broken(503), times=None)
    (found,) = reader.check([what(api)])
    assert found.state == "onbereikbaar"
    assert found.what.endswith("does not work at the moment (answer 503).")


def test_a_check_of_one_that_has_closed(api, reader):
    api.close()
    (found,) = reader.check([what(api)])
    assert found.state == "onbereikbaar"
    assert found.what.endswith("does not take the connection.")


def test_a_check_tells_a_field_that_is_not_there(api, reader):
    (found,) = reader.check([what(api, (*FIELDS, "leegstand"))])
    assert (found.state, found.what) == ("veranderd", "Has no field leegstand.")
