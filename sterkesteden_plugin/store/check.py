# SPDX-License-Identifier: GPL-2.0-or-later
"""Holds the rows of a GeoPackage against the schema, also after somebody edited it by hand. Pure.

The data build has checks of its own (tools/data/check.py), which convert what people wrote and name file and field.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .schema import PLACE_TABLES, TABLES, Column

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")  # of what becomes part of the name of a table, a setting or a file
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True)
class Fault:
    """One fault: table, record (its id, else its number from 1), column, and what is wrong (English, for logs)."""

    table: str
    record: str
    column: str
    message: str

    @property
    def where(self) -> str:
        return f"{self.table}: {self.record}: {self.column}"

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def find_faults(rows: Rows, ids: Mapping[str, set[Any]] | None = None) -> list[Fault]:
    """Return every fault in the rows of the tables of the schema; a table without rows may be absent.

    `ids` are those that rows may refer to, by table, where the rows are not all there are.
    """
    if ids is None:
        ids = {name: {row.get("id") for row in table} for name, table in rows.items()}
        ids["plaats"] = set().union(*(ids.get(name, set()) for name in PLACE_TABLES))
    faults: list[Fault] = []
    for name in TABLES:
        faults += _table_faults(name, rows.get(name, ()), ids)
    return (
        faults
        + _layer_faults(rows)
        + _id_faults(rows)
        + _tile_faults(rows)
        + _chapter_faults(rows)
        + _score_faults(rows)
        + _now_faults(rows)
        + _duplicates(rows)
    )


def _table_faults(name: str, table: Sequence[Mapping[str, Any]], ids: Mapping[str, set[Any]]) -> list[Fault]:
    """Each value is judged once, however many rows hold it."""
    wrong: dict[str, dict[Any, str]] = {}
    for column in TABLES[name]:
        values = {(type(value), value) for value in (row.get(column.name) for row in table)}
        said = {key: _fault_of(key[1], column, ids) for key in values}
        bad = {key: message for key, message in said.items() if message}
        if bad:
            wrong[column.name] = bad
    found = []
    for number, row in enumerate(table if wrong else (), 1):
        for column_name, bad in wrong.items():
            value = row.get(column_name)
            message = bad.get((type(value), value))
            if message:
                found.append(Fault(name, str(row.get("id") or number), column_name, message))
    return found


def _fault_of(value: Any, column: Column, ids: Mapping[str, set[Any]]) -> str:
    if value is None or value == "":
        return "is missing" if column.required else ""
    wrong_type = _type_fault(value, column.type)
    if wrong_type:
        return wrong_type
    if column.values and value not in column.values:
        return f"{value!r} is not one of {', '.join(column.values)}"
    if column.refers and value not in ids.get(column.refers, ()):
        return f"{value!r} is not an id of {column.refers}"
    return ""


def unstorable(value: Any) -> bool:
    """Whether no program would read it as written: a null character ends a text, half a surrogate pair is none."""
    return isinstance(value, str) and _UNSTORABLE.search(value) is not None


def _layer_faults(rows: Rows) -> list[Fault]:
    """A layer shows either a view or a service, as its `geometrie` says."""
    return [
        Fault("laag", str(row.get("id")), "tabel", "a layer has a tabel, or a dienst_id and geometrie dienst")
        for row in rows.get("laag", ())
        if (row.get("geometrie") == "dienst") != bool(row.get("dienst_id"))
        or bool(row.get("tabel")) == bool(row.get("dienst_id"))
    ]


def _id_faults(rows: Rows) -> list[Fault]:
    return [
        Fault(table, str(row.get("id")), "id", "is not made of small letters, digits, - and _")
        for table in ("dienst", "gegevensset")
        for row in rows.get(table, ())
        if row.get("id") and not _ID.fullmatch(str(row["id"]))
    ]


def _tile_faults(rows: Rows) -> list[Fault]:
    """A service of tiles says which layer, matrix set, format and CRS."""
    return [
        Fault("dienst", str(row.get("id")), name, "is missing: a service of tiles needs it")
        for row in rows.get("dienst", ())
        if row.get("soort") == "wmts"
        for name in ("laagnaam", "matrixset", "formaat", "crs")
        if not row.get(name)
    ]


def _chapter_faults(rows: Rows) -> list[Fault]:
    """A chapter shows the extent of a place, or a rectangle that has an inside."""
    faults = []
    for row in rows.get("hoofdstuk", ()):
        corners = [row.get(name) for name in ("xmin", "ymin", "xmax", "ymax")]
        if row.get("uitsnede_id"):
            wrong = any(corner is not None for corner in corners)
        else:
            numbers = [c for c in corners if isinstance(c, (int, float))]
            wrong = len(numbers) < 4 or not (numbers[0] < numbers[2] and numbers[1] < numbers[3])
        if wrong:
            message = "a chapter has an uitsnede_id, or xmin, ymin, xmax and ymax"
            faults.append(Fault("hoofdstuk", str(row.get("id")), "uitsnede_id", message))
    return faults


def _score_faults(rows: Rows) -> list[Fault]:
    return [
        Fault("workshop_score", str(row.get("workshop_id")), "score", f"{row.get('score')!r} is not 1 to 5")
        for row in rows.get("workshop_score", ())
        if row.get("score") not in (None, 1, 2, 3, 4, 5)
    ]


def _now_faults(rows: Rows) -> list[Fault]:
    return [
        Fault("nu", str(row.get("id")), "item_id", "belongs to an item or to a chapter, to one of both")
        for row in rows.get("nu", ())
        if bool(row.get("item_id")) == bool(row.get("hoofdstuk_id"))
    ]


def _type_fault(value: Any, kind: str) -> str:
    """Return what is wrong with a filled value as a value of an SQL type of the schema, or ""."""
    if kind in ("TEXT", "DATE") and not isinstance(value, str):
        return f"{value!r} is not text"
    if kind == "DATE":
        try:
            if not _DATE.fullmatch(value):  # Python 3.11 takes more forms than 3.9
                raise ValueError
            date.fromisoformat(value)
        except ValueError:
            return f"{value!r} is not a date (yyyy-mm-dd)"
    if kind == "INTEGER" and (isinstance(value, bool) or not isinstance(value, int)):
        return f"{value!r} is not a whole number"
    if kind == "BOOLEAN" and value not in (0, 1):
        return f"{value!r} is neither 0 nor 1"
    if kind == "REAL" and (isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value)):
        return f"{value!r} is not a number"
    return ""


def _duplicates(rows: Rows) -> list[Fault]:
    """An id stands once in its table; the id of a place once in all place tables together."""
    faults = []
    places: set[Any] = set()
    for name, columns in TABLES.items():
        if columns[0].name != "id":
            continue
        seen = places if name in PLACE_TABLES else set()
        for row in rows.get(name, ()):
            value = row.get("id")
            if value is not None and value in seen:
                faults.append(Fault(name, str(value), "id", "stands more than once"))
            seen.add(value)
    return faults
