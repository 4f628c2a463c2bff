# SPDX-License-Identifier: GPL-2.0-or-later
"""From the rows of a GeoPackage to a Pack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..story import model
from .check import Fault, find_faults
from .database import damaged, read_rows
from .schema import GEOMETRIES, PLACE_TABLES

Row = dict[str, Any]


def read_pack(path: Path) -> model.Pack:
    """Read everything a GeoPackage tells. Raises StoreError where it cannot be read or does not hold together."""
    rows = read_rows(path)
    faults = find_faults(rows)
    faults += [
        Fault(table, row["id"], "geom", "is no geometry")
        for table in GEOMETRIES
        for row in rows[table]
        if not row["has_geometry"]
    ]
    if len(rows["pakket"]) != 1:
        faults.append(Fault("pakket", "-", "-", f"has {len(rows['pakket'])} rows instead of one"))
    if faults:
        raise damaged(path, tuple(map(str, faults)), faults[0].where)
    return _PackBuilder(rows).build()


class _PackBuilder:
    """Ties the rows together by id; the rows have no faults any more."""

    def __init__(self, rows: dict[str, list[Row]]) -> None:
        self._rows = rows
        self._sources = {row["id"]: _source(row) for row in rows["bron"]}
        self._places = {row["id"]: self._place(row, table) for table in PLACE_TABLES for row in rows[table]}
        self._themes = {row["id"]: self._theme(row) for row in _ordered(rows["thema"], "nummer")}

    def build(self) -> model.Pack:
        pack = self._rows["pakket"][0]
        cities = tuple(self._city(row) for row in _ordered(self._rows["stad"]))
        city_order = {city.id: number for number, city in enumerate(cities)}
        kind_order = {"profiel": 0, "kans": 1, "opgave": 2}
        items = sorted(
            (self._item(row) for row in self._rows["item"]),
            key=lambda item: (city_order[item.city], kind_order[item.kind], item.number, item.id),
        )
        indicators = {row["id"]: _indicator(row) for row in self._rows["indicator"]}
        group_order = {row["id"]: row["volgorde"] for row in self._rows["groep"]}
        services = {row["id"]: _service(row) for row in self._rows["dienst"]}
        layers = sorted(self._rows["laag"], key=lambda row: (group_order[row["groep_id"]], row["volgorde"], row["id"]))
        return model.Pack(
            id=pack["id"],
            title=pack["titel"],
            subtitle=pack["ondertitel"],
            content_version=pack["inhoud_versie"],
            area=pack["gebied_id"],
            cities=cities,
            chapters=tuple(self._chapter(row) for row in self._chapter_rows()),
            items=tuple(items),
            themes=tuple(self._themes.values()),
            places=tuple(self._places.values()),
            figures=tuple(self._figure(row, indicators) for row in self._rows["cijfer"]),
            indicators=tuple(indicators.values()),
            workshops=tuple(
                self._workshop(row) for row in sorted(self._rows["workshop"], key=lambda row: row["datum"])
            ),
            groups=tuple(_group(row) for row in _ordered(self._rows["groep"])),
            layers=tuple(_layer(row, services) for row in layers),
            sources=tuple(self._sources.values()),
        )

    def _chapter_rows(self) -> list[Row]:
        story_order = {row["id"]: row["volgorde"] for row in self._rows["verhaal"]}
        return sorted(
            self._rows["hoofdstuk"], key=lambda row: (story_order[row["verhaal_id"]], row["nummer"], row["id"])
        )

    def _place(self, row: Row, table: str) -> model.Place:
        return model.Place(
            id=row["id"],
            name=row["naam"],
            kind=row["soort"],
            group=row["groep_id"],
            city=row["stad_id"],
            certainty=row["zekerheid"],
            historic=bool(row["historisch"]),
            key=row["sleutel"],
            source=self._sources[row["bron_id"]],
            date=row["peildatum"],
            geometry_source=self._sources.get(row["geometriebron_id"]),
            note=row["toelichting"],
            table=table,
        )

    def _reference(self, row: Row) -> model.Reference:
        return model.Reference(self._sources[row["bron_id"]], row["vindplaats"], row["peildatum"])

    def _theme(self, row: Row) -> model.Theme:
        return model.Theme(
            id=row["id"],
            kind=row["soort"],
            number=row["nummer"],
            title=row["titel"],
            text=row["tekst"],
            chapter=row["hoofdstuk_id"],
            reference=self._reference(row),
        )

    def _links(self, table: str, column: str, owner: str) -> tuple[model.PlaceLink, ...]:
        rows = _ordered([row for row in self._rows[table] if row[column] == owner])
        return tuple(model.PlaceLink(self._places[row["plaats_id"]], row["rol"]) for row in rows)

    def _chapter(self, row: Row) -> model.Chapter:
        return model.Chapter(
            id=row["id"],
            story=row["verhaal_id"],
            number=row["nummer"],
            title=row["titel"],
            text=row["tekst"],
            city=row["stad_id"],
            layers=tuple(link["laag_id"] for link in self._rows["hoofdstuk_laag"] if link["hoofdstuk_id"] == row["id"]),
            extent=row["uitsnede_id"],
            reference=self._reference(row),
            places=self._links("hoofdstuk_plaats", "hoofdstuk_id", row["id"]),
            themes=tuple(theme for theme in self._themes.values() if theme.chapter == row["id"]),
        )

    def _city(self, row: Row) -> model.City:
        return model.City(
            id=row["id"],
            letter=row["letter"],
            name=row["naam"],
            code=row["gemeentecode"],
            place=row["plaats_id"],
            area=row["gebied_id"],
            chapter=row["hoofdstuk_id"],
        )

    def _item(self, row: Row) -> model.Item:
        themes = [link["thema_id"] for link in self._rows["item_thema"] if link["item_id"] == row["id"]]
        return model.Item(
            id=row["id"],
            city=row["stad_id"],
            kind=row["soort"],
            number=row["nummer"],
            title=row["titel"],
            text=row["tekst"],
            reference=self._reference(row),
            themes=tuple(self._themes[theme] for theme in themes),
            places=self._links("item_plaats", "item_id", row["id"]),
        )

    def _figure(self, row: Row, indicators: dict[str, model.Indicator]) -> model.Figure:
        return model.Figure(
            id=row["id"],
            indicator=indicators[row["indicator_id"]],
            area_code=row["gebiedscode"],
            area=row["gebied"],
            city=row["stad_id"],
            to_code=row["naar_code"],
            to=row["naar"],
            function=row["functie"],
            date=row["peildatum"],
            value=row["waarde"],
            source=self._sources[row["bron_id"]],
            note=row["toelichting"],
        )

    def _workshop(self, row: Row) -> model.Workshop:
        return model.Workshop(
            id=row["id"],
            city=row["stad_id"],
            date=row["datum"],
            participants=row["deelnemers"],
            outcome=row["uitkomst"],
            source=self._sources.get(row["bron_id"]),
        )


def _ordered(rows: list[Row], column: str = "volgorde") -> list[Row]:
    return sorted(rows, key=lambda row: row[column])


def _source(row: Row) -> model.Source:
    return model.Source(
        id=row["id"],
        title=row["titel"],
        publisher=row["uitgever"],
        date=row["datum"],
        url=row["url"],
        licence=row["licentie"],
        note=row["toelichting"],
    )


def _indicator(row: Row) -> model.Indicator:
    return model.Indicator(
        id=row["id"], name=row["naam"], unit=row["eenheid"], decimals=row["decimalen"], definition=row["definitie"]
    )


def _group(row: Row) -> model.Group:
    return model.Group(id=row["id"], title=row["titel"], visible=bool(row["zichtbaar"]), note=row["toelichting"])


def _service(row: Row) -> model.Service:
    return model.Service(
        id=row["id"],
        name=row["naam"],
        kind=row["soort"],
        url=row["url"],
        layer=row["laagnaam"],
        matrix_set=row["matrixset"],
        image_format=row["formaat"],
        crs=row["crs"],
        credit=row["credit"],
        licence=row["licentie"],
    )


def _layer(row: Row, services: dict[str, model.Service]) -> model.LayerSpec:
    return model.LayerSpec(
        id=row["id"],
        group=row["groep_id"],
        title=row["titel"],
        geometry=row["geometrie"],
        table=row["tabel"],
        service=services.get(row["dienst_id"]),
        visible=bool(row["zichtbaar"]),
        note=row["toelichting"],
    )
