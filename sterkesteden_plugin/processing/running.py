# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of an algorithm: its parameters as Python has them, its log, what it writes and says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..dutch import number
from ..i18n import tr
from .base import TEXT, WHOLE, Algorithm, field
from .results import Finish, Origin, recorded, told

if TYPE_CHECKING:
    import numpy as np

_AT_A_TIME = 500  # rows between two looks whether the user wants no more
_TEMPORARY = ("memory:", "TEMPORARY_OUTPUT")
REJECTED, CSV = "REJECTED", "CSV"  # parameters that all have


class Column(NamedTuple):
    """A column of a result with all its values; None and NaN are no value."""

    name: str
    kind: str
    alias: str
    values: Sequence[Any] | np.ndarray
    comment: str = ""  # unit and definition


class Run:
    """`method`, `year`, `notes` and `facts` are told by the metadata of what is written; `year` is what it is of.

    `method` is what the algorithm says of itself: one with several ways leaves the one that was chosen. `facts` are
    what a program reads (`results.facts_of`).
    """

    def __init__(
        self,
        algorithm: Algorithm,
        method: Sequence[str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self.algorithm = algorithm
        self.parameters = parameters
        self.context = context
        self.feedback = feedback
        self.results: dict[str, Any] = {}
        self.written: dict[str, Finish] = {}  # destination -> what the layer gets
        self.year = ""
        self.source = ""  # for people: what the results are made from
        self.method = method
        self.notes: list[str] = []
        self.facts: dict[str, Any] = {}

    # What it is asked

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

    # What it writes

    def write(
        self,
        key: str,
        about: str,
        columns: Sequence[Column],
        geometries: Iterable[QgsGeometry] | None = None,
        kind: QgsWkbTypes.Type = QgsWkbTypes.Type.NoGeometry,
        style: Callable[[QgsVectorLayer], None] | None = None,
        crs: QgsCoordinateReferenceSystem | None = None,
    ) -> None:
        """A layer of rows, with a geometry each unless it is a table; nothing where the user does not want it.

        `about` says what a row is; `style` is given the layer once it is there.
        """
        from ..tables.stopping import Stopped

        fields = QgsFields()
        for column in columns:
            fields.append(field(column.name, column.kind))
        crs = crs or QgsCoordinateReferenceSystem()
        sink, destination = self.algorithm.parameterAsSink(self.parameters, key, self.context, fields, kind, crs)
        if sink is None:
            if self.value(key):
                raise QgsProcessingException(self.algorithm.invalidSinkError(self.parameters, key))
            return
        shapes = iter(geometries or ())
        for row, values in enumerate(rows_of(columns)):
            if row % _AT_A_TIME == 0 and self.cancelled():
                raise Stopped
            feature = QgsFeature(fields)
            feature.setAttributes(values)
            if geometries is not None:
                feature.setGeometry(next(shapes))
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.algorithm.writeFeatureError(sink, self.parameters, key))
        del sink  # it writes what it held back
        self.results[key] = destination
        aliases = {column.name: column.alias for column in columns}
        comments = {column.name: column.comment for column in columns if column.comment}
        self.written[destination] = Finish(about, aliases, self._origin(key), style, comments)

    def write_csv(self, columns: Sequence[Column]) -> None:
        """The same rows for a spreadsheet, where the user wants that."""
        from ..figures.table import csv_bytes

        path = self.algorithm.parameterAsFileOutput(self.parameters, CSV, self.context)
        if not path:
            return
        try:
            Path(path).write_bytes(csv_bytes([column.name for column in columns], rows_of(columns)))
        except OSError as error:
            text = tr("{} cannot be written: {}. Choose another file, or close it where it is open.")
            raise QgsProcessingException(text.format(path, error.strerror)) from None
        self.results[CSV] = path

    def write_rejected(self, lines: Sequence[int], reasons: Sequence[str], cells: Sequence[Column], about: str) -> None:
        """The table of rows that could not be used. Without any, none is made, unless for a file of the user's own.

        `about` says what a row is; `cells` are what the rows say.
        """
        if not lines and _is_temporary(self.value(REJECTED)):
            return
        if lines:
            text = tr("{} rows cannot be used; the first is line {}: {}")
            self.feedback.pushWarning(text.format(len(lines), lines[0], reasons[0]))
        columns = [
            Column("regel", WHOLE, tr("Line"), lines),
            Column("reden", TEXT, tr("Why it cannot be used"), reasons),
            *cells,
        ]
        self.write(REJECTED, about, columns)

    def _origin(self, key: str) -> Origin:
        one = self.algorithm
        return Origin(
            one.id(),
            one.parameterDefinition(key).description(),
            recorded(one, self.parameters, self.context),
            told(one, self.parameters, self.context),
            self.method,
            self.source,
            self.year,
            tuple(self.notes),
            dict(self.facts),
        )


def rows_of(columns: Sequence[Column]) -> Iterable[list[Any]]:
    """The rows of columns, with what Qt takes: no NumPy, and None for NaN."""
    plain = []
    for column in columns:
        values = column.values.tolist() if hasattr(column.values, "tolist") else column.values
        plain.append([None if isinstance(value, float) and isnan(value) else value for value in values])
    return (list(row) for row in zip(*plain))


def with_unit(text: str, unit: str) -> str:
    """What a column is called, with the unit of the table."""
    return f"{text} ({unit})" if unit else text


def per_cent(share: float, decimals: int = 1) -> str:
    """12,9% of 0.129; a dash of NaN."""
    return "–" if isnan(share) else f"{number(100 * share, decimals)}%"


def _is_temporary(value: Any) -> bool:
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    return value is None or str(value) in _TEMPORARY
