# SPDX-License-Identifier: GPL-2.0-or-later
"""Flow lines, measures, regions and agreement in a real qgis_process, with the results a file keeps."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing

import numpy as np
import pytest
from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

from sterkesteden_plugin.networks.functional_areas import functional_areas
from sterkesteden_plugin.networks.measures import measures
from sterkesteden_plugin.networks.selecting import select
from sterkesteden_plugin.processing.results import run_of
from tests.processing.squares import CODES, ROWS, column, flows, squares, table

pytestmark = pytest.mark.e2e


@pytest.fixture()
def given(qgis_app, tmp_path):
    """Words that every run has."""
    path = tmp_path / "vakken.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(squares(), str(path), QgsProject.instance().transformContext(), options)
    return [f"--FLOWS={table(tmp_path)}", f"--ZONES={path}", "--MERGERS=false"]


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_flow_lines_are_those_of_the_core_and_the_file_says_what_they_are(command, given, tmp_path):
    target, csv_target = tmp_path / "uit.gpkg", tmp_path / "uit.csv"
    words = ("--LEAST=9", "--TOP=0", f"--LINES={target}", f"--CSV={csv_target}")
    said = command("run", "sterkesteden:networkflows", *given, *words)
    chosen = select(flows(), 9)
    assert f"8 of {chosen.candidates} flows are above the thresholds" in said and len(chosen.flow) == 8
    layer = QgsVectorLayer(str(target), "uit", "ogr")
    assert column(layer, "stroom") == chosen.flow.tolist()
    assert layer.renderer().type() == "graduatedSymbol" and layer.attributeAlias(1) == "From, code"
    algorithm, parameters = run_of(layer)
    assert algorithm == "sterkesteden:networkflows" and parameters["LEAST"] == 9
    assert csv_target.read_text(encoding="utf-8-sig").startswith("van_code;van_naam;")
    # Again into the same file, as the metadata says.
    again = [f"--{key}={value}" for key, value in parameters.items()]
    command("run", algorithm, *again, f"--LINES={target}")
    with closing(sqlite3.connect(target)) as db:
        assert db.execute("SELECT count(*) FROM uit").fetchone() == (8,)


def test_measures_are_those_of_the_core(command, given, tmp_path):
    target = tmp_path / "uit.csv"
    command("run", "sterkesteden:networkmeasures", *given, f"--OUTPUT={target}")
    told = [row["zelf_aanbod"] for row in rows(target)]
    assert [float(one or "nan") for one in told] == pytest.approx(measures(flows()).supply.tolist(), nan_ok=True)


def test_regions_are_those_of_the_core(command, given, tmp_path):
    target, regions = tmp_path / "uit.csv", tmp_path / "gebieden.geojson"
    words = ("--METHOD=1", "--SHARE=20", "--WHOLE_ONLY=false", f"--ZONES_OUT={target}", f"--REGIONS={regions}")
    command("run", "sterkesteden:networkregions", *given, *words)
    borders = np.array([(number, number + 1) for number in range(len(CODES) - 1)])
    division = functional_areas(flows(), 0.2, None, borders)
    wanted = [CODES[division.centres[label]] if label >= 0 else "" for label in division.labels]
    assert [row["regio"] for row in rows(target)] == wanted
    assert QgsVectorLayer(str(regions), "x", "ogr").featureCount() == division.count
    assert regions.with_suffix(".qml").exists() and regions.with_suffix(".qmd").exists()


def test_agreement_gives_shares(command, given, tmp_path):
    target = tmp_path / "uit.csv"
    said = command("run", "sterkesteden:networkagreement", *given, "--WHOLE_ONLY=false", f"--SOFT={target}")
    assert "15 divisions: 15 thresholds of 4 methods in 1 years." in said
    found = rows(target)
    assert {row["code"] for row in found} >= set(CODES[:5]) and all(0 < float(row["aandeel"]) <= 1 for row in found)


@pytest.mark.parametrize("name", ["networkflows", "networkmeasures", "networkregions", "networkagreement"])
def test_help_is_in_english(command, name):
    said = command("help", f"sterkesteden:{name}")
    assert "Rows are joined to zones by code, never by name." in said and "ZONES" in said


def test_what_cannot_be_done_ends_with_a_code(command, given, tmp_path):
    words = ("run", "sterkesteden:networkmeasures", *given, f"--OUTPUT={tmp_path / 'uit.csv'}")
    assert "no year 1999. Choose one of: 2014" in command(*words, "--YEAR=1999", fails=True)
    path = table(tmp_path, [*ROWS, ("GM0001", "GM0002", "veel")], name="slecht.csv")
    words = [f"--FLOWS={path}", *given[1:], f"--OUTPUT={tmp_path / 'uit.csv'}", f"--REJECTED={tmp_path / 'af.csv'}"]
    command("run", "sterkesteden:networkmeasures", *words)
    assert [(row["regel"], row["stroom"]) for row in rows(tmp_path / "af.csv")] == [(str(len(ROWS) + 2), "veel")]
