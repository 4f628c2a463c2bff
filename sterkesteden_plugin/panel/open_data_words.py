# SPDX-License-Identifier: GPL-2.0-or-later
"""How the panel says what can be loaded, what was, what that changed, and how services are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dutch import moment
from ..i18n import tr
from ..services import told
from . import wording
from .text_view import POINT, SMALL, Paragraph, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..services.client import Finding
    from ..services.loader import Report
    from ..store.datasets import Dataset, Service
    from ..store.load_log import Entry
    from ..store.loads import UndoReport
    from ..story.model import Load

_RESULT = Style(bold=True, above=0.4)


def count(number: int) -> str:
    return wording.number(number, 0)


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
    from ..services import client  # not while QGIS starts

    words = {
        client.REACHABLE: tr("reachable"),
        client.CHANGED: tr("changed"),
        client.GONE: tr("gone"),
        client.UNREACHABLE: tr("unreachable"),
    }
    state = words.get(finding.state, finding.state)
    seconds = wording.number(max(0.01, finding.seconds), 1 if finding.seconds >= 1 else 2)
    line = tr("Checked: {} ({} s)").format(state, seconds)
    return wording.one_line(f"{line}. {finding.what}") if finding.what else f"{line}."


# What a load did


def conclusion(done: Sequence[str], failed: Sequence[str]) -> str:
    """One line for all that was asked; "" where nothing came of it, good or bad."""
    if len(failed) > 1:
        return tr("{} things were not fetched; the page says why.").format(len(failed))
    if failed or len(done) == 1:
        return (failed or done)[0]
    return tr("{} data sets are up to date; the page says more.").format(len(done)) if done else ""


def outcome(report: Report, is_kept: bool, rows: Sequence[Entry] = ()) -> list[Paragraph]:
    """Everything that a load did; `is_kept`: it came from what was kept on this computer; `rows` that it changed."""
    content = [Paragraph(told.summary(report), _RESULT)]
    return content + [one for section in told.sections(report, is_kept, rows) for one in _section(section)]


def undone(report: UndoReport) -> list[Paragraph]:
    """What was put back, and what was not."""
    content = [Paragraph(tr("Undone: everything is as it was before."), _RESULT)]
    if report.kept:
        content = [
            Paragraph(tr("Undone, but for what was changed after it:"), _RESULT),
            *(Paragraph(line, POINT) for line in told.points(report.kept)),
        ]
    return content


def changes(entries: Sequence[Entry], load: Load | None = None) -> list[Paragraph]:
    """What a load of earlier changed, as the file keeps it."""
    if not entries:
        all_new = load is None or load.added > 0
        text = tr("All of it came with this load; nothing else was changed.") if all_new else tr("It changed nothing.")
        return [Paragraph(text, SMALL)]
    return [one for section in told.changes(entries) for one in _section(section)]


def located(counts: tuple[int, int, int], warnings: Sequence[str], is_cancelled: bool) -> list[Paragraph]:
    """How many addresses were found, how many of these are uncertain, how many were not found; and what is to be done.

    `warnings`: what the service did not do.
    """
    _found, unsure, missed = counts
    text = tr("{} addresses found, {} of these uncertain; {} not found.")
    lines = [tr("Cancelled: the rest was not looked up.")] if is_cancelled else []
    lines += warnings
    lines += [tr("Uncertain ones have “onzeker” in the column “wijze”; look whether they are right.")] if unsure else []
    lines += [tr("The table of addresses not found says why for each.")] if missed else []
    return [Paragraph(text.format(*map(count, counts)), _RESULT), *(Paragraph(line, SMALL) for line in lines)]


def none_located(is_cancelled: bool) -> list[Paragraph]:
    if is_cancelled:
        return [Paragraph(tr("Cancelled before an address was looked up."), _RESULT)]
    return failure(tr("This layer has no rows."), tr("Choose another layer."))


def cancelled() -> Paragraph:
    return Paragraph(tr("Cancelled: the file is as it was."), _RESULT)


def failure(message: str, advice: str = "") -> list[Paragraph]:
    return [Paragraph(message, _RESULT), *([Paragraph(advice, SMALL)] if advice else [])]


def _section(section: told.Section) -> list[Paragraph]:
    return [Paragraph(section.title, SMALL), *(Paragraph(line, POINT) for line in section.lines)]
