# SPDX-License-Identifier: GPL-2.0-or-later
"""The content of one pack as plain, immutable objects, tied together by stable ids.

Pure: no QGIS, no Qt. Dates are ISO 8601 text (`2018-03-29`), texts are plain text in which an empty line
parts two paragraphs and a line that begins with "• " is a point of a list.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Source:
    id: str
    title: str
    publisher: str
    date: str | None
    url: str | None
    licence: str | None
    note: str | None


@dataclass(frozen=True)
class Reference:
    """Where a text comes from: source, place in it, and the date on which it held."""

    source: Source
    found_at: str | None
    date: str


@dataclass(frozen=True)
class Place:
    """A place of the story; `table` is where it stands, "plaats_zonder" when no source locates it."""

    id: str
    name: str
    kind: str
    group: str | None
    city: str | None
    certainty: str
    historic: bool
    key: str | None
    source: Source
    date: str
    geometry_source: Source | None
    note: str | None
    table: str

    @property
    def located(self) -> bool:
        return self.table != "plaats_zonder"


@dataclass(frozen=True)
class PlaceLink:
    """What an item or chapter has to do with a place."""

    place: Place
    role: str


@dataclass(frozen=True)
class Theme:
    id: str
    kind: str
    number: int
    title: str
    text: str
    chapter: str
    reference: Reference


@dataclass(frozen=True)
class Change:
    """Who changed something last, and when (UTC, ISO 8601)."""

    time: str
    user: str | None


@dataclass(frozen=True)
class Item:
    """A profile, kans or opgave of a city. `original_…` is what the pack was built with, where users changed it."""

    id: str
    city: str
    kind: str
    number: int
    title: str
    text: str
    reference: Reference
    themes: tuple[Theme, ...] = ()
    places: tuple[PlaceLink, ...] = ()
    status: str | None = None
    owner: str | None = None
    planning: str | None = None
    changed: Change | None = None
    original_title: str | None = None
    original_text: str | None = None


@dataclass(frozen=True)
class Deleted:
    """What users deleted; the history can restore it."""

    table: str
    id: str
    city: str | None  # None where it belongs to none
    title: str  # of a workshop its date
    changed: Change


@dataclass(frozen=True)
class Story:
    """A story: that of the pack, or one that a user made (`own`)."""

    id: str
    title: str
    own: bool
    reference: Reference


@dataclass(frozen=True)
class OwnLayer:
    """A layer of a user's own that a chapter shows: its id in the project it was captured in, and its name there."""

    id: str
    title: str


Box = tuple[float, float, float, float]  # xmin, ymin, xmax, ymax in the CRS of the schema


@dataclass(frozen=True)
class Chapter:
    """What it shows on the map is the extent of a place, or a box: that of a view that was captured."""

    id: str
    story: str
    number: int
    title: str
    text: str
    city: str | None
    layers: tuple[str, ...]
    extent: str | None
    reference: Reference
    places: tuple[PlaceLink, ...] = ()
    themes: tuple[Theme, ...] = ()
    box: Box | None = None
    own_layers: tuple[OwnLayer, ...] = ()

    @property
    def captured(self) -> bool:
        """Whether it shows a view as a user had it: exactly these layers, and its places marked."""
        return self.box is not None


@dataclass(frozen=True)
class City:
    id: str
    letter: str
    name: str
    code: str
    place: str
    area: str
    chapter: str | None


@dataclass(frozen=True)
class Indicator:
    id: str
    name: str
    unit: str
    decimals: int
    definition: str
    whole: str | None = None  # id of the indicator of which its figures are parts


@dataclass(frozen=True)
class Figure:
    """One value of an indicator; `value` is None where the source has none (never zero)."""

    id: str
    indicator: Indicator
    area_code: str
    area: str
    city: str | None
    to_code: str | None
    to: str | None
    function: str | None
    date: str
    value: float | None
    source: Source
    note: str | None
    series_break: str | None = None  # why it cannot be compared with those before it
    mark: str | None = None  # "voorlopig" or "geheim"


@dataclass(frozen=True)
class Now:
    """What is known now of a claim of the story; it belongs to an item or a chapter."""

    id: str
    item: str | None
    chapter: str | None
    claim: str
    outcome: str
    text: str
    figure: Figure | None
    reference: Reference


@dataclass(frozen=True)
class ClaimArea:
    """An area in the test of a claim: "van", "naar", "vergelijk" or "onderling" (schema.TEST_ROLES)."""

    role: str
    code: str
    name: str


@dataclass(frozen=True)
class ClaimData:
    """A data set that holds figures for the test of a claim; `kind` is one of schema.DATASET_KINDS."""

    id: str
    title: str
    kind: str


@dataclass(frozen=True)
class Claim:
    """A claim of the story that figures can speak to; `measure` is one of schema.MEASURES.

    `datasets` hold the figures, the best first: of flows any one will do.
    """

    id: str
    text: str
    measure: str
    measure_source: Source | None  # None: an indicator of this plugin's own
    threshold: float | None  # the share from which that source calls two areas one
    note: str | None
    items: tuple[str, ...]
    chapters: tuple[str, ...]
    areas: tuple[ClaimArea, ...]
    indicators: tuple[str, ...]
    datasets: tuple[ClaimData, ...]

    def areas_of(self, role: str) -> tuple[ClaimArea, ...]:
        return tuple(area for area in self.areas if area.role == role)


