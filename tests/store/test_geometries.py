# SPDX-License-Identifier: GPL-2.0-or-later
"""The geometries of the places."""

import pytest

from sterkesteden_plugin.store.errors import StoreError
from sterkesteden_plugin.store.geometries import read_geometries


def test_every_located_place_of_the_real_pack_has_a_geometry(real_pack, real_pack_file, qgis_app):
    located = {place.id for place in real_pack.places if place.located}
    assert set(read_geometries(real_pack_file)) == located


def test_coordinates_are_metres_in_the_netherlands(real_pack, real_pack_file, qgis_app):
    box = read_geometries(real_pack_file)[real_pack.area].boundingBox()
    assert 190_000 < box.xMinimum() < box.xMaximum() < 290_000
    assert 500_000 < box.yMinimum() < box.yMaximum() < 600_000


def test_a_file_that_is_no_geopackage_is_told(tmp_path, qgis_app):
    (tmp_path / "leeg.gpkg").write_bytes(b"")
    with pytest.raises(StoreError) as caught:
        read_geometries(tmp_path / "leeg.gpkg")
    assert "leeg.gpkg" in caught.value.message
