# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures as a table, and a table as CSV. Pure: no QGIS, no Qt.

The CSV is what Excel opens with the settings of the Netherlands: UTF-8 with a byte order mark, semicolons, a comma as
decimal mark, CRLF. A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay
numbers.
"""

from __future__ import annotations

import csv
import io
from math import isfinite
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..story.model import Figure

Cell = Union[str, float, None]

# Named as in the file that the figures come from.
COLUMNS = (
    "gebied",
    "naar",
    "peildatum",
    "waarde",
    "eenheid",
    "indicator",
    "functie",
    "reeksbreuk",
    "bron",
    "uitgever",
    "toelichting",
    "definitie",
)
VALUE = COLUMNS.index("waarde")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cells(figure: Figure) -> tuple[Cell, ...]:
    """A figure as a row under COLUMNS; an empty value where the source has none."""
    return (
        figure.area,
        figure.to or figure.to_code,
        figure.date,
        figure.value,
        figure.indicator.unit,
        figure.indicator.name,
        figure.function,
        figure.series_break,
        figure.source.title,
        figure.source.publisher,
        figure.note,
        figure.indicator.definition,
    )


def plain_cell(cell: Cell) -> str:
    """A cell as a spreadsheet is to read it."""
    if cell is None:
        return ""
    if isinstance(cell, (int, float)):  # less what a sum of decimal fractions is beside its true value
        return f"{round(cell, 10):.15g}".replace(".", ",") if isfinite(cell) else ""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The whole file."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in (columns, *rows):
        writer.writerow([plain_cell(cell).replace("\0", "") for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def tab_text(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows for the clipboard: a tab between cells, each row on one line."""
    one_line = ((" ".join(cell.split()) if isinstance(cell, str) else cell for cell in row) for row in rows)
    return "\n".join("\t".join(map(plain_cell, row)) for row in one_line)
