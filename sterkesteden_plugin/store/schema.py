# SPDX-License-Identifier: GPL-2.0-or-later
"""The one schema: tables, columns, code lists. Read by the data build, the store and the tests.

Pure Python, so that the data build (geopandas, no QGIS) and the plugin share it.
Names are Dutch and lower case, as in Dutch government data. Keys are stable text ids of the content.
"""

from __future__ import annotations

from dataclasses import dataclass

SCHEMA_VERSION = 4
CRS = "EPSG:28992"
OWN = "eigen-"  # so begins the id of the source of a user's own words

GEOMETRIES = {"plaats_punt": "Point", "plaats_lijn": "MultiLineString", "plaats_vlak": "MultiPolygon"}
PLACE_TABLES = (*GEOMETRIES, "plaats_zonder")
SPATIAL = {**GEOMETRIES, "workshop_punt": "Point"}  # every table with a column `geom`

CERTAINTIES = ("exact", "indicatief", "vaag")
ITEM_KINDS = ("profiel", "kans", "opgave")
STATUSES = ("idee", "verkenning", "uitvoering", "afgerond", "vervallen")
THEME_KINDS = ("opgave", "kans")
OUTCOMES = ("nieuwer cijfer", "veranderd", "geen nieuwer cijfer")  # what became of a claim of the story
MEASURES = (  # by which a claim of the story is put to the test (networks/evidence.py)
    "aandeel-woonbanen",  # of the jobs of those who live in one area, those in another
    "onderlinge-banen",  # of the jobs with both ends in a set of areas, those that cross between them
    "complementariteit",  # how different the sectors of two areas are, beside how strong their tie is
    "aandeel-sectoren",  # of the jobs in an area, those in a sector
)
TEST_ROLES = ("van", "naar", "vergelijk", "onderling")  # an area in a measure: from, to, beside which, of the set
ACTIONS = ("nieuw", "gewijzigd", "verwijderd")
ROLES = ("ligt in", "verbindt", "werkt door in", "grens van", "vergelijkt met")
GEOMETRY_WORDS = ("punt", "lijn", "vlak", "tabel", "dienst")
SERVICE_KINDS = ("wmts", "ogcapi", "wfs", "odata3", "odata4", "arcgis", "locatieserver")
DATASET_KINDS = ("punt", "lijn", "vlak", "tabel", "cijfers")  # the first four have a table of their own
AREAS = ("pakket", "gekozen")  # of a data set: what lies in the area of the pack, or in one that the user chooses
FIELD_TYPES = ("TEXT", "INTEGER", "REAL", "DATE")
TABLE_OF_KIND = {"punt": "Point", "lijn": "MultiLineString", "vlak": "MultiPolygon", "tabel": "None"}  # geometry
SAME_FIGURE = ("indicator_id", "gebiedscode", "naar_code", "functie", "peildatum")  # two such figures are one
MARKS = ("voorlopig", "geheim")  # what a statistical office says of a figure
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

