# SPDX-License-Identifier: GPL-2.0-or-later
"""What the benchmark makes of its numbers."""

import re

import pytest

from benchmarks.table import LIMITS, broken, judge, render


def record(changed=(), **more):
    """A record in which everything holds, but for what is changed: milliseconds measured and floor."""
    changed = {**dict(changed), **more}
    said = {limit.name: (10.0, 10.0) for limit in LIMITS}
    said.update({name: value for name, value in changed.items() if name in said})
    return {
        "qgis": "3.22",
        "load memory": changed.get("load memory", 1e8),
        "first start": {"heavy": changed.get("heavy", []), "network": changed.get("network", [])},
        **{
            name: {"seconds": [one / 1000, one / 1000, 9.0], "floor": [floor / 1000]}
            for name, (one, floor) in said.items()
        },
    }


def words(said):
    """The line of each measure that does not hold, and whether the command fails, plainly and with --strict."""
    rows = judge(said)
    return [row.title for row in rows if not row.holds], bool(broken(rows)), bool(broken(rows, strict=True))


def test_all_holds():
    assert words(record()) == ([], False, False)


@pytest.mark.parametrize(
    ("changed", "fails"),
    [
        ({"start": (31.0, 10.0)}, True),
        ({"heavy": ["numpy"]}, True),
        ({"load memory": 1.01e8}, True),
        ({"network": ["https://example.org"]}, True),
        ({"open": (1001.0, 10.0)}, False),
        ({"city": (51.0, 10.0)}, False),
        ({"item": (31.0, 10.0)}, False),
        ({"step": (101.0, 10.0)}, False),
        ({"load": (11.0, 10.0)}, True),
        ({"load gap": (101.0, 10.0)}, False),
        ({"first key": (51.0, 10.0)}, False),
        ({"key": (51.0, 10.0)}, False),
        ({"worst key": (51.0, 10.0)}, False),
        ({"matrix": (101.0, 10.0)}, False),
    ],
)
def test_each_limit_can_be_broken(changed, fails):
    broken_lines, plainly, strictly = words(record(changed))
    assert len(broken_lines) == 1
    assert (plainly, strictly) == (fails, True)


def test_what_is_built_after_the_start_has_no_limit():
    assert words(record(build=(900.0, 1.0))) == ([], False, False)


def test_a_limit_is_held_by_the_median_up_to_the_limit_itself():
    assert words(record(start=(30.0, 10.0), city=(50.0, 1.0))) == ([], False, False)


def test_a_measure_that_is_missing_is_an_error():
    said = record()
    del said["item"]
    with pytest.raises(KeyError):
        judge(said)


def test_the_table_names_measure_floor_ratio_limit_and_verdict():
    said = record(start=(40.0, 10.0), city=(60.0, 10.0), network=["https://example.org/tiles"])
    lines = [re.split("  +", line) for line in render(judge(said), said).splitlines()]
    start, city, network = lines[2], lines[5], lines[-6]
    assert start[1:] == ["40.00", "40.00", "10.00", "4.00", "3 x", "NO", "3", "an empty plugin"]
    assert city[4:7] == ["6.00", "50 ms", "over"]
    assert network[1:] == ["https://example.org/tiles", "none", "NO"]
