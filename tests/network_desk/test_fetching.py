# SPDX-License-Identifier: GPL-2.0-or-later
"""One click on the page Network fetches the table that it needs, from a server on loopback, and shows it."""

from __future__ import annotations

import pytest
from qgis.core import QgsNetworkAccessManager, QgsProject, QgsSettings

from sterkesteden_plugin.network_desk.places import PLACES
from sterkesteden_plugin.network_desk.tables import OPEN
from sterkesteden_plugin.open_data import OpenData
from sterkesteden_plugin.panel.open_data_page import OpenDataPage
from sterkesteden_plugin.services import settings
from sterkesteden_plugin.store.catalogue import read_catalogue
from sterkesteden_plugin.store.geometries import read_geometries
from sterkesteden_plugin.store.reader import read_pack
from tests.services.conftest import until
from tests.services.servers.statline import StatLineServer

from .conftest import Bench


@pytest.fixture()
def fetching(qgis_app, real_pack_file, tmp_path, monkeypatch):
    """A Bench on the real pack, tied to open data as the workbench does."""
    QgsNetworkAccessManager.instance()
    monkeypatch.setattr("sterkesteden_plugin.services.cache.default_folder", lambda: tmp_path / "cache")
    QgsProject.instance().clear()
    QgsSettings().remove("sterkesteden")
    with StatLineServer() as server:
        for service in read_catalogue(real_pack_file).services:
            settings.set_address(service.id, server.v4 if service.kind == "odata4" else server.v3)
        geometries = read_geometries(real_pack_file)
        bench = Bench(read_pack(real_pack_file), real_pack_file, geometries)
        page = OpenDataPage()
        page.set_pack(bench.state.pack)
        data = OpenData(page, bench.state, lambda: geometries, "Anna")
        data.changed.connect(lambda _dataset, pack, _touches: bench.state.renew_pack(pack))
        data.told.connect(bench.desk.note_fetched)
        data.follow_pack("")
        bench.desk._sources._fetch = data.fetch
        yield bench, data
        data.close()
        bench.close()
        for one in (data, page):
            one.deleteLater()
    QgsSettings().remove("sterkesteden")
    QgsProject.instance().clear()


def test_one_click_fetches_the_table_and_shows_it(fetching):
    bench, data = fetching
    bench.show()
    rows = bench.page.source.datasets
    wanted = rows.rows[0].key
    assert not bench.page.body.isVisible() and wanted not in bench.state.pack.loaded
    rows.opened.emit(rows.rows[0].opens, wanted)
    assert rows.rows[0].detail != "" and data.is_busy()
    until(lambda: not data.is_busy())
    bench.done()
    assert wanted in bench.state.pack.loaded
    assert bench.page.body.isVisible() and bench.page.source.flows.chosen == OPEN
    assert bench.page.source.zones.chosen == PLACES
    cities = [city.code for city in bench.state.pack.cities]
    assert [row.key for row in bench.page.cities.rows] == cities
    assert wanted not in [row.key for row in bench.page.source.datasets.rows]
    bench.desk._choose(cities[0])
    source = bench.state.pack.loaded[wanted].source
    assert bench.page.out.isVisible() and source.title in bench.page.out.chart._chart.told[0][0]


def test_what_could_not_be_fetched_can_be_asked_again(fetching):
    bench, data = fetching
    bench.show()
    rows = bench.page.source.datasets
    for service in read_catalogue(bench.state.path).services:
        settings.set_address(service.id, "http://127.0.0.1:9/")
    before = rows.rows[0].detail
    rows.opened.emit(rows.rows[0].opens, rows.rows[0].key)
    during = rows.rows[0].detail
    until(lambda: not data.is_busy())
    bench.done()
    assert during != before == rows.rows[0].detail and not bench.page.body.isVisible()
