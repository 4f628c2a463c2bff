# SPDX-License-Identifier: GPL-2.0-or-later
"""Identifications of the BAG: 16 figures, the code of the municipality, two of the type, ten of the object."""

from __future__ import annotations

import re
from typing import Any

from ..tables.cells import text

# Types of objects that have an address of their own: verblijfsobject, ligplaats, standplaats; and of addresses.
OBJECT_TYPES = ("01", "02", "03")
ADDRESS_TYPE = "20"

_LENGTH = 16
_SHORTEST = 13  # without the zeros that a spreadsheet takes for none: of the codes of municipalities up to three
_FIGURES = re.compile(r"\d+")
_BEFORE = re.compile(r"(?:NL\.IMBAG\.)?(?:verblijfsobject|ligplaats|standplaats|nummeraanduiding)\.", re.IGNORECASE)
_EXACT = 10**15  # a spreadsheet keeps 15 figures of a number


def read_id(cell: Any) -> str:
    """An id with the zeros before it; "" where the cell holds none, or a number that lost its last figures."""
    if isinstance(cell, str) and len(cell) == _LENGTH and cell.isascii() and cell.isdigit():
        return cell  # nearly always
    if isinstance(cell, float) and abs(cell) >= _EXACT:
        return ""
    said = _BEFORE.sub("", text(cell).strip("'"))
    said = said[2:-1] if said.startswith('="') and said.endswith('"') else said
    said = said[: -len(".0")] if said.endswith(".0") else said
    is_id = _FIGURES.fullmatch(said) and _SHORTEST <= len(said) <= _LENGTH
    return said.zfill(_LENGTH) if is_id else ""


def type_of(cell: Any) -> str:
    """The two figures of the type; "" where the cell holds no id."""
    return read_id(cell)[4:6]
