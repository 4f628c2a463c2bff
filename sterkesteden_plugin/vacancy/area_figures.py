# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of areas as a monitor tells them: units, units in scope and vacant ones by area, function and year.

Each row of the table (of one with columns for several functions or years: each row of each of these) is a figure, or is
listed with its reason: rows == figures + listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..tables import cells
from ..tables.factored import Factored, FactoredTable
from ..tables.stopping import Stopped, never
from . import listed, terms
from .dates import read_date
from .definitions import Definition, require_comparable
from .listed import Listed, Listing
from .quantities import is_formula, quantities, shares
from .recipes import (
    AREA_CODE,
    AREA_NAME,
    AREA_RATE,
    FUNCTION,
    IN_SCOPE,
    LONG_TERM,
    MEASURES,
    RATE,
    UNITS,
    VACANT_UNITS,
    YEAR,
    Figure,
    Recipe,
)

_LETTERED = re.compile(r"(GM|WK|BU|NL|PV|LD|CR|KE)(\d+)")
_LENGTHS = {"GM": 4, "WK": 6, "BU": 8}
_NO_NAMES = {"", "onbekend"}
_NO_YEAR = "?"


@dataclass(frozen=True, eq=False)
class AreaFigures:
    """K figures, by area, function and year; shares are of 0 to 1, NaN is not told.

    Function "" is all functions together: never to be added to the others.
    """

    recipe: Recipe
    codes: tuple[str, ...]  # of A areas, GM0106; "" where the table has names only
    names: tuple[str, ...]
    functions: tuple[str, ...]
    years: tuple[str, ...]  # ISO dates
    area: np.ndarray  # int64 (K,)
    function: np.ndarray
    year: np.ndarray
    units: np.ndarray  # float64 (K,)
    in_scope: np.ndarray
    vacant: np.ndarray
    long_term: np.ndarray
    told_rate: np.ndarray  # as the table has it
    told_area_rate: np.ndarray
    line: np.ndarray
    rows: int
    listed: Listed
    doubts: Listed

    @property
    def rate(self) -> np.ndarray:
        """Vacant of the units in scope, of all units where the scope is not told; else what the table has."""
        total = np.where(np.isnan(self.in_scope), self.units, self.in_scope)
        with np.errstate(divide="ignore", invalid="ignore"):
            own = np.where(total > 0, self.vacant / total, np.nan)
        return np.where(np.isnan(own), self.told_rate, own)

    def definition(self, year: int) -> Definition:
        """Of the figures of `years[year]`."""
        date = self.years[year]
        own = self.recipe.definition
        return own if own.reference == date or not date else own.on(date)

    def together(self, figures: np.ndarray) -> tuple[float, float]:
        """(units in scope, vacant) of several figures (positions, or bool) that do not overlap.

        NaN where one is not told. Raises NotComparable across a series break, ValueError for a function beside all.
        """
        at = np.flatnonzero(figures) if np.asarray(figures).dtype == bool else np.asarray(figures, np.int64)
        require_comparable(self.definition(one) for one in np.unique(self.year[at]).tolist())
        told = {self.functions[one] for one in self.function[at].tolist()}
        if terms.ALL in told and len(told) > 1:
            raise ValueError("a function beside all of them")
        total = np.where(np.isnan(self.in_scope), self.units, self.in_scope)[at]
        return float(total.sum()), float(self.vacant[at].sum())


