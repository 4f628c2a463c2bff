# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometry from `herkomst`, on a made-up province of 20 by 10 km with four villages in two municipalities."""

from __future__ import annotations

import pytest
from pyproj import Transformer
from shapely.geometry import MultiPolygon, Point, box

from tools.data import geography
from tools.data.geography import GeographyError, resolve

OUTLINES = {"West": box(200000, 500000, 220000, 510000), "Oost": box(220000, 500000, 240000, 510000)}
TO_DEGREES = Transformer.from_crs("EPSG:28992", "EPSG:4326", always_xy=True)
AREA = {"type": "Polygon", "coordinates": [[[6.5, 52.5], [6.6, 52.5], [6.6, 52.6], [6.5, 52.5]]]}
BOW_TIE = {"type": "Polygon", "coordinates": [[[6.5, 52.5], [6.6, 52.6], [6.6, 52.5], [6.5, 52.6], [6.5, 52.5]]]}


def place(record_id, geometry=None, **herkomst):
    return {"id": record_id, "geometry": geometry, "herkomst": herkomst or None}


def village(name, code, x, y):
    lon, lat = TO_DEGREES.transform(x, y)
    return {"geonameid": "", "naam": name, "gemeentecode": code, "lon": str(lon), "lat": str(lat), "bron": "eigen"}


VILLAGES = [
    village("A", "GM1", 202500, 505000),
    village("B", "GM1", 207500, 505000),
    village("C", "GM2", 212500, 505000),
    village("D", "GM2", 217500, 505000),
    village("E", "GM3", 221000, 505000),  # just across the border: takes nothing from GM2
    village("F", "GM4", 239000, 505000),
]
POINTS = {7: (6.9, 52.78)}


def made(*places, villages=VILLAGES):
    return resolve(places, villages, points=POINTS, outlines=OUTLINES)


def test_a_place_without_geometry_or_herkomst_is_left_out():
    assert list(made(place("nergens"), place("punt", geonames=7))) == ["punt"]


def test_the_point_of_a_geonames_record_is_where_the_official_transformation_puts_it():
    point = made(place("punt", geonames=7))["punt"]
    official = Transformer.from_crs("EPSG:4326", "EPSG:28992", always_xy=True).transform(6.9, 52.78)
    assert point.geom_type == "Point"
    assert point.distance(Point(official)) < 1.0


def test_drawn_geometry_becomes_multi_and_is_rounded_to_a_decimetre():
    line = {"type": "LineString", "coordinates": [[6.5, 52.5], [6.6, 52.5]]}
    found = made(place("lijn", line), place("vlak", AREA), place("punt", {"type": "Point", "coordinates": [6.5, 52.5]}))
    assert {i: g.geom_type for i, g in found.items()} == {
        "lijn": "MultiLineString",
        "vlak": "MultiPolygon",
        "punt": "Point",
    }
    assert all(
        round(v, 1) == v for v in (*found["lijn"].geoms[0].coords[1], *found["vlak"].geoms[0].exterior.coords[1])
    )


def test_an_outline_is_taken_as_it_is():
    assert made(place("west", omtrek="West"))["west"].equals(OUTLINES["West"])


def test_cells_part_the_outline_halfway_between_villages_of_two_municipalities():
    found = made(place("een", cellen="GM1"), place("twee", cellen="GM2"))
    halves = {"een": box(200000, 500000, 210000, 510000), "twee": box(210000, 500000, 220000, 510000)}
    for i, half in halves.items():
        assert isinstance(found[i], MultiPolygon)
        assert found[i].symmetric_difference(half).area < 0.001 * half.area


def test_a_village_across_the_border_takes_no_land():
    found = made(place("twee", cellen="GM2"), place("drie", cellen="GM3"))
    assert found["twee"].bounds[2] == pytest.approx(220000, abs=0.2)
    assert found["drie"].bounds[0] == pytest.approx(220000, abs=0.2)


def test_a_municipality_is_clipped_to_the_outline_of_most_of_its_villages():
    stray = [*VILLAGES, village("stray", "GM2", 220500, 502000)]
    assert made(place("twee", cellen="GM2"), villages=stray)["twee"].bounds[2] == pytest.approx(220000, abs=0.2)


def test_a_municipality_alone_in_its_outline_has_all_of_it():
    alone = [village("X", "GM9", 205000, 505000)]
    assert made(place("negen", cellen="GM9"), villages=alone)["negen"].equals(OUTLINES["West"])


def test_a_union_joins_its_members_also_other_unions_in_any_order():
    found = made(
        place("alles", vereniging=["beide", "oost"]),
        place("beide", vereniging=["een", "twee"]),
        place("een", cellen="GM1"),
        place("twee", cellen="GM2"),
        place("oost", omtrek="Oost"),
    )
    assert len(found["alles"].geoms) == 1
    assert found["beide"].area == pytest.approx(OUTLINES["West"].area, rel=1e-4)
    assert found["alles"].area == pytest.approx(2 * OUTLINES["West"].area, rel=1e-4)


