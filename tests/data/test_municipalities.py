# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipalities that merged, as the pack tells them, beside what real files say there was in a year."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from sterkesteden_plugin.networks.od_tables import read_successors
from sterkesteden_plugin.networks.recoding import recode

REAL = Path(__file__).resolve().parents[3] / "shared" / "data"
SKIP = pytest.mark.skipif(not REAL.is_dir(), reason="the real files do not lie beside this folder")
TODAY = "2026-01-01"


@pytest.fixture(scope="module")
def told(_real_built):
    return read_successors(_real_built)


def test_codes_and_dates_are_in_form(told):
    assert len(told) > 150
    for one in told:
        assert re.fullmatch(r"GM\d{4}", one.old) and re.fullmatch(r"GM\d{4}", one.new) and one.old != one.new
        assert "2006-01-01" <= one.date <= TODAY and one.old_name and one.new_name


def test_a_code_ends_once_and_has_one_name(told):
    assert all(len({one.date for one in told if one.old == old}) == 1 for old in {one.old for one in told})
    names: dict[str, set[str]] = {}
    for one in told:
        names.setdefault(one.old, set()).add(one.old_name)
        names.setdefault(one.new, set()).add(one.new_name)
    assert all(len(every) == 1 for every in names.values())


def test_what_came_of_a_code_ends_later_than_it(told):
    ends = {one.old: one.date for one in told}
    assert all(ends[one.new] > one.date for one in told if one.new in ends)


def test_every_code_comes_to_an_end_that_is_there_today(told):
    gone = {one.old for one in told}
    found = recode(gone, told, until=TODAY)
    assert not set(found.applied.values()) & gone
    assert set(found.split) | set(found.applied) == gone


def test_what_was_divided_is_named_with_all_its_parts(told):
    parts = {one.old_name: sum(other.old == one.old for other in told) for one in told}
    assert {name: count for name, count in parts.items() if count > 1} == {
        "Boarnsterhim": 4,
        "Haaren": 4,
        "Littenseradiel": 3,
        "Maasdonk": 2,
        "Meerlo-Wanssum": 2,
        "Winsum": 2,
    }


def _plain(name: str) -> str:
    return re.sub(r" \(.*\)", "", name).replace("Sudwest-Fryslan", "Súdwest-Fryslân")


@SKIP
def test_the_municipalities_of_2014_are_those_that_were_there(told):
    with (REAL / "pendel-2006-2014" / "Van_2014_orig.csv").open(encoding="utf-8") as file:
        names = {_plain(row[0]) for row in csv.reader(file, delimiter=";")}
    born = {one.new for one in told} - {one.new for one in told if one.date <= "2014-01-01"}
    twice = Counter(one.old_name for one in told)
    for one in told:
        if one.date > "2014-12-31":
            assert one.old_name in names or one.old in born, one
        elif twice[one.old_name] == 1:
            assert one.old_name not in names, one
            assert one.new_name in names, one


@SKIP
def test_codes_and_names_are_those_of_the_files(told):
    seen: dict[str, tuple[str, int]] = {}
    with (REAL / "pendel-2006-2014" / "pendel_drenthe_2006_2014.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for code, name in (("woon_code", "woongemeente"), ("werk_code", "werkgemeente")):
                year = max(int(row["jaar"]), seen.get(row[code], ("", 0))[1])
                seen[row[code]] = _plain(row[name]), year
    content = (REAL / "gemeenten-noordoost-nl" / "gemeenten_2022_wgs84.geojson").read_text(encoding="utf-8")
    now = {one["properties"]["statcode"]: one["properties"]["naam"] for one in json.loads(content)["features"]}
    for one in told:
        if one.old in seen:
            assert seen[one.old][0] == one.old_name and seen[one.old][1] < int(one.date[:4])
        if one.new in seen:
            assert seen[one.new][0] == one.new_name
        if one.new in now:
            assert now[one.new] == one.new_name
        assert one.old not in now or one.date > "2022-01-01"
