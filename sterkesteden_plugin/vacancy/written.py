# SPDX-License-Identifier: GPL-2.0-or-later
"""Premises as the rows of a layer: its fields and words, the key of each unit, and how such a layer is read back."""

from __future__ import annotations

import numpy as np

from ..tables.cells import text
from ..tables.factored import Factored
from . import recipes
from .addresses import bare
from .definitions import Definition
from .premises import UNKNOWN
from .reading import ReadPremises

KEY, BAG_ID, ADDRESS, POSTCODE, PLACE = "sleutel", "bag_id", "adres", "postcode", "woonplaats"
NAME, FUNCTION, BRANCH, FLOOR, YEAR_BUILT = "naam", "functie", "branche", "oppervlakte", "bouwjaar"
VACANT, SINCE, DURATION, REFERENCE = "leegstand", "sinds", "duur", "peildatum"
PLACED, LINE = "plaats_door", "regel"

VACANCY = ("in gebruik", "leeg", "onbekend")  # OCCUPIED, VACANT, UNKNOWN (-1)
DURATIONS = ("frictie", "langdurig", "structureel", "onbekend")
PLACED_BY = ("bag-id", "adres", "coördinaten", "niet geplaatst", "met de hand")
BY_HAND = PLACED_BY.index("met de hand")
BETWEEN = "; "  # functions of one unit

_ROLES = {
    recipes.ID: BAG_ID,
    recipes.ADDRESS: ADDRESS,
    recipes.POSTCODE: POSTCODE,
    recipes.PLACE: PLACE,
    recipes.NAME: NAME,
    recipes.BRANCH: BRANCH,
    recipes.FUNCTION: FUNCTION,
    recipes.FLOOR: FLOOR,
    recipes.YEAR_BUILT: YEAR_BUILT,
    recipes.VACANT: VACANT,
    recipes.SINCE: SINCE,
}


def recipe_of_premises(definition: Definition) -> recipes.Recipe:
    """How a layer with these fields is read; each of its rows is a unit, also where two have one id."""
    columns = {**_ROLES, recipes.X: "geometrie_x", recipes.Y: "geometrie_y"}
    return recipes.Recipe(recipes.CHOSEN, columns, otherwise=UNKNOWN, definition=definition)


def keys(read: ReadPremises, ids: list[str]) -> list[str]:
    """A key for each unit, its own in this list and the same in the next one, as far as the list tells.

    The id of its object, else its address, else its name and place; of units that have that in common, with the name
    of each, and a number where these are the same too.
    """
    own = read.addresses
    rest = ["".join(map(bare, pair)) for pair in own.rest.values]
    parts = (ids, own.postcode.cells(), own.number.tolist(), own.rest.position.tolist(), own.street.cells())
    names, places = read.name.told(bare).cells(), own.place.told(bare).cells()
    plain = []
    for (one, postcode, number, at, street), name, place in zip(zip(*parts), names, places):
        where = postcode or f"{place}-{bare(street)}"
        if one:
            plain.append(one)
        elif number and (postcode or street):
            plain.append(f"{where}-{number}{'-' + rest[at] if rest[at] else ''}")
        else:
            plain.append(f"{name}-{place}" if name else f"regel-{read.line[len(plain)]}")
    return _each_its_own(_with_names(plain, names))


def _with_names(plain: list[str], names: list[str]) -> list[str]:
    several = _repeated(plain)
    return [f"{one}/{name}" if name and one in several else one for one, name in zip(plain, names)]


def _each_its_own(told: list[str]) -> list[str]:
    several, seen = _repeated(told), dict.fromkeys(told, 0)
    made = []
    for one in told:
        seen[one] += 1
        made.append(f"{one}/{seen[one]}" if one in several else one)
    return made


def _repeated(told: list[str]) -> set[str]:
    seen: set[str] = set()
    return {one for one in told if one in seen or seen.add(one)}  # type: ignore[func-returns-value]


def addresses(read: ReadPremises) -> list[str]:
    """Street, number, letter and addition of each unit, as one text."""
    own = read.addresses
    rest = [
        letter + ("-" if letter and addition else " " if addition else "") + addition
        for letter, addition in own.rest.values
    ]
    every = zip(own.street.cells(), own.number.tolist(), own.rest.position.tolist())
    return [f"{street} {number}{rest[at]}".strip() if number else street for street, number, at in every]


def functions(read: ReadPremises) -> list[str]:
    """The functions of each unit, as one text."""
    units = read.premises
    start = units.function_start.tolist()
    names = [units.functions[at] for at in units.function.tolist()]
    return [BETWEEN.join(names[a:b]) for a, b in zip(start, start[1:])]


def texts(column: Factored) -> list[str | None]:
    """The texts of a column, None for none."""
    return column.given([text(one) or None for one in column.values]).cells()


def days(column: np.ndarray) -> list[str | None]:
    """Dates as ISO, None for none."""
    return [None if one == "NaT" else one for one in column.astype(str).tolist()]
