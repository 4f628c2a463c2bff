# SPDX-License-Identifier: GPL-2.0-or-later
"""What is written, read back by SQLite and by GDAL."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from xml.etree import ElementTree

import fiona
import pytest
from osgeo import ogr

from sterkesteden_plugin.store.schema import GEOMETRIES, HISTORY_TABLES, LINKS, SCHEMA_VERSION, SPATIAL, TABLES
from tests.data.conftest import STYLES, run


def test_every_table_has_the_columns_of_the_schema(small: sqlite3.Connection):
    for table, columns in TABLES.items():
        info = {row[1]: (row[2], bool(row[3])) for row in small.execute(f"PRAGMA table_info({table})")}
        assert info.pop("fid") == ("INTEGER", True)
        assert ("geom" in info) is (table in SPATIAL)
        info.pop("geom", None)
        assert info == {column.name: (column.type, column.required) for column in columns}
    assert small.execute("SELECT schema_versie FROM pakket").fetchall() == [(SCHEMA_VERSION,)]


def test_it_is_a_sound_database(real: sqlite3.Connection):
    assert real.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert real.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_reference_to_nothing_is_refused(small: sqlite3.Connection):
    small.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), small:
        small.execute("UPDATE item SET stad_id = 'nergens' WHERE id = 'delft-k1'")


@pytest.mark.parametrize("which", ["small_pack_file", "real_pack_file"])
def test_gdal_opens_every_table_and_view_with_the_count_of_sqlite(which: str, request: pytest.FixtureRequest):
    path: Path = request.getfixturevalue(which)
    with sqlite3.connect(path) as connection:
        listed = connection.execute("SELECT table_name, data_type FROM gpkg_contents").fetchall()
        counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name, _ in listed}
    assert set(fiona.listlayers(path)) == set(counts)
    data = ogr.Open(str(path))
    for name, kind in listed:
        layer = data.GetLayerByName(name)
        assert layer.GetFeatureCount() == counts[name] == sum(1 for _ in layer)
        assert (layer.GetSpatialRef() is not None) is (kind == "features")
        if kind == "features":
            assert layer.GetSpatialRef().GetAuthorityCode(None) == "28992"


def test_gdal_takes_the_feature_id_of_a_view_and_finds_by_it(small_pack_file: Path):
    data = ogr.Open(str(small_pack_file))
    for name in ("steden_punt", "plekken_vlak", "cijfer_tabel", "plaats"):
        layer = data.GetLayerByName(name)
        assert layer.GetFIDColumn() == "OGC_FID", name
        features = {feature.GetFID(): feature["id"] for feature in layer}
        assert len(features) == layer.GetFeatureCount() > 1
        for fid, record in features.items():
            assert layer.GetFeature(fid)["id"] == record


def test_a_view_has_one_row_for_each_place_with_all_its_items(small: sqlite3.Connection):
    rows = small.execute("SELECT id, items, onderwerpen, item_soort, cijfers FROM plekken_vlak ORDER BY id").fetchall()
    assert rows[0] == (
        "centrum-delft",
        "delft-k1 delft-o1",
        "Delft: Proefkans in Delft\nDelft: Proefopgave in Delft",
        "kans en opgave",
        "Proefdeel, winkels: 4,0% (2020-01-01, Proefbron)",
    )
    assert len(rows) == 3
    assert rows[1][1] == "gouda-k1 gouda-o1", "an item that names a place in two roles is one item"


def test_the_newest_figure_is_that_of_the_city_itself(small: sqlite3.Connection):
    (figures,) = small.execute("SELECT cijfers FROM plekken_punt WHERE id = 'gouda'").fetchone()
    assert figures == "Proefdeel, winkels: 1,5% (2019-01-01, Proefbron)"


def test_no_figure_is_said_and_is_no_zero(small: sqlite3.Connection):
    (figures,) = small.execute("SELECT cijfers FROM plekken_punt WHERE id = 'leiden'").fetchone()
    assert figures == "Proefdeel, winkels: geen gegeven (2020-01-01, Proefbron)"
    assert small.execute("SELECT waarde FROM cijfer WHERE id = 'leiden-proefdeel-2020'").fetchone() == (None,)


def test_places_of_several_cities_keep_the_items_of_each(small: sqlite3.Connection):
    sql = "SELECT items, item_soort FROM plaats_items WHERE plaats_id = 'verbinding-gouda-delft'"
    assert small.execute(sql).fetchall() == [("gouda-o1 delft-o1", "opgave")]


def test_the_view_of_all_places_holds_each_once(small: sqlite3.Connection):
    counts = {
        table: small.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in (*GEOMETRIES, "plaats_zonder")
    }
    assert dict(small.execute("SELECT tabel, count(*) FROM plaats GROUP BY tabel")) == counts
    total = sum(counts.values())
    assert small.execute("SELECT count(DISTINCT id), count(DISTINCT OGC_FID) FROM plaats").fetchone() == (total, total)


def test_the_spatial_index_holds_every_place(real: sqlite3.Connection):
    for table in GEOMETRIES:
        fids = set(real.execute(f"SELECT fid FROM {table}"))
        assert set(real.execute(f"SELECT id FROM rtree_{table}_geom")) == fids


def test_the_index_follows_when_a_user_edits_in_gdal(small_pack_file: Path):
    data = ogr.Open(str(small_pack_file), update=1)
    layer = data.GetLayerByName("plaats_punt")
    feature = next(f for f in layer if f["id"] == "delft")
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (200000 500000)"))
    layer.SetFeature(feature)
    data = None
    data = ogr.Open(str(small_pack_file))  # a layer lives no longer than what it was opened from
    view = data.GetLayerByName("steden_punt")
    view.SetSpatialFilterRect(199999, 499999, 200001, 500001)
    assert [f["id"] for f in view] == ["delft"]


def test_html_and_sql_in_a_text_stay_text(pack: Path, tmp_path: Path):
    nasty = "<b>Kans</b> & 'punt'; DROP TABLE item; -- \"x\""
    path = pack / "story/items/delft-k1.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("titel: Proefkans in Delft", f"titel: >-\n  {nasty}"), encoding="utf-8")
    layers = (pack / "layers.yaml").read_text(encoding="utf-8")
    (pack / "layers.yaml").write_text(
        layers.replace("titel: Drie steden", f"titel: >-\n          {nasty}"), encoding="utf-8"
    )
    out = tmp_path / "pack.gpkg"
    assert run(pack, out) == 0
    with sqlite3.connect(out) as connection:
        assert connection.execute("SELECT titel FROM item WHERE id = 'delft-k1'").fetchone() == (nasty,)
        assert connection.execute(
            "SELECT identifier FROM gpkg_contents WHERE table_name = 'steden_punt'"
        ).fetchone() == (nasty,)
        (lines,) = connection.execute("SELECT onderwerpen FROM plekken_vlak WHERE id = 'centrum-delft'").fetchone()
        assert lines.splitlines()[0] == f"Delft: {nasty}"
        assert _metadata(connection, "steden_punt").findtext("title") == nasty


def test_every_layer_has_its_style_as_default(real: sqlite3.Connection):
    rows = real.execute("SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles").fetchall()
    layers = {view for (view,) in real.execute("SELECT tabel FROM laag WHERE geometrie IN ('punt', 'lijn', 'vlak')")}
    assert {row[0] for row in rows} >= layers
    for view, geometry, default, style in rows:
        assert (geometry, default) == ("geom", 1)
        assert style in {path.read_bytes().decode() for path in STYLES.glob("*.qml")}, view


def _metadata(connection: sqlite3.Connection, table: str) -> ElementTree.Element:
    sql = """SELECT m.metadata FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON r.md_file_id = m.id
             WHERE r.table_name = ? AND m.md_standard_uri = 'http://mrcc.com/qgis.dtd'"""
    ((text,),) = connection.execute(sql, (table,)).fetchall()
    return ElementTree.fromstring(text)


def test_every_spatial_layer_has_metadata(real: sqlite3.Connection):
    for (table,) in real.execute("SELECT table_name FROM gpkg_geometry_columns").fetchall():
        root = _metadata(real, table)
        if real.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (0,):
            # What users will write is their own: no source, licence or extent can be told of it yet.
            assert root.findtext("title") and root.findtext("abstract") and root.find("license") is None
            continue
        for tag in ("title", "abstract", "license", "history", "rights"):
            assert root.findtext(tag), (table, tag)
        assert root.findtext("crs/spatialrefsys/authid") == "EPSG:28992"
        assert root.findtext("extent/temporal/instant", "")[:2] == "20"
        extent = root.find("extent/spatial")
        assert extent is not None
        corners = [float(extent.get(name, "nan")) for name in ("minx", "miny", "maxx", "maxy")]
        sql = "SELECT min_x, min_y, max_x, max_y, identifier, description FROM gpkg_contents WHERE table_name = ?"
        *bounds, title, abstract = real.execute(sql, (table,)).fetchone()
        assert bounds == pytest.approx(corners)
        assert (title, abstract) == (root.findtext("title"), root.findtext("abstract"))


def test_no_clock_is_in_the_file(real: sqlite3.Connection):
    (newest,) = real.execute(
        "SELECT max(d) FROM (SELECT max(peildatum) AS d FROM plaats UNION SELECT max(peildatum) FROM cijfer "
        "UNION SELECT max(peildatum) FROM nu)"
    ).fetchone()
    stamps = set(real.execute("SELECT last_change FROM gpkg_contents"))
    stamps |= set(real.execute("SELECT timestamp FROM gpkg_metadata_reference"))
    stamps |= set(real.execute("SELECT update_time FROM layer_styles"))
    assert stamps == {(f"{newest}T00:00:00.000Z",)}


def test_nothing_is_history_yet_and_all_that_changes_is_heard(small: sqlite3.Connection):
    assert small.execute("SELECT count(*) FROM geschiedenis").fetchone() == (0,)
    assert small.execute("SELECT count(*) FROM wijziging").fetchone() == (0,)
    heard = {table for (table,) in small.execute("SELECT tbl_name FROM sqlite_master WHERE name LIKE 'geschiedenis_%'")}
    links = {table for table in LINKS if TABLES[table][0].refers in HISTORY_TABLES}
    assert heard - {"geschiedenis"} == {*HISTORY_TABLES, *links}


def test_the_number_of_rows_that_ogr_goes_by_follows_what_others_write(small_pack_file: Path):
    with sqlite3.connect(small_pack_file) as connection:
        connection.execute("DELETE FROM item_plaats WHERE item_id = 'gouda-k1'")
        connection.execute("INSERT INTO item_thema (item_id, thema_id) SELECT 'gouda-o1', id FROM thema")
        counts = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("item_plaats", "item_thema", "geschiedenis")
        }
    data = ogr.Open(str(small_pack_file))
    assert {table: data.GetLayerByName(table).GetFeatureCount() for table in counts} == counts
