# SPDX-License-Identifier: GPL-2.0-or-later
"""Every data set of the real catalogue, asked of servers that have what it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sterkesteden_plugin.services.clients import client_for
from sterkesteden_plugin.services.page import FeaturePage, Wanted
from sterkesteden_plugin.store.catalogue import read_catalogue
from tests.services.datasets import fetcher
from tests.services.servers.statline import TOWNS

# What the real files of the tests, or the servers, do not have; it is noted, and no reason not to load the rest.
LACKING = {"gebruiksdoel", "oppervlakte"}


@pytest.fixture()
def datasets(real_pack_file, addresses):
    """The data sets, their services at the addresses of the test."""
    catalogue = read_catalogue(real_pack_file)
    return [replace(one, service=replace(one.service, url=addresses[one.service.kind])) for one in catalogue.datasets]


def test_a_check_finds_each_of_them(datasets):
    for one in datasets:
        (found,) = client_for(fetcher(), one.service).check([one])
        if found.state == "veranderd":
            assert set(found.what.removeprefix("Has no field ").rstrip(".").split(", ")) <= LACKING
        else:
            assert found.state == "bereikbaar", (one.id, found)


def test_each_of_them_gives_something(datasets):
    wanted = Wanted(codes={"@gemeenten": TOWNS, "@steden": TOWNS})
    for one in datasets:
        client = client_for(fetcher(), one.service)
        pages = list(client.pages(one, wanted)) if one.kind != "adressen" else []
        if one.kind != "adressen":
            assert pages, one.id
        for page in pages:
            assert page.body if isinstance(page, FeaturePage) else page.rows, one.id
        assert set(client.absent) <= LACKING, one.id
