# SPDX-License-Identifier: GPL-2.0-or-later
"""Flows between zones: sums, what is elsewhere, rows of the sparse matrix."""

import numpy as np
import pytest

from sterkesteden_plugin.networks.flows import ELSEWHERE, Flows

ROWS = [
    ("B", "A", 3),
    ("A", "A", 5),
    ("A", "B", 1),
    ("A", "X", 2),
    ("X", "B", 4),
    ("A", "B", 1),
    ("X", "X", 9),
    ("B", "B", 0),
]


def flows(codes=("B", "A", "C")):
    origins, destinations, values = zip(*ROWS)
    return Flows.of(origins, destinations, values, codes)


def test_codes_are_sorted_and_pairs_are_summed():
    told = flows()
    assert told.codes == ("A", "B", "C")
    assert list(zip(told.origin, told.destination, told.flow)) == [
        (0, 0, 5),
        (0, 1, 2),
        (0, 3, 2),
        (1, 0, 3),
        (3, 1, 4),
    ]


def test_jobs_count_those_elsewhere_too():
    told = flows()
    assert told.residents_jobs().tolist() == [9, 3, 0]
    assert told.jobs().tolist() == [8, 6, 0]
    assert told.within().tolist() == [5, 0, 0]


def test_the_matrix_holds_what_is_between_zones():
    assert flows().matrix().tolist() == [[5, 2, 0], [3, 0, 0], [0, 0, 0]]


def test_without_zones_every_code_is_one_but_elsewhere():
    told = Flows.of(["A", "B"], [ELSEWHERE, "A"], [1, 2])
    assert told.codes == ("A", "B") and told.residents_jobs().tolist() == [1, 2]


@pytest.mark.parametrize("value", [-1, np.nan, np.inf])
def test_what_is_no_flow_is_refused(value):
    with pytest.raises(ValueError, match="zero or more"):
        Flows.of(["A"], ["B"], [value])


def test_nothing_at_all_is_no_error():
    told = Flows.of([], [], [])
    assert told.count == 0 and told.matrix().shape == (0, 0)
