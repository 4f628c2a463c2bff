# SPDX-License-Identifier: GPL-2.0-or-later
"""What users deleted and nobody restored, as the history tells it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..story import model
from .schema import PLACE_TABLES

Row = Mapping[str, Any]

# What users can delete, and the column by which people know it. Links and parts go and come with what they belong to.
_NAMES = {
    "item": "titel",
    "workshop": "datum",
    "verhaal": "titel",
    "hoofdstuk": "titel",
    **dict.fromkeys(PLACE_TABLES, "naam"),
}
_FIRST_LITERAL = re.compile(r"'((?:[^']|'')*)'")  # of a link, as the triggers write it


def find_deleted(rows: Mapping[str, Sequence[Row]]) -> tuple[model.Deleted, ...]:
    """The last one first. `rows` are those of all tables."""
    history = rows["geschiedenis"]
    present = {table: {row["id"] for row in rows[table]} for table in _NAMES}
    found: dict[tuple[str, str], dict[str, Row]] = {}
    for row in history:
        if row["handeling"] == "verwijderd" and row["record_id"] not in present.get(row["tabel"], {row["record_id"]}):
            found.setdefault((row["tabel"], row["record_id"]), {})[row["veld"]] = row
    deleted = []
    places: dict[str, str] | None = None
    for (table, record), fields in found.items():
        last = fields.get(_NAMES[table])
        if last is None or (table == "hoofdstuk" and fields["verhaal_id"]["oud"] not in present["verhaal"]):
            continue  # a chapter comes back with its story
        city = fields["stad_id"]["oud"] if "stad_id" in fields else None
        if city is None and table in PLACE_TABLES:
            places = _cities_of_places(rows, found) if places is None else places
            city = places.get(record)
        change = model.Change(last["tijd"], last["gebruiker"])
        deleted.append(model.Deleted(table, record, city, last["oud"] or "", change))
    return tuple(sorted(deleted, key=lambda one: one.changed.time, reverse=True))


def _cities_of_places(
    rows: Mapping[str, Sequence[Row]], deleted: Mapping[tuple[str, str], Mapping[str, Row]]
) -> dict[str, str]:
    """Place id to the city of the last item that named it: a place that a user drew has no city of its own."""
    cities = {row["id"]: row["stad_id"] for row in rows["item"]}
    cities.update({key: fields["stad_id"]["oud"] for (_table, key), fields in deleted.items() if "stad_id" in fields})
    found = {}
    for row in rows["geschiedenis"]:
        if row["tabel"] == "item_plaats" and row["record_id"] in cities:
            for text in filter(None, (row["oud"], row["nieuw"])):
                place = _FIRST_LITERAL.match(text)
                if place is not None:
                    found[place.group(1).replace("''", "'")] = cities[row["record_id"]]
    return found
