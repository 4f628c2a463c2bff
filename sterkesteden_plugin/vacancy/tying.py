# SPDX-License-Identifier: GPL-2.0-or-later
"""Units of a list tied to points: by the BAG's id, else by postcode and number, else by their own coordinates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..tables.factored import Factored, FactoredTable
from ..tables.stopping import Stopped, never
from . import terms
from .addresses import bare
from .facts import Facts
from .listed import Listing
from .reading import Addresses, ReadPremises
from .recipes import ADDRESS_ID, ID, STATUS, Recipe

# How a unit was tied, and why one was not.
BY_ID, BY_ADDRESS, BY_COORDINATES, NOT_TIED = range(4)
NO_ADDRESS = "no-address"  # neither id, nor postcode and number, nor coordinates
NO_POSTCODE = "no-postcode"  # a street and a number, but no postcode
NOT_THERE = "not-there"  # the register does not have it
SEVERAL = "several"  # the register has several that it may be
_AT_ONCE = 10_000  # units between two looks at whether the user has had enough
REASONS = ("", NO_ADDRESS, NO_POSTCODE, NOT_THERE, SEVERAL)


class Register:
    """Addresses of the BAG (B), to be asked: rows of a list that has their places."""

    def __init__(self, x: np.ndarray, y: np.ndarray, ids: Factored, address_ids: Factored, own: Addresses) -> None:
        self.x, self.y, self.ids = x, y, ids
        placed = (np.isfinite(x) & np.isfinite(y)).tolist()
        self._by_id: dict[str, int] = {}
        for told in (ids, address_ids):
            for at, one in enumerate(told.position.tolist()):
                if told.values[one] and placed[at]:
                    self._by_id.setdefault(told.values[one], at)
        self._exact: dict[tuple[str, int, str, str], list[int]] = {}
        self._joined: dict[tuple[str, int, str], list[int]] = {}
        self._numbers: set[tuple[str, int]] = set()
        for at, key in enumerate(_keys(own)):
            if key is not None and placed[at]:
                postcode, number, letter, addition = key
                self._exact.setdefault(key, []).append(at)
                self._numbers.add((postcode, number))
                self._joined.setdefault((postcode, number, letter + addition), []).append(at)

    @classmethod
    def of(cls, table: FactoredTable, recipe: Recipe) -> Register:
        """Every row of a list of the BAG that is there, those of secondary addresses too."""
        unsaid = Listing(table)
        facts = Facts(table, recipe, unsaid)
        street, postcode, place = facts.address()
        x, y = facts.place()
        x[facts.says(STATUS, terms.is_no_stock)] = np.nan
        own = Addresses(street, *facts.house_number(), postcode, place)
        return cls(x, y, facts.ids(ID), facts.ids(ADDRESS_ID), own)

    def of_id(self, identification: str) -> int:
        """The row of an id of the BAG, -1 for none."""
        return self._by_id.get(identification, -1)

    def of_address(self, key: tuple[str, int, str, str]) -> tuple[int, str]:
        """(row, or -1 and why); letter and addition may stand in one another's place."""
        postcode, number, letter, addition = key
        found = self._exact.get(key) or self._joined.get((postcode, number, letter + addition)) or []
        places = {(self.x[at], self.y[at]) for at in found}
        if len(found) == 1 or (found and len(places) == 1):
            return found[0], ""
        may_be = found or (not letter + addition and (postcode, number) in self._numbers)
        return -1, SEVERAL if may_be else NOT_THERE


@dataclass(frozen=True, eq=False)
class Tied:
    """Of each unit (P,): how it was tied, its row in the register (-1 for none), its place, and why it was not."""

    how: np.ndarray  # int8: BY_ID, BY_ADDRESS, BY_COORDINATES or NOT_TIED
    row: np.ndarray  # int64
    x: np.ndarray  # NaN where not tied
    y: np.ndarray
    reason: np.ndarray  # int8, positions in `REASONS`

    def counts(self) -> dict[str, int]:
        """How many units were not tied, by reason."""
        told = np.bincount(self.reason, minlength=len(REASONS)).tolist()
        return {reason: count for reason, count in zip(REASONS, told) if reason and count}


def tie(read: ReadPremises, register: Register | None = None, cancelled: Callable[[], bool] = never) -> Tied:
    """Each unit to a point; coordinates of the list itself must be in the CRS of the register. Raises Stopped."""
    count = read.premises.count
    how, row = np.full(count, NOT_TIED, np.int8), np.full(count, -1, np.int64)
    reason = np.zeros(count, np.int8)
    own = np.isfinite(read.premises.x) & np.isfinite(read.premises.y)
    named = read.addresses.number > 0
    streets = read.addresses.street
    named &= streets.take(np.array([bool(one) for one in streets.values], bool))
    for at, (one, key) in enumerate(zip(_ids(read), _keys(read.addresses))):
        why = NO_ADDRESS
        if at % _AT_ONCE == 0 and cancelled():
            raise Stopped
        if register is not None:
            found = next((row_of for row_of in map(register.of_id, one) if row_of >= 0), -1)
            if found >= 0:
                how[at], row[at] = BY_ID, found
                continue
            if key is not None:
                found, why = register.of_address(key)
                if found >= 0:
                    how[at], row[at] = BY_ADDRESS, found
                    continue
            elif any(one):
                why = NOT_THERE
        if own[at]:
            how[at] = BY_COORDINATES
        elif why == NO_ADDRESS and (key is not None or any(one)):
            reason[at] = REASONS.index(NOT_THERE)
        else:
            reason[at] = REASONS.index(NO_POSTCODE if why == NO_ADDRESS and named[at] else why)
    x, y = read.premises.x.copy(), read.premises.y.copy()
    if register is not None:
        there = row >= 0
        x[there], y[there] = register.x[row[there]], register.y[row[there]]
    return Tied(how, row, x, y, reason)


def _ids(read: ReadPremises) -> Iterable[tuple[str, str]]:
    """Ids of object and address of each unit, "" for none."""
    return zip(read.ids.cells(), read.address_ids.cells())


def _keys(own: Addresses) -> Sequence[tuple[str, int, str, str] | None]:
    """Postcode, number, letter and addition of each row, None where postcode or number is not told."""
    rest = [(bare(letter), bare(addition)) for letter, addition in own.rest.values]
    postcodes = [own.postcode.values[at] for at in own.postcode.position.tolist()]
    return [
        (postcode, number, *rest[at]) if postcode and number else None
        for postcode, number, at in zip(postcodes, own.number.tolist(), own.rest.position.tolist())
    ]
