# SPDX-License-Identifier: GPL-2.0-or-later
"""What was deleted, as rows of a list: of a city, or of the stories of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import tr
from ..store.schema import PLACE_TABLES
from . import edit_words, wording
from .rows import Row, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.model import Deleted, Pack

_STORY_TABLES = ("verhaal", "hoofdstuk")


def of_city(pack: Pack, city: str) -> list[Deleted]:
    """What belonged to a city, and the places that belonged to none."""
    return [one for one in pack.deleted if one.table not in _STORY_TABLES and one.city in (city, None)]


def of_stories(pack: Pack) -> list[Deleted]:
    """Stories, and chapters of those that are still there."""
    return [one for one in pack.deleted if one.table in _STORY_TABLES]


def rows_of(deleted: Sequence[Deleted]) -> list[Row]:
    """Under a heading for each kind, the last one first; each opens its history."""
    groups = {
        tr("Profile, kansen and opgaven"): ("item",),
        tr("Workshops"): ("workshop",),
        tr("Places"): PLACE_TABLES,
        tr("Stories"): ("verhaal",),
        tr("Chapters"): ("hoofdstuk",),
    }
    rows = []
    for title, tables in groups.items():
        found = [one for one in deleted if one.table in tables]
        if found:
            rows.append(heading(title))
            rows += [Row(title_of(one), edit_words.deleted_by(one.changed), one.id, one.table) for one in found]
    return rows


def title_of(deleted: Deleted) -> str:
    """What it was called."""
    if deleted.table == "workshop":
        return tr("Workshop of {}").format(wording.day(deleted.title))
    return wording.one_line(deleted.title) or tr("(empty)")
