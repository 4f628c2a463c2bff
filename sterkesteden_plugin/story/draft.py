# SPDX-License-Identifier: GPL-2.0-or-later
"""What users may write: rules for items and places, and what a new one begins with. Pure: no QGIS, no Qt.

Values are rows of the schema. A rule that is broken is told as a field and a word for what is wrong with it; the panel
makes sentences of them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ..store.check import unstorable
from ..store.schema import CERTAINTIES, OWN, PLACE_KINDS, ROLES, STATUSES
from .model import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .model import Pack, Place

Values = dict[str, Any]
Faults = dict[str, str]  # field to what is wrong with it

PLACES, GEOMETRY, VIEW = "item_plaats", "geom", "uitsnede_id"  # fields that are more or less than a column
MISSING, UNKNOWN, TWICE, UNSTORABLE, NO_REASON = "missing", "unknown", "twice", "unstorable", "no reason"

# Some kinds are drawn in one way only: the layers that show them are of points, lines or areas.
_ONLY = {
    "plaats_punt": ("stad", "kern", "station", "geen grens"),
    "plaats_lijn": ("verbinding", "weg", "spoorlijn", "vaarweg", "grens", "rand"),
    "plaats_vlak": ("provincie", "gemeente", "agenda", "netwerk", "invloedsfeer", "wijk", "landschap", "richting"),
}
# The cities of a pack are its own; its layers draw them with their letter.
_RESERVED = ("stad",)


def place_kinds(table: str) -> tuple[str, ...]:
    """The kinds that a user may give a place of this table."""
    others = [kinds for other, kinds in _ONLY.items() if other != table and table in _ONLY]
    elsewhere = {kind for kinds in others for kind in kinds}
    return tuple(kind for kind in PLACE_KINDS if kind not in elsewhere and kind not in _RESERVED)


def item_faults(values: Mapping[str, Any], links: Iterable[Mapping[str, Any]], places: Iterable[str]) -> Faults:
    """What is wrong with an item and its links to places; `places` are the ids there are."""
    faults = _text_faults(values, required=("titel", "tekst"), optional=("eigenaar", "planning"))
    if values.get("status") and values["status"] not in STATUSES:
        faults["status"] = UNKNOWN
    known = set(places)
    seen = set()
    for link in links:
        key = (link["plaats_id"], link["rol"])
        if link["plaats_id"] not in known or link["rol"] not in ROLES:
            faults[PLACES] = UNKNOWN
        elif key in seen:
            faults.setdefault(PLACES, TWICE)
        seen.add(key)
    return faults


def place_faults(values: Mapping[str, Any], table: str, has_geometry: bool) -> Faults:
    """What is wrong with a place; one that is not on the map must say why."""
    faults = _text_faults(values, required=("naam",), optional=("toelichting",))
    if values.get("soort") not in place_kinds(table) and values.get("soort") not in _RESERVED:
        faults["soort"] = UNKNOWN if values.get("soort") else MISSING
    if values.get("zekerheid") not in CERTAINTIES:
        faults["zekerheid"] = MISSING
    if table == "plaats_zonder":
        if not _filled(values.get("toelichting")):
            faults["toelichting"] = NO_REASON
    elif not has_geometry:
        faults[GEOMETRY] = MISSING
    return faults


def chapter_faults(values: Mapping[str, Any]) -> Faults:
    """What is wrong with a chapter; it shows the extent of a place, or a rectangle."""
    faults = _text_faults(values, required=("titel", "tekst"), optional=())
    if not values.get(VIEW) and values.get("xmin") is None:
        faults[VIEW] = MISSING
    return faults


def _text_faults(values: Mapping[str, Any], required: Sequence[str], optional: Sequence[str]) -> Faults:
    faults = {field: MISSING for field in required if not _filled(values.get(field))}
    faults.update({field: UNSTORABLE for field in (*required, *optional) if unstorable(values.get(field))})
    return faults


def _filled(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def today() -> str:
    """The day on which something new holds."""
    return date.today().isoformat()


def new_item(pack: Pack, city: str, kind: str, source: str, today: str) -> Values:
    """What a new item of a city begins with."""
    numbers = [item.number for item in pack.items_of(city, kind)]
    return {
        "stad_id": city,
        "soort": kind,
        "nummer": max(numbers, default=0) + 1,
        "titel": "",
        "tekst": "",
        "bron_id": source,
        "peildatum": today,
    }


def new_chapter(pack: Pack, story: str, source: str, today: str) -> Values:
    """What a new chapter begins with, at the end of its story."""
    return {
        "verhaal_id": story,
        "nummer": max((chapter.number for chapter in pack.chapters_of(story)), default=0) + 1,
        "titel": "",
        "tekst": "",
        "bron_id": source,
        "peildatum": today,
    }


def new_place(table: str, source: str, today: str) -> Values:
    """What a new place begins with: drawn by the user, of no kind yet."""
    return {
        "naam": "",
        "soort": "",
        "zekerheid": "indicatief",
        "historisch": 0,
        "bron_id": source,
        "peildatum": today,
        "geometriebron_id": None if table == "plaats_zonder" else source,
    }


def is_own(record: Item | Place) -> bool:
    """Whether a user made it; what came with the pack is never deleted."""
    source = record.reference.source if isinstance(record, Item) else record.source
    return source.id.startswith(OWN)


def is_changed(item: Item) -> bool:
    """Whether title or text are not those that the pack was built with."""
    originals = ((item.original_title, item.title), (item.original_text, item.text))
    return any(before is not None and before != now for before, now in originals)


def split_difference(old: str, new: str, around: int = 30) -> tuple[str, str]:
    """Two texts, each shortened to where they differ and a few words around it."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return _around(old, start, len(old) - end, around), _around(new, start, len(new) - end, around)


_LONGEST = 240  # characters of a difference that are shown


def _around(text: str, start: int, end: int, around: int) -> str:
    first, last = max(0, start - around), min(len(text), end + around)
    if first:
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    piece = text[first:last]
    if len(piece) > _LONGEST:
        piece = f"{piece[: _LONGEST // 2].rstrip()} … {piece[-_LONGEST // 2 :].lstrip()}"
    return f"{'… ' if first else ''}{piece}{' …' if last < len(text) else ''}"
