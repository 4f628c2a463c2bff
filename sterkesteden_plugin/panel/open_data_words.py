# SPDX-License-Identifier: GPL-2.0-or-later
"""How the panel says what can be loaded, what was, what that changed, and how services are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDateTime, Qt

from ..i18n import tr
from . import wording
from .text_view import POINT, SMALL, Paragraph, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..services.catalogue import Dataset, Service
    from ..services.client import Finding
    from ..services.loader import Report
    from ..services.locatieserver import Located
    from ..services.scratch import Dirt
    from ..store.load_log import Entry
    from ..store.loads import UndoReport
    from ..story.model import Load

_RESULT = Style(bold=True, above=0.4)
_MOST_ON_LINE = 30
MOST = 12  # names of one kind that are told; the others are counted
_STATES = ("bereikbaar", "veranderd", "verdwenen", "onbereikbaar")  # as services/client.py has them


def count(number: int) -> str:
    return wording.number(number, 0)


def moment(iso: str) -> str:
    """A moment in UTC, in the time of this computer: 24 november 2025, 14:05."""
    when = QDateTime.fromString(iso, Qt.DateFormat.ISODate)
    if not when.isValid():
        return wording.day(iso)
    return wording.DUTCH.toString(when.toLocalTime(), "d MMMM yyyy, HH:mm")


def credit_line(service: Service) -> str:
    """Whose the data are and under which licence."""
    return wording.one_line(tr("Credit: {} · licence: {}").format(service.credit, service.licence))


def loaded_line(load: Load | None) -> str:
    """When a data set was last loaded, of which day it is, and how much it was."""
    if load is None:
        return tr("Not fetched yet.")
    parts = [tr("Fetched on {}").format(moment(load.time))]
    if load.date:
        parts.append(tr("reference date {}").format(wording.day(load.date)))
    parts.append(tr("{} in all").format(count(load.count)))
    return " · ".join(parts)


def about(dataset: Dataset) -> str:
    return wording.one_line(dataset.note or "")


def progress_line(done: int, total: int, what: str) -> str:
    """How far a load is; `total` is 0 where nobody knows it."""
    amount = count(done) if done else ""
    if total > 0:
        amount = tr("{} of {}").format(count(done), count(total))
    return wording.one_line(" · ".join(filter(None, (what, amount))))


def finding_line(finding: Finding) -> str:
    """How a service was found, why, and how long it took."""
    words = (tr("reachable"), tr("changed"), tr("gone"), tr("unreachable"))
    state = dict(zip(_STATES, words)).get(finding.state, finding.state)
    line = tr("Checked: {} ({} s)").format(state, wording.number(finding.seconds, 1))
    return wording.one_line(f"{line}. {finding.what}") if finding.what else f"{line}."


# What a load did


def outcome(report: Report, is_kept: bool) -> list[Paragraph]:
    """Everything that a load did; `is_kept`: it came from what was kept on this computer."""
    load = report.load
    content = [Paragraph(summary(report), _RESULT)]
    if is_kept:
        text = tr("The service cannot be reached. This is what was kept on this computer, of {}.")
        content.append(Paragraph(text.format(moment(report.retrieved)), SMALL))
    if report.instead is not None:
        said = wording.one_line(f"{report.instead.message} {report.dataset.service.name}")
        content.append(Paragraph(tr("From another service: {}").format(said), SMALL))
    figures = [f"{what}: {_value(old)} → {_value(new)}" for what, old, new in load.figures]
    moved = [tr("{}: {} m").format(name, wording.number(metres, 1)) for name, metres in load.moved]
    content += _named(tr("Places that have the official geometry now"), load.places)
    content += _named(tr("Places whose key was not among it, left as they are"), load.missing)
    content += _listed(tr("Figures that changed, old → new"), figures)
    content += _listed(tr("Moved"), moved)
    content += _listed(tr("Put right or left out"), _dirt(report.dirt))
    if load.count:
        content += _named(tr("Columns that the service does not have any more"), report.absent)
    return content


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
    parts = [text.format(count(number)) for number, text in words if number]
    return f"{', '.join(parts)}." if parts else tr("There is nothing of it in this area.")


def undone(report: UndoReport) -> list[Paragraph]:
    """What was put back, and what was not."""
    content = [Paragraph(tr("Undone: everything is as it was before."), _RESULT)]
    if report.kept:
        content = [Paragraph(tr("Undone, but for what was changed after it:"), _RESULT), *_points(report.kept)]
    return content


def changes(entries: Sequence[Entry]) -> list[Paragraph]:
    """What a load of earlier changed, as the file keeps it."""
    if not entries:
        return [Paragraph(tr("All of it came with this load; nothing else was changed."), SMALL)]
    titles = {
        "nieuw": tr("Added"),
        "gewijzigd": tr("Changed"),
        "verwijderd": tr("Removed"),
    }
    content = []
    for action, title in titles.items():
        content += _listed(title, [entry.what or entry.record for entry in entries if entry.action == action])
    return content


def located(found: Sequence[Located]) -> list[Paragraph]:
    """How many addresses were found, which surely, and which not at all."""
    sure = sum(one.certain for one in found)
    lost = [one.address.words for one in found if one.hit is None]
    unsure = [f"{one.address.words} → {one.hit.name}" for one in found if one.hit is not None and not one.certain]
    text = tr("{} of {} addresses found, {} of these by postcode and number.")
    content = [Paragraph(text.format(count(len(found) - len(lost)), count(len(found)), count(sure)), _RESULT)]
    content += _listed(tr("Not found"), lost)
    content += _listed(tr("The best that was found; look whether it is right"), unsure)
    return content


def cancelled() -> Paragraph:
    return Paragraph(tr("Cancelled: the file is as it was."), _RESULT)


def failure(message: str, advice: str) -> list[Paragraph]:
    return [Paragraph(message, _RESULT), Paragraph(advice, SMALL)]


def _value(value: float | None) -> str:
    if value is None:
        return tr("no data")
    return wording.number(value, 0 if float(value).is_integer() else 1)


def _dirt(dirt: Dirt) -> list[str]:
    lines = []
    if dirt.keyless:
        lines.append(tr("{} without a key were left out").format(count(dirt.keyless)))
    if dirt.duplicates:
        lines.append(tr("{} came twice; the last one counts").format(count(dirt.duplicates)))
    if dirt.repaired:
        lines.append(tr("{} had an invalid geometry that was repaired").format(count(dirt.repaired)))
    if dirt.lost:
        names = ", ".join(dirt.lost[:MOST]) + (" …" if len(dirt.lost) > MOST else "")
        lines.append(tr("{} have no geometry that can be used: {}").format(count(len(dirt.lost)), names))
    return lines


def _listed(title: str, names: Sequence[str]) -> list[Paragraph]:
    """A heading with so many, and the first of them; nothing where there are none."""
    if not names:
        return []
    return [Paragraph(f"{title} ({count(len(names))})", SMALL), *_points(names)]


def _named(title: str, names: Sequence[str]) -> list[Paragraph]:
    """As above, on one line."""
    if not names:
        return []
    rest = [tr("and {} more").format(count(len(names) - _MOST_ON_LINE))] if len(names) > _MOST_ON_LINE else []
    line = wording.one_line(", ".join([*names[:_MOST_ON_LINE], *rest]))
    return [Paragraph(f"{title} ({count(len(names))})", SMALL), Paragraph(line, POINT)]


def _points(names: Iterable[str]) -> list[Paragraph]:
    names = list(names)
    rest = [tr("and {} more").format(count(len(names) - MOST))] if len(names) > MOST else []
    return [Paragraph(f"• {wording.one_line(name)}", POINT) for name in [*names[:MOST], *rest]]
