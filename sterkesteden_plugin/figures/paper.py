# SPDX-License-Identifier: GPL-2.0-or-later
"""What all charts are drawn with: colours, size, text, lines, symbols, as SVG. Pure: no QGIS, no Qt.

Only what SVG Tiny 1.2 knows, as that is what Qt draws. Colours, font and words come from the caller.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from math import cos, pi, sin
from typing import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

SMALL = 0.9  # size of labels, as a factor of the font size
_BOLD = 1.08  # how much wider bold text is, about
_DASHES = ("", "6 3", "2 3", "8 3 2 3")
_SHAPES = 5


def guess_width(text: str) -> float:
    """Width of a text in font sizes where there is no font to measure; on the safe side."""
    return 0.58 * len(text)


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
    """Width of the chart and size of its text, in the same unit; how high it gets is the chart's own affair.

    `measure` tells the width of a text in font sizes.
    """

    width: float
    font_family: str
    font_size: float
    measure: Callable[[str], float] = field(default=guess_width)

    def width_of(self, text: str, factor: float = SMALL, bold: bool = False) -> float:
        return self.measure(text) * self.font_size * factor * (_BOLD if bold else 1)


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True)
class Mark:
    """Where value number `column` of row (city, bar, workshop) number `row` stands, and the area that is its own."""

    row: int
    column: int
    x: float
    y: float
    area: Box


@dataclass(frozen=True)
class Drawing:
    """A chart, and where its values are on it, row by row."""

    svg: str
    width: float
    height: float
    marks: tuple[Mark, ...]


def escape(text: str) -> str:
    """Text as SVG shows it; without the characters that XML does not know."""
    return html.escape("".join(c if c >= " " and not "\ud800" <= c <= "\udfff" and c < "\ufffe" else " " for c in text))


def elide(text: str, width: float, frame: Frame, factor: float = SMALL, bold: bool = False) -> str:
    """The text, ended by dots where it is wider than `width`."""
    if frame.width_of(text, factor, bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if frame.width_of(f"{text[:middle].rstrip()}…", factor, bold) <= width:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…"


def wrap(text: str, width: float, frame: Frame, most: int = 2, factor: float = SMALL, bold: bool = False) -> list[str]:
    """The text in at most `most` lines of this width, the last one ended by dots where it does not fit."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        count = 1
        while count < len(words) and frame.width_of(" ".join(words[: count + 1]), factor, bold) <= width:
            count += 1
        lines.append(elide(" ".join(words[:count]), width, frame, factor, bold))
        words = words[count:]
    if words:
        lines.append(elide(" ".join(words), width, frame, factor, bold))
    return lines


