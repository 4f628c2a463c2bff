# SPDX-License-Identifier: GPL-2.0-or-later
"""How firm regions are, in Processing: many divisions, over methods, thresholds and years, and where they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingException, QgsVectorLayer

from ..i18n import tr
from ..processing import styling
from ..processing.base import REAL, TEXT, WHOLE
from ..processing.running import Column, per_cent
from .dividing_algorithms import Dividing, neighbours_of
from .run_algorithms import Run

if TYPE_CHECKING:
    from .divisions import Division
    from .flows import Flows
    from .redraw import Wanted
    from .soft_areas import Shares


class NetworkAgreement(Dividing):
    """Soft areas, and how often two zones fall together."""

    NAME = "networkagreement"
    YEARS, THRESHOLD, DOMINANT, LABOUR, COMMUNITIES = "YEARS", "THRESHOLD", "DOMINANT", "LABOUR", "COMMUNITIES"
    LEAST_SHARE, SOFT, PAIRS = "LEAST_SHARE", "SOFT", "PAIRS"

    def title(self) -> str:
        return tr("Agreement of divisions")

    def about(self) -> list[str]:
        return [
            tr(
                "Divides zones into regions many times, over methods, thresholds and years, and tells for each zone in "
                "which share of these runs it belongs to the region of which centre. A zone between two centres shows "
                "as what it is: filled with the colour of the one, striped with that of the other."
            ),
            tr(
                "The soft areas have a row for each zone and centre: code, naam, centrum, centrum_naam, aandeel (the "
                "share of runs, from 0 to 1), rang (1 is the firmest) and verdeling (all of them). The pairs have a "
                "row for each two zones with the share of runs in which they are in one region."
            ),
            tr(
                "The thresholds are: of the commuting threshold and of communities the least share of the residents' "
                "jobs that a flow must have, of the strongest destination too, and of labour market areas the least "
                "self-containment, with a target 8⅓ percentage points above it."
            ),
        ]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_flows(year=False)
        self.add_zones()
        self.add_text(self.YEARS, tr("Years"), tr("With commas. Left empty, they are all years of the table."))
        hint = tr("Thresholds, with a point for decimals and commas between them. Left empty, it is not used.")
        for name, text, default in (
            (self.THRESHOLD, tr("Commuting threshold (%)"), "10, 12.5, 15, 17.5, 20"),
            (self.DOMINANT, tr("Strongest destination (%)"), "0, 5, 10"),
            (self.LABOUR, tr("Labour market areas (%)"), "60, 65, 70, 75"),
            (self.COMMUNITIES, tr("Communities of flows (%)"), "0, 5, 10"),
        ):
            self.add_text(name, text, hint, default=default)
        centres = tr("Their codes, with commas. Left empty, they are all zones that are a centre in any run.")
        self.add_text(self.CENTRES, tr("Centres of the regions"), centres, advanced=True)
        least = tr("Least share of runs that is shown (%)")
        self.add_number(self.LEAST_SHARE, least, 20.0, most=100.0, advanced=True)
        self.add_whole_only()
        kind = QgsProcessing.SourceType.TypeVectorAnyGeometry
        self.add_result(self.SOFT, tr("Soft areas"), kind)
        self.add_result(self.PAIRS, tr("Zones that fall together"), QgsProcessing.SourceType.TypeVector, False)
        self.add_rejected()

    def compute(self, run: Run) -> None:
        import numpy as np

        from .agreement import belonging
        from .soft_areas import Shares, shares_of

        wanted = self._wanted(run)
        years = run.words(self.YEARS) or list(run.given().read.years)
        flows = self._same_zones(run, years)
        run.year = ", ".join(filter(None, years))
        divisions = self._divisions(run, flows, wanted)
        run.tell(
            tr("{} divisions: {} thresholds of {} methods in {} years.").format(
                len(divisions), len(wanted), len({one.method for one in wanted}), len(flows)
            )
        )
        centres = self.centres_of(run, flows[0])
        if centres:
            at = np.array(sorted(flows[0].codes.index(code) for code in set(centres)), np.int64)
            shares = Shares(at, belonging(divisions, at, run.cancelled), len(divisions))
        else:
            shares = shares_of(divisions)
        self._write_soft(run, flows[0], shares)
        if run.value(self.PAIRS):
            self._write_pairs(run, flows[0], divisions)

    def _wanted(self, run: Run) -> list[Wanted]:
        from . import redraw

        wanted = []
        for key, method in (
            (self.THRESHOLD, redraw.THRESHOLD),
            (self.DOMINANT, redraw.DOMINANT),
            (self.LABOUR, redraw.LABOUR),
            (self.COMMUNITIES, redraw.COMMUNITIES),
        ):
            title = self.parameterDefinition(key).description()
            for word in run.words(key):
                share = _percentage(word)
                if share is None or (method == redraw.LABOUR and share == 0):
                    text = tr("“{}” is no threshold of “{}”. Give percentages from 0 to 100, such as 10, 12.5, 15.")
                    raise QgsProcessingException(text.format(word, title))
                wanted.append(redraw.Wanted(method, share))
        if not wanted:
            raise QgsProcessingException(tr("There is no threshold. Give one or more, of one or more methods."))
        return wanted

    def _same_zones(self, run: Run, years: list[str]) -> list[Flows]:
        """The flows of each year between the same zones: those that are divided in every one of them."""
        from .facts import keep

        flows = [self.flows_of(run, year, len(years) > 1) for year in years]
        common = set(flows[0].codes).intersection(*(one.codes for one in flows))
        return [keep(one, [at for at, code in enumerate(one.codes) if code in common]) for one in flows]

    def _divisions(self, run: Run, years: list[Flows], wanted: list[Wanted]) -> list[Division]:
        from .redraw import divide

        pairs = neighbours_of(run, years[0])
        divisions: list[Division] = []
        for flows in years:
            for one in wanted:
                run.feedback.setProgress(100 * len(divisions) / (len(years) * len(wanted)))
                divisions.append(divide(flows, one, pairs, run.cancelled))
        return divisions

    def _write_soft(self, run: Run, flows: Flows, shares: Shares) -> None:
        zones = run.given().zones
        names = dict(zip(zones.codes, zones.names))
        place = {code: number for number, code in enumerate(zones.codes)}
        least = run.number(self.LEAST_SHARE) / 100
        rows = []
        for zone, code in enumerate(flows.codes):
            ranked = [(flows.codes[at], share) for at, share in shares.ranked(zone, least)]
            spread = ", ".join(f"{names[centre]} {per_cent(share, 0)}" for centre, share in ranked)
            rows += [(code, centre, share, rank, spread) for rank, (centre, share) in enumerate(ranked, 1)]
        rows.sort(key=lambda row: (row[3], row[0]))  # the firmest lie below the stripes of others
        columns = [
            Column("code", TEXT, tr("Code"), [row[0] for row in rows]),
            Column("naam", TEXT, tr("Name"), [names[row[0]] for row in rows]),
            Column("centrum", TEXT, tr("Centre, code"), [row[1] for row in rows]),
            Column("centrum_naam", TEXT, tr("Centre"), [names[row[1]] for row in rows]),
            Column("aandeel", REAL, tr("Share of runs"), [row[2] for row in rows], tr("From 0 to 1")),
            Column("rang", WHOLE, tr("Rank"), [row[3] for row in rows], tr("1 is the firmest of the zone")),
            Column("verdeling", TEXT, tr("All shares of the zone"), [row[4] for row in rows]),
        ]
        colours = self._colours(run, flows, shares)
        shown = sorted({row[1] for row in rows}, key=lambda code: (names[code], code))
        categories = [(code, names[code], colours[code]) for code in shown]

        def draw(layer: QgsVectorLayer) -> None:
            styling.soften(layer, "centrum", categories, "aandeel", "rang")
            alone = "round(100 * \"aandeel\") || '%'"
            spread = f"if(\"verdeling\" like '%,%', replace(\"verdeling\", ', ', '\\n'), {alone})"
            text = f"if(\"rang\" = 1, \"naam\" || if(\"aandeel\" > 0.995, '', '\\n' || {spread}), '')"
            styling.label(layer, text, 7.0, wrap=0)

        about = tr("Each row is a zone and a centre, with the share of runs in which the zone belongs to its region.")
        shapes = (zones.geometries[place[row[0]]] for row in rows)
        run.write(self.SOFT, about, columns, shapes, zones.kind, draw)
        run.write_csv(columns)

    def _colours(self, run: Run, flows: Flows, shares: Shares) -> dict[str, str]:
        """A colour for each centre; those of zones beside each other differ."""
        from .region_colours import PALETTE

        zones = run.given().zones
        place = {code: number for number, code in enumerate(zones.codes)}
        points = zones.places()
        order = sorted(range(len(shares.centres)), key=lambda number: (-shares.share[:, number].sum(), number))
        codes = [flows.codes[shares.centres[number]] for number in order]
        numbers = styling.apart([tuple(points[place[code]]) for code in codes], len(PALETTE))
        return {code: PALETTE[number] for code, number in zip(codes, numbers)}

    def _write_pairs(self, run: Run, flows: Flows, divisions: list[Division]) -> None:
        from .agreement import together

        zones = run.given().zones
        names = dict(zip(zones.codes, zones.names))
        first, second, share = together(divisions, run.cancelled).pairs(run.number(self.LEAST_SHARE) / 100)
        one, other = [flows.codes[at] for at in first.tolist()], [flows.codes[at] for at in second.tolist()]
        columns = [
            Column("code", TEXT, tr("Code"), one),
            Column("naam", TEXT, tr("Name"), [names[code] for code in one]),
            Column("met_code", TEXT, tr("With, code"), other),
            Column("met_naam", TEXT, tr("With"), [names[code] for code in other]),
            Column("aandeel", REAL, tr("Share of runs"), share, tr("From 0 to 1")),
        ]
        run.write(
            self.PAIRS, tr("Each row is two zones, with the share of runs in which they are in one region."), columns
        )


def _percentage(word: str) -> float | None:
    try:
        share = float(word) / 100
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None
