# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables from short texts, for tests."""

from io import BytesIO

from sterkesteden_plugin.tables.factored import FactoredTable, read_text
from sterkesteden_plugin.tables.headers import header, table_of
from sterkesteden_plugin.vacancy.recognising import score


def table(text, encoding="utf-8"):
    """From the text of a CSV file."""
    return read_text(BytesIO(text.encode(encoding)), lambda rows: header(rows, score))


def sheet(*rows):
    """From the rows of a sheet, whose cells have types."""
    return FactoredTable.of(table_of([list(row) for row in rows], range(1, len(rows) + 1), score))
