# SPDX-License-Identifier: GPL-2.0-or-later
"""What is wrong with a workshop as it is written, in sentences."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ..i18n import tr
from ..store.check import unstorable
from ..story import workshops
from . import wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..store.records import Record

SCORES, POINTS = "workshop_score", "workshop_punt"


def workshop(values: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], points: Sequence[Record]) -> dict[str, str]:
    """Each column or table that is wrong to what is wrong with it."""
    found = {}
    if values["datum"] > date.today().isoformat():
        found["datum"] = tr("This day is still to come: give the day on which the workshop was held.")
    if unstorable(values["uitkomst"]):
        found["uitkomst"] = _unstorable()
    elif not (values["uitkomst"] or values["deelnemers"] or rows or points):
        found["uitkomst"] = tr("Nothing is recorded yet: write what came out of it, or add a criterion or a point.")
    found.update({table: said for table, (_line, said) in ((SCORES, score(rows)), (POINTS, point(points))) if said})
    return found


def score(rows: Sequence[Mapping[str, Any]]) -> tuple[int | None, str]:
    """The first line that is wrong, and what is wrong with it."""
    seen: dict[str, int] = {}
    for number, row in enumerate(rows):
        if unstorable(row["criterium"]) or unstorable(row["opmerking"]):
            return number, _unstorable()
        if not row["criterium"]:
            return number, tr("A score has no criterion: say what was scored, or remove the line.")
        name = workshops.key(row["criterium"])
        if name in seen:
            twice = tr("The criterion “{}” stands here twice: give one of them another name, or remove it.")
            return number, twice.format(wording.one_line(row["criterium"]))
        seen[name] = number
    return None, ""


def point(points: Sequence[Record]) -> tuple[int | None, str]:
    """The first point that is wrong, and what is wrong with it."""
    for number, one in enumerate(points):
        if unstorable(one.values["naam"]) or unstorable(one.values["opmerking"]):
            return number, _unstorable()
        if not one.values["naam"]:
            return number, tr("Point {} has no name: name it, or remove it.").format(number + 1)
    return None, ""


def _unstorable() -> str:
    return tr("The text holds a character that no file can keep: remove it (often the last one pasted).")
