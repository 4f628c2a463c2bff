# SPDX-License-Identifier: GPL-2.0-or-later
"""Dutch addresses in their parts, and as keys by which the same address is found again however it was written."""

from __future__ import annotations

import re
from typing import Any

from ..tables.cells import text

_POSTCODE = re.compile(r"([1-9]\d{3})\s?([A-Z]{2})")
_PLAIN_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
_NUMBER = re.compile(r"(\d{1,5})(?![\d.,])\s*[-/ ]?\s*([A-Za-z](?![A-Za-z]))?\s*[-/ ]?\s*(.{0,12})")
# Of Plein 1940 3 the number is 3.
_LINE = re.compile(r"(.*?\D(?:\s\d{4})?)\s+(\d{1,5}(?!\d).*)")
_WITH_POSTCODE = re.compile(r"[,;]?\s*\b([1-9]\d{3}\s?[A-Za-z]{2})\b[,;]?\s*(.*)$")
_FIGURES_AGAIN = re.compile(r"\d\d?[-/]")
_SIGNS = re.compile(r"[\W_]+")
_MONTH = re.compile(r"(?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\b", re.IGNORECASE)


def read_postcode(cell: Any) -> str:
    """7811AB; "" for none."""
    if isinstance(cell, str) and _PLAIN_POSTCODE.fullmatch(cell):
        return cell  # nearly always
    found = _POSTCODE.fullmatch(text(cell).upper())
    return found.group(1) + found.group(2) if found else ""


def read_number(cell: Any) -> tuple[int, str, str]:
    """(number, letter, addition) of "12", "12a", "12-2" or "12 a bis"; 0 for none.

    A spreadsheet makes dates of some (12-jan, 2021-12-01): these are none.
    """
    found = _NUMBER.fullmatch(text(cell))
    if not found or _MONTH.match(found.group(3) or "") or _FIGURES_AGAIN.match(found.group(3)):
        return 0, "", ""
    return int(found.group(1)), (found.group(2) or "").upper(), found.group(3).strip()


def read_line(cell: Any) -> tuple[str, str, str, str]:
    """(street, number and what follows, postcode, place) of "Hoofdstraat 12a, 7811 AB Emmen"; "" for none."""
    said = text(cell)
    found = _WITH_POSTCODE.search(said)
    postcode = read_postcode(found.group(1)) if found else ""
    place = found.group(2) if found and postcode else ""
    before = said[: found.start()] if found and postcode else said
    before, _, rest = before.partition(",")
    line = _LINE.fullmatch(before.strip())
    street, number = (line.group(1), line.group(2)) if line else (before.strip(), "")
    return street, number, postcode, place or rest.strip()


def bare(cell: Any) -> str:
    """A letter, an addition or a name of a street without signs and spaces, in capitals."""
    return _SIGNS.sub("", text(cell)).upper()
