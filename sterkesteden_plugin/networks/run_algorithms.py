# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of an algorithm of the networks: the flows and zones that it is given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from ..processing.base import TEXT, Algorithm
from ..processing.running import Column
from .asked_algorithms import Asked
from .given_algorithms import Given, given, some, zones_given

if TYPE_CHECKING:
    from .joining import Joined
    from .reading import Rejected
    from .zones import Zones


class Run(Asked):
    """Flows and zones are read at the first call."""

    def __init__(
        self,
        algorithm: Algorithm,
        method: Sequence[str],
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        super().__init__(algorithm, method, parameters, context, feedback)
        self._zones: Zones | None = None
        self._given: Given | None = None

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
        """As any run does; geometries are in the CRS of the zones."""
        if geometries is not None:
            crs = self.zones().crs
        super().write(key, about, columns, geometries, kind, style, crs)

    def reject(self, rejected: Sequence[Rejected]) -> None:
        """The table of rows that could not be used."""
        from .input_words import reason_words

        cells = list(zip(*((*one.values, "", "", "", "")[:4] for one in rejected))) or [()] * 4
        names = (
            ("herkomst", tr("Origin")),
            ("bestemming", tr("Destination")),
            ("stroom", tr("Flow")),
            ("jaar", tr("Year")),
        )
        self.write_rejected(
            [one.line for one in rejected],
            [reason_words(one) for one in rejected],
            [Column(name, TEXT, alias, values) for (name, alias), values in zip(names, cells)],
            tr("Each row is one of the table of flows that could not be used."),
        )
