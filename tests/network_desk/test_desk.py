# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Network from what the user does to what page and map show, by real tasks."""

from __future__ import annotations

from .conftest import EDGE, FAR, MIDDLE, X, Y, Z


def test_table_zones_and_years_are_found_and_the_regions_are_on_map_and_page(shown):
    page = shown.page
    assert page.body.isVisible() and page.choices.year == "2023"
    assert shown.fills()[MIDDLE] == ("Iks", "")
    print(page.grab().save("/tmp/page_first.png"))