def read_areas(table: FactoredTable, recipe: Recipe, cancelled: Callable[[], bool] = never) -> AreaFigures:
    """Raises KeyError where the table lacks a column of the recipe, and Stopped."""
    out, doubts = Listing(table), Listing(table)
    count = len(table.lines)
    groups = list(dict.fromkeys((one.function, one.year) for one in recipe.figures))
    row = np.tile(np.arange(count), len(groups))
    areas, area = _areas(table, recipe)
    area = area[row]
    functions, function = _stacked([_functions(table, recipe, of) for of, _ in groups])
    years, year = _stacked([_years(table, recipe, of) for _, of in groups])
    shown = [table.column(recipe.columns[role]) for role in (AREA_CODE, AREA_NAME, YEAR) if role in recipe.columns]
    values: dict[str, np.ndarray] = {}
    for measure in MEASURES:
        told = {(one.function, one.year): one for one in recipe.figures if one.measure == measure}
        parts = [_numbers(table, told.get(group), doubts, shown) for group in groups]
        values[measure] = np.concatenate([np.zeros(0), *parts])
        if cancelled():
            raise Stopped

    total = np.where(np.isnan(values[IN_SCOPE]), values[UNITS], values[IN_SCOPE])
    wrong_year = year == years.index(_NO_YEAR) if _NO_YEAR in years else np.zeros(len(row), bool)
    with np.errstate(invalid="ignore"):
        reasons = {
            listed.NO_AREA: area < 0,
            listed.NO_YEAR: wrong_year,
            listed.NO_FIGURES: np.all([np.isnan(one) for one in values.values()], axis=0),
            listed.SCOPE_OVER_TOTAL: values[IN_SCOPE] > values[UNITS],
            listed.VACANT_OVER_TOTAL: (values[VACANT_UNITS] > total) | (values[LONG_TERM] > values[VACANT_UNITS]),
            listed.RATE_OVER_ALL: (values[RATE] > 1) | (values[AREA_RATE] > 1),
        }
    taken = np.ones(len(row), bool)
    for reason, rows in reasons.items():
        out.add(row[taken & rows], reason, *shown)
        taken &= ~rows
    taken = _once(np.flatnonzero(taken), (area, function, year), values, row, out, shown)
    out.add_ragged()
    used = {measure: one[taken] for measure, one in values.items()}
    at = row[taken]
    no_units = total[taken] == 0
    doubts.add(at[no_units], listed.NO_UNITS, *shown)
    untold = np.isnan(used[VACANT_UNITS]) & np.isnan(used[RATE]) & np.isnan(used[AREA_RATE])
    doubts.add(at[untold], listed.NO_DATA, *shown)
    return AreaFigures(
        recipe,
        tuple(code for code, _ in areas),
        tuple(name for _, name in areas),
        tuple(functions),
        tuple(years),
        area[taken],
        function[taken],
        year[taken],
        used[UNITS],
        used[IN_SCOPE],
        used[VACANT_UNITS],
        used[LONG_TERM],
        used[RATE],
        used[AREA_RATE],
        table.lines[at],
        len(row) + len(table.ragged),
        out.listed(),
        doubts.listed(),
    )


def read_code(cell: Any, kind: str = "GM") -> str:
    """GM0106 of "GM0106", "0106", 106 and "106"; of codes without letters `kind` tells whose they are; "" for none."""
    said = cells.text(cell).upper().replace(" ", "")
    said = said[2:-1] if said.startswith('="') and said.endswith('"') else said
    lettered = _LETTERED.fullmatch(said)
    if lettered:
        return lettered.group(1) + lettered.group(2).zfill(_LENGTHS.get(lettered.group(1), 2))
    is_code = said.isascii() and said.isdigit() and 0 < len(said) <= _LENGTHS[kind]
    return kind + said.zfill(_LENGTHS[kind]) if is_code else ""


