# SPDX-License-Identifier: GPL-2.0-or-later
"""Which client speaks with what, and what all of them do with addresses and logins."""

from __future__ import annotations

import pytest
from qgis.core import QgsNetworkAccessManager

from sterkesteden_plugin.services.clients import CLIENTS, client_for
from sterkesteden_plugin.store.schema import SERVICE_KINDS
from tests.services.datasets import fetcher, service
from tests.services.servers.faults import Answer, LoopbackServer, html


def test_every_kind_of_service_of_the_catalogue_has_a_client():
    assert set(CLIENTS) == set(SERVICE_KINDS)
    for kind in SERVICE_KINDS:
        assert client_for(fetcher(), service(kind, "https://example.org")).service.kind == kind


@pytest.mark.parametrize(
    ("base", "path", "query", "expected"),
    [
        ("https://a.nl/ogc/v1", ("collections", "x"), {"f": "json"}, "https://a.nl/ogc/v1/collections/x?f=json"),
        ("https://a.nl/ogc/v1/", ("collections",), {}, "https://a.nl/ogc/v1/collections"),
        ("https://a.nl/p?map=b", ("x",), {"f": None, "g": 1}, "https://a.nl/p/x?map=b&g=1"),
        ("https://a.nl", ("a b", "c?d#e"), {"q": "é&=+"}, "https://a.nl/a%20b/c%3Fd%23e?q=%C3%A9%26%3D%2B"),
    ],
)
def test_addresses_are_built_and_nothing_gets_out_of_its_place(base, path, query, expected):
    assert client_for(fetcher(), service("ogcapi", base)).url(*path, **query) == expected


def test_the_base_map_is_checked_by_its_capabilities(qgis_app):
    QgsNetworkAccessManager.instance()
    with LoopbackServer() as server:
        client = client_for(fetcher(), service("wmts", f"{server.url}/wmts"))
        server.pages["/wmts"] = Answer(b'<Capabilities xmlns="http://www.opengis.net/wmts/1.0"/>', "text/xml")
        (found,) = client.check([])
        assert (found.dataset_id, found.state) == ("dienst", "bereikbaar")
        server.fail(html, times=None)
        (found,) = client.check([])
        assert (found.state, found.what) == ("veranderd", "Testdienst answers in another form than is known.")
