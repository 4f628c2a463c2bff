# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip in a clean profile, and the whole tour with a pack of other cities."""

import shutil

import pytest

from tests.e2e.launch import launch
from tools.package import write

pytestmark = pytest.mark.e2e


def test_the_zip_installs_in_a_clean_profile_and_works_in_dutch(plugin_dir, tmp_path):
    archive = write(plugin_dir, tmp_path / "plugin.zip")
    result = launch("zip_install.py", plugin_dir=None, workdir=tmp_path, env={"STERKESTEDEN_ZIP": str(archive)})
    assert result.ok, result.explain()
    assert result.record["record"]["letters"] == list("HEMA")
    assert result.record["record"]["action"] == "Sterke Steden openen"


def test_a_pack_of_three_other_cities_passes_the_same_tour(plugin_dir, small_pack_file, tmp_path):
    changed = tmp_path / plugin_dir.name
    shutil.copytree(plugin_dir, changed)
    shutil.copyfile(small_pack_file, changed / "data" / "sterkesteden.gpkg")
    result = launch("tour.py", plugin_dir=changed, workdir=tmp_path / "tour", timeout=600)
    assert result.ok, result.explain()
    assert len(result.record["record"]["letters"]) == 3
