# SPDX-License-Identifier: GPL-2.0-or-later
"""What was found as rows of a list, with the hits marked in all that they show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..figures.topics import topics
from ..i18n import tr
from ..story import entries, search
from . import wording
from .rows import CHAPTER, CITY, FIGURES, PLACE, THEME, WORKSHOP, Row, item_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..story.entries import Entry
    from ..story.model import Pack


def group_name(group: str) -> str:
    """What a filter calls a group of entries."""
    known = {
        entries.CITY: tr("Cities"),
        entries.CHAPTER: tr("Chapters"),
        entries.THEME: tr("Themes"),
        entries.PLACE: tr("Places"),
        entries.FIGURES: tr("Figures"),
        entries.WORKSHOP: tr("Workshops"),
    }
    return known.get(group) or wording.kind(group, many=True)


class FoundRows:
    """Makes the rows of one pack."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._topics: dict[str, str] | None = None  # id of an indicator to that of its topic

    def row(self, entry: Entry, wanted: Sequence[str]) -> Row:
        """An entry that was found by these words."""
        row = self._plain(entry)
        in_title, in_detail = search.marks(row.title, wanted), search.marks(row.detail, wanted)
        shown = " ".join((row.title, row.detail))
        found = search.excerpt(entry, wanted, [word for word in wanted if search.marks(shown, (word,))])
        if found is None:
            return replace(row, title_spans=in_title, detail_spans=in_detail)
        labels = {entries.NOW: tr("What is known now:"), entries.ORIGINAL: tr("As published:")}
        label = f"{labels[found.kind]} " if found.kind in labels else ""
        spans = tuple((start + len(label), end + len(label)) for start, end in found.spans)
        return replace(row, title_spans=in_title, detail_spans=in_detail, extra=label + found.text, extra_spans=spans)

    def _plain(self, entry: Entry) -> Row:
        pack, title = self._pack, wording.one_line(entry.title)
        if entry.kind == entries.ITEM:
            item = pack.item_by_id[entry.id]
            return item_row(item, pack.city_by_id[item.city].name)
        if entry.kind == entries.CITY:
            return Row(title, tr("City"), entry.id, CITY, badge=pack.city_by_id[entry.id].letter)
        if entry.kind == entries.CHAPTER:
            chapter = pack.chapter_by_id[entry.id]
            story = pack.story_by_id.get(chapter.story)
            parts = [tr("Chapter {}").format(chapter.number)] + ([story.title] if story and story.own else [])
            return Row(title, wording.one_line(" · ".join(parts)), entry.id, CHAPTER, badge=str(chapter.number))
        if entry.kind == entries.THEME:
            theme = next(theme for theme in pack.themes if theme.id == entry.id)
            return Row(title, wording.theme_detail(theme, pack), entry.id, THEME)
        if entry.kind == entries.PLACE:
            place = pack.place_by_id[entry.id]
            certain = tr("certainty: {}").format(place.certainty) if place.located else wording.no_location()
            opens = PLACE if place.located else ""
            return Row(title, f"{place.kind} · {certain}", entry.id, opens, marker=wording.place_marker(place))
        if entry.kind == entries.FIGURES:
            return Row(title, tr("Figures by city and year"), self._topic(entry.id), FIGURES)
        workshop = next(workshop for workshop in pack.workshops if workshop.id == entry.id)
        city = wording.one_line(pack.city_by_id[workshop.city].name)
        return Row(tr("Workshop in {}").format(city), wording.workshop_head(workshop), entry.id, WORKSHOP)

    def _topic(self, indicator: str) -> str:
        if self._topics is None:
            pack = self._pack
            found = topics(pack.figures, pack.indicators, pack.cities)
            self._topics = {one.id: topic.id for topic in found for one in topic.indicators}
        return self._topics.get(indicator, "")