class Sheet:
    """The paper on which a chart is drawn, from top to bottom."""

    def __init__(self, frame: Frame, colours: Colours) -> None:
        self.frame, self.colours = frame, colours
        self.size = frame.font_size
        self.marks: list[Mark] = []
        self._parts: list[str] = []

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str,
        anchor: str = "start",
        factor: float = SMALL,
        bold: bool = False,
        italic: bool = False,
    ) -> None:
        """A line of text; `y` is where it stands on."""
        look = ' font-weight="bold"' if bold else ""
        look += ' font-style="italic"' if italic else ""
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{self.size * factor:.2f}" text-anchor="{anchor}"'
            f' fill="{colour}"{look}>{escape(text)}</text>'
        )

    def line(
        self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, dash: str = "", kind: str = ""
    ) -> None:
        look = f' stroke-dasharray="{dash}"' if dash else ""
        name = f' class="{kind}"' if kind else ""
        self._parts.append(
            f'<line{name} x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"'
            f' stroke-width="{width:g}"{look}/>'
        )

    def plate(self, box: Box) -> None:
        """Paper over what is there, for a text to stand on."""
        self._parts.append(
            f'<rect class="plate" x="{box.left:.1f}" y="{box.top:.1f}" width="{box.right - box.left:.1f}"'
            f' height="{box.bottom - box.top:.1f}" fill="{self.colours.background}"/>'
        )

    def series_colour(self, number: int) -> str:
        return (self.colours.line, self.colours.text)[number % 2]

    def series_line(
        self, number: int, corners: Sequence[tuple[float, float]], closed: bool = False, kind: str = "course"
    ) -> None:
        """A line in the look of series `number`: they differ by dashes, not by colour alone."""
        if len(corners) < 2:
            return
        dash = _DASHES[number % len(_DASHES)]
        look = f' stroke-dasharray="{dash}"' if dash else ""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (*corners, *(corners[:1] if closed else ())))
        self._parts.append(
            f'<polyline class="{kind}" points="{path}" fill="none" stroke="{self.series_colour(number)}"'
            f' stroke-width="{self.size * 0.16:.2f}" stroke-linejoin="round"{look}/>'
        )

    def symbol(self, number: int, x: float, y: float, kind: str = "value") -> None:
        """The mark of a value of series `number`: they differ by shape, and by being filled or open."""
        colour, ground = self.series_colour(number), self.colours.background
        shape, radius = number % _SHAPES, self.size * 0.32
        fill = colour if shape in (0, 2) else ground
        stroke = ground if shape in (0, 2) else colour
        look = f'class="{kind}" fill="{fill}" stroke="{stroke}" stroke-width="{1 if shape in (0, 2) else 1.5}"'
        if shape in (0, 4):
            self._parts.append(f'<circle {look} cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}"/>')
            return
        corners, turn = {1: (4, pi / 4), 2: (3, -pi / 2), 3: (4, 0.0)}[shape]
        angles = [turn + 2 * pi * i / corners for i in range(corners)]
        path = " ".join(f"{x + radius * 1.2 * cos(a):.1f},{y + radius * 1.2 * sin(a):.1f}" for a in angles)
        self._parts.append(f'<polygon {look} points="{path}"/>')

    def shape(self, rings: Sequence[Sequence[tuple[float, float]]], fill: str, edge: str, width: float) -> None:
        """An area of several rings, of which those inside others are holes."""
        path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in rings if ring)
        self._parts.append(
            f'<path class="area" d="{path}" fill="{fill}" fill-rule="evenodd" stroke="{edge}"'
            f' stroke-width="{width:g}"/>'
        )

    def dot(self, x: float, y: float, radius: float, fill: str, edge: str, width: float) -> None:
        self._parts.append(
            f'<circle class="area" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill="{fill}" stroke="{edge}"'
            f' stroke-width="{width:g}"/>'
        )

    def bar(self, number: int, left: float, top: float, right: float, bottom: float) -> None:
        """A bar of series `number`: those with an even number are filled, the others open."""
        colour = self.series_colour(number)
        fill = colour if number % 2 == 0 else self.colours.background
        self._parts.append(
            f'<rect class="value" x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}"'
            f' height="{bottom - top:.1f}" fill="{fill}" stroke="{colour}" stroke-width="1"/>'
        )

    def break_sign(self, x: float, y: float) -> None:
        """Two short strokes: here a series is broken."""
        half = self.size * 0.35
        for shift in (-0.14, 0.14):
            at = x + shift * self.size
            self.line(at - half * 0.5, y + half, at + half * 0.5, y - half, self.colours.text, 1.4, kind="break")

    def heading(self, title: str, under: Sequence[str]) -> float:
        """Title, and lines under it; return where the chart can begin."""
        y = 0.0
        for line in wrap(title, self.frame.width, self.frame, 2, 1, True):
            y += self.size * 1.2
            self.text(0, y - self.size * 0.2, line, self.colours.text, factor=1, bold=True)
        for text in under:
            for line in wrap(text, self.frame.width, self.frame, 3):
                y += self.size * 1.25
                self.text(0, y - self.size * 0.2, line, self.colours.muted)
        return y + self.size * 0.3

    def legend(self, top: float, kinds: Sequence[str], broken: str = "", joined: Container[int] = ()) -> float:
        """What the looks stand for, each on its own line, and the sign of a break; return where the legend ends.

        `joined` are the kinds that are drawn as lines.
        """
        left, y = self.size * 2.6, top
        for number, name in enumerate(kinds):
            middle = y + self.size * 0.62
            if number in joined:
                self.series_line(number, [(0, middle), (self.size * 2, middle)], kind="key")
            self.symbol(number, self.size, middle, "key")
            for line in wrap(name, self.frame.width - left, self.frame, 2):
                self.text(left, y + self.size * 0.95, line, self.colours.text)
                y += self.size * 1.25
        if broken:
            self.break_sign(self.size, y + self.size * 0.62)
            for line in wrap(broken, self.frame.width - left, self.frame, 2):
                self.text(left, y + self.size * 0.95, line, self.colours.text)
                y += self.size * 1.25
        return y

    def listed(self, top: float, signs: Sequence[tuple[str, str]]) -> float:
        """What numbers or letters in the chart stand for; return where the list ends."""
        y, left = top, self.size * 2.2
        for sign, name in signs:
            self.text(self.size * 1.6, y + self.size * 0.95, sign, self.colours.text, "end", bold=True)
            for line in wrap(name, self.frame.width - left, self.frame, 3):
                self.text(left, y + self.size * 0.95, line, self.colours.text)
                y += self.size * 1.2
        return y

    def mark(self, row: int, column: int, x: float, y: float, area: Box) -> None:
        self.marks.append(Mark(row, column, x, y, area))

    def drawing(self, title: str, height: float) -> Drawing:
        width = self.frame.width
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:.1f}"'
            f' viewBox="0 0 {width:g} {height:.1f}" font-family="{escape(self.frame.font_family)}"'
            f' font-size="{self.size:g}"><title>{escape(title)}</title>{"".join(self._parts)}</svg>'
        )
        return Drawing(svg, width, round(height, 1), tuple(sorted(self.marks, key=lambda m: (m.row, m.column))))
