# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of files and layers, whole or by their first rows: the same whatever they come from."""

import tracemalloc

import pytest
from osgeo import ogr, osr
from qgis.core import QgsVectorLayer

from sterkesteden_plugin.processing.long_tables import HEAD, PLACE_X, PLACE_Y, open_file, open_layer
from sterkesteden_plugin.store.errors import StoreError
from sterkesteden_plugin.tables.stopping import Stopped
from sterkesteden_plugin.vacancy.recognising import score

NAMES = ("adres", "functie", "oppervlakte", "leeg")
ROWS = [("Brink 1", "winkel", 120.5, "ja"), ("Brink 2", None, 80.0, "nee"), ("Brink 3", "kantoor", None, "ja")]


def cells(table, names=NAMES):
    """As they are told, whatever the kinds of the file."""

    def told(cell):
        if cell in (None, ""):
            return None
        return f"{float(cell):g}" if str(cell)[0].isdigit() else str(cell)

    return list(zip(*([told(one) for one in table.column(name).cells()] for name in names)))


EXPECTED = [tuple(f"{one:g}" if isinstance(one, float) else one for one in row) for row in ROWS]


@pytest.fixture
def written(tmp_path):
    """Writes ROWS with a point each into a file of a driver of OGR."""

    def write(name, driver, crs=28992, point="POINT (233000 551000)", rows=ROWS):
        path = tmp_path / name
        source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
        srs = osr.SpatialReference()
        srs.ImportFromEPSG(crs)
        srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        is_spatial = driver == "GPKG"
        layer = source.CreateLayer("lijst", srs if is_spatial else None, ogr.wkbPoint if is_spatial else ogr.wkbNone)
        for column in NAMES:
            layer.CreateField(ogr.FieldDefn(column, ogr.OFTReal if column == "oppervlakte" else ogr.OFTString))
        for number, row in enumerate(rows):
            feature = ogr.Feature(layer.GetLayerDefn())
            for at, value in enumerate(row):
                if value is not None:
                    feature.SetField(at, value)
            if is_spatial and number != 1:
                feature.SetGeometry(ogr.CreateGeometryFromWkt(point))
            layer.CreateFeature(feature)
        del layer, source
        return path

    return write


@pytest.mark.parametrize(
    ("name", "driver"), [("a.csv", "CSV"), ("a.xlsx", "XLSX"), ("a.ods", "ODS"), ("a.gpkg", "GPKG")]
)
def test_every_kind_of_file_tells_the_same(name, driver, written):
    source = open_file(written(name, driver), score)
    assert cells(source.read()) == EXPECTED
    assert cells(source.head()) == EXPECTED
    shares = []
    assert cells(source.read({"adres", "leeg"}, shares.append), ("adres", "leeg")) == [(r[0], r[3]) for r in EXPECTED]
    assert shares and shares[-1] <= 1
    assert name.split(".")[0] in source.name


def test_a_layer_tells_where_its_features_are(written):
    path = written("a.gpkg", "GPKG")
    read = open_file(path, score).read()
    assert read.names[-2:] == (PLACE_X, PLACE_Y)
    assert read.column(PLACE_X).cells() == [233000.0, None, 233000.0]
    layer = QgsVectorLayer(f"{path}|layername=lijst", "lijst", "ogr")
    for one in (None, layer):  # feature by feature, and as GDAL reads it
        again = open_layer(layer, "lijst", one).read() if one else open_layer(layer.dataProvider(), "l", layer).read()
        assert cells(again) == EXPECTED and again.column(PLACE_Y).cells() == [551000.0, None, 551000.0]
    assert PLACE_X not in open_file(path, score).read({"adres"}).columns


def test_places_in_degrees_come_in_metres(written):
    read = open_file(written("a.gpkg", "GPKG", 4326, "POINT (6.56 52.99)"), score).read()
    x, y = read.column(PLACE_X).cells()[0], read.column(PLACE_Y).cells()[0]
    assert 233_000 < x < 234_500 and 556_000 < y < 558_000


def test_a_head_is_short_and_a_long_file_need_not_fit(tmp_path):
    path = tmp_path / "lang.csv"
    row = "Brink {};winkel;120;ja;" + "x" * 80 + "\n"
    with path.open("w") as file:
        file.write("adres;functie;oppervlakte;leeg;opmerking\n")
        file.writelines(row.format(number % 50) for number in range(200_000))
    source = open_file(path, score)
    assert HEAD <= source.head().rows < 50_000
    tracemalloc.start()
    read = source.read({"adres", "leeg"})
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read.rows == 200_000 and most < path.stat().st_size  # a list of its cells alone would be more
    with pytest.raises(Stopped):
        source.read(cancelled=lambda: True)


def test_a_sheet_that_is_not_there_and_a_file_without_rows_are_told(written, tmp_path):
    with pytest.raises(StoreError, match="“elders”"):
        open_file(written("a.gpkg", "GPKG"), score, "elders")
    with pytest.raises(StoreError, match=r"no rows in b\.gpkg"):
        open_file(written("b.gpkg", "GPKG", rows=[]), score)
    empty = tmp_path / "leeg.csv"
    empty.write_text("adres;functie;oppervlakte;leeg\n")
    with pytest.raises(StoreError, match=r"no rows in leeg\.csv"):
        open_file(empty, score).read()
