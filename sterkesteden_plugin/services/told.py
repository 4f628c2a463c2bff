# SPDX-License-Identifier: GPL-2.0-or-later
"""What a load did, in words: for the panel and for the log of Processing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..dutch import moment, number, one_line
from ..i18n import tr
from ..store.load_log import MOVED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..store.load_log import Entry
    from .loader import Report
    from .scratch import Dirt

MOST = 12  # names of one kind that are told, a line each; the others are counted
_MOST_ON_LINE = 30


@dataclass(frozen=True)
class Section:
    """A sentence or heading, and what belongs under it."""

    title: str
    lines: tuple[str, ...] = ()


def summary(report: Report) -> str:
    """Added, changed, removed, in one sentence."""
    load = report.load
    words = (
        (load.added, tr("{} added")),
        (load.changed, tr("{} changed")),
        (len(load.moved), tr("{} of these moved")),
        (load.removed, tr("{} removed")),
        (load.unchanged, tr("{} the same")),
    )
    parts = [text.format(number(many)) for many, text in words if many]
    return f"{', '.join(parts)}." if parts else tr("There is nothing of it in this area.")


def sections(report: Report, is_kept: bool, rows: Sequence[Entry] = ()) -> list[Section]:
    """All else that a load did; `is_kept`: it came from what was kept on this computer; `rows` that it changed."""
    load, found = report.load, []
    if is_kept:
        found.append(Section(kept(report)))
    if report.instead is not None:
        said = one_line(f"{report.instead.message} {report.dataset.service.name}")
        found.append(Section(tr("From another service: {}").format(said)))
    figures = [f"{what}: {_value(old)} → {_value(new)}" for what, old, new in load.figures]
    moved = [tr("{}: {} m").format(name, number(metres, 1)) for name, metres in load.moved]
    found += _named(tr("Places that have the official geometry now"), load.places)
    found += _named(tr("Places whose key was not among it, left as they are"), load.missing)
    found += listed(tr("Figures that changed, old → new"), figures)
    found += changes([row for row in rows if set(row.new) != {"geom"} or not row.what.endswith(MOVED)])  # these below
    found += listed(tr("Moved"), moved)
    found += listed(tr("Put right or left out"), _dirt(report.dirt))
    if load.count:
        found += _named(tr("Columns that the service does not have"), report.absent)
    return found


def kept(report: Report) -> str:
    """That it came from what was kept on this computer, and of when that is."""
    text = tr("The service cannot be reached. This is what was kept on this computer, of {}.")
    return text.format(moment(report.retrieved))


def changes(entries: Sequence[Entry]) -> list[Section]:
    """What a load changed, as the file keeps it."""
    titles = {"nieuw": tr("Added"), "gewijzigd": tr("Changed"), "verwijderd": tr("Removed")}
    return [
        section
        for action, title in titles.items()
        for section in listed(title, [entry.what or entry.record for entry in entries if entry.action == action])
    ]


def listed(title: str, names: Sequence[str]) -> list[Section]:
    """A heading with so many, and the first of them; nothing where there are none."""
    return [Section(f"{title} ({number(len(names))})", points(names))] if names else []


def points(names: Sequence[str]) -> tuple[str, ...]:
    """The first of them, a line each."""
    return tuple(f"• {one_line(name)}" for name in _first(names, MOST))


def _named(title: str, names: Sequence[str]) -> list[Section]:
    """As `listed`, on one line."""
    line = one_line(", ".join(_first(names, _MOST_ON_LINE)))
    return [Section(f"{title} ({number(len(names))})", (line,))] if names else []


def _first(names: Sequence[str], most: int) -> list[str]:
    rest = [tr("and {} more").format(number(len(names) - most))] if len(names) > most else []
    return [*names[:most], *rest]


def _value(value: float | None) -> str:
    if value is None:
        return tr("no data")
    return number(value, 0 if float(value).is_integer() else 1)


def _dirt(dirt: Dirt) -> list[str]:
    lines = []
    if dirt.keyless:
        lines.append(
            tr("{} without a key were left out; nothing was removed from the file").format(number(dirt.keyless))
        )
    if dirt.skipped:
        lines.append(
            tr("{} could not be placed and were left out; nothing was removed from the file").format(
                number(dirt.skipped)
            )
        )
    if dirt.duplicates:
        lines.append(tr("{} came twice; the last one counts").format(number(dirt.duplicates)))
    if dirt.repaired:
        lines.append(tr("{} had an invalid geometry that was repaired").format(number(dirt.repaired)))
    if dirt.lost:
        names = ", ".join(dirt.lost[:MOST]) + (" …" if len(dirt.lost) > MOST else "")
        lines.append(tr("{} have no geometry that can be used: {}").format(number(len(dirt.lost)), names))
    return lines
