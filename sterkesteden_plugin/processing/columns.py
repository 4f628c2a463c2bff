# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer as columns of NumPy: places and the fields that are asked for, for computations on very many rows.

What GDAL reads by itself comes as its Arrow stream (GDAL 3.6 and newer), a hundred thousand rows at once; all else
feature by feature, with the same result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsLineString,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from ..store.errors import StoreError

if TYPE_CHECKING:
    import numpy as np

_AT_ONCE = 100_000
_POINT = [("order", "u1"), ("kind", "<u4"), ("x", "<f8"), ("y", "<f8")]


@dataclass(frozen=True, eq=False)
class Texts:
    """A column of texts: the distinct ones, sorted, and of each row (int64, P) the place of its own; -1 for none."""

    labels: tuple[str, ...]
    position: np.ndarray

    def all(self) -> list[str | None]:
        """The text of each row."""
        every = [*self.labels, None]
        return [every[place] for place in self.position.tolist()]


@dataclass(frozen=True, eq=False)
class Columns:
    """P rows of a layer."""

    ids: np.ndarray  # int64 (P,): of the features
    x: np.ndarray  # float64 (P,), NaN where there is no geometry
    y: np.ndarray
    numbers: dict[str, np.ndarray]  # float64 (P,), NaN for no number
    texts: dict[str, Texts]


