# SPDX-License-Identifier: GPL-2.0-or-later
"""One table of flows with the zones of the map: its years, divisions and facts, each computed once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .tables import YearFlows, flows_of

if TYPE_CHECKING:
    import numpy as np

    from ..networks.divisions import Division
    from ..networks.facts import CityFacts, RegionFacts, ZoneFacts
    from ..networks.flows import Flows
    from ..networks.zones import Zones
    from .tables import ReadTable

AT_ONCE = 1000  # zones of which a division does not keep the window waiting
ROWS_AT_ONCE = 200_000  # and rows of which a year does not
_KEPT = 60  # divisions


class DivisionKey(NamedTuple):
    """A division of a year, between the zones of the year `as_in` ("" for its own)."""

    year: str
    method: str
    per_cent: int
    as_in: str = ""


class NetworkView:
    """`neighbours` are pairs of positions of `zones` that touch; `names` those of codes that the zones do not name."""

    def __init__(
        self, table: ReadTable, zones: Zones | None, neighbours: np.ndarray | None, names: Mapping[str, str]
    ) -> None:
        self.table, self.zones = table, zones
        self.names = {**table.names, **names, **(dict(zip(zones.codes, zones.names)) if zones is not None else {})}
        self._borders = neighbours
        self.place = {code: i for i, code in enumerate(zones.codes)} if zones is not None else {}
        self._places = zones.places() if zones is not None else None
        self._until = table.until(self.place)
        self._years: dict[tuple[str, str], YearFlows] = {}
        # By the codes of flows.
        self._points: dict[tuple[str, ...], np.ndarray] = {}
        self._beside: dict[tuple[str, ...], np.ndarray] = {}
        self._touching: dict[tuple[str, ...], np.ndarray] = {}
        self._divisions: dict[DivisionKey, Division] = {}
        self._colours: dict[str, int] = {}  # of centres, by code

    # Flows

    def year(self, year: str, as_in: str = "") -> YearFlows:
        """The flows of a year; between the very zones of the year `as_in`, if that is given."""
        if as_in in ("", year):
            as_in = ""
        key = (year, as_in)
        if key not in self._years:
            zones = self.year(as_in).whole.codes if as_in else None
            self._years[key] = flows_of(self.table, year, self._until, zones)
        return self._years[key]

    def has_years(self, pairs: Iterable[tuple[str, str]]) -> bool:
        """Whether these, each as `year` has them, are there without keeping the window waiting."""
        if sum(len(read.flow) for read, _ in self.table.reads) <= ROWS_AT_ONCE:
            return True
        return all((year, "" if as_in == year else as_in) in self._years for year, as_in in pairs)

    def points(self, flows: Flows) -> np.ndarray:
        """Where its zones are on the map, float64 (N, 2) in the CRS of the zones; NaN where they are not there."""
        if flows.codes not in self._points:
            import numpy as np

            points = np.full((flows.count, 2), np.nan)
            for i, code in enumerate(flows.codes):
                if code in self.place and self._places is not None:
                    points[i] = self._places[self.place[code]]
            self._points[flows.codes] = points
        return self._points[flows.codes]

    def neighbours(self, flows: Flows) -> np.ndarray | None:
        """Which of its zones touch; None where the map does not have them all."""
        if self._borders is None or any(code not in self.place for code in flows.codes):
            return None
        if flows.codes not in self._touching:
            import numpy as np

            place = {self.place[code]: i for i, code in enumerate(flows.codes)}
            pairs = [(place[a], place[b]) for a, b in self._borders.tolist() if a in place and b in place]
            self._touching[flows.codes] = np.array(pairs, np.int64).reshape(-1, 2)
        return self._touching[flows.codes]

    def is_large(self, year: str) -> bool:
        """Whether a division may keep the window waiting."""
        return self.year(year).whole.count > AT_ONCE

    # Divisions

    def dividing(self, key: DivisionKey) -> Callable[[Callable[[], bool]], Division]:
        """Computes a division when it is called, in any thread. Raises Stopped."""
        from ..networks.redraw import Wanted, divide

        flows = self.year(key.year, key.as_in).whole
        wanted, neighbours = Wanted(key.method, share_of(key.per_cent)), self.neighbours(flows)
        return lambda cancelled: divide(flows, wanted, neighbours, cancelled)

    def keep(self, key: DivisionKey, division: Division) -> None:
        while len(self._divisions) >= _KEPT:
            del self._divisions[next(iter(self._divisions))]
        self._divisions[key] = division

    def has(self, key: DivisionKey) -> bool:
        """Whether it was computed before."""
        return key in self._divisions

    def division(self, key: DivisionKey) -> Division:
        from ..tables.stopping import never

        if key not in self._divisions:
            self.keep(key, self.dividing(key)(never))
        return self._divisions[key]

    def colours(self, flows: Flows, division: Division) -> dict[int, str]:
        """The colour of each region by the position of its centre; a centre keeps the one that it had."""
        from ..networks.region_colours import PALETTE, beside, region_colours

        if flows.codes not in self._beside:
            self._beside[flows.codes] = beside(self.points(flows))
        before = {i: self._colours[code] for i, code in enumerate(flows.codes) if code in self._colours}
        found = region_colours(division, division.sums(flows).residents_jobs, self._beside[flows.codes], before)
        for centre, colour in zip(division.centres.tolist(), found.tolist()):
            self._colours.setdefault(flows.codes[centre], colour)
        return {centre: PALETTE[colour] for centre, colour in zip(division.centres.tolist(), found.tolist())}

    def colours_of(self, flows: Flows, centres: Sequence[int]) -> dict[int, str]:
        """The colours of centres of several divisions: those that they had, else one after the other."""
        from ..networks.region_colours import COLOURS, PALETTE

        for centre in centres:
            self._colours.setdefault(flows.codes[centre], len(self._colours) % COLOURS)
        return {centre: PALETTE[self._colours[flows.codes[centre]]] for centre in centres}

    # Facts

    def regions(self, year: str, division: Division) -> tuple[RegionFacts, ...]:
        from ..networks.facts import region_facts

        return region_facts(self.year(year).whole, division, self.names)

    def zone(self, code: str, year: str, before: str) -> ZoneFacts | None:
        from ..networks.facts import zone_facts

        then = self.year(before).every if before and before != year else None
        return zone_facts(self.year(year).every, code, self.names, then)

    def cities(self, codes: Sequence[str], years: Sequence[str]) -> list[tuple[CityFacts, ...]]:
        from ..networks.facts import city_facts

        return [city_facts(self.year(year).every, codes, self.names) for year in years]


def share_of(per_cent: int) -> float:
    """The threshold that the slider means."""
    return 2 / 3 if per_cent == 67 else per_cent / 100  # what is meant where a threshold is two thirds