def _areas(table: FactoredTable, recipe: Recipe) -> tuple[list[tuple[str, str]], np.ndarray]:
    """Code and name of each area, sorted, and the area of each row; -1 for none."""
    count = len(table.lines)

    def told(role: str, read: Callable[[Any], str]) -> Factored:
        name = recipe.columns.get(role)
        return table.column(name).told(read) if name else Factored([""], np.zeros(count, np.int32))

    codes, names = told(AREA_CODE, lambda cell: read_code(cell, recipe.area_kind)), told(AREA_NAME, cells.text)
    key = codes.position.astype(np.int64) * len(names.values) + names.position
    distinct, position = np.unique(key, return_inverse=True)
    pairs = [
        (codes.values[one // len(names.values)], names.values[one % len(names.values)]) for one in distinct.tolist()
    ]
    # An area that has a code is the same under another name.
    own = [code or (f"\0{name}" if name.casefold() not in _NO_NAMES else "") for code, name in pairs]
    first: dict[str, tuple[str, str]] = {}
    for one, pair in zip(own, pairs):
        if one:
            first.setdefault(one, pair)
    order = sorted(first, key=lambda one: first[one])
    place = {one: at for at, one in enumerate(order)}
    where = np.array([place.get(one, -1) for one in own], np.int64)
    return [first[one] for one in order], where[position.reshape(-1)] if count else np.zeros(0, np.int64)


def _functions(table: FactoredTable, recipe: Recipe, function: str) -> Factored:
    name = recipe.columns.get(FUNCTION)
    if function or not name:
        return Factored([function], np.zeros(len(table.lines), np.int32))
    return table.column(name).told(terms.function)


def _years(table: FactoredTable, recipe: Recipe, year: str) -> Factored:
    """Dates as ISO; `_NO_YEAR` for a cell that tells none."""
    name = recipe.columns.get(YEAR)
    if year or not name:
        date = f"{year}-01-01" if year else recipe.definition.reference
        return Factored([date], np.zeros(len(table.lines), np.int32))

    def read(cell: Any) -> str:
        year_of = cells.period(cell)
        return read_date(cell)[0] or (f"{year_of[0]}-01-01" if year_of else _NO_YEAR)

    return table.column(name).told(read)


def _stacked(columns: Sequence[Factored]) -> tuple[list[str], np.ndarray]:
    """Distinct texts of columns, sorted, and where each cell of them, one column after the other, has its own."""
    every = sorted({one for column in columns for one in column.values})
    place = {one: at for at, one in enumerate(every)}
    own = [column.take(np.array([place[one] for one in column.values], np.int64)) for column in columns]
    return every, np.concatenate([np.zeros(0, np.int64), *own])


def _numbers(table: FactoredTable, figure: Figure | None, doubts: Listing, shown: Sequence[Factored]) -> np.ndarray:
    if figure is None:
        return np.full(len(table.lines), np.nan)
    column = table.column(figure.column)
    is_share = figure.measure in (RATE, AREA_RATE)
    values, kind, _ = shares(column) if is_share else quantities(column, whole=True)
    formula = column.take(np.array([is_formula(one) for one in column.values], bool))
    doubts.add(formula & (kind != cells.NUMBER), listed.FORMULA, *shown, column)
    doubts.add((kind == cells.NO_NUMBER) & ~formula, listed.NO_NUMBER, *shown, column)
    doubts.add(kind == cells.NEGATIVE, listed.NEGATIVE, *shown, column)
    return values


def _once(
    taken: np.ndarray,
    keys: Sequence[np.ndarray],
    values: dict[str, np.ndarray],
    row: np.ndarray,
    out: Listing,
    shown: Sequence[Factored],
) -> np.ndarray:
    """The first figure of each area, function and year; others are listed."""
    if not len(taken):
        return taken
    distinct = np.stack([key[taken] for key in keys], axis=1)
    _, first, which = np.unique(distinct, axis=0, return_index=True, return_inverse=True)
    head = first[which.reshape(-1)]
    again = head != np.arange(len(taken))
    same = np.ones(len(taken), bool)
    for one in values.values():
        mine, theirs = one[taken], one[taken][head]
        same &= (mine == theirs) | (np.isnan(mine) & np.isnan(theirs))
    out.add(row[taken[again & same]], listed.DOUBLE, *shown)
    out.add(row[taken[again & ~same]], listed.CONTRADICTS, *shown)
    return taken[~again]
