# SPDX-License-Identifier: GPL-2.0-or-later
"""How far chosen zones share an area as centres, in Processing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from ..processing import styling
from ..processing.base import REAL, TEXT, WHOLE
from ..processing.running import Column, with_unit
from .run_algorithms import Run
from .tie_algorithms import Choosing

if TYPE_CHECKING:
    import numpy as np


class Polycentricity(Choosing):
    """How far the chosen zones share an area, by size and by flows."""

    NAME = "polycentricity"
    DIRECTION, OUTPUT, CENTRES = "DIRECTION", "OUTPUT", "CENTRES"
    DIRECTIONS = ("in", "out", "both")  # as polycentricity.DIRECTIONS

    def title(self) -> str:
        return tr("Polycentricity")

    def about(self) -> list[str]:
        return [
            tr(
                "Tells of chosen zones how far they share an area as centres of like weight: by their jobs (form) and "
                "by the flows between them (function). The result has a row for each measure, with its definition and "
                "source; the centres are a layer of their own."
            ),
            tr("Choose the centres with care: which zones take part decides more than the formula does."),
        ]

    def method(self) -> list[str]:
        names = _names()
        return [f"{names[key]}: {definition} {source}" for key, (definition, source) in _definitions().items()]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_flows()
        self.add_zones()
        self.add_chosen(tr("Codes of the centres, with commas"))
        directions = [tr("Flow in"), tr("Flow out"), tr("Both")]
        label = tr("Flow by which centres count (Green)")
        self.addParameter(QgsProcessingParameterEnum(self.DIRECTION, label, directions, False, 0))
        self.add_result(self.OUTPUT, tr("Measures of polycentricity"), QgsProcessing.SourceType.TypeVector)
        self.add_result(self.CENTRES, tr("Centres"), QgsProcessing.SourceType.TypeVectorPoint, optional=True)
        self.add_rejected()

    def compute(self, run: Run) -> None:
        from .polycentricity import functional, rank_size, sizes_of

        run.given()
        chosen = self.chosen(run)
        flows = run.joined(run.text(self.YEAR)).flows
        run.year = flows.year
        jobs, held = sizes_of(flows, chosen)
        form, function = rank_size(jobs), rank_size(held)
        green = functional(flows, chosen, self.DIRECTIONS[run.choice(self.DIRECTION)])
        values = {
            "rangorde_banen": form.slope,
            "rangorde_inkomend": function.slope,
            "green": green.value,
            "green_dichtheid": green.density,
            "green_sigma": green.spread,
            "green_sigma_max": green.most_spread,
        }
        names, definitions = _names(), _definitions()
        columns = [
            Column("maat", TEXT, tr("Measure, key"), list(values)),
            Column("naam", TEXT, tr("Measure"), [names[key] for key in values]),
            Column("waarde", REAL, tr("Value"), list(values.values())),
            Column("jaar", TEXT, tr("Year"), [flows.year] * len(values)),
            Column("omschrijving", TEXT, tr("Definition"), [definitions[key][0] for key in values]),
            Column("bron", TEXT, tr("Source"), [definitions[key][1] for key in values]),
        ]
        run.write(self.OUTPUT, tr("Each row is a measure of the chosen centres."), columns)
        run.write_csv(columns)
        self._centres(run, green.codes, jobs, held, green.degrees, flows.unit)

    def _centres(
        self, run: Run, codes: tuple[str, ...], jobs: np.ndarray, held: np.ndarray, degrees: np.ndarray, unit: str
    ) -> None:
        zones = run.given().zones
        place = {code: number for number, code in enumerate(zones.codes)}
        at = [place[code] for code in codes]
        ranks = (-jobs).argsort(kind="stable").argsort(kind="stable") + 1
        columns = [
            Column("code", TEXT, tr("Code"), codes),
            Column("naam", TEXT, tr("Name"), [zones.names[one] for one in at]),
            Column("rang", WHOLE, tr("Rank by jobs"), ranks),
            Column("werkbanen", REAL, with_unit(tr("Jobs"), unit), jobs, "W"),
            Column("inkomend_onderling", REAL, with_unit(tr("Flow in from other centres"), unit), held),
            Column("graad", REAL, with_unit(tr("Degree (Green)"), unit), degrees),
        ]
        limits = styling.steps(jobs.tolist())
        bands = styling.bands(limits, (styling.NODE,), (3.0, 9.0), unit)

        def draw(layer: QgsVectorLayer) -> None:
            styling.graduate(layer, "werkbanen", bands, rest="" if jobs.all() else tr("no jobs"))
            styling.label(layer, '"naam"')

        places = zones.places()[at].tolist()
        points = (QgsGeometry.fromPointXY(QgsPointXY(*one)) if one[0] == one[0] else QgsGeometry() for one in places)
        about = tr("Each point is a chosen centre, as large as its number of jobs.")
        run.write(self.CENTRES, about, columns, points, QgsWkbTypes.Type.Point, draw)


def _names() -> dict[str, str]:
    return {
        "rangorde_banen": tr("Rank-size slope of jobs"),
        "rangorde_inkomend": tr("Rank-size slope of flow in from other centres"),
        "green": tr("Functional polycentricity"),
        "green_dichtheid": tr("Density"),
        "green_sigma": tr("Standard deviation of the degrees"),
        "green_sigma_max": tr("Largest standard deviation"),
    }


def _definitions() -> dict[str, tuple[str, str]]:
    """Of each measure its definition and its source."""
    burger = tr("Burger and Meijers (2012), Urban Studies 49: 1127-1149.")
    green = "Green (2007), Urban Studies 44: 2077-2103."
    return {
        "rangorde_banen": (
            tr(
                "Slope of ln(jobs W) over ln(rank), the mean of the lines through the two, three and four largest "
                "centres: 0 is centres of one size, the further below 0 the more one of them dominates."
            ),
            burger,
        ),
        "rangorde_inkomend": (
            tr("The same slope, of the flow into each centre from the other chosen ones."),
            burger,
        ),
        "green": (
            tr(
                "P = (1 - sigma / sigma_max) · density, from 0 (one centre, or no ties) to 1 (centres alike, and all "
                "flow goes to others). The degree of a centre is its flow with the other chosen ones."
            ),
            green,
        ),
        "green_dichtheid": (
            tr("Flow between different chosen centres as part of all flow among them, that within them included."),
            green,
        ),
        "green_sigma": (tr("Standard deviation of the degrees, in the unit of the table."), green),
        "green_sigma_max": (tr("That of two centres, one with degree 0 and one with the largest found."), green),
    }
