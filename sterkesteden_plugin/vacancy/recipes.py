# SPDX-License-Identifier: GPL-2.0-or-later
"""How a table is read: which column holds what. Kept as JSON, and used again on the next edition of that table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from .definitions import Break, Definition
from .premises import UNKNOWN

# Layouts.
MONITOR, RETAIL, BAG, MUNICIPAL, CHOSEN = "lml", "retail", "bag", "municipal", "chosen"

# What the columns of a list of premises may hold.
ID, ADDRESS_ID, KIND, STATUS, SECONDARY = "id", "address-id", "kind", "status", "secondary"
STREET, NUMBER, LETTER, ADDITION, POSTCODE, PLACE = "street", "number", "letter", "addition", "postcode", "place"
ADDRESS, NAME, BRANCH, FUNCTION = "address", "name", "branch", "function"
FLOOR, YEAR_BUILT, VACANT, SINCE, X, Y = "floor-area", "year-built", "vacant", "since", "x", "y"
# And those of a table of areas, beside its figures; `FUNCTION` too.
AREA_CODE, AREA_NAME, YEAR = "area-code", "area-name", "year"
ROLES = (
    *(ID, ADDRESS_ID, KIND, STATUS, SECONDARY, STREET, NUMBER, LETTER, ADDITION, POSTCODE, PLACE, ADDRESS, NAME),
    *(BRANCH, FUNCTION, FLOOR, YEAR_BUILT, VACANT, SINCE, X, Y, AREA_CODE, AREA_NAME, YEAR),
)

# What figures of areas are.
UNITS, IN_SCOPE, VACANT_UNITS, LONG_TERM = "units", "in-scope", "vacant-units", "long-term"
RATE, AREA_RATE = "rate", "area-rate"
MEASURES = (UNITS, IN_SCOPE, VACANT_UNITS, LONG_TERM, RATE, AREA_RATE)

RD, DEGREES = "EPSG:28992", "EPSG:4326"


@dataclass(frozen=True)
class Figure:
    """A column of figures of areas; function and year are "" where other columns tell them."""

    column: str
    measure: str
    function: str = ""
    year: str = ""


@dataclass(frozen=True)
class Recipe:
    """`columns` are names by role. With `figures` the table is one of areas, else a list of premises.

    `flags` are columns that say 1 or 0 for a function each. `otherwise` (VACANT, OCCUPIED or UNKNOWN) is a row of
    which no cell tells whether it is vacant. Codes of areas without letters are those of `area_kind` (GM, WK, BU).
    """

    layout: str = CHOSEN
    columns: dict[str, str] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    otherwise: int = UNKNOWN
    crs: str = RD
    area_kind: str = "GM"
    definition: Definition = field(default_factory=Definition)

    @property
    def is_areas(self) -> bool:
        """Whether the table tells figures of areas."""
        return bool(self.figures)

    def wanted(self) -> list[str]:
        """The columns that are read."""
        own = [*self.columns.values(), *self.flags, *(one.column for one in self.figures)]
        return list(dict.fromkeys(own))

    def missing(self, names: Sequence[str]) -> list[str]:
        """The columns that a table with these names does not have."""
        return [name for name in self.wanted() if name not in names]

    def to_json(self) -> str:
        """What `from_json` reads."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True)


def from_json(said: str) -> Recipe:
    """Raises ValueError for what is no recipe."""
    try:
        told = _fit(Recipe, json.loads(said))
        told["figures"] = tuple(Figure(**_texts(_fit(Figure, one))) for one in told.get("figures", ()))
        told["definition"] = definition_of(told.get("definition", {}))
        for name in ("columns", "flags"):
            told[name] = _texts(told.get(name, {}))
        recipe = Recipe(**told)
    except (TypeError, AttributeError) as error:
        raise ValueError(str(error)) from None
    one_of = set(recipe.columns) <= set(ROLES) and all(one.measure in MEASURES for one in recipe.figures)
    known = recipe.layout in (MONITOR, RETAIL, BAG, MUNICIPAL, CHOSEN) and recipe.crs in (RD, DEGREES)
    if not (one_of and known and recipe.otherwise in (-1, 0, 1) and recipe.area_kind in ("GM", "WK", "BU")):
        raise ValueError("unknown layout, role, measure or kind")
    return recipe


def definition_of(told: dict[str, Any]) -> Definition:
    """A definition of what `dataclasses.asdict` made of it. Raises TypeError and AttributeError for what is none."""
    own = _fit(Definition, told)
    breaks = tuple(Break(**_texts(_fit(Break, one))) for one in own.pop("breaks", ()))
    old_way = own.pop("old_way", False)
    return Definition(**_texts(own), breaks=breaks, old_way=old_way is True)


def _fit(kind: Any, told: dict[str, Any]) -> dict[str, Any]:
    """The fields of a dataclass among what was told; others are of a newer version."""
    names = {one.name for one in fields(kind)}
    return {name: value for name, value in told.items() if name in names}


def _texts(told: dict[str, Any]) -> dict[str, str]:
    if not all(isinstance(value, str) for value in told.values()):
        raise TypeError("a text was expected")
    return dict(told)
