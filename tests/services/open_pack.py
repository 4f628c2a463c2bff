# SPDX-License-Identifier: GPL-2.0-or-later
"""A pack of three cities with a small catalogue of open data, and pages as clients give them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sterkesteden_plugin.services.page import FeaturePage, RowPage, Wanted

ROOT = Path(__file__).parents[2]
FIRST, SECOND = "2026-11-24T10:00:00Z", "2026-11-25T10:00:00Z"
ADDRESS = "https://diensten.example.org/api?f=json&apikey=geheim"

_SERVICES = """
- id: proefdienst
  naam: Proefdienst
  soort: ogcapi
  url: https://diensten.example.org/api
  credit: Makers van de proef
  licentie: CC0
  gegevens:
    - id: punten
      titel: Punten
      collectie: punten
      soort: punt
      gebied: pakket
      sleutel: code
      peildatum: 2026-01-01
      velden:
        - {naam: code, velden: code, soort: TEXT}
        - {naam: naam, velden: naam name, soort: TEXT}
        - {naam: aantal, velden: aantal, soort: INTEGER}
        - {naam: dag, velden: dag, soort: DATE}
    - id: gemeenten
      titel: Gemeenten
      collectie: gemeenten
      soort: vlak
      gebied: pakket
      sleutel: statcode
      plaatssoort: gemeente
      plaatsveld: statcode
      reserve: gemeenten-2
      velden: &gemeente
        - {naam: statcode, velden: statcode, soort: TEXT}
        - {naam: naam, velden: statnaam, soort: TEXT}
        - {naam: aantal, velden: aantal, soort: REAL}
    - id: wegen
      titel: Wegen
      collectie: wegvakken
      soort: lijn
      sleutel: nummer
      plaatssoort: weg
      plaatsveld: weg
      velden:
        - {naam: nummer, velden: nummer, soort: INTEGER}
        - {naam: weg, velden: weg, soort: TEXT}
    - id: pendel
      titel: Pendel
      collectie: pendel
      soort: tabel
      sleutel: van naar
      velden:
        - {naam: van, velden: VanRegio, soort: TEXT}
        - {naam: naar, velden: NaarRegio, soort: TEXT}
        - {naam: banen, velden: Banen_1, soort: REAL}
    - id: cijfers
      titel: Cijfers
      collectie: "1"
      soort: cijfers
      velden:
        - {naam: gebiedscode, velden: RegioS, soort: TEXT}
        - {naam: peildatum, velden: Perioden, soort: DATE}
        - {naam: waarde, velden: Waarde_1, soort: REAL}
      keuzes:
        - {veld: RegioS, waarde: "@gemeenten"}
        - {veld: Onderwerp, waarde: "A1", indicator: proefwaarde}
        - {veld: Onderwerp, waarde: "A2", indicator: proefdeel}
- id: reservedienst
  naam: Reservedienst
  soort: wfs
  url: https://reserve.example.org/wfs
  credit: Makers van de reserve
  licentie: CC BY 4.0
  gegevens:
    - id: gemeenten-2
      titel: Gemeenten (reserve)
      collectie: app:gemeenten
      soort: vlak
      gebied: pakket
      sleutel: statcode
      plaatssoort: gemeente
      plaatsveld: statcode
      velden: *gemeente
"""

_PLACES = (
    ("gemeente-gouda", "Gemeente Gouda", "gemeente", "GM0513", [[[4.6, 52.0], [4.8, 52.0], [4.8, 52.1], [4.6, 52.0]]]),
    ("gemeente-delft", "Gemeente Delft", "gemeente", "GM0503", [[[4.3, 52.0], [4.4, 52.0], [4.4, 52.1], [4.3, 52.0]]]),
    ("weg-a12", "A12", "weg", "A12", [[4.3, 52.05], [4.7, 52.05]]),
    ("weg-a4-a44", "A4 en A44", "weg", "A4 A44", None),
)


def build(folder: Path) -> Path:
    """The GeoPackage of it, made by the real command."""
    source = Path(shutil.copytree(ROOT / "tests" / "packs" / "drie_steden", folder / "source"))
    with (source / "services.yaml").open("a", encoding="utf-8") as out:
        out.write(_SERVICES)
    features = []
    for id_, name, kind, key, coordinates in _PLACES:
        about = {"id": id_, "naam": name, "soort": kind, "groep": None, "sleutel": key, "zekerheid": "indicatief"}
        about |= {"historisch": False, "bron": "proefbron", "peildatum": "2020-01-01"}
        about |= {"geometriebron": "eigen-tekening"} if coordinates else {"toelichting": "De bron tekent niets."}
        word = "Polygon" if kind == "gemeente" else "LineString"
        geometry = {"type": word, "coordinates": coordinates} if coordinates else None
        features.append({"type": "Feature", "properties": about, "geometry": geometry})
    places = {"type": "FeatureCollection", "features": features}
    (source / "places" / "officieel.geojson").write_text(json.dumps(places), encoding="utf-8")
    out = folder / "pack.gpkg"
    subprocess.run([sys.executable, "-m", "tools.data", "--source", source, "--out", out], cwd=ROOT, check=True)
    return out


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    """`geometry` is None, a point (x, y), or GeoJSON."""
    if isinstance(geometry, tuple):
        geometry = {"type": "Point", "coordinates": list(geometry)}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def square(x: float, y: float, size: float) -> dict[str, Any]:
    ring = [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


def line(*points: tuple[float, float]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": [list(point) for point in points]}


def features(found: Iterable[dict[str, Any]], crs: str = "EPSG:28992", retrieved: str = FIRST) -> FeaturePage:
    body = json.dumps({"type": "FeatureCollection", "features": list(found)}).encode()
    return FeaturePage(body, "GeoJSON", crs, None, retrieved, ADDRESS)


def rows(*found: dict[str, Any], marks: dict[int, str] | None = None, retrieved: str = FIRST) -> RowPage:
    return RowPage(found, len(found), retrieved, ADDRESS, marks or {})


class Pages:
    """A client that has its pages ready; one that is an exception is raised, one that can be called is."""

    def __init__(self, *pages: Any) -> None:
        self.waiting = pages
        self.asked: list[str] = []

    def pages(self, dataset: Any, wanted: Wanted) -> Iterable[Any]:
        self.asked.append(dataset.id)
        for page in self.waiting:
            if isinstance(page, Exception):
                raise page
            if callable(page):
                page()
            else:
                yield page
