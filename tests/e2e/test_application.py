# SPDX-License-Identifier: GPL-2.0-or-later
"""The real application under Xvfb. What each driver looks at stands in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sterkesteden_plugin.store.schema import SCHEMA_VERSION
from tests.e2e.launch import launch
from tests.e2e.services_beside import services_beside

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "build" / "plugin" / "sterkesteden_plugin"

pytestmark = pytest.mark.e2e


@pytest.fixture()
def drive(small_pack_file, tmp_path):
    """Run a driver in QGIS; fail with its own words."""

    def run(script, **more):
        env = {"STERKESTEDEN_PACK": str(small_pack_file), **more.pop("env", {})}
        result = launch(script, plugin_dir=PLUGIN, workdir=more.pop("workdir", tmp_path / "run"), env=env, **more)
        assert result.ok, result.explain()
        return result.record["record"]

    return run


@pytest.fixture(scope="module")
def toured():
    """The tour of `make run`: its folder, and what it noted."""
    workdir = ROOT / "build" / "tour"
    with services_beside() as services:
        result = launch("tour.py", plugin_dir=PLUGIN, workdir=workdir, env=services, timeout=600)
    assert result.ok, result.explain()
    return workdir, result.record["record"]


def test_the_tour(toured):
    workdir, said = toured
    assert said["letters"] == ["H", "E", "M", "A"]
    assert list(said["cities"]) == ["hoogeveen", "emmen", "meppel", "assen"]
    for city, seen in said["cities"].items():
        assert seen["opened"] == f"{city}-o1"
        assert seen["marked"] > 0
        assert (workdir / f"1{list(said['cities']).index(city) + 1}-{city}.png").stat().st_size > 20_000
    assert not (workdir / "error.png").exists()


def test_the_tour_loads_open_data_from_services_beside_qgis(toured):
    workdir, said = toured
    assert set(said["loaded"]) >= {"gemeenten", "wijken", "spoorlijnen", "stations", "pendel", "banen-sector"}
    assert min(said["loaded"].values()) > 0
    assert {"bereikbaar", "veranderd", "verdwenen"} == set(said["findings"].values())
    before, after = ((workdir / f"{name}.png").read_bytes() for name in ("61-before", "62-after"))
    assert before != after


def test_a_project_of_version_0_1_0_is_brought_up_to_date_when_it_is_opened(toured):
    workdir, said = toured
    folder, told = workdir / "oud", said["older"]
    assert told["title"] == "Onze eigen woorden!", "the user's own title, and what was added to it afterwards"
    assert all(told["layers"].values()), "every layer of the project gives features"
    assert version(folder / "sterkesteden.gpkg") == told["schema"] == SCHEMA_VERSION
    backup = folder / told["backup"]
    assert version(backup) == 1
    with closing(sqlite3.connect(backup)) as db:
        titles = [title for (title,) in db.execute("SELECT titel FROM item")]
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert "Onze eigen woorden" in titles
    assert "geschiedenis" not in tables


def version(path):
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT schema_versie FROM pakket").fetchone()[0]


def test_loading_and_unloading_three_times_leaves_nothing_behind(drive):
    drive("lifecycle.py")


def test_a_second_pack_says_that_it_names_no_open_data(drive):
    said = drive("second_pack.py", locale="en")
    assert said["head"][-1] == "This file names no data that can be fetched."
    assert said["layers"] == said["wanted"]


def test_bad_files_are_told_and_change_nothing(drive):
    said = drive("bad_input.py")
    assert "999" in said["nieuwer.gpkg"]
    assert len(set(said.values())) == len(said), "each fault has words of its own"


def test_the_panel_is_where_it_was_left(drive, tmp_path):
    workdir = tmp_path / "twice"
    first = drive("dock_place.py", workdir=workdir, env={"STERKESTEDEN_TURN": "first"})
    assert first == {"visible": False, "left": False}
    second = drive("dock_place.py", workdir=workdir, keep_profile=True, env={"STERKESTEDEN_TURN": "second"})
    assert second == {"visible": True, "left": True}
