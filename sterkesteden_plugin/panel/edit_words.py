# SPDX-License-Identifier: GPL-2.0-or-later
"""How forms and history say things, beside the words of the store. Values of code lists are Dutch, as content is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..i18n import tr
from ..store.words import field, moment
from ..story import draft
from . import wording

if TYPE_CHECKING:
    from ..story.model import Change, Item, Pack, Place

_WORD = re.compile(r"[\w-]+")  # an id is one


def changed_by(change: Change) -> str:
    """When something was changed last, and by whom."""
    if not change.user:
        return tr("Changed on {}").format(moment(change.time))
    return wording.one_line(tr("Changed on {} by {}").format(moment(change.time), change.user))


def deleted_by(change: Change) -> str:
    """When something was deleted, and by whom."""
    if not change.user:
        return tr("Deleted on {}").format(moment(change.time))
    return wording.one_line(tr("Deleted on {} by {}").format(moment(change.time), change.user))


def workshop_name(city: str, date: str) -> str:
    """A workshop, in a few words."""
    return wording.one_line(tr("Workshop in {}").format(f"{city}, {wording.day(date)}"))


def name_of(table: str, record: str, pack: Pack) -> str:
    """What a record of the pack is called; "" where the pack has no such record."""
    if table == "item" and record in pack.item_by_id:
        item = pack.item_by_id[record]
        return wording.one_line(f"{pack.city_by_id[item.city].name} · {wording.item_kind(item)}: {item.title}")
    if table == "workshop":
        found = next((one for one in pack.workshops if one.id == record), None)
        return "" if found is None else workshop_name(pack.city_by_id[found.city].name, found.date)
    if table == "verhaal" and record in pack.story_by_id:
        return wording.one_line(pack.story_by_id[record].title)
    if table == "hoofdstuk" and record in pack.chapter_by_id:
        return wording.one_line(pack.chapter_by_id[record].title)
    return wording.one_line(pack.place_by_id[record].name) if record in pack.place_by_id else ""


def fault(column: str, what: str) -> str:
    """What is wrong with a field, and what to do about it."""
    missing = {
        "titel": tr("Give it a title."),
        "tekst": tr("Write a text."),
        "naam": tr("Give the place a name."),
        "soort": tr("Choose what kind of place it is."),
        "zekerheid": tr("Choose how certain the location is."),
        draft.GEOMETRY: tr("Draw the place on the map."),
    }
    sentences = {
        draft.MISSING: missing.get(column, tr("Fill this in.")),
        draft.UNKNOWN: tr("A place or role here is not known any more: remove it."),
        draft.TWICE: tr("The same place stands here twice with the same role: remove one or choose another role."),
        draft.UNSTORABLE: tr(
            "The text holds a character that no file can keep: remove it (often the last one pasted)."
        ),
        draft.NO_REASON: tr("Say why the place is not on the map."),
    }
    if what == draft.UNKNOWN and column != draft.PLACES:
        return tr("Choose a value of the list.")
    return sentences[what]


def state_lines(item: Item) -> list[str]:
    """Status, owner and planning of an item, as far as it has them."""
    values = (("status", item.status), ("eigenaar", item.owner), ("planning", item.planning))
    return [f"{field(column)}: {wording.one_line(value)}" for column, value in values if value]


def place_line(place: Place) -> str:
    """Kind and certainty of a place."""
    parts = [place.kind, tr("certainty: {}").format(place.certainty) if place.located else wording.no_location()]
    return wording.one_line(" · ".join(parts))


def value(column: str, text: str | None, pack: Pack) -> str:
    """A value of the history as people read it: names instead of ids."""
    if not text:
        return ""
    if column == "stad_id" and text in pack.city_by_id:
        return pack.city_by_id[text].name
    if column == "verhaal_id" and text in pack.story_by_id:
        return wording.one_line(pack.story_by_id[text].title)
    if column in ("bron_id", "geometriebron_id"):
        return next((source.title for source in pack.sources if source.id == text), text)
    if column == "uitsnede_id" and text in pack.place_by_id:
        return wording.one_line(pack.place_by_id[text].name)
    if column in ("item_plaats", "hoofdstuk_plaats", "item_thema", "hoofdstuk_laag"):
        titled = pack.layers if column == "hoofdstuk_laag" else pack.themes
        names = {**{place.id: place.name for place in pack.places}, **{one.id: one.title for one in titled}}
        return wording.one_line(_WORD.sub(lambda word: names.get(word.group(), word.group()), text))
    if column in ("eigen", "historisch"):
        return tr("yes") if text == "1" else tr("no")
    if column in ("peildatum", "datum"):
        return wording.day(text)
    return wording.one_line(text)
