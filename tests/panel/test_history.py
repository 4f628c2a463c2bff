# SPDX-License-Identifier: GPL-2.0-or-later
"""The way back."""

from __future__ import annotations

from sterkesteden_plugin.panel.history import History


def test_back_gives_the_places_in_reverse_and_stops_at_the_first():
    history = History()
    for place in (("chapter", "a"), ("city", "b"), ("item", "c")):
        history.visit(*place)
    assert history.back() == ("city", "b")
    assert history.back() == ("chapter", "a")
    assert history.back() is None and not history.can_go_back


def test_the_same_place_twice_is_one_place():
    history = History()
    history.visit("city", "b")
    history.visit("city", "b")
    assert not history.can_go_back


def test_a_long_way_is_remembered_in_part():
    history = History()
    for i in range(1000):
        history.visit("item", str(i))
    steps = 0
    while history.back() is not None:
        steps += 1
    assert 50 <= steps <= 200
