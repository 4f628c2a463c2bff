# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of text files with a sign between cells (CSV): encoding and sign are told by the text itself.

OGR would fill up rows that are too short, and does not say on which line a row stands.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

from .stopping import Stopped, never

_SIGNS = (";", ",", "\t", "|")
_SAMPLE = 20  # rows by which the sign between cells is told
_AT_ONCE = 50_000  # rows between two looks at whether the user has had enough
_OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"SQLite format 3")  # how workbooks and databases begin


class NoText(Exception):
    """The bytes are no text."""


def decoded(body: bytes) -> str:
    """UTF-8 or UTF-16 where the bytes are that, else the encoding of Windows in Western Europe. Raises NoText."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace")
    if body.startswith(_OTHERS) or b"\0" in body[:4096]:
        raise NoText
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def text_rows(text: str, cancelled: Callable[[], bool] = never) -> tuple[list[list[Any]], Sequence[int]]:
    """Cells of a text, and the line on which each row begins. Raises csv.Error where it is none, and Stopped."""
    sign, skipped = _sign(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    rows = gathered(reader, cancelled)[skipped:]
    if reader.line_num == len(rows) + skipped:
        return rows, range(1 + skipped, len(rows) + skipped + 1)
    again = csv.reader(io.StringIO(text, newline=""), delimiter=sign)  # a cell has lines of its own
    ends = [0, *(again.line_num for _ in again)]
    return rows, [end + 1 for end in ends[skipped:-1]]


def gathered(rows: Iterable[Any], cancelled: Callable[[], bool] = never) -> list[Any]:
    """All of them. Raises Stopped."""
    found: list[Any] = []
    source = iter(rows)
    while True:
        part = list(islice(source, _AT_ONCE))
        found += part
        if cancelled():
            raise Stopped
        if len(part) < _AT_ONCE:
            return found


def _sign(text: str) -> tuple[str, int]:
    """The sign between cells, and how many rows tell nothing but that."""
    if text[:4].casefold() == "sep=" and len(text) > 4:
        return text[4], 1
    sample = [line for line in islice(io.StringIO(text), 10 * _SAMPLE) if line.strip()][:_SAMPLE]

    def fits(sign: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(sample, delimiter=sign)]
        except csv.Error:
            return 0, 0
        width = max(set(widths), key=lambda one: (widths.count(one), one), default=0)
        return (widths.count(width), width) if width > 1 else (0, 0)

    return max(_SIGNS, key=fits), 0
