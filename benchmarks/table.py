# SPDX-License-Identifier: GPL-2.0-or-later
"""What was measured, held against the limits of issues 3, 4 and 5, as one table. Pure."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Limit:
    """A measure: its name in the record, what it and its floor are, and how much it may be.

    `ratio` is to the floor, and holds on any machine; `seconds` are those of an ordinary one.
    """

    name: str
    title: str
    floor: str
    ratio: float | None = None
    seconds: float | None = None


LOAD_MB = 100  # that a load may take more than there was: a page or two, not all that comes

LIMITS = (
    Limit("start", "start: import and initGui", "an empty plugin", ratio=3.0),
    Limit("build", "start: built when initGui is done", "an empty plugin"),
    Limit("open", "opening the pack: layers added, panel painted", "bare layers of the same views", seconds=1.0),
    Limit("city", "choosing a city: click to panel painted", "painting the panel once more", seconds=0.050),
    Limit("item", "choosing an item: click to start of rendering", "the same move of the canvas alone", seconds=0.030),
    Limit("step", "presentation: key to text painted and map set off", "painting the window once more", seconds=0.100),
    Limit("load", "50,000 features of a server into the GeoPackage", "QGIS's OAPIF layer, packaged", ratio=1.0),
    Limit("load gap", "… longest wait of the window meanwhile", "drawing the same map, nothing loaded", seconds=0.100),
    # The rest is with 10,000 items.
    Limit("read many", "10,000 items: reading the pack", "fetching the rows of all its tables"),
    Limit("index", "10,000 items: making the index of all texts", "taking their words apart at the spaces"),
    Limit("wait", "10,000 items: longest wait while it is made", "the slice in which it is made"),
    Limit("first key", "10,000 items: first key to panel painted", "painting the panel once more", seconds=0.050),
    Limit("key", "10,000 items: any key to panel painted", "painting the panel once more", seconds=0.050),
    Limit("worst key", "10,000 items: slowest of these keys", "painting the panel once more", seconds=0.050),
    Limit("matrix", "10,000 items: key in filter to matrix painted", "painting the panel once more", seconds=0.100),
    Limit("matrix renewed", "10,000 items: other texts, filter on", "painting the panel once more", seconds=0.100),
)


@dataclass(frozen=True)
class Row:
    """A line of the table. `numbers` are seconds: median, nine of ten, floor; empty where nothing is timed."""

    title: str
    limit: str
    holds: bool
    machine: bool  # whether the limit depends on the machine
    numbers: tuple[float, float, float] | None = None
    turns: int = 0
    floor: str = ""
    found: str = ""


def judge(record: Mapping[str, Any]) -> list[Row]:
    """Hold the record of the driver against the limits; a measure that is not in it is a KeyError."""
    rows = [_row(limit, record[limit.name]["seconds"], record[limit.name]["floor"]) for limit in LIMITS]
    megabytes = record["load memory"] / 1e6
    held, found = megabytes <= LOAD_MB, f"{megabytes:.0f} MB"
    rows.append(Row("50,000 features: memory more than before", f"{LOAD_MB} MB", held, False, found=found))
    first = record["first start"]
    rows.append(_nothing("start: NumPy, matplotlib and the like", first["heavy"]))
    rows.append(_nothing("start: requests to the network", first["network"]))
    return rows


def _row(limit: Limit, seconds: Sequence[float], floors: Sequence[float]) -> Row:
    middle, floor = median(seconds), median(floors)
    numbers = (middle, sorted(seconds)[int(0.9 * (len(seconds) - 1))], floor)
    holds, said = True, ""
    if limit.ratio is not None:
        holds, said = middle <= limit.ratio * floor, f"{limit.ratio:g} x"
    elif limit.seconds is not None:
        holds, said = middle <= limit.seconds, f"{limit.seconds * 1000:g} ms"
    return Row(limit.title, said, holds, limit.ratio is None, numbers, len(seconds), limit.floor)


def _nothing(title: str, found: Sequence[str]) -> Row:
    return Row(title, "none", not found, False, found=", ".join(found) or "none")


def broken(rows: Sequence[Row], strict: bool = False) -> list[Row]:
    """The lines that make the benchmark fail: those in milliseconds only when `strict`, for machines differ."""
    return [row for row in rows if not row.holds and (strict or not row.machine)]


def render(rows: Sequence[Row], record: Mapping[str, Any]) -> str:
    """The table as text, with its legend."""
    return "\n".join([*lines(rows), "", _legend(record["qgis"])]) + "\n"


def lines(rows: Sequence[Row]) -> list[str]:
    """The lines of the table."""
    head = ("measure", "median", "p90", "floor", "ratio", "limit", "holds", "n", "floor is")
    body = []
    for row in rows:
        verdict = "" if not row.limit else "yes" if row.holds else "over" if row.machine else "NO"
        if row.numbers is None:
            body.append((row.title, row.found, "", "", "", row.limit, verdict, "", ""))
            continue
        middle, high, floor = row.numbers
        times = (_milliseconds(middle), _milliseconds(high), _milliseconds(floor), f"{middle / floor:.2f}")
        body.append((row.title, *times, row.limit, verdict, str(row.turns), row.floor))
    widths = [max(len(line[i]) for line in (head, *body)) for i in range(len(head))]
    drawn = [_line(head, widths), _line(["-" * width for width in widths], widths)]
    drawn += [_line(line, widths) for line in body]
    return [line.rstrip() for line in drawn]


def _legend(version: str) -> str:
    return f"""QGIS {version}, {len(os.sched_getaffinity(0))} cores. Times in ms; p90: nine of ten are no longer.
Measure and floor took turns in one run of the real application; the first, cold turn does not count. A limit as a ratio
holds on any machine: NO makes the command fail. A limit in ms depends on the machine: over is told, and fails with
--strict only. What is built when initGui is done comes on top of it, while QGIS starts: no limit, but no secret."""


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.2f}" if seconds < 0.1 else f"{seconds * 1000:.0f}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(
        cell.ljust(width) if i in (0, 8) else cell.rjust(width) for i, (cell, width) in enumerate(zip(cells, widths))
    )
