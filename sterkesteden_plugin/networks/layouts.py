# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of origins and destinations: where their header is, and which columns hold what.

Recognised by the names of columns: the tables of CBS on work and home (85481NED, 83628NED, 81251ned), those of the open
data of a pack, and what is named as such tables are; and by its form the raw square matrix.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..tables import cells
from ..tables.table import Table, columnar, named, without_empty
from .cells import zone_code

THOUSANDS = "x 1000"  # a unit; "" where a table does not say it

# Names of layouts, for who tells them.
CBS, OPEN_DATA, NAMED, MATRIX, CHOSEN = "cbs", "open-data", "named", "matrix", "chosen"

_FEWEST = 3  # columns of a table of flows
_MOST_WRONG = 0.2  # of the cells of a matrix: these are told one by one
_SEARCHED = 30  # rows in which the header is looked for: titles may stand before it
_SIGNS = re.compile(r"[\W_]+")
_IN_THOUSANDS = re.compile(r"x1000(?!\d)|duizend|thousand")

# Names without signs. The first that a table has counts.
_ORIGINS = (
    *("woonregios", "wooncode", "woongemeentecode", "herkomstcode", "vancode", "origincode", "fromcode", "homecode"),
    *("herkomst", "woongemeente", "woonregio", "woon", "van", "origin", "orig", "from", "home", "source", "o", "i"),
)
_DESTINATIONS = (
    *("werkregios", "werkcode", "werkgemeentecode", "bestemmingscode", "naarcode", "destinationcode", "destcode"),
    *("tocode", "workcode", "bestemming", "werkgemeente", "werkregio", "werk", "naar", "destination", "dest", "to"),
    *("work", "target", "d", "j"),
)
_FLOWS = (
    *("banenvanwerknemers1", "banenvanwerknemersx1000", "banenvanwerknemers", "banenx1000", "banen", "stroom"),
    *("flow", "flows", "aantal", "pendel", "reizen", "verplaatsingen", "trips", "count", "jobs", "commuters"),
    *("waarde", "value", "amount", "weight", "n"),
)
_YEARS = ("perioden", "periode", "peiljaar", "jaar", "year", "period", "peildatum", "datum", "date")
_SECTORS = (
    *("bedrijfstakkenbranchessbi2008", "bedrijfstakkensbi2008", "bedrijfstak", "sectorcode", "sector", "sbi"),
    *("industry", "nace", "branche"),
)


@dataclass(frozen=True)
class Layout:
    """Names of the columns that hold what; `year` and `sector` may be "". Of a matrix no column is named.

    `confirmed` is whether these very names were seen in the source's own data; `unit` is "" or `THOUSANDS`.
    """

    origin: str = ""
    destination: str = ""
    flow: str = ""
    year: str = ""
    sector: str = ""
    unit: str = ""
    name: str = CHOSEN
    confirmed: bool = True

    @property
    def is_matrix(self) -> bool:
        return self.name == MATRIX


def recognise(table: Table) -> Layout | None:
    """What a table says by itself; None where the user must choose its columns."""
    return recognise_names(table.names) or (
        Layout(name=MATRIX) if _is_square(table.columns, len(table.lines)) else None
    )


def recognise_names(names: Sequence[str]) -> Layout | None:
    """The layout of a table with these names of columns; None where they do not tell it."""
    bare = {_SIGNS.sub("", str(name)).casefold(): str(name) for name in reversed(names) if name}
    if "measure" in bare:  # one column for several kinds of values: which of them are flows?
        return None
    origin, destination = _first(bare, _ORIGINS), _first(bare, _DESTINATIONS)
    flow = _first(bare, _FLOWS)
    if not (origin and destination and flow):
        return None
    year, sector = (bare.get(_first(bare, known), "") for known in (_YEARS, _SECTORS))
    is_cbs = flow.startswith("banenvanwerknemers") and origin == "woonregios"
    is_open_data = (origin, destination, flow) == ("wooncode", "werkcode", "banen")
    return Layout(
        origin=bare[origin],
        destination=bare[destination],
        flow=bare[flow],
        year=year,
        sector=sector,
        unit=THOUSANDS if is_cbs or is_open_data else unit_of(flow),
        name=CBS if is_cbs else OPEN_DATA if is_open_data else NAMED,
        # The names of the data service were seen; the titles in a file that was saved by hand were not.
        confirmed=not is_cbs or flow == "banenvanwerknemers1",
    )


