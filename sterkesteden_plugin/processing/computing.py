# SPDX-License-Identifier: GPL-2.0-or-later
"""What algorithms that compute have in common: layers and files in, layers and a CSV out that say what they are."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..i18n import tr
from .base import Algorithm
from .results import Finish, finish
from .running import CSV, REJECTED, Run


class Computing(Algorithm):
    """Lets `compute` do it, and gives the layers that it wrote their style and metadata."""

    RUN: type[Run] = Run

    def __init__(self) -> None:
        super().__init__()
        self._written: dict[str, Finish] = {}  # destination -> what it gets

    def method(self) -> list[str]:
        """How it computes, with the literature, in paragraphs of plain text: for the help and for the metadata."""
        raise NotImplementedError

    def compute(self, run: Any) -> None:
        """Read, compute, write with `run.write()`; `run` is a `RUN`. A core that is stopped may raise Stopped."""
        raise NotImplementedError

    def sources(self) -> list[str]:
        return self.method()

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..tables.stopping import Stopped

        run = self.RUN(self, self.method(), parameters, context, feedback)
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
            QgsProcessingParameterFeatureSink(REJECTED, tr("Rows that cannot be used"), table, None, True, True)
        )
        csv = QgsProcessingParameterFileDestination(
            CSV, tr("Results as CSV"), "CSV (*.csv)", None, optional=True, createByDefault=False
        )
        csv.setHelp(tr("For a spreadsheet with the settings of the Netherlands: semicolons, and a comma in numbers."))
        self.addParameter(csv)

    def add(self, parameter: QgsProcessingParameterDefinition, advanced: bool) -> None:
        """A parameter; advanced ones are folded away in the dialog."""
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)
