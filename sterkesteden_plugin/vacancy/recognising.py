# SPDX-License-Identifier: GPL-2.0-or-later
"""Which kind of table it is, by the names of its columns and by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..tables.cells import is_number_or_none, text
from ..tables.factored import Factored, FactoredTable
from . import definitions, terms
from .bag_ids import ADDRESS_TYPE, OBJECT_TYPES, type_of
from .dates import EXACT, read_date
from .premises import OCCUPIED, UNKNOWN
from .premises import VACANT as IS_VACANT
from .quantities import bare_number
from .recipes import (
    ADDITION,
    ADDRESS,
    ADDRESS_ID,
    AREA_CODE,
    AREA_NAME,
    AREA_RATE,
    BAG,
    BRANCH,
    DEGREES,
    FLOOR,
    FUNCTION,
    ID,
    IN_SCOPE,
    KIND,
    LETTER,
    LONG_TERM,
    MONITOR,
    MUNICIPAL,
    NAME,
    NUMBER,
    PLACE,
    POSTCODE,
    RATE,
    RETAIL,
    SECONDARY,
    SINCE,
    STATUS,
    STREET,
    UNITS,
    VACANT,
    VACANT_UNITS,
    YEAR,
    YEAR_BUILT,
    Figure,
    Recipe,
    X,
    Y,
)

_SIGNS = re.compile(r"[\W_]+")
_UNIT = re.compile(r"(in)?(m2|m²|vierkantemeters?)$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_LOOKED_AT = 1000  # distinct values of a column
_FEWEST = 3  # columns by which a header is known

# Names without signs and units. The first that a table has counts.
_NAMES = {
    ID: (
        *("verblijfsobjectid", "verblijfsobjectidentificatie", "identificatieverblijfsobject", "vboid", "idvbo"),
        *("adresseerbaarobjectid", "adresseerbaarobjectidentificatie", "bagvboid", "bagverblijfsobjectid", "bagid"),
        *("verblijfsobject", "identificatie", "objectid", "bagidentificatie", "vbo"),
    ),
    ADDRESS_ID: (
        *("nummeraanduidingid", "nummeraanduidingidentificatie", "nummeraanduiding", "nummerid", "numid"),
        *("bagnummeraanduidingid", "bagnumid", "adresid", "bagadresid"),
    ),
    KIND: ("objecttype", "typeadresseerbaarobject", "typeobject", "type"),
    STATUS: ("verblijfsobjectstatus", "adresseerbaarobjectstatus", "statusverblijfsobject", "objectstatus", "status"),
    SECONDARY: ("nevenadres", "isnevenadres", "typeadres"),
    STREET: ("openbareruimtenaam", "openbareruimte", "straatnaam", "straat", "street"),
    NUMBER: ("huisnummer", "huisnr", "nummer", "nr", "housenumber"),
    LETTER: ("huisletter", "letter", "hsltr"),
    ADDITION: ("huisnummertoevoeging", "toevoeging", "toev", "huisnrtoev", "huisnummertoev", "huisnrtoevoeging"),
    POSTCODE: ("postcode", "pc6", "pc", "postalcode"),
    PLACE: ("woonplaats", "woonplaatsnaam", "plaats", "plaatsnaam", "kern"),
    ADDRESS: ("adres", "volledigadres", "adresregel", "address", "locatie"),
    NAME: ("naam", "formule", "winkelnaam", "formulenaam", "bedrijfsnaam", "objectnaam", "gebouw", "pandnaam"),
    BRANCH: ("branche", "branchenaam", "branchering", "hoofdbranche", "groep", "branch"),
    FUNCTION: (
        *("verblijfsobjectgebruiksdoel", "gebruiksdoel", "gebruiksdoelen", "gebruiksfunctie", "functie"),
        *("bestemming", "function", "typevastgoed", "soortvastgoed", "vastgoedtype", "categorie"),
    ),
    FLOOR: (
        *("oppervlakteadresseerbaarobject", "oppadresseerbaarobject", "oppervlakteverblijfsobject"),
        *("winkelvloeroppervlak", "winkelvloeroppervlakte", "wvo", "verkoopvloeroppervlak", "vvo", "bvo", "gbo", "go"),
        *("gebruiksoppervlakte", "vloeroppervlak", "vloeroppervlakte", "oppervlakte", "oppervlak", "floorarea"),
        *("metrage", "m2", "m²"),
    ),
    YEAR_BUILT: ("pandbouwjaar", "bouwjaar", "oorspronkelijkbouwjaar", "yearbuilt"),
    VACANT: (
        *("leegstand", "leeg", "leegstaand", "isleeg", "leegstandjn", "leegjn", "leegstandjanee", "vacant"),
        *("leegstaat", "staatleeg", "bezetting", "leegstandstatus", "statusleegstand"),
    ),
    SINCE: (
        *("leegsinds", "leegstandsinds", "leegstaandsinds", "datumleegstand", "leegstandvanaf", "startleegstand"),
        *("leegvanaf", "ingangsdatumleegstand", "begindatumleegstand", "datumleeg", "sinds", "vacantsince"),
    ),
    X: ("geometriex", "x", "xcoordinaat", "xcoord", "rdx", "xrd", "lon", "lng", "longitude", "lengtegraad"),
    Y: ("geometriey", "y", "ycoordinaat", "ycoord", "rdy", "yrd", "lat", "latitude", "breedtegraad"),
    AREA_CODE: (
        *("gemeentecode", "gmcode", "regiocode", "regios", "wijkcode", "buurtcode", "gwbcode", "statcode"),
        *("gebiedscode", "cbscode", "codering", "code"),
    ),
    AREA_NAME: (
        *("gemeentenaam", "gemeente", "regionaam", "regio", "wijknaam", "wijk", "buurtnaam", "buurt", "statnaam"),
        *("gebiedsnaam", "gebied", "winkelgebied", "centrum", "naam"),
    ),
    YEAR: ("peiljaar", "jaar", "perioden", "periode", "peildatum", "datum", "year"),
}
_RETAIL_FLOORS = {"winkelvloeroppervlak", "winkelvloeroppervlakte", "wvo", "verkoopvloeroppervlak"}
_IN_LIST = [role for role in _NAMES if role not in (AREA_CODE, AREA_NAME, YEAR)]
_PERCENT = re.compile(r"%|percentage|procent|aandeel|\bpct\b|\bperc\b")
_FLOOR_WORDS = re.compile(r"oppervlak|\bopp\b|\bm2\b|m²|vloer")
_VACANT_WORDS = re.compile(r"leeg|vacan")
_NOT_OF_UNITS = re.compile(r"inwoner|bevolking|huishoud|banen|werknemer")
_UNIT_WORDS = re.compile(r"eenheden|verblijfsobject|objecten|\bvbo\b|voorraad|units|aantal|totaal")


def recognise(table: FactoredTable) -> Recipe | None:
    """What a table says by itself; None where the user must choose its columns."""
    roles = _roles(table.names)
    _look_into(table, roles)
    flags = _flags(table)
    recipe = _list_of_premises(table, roles, flags) if _has_place(roles) else _areas(table, roles)
    if recipe is None:
        return None
    reference = next((date for date, told in map(_date_in, table.titles) if told), "")
    if not recipe.definition.reference and reference:
        return replace(recipe, definition=replace(recipe.definition, reference=reference))
    return recipe


def suggest(table: FactoredTable) -> Recipe:
    """A start for choosing columns by hand: what the names tell, even if that is not enough."""
    roles = _roles(table.names)
    _look_into(table, roles)
    return Recipe(columns={role: roles[role] for role in _IN_LIST if role in roles}, crs=_crs(roles))


def score(names: Sequence[str]) -> float:
    """How many columns of a table with these names would be known; for finding its header."""
    roles = _roles(names)
    of_list = len({roles[role] for role in _IN_LIST if role in roles}) + sum(_is_flag(name) for name in names)
    of_areas = len({roles[role] for role in (AREA_CODE, AREA_NAME, YEAR, FUNCTION) if role in roles})
    figures = {(one.measure, one.function, one.year) for one in map(_figure, names) if one}
    best = max(of_list, of_areas + len(figures) if of_areas else 0)
    return best if best >= _FEWEST else 0


def area_code(names: Sequence[str]) -> str:
    """The column with codes of areas, "" for none."""
    return _roles(names).get(AREA_CODE, "")


def _bare(name: str) -> str:
    whole = _SIGNS.sub("", name).casefold()
    return _UNIT.sub("", whole) or whole


def _roles(names: Sequence[str]) -> dict[str, str]:
    bare = {_bare(name): name for name in reversed(names) if name}
    found = {role: next((bare[one] for one in known if one in bare), "") for role, known in _NAMES.items()}
    return {role: name for role, name in found.items() if name}


def _some(table: FactoredTable, name: str) -> list[Any]:
    return [one for one in table.column(name).values[:_LOOKED_AT] if text(one)]


def _look_into(table: FactoredTable, roles: dict[str, str]) -> None:
    """What names leave open is told by values: which ids these are, and of what a status is."""
    ids = [name for name in (roles.pop(ID, ""), roles.pop(ADDRESS_ID, "")) if name]
    others = [name for name in table.names if _bare(name) in _NAMES[ID] + _NAMES[ADDRESS_ID]]
    for name in dict.fromkeys([*ids, *others]):
        types = [type_of(one) for one in _some(table, name)]
        if types and sum(one in OBJECT_TYPES for one in types) * 2 > len(types):
            roles.setdefault(ID, name)
        elif types and types.count(ADDRESS_TYPE) * 2 > len(types):
            roles.setdefault(ADDRESS_ID, name)
    status = roles.get(STATUS, "")
    if status and VACANT not in roles and any(terms.vacant(one) == IS_VACANT for one in _some(table, status)):
        roles[VACANT] = roles.pop(STATUS)


def _is_flag(name: str) -> bool:
    return name.casefold().replace("_", " ") in terms.BAG_FUNCTIONS


def _flags(table: FactoredTable) -> dict[str, str]:
    """Columns named after a function that say yes or no."""
    return {
        name: terms.function(name)
        for name in table.names
        if _is_flag(name) and {text(one) for one in table.column(name).values} <= {"0", "1", "", "t", "f", "J", "N"}
    }


def _has_place(roles: dict[str, str]) -> bool:
    """Whether rows are of premises: each has an id or an address."""
    told = roles.keys()
    return bool(told & {ID, ADDRESS_ID, POSTCODE, ADDRESS}) or {STREET, NUMBER} <= told


def _crs(roles: dict[str, str]) -> str:
    return DEGREES if _bare(roles.get(X, "")) in ("lon", "lng", "longitude", "lengtegraad") else Recipe().crs


def _list_of_premises(table: FactoredTable, roles: dict[str, str], flags: dict[str, str]) -> Recipe | None:
    columns = {role: roles[role] for role in _IN_LIST if role in roles}
    told = columns.keys()
    recipe = Recipe(BAG, columns, flags, crs=_crs(columns))
    is_about_vacancy = any("leeg" in title.casefold() for title in (*table.titles, *table.names))
    if BRANCH in told or _bare(columns.get(FLOOR, "")) in _RETAIL_FLOORS:
        if VACANT in told:
            return replace(recipe, layout=RETAIL, definition=definitions.SURVEY)
        if BRANCH in told and any(terms.vacant(one) == IS_VACANT for one in _some(table, columns[BRANCH])):
            columns[VACANT] = columns[BRANCH]
            return replace(recipe, layout=RETAIL, otherwise=OCCUPIED, definition=definitions.SURVEY)
        return replace(recipe, layout=RETAIL, definition=definitions.SURVEY)
    if VACANT in told or SINCE in told or (is_about_vacancy and told & {FUNCTION, FLOOR}):
        unit = definitions.OBJECT if ID in told else definitions.ADDRESS
        otherwise = UNKNOWN if VACANT in told else IS_VACANT
        return replace(recipe, layout=MUNICIPAL, otherwise=otherwise, definition=definitions.Definition("", unit))
    if told & {ID, ADDRESS_ID} and (told & {KIND, STATUS, YEAR_BUILT, FUNCTION} or flags):
        return replace(recipe, definition=definitions.Definition("", definitions.OBJECT))
    return None


def _areas(table: FactoredTable, roles: dict[str, str]) -> Recipe | None:
    columns = {role: roles[role] for role in (AREA_CODE, AREA_NAME, YEAR, FUNCTION) if role in roles}
    if columns.get(AREA_CODE) == columns.get(AREA_NAME, ""):
        columns.pop(AREA_NAME)
    taken = set(columns.values())
    named = [one for one in map(_figure, table.names) if one and one.column not in taken]
    figures: dict[tuple[str, str, str], Figure] = {}
    for one in named:
        if _holds_numbers(table.column(one.column)):
            figures.setdefault((one.measure, one.function, one.year), one)
    measures = {one.measure for one in figures.values()}
    if not {AREA_CODE, AREA_NAME} & columns.keys() or not measures & {VACANT_UNITS, RATE, AREA_RATE}:
        return None
    code = _bare(columns.get(AREA_CODE, ""))
    kind = "BU" if code.startswith("buurt") else "WK" if code.startswith("wijk") else "GM"
    return Recipe(MONITOR, columns, figures=tuple(figures.values()), area_kind=kind, definition=definitions.MONITOR)


def _figure(name: str) -> Figure | None:
    """What a column of figures holds, by its name."""
    said = name.casefold()
    percent, floor, vacant = _PERCENT.search(said), _FLOOR_WORDS.search(said), _VACANT_WORDS.search(said)
    function = terms.function_in(said)
    year = _YEAR.search(said)
    if "langdurig" in said:
        measure = "" if percent or floor else LONG_TERM
    elif percent:
        measure = AREA_RATE if floor else RATE
    elif floor:
        measure = ""
    elif vacant:
        measure = VACANT_UNITS
    elif "scope" in said:
        measure = IN_SCOPE
    elif _UNIT_WORDS.search(said) and not _NOT_OF_UNITS.search(said):
        measure = UNITS
    else:
        measure = ""
    return Figure(name, measure, function, year.group(1) if year else "") if measure else None


def _holds_numbers(column: Factored) -> bool:
    """Whether most of what stands there is a number; some cells may be bad."""
    some = [one for one in column.values[:_LOOKED_AT] if text(one)]
    return bool(some) and sum(is_number_or_none(bare_number(one)) for one in some) * 2 > len(some)


def _date_in(title: str) -> tuple[str, bool]:
    """A date that a title tells, such as "Peildatum 1 januari 2023"."""
    words = title.replace(":", " ").replace(",", " ").split()
    for length in (3, 1):
        for start in range(len(words) - length + 1):
            date, told = read_date(" ".join(words[start : start + length]))
            if told == EXACT:
                return date, True
    return "", False
