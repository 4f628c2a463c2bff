# SPDX-License-Identifier: GPL-2.0-or-later
"""What an algorithm of the networks is asked: the parameters of one run as Python has them, and its log."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayer, QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback


class Keys:
    """Names of the parameters that several have; they never change."""

    FLOWS, ORIGIN, DESTINATION, FLOW = "FLOWS", "ORIGIN", "DESTINATION", "FLOW"
    YEAR_FIELD, SECTOR_FIELD, YEAR, SECTOR = "YEAR_FIELD", "SECTOR_FIELD", "YEAR", "SECTOR"
    UNIT = "UNIT"
    ZONES, CODE, NAME_FIELD, MERGERS = "ZONES", "CODE", "NAME_FIELD", "MERGERS"
    REJECTED, CSV = "REJECTED", "CSV"


class Asked(Keys):
    """`notes` are what the metadata of the results say beside method and parameters."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self.algorithm = algorithm
        self.parameters = parameters
        self.context = context
        self.feedback = feedback
        self.notes: list[str] = []

    def cancelled(self) -> bool:
        return self.feedback.isCanceled()

    def tell(self, text: str) -> None:
        """Say something of the results: once in the log, and in their metadata."""
        if text not in self.notes:
            self.feedback.pushInfo(text)
            self.notes.append(text)

    def value(self, key: str) -> Any:
        """A parameter as it was given; None where it was not."""
        return self.parameters.get(key)

    def text(self, key: str) -> str:
        return (self.algorithm.parameterAsString(self.parameters, key, self.context) or "").strip()

    def words(self, key: str) -> list[str]:
        """A text of several things with commas or semicolons between them."""
        return [word.strip() for word in self.text(key).replace(";", ",").split(",") if word.strip()]

    def number(self, key: str) -> float:
        return self.algorithm.parameterAsDouble(self.parameters, key, self.context)

    def whole(self, key: str) -> int:
        return self.algorithm.parameterAsInt(self.parameters, key, self.context)

    def flag(self, key: str) -> bool:
        return self.algorithm.parameterAsBoolean(self.parameters, key, self.context)

    def choice(self, key: str) -> int:
        return self.algorithm.parameterAsEnum(self.parameters, key, self.context)

    def is_layer(self, value: Any) -> bool:
        """Whether a parameter is a layer of the project, not a file."""
        project = self.context.project()
        if isinstance(value, QgsMapLayer) or project is None:
            return isinstance(value, QgsMapLayer)
        return value in project.mapLayers() or bool(project.mapLayersByName(value))
