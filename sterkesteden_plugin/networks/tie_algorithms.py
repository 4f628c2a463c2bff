# SPDX-License-Identifier: GPL-2.0-or-later
"""Ties between chosen zones in Processing, and how far these share an area as centres."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsLineString,
    QgsLineSymbol,
    QgsPointXY,
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
from ..processing.base import REAL, TEXT, WHOLE
from . import styles
from .base_algorithms import NetworkAlgorithm
from .run_algorithms import Column, Run, per_cent, with_unit

if TYPE_CHECKING:
    import numpy as np

    from .flows import Flows
    from .gravity import Gravity
    from .ties import Ties


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
        places = zones.places()
        widest = float(found.total.max(initial=0.0))

        def draw(layer: QgsVectorLayer) -> None:
            _draw_ties(layer, widest, model is not None)

        run.write(
            self.OUTPUT,
            tr("Each line is a pair of chosen zones."),
            columns,
            (_line(places[a], places[b]) for a, b in zip(found.first.tolist(), found.second.tolist())),
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
            Column("verandering", REAL, with_unit(tr("Change"), unit), found.change),
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


def _line(start: np.ndarray, end: np.ndarray) -> QgsGeometry:
    """Nothing where one of both has no place."""
    from math import isfinite

    points = [*start.tolist(), *end.tolist()]
    if not all(map(isfinite, points)):
        return QgsGeometry()
    return QgsGeometry(QgsLineString([QgsPointXY(*points[:2]), QgsPointXY(*points[2:])]))


def _draw_ties(layer: QgsVectorLayer, widest: float, is_expected: bool) -> None:
    """Colours by observed over expected, widths by flow."""
    limits = (0.0, 0.5, 0.8, 1.25, 2.0, 1e9)
    words = (
        tr("less than {} times what is expected").format(number(0.5, 1)),
        *(tr("{} – {} times").format(*map(_short, limits[place : place + 2])) for place in (1, 2, 3)),
        tr("more than {} times").format(2),
    )
    classes = [
        styles.Band(limits[place], limits[place + 1], words[place], styles.DIVERGING[place], 1.5) for place in range(5)
    ]
    styles.graduate(layer, "verhouding", classes if is_expected else [], 0.9, tr("nothing is expected"))
    renderer = layer.renderer().clone()
    width = QgsProperty.fromExpression(f'scale_linear("samen", 0, {widest or 1}, 0.4, 6)')
    for place, one in enumerate(renderer.ranges()):
        symbol = one.symbol().clone()
        if isinstance(symbol, QgsLineSymbol):
            symbol.setDataDefinedWidth(width)
        renderer.updateRangeSymbol(place, symbol)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("samen", False)]))
    layer.setRenderer(renderer)
    times = "coalesce(' (' || format_number(\"verhouding\", 1) || '×)', '')"
    styles.label(layer, f'format_number("samen", 1) || {times}', 8.0)


def _short(value: float) -> str:
    return number(value, 2).rstrip("0").rstrip(",")


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
        return [*(f"{definition} {source}" for definition, source in _definitions().values())]

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
        limits = styles.steps(jobs.tolist())
        bands = styles.bands(limits, (styles.NODE,), (3.0, 9.0), unit)

        def draw(layer: QgsVectorLayer) -> None:
            styles.graduate(layer, "werkbanen", bands, rest=tr("no jobs"))
            styles.label(layer, '"naam"')

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
    burger = "Burger & Meijers (2012), Urban Studies 49: 1127-1149."
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
