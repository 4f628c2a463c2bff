# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows a network on the page and on the map, as the user chose: a division, two of them, or soft areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ..figures.zone_map import ZoneMap, ZoneShape
from ..i18n import tr
from ..panel import network_charts as charts
from ..panel import network_rows as rows
from ..panel import network_words as words
from . import picture
from .wanted import LINES_ELSE, keys_of, least_drawn, needed_years, year_before

if TYPE_CHECKING:
    from ..maps.network_layers import Fill, NetworkLayers
    from ..networks.divisions import Division
    from ..networks.facts import ZoneFacts
    from ..networks.soft_areas import Shares
    from ..panel.network_controls import Choices
    from ..panel.network_page import NetworkPage
    from ..services.work import Work
    from ..state import State
    from .tables import YearFlows
    from .view import DivisionKey, NetworkView
    from .work import NetworkWork

_YEARS, _DIVIDE, _SOFT = "years", "divide", "soft"
_FIRM = 0.8  # a zone that is less often with one centre lies between several
_SEEN = 0.1  # a share below this is not drawn
_MOST_YEARS = 3  # of which soft areas are made
_MOST_NAMED = 8


class Shown(QObject):
    """What is shown; what takes long is computed beside the window first."""

    def __init__(
        self, page: NetworkPage, state: State, layers: NetworkLayers, work: NetworkWork, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page, self._state, self._layers, self._work = page, state, layers, work
        self.view: NetworkView | None = None
        self._zone = ""
        self._facts: ZoneFacts | None = None
        self._drawn: tuple[str, str] | None = None  # the years of the flows on the map, and before
        self._details: dict[str, str] = {}
        self._shapes: tuple[ZoneShape, ...] | None = None
        self._soft: dict[str, Shares] = {}  # by year
        self._division: Division | None = None

    def set_view(self, view: NetworkView | None) -> None:
        """Another table or other zones; None for nothing."""
        self.view = view
        self._drawn, self._shapes, self._soft, self._division = None, None, {}, None
        if view is None:
            self._zone, self._facts = "", None
            return
        codes = sorted(view.year(self._page.choices.year).every.codes, key=lambda one: view.names.get(one, one))
        if self._zone not in codes:
            self._zone = ""
        self._page.set_zone_names([(code, view.names.get(code, code)) for code in codes], self._zone)
        self.redraw()
        self.choose(self._zone)

    # Divisions

    def redraw(self) -> None:
        """Show what is chosen, at once or, where that takes long, when it is computed."""
        view, choices = self.view, self._page.choices
        if view is None:
            return
        years = needed_years(view, choices)
        if not view.has_years(years):

            def compute_years(_work: Work) -> None:
                for pair in years:
                    view.year(*pair)

            self._work.order(_YEARS, tr("Reading the table of flows"), compute_years, lambda _none: self._again(view))
            return
        self._follow_year(view, choices)
        if choices.mode == words.SOFT:
            self._redraw_soft(view, choices)
            return
        keys = keys_of(choices)
        missing = [key for key in keys if not view.has(key)]
        if missing and view.is_large(choices.year):
            jobs = [(key, view.dividing(key)) for key in missing]

            def compute(work: Work) -> list[tuple[DivisionKey, Division]]:
                return [(key, job(work.feedback.isCanceled)) for key, job in jobs]

            def take(found: list[tuple[DivisionKey, Division]]) -> None:
                for key, division in found:
                    view.keep(key, division)
                self._again(view)

            self._work.order(_DIVIDE, tr("Dividing into regions"), compute, take)
            return
        self._show(view, choices, [view.division(key) for key in keys])

    def _again(self, view: NetworkView) -> None:
        """What was missing is there now."""
        if view is self.view:
            self.redraw()

    def _follow_year(self, view: NetworkView, choices: Choices) -> None:
        """The flows of the year on the map; what is told of zones and cities."""
        years = (choices.year, year_before(view, choices))
        if years == self._drawn:
            return
        self._drawn = years
        year = view.year(choices.year)
        self._layers.set_lines(picture.flow_lines(year.whole, view.points(year.whole)))
        pack = self._state.pack
        codes = [city.code for city in pack.cities] if pack is not None else []
        (every,) = view.cities(year.every.codes, [choices.year])
        self._details = {one.code: words.zone_detail(one) for one in every}
        shown = [one for one in (years[1], years[0]) if one or one == choices.year]
        self._page.set_cities(view.cities(codes, shown), _table(year))
        if self._facts is not None:
            self.choose(self._zone)

    def _show(self, view: NetworkView, choices: Choices, divisions: Sequence[Division]) -> None:
        year = view.year(choices.year)
        flows, first = year.whole, divisions[0]
        second = divisions[1] if len(divisions) > 1 else None
        colours = view.colours(flows, first)
        if second is not None:
            colours = {**view.colours(flows, second), **colours}
        fills = picture.division_fills(flows, first, colours, view.names, second)
        least = least_drawn(choices)
        self._layers.show(fills, least)
        self._division = first
        # Those on the map first.
        regions = sorted(view.regions(choices.year, first), key=lambda one: not any(c in view.place for c in one.zones))
        by_centre = {region.centre: colours[int(first.centres[region.number])] for region in regions}
        apart = words.apart(first)
        unit = flows.unit
        self._page.set_regions(
            lambda unfolded, every: rows.region_rows(
                regions, by_centre, view.names, self._details, unit, unfolded, every, apart
            ),
            {code: region.centre for region in regions for code in region.zones},
        )
        told = [words.lines_told(least)]
        if second is not None:
            told += self._show_two(view, choices, fills, divisions, colours)
        else:
            self._page.set_maps(None)
        self._page.set_told([*told, *words.division_notes(first)])
        self._tell_zone()

    def _show_two(
        self,
        view: NetworkView,
        choices: Choices,
        fills: Mapping[str, Fill],
        divisions: Sequence[Division],
        colours: Mapping[int, str],
    ) -> list[str]:
        """The small maps; what is told of the difference."""
        flows = view.year(choices.year).whole
        other = picture.division_fills(flows, divisions[1], colours, view.names)
        alone = picture.division_fills(flows, divisions[0], colours, view.names)
        differing = [code for code in flows.codes if _region(alone, code) != _region(other, code)]
        names = [
            words.division_name(choices.method, choices.threshold, choices.year),
            words.division_name(choices.method2, choices.threshold2, choices.year2 or choices.year),
        ]
        if view.zones is not None:
            if self._shapes is None:
                self._shapes = picture.small_shapes(view.zones)
            codes = view.zones.codes
            maps = [
                ZoneMap(name, tuple(part[code].colour if code in part else "" for code in codes))
                for name, part in zip(names, (alone, other))
            ]
            told = [
                tuple(
                    words.in_region(view.names.get(code, code), _region(part, code), name)
                    for name, part in zip(names, (alone, other))
                )
                for code in codes
            ]
            marked = frozenset(i for i, code in enumerate(codes) if code in set(differing))
            self._page.set_maps(charts.map_chart(self._shapes, maps, marked, told, tr("Outlined: in another region.")))
        differing.sort(key=lambda code: code not in view.place)  # those on the map first
        some = [view.names.get(code, code) for code in differing[:_MOST_NAMED]]
        return [words.difference(len(differing), flows.count, some)]

    # Soft areas

    def _redraw_soft(self, view: NetworkView, choices: Choices) -> None:
        if choices.year in self._soft:
            self._show_soft(view, choices, self._soft[choices.year])
            return
        from ..networks.soft_areas import RUNS

        others = [year for year in view.table.years if year != choices.year]
        flows = [view.year(choices.year).whole]
        for year in others[:: max(1, len(others) - 1)][: _MOST_YEARS - 1]:  # the newest and the oldest of them
            found = view.year(year, choices.year).whole
            if (found.within() > 0).sum() * 2 >= (flows[0].within() > 0).sum():  # not only a part of the flows
                flows.append(found)
        neighbours = view.neighbours(flows[0])
        what = tr("Dividing {} times").format(len(RUNS) * len(flows))

        def compute(work: Work) -> Shares:
            from ..networks.soft_areas import soft_areas

            return soft_areas(
                flows,
                neighbours,
                told=lambda done, total: work.tell(done, total, what),
                cancelled=work.feedback.isCanceled,
            )

        def take(shares: Shares) -> None:
            if view is self.view:
                self._soft[choices.year] = shares
            self._again(view)

        self._page.set_maps(None)
        self._page.set_told([])
        self._work.order(_SOFT, what, compute, take)

    def _show_soft(self, view: NetworkView, choices: Choices, shares: Shares) -> None:
        flows = view.year(choices.year).whole
        colours = view.colours_of(flows, shares.centres.tolist())
        self._layers.show(picture.soft_fills(flows, shares, colours, view.names, _SEEN), LINES_ELSE)
        firm = shares.firmness()
        between = [i for i in firm.argsort(kind="stable").tolist() if 0 < firm[i] < _FIRM]
        between.sort(key=lambda i: flows.codes[i] not in view.place)  # those on the map first
        soft_rows = rows.soft_rows(
            [(flows.codes[i], words.shares_line(self._ranked(view, shares, i))) for i in between], view.names
        )
        self._page.set_maps(None)
        self._page.set_regions(lambda _unfolded, _all: soft_rows, {})
        self._page.set_told([words.lines_told(LINES_ELSE), words.soft_told(shares.runs)])
        self._tell_zone()

    def _ranked(self, view: NetworkView, shares: Shares, zone: int) -> list[tuple[str, float]]:
        codes = view.year(self._page.choices.year).whole.codes
        return [(view.names.get(codes[centre], codes[centre]), often) for centre, often in shares.ranked(zone, _SEEN)]

    # One zone

    def choose(self, code: str, by_map: bool = False) -> None:
        """Show where the residents of a zone work, and where its workers live; "" for no zone."""
        view, choices = self.view, self._page.choices
        if view is None:
            return
        self._facts = view.zone(code, choices.year, year_before(view, choices)) if code else None
        self._zone = code if self._facts is not None else ""
        self._layers.mark(self._zone)
        if self._facts is None:
            self._layers.show_ties("", [])
        else:
            flows = view.year(choices.year).every
            points = view.points(flows)
            lines = [
                line
                for into, ties in ((False, self._facts.out), (True, self._facts.into))
                for line in picture.tie_lines(self._zone, charts.shown_ties(ties), into, flows, points)
            ]
            self._layers.show_ties(tr("Commuting from and to {}").format(self._facts.name), lines)
        self._tell_zone()
        self._page.set_zone(self._facts, _table(view.year(choices.year)))
        if by_map and self._facts is not None:
            self._page.show_zone()

    def related(self) -> list[str]:
        """The chosen zone, and those with which it has the strongest ties."""
        if self._facts is None:
            return []
        ties = (*self._facts.out[:3], *self._facts.into[:3])
        return [self._zone, *(tie.code for tie in ties if tie.code)]

    def _tell_zone(self) -> None:
        view, choices = self.view, self._page.choices
        if view is None:
            return
        lines = []
        flows = view.year(choices.year).whole
        if self._zone in flows.codes:
            place = flows.codes.index(self._zone)
            if choices.mode == words.SOFT and choices.year in self._soft:
                lines.append(words.soft_zone(self._ranked(view, self._soft[choices.year], place)))
            elif choices.mode != words.SOFT and self._division is not None:
                label = int(self._division.labels[place])
                centre = flows.codes[int(self._division.centres[label])] if label >= 0 else ""
                lines.append(words.zone_region(view.names.get(centre, centre)))
        self._page.tell_zone(self._facts.name if self._facts is not None else "", lines)


def _region(fills: Mapping[str, Fill], code: str) -> str:
    return fills[code].region if code in fills else ""


def _table(year: YearFlows) -> charts.Table:
    return charts.Table(year.source, year.every.unit)
