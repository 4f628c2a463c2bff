# SPDX-License-Identifier: GPL-2.0-or-later
"""How the panel says things: kinds, dates, numbers, sources. Dates and numbers are Dutch, as the content is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

from ..dutch import day, number, one_line
from ..i18n import tr
from ..story import links

if TYPE_CHECKING:
    from ..story.model import Chapter, Figure, Item, Pack, Place, PlaceLink, Reference, Source, Theme, Workshop


def amount(figure: Figure) -> str:
    """The value of a figure with its unit where that is a sign; words where the source has none."""
    if figure.value is None:
        return tr("no data")
    text = number(figure.value, figure.indicator.decimals)
    return f"{text}{figure.indicator.unit}" if figure.indicator.unit == "%" else text


def figure_name(figure: Figure) -> str:
    """What a figure counts, with function and flow where it has them, and its unit unless that is said already."""
    name, unit = figure.indicator.name, figure.indicator.unit
    if figure.function:
        name = f"{name}, {figure.function}"
    if figure.to or figure.to_code:
        name = tr("{}: from {} to {}").format(name, figure.area, figure.to or figure.to_code)
    if unit != "%" and unit.casefold() != name.casefold():
        name = f"{name} ({unit})"
    return one_line(name)


def kind(word: str, many: bool = False) -> str:
    """A kind of item as a title; one that the panel does not know as it stands in the data."""
    known = {
        "profiel": (tr("Profile"), tr("Profile")),
        "kans": (tr("Kans"), tr("Kansen")),
        "opgave": (tr("Opgave"), tr("Opgaven")),
    }
    return known.get(word, (word, word))[many]


def badge(item: Item) -> str:
    """K1, O2; P for a profile."""
    return f"{item.kind[:1].upper()}{item.number or ''}"


def item_kind(item: Item) -> str:
    """Kans 1; a profile has no number."""
    return f"{kind(item.kind)} {item.number}" if item.number else kind(item.kind)


def theme_detail(theme: Theme, pack: Pack) -> str:
    """Kind, number and chapter of a theme."""
    chapter = pack.chapter_by_id[theme.chapter]
    return tr("{} {} of chapter {}").format(kind(theme.kind), theme.number, chapter.number)


def chapter_name(chapter: Chapter) -> str:
    return one_line(f"{chapter.number}  {chapter.title}")


def no_location() -> str:
    return tr("no location in the source")


def no_place(item: Item) -> str:
    """Why an item is not on the map; empty when it is."""
    if any(link.place.located for link in item.places):
        return ""
    if item.places:
        return tr("No location in the source: the source names places, but does not say where they are.")
    return tr("No location in the source: the source names no place here.")


def place_detail(link: PlaceLink, reference: Reference) -> str:
    """Role, kind, certainty and, where another source or date than that of the text gives the place, that source."""
    place = link.place
    parts = [place.kind, link.role]
    if place.located:
        parts.append(tr("certainty: {}").format(place.certainty))
        if place.geometry_source is not None:
            parts.append(tr("on the map after: {}").format(place.geometry_source.title))
    else:
        parts.append(no_location())
    if place.historic:
        parts.append(tr("historic"))
    detail = " · ".join(parts)
    if not place.located and place.note:
        detail += f" – {place.note}"
    if place.source.id != reference.source.id or place.date != reference.date:
        detail += " · " + tr("source: {}, {}").format(place.source.title, day(place.date))
    return one_line(detail)


def place_marker(place: Place) -> str:
    """How certain a place is, as the marks of the rows know it; "none" for one without location."""
    return place.certainty if place.located else "none"


def source_title() -> str:
    return tr("Source")


def isolated(text: str) -> str:
    """A text whose direction of writing, and a mark that changes it and is not closed, end where it ends."""
    foreign = any(bidirectional(character) in _TURNING for character in text)
    return f"\u2068{text}\u2069" if foreign else text


_TURNING = {"R", "AL", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI"}


def source_line(source: Source) -> str:
    """Title and publisher of a source; the publisher once, where the title ends with it."""
    if source.title.endswith(source.publisher):
        return one_line(source.title)
    return one_line(f"{source.title} ({source.publisher})")


def found_at(where: str) -> str:
    return one_line(tr("Found at: {}").format(where))


def reference_date(iso: str) -> str:
    return tr("Reference date: {}").format(day(iso))


def dated(iso: str, source: Source) -> str:
    """Date and source of a figure on one line."""
    return one_line(f"{day(iso)} · {source.title}")


def workshop_head(workshop: Workshop) -> str:
    if workshop.participants is None:
        return day(workshop.date)
    return tr("{}, {} participants").format(day(workshop.date), workshop.participants)


def first_words(text: str, most: int = 100) -> str:
    """The beginning of a text on one line, without what its links lead to."""
    line = one_line(links.plain(text[: 4 * most]))
    return line if len(line) <= most else line[: line.rfind(" ", 0, most) if " " in line[:most] else most] + " …"
