# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors by zone as tables have them."""

import numpy as np
import pytest

from sterkesteden_plugin.networks.sector_tables import Twice, long_table, wide_table


def same(told, wanted):
    return np.asarray(told).ravel().tolist() == pytest.approx(np.asarray(wanted, float).ravel().tolist(), nan_ok=True)


LONG = [
    ("GM0002 ", "Industrie", "10,5"), ("GM0001", "Industrie", "30"), ("GM0001", "Zorg", "."), ("GM0002", "Zorg", 4),
    ("GM0001", "Totaal", "100"), ("", "Zorg", "9"), ("GM0003", "Handel", "x"), ("GM0003", "Zorg", "veel"),
    ("GM0003", "Industrie", "-1"),
]  # fmt: skip


def test_a_row_for_each_zone_and_sector():
    told = long_table(*zip(*LONG), range(2, 11))
    assert told.codes == ("GM0001", "GM0002", "GM0003") and told.sectors == ("Industrie", "Zorg", "Handel")
    nan = np.nan
    assert same(told.amounts, [[30, nan, nan], [10.5, 4, nan], [nan, nan, nan]])
    assert same(told.totals, [100, nan, nan])
    assert told.wrong == ((9, "veel"), (10, "-1"))


def test_without_a_total_there_are_none_and_an_empty_table_is_no_error():
    assert long_table(["A"], ["Zorg"], [3], [1]).totals is None
    told = long_table([], [], [], [])
    assert told.codes == () and told.amounts.shape == (0, 0)


def test_two_words_for_the_total_are_one():
    told = long_table("AAA", ["Totaal banen", "Zorg", "total"], [9, 3, 8], [1, 2, 3])
    assert told.sectors == ("Zorg",) and same(told.totals, [9])


def test_a_column_for_each_sector():
    told = wide_table(
        ["B", "A", None], {"zorg": ["3", "", "7"], "handel": [1, "niets", 5]}, ["10", "20", "0"], [2, 3, 4]
    )
    assert told.codes == ("A", "B") and told.sectors == ("zorg", "handel")
    assert same(told.amounts, [[np.nan, np.nan], [3, 1]]) and same(told.totals, [20, 10])
    assert told.wrong == ((3, "niets"),)
    assert wide_table([], {}, None, []).amounts.shape == (0, 0)
    assert wide_table(["A"], {"zorg": [1]}, None, [2]).totals is None


def test_a_zone_that_is_there_twice_is_told():
    with pytest.raises(Twice) as told:
        long_table("AA", ["Zorg", "Zorg"], [1, 2], [1, 2])
    assert told.value.args == ("A", "Zorg")
    with pytest.raises(Twice):
        wide_table(["A", "B", "A "], {"zorg": [1, 2, 3]}, None, [1, 2, 3])
