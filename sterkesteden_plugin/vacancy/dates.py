# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates as they are written in Dutch lists: 1-1-2021, 1 januari 2021, jan. 2021, 2021, 2021-01-01, 20210101, 44197."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from ..tables.cells import text

EXACT, MONTH, YEAR, NONE, WRONG = range(5)  # how much of a date a cell tells; NONE: it is empty; WRONG: it is none

_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_OTHER_MONTHS = {"mrt": 3, "mar": 3, "may": 5, "oct": 10}
_ISO = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[t ].*)?")
_DUTCH = re.compile(r"(\d\d?)[-/. ](\d\d?)[-/. ](\d{4}|\d\d)(?: \d\d?:.*)?")
_WORDS = re.compile(r"(?:(\d\d?)[ -])?([a-z]{3,9})\.?[ -]'?(\d{4})")
_BARE = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_MONTH = re.compile(r"(\d{4})-(\d\d)")
_MONTH_YEAR = re.compile(r"(\d\d?)[-/](\d{4})")
_JUST_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_NAMES = re.compile(r"^(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo),? ")
_SINCE = re.compile(r"^(?:sinds|vanaf|per|peildatum:?|op) ")
_EMPTY = {"", "-", "onbekend", "n.v.t.", "nvt", "?", "0", "00-00-0000"}
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 60_000  # days that spreadsheets count from 30 December 1899: of 1954 to 2064
_CENTURY_TURNS = 70  # of a year of two figures


def read_date(cell: Any) -> tuple[str, int]:
    """(date as ISO, or "", and how much of it is told); a month stands for its first day, a year for 1 January."""
    said = _SINCE.sub("", _DAY_NAMES.sub("", text(cell).casefold()))
    if said in _EMPTY:
        return "", NONE
    for form, order in ((_ISO, (1, 2, 3)), (_BARE, (1, 2, 3)), (_DUTCH, (3, 2, 1))):
        found = form.fullmatch(said)
        if found:
            year, month, day = (int(found.group(part)) for part in order)
            return _checked(_full(year), month, day, EXACT)
    found = _WORDS.fullmatch(said)
    if found:
        in_month = found.group(1)
        day = int(in_month or 1)
        return _checked(int(found.group(3)), _month(found.group(2)), day, EXACT if in_month else MONTH)
    for form, first, second in ((_YEAR_MONTH, 1, 2), (_MONTH_YEAR, 2, 1)):
        found = form.fullmatch(said)
        if found:
            return _checked(int(found.group(first)), int(found.group(second)), 1, MONTH)
    if _JUST_YEAR.fullmatch(said):
        return f"{said}-01-01", YEAR
    return _serial(said)


def _serial(said: str) -> tuple[str, int]:
    try:
        days = float(said)
    except ValueError:
        return "", WRONG
    if not _FIRST_SERIAL <= days <= _LAST_SERIAL:
        return "", WRONG
    return (date(1899, 12, 30) + timedelta(days=int(days))).isoformat(), EXACT


def _month(word: str) -> int:
    short = word[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else _OTHER_MONTHS.get(short, 0)


def _full(year: int) -> int:
    return year if year > 99 else year + (2000 if year < _CENTURY_TURNS else 1900)


def _checked(year: int, month: int, day: int, told: int) -> tuple[str, int]:
    try:
        return date(year, month, day).isoformat(), told
    except ValueError:
        return "", WRONG
