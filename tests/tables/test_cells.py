# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells as texts, periods and numbers."""

import numpy as np
import pytest

from sterkesteden_plugin.tables import cells


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["2,7", "0,5"], [2.7, 0.5]),
        (["2.7", "12"], [2.7, 12]),
        (["1.234", "2,7"], [1234, 2.7]),
        (["1,234", "2.7"], [1234, 2.7]),
        (["1.234", "1.234.567"], [1234, 1234567]),
        (["1.234,5", "2.7"], [1234.5, 2.7]),
        (["1 234", "1\xa0234", "1'234"], [1234, 1234, 1234]),
        (["0.123", "1.234"], [0.123, 1.234]),
        ([5, 2.5], [5, 2.5]),
        (["1e3", ",5", "12,"], [1000, 0.5, 12]),
        (["2.7000000000000002"], [2.7]),
    ],
)
def test_decimals_and_thousands_are_told_by_the_column(written, read):
    values, kind, example = cells.numbers(written)
    assert values.tolist() == read and not kind.any() and example == ""


def test_a_number_that_may_be_thousands_has_decimals_and_is_told():
    assert cells.numbers(["1.234", "5"])[0].tolist() == [1.234, 5]
    assert cells.numbers(["1.234", "5"])[2] == "1.234"
    assert cells.numbers(["1.234", "1.234.567", "2.5"])[2] == "1.234"  # the column contradicts itself


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("-", cells.NO_DATA),
        (".", cells.NO_DATA),
        ("", cells.NO_DATA),
        (None, cells.NO_DATA),
        ("x", cells.NO_DATA),
        ("geheim", cells.NO_DATA),
        (float("nan"), cells.NO_DATA),
        (-99997, cells.NO_DATA),
        ("-99995", cells.NO_DATA),
        ("veel", cells.NO_NUMBER),
        ("1_000", cells.NO_NUMBER),
        ("1.23.4", cells.NO_NUMBER),
        ("inf", cells.NO_NUMBER),
        (float("inf"), cells.NO_NUMBER),
        (10**400, cells.NO_NUMBER),
        ("-5", cells.NEGATIVE),
        ("−5", cells.NEGATIVE),
        (-0.1, cells.NEGATIVE),
        (0, cells.NUMBER),
        ("0", cells.NUMBER),
    ],
)
def test_what_a_cell_is(written, kind):
    values, kinds, _ = cells.numbers([written])
    assert kinds.tolist() == [kind] and values.tolist() == [0]


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2014MM12", ("2014", "12")),
        ("2024JJ00", ("2024", "")),
        ("2014*", ("2014", "")),
        ("2014-12-31", ("2014", "12")),
        ("31-12-2014", ("2014", "12")),
        ("2014 december", ("2014", "")),
        (2014, ("2014", "")),
        (2014.0, ("2014", "")),
        ("12", None),
        ("", None),
        (None, None),
    ],
)
def test_periods(written, period):
    assert cells.period(written) == period


def test_values_are_sorted_and_the_same_in_all_columns():
    labels, (first, second) = cells.factorise((["B", "A", None], ["C", "A", "B"]), lambda cell: cell)
    assert labels == ["A", "B", "C"]
    assert first.tolist() == [1, 0, -1] and second.tolist() == [2, 0, 1]
    assert first.dtype == np.int64
