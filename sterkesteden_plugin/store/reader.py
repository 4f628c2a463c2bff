# SPDX-License-Identifier: GPL-2.0-or-later
"""From the rows of a GeoPackage to a Pack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..story import model
from .check import Fault, find_faults
from .database import damaged, read_rows
from .deleted import find_deleted
from .schema import PLACE_TABLES, SPATIAL

Row = dict[str, Any]


def read_pack(path: Path) -> model.Pack:
    """Read everything a GeoPackage tells. Raises StoreError where it cannot be read or does not hold together."""
    rows = read_rows(path)
    faults = find_faults(rows)
    faults += [
        Fault(table, row["id"], "geom", "is no geometry")
        for table in SPATIAL
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
        self._grouped: dict[tuple[str, str], dict[str, list[Row]]] = {}
        self._originals = _originals(rows["geschiedenis"])
        self._sources = {row["id"]: _source(row) for row in rows["bron"]}
        self._places = {row["id"]: self._place(row, table) for table in PLACE_TABLES for row in rows[table]}
        self._datasets = {
            row["id"]: model.ClaimData(row["id"], row["titel"], row["soort"]) for row in rows["gegevensset"]
        }
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
        figures = {row["id"]: self._figure(row, indicators) for row in self._rows["cijfer"]}
        group_order = {row["id"]: row["volgorde"] for row in self._rows["groep"]}
        services = {row["id"]: _tiles(row) for row in self._rows["dienst"] if row["soort"] == "wmts"}
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
            figures=tuple(figures.values()),
            indicators=tuple(indicators.values()),
            workshops=tuple(
                self._workshop(row) for row in sorted(self._rows["workshop"], key=lambda row: row["datum"])
            ),
            groups=tuple(_group(row) for row in _ordered(self._rows["groep"])),
            layers=tuple(_layer(row, services) for row in layers),
            sources=tuple(self._sources.values()),
            stories=tuple(self._story(row) for row in _ordered(self._rows["verhaal"])),
            nows=tuple(self._now(row, figures) for row in self._rows["nu"]),
            claims=tuple(self._claim(row) for row in _ordered(self._rows["toets"])),
            deleted=find_deleted(self._rows),
            loads=tuple(map(self._load, self._rows["lading"])),  # as they were written: what was kept is older
        )

    def _of(self, table: str, column: str, owner: str) -> list[Row]:
        """The rows of a table that belong to one owner, in the order of the table."""
        key = (table, column)
        if key not in self._grouped:
            groups: dict[str, list[Row]] = {}
            for row in self._rows[table]:
                groups.setdefault(row[column], []).append(row)
            self._grouped[key] = groups
        return self._grouped[key].get(owner, [])

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
        rows = _ordered(self._of(table, column, owner))
        return tuple(model.PlaceLink(self._places[row["plaats_id"]], row["rol"]) for row in rows)

    def _chapter(self, row: Row) -> model.Chapter:
        return model.Chapter(
            id=row["id"],
            story=row["verhaal_id"],
            number=row["nummer"],
            title=row["titel"],
            text=row["tekst"],
            city=row["stad_id"],
            layers=tuple(link["laag_id"] for link in self._of("hoofdstuk_laag", "hoofdstuk_id", row["id"])),
            extent=row["uitsnede_id"],
            box=None if row["xmin"] is None else (row["xmin"], row["ymin"], row["xmax"], row["ymax"]),
            own_layers=tuple(
                model.OwnLayer(link["laag"], link["titel"])
                for link in _ordered(self._of("hoofdstuk_eigen_laag", "hoofdstuk_id", row["id"]))
            ),
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
        themes = [link["thema_id"] for link in self._of("item_thema", "item_id", row["id"])]
        original = self._originals.get(row["id"], {})
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
            status=row["status"],
            owner=row["eigenaar"],
            planning=row["planning"],
            changed=model.Change(row["gewijzigd_op"], row["gewijzigd_door"]) if row["gewijzigd_op"] else None,
            original_title=original.get("titel"),
            original_text=original.get("tekst"),
        )

    def _story(self, row: Row) -> model.Story:
        return model.Story(row["id"], row["titel"], bool(row["eigen"]), self._reference(row))

    def _now(self, row: Row, figures: dict[str, model.Figure]) -> model.Now:
        return model.Now(
            id=row["id"],
            item=row["item_id"],
            chapter=row["hoofdstuk_id"],
            claim=row["bewering"],
            outcome=row["stand"],
            text=row["tekst"],
            figure=figures.get(row["cijfer_id"]),
            reference=self._reference(row),
        )

    def _claim(self, row: Row) -> model.Claim:
        def parts(table: str) -> list[Row]:
            return self._of(table, "toets_id", row["id"])

        return model.Claim(
            id=row["id"],
            text=row["bewering"],
            measure=row["maat"],
            measure_source=self._sources.get(row["maat_bron_id"]),
            threshold=row["drempel"],
            note=row["toelichting"],
            items=tuple(part["item_id"] for part in parts("toets_item")),
            chapters=tuple(part["hoofdstuk_id"] for part in parts("toets_hoofdstuk")),
            areas=tuple(
                model.ClaimArea(part["rol"], part["code"], part["naam"]) for part in _ordered(parts("toets_gebied"))
            ),
            indicators=tuple(part["indicator_id"] for part in _ordered(parts("toets_indicator"))),
            datasets=tuple(self._datasets[part["gegevensset_id"]] for part in _ordered(parts("toets_gegevens"))),
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
            series_break=row["reeksbreuk"],
            mark=row["status"],
        )

    def _load(self, row: Row) -> model.Load:
        return model.Load(
            id=row["id"],
            dataset=row["gegevensset_id"],
            time=row["tijd"],
            user=row["gebruiker"],
            url=row["url"],
            date=row["peildatum"],
            source=self._sources[row["bron_id"]],
            count=row["aantal"],
            added=row["nieuw"],
            changed=row["gewijzigd"],
            removed=row["verwijderd"],
            undone=bool(row["ongedaan"]),
        )

    def _workshop(self, row: Row) -> model.Workshop:
        return model.Workshop(
            id=row["id"],
            city=row["stad_id"],
            date=row["datum"],
            participants=row["deelnemers"],
            outcome=row["uitkomst"],
            source=self._sources.get(row["bron_id"]),
            scores=tuple(
                model.Score(score["criterium"], score["score"], score["opmerking"])
                for score in _ordered(self._of("workshop_score", "workshop_id", row["id"]))
            ),
            points=tuple(
                model.WorkshopPoint(point["id"], point["naam"], point["opmerking"])
                for point in self._of("workshop_punt", "workshop_id", row["id"])
            ),
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


def _originals(history: list[Row]) -> dict[str, dict[str, str]]:
    """Item id to what its fields held before they were first changed; of one that users made there is no original."""
    found: dict[str, dict[str, str]] = {}
    made_here: dict[str, bool] = {}
    for row in (row for row in history if row["tabel"] == "item"):
        if not made_here.setdefault(row["record_id"], row["handeling"] == "nieuw") and row["handeling"] != "nieuw":
            found.setdefault(row["record_id"], {}).setdefault(row["veld"], row["oud"] or "")
    return found


def _indicator(row: Row) -> model.Indicator:
    return model.Indicator(
        id=row["id"],
        name=row["naam"],
        unit=row["eenheid"],
        decimals=row["decimalen"],
        definition=row["definitie"],
        whole=row["deel_van_id"],
    )


def _group(row: Row) -> model.Group:
    return model.Group(id=row["id"], title=row["titel"], visible=bool(row["zichtbaar"]), note=row["toelichting"])


def _tiles(row: Row) -> model.Tiles:
    return model.Tiles(
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


def _layer(row: Row, services: dict[str, model.Tiles]) -> model.LayerSpec:
    return model.LayerSpec(
        id=row["id"],
        group=row["groep_id"],
        title=row["titel"],
        geometry=row["geometrie"],
        table=row["tabel"],
        service=services.get(row["dienst_id"]),
        visible=bool(row["zichtbaar"]),
        note=row["toelichting"],
        dataset=row["gegevensset_id"],
    )
