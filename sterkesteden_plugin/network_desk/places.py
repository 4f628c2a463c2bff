# SPDX-License-Identifier: GPL-2.0-or-later
"""Which zones there are on the map for the codes of a table: layers of the project, or places of the open file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..i18n import tr
from ..maps.network_layers import NETWORK_PROPERTY
from ..store.schema import CRS

if TYPE_CHECKING:
    from qgis.core import QgsFeature, QgsFeatureIterator, QgsFields, QgsGeometry

    from ..networks.zones import Zones
    from ..story.model import Pack

PLACES = "places"  # the key of the places of the file
_LOOKED_AT = 1000  # rows of a layer, to see what is in it
_KINDS = (QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.PointGeometry)


@dataclass(frozen=True)
class ZoneSource:
    """Where zones come from: a layer (its id is the key) and its columns, or the places of the file."""

    key: str
    title: str
    found: int  # how many of the codes it has
    code: str = ""
    name: str = ""


def zone_sources(project: QgsProject, pack: Pack, codes: Collection[str]) -> list[ZoneSource]:
    """What has zones for these codes, that with the most first."""
    known = set(codes)
    found = [one for one in (_in_layer(layer, known) for layer in _layers(project)) if one is not None]
    keys = {place.key for place in pack.places if place.located and place.key in known}
    if keys:
        found.append(ZoneSource(PLACES, tr("Places of this file"), len(keys)))
    return sorted(found, key=lambda one: -one.found)


def read_places(pack: Pack, geometries: Mapping[str, QgsGeometry], codes: Collection[str]) -> Zones:
    """The zones that are places of the file."""
    from ..networks.zones import Zones

    known = set(codes)
    places = {p.key: p for p in pack.places if p.key in known and p.id in geometries}
    keys = tuple(sorted(key for key in places if key))
    shapes = tuple(geometries[places[key].id] for key in keys)
    are_areas = all(QgsWkbTypes.geometryType(one.wkbType()) == _KINDS[0] for one in shapes)
    crs = QgsCoordinateReferenceSystem(CRS)
    return Zones(keys, tuple(places[key].name for key in keys), shapes, crs, are_areas, len(keys))


class LayerRows:
    """The rows of a layer as another thread may read them."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._source = QgsVectorLayerFeatureSource(layer)
        self._fields, self._crs, self._kind = layer.fields(), layer.crs(), layer.wkbType()

    def fields(self) -> QgsFields:
        return self._fields

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:
        return self._crs

    def wkbType(self) -> QgsWkbTypes.Type:
        return self._kind

    def getFeatures(self, request: QgsFeatureRequest) -> QgsFeatureIterator:
        return self._source.getFeatures(request)


def _layers(project: QgsProject) -> Iterator[QgsVectorLayer]:
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        shows = isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.geometryType() in _KINDS
        if shows and not layer.customProperty(NETWORK_PROPERTY):
            yield layer


def _in_layer(layer: QgsVectorLayer, known: set[str]) -> ZoneSource | None:
    """The layer, where a column of it has these codes, each on about one row."""
    from ..networks.zones import code_of, name_column

    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(_LOOKED_AT)
    names = layer.fields().names()
    hits: dict[str, list[str]] = {name: [] for name in names}
    rows: Iterator[QgsFeature] = iter(layer.getFeatures(request))
    for feature in rows:
        for name, value in zip(names, feature.attributes()):
            code = code_of(value)
            if code in known:
                hits[name].append(code)
    best = max(names, key=lambda name: len(set(hits[name])), default="")
    found = hits.get(best, [])
    if not found or len(set(found)) * 2 < len(found):
        return None
    return ZoneSource(layer.id(), layer.name(), len(set(found)), best, name_column(layer.fields()))
