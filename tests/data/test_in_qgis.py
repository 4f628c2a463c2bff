# SPDX-License-Identifier: GPL-2.0-or-later
"""The views as QGIS sees them: simple (cities) and put together (places of items)."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer


@pytest.fixture(params=["steden_punt", "plekken_vlak"])
def layer(request: pytest.FixtureRequest, small_pack_file: Path, qgis_app: object) -> QgsVectorLayer:
    found = QgsVectorLayer(f"{small_pack_file}|layername={request.param}", request.param, "ogr")
    assert found.isValid()
    return found


def test_features_are_found_by_id_selection_rectangle_and_filter(layer: QgsVectorLayer):
    features = list(layer.getFeatures())
    assert len(features) == layer.featureCount() == 3
    assert layer.crs().authid() == "EPSG:28992"
    for feature in features:
        assert layer.getFeature(feature.id())["id"] == feature["id"]
        layer.selectByIds([feature.id()])
        assert [f["id"] for f in layer.selectedFeatures()] == [feature["id"]]
        layer.selectByExpression(QgsExpression.createFieldEqualityExpression("id", feature["id"]))
        assert layer.selectedFeatureIds() == [feature.id()]
        request = QgsFeatureRequest().setFilterRect(feature.geometry().boundingBox().buffered(1))
        assert [f["id"] for f in layer.getFeatures(request)] == [feature["id"]]
    assert layer.setSubsetString(f"\"id\" = '{features[1]['id']}'")
    assert [f.id() for f in layer.getFeatures()] == [features[1].id()]


def test_qgis_shows_metadata_and_style_of_the_file(layer: QgsVectorLayer):
    metadata = layer.metadata()
    assert metadata.title() in ("Drie steden", "Gebieden")
    assert metadata.licenses() == ["CC0"]
    assert metadata.crs().authid() == "EPSG:28992"
    assert metadata.history()[0] == "Bron: Proefbron, Makers van Sterke Steden, 2020-01-01"
    assert layer.listStylesInDatabase()[0] == 1
    message, loaded = layer.loadDefaultStyle()
    assert loaded, message