def read(
    source: Any,
    numbers: Sequence[str] = (),
    texts: Sequence[str] = (),
    layer: QgsVectorLayer | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Columns | None:
    """The rows of `source` (whatever has fields() and getFeatures()) in its own CRS; None if it was cancelled.

    Of what is no point, the place is a point on it. Where `source` is the whole of `layer`, name that too, for speed.
    """
    fields = list(dict.fromkeys([*numbers, *texts]))
    pieces = None
    if layer is not None and _is_plain(layer, fields):
        pieces = _by_arrow(layer, fields, cancelled)
    if pieces is None:
        pieces = _by_feature(source, fields, cancelled)
    return None if cancelled() else _joined(pieces, numbers, texts)


def moved(
    x: np.ndarray,
    y: np.ndarray,
    crs: QgsCoordinateReferenceSystem,
    to: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> tuple[np.ndarray, np.ndarray]:
    """Places (P,) in another CRS; NaN stays NaN. Raises StoreError where they cannot be told in it."""
    import numpy as np

    if crs == to or not crs.isValid() or not to.isValid() or not len(x):
        return x, y
    there = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    line = QgsLineString(x[there].tolist(), y[there].tolist())
    try:
        line.transform(QgsCoordinateTransform(crs, to, context))
    except QgsCsException as error:
        raise StoreError(
            tr("Some places cannot be told in {}.").format(to.authid()),
            tr("Check the CRS of the layer, and whether its places lie where they should."),
            (str(error),),
        ) from None
    told = np.frombuffer(bytes(line.asWkb()), "<f8", 2 * len(there), 9).reshape(-1, 2)
    new_x, new_y = x.copy(), y.copy()
    new_x[there], new_y[there] = told[:, 0], told[:, 1]
    return new_x, new_y


# By GDAL


def _is_plain(layer: QgsVectorLayer, fields: Sequence[str]) -> bool:
    """Whether the layer is just what its file holds."""
    from osgeo import ogr

    if layer.providerType() != "ogr" or not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"):
        return False
    own = layer.fields()
    places = [own.lookupField(name) for name in fields]
    stored = all(place >= 0 and own.fieldOrigin(place) == QgsFields.FieldOrigin.OriginProvider for place in places)
    return stored and not layer.subsetString() and not (layer.isEditable() and layer.isModified())


def _by_arrow(layer: QgsVectorLayer, fields: Sequence[str], cancelled: Callable[[], bool]) -> list[_Piece] | None:
    import numpy as np
    from osgeo import gdal, ogr

    from ..services.ogr_files import quiet

    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    with quiet():
        file = gdal.OpenEx(parts.get("path", ""), gdal.OF_VECTOR)
        if file is None:
            return None
        name = parts.get("layerName")
        table = file.GetLayerByName(name) if name else file.GetLayer(parts.get("layerId") or 0)
        if table is None:
            return None
        definition = table.GetLayerDefn()
        names = [definition.GetFieldDefn(number).GetName() for number in range(definition.GetFieldCount())]
        rest = [name for name in fields if name not in names]  # the primary key, which QGIS shows as a field
        if rest and rest != [table.GetFIDColumn()]:
            return None
        if any(
            definition.GetFieldDefn(names.index(one)).GetSubType() == ogr.OFSTBoolean for one in fields if one in names
        ):
            return None  # GDAL 3.6.2 tells nearly all booleans of a GeoPackage as false
        table.SetIgnoredFields([name for name in names if name not in fields])
        # Without its ids GDAL 3.6.2 gives wrong geometries where no field is asked for.
        stream = table.GetArrowStreamAsNumPy(options=[f"MAX_FEATURES_IN_BATCH={_AT_ONCE}"])
        key, shape = table.GetFIDColumn() or "OGC_FID", table.GetGeometryColumn() or "wkb_geometry"
        pieces = []
        for batch in stream:
            if cancelled():
                return []
            ids = np.asarray(batch[key])
            values = {name: ids if name in rest else batch[name] for name in fields}
            pieces.append(_Piece(ids, *_places(batch.get(shape), len(ids)), values))
        return pieces


def _places(shapes: np.ndarray | None, count: int) -> tuple[np.ndarray, np.ndarray]:
    """x and y of geometries as WKB."""
    import numpy as np

    if shapes is None:
        return np.full(count, np.nan), np.full(count, np.nan)
    if shapes.dtype.kind == "V" and shapes.dtype.itemsize == 21:
        points = np.frombuffer(shapes.tobytes(), np.dtype(_POINT))
        if ((points["order"] == 1) & (points["kind"] == 1)).all():
            return points["x"].copy(), points["y"].copy()
    found = np.full((count, 2), np.nan)
    for row, wkb in enumerate(shapes.tolist()):
        if wkb:
            geometry = QgsGeometry()
            geometry.fromWkb(bytes(wkb))
            found[row] = _place(geometry)
    return found[:, 0], found[:, 1]


def _place(geometry: QgsGeometry) -> tuple[float, float]:
    if geometry.isEmpty():
        return float("nan"), float("nan")
    if QgsWkbTypes.flatType(geometry.wkbType()) != QgsWkbTypes.Type.Point:
        geometry = geometry.pointOnSurface()
        if geometry.isEmpty():
            return float("nan"), float("nan")
    point = geometry.asPoint()
    return point.x(), point.y()


# By QGIS


def _by_feature(source: Any, fields: Sequence[str], cancelled: Callable[[], bool]) -> list[_Piece]:
    import numpy as np

    own = source.fields()
    places = [own.lookupField(name) for name in fields]
    request = QgsFeatureRequest().setSubsetOfAttributes(places)
    ids: list[int] = []
    points: list[tuple[float, float]] = []
    values: list[list[Any]] = [[] for _ in fields]
    for feature in source.getFeatures(request):
        if len(ids) % 1000 == 0 and cancelled():
            return []
        ids.append(feature.id())
        points.append(_place(feature.geometry()))
        for column, place in zip(values, places):
            column.append(feature.attribute(place))
    at = np.array(points, np.float64).reshape(-1, 2)
    return [_Piece(np.array(ids, np.int64), at[:, 0], at[:, 1], dict(zip(fields, values)))]


# What is read


@dataclass(frozen=True, eq=False)
class _Piece:
    ids: np.ndarray
    x: np.ndarray
    y: np.ndarray
    values: dict[str, Any]  # an array, or a list of what QGIS gives


def _joined(pieces: Sequence[_Piece], numbers: Sequence[str], texts: Sequence[str]) -> Columns:
    import numpy as np

    def column(parts: Iterable[np.ndarray], kind: str) -> np.ndarray:
        return np.concatenate([np.empty(0, kind), *parts]).astype(kind, copy=False)

    return Columns(
        column((one.ids for one in pieces), "int64"),
        column((one.x for one in pieces), "float64"),
        column((one.y for one in pieces), "float64"),
        {name: column((_numbers(one.values[name]) for one in pieces), "float64") for name in numbers},
        {name: _texts([_plain(one.values[name]) for one in pieces]) for name in texts},
    )


def _numbers(values: Any) -> np.ndarray:
    import numpy as np

    if isinstance(values, np.ndarray) and values.dtype.kind in "iufb":
        real = values.astype(np.float64)
        return real.filled(np.nan) if isinstance(real, np.ma.MaskedArray) else real  # masked is NULL
    return np.array([_number(value) for value in _plain(values)], np.float64)


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return float("nan")


def _plain(values: Any) -> list[Any]:
    """Values as Python has them; None for NULL."""
    import numpy as np

    if isinstance(values, np.ma.MaskedArray):
        return _plain(values.tolist())
    if isinstance(values, np.ndarray):
        if values.dtype.kind == "S":
            return [one.decode("utf-8", "replace") for one in values.tolist()]
        if values.dtype.kind == "M":
            return [None if one == "NaT" else one for one in values.astype(str).tolist()]
        values = values.tolist()
    return [_value(one) for one in values]


def _value(value: Any) -> Any:
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, float):
        return None if value != value else value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if hasattr(value, "isNull") and value.isNull():
        return None
    if hasattr(value, "toString"):  # a date
        from qgis.PyQt.QtCore import Qt

        return str(value.toString(Qt.DateFormat.ISODate))
    return str(value)


def _texts(pieces: Sequence[list[Any]]) -> Texts:
    import numpy as np

    told = {value: _text(value) for value in {one for piece in pieces for one in piece}}
    labels = sorted({text for text in told.values() if text is not None})
    number = {text: place for place, text in enumerate(labels)}
    where = {value: -1 if text is None else number[text] for value, text in told.items()}
    count = sum(map(len, pieces))
    position = np.fromiter((where[one] for piece in pieces for one in piece), np.int64, count)
    return Texts(tuple(labels), position)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None
