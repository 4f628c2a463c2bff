# SPDX-License-Identifier: GPL-2.0-or-later
"""Courses of time as small multiples in SVG: a panel for each city, one x axis. Pure: no QGIS, no Qt.

Years are spaced truly. A missing value is a gap with a mark of its own, never zero. A series is broken where its
values cannot be compared with those before; series of different definitions are lines of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Callable

from .paper import Box, Colours, Drawing, Frame, Sheet, elide
from .scale import Scales, free, scales

if TYPE_CHECKING:
    from collections.abc import Sequence


_CROWDED = 0.9  # of the size of the letters: signs that are nearer to each other than that are not told apart


@dataclass(frozen=True)
class Dot:
    """A value at a year (with decimals); `broken`: not comparable with those before it."""

    year: float
    value: float | None
    broken: bool = False


@dataclass(frozen=True)
class Course:
    """The dots of one definition in order; `kind` numbers its look and its name in the legend."""

    dots: tuple[Dot, ...]
    kind: int = 0


@dataclass(frozen=True)
class Panel:
    title: str
    courses: tuple[Course, ...]

    @property
    def values(self) -> list[float]:
        return [d.value for course in self.courses for d in course.dots if d.value is not None and isfinite(d.value)]

    @property
    def years(self) -> list[float]:
        return [dot.year for course in self.courses for dot in course.dots]


@dataclass(frozen=True)
class Words:
    """The texts around the lines; `under` says unit and scale, `broken` explains the sign of a break."""

    title: str
    under: tuple[str, ...]
    x_axis: str
    missing: str
    kinds: tuple[str, ...] = ()
    broken: str = ""


def panel_scales(panels: Sequence[Panel]) -> Scales:
    """The axes that the panels get, for the words that tell about them."""
    return scales([panel.values for panel in panels])


def multiples(
    panels: Sequence[Panel],
    words: Words,
    frame: Frame,
    colours: Colours,
    format_value: Callable[[float], str],
    format_year: Callable[[float], str],
) -> Drawing:
    """Draw the panels. Values are written at first and last dots, and at the others of a single panel that has room.

    A mark's row is the panel, its column the dot, through the courses in order of year. Raises ValueError when no
    panel has a value: there is nothing to draw then.
    """
    axes = panel_scales(panels)
    sheet = Sheet(frame, colours)
    size = sheet.size
    gutter = max(frame.width_of(format_value(t)) for ticks in axes.ticks for t in ticks) + size * 0.8
    columns = _columns(len(panels), frame, gutter, axes.shifted)
    rows = -(-len(panels) // columns)
    years = sorted({year for panel in panels for year in panel.years})
    top = sheet.heading(words.title, words.under)
    single = len(panels) == 1
    head, plot_height, foot = (0.8 if single else 2.3) * size, size * (7 if single else 6), size * 2.3
    between = size * 1.2  # rows
    own_axis = columns if not axes.shifted else 0  # with one scale the numbers stand at the first panel of a row only
    cell = (frame.width - (gutter if own_axis else 0)) / columns
    y = top
    for row in range(rows):
        end = y + head + plot_height + (foot if row == rows - 1 else between)
        for column in range(columns):
            number = row * columns + column
            if number >= len(panels):
                break
            left = column * cell + gutter if own_axis or single else column * cell
            inner = left if own_axis or single else left + gutter
            right = (column + 1) * cell + (gutter if own_axis else 0) - size * 0.7
            plot = _Plot(sheet, Box(inner, y + head, right, y + head + plot_height), axes.ticks[number], years)
            if not single:
                title = elide(panels[number].title, right - inner + size * 0.7, frame, 1, True)
                sheet.text(inner, y + size * 1.05, title, colours.text, factor=1, bold=True)
            plot.grid(format_value if column == 0 or not own_axis else None)
            last_of_column = number + columns >= len(panels)
            plot.draw_years(panels[number].years if single else years, format_year if last_of_column else None)
            area = Box(left if column else 0, y, right + size * 0.7, end)
            plot.panel(number, panels[number], words.missing, format_value, single, area)
        y += head + plot_height + (between if row < rows - 1 else 0)
    y += size * 2.9
    sheet.text(frame.width - size * 0.7, y, words.x_axis, colours.muted, "end")
    kinds = words.kinds if len(words.kinds) > 1 else ()
    broken = any(dot.broken for panel in panels for course in panel.courses for dot in course.dots)
    joined = {c.kind for panel in panels for c in panel.courses if len(c.dots) > 1}
    bottom = sheet.legend(y + size * 0.5, kinds, words.broken if broken else "", joined)
    return sheet.drawing(words.title, bottom + size * 0.2)


def _columns(count: int, frame: Frame, gutter: float, shifted: bool) -> int:
    """How many panels stand beside each other, in rows as even as can be."""
    least = frame.font_size * 9 + (gutter if shifted else 0)
    room = frame.width - (0 if shifted else gutter)
    most = max(1, min(count, int(room // least)))
    return -(-count // -(-count // most))


class _Plot:
    """One panel on the paper: where a year and a value are, and all that is drawn there."""

    def __init__(self, sheet: Sheet, box: Box, ticks: Sequence[float], years: Sequence[float]) -> None:
        self._sheet, self._box, self._ticks = sheet, box, ticks
        self._first, self._last = years[0], years[-1]
        # Above and below the lines there is room for the value of the highest and the lowest dot.
        self._high, self._low = box.top + sheet.size * 0.9, box.bottom - sheet.size * 1.1
        self._taken: list[Box] = []
        self._strokes: list[tuple[tuple[float, float], tuple[float, float]]] = []

    def x(self, year: float) -> float:
        box, inset = self._box, self._sheet.size * 1.6
        if self._last <= self._first:
            return (box.left + box.right) / 2
        return box.left + inset + (year - self._first) / (self._last - self._first) * (box.right - box.left - 2 * inset)

    def y(self, value: float) -> float:
        return self._low - (value - self._ticks[0]) / (self._ticks[-1] - self._ticks[0]) * (self._low - self._high)

    def grid(self, format_value: Callable[[float], str] | None) -> None:
        sheet, box = self._sheet, self._box
        last = box.bottom + sheet.size
        for tick in self._ticks:
            y = self.y(tick)
            sheet.line(box.left, y, box.right, y, sheet.colours.grid)
            if format_value is not None and last - y >= sheet.size * 1.05:
                label = format_value(tick)
                sheet.text(box.left - sheet.size * 0.5, y + sheet.size * 0.32, label, sheet.colours.muted, "end")
                last = y

    def draw_years(self, years: Sequence[float], format_year: Callable[[float], str] | None) -> None:
        """Marks for the years of all panels, and labels where these stand below."""
        sheet = self._sheet
        for year in years:
            x = self.x(year)
            sheet.line(x, self._box.bottom, x, self._box.bottom + sheet.size * 0.35, sheet.colours.muted)
        if format_year is not None:
            labels = [format_year(year) for year in years]
            kept = free([(self.x(y), sheet.frame.width_of(t)) for y, t in zip(years, labels)], sheet.size * 0.5)
            seen: set[str] = set()
            for i in sorted(kept):
                if labels[i] not in seen:
                    x, y = self.x(years[i]), self._box.bottom + sheet.size * 1.4
                    sheet.text(x, y, labels[i], sheet.colours.text, "middle")
                    seen.add(labels[i])

    def panel(
        self,
        number: int,
        panel: Panel,
        missing: str,
        format_value: Callable[[float], str],
        all_values: bool,
        area: Box,
    ) -> None:
        sheet, box = self._sheet, self._box
        if not panel.values:
            middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
            word = elide(missing, box.right - box.left, sheet.frame)
            sheet.text(middle[0], middle[1], word, sheet.colours.muted, "middle", italic=True)
            sheet.mark(number, 0, *middle, area)
            return
        for course in panel.courses:
            self._course(course, missing)
        self._values(panel, format_value, all_values)
        dots = [dot for course in panel.courses for dot in course.dots]
        for column, i in enumerate(sorted(range(len(dots)), key=lambda i: dots[i].year)):
            dot = dots[i]
            value = dot.value if dot.value is not None and isfinite(dot.value) else None
            y = (self._high + self._low) / 2 if value is None else self.y(value)
            sheet.mark(number, column, self.x(dot.year), y, area)

    def _course(self, course: Course, missing: str) -> None:
        """One line, interrupted where a value is missing or the series is broken."""
        sheet = self._sheet
        runs: list[list[tuple[float, float]]] = [[]]
        before: Dot | None = None
        for dot in course.dots:
            if dot.broken:
                runs.append([])
                self._break(before, dot)
            if dot.value is not None and isfinite(dot.value):
                runs[-1].append((self.x(dot.year), self.y(dot.value)))
            else:
                runs.append([])
                self._gap(dot, missing)
            before = dot
        for run in runs:
            sheet.series_line(course.kind, run)
            self._strokes += zip(run, run[1:])
        for run in runs:
            for x, y in self._marked(run):
                sheet.symbol(course.kind, x, y)
                half = sheet.size * 0.3
                self._taken.append(Box(x - half, y - half, x + half, y + half))

    def _marked(self, run: list[tuple[float, float]]) -> list[tuple[float, float]]:
        """The corners of a line that get a sign: its ends only, where the signs of all would be a band."""
        if len(run) > 2 and (run[-1][0] - run[0][0]) / (len(run) - 1) < self._sheet.size * _CROWDED:
            return [run[0], run[-1]]
        return run

    def _gap(self, dot: Dot, missing: str) -> None:
        sheet, x = self._sheet, self.x(dot.year)
        sheet.line(x, self._high, x, self._low, sheet.colours.muted, 1, "2 3", "missing")
        half = sheet.frame.width_of(missing) / 2
        x = min(max(x, self._box.left + half), self._box.right - half)
        box = Box(x - half, self._high - sheet.size * 1.2, x + half, self._high - sheet.size * 0.2)
        if not any(box.meets(other) for other in self._taken):
            self._taken.append(box)
            sheet.text(x, self._high - sheet.size * 0.3, missing, sheet.colours.muted, "middle", italic=True)

    def _break(self, before: Dot | None, dot: Dot) -> None:
        """Between the dot and the one before it; left of the first dot of a series."""
        sheet, x = self._sheet, self.x(dot.year)
        at = (self.x(before.year) + x) / 2 if before is not None else x - sheet.size * 1.1
        sheet.line(at, self._high, at, self._box.bottom - sheet.size * 0.5, sheet.colours.muted, 1, "5 2", "break")
        sheet.break_sign(at, self._box.bottom - sheet.size * 0.4)

    def _values(self, panel: Panel, format_value: Callable[[float], str], all_values: bool) -> None:
        """The last and first value of each course, then, if asked, the others that fit: above the dot, or below."""
        first, others = [], []
        for course in panel.courses:
            known = [i for i, dot in enumerate(course.dots) if _has_value(dot)]
            order = [known[-1], known[0], *known[-2:0:-1]] if known else []
            wanted = [(course, i, known) for i in dict.fromkeys(order)]
            first += wanted[:2]
            others += wanted[2:]
        for number, (course, i, known) in enumerate((*first, *(others if all_values else ()))):
            at = known.index(i)
            beside = [course.dots[k].value for k in (*known[max(at - 1, 0) : at], *known[at + 1 : at + 2])]
            low = len(beside) == 2 and all(v is not None and v > course.dots[i].value for v in beside)
            self._write(course.dots[i], format_value, low, number < len(first))

    def _write(self, dot: Dot, format_value: Callable[[float], str], below: bool, needed: bool) -> None:
        """Write a value where it touches nothing; one that is needed may hide a piece of a line, never another text."""
        sheet, label = self._sheet, format_value(dot.value) if dot.value is not None else ""
        half = sheet.frame.width_of(label) / 2
        x = min(self.x(dot.year), self._box.right + sheet.size * 0.7 - half)
        for low, strict in (
            (below, True),
            (not below, True),
            *(((below, False), (not below, False)) if needed else ()),
        ):
            y = self.y(dot.value or 0.0) + sheet.size * (1.25 if low else -0.55)
            box = Box(x - half, y - sheet.size * 0.75, x + half, y + sheet.size * 0.05)
            crossed = any(_crosses(a, b, box) for a, b in self._strokes)
            if not (crossed and strict) and not any(box.meets(other) for other in self._taken):
                self._taken.append(box)
                if crossed:
                    sheet.plate(box)
                sheet.text(x, y, label, sheet.colours.text, "middle")
                return


def _crosses(start: tuple[float, float], end: tuple[float, float], box: Box) -> bool:
    """Whether a stroke that goes from left to right runs through a box; also one that only touches its corner."""
    (x1, y1), (x2, y2) = start, end
    left, right = max(x1, box.left), min(x2, box.right)
    if left > right:
        return False
    slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
    low, high = sorted((y1 + slope * (left - x1), y1 + slope * (right - x1)))
    return low < box.bottom and high > box.top


def _has_value(dot: Dot) -> bool:
    return dot.value is not None and isfinite(dot.value)
