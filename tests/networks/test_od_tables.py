# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables from files and layers, by the real OGR and QGIS; files that cannot be read say so in one sentence."""

import sqlite3
import time
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from sterkesteden_plugin.networks.joining import join
from sterkesteden_plugin.networks.layouts import OPEN_DATA, recognise
from sterkesteden_plugin.networks.od_tables import read_file, read_successors
from sterkesteden_plugin.networks.reading import read_flows
from sterkesteden_plugin.processing.table_files import read_layer, tables_in
from sterkesteden_plugin.store.errors import StoreError
from sterkesteden_plugin.tables.stopping import Stopped

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "pendel-2006-2014"
ROWS = [("0106", "Bé", 2.7, "2014"), ("Bé", "0106", 3.0, "2014"), ("0106", "0106", None, "2014")]
NAMES = ("van", "naar", "aantal", "jaar")


@pytest.fixture()
def write(tmp_path):
    """Writes a file by OGR."""

    def written(name: str, driver: str, sheets=("Blad 1",), rows=ROWS, kind=ogr.wkbNone) -> Path:
        path = tmp_path / name
        source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
        srs = osr.SpatialReference()
        srs.ImportFromEPSG(28992)
        for sheet in sheets:
            layer = source.CreateLayer(sheet, srs if kind != ogr.wkbNone else None, kind)
            for column in NAMES:
                layer.CreateField(ogr.FieldDefn(column, ogr.OFTReal if column == "aantal" else ogr.OFTString))
            for row in rows if sheet == sheets[-1] else ():
                feature = ogr.Feature(layer.GetLayerDefn())
                for number, value in enumerate(row):
                    if value is not None:
                        feature.SetField(number, value)
                if kind != ogr.wkbNone:
                    feature.SetGeometry(ogr.CreateGeometryFromWkt("LINESTRING (0 0, 1 1)"))
                layer.CreateFeature(feature)
        del layer, source
        return path

    return written


def flows(table):
    read = read_flows(table, recognise(table))
    joined = join(read)
    codes = joined.flows.codes
    found = {
        (codes[o], codes[d]): flow
        for o, d, flow in zip(joined.flows.origin, joined.flows.destination, joined.flows.flow.tolist())
    }
    return found, read.suppressed


EXPECTED = ({("0106", "Bé"): 2.7, ("Bé", "0106"): 3.0}, 1)


