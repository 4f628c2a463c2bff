# SPDX-License-Identifier: GPL-2.0-or-later
"""A pack of 10,000 items: that of a file, with invented items in place of its own. Same seed, same items.

The texts are as long as those of the shipped pack, and their words as unevenly spread: a few are everywhere.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from sterkesteden_plugin.story.model import Item, Pack, PlaceLink

COUNT = 10_000

_KINDS = ("profiel", "kans", "opgave")
_ROLE = "ligt in"
_EVERYWHERE = ("de", "het", "en", "een", "in", "is", "van", "voor", "op", "met", "er", "bij", "niet", "stad")
_BEGINS = ("be", "bo", "da", "dé", "ge", "ha", "ka", "kë", "le", "mi", "no", "on", "pa", "ro", "sta", "tu", "ver", "wa")
_MIDDLES = ("bing", "cel", "der", "gel", "ken", "lan", "men", "nis", "poor", "ring", "se", "ten", "vaart", "zorg")
_VOCABULARY = 20_000
_WORDS = 88  # of a text, on average


def _words(random: Random) -> list[str]:
    found = dict.fromkeys(_EVERYWHERE)
    while len(found) < _VOCABULARY:
        found[random.choice(_BEGINS) + "".join(random.choices(_MIDDLES, k=random.randint(1, 4)))] = None
    return list(found)


def large_pack(pack: Pack, count: int = COUNT, seed: int = 4) -> Pack:
    """A pack with cities, themes and places of this one, and `count` invented items."""
    random = Random(seed)
    words = _words(random)
    weights = [1 / (rank + 1) for rank in range(len(words))]  # as Zipf found them in languages
    stock = random.choices(words, weights, k=count * (_WORDS + 6) * 2)
    items = []
    for number in range(count):
        length = random.randint(_WORDS // 2, _WORDS * 3 // 2)
        start = random.randrange(len(stock) - length)
        title = " ".join(stock[start : start + random.randint(2, 6)]).capitalize()
        text = " ".join(stock[start : start + length]).capitalize() + "."
        themes = tuple(random.sample(pack.themes, min(random.randint(0, 2), len(pack.themes))))
        places = tuple(PlaceLink(place, _ROLE) for place in random.sample(pack.places, min(3, len(pack.places))))
        city = pack.cities[number % len(pack.cities)]
        item = Item(
            f"veel-{number:05}",
            city.id,
            _KINDS[number % 3],
            number,
            title,
            text,
            pack.chapters[0].reference,
            themes,
            places,
        )
        items.append(item)
    return replace(pack, items=tuple(items), nows=(), deleted=())


def write_items(pack: Pack, source: Path, target: Path) -> Path:
    """Copy a GeoPackage and put the items of a pack in the copy, beside its own."""
    shutil.copyfile(source, target)
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.executemany(
            "INSERT INTO item (id, stad_id, soort, nummer, titel, tekst, bron_id, peildatum) VALUES (?,?,?,?,?,?,?,?)",
            [
                (i.id, i.city, i.kind, i.number, i.title, i.text, i.reference.source.id, i.reference.date)
                for i in pack.items
            ],
        )
        connection.executemany(
            "INSERT INTO item_thema (item_id, thema_id) VALUES (?, ?)",
            [(item.id, theme.id) for item in pack.items for theme in item.themes],
        )
        connection.executemany(
            "INSERT INTO item_plaats (item_id, plaats_id, rol, volgorde) VALUES (?, ?, ?, ?)",
            [
                (item.id, link.place.id, link.role, order)
                for item in pack.items
                for order, link in enumerate(item.places)
            ],
        )
    return target
