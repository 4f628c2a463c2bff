# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from sterkesteden_plugin.maps.nearest import Hit, rank_items


def test_the_nearest_comes_first():
    hits = [Hit(9, 0, 0, ("far",)), Hit(3, 0, 0, ("near",)), Hit(6, 0, 0, ("between",))]
    assert rank_items(hits, 12, 2) == ["near", "between", "far"]


def test_what_is_beyond_the_tolerance_is_left_out():
    assert rank_items([Hit(12, 0, 0, ("edge",)), Hit(12.1, 0, 0, ("beyond",))], 12, 2) == ["edge"]


def test_of_areas_that_hold_the_point_the_smaller_comes_first():
    hits = [Hit(0, 2, 9e6, ("large",)), Hit(0, 2, 1e3, ("small",))]
    assert rank_items(hits, 12, 2) == ["small", "large"]


def test_an_area_that_holds_the_point_comes_before_a_point_beside_it():
    assert rank_items([Hit(5, 0, 0, ("beside",)), Hit(0, 2, 1e6, ("around",))], 12, 2) == ["around", "beside"]


def test_a_touched_point_comes_before_the_area_around_it():
    assert rank_items([Hit(0, 2, 1e6, ("around",)), Hit(1.5, 0, 0, ("touched",))], 12, 2) == ["touched", "around"]


def test_a_touched_point_comes_before_the_line_through_it():
    assert rank_items([Hit(0.1, 1, 0, ("line",)), Hit(0.9, 0, 0, ("point",))], 12, 2) == ["point", "line"]


def test_an_item_of_several_places_is_listed_once_at_its_nearest():
    hits = [Hit(0, 2, 50, ("a", "b")), Hit(4, 0, 0, ("c", "a"))]
    assert rank_items(hits, 12, 2) == ["a", "b", "c"]


def test_nothing_near_gives_nothing():
    assert rank_items([], 12, 2) == []
