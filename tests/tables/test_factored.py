# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns by their distinct values; long text files."""

import tracemalloc
from io import BytesIO

import numpy as np
import pytest

from sterkesteden_plugin.tables.factored import Factored, FactoredTable, read_text
from sterkesteden_plugin.tables.headers import header, table_of
from sterkesteden_plugin.tables.stopping import Stopped


def known(names):
    return len({"a", "b"} & set(names))


def first(rows):
    return header(rows, known)


def test_each_distinct_value_is_kept_and_read_once():
    column = Factored.of(["x", "y", "x", None])
    assert column.values == ["x", "y", None] and column.position.tolist() == [0, 1, 0, 2]
    asked = []
    told = column.told(lambda one: asked.append(one) or (one or "x").upper())
    assert asked == ["x", "y", None] and told.values == ["X", "Y"] and told.cells() == ["X", "Y", "X", "X"]
    assert column.take(np.array([5, 6, 7])).tolist() == [5, 6, 5, 7]
    assert Factored.of([]).take(np.zeros(0, bool)).tolist() == []


def test_a_text_is_the_same_table_as_when_it_is_held_in_memory():
    rows = [["Titel"], ["a", "b", "c"], *([str(n % 7), "x", str(n)] for n in range(2000)), ["1"]]
    body = "\n".join(";".join(row) for row in rows)
    read = read_text(BytesIO(body.encode()), first)
    whole = FactoredTable.of(table_of(rows, range(1, len(rows) + 1), known))
    assert read.names == whole.names and read.titles == whole.titles == ("Titel",)
    assert read.ragged == whole.ragged == ((2003, ("1",)),) and read.rows == whole.rows == 2001
    assert read.lines.tolist() == whole.lines.tolist() == list(range(3, 2003))
    assert all(read.column(name).cells() == whole.column(name).cells() for name in read.names)


def test_only_the_columns_that_are_wanted_are_kept():
    read = read_text(BytesIO(b"a;b;c\n1;2;3\n"), first, lambda names: [one for one in names if one != "b"])
    assert read.names == ("a", "b", "c") and set(read.columns) == {"a", "c"}
    with pytest.raises(KeyError):
        read.column("b")


def test_a_text_without_rows_is_a_table_without_rows():
    for body in (b"", b"\n\n", b"a;b\n"):
        read = read_text(BytesIO(body), first)
        assert read.rows == 0 and all(not len(one.position) for one in read.columns.values())


def test_reading_is_stopped():
    with pytest.raises(Stopped):
        read_text(BytesIO(b"a;b\n1;2\n"), first, None, lambda: True)


def test_a_long_text_takes_little_memory():
    body = b"a;b;c;d\n" + b"0114;winkelfunctie;een lange omschrijving van het pand;120\n" * 200_000
    file = BytesIO(body)
    tracemalloc.start()
    read = read_text(file, first)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read.rows == 200_000 and most < len(body)
