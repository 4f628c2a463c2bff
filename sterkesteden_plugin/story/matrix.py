# SPDX-License-Identifier: GPL-2.0-or-later
"""The themes of a pack by its cities: which items carry a theme in a city. Pure: no QGIS, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from .entries import ITEM
from .search import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .model import City, Item, Pack, Theme
    from .search import Index

NO_THEME = ""  # the row of the items that carry no theme
NO_STATUS = ""  # asks for the items without one


class Spot(NamedTuple):
    """A place in the matrix: where a theme and a city meet, the whole row of a theme, or the column of a city."""

    theme: str | None = None
    city: str | None = None


@dataclass(frozen=True)
class Group:
    """The themes of one chapter; `title` is "" for the items without theme."""

    title: str
    themes: tuple[Theme, ...]


class Matrix:
    """Items by theme and city. `items` are those that a filter left, in the order of the pack."""

    def __init__(self, pack: Pack, items: Sequence[Item]) -> None:
        self.cities: tuple[City, ...] = pack.cities
        self.groups = _groups(pack)
        self.items = tuple(items)
        known = {theme.id for theme in pack.themes}
        self._cells: dict[Spot, list[Item]] = {}
        for item in items:
            rows = dict.fromkeys(theme.id for theme in item.themes if theme.id in known)
            for row in rows or (NO_THEME,):
                self._cells.setdefault(Spot(row, item.city), []).append(item)
        self.has_others = any(not known.intersection(theme.id for theme in item.themes) for item in pack.items)

    @property
    def rows(self) -> tuple[str, ...]:
        """The ids of the themes, in the order of the rows; last the row of the items without theme, if any."""
        themes = tuple(theme.id for group in self.groups for theme in group.themes)
        return (*themes, NO_THEME) if self.has_others else themes

    def cell(self, theme: str, city: str) -> Sequence[Item]:
        """The items where a theme and a city meet."""
        return self._cells.get(Spot(theme, city), ())

    def items_of(self, spots: Iterable[Spot]) -> tuple[Item, ...]:
        """The items of all these spots together, each once, in the order of the pack."""
        chosen = set(self.covered(spots))
        found = {item.id for spot, items in self._cells.items() if spot in chosen for item in items}
        return tuple(item for item in self.items if item.id in found)

    def covered(self, spots: Iterable[Spot]) -> Iterable[Spot]:
        """The cells that these spots take in."""
        for spot in spots:
            for row in self.rows if spot.theme is None else (spot.theme,):
                for city in [c.id for c in self.cities] if spot.city is None else (spot.city,):
                    yield Spot(row, city)

    def between(self, first: Spot, last: Spot) -> tuple[Spot, ...]:
        """All spots from the one to the other; `last` alone where the two are not of one kind."""
        if (first.theme is None, first.city is None) != (last.theme is None, last.city is None):
            return (last,)
        rows = _stretch(self.rows, first.theme, last.theme)
        cities = _stretch([city.id for city in self.cities], first.city, last.city)
        return tuple(Spot(row, city) for row in rows for city in cities)

    def known(self, spots: Iterable[Spot]) -> tuple[Spot, ...]:
        """Those of the spots that this matrix has: another pack may lack a theme or a city."""
        rows, cities = {None, *self.rows}, {None, *(city.id for city in self.cities)}
        return tuple(spot for spot in spots if spot.theme in rows and spot.city in cities)


def _stretch(ids: Sequence[str], first: str | None, last: str | None) -> Sequence[str | None]:
    if first is None or last is None or first not in ids or last not in ids:
        return (last,)
    start, end = sorted((ids.index(first), ids.index(last)))
    return ids[start : end + 1]


def _groups(pack: Pack) -> tuple[Group, ...]:
    def number(theme: Theme) -> tuple[int, int]:
        chapter = pack.chapter_by_id.get(theme.chapter)
        return (chapter.number if chapter is not None else 0, theme.number)

    found: dict[str, list[Theme]] = {}
    for theme in sorted(pack.themes, key=number):
        found.setdefault(theme.chapter, []).append(theme)
    titles = {chapter.id: chapter.title for chapter in pack.chapters}
    return tuple(Group(titles.get(chapter, chapter), tuple(themes)) for chapter, themes in found.items())


@dataclass(frozen=True)
class Filter:
    """What is asked of the items; None asks nothing."""

    text: str = ""
    kind: str | None = None
    status: str | None = None

    @property
    def is_on(self) -> bool:
        return bool(words(self.text)) or self.kind is not None or self.status is not None


def filtered(pack: Pack, wanted: Filter, index: Index | None) -> tuple[Item, ...]:
    """The items that have all that is wanted, in the order of the pack; what has the words is told by its index.

    As long as there is no index, words leave everything.
    """
    found = None
    if index is not None and words(wanted.text):
        found = {entry.id for entry in index.find(wanted.text) if entry.kind == ITEM}
    return tuple(
        item
        for item in pack.items
        if (found is None or item.id in found)
        and wanted.kind in (None, item.kind)
        and wanted.status in (None, item.status or NO_STATUS)
    )
