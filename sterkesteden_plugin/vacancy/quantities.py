# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers with what lists write around them: 12,5 %, 120 m², ca. 80."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from ..tables import cells
from ..tables.factored import Factored

_AFTER = re.compile(r"\s*(?:%|procent|m2|m²|vierkante meter)\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"^\s*(?:ca\.?|circa|±)\s*", re.IGNORECASE)
_WRAPPED = re.compile(r'=\s*"(.*)"')  # how a spreadsheet is made to keep a number as it stands
_FORMULA = re.compile(r"=|#(?:[A-Z]{3,}|N/|NV|DEEL|DIV)")


def is_formula(cell: Any) -> bool:
    """Whether a cell holds a formula as text, or the mistake that came of one: =A1/B1, #DEEL/0!, #N/B, #REF!."""
    return isinstance(cell, str) and _FORMULA.match(cell) is not None and _WRAPPED.fullmatch(cell) is None


def bare_number(cell: Any) -> Any:
    """A cell without what stands around its number; what is no text stays as it is."""
    if not isinstance(cell, str):
        return cell
    wrapped = _WRAPPED.fullmatch(cell)
    return _BEFORE.sub("", _AFTER.sub("", wrapped.group(1) if wrapped else cell))


def quantities(column: Factored, whole: bool = False) -> tuple[np.ndarray, np.ndarray, str]:
    """(values (R,) with NaN for none, what each cell was (`cells.NUMBER`, …), an example that may be thousands)."""
    values, kind, example = cells.numbers([bare_number(one) for one in column.values], whole)
    values[kind != cells.NUMBER] = np.nan
    return column.take(values), column.take(kind), example


def shares(column: Factored) -> tuple[np.ndarray, np.ndarray, str]:
    """Percentages as shares of 0 to 1, as `quantities`.

    A spreadsheet keeps 12,5% as the number 0.125. So a column of numbers none of which is over 1 is taken as shares,
    unless it writes percentage signs.
    """
    values, kind, example = quantities(column)
    is_written = any(isinstance(one, str) and "%" in one for one in column.values)
    known = values[kind == cells.NUMBER]
    is_share = not is_written and len(known) > 0 and known.max() <= 1
    return values if is_share else values / 100, kind, example