@pytest.mark.parametrize("name", ["od.csv", "od.txt", "od.tsv"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(("sign", "decimal"), [(";", ","), (",", "."), ("\t", ",")])
def test_text_files_are_read_whatever_their_encoding_sign_and_decimals(name, encoding, sign, decimal, tmp_path):
    path = tmp_path / name
    rows = [NAMES, *(tuple("" if v is None else str(v) for v in row) for row in ROWS)]
    text = "\n".join(sign.join(row).replace(".", decimal) for row in rows)
    path.write_bytes(text.encode(encoding))
    table = read_file(path)
    assert flows(table) == EXPECTED and list(table.lines) == [2, 3, 4]
    assert tables_in(path) == [""]


@pytest.mark.parametrize(("name", "driver"), [("od.xlsx", "XLSX"), ("od.ods", "ODS")])
def test_workbooks_are_read_with_the_zeros_of_their_codes(name, driver, write):
    path = write(name, driver)
    table = read_file(path)
    assert flows(table) == EXPECTED and list(table.lines) == [2, 3, 4]


@pytest.mark.parametrize(("name", "driver"), [("od.xlsx", "XLSX"), ("od.ods", "ODS"), ("od.gpkg", "GPKG")])
def test_the_first_table_with_rows_is_read_or_the_one_that_is_named(name, driver, write):
    path = write(name, driver, ("uitleg", "stromen"))
    if driver == "GPKG":
        assert sorted(tables_in(path)) == ["stromen", "uitleg"]
        assert flows(read_file(path)) == EXPECTED
        with pytest.raises(StoreError, match="no rows"):
            read_file(path, "uitleg")
    assert "stromen" in tables_in(path)
    assert flows(read_file(path, "stromen")) == EXPECTED
    with pytest.raises(StoreError, match="no table “anders”") as told:
        read_file(path, "anders")
    assert told.value.advice


def test_a_geopackage_is_read_without_its_geometries(write):
    table = read_file(write("od.gpkg", "GPKG", kind=ogr.wkbLineString))
    assert flows(table) == EXPECTED
    assert "geom" not in table.names and list(table.lines) == [1, 2, 3]


def test_what_else_ogr_reads_is_read(write):
    assert flows(read_file(write("od.dbf", "ESRI Shapefile", ("od",)))) is not None
    assert flows(read_file(write("od.geojson", "GeoJSON"))) == EXPECTED


def test_the_commuting_of_a_pack_is_recognised(real_pack_file):
    with sqlite3.connect(real_pack_file) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(open_pendel)")]
        row = {"woon_code": "GM0106", "werk_code": "GM0014", "periode": "2022MM12", "banen": 3.7}
        wanted = [name for name in columns if name in row]
        connection.execute(
            f"INSERT INTO open_pendel ({', '.join(wanted)}) VALUES ({', '.join('?' * len(wanted))})",
            [row[name] for name in wanted],
        )
    connection.close()
    table = read_file(real_pack_file, "open_pendel")
    layout = recognise(table)
    assert layout.name == OPEN_DATA and layout.unit == "x 1000"
    assert flows(table)[0] == {("GM0106", "GM0014"): 3.7}


def test_what_merged_is_read_from_a_pack(real_pack_file, small_pack_file):
    told = read_successors(real_pack_file)
    assert any((one.old, one.new, one.date) == ("GM0017", "GM0014", "2019-01-01") for one in told)
    assert read_successors(small_pack_file) == ()


# What cannot be read


def _refused(path: Path, match: str, table: str = "") -> None:
    with pytest.raises(StoreError, match=match) as told:
        read_file(path, table)
    assert path.name in told.value.message and told.value.message.endswith(".") and told.value.advice.endswith(".")


@pytest.mark.parametrize("name", ["od.csv", "od.xlsx", "od.ods", "od.gpkg", "od.dbf"])
def test_a_file_that_is_not_there_says_so(name, tmp_path):
    _refused(tmp_path / name, "is not there")
    with pytest.raises(StoreError, match="is not there"):
        tables_in(tmp_path / name)


@pytest.mark.parametrize("name", ["od.xlsx", "od.ods", "od.gpkg", "od.dbf", "od.iets"])
def test_a_damaged_file_says_so(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(bytes(range(256)) * 20)
    _refused(path, "cannot be read")


@pytest.mark.parametrize(("name", "driver"), [("od.xlsx", "XLSX"), ("od.ods", "ODS"), ("od.gpkg", "GPKG")])
def test_a_file_that_was_cut_off_says_so(name, driver, write):
    path = write(name, driver)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(StoreError) as told:
        read_file(path)
    assert path.name in told.value.message and told.value.advice


def test_a_workbook_that_is_none_says_so(tmp_path):
    path = tmp_path / "od.xlsx"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("iets.txt", "niets")
    _refused(path, "cannot be read")


def test_a_password_is_told(tmp_path):
    excel = tmp_path / "od.xlsx"
    excel.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))  # how Excel keeps what is encrypted
    _refused(excel, "password")
    office = tmp_path / "od.ods"
    with zipfile.ZipFile(office, "w") as parts:
        parts.writestr("META-INF/manifest.xml", "<manifest:encryption-data manifest:checksum='x'/>")
        parts.writestr("content.xml", bytes(100))
    _refused(office, "password")


def test_a_workbook_that_is_named_csv_says_so(write, tmp_path):
    path = write("od.xlsx", "XLSX").rename(tmp_path / "od.csv")
    _refused(path, "no text file")


@pytest.mark.parametrize("name", ["od.csv", "od.xlsx"])
def test_a_file_that_another_program_holds_says_so(name, tmp_path, monkeypatch):
    def refuse(*_args, **_options):
        raise PermissionError("in use")

    path = tmp_path / name
    path.write_text("van;naar;n\nA;B;1\n")
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    _refused(path, "another program holds it")


@pytest.mark.parametrize("raises", [True, False])
@pytest.mark.parametrize("name", ["od.xlsx", "od.ods", "od.dbf"])
def test_a_damaged_file_says_so_also_where_gdal_was_told_to_raise(raises, name, tmp_path):
    path = tmp_path / name
    if name == "od.dbf":
        path.write_bytes(b"niets")
    else:
        with zipfile.ZipFile(path, "w") as parts:
            parts.writestr("[Content_Types].xml", "<x>")
            parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            parts.writestr("content.xml", "<office:document-content")
            parts.writestr("xl/workbook.xml", "<workbook")
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if raises else gdal.DontUseExceptions)()
    try:
        _refused(path, "cannot be read")
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()


@pytest.mark.parametrize("text", ["", "\n\n", "van;naar;aantal\n"])
def test_an_empty_file_says_so(text, tmp_path):
    path = tmp_path / "od.csv"
    path.write_text(text)
    _refused(path, "no rows")


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "od.csv").mkdir()
    _refused(tmp_path / "od.csv", "is not there")


# Layers


@pytest.fixture()
def layer(qgis_app):
    made = QgsVectorLayer("LineString?crs=EPSG:28992&field=van:string&field=naar:string&field=n:double", "od", "memory")
    features = []
    for row in (["A", "B", 2.5], ["B", "A", None], [None, "B", 1.0]):
        feature = QgsFeature(made.fields())
        feature.setAttributes(row)
        feature.setGeometry(QgsGeometry.fromWkt("LineString (0 0, 1 1)"))
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    return made


def test_a_layer_is_read_with_the_ids_of_its_features(layer):
    table = read_layer(layer)
    read = read_flows(table, recognise(table))
    assert table.names == ("van", "naar", "n") and list(table.lines) == [1, 2, 3]
    assert read.flow.tolist() == [2.5] and read.suppressed == 1
    assert [(one.line, one.reason) for one in read.rejected] == [(3, "no-origin")]


