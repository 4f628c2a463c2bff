# SPDX-License-Identifier: GPL-2.0-or-later
"""The geometries of a pack: its places, and what workshops marked."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsProviderRegistry, QgsVectorLayer

from ..i18n import tr
from .errors import StoreError
from .schema import SPATIAL


def read_geometries(path: Path) -> dict[str, QgsGeometry]:
    """Return the id of each place and workshop point to its geometry in the CRS of the schema.

    A geometry that is empty or unreadable is left out. Raises StoreError where the tables cannot be opened.
    """
    found: dict[str, QgsGeometry] = {}
    options = QgsVectorLayer.LayerOptions(False, False)
    for table in SPATIAL:
        uri = QgsProviderRegistry.instance().encodeUri("ogr", {"path": str(path), "layerName": table})
        layer = QgsVectorLayer(uri, table, "ogr", options)
        if not layer.isValid():
            raise StoreError(
                tr("The file {} cannot be read.").format(path.name),
                tr("Check that it is a file and that you may read it, or choose another."),
                (f"table {table} cannot be opened",),
            )
        column = layer.fields().indexOf("id")
        request = QgsFeatureRequest().setSubsetOfAttributes([column])
        for feature in layer.getFeatures(request):
            geometry = feature.geometry()
            box = geometry.boundingBox()
            if not geometry.isEmpty() and box.isFinite():
                found[str(feature[column])] = QgsGeometry(geometry)
    return found
