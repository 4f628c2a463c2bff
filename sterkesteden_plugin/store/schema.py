# SPDX-License-Identifier: GPL-2.0-or-later
"""The one schema: tables, columns, code lists. Read by the data build, the store and the tests.

Pure Python, so that the data build (geopandas, no QGIS) and the plugin share it.
Names are Dutch and lower case, as in Dutch government data. Keys are stable text ids of the content.
"""

from __future__ import annotations

from dataclasses import dataclass

SCHEMA_VERSION = 1
CRS = "EPSG:28992"

GEOMETRIES = {"plaats_punt": "Point", "plaats_lijn": "MultiLineString", "plaats_vlak": "MultiPolygon"}
PLACE_TABLES = (*GEOMETRIES, "plaats_zonder")

CERTAINTIES = ("exact", "indicatief", "vaag")
ITEM_KINDS = ("profiel", "kans", "opgave")
THEME_KINDS = ("opgave", "kans")
ROLES = ("ligt in", "verbindt", "werkt door in", "grens van", "vergelijkt met")
GEOMETRY_WORDS = ("punt", "lijn", "vlak", "tabel", "dienst")
PLACE_KINDS = (
    "stad",  # the core cities of the pack
    "kern",  # any other town or village
    "provincie",
    "gemeente",
    "agenda",  # area of a regional agenda or other joint instrument
    "netwerk",  # urban network
    "invloedsfeer",  # zone of influence, catchment, region, hinterland
    "verbinding",  # link between cities or regions
    "weg",
    "spoorlijn",
    "vaarweg",
    "station",
    "knooppunt",  # junction
    "centrum",  # inner city or part of it
    "wijk",  # neighbourhood(s)
    "bedrijventerrein",
    "haven",
    "gebiedsontwikkeling",
    "instelling",  # school, hospital, institute, theatre
    "bedrijf",
    "attractie",
    "landschap",
    "water",  # streams, moats
    "richting",  # direction in which growth is undesirable
    "grens",  # hard limit of urbanisation
    "geen grens",  # the source sets no limit here
    "rand",  # edge of a city or village
    "energie",
)


@dataclass(frozen=True)
class Column:
    """One column: SQL type, whether it must be filled, the table it refers to, the values it may hold."""

    name: str
    type: str = "TEXT"  # TEXT, INTEGER, REAL, DATE (ISO 8601), BOOLEAN
    required: bool = True
    refers: str = ""  # table whose `id` it holds; "plaats" means any of PLACE_TABLES
    values: tuple[str, ...] = ()


def _c(name: str, type: str = "TEXT", required: bool = True, refers: str = "", values: tuple[str, ...] = ()) -> Column:
    return Column(name, type, required, refers, values)


_SOURCED = (_c("bron_id", refers="bron"), _c("vindplaats", required=False), _c("peildatum", "DATE"))

_PLACE = (
    _c("id"),
    _c("naam"),
    _c("soort", values=PLACE_KINDS),
    _c("groep_id", required=False, refers="groep"),
    _c("stad_id", required=False, refers="stad"),
    _c("zekerheid", values=CERTAINTIES),
    _c("historisch", "BOOLEAN"),
    _c("sleutel", required=False),  # official key: GM0106, PV22, A28, station code
    _c("bron_id", refers="bron"),
    _c("peildatum", "DATE"),
    _c("geometriebron_id", required=False, refers="bron"),
    _c("toelichting", required=False),
)

