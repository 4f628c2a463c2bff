# SPDX-License-Identifier: GPL-2.0-or-later
"""sterkesteden:loadopendata into a copy of the pack, from a server of the tests."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import time
from contextlib import closing

import pytest
from qgis import processing
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProject, QgsVectorLayer

from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.tables import uri_of
from tests.services.servers.faults import hang
from tests.services.servers.ogcapi import OgcApiServer

NAME = "sterkesteden:loadopendata"


@pytest.fixture()
def server(at):
    with OgcApiServer() as server:
        at(server.base)
        yield server


@pytest.fixture()
def copy(real_pack_file, tmp_path):
    return shutil.copy(real_pack_file, tmp_path / "mine.gpkg")


def run(path, log, *datasets, **more):
    return processing.run(NAME, {"FILE": str(path), "DATASETS": list(datasets), **more}, feedback=log)


def rows(path):
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT wijkcode, aantal_inwoners FROM open_wijken ORDER BY wijkcode").fetchall()


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def numbers(result):
    return [result[name] for name in ("ADDED", "CHANGED", "REMOVED", "UNCHANGED")]


def test_a_data_set_comes_into_the_file_and_the_log_says_what_it_did(server, copy, log):
    result = run(copy, log, "wijken")
    assert numbers(result) == [5, 0, 0, 0] and result["FILE"] == str(copy)
    assert len(rows(copy)) == 5
    (load,) = read_pack(copy).loads
    assert (load.dataset, load.count) == ("wijken", 5) and load.user
    assert "Wijken met kerncijfers: 5 added." in log.text
    assert log.steps == sorted(log.steps) and log.steps


def test_a_second_run_changes_only_what_changed(server, copy, log):
    run(copy, log, "wijken")
    before = rows(copy)
    server.features[2]["properties"]["aantal_inwoners"] = 7
    del server.features[4]
    assert numbers(run(copy, log, "wijken")) == [0, 1, 1, 3]
    assert rows(copy) == [*before[:2], (before[2][0], 7), before[3]]
    assert "Wijken met kerncijfers: 1 changed, 1 removed, 3 the same." in log.text


def test_one_that_fails_is_told_at_the_end_and_the_others_are_in_the_file(server, copy, log):
    with pytest.raises(QgsProcessingException, match=r"1 of 2 data sets were not fetched: spoorlijnen\."):
        run(copy, log, "spoorlijnen", "wijken")
    assert len(rows(copy)) == 5
    (error,) = log.errors
    assert error.startswith("spoorlijnen: ") and error.count(".") >= 2


def test_what_is_too_large_wants_an_extent(server, copy, log):
    with pytest.raises(QgsProcessingException, match="Choose an extent: BAG panden"):
        run(copy, log, "panden")
    assert not server.requests
    with pytest.raises(QgsProcessingException, match="were not fetched: panden"):
        run(copy, log, "panden", EXTENT="6.5,6.6,52.9,53.0 [EPSG:4326]")
    assert server.requests


def test_cancelling_ends_it_within_a_second_and_leaves_the_file_as_it_was(server, copy, log, in_task):
    server.fail(hang, times=None)
    before, begin = digest(copy), []

    def work():
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(NAME)
        return algorithm.run({"FILE": str(copy), "DATASETS": ["wijken", "panden"]}, QgsProcessingContext(), log)

    def cancel():
        server.wait_for_requests(1)
        begin.append(time.monotonic())
        log.cancel()

    done = in_task(work, cancel)
    assert time.monotonic() - begin[0] < 1
    results, is_well = done.get()
    assert is_well and numbers(results) == [0, 0, 0, 0] and not log.errors
    assert digest(copy) == before


def test_who_listens_hears_of_each_data_set(server, copy, log, provider):
    heard = []
    provider.loaded.connect(lambda path, dataset: heard.append((path, dataset)))
    run(copy, log, "wijken")
    assert heard == [(str(copy), "wijken")]


def test_a_file_that_does_not_know_the_data_set(server, small_pack_file, log):
    with pytest.raises(QgsProcessingException):
        run(small_pack_file, log, "wijken")
    assert "small.gpkg does not know the data set “wijken”." in log.errors[0]


def test_a_file_that_is_not_ours_or_may_not_be_written(server, copy, tmp_path, log):
    other = tmp_path / "other.gpkg"
    other.write_bytes(b"x" * 100)
    with pytest.raises(QgsProcessingException, match=r"other\.gpkg"):
        run(other, log, "wijken")
    copy.chmod(0o444)
    with pytest.raises(QgsProcessingException, match="read-only"):
        run(copy, log, "wijken")


def test_a_dialog_begins_with_the_file_of_the_project(server, copy):
    layer = QgsVectorLayer(uri_of("plaats_punt", copy), "plaatsen", "ogr")
    assert layer.isValid()
    layer.setCustomProperty("sterkesteden/laag", "plaatsen")
    QgsProject.instance().addMapLayer(layer)
    try:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(NAME)
        assert algorithm.parameterDefinition("FILE").defaultValueForGui() == str(copy)
    finally:
        QgsProject.instance().clear()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(NAME)
    assert not algorithm.parameterDefinition("FILE").defaultValueForGui()
