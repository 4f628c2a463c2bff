# SPDX-License-Identifier: GPL-2.0-or-later
"""From the rows of a list to premises. Each row is a unit, or is listed with its reason: rows == units + listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..tables.factored import Factored, FactoredTable
from ..tables.stopping import Stopped, never
from . import listed, terms
from .facts import Facts
from .listed import Listed, Listing
from .premises import UNKNOWN, Premises
from .recipes import (
    ADDRESS,
    ADDRESS_ID,
    BRANCH,
    FLOOR,
    FUNCTION,
    ID,
    KIND,
    NAME,
    POSTCODE,
    RETAIL,
    SECONDARY,
    SINCE,
    STATUS,
    STREET,
    VACANT,
    Recipe,
)

# What is told of a table as a whole.
IMPRECISE, DECIMAL, NO_DEFINITION = "imprecise", "decimal", "no-definition"


@dataclass(frozen=True)
class Note:
    """Something to tell: of how many rows, and an example."""

    key: str
    count: int = 0
    example: str = ""


@dataclass(frozen=True, eq=False)
class Addresses:
    """Addresses (P,), each part by its distinct values; "" and 0 for what is not told."""

    street: Factored
    number: np.ndarray  # int64
    rest: Factored  # pairs (letter, addition)
    postcode: Factored
    place: Factored


@dataclass(frozen=True, eq=False)
class ReadPremises:
    """The units of a list (P,) with what else it tells of them, in the order of its rows."""

    recipe: Recipe
    premises: Premises
    ids: Factored  # of the BAG's object, "" where not known
    address_ids: Factored
    addresses: Addresses
    name: Factored
    branch: Factored
    since: np.ndarray  # datetime64[D], NaT where not known
    year_built: np.ndarray  # float64, NaN where not known
    line: np.ndarray  # int64: where a unit stands in its file
    rows: int
    listed: Listed  # rows that are no unit
    doubts: Listed  # cells of units that were not taken
    notes: tuple[Note, ...]


def read_premises(table: FactoredTable, recipe: Recipe, cancelled: Callable[[], bool] = never) -> ReadPremises:
    """Raises KeyError where the table lacks a column of the recipe, and Stopped."""
    out, doubts = Listing(table), Listing(table)
    facts = Facts(table, recipe, doubts)
    ids, address_ids = facts.ids(ID), facts.ids(ADDRESS_ID)
    _go_on(cancelled)
    street, postcode, place = facts.address()
    number, rest = facts.house_number()
    name, branch = facts.texts(NAME), facts.texts(BRANCH)
    _go_on(cancelled)
    floor, year_built, vacant = facts.floor_area(), facts.year_built(), facts.vacancy()
    since, functions = facts.since(vacant), facts.functions()
    x, y = facts.place()
    _go_on(cancelled)

    no_unit = _no_units(facts, out, (ids, address_ids, street, name, postcode), functions, floor, vacant, x)
    address = _together(postcode, _numbers(number), rest, street.told(str.casefold))
    has_address = (number > 0) & (_said(postcode) | _said(street))
    group = _groups(recipe, ids, address_ids, address, has_address, name, branch, floor)
    group[no_unit] = -1
    secondary = facts.says(SECONDARY, terms.is_yes)
    head = _heads(group, secondary)  # of each row, the row that stands for its unit; itself where that is alone
    is_unit = (head == np.arange(facts.count)) & ~no_unit
    _go_on(cancelled)

    others = np.flatnonzero((head != np.arange(facts.count)) & ~no_unit)
    mine = head[others]
    same_floor = _same(floor[others], floor[mine])
    same_vacant, same_since = vacant[others] == vacant[mine], _same_days(since[others], since[mine])
    new_function = _tells_more(functions, others, mine)
    reason = np.select([secondary[others], new_function, same_floor & same_vacant & same_since], [0, 1, 2], 3)
    shown = [facts.column(role) for role in (ID, ADDRESS_ID, NAME, FUNCTION, BRANCH, FLOOR, VACANT, SINCE)]
    kinds = (listed.SECONDARY_ADDRESS, listed.MERGED, listed.DOUBLE, listed.CONTRADICTS)
    for at, kind in enumerate(kinds):
        out.add(others[reason == at], kind, *shown)
    # What rows of one unit contradict each other about is not known.
    unsure = mine[~same_floor & ~np.isnan(floor[others]) & ~np.isnan(floor[mine])]
    doubts.add(np.unique(unsure), listed.CONTRADICTED, facts.column(FLOOR))
    floor[unsure] = np.nan
    unsure = mine[~same_vacant & (vacant[others] != UNKNOWN) & (vacant[mine] != UNKNOWN)]
    doubts.add(np.unique(unsure), listed.CONTRADICTED, facts.column(VACANT))
    vacant[unsure], since[unsure] = UNKNOWN, np.datetime64("NaT")
    doubts.add(is_unit & secondary, listed.ONLY_SECONDARY, facts.column(SECONDARY))
    doubts.add(_shared(address, is_unit & has_address & ~_said(ids)), listed.SAME_ADDRESS, *_address(facts))
    out.add_ragged()
    _go_on(cancelled)

    units = np.flatnonzero(is_unit)
    taken = np.concatenate([units, others[reason == 1]])
    names, start, function = _functions(functions, taken, head[taken], units, facts.count)
    premises = Premises(x[units], y[units], vacant[units], floor[units], names, start, function, recipe.definition)
    parts = (street, rest, postcode, place, ids, address_ids, name, branch)
    street, rest, postcode, place, ids, address_ids, name, branch = (_at(one, units) for one in parts)
    notes = (
        Note(IMPRECISE, facts.imprecise),
        Note(DECIMAL, 1 if facts.decimal else 0, facts.decimal),
        Note(NO_DEFINITION, 0 if recipe.definition.vacant else 1),
    )
    return ReadPremises(
        recipe,
        premises,
        ids,
        address_ids,
        Addresses(street, number[units], rest, postcode, place),
        name,
        branch,
        since[units],
        year_built[units],
        table.lines[units],
        table.rows,
        out.listed(),
        _of_units(doubts.listed(), table.lines[units]),
        tuple(note for note in notes if note.count),
    )


def _go_on(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Stopped


def _no_units(
    facts: Facts,
    out: Listing,
    texts: tuple[Factored, ...],
    functions: Factored,
    floor: np.ndarray,
    vacant: np.ndarray,
    x: np.ndarray,
) -> np.ndarray:
    """Rows that tell of no unit, each listed with the first reason."""
    empty = np.isnan(floor) & np.isnan(x) & ~functions.take(np.array([bool(one) for one in functions.values], bool))
    for one in texts:
        empty &= ~_said(one)
    out.add(empty, listed.EMPTY, *_address(facts))
    other = facts.says(KIND, terms.is_other_kind) & ~empty
    out.add(other, listed.OTHER_KIND, facts.column(KIND), facts.column(ID))
    planned = facts.says(STATUS, terms.is_no_stock) & ~empty & ~other
    out.add(planned, listed.NO_STOCK, facts.column(STATUS), facts.column(ID))
    return empty | other | planned


def _address(facts: Facts) -> tuple[Factored | None, ...]:
    return tuple(facts.column(role) for role in (ADDRESS, POSTCODE, STREET, "number", "letter", "addition", NAME))


def _said(column: Factored) -> np.ndarray:
    return column.take(np.array([bool(one) for one in column.values], bool))


def _numbers(number: np.ndarray) -> Factored:
    values, position = np.unique(number, return_inverse=True)
    return Factored(values.tolist(), position)


def _together(*columns: Factored) -> np.ndarray:
    """int64 (R,): the same where all columns say the same."""
    key = np.zeros(len(columns[0].position), np.int64)
    for column in columns:
        key = key * (len(column.values) + 1) + column.position
        key = np.unique(key, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return key


def _groups(
    recipe: Recipe,
    ids: Factored,
    address_ids: Factored,
    address: np.ndarray,
    has_address: np.ndarray,
    name: Factored,
    branch: Factored,
    floor: np.ndarray,
) -> np.ndarray:
    """int64 (R,): the same for rows of one unit, -1 where a row does not tell of which it is.

    An object may hold several outlets. An address without the id of its object may be of several units: it is the same
    one where its floor area is the same.
    """
    count = len(address)
    sizes = _numbers(np.where(np.isnan(floor), -1, floor))
    by_address = _together(Factored([None] * (int(address.max(initial=0)) + 1), address), sizes)
    own = np.select(
        [_said(ids), _said(address_ids), has_address],
        [ids.position * 3, address_ids.position * 3 + 1, by_address * 3 + 2],
        -1,
    ).astype(np.int64)
    if recipe.layout != RETAIL:
        return own
    keys = Factored([None] * (int(own.max(initial=0)) + 2), own + 1)
    outlet = _together(keys, name, branch, sizes)
    return np.where(own < 0, -1, outlet) if count else own


def _heads(group: np.ndarray, secondary: np.ndarray) -> np.ndarray:
    """int64 (R,): the first row of each row's group, of those with a main address where there are some."""
    rows = np.arange(len(group))
    order = np.lexsort((rows, secondary, group))
    first = np.ones(len(group), bool)
    first[1:] = group[order][1:] != group[order][:-1]
    head = np.empty(len(group), np.int64)
    head[order] = order[np.maximum.accumulate(np.where(first, np.arange(len(group)), 0))]
    return np.where(group < 0, rows, head)


