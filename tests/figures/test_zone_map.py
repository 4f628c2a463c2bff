# SPDX-License-Identifier: GPL-2.0-or-later
"""Small maps of zones beside each other."""

from __future__ import annotations

import re

from sterkesteden_plugin.figures.zone_map import MapWords, ZoneMap, ZoneShape, zone_maps

SHAPES = (
    ZoneShape((((0, 0), (10, 0), (10, 10), (0, 10)), ((4, 4), (6, 4), (6, 6), (4, 6))), 2, 2),
    ZoneShape((((10, 0), (20, 0), (20, 10), (10, 10)),), 15, 5),
    ZoneShape((), 25, 5),
)
MAPS = (ZoneMap("Een <b>", ("#a11111", "#b22222", "")), ZoneMap("Twee", ("#a11111", "#a11111", "#c33333")))


def _draw(frame, colours, outlined=frozenset()):
    return zone_maps(SHAPES, MAPS, outlined, MapWords("Kop"), frame, colours)


def test_each_map_has_every_zone_in_its_colour_and_a_zone_in_no_region_is_pale(frame, colours):
    svg = _draw(frame, colours).svg
    assert all(svg.count(f'fill="{colour}"') == n for colour, n in (("#a11111", 3), ("#b22222", 1), ("#c33333", 1)))
    assert f'fill="{colours.grid}"' in svg
    assert "&lt;b&gt;" in svg and "evenodd" in svg


def test_the_maps_stand_beside_each_other_in_the_same_scale(frame, colours):
    marks = {(mark.row, mark.column): mark for mark in _draw(frame, colours).marks}
    assert len(marks) == len(SHAPES) * len(MAPS)
    assert marks[0, 0].y == marks[0, 1].y and marks[0, 1].x > marks[2, 0].x
    assert abs((marks[1, 0].x - marks[0, 0].x) - (marks[1, 1].x - marks[0, 1].x)) < 1e-9
    assert marks[0, 0].y > marks[1, 0].y, "north is up"


def test_what_is_outlined_has_a_strong_edge_in_both_maps(frame, colours):
    assert (
        _draw(frame, colours, frozenset({1})).svg.count(f'fill="none" fill-rule="evenodd" stroke="{colours.text}"') == 2
    )


def test_all_stays_within_the_paper(frame, colours):
    drawing = _draw(frame, colours)
    numbers = [
        float(x) for path in re.findall(r' d="([^"]+)"', drawing.svg) for x in re.findall(r"[ML]([\d.-]+) ", path)
    ]
    assert min(numbers) >= 0 and max(numbers) <= drawing.width


def test_without_zones_there_is_only_the_heading(frame, colours):
    drawing = zone_maps((), (ZoneMap("Een", ()),), frozenset(), MapWords("Kop"), frame, colours)
    assert not drawing.marks and "Kop" in drawing.svg
