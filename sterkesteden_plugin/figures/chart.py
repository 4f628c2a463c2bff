# SPDX-License-Identifier: GPL-2.0-or-later
"""A small line chart as SVG. Pure: no QGIS, no Qt; colours and formats come from the caller.

A missing value (None) is a gap in the line with a mark of its own, never zero. Years are spaced truly.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor, isfinite, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Point = tuple[float, "float | None"]

_DIGIT = 0.58  # width of a digit in font sizes; a guess on the safe side, as there is no font to measure here
_TICKS = 3


@dataclass(frozen=True)
class Colours:
    """SVG colours, as a rule those of the palette: `background` is what the chart stands on."""

    text: str
    muted: str
    grid: str
    line: str
    background: str


@dataclass(frozen=True)
class Frame:
    """Size of the chart and of its text, in the same unit."""

    width: float
    height: float
    font_family: str
    font_size: float


@dataclass(frozen=True)
class Words:
    """The texts around the line, as they are to be shown."""

    title: str
    y_axis: str
    x_axis: str
    missing: str


def ticks(low: float, high: float, count: int = _TICKS) -> list[float]:
    """Round numbers that enclose low and high, about `count` steps of 1, 2 or 5 times a power of ten."""
    if high <= low:
        span = abs(low) or 1.0
        low, high = low - span / 20, high + span / 20
    rough = (high - low) / count
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [step * i for i in range(first, last + 1)]


def line_chart(
    points: Sequence[Point],
    words: Words,
    frame: Frame,
    colours: Colours,
    format_value: Callable[[float], str],
    format_x: Callable[[float], str],
) -> str:
    """Return the SVG of a line through `points`, which are pairs of place on the x axis (a year) and value, in order.

    Values are written at the points as far as they do not run into each other, the last one first.
    Raises ValueError when no point has a value: there is nothing to draw then.
    """
    values = [value for _, value in points if value is not None and isfinite(value)]
    if not values:
        raise ValueError("a chart needs a value")
    plot = _Plot(points, values, frame, format_value)
    size = frame.font_size
    parts = [
        f'<text x="0" y="{size:.1f}" font-weight="bold" fill="{colours.text}">{escape(words.title)}</text>',
        f'<text x="0" y="{size * 2.5:.1f}" {_small(size)} fill="{colours.muted}">{escape(words.y_axis)}</text>',
        f'<text x="{plot.right:.1f}" y="{frame.height - size * 0.3:.1f}" {_small(size)} text-anchor="end"'
        f' fill="{colours.muted}">{escape(words.x_axis)}</text>',
        *_grid(plot, colours, format_value),
        *_years(plot, points, colours, format_x),
        *_line(plot, points, colours, words.missing),
        *_values(plot, points, colours, format_value),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{frame.width:g}" height="{frame.height:g}"'
        f' viewBox="0 0 {frame.width:g} {frame.height:g}"'
        f' font-family="{escape(frame.font_family)}" font-size="{size:g}">'
        f"<title>{escape(words.title)}</title>{''.join(parts)}</svg>"
    )


class _Plot:
    """Where a year and a value are on the paper."""

    def __init__(
        self, points: Sequence[Point], values: Sequence[float], frame: Frame, format_value: Callable[[float], str]
    ) -> None:
        self.size = frame.font_size
        self.ticks = ticks(min(values), max(values))
        self.left = max(len(format_value(tick)) for tick in self.ticks) * self.size * 0.9 * _DIGIT + self.size * 0.8
        self.right = frame.width - self.size
        self.axis = frame.height - self.size * 3.2
        # Between the lowest line and the years there is room for the value of the lowest point.
        self.top, self.bottom = self.size * 4.4, self.axis - self.size * 1.2
        self._first, self._last = points[0][0], points[-1][0]

    def x(self, year: float) -> float:
        if self._last <= self._first:
            return (self.left + self.right) / 2
        inset = self.size * 1.6
        share = (year - self._first) / (self._last - self._first)
        return self.left + inset + share * (self.right - self.left - 2 * inset)

    def y(self, value: float) -> float:
        share = (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return self.bottom - share * (self.bottom - self.top)


def escape(text: str) -> str:
    """Text as SVG shows it; without the control characters that XML does not know."""
    return html.escape("".join(c if c >= " " else " " for c in text))


def _small(size: float) -> str:
    return f'font-size="{size * 0.9:.2f}"'


def _grid(plot: _Plot, colours: Colours, format_value: Callable[[float], str]) -> list[str]:
    parts = []
    for tick in plot.ticks:
        y = plot.y(tick)
        parts.append(
            f'<line x1="{plot.left:.1f}" y1="{y:.1f}" x2="{plot.right:.1f}" y2="{y:.1f}" stroke="{colours.grid}"'
            f' stroke-width="1"/><text x="{plot.left - plot.size * 0.5:.1f}" y="{y + plot.size * 0.32:.1f}"'
            f' {_small(plot.size)} text-anchor="end" fill="{colours.muted}">{escape(format_value(tick))}</text>'
        )
    return parts


def _free(wanted: Sequence[tuple[float, float]], gap: float) -> set[int]:
    """Which of the labels (middle, width) can stand without touching; first the last one, then the first."""
    order = [len(wanted) - 1, 0, *range(len(wanted) - 2, 0, -1)]
    kept: set[int] = set()
    for i in order:
        middle, width = wanted[i]
        if all(abs(middle - wanted[k][0]) >= (width + wanted[k][1]) / 2 + gap for k in kept):
            kept.add(i)
    return kept


def _years(plot: _Plot, points: Sequence[Point], colours: Colours, format_x: Callable[[float], str]) -> list[str]:
    labels = [format_x(year) for year, _ in points]
    width = plot.size * 0.9 * _DIGIT
    kept = _free([(plot.x(p[0]), len(t) * width) for p, t in zip(points, labels)], plot.size * 0.4)
    parts = []
    for i, (year, _) in enumerate(points):
        x = plot.x(year)
        parts.append(
            f'<line x1="{x:.1f}" y1="{plot.axis:.1f}" x2="{x:.1f}" y2="{plot.axis + plot.size * 0.35:.1f}"'
            f' stroke="{colours.muted}" stroke-width="1"/>'
        )
        if i in kept:
            parts.append(
                f'<text x="{x:.1f}" y="{plot.axis + plot.size * 1.4:.1f}" {_small(plot.size)} text-anchor="middle"'
                f' fill="{colours.text}">{escape(labels[i])}</text>'
            )
    return parts


def _line(plot: _Plot, points: Sequence[Point], colours: Colours, missing: str) -> list[str]:
    parts = []
    for present, run in groupby(points, key=lambda p: p[1] is not None and isfinite(p[1])):
        if present:
            corners = [(plot.x(year), plot.y(value)) for year, value in run if value is not None]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
            if len(corners) > 1:
                parts.append(
                    f'<polyline points="{path}" fill="none" stroke="{colours.line}"'
                    f' stroke-width="{plot.size * 0.17:.2f}" stroke-linejoin="round"/>'
                )
            parts += [
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{plot.size * 0.3:.2f}" fill="{colours.line}"'
                f' stroke="{colours.background}" stroke-width="1"/>'
                for x, y in corners
            ]
            continue
        for year, _ in run:
            x = plot.x(year)
            parts.append(
                f'<line class="missing" x1="{x:.1f}" y1="{plot.top:.1f}" x2="{x:.1f}" y2="{plot.bottom:.1f}"'
                f' stroke="{colours.muted}" stroke-width="1" stroke-dasharray="2 3"/>'
                f'<text x="{x:.1f}" y="{plot.top - plot.size * 0.3:.1f}" {_small(plot.size)} text-anchor="middle"'
                f' font-style="italic" fill="{colours.muted}">{escape(missing)}</text>'
            )
    return parts


def _values(plot: _Plot, points: Sequence[Point], colours: Colours, format_value: Callable[[float], str]) -> list[str]:
    """Values above their points, or below them where the line comes from above on both sides."""
    known = [(year, value) for year, value in points if value is not None and isfinite(value)]
    labels = [format_value(value) for _, value in known]
    width = plot.size * 0.9 * _DIGIT
    kept = _free([(plot.x(p[0]), len(t) * width) for p, t in zip(known, labels)], plot.size * 0.5)
    parts = []
    for i in sorted(kept):
        year, value = known[i]
        beside = [v for _, v in (*known[max(i - 1, 0) : i], *known[i + 1 : i + 2])]
        # At the ends the axis or the edge is near: there the value stays above its point.
        below = len(beside) == 2 and min(beside) > value
        y = plot.y(value) + plot.size * (1.25 if below else -0.6)
        parts.append(
            f'<text x="{plot.x(year):.1f}" y="{y:.1f}" {_small(plot.size)} text-anchor="middle"'
            f' fill="{colours.text}">{escape(labels[i])}</text>'
        )
    return parts
