# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be loaded, with licence, credit and how it is renewed: docs/open-gegevens.md from data/services.yaml.

python -m tools.datasets
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from sterkesteden_plugin.store.schema import open_table

from .coverage import rows
from .data.rows import Row, Rows

DOCUMENT = Path("docs/open-gegevens.md")
_KINDS = {
    "wmts": "kaarttegels (WMTS)",
    "ogcapi": "OGC API Features",
    "wfs": "WFS 2.0",
    "odata3": "OData versie 3",
    "odata4": "OData versie 4",
    "arcgis": "ArcGIS REST",
    "locatieserver": "PDOK Locatieserver",
}
_HEAD = """# Open gegevens

Wat de pagina *Open gegevens* kan ophalen, waarvandaan en onder welke licentie. Gemaakt door `python -m
tools.datasets` uit `data/services.yaml`, waar elk adres staat; wijzig het daar, of voor u alleen in de instellingen
van QGIS.

Elke gegevensset wordt op dezelfde manier vernieuwd: haal haar nog eens op. Alleen wat anders is wordt dan gewijzigd,
en u leest wat erbij kwam, wegviel, verschoof of van waarde veranderde. *Ongedaan maken* zet terug wat er stond.
Antwoorden van een dienst worden bewaard met hun kenmerk (ETag of datum), zodat wat niet veranderde niet opnieuw wordt
verstuurd. Zonder netwerk blijft werken wat er is, met de datum waarop het is opgehaald. De adressen zijn vanaf de
ontwikkelmachine niet te bereiken: wat hier "niet bevestigd" heet, is alleen tegen nagebouwde diensten beproefd."""


def _cell(text: object) -> str:
    return " ".join(str(text or "").split()).replace("|", "\\|")


def _target(dataset: Row) -> str:
    """Where it goes in the GeoPackage."""
    if dataset.values["soort"] == "cijfers":
        return "tabel `cijfer`"
    target = f"tabel `{open_table(dataset.values['id'])}`"
    if dataset.values["plaatssoort"]:
        target += f"; vervangt de geometrie van plaatsen van soort {dataset.values['plaatssoort']} met dezelfde sleutel"
    return target


def _document(found: Rows) -> Iterator[str]:
    yield _HEAD
    instead = {
        row.values["reserve_id"]: row.values["titel"] for row in found["gegevensset"] if row.values["reserve_id"]
    }
    for service in found["dienst"]:
        values = service.values
        yield f"\n## {_cell(values['naam'])}\n"
        yield f"- Soort dienst: {_KINDS[values['soort']]}. Adres: `{values['url']}`"
        yield f"- Bronvermelding: {_cell(values['credit'])}. Licentie: {_cell(values['licentie'])}"
        if values["bladeren"]:
            yield f"- Antwoord in delen: {_cell(values['bladeren'])}"
        if values["valkuil"]:
            yield f"- Let op: {_cell(values['valkuil'])}"
        datasets = [row for row in found["gegevensset"] if row.values["dienst_id"] == values["id"]]
        if datasets:
            yield "\n| Gegevensset | Bij de dienst | Gaat naar | Stand van | Toelichting |\n|---|---|---|---|---|"
        for dataset in datasets:
            about = dataset.values
            stands_in = instead.get(about["id"])
            target = f"plaats van {stands_in}" if stands_in else _target(dataset)
            # Of figures the catalogue names only the day in a year: each says its own year.
            day = about["peildatum"] if about["soort"] != "cijfers" and about["peildatum"] else "staat in de gegevens"
            cells = (about["titel"], f"`{about['collectie']}`", target, day, about["toelichting"])
            yield f"| {' | '.join(map(_cell, cells))} |"


def document(found: Rows) -> str:
    """The text of docs/open-gegevens.md."""
    return "\n".join(_document(found)) + "\n"


def main() -> int:
    DOCUMENT.write_text(document(rows()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
