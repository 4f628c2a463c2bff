# SPDX-License-Identifier: GPL-2.0-or-later
"""Regions in Processing: zones divided by their flows, in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..dutch import number as plain
from ..i18n import tr
from ..processing import styling
from ..processing.base import REAL, TEXT, WHOLE
from ..processing.running import Column, per_cent, with_unit
from .dividing_algorithms import Dividing, neighbours_of
from .region_words import COMMUNITIES, DOMINANT, LABOUR, THRESHOLD, note_words, reason_words, way_sources, ways
from .run_algorithms import Run

if TYPE_CHECKING:
    from .divisions import Division
    from .facts import RegionFacts
    from .flows import Flows


class NetworkRegions(Dividing):
    """Zones in regions."""

    NAME = "networkregions"
    METHOD, SHARE, LEAST = "METHOD", "SHARE", "LEAST"
    MIN_SIZE, MIN_CONTAINMENT = "MIN_SIZE", "MIN_CONTAINMENT"
    TARGET_SIZE, TARGET_CONTAINMENT = "TARGET_SIZE", "TARGET_CONTAINMENT"
    RESOLUTION, SEED = "RESOLUTION", "SEED"
    ZONES_OUT, REGIONS = "ZONES_OUT", "REGIONS"

    def title(self) -> str:
        return tr("Regions by flows")

    def about(self) -> list[str]:
        return [
            tr(
                "Divides zones into regions by the flows between them, in one of four ways. Any such division is a "
                "choice: compare methods, thresholds and years, and see in Agreement of divisions how firm it is."
            ),
            tr(
                "The zones get regio (the code of its centre), regio_naam, centrum (1 or 0), aandeel_regio (the share "
                "of their residents' jobs that is in the region) and reden, where there is something to tell of them. "
                "The regions get zones, woonbanen, werkbanen, zelf_aanbod, zelf_vraag and opmerking: a region "
                "with few flows says so."
            ),
        ]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_flows()
        self.add_zones()
        self.addParameter(QgsProcessingParameterEnum(self.METHOD, tr("Method"), ways(), False, THRESHOLD))
        real, whole = QgsProcessingParameterNumber.Type.Double, QgsProcessingParameterNumber.Type.Integer
        share = tr("Threshold (% of residents' jobs)")
        threshold = QgsProcessingParameterNumber(self.SHARE, share, real, None, True, 0.0, 100.0)
        threshold.setHelp(
            tr(
                "Left empty it is 15 for the commuting threshold, and 0 for the strongest destination and for "
                "communities, of which it says which flows count. Labour market areas have none."
            )
        )
        self.addParameter(threshold)
        centres = tr(
            "Their codes, with commas. Left empty, they are found by the flows: zones with no fewer jobs than "
            "residents have, that draw the threshold from another."
        )
        self.add_text(self.CENTRES, tr("Commuting threshold: centres"), centres, advanced=True)
        least = tr("Strongest destination: least flow")
        self.add_number(self.LEAST, least, 0.0, advanced=True)
        in_jobs = tr("Jobs of residents, in ones also where the table is in thousands.")
        from_0 = tr("A share from 0 to 1.")
        for name, text, default, most, hint in (
            (self.MIN_SIZE, tr("Labour market areas: least size (jobs)"), 1000.0, 1e9, in_jobs),
            (self.TARGET_SIZE, tr("Labour market areas: target size (jobs)"), 10_000.0, 1e9, in_jobs),
            (self.MIN_CONTAINMENT, tr("Labour market areas: least self-containment"), 0.6667, 1.0, from_0),
            (self.TARGET_CONTAINMENT, tr("Labour market areas: target self-containment"), 0.75, 1.0, from_0),
            (self.RESOLUTION, tr("Communities: resolution"), 1.0, 100.0, tr("More gives smaller regions.")),
        ):
            self.add_number(name, text, default, most=most, hint=hint, advanced=True)
        self.add_number(self.SEED, tr("Communities: seed"), 0, kind=whole, advanced=True)
        self.add_whole_only()
        kind = QgsProcessing.SourceType.TypeVectorAnyGeometry
        self.add_result(self.ZONES_OUT, tr("Zones with their region"), kind)
        self.add_result(self.REGIONS, tr("Regions, each as one"), kind, optional=True)
        self.add_rejected()

    def compute(self, run: Run) -> None:
        from .facts import region_facts

        have = run.given()
        flows = self.flows_of(run, run.text(self.YEAR))
        run.year = flows.year
        way = run.choice(self.METHOD)
        run.method = [way_sources()[way]]
        division = self._divide(run, flows, way)
        for note in division.notes:
            run.tell(note_words(note))
        if way == LABOUR and not division.count:
            text = tr(
                "No area is large and self-contained enough: all zones together have {} residents' jobs{}. Lower the "
                "demands, or say that the table is in thousands where it does not tell."
            )
            run.tell(text.format(plain(flows.residents_jobs().sum()), f" ({flows.unit})" if flows.unit else ""))
        names = dict(zip(have.zones.codes, have.zones.names))
        facts = region_facts(flows, division, names)
        placed = int((division.labels >= 0).sum())
        text = tr("Regions: {}. Zones in a region: {}; in none: {}.")
        run.tell(text.format(division.count, placed, len(have.zones.codes) - placed))
        colours = colours_of(run, flows, division)
        columns = self._of_zones(run, flows, division, names)
        categories = [(one.centre, one.name, colours[one.number]) for one in facts]

        def draw_zones(layer: QgsVectorLayer) -> None:
            styling.categorise(layer, "regio", categories, tr("in none of the regions"))
            styling.label(layer, 'if("centrum" = 1, \'\', "naam")', 7.0)

        about = tr("Each row is a zone with the region that it is in.")
        run.write(self.ZONES_OUT, about, columns, have.zones.geometries, have.zones.kind, draw_zones)
        run.write_csv(columns)
        self._write_regions(run, facts, categories, flows.unit)

    def _divide(self, run: Run, flows: Flows, way: int) -> Division:
        from . import communities, dominant, functional_areas, labour_markets
        from .flows import jobs_in
        from .redraw import strong

        share = None if run.value(self.SHARE) is None else run.number(self.SHARE) / 100
        if way == DOMINANT:
            return dominant.dominant_flows(flows, run.number(self.LEAST), share or 0.0, cancelled=run.cancelled)
        if way == THRESHOLD:
            centres, least = self.centres_of(run, flows) or None, functional_areas.SHARE if share is None else share
            run.tell(tr("Threshold: {} of the residents' jobs.").format(per_cent(least)))
            pairs = neighbours_of(run, flows)
            return functional_areas.functional_areas(flows, least, centres, pairs, cancelled=run.cancelled)
        if way == COMMUNITIES:
            resolution, seed = run.number(self.RESOLUTION), run.whole(self.SEED)
            return communities.communities(strong(flows, share or 0.0), resolution, seed, cancelled=run.cancelled)
        sizes = run.number(self.MIN_SIZE), run.number(self.TARGET_SIZE)
        shares = run.number(self.MIN_CONTAINMENT), run.number(self.TARGET_CONTAINMENT)
        jobs = jobs_in(flows.unit)
        try:
            return labour_markets.labour_market_areas(
                flows, sizes[0] / jobs, shares[0], sizes[1] / jobs, shares[1], cancelled=run.cancelled
            )
        except ValueError:
            text = tr(
                "The demands on labour market areas contradict each other: size {} to {}, self-containment {} to {}. "
                "Give a target size above the least size, and a target self-containment of at most 1 and not below the "
                "least one, which must be above 0."
            )
            raise QgsProcessingException(text.format(*(f"{one:g}" for one in (*sizes, *shares)))) from None

    def _of_zones(self, run: Run, flows: Flows, division: Division, names: dict[str, str]) -> list[Column]:
        import numpy as np

        zones = run.given().zones
        region = {code: int(label) for code, label in zip(flows.codes, division.labels) if label >= 0}
        centre = [flows.codes[at] for at in division.centres]
        label = np.append(division.labels, -1)
        same = (label[flows.origin] >= 0) & (label[flows.origin] == label[flows.destination])
        inside = np.bincount(flows.origin[same], flows.flow[same], flows.count + 1)[: flows.count]
        residents = flows.residents_jobs()
        shares = {
            code: part / whole
            for code, part, whole in zip(flows.codes, inside.tolist(), residents.tolist())
            if code in region and whole > 0
        }
        told: dict[str, list[str]] = {}
        for reason, codes in division.reported.items():
            for code in codes:
                told.setdefault(code, []).append(reason_words(reason))
        for code in set(zones.codes) - set(flows.codes):
            told[code] = [tr("no flow with itself in the table")]
        of = [centre[region[code]] if code in region else None for code in zones.codes]
        return [
            Column("code", TEXT, tr("Code"), zones.codes),
            Column("naam", TEXT, tr("Name"), zones.names),
            Column("regio", TEXT, tr("Region"), of, tr("Code of its centre")),
            Column("regio_naam", TEXT, tr("Name of the region"), [names[one] if one else None for one in of]),
            Column("centrum", WHOLE, tr("Is the centre"), [int(one == code) for one, code in zip(of, zones.codes)]),
            Column(
                "aandeel_regio",
                REAL,
                tr("Share of residents' jobs in the region"),
                [shares.get(code) for code in zones.codes],
                tr("Part of the residents' jobs R, from 0 to 1"),
            ),
            Column("reden", TEXT, tr("To tell"), [", ".join(told.get(code, ())) or None for code in zones.codes]),
        ]

    def _write_regions(
        self, run: Run, facts: tuple[RegionFacts, ...], categories: list[tuple[str, str, str]], unit: str
    ) -> None:
        zones = run.given().zones
        place = {code: number for number, code in enumerate(zones.codes)}
        few = tr("few flows: a few jobs more or less can change this region")
        columns = [
            Column("regio", TEXT, tr("Region"), [one.centre for one in facts], tr("Code of its centre")),
            Column("naam", TEXT, tr("Name"), [one.name for one in facts]),
            Column("zones", WHOLE, tr("Number of zones"), [len(one.zones) for one in facts]),
            Column("woonbanen", REAL, with_unit(tr("Residents' jobs"), unit), [one.residents_jobs for one in facts]),
            Column("werkbanen", REAL, with_unit(tr("Jobs"), unit), [one.jobs for one in facts]),
            Column("zelf_aanbod", REAL, tr("Self-containment of supply"), [one.supply for one in facts], "Tii / R"),
            Column("zelf_vraag", REAL, tr("Self-containment of demand"), [one.demand for one in facts], "Tii / W"),
            Column("opmerking", TEXT, tr("Remark"), [few if one.few else None for one in facts]),
        ]
        shapes = (joined([zones.geometries[place[code]] for code in one.zones], zones.are_areas) for one in facts)
        kind = QgsWkbTypes.Type.MultiPolygon if zones.are_areas else QgsWkbTypes.Type.MultiPoint

        def draw(layer: QgsVectorLayer) -> None:
            styling.categorise(layer, "regio", categories, border=0.6)
            text = "\"naam\" || coalesce('\\n' || round(100 * \"zelf_aanbod\") || '%', '')"
            styling.label(layer, f"{text} || if(\"opmerking\" is null, '', ' *')", 9.0, "10", bold=True, middle=True)

        about = tr("Each row is a region; * stands after one with few flows. The share is self-containment of supply.")
        run.write(self.REGIONS, about, columns, shapes, kind, draw)


def colours_of(run: Run, flows: Flows, division: Division) -> list[str]:
    """The colour of each region, so that those beside each other differ."""
    from .region_colours import PALETTE, beside, region_colours

    zones = run.given().zones
    place = {code: number for number, code in enumerate(zones.codes)}
    points = zones.places()[[place[code] for code in flows.codes]]
    weight = division.sums(flows).residents_jobs
    return [PALETTE[number] for number in region_colours(division, weight, beside(points)).tolist()]


def joined(parts: list[QgsGeometry], are_areas: bool) -> QgsGeometry:
    """The zones of a region as one geometry."""
    there = [part for part in parts if not part.isEmpty()]
    one = QgsGeometry.unaryUnion(there) if are_areas else QgsGeometry.collectGeometry(there)
    one.convertToMultiType()
    return one
