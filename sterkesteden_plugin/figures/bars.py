# SPDX-License-Identifier: GPL-2.0-or-later
"""Bars beside each other, as SVG: for what has one or two values a row. Pure: no QGIS, no Qt.

A missing value is told in words where its bar would be; it is never a bar of no length.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

from .paper import SMALL, Box, Colours, Drawing, Frame, Sheet, wrap
from .scale import evenly, ticks

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Bar:
    """One value of a row. `detail` tells it from the others of the row; `broken`: not comparable with those before."""

    value: float | None
    detail: str = ""
    kind: int = 0
    broken: bool = False


@dataclass(frozen=True)
class BarRow:
    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class BarWords:
    """The texts around the bars, as they are to be shown; `broken` explains the sign of a break."""

    title: str
    under: tuple[str, ...]
    missing: str
    kinds: tuple[str, ...] = ()
    broken: str = ""


def bar_chart(
    rows: Sequence[BarRow],
    words: BarWords,
    frame: Frame,
    colours: Colours,
    format_value: Callable[[float], str],
    span: tuple[float, float] | None = None,
) -> Drawing:
    """Draw a bar for each value, from zero, with the value at its end; `span` sets the ends of the axis.

    Without any value there are the rows and what is missing, and no axis.
    """
    sheet = Sheet(frame, colours)
    size = sheet.size
    numbered = len(words.kinds) > 1  # more kinds than there are ways to fill a bar: a number says which it is
    top = sheet.heading(words.title, words.under) + size * 0.4
    values = [bar.value for row in rows for bar in row.bars if bar.value is not None]
    axis = ticks(min(0.0, *values), max(0.0, *values), 3) if values else [0.0, 1.0]
    if span is not None:
        axis = ticks(*span, 5)
    wanted = max((frame.width_of(row.label) for row in rows), default=0.0)
    label_width = min(wanted, frame.width * 0.38)
    details = [_detail(bar, numbered) for row in rows for bar in row.bars]
    detail_width = max(map(frame.width_of, details), default=0.0)
    left = label_width + size * 0.7 + (detail_width + size * 0.7 if detail_width else 0)
    widest = max((frame.width_of(format_value(value)) for value in values), default=0.0)
    right = max(frame.width - widest - size * 0.8, left + size * 3)
    if min(axis) < 0:
        left += widest + size * 0.6

    def place(value: float) -> float:
        return left + (value - axis[0]) / (axis[-1] - axis[0]) * (right - left)

    y, ends = top, []
    for number, row in enumerate(rows):
        start = y
        lines = wrap(row.label, label_width, frame, 2)
        height = max(len(row.bars) * size * 1.5, len(lines) * size * 1.2, size * 1.5)
        for i, line in enumerate(lines):
            sheet.text(0, y + size * (1.1 + 1.15 * i), line, colours.text)
        for column, bar in enumerate(row.bars):
            middle = y + size * (0.75 + 1.5 * column)
            area = Box(0, start if column == 0 else middle - size * 0.75, frame.width, middle + size * 0.75)
            ends.append((number, column, bar, middle, area))
        y += height + size * 0.35
    bottom = y
    if values:
        for tick in axis:
            sheet.line(place(tick), top, place(tick), bottom, colours.grid)
        sheet.line(place(0), top, place(0), bottom, colours.muted)
        _tick_labels(sheet, [(place(tick), format_value(tick)) for tick in axis], bottom + size * 1.1)
    for number, column, bar, middle, area in ends:
        x = _draw_bar(sheet, bar, middle, place, words.missing, format_value)
        sheet.text(label_width + size * 0.7, middle + size * 0.33, _detail(bar, numbered), colours.muted)
        if bar.broken:
            sheet.break_sign(place(0), middle)
        sheet.mark(number, column, x, middle, area)
    y = bottom + size * (1.7 if values else 0.2)
    y = sheet.listed(y, [(str(i + 1), kind) for i, kind in enumerate(words.kinds)] if numbered else ())
    broken = words.broken if any(bar.broken for _, _, bar, _, _ in ends) else ""
    return sheet.drawing(words.title, sheet.legend(y, (), broken) + size * 0.2)


def _detail(bar: Bar, numbered: bool) -> str:
    return " ".join(filter(None, (bar.detail, str(bar.kind + 1) if numbered else "")))


def _draw_bar(
    sheet: Sheet,
    bar: Bar,
    middle: float,
    place: Callable[[float], float],
    missing: str,
    format_value: Callable[[float], str],
) -> float:
    """Draw one bar and its value; return where it ends."""
    size, zero = sheet.size, place(0)
    if bar.value is None:
        sheet.text(zero + size * 0.4, middle + size * 0.33, missing, sheet.colours.muted, italic=True)
        return zero + size * 0.2
    end = place(bar.value)
    sheet.bar(bar.kind, min(zero, end), middle - size * 0.5, max(zero, end), middle + size * 0.5)
    anchor, shift = ("start", 0.35) if bar.value >= 0 else ("end", -0.35)
    sheet.text(end + shift * size, middle + size * 0.33, format_value(bar.value), sheet.colours.text, anchor)
    return end


def _tick_labels(sheet: Sheet, wanted: Sequence[tuple[float, str]], y: float) -> None:
    """Numbers below the axis, as many as fit, evenly: who reads between them must know what a line stands for."""
    kept = evenly([(x, sheet.frame.width_of(text, SMALL)) for x, text in wanted], sheet.size * 0.6)
    for i in sorted(kept):
        x, text = wanted[i]
        half = sheet.frame.width_of(text, SMALL) / 2
        sheet.text(min(x, sheet.frame.width - half), y, text, sheet.colours.muted, "middle")
