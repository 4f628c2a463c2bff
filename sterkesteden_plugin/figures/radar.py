# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores of workshops as a radar chart in SVG; as bars where there are too few criteria. Pure: no QGIS, no Qt.

A criterion without a score is a gap in the line, never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from .bars import Bar, BarRow, BarWords, bar_chart
from .paper import Box, Colours, Drawing, Frame, Sheet, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_CRITERIA = 3
LOWEST, HIGHEST = 1, 5
_CENTRE = 0.18  # share of the radius inside the lowest ring: scores begin at 1, so that ring is no point


@dataclass(frozen=True)
class RadarSeries:
    """One workshop: a score from 1 to 5 for each criterion, None where it gave none."""

    name: str
    scores: tuple[float | None, ...]


@dataclass(frozen=True)
class RadarWords:
    """The texts around the chart, as they are to be shown."""

    title: str
    under: tuple[str, ...]  # e.g. what 1 and 5 stand for
    missing: str


def radar_chart(
    series: Sequence[RadarSeries],
    criteria: Sequence[str],
    frame: Frame,
    colours: Colours,
    words: RadarWords,
    beside: bool = False,
) -> Drawing:
    """Draw the workshops over each other, or each in a circle of its own (`beside`).

    A mark's row is the workshop, its column the criterion (also one without a score). Scores beyond 1 to 5 are held to
    them; a workshop with too few scores has none for the rest.
    """
    scored = [_scores(one, len(criteria)) for one in series]
    if len(criteria) < LEAST_CRITERIA:
        return _as_bars(series, scored, criteria, frame, colours, words)
    sheet = Sheet(frame, colours)
    size = sheet.size
    top = sheet.heading(words.title, words.under)
    per_row = max(1, min(len(series), int(frame.width // (size * 15)))) if beside else 1
    numbered = per_row > 1 or _numbered(criteria, frame)
    labels = [_sign(i) for i in range(len(criteria))] if numbered else list(criteria)
    cell = frame.width / per_row
    side = size * 1.6 if numbered else _label_room(frame)
    radius = max(min((cell - 2 * side) / 2, size * 8.5), size * 2)
    below = radius * max(sin(_angle(i, len(criteria))) for i in range(len(criteria))) + size * 2.2
    if not beside:
        centre = top + size * 1.9 + radius
        _rings(sheet, cell / 2, centre, radius, labels, numbered)
        for number, scores in enumerate(scored):
            _one(sheet, number, number, scores, cell / 2, centre, radius)
        y = centre + below
    else:
        y = top
        for number, (one, scores) in enumerate(zip(series, scored)):
            column = number % per_row
            middle = cell * (column + 0.5)
            head = y + size * 1.1
            lines = wrap(one.name, cell - size * 0.6, frame, 1, bold=True)
            sheet.text(middle, head, lines[0] if lines else "", colours.text, "middle", bold=True)
            centre = head + size * 1.9 + radius
            _rings(sheet, middle, centre, radius, labels, numbered)
            _one(sheet, number, 0, scores, middle, centre, radius)
            if column == per_row - 1 or number == len(series) - 1:
                y = centre + below
    y = sheet.legend(y, [one.name for one in series] if not beside else [])
    y += size * 0.4
    y = sheet.listed(y, [(_sign(i), name) for i, name in enumerate(criteria)] if numbered else ())
    if any(score is None for scores in scored for score in scores):
        for line in wrap(words.missing, frame.width, frame, 2):
            sheet.text(0, y + size, line, colours.muted, italic=True)
            y += size * 1.25
    return sheet.drawing(words.title, y + size * 0.3)


def _sign(number: int) -> str:
    """A letter stands for a criterion: a number would read as a score."""
    return chr(ord("a") + number % 26) * (number // 26 + 1)


def _scores(one: RadarSeries, count: int) -> list[float | None]:
    padded = [*one.scores[:count], *([None] * (count - len(one.scores)))]
    return [None if s is None or s != s else min(max(float(s), LOWEST), HIGHEST) for s in padded]


def _label_room(frame: Frame) -> float:
    """Room beside the circle for the names of the criteria."""
    return min(frame.width * 0.26, frame.font_size * 9)


def _numbered(criteria: Sequence[str], frame: Frame) -> bool:
    """Whether numbers stand round the circle and the names below it, as the names would not fit there whole."""
    room = _label_room(frame)
    whole = all(" ".join(wrap(name, room, frame)) == " ".join(name.split()) for name in criteria)
    return len(criteria) > 8 or not whole or frame.width - 2 * room < frame.font_size * 11


def _angle(i: int, count: int) -> float:
    """Directions from the top, clockwise."""
    return 2 * pi * i / count - pi / 2


def _at(score: float, angle: float, x: float, y: float, radius: float) -> tuple[float, float]:
    share = _CENTRE + (1 - _CENTRE) * (score - LOWEST) / (HIGHEST - LOWEST)
    return x + cos(angle) * radius * share, y + sin(angle) * radius * share


def _rings(sheet: Sheet, x: float, y: float, radius: float, labels: Sequence[str], numbered: bool) -> None:
    """A ring for each score, a spoke and a name for each criterion."""
    size, count, colours = sheet.size, len(labels), sheet.colours
    for score in range(LOWEST, HIGHEST + 1):
        corners = [_at(score, _angle(i, count), x, y, radius) for i in range(count)]
        for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]]):
            sheet.line(x1, y1, x2, y2, colours.muted if score == HIGHEST else colours.grid)
    for i, label in enumerate(labels):
        angle = _angle(i, count)
        sheet.line(x, y, *_at(HIGHEST, angle, x, y, radius), colours.grid)
        tip_x, tip_y = x + cos(angle) * (radius + size * 0.6), y + sin(angle) * (radius + size * 0.6)
        anchor = "middle" if abs(cos(angle)) < 0.2 else ("start" if cos(angle) > 0 else "end")
        lines = [label] if numbered else wrap(label, _label_room(sheet.frame), sheet.frame)
        # Above the circle the last line stands on the tip, below it the first hangs from it.
        rise = (len(lines) - 1) * 1.1
        first = tip_y + size * 0.32 - size * rise * (1 - (sin(angle) + 1) / 2) + size * 0.3 * sin(angle)
        for j, line in enumerate(lines):
            sheet.text(tip_x, first + size * 1.1 * j, line, colours.text, anchor, bold=numbered)
    for score in range(LOWEST, HIGHEST + 1):
        at_x, at_y = _at(score, _angle(0, count), x, y, radius)
        sheet.text(at_x - size * 0.25, at_y + size * 0.75, str(score), colours.muted, "end", 0.8)


def _one(sheet: Sheet, row: int, look: int, scores: Sequence[float | None], x: float, y: float, radius: float) -> None:
    """One workshop: lines between neighbours that both have a score, and a symbol for each score."""
    count = len(scores)
    corners = [None if s is None else _at(s, _angle(i, count), x, y, radius) for i, s in enumerate(scores)]
    known = [corner for corner in corners if corner is not None]
    if len(known) == count:
        sheet.series_line(look, known, closed=True)
    else:
        for run in _runs(corners):
            sheet.series_line(look, run)
    reach = radius * pi / count
    for column, corner in enumerate(corners):
        if corner is not None:
            sheet.symbol(look, *corner)
        mark_x, mark_y = corner or _at(HIGHEST, _angle(column, count), x, y, radius)
        around = Box(mark_x - reach, mark_y - reach, mark_x + reach, mark_y + reach)
        sheet.mark(row, column, mark_x, mark_y, around)


def _runs(corners: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """Neighbours with a score, round the circle; it has at least one gap."""
    gap = next(i for i, corner in enumerate(corners) if corner is None)
    runs: list[list[tuple[float, float]]] = [[]]
    for corner in (*corners[gap + 1 :], *corners[: gap + 1]):
        if corner is None:
            runs.append([])
        else:
            runs[-1].append(corner)
    return runs


def _as_bars(
    series: Sequence[RadarSeries],
    scored: Sequence[Sequence[float | None]],
    criteria: Sequence[str],
    frame: Frame,
    colours: Colours,
    words: RadarWords,
) -> Drawing:
    """A row for each criterion, a bar for each workshop; marks keep workshop as row and criterion as column."""
    rows = [
        BarRow(name, tuple(Bar(scores[i], kind=number) for number, scores in enumerate(scored)))
        for i, name in enumerate(criteria)
    ]
    names = tuple(one.name for one in series)
    drawing = bar_chart(
        rows,
        BarWords(words.title, words.under, words.missing, names),
        frame,
        colours,
        lambda score: f"{score:g}",
        (0, HIGHEST),
    )
    marks = sorted((m.column, m.row, m) for m in drawing.marks)
    turned = tuple(type(m)(row, column, m.x, m.y, m.area) for row, column, m in marks)
    return Drawing(drawing.svg, drawing.width, drawing.height, turned)
