# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers as columns: what GDAL reads by itself and what QGIS reads feature by feature is the same."""

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

from sterkesteden_plugin.processing import columns as module
from sterkesteden_plugin.processing.base import DAY, field
from sterkesteden_plugin.processing.columns import moved, read
from sterkesteden_plugin.store.errors import StoreError

FIELDS = [
    ("naam", "QString"),
    ("aantal", "Int"),
    ("groot", "LongLong"),
    ("deel", "Double"),
    ("sinds", DAY),
    ("leeg", "Bool"),
]
ROWS = [
    ("POINT(1 2)", ["Één", 3, 0, 0.5, QDate(2024, 2, 29), True]),
    ("POINT(3.25 -4)", [None, None, None, None, None, None]),
    (None, ["", -7, 2**40, -1.5, QDate(1999, 12, 31), False]),
    ("POINT(5 6)", ["een woord dat veel langer is dan de andere", 0, 5, 12.0, None, True]),
]


def layer(kind="Point", rows=ROWS, crs="EPSG:28992"):
    made = QgsVectorLayer(f"{kind}?crs={crs}", "rijen", "memory")
    made.dataProvider().addAttributes([field(name, kind) for name, kind in FIELDS])
    made.updateFields()
    features = []
    for wkt, values in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(values)
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    return made


@pytest.fixture
def saved(tmp_path):
    """A GeoPackage of a memory layer."""
    opened = []

    def save(source):
        path = tmp_path / f"rijen{len(opened)}.gpkg"
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = "GPKG", "rijen"
        QgsVectorFileWriter.writeAsVectorFormatV3(source, str(path), QgsCoordinateTransformContext(), options)
        opened.append(QgsVectorLayer(f"{path}|layername=rijen", "rijen", "ogr"))
        assert opened[-1].isValid()
        return opened[-1]

    yield save
    opened.clear()


def same(one, other):
    assert (one.ids == other.ids).all()
    for a, b in [(one.x, other.x), (one.y, other.y), *((one.numbers[n], other.numbers[n]) for n in one.numbers)]:
        assert np.array_equal(a, b, equal_nan=True)
    for name, column in one.texts.items():
        assert column.all() == other.texts[name].all() and column.labels == other.texts[name].labels


def by_arrow(monkeypatch, source, *args):
    """What GDAL reads by itself; red where it was left to QGIS."""
    with monkeypatch.context() as only:
        only.setattr(module, "_by_feature", None)
        return read(source, *args, layer=source)


def test_both_ways_give_the_same(saved, monkeypatch, qgis_app):
    source = saved(layer())
    every = [name for name, _ in FIELDS if name != "leeg"]
    fast = by_arrow(monkeypatch, source, ["aantal", "groot", "deel"], every)
    same(fast, read(source, ["aantal", "groot", "deel"], every))
    assert fast.ids.tolist() == [1, 2, 3, 4]
    assert np.array_equal(fast.x, [1, 3.25, np.nan, 5], equal_nan=True)
    assert np.array_equal(fast.numbers["aantal"], [3, np.nan, -7, 0], equal_nan=True)
    assert np.array_equal(fast.numbers["groot"], [0, np.nan, 2**40, 5], equal_nan=True)
    assert fast.texts["naam"].all() == ["Één", None, None, "een woord dat veel langer is dan de andere"]
    assert fast.texts["sinds"].all() == ["2024-02-29", None, "1999-12-31", None]
    assert fast.texts["deel"].all() == ["0.5", None, "-1.5", "12"]


def test_yes_and_no_are_not_read_wrongly(saved, qgis_app):
    # GDAL 3.6.2 does, of a GeoPackage.
    source = saved(layer())
    told = read(source, ["leeg"], ["leeg"], layer=source)
    assert np.array_equal(told.numbers["leeg"], [1, np.nan, 0, 1], equal_nan=True)
    assert told.texts["leeg"].all() == ["True", None, "False", "True"]


def test_rows_come_in_pieces(saved, monkeypatch, qgis_app):
    source = saved(layer())
    whole = read(source, ["deel"], ["naam"])
    monkeypatch.setattr(module, "_AT_ONCE", 1)
    same(by_arrow(monkeypatch, source, ["deel"], ["naam"]), whole)


