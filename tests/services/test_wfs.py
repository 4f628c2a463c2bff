# SPDX-License-Identifier: GPL-2.0-or-later
"""WFS 2.0 against a server that lies: what is asked, what is believed, and what the user reads."""

from __future__ import annotations

import pytest
from qgis.core import QgsNetworkAccessManager

from sterkesteden_plugin.services.errors import Changed, Gone, ServiceError, Unreachable
from sterkesteden_plugin.services.http import elsewhere
from sterkesteden_plugin.services.page import Wanted
from sterkesteden_plugin.services.wfs import WfsClient
from sterkesteden_plugin.services.xml_reading import BadXml, elements
from tests.services.datasets import dataset, fetcher, service, told
from tests.services.servers.faults import Exchange, broken, cut_off, html
from tests.services.servers.wfs2 import Wfs2Server

FIELDS = {"wijkcode": "wijkcode", "gemeentecode": "gemeentecode", "inwoners": "aantal_inwoners aantalInwoners"}
BOX = (230_000.0, 550_000.0, 240_000.0, 560_000.0)


@pytest.fixture()
def wfs(qgis_app):
    QgsNetworkAccessManager.instance()
    with Wfs2Server() as server:
        yield server


@pytest.fixture()
def reader(wfs):
    return WfsClient(fetcher(), service("wfs", wfs.base))


def what(wfs, fields=FIELDS, collection="wijken:wijken", **more):
    return dataset(service("wfs", wfs.base), collection, fields, key="wijkcode", **more)


def asked(wfs, name):
    """What was asked by this name in every question for features."""
    queries = [{key.upper(): value for key, value in request.query.items()} for request in wfs.requests]
    return [
        query.get(name) for query in queries if query["REQUEST"] == "GetFeature" and query.get("RESULTTYPE") != "hits"
    ]


def test_pages_follow_by_start_index_to_the_end(wfs, reader):
    pages = list(reader.pages(what(wfs), Wanted()))
    assert [page.body.count(b"</wfs:member>") for page in pages] == [2, 2, 1]
    assert asked(wfs, "STARTINDEX") == ["0", "2", "4"]
    assert {page.crs for page in pages} == {"EPSG:28992"} and {page.total for page in pages} == {5}
    assert set(asked(wfs, "SRSNAME")) == {"urn:ogc:def:crs:EPSG::28992"}
    assert set(asked(wfs, "TYPENAMES")) == {"wijken:wijken"}


def test_a_choice_and_a_box_are_one_filter_of_the_standard(wfs, reader):
    list(
        reader.pages(what(wfs, choices=[("gemeentecode", "@gemeenten")]), Wanted(BOX, {"@gemeenten": ["GM1", "G&<'"]}))
    )
    text = asked(wfs, "FILTER")[0]
    found = list(elements(text.encode(), frozenset({"ValueReference", "Literal", "lowerCorner", "upperCorner"})))
    assert [one.name for one in found][:3] == ["Filter", "And", "Or"]
    texts = [one.text for one in found if one.text]
    assert texts == [
        "gemeentecode",
        "GM1",
        "gemeentecode",
        "G&<'",
        "geom",
        "230000.000 550000.000",
        "240000.000 560000.000",
    ]


