# SPDX-License-Identifier: GPL-2.0-or-later
"""Authored geometry held against real data, where that lies beside the checkout (or at STERKESTEDEN_SHARED)."""

from __future__ import annotations

import csv
import json
import os
import re
from pathlib import Path

import fiona
import pytest
from shapely.geometry import Point, box, shape
from shapely.ops import unary_union

from tools import coverage
from tools.data.geography import resolve

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("STERKESTEDEN_SHARED", ROOT.parent / "shared")) / "data"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="no real data: ../shared/data is absent")

CITIES = {"hoogeveen": "GM0118", "emmen": "GM0114", "meppel": "GM0119", "assen": "GM0106"}
STATIONS = {"hoogeveen": "HGV", "emmen": "EMN", "meppel": "MP", "assen": "ASN"}
# Several on a line: a table of codes.
MUNICIPALITIES = {
    "aa-en-hunze": "GM1680", "assen": "GM0106", "borger-odoorn": "GM1681", "coevorden": "GM0109", "de-wolden": "GM1690",
    "emmen": "GM0114", "hoogeveen": "GM0118", "meppel": "GM0119", "midden-drenthe": "GM1731", "noordenveld": "GM1699",
    "tynaarlo": "GM1730", "westerveld": "GM1701", "hardenberg": "GM0160",
}  # fmt: skip
UNIONS = {
    "boce": ["GM0109", "GM0114", "GM1681"],
    "vierkant-voor-werk": ["GM0109", "GM0114", "GM0118", "GM0160"],
    "drenthe": [code for name, code in MUNICIPALITIES.items() if name != "hardenberg"],
}
# The register's track sections under each line as far as its file reaches: from Zwolle to Mariënberg it has none.
RAILWAYS = {
    "spoorlijn-zwolle-groningen": ["Hea-Mp", "Mp-Hrn"],
    "spoorlijn-meppel-leeuwarden": ["Mp-Lw"],
    "spoorlijn-emmen-zwolle": ["Mrb-Emn"],
}


def read(file, layer, key):
    with fiona.open(SHARED / file, layer=layer) as rows:
        found = {}
        for row in rows:
            found.setdefault(row["properties"][key], []).append(shape(row["geometry"]))
    return {
        value: unary_union([part if part.is_valid else part.buffer(0) for part in parts])
        for value, parts in found.items()
    }


@pytest.fixture(scope="module")
def places():
    features = [
        feature
        for path in sorted((ROOT / "data" / "places").glob("*.geojson"))
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]
    ]
    with (ROOT / "data" / "places" / "kernen.csv").open(encoding="utf-8", newline="") as rows:
        villages = list(csv.DictReader(rows))
    rows = [
        {"id": f["properties"]["id"], "geometry": f["geometry"], "herkomst": f["properties"].get("herkomst")}
        for f in features
    ]
    return resolve(rows, villages)


@pytest.fixture(scope="module")
def municipalities():
    return read("gemeenten-noordoost-nl/gemeenten_2022_rd.gpkg", "gemeenten", "statcode")


def overlap(one, other):
    """Intersection over union."""
    return one.intersection(other).area / one.union(other).area


def furthest(line, other, step=50.0):
    """Largest distance in metres from points along a line to another."""
    parts = getattr(line, "geoms", [line])
    along = [part.interpolate(min(i * step, part.length)) for part in parts for i in range(int(part.length / step) + 2)]
    return max(point.distance(other) for point in along)


@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_a_municipality_overlaps_the_real_one(places, municipalities, name):
    assert overlap(places[f"gemeente-{name}"], municipalities[MUNICIPALITIES[name]]) >= 0.65


@pytest.mark.parametrize("name", UNIONS)
def test_a_union_overlaps_the_real_one(places, municipalities, name):
    assert overlap(places[name], unary_union([municipalities[code] for code in UNIONS[name]])) >= 0.8


@pytest.mark.parametrize("city", CITIES)
def test_a_city_lies_in_its_real_municipality(places, municipalities, city):
    assert municipalities[CITIES[city]].contains(places[city])


@pytest.mark.parametrize("city", STATIONS)
def test_a_station_is_where_it_is(places, city):
    with fiona.open(SHARED / "spoorlijnen-prorail/stations_noordoost_rd.gpkg") as rows:
        real = {row["properties"]["code"]: shape(row["geometry"]) for row in rows}
    assert places[f"station-{city}"].distance(real[STATIONS[city]]) <= 300


@pytest.mark.parametrize("name", RAILWAYS)
def test_a_railway_runs_where_it_runs_along_its_whole_length_both_ways(places, name):
    sections = read("spoorlijnen-prorail/spoorlijnen_noordoost_rd.gpkg", "spoorlijn", "TRAJECT")
    real = unary_union([sections[section] for section in RAILWAYS[name]])
    assert furthest(real, places[name]) <= 1500
    drawn = places[name].intersection(box(*real.bounds))
    assert drawn.length > 0.4 * real.length  # the register has both tracks
    assert furthest(drawn, unary_union(list(sections.values()))) <= 1500


@pytest.mark.parametrize("city", CITIES)
def test_what_belongs_to_a_city_lies_in_or_near_its_municipality(places, municipalities, city):
    """Centre, station, neighbourhoods and estates are not drawn in another town or in open country far off."""
    near = municipalities[CITIES[city]].buffer(1000)
    kinds = ("centrum-", "binnenstad-", "station-", "wijken-", "industrie-", "havens-", "rand-")
    for record_id, geometry in places.items():
        if record_id.startswith(kinds) and city in record_id:
            assert near.contains(geometry), record_id


def test_neighbourhoods_lie_on_those_of_the_register(places):
    real = read("wijken-2024/wijken_2024_drenthe_omgeving_rd.gpkg", "wijken", "wijkcode")
    assert overlap(places["angelslo"], real["WK011443"]) > 0.5
    assert real["WK011453"].buffer(500).contains(Point(places["emmtec"]))
    assert real["WK011440"].buffer(300).contains(places["oude-dierentuin-emmen"])


NO_NAMES = {"LATER", "Harde", "Network", "Instruments", "German", "Germany"}


def test_every_name_of_the_mission_s_table_of_places_is_in_the_checklist():
    mission = (SHARED.parent / "mission" / "inventory.md").read_text(encoding="utf-8")
    table = mission.split("## What goes on the map")[1].split("Aliases:")[0]
    rows = [line.split("|")[2] for line in table.splitlines() if line.count("|") == 3][2:]
    assert len(rows) == 6
    words = {word for row in rows for word in re.findall(r"(?<![\w'])[A-Z][\w-]{3,}", row)} - NO_NAMES
    named = " ".join(f"{line.text} {line.ids}" for line in coverage.lines(ROOT / "data"))
    assert len(words) > 40
    assert {word for word in words if word.lower() not in named.lower()} == set()