TABLES: dict[str, tuple[Column, ...]] = {
    # one row: what this pack is
    "pakket": (
        _c("id"),
        _c("titel"),
        _c("ondertitel", required=False),
        _c("schema_versie", "INTEGER"),
        _c("inhoud_versie"),
        _c("gebied_id", refers="plaats"),  # the area that the home view shows
    ),
    "bron": (
        _c("id"),
        _c("titel"),
        _c("uitgever"),
        _c("datum", "DATE", required=False),
        _c("url", required=False),
        _c("licentie", required=False),
        _c("toelichting", required=False),
    ),
    "dienst": (
        _c("id"),
        _c("naam"),
        _c("soort", values=("wmts",)),
        _c("url"),
        _c("laagnaam"),
        _c("matrixset", values=("EPSG:3857",)),  # the tiles that a layer by tile addresses can place
        _c("formaat"),
        _c("crs", values=("EPSG:3857",)),
        _c("credit"),
        _c("licentie"),
    ),
    "groep": (
        _c("id"),
        _c("titel"),
        _c("volgorde", "INTEGER"),
        _c("zichtbaar", "BOOLEAN"),
        _c("toelichting", required=False),
    ),
    # one row for each layer of the tree; `tabel` is a view of the same GeoPackage, or empty for a service
    "laag": (
        _c("id"),
        _c("groep_id", refers="groep"),
        _c("titel"),
        _c("geometrie", values=GEOMETRY_WORDS),
        _c("tabel", required=False),
        _c("dienst_id", required=False, refers="dienst"),
        _c("volgorde", "INTEGER"),
        _c("zichtbaar", "BOOLEAN"),
        _c("toelichting", required=False),
    ),
    "verhaal": (_c("id"), _c("titel"), _c("volgorde", "INTEGER"), *_SOURCED),
    "hoofdstuk": (
        _c("id"),
        _c("verhaal_id", refers="verhaal"),
        _c("nummer", "INTEGER"),
        _c("titel"),
        _c("tekst"),
        _c("stad_id", required=False, refers="stad"),
        _c("uitsnede_id", refers="plaats"),  # the place whose extent the chapter shows
        *_SOURCED,
    ),
    # the layers that a chapter shows
    "hoofdstuk_laag": (_c("hoofdstuk_id", refers="hoofdstuk"), _c("laag_id", refers="laag")),
    "hoofdstuk_plaats": (
        _c("hoofdstuk_id", refers="hoofdstuk"),
        _c("plaats_id", refers="plaats"),
        _c("rol", values=ROLES),
        _c("volgorde", "INTEGER"),
    ),
    "stad": (
        _c("id"),
        _c("letter"),
        _c("naam"),
        _c("volgorde", "INTEGER"),
        _c("gemeentecode"),
        _c("plaats_id", refers="plaats"),  # the city as a point
        _c("gebied_id", refers="plaats"),  # the area that its view shows
        _c("hoofdstuk_id", required=False, refers="hoofdstuk"),
    ),
    "thema": (
        _c("id"),
        _c("soort", values=THEME_KINDS),
        _c("nummer", "INTEGER"),
        _c("titel"),
        _c("tekst"),
        _c("hoofdstuk_id", refers="hoofdstuk"),
        *_SOURCED,
    ),
    "item": (
        _c("id"),
        _c("stad_id", refers="stad"),
        _c("soort", values=ITEM_KINDS),
        _c("nummer", "INTEGER"),
        _c("titel"),
        _c("tekst"),
        *_SOURCED,
    ),
    "item_thema": (_c("item_id", refers="item"), _c("thema_id", refers="thema")),
    "item_plaats": (
        _c("item_id", refers="item"),
        _c("plaats_id", refers="plaats"),
        _c("rol", values=ROLES),
        _c("volgorde", "INTEGER"),
    ),
    "indicator": (
        _c("id"),
        _c("naam"),
        _c("eenheid"),
        _c("decimalen", "INTEGER"),
        _c("definitie"),
    ),
    # one figure: a value, or none (`waarde` empty: no data, never zero)
    "cijfer": (
        _c("id"),
        _c("indicator_id", refers="indicator"),
        _c("gebiedscode"),
        _c("gebied"),
        _c("stad_id", required=False, refers="stad"),
        _c("naar_code", required=False),  # the other end of a flow
        _c("naar", required=False),
        _c("functie", required=False),
        _c("peildatum", "DATE"),
        _c("waarde", "REAL", required=False),
        _c("bron_id", refers="bron"),
        _c("toelichting", required=False),
    ),
    "workshop": (
        _c("id"),
        _c("stad_id", refers="stad"),
        _c("datum", "DATE"),
        _c("deelnemers", "INTEGER", required=False),
        _c("uitkomst"),
        _c("bron_id", required=False, refers="bron"),
    ),
    "plaats_punt": _PLACE,
    "plaats_lijn": _PLACE,
    "plaats_vlak": _PLACE,
    "plaats_zonder": _PLACE,  # named by the source, located by none: `toelichting` says why
}

KEYED = tuple(name for name, columns in TABLES.items() if columns[0].name == "id")
