# SPDX-License-Identifier: GPL-2.0-or-later
"""Gi* against its definition, place by place; the lattice against any places; the false discovery rate."""

import numpy as np
import pytest

from sterkesteden_plugin.tables.stopping import Stopped
from sterkesteden_plugin.vacancy import hotspots as module
from sterkesteden_plugin.vacancy.hexagons import Hexagons, around
from sterkesteden_plugin.vacancy.hotspots import false_discovery, hotspots, of_hexagons, of_points


def by_definition(x, y, values, band):
    """Ord and Getis (1995), with the weights as a matrix."""
    away = np.hypot(x - x[:, None], y - y[:, None])
    weights = (away <= band * (1 + 1e-9)).astype(float)
    n, mean = len(values), values.mean()
    spread = np.sqrt((values**2).sum() / n - mean**2)
    total, squares = weights.sum(axis=1), (weights**2).sum(axis=1)
    return (weights @ values - mean * total) / (spread * np.sqrt((n * squares - total**2) / (n - 1))), total


@pytest.mark.parametrize("band", [150, 700, 2500])
def test_any_places_answer_as_the_definition_does(band):
    x, y = np.random.default_rng(1).uniform(0, 6000, (2, 500))
    values = np.random.default_rng(2).exponential(3, 500)
    told = of_points(x, y, values, band)
    z, neighbours = by_definition(x, y, values, band)
    assert np.allclose(told.z, z, rtol=0, atol=1e-9)
    assert (told.neighbours == neighbours).all()


@pytest.mark.parametrize("steps", [0.5, 1, np.sqrt(3), 2, 3, 7.3])
def test_a_lattice_answers_as_its_centres_do(steps):
    x, y = np.random.default_rng(3).uniform(200_000, 206_000, (2, 900))
    hexagons, of = around(x, y, 250)
    values = np.bincount(of).astype(float)
    centres = hexagons.centres()
    told = of_hexagons(hexagons, values, steps * 250)
    z, neighbours = by_definition(centres[:, 0], centres[:, 1], values, steps * 250)
    assert (told.neighbours == neighbours).all()
    assert np.allclose(told.z, z, rtol=0, atol=1e-9)


@pytest.mark.parametrize(("steps", "most"), [(0.5, 1), (1, 7), (np.sqrt(3), 13), (2, 19), (3, 37)])
def test_the_band_takes_what_is_just_as_far(steps, most):
    q, r = (one.ravel() for one in np.meshgrid(np.arange(-9, 9), np.arange(-9, 9)))
    assert of_hexagons(Hexagons(q, r, 70.0), q * 1.0, steps * 70).neighbours.max() == most


def test_hexagons_that_lie_far_apart_answer_the_same():
    q, r = np.array([0, 1, 0, 900_000]), np.array([0, 0, 1, 900_000])
    values = np.array([3.0, 1, 2, 5])
    near = Hexagons(np.array([0, 1, 0, 90]), np.array([0, 0, 1, 90]), 100.0)
    told, same = of_hexagons(Hexagons(q, r, 100.0), values, 100), of_hexagons(near, values, 100)
    assert told.neighbours.tolist() == same.neighbours.tolist() == [3, 3, 3, 1]
    assert np.allclose(told.z, same.z)


def test_many_neighbours_are_looked_at_in_pieces():
    assert [(one.start, one.stop) for one in module._pieces(np.array([5, 5, 5, 40, 1, 1]), most=10)] == [
        (0, 2),
        (2, 4),
        (4, 6),
    ]
    assert module._pieces(np.array([], int)) == []


def test_it_stops_when_it_is_told_to():
    x, y = np.random.default_rng(1).uniform(0, 6000, (2, 50))
    with pytest.raises(Stopped):
        of_points(x, y, x, 500, cancelled=lambda: True)


def test_high_values_together_are_hot_and_low_ones_cold():
    x, y = (one.ravel().astype(float) for one in np.meshgrid(np.arange(20), np.arange(20)))
    values = np.where((x < 5) & (y < 5), 9.0, 1.0) - np.where((x > 14) & (y > 14), 1.0, 0.0)
    told = of_points(x, y, values, 1.5)
    assert told.z.argmax() in np.flatnonzero((x < 5) & (y < 5)) and told.z.max() > 5
    assert told.adjusted[(x == 2) & (y == 2)][0] < 0.01 < told.adjusted[(x == 10) & (y == 10)][0]
    mild = np.abs(told.z).argmin()
    for one in (0, mild):
        assert told.p[one] == pytest.approx(2 * (1 - _normal(abs(told.z[one]))), abs=1e-9)


def _normal(z):
    steps = np.linspace(-12, z, 400_001)
    heights = np.exp(-(steps**2) / 2)
    return np.sum(heights[1:] + heights[:-1]) / 2 * (steps[1] - steps[0]) / np.sqrt(2 * np.pi)


def test_where_all_is_the_same_nothing_is_told():
    x = np.arange(5.0)
    told = of_points(x, x, np.full(5, 0.1), 1.5)
    assert np.isnan(told.z).all() and np.isnan(told.p).all() and np.isnan(told.adjusted).all()


def test_a_band_that_holds_everything_tells_nothing():
    x = np.arange(5.0)
    assert np.isnan(of_points(x, x, x, 100).z).all()
    assert np.isnan(of_hexagons(Hexagons(np.arange(5), np.zeros(5, int), 1.0), x, 100).z).all()


@pytest.mark.parametrize("count", [0, 1])
def test_no_place_and_one_are_no_error(count):
    x = np.zeros(count)
    assert len(of_points(x, x, x, 10).z) == count
    lattice = Hexagons(np.zeros(count, int), np.zeros(count, int), 1.0)
    assert len(of_hexagons(lattice, x, 10).z) == count


def test_the_example_of_benjamini_and_hochberg():
    # Their table of 15 p-values; at 0.05 the first four are found.
    p = np.array(
        [
            0.0001,
            0.0004,
            0.0019,
            0.0095,
            0.0201,
            0.0278,
            0.0298,
            0.0344,
            0.0459,
            0.3240,
            0.4262,
            0.5719,
            0.6528,
            0.7590,
            1,
        ]
    )
    mixed = np.random.default_rng(1).permutation(15)
    adjusted = false_discovery(np.append(p[mixed], np.nan))
    assert np.isnan(adjusted[-1])
    assert sorted(mixed[np.flatnonzero(adjusted[:-1] <= 0.05)]) == [0, 1, 2, 3]
    assert adjusted[:-1][mixed == 0][0] == pytest.approx(0.0015)
    assert (np.diff(adjusted[:-1][np.argsort(mixed)]) >= 0).all()


def test_values_are_left_as_they_were():
    values = np.array([1.0, 2.0, 3.0])
    hotspots(values, values, np.ones(3, int))
    assert values.tolist() == [1, 2, 3]