@dataclass(frozen=True)
class Score:
    """What a workshop gave a criterion: 1 to 5, or None where it gave none."""

    criterion: str
    score: int | None
    remark: str | None


@dataclass(frozen=True)
class WorkshopPoint:
    """A point that a workshop marked; its geometry is found by its id."""

    id: str
    name: str
    remark: str | None


@dataclass(frozen=True)
class Workshop:
    id: str
    city: str
    date: str
    participants: int | None
    outcome: str | None
    source: Source | None
    scores: tuple[Score, ...] = ()
    points: tuple[WorkshopPoint, ...] = ()


@dataclass(frozen=True)
class Load:
    """One time that a data set was fetched: when (UTC, ISO 8601), of which day it is, and what it changed."""

    id: str
    dataset: str
    time: str
    user: str | None
    url: str | None
    date: str | None
    source: Source
    count: int
    added: int
    changed: int
    removed: int
    undone: bool


@dataclass(frozen=True)
class Group:
    """A group of the layer tree."""

    id: str
    title: str
    visible: bool
    note: str | None


@dataclass(frozen=True)
class Tiles:
    """A service of map tiles."""

    id: str
    name: str
    kind: str
    url: str
    layer: str
    matrix_set: str
    image_format: str
    crs: str
    credit: str
    licence: str


@dataclass(frozen=True)
class LayerSpec:
    """A layer of the tree: a view or table of the GeoPackage (`table`) or a service."""

    id: str
    group: str
    title: str
    geometry: str
    table: str | None
    service: Tiles | None
    visible: bool
    note: str | None
    dataset: str | None = None  # the data set that it shows, once that was loaded


@dataclass(frozen=True)
class Pack:
    """Everything one GeoPackage tells. Sequences are in the order in which they are shown."""

    id: str
    title: str
    subtitle: str | None
    content_version: str
    area: str
    cities: tuple[City, ...]
    chapters: tuple[Chapter, ...]
    items: tuple[Item, ...]
    themes: tuple[Theme, ...]
    places: tuple[Place, ...]
    figures: tuple[Figure, ...]
    indicators: tuple[Indicator, ...]
    workshops: tuple[Workshop, ...]
    groups: tuple[Group, ...]
    layers: tuple[LayerSpec, ...]
    sources: tuple[Source, ...]
    stories: tuple[Story, ...] = ()
    nows: tuple[Now, ...] = ()
    claims: tuple[Claim, ...] = ()
    deleted: tuple[Deleted, ...] = ()
    loads: tuple[Load, ...] = ()  # the oldest first

    @cached_property
    def city_by_id(self) -> dict[str, City]:
        return {city.id: city for city in self.cities}

    @cached_property
    def chapter_by_id(self) -> dict[str, Chapter]:
        return {chapter.id: chapter for chapter in self.chapters}

    @cached_property
    def item_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def place_by_id(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def story_by_id(self) -> dict[str, Story]:
        return {story.id: story for story in self.stories}

    @cached_property
    def items_of_theme(self) -> dict[str, tuple[Item, ...]]:
        """Theme id to the items that belong to it, in the order of the items."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            for theme in item.themes:
                found.setdefault(theme.id, []).append(item)
        return {theme: tuple(items) for theme, items in found.items()}

    @cached_property
    def nows_of(self) -> dict[str, tuple[Now, ...]]:
        """Id of an item or chapter to what is known now of its claims."""
        found: dict[str, list[Now]] = {}
        for now in self.nows:
            for owner in filter(None, (now.item, now.chapter)):
                found.setdefault(owner, []).append(now)
        return {owner: tuple(nows) for owner, nows in found.items()}

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """Id of an item or chapter to the claims it makes that are put to the test."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            for owner in (*claim.items, *claim.chapters):
                found.setdefault(owner, []).append(claim)
        return {owner: tuple(claims) for owner, claims in found.items()}

    @cached_property
    def items_at_place(self) -> dict[str, tuple[Item, ...]]:
        """Place id to the items that name it, in the order of the items."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            for link in item.places:
                found.setdefault(link.place.id, []).append(item)
        return {place: tuple(dict.fromkeys(items)) for place, items in found.items()}

    @cached_property
    def present_layers(self) -> tuple[LayerSpec, ...]:
        """The layers that have something to show: not those of data sets that were never loaded."""
        return tuple(layer for layer in self.layers if layer.dataset is None or layer.dataset in self.loaded)

    @cached_property
    def loaded(self) -> dict[str, Load]:
        """Data set to the last time that it was loaded and not undone."""
        return {load.dataset: load for load in self.loads if not load.undone}

    def chapters_of(self, story: str) -> tuple[Chapter, ...]:
        """The chapters of a story in their order."""
        return tuple(chapter for chapter in self.chapters if chapter.story == story)

    def items_of(self, city: str, kind: str | None = None) -> tuple[Item, ...]:
        """The items of a city, of one kind or of all."""
        return tuple(item for item in self.items if item.city == city and kind in (None, item.kind))

    def figures_of(self, city: str, indicator: str | None = None) -> tuple[Figure, ...]:
        """The figures of a city by date, of one indicator or of all."""
        found = [f for f in self.figures if f.city == city and indicator in (None, f.indicator.id)]
        return tuple(sorted(found, key=lambda f: f.date))
