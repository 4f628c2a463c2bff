# SPDX-License-Identifier: GPL-2.0-or-later
"""A story as one file: chapters, their views, and every place and source they name. Pure: no QGIS, no Qt.

JSON in UTF-8. Rows have the columns of the schema; geometries are WKT in its CRS.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

FORMAT = "sterke-steden-verhaal"
VERSION = 1
LARGEST = 50_000_000  # characters; a file beyond that is no story

Row = dict[str, Any]

# What a row must hold, by the list of the file in which it stands; other columns may be absent.
_NEEDED = {
    "hoofdstukken": ("titel", "tekst", "bron_id", "peildatum"),
    "plaatsen": ("id", "naam", "soort", "zekerheid", "bron_id", "peildatum", "tabel"),
    "bronnen": ("id", "titel", "uitgever"),
}
_TEXTS = {
    "hoofdstukken": ("titel", "tekst", "stad_id", "uitsnede_id", "bron_id", "vindplaats", "peildatum"),
    "plaatsen": (
        *("id", "naam", "soort", "groep_id", "stad_id", "zekerheid", "sleutel", "bron_id", "peildatum"),
        *("geometriebron_id", "toelichting", "tabel", "wkt"),
    ),
    "bronnen": ("id", "titel", "uitgever", "datum", "url", "licentie", "toelichting"),
}


class ExchangeError(ValueError):
    """What is wrong with the file; `where` is the list, record and field."""

    def __init__(self, reason: str, where: str = "") -> None:
        super().__init__(f"{where}: {reason}" if where else reason)
        self.reason, self.where = reason, where


@dataclass
class StoryFile:
    """A story with all it needs to be shown elsewhere.

    A chapter has `lagen` (ids), `eigen_lagen` (mappings of `laag` and `titel`; may be absent) and `plaatsen` (mappings
    of `plaats_id` and `rol`), and either `uitsnede_id` or `vak` (four numbers). A place has `tabel` and, where it is
    located, `wkt`.
    """

    title: str
    pack: str
    chapters: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)


def dump(story: StoryFile) -> str:
    content = {
        "formaat": FORMAT,
        "versie": VERSION,
        "pakket": story.pack,
        "titel": story.title,
        "hoofdstukken": story.chapters,
        "plaatsen": story.places,
        "bronnen": story.sources,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def load(text: str) -> StoryFile:
    """Read what `dump` wrote. Raises ExchangeError for anything else."""
    if len(text) > LARGEST:
        raise ExchangeError("too-large")
    try:
        content = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ExchangeError("no-json", str(error)) from error
    if not isinstance(content, dict) or content.get("formaat") != FORMAT:
        raise ExchangeError("no-story")
    version = content.get("versie")
    if version != VERSION:
        raise ExchangeError("newer" if isinstance(version, int) and version > VERSION else "no-story", "versie")
    title = content.get("titel")
    if not isinstance(title, str) or not title.strip():
        raise ExchangeError("missing", "titel")
    story = StoryFile(title, str(content.get("pakket") or ""))
    story.chapters = _rows(content, "hoofdstukken")
    story.places = _rows(content, "plaatsen")
    story.sources = _rows(content, "bronnen")
    for number, chapter in enumerate(story.chapters, 1):
        _check_chapter(chapter, f"hoofdstukken {number}")
    _check_references(story)
    return story


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _rows(content: Row, name: str) -> list[Row]:
    rows = content.get(name)
    if not isinstance(rows, list):
        raise ExchangeError("no-list", name)
    for number, row in enumerate(rows, 1):
        where = f"{name} {number}"
        if not isinstance(row, dict):
            raise ExchangeError("no-record", where)
        for column in _NEEDED[name]:
            if row.get(column) in (None, "") and column != "tekst":
                raise ExchangeError("missing", f"{where}, {column}")
        for column in _TEXTS[name]:
            if row.get(column) is not None and not isinstance(row[column], str):
                raise ExchangeError("no-text", f"{where}, {column}")
    return rows


def _check_chapter(chapter: Row, where: str) -> None:
    layers, box = chapter.get("lagen", []), chapter.get("vak")
    if not isinstance(layers, list) or not all(isinstance(layer, str) for layer in layers):
        raise ExchangeError("no-list", f"{where}, lagen")
    _check_records(chapter, "eigen_lagen", ("laag", "titel"), where)
    _check_records(chapter, "plaatsen", ("plaats_id", "rol"), where)
    if chapter.get("uitsnede_id"):
        return
    numbers = box if isinstance(box, list) and all(_is_number(value) for value in box) else []
    if len(numbers) != 4 or not (numbers[0] < numbers[2] and numbers[1] < numbers[3]):
        raise ExchangeError("no-view", f"{where}, vak")


def _check_records(chapter: Row, name: str, keys: tuple[str, ...], where: str) -> None:
    records = chapter.get(name, [])
    if not isinstance(records, list):
        raise ExchangeError("no-list", f"{where}, {name}")
    for record in records:
        if not isinstance(record, dict) or not all(isinstance(record.get(key), str) for key in keys):
            raise ExchangeError("no-record", f"{where}, {name}")


def _is_number(value: Any) -> bool:
    """Whether it can be a coordinate: JSON knows numbers that are none, and whole ones that no float can hold."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < _FARTHEST


_FARTHEST = 1e9  # metres


def _check_references(story: StoryFile) -> None:
    """Every source and place that a row names is in the file: it is whole."""
    sources = {row["id"] for row in story.sources}
    places = {row["id"] for row in story.places}
    for name, rows in (("hoofdstukken", story.chapters), ("plaatsen", story.places)):
        for number, row in enumerate(rows, 1):
            for column in ("bron_id", "geometriebron_id"):
                if row.get(column) is not None and row[column] not in sources:
                    raise ExchangeError("unknown", f"{name} {number}, {column}")
    for number, chapter in enumerate(story.chapters, 1):
        named = [chapter.get("uitsnede_id"), *(link["plaats_id"] for link in chapter.get("plaatsen", []))]
        for place in filter(None, named):
            if place not in places:
                raise ExchangeError("unknown", f"hoofdstukken {number}, {place}")
