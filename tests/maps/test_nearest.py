# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from sterkesteden_plugin.maps.nearest import Hit, rank_items


def test_the_nearest_comes_first():
    hits = [Hit(90, 0, ("far",)), Hit(30, 0, ("near",)), Hit(60, 0, ("between",))]
    assert rank_items(hits, 100, 10) == ["near", "between", "far"]


def test_what_is_beyond_the_tolerance_is_left_out():
    assert rank_items([Hit(100, 0, ("edge",)), Hit(100.1, 0, ("beyond",))], 100, 10) == ["edge"]


def test_of_areas_that_hold_the_point_the_smaller_comes_first():
    hits = [Hit(0, 9e6, ("large",)), Hit(0, 1e3, ("small",))]
    assert rank_items(hits, 100, 10) == ["small", "large"]


def test_an_area_that_holds_the_point_comes_before_a_point_beside_it():
    assert rank_items([Hit(50, 0, ("beside",)), Hit(0, 1e6, ("around",))], 100, 10) == ["around", "beside"]


def test_a_touched_point_comes_before_the_area_around_it():
    assert rank_items([Hit(0, 1e6, ("around",)), Hit(8, 0, ("touched",))], 100, 10) == ["touched", "around"]


def test_an_item_of_several_places_is_listed_once_at_its_nearest():
    hits = [Hit(0, 50, ("a", "b")), Hit(20, 0, ("c", "a"))]
    assert rank_items(hits, 100, 10) == ["a", "b", "c"]


def test_nothing_near_gives_nothing():
    assert rank_items([], 100, 10) == []
