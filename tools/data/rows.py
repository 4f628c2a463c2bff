# SPDX-License-Identifier: GPL-2.0-or-later
"""From records to rows of the schema: names, order and links. Unknown keys are faults; check.py judges the values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from sterkesteden_plugin.store.schema import ITEM_KINDS, SCHEMA_VERSION, TABLES, THEME_KINDS, open_table
from sterkesteden_plugin.story import links

from . import markdown
from .faults import Faults, one_of
from .read import Record, Sources

# What the build fills in, and what records say beside the columns of their table.
_CHANGED = {"gewijzigd_op", "gewijzigd_door"}  # a pack as it is built was changed by nobody
_DERIVED = {
    "pakket": {"schema_versie"},
    "verhaal": {"volgorde", "eigen", *_CHANGED},
    "groep": {"volgorde"},
    "laag": {"groep_id", "tabel", "volgorde"},
    "gegevensset": {"dienst_id", "volgorde"},
    "stad": {"volgorde"},
    "toets": {"volgorde"},
    "hoofdstuk": {"tekst", "xmin", "ymin", "xmax", "ymax", *_CHANGED},
    "thema": {"tekst"},
    "item": {"tekst", *_CHANGED},
    "plaats": _CHANGED,
}
_EXTRA = {
    "pakket": {"verhalen"},
    "groep": {"lagen"},
    "laag": {"stijl", "selectie", "weergave"},
    "hoofdstuk": {"lagen", "plaatsen"},
    "item": {"themas", "plaatsen"},
    "plaats": {"herkomst"},
    "dienst": {"gegevens"},
    "gegevensset": {"velden", "keuzes"},
    "toets": {"items", "hoofdstukken", "gebieden", "indicatoren", "gegevens"},
}


@dataclass
class Row:
    """One row to be; `prefix` goes before a field's name when the row comes from a list within a record."""

    record: Record
    values: dict[str, Any]
    prefix: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    def field(self, column: str) -> str:
        return self.prefix + column.removesuffix("_id")

    def fault(self, faults: Faults, column: str, message: str) -> None:
        faults.add(self.record.file, self.record.name, self.field(column) if column != "-" else "-", message)


Rows = dict[str, list[Row]]  # by table; places of every kind are under "plaats"


def columns(table: str) -> tuple[Any, ...]:
    """The columns of a table of the schema; the place tables are all alike."""
    return TABLES["plaats_punt" if table == "plaats" else table]


def _row(table: str, record: Record, faults: Faults, prefix: str = "", **derived: Any) -> Row:
    keys = {c.name.removesuffix("_id"): c.name for c in columns(table) if c.name not in _DERIVED.get(table, ())}
    extra = _EXTRA.get(table, set())
    for key in record.values:
        if key not in keys and key not in extra:
            message = f"unknown field; {one_of(key, [*keys, *extra])}"
            faults.add(record.file, record.name, prefix + key, message)
    values = {column: record.values.get(key) for key, column in keys.items()}
    values.update({column: None for column in _DERIVED.get(table, ()) if column not in derived})
    return Row(record, {**values, **derived}, prefix, {key: record.values.get(key) for key in extra})


def _list(row: Row, key: str, faults: Faults) -> list[Any]:
    """A list of a record; absent is empty."""
    content = row.extra[key] if key in row.extra else row.values[key]
    if content is None:
        return []
    if not isinstance(content, list):
        row.fault(faults, key, "must be a list")
        return []
    return content


def _nested(row: Row, key: str, faults: Faults) -> Iterable[tuple[str, dict[str, Any]]]:
    """The mappings of a list of a record, with the name of their place in it."""
    for number, entry in enumerate(_list(row, key, faults), 1):
        name = f"{key}[{number}]"
        if isinstance(entry, dict):
            yield name, {str(k): v for k, v in entry.items()}
        else:
            row.fault(faults, name, "is no mapping of keys to values")


