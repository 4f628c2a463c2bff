# SPDX-License-Identifier: GPL-2.0-or-later
"""What the story must keep to beyond the schema: cities and their chapters, ids of items, places that views need."""

from __future__ import annotations

import re

from sterkesteden_plugin.store.datasets import ABOVE_ZERO, OF_LIST
from sterkesteden_plugin.store.schema import ITEM_KINDS, MEASURES, OUTCOMES, TABLE_OF_KIND
from sterkesteden_plugin.story import links

from .faults import Faults, one_of
from .rows import Row, Rows

PROFILE = ITEM_KINDS[0]
_NEWER, _, _NO_NEWER = OUTCOMES


def _cities(rows: Rows, faults: Faults) -> None:
    chapters = {row.values["id"]: row for row in rows["hoofdstuk"]}
    for city in rows["stad"]:
        own = city.values["id"]
        letter = city.values["letter"]
        if letter is not None and (len(letter) != 1 or not letter.isalpha()):
            city.fault(faults, "letter", f"'{letter}' is not one letter")
        chapter = chapters.get(city.values["hoofdstuk_id"])
        if city.values["hoofdstuk_id"] is None:
            city.fault(faults, "hoofdstuk_id", "this city has no chapter; name the one that tells of it")
        elif chapter is not None and chapter.values["stad_id"] != own:
            message = f"'{chapter.values['id']}' is no chapter of this city; write 'stad: {own}' in it or name another"
            city.fault(faults, "hoofdstuk_id", message)
        profiles = [r for r in rows["item"] if r.values["stad_id"] == own and r.values["soort"] == PROFILE]
        if len(profiles) != 1:
            city.fault(faults, "-", f"this city has {len(profiles)} items of soort '{PROFILE}'; each has exactly one")
    chapter_of = {city.values["hoofdstuk_id"]: city.values["id"] for city in rows["stad"]}
    for row in rows["hoofdstuk"]:
        city = row.values["stad_id"]
        if city is not None and chapter_of.get(row.values["id"]) != city:
            message = f"'{city}' does not name this chapter as its own in steden.yaml; do so there or leave it out here"
            row.fault(faults, "stad_id", message)


def _item_ids(rows: Rows, faults: Faults) -> None:
    for item in rows["item"]:
        city, kind, number = (item.values[name] for name in ("stad_id", "soort", "nummer"))
        if None in (city, kind, number, item.values["id"]):
            continue
        wanted = f"{city}-{kind}" if kind == PROFILE else f"{city}-{kind[0]}{number}"
        if item.values["id"] != wanted:
            item.fault(faults, "id", f"'{item.values['id']}' does not fit stad, soort and nummer: '{wanted}'")


def _figures(rows: Rows, faults: Faults) -> None:
    for row in rows["cijfer"]:
        if (row.values["naar_code"] is None) != (row.values["naar"] is None):
            row.fault(faults, "naar", "a flow has both naar_code and naar; fill both or neither")


def _texts(rows: Rows, faults: Faults) -> None:
    for table in ("hoofdstuk", "thema", "item"):
        for row in rows[table]:
            if row.values["vindplaats"] is None:
                row.fault(faults, "vindplaats", "missing; say where in the source this is found")


def _links(rows: Rows, table_of: dict[str, str], faults: Faults) -> None:
    """Words that lead to the map lead to a layer, or to a place that is on it."""
    layers = {row.values["id"] for row in rows["laag"]} - {None}
    places = {row.values["id"] for row in rows["plaats"]} - {None}
    for table in ("hoofdstuk", "thema", "item"):
        for row in rows[table]:
            for piece in links.split(row.values["tekst"] or ""):
                target = piece.target
                if piece.kind == links.LAYER and target not in layers:
                    row.fault(faults, "tekst", f"links to the unknown laag '{target}'; {one_of(target, layers)}")
                elif piece.kind == links.PLACE and target not in places:
                    row.fault(faults, "tekst", f"links to the unknown plaats '{target}'; {one_of(target, places)}")
                elif piece.kind == links.PLACE and table_of.get(target) == "plaats_zonder":
                    row.fault(faults, "tekst", f"links to '{target}', which has no geometry and cannot be shown")


