# SPDX-License-Identifier: GPL-2.0-or-later
"""The flows between all municipalities, as the catalogue asks them: one year, no zeros, in parts that fit."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from qgis.core import QgsFeedback, QgsNetworkAccessManager

from sterkesteden_plugin.services.clients import client_for
from sterkesteden_plugin.services.errors import Changed
from sterkesteden_plugin.services.loader import load
from sterkesteden_plugin.services.page import Wanted
from sterkesteden_plugin.store.catalogue import read_catalogue
from tests.services.datasets import fetcher, told
from tests.services.servers.statline import Dimension, StatLineServer, Table

MUNICIPALITIES = [f"GM{number:04}" for number in range(250)]
OTHERS = ["NL00", *(f"PV{number}" for number in range(20, 32)), *(f"CR{number:02}" for number in range(1, 41))]
YEARS = ["2021JJ00", "2022JJ00", "2023JJ00"]


def jobs(home, work, year):
    """Some, none, or a cell that is empty."""
    number = (7 * home + 3 * work + year) % 10
    return None if number == 9 else 0.0 if number > 1 else 0.1 + number


@pytest.fixture(scope="module")
def table():
    regions = {code: f"Gemeente {code}" for code in (*OTHERS, *MUNICIPALITIES)}
    values = {
        (home, work, year): jobs(i, j, k) if home[:2] == work[:2] == "GM" else 999.9
        for i, home in enumerate(regions)
        for j, work in enumerate(regions)
        for k, year in enumerate(YEARS)
    }
    dimensions = (
        Dimension("WoonregioS", "GeoDimension", regions),
        Dimension("WerkregioS", "GeoDimension", regions),
        Dimension("Perioden", "TimeDimension", {year: year[:4] for year in reversed(YEARS)}, frozenset(YEARS[-1:])),
    )
    return Table("85481NED", dimensions, "BanenVanWerknemers_1", "Banen van werknemers", values)


@pytest.fixture()
def cbs(qgis_app, table):
    QgsNetworkAccessManager.instance()
    with StatLineServer([table, replace(table, id="83628NED")]) as server:
        yield server


def at(server, dataset):
    return replace(dataset, service=replace(dataset.service, url=server.v3))


def wanted_rows(table, year):
    chosen = {codes: value for codes, value in table.values.items() if codes[2] == year and value}
    return {codes: value for codes, value in chosen.items() if codes[0][:2] == codes[1][:2] == "GM"}


@pytest.mark.parametrize(("name", "year"), [("pendel-landelijk", YEARS[-1]), ("pendel-landelijk-2014", YEARS[0])])
def test_every_pair_of_municipalities_with_jobs_comes_once_of_one_year(cbs, table, real_pack_file, name, year):
    dataset = at(cbs, read_catalogue(real_pack_file).dataset_by_id[name])
    pages = list(client_for(fetcher(), dataset.service).pages(dataset, Wanted()))
    rows = [row for page in pages for row in page.rows]
    found = {(r["WoonregioS"], r["WerkregioS"], r["Perioden"]): r["BanenVanWerknemers_1"] for r in rows}
    assert len(rows) == len(found) and found == wanted_rows(table, year)
    assert 0 < cbs.most_rows_sent <= 10_000
    asked = [one for one in cbs.requests if "$filter" in one.query]
    assert len(asked) <= 16 and all(len(one.target) < 2000 for one in asked)


def test_they_are_loaded_into_a_file_that_stays_small(cbs, table, real_pack_file):
    before = real_pack_file.stat().st_size
    catalogue = read_catalogue(real_pack_file)
    dataset = at(cbs, catalogue.dataset_by_id["pendel-landelijk"])

    def loaded():
        return load(
            dataset,
            catalogue,
            lambda one: client_for(fetcher(), one.service),
            Wanted(),
            real_pack_file,
            "Anna",
            QgsFeedback(),
            lambda *_: None,
        )

    count = len(wanted_rows(table, YEARS[-1]))
    assert loaded().load.added == count > 10_000
    with closing(sqlite3.connect(real_pack_file)) as db:
        assert db.execute("SELECT count(*) FROM open_pendel_landelijk WHERE banen > 0").fetchone() == (count,)
        (told_one_by_one,) = db.execute("SELECT count(*) FROM lading_rij WHERE tabel LIKE 'open_%'").fetchone()
    assert told_one_by_one == 0
    assert real_pack_file.stat().st_size - before < 250 * count
    again = loaded().load
    assert (again.added, again.changed, again.removed, again.unchanged) == (0, 0, 0, count)


def test_nothing_but_zeros_is_not_the_truth(cbs, table, real_pack_file):
    cbs.tables["85481NED"] = replace(table, values=dict.fromkeys(table.values, 0.0))
    dataset = at(cbs, read_catalogue(real_pack_file).dataset_by_id["pendel-landelijk"])
    message, _ = told(Changed, client_for(fetcher(), dataset.service).pages(dataset, Wanted()))
    assert "gives an empty list" in message
