# SPDX-License-Identifier: GPL-2.0-or-later
"""Every reason, note and layout has words, and they name what they are about."""

import pytest

from sterkesteden_plugin.networks import joining, layouts, reading
from sterkesteden_plugin.networks.input_words import (
    count_words,
    layout_words,
    note_words,
    notes_words,
    reason_words,
)
from sterkesteden_plugin.networks.layouts import Layout, recognise, table_of
from sterkesteden_plugin.networks.reading import Note, Rejected, read_flows


@pytest.mark.parametrize(
    "reason",
    [
        reading.RAGGED,
        reading.NO_ORIGIN,
        reading.NO_DESTINATION,
        reading.NO_YEAR,
        reading.NO_NUMBER,
        reading.NEGATIVE,
    ],
)
def test_every_reason_has_words(reason):
    told = reason_words(Rejected(3, reason, ("A", "B", "veel", "ooit")))
    assert told.endswith(".") and "{" not in told


def test_a_reason_names_the_value():
    assert "“veel”" in reason_words(Rejected(3, reading.NO_NUMBER, ("A", "B", "veel", "")))
    assert "“ooit”" in reason_words(Rejected(3, reading.NO_YEAR, ("A", "B", "1", "ooit")))
    assert "-3" in reason_words(Rejected(3, reading.NEGATIVE, ("A", "B", "-3", "")))


KEYS = (
    *(reading.SUPPRESSED, reading.AGGREGATES, reading.PARTS, reading.DUPLICATES, reading.UNKNOWN, reading.DECIMAL),
    *(reading.UNCONFIRMED, joining.ZEROS, joining.PREFIX, joining.RECODED, joining.SPLIT, joining.OUTSIDE),
    *(joining.BEYOND, joining.SECTORS, joining.TOTAL, joining.NO_ZONES, joining.ONE_ZONE, joining.NO_MATCH),
    *(joining.NO_FLOWS, joining.NO_SELF_FLOWS, joining.ISOLATED),
)


@pytest.mark.parametrize("key", KEYS)
def test_every_note_has_words(key):
    told = note_words(Note(key, 7, ("GM0001", "GM0002")))
    assert told.endswith((".", "?"))
    assert "{" not in told


def test_a_note_says_how_many_and_which():
    told = note_words(Note(joining.OUTSIDE, 7, ("GM0001", "GM0002")))
    assert "7" in told and "GM0001, GM0002, …" in told
    assert "…" not in note_words(Note(joining.OUTSIDE, 2, ("GM0001", "GM0002")))


@pytest.mark.parametrize("name", [layouts.CBS, layouts.OPEN_DATA, layouts.NAMED, layouts.CHOSEN, layouts.MATRIX])
def test_every_layout_has_words(name):
    told = layout_words(Layout("van", "naar", "n", "jaar", name=name))
    assert told.endswith(".") and ("van, naar, n, jaar" in told or name == layouts.MATRIX)


def test_the_counts_add_up_in_words():
    table = table_of([["van", "naar", "n"], ["A", "B", "1"], ["A", "B", "-"], ["A", "", "1"]])
    read = read_flows(table, recognise(table))
    assert count_words(read) == "Rows: 3. Used: 1; suppressed: 1; left out: 0; cannot be used: 1."
    assert len(notes_words(read.notes)) == 1
