# SPDX-License-Identifier: GPL-2.0-or-later
"""Values as services write them, read as the catalogue says they are. Pure."""

from __future__ import annotations

import math
import re
from typing import Any

_PERIOD = re.compile(r"(\d{4})(JJ|KW|MM)(\d\d)")  # of CBS: a year, a quarter, a month


def read_value(raw: Any, kind: str, date: str | None) -> Any:
    """A value of one of the types of schema.FIELD_TYPES; `date` is the day of the data set.

    Raises TypeError, ValueError or OverflowError where it is of another kind, or no number that a file can hold.
    """
    if isinstance(raw, str):
        raw = raw.strip()  # keys of CBS are padded
    return None if raw is None or raw == "" else _READERS[kind](raw, date)


def _integer(raw: Any, _date: str | None) -> int:
    value = int(raw) if isinstance(raw, int) else int(float(raw))
    if not -(2**63) <= value < 2**63:
        raise OverflowError(raw)
    return value


def _real(raw: Any, _date: str | None) -> float:
    value = float(raw)
    if not math.isfinite(value):
        raise OverflowError(raw)
    return value


def _day(raw: Any, date: str | None) -> str:
    """A day; of a year that of the data set (`date`) or the first, of a quarter or month the first."""
    period = _PERIOD.fullmatch(str(raw))
    if period is None:
        day = str(raw)[:10].replace("/", "-")  # OGR has slashes
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            raise ValueError(raw)
        return day
    year, kind, number = period.groups()
    if kind == "JJ":
        return f"{year}{date[4:] if date else '-01-01'}"
    month = int(number) if kind == "MM" else 3 * int(number) - 2
    if not 1 <= month <= 12:
        raise ValueError(raw)
    return f"{year}-{month:02}-01"


_READERS = {
    "TEXT": lambda raw, _date: str(raw),
    "INTEGER": _integer,
    "REAL": _real,
    "DATE": _day,
}
