# SPDX-License-Identifier: GPL-2.0-or-later
"""The geometries of the places of a pack."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from .schema import GEOMETRIES


def read_geometries(path: Path) -> dict[str, QgsGeometry]:
    """Return place id to geometry in the CRS of the schema; a geometry that is empty or unreadable is left out."""
    found: dict[str, QgsGeometry] = {}
    options = QgsVectorLayer.LayerOptions(False, False)
    for table in GEOMETRIES:
        layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr", options)
        if not layer.isValid():
            continue
        column = layer.fields().indexOf("id")
        request = QgsFeatureRequest().setSubsetOfAttributes([column])
        for feature in layer.getFeatures(request):
            geometry = feature.geometry()
            box = geometry.boundingBox()
            if not geometry.isEmpty() and box.isFinite():
                found[str(feature[column])] = QgsGeometry(geometry)
    return found
