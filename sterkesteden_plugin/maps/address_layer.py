# SPDX-License-Identifier: GPL-2.0-or-later
"""From addresses in a layer to points in a layer: what is read of the one, and what is put into the other."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsVectorLayer

from ..services.address_list import Address, Located, cell
from ..store.schema import CRS

_FIELDS = "field=adres:string&field=gevonden:string&field=score:double&field=zeker:boolean&field=gemeentecode:string"


def addresses_of(layer: QgsVectorLayer, address: str, number: str) -> list[Address]:
    """One for each row that has any; `number` is the column of the house number, "" where the address has all."""
    columns = [name for name in (address, number) if name]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(columns, layer.fields())
    found = []
    for feature in layer.getFeatures(request):
        values = [cell(feature[name]) for name in columns]
        if values[0]:
            found.append(Address(postcode=values[0], number=values[1]) if number and values[1] else Address(values[0]))
    return found


def point_layer(located: Sequence[Located], title: str) -> QgsVectorLayer:
    """A scratch layer with a row for each address; one that was not found has no point."""
    layer = QgsVectorLayer(f"Point?crs={CRS}&{_FIELDS}", title, "memory")
    features = []
    for one in located:
        feature, hit = QgsFeature(layer.fields()), one.hit
        feature["adres"], feature["zeker"] = one.address.words, one.certain
        if hit is not None:
            feature["gevonden"], feature["score"] = hit.name, hit.score
            feature["gemeentecode"] = str(hit.fields.get("gemeentecode") or "") or None
            if hit.x is not None and hit.y is not None:
                feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(hit.x, hit.y)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer
