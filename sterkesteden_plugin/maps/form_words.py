# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of the forms: what tables, columns and values are called, and what stands where.

They become part of the user's project and stay there without the plugin, as content does. So they are Dutch, like all
content, and not translated.
"""

from __future__ import annotations

from typing import Union

GROUP_TITLE = "Gegevens"

# Every table that comes into the project, in the order of the layer tree.
TITLES = {
    "item": "Profielen, kansen en opgaven",
    "plaats_punt": "Plaatsen: punten",
    "plaats_lijn": "Plaatsen: lijnen",
    "plaats_vlak": "Plaatsen: vlakken",
    "plaats_zonder": "Plaatsen zonder ligging",
    "item_plaats": "Plaatsen bij kansen en opgaven",
    "item_thema": "Thema’s bij kansen en opgaven",
    "nu": "Wat nu bekend is",
    "stad": "Steden",
    "thema": "Thema’s",
    "verhaal": "Verhalen",
    "hoofdstuk": "Hoofdstukken",
    "hoofdstuk_laag": "Kaartlagen bij hoofdstukken",
    "hoofdstuk_eigen_laag": "Eigen kaartlagen bij hoofdstukken",
    "hoofdstuk_plaats": "Plaatsen bij hoofdstukken",
    "workshop": "Werkplaatsen",
    "workshop_score": "Scores van werkplaatsen",
    "workshop_punt": "Punten van werkplaatsen",
    "indicator": "Indicatoren",
    "cijfer": "Cijfers",
    "bron": "Bronnen",
    "geschiedenis": "Geschiedenis",
    # only to choose from
    "plaats": "Alle plaatsen (lijst)",
    "laag": "Kaartlagen (lijst)",
    "groep": "Groepen van kaartlagen (lijst)",
}
READ_ONLY = ("geschiedenis", "plaats", "laag", "groep")

ALIASES = {
    "id": "Kenmerk",
    "titel": "Titel",
    "ondertitel": "Ondertitel",
    "naam": "Naam",
    "tekst": "Tekst",
    "soort": "Soort",
    "nummer": "Nummer",
    "volgorde": "Volgorde",
    "toelichting": "Toelichting",
    "status": "Status",
    "eigenaar": "Eigenaar",
    "planning": "Planning",
    "bron_id": "Bron",
    "vindplaats": "Vindplaats in de bron",
    "peildatum": "Peildatum",
    "gewijzigd_op": "Laatst gewijzigd op (UTC)",
    "gewijzigd_door": "Laatst gewijzigd door",
    "groep_id": "Groep",
    "stad_id": "Stad",
    "zekerheid": "Zekerheid van de ligging",
    "historisch": "Historisch",
    "sleutel": "Officiële sleutel",
    "geometriebron_id": "Bron van de ligging",
    "uitgever": "Uitgever",
    "datum": "Datum",
    "url": "Webadres",
    "licentie": "Licentie",
    "eigen": "Eigen verhaal",
    "verhaal_id": "Verhaal",
    "hoofdstuk_id": "Hoofdstuk",
    "uitsnede_id": "Gebied van deze plaats",
    "xmin": "Westrand (x, RD)",
    "ymin": "Zuidrand (y, RD)",
    "xmax": "Oostrand (x, RD)",
    "ymax": "Noordrand (y, RD)",
    "laag_id": "Kaartlaag",
    "laag": "Kenmerk van de laag in het project",
    "plaats_id": "Plaats",
    "rol": "Rol van de plaats",
    "letter": "Letter",
    "gemeentecode": "Gemeentecode",
    "gebied_id": "Gebied dat de kaart toont",
    "item_id": "Profiel, kans of opgave",
    "thema_id": "Thema",
    "eenheid": "Eenheid",
    "decimalen": "Aantal decimalen",
    "definitie": "Definitie",
    "indicator_id": "Indicator",
    "deel_van_id": "Deel van",
    "gebiedscode": "Gebiedscode",
    "gebied": "Gebied",
    "naar_code": "Gebiedscode van de bestemming",
    "naar": "Bestemming",
    "functie": "Functie",
    "waarde": "Waarde (leeg: geen gegeven)",
    "reeksbreuk": "Reeksbreuk: waarom niet te vergelijken met eerder",
    "bewering": "Bewering in het verhaal",
    "stand": "Wat ervan werd",
    "cijfer_id": "Cijfer",
    "deelnemers": "Aantal deelnemers",
    "uitkomst": "Uitkomst",
    "workshop_id": "Werkplaats",
    "criterium": "Criterium",
    "score": "Score (1 tot en met 5)",
    "opmerking": "Opmerking",
    "tijd": "Tijd (UTC)",
    "gebruiker": "Gebruiker",
    "tabel": "Tabel",
    "record_id": "Kenmerk van wat is gewijzigd",
    "handeling": "Handeling",
    "veld": "Veld",
    "oud": "Oud",
    "nieuw": "Nieuw",
    "geometrie": "Geometrie",
    "dienst_id": "Dienst",
    "gegevensset_id": "Gegevensset",
    "zichtbaar": "Zichtbaar",
}

# Values are shown with a capital; these say more than their own word does.
LABELS = {
    "exact": "Exacte ligging",
    "indicatief": "Indicatief getekend",
    "vaag": "Vaag: zonder vaste grens of plek",
    "kern": "Kern (stad of dorp)",
    "agenda": "Gebied van een agenda",
    "netwerk": "Stedelijk netwerk",
    "richting": "Richting waarin groei ongewenst is",
    "grens": "Harde grens",
    "geen grens": "Geen grens gesteld",
    "rand": "Rand van stad of dorp",
}

LONG = ("tekst", "toelichting", "opmerking", "uitkomst", "bewering", "definitie", "reeksbreuk", "oud", "nieuw")

# By what a row is called where another refers to it.
NAME_COLUMNS = {
    "stad": "naam",
    "plaats": "naam",
    "indicator": "naam",
    "bron": "titel",
    "item": "titel",
    "thema": "titel",
    "verhaal": "titel",
    "hoofdstuk": "titel",
    "laag": "titel",
    "groep": "titel",
}
_PLACE_NAME = '"naam"'
DISPLAY = {
    "item": 'represent_value("stad_id") || \': \' || "titel"',
    "plaats_punt": _PLACE_NAME,
    "plaats_lijn": _PLACE_NAME,
    "plaats_vlak": _PLACE_NAME,
    "plaats_zonder": _PLACE_NAME,
    "plaats": _PLACE_NAME,
    "item_plaats": 'represent_value("plaats_id") || \' (\' || "rol" || \'): \' || represent_value("item_id")',
    "item_thema": 'represent_value("thema_id") || \': \' || represent_value("item_id")',
    "nu": '"bewering"',
    "stad": '"naam"',
    "thema": '"titel"',
    "verhaal": '"titel"',
    "hoofdstuk": '"nummer" || \'. \' || "titel"',
    "hoofdstuk_laag": 'represent_value("laag_id")',
    "hoofdstuk_eigen_laag": '"titel"',
    "hoofdstuk_plaats": "represent_value(\"plaats_id\") || ' (' || \"rol\" || ')'",
    "workshop": "represent_value(\"stad_id\") || ', ' || format_date(\"datum\", 'd-M-yyyy')",
    "workshop_score": "\"criterium\" || ': ' || coalesce(\"score\", 'geen score')",
    "workshop_punt": '"naam"',
    "indicator": '"naam"',
    "cijfer": "represent_value(\"indicator_id\") || ', ' || \"gebied\" || ', ' || "
    "format_date(\"peildatum\", 'd-M-yyyy')",
    "bron": '"titel"',
    "geschiedenis": "replace(left(\"tijd\", 16), 'T', ' ') || ', ' || "
    "coalesce(\"gebruiker\", 'onbekend') || ': ' || \"veld\"",
    "laag": '"titel"',
    "groep": '"titel"',
}

# A tab: its title and what stands on it. A word is a column; one with a point, `table.column`, lists the rows of that
# table whose column refers to this row; a tuple is a frame with a title of its own.
Entry = Union[str, "tuple[str, tuple[str, ...]]"]
Tab = "tuple[str, tuple[Entry, ...]]"

_SOURCE = ("Bron", ("bron_id", "vindplaats", "peildatum"))
_CHANGES = ("Geschiedenis", ("gewijzigd_op", "gewijzigd_door", "geschiedenis.record_id"))
_PLACE = (
    (
        "Plaats",
        ("naam", "soort", "stad_id", "groep_id", "zekerheid", "historisch", "sleutel", "toelichting"),
    ),
    ("Kansen en opgaven", ("item_plaats.plaats_id",)),
    ("Hoofdstukken", ("hoofdstuk_plaats.plaats_id",)),
    ("Bron", ("bron_id", "geometriebron_id", "peildatum")),
    _CHANGES,
)
FORMS: dict[str, tuple[tuple[str, tuple[Entry, ...]], ...]] = {
    "item": (
        (
            "Tekst",
            (
                ("Wat", ("stad_id", "soort", "nummer", "titel", "tekst")),
                ("Voortgang", ("status", "eigenaar", "planning")),
            ),
        ),
        ("Plaatsen", ("item_plaats.item_id",)),
        ("Thema’s", ("item_thema.item_id",)),
        ("Nu", ("nu.item_id",)),
        _SOURCE,
        _CHANGES,
    ),
    "plaats_punt": _PLACE,
    "plaats_lijn": _PLACE,
    "plaats_vlak": _PLACE,
    "plaats_zonder": _PLACE,
    "nu": (
        (
            "Tekst",
            (("Hoort bij een van beide", ("item_id", "hoofdstuk_id")), "bewering", "stand", "tekst", "cijfer_id"),
        ),
        _SOURCE,
    ),
    "stad": (
        ("Stad", ("naam", "letter", "gemeentecode", "plaats_id", "gebied_id", "hoofdstuk_id", "volgorde")),
        ("Kansen en opgaven", ("item.stad_id",)),
        ("Cijfers", ("cijfer.stad_id",)),
        ("Werkplaatsen", ("workshop.stad_id",)),
    ),
    "thema": (
        ("Tekst", ("soort", "nummer", "titel", "tekst", "hoofdstuk_id")),
        ("Kansen en opgaven", ("item_thema.thema_id",)),
        _SOURCE,
    ),
    "verhaal": (
        ("Verhaal", ("titel", "volgorde", "eigen")),
        ("Hoofdstukken", ("hoofdstuk.verhaal_id",)),
        _SOURCE,
        _CHANGES,
    ),
    "hoofdstuk": (
        ("Tekst", ("verhaal_id", "nummer", "titel", "tekst", "stad_id")),
        ("Kaartbeeld", ("uitsnede_id", ("Of een rechthoek", ("xmin", "ymin", "xmax", "ymax")))),
        ("Kaartlagen", ("hoofdstuk_laag.hoofdstuk_id", "hoofdstuk_eigen_laag.hoofdstuk_id")),
        ("Plaatsen", ("hoofdstuk_plaats.hoofdstuk_id",)),
        ("Nu", ("nu.hoofdstuk_id",)),
        _SOURCE,
        _CHANGES,
    ),
    "workshop": (
        ("Werkplaats", ("stad_id", "datum", "deelnemers", "uitkomst", "bron_id")),
        ("Scores", ("workshop_score.workshop_id",)),
        ("Punten op de kaart", ("workshop_punt.workshop_id",)),
        _CHANGES,
    ),
    "workshop_punt": (("Punt", ("workshop_id", "naam", "opmerking")), _CHANGES),
    "bron": (
        ("Bron", ("titel", "uitgever", "datum", "url", "licentie", "toelichting")),
        ("Kansen en opgaven", ("item.bron_id",)),
        (
            "Plaatsen",
            ("plaats_punt.bron_id", "plaats_lijn.bron_id", "plaats_vlak.bron_id", "plaats_zonder.bron_id"),
        ),
        ("Cijfers", ("cijfer.bron_id",)),
    ),
}
