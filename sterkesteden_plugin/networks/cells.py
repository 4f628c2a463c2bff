# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells of a table of flows: what `tables.cells` makes of any table, and the codes of zones."""

from __future__ import annotations

import re
from typing import Any

from ..tables.cells import NEGATIVE as NEGATIVE
from ..tables.cells import NO_DATA as NO_DATA
from ..tables.cells import NO_NUMBER as NO_NUMBER
from ..tables.cells import NUMBER as NUMBER
from ..tables.cells import factorise as factorise
from ..tables.cells import is_number_or_none as is_number_or_none
from ..tables.cells import numbers as numbers
from ..tables.cells import period as period
from ..tables.cells import text as text
from .flows import ELSEWHERE

_UNKNOWN = {"onbekend", "unknown", "niet in te delen", "buitenland", "abroad", "elders", "elsewhere"}
_WHOLE = re.compile(r"(\d+)[.,]0+")
_LETTERED = re.compile(r"[A-Za-z]{2}\s?\d+")


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
