# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be found in a pack, each with all its texts as they are shown. Pure: no QGIS, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .links import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .model import Chapter, Figure, Indicator, Item, Now, Pack, Place, Theme, Workshop

CITY, CHAPTER, ITEM, THEME, PLACE, FIGURES, WORKSHOP = (
    "city",
    "chapter",
    "item",
    "theme",
    "place",
    "figures",
    "workshop",
)

# Kinds of text: its own; as published, before users changed it; what is known now; what it is about.
OWN, ORIGINAL, NOW, ABOUT = "own", "original", "now", "about"
NO_STATUS = ""  # asks for the items without one


@dataclass(frozen=True)
class Text:
    kind: str
    text: str


@dataclass(frozen=True)
class Entry:
    """Something that can be found. `about` are words and names that say what it is about.

    `group` is what a filter asks for: the kind, for an item the kind of item with it. `status` is None where there
    can be none. `cities` are the ids of those that it has to do with.
    """

    kind: str
    id: str
    group: str
    title: str
    about: tuple[str, ...]
    texts: tuple[Text, ...]
    cities: frozenset[str] = frozenset()
    status: str | None = None


@dataclass(frozen=True)
class Filter:
    """What is asked of an entry; None asks nothing."""

    group: str | None = None
    city: str | None = None
    status: str | None = None

    @property
    def is_on(self) -> bool:
        return self != Filter()

    def admits(self, entry: Entry) -> bool:
        return (
            self.group in (None, entry.group)
            and (self.city is None or self.city in entry.cities)
            and self.status in (None, entry.status)
        )


def entries(pack: Pack) -> Iterator[Entry]:
    """All that can be found, in the order in which equals are shown."""
    for city in pack.cities:
        yield Entry(CITY, city.id, CITY, city.name, (city.letter,), (), frozenset((city.id,)))
    for item in pack.items:
        yield _item(item, pack)
    for chapter in pack.chapters:
        yield _chapter(chapter, pack)
    for theme in pack.themes:
        yield _theme(theme, pack)
    for place in pack.places:
        yield _place(place, pack)
    shown: dict[str, list[Figure]] = {}
    for figure in pack.figures:
        shown.setdefault(figure.indicator.id, []).append(figure)
    for indicator in pack.indicators:
        if indicator.id in shown:
            yield _figures(indicator, shown[indicator.id])
    for workshop in pack.workshops:
        yield _workshop(workshop, pack)


def _texts(
    own: Iterable[str | None], nows: Iterable[Now] = (), original: Iterable[str | None] = ()
) -> tuple[Text, ...]:
    known = [part for now in nows for part in (now.claim, now.text)]
    parts = ((OWN, own), (NOW, known), (ORIGINAL, original))
    return tuple(Text(kind, plain("\n".join(filter(None, texts)))) for kind, texts in parts if any(texts))


def _item(item: Item, pack: Pack) -> Entry:
    about = [pack.city_by_id[item.city].name, item.kind, f"{item.kind[:1]}{item.number or ''}", item.status or ""]
    about += [theme.title for theme in item.themes] + [link.place.name for link in item.places]
    texts = _texts(
        [item.text, item.owner, item.planning], pack.nows_of.get(item.id, ()), [item.original_title, item.original_text]
    )
    cities = frozenset((item.city,))
    status = item.status or NO_STATUS
    return Entry(ITEM, item.id, item.kind, item.title, _names(about), texts, cities, status)


def _chapter(chapter: Chapter, pack: Pack) -> Entry:
    about = [theme.title for theme in chapter.themes] + [link.place.name for link in chapter.places]
    texts = _texts([chapter.text], pack.nows_of.get(chapter.id, ()))
    return Entry(CHAPTER, chapter.id, CHAPTER, chapter.title, _names(about), texts, _city(chapter.city))


def _theme(theme: Theme, pack: Pack) -> Entry:
    cities = frozenset(item.city for item in pack.items_of_theme.get(theme.id, ()))
    return Entry(THEME, theme.id, THEME, theme.title, (theme.kind,), _texts([theme.text]), cities)


def _place(place: Place, pack: Pack) -> Entry:
    cities = frozenset(item.city for item in pack.items_at_place.get(place.id, ())) | _city(place.city)
    return Entry(PLACE, place.id, PLACE, place.name, (place.kind,), _texts([place.note]), cities)


def _figures(indicator: Indicator, figures: Iterable[Figure]) -> Entry:
    about = [indicator.unit, *(name for f in figures for name in (f.function, f.area, f.to) if name)]
    texts = _texts([indicator.definition, *dict.fromkeys(f.note for f in figures)])
    cities = frozenset(figure.city for figure in figures if figure.city)
    return Entry(FIGURES, indicator.id, FIGURES, indicator.name, _names(about), texts, cities)


def _workshop(workshop: Workshop, pack: Pack) -> Entry:
    parts = [workshop.outcome]
    parts += [part for score in workshop.scores for part in (score.criterion, score.remark)]
    parts += [part for point in workshop.points for part in (point.name, point.remark)]
    about = [city.name for city in pack.cities if city.id == workshop.city] + [workshop.date]
    return Entry(WORKSHOP, workshop.id, WORKSHOP, WORKSHOP, _names(about), _texts(parts), _city(workshop.city))


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def _city(city: str | None) -> frozenset[str]:
    return frozenset((city,)) if city else frozenset()
