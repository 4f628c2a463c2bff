# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the catalogue of open data from a GeoPackage."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import sql
from .database import reading
from .datasets import Catalogue, Choice, Dataset, Field, Service

Row = dict[str, Any]


def read_catalogue(path: Path, newer: Path | None = None) -> Catalogue:
    """Return what can be loaded into a file. Raises StoreError where it cannot be read.

    `newer` is the pack that came with the plugin: where it is of the same id, its services count, for addresses change.
    """
    with reading(path) as db:
        pack, rows = _pack(db), {table: _rows(db, table) for table in _TABLES}
    if newer is not None:
        with reading(newer) as db:
            if _pack(db) == pack:
                rows["dienst"] = {**rows["dienst"], **_rows(db, "dienst")}
    services = {key: _service(found[0]) for key, found in rows["dienst"].items()}
    datasets = [
        _dataset(found[0], services, rows["gegevensset_veld"].get(key, []), rows["gegevensset_keuze"].get(key, []))
        for key, found in rows["gegevensset"].items()
    ]
    return Catalogue(tuple(services.values()), tuple(datasets))


_TABLES = {
    "dienst": "id",
    "gegevensset": "id",
    "gegevensset_veld": "gegevensset_id",
    "gegevensset_keuze": "gegevensset_id",
}


def _pack(db: Any) -> Any:
    return db.execute("SELECT id FROM pakket").fetchone()


def _rows(db: Any, table: str) -> dict[str, list[Row]]:
    """The rows of a table by what they belong to, in their order."""
    order = "fid" if table == "dienst" else "volgorde, fid"
    cursor = db.execute(sql.select("*", table, order=order))
    names = [about[0] for about in cursor.description]
    found: dict[str, list[Row]] = {}
    for values in cursor:
        row = dict(zip(names, values))
        found.setdefault(row[_TABLES[table]], []).append(row)
    return found


def _service(row: Row) -> Service:
    return Service(
        id=row["id"],
        name=row["naam"],
        kind=row["soort"],
        url=row["url"],
        paging=row["bladeren"],
        credit=row["credit"],
        licence=row["licentie"],
        trap=row["valkuil"],
    )


def _dataset(row: Row, services: dict[str, Service], fields: list[Row], choices: list[Row]) -> Dataset:
    return Dataset(
        id=row["id"],
        title=row["titel"],
        service=services[row["dienst_id"]],
        collection=row["collectie"],
        kind=row["soort"],
        area=row["gebied"] or "",
        key=tuple((row["sleutel"] or "").split()),
        date=row["peildatum"],
        place_kind=row["plaatssoort"],
        place_field=row["plaatsveld"],
        fallback=row["reserve_id"],
        note=row["toelichting"],
        fields=tuple(map(_field, fields)),
        choices=tuple(Choice(choice["veld"], choice["waarde"], choice["indicator_id"]) for choice in choices),
    )


def _field(row: Row) -> Field:
    return Field(row["naam"], tuple(row["velden"].split()), row["soort"], tuple((row.get("onbekend") or "").split()))