@pytest.mark.parametrize(
    ("kind", "wkts"),
    [
        ("PointZ", ["POINT Z(1 2 3)", "POINT Z(4 5 6)", None, "POINT Z(7 8 9)"]),
        ("MultiPoint", ["MULTIPOINT((1 2))", "MULTIPOINT((3 4))", None, "MULTIPOINT((5 6),(5 6))"]),
        (
            "Polygon",
            ["POLYGON((0 0,4 0,4 4,0 4,0 0))", None, "POLYGON((0 0,2 0,2 2,0 0))", "POLYGON((9 9,8 8,9 8,9 9))"],
        ),
    ],
)
def test_what_is_no_plain_point_has_a_place_too(saved, monkeypatch, kind, wkts, qgis_app):
    source = saved(layer(kind, [(wkt, row) for wkt, (_, row) in zip(wkts, ROWS)]))
    fast = by_arrow(monkeypatch, source, [], ["naam"])
    same(fast, read(source, [], ["naam"]))
    assert np.isnan(fast.x).sum() == 1 and np.isfinite(fast.x).sum() == 3


def test_no_field_at_all_gives_the_right_places(saved, monkeypatch, qgis_app):
    source = saved(layer())
    assert by_arrow(monkeypatch, source).y.tolist()[:2] == [2, -4]


def test_the_key_of_the_file_is_a_field_too(saved, monkeypatch, qgis_app):
    source = saved(layer())
    fast = by_arrow(monkeypatch, source, ["fid"], ["fid"])
    same(fast, read(source, ["fid"], ["fid"]))
    assert fast.texts["fid"].all() == ["1", "2", "3", "4"]


def test_what_is_not_in_the_file_is_left_to_qgis(saved, qgis_app):
    source = saved(layer())
    source.addExpressionField('"aantal" * 2', field("dubbel", "Int"))
    assert read(source, ["dubbel"], layer=source).numbers["dubbel"][0] == 6
    source.setSubsetString("\"naam\" = 'Één'")
    assert read(source, ["aantal"], layer=source).numbers["aantal"].tolist() == [3]
    source.setSubsetString("")
    source.startEditing()
    source.changeAttributeValue(1, source.fields().lookupField("aantal"), 99)
    assert read(source, ["aantal"], layer=source).numbers["aantal"][0] == 99
    source.rollBack()


def test_a_layer_of_memory_and_an_empty_one(saved, monkeypatch, qgis_app):
    assert read(layer(), ["aantal"], layer=layer()).numbers["aantal"][0] == 3
    empty = saved(layer(rows=[]))
    for told in (by_arrow(monkeypatch, empty, ["aantal"], ["naam"]), read(empty, ["aantal"], ["naam"])):
        assert len(told.ids) == len(told.x) == len(told.numbers["aantal"]) == len(told.texts["naam"].all()) == 0


def test_it_stops_when_it_is_told_to(saved, qgis_app):
    source = saved(layer())
    assert read(source, ["aantal"], layer=source, cancelled=lambda: True) is None
    assert read(source, ["aantal"], cancelled=lambda: True) is None


def test_text_that_is_no_number_is_none(saved, qgis_app):
    assert np.isnan(read(layer(), ["naam"]).numbers["naam"]).all()


def test_places_in_another_crs(qgis_app):
    rd, wgs = QgsCoordinateReferenceSystem("EPSG:28992"), QgsCoordinateReferenceSystem("EPSG:4326")
    x, y = np.array([155_000.0, np.nan, 233_000]), np.array([463_000.0, np.nan, 556_000])
    lon, lat = moved(x, y, rd, wgs, QgsCoordinateTransformContext())
    assert lon[0] == pytest.approx(5.3872, abs=1e-4) and lat[0] == pytest.approx(52.1552, abs=1e-4)
    assert np.isnan(lon[1]) and np.isnan(lat[1])
    back = moved(lon, lat, wgs, rd, QgsCoordinateTransformContext())
    assert np.allclose(back[0][[0, 2]], x[[0, 2]], atol=0.01)
    assert moved(x, y, rd, rd, QgsCoordinateTransformContext())[0] is x
    with pytest.raises(StoreError, match="EPSG:28992"):
        moved(np.array([0.0]), np.array([1e9]), wgs, rd, QgsCoordinateTransformContext())
