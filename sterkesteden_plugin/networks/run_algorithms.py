# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of an algorithm of the networks: its parameters, what it is given, what it writes and says of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..dutch import number
from ..i18n import tr
from ..processing.base import TEXT, WHOLE, Algorithm, field
from .asked_algorithms import Asked
from .given_algorithms import Given, given, some, zones_given
from .layers import Finish, Origin, recorded, told

if TYPE_CHECKING:
    import numpy as np

    from .joining import Joined
    from .reading import Rejected
    from .zones import Zones

_AT_A_TIME = 500  # rows between two looks whether the user wants no more
_TEMPORARY = ("memory:", "TEMPORARY_OUTPUT")


class Column(NamedTuple):
    """A column of a result with all its values; None and NaN are no value."""

    name: str
    kind: str
    alias: str
    values: Sequence[Any] | np.ndarray
    comment: str = ""  # unit and definition


class Run(Asked):
    """`method` and `year` are told by the metadata of what is written; `year` is what the results are of.

    `method` is what the algorithm says of itself: one with several ways leaves the one that was chosen.
    """

    def __init__(
        self,
        algorithm: Algorithm,
        method: Sequence[str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        super().__init__(algorithm, parameters, context, feedback)
        self.results: dict[str, Any] = {}
        self.written: dict[str, Finish] = {}  # destination -> what the layer gets
        self.year = ""
        self.source = ""  # for people: what the results are made from
        self.method = method
        self._zones: Zones | None = None
        self._given: Given | None = None

    # What it is given

    def given(self) -> Given:
        """The table of flows and the zones, read at the first call."""
        if self._given is None:
            self._given = given(self)
            self._zones, self.source = self._given.zones, self._given.source
            self.reject(self._given.read.rejected)
        return self._given

    def zones(self, codes: Collection[str] = ()) -> Zones:
        """The zones, also of a run without flows: one of their columns then holds these codes."""
        if self._zones is None:
            self._zones = zones_given(self, codes)
        return self._zones

    def joined(self, year: str = "", one_of_many: bool = False) -> Joined:
        """The flows of a year ("": the last) between the zones; what was done to them is told.

        Of one of many years that goes to the log alone: the metadata would be long.
        Raises QgsProcessingException for a year that the table does not have, and where no flow touches a zone.
        """
        from .input_words import notes_words
        from .joining import join

        have = self.given()
        read, codes = have.read, have.zones.codes
        if year and year not in read.years:
            text = tr("The table has no year {}. Choose one of: {}.")
            raise QgsProcessingException(text.format(year, ", ".join(filter(None, read.years)) or "–"))
        sector = self.text(self.SECTOR)
        if sector and sector not in read.sectors:
            text = tr("The table has no sector {}. Choose one of: {}.")
            raise QgsProcessingException(text.format(sector, ", ".join(filter(None, read.sectors)) or "–"))
        joined = join(read, codes, year, sector, have.successors)
        if not len(joined.flows.flow):
            text = tr(
                "No flow of {} begins or ends in a zone: the table has codes such as {}, the zones have codes "
                "such as {}. Choose the columns with codes, or the zones that the table is about."
            )
            raise QgsProcessingException(text.format(have.source, some(read.codes), some(codes)))
        for line in notes_words(joined.notes):
            if one_of_many:
                self.feedback.pushInfo(f"{year}: {line}")
            else:
                self.tell(line)
        return joined

    # What it writes

    def write(
        self,
        key: str,
        about: str,
        columns: Sequence[Column],
        geometries: Iterable[QgsGeometry] | None = None,
        kind: QgsWkbTypes.Type = QgsWkbTypes.Type.NoGeometry,
        style: Callable[[QgsVectorLayer], None] | None = None,
    ) -> None:
        """A layer of rows, with a geometry each unless it is a table; nothing where the user does not want it.

        `about` says what a row is; `style` is given the layer once it is there.
        """
        from .stopping import Stopped

        fields = QgsFields()
        for column in columns:
            fields.append(field(column.name, column.kind))
        crs = QgsCoordinateReferenceSystem() if geometries is None else self.zones().crs
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

        path = self.algorithm.parameterAsFileOutput(self.parameters, self.CSV, self.context)
        if not path:
            return
        try:
            Path(path).write_bytes(csv_bytes([column.name for column in columns], rows_of(columns)))
        except OSError as error:
            text = tr("{} cannot be written: {}. Choose another file, or close it where it is open.")
            raise QgsProcessingException(text.format(path, error.strerror)) from None
        self.results[self.CSV] = path

    def reject(self, rejected: Sequence[Rejected]) -> None:
        """The table of rows that could not be used. Without any, none is made, unless for a file of the user's own."""
        from .input_words import reason_words

        key = self.REJECTED
        if not rejected and _is_temporary(self.value(key)):
            return
        if rejected:
            text = tr("{} rows cannot be used; the first is line {}: {}")
            first = rejected[0]
            self.feedback.pushWarning(text.format(len(rejected), first.line, reason_words(first)))
        cells = list(zip(*((*one.values, "", "", "", "")[:4] for one in rejected))) or [()] * 4
        names = (
            ("herkomst", tr("Origin")),
            ("bestemming", tr("Destination")),
            ("stroom", tr("Flow")),
            ("jaar", tr("Year")),
        )
        columns = [
            Column("regel", WHOLE, tr("Line"), [one.line for one in rejected]),
            Column("reden", TEXT, tr("Why it cannot be used"), [reason_words(one) for one in rejected]),
            *(Column(name, TEXT, alias, values) for (name, alias), values in zip(names, cells)),
        ]
        self.write(key, tr("Each row is one of the table of flows that could not be used."), columns)

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
