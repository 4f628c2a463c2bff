# SPDX-License-Identifier: GPL-2.0-or-later
"""The project inside the GeoPackage, in the real QGIS, without the plugin."""

from __future__ import annotations

import pytest

from tests.e2e.launch import launch

pytestmark = pytest.mark.e2e


def test_the_project_in_the_file_is_pleasant_without_the_plugin(qgis_app, real_pack, real_pack_file, tmp_path):
    from sterkesteden_plugin.maps.gpkg_project import write_project

    uri = write_project(real_pack_file, real_pack)
    env = {"STERKESTEDEN_PACK": str(real_pack_file), "STERKESTEDEN_PROJECT": uri}
    result = launch("plain_project.py", plugin_dir=None, workdir=tmp_path / "run", env=env)
    assert result.ok, result.explain()
    said = result.record["record"]
    assert said["forms"]["item"] == ["Tekst", "Plaatsen", "Thema’s", "Nu", "Bron", "Geschiedenis"]
    fonts = [text for _tag, text, _level in result.record["messages"] if "ettertype" in text]
    assert fonts == [], "no font of another machine is asked for"
