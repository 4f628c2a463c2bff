# SPDX-License-Identifier: GPL-2.0-or-later
"""A story, or one city, as slides: what to say and what to show on the map. Pure: no QGIS, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .view import in_view, located

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Box, Chapter, City, Item, OwnLayer, Pack, Reference, Theme


@dataclass(frozen=True)
class Slide:
    """What one slide says and shows. `part` is the same for a chapter and the items told after it.

    `view` are the places that must be in view, or `box` is. `places` are what the slide is about, `marked` those of
    them that are marked beside what the layers show.
    """

    key: str
    part: str
    title: str
    text: str
    layers: tuple[str, ...]
    view: tuple[str, ...]
    places: tuple[str, ...]
    marked: tuple[str, ...]
    reference: Reference
    box: Box | None = None
    chapter: Chapter | None = None
    item: Item | None = None
    city: City | None = None
    themes: tuple[Theme, ...] = ()

    @property
    def captured(self) -> bool:
        """Whether it shows a view as a user had it."""
        return self.item is None and self.chapter is not None and self.chapter.captured

    @property
    def own_layers(self) -> tuple[OwnLayer, ...]:
        """Layers of the user's own that it shows."""
        return self.chapter.own_layers if self.chapter is not None and self.captured else ()


def story_slides(pack: Pack, story: str) -> tuple[Slide, ...]:
    """The chapters of a story in order; after that of a city its profile, kansen and opgaven."""
    return tuple(slide for chapter in pack.chapters_of(story) for slide in _chapter_and_items(pack, chapter))


def city_slides(pack: Pack, city_id: str) -> tuple[Slide, ...]:
    """One city: its chapter, where it has one, then its profile, kansen and opgaven; () for one that is not there."""
    city = pack.city_by_id.get(city_id)
    if city is None:
        return ()
    chapter = pack.chapter_by_id.get(city.chapter or "")
    if chapter is not None:
        return tuple(_chapter_and_items(pack, chapter))
    return tuple(_item(pack, item, city, None) for item in pack.items_of(city_id))


def _chapter_and_items(pack: Pack, chapter: Chapter) -> Iterator[Slide]:
    yield _chapter(pack, chapter)
    city = pack.city_by_id.get(chapter.city or "")
    if city is not None:
        for item in pack.items_of(city.id):
            yield _item(pack, item, city, chapter)


def _chapter(pack: Pack, chapter: Chapter) -> Slide:
    places = located(chapter.places)
    view = (chapter.extent,) if chapter.extent is not None else ()
    return Slide(
        key=chapter.id,
        part=chapter.id,
        title=chapter.title,
        text=chapter.text,
        layers=chapter.layers,
        view=view or (() if chapter.captured else in_view(chapter.places) or (pack.area,)),
        places=places or view,
        marked=places if chapter.captured else (),  # of another the layers show them
        reference=chapter.reference,
        box=chapter.box,
        chapter=chapter,
        city=pack.city_by_id.get(chapter.city or ""),
        themes=chapter.themes,
    )


def _item(pack: Pack, item: Item, city: City, chapter: Chapter | None) -> Slide:
    places = located(item.places)
    return Slide(
        key=item.id,
        part=chapter.id if chapter is not None else city.id,
        title=item.title,
        text=item.text,
        layers=chapter.layers if chapter is not None else tuple(spec.id for spec in pack.layers if spec.visible),
        view=in_view(item.places) or (city.area, city.place),
        places=places,
        marked=places,
        reference=item.reference,
        chapter=chapter,
        item=item,
        city=city,
    )


def position_of(slides: tuple[Slide, ...], key: str) -> int:
    """Where the slide with this key is; the first where there is none."""
    return next((number for number, slide in enumerate(slides) if slide.key == key), 0)


def next_part(slides: tuple[Slide, ...], at: int) -> int:
    """Where the next part begins; the last part stays where it is."""
    part = slides[at].part
    return next((number for number in range(at + 1, len(slides)) if slides[number].part != part), at)


def previous_part(slides: tuple[Slide, ...], at: int) -> int:
    """Where this part begins; from there, where the one before begins."""
    first = _first_of_part(slides, at)
    return first if first < at or first == 0 else _first_of_part(slides, first - 1)


def _first_of_part(slides: tuple[Slide, ...], at: int) -> int:
    while at > 0 and slides[at - 1].part == slides[at].part:
        at -= 1
    return at
