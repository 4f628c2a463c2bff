# SPDX-License-Identifier: GPL-2.0-or-later
"""From what a table holds to the flows between zones: one year, codes joined to codes, the rest elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..tables import cells
from .flows import ELSEWHERE, Flows
from .reading import EXAMPLES, Note, ReadFlows, is_total
from .recoding import Successor, recode

# What is told of the zones.
ZEROS, PREFIX, RECODED, SPLIT, OUTSIDE, BEYOND = "zeros", "prefix", "recoded", "split", "outside", "beyond"
SECTORS, TOTAL, NO_ZONES, ONE_ZONE, NO_MATCH = "sectors", "total", "no-zones", "one-zone", "no-match"
NO_FLOWS, NO_SELF_FLOWS, ISOLATED = "no-flows", "no-self-flows", "isolated"

_CODE = re.compile(r"([A-Z]{2})?0*(\d+)")
_WIDTHS = {"GM": 4, "WK": 6, "BU": 8}  # digits of codes of CBS
# Letters are put before numbers, or taken off, only where that makes zones of most: a postcode is no municipality.
_MOST = 2 / 3


@dataclass(frozen=True, eq=False)
class Joined:
    """Flows of a year between zones. `recoded` are codes and the zones that took their place; `outside` codes of none.

    `beyond` is the flow that has neither end in a zone: with it and `flows` the sum is that of the table. `suppressed`
    is the number of pairs with an end in a zone whose flow is not told.
    """

    flows: Flows
    year: str
    sector: str
    notes: tuple[Note, ...]
    recoded: tuple[tuple[str, str], ...]
    outside: tuple[str, ...]
    beyond: float
    suppressed: int


def join(
    read: ReadFlows,
    zones: Iterable[str] | None = None,
    year: str = "",
    sector: str = "",
    successors: Iterable[Successor] = (),
    until: str = "",
) -> Joined:
    """The flows of a year ("" for the newest) and a sector ("" for their total, or else the sum of all).

    Without `zones` every code of the table is one, after what merged up to the day `until` (ISO; "" for nothing). With
    zones a code that is none is first tried with zeros and letters that were lost, then followed through `successors`;
    what then is no zone is elsewhere. Raises KeyError for a year or sector that the table does not have.
    """
    year = year or (read.years[-1] if read.years else "")
    if year not in read.years and read.years:
        raise KeyError(year)
    chosen, told = _of_sector(read, sector)
    at = read.years.index(year) if read.years else 0
    rows = chosen[read.pairs.sector] & (read.pairs.year == at)
    apart = chosen[read.hidden.sector] & (read.hidden.year == at)
    origin, destination, flow = read.pairs.origin[rows], read.pairs.destination[rows], read.flow[rows]
    hidden = read.hidden.origin[apart], read.hidden.destination[apart]

    # Only what occurs in this year is told of.
    used = np.unique(np.concatenate((origin, destination, *hidden)))
    spelled = _spelled([read.codes[one] for one in used], zones)
    recoded = recode(spelled.codes, spelled.successors(successors), spelled.zones, until)
    codes = [recoded.applied.get(code, code) for code in spelled.codes]
    present = {*codes} - {ELSEWHERE}
    names = sorted(present if spelled.zones is None else spelled.zones)
    place = {name: number for number, name in enumerate(names)}
    where = np.zeros(len(read.codes) + 1, np.int64)
    where[used] = [place.get(code, len(names)) for code in codes]

    origin, destination = where[origin], where[destination]
    away = (origin == len(names)) & (destination == len(names))
    flows = Flows.between(tuple(names), origin, destination, flow, read.unit, year)
    outside = tuple(sorted(present - place.keys()))
    pairs = tuple(sorted(recoded.applied.items()))
    notes = (
        told,
        Note(ZEROS, *_told(spelled.zeros)),
        Note(PREFIX, *_told(spelled.prefix)),
        Note(RECODED, len(pairs), tuple(f"{old} → {new}" for old, new in pairs[:EXAMPLES])),
        Note(SPLIT, *_told(recoded.split)),
        Note(OUTSIDE, *_told(outside)),
        Note(BEYOND, int(away.sum())),
        *_of_zones(flows),
    )
    return Joined(
        flows,
        year,
        sector,
        tuple(note for note in notes if note.count),
        pairs,
        outside,
        float(flow[away].sum()),
        int(np.count_nonzero((where[hidden[0]] < len(names)) | (where[hidden[1]] < len(names)))),
    )


@dataclass(frozen=True)
class _Spelled:
    """Codes as the zones spell them; `zeros` and `prefix` are codes that were spelled otherwise."""

    codes: tuple[str, ...]
    zones: frozenset[str] | None
    zeros: tuple[str, ...]
    prefix: tuple[str, ...]
    letters: str | None  # before the numbers of the zones; None where they are not of one kind

    def successors(self, told: Iterable[Successor]) -> list[Successor]:
        """Those of a pack, whose codes have letters, as the zones spell them."""
        if self.letters is None or self.zones is None:
            return list(told)
        spelling = {_bare(zone)[1]: zone for zone in self.zones}

        def spelled(code: str) -> str:
            letters, number = _bare(code)
            return spelling.get(number, number) if number and not self.letters and letters == "GM" else code

        return [Successor(spelled(one.old), spelled(one.new), one.date, one.old_name, one.new_name) for one in told]


def _bare(code: str) -> tuple[str, str]:
    """Letters and number without zeros before it; two times "" where a code has another form."""
    found = _CODE.fullmatch(code)
    return (found.group(1) or "", found.group(2)) if found else ("", "")


def _spelled(codes: Sequence[str], zones: Iterable[str] | None) -> _Spelled:
    if zones is None:
        return _by_themselves(codes)
    wanted = frozenset(filter(None, map(cells.text, zones)))
    kinds = {_bare(zone)[0] for zone in wanted if _bare(zone)[1]}
    letters = kinds.pop() if len(kinds) == 1 and all(_bare(zone)[1] for zone in wanted) else None
    times = Counter(map(_bare, wanted))
    # Of two that differ by zeros alone neither is meant.
    spelling = {_bare(zone): zone for zone in wanted if times[_bare(zone)] == 1}
    exact = {code: code for code in codes if code in wanted or code == ELSEWHERE}
    zeros: dict[str, str] = {}
    prefix: dict[str, str] = {}
    for code in codes:
        bare = _bare(code)
        if code in exact or not bare[1]:
            continue
        zone = spelling.get(bare)
        if zone is not None:
            zeros[code] = zone
        elif letters is not None and bare[0] != letters and "" in (bare[0], letters) and bare[0] in ("", *_WIDTHS):
            other = spelling.get((letters, bare[1]))
            prefix[code] = other or letters + bare[1].zfill(_WIDTHS.get(letters, 0))
    among = sum(zone in wanted for zone in prefix.values())
    if among < _MOST * min(len(prefix), max(1, len(wanted) - len(exact) - len(zeros))):
        prefix = {}
    every = tuple(exact.get(code) or zeros.get(code) or prefix.get(code) or code for code in codes)
    return _Spelled(every, wanted, tuple(sorted(zeros)), tuple(sorted(prefix)), letters)


def _by_themselves(codes: Sequence[str]) -> _Spelled:
    """Codes that differ from others by zeros before the number alone, or have fewer digits than CBS gives them."""
    starting = [len(code) for code in codes if code.startswith("0") and code.isdigit()]
    width = max(starting, default=0)
    spelled = []
    for code in codes:
        letters, number = _bare(code)
        digits = _WIDTHS.get(letters, 0) if letters else width
        spelled.append(letters + number.zfill(digits) if number and digits else code)
    changed = tuple(code for code, other in zip(codes, spelled) if code != other)
    return _Spelled(tuple(spelled), None, changed, (), None)


def _of_sector(read: ReadFlows, sector: str) -> tuple[np.ndarray, Note]:
    """Which sectors count (bool, as `read.sectors`), and what is told of it."""
    if sector:
        chosen = np.array([one == sector for one in read.sectors] or [False])
        if not chosen.any():
            raise KeyError(sector)
        return chosen, Note(SECTORS)
    total = np.array([is_total(one) for one in read.sectors] or [False])
    if total.any():
        first = int(np.flatnonzero(total)[0])
        chosen = np.arange(len(total)) == first
        return chosen, Note(TOTAL, len(total) - 1, (read.sectors[first],))
    every = np.ones(max(1, len(read.sectors)), bool)
    return every, Note(SECTORS, len(read.sectors) if len(read.sectors) > 1 else 0, read.sectors[:EXAMPLES])


def _told(codes: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    return len(codes), tuple(codes[:EXAMPLES])


def _of_zones(flows: Flows) -> list[Note]:
    """What makes zones or flows a special case of every measure."""
    out, into, within = flows.residents_jobs(), flows.jobs(), flows.within()
    nothing = out + into == 0
    alone = ~nothing & (out == within) & (into == within)

    def which(mask: np.ndarray) -> tuple[int, tuple[str, ...]]:
        return _told([flows.codes[one] for one in np.flatnonzero(mask)])

    return [
        Note(NO_ZONES, 0 if flows.count else 1),
        Note(ONE_ZONE, 1 if flows.count == 1 else 0, flows.codes[:1]),
        Note(NO_MATCH, 1 if flows.count and not len(flows.flow) else 0),
        Note(NO_FLOWS, *which(nothing)),
        Note(NO_SELF_FLOWS, 1 if len(flows.flow) and not within.any() else 0),
        Note(ISOLATED, *which(alone)),
    ]
