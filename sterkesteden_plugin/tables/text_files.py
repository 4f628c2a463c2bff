# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of text files with a sign between cells (CSV): encoding and sign are told by the text itself.

OGR would fill up rows that are too short, and does not say on which line a row stands.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, BinaryIO

from .stopping import Stopped, never

_SIGNS = (";", ",", "\t", "|")
_SAMPLE = 20  # rows by which the sign between cells is told
_AT_ONCE = 50_000  # rows between two looks at whether the user has had enough
_PIECE = 500  # rows of a text at once: few enough to be gone before Python looks for circles among them
_CHUNK = 1 << 20  # bytes
_OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"SQLite format 3")  # how workbooks and databases begin


class NoText(Exception):
    """The bytes are no text."""


def encoding_of(file: BinaryIO) -> str:
    """UTF-8 or UTF-16 where the bytes are that, else the encoding of Windows in Western Europe. Raises NoText."""
    file.seek(0)
    begins = file.read(4096)
    if begins.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if begins.startswith(_OTHERS) or b"\0" in begins:
        raise NoText
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(begins)
        for piece in iter(lambda: file.read(_CHUNK), b""):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def text_pieces(
    file: BinaryIO, cancelled: Callable[[], bool] = never
) -> Iterator[tuple[list[list[Any]], Sequence[int]]]:
    """Cells of a text, some rows at once, and the line on which each of them begins; `file` must be one to seek in.

    Raises NoText and csv.Error where it is no table, and Stopped.
    """
    encoding = encoding_of(file)
    file.seek(0)
    stream = io.TextIOWrapper(file, encoding, "replace", newline="")
    try:
        sample = list(islice(stream, 10 * _SAMPLE))
        sign, skipped = _sign(sample)
        reader = csv.reader(chain(sample, stream), delimiter=sign)
        for _ in range(skipped):
            next(reader)
        end = reader.line_num
        while True:
            rows, ends = [], [end]
            for row in islice(reader, _PIECE):
                rows.append(row)
                ends.append(reader.line_num)
            if cancelled():
                raise Stopped
            if not rows:
                return
            one_each = ends[-1] - end == len(rows)
            yield rows, range(end + 1, ends[-1] + 1) if one_each else [one + 1 for one in ends[:-1]]
            end = ends[-1]
    finally:
        stream.detach()  # or it would close the file


def text_rows(file: BinaryIO, cancelled: Callable[[], bool] = never) -> tuple[list[list[Any]], Sequence[int]]:
    """All rows of `text_pieces`."""
    rows: list[list[Any]] = []
    lines: list[Sequence[int]] = []
    for some, where in text_pieces(file, cancelled):
        rows += some
        lines.append(where)
    if len(lines) == 1:
        return rows, lines[0]
    return rows, list(chain.from_iterable(lines))


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


def _sign(lines: Sequence[str]) -> tuple[str, int]:
    """The sign between cells, and how many rows tell nothing but that."""
    first = lines[0] if lines else ""
    if first[:4].casefold() == "sep=" and len(first) > 4:
        return first[4], 1
    sample = [line for line in lines if line.strip()][:_SAMPLE]

    def fits(sign: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(sample, delimiter=sign)]
        except csv.Error:
            return 0, 0
        width = max(set(widths), key=lambda one: (widths.count(one), one), default=0)
        return (widths.count(width), width) if width > 1 else (0, 0)

    return max(_SIGNS, key=fits), 0
