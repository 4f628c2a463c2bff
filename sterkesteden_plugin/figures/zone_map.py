# SPDX-License-Identifier: GPL-2.0-or-later
"""Small maps of zones beside each other, as SVG: how two divisions differ. Pure: no QGIS, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

from .paper import Box, Colours, Drawing, Frame, Sheet, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

Ring = tuple[tuple[float, float], ...]

_GAP = 0.8  # between two maps, in font sizes
_HIGHEST = 1.3  # of a map, as a factor of its width


@dataclass(frozen=True)
class ZoneShape:
    """The outlines of a zone, y upwards, and the point that stands for it; a zone of a point layer has no rings."""

    rings: tuple[Ring, ...]
    x: float
    y: float


@dataclass(frozen=True)
class ZoneMap:
    """One map: its title, and an SVG colour for each zone ("" where it is in no region)."""

    title: str
    fills: tuple[str, ...]


@dataclass(frozen=True)
class MapWords:
    title: str
    under: tuple[str, ...] = ()


def zone_maps(
    shapes: Sequence[ZoneShape],
    maps: Sequence[ZoneMap],
    outlined: frozenset[int],
    words: MapWords,
    frame: Frame,
    colours: Colours,
) -> Drawing:
    """Draw the same zones once for each map; a strong edge is round those that are `outlined`.

    A row of the marks is a zone, a column a map.
    """
    sheet = Sheet(frame, colours)
    size, count = sheet.size, max(len(maps), 1)
    top = sheet.heading(words.title, words.under)
    width = (frame.width - (count - 1) * _GAP * size) / count
    titles = [wrap(one.title, width, frame, 3) for one in maps]
    top += size * (0.4 + 1.25 * max(map(len, titles), default=0))
    corners = [corner for shape in shapes for corner in ((shape.x, shape.y), *(c for r in shape.rings for c in r))]
    if not corners:
        return sheet.drawing(words.title, top)
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    low, high = min(y for _, y in corners), max(y for _, y in corners)
    room = width - size * 0.4
    scale = min(room / max(right - left, 1e-9), room * _HIGHEST / max(high - low, 1e-9))
    for column, (one, lines) in enumerate(zip(maps, titles)):
        start = column * (width + _GAP * size)
        for i, line in enumerate(lines):
            sheet.text(start, top - size * (0.6 + 1.25 * (len(lines) - 1 - i)), line, colours.text)
        shift = start + (width - (right - left) * scale) / 2

        def place(x: float, y: float, shift: float = shift) -> tuple[float, float]:
            return shift + (x - left) * scale, top + (high - y) * scale

        for number, shape in enumerate(shapes):
            _draw(sheet, shape, one.fills[number] or colours.grid, place, colours.background, 0.6)
        for number in sorted(outlined):
            _draw(sheet, shapes[number], "none", place, colours.text, 1.6)
        for number, shape in enumerate(shapes):
            x, y = place(shape.x, shape.y)
            sheet.mark(number, column, x, y, Box(x - 1, y - 1, x + 1, y + 1))
    return sheet.drawing(words.title, top + (high - low) * scale + size * 0.4)


def _draw(
    sheet: Sheet,
    shape: ZoneShape,
    fill: str,
    place: Callable[[float, float], tuple[float, float]],
    edge: str,
    width: float,
) -> None:
    if shape.rings:
        sheet.shape([[place(x, y) for x, y in ring] for ring in shape.rings], fill, edge, width)
    else:
        sheet.dot(*place(shape.x, shape.y), sheet.size * 0.35, fill, edge, width)