def test_a_union_has_no_hole_that_only_rounding_made():
    ring = box(200000, 500000, 210000, 510000)
    outlines = {"ring": ring.difference(box(205000, 505000, 205010, 505010)), "elders": box(0, 0, 9000, 9000)}
    places = [place("ring", omtrek="ring"), place("elders", omtrek="elders"), place("u", vereniging=["ring", "elders"])]
    found = resolve(places, [], points={}, outlines=outlines)
    assert [len(part.interiors) for part in found["u"].geoms] == [0, 0]


def test_the_same_input_gives_the_same_geometry():
    places = [place("vlak", AREA), place("een", cellen="GM1"), place("alles", vereniging=["een", "vlak"])]
    again = [village["naam"] for village in VILLAGES][::-1]
    shuffled = sorted(VILLAGES, key=lambda row: again.index(row["naam"]))
    assert {i: g.wkb for i, g in made(*places).items()} == {
        i: g.wkb for i, g in made(*places[::-1], villages=shuffled).items()
    }


@pytest.mark.parametrize(
    ("places", "record_id", "field", "message"),
    [
        ([place("p", geonames=8)], "p", "herkomst", "unknown GeoNames id: 8"),
        ([place("p", geonames="x")], "p", "herkomst", "unknown GeoNames id: x"),
        ([place("p", omtrek="Noord")], "p", "herkomst", "no outline of 'Noord'"),
        ([place("p", cellen="GM8")], "p", "herkomst", "no village of municipality 'GM8'"),
        ([place("p", raden=1)], "p", "herkomst", "unknown way of making a geometry: 'raden'"),
        ([place("p", geonames=7, omtrek="West")], "p", "herkomst", "exactly one way"),
        ([place("p", AREA, geonames=7)], "p", "herkomst", "a geometry of its own as well"),
        ([place("u", vereniging=["weg"])], "u", "herkomst", "unknown place 'weg'"),
        ([place("u", vereniging=[])], "u", "herkomst", "needs a list of places"),
        ([place("u", vereniging="een")], "u", "herkomst", "needs a list of places"),
        ([place("u", vereniging=["leeg"]), place("leeg")], "u", "herkomst", "'leeg' has no location"),
        ([place("u", vereniging=["p"]), place("p", geonames=7)], "u", "herkomst", "'p' is not an area"),
        ([place("u", vereniging=["v"]), place("v", vereniging=["u"])], "u", "herkomst", "circle of unions: u > v > u"),
        ([place("p", BOW_TIE)], "p", "geometry", "Self-intersection"),
        ([place("p", {"type": "Polygon", "coordinates": []})], "p", "geometry", "empty"),
        ([place("p", {"type": "Vlak", "coordinates": []})], "p", "geometry", "not a GeoJSON geometry"),
        ([place("p", {"type": "LineString", "coordinates": [[6, 52]]})], "p", "geometry", ""),
        ([place("p", {"type": "MultiPoint", "coordinates": [[6, 52], [7, 52]]})], "p", "geometry", "must be one point"),
    ],
)
def test_a_fault_in_a_place_names_record_field_and_reason(places, record_id, field, message):
    with pytest.raises(GeographyError) as caught:
        made(*places)
    assert (caught.value.record_id, caught.value.field) == (record_id, field)
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"geonameid": "8"}, "geonameid", "unknown GeoNames id: 8"),
        ({"lon": ""}, "lon", "neither geonameid nor lon and lat"),
        ({"lat": "nan"}, "lon", "must be numbers"),
        ({"gemeentecode": "GM8", "lon": "3.0"}, "gemeentecode", "no village of GM8 is in an outline"),
        ({"gemeentecode": "GM2"}, "gemeentecode", "GM1 has a village at the same point"),
    ],
)
def test_a_fault_in_a_village_names_it(change, field, message):
    spoilt = [*VILLAGES, {**VILLAGES[0], "naam": "fout", **change}]
    with pytest.raises(GeographyError) as caught:
        made(place("een", cellen="GM1"), villages=spoilt)
    assert (caught.value.record_id, caught.value.field) == ("fout", field)
    assert message in caught.value.message


def test_villages_are_not_read_when_no_place_asks_for_cells():
    assert list(made(place("punt", geonames=7), villages=[{"naam": "kapot"}])) == ["punt"]


def test_the_map_of_qgis_is_found_by_prefix_and_its_absence_says_where_was_looked(monkeypatch, tmp_path):
    data = tmp_path / "share" / "qgis" / "resources" / "data"
    data.mkdir(parents=True)
    (data / "world_map.gpkg").touch()
    monkeypatch.setenv("QGIS_PREFIX_PATH", str(tmp_path))
    assert geography.world_map() == data / "world_map.gpkg"


def test_geonames_and_natural_earth_are_read():
    assert len(geography.geonames_points()) > 1000
    outlines = geography.province_outlines()
    assert len(outlines) == 12
    assert all(200 < area.area / 1e6 < 8000 and area.is_valid for area in outlines.values())
