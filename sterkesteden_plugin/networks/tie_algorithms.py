# SPDX-License-Identifier: GPL-2.0-or-later
"""Ties between chosen zones in Processing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsLineString,
    QgsLineSymbol,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
    QgsProperty,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..dutch import number
from ..i18n import tr
from ..processing import styling
from ..processing.base import REAL, TEXT
from ..processing.running import Column, per_cent, with_unit
from .base_algorithms import NetworkAlgorithm
from .run_algorithms import Run

if TYPE_CHECKING:
    import numpy as np

    from .flows import Flows
    from .gravity import Gravity
    from .ties import Ties


_BEND = 0.06  # of the distance: a tie that passes another zone does not lie on the ties of that one


class Choosing(NetworkAlgorithm):
    """Is about some zones, which are chosen by code."""

    CHOSEN = "CHOSEN"
    FEWEST = 2

    def add_chosen(self, text: str, optional: bool = False, hint: str = "") -> None:
        """The codes of the zones that it is about."""
        parameter = QgsProcessingParameterString(self.CHOSEN, text, None, False, optional)
        parameter.setHelp(hint)
        self.addParameter(parameter)

    def chosen(self, run: Run) -> list[str]:
        """The codes that were given. Raises QgsProcessingException for one that is no zone, and for too few."""
        codes = list(dict.fromkeys(run.words(self.CHOSEN)))
        strangers = sorted(set(codes) - set(run.zones().codes))
        if strangers:
            text = tr("No zone has the code {}. Give codes as the layer of zones has them, with commas between them.")
            raise QgsProcessingException(text.format(", ".join(strangers)))
        if len(codes) < self.FEWEST:
            raise QgsProcessingException(tr("Give the codes of at least {} zones.").format(self.FEWEST))
        return codes


class NetworkTies(Choosing):
    """The ties between chosen zones, beside another year and beside what distance explains."""

    NAME = "networkties"
    BEFORE, DECAY, OUTPUT = "BEFORE", "DECAY", "OUTPUT"
    DECAYS = ("exponential", "power")  # as gravity.DECAYS, which is imported when it runs

    def title(self) -> str:
        return tr("Ties between chosen zones")

    def about(self) -> list[str]:
        return [
            tr(
                "Gives for each pair of chosen zones the flow there (heen), back (terug) and together (samen), their "
                "shares of the residents' jobs, the share of all flow between chosen zones (aandeel_onderling), the "
                "change since another year, and what a gravity model expects (verwacht)."
            ),
            tr(
                "The ratio of observed and expected (verhouding) tells whether a tie is stronger (above 1) or weaker "
                "(below 1) than the sizes of the zones and the distance between them explain. The lines are coloured "
                "by it, and as wide as the flow is large."
            ),
        ]

    def method(self) -> list[str]:
        return [
            tr(
                "Doubly constrained gravity model (Wilson 1967) of all flows between different zones of the layer: "
                "every zone sends and receives in all what it does in truth, balanced by iterative proportional "
                "fitting (Furness 1965). Distances are as the crow flies, between a point in each zone."
            ),
            tr(
                "The decay with distance is exponential, exp(-beta c), or a power, c^-beta; beta is such that the mean "
                "distance (of a power: of its logarithm) is that of the observed flows (Hyman 1969), which is also the "
                "Poisson maximum likelihood (Evans 1971). Flows within zones and with elsewhere take no part, nor do "
                "pairs of which the table has no flows because it is of some zones only."
            ),
        ]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.add_flows()
        self.add_text(self.BEFORE, tr("Year to compare with"), tr("Left empty, there is no comparison."))
        self.add_zones()
        self.add_chosen(tr("Codes of the chosen zones, with commas"))
        decays = [tr("Exponential"), tr("Power")]
        self.addParameter(QgsProcessingParameterEnum(self.DECAY, tr("Decay with distance"), decays, False, 0))
        self.add_result(self.OUTPUT, tr("Ties"), QgsProcessing.SourceType.TypeVectorLine)
        self.add_rejected()

    def compute(self, run: Run) -> None:
        from .curves import curved
        from .gravity import straight_distances
        from .ties import crossing, ties

        zones = run.given().zones
        chosen = self.chosen(run)
        flows = run.joined(run.text(self.YEAR)).flows
        run.year = flows.year
        before = None
        if run.text(self.BEFORE):
            before = run.joined(run.text(self.BEFORE)).flows
            run.tell(tr("Beside {}: {}.").format(flows.year, before.year))
        model = self._model(run, flows)
        found = ties(flows, chosen, before, model)
        run.tell(
            tr("Of all flow with both ends in the chosen zones, {} goes from one to another.").format(
                per_cent(crossing(flows, chosen))
            )
        )
        apart = straight_distances(zones.metres())(found.first, found.second)
        columns = self._columns(run, found, apart, flows.unit)
        lines = curved(zones.places(), found.first, found.second, _BEND)
        widest = float(found.total.max(initial=0.0))

        def draw(layer: QgsVectorLayer) -> None:
            draw_times(layer, "verhouding", "samen", widest, tr("nothing is expected"), model is not None)
            times = "coalesce(' (' || format_number(\"verhouding\", 1) || '×)', '')"
            styling.label(layer, f'format_number("samen", 1) || {times}', 8.0)

        run.write(
            self.OUTPUT,
            tr("Each line is a pair of chosen zones."),
            columns,
            (line_of(one) for one in lines),
            QgsWkbTypes.Type.LineString,
            draw,
        )
        run.write_csv(columns)

    def _model(self, run: Run, flows: Flows) -> Gravity | None:
        """The fitted model; None, and told why, where there is none."""
        import numpy as np

        from .completeness import complete
        from .gravity import fit, straight_distances

        straight = straight_distances(run.given().zones.metres())
        known = complete(flows)

        def distance(i: np.ndarray, j: np.ndarray) -> np.ndarray:
            return np.where(known[i] | known[j] | (i == j), straight(i, j), np.nan)

        if (~known[flows.origin[flows.origin < flows.count]]).any():
            text = tr("The table has all flows of {} zones; pairs of two others take no part in the gravity model.")
            run.tell(text.format(int(known.sum())))
        decay = self.DECAYS[run.choice(self.DECAY)]
        model = fit(flows, distance, decay, cancelled=run.cancelled)
        if not model.converged:
            text = tr("There is no gravity model, and nothing is expected: {}")
            run.tell(text.format(_why_not()[model.reason]))
            return None
        beta = tr("{} per km").format(number(model.beta, 4)) if decay == "exponential" else number(model.beta, 3)
        run.tell(
            tr("Gravity model: beta {}; mean distance {} km; {} of the flow is as expected.").format(
                beta, number(model.mean_observed, 1), per_cent(model.common)
            )
        )
        return model

    def _columns(self, run: Run, found: Ties, apart: np.ndarray, unit: str) -> list[Column]:
        zones = run.given().zones
        first, second = found.first.tolist(), found.second.tolist()
        of_jobs = tr("Part of the residents' jobs R, from 0 to 1")
        explained = tr("By sizes and distance alone, doubly constrained gravity model")
        return [
            Column("van_code", TEXT, tr("From, code"), [zones.codes[at] for at in first]),
            Column("van_naam", TEXT, tr("From"), [zones.names[at] for at in first]),
            Column("naar_code", TEXT, tr("To, code"), [zones.codes[at] for at in second]),
            Column("naar_naam", TEXT, tr("To"), [zones.names[at] for at in second]),
            Column("afstand_km", REAL, tr("Distance (km)"), apart, tr("As the crow flies")),
            Column("heen", REAL, with_unit(tr("Flow there"), unit), found.there),
            Column("terug", REAL, with_unit(tr("Flow back"), unit), found.back),
            Column("samen", REAL, with_unit(tr("Both together"), unit), found.total),
            Column("aandeel_heen", REAL, tr("Share there"), found.share_there, of_jobs),
            Column("aandeel_terug", REAL, tr("Share back"), found.share_back, of_jobs),
            Column(
                "aandeel_onderling",
                REAL,
                tr("Share of the flow between chosen zones"),
                found.share_between,
                tr("From 0 to 1"),
            ),
            Column("vroeger", REAL, with_unit(tr("Both together, before"), unit), found.before),
            Column("verandering", REAL, with_unit(tr("Change since then"), unit), found.change),
            Column("groei", REAL, tr("Growth"), found.growth, tr("Change as part of what was before")),
            Column("verwacht", REAL, with_unit(tr("Expected"), unit), found.expected, explained),
            Column("verhouding", REAL, tr("Observed / expected"), found.ratio, tr("1 is as expected")),
            Column("verschil", REAL, with_unit(tr("Observed - expected"), unit), found.residual),
        ]


def _why_not() -> dict[str, str]:
    return {
        "no flows": tr("no flow goes from one zone to another."),
        "same place": tr("two zones are at one place, and a power of no distance has no value; choose exponential."),
        "unidentified": tr("the sums of the zones alone decide their flows; it takes more zones."),
        "decay": tr("no decay with distance gives the mean distance of the flows."),
        "balancing": tr("the sums of the zones are not met."),
    }


def line_of(vertices: np.ndarray) -> QgsGeometry:
    """A line of float64 (K, 2); nothing where a zone has no place."""
    x, y = vertices.T.tolist()
    return QgsGeometry(QgsLineString(x, y)) if x[0] == x[0] else QgsGeometry()


def draw_times(
    layer: QgsVectorLayer, ratio: str, size: str, largest: float, without: str, is_known: bool = True
) -> None:
    """Lines coloured by how many times as much as expected something is, and as wide as `size` up to `largest`.

    `without` is the label of what has no ratio; the only one unless `is_known`.
    """
    limits = (0.0, 0.5, 0.8, 1.25, 2.0, 1e9)
    words = (
        tr("less than {} times what is expected").format(_short(limits[1])),
        *(tr("{} – {} times").format(*map(_short, limits[place : place + 2])) for place in (1, 2, 3)),
        tr("more than {} times").format(_short(limits[4])),
    )
    classes = [
        styling.Band(limits[place], limits[place + 1], words[place], styling.DIVERGING[place], 1.5)
        for place in range(5)
    ]
    styling.graduate(layer, ratio, classes if is_known else [], 0.9, without)
    renderer = layer.renderer().clone()
    width = QgsProperty.fromExpression(f'scale_linear("{size}", 0, {largest or 1}, 0.4, 5)')
    for place, one in enumerate(renderer.ranges()):
        symbol = one.symbol().clone()
        if isinstance(symbol, QgsLineSymbol):
            symbol.setDataDefinedWidth(width)
        renderer.updateRangeSymbol(place, symbol)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(size, False)]))
    layer.setRenderer(renderer)


def _short(value: float) -> str:
    return number(value, 2).rstrip("0").rstrip(",")
