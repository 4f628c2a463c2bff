# SPDX-License-Identifier: GPL-2.0-or-later
"""The places in data/places as they are: complete, readable in a diff, after RFC 7946, in their part of the world."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from shapely.geometry import Point, shape

from sterkesteden_plugin.store.schema import CERTAINTIES, PLACE_KINDS
from tools.data.geography import geonames_points, resolve, to_rd, village_point

PLACES = Path(__file__).resolve().parents[2] / "data" / "places"
FILES = sorted(PLACES.glob("*.geojson"))
KEYS = {
    "id",
    "naam",
    "soort",
    "groep",
    "stad",
    "zekerheid",
    "historisch",
    "sleutel",
    "bron",
    "peildatum",
    "geometriebron",
    "toelichting",
}


def features():
    return [f for path in FILES for f in json.loads(path.read_text(encoding="utf-8"))["features"]]


@pytest.fixture(scope="module")
def villages():
    with (PLACES / "kernen.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


@pytest.fixture(scope="module")
def located(villages):
    places = [{**f["properties"], "geometry": f["geometry"]} for f in features()]
    return resolve([{**p, "herkomst": p.get("herkomst")} for p in places], villages)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_feature_a_line(path):
    first, *lines, last = path.read_text(encoding="utf-8").splitlines()
    assert first == '{"type": "FeatureCollection", "features": ['
    assert last == "]}"
    assert all(json.loads(line.rstrip(","))["type"] == "Feature" for line in lines)


def test_ids_are_unique():
    ids = [f["properties"]["id"] for f in features()]
    assert len(ids) == len(set(ids)) == 139


def test_properties_are_those_of_the_data_model():
    for feature in features():
        properties = feature["properties"]
        assert set(properties) - {"herkomst"} == KEYS, properties["id"]
        assert properties["soort"] in PLACE_KINDS, properties["id"]
        assert properties["zekerheid"] in CERTAINTIES, properties["id"]
        assert isinstance(properties["historisch"], bool), properties["id"]


def test_exact_are_only_points_of_a_register():
    exact = [f["properties"] for f in features() if f["properties"]["zekerheid"] == "exact"]
    assert exact
    assert all(list(p["herkomst"]) == ["geonames"] for p in exact)


def test_what_is_drawn_or_left_out_says_so():
    for feature in features():
        properties = feature["properties"]
        if feature["geometry"]:
            assert properties["geometriebron"] == "eigen-tekening", properties["id"]
        elif "herkomst" not in properties:
            assert properties["geometriebron"] is None, properties["id"]
            assert properties["zekerheid"] == "vaag", properties["id"]
        if properties["zekerheid"] == "vaag":
            assert properties["toelichting"], properties["id"]


def test_drawn_coordinates_have_five_decimals_at_most():
    def numbers(value):
        if isinstance(value, list):
            for part in value:
                yield from numbers(part)
        else:
            yield value

    for feature in features():
        drawn = feature["geometry"] or {"coordinates": []}
        assert all(round(v, 5) == v for v in numbers(drawn["coordinates"])), feature["properties"]["id"]


def test_drawn_areas_are_valid_and_run_anticlockwise():
    for feature in features():
        drawn = feature["geometry"] and shape(feature["geometry"])
        for part in getattr(drawn, "geoms", [drawn]) if drawn else []:
            assert part.is_valid, feature["properties"]["id"]
            if part.geom_type == "Polygon":
                assert part.exterior.is_ccw, feature["properties"]["id"]
                assert not part.interiors, feature["properties"]["id"]


def test_fuzzy_areas_have_enough_vertices_to_look_round():
    for feature in features():
        if feature["geometry"] and feature["properties"]["zekerheid"] == "vaag":
            drawn = shape(feature["geometry"])
            for part in getattr(drawn, "geoms", [drawn]):
                if part.geom_type == "Polygon":
                    assert 15 <= len(part.exterior.coords) <= 45, feature["properties"]["id"]


def test_every_place_lies_in_the_netherlands_or_its_border_region(located):
    region = to_rd(Point(3.3, 50.7)).coords[0] + to_rd(Point(7.5, 53.6)).coords[0]
    for record_id, geometry in located.items():
        west, south, east, north = geometry.bounds
        inside = region[0] < west and region[1] < south and east < region[2] and north < region[3]
        assert inside, record_id


def test_every_place_but_those_the_story_leaves_open_is_located(located):
    left_out = {f["properties"]["id"] for f in features()} - set(located)
    assert len(left_out) == 13
    assert {g.geom_type for g in located.values()} == {"Point", "MultiLineString", "MultiPolygon"}
    assert all(g.is_valid and not g.is_empty for g in located.values())


def test_municipalities_do_not_overlap(located):
    areas = {f["properties"]["id"]: located[f["properties"]["id"]] for f in features() if is_municipality(f)}
    names = sorted(areas)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            assert areas[one].intersection(areas[other]).area < 1000, (one, other)


def test_each_city_lies_in_its_own_derived_municipality(located):
    by_city = {f["properties"]["stad"]: f["properties"]["id"] for f in features() if is_municipality(f)}
    cities = [f["properties"] for f in features() if f["properties"]["soort"] == "stad"]
    assert len(cities) == 4
    for city in cities:
        assert located[by_city[city["stad"]]].contains(located[city["id"]]), city["id"]


def test_links_between_cities_begin_and_end_in_them(located):
    cities = [located[f["properties"]["id"]] for f in features() if f["properties"]["soort"] == "stad"]
    between = [f["properties"] for f in features() if f["properties"]["soort"] == "verbinding"]
    links = [p["id"] for p in between if p["groep"] == "netwerk" and not p["stad"]]
    assert len(links) == 6
    for link in links:
        ends = located[link].boundary.geoms
        assert all(min(end.distance(city) for city in cities) < 10 for end in ends), link


def test_villages_lie_in_the_country_and_none_twice(villages):
    names = [(row["naam"], row["gemeentecode"]) for row in villages]
    assert len(names) == len(set(names))
    for row in villages:
        lon, lat = village_point(row, geonames_points())
        assert 6.0 < lon < 7.3, row["naam"]
        assert 52.3 < lat < 53.3, row["naam"]
        assert row["bron"] == ("geonames" if row["geonameid"] else "eigen-tekening"), row["naam"]


def is_municipality(feature):
    return feature["properties"]["soort"] == "gemeente"
