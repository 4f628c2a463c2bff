# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells of a table as codes, periods and numbers. Each distinct value is read once, so that long tables are quick."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

import numpy as np

from .flows import ELSEWHERE

# What may become of the cell of a flow.
NUMBER, NO_DATA, NO_NUMBER, NEGATIVE = 0, 1, 2, 3

_NO_DATA = {"", "-", "–", ".", "..", "x", "*", "#", "nb", "n.b.", "geheim", "null", "none", "nan", "na", "n/a"}
_NO_DATA_NUMBERS = (-99991.0, -99995.0, -99997.0, -99999999.0)  # of CBS: secret, unknown, not there
_UNKNOWN = {"onbekend", "unknown", "niet in te delen", "buitenland", "abroad", "elders", "elsewhere"}
_WHOLE = re.compile(r"(\d+)[.,]0+")
_LETTERED = re.compile(r"[A-Za-z]{2}\s?\d+")
_PERIOD = re.compile(r"((?:19|20)\d\d)\s?(?:[A-Za-z/.-]{0,2}\s?(\d\d?)(?!\d))?")
_DATE_BACKWARDS = re.compile(r"\d\d?[-/.](\d\d?)[-/.]((?:19|20)\d\d)")
_POINT = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_GROUPS = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(\1\d{3})*")  # 1.234: thousands, or three decimals
_SIGNS = str.maketrans("", "", " \t\xa0\u2009\u202f'’")


def factorise(cells: Iterable[Any], clean: Callable[[Any], Any]) -> tuple[list[Any], list[np.ndarray]]:
    """The distinct cleaned values of columns, sorted, and where each cell of each column has its own.

    `cells` are columns of equal length; positions are int64, -1 where `clean` gives None.
    """
    columns = [column if isinstance(column, list) else list(column) for column in cells]
    raw: set[Hashable] = set().union(*columns)
    cleaned = {one: clean(one) for one in raw}
    labels = sorted({label for label in cleaned.values() if label is not None})
    place = {label: number for number, label in enumerate(labels)}
    where = {one: -1 if label is None else place[label] for one, label in cleaned.items()}
    return labels, [np.fromiter(map(where.__getitem__, column), np.int64, len(column)) for column in columns]


def text(value: Any) -> str:
    """A cell as text: without surplus spaces, whole numbers without a point; "" for none."""
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split())


def code(value: Any) -> str | None:
    """The code of a zone; `ELSEWHERE` where the table says that it is not known, None where there is none."""
    said = text(value)
    whole = _WHOLE.fullmatch(said)
    if whole:
        return whole.group(1)
    if _LETTERED.fullmatch(said):
        return said.upper().replace(" ", "")
    if said.casefold() in _UNKNOWN:
        return ELSEWHERE
    return said or None


def period(value: Any) -> tuple[str, str] | None:
    """Year, and part of it where it says so: 2014MM12, 2014-12-31 and "2014 december" are of 2014. None for no year."""
    said = text(value)
    found = _PERIOD.match(said)
    if found:
        part = found.group(2) or ""
        is_whole_year = "JJ" in said.upper() or not part
        return found.group(1), "" if is_whole_year else part.zfill(2)
    found = _DATE_BACKWARDS.match(said)
    return (found.group(2), found.group(1).zfill(2)) if found else None


def numbers(cells: Sequence[Any]) -> tuple[np.ndarray, np.ndarray, str]:
    """The flows of a column: values (float64, 0 where there is none), what each cell was (int8), and an example.

    The example is a number such as 1.234, of which the column does not tell what its sign stands for: it is read as
    the decimal sign. Decimal comma and point, and signs or spaces between thousands, are told by the whole column.
    """
    values, example = _typed(cells), ""
    if values is None:
        raw = set(cells)
        decimal, example = _decimal_sign(raw)
        read = {one: _number(one, decimal) for one in raw}
        values = np.fromiter(map(read.__getitem__, cells), np.float64, len(cells))
    kind = np.zeros(len(values), np.int8)
    kind[values < 0] = NEGATIVE
    kind[np.isinf(values)] = NO_NUMBER
    kind[np.isnan(values) | np.isin(values, _NO_DATA_NUMBERS)] = NO_DATA
    return np.where(kind == NUMBER, values, 0.0), kind, example


def is_number_or_none(value: Any) -> bool:
    """Whether a cell may be one of flows: a number, or a sign that there is none."""
    return not np.isinf(_number(value, "")) or not np.isinf(_number(value, ","))


def _typed(cells: Sequence[Any]) -> np.ndarray | None:
    """Numbers that came as numbers."""
    if not set(map(type, cells)) <= {float, int, type(None)}:
        return None
    try:
        return np.array(cells, dtype=np.float64)  # None becomes NaN
    except OverflowError:
        return None


def _number(value: Any, decimal: str) -> float:
    """NaN for no data, infinity for what is no number; `decimal` is the sign, "" for a point."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if abs(value) < 1e300 or value != value else np.inf
    said = "" if value is None else str(value).translate(_SIGNS)
    if said.casefold() in _NO_DATA:
        return np.nan
    if decimal == ",":
        said = said.replace(".", "").replace(",", ".") if said.count(",") <= 1 else said
    elif "," in said and _GROUPS.fullmatch(said.partition(".")[0]):
        said = said.replace(",", "")
    elif said.count(".") > 1 and _GROUPS.fullmatch(said):
        said = said.replace(".", "")
    return float(said) if _POINT.fullmatch(said) else np.inf


def _decimal_sign(raw: Iterable[Any]) -> tuple[str, str]:
    """The decimal sign of a column, and an example where it was a guess."""
    example = ""
    comma = False
    for one in raw:
        said = one.translate(_SIGNS) if isinstance(one, str) else ""
        if "," not in said and "." not in said:
            continue
        last = max(said.rfind(","), said.rfind("."))
        sign = said[last]
        if said.count(sign) > 1:
            if _GROUPS.fullmatch(said):
                return ("," if sign == "." else ""), ""
        elif ("." in said and "," in said) or not _GROUPS.fullmatch(said):
            if _POINT.fullmatch(said.replace(",", "") if sign == "." else said.replace(".", "").replace(",", ".")):
                return ("," if sign == "," else ""), ""
        else:
            example = example or said
            comma = comma or sign == ","
    return ("," if comma else ""), example
