# SPDX-License-Identifier: GPL-2.0-or-later
"""Points in areas: against the definition, on shared edges, in holes, and where there is nothing."""

import numpy as np
import pytest

from sterkesteden_plugin.vacancy.inside import Grid, Rings

SQUARE = np.array([(0, 0), (10, 0), (10, 10), (0, 10)])


def pairs(areas, points, **more):
    points = np.array(points, dtype=float).reshape(-1, 2)
    point, area = Grid(Rings.of(areas), **more).pairs(points[:, 0], points[:, 1])
    return list(zip(point.tolist(), area.tolist()))


def by_definition(rings, x, y):
    """Even and odd, edge by edge."""
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, np.roll(ring, -1, axis=0)):
            if (y1 <= y) != (y2 <= y) and x1 + (y - y1) / (y2 - y1) * (x2 - x1) <= x:
                inside = not inside
    return inside


def test_a_hole_is_outside_and_a_second_part_inside():
    hole = SQUARE * 0.2 + 4
    areas = [[SQUARE, hole, SQUARE + 20]]
    assert pairs(areas, [(1, 1), (5, 5), (25, 25), (15, 15)]) == [(0, 0), (2, 0)]


def test_a_point_in_two_areas_counts_in_both():
    assert pairs([[SQUARE], [SQUARE + 5]], [(7, 7), (1, 1), (12, 12)]) == [(0, 0), (0, 1), (1, 0), (2, 1)]


@pytest.mark.parametrize("cells", [1, 50, 10_000])
def test_on_an_edge_that_areas_share_a_point_is_in_one_of_them(cells):
    areas = [[SQUARE + np.array([dx, dy])] for dy in (0, 10) for dx in (0, 10)]
    shared = [(10, 5), (5, 10), (10, 10), (10, 15), (15, 10), (10, 0.0), (0.0, 10)]
    found = pairs(areas, shared, cells=cells)
    assert [point for point, _ in found] == list(range(len(shared)))
    assert pairs(areas, [(0, 0)], cells=cells) == [(0, 0)]
    assert pairs(areas, [(20, 20), (20, 5), (5, 20)], cells=cells) == []


@pytest.mark.parametrize("cells", [1, 100, 20_000])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_areas_answer_as_the_definition_does(cells, seed):
    random = np.random.default_rng(seed)
    areas = []
    for _ in range(12):
        around = np.sort(random.uniform(0, 2 * np.pi, random.integers(3, 40)))
        radius = random.uniform(1, 30, len(around))
        middle = random.uniform(100_000, 100_100, 2)
        ring = middle + np.column_stack([np.cos(around), np.sin(around)]) * radius[:, None]
        areas.append([ring, middle + SQUARE * 0.1] if random.random() < 0.5 else [ring[::-1]])
    points = random.uniform(99_980, 100_120, (400, 2))
    points[:50] = np.round(points[:50])
    wanted = [(p, a) for p, (x, y) in enumerate(points) for a, rings in enumerate(areas) if by_definition(rings, x, y)]
    assert len(wanted) > 50
    assert sorted(pairs(areas, points, cells=cells)) == wanted


def test_corners_that_lie_on_lines_of_the_grid_do_not_disturb_it():
    steps = np.array([(0, 0), (8, 0), (8, 4), (4, 4), (4, 8), (0, 8)])
    points = [(x + dx, y + dy) for x in range(-1, 9) for y in range(-1, 9) for dx in (0, 0.5) for dy in (0, 0.5)]
    wanted = [(p, 0) for p, (x, y) in enumerate(points) if by_definition([steps], x, y)]
    assert pairs([[steps]], points, cells=64) == wanted


@pytest.mark.parametrize("areas", [[], [[]], [[np.empty((0, 2))]], [[np.array([(1, 1), (1, 1)])]]])
def test_where_there_is_no_area_there_is_nothing_in_it(areas):
    assert pairs(areas, [(1, 1)]) == []


def test_a_flat_area_and_a_point_that_is_none_hold_nothing():
    assert pairs([[np.array([(0, 0), (10, 0), (5, 0)])]], [(5, 0)]) == []
    assert pairs([[SQUARE]], [(np.nan, 5), (5, np.inf), (-1e300, 5)]) == []
    assert pairs([[SQUARE]], []) == []


def test_an_area_keeps_its_number_when_another_is_empty():
    assert pairs([[], [SQUARE], [SQUARE + 100]], [(5, 5), (105, 105)]) == [(0, 1), (1, 2)]


def test_many_points_are_looked_up_in_pieces(monkeypatch):
    from sterkesteden_plugin.vacancy import inside

    monkeypatch.setattr(inside, "PIECE", 7)
    points = np.random.default_rng(4).uniform(-5, 15, (50, 2))
    wanted = [(p, 0) for p, (x, y) in enumerate(points) if 0 <= x < 10 and 0 <= y < 10]
    assert pairs([[SQUARE]], points) == wanted