def _links(parent: Row, own: str, faults: Faults) -> list[Row]:
    """The rows of `hoofdstuk_plaats` or `item_plaats`, from the list `plaatsen` of a chapter or item."""
    found = []
    for order, (name, entry) in enumerate(_nested(parent, "plaatsen", faults)):
        for key in sorted(set(entry) - {"plaats", "rol"}):
            parent.fault(faults, f"{name}.{key}", "unknown field; use plaats and rol")
        values = {own: parent.values["id"], "plaats_id": entry.get("plaats"), "rol": entry.get("rol")}
        found.append(Row(parent.record, {**values, "volgorde": order}, f"{name}."))
    return found


def _place_of(value: Any, order: Iterable[Any]) -> tuple[int, str]:
    """Sort key: the place of a value in an order, values that are not in it last (they are faults anyway)."""
    known = list(order)
    return (known.index(value) if value in known else len(known), str(value))


def _number(value: Any) -> tuple[int, str]:
    return (value, "") if isinstance(value, int) else (0, str(value))


def _story(sources: Sources, rows: Rows, faults: Faults) -> None:
    for record in sources.pakket:
        pack = _row("pakket", record, faults, schema_versie=SCHEMA_VERSION)
        rows["pakket"].append(pack)
        for order, (name, entry) in enumerate(_nested(pack, "verhalen", faults)):
            story = Record(record.file, str(entry.get("id") or name), entry)
            rows["verhaal"].append(_row("verhaal", story, faults, volgorde=order, eigen=False))
        if not rows["verhaal"]:
            pack.fault(faults, "verhalen", "missing; name at least one story")
    rows["stad"] = [_row("stad", r, faults, volgorde=i) for i, r in enumerate(sources.stad)]
    stories = [row.values["id"] for row in rows["verhaal"]]
    cities = [row.values["id"] for row in rows["stad"]]
    for table in ("hoofdstuk", "thema", "item"):
        for record in getattr(sources, table):
            row = _row(table, record, faults, tekst=markdown.plain(record.text))
            for problem in markdown.markup(links.plain(record.text)):  # links to the map are no markup
                row.fault(faults, "tekst", problem)
            stem = PurePosixPath(record.file).stem
            if table == "item" and row.values["id"] != stem:
                row.fault(faults, "id", f"must be as the file is named: '{stem}'")
            rows[table].append(row)
    rows["hoofdstuk"].sort(key=lambda r: (_place_of(r.values["verhaal_id"], stories), _number(r.values["nummer"])))
    rows["thema"].sort(key=lambda r: (_place_of(r.values["soort"], THEME_KINDS), _number(r.values["nummer"])))
    rows["item"].sort(
        key=lambda r: (
            _place_of(r.values["stad_id"], cities),
            _place_of(r.values["soort"], ITEM_KINDS),
            _number(r.values["nummer"]),
        )
    )
    for chapter in rows["hoofdstuk"]:
        rows["hoofdstuk_plaats"] += _links(chapter, "hoofdstuk_id", faults)
        for number, layer in enumerate(_list(chapter, "lagen", faults), 1):
            values = {"hoofdstuk_id": chapter.values["id"], "laag_id": layer}
            rows["hoofdstuk_laag"].append(Row(chapter.record, values, f"lagen[{number}]."))
    for item in rows["item"]:
        rows["item_plaats"] += _links(item, "item_id", faults)
        for number, theme in enumerate(_list(item, "themas", faults), 1):
            values = {"item_id": item.values["id"], "thema_id": theme}
            rows["item_thema"].append(Row(item.record, values, f"themas[{number}]."))


