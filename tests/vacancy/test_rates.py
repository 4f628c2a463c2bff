# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates by area and function: every figure against a count in plain Python."""

import numpy as np
import pytest

from sterkesteden_plugin.vacancy.premises import OCCUPIED, UNKNOWN, VACANT, duration
from sterkesteden_plugin.vacancy.rates import rates

from .packing import premises


def some(seed=1, count=400):
    random = np.random.default_rng(seed)
    own = [
        [str(name) for name in random.choice(["winkel", "kantoor", "wonen"], random.integers(0, 3))]
        for _ in range(count)
    ]
    floor = np.where(random.random(count) < 0.2, np.nan, random.integers(20, 900, count))
    units = premises(random.choice([VACANT, OCCUPIED, UNKNOWN], count), floor, own)
    pairs = [(unit, area) for unit in range(count) for area in range(5) if random.random() < 0.3]
    before = random.choice([VACANT, OCCUPIED, UNKNOWN], count)
    return units, own, np.array(pairs), before, random.integers(0, 4, count)


def test_every_figure_is_what_a_count_by_hand_gives():
    units, own, pairs, before, long = some()
    told = rates(units, pairs[:, 0], pairs[:, 1], 5, before, long)
    for area in range(5):
        for kind, name in enumerate([*units.functions, None]):
            mine = [unit for unit, where in pairs if where == area and (name is None or name in own[unit])]
            known = [unit for unit in mine if units.vacant[unit] != UNKNOWN]
            empty = [unit for unit in known if units.vacant[unit] == VACANT]
            sized = [unit for unit in known if not np.isnan(units.floor_area[unit])]
            floor = sum(units.floor_area[unit] for unit in sized)
            vacant_floor = sum(units.floor_area[unit] for unit in sized if unit in empty)
            compared = [unit for unit in empty if before[unit] != UNKNOWN]
            stayed = [unit for unit in compared if before[unit] == VACANT]
            at = (area, kind)
            assert told.units[at] == len(known) and told.unknown[at] == len(mine) - len(known)
            assert told.vacant[at] == len(empty) and told.rate[at] == len(empty) / len(known)
            assert told.floor_area[at] == floor and told.area_rate[at] == vacant_floor / floor
            assert told.no_area[at] == len(known) - len(sized)
            assert told.compared[at] == len(compared) and told.long_term[at] == len(stayed)
            assert told.long_share[at] == len(stayed) / len(compared)
            assert told.durations[at].tolist() == [sum(long[unit] == one for unit in empty) for one in range(4)]
            assert told.low[at] < told.rate[at] < told.high[at]


def test_a_unit_with_two_functions_counts_in_both_and_once_in_all():
    units = premises([VACANT], [50], [["winkel", "kantoor", "winkel"]])
    told = rates(units, np.array([0]), np.array([0]), 1)
    assert units.functions == ("kantoor", "winkel")
    assert told.units.tolist() == [[1, 1, 1]] and told.vacant_area.tolist() == [[50, 50, 50]]


def test_what_is_not_known_is_no_part_of_a_rate():
    units = premises([VACANT, UNKNOWN, UNKNOWN], [np.nan, 10, 10], [["winkel"], [], []])
    told = rates(units, np.array([0, 1, 2]), np.zeros(3, int), 2)
    assert told.rate[0].tolist() == [1, 1] and told.unknown[0].tolist() == [0, 2]
    assert np.isnan(told.area_rate[0]).all() and np.isnan(told.long_share[0]).all()
    assert told.durations[0, 1].tolist() == [0, 0, 0, 1]
    assert told.units[1].tolist() == [0, 0] and np.isnan(told.rate[1]).all() and not told.suppressed[1].any()


def test_few_units_are_not_told():
    units = premises([VACANT, OCCUPIED, OCCUPIED], [10, 10, 10], [["winkel"], ["winkel"], ["kantoor"]])
    told = rates(units, np.arange(3), np.zeros(3, int), 1, least=2)
    assert told.suppressed.tolist() == [[True, False, False]]
    assert told.units.tolist() == [[0, 2, 3]] and np.isnan(told.rate[0, 0]) and told.floor_area[0, 0] == 0


def test_nothing_at_all_is_no_error():
    none = np.empty(0, np.int64)
    told = rates(premises([], [], []), none, none, 2)
    assert told.units.tolist() == [[0], [0]] and np.isnan(told.rate).all()


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("2024-01-01", 0),
        ("2023-01-01", 0),
        ("2022-12-31", 1),
        ("2021-01-01", 1),
        ("2020-12-31", 2),
        ("2024-01-02", 3),
        ("NaT", 3),
    ],
)
def test_up_to_one_year_is_friction_and_over_three_structural(since, told):
    assert duration(np.array([since], "datetime64[D]"), "2024-01-01").tolist() == [told]


def test_a_year_before_the_day_that_only_leap_years_have():
    assert duration(np.array(["2023-02-28", "2023-02-27"], "datetime64[D]"), "2024-02-29").tolist() == [0, 1]
