# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells with codes of zones."""

from __future__ import annotations

import re
from typing import Any

from ..tables.cells import text
from .flows import ELSEWHERE

_UNKNOWN = {"onbekend", "unknown", "niet in te delen", "buitenland", "abroad", "elders", "elsewhere"}
_WHOLE = re.compile(r"(\d+)[.,]0+")
_LETTERED = re.compile(r"[A-Za-z]{2}\s?\d+")


def zone_code(value: Any) -> str | None:
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
