# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms of the networks have in common: flows and zones in."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
)

from ..i18n import tr
from ..processing.computing import Computing
from .asked_algorithms import Keys
from .run_algorithms import Run


class NetworkAlgorithm(Computing, Keys):
    """Asks for flows and zones: `compute` reads them with `run.given()`."""

    GROUP = "networks"
    RUN = Run

    def group_title(self) -> str:
        return tr("Urban networks")

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
