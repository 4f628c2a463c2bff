# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of units between two dates."""

import numpy as np
import pytest

from sterkesteden_plugin.vacancy import change as module
from sterkesteden_plugin.vacancy.change import change
from sterkesteden_plugin.vacancy.premises import OCCUPIED, UNKNOWN, VACANT

from .packing import premises

KINDS = {"NEWLY_VACANT", "FILLED", "STILL_VACANT", "STILL_OCCUPIED", "GONE", "NEW", "UNCLEAR"}


def told(then, now):
    """`then` and `now` are {id: (vacant, functions)}; gives {id: (what became of it, other function)}."""
    packed = [premises([v for v, _ in one.values()], functions=[f for _, f in one.values()]) for one in (then, now)]
    found = change(list(then), packed[0], list(now), packed[1])
    names = {getattr(module, name): name for name in KINDS}
    return dict(zip(found.ids, zip((names[one] for one in found.kind.tolist()), found.other_function.tolist())))


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        (OCCUPIED, VACANT, "NEWLY_VACANT"),
        (VACANT, OCCUPIED, "FILLED"),
        (VACANT, VACANT, "STILL_VACANT"),
        (OCCUPIED, OCCUPIED, "STILL_OCCUPIED"),
        (UNKNOWN, VACANT, "UNCLEAR"),
        (VACANT, UNKNOWN, "UNCLEAR"),
        (UNKNOWN, UNKNOWN, "UNCLEAR"),
    ],
)
def test_what_became_of_a_unit(was, now, kind):
    assert told({"a": (was, ["winkel"])}, {"a": (now, ["winkel"])}) == {"a": (kind, False)}


def test_what_stands_in_one_register_only_is_gone_or_new():
    then = {"z": (VACANT, ["winkel"]), "b": (VACANT, [])}
    now = {"b": (OCCUPIED, []), "a": (UNKNOWN, ["kantoor"])}
    assert told(then, now) == {"a": ("NEW", False), "b": ("FILLED", False), "z": ("GONE", False)}


@pytest.mark.parametrize(
    ("was", "now", "other"),
    [
        (["winkel"], ["kantoor"], True),
        (["winkel", "wonen"], ["wonen", "winkel"], False),
        (["winkel", "wonen"], ["wonen"], True),
        ([], ["wonen"], True),
        ([], [], False),
    ],
)
def test_other_functions_are_told_whatever_their_order(was, now, other):
    rest = {"y": (VACANT, ["wonen"]), "x": (VACANT, ["sport"])}
    found = told({"a": (VACANT, was), **rest}, {**rest, "a": (VACANT, now)})
    assert found["a"] == ("STILL_VACANT", other)
    assert not found["x"][1] and not found["y"][1]


def test_every_unit_comes_once_and_the_registers_may_be_empty():
    assert told({}, {}) == {}
    found = change(["a"], premises([VACANT]), [], premises([]))
    assert found.then.tolist() == [0] and found.now.tolist() == [-1]
    assert found.kind.dtype == np.int8


def test_an_id_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="second register"):
        change(["a"], premises([VACANT]), ["b", "b"], premises([VACANT, VACANT]))
