# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms of the networks have in common: flows and zones in, layers and a CSV out."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..i18n import tr
from ..processing.base import Algorithm
from .asked_algorithms import Keys
from .layers import Finish, finish
from .run_algorithms import Run


class NetworkAlgorithm(Algorithm, Keys):
    """Asks for flows and zones, lets `compute` do it, and gives the layers that it wrote their style and metadata."""

    GROUP = "networks"

    def __init__(self) -> None:
        super().__init__()
        self._written: dict[str, Finish] = {}  # destination -> what it gets

    def group_title(self) -> str:
        return tr("Urban networks")

    def method(self) -> list[str]:
        """How it computes, with the literature, in paragraphs of plain text: for the help and for the metadata."""
        raise NotImplementedError

    def compute(self, run: Run) -> None:
        """Read with `run.given()`, compute, write with `run.write()`. A core that is stopped may raise Stopped."""
        raise NotImplementedError

    def sources(self) -> list[str]:
        return [
            *self.method(),
            tr(
                "The table of flows is a layer or a file (CSV, XLSX, ODS and what else QGIS opens) with a row for each "
                "pair, or a square matrix. Tables 85481NED, 83628NED and 81251ned of CBS are recognised by their own "
                "columns; of any other, choose the columns. Rows are joined to zones by code, never by name."
            ),
            tr(
                "What flows to or from a place that is no zone of the layer counts as elsewhere. Rows that cannot be "
                "used are listed with their line and the reason; what is suppressed is not taken for zero."
            ),
        ]

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .stopping import Stopped

        run = Run(self, self.method(), parameters, context, feedback)
        try:
            self.compute(run)
        except Stopped:
            return {}
        self._written = run.written
        return run.results

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        for destination, result in self._written.items():
            layer = QgsProcessingUtils.mapLayerFromString(destination, context)
            if isinstance(layer, QgsVectorLayer):
                finish(layer, result)
        return {}

    # Parameters that several have

    def add_flows(self, year: bool = True, optional: bool = False) -> None:
        """The table of flows, its columns, and which year and sector of it."""
        kind = [QgsProcessing.SourceType.TypeVector]
        table = QgsProcessingParameterFeatureSource(self.FLOWS, tr("Table of flows"), kind, None, optional)
        self.addParameter(table)
        by_form = tr("Left empty, it is recognised where the table has a known form.")
        for name, text in (
            (self.ORIGIN, tr("Column with the origin (residence)")),
            (self.DESTINATION, tr("Column with the destination (work)")),
            (self.FLOW, tr("Column with the flow")),
            (self.YEAR_FIELD, tr("Column with the year")),
            (self.SECTOR_FIELD, tr("Column with the sector")),
        ):
            self.add_column(name, text, self.FLOWS, by_form, advanced=True)
        units = [tr("As the table says"), tr("Ones"), tr("Thousands")]
        unit = QgsProcessingParameterEnum(self.UNIT, tr("Unit of the flows"), units, False, 0)
        unit.setHelp(tr("A table of which the form is known says so itself; a matrix does not."))
        self.add(unit, advanced=True)
        if year:
            self.add_text(self.YEAR, tr("Year"), tr("Left empty, it is the last year of the table."))
        sector = tr("Left empty, it is the total, or the sum of all sectors where the table has no total.")
        self.add_text(self.SECTOR, tr("Sector"), sector, advanced=True)

    def add_zones(self) -> None:
        """The layer of zones with its columns, and whether merged zones are followed."""
        kind = QgsProcessing.SourceType.TypeVectorAnyGeometry
        self.addParameter(QgsProcessingParameterFeatureSource(self.ZONES, tr("Zones (areas or points)"), [kind]))
        by_codes = tr("Left empty, it is the column that holds the most codes of the table.")
        self.add_column(self.CODE, tr("Column with the code of the zone"), self.ZONES, by_codes)
        by_name = tr("Left empty, it is recognised by its name; where there is none, the code is shown.")
        self.add_column(self.NAME_FIELD, tr("Column with the name of the zone"), self.ZONES, by_name, advanced=True)
        mergers = QgsProcessingParameterBoolean(self.MERGERS, tr("Follow municipalities that were merged"), True)
        mergers.setHelp(tr("Old codes in the table count with the municipality that they went into, if it is a zone."))
        self.add(mergers, advanced=True)

    def add_column(self, name: str, text: str, of: str, hint: str, advanced: bool = False) -> None:
        """A column of the layer that parameter `of` names; it may be left empty."""
        column = QgsProcessingParameterField(name, text, None, of, optional=True)
        column.setHelp(hint)
        self.add(column, advanced)

    def add_text(self, name: str, text: str, hint: str, advanced: bool = False, default: str | None = None) -> None:
        """A text that may be left empty."""
        parameter = QgsProcessingParameterString(name, text, default, False, True)
        parameter.setHelp(hint)
        self.add(parameter, advanced)

    def add_number(
        self,
        name: str,
        text: str,
        default: float,
        kind: QgsProcessingParameterNumber.Type = QgsProcessingParameterNumber.Type.Double,
        least: float = 0.0,
        most: float = 1e12,
        hint: str = "",
        advanced: bool = False,
    ) -> None:
        """A number between two limits."""
        if kind == QgsProcessingParameterNumber.Type.Integer:
            most = min(most, 2**31 - 1)  # the dialog's box holds no more
        parameter = QgsProcessingParameterNumber(name, text, kind, default, False, least, most)
        parameter.setHelp(hint)
        self.add(parameter, advanced)

    def add_result(self, name: str, text: str, kind: int, by_default: bool = True, optional: bool = False) -> None:
        """A layer that it makes."""
        sink = QgsProcessingParameterFeatureSink(name, text, kind, None, optional or not by_default, by_default)
        self.addParameter(sink)

    def add_rejected(self) -> None:
        """The table of rows that could not be used, and the results as CSV."""
        table = QgsProcessing.SourceType.TypeVector
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.REJECTED, tr("Rows that cannot be used"), table, None, True, True)
        )
        csv = QgsProcessingParameterFileDestination(
            self.CSV, tr("Results as CSV"), "CSV (*.csv)", None, optional=True, createByDefault=False
        )
        csv.setHelp(tr("For a spreadsheet with the settings of the Netherlands: semicolons, and a comma in numbers."))
        self.addParameter(csv)

    def add(self, parameter: QgsProcessingParameterDefinition, advanced: bool) -> None:
        """A parameter; advanced ones are folded away in the dialog."""
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)
