# SPDX-License-Identifier: GPL-2.0-or-later
"""Ties, sector profiles and polycentricity in a real qgis_process."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest

from sterkesteden_plugin.networks.flows import Flows
from sterkesteden_plugin.networks.gravity import fit, straight_distances
from sterkesteden_plugin.networks.polycentricity import functional
from sterkesteden_plugin.networks.sectors import krugman, profile
from sterkesteden_plugin.networks.ties import ties

pytestmark = pytest.mark.e2e

PLACES = {"A1": (0, 0), "B2": (12_000, 3_000), "C3": (25_000, -4_000), "D4": (8_000, 21_000)}
FLOWS = [(a, b, 7 * n + 3 * m + (50 if a == b else 1)) for n, a in enumerate(PLACES) for m, b in enumerate(PLACES)]
SECTORS = [("A1", 20, 10, 70), ("B2", 60, 40, 0), ("C3", 30, 30, 30)]


@pytest.fixture()
def given(tmp_path):
    """Words that every run has."""
    zones = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},
        "features": [
            {
                "type": "Feature",
                "properties": {"code": code, "naam": f"Stad {code}"},
                "geometry": {"type": "Point", "coordinates": place},
            }
            for code, place in PLACES.items()
        ],
    }
    (tmp_path / "zones.geojson").write_text(json.dumps(zones), encoding="utf-8")
    for name, header, rows in (("pendel", "woon,werk,banen", FLOWS), ("banen", "gm,industrie,zorg,handel", SECTORS)):
        lines = [header, *(",".join(map(str, row)) for row in rows)]
        (tmp_path / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    return [f"--ZONES={tmp_path / 'zones.geojson'}", f"--FLOWS={tmp_path / 'pendel.csv'}"]


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def flows():
    return Flows.of(*zip(*FLOWS), tuple(PLACES))


def test_ties_are_those_of_the_core(command, given, tmp_path):
    target = tmp_path / "uit.csv"
    said = command("run", "sterkesteden:networkties", *given, "--CHOSEN=A1,B2,D4", f"--OUTPUT={target}")
    wanted = ties(
        flows(), ["A1", "B2", "D4"], model=fit(flows(), straight_distances(np.array([*PLACES.values()], float)))
    )
    assert "Gravity model: beta" in said
    for name, column in (("samen", wanted.total), ("verwacht", wanted.expected), ("verhouding", wanted.ratio)):
        assert [float(row[name]) for row in rows(target)] == pytest.approx(column.tolist())


def test_polycentricity_is_that_of_the_core(command, given, tmp_path):
    target = tmp_path / "uit.csv"
    command("run", "sterkesteden:polycentricity", *given, "--CHOSEN=A1,B2,D4", "--DIRECTION=1", f"--OUTPUT={target}")
    told = {row["maat"]: float(row["waarde"]) for row in rows(target)}
    assert told["green"] == pytest.approx(functional(flows(), ["A1", "B2", "D4"], "out").value)


def test_sector_profiles_are_those_of_the_core(command, given, tmp_path):
    target, pairs = tmp_path / "uit.csv", tmp_path / "paren.csv"
    table = [f"--PROFILE={tmp_path / 'banen.csv'}", "--PROFILE_CODE=gm", "--AMOUNTS=industrie;zorg;handel"]
    command("run", "sterkesteden:sectorprofile", *table, *given, f"--OUTPUT={target}", f"--PAIRS={pairs}")
    found = profile(np.array([row[1:] for row in SECTORS], float))
    assert [float(row["lq"]) for row in rows(target)] == pytest.approx(found.quotients.ravel().tolist())
    index = krugman(found.shares)
    assert [float(row["krugman"]) for row in rows(pairs)] == pytest.approx(index[~np.eye(3, dtype=bool)].tolist())


@pytest.mark.parametrize("name", ["networkties", "polycentricity", "sectorprofile"])
def test_help_is_in_english(command, name):
    said = command("help", f"sterkesteden:{name}")
    assert "Rows are joined to zones by code, never by name." in said and "CHOSEN" in said


def test_what_cannot_be_done_ends_with_a_code(command, given, tmp_path):
    words = ("run", "sterkesteden:networkties", *given, f"--OUTPUT={tmp_path / 'uit.csv'}")
    assert "No zone has the code Z9" in command(*words, "--CHOSEN=A1,Z9", fails=True)
