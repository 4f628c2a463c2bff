# SPDX-License-Identifier: GPL-2.0-or-later
"""PDOK Locatieserver: from words and addresses to points, and what the user reads."""

from __future__ import annotations

import pytest
from qgis.core import QgsNetworkAccessManager

from sterkesteden_plugin.services.errors import Changed
from sterkesteden_plugin.services.locatieserver import LocatieserverClient
from tests.services.datasets import fetcher, service, told
from tests.services.servers.faults import Answer, html
from tests.services.servers.locatieserver import Locatieserver


@pytest.fixture()
def server(qgis_app):
    QgsNetworkAccessManager.instance()
    with Locatieserver() as server:
        yield server


@pytest.fixture()
def finder(server):
    return LocatieserverClient(fetcher(), service("locatieserver", server.base))


def test_a_suggestion_is_looked_up_for_its_point(finder):
    suggested = finder.suggest("noorderplein 12")
    assert [(hit.id, hit.x) for hit in suggested] == [("adr-1", None), ("adr-2", None)]
    hit = finder.lookup(suggested[0].id)
    assert hit is not None
    assert (hit.name, hit.x, hit.y) == ("Noorderplein 12, 7811MA Emmen", 257100.5, 534200.25)


def test_what_is_not_there_is_none(finder):
    assert finder.lookup("adr-99") is None
    assert finder.free("Nergens 1") == []
    assert finder.suggest("   ") == [] == finder.free("")


def test_kinds_are_asked_for(finder, server):
    assert [hit.type for hit in finder.free("emmen", ("gemeente",))] == ["gemeente"]
    assert server.requests[-1].query["fq"] == "type:(gemeente)"
    assert {hit.type for hit in finder.free("emmen", ("gemeente", "adres"))} == {"gemeente", "adres"}


def test_the_best_comes_first_with_its_score(finder):
    scores = [hit.score for hit in finder.free("noorderplein 12")]
    assert scores == sorted(scores, reverse=True) and scores[0] == 10.0


def test_signs_of_the_language_of_the_server_are_text(finder, server):
    finder.free('a:b OR "c" (d) 1-2/3*')
    assert server.requests[-1].query["q"] == r"a\:b OR \"c\" \(d\) 1\-2\/3\*"


def test_a_web_page_instead_of_data(finder, server):
    server.fail(html, times=None)
    message, _ = told(Changed, (finder.free(text) for text in ["emmen"]))
    assert message.endswith("sends a web page where data were expected.")


def test_data_of_another_form(finder, server):
    server.fail(lambda exchange, answer: exchange.send(Answer(b'{"response": []}')))
    message, _ = told(Changed, (finder.free(text) for text in ["emmen"]))
    assert message == "Testdienst answers in another form than is known."


def test_a_check_finds_the_service(finder, server):
    (found,) = finder.check([])
    assert (found.dataset_id, found.state) == ("dienst", "bereikbaar")
    server.close()
    assert [one.state for one in finder.check([])] == ["onbereikbaar"]