def _same(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return (a == b) | (np.isnan(a) & np.isnan(b))


def _same_days(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return (a == b) | (np.isnat(a) & np.isnat(b))


def _tells_more(functions: Factored, rows: np.ndarray, heads: np.ndarray) -> np.ndarray:
    """Whether a row tells a function that its unit's first row does not."""
    pairs = zip(functions.position[rows].tolist(), functions.position[heads].tolist())
    return np.array([bool(set(functions.values[a]) - set(functions.values[b])) for a, b in pairs], bool)


def _shared(address: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """bool (R,): rows asked for whose address another one of them has too."""
    counts = np.bincount(address[asked], minlength=int(address.max(initial=0)) + 1)
    return asked & (counts[address] > 1)


def _functions(
    functions: Factored, rows: np.ndarray, heads: np.ndarray, units: np.ndarray, count: int
) -> tuple[tuple[str, ...], np.ndarray, np.ndarray]:
    """(functions, function_start, function) of `Premises`, from rows and the rows that stand for their units."""
    names = tuple(sorted({one for told in functions.values for one in told}))
    sizes = np.array([len(told) for told in functions.values] or [0], np.int64)
    flat = np.array([names.index(one) for told in functions.values for one in told], np.int64)
    start = np.cumsum(sizes) - sizes
    unit = np.empty(count, np.int64)
    unit[units] = np.arange(len(units))
    mine = functions.position[rows]
    repeated = np.repeat(np.arange(len(rows)), sizes[mine])
    within = np.arange(len(repeated)) - np.repeat(np.cumsum(sizes[mine]) - sizes[mine], sizes[mine])
    pairs = np.unique(unit[heads][repeated] * max(len(names), 1) + flat[start[mine][repeated] + within])
    of, function = np.divmod(pairs, max(len(names), 1))
    return names, np.concatenate([[0], np.cumsum(np.bincount(of, minlength=len(units)))]).astype(np.int64), function


def _at(column: Factored, rows: np.ndarray) -> Factored:
    return Factored(column.values, column.position[rows])


def _of_units(doubts: Listed, lines: np.ndarray) -> Listed:
    """Doubts of rows that are counted: of the others it is told why they are not."""
    keep = np.isin(doubts.line, lines)
    said = tuple(doubts.said[at] for at in np.flatnonzero(keep).tolist())
    return Listed(doubts.line[keep], doubts.reason[keep], doubts.reasons, said)