def _nows(rows: Rows, faults: Faults) -> None:
    """What is known now stands beside one claim, and is dated and sourced as the figure that it names."""
    told = {row.values["id"]: row.values["peildatum"] for table in ("item", "hoofdstuk") for row in rows[table]}
    figures = {row.values["id"]: row.values for row in rows["cijfer"]}
    for row in rows["nu"]:
        owners = [row.values[name] for name in ("item_id", "hoofdstuk_id") if row.values[name] is not None]
        if len(owners) != 1:
            row.fault(faults, "item_id", "stands beside one claim; name an item or a hoofdstuk, one of the two")
        figure = figures.get(row.values["cijfer_id"])
        for column in ("bron_id", "peildatum"):
            if figure is not None and row.values[column] != figure[column]:
                row.fault(faults, column, f"'{row.values[column]}' is not that of the figure: '{figure[column]}'")
        outcome, when = row.values["stand"], row.values["peildatum"]
        then = told.get(owners[0]) if len(owners) == 1 else None
        if when is None or then is None:
            continue
        if outcome == _NEWER and when <= then:
            row.fault(faults, "peildatum", f"'{when}' is not newer than the claim, which is of {then}")
        if outcome == _NO_NEWER and figure is not None and when > then:
            row.fault(faults, "stand", f"the figure of {when} is newer than the claim, which is of {then}")


def _claims(rows: Rows, faults: Faults) -> None:
    """A claim is made somewhere in the story, and has what its measure asks."""
    kinds = {row.values["id"]: row.values["soort"] for row in rows["gegevensset"]}
    wholes = {row.values["id"]: row.values["deel_van_id"] for row in rows["indicator"]}
    for row in rows["toets"]:
        own = row.values["id"]
        parts = {table: [r.values for r in rows[table] if r.values["toets_id"] == own] for table in _CLAIM_PARTS}
        if not parts["toets_item"] and not parts["toets_hoofdstuk"]:
            row.fault(faults, "hoofdstukken", "missing; name the items or hoofdstukken that make the claim")
        if not parts["toets_gegevens"]:
            row.fault(faults, "gegevens", "missing; name the data sets that hold the figures")
        measure = row.values["maat"]
        roles = [area["rol"] for area in parts["toets_gebied"]]
        for role, least in _ROLES_OF.get(measure, {}).items():
            if roles.count(role) < least:
                row.fault(faults, "gebieden", f"'{measure}' needs {least} or more of rol '{role}'")
        for role in sorted({role for role in roles if role} - {*_ROLES_OF.get(measure, {}), "vergelijk"}):
            if measure is not None:
                row.fault(faults, "gebieden", f"'{measure}' knows no rol '{role}'")
        if (measure in _OF_SECTORS) != bool(parts["toets_indicator"]) and measure is not None:
            needed = "missing; name those of the sectors" if measure in _OF_SECTORS else "has no use; leave it out"
            row.fault(faults, "indicatoren", needed)
        for part in parts["toets_indicator"]:
            if wholes.get(part["indicator_id"], "") is None:
                row.fault(faults, "indicatoren", f"'{part['indicator_id']}' is no part of another indicator")
        share = row.values["drempel"]
        if share is not None and not 0 < share < 1:
            row.fault(faults, "drempel", f"'{share}' is no share; write 0.15 for 15%")
        tables = {kinds.get(part["gegevensset_id"]) for part in parts["toets_gegevens"]} - {None}
        if measure in _OF_SECTORS and FIGURES not in tables:
            row.fault(faults, "gegevens", f"'{measure}' needs a data set of soort '{FIGURES}'")


FIGURES = "cijfers"
_CLAIM_PARTS = ("toets_item", "toets_hoofdstuk", "toets_gebied", "toets_indicator", "toets_gegevens")
_SHARE, _AMONG, _COMPLEMENTARY, _SECTORS = MEASURES
_OF_SECTORS = (_COMPLEMENTARY, _SECTORS)
_ROLES_OF = {
    _SHARE: {"van": 1, "naar": 1},
    _AMONG: {"onderling": 2},
    _COMPLEMENTARY: {"onderling": 2},
    _SECTORS: {"onderling": 1},
}


