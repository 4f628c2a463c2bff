# SPDX-License-Identifier: GPL-2.0-or-later
"""What is told of a table of flows: how it was recognised, which rows cannot be used, what was made of codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..dutch import number, one_line
from ..i18n import tr

if TYPE_CHECKING:
    from .layouts import Layout
    from .reading import Note, ReadFlows, Rejected


def reason_words(rejected: Rejected) -> str:
    """Why a row cannot be used."""
    flow, year = map(one_line, (*rejected.values, "", "", "", "")[2:4])
    words = {
        "ragged": lambda: tr("The row has more or fewer cells than the header."),
        "no-origin": lambda: tr("There is no code of an origin."),
        "no-destination": lambda: tr("There is no code of a destination."),
        "no-year": lambda: tr("“{}” is no year.").format(year) if year else tr("There is no year."),
        "no-number": lambda: tr("“{}” is no number.").format(flow),
        "negative": lambda: tr("A flow of {} cannot be: it is below zero.").format(flow),
    }
    return words[rejected.reason]()


def layout_words(layout: Layout) -> str:
    """How a table was recognised, and which columns are used."""
    if layout.is_matrix:
        return tr("Recognised as a square matrix: rows are origins, columns are destinations in the same order.")
    columns = ", ".join(filter(None, (layout.origin, layout.destination, layout.flow, layout.year, layout.sector)))
    words = {
        "cbs": tr("Recognised as a table of CBS StatLine on work and home: {}."),
        "open-data": tr("Recognised as commuting of the open data: {}."),
        "named": tr("Recognised by the names of its columns: {}."),
    }
    return words.get(layout.name, tr("The columns that are used: {}.")).format(columns)


def count_words(read: ReadFlows) -> str:
    """How many rows there are, and what became of them; the numbers add up."""
    return tr("Rows: {}. Used: {}; suppressed: {}; left out: {}; cannot be used: {}.").format(
        *map(number, (read.rows, read.used, read.suppressed, read.left_out, len(read.rejected)))
    )


def note_words(note: Note) -> str:
    """A sentence or two."""
    few = _few(note.examples, note.count)
    words = {
        "unconfirmed": tr("The names {} of columns are not confirmed by CBS: look whether they are the right ones."),
        "suppressed": tr("Flows that are not told (such as “-” or “.”): {0}. They are kept apart and are not zero."),
        "aggregates": tr(
            "Rows of sums, such as of a province or the country: {0}. They are no zones and left out ({1})."
        ),
        "parts": tr("Rows of parts (such as by sex or age) whose total is there too: {0}. They are left out ({1})."),
        "duplicates": tr("Rows of a pair that was there before: {0}. Their flows are summed ({1})."),
        "unknown": tr("Rows whose origin or destination is not known or abroad: {0}. They are counted as elsewhere."),
        "decimal": tr("Numbers such as {1} could be thousands; they are read as with decimals."),
        "zeros": tr("Codes without the zeros before their number: {0}. These are put back ({1})."),
        "prefix": tr(
            "Codes without the letters, or with letters that the zones do not have: {0}. They are joined ({1})."
        ),
        "recoded": tr("Municipalities that merged, counted with the one that took their place: {0} ({1})."),
        "split": tr("Municipalities that were divided among several: {0} ({1}). No single one takes their place."),
        "outside": tr("Codes that are no zone: {0} ({1}). Their flows are kept as elsewhere."),
        "beyond": tr("Rows with neither end in a zone: {0}. They are left out."),
        "sectors": tr("Flows of {0} sectors are summed ({1})."),
        "total": tr("Of the sectors the total is used ({1}); the {0} others are its parts."),
        "no-zones": tr("There are no zones."),
        "one-zone": tr("There is one zone only: there are no flows between zones."),
        "no-match": tr("None of the zones has a flow: are the codes of the zones those of the table?"),
        "no-flows": tr("Zones without flows: {0} ({1})."),
        "no-self-flows": tr(
            "The table has no flows within a zone: how many stay there is not known, and counts as none."
        ),
        "isolated": tr("Zones with flows within themselves alone: {0} ({1})."),
    }
    if note.key == "unconfirmed":
        return words[note.key].format(", ".join(note.examples))
    return words[note.key].format(number(note.count), few)


def notes_words(notes: Sequence[Note]) -> list[str]:
    return [note_words(note) for note in notes]


def _few(examples: Sequence[str], count: int) -> str:
    return ", ".join(map(one_line, examples)) + (", …" if examples and count > len(examples) else "")