def _layers(sources: Sources, rows: Rows, faults: Faults) -> None:
    for order, record in enumerate(sources.groep):
        group = _row("groep", record, faults, volgorde=order)
        rows["groep"].append(group)
        for number, (name, entry) in enumerate(_nested(group, "lagen", faults)):
            layer = Record(record.file, str(entry.get("id") or f"{record.name}.{name}"), entry)
            word = entry.get("geometrie")
            dataset = entry.get("gegevensset")
            table = None if word == "dienst" else entry.get("weergave") if word == "tabel" else entry.get("id")
            table = table if dataset is None else open_table(str(dataset))
            row = _row("laag", layer, faults, groep_id=group.values["id"], tabel=table, volgorde=number)
            rows["laag"].append(row)


def _services(sources: Sources, rows: Rows, faults: Faults) -> None:
    """The services, what can be fetched from each, and of that the fields and the choices."""
    for record in sources.dienst:
        service = _row("dienst", record, faults)
        rows["dienst"].append(service)
        for name, entry in _nested(service, "gegevens", faults):
            about = Record(record.file, str(entry.get("id") or f"{record.name}.{name}"), entry)
            order = len(rows["gegevensset"])
            dataset = _row("gegevensset", about, faults, dienst_id=service.values["id"], volgorde=order)
            rows["gegevensset"].append(dataset)
            for table, key, names in _PARTS:
                for number, (part, values) in enumerate(_nested(dataset, key, faults)):
                    for unknown in sorted(set(values) - set(names)):
                        dataset.fault(faults, f"{part}.{unknown}", f"unknown field; {one_of(unknown, names)}")
                    values = {column: values.get(word) for word, column in names.items()}
                    own = {"gegevensset_id": dataset.values["id"], "volgorde": number}
                    rows[table].append(Row(about, {**own, **values}, f"{part}."))


_PARTS = (
    ("gegevensset_veld", "velden", {name: name for name in ("naam", "velden", "soort", "onbekend")}),
    ("gegevensset_keuze", "keuzes", {"veld": "veld", "waarde": "waarde", "indicator": "indicator_id"}),
)


def _claims(sources: Sources, rows: Rows, faults: Faults) -> None:
    """Claims that are put to the test: who makes them, of which areas they are, and what data they need."""
    for order, record in enumerate(sources.toets):
        claim = _row("toets", record, faults, volgorde=order)
        rows["toets"].append(claim)
        own = {"toets_id": claim.values["id"]}
        for table, key, column in _REFERENCES:
            ordered = "volgorde" in {one.name for one in columns(table)}
            for number, value in enumerate(_list(claim, key, faults)):
                values = {**own, column: value, **({"volgorde": number} if ordered else {})}
                rows[table].append(Row(record, values, f"{key}[{number + 1}]."))
        for number, (name, entry) in enumerate(_nested(claim, "gebieden", faults)):
            for unknown in sorted(set(entry) - {"rol", "code", "naam"}):
                claim.fault(faults, f"{name}.{unknown}", "unknown field; use rol, code and naam")
            values = {key: entry.get(key) for key in ("rol", "code", "naam")}
            rows["toets_gebied"].append(Row(record, {**own, **values, "volgorde": number}, f"{name}."))


_REFERENCES = (
    ("toets_item", "items", "item_id"),
    ("toets_hoofdstuk", "hoofdstukken", "hoofdstuk_id"),
    ("toets_indicator", "indicatoren", "indicator_id"),
    ("toets_gegevens", "gegevens", "gegevensset_id"),
)


def rows_of(sources: Sources, faults: Faults) -> Rows:
    """Turn all records into rows, each table in the order in which it is written."""
    rows: Rows = {table: [] for table in (*TABLES, "plaats") if not table.startswith("plaats_")}
    _story(sources, rows, faults)
    _layers(sources, rows, faults)
    _services(sources, rows, faults)
    _claims(sources, rows, faults)
    for table in ("bron", "indicator", "cijfer", "nu", "gebiedsopvolger", "plaats"):
        rows[table] = [_row(table, record, faults) for record in getattr(sources, table)]
    rows["plaats"].sort(key=lambda row: str(row.values["id"]))
    return rows
