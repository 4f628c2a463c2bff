# SPDX-License-Identifier: GPL-2.0-or-later
"""Ties between chosen zones."""

import numpy as np
import pytest

from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows
from sterkesteden_plugin.networks.gravity import fit
from sterkesteden_plugin.networks.ties import crossing, ties

NOW = Flows.of("AAABBCCD", "ABCBAACB", [70, 20, 10, 30, 10, 5, 15, 8], unit="banen", year="2014")
NOW_ELSEWHERE = Flows.of(
    [*"AAABBCCD", "B"], [*"ABCBAACB", ELSEWHERE], [70, 20, 10, 30, 10, 5, 15, 8, 60], unit="banen", year="2014"
)
THEN = Flows.of("AABC", "ABAA", [80, 10, 5, 5], unit="banen", year="2006")


def test_pairs_come_in_the_order_in_which_zones_were_chosen():
    told = ties(NOW_ELSEWHERE, ["C", "A", "B", "A"])
    assert [NOW.codes[a] + NOW.codes[b] for a, b in zip(told.first, told.second)] == ["CA", "CB", "AB"]
    assert told.there.tolist() == [5, 0, 20] and told.back.tolist() == [10, 0, 10]
    assert told.total.tolist() == [15, 0, 30]
    assert told.share_there.tolist() == [0.25, 0, 0.2]
    assert told.share_back.tolist() == [0.1, 0, 0.1]  # of B's 100, 60 of which are elsewhere
    assert told.share_between.tolist() == [1 / 3, 0, 2 / 3]
    for unknown in (told.before, told.change, told.growth, told.expected, told.ratio, told.residual):
        assert np.isnan(unknown).all()


def test_another_year_is_joined_by_code():
    told = ties(NOW, ["A", "B", "C", "D"], THEN)  # D is not in the table of then
    pairs = [NOW.codes[a] + NOW.codes[b] for a, b in zip(told.first, told.second)]
    assert pairs == ["AB", "AC", "AD", "BC", "BD", "CD"]
    assert told.before.tolist() == pytest.approx([15, 5, np.nan, 0, np.nan, np.nan], nan_ok=True)
    assert told.change.tolist() == pytest.approx([15, 10, np.nan, 0, np.nan, np.nan], nan_ok=True)
    assert told.growth.tolist() == pytest.approx([1, 2, np.nan, np.nan, np.nan, np.nan], nan_ok=True)


def test_another_unit_is_refused():
    with pytest.raises(ValueError, match="beside flows in 'x 1000'"):
        ties(NOW, ["A", "B"], Flows.of("A", "B", [1], unit="x 1000"))


def test_what_distance_explains_is_both_ways_together():
    far = np.array([[0, 1, 5, 3], [1, 0, 2, 4], [5, 2, 0, 6], [3, 4, 6, 0.0]])
    model = fit(NOW, lambda i, j: far[i, j])
    told = ties(NOW, ["A", "B", "D"], model=model)
    both = model.expected(told.first, told.second) + model.expected(told.second, told.first)
    assert told.expected.tolist() == pytest.approx(both.tolist())
    assert told.expected[0] > 0
    assert told.ratio.tolist() == pytest.approx((told.total / both).tolist())
    assert told.residual.tolist() == pytest.approx((told.total - both).tolist())


def test_codes_that_are_not_there_are_told_and_few_zones_have_no_ties():
    told = ties(NOW, ["X", "A", "Y"])
    assert told.missing == ("X", "Y") and len(told.first) == 0 and told.share_between.shape == (0,)
    assert len(ties(NOW, []).total) == 0


def test_zones_without_flows_between_them_have_ties_of_nothing():
    told = ties(Flows.of("AB", "AB", [5, 0], "AB"), ["A", "B"])
    assert told.total.tolist() == [0] and told.share_there.tolist() == [0]
    assert np.isnan(told.share_back).all() and np.isnan(told.share_between).all()


def test_the_part_that_crosses():
    assert crossing(NOW_ELSEWHERE, ["A", "B"]) == pytest.approx(30 / 130)
    assert crossing(NOW, ["A", "B", "C", "X"]) == pytest.approx(45 / 160)
    assert crossing(NOW, ["A"]) == 0
    assert np.isnan(crossing(NOW, ["D"])) and np.isnan(crossing(NOW, []))
