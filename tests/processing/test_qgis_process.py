# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin as it is shipped, in a real qgis_process, in English and Dutch."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.launch import FOREIGN
from tests.services.servers.locatieserver import Locatieserver
from tests.services.servers.ogcapi import OgcApiServer

pytestmark = pytest.mark.e2e
NAME = "sterkesteden_plugin"


@pytest.fixture()
def command(plugin_dir, tmp_path):
    """`command(words…)`: what it said; the services named are asked at these addresses."""
    # Debian's wrapper of 3.22 does not find its own library.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not installed")
    profile = tmp_path / "config" / "profiles" / "default"
    shutil.copytree(plugin_dir, profile / "python" / "plugins" / NAME)
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    env = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    env.update(
        QGIS_CUSTOM_CONFIG_PATH=str(tmp_path / "config"),
        HOME=str(tmp_path),
        XDG_RUNTIME_DIR=str(runtime),
        QT_QPA_PLATFORM="offscreen",
        LC_ALL="C.UTF-8",
    )

    def run(*words, fails=False, language="en", **addresses):
        (profile / "QGIS").mkdir(exist_ok=True)
        lines = [f"services\\{service.replace('_', '-')}\\address={url}" for service, url in addresses.items()]
        head = f"[PythonPlugins]\n{NAME}=true\n[locale]\noverrideFlag=true\nuserLocale={language}\n[sterkesteden]"
        (profile / "QGIS" / "QGIS3.ini").write_text("\n".join([head, *lines, ""]), encoding="utf-8")
        done = subprocess.run([program, *words], env=env, capture_output=True, text=True, timeout=120)
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        return done.stdout + done.stderr

    return run


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
