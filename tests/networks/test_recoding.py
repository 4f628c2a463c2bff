# SPDX-License-Identifier: GPL-2.0-or-later
"""Codes of municipalities that merged."""

from sterkesteden_plugin.networks.recoding import Successor, recode

TOLD = (
    Successor("GM0001", "GM0003", "2010-01-01"),
    Successor("GM0002", "GM0003", "2010-01-01"),
    Successor("GM0003", "GM0004", "2018-01-01"),
    Successor("GM0005", "GM0006", "2018-01-01"),
    Successor("GM0005", "GM0007", "2018-01-01"),
)


def test_a_code_is_followed_until_it_is_a_zone():
    assert recode(["GM0001", "GM0002"], TOLD, ["GM0003"]).applied == {"GM0001": "GM0003", "GM0002": "GM0003"}
    assert recode(["GM0001", "GM0003"], TOLD, ["GM0004"]).applied == {"GM0001": "GM0004", "GM0003": "GM0004"}


def test_a_code_that_is_a_zone_stays_what_it_is():
    assert recode(["GM0001", "GM0003"], TOLD, ["GM0001", "GM0003", "GM0004"]).applied == {}


def test_a_code_of_which_no_successor_is_a_zone_stays_what_it_is():
    assert recode(["GM0001", "GM0004", "GM9999"], TOLD, ["GM0100"]).applied == {}


def test_what_was_divided_is_told_and_not_given_to_one_of_them():
    found = recode(["GM0005"], TOLD, ["GM0006", "GM0007"])
    assert found.applied == {} and found.split == ("GM0005",)
    assert recode(["GM0005"], TOLD, ["GM0005", "GM0006"]).split == ()


def test_without_zones_codes_are_those_of_a_day():
    assert recode(["GM0001", "GM0005"], TOLD).applied == {}
    assert recode(["GM0001"], TOLD, until="2009-12-31").applied == {}
    assert recode(["GM0001"], TOLD, until="2010-01-01").applied == {"GM0001": "GM0003"}
    found = recode(["GM0001", "GM0005"], TOLD, until="2026-01-01")
    assert found.applied == {"GM0001": "GM0004"} and found.split == ("GM0005",)


def test_a_code_that_was_taken_again_is_not_followed_backwards():
    told = (Successor("GM1", "GM2", "2010-01-01"), Successor("GM2", "GM3", "2005-01-01"))
    assert recode(["GM1"], told, until="2026-01-01").applied == {"GM1": "GM2"}


def test_a_circle_ends():
    told = (Successor("GM1", "GM2", "2010-01-01"), Successor("GM2", "GM1", "2010-01-01"))
    assert recode(["GM1"], told, ["GM9"]).applied == {}
    assert recode(["GM1"], told, until="2026-01-01").applied in ({}, {"GM1": "GM2"})
