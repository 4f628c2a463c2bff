# SPDX-License-Identifier: GPL-2.0-or-later
"""A story out to one file and back, whole: with the places and sources it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QIODevice, QSaveFile

from ..i18n import tr
from ..story import exchange, links
from ..story.exchange import ExchangeError, StoryFile
from .blob import to_blob
from .check import find_faults
from .errors import StoreError
from .schema import GEOMETRIES, PLACE_TABLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..story.model import Chapter, Pack, Place, Source
    from .stories import Stories

Row = dict[str, Any]


def export_story(pack: Pack, story: str, geometries: Mapping[str, QgsGeometry], target: Path) -> None:
    """Write a story of the pack to a file; an existing file is replaced when the new one is complete.

    Raises StoreError where it cannot be written.
    """
    text = exchange.dump(story_file(pack, story, geometries))
    file = QSaveFile(str(target))
    data = text.encode("utf-8", "replace")
    if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(data) != len(data) or not file.commit():
        raise StoreError(
            tr("{} could not be written.").format(target.name),
            tr("Choose a folder in which you may write and that has room."),
            (file.errorString(),),
        )


def story_file(pack: Pack, story: str, geometries: Mapping[str, QgsGeometry]) -> StoryFile:
    """A story with every place and source that its chapters name, also in links of their texts."""
    chapters = pack.chapters_of(story)
    places: dict[str, Place] = {}
    for chapter in chapters:
        named = [chapter.extent or "", *(link.place.id for link in chapter.places)]
        named += [piece.target for piece in links.split(chapter.text) if piece.kind == links.PLACE]
        places.update((place, pack.place_by_id[place]) for place in named if place in pack.place_by_id)
    sources: dict[str, Source] = {chapter.reference.source.id: chapter.reference.source for chapter in chapters}
    for place in places.values():
        for source in filter(None, (place.source, place.geometry_source)):
            sources[source.id] = source
    return StoryFile(
        title=pack.story_by_id[story].title,
        pack=pack.id,
        chapters=[_chapter_row(chapter) for chapter in chapters],
        places=[_place_row(place, geometries.get(place.id)) for place in places.values()],
        sources=[_source_row(source) for source in sources.values()],
    )


def import_story(path: Path, pack: Pack, stories: Stories) -> tuple[str, list[str]]:
    """Add the story of a file to the pack; return its id and what of the file this pack has no use for.

    Raises StoreError where the file is none, or does not hold together; nothing is written then.
    """
    story = _read(path)
    dropped: list[str] = []
    sources, places, chapters = _fitted(story, pack, dropped)
    faults = _faults(story, pack, sources, places, chapters)
    if faults:
        raise StoreError(
            tr("The content of {} does not hold together; faults: {}, the first in {}.").format(
                path.name, len(faults), faults[0]
            ),
            tr("Ask for the file anew; nothing was taken from this one."),
            tuple(faults),
        )
    title = story.title
    taken = {known.title for known in pack.stories}
    number = 2
    while title in taken:
        title, number = f"{story.title} ({number})", number + 1
    return stories.add_whole(title, chapters, places, sources), dropped


def _read(path: Path) -> StoryFile:
    try:
        if path.stat().st_size > exchange.LARGEST:
            raise ExchangeError("too-large")
        return exchange.load(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise StoreError(
            tr("The file {} cannot be read.").format(path.name),
            tr("Check that it is a file and that you may read it, or choose another."),
            (str(error),),
        ) from error
    except UnicodeDecodeError as error:
        raise _unfit(path, ExchangeError("no-story", str(error))) from error
    except ExchangeError as error:
        raise _unfit(path, error) from error


def _unfit(path: Path, error: ExchangeError) -> StoreError:
    if error.reason == "newer":
        message = tr("{} was made by a newer version of this plugin.").format(path.name)
        return StoreError(message, tr("Update the plugin."))
    if error.reason == "too-large":
        return StoreError(tr("{} is too large for a story.").format(path.name), tr("Choose another file."))
    if error.reason in ("no-json", "no-story"):
        message = tr("{} is not a story of Sterke Steden.").format(path.name)
    else:
        message = tr("{} is damaged; the first fault is in {}.").format(path.name, error.where)
    return StoreError(message, tr("Choose another file; nothing was taken from this one."), (str(error),))


def _fitted(story: StoryFile, pack: Pack, dropped: list[str]) -> tuple[list[Row], list[Row], list[Row]]:
    """The rows of the file as this pack can hold them; `dropped` gets a line for each thing it has no place for."""
    layers, cities = {layer.id for layer in pack.layers}, set(pack.city_by_id)
    groups = {group.id for group in pack.groups}
    sources = [_only(row, "bron") for row in story.sources]
    places = []
    for row in story.places:
        if row["id"] in pack.place_by_id:
            continue
        values = {**_only(row, "plaats_zonder"), "tabel": row["tabel"], "historisch": bool(row.get("historisch"))}
        if row.get("wkt"):
            values["geom"] = row["wkt"]
        if values.get("groep_id") not in groups:
            values["groep_id"] = None
        if values.get("stad_id") not in cities:
            values["stad_id"] = None
        places.append(values)
    chapters = []
    for row in story.chapters:
        values = _only(row, "hoofdstuk")
        if values.get("stad_id") not in cities:
            values["stad_id"] = None
        if not values.get("uitsnede_id"):
            values.update(zip(("xmin", "ymin", "xmax", "ymax"), map(float, row["vak"])))
        unknown = [layer for layer in row.get("lagen", []) if layer not in layers]
        dropped += [tr("{}: the layer {} is not in this file").format(row["titel"], layer) for layer in unknown]
        values["lagen"] = [layer for layer in row.get("lagen", []) if layer in layers]
        values["eigen_lagen"] = [{key: own[key] for key in ("laag", "titel")} for own in row.get("eigen_lagen", [])]
        values["plaatsen"] = [{key: link[key] for key in ("plaats_id", "rol")} for link in row.get("plaatsen", [])]
        chapters.append(values)
    return sources, places, chapters


def _faults(story: StoryFile, pack: Pack, sources: list[Row], places: list[Row], chapters: list[Row]) -> list[str]:
    """Hold the rows against the schema, and turn each WKT into what the column `geom` holds."""
    rows: dict[str, list[Row]] = {
        "bron": [*sources, *({"id": source.id, "titel": "-", "uitgever": "-"} for source in pack.sources)],
        "verhaal": [],
        "hoofdstuk": [],
        "hoofdstuk_plaats": [],
        **{table: [] for table in PLACE_TABLES},
    }
    faults = []
    for place in places:
        table = place["tabel"]
        if table not in PLACE_TABLES:
            faults.append(f"plaats: {place['id']}: tabel")
            continue
        rows[table].append(place)
        geometry = QgsGeometry.fromWkt(place.pop("geom", "") or "")
        if (table in GEOMETRIES) == geometry.isEmpty():
            faults.append(f"plaats: {place['id']}: wkt")
        elif table in GEOMETRIES:
            wanted = GEOMETRIES[table]
            if wanted.startswith("Multi"):
                geometry.convertToMultiType()
            if not geometry.boundingBox().isFinite() or wanted.lower() not in geometry.asWkt(0).split("(")[0].lower():
                faults.append(f"plaats: {place['id']}: wkt")
            place["geom"] = to_blob(geometry)
    known = {row["id"] for row in story.places}
    for number, chapter in enumerate(chapters, 1):
        strangers = [link["plaats_id"] for link in chapter["plaatsen"] if link["plaats_id"] not in known]
        faults += [f"hoofdstuk {number}: plaats: {place}" for place in strangers]
        rows["hoofdstuk_plaats"] += [
            {"hoofdstuk_id": str(number), "volgorde": order, **link} for order, link in enumerate(chapter["plaatsen"])
        ]
        rows["hoofdstuk"].append({**chapter, "id": str(number), "verhaal_id": "-", "nummer": number})
    found = [fault for fault in find_faults(rows) if fault.column not in _FITTED]
    return faults + [fault.where for fault in found]


# What refers to the rest of the pack, which is not among the rows, was fitted to it already; what has the id of a
# source that is there is that source.
_FITTED = {"id", *(column.name for table in TABLES.values() for column in table if column.refers)}


def _only(row: Row, table: str) -> Row:
    """Of a row of the file what the table has columns for; who changed it last is decided here."""
    names = [column.name for column in TABLES[table] if not column.name.startswith("gewijzigd_")]
    return {name: row[name] for name in names if row.get(name) is not None}


def _chapter_row(chapter: Chapter) -> Row:
    view = {"uitsnede_id": chapter.extent} if chapter.extent else {"vak": list(chapter.box or ())}
    return {
        "titel": chapter.title,
        "tekst": chapter.text,
        "stad_id": chapter.city,
        **view,
        "bron_id": chapter.reference.source.id,
        "vindplaats": chapter.reference.found_at,
        "peildatum": chapter.reference.date,
        "lagen": list(chapter.layers),
        "eigen_lagen": [{"laag": own.id, "titel": own.title} for own in chapter.own_layers],
        "plaatsen": [{"plaats_id": link.place.id, "rol": link.role} for link in chapter.places],
    }


def _place_row(place: Place, geometry: QgsGeometry | None) -> Row:
    located = {"wkt": geometry.asWkt(3)} if geometry is not None else {}
    return {
        "id": place.id,
        "naam": place.name,
        "soort": place.kind,
        "groep_id": place.group,
        "stad_id": place.city,
        "zekerheid": place.certainty,
        "historisch": place.historic,
        "sleutel": place.key,
        "bron_id": place.source.id,
        "peildatum": place.date,
        "geometriebron_id": place.geometry_source.id if place.geometry_source else None,
        "toelichting": place.note,
        "tabel": place.table if located else "plaats_zonder",
        **located,
    }


def _source_row(source: Source) -> Row:
    return {
        "id": source.id,
        "titel": source.title,
        "uitgever": source.publisher,
        "datum": source.date,
        "url": source.url,
        "licentie": source.licence,
        "toelichting": source.note,
    }
