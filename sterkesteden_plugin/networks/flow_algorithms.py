# SPDX-License-Identifier: GPL-2.0-or-later
"""Flows in Processing: as lines with nodes, and what they say of each zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsGeometry,
    QgsLineString,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from ..processing import styling
from ..processing.base import REAL, TEXT
from ..processing.running import Column, per_cent, with_unit
from .base_algorithms import NetworkAlgorithm
from .run_algorithms import Run

if TYPE_CHECKING:
    import numpy as np

    from .flows import Flows
    from .measures import Measures
    from .selecting import Lines


class NetworkFlows(NetworkAlgorithm):
    """The larger flows as lines, what stays in a zone as nodes."""

    NAME = "networkflows"
    DIRECTION, SHAPE, LEAST, SHARE, TOP = "DIRECTION", "SHAPE", "LEAST", "SHARE", "TOP"
    LINES, NODES = "LINES", "NODES"
    BOTH, NET = range(2)
    CURVED, STRAIGHT = range(2)

    def title(self) -> str:
        return tr("Flow lines")

    def about(self) -> list[str]:
        return [
            tr(
                "Draws flows between zones as lines, as wide as the flow is large, and what stays within a zone as a "
                "node. A flow must meet every threshold: the least flow, the least share of the residents' jobs of its "
                "origin (all that flows out of it, wherever to), and to be among so many largest of its origin."
            ),
            tr(
                "Curved lines keep right, seen in the direction of the flow: there and back lie beside each other, and "
                "the side of the bend tells the direction. Net lines show the difference of there and back."
            ),
        ]

    def method(self) -> list[str]:
        return [
            tr(
                "Flows between two different zones, above the thresholds; share = flow / R, where R is all that flows "
                "out of the origin, to elsewhere too. Of equal flows the lowest code comes first."
            )
        ]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_flows()
        self.add_zones()
        directions = [tr("There and back, a line each"), tr("Net: the difference of there and back")]
        self.addParameter(QgsProcessingParameterEnum(self.DIRECTION, tr("Direction"), directions, False, self.BOTH))
        shapes = [tr("Curved"), tr("Straight")]
        self.addParameter(QgsProcessingParameterEnum(self.SHAPE, tr("Lines"), shapes, False, self.CURVED))
        self.add_number(self.LEAST, tr("Least flow"), 0.0)
        self.add_number(self.SHARE, tr("Least share of residents' jobs (%)"), 0.0, most=100.0)
        whole = QgsProcessingParameterNumber.Type.Integer
        self.add_number(self.TOP, tr("Largest flows of each zone (0: all)"), 3, kind=whole)
        self.add_result(self.LINES, tr("Flow lines"), QgsProcessing.SourceType.TypeVectorLine)
        self.add_result(self.NODES, tr("Flows within zones"), QgsProcessing.SourceType.TypeVectorPoint, optional=True)
        self.add_rejected()

    def compute(self, run: Run) -> None:
        import numpy as np

        from . import curves
        from .selecting import select

        have = run.given()
        flows = run.joined(run.text(self.YEAR)).flows
        run.year = flows.year
        _tell_of_parts(run, flows, tr("their share is of that part."))
        net = run.choice(self.DIRECTION) == self.NET
        lines = select(flows, run.number(self.LEAST), run.number(self.SHARE) / 100, run.whole(self.TOP), net)
        places = have.zones.places()
        drawn = np.isfinite(places[lines.origin]).all(axis=1) & np.isfinite(places[lines.destination]).all(axis=1)
        run.tell(
            tr("{} of {} flows are above the thresholds: {} of all flow between zones.").format(
                len(lines.flow), lines.candidates, per_cent(lines.covered)
            )
        )
        if not drawn.all():
            run.tell(tr("{} flows have no line: their zone has no place.").format(int((~drawn).sum())))
        shape = curves.curved if run.choice(self.SHAPE) == self.CURVED else curves.straight
        vertices = shape(places, lines.origin[drawn], lines.destination[drawn])
        columns = self._columns(run, lines, drawn, flows.unit)
        limits = styling.steps(lines.flow[drawn].tolist())
        bands = styling.bands(limits, (styling.BLUE,), (0.3, 3.2), flows.unit)

        def draw(layer: QgsVectorLayer) -> None:
            styling.graduate(layer, "stroom", bands, 0.75)

        run.write(
            self.LINES,
            tr("Each line is a flow from one zone to another."),
            columns,
            (QgsGeometry(QgsLineString(x.tolist(), y.tolist())) for x, y in vertices.transpose(0, 2, 1)),
            QgsWkbTypes.Type.LineString,
            draw,
        )
        run.write_csv(columns)
        self._nodes(run, places, flows.within(), flows.residents_jobs(), flows.jobs(), flows.unit)

    def _columns(self, run: Run, lines: Lines, drawn: np.ndarray, unit: str) -> list[Column]:
        zones = run.given().zones
        origin, destination = lines.origin[drawn].tolist(), lines.destination[drawn].tolist()
        share = tr("Part of the residents' jobs R of the origin, from 0 to 1")
        return [
            Column("van_code", TEXT, tr("From, code"), [zones.codes[at] for at in origin]),
            Column("van_naam", TEXT, tr("From"), [zones.names[at] for at in origin]),
            Column("naar_code", TEXT, tr("To, code"), [zones.codes[at] for at in destination]),
            Column("naar_naam", TEXT, tr("To"), [zones.names[at] for at in destination]),
            Column("stroom", REAL, with_unit(tr("Flow"), unit), lines.flow[drawn]),
            Column("aandeel", REAL, tr("Share of residents' jobs"), lines.share[drawn], share),
            Column("terug", REAL, with_unit(tr("Flow the other way"), unit), lines.back[drawn]),
        ]

    def _nodes(
        self, run: Run, places: np.ndarray, within: np.ndarray, residents: np.ndarray, jobs: np.ndarray, unit: str
    ) -> None:
        import numpy as np

        zones = run.given().zones
        at = np.flatnonzero(np.isfinite(places).all(axis=1))
        columns = [
            Column("code", TEXT, tr("Code"), [zones.codes[one] for one in at]),
            Column("naam", TEXT, tr("Name"), [zones.names[one] for one in at]),
            Column("blijft", REAL, with_unit(tr("Stays in the zone"), unit), within[at]),
            Column("woonbanen", REAL, with_unit(tr("Residents' jobs"), unit), residents[at]),
            Column("werkbanen", REAL, with_unit(tr("Jobs"), unit), jobs[at]),
        ]
        limits = styling.steps(within[at].tolist())
        nothing = styling.Band(0, 0, tr("nothing stays"), styling.NOTHING, 1.2)
        bands = [nothing, *styling.bands(limits, (styling.NODE,), (1.6, 7.0), unit)]

        def draw(layer: QgsVectorLayer) -> None:
            styling.graduate(layer, "blijft", bands)
            styling.label(layer, '"naam"', weight=f'scale_linear("blijft", 0, {max(limits, default=1)}, 0, 10)')

        points = (QgsGeometry.fromPointXY(QgsPointXY(*place)) for place in places[at].tolist())
        about = tr("Each point is a zone, as large as what flows from it to itself.")
        run.write(self.NODES, about, columns, points, QgsWkbTypes.Type.Point, draw)


class NetworkMeasures(NetworkAlgorithm):
    """What the flows say of each zone."""

    NAME = "networkmeasures"
    OUTPUT = "OUTPUT"

    def title(self) -> str:
        return tr("Measures of zones")

    def about(self) -> list[str]:
        return [
            tr(
                "Gives for each zone the residents' jobs R, the jobs W, what stays, self-containment of supply and "
                "demand, flow in and out, balance, the zone that most go to and its share, dominance and entropy."
            ),
            tr(
                "The columns are woonbanen (R), werkbanen (W), blijft (Tii), zelf_aanbod (Tii/R), zelf_vraag "
                "(Tii/W), uitgaand (R - Tii), inkomend (W - Tii), saldo (W - R), naar_code, naar_naam, naar_stroom, "
                "naar_aandeel (of R), dominantie, entropie and entropie_in. A share of nothing is empty."
            ),
        ]

    def method(self) -> list[str]:
        return [
            tr(
                "Self-containment: Goodman (1970), Van der Laan (1998), Coombes and Bond (2008). Dominant destination: "
                "the largest flow to another zone (Nystuen and Dacey 1961)."
            ),
            tr(
                "Dominance: flow between the zone and others, both ways, against the average of the other zones (1 is "
                "average). Entropy: how evenly what flows out (or in) is spread over the other zones, from 0 (all to "
                "one) to 1 (as much to each). Both: Limtanakool, Dijst and Schwanen (2007). Elsewhere counts in R, W, "
                "uitgaand and inkomend, not in what compares zones."
            ),
        ]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_flows()
        self.add_zones()
        kind = QgsProcessing.SourceType.TypeVectorAnyGeometry
        self.add_result(self.OUTPUT, tr("Measures of zones"), kind)
        self.add_rejected()

    def compute(self, run: Run) -> None:
        import numpy as np

        from .measures import measures

        have = run.given()
        flows = run.joined(run.text(self.YEAR)).flows
        run.year = flows.year
        found = measures(flows)
        in_part = _tell_of_parts(run, flows, tr("what they have as a share is not known."))
        for share in (found.supply, found.demand, found.dominant_share, found.entropy, found.entropy_in):
            share[in_part] = np.nan
        columns = self._columns(run, found, flows.unit)
        shares = [value for value in found.supply.tolist() if value == value]  # no NaN
        bands = styling.bands(styling.even_steps(shares), styling.SHADES, (2.0, 5.0), per_cent=True)
        some_without = len(shares) < len(found.supply)

        def draw(layer: QgsVectorLayer) -> None:
            styling.graduate(
                layer, "zelf_aanbod", bands, rest=tr("no residents' jobs, or not known") if some_without else ""
            )
            text = "\"naam\" || coalesce('\\n' || round(100 * \"zelf_aanbod\") || '%', '')"
            styling.label(layer, text, 8.0)

        about = tr("Each row is a zone, coloured by its self-containment of supply.")
        run.write(self.OUTPUT, about, columns, have.zones.geometries, have.zones.kind, draw)
        run.write_csv(columns)

    def _columns(self, run: Run, found: Measures, unit: str) -> list[Column]:
        zones = run.given().zones
        to = found.dominant.tolist()
        return [
            Column("code", TEXT, tr("Code"), zones.codes),
            Column("naam", TEXT, tr("Name"), zones.names),
            Column("woonbanen", REAL, with_unit(tr("Residents' jobs"), unit), found.residents_jobs, "R"),
            Column("werkbanen", REAL, with_unit(tr("Jobs"), unit), found.jobs, "W"),
            Column("blijft", REAL, with_unit(tr("Stays in the zone"), unit), found.within, "Tii"),
            Column("zelf_aanbod", REAL, tr("Self-containment of supply"), found.supply, "Tii / R"),
            Column("zelf_vraag", REAL, tr("Self-containment of demand"), found.demand, "Tii / W"),
            Column("uitgaand", REAL, with_unit(tr("Flow out"), unit), found.outgoing, "R - Tii"),
            Column("inkomend", REAL, with_unit(tr("Flow in"), unit), found.incoming, "W - Tii"),
            Column("saldo", REAL, with_unit(tr("Commuting balance"), unit), found.balance, "W - R"),
            Column("naar_code", TEXT, tr("Most go to, code"), [zones.codes[at] if at >= 0 else None for at in to]),
            Column("naar_naam", TEXT, tr("Most go to"), [zones.names[at] if at >= 0 else None for at in to]),
            Column("naar_stroom", REAL, with_unit(tr("Flow to there"), unit), found.dominant_flow),
            Column("naar_aandeel", REAL, tr("Share of residents' jobs to there"), found.dominant_share),
            Column("dominantie", REAL, tr("Dominance"), found.dominance),
            Column("entropie", REAL, tr("Entropy of the flow out"), found.entropy),
            Column("entropie_in", REAL, tr("Entropy of the flow in"), found.entropy_in),
        ]


def _tell_of_parts(run: Run, flows: Flows, what: str) -> np.ndarray:
    """Whether of each zone the table has a part of the flows only; `what` follows where it is told of some."""
    from .completeness import complete

    in_part = (flows.residents_jobs() + flows.jobs() > 0) & ~complete(flows)
    if in_part.any():
        text = tr("Of {} of {} zones the table has a part of the flows only, and none within the zone: {}")
        run.tell(text.format(int(in_part.sum()), flows.count, what))
    return in_part