def test_dates_of_a_layer_are_years(qgis_app):
    from qgis.PyQt.QtCore import QDate

    made = QgsVectorLayer("None?field=van:string&field=naar:string&field=n:double&field=datum:date", "od", "memory")
    feature = QgsFeature(made.fields())
    feature.setAttributes(["A", "B", 1.0, QDate(2014, 12, 31)])
    made.dataProvider().addFeatures([feature])
    table = read_layer(made)
    assert read_flows(table, recognise(table)).years == ("2014",)


def test_a_text_file_as_a_layer_is_read(qgis_app, tmp_path):
    path = tmp_path / "od.csv"
    path.write_text("van,naar,n\nA,B,2.5\nB,A,-\n")
    made = QgsVectorLayer(f"{path.as_uri()}?delimiter=,", "od", "delimitedtext")
    table = read_layer(made)
    read = read_flows(table, recognise(table))
    assert read.flow.tolist() == [2.5] and read.suppressed == 1


@pytest.mark.parametrize("options", ["", "?delimiter=;&useHeader=no"])
def test_a_matrix_as_a_layer_is_recognised(options, qgis_app, tmp_path):
    path = tmp_path / "matrix.csv"
    path.write_text("A;5;-;1.5\nB;2;6;0\nC;1;1;-\n")
    made = QgsVectorLayer(
        f"{path.as_uri()}{options}" if options else str(path), "m", "delimitedtext" if options else "ogr"
    )
    table = read_layer(made)
    read = read_flows(table, recognise(table))
    assert read.flow.sum() == 16.5 and read.suppressed == 2 and read.rows == 9


def test_reading_is_stopped(layer, write):
    for call in (lambda: read_layer(layer, lambda: True), lambda: read_file(write("od.ods", "ODS"), "", lambda: True)):
        with pytest.raises(Stopped):
            call()


def test_an_empty_layer_is_a_table_without_rows(qgis_app):
    made = QgsVectorLayer("None?field=van:string&field=naar:string&field=n:double", "od", "memory")
    table = read_layer(made)
    assert table.names == ("van", "naar", "n") and len(table.lines) == 0
    assert read_flows(table, recognise(table)).rows == 0


# Speed, and the real files


def test_a_million_rows_of_a_file_are_read_in_seconds(tmp_path):
    count = 1_000_000
    path = tmp_path / "od.csv"
    with path.open("w") as file:
        file.write("van;naar;aantal\n")
        file.writelines(f"GM{one % 1000:04d};GM{one // 1000:04d};{one % 97},{one % 10}\n" for one in range(count))
    start = time.perf_counter()
    table = read_file(path)
    read = read_flows(table, recognise(table))
    took = time.perf_counter() - start
    assert read.used == count
    assert took < 20  # about 3 seconds on the machine this was written on


def test_a_million_rows_of_a_geopackage_are_read_in_seconds(tmp_path):
    count = 1_000_000
    path = tmp_path / "od.gpkg"
    rows = ((f"GM{one % 1000:04d}", f"GM{one // 1000:04d}", one % 97) for one in range(count))
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE od (fid INTEGER PRIMARY KEY, van TEXT, naar TEXT, aantal REAL)")
        connection.executemany("INSERT INTO od (van, naar, aantal) VALUES (?, ?, ?)", rows)
    connection.close()
    start = time.perf_counter()
    table = read_file(path)
    assert read_flows(table, recognise(table)).used == count
    assert time.perf_counter() - start < 20


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files do not lie beside this folder")
def test_the_real_matrix_is_read():
    table = read_file(REAL / "Van_2014_orig.csv")
    read = read_flows(table, recognise(table))
    assert read.rows == 405 * 405 == read.used + read.suppressed and not read.rejected
    flows = join(read).flows
    matrix, jobs = flows.matrix(), flows.residents_jobs()
    place = {code: number for number, code in enumerate(flows.codes)}
    share = matrix[place["Meppel"], place["Zwolle"]] / jobs[place["Meppel"]]
    assert round(share * 100, 1) == 15.2


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files do not lie beside this folder")
def test_the_real_pairs_of_nine_years_are_read_and_joined_to_later_municipalities(real_pack_file):
    table = read_file(REAL / "pendel_drenthe_2006_2014.csv")
    read = read_flows(table, recognise(table))
    assert read.rows == read.used == 4116 and read.unit == "x 1000" and len(read.years) == 9
    told = read_successors(real_pack_file)
    now, then = (join(read, year=year, successors=told, until="2026-01-01") for year in ("2014", "2006"))
    assert ("GM0017", "GM0014") in now.recoded and "GM0053" not in dict(now.recoded)
    assert "GM1952" in now.flows.codes and "GM1952" in then.flows.codes
    for joined, year in ((now, "2014"), (then, "2006")):
        whole = read.flow[read.pairs.year == read.years.index(year)].sum()
        assert joined.flows.flow.sum() + joined.beyond == pytest.approx(whole)


def test_ogr_is_left_as_it_was(write):
    read_file(write("od.xlsx", "XLSX"))
    assert gdal.GetThreadLocalConfigOption("OGR_XLSX_HEADERS") is None