# who changed a row last, and when (UTC, ISO 8601); empty as long as it is as the pack was built
AUDIT = ("gewijzigd_op", "gewijzigd_door")
_AUDIT = tuple(_c(name, required=False) for name in AUDIT)

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
    *_AUDIT,
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
        _c("soort", values=SERVICE_KINDS),
        _c("url"),
        # of tiles only
        _c("laagnaam", required=False),
        _c("matrixset", required=False, values=("EPSG:3857",)),  # the tiles that a layer by tile addresses can place
        _c("formaat", required=False),
        _c("crs", required=False, values=("EPSG:3857",)),
        _c("bladeren", required=False),  # how answers come in parts
        _c("credit"),
        _c("licentie"),
        _c("valkuil", required=False),  # what goes wrong with it
    ),
    # something that can be fetched; those of kind punt, lijn, vlak and tabel have a table `open_…`
    "gegevensset": (
        _c("id"),
        _c("titel"),
        _c("dienst_id", refers="dienst"),
        _c("collectie"),  # collection(s), type, table or title, as the service names it
        _c("soort", values=DATASET_KINDS),
        _c("gebied", required=False, values=AREAS),
        _c("sleutel", required=False),  # the fields that tell rows apart together, with a space between
        _c("peildatum", "DATE", required=False),
        _c("plaatssoort", required=False, values=PLACE_KINDS),  # places whose geometry it replaces
        _c("plaatsveld", required=False),  # the field that holds their key
        _c("reserve_id", required=False, refers="gegevensset"),  # the same from another service
        _c("toelichting", required=False),
        _c("volgorde", "INTEGER"),
    ),
    "gegevensset_veld": (
        _c("gegevensset_id", refers="gegevensset"),
        _c("naam"),
        _c("velden"),  # what the service calls it, with a space between; the first that is there counts
        _c("soort", values=FIELD_TYPES),
        _c("onbekend", required=False),  # numbers by which the service says that it does not know, with a space between
        _c("volgorde", "INTEGER"),
    ),
    # only rows whose field has one of the values that are named for it
    "gegevensset_keuze": (
        _c("gegevensset_id", refers="gegevensset"),
        _c("veld"),
        _c("waarde"),
        _c("indicator_id", required=False, refers="indicator"),
        _c("volgorde", "INTEGER"),
    ),
    # one time that something was fetched, and what it changed
    "lading": (
        _c("id"),
        _c("gegevensset_id", refers="gegevensset"),
        _c("tijd"),  # UTC, ISO 8601: when the server sent it
        _c("gebruiker", required=False),
        _c("url", required=False),
        _c("peildatum", "DATE", required=False),
        _c("bron_id", refers="bron"),
        _c("aantal", "INTEGER"),
        _c("nieuw", "INTEGER"),
        _c("gewijzigd", "INTEGER"),
        _c("verwijderd", "INTEGER"),
        _c("ongedaan", "BOOLEAN"),
    ),
    # one row, place or figure that it changed, and what was there before
    "lading_rij": (
        _c("lading_id", refers="lading"),
        _c("tabel"),
        _c("record_id"),
        _c("handeling", values=ACTIONS),
        _c("wat"),  # in words
        _c("oud", required=False),  # JSON, geometry as hexadecimal
    ),
    "groep": (
        _c("id"),
        _c("titel"),
        _c("volgorde", "INTEGER"),
        _c("zichtbaar", "BOOLEAN"),
        _c("toelichting", required=False),
    ),
    # one row for each layer of the tree; `tabel` is a view or table of the same GeoPackage, or empty for a service
    "laag": (
        _c("id"),
        _c("groep_id", refers="groep"),
        _c("titel"),
        _c("geometrie", values=GEOMETRY_WORDS),
        _c("tabel", required=False),
        _c("dienst_id", required=False, refers="dienst"),
        _c("gegevensset_id", required=False, refers="gegevensset"),  # shown once that was loaded
        _c("volgorde", "INTEGER"),
        _c("zichtbaar", "BOOLEAN"),
        _c("toelichting", required=False),
    ),
    # a story: that of the pack, or one that a user made (`eigen`)
    "verhaal": (_c("id"), _c("titel"), _c("volgorde", "INTEGER"), _c("eigen", "BOOLEAN"), *_SOURCED, *_AUDIT),
    "hoofdstuk": (
        _c("id"),
        _c("verhaal_id", refers="verhaal"),
        _c("nummer", "INTEGER"),
        _c("titel"),
        _c("tekst"),
        _c("stad_id", required=False, refers="stad"),
        # what the chapter shows: the extent of a place, or a rectangle in the CRS of the schema
        _c("uitsnede_id", required=False, refers="plaats"),
        _c("xmin", "REAL", required=False),
        _c("ymin", "REAL", required=False),
        _c("xmax", "REAL", required=False),
        _c("ymax", "REAL", required=False),
        *_SOURCED,
        *_AUDIT,
    ),
    # the layers that a chapter shows
    "hoofdstuk_laag": (_c("hoofdstuk_id", refers="hoofdstuk"), _c("laag_id", refers="laag")),
    # layers of the user's own that a chapter shows beside them: their id in the project they were captured in, and name
    "hoofdstuk_eigen_laag": (
        _c("hoofdstuk_id", refers="hoofdstuk"),
        _c("laag"),
        _c("titel"),
        _c("volgorde", "INTEGER"),
    ),
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
        _c("status", required=False, values=STATUSES),
        _c("eigenaar", required=False),
        _c("planning", required=False),
        *_SOURCED,
        *_AUDIT,
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
        _c("deel_van_id", required=False, refers="indicator"),  # its figures are parts of that one's
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
        _c("status", required=False, values=MARKS),
        _c("reeksbreuk", required=False),  # why this value cannot be compared with those before it
        _c("bron_id", refers="bron"),
        _c("toelichting", required=False),
    ),
    # what is known now of a claim of an item or a chapter
    "nu": (
        _c("id"),
        _c("item_id", required=False, refers="item"),
        _c("hoofdstuk_id", required=False, refers="hoofdstuk"),
        _c("bewering"),
        _c("stand", values=OUTCOMES),
        _c("tekst"),
        _c("cijfer_id", required=False, refers="cijfer"),
        *_SOURCED,
    ),
    # a claim of the story put to the test: by which measure, of which areas, with which data
    "toets": (
        _c("id"),
        _c("bewering"),
        _c("maat", values=MEASURES),
        _c("maat_bron_id", required=False, refers="bron"),  # who described the measure
        _c("drempel", "REAL", required=False),  # the share from which that source calls two areas one
        _c("toelichting", required=False),
        _c("volgorde", "INTEGER"),
    ),
    # the items and chapters that make the claim, by which it is dated and sourced
    "toets_item": (_c("toets_id", refers="toets"), _c("item_id", refers="item")),
    "toets_hoofdstuk": (_c("toets_id", refers="toets"), _c("hoofdstuk_id", refers="hoofdstuk")),
    "toets_gebied": (
        _c("toets_id", refers="toets"),
        _c("rol", values=TEST_ROLES),
        _c("code"),
        _c("naam"),
        _c("volgorde", "INTEGER"),
    ),
    "toets_indicator": (
        _c("toets_id", refers="toets"),
        _c("indicator_id", refers="indicator"),
        _c("volgorde", "INTEGER"),
    ),
    # what must be loaded for it: any one that holds the figures will do
    "toets_gegevens": (
        _c("toets_id", refers="toets"),
        _c("gegevensset_id", refers="gegevensset"),
        _c("volgorde", "INTEGER"),
    ),
    # a municipality that went into another one: figures of before and after are joined by it
    "gebiedsopvolger": (
        _c("id"),
        _c("oud_code"),
        _c("oude_naam"),
        _c("nieuw_code"),
        _c("nieuwe_naam"),
        _c("datum", "DATE"),
        _c("bron_id", refers="bron"),
    ),
    "workshop": (
        _c("id"),
        _c("stad_id", refers="stad"),
        _c("datum", "DATE"),
        _c("deelnemers", "INTEGER", required=False),
        _c("uitkomst", required=False),
        _c("bron_id", required=False, refers="bron"),
        *_AUDIT,
    ),
    "workshop_score": (
        _c("workshop_id", refers="workshop"),
        _c("criterium"),
        _c("score", "INTEGER", required=False),  # 1 to 5
        _c("opmerking", required=False),
        _c("volgorde", "INTEGER"),
    ),
    "workshop_punt": (
        _c("id"),
        _c("workshop_id", refers="workshop"),
        _c("naam"),
        _c("opmerking", required=False),
        *_AUDIT,
    ),
    # one row for each field that changed, written by triggers: whoever changes the file is heard
    "geschiedenis": (
        _c("tijd"),  # UTC, ISO 8601, the same for all fields of one change
        _c("gebruiker", required=False),
        _c("tabel"),
        _c("record_id"),  # id of the row; of a link that of its owner (item_plaats: the item)
        _c("handeling", values=ACTIONS),
        _c("veld"),
        _c("oud", required=False),
        _c("nieuw", required=False),
    ),
    "plaats_punt": _PLACE,
    "plaats_lijn": _PLACE,
    "plaats_vlak": _PLACE,
    "plaats_zonder": _PLACE,  # named by the source, located by none: `toelichting` says why
}

KEYED = tuple(name for name, columns in TABLES.items() if columns[0].name == "id")

# Rows that belong to another one and have no id of their own: the first column says to which.
LINKS = tuple(name for name, columns in TABLES.items() if columns[0].refers)
# What is changed by users: each change of a row is told in `geschiedenis`.
HISTORY_TABLES = tuple(name for name, columns in TABLES.items() if columns[-1].name == AUDIT[-1])


def links_of(table: str) -> tuple[str, ...]:
    """The tables of the links that belong to rows of a table."""
    return tuple(name for name in LINKS if TABLES[name][0].refers == table)


def open_table(dataset: str) -> str:
    """The table that holds what was loaded of a data set."""
    return f"open_{dataset.replace('-', '_')}"
