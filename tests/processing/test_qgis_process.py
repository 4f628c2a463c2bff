# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin as it is shipped, in a real qgis_process, in English and Dutch."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.servers.locatieserver import Locatieserver
from tests.services.servers.ogcapi import OgcApiServer

pytestmark = pytest.mark.e2e


def test_the_algorithms_are_listed_and_explained(command):
    listed = command("list")
    assert "sterkesteden:addressestopoints" in listed and "sterkesteden:loadopendata" in listed
    assert "Licence: CC BY 4.0." in command("help", "sterkesteden:loadopendata")


def test_addresses_become_points(command, tmp_path):
    source, target = tmp_path / "lijst.csv", tmp_path / "uit.geojson"
    source.write_text("naam,postcode,huisnummer\nstad,7811MA,12\nniets,7811MA,88\n", encoding="utf-8")
    words = ("run", "sterkesteden:addressestopoints", f"--INPUT={source}", f"--OUTPUT={target}")
    with Locatieserver() as server:
        said = command(*words, f"--NOT_FOUND={tmp_path / 'niet.csv'}", pdok_locatieserver=server.base)
    assert "1 addresses found, 0 of these uncertain; 1 not found." in said
    assert "Noorderplein 12, 7811MA Emmen" in target.read_text(encoding="utf-8")
    (missed,) = (tmp_path / "niet.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert missed.startswith("niets,7811MA,") and "The service does not know it." in missed


def test_data_sets_come_into_a_file(command, real_pack_file):
    words = ("run", "sterkesteden:loadopendata", f"--FILE={real_pack_file}")
    with OgcApiServer() as server:
        said = command(*words, "--DATASETS=wijken", pdok_wijken_buurten=server.base)
        assert "Wijken met kerncijfers: 5 added." in said and "ADDED:\t5" in said
        server.close()
        failed = command(*words, "--DATASETS=wijken,spoorlijnen", fails=True, pdok_spoorwegen=server.base)
    assert "data sets were not fetched" in failed and "spoorlijnen" in failed
    with closing(sqlite3.connect(Path(real_pack_file))) as db:
        assert db.execute("SELECT count(*) FROM open_wijken").fetchone() == (5,)


def test_what_cannot_be_done_is_said_and_ends_with_a_code(command, tmp_path):
    words = ("run", "sterkesteden:loadopendata", f"--FILE={tmp_path / 'none.gpkg'}", "--DATASETS=wijken")
    assert "none.gpkg" in command(*words, fails=True)
    words = ("run", "sterkesteden:loadopendata", f"--FILE={tmp_path / 'none.gpkg'}", "--DATASETS=panden")
    assert "BAG panden" in command(*words, fails=True)