def _need_location(rows: Rows, table_of: dict[str, str], faults: Faults) -> None:
    """Places whose extent is shown must have one; `table_of` holds the places that are located."""
    for table, column in _SHOWN:
        for row in rows[table]:
            place = row.values[column]
            found = table_of.get(place) if place is not None else None
            if found == "plaats_zonder":
                row.fault(faults, column, f"'{place}' has no geometry and cannot be shown; name a place that has")
            elif table == "stad" and column == "plaats_id" and found not in (None, "plaats_punt"):
                row.fault(faults, column, f"'{place}' is no point; name the place of the city that is")


_SHOWN = (("pakket", "gebied_id"), ("hoofdstuk", "uitsnede_id"), ("stad", "plaats_id"), ("stad", "gebied_id"))


def _datasets(rows: Rows, faults: Faults) -> None:
    """A data set with a table names its fields, and among them its key and the one that places are found by."""
    kinds = {row.values["id"]: row.values["soort"] for row in rows["dienst"]}
    for row in rows["gegevensset"]:
        own = [r.values["naam"] for r in rows["gegevensset_veld"] if r.values["gegevensset_id"] == row.values["id"]]
        fields = [name for name in own if name is not None]
        for name in sorted({name for name in fields if fields.count(name) > 1}):
            row.fault(faults, "velden", f"'{name}' stands twice")
        for name in fields:
            if not _FIELD.fullmatch(name) or name in _OWN_FIELDS:
                row.fault(faults, "velden", f"'{name}' cannot name a column; use small letters, digits and _")
        for field in rows["gegevensset_veld"]:
            if field.values["gegevensset_id"] == row.values["id"] and field.values["onbekend"] is not None:
                _unknown(field, faults)
        keys = (row.values["sleutel"] or "").split()
        if row.values["soort"] in TABLE_OF_KIND and not keys:
            row.fault(faults, "sleutel", "missing; name the field, or fields, that tell rows apart")
        for column, names in (("sleutel", keys), ("plaatsveld", filter(None, [row.values["plaatsveld"]]))):
            for name in names:
                if name not in fields:
                    row.fault(faults, column, f"'{name}' is none of the velden; {one_of(name, fields)}")
        if (row.values["plaatssoort"] is None) != (row.values["plaatsveld"] is None):
            row.fault(faults, "plaatsveld", "plaatssoort and plaatsveld belong together; fill both or neither")
        if kinds.get(row.values["dienst_id"]) == "wmts":
            row.fault(faults, "dienst_id", "nothing can be loaded from a service of tiles")
        for choice in rows["gegevensset_keuze"]:
            is_own = choice.values["gegevensset_id"] == row.values["id"]
            known = choice.values["waarde"] not in (*OF_LIST, ABOVE_ZERO)
            if is_own and not known and kinds.get(row.values["dienst_id"]) not in ("odata3", "odata4", None):
                choice.fault(faults, "waarde", f"'{choice.values['waarde']}' can be asked of StatLine only")
    for row in rows["dienst"]:
        for name in ("laagnaam", "matrixset", "formaat", "crs"):
            if (row.values["soort"] == "wmts") != (row.values[name] is not None):
                row.fault(faults, name, "a service of soort 'wmts' has this, and no other does")


def _unknown(field: Row, faults: Faults) -> None:
    """Only of numbers some mean that there is none."""
    if field.values["soort"] not in ("INTEGER", "REAL"):
        field.fault(faults, "onbekend", "only a field of soort INTEGER or REAL has this; take it out")
    for value in str(field.values["onbekend"]).split():
        if not _NUMBER.fullmatch(value):
            field.fault(faults, "onbekend", f"'{value}' is no number; write numbers with a space between")


_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")
_OWN_FIELDS = ("fid", "geom", "lading_id")


def check_rules(rows: Rows, table_of: dict[str, str], faults: Faults) -> None:
    """Check the rules; `table_of` says for each place in which table it will stand."""
    _cities(rows, faults)
    _item_ids(rows, faults)
    _figures(rows, faults)
    _texts(rows, faults)
    _nows(rows, faults)
    _datasets(rows, faults)
    _claims(rows, faults)
    _links(rows, table_of, faults)
    _need_location(rows, table_of, faults)
