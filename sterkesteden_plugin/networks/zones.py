# SPDX-License-Identifier: GPL-2.0-or-later
"""Zones from a layer: a code, a name and a geometry for each, and which of them touch."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsSpatialIndex,
    QgsWkbTypes,
)

if TYPE_CHECKING:
    import numpy as np

# What a column with codes or names is called, the likeliest first.
_CODES = ("statcode", "gemeentecode", "wijkcode", "buurtcode", "gm_code", "gwb_code", "postcode4", "pc4", "code")
_NAMES = ("statnaam", "gemeentenaam", "wijknaam", "buurtnaam", "gm_naam", "naam", "name")


@dataclass(frozen=True, eq=False)
class Zones:
    """N zones, sorted by code. `rows` and `without_code` are how many rows were read, and how many had no code."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    geometries: tuple[QgsGeometry, ...]  # parts with the same code are one; empty where the layer has none
    crs: QgsCoordinateReferenceSystem
    are_areas: bool
    rows: int = 0
    without_code: int = 0

    @property
    def kind(self) -> QgsWkbTypes.Type:
        """What the geometries are, for a layer of them."""
        return QgsWkbTypes.Type.MultiPolygon if self.are_areas else QgsWkbTypes.Type.Point

    def places(self) -> np.ndarray:
        """A point in each zone, float64 (N, 2) in the CRS of the layer; NaN where it has no geometry."""
        import numpy as np

        places = np.full((len(self.codes), 2), np.nan)
        for number, geometry in enumerate(self.geometries):
            point = geometry.pointOnSurface() if self.are_areas else geometry.centroid()
            if not point.isEmpty():
                places[number] = point.asPoint().x(), point.asPoint().y()
        return places

    def metres(self) -> np.ndarray:
        """The same in metres, to measure distances: degrees as they lie around the middle of the zones."""
        import numpy as np

        places = self.places()
        if self.crs.isGeographic() and len(places):
            latitude = float(np.nanmean(places[:, 1])) if np.isfinite(places[:, 1]).any() else 0.0
            places = places * [111_320 * cos(radians(latitude)), 110_574]
        return places

    def neighbours(self, cancelled: Callable[[], bool]) -> np.ndarray:
        """The pairs of areas that share a border, int64 (E, 2), the lower position first. None of points."""
        import numpy as np

        from ..tables.stopping import Stopped

        pairs: list[tuple[int, int]] = []
        if self.are_areas:
            index = QgsSpatialIndex()
            for number, geometry in enumerate(self.geometries):
                feature = QgsFeature(number)
                feature.setGeometry(geometry)
                index.addFeature(feature)
            for number, geometry in enumerate(self.geometries):
                if cancelled():
                    raise Stopped
                engine = QgsGeometry.createGeometryEngine(geometry.constGet())
                engine.prepareGeometry()
                near = (other for other in sorted(index.intersects(geometry.boundingBox())) if other > number)
                pairs += [(number, other) for other in near if engine.intersects(self.geometries[other].constGet())]
        return np.array(pairs, np.int64).reshape(-1, 2)


def code_column(fields: QgsFields, source: QgsProcessingFeatureSource, codes: Collection[str]) -> str:
    """The column that holds the most of these codes; where none holds any, the one that is named so, or "".

    A column that is known to hold names is not among them: names that are the same need not be the same zone.
    """
    names = [name for name in fields.names() if name.lower() not in _NAMES]
    hits = dict.fromkeys(names, 0)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    known = set(codes)
    places = [(name, fields.lookupField(name)) for name in names]
    for feature in source.getFeatures(request):
        attributes = feature.attributes()
        for name, place in places:
            hits[name] += code_of(attributes[place]) in known
    best = max(names, key=lambda name: hits[name], default="")
    return best if hits.get(best) else _called(fields, _CODES)


def name_column(fields: QgsFields) -> str:
    """The column with the names of zones, by its own name; "" if there is none."""
    return _called(fields, _NAMES)


def _called(fields: QgsFields, wanted: tuple[str, ...]) -> str:
    there = {name.lower(): name for name in fields.names()}
    return next((there[name] for name in wanted if name in there), "")


def code_of(value: object) -> str:
    """A value of a column as a code: without spaces around it, and without the decimals that a spreadsheet adds."""
    if value is None or value == NULL:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def read_zones(source: QgsProcessingFeatureSource, code: str, name: str, cancelled: Callable[[], bool]) -> Zones:
    """The zones of a layer by its columns `code` and `name` ("": the code is the name)."""
    from ..tables.stopping import Stopped

    fields = source.fields()
    at, named = fields.lookupField(code), fields.lookupField(name) if name else -1
    parts: dict[str, list[QgsGeometry]] = {}
    names: dict[str, str] = {}
    rows = without = 0
    for feature in source.getFeatures(QgsFeatureRequest()):
        if cancelled():
            raise Stopped
        rows += 1
        attributes = feature.attributes()
        key = code_of(attributes[at])
        if not key:
            without += 1
            continue
        parts.setdefault(key, []).append(QgsGeometry(feature.geometry()))
        label = code_of(attributes[named]) if named >= 0 else ""
        names[key] = names.get(key) or label
    codes = tuple(sorted(parts))
    are_areas = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
    return Zones(
        codes,
        tuple(names[key] or key for key in codes),
        tuple(_one(parts[key], are_areas) for key in codes),
        source.sourceCrs(),
        are_areas,
        rows,
        without,
    )


def _one(parts: list[QgsGeometry], are_areas: bool) -> QgsGeometry:
    """The parts of a zone as one geometry: areas as one of many parts, points as the point in their middle."""
    there = [part for part in parts if not part.isEmpty()]
    if not there:
        return QgsGeometry()
    one = QgsGeometry(there[0]) if len(there) == 1 else QgsGeometry.unaryUnion(there)
    if not are_areas:
        return one.centroid()
    one.get().dropZValue()
    one.get().dropMValue()
    one.convertToMultiType()
    return one