def test_a_filter_that_is_too_long_for_an_address_is_put_in_parts(wfs, reader):
    many = [f"GM{number:04}" for number in range(45)]
    list(reader.pages(what(wfs, choices=[("gemeentecode", "@gemeenten")]), Wanted(codes={"@gemeenten": many})))
    filters = dict.fromkeys(asked(wfs, "FILTER"))
    assert [text.count("Literal>") // 2 for text in filters] == [20, 20, 5]


def test_how_many_there_are_is_of_all_parts(wfs, reader):
    codes = {"@gemeenten": [f"GM{number:04}" for number in range(45)]}
    pages = list(reader.pages(what(wfs, choices=[("gemeentecode", "@gemeenten")]), Wanted(codes=codes)))
    assert {page.total for page in pages} == {15}
    assert sum(page.body.count(b"</wfs:member>") for page in pages) == 15


def test_another_prefix_on_a_mirror_is_the_same_type(wfs, reader):
    assert list(reader.pages(what(wfs, collection="spiegel:wijken"), Wanted()))


# -- faults: what the user reads


def test_a_choice_by_a_field_that_is_not_there(wfs, reader):
    message, _ = told(Changed, reader.pages(what(wfs, choices=[("plaats", "Assen")]), Wanted()))
    assert message == "“Proef” of Testdienst has no field “plaats” any more."


def test_a_box_of_what_has_no_geometry(wfs, reader):
    schema = wfs._schema()
    wfs._schema = lambda: schema.replace("gml:SurfacePropertyType", "string")
    message, _ = told(Changed, reader.pages(what(wfs), Wanted(BOX)))
    assert message == "“Proef” of Testdienst has no geometry."
    assert len(list(reader.pages(what(wfs), Wanted()))) == 3


def test_a_type_that_is_not_there(wfs, reader):
    message, advice = told(Gone, reader.pages(what(wfs, collection="wijken:buurten"), Wanted()))
    assert message == "Testdienst has no “wijken:buurten” any more."
    assert advice == "It has: wijken:wijken."


def test_a_field_that_has_another_name(wfs, reader):
    fields = {"wijkcode": "wijk_code"}
    message, advice = told(Changed, reader.pages(what(wfs, fields), Wanted()))
    assert message == "“Proef” of Testdienst has no field “wijk_code” any more."
    assert "wijkcode" in advice


def test_no_rijksdriehoek_any_more(wfs, reader):
    wfs.systems = ["urn:ogc:def:crs:EPSG::3857"]
    message, _ = told(Changed, reader.pages(what(wfs), Wanted()))
    assert message == "Testdienst does not give “Proef” in Rijksdriehoek any more."


def test_another_coordinate_system_than_was_asked(wfs, reader):
    wfs.answered = "urn:ogc:def:crs:EPSG::4326"
    message, _ = told(Changed, reader.pages(what(wfs), Wanted()))
    assert message == "Testdienst answers in another coordinate system (urn:ogc:def:crs:EPSG::4326) than was asked."


def test_coordinates_that_are_not_what_they_are_said_to_be(wfs, reader):
    wfs.position = "52.99 6.56"
    message, _ = told(Changed, reader.pages(what(wfs), Wanted()))
    assert message == "Testdienst says that its coordinates are in EPSG:28992, but they are not: 52.99, 6.56."


def test_ten_million_features_announced(wfs, reader):
    wfs.total = 10_000_000
    message, advice = told(ServiceError, reader.pages(what(wfs), Wanted()))
    assert message == "Testdienst announces 10.000.000 features for “Proef”; at most 500.000 are loaded at once."
    assert advice == elsewhere()
    assert asked(wfs, "COUNT") == []


def test_fewer_features_than_announced(wfs, reader):
    wfs.total = 9
    message, _ = told(Changed, reader.pages(what(wfs), Wanted()))
    assert message == "Testdienst announces 9 features for “Proef”, but sends 5. What is in the file stays."


def test_the_same_part_again_and_again(wfs, reader):
    wfs.starts_over = True
    message, _ = told(Changed, reader.pages(what(wfs), Wanted()))
    assert message == "Testdienst gives the same part of “Proef” again and again."
    assert len(asked(wfs, "COUNT")) == 2


def test_a_web_page_instead_of_data(wfs, reader):
    wfs.fail(html, times=None)
    message, _ = told(Changed, reader.pages(what(wfs), Wanted()))
    assert message.endswith("sends a web page where data were expected.")


def test_a_refusal_in_words_of_the_service(wfs, reader):
    wfs.fail(Exchange.send)
    wfs.fail(lambda exchange, answer: exchange.send(wfs._xml(REFUSAL)))
    message, _ = told(Changed, reader.pages(what(wfs), Wanted()))
    assert message == "Testdienst refuses: te druk."


REFUSAL = (
    '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception>'
    "<ows:ExceptionText>te druk.</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
)


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_xml_with_a_document_type_is_not_read(wfs, reader, prologue):
    wfs.prologue = prologue
    message, _ = told(Changed, reader.pages(what(wfs), Wanted()))
    assert message.endswith("sends data that cannot be read.")


def test_xml_that_is_not_whole_is_not_read(wfs, reader):
    wfs.fail(cut_off, times=None)
    message, _ = told(Unreachable, reader.pages(what(wfs), Wanted()))
    assert message.endswith("broke off before all was sent.")


def test_a_check_tells_that_it_does_not_work(wfs, reader):
    wfs.fail(broken(502), times=None)
    (found,) = reader.check([what(wfs)])
    assert found.state == "onbereikbaar" and "502" in found.what


@pytest.mark.parametrize("body", [b"", b"{}", b"<a><b></a>", "<a/>".encode("utf-16")])
def test_what_is_no_xml_is_said_so(body):
    with pytest.raises(BadXml):
        list(elements(body))
