# SPDX-License-Identifier: GPL-2.0-or-later
"""What the cells of a list of premises say, row by row; each distinct cell is read once. Dummies become no facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..tables import cells
from ..tables.factored import Factored, FactoredTable
from . import addresses, listed, terms
from .bag_ids import read_id
from .dates import MONTH, WRONG, YEAR, read_date
from .premises import OCCUPIED, UNKNOWN
from .quantities import is_formula, quantities
from .recipes import (
    ADDITION,
    ADDRESS,
    FLOOR,
    FUNCTION,
    LETTER,
    NUMBER,
    PLACE,
    POSTCODE,
    RD,
    SINCE,
    STREET,
    VACANT,
    YEAR_BUILT,
    Recipe,
    X,
    Y,
)

DUMMY_FLOORS = (0.0, 1.0, 999_999.0, 99_999_999.0)  # of the BAG, for not known
DUMMY_YEARS = (0.0, 1.0, 1005.0, 9999.0)
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_BOXES = {RD: (-7_000, 300_000, 289_000, 629_000)}  # where the coordinates of the Netherlands lie
_DEGREES = (3.0, 7.5, 50.5, 54.0)


class Facts:
    """The columns of a recipe, read; what cannot be taken goes to `doubts`."""

    def __init__(self, table: FactoredTable, recipe: Recipe, doubts: listed.Listing) -> None:
        self.count = len(table.lines)
        self._table, self._recipe, self._doubts = table, recipe, doubts
        self.imprecise = 0  # dates without a day
        self.decimal = ""  # a number that may be thousands

    def column(self, role: str) -> Factored | None:
        """The column of a role; None where the recipe names none."""
        name = self._recipe.columns.get(role)
        return self._table.column(name) if name else None

    def texts(self, role: str, read: Callable[[Any], str] = cells.text) -> Factored:
        """Texts of a column, "" where it has none."""
        column = self.column(role)
        if column is None:
            return Factored([""], np.zeros(self.count, np.int32))
        return column.told(read)

    def says(self, role: str, read: Callable[[Any], bool]) -> np.ndarray:
        """Whether each row says something; none does where there is no such column."""
        column = self.column(role)
        if column is None:
            return np.zeros(self.count, bool)
        return column.take(np.array([read(one) for one in column.values], bool))

    def ids(self, role: str) -> Factored:
        """Ids of the BAG, "" for none."""
        return self._read(role, read_id, listed.BAD_ID)

    def address(self) -> tuple[Factored, Factored, Factored]:
        """(street, postcode, place)."""
        line = self.column(ADDRESS)
        told = [addresses.read_line(one) for one in line.values] if line is not None else []

        def part(role: str, at: int) -> Factored:
            own = self.texts(role)
            if line is None or self.column(role) is not None:
                return own
            return line.given([one[at] for one in told])

        postcode = self._read(POSTCODE, addresses.read_postcode, listed.BAD_POSTCODE)
        return part(STREET, 0), postcode if self.column(POSTCODE) is not None else part(POSTCODE, 2), part(PLACE, 3)

    def house_number(self) -> tuple[np.ndarray, Factored]:
        """(number (int64, 0 for none), letter and addition as a pair)."""
        line = self.column(ADDRESS)
        given = self.column(NUMBER)
        source = given if given is not None else line
        if source is None:
            return np.zeros(self.count, np.int64), Factored([("", "")], np.zeros(self.count, np.int32))
        read = [addresses.read_number(_number_in(one, given is None)) for one in source.values]
        if given is not None:
            self._doubt(given, [one[0] == 0 for one in read], listed.BAD_HOUSE_NUMBER)
        number = source.take(np.array([one[0] for one in read], np.int64))
        own = source.given([one[1:] for one in read])
        letter, addition = self.texts(LETTER), self.texts(ADDITION)
        if self.column(LETTER) is None and self.column(ADDITION) is None:
            return number, own
        # What its own column says comes first; a number that has both has both.
        width = len(letter.values) * len(addition.values)
        key = (own.position.astype(np.int64) * len(letter.values) + letter.position) * len(addition.values)
        distinct, position = np.unique(key + addition.position, return_inverse=True)
        pairs = []
        for one in distinct.tolist():
            mine = own.values[one // width]
            said = letter.values[one // len(addition.values) % len(letter.values)].upper()
            pairs.append((said or mine[0], addition.values[one % len(addition.values)] or mine[1]))
        return number, Factored(distinct.tolist(), position.astype(np.int32)).given(pairs)

    def floor_area(self) -> np.ndarray:
        """Square metres, NaN where not known."""
        return self._number(FLOOR, True, lambda values: np.isin(values, DUMMY_FLOORS), listed.DUMMY_FLOOR)

    def year_built(self) -> np.ndarray:
        """A year, NaN where not known."""
        column = self.column(YEAR_BUILT)
        if column is not None:  # 1916-01-01 is told too
            said = [cells.text(one) for one in column.values]
            years = [one[:4] if one[4:5] in ("-", "/") else value for one, value in zip(said, column.values)]
            column = Factored(years, column.position)

        def is_dummy(values: np.ndarray) -> np.ndarray:
            return np.isin(values, DUMMY_YEARS) | (values < _FIRST_YEAR) | (values > _LAST_YEAR)

        return self._number(YEAR_BUILT, False, is_dummy, listed.DUMMY_YEAR, column)

    def vacancy(self) -> np.ndarray:
        """int8: VACANT, OCCUPIED or UNKNOWN."""
        column = self.column(VACANT)
        if column is None:
            return np.full(self.count, self._recipe.otherwise, np.int8)
        told = [terms.vacant(one) for one in column.values]
        otherwise = self._recipe.otherwise
        if otherwise == UNKNOWN:
            self._doubt(column, [one is None for one in told], listed.NO_ANSWER)
        return column.take(np.array([otherwise if one is None else one for one in told], np.int8))

    def since(self, vacant: np.ndarray) -> np.ndarray:
        """datetime64[D] since which a unit is vacant, NaT where not known."""
        column = self.column(SINCE)
        if column is None:
            return np.full(self.count, "NaT", "datetime64[D]")
        read = [read_date(one) for one in column.values]
        days = column.take(np.array([day or "NaT" for day, _ in read], "datetime64[D]"))
        told = column.take(np.array([told for _, told in read], np.int8))
        self._doubts.add(told == WRONG, listed.BAD_DATE, column)
        known = ~np.isnat(days)
        occupied = known & (vacant == OCCUPIED)
        self._doubts.add(occupied, listed.NOT_VACANT, column)
        later = np.zeros(self.count, bool)
        if self._recipe.definition.reference:
            later = known & ~occupied & (days > np.datetime64(self._recipe.definition.reference, "D"))
            self._doubts.add(later, listed.LATER, column)
        days[occupied | later] = np.datetime64("NaT")
        self.imprecise = int((~np.isnat(days) & np.isin(told, (MONTH, YEAR))).sum())
        return days

    def place(self) -> tuple[np.ndarray, np.ndarray]:
        """x and y in the CRS of the recipe, NaN where not told or not in the Netherlands."""
        columns = self.column(X), self.column(Y)
        if columns[0] is None or columns[1] is None:
            return np.full(self.count, np.nan), np.full(self.count, np.nan)
        x, y = (quantities(one)[0] for one in columns if one is not None)
        west, east, south, north = _BOXES.get(self._recipe.crs, _DEGREES)
        with np.errstate(invalid="ignore"):
            inside = (x >= west) & (x <= east) & (y >= south) & (y <= north)
        said = self._has(columns[0]) | self._has(columns[1])
        self._doubts.add(said & ~inside, listed.BAD_PLACE, *columns)
        return np.where(inside, x, np.nan), np.where(inside, y, np.nan)

    def functions(self) -> Factored:
        """The functions of each row, as tuples of names."""
        flags = self._recipe.flags
        if not flags:
            column = self.column(FUNCTION)
            return column.told(terms.functions) if column else Factored([()], np.zeros(self.count, np.int32))
        key = np.zeros(self.count, np.int64)
        for bit, name in enumerate(flags):
            column = self._table.column(name)
            key |= column.take(np.array([terms.is_yes(one) for one in column.values], np.int64)) << bit
        distinct, position = np.unique(key, return_inverse=True)
        names = [
            tuple(sorted({one for bit, one in enumerate(flags.values()) if key_of >> bit & 1}))
            for key_of in distinct.tolist()
        ]
        return Factored(names, position.astype(np.int32))

    def _has(self, column: Factored) -> np.ndarray:
        return column.take(np.array([bool(cells.text(one)) for one in column.values], bool))

    def _read(self, role: str, read: Callable[[Any], str], reason: str) -> Factored:
        """Texts of a column, "" for none; a cell of which `read` makes none is a doubt."""
        column = self.column(role)
        if column is None:
            return self.texts(role)
        told = [read(one) for one in column.values]
        self._doubt(column, [not one for one in told], reason)
        return column.given(told)

    def _doubt(self, column: Factored, wrong: Sequence[bool], reason: str) -> None:
        """Rows of which a cell that says something is wrong, by the distinct values of its column."""
        is_wrong = [bad and bool(cells.text(one)) for bad, one in zip(wrong, column.values)]
        if any(is_wrong):
            self._doubts.add(column.take(np.array(is_wrong, bool)), reason, column)

    def _number(
        self,
        role: str,
        whole: bool,
        is_dummy: Callable[[np.ndarray], np.ndarray],
        dummy: str,
        read: Factored | None = None,
    ) -> np.ndarray:
        column = self.column(role)
        if column is None:
            return np.full(self.count, np.nan)
        values, kind, example = quantities(read or column, whole)
        self.decimal = self.decimal or example
        formula = column.take(np.array([is_formula(one) for one in column.values], bool))
        wrong = kind == cells.NO_NUMBER
        dummies = is_dummy(values) & ~np.isnan(values)
        self._doubts.add(formula & (kind != cells.NUMBER), listed.FORMULA, column)
        self._doubts.add(wrong & ~formula, listed.NO_NUMBER, column)
        self._doubts.add(kind == cells.NEGATIVE, listed.NEGATIVE, column)
        self._doubts.add(dummies, dummy, column)
        values[dummies] = np.nan
        return values


def _number_in(cell: Any, is_line: bool) -> Any:
    return addresses.read_line(cell)[1] if is_line else cell
