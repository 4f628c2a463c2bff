# SPDX-License-Identifier: GPL-2.0-or-later
"""Agreement of divisions."""

import numpy as np
import pytest

from sterkesteden_plugin.networks.agreement import belonging, together
from sterkesteden_plugin.networks.communities import communities
from sterkesteden_plugin.networks.divisions import Division
from sterkesteden_plugin.tables.stopping import Stopped

from .matrices import random


def division(*labels):
    return Division.of(np.array(labels, int), np.zeros(len(labels)))


THREE = [division(0, 0, 1, 1, -1), division(0, 0, 0, 1, -1), division(0, 1, 1, 1, 1)]


def test_how_often_two_fall_together():
    found = together(THREE)
    assert (found.matrix() * 3).round().astype(int).tolist() == [
        [3, 2, 1, 0, 0],
        [2, 3, 2, 1, 1],
        [1, 2, 3, 2, 1],
        [0, 1, 2, 3, 1],
        [0, 1, 1, 1, 1],
    ]
    assert (found.shares(2) * 3).round().tolist() == [1, 2, 3, 2, 1]
    first, second, share = found.pairs(0.5)
    assert list(zip(first, second)) == [(0, 1), (1, 2), (2, 3)] and share.tolist() == [2 / 3] * 3
    assert len(found.pairs()[0]) == 8  # not those that never fall together


def test_in_how_many_runs_a_zone_belongs_to_a_centre():
    shares = belonging(THREE, [0, 3, 4])
    assert (shares * 3).round().tolist() == [[3, 0, 0], [2, 1, 1], [1, 2, 1], [0, 3, 1], [0, 1, 1]]
    assert belonging(THREE, []).shape == (5, 0)


def test_as_every_pair_by_itself():
    for seed in range(1, 30):
        flows = random(seed)
        runs = [communities(flows, resolution) for resolution in (0.3, 0.8, 1, 1.5, 4)]
        labels = np.array([run.labels for run in runs])
        same = (labels[:, :, None] == labels[:, None, :]) & (labels[:, :, None] >= 0)
        assert np.array_equal(together(runs).matrix(), same.sum(axis=0) / 5)
        assert np.allclose(belonging(runs, range(flows.count)), together(runs).matrix())


def test_no_zones_or_one():
    assert together([division()]).matrix().shape == (0, 0) and len(together([division()]).pairs()[0]) == 0
    assert together([division(0), division(-1)]).matrix().tolist() == [[0.5]]


def test_what_cannot_agree_is_refused():
    with pytest.raises(ValueError, match="one division"):
        together([])
    with pytest.raises(ValueError, match="different zones"):
        belonging([division(0), division(0, 1)], [0])


def test_it_can_be_stopped():
    with pytest.raises(Stopped):
        together(THREE, lambda: True)
    with pytest.raises(Stopped):
        belonging(THREE, [0], lambda: True)
