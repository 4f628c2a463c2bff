# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells of a table as texts, periods and numbers. Each distinct value is read once, so that long tables are quick."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

import numpy as np

# What may become of the cell of a number.
NUMBER, NO_DATA, NO_NUMBER, NEGATIVE = 0, 1, 2, 3

_NO_DATA = {"", "-", "–", ".", "..", "x", "*", "#", "nb", "n.b.", "geheim", "null", "none", "nan", "na", "n/a"}
_NO_DATA_NUMBERS = (-99991.0, -99995.0, -99997.0, -99999999.0)  # of CBS: secret, unknown, not there
_PERIOD = re.compile(r"((?:19|20)\d\d)\s?(?:[A-Za-z/.-]{0,2}\s?(\d\d?)(?!\d))?")
_DATE_BACKWARDS = re.compile(r"\d\d?[-/.](\d\d?)[-/.]((?:19|20)\d\d)")
_PLAIN = re.compile(r"[+-]?(?:\d+|\d*([.,])\d+|\d+[.,])(?:[eE][+-]?\d+)?")
_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}((?:\1\d{3})*)(?:(?!\1)([.,])\d+)?")  # 1.234.567,8
_BEYOND = 1e300  # nothing counted is
_SIGNS = str.maketrans("−", "-", " \t\xa0\u2009\u202f'’")


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


def numbers(cells: Sequence[Any], whole: bool = False) -> tuple[np.ndarray, np.ndarray, str]:
    """The numbers of a column: values (float64, 0 where there is none), what each cell was (int8), and an example.

    1.234 may be thousands or have decimals. What it is, is told by the other cells of the column; where these do not
    tell it, it has decimals, or thousands where the numbers are `whole`, and is the example. So is 1,234.
    """
    values, example = _typed(cells), ""
    if values is None:
        raw = set(cells)
        thousands, example = _signs_of(raw)
        if whole and example and not thousands:
            thousands = ".,"
        read = {one: _number(one, thousands) for one in raw}
        values = np.fromiter(map(read.__getitem__, cells), np.float64, len(cells))
    kind = np.zeros(len(values), np.int8)
    kind[values < 0] = NEGATIVE
    kind[np.isinf(values)] = NO_NUMBER
    kind[np.isnan(values) | np.isin(values, _NO_DATA_NUMBERS)] = NO_DATA
    return np.where(kind == NUMBER, values, 0.0), kind, example


def is_number_or_none(value: Any) -> bool:
    """Whether a cell may be one of numbers: a number, or a sign that there is none."""
    return not np.isinf(_number(value, ""))


def _typed(cells: Sequence[Any]) -> np.ndarray | None:
    """Numbers that came as numbers."""
    if not set(map(type, cells)) <= {float, int, type(None)}:
        return None
    try:
        return np.array(cells, dtype=np.float64)  # None becomes NaN
    except OverflowError:
        return None


def _number(value: Any, thousands: str) -> float:
    """NaN for no data, infinity for what is no number; signs in `thousands` alone in a number do not part decimals."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if abs(value) < _BEYOND or value != value else np.inf
    said = "" if value is None else str(value).translate(_SIGNS)
    if said.casefold() in _NO_DATA:
        return np.nan
    groups = _GROUPS.fullmatch(said)
    if groups and (groups.group(2) or groups.group(3) or groups.group(1) in thousands):
        return float(said.replace(groups.group(1), "").replace(",", "."))
    number = float(said.replace(",", ".")) if _PLAIN.fullmatch(said) else np.inf
    return number if abs(number) < _BEYOND else np.inf


def _signs_of(raw: Iterable[Any]) -> tuple[str, str]:
    """The signs between thousands of a column, and a cell of which the column does not tell what its sign is."""
    decimal: set[str] = set()
    between: set[str] = set()
    doubtful: dict[str, str] = {}
    for one in raw:
        said = one.translate(_SIGNS) if isinstance(one, str) else ""
        groups, plain = _GROUPS.fullmatch(said), _PLAIN.fullmatch(said)
        if groups and (groups.group(2) or groups.group(3)):
            between.add(groups.group(1))
            decimal.add(groups.group(3) or "")
        elif groups:
            doubtful[groups.group(1)] = min(said, doubtful.get(groups.group(1), said))
        elif plain:
            decimal.add(plain.group(1) or "")
    others = {".": ",", ",": "."}
    thousands = "".join(sign for sign in others if sign not in decimal and (sign in between or others[sign] in decimal))
    guessed = [said for sign, said in doubtful.items() if sign not in thousands and sign not in decimal - between]
    return thousands, min(guessed, default="")