def zone_names(table: Table, layout: Layout) -> dict[str, str]:
    """Names of zones by code, of a table with a column of names beside its columns of codes; else empty.

    Only to be shown: zones are joined by code.
    """
    found: dict[str, str] = {}
    for column, known in ((layout.origin, _ORIGINS), (layout.destination, _DESTINATIONS)):
        beside = (name for name in table.names if name != column and _SIGNS.sub("", name).casefold() in known)
        name = next(beside, "")
        if column and name:
            pairs = dict(zip(table.column(column), table.column(name)))
            said = ((zone_code(one), cells.text(other)) for one, other in pairs.items())
            found.update({code: text for code, text in said if code and text})
    return found


def table_of(rows: list[list[Any]], lines: Sequence[int] | None = None) -> Table:
    """A table from the rows of a file as they stand, header among them or not; titles before the header are skipped.

    Without a header columns are named by their number, from 1; those of a matrix by its rows. Empty rows are none.
    """
    rows, numbers = without_empty(rows, range(1, len(rows) + 1) if lines is None else lines)
    start, names = _header(rows)
    return columnar(rows[start:], numbers[start:], names)


def unit_of(name: str) -> str:
    """The unit that the name of a column tells."""
    return THOUSANDS if _IN_THOUSANDS.search(_SIGNS.sub("", name).casefold()) else ""


def _first(bare: dict[str, str], known: Sequence[str]) -> str:
    return next((name for name in known if name in bare), "")


def _header(rows: list[list[Any]]) -> tuple[int, list[str]]:
    """Where the data begin, and the names of the columns."""
    for number, row in enumerate(rows[:_SEARCHED]):
        if recognise_names([cells.text(one) for one in row]) is not None:
            return number + 1, named(row)
    if not rows:
        return 0, []
    names = _names_of_square(rows)
    if names:
        return 1, names
    if _is_square(_columns(rows), len(rows)):
        return 0, ["", *(cells.text(row[0]) for row in rows)]
    for number, row in enumerate(rows[:_SEARCHED]):
        said = [one for one in map(cells.text, row) if one]
        if len(said) >= _FEWEST:
            is_header = len(set(said)) == len(said) and not any(map(cells.is_number_or_none, said))
            return (number + 1, named(row)) if is_header else (number, named([""] * len(row)))
    return 0, named([""] * max(map(len, rows)))


def _names_of_square(rows: list[list[Any]]) -> list[str]:
    """The names of the columns of a square matrix with a header; [] where the rows are none."""
    labels = [cells.text(row[0]) for row in rows[1:] if row]
    first = [cells.text(one) for one in rows[0]]
    names = first[1:] if len(first) > len(labels) else first  # there may be no cell above the names of the rows
    if len(names) != len(labels) or not _is_square(_columns(rows[1:]), len(labels)):
        return []
    is_header = set(names) == set(labels) or not any(map(cells.is_number_or_none, names))
    return ["", *names] if is_header else []


def _columns(rows: list[list[Any]]) -> tuple[list[Any], ...]:
    if not rows or len(set(map(len, rows))) > 1:
        return ()
    return tuple(map(list, zip(*rows))) if len(rows[0]) == len(rows) + 1 else ()


def _is_square(columns: Sequence[list[Any]], count: int) -> bool:
    """Whether columns are a label and as many numbers as there are rows, each row with a label of its own."""
    if count < 2 or len(columns) != count + 1:
        return False
    labels = [cells.text(one) for one in columns[0]]
    if len(set(labels)) < count or not all(labels):
        return False
    wrong = {one for one in set().union(*map(set, columns[1:])) if not cells.is_number_or_none(one)}
    return sum(one in wrong for column in columns[1:] for one in column) <= _MOST_WRONG * count * count
