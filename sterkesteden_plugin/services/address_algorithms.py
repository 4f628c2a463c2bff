# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses in Processing: a table with addresses becomes points, and a table of what was not found and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ..i18n import tr
from ..processing.base import REAL, TEXT, field
from ..store.datasets import LOCATIESERVER, Catalogue, Service
from ..store.errors import StoreError
from ..store.schema import CRS
from .algorithms import OfOpenData, credit_of, shipped_catalogue

if TYPE_CHECKING:
    from .address_list import Columns, Located


class AddressesToPoints(OfOpenData):
    """Each row with an address gives a point, or a row that says why not."""

    NAME = "addressestopoints"
    INPUT, ADDRESS, POSTCODE, NUMBER = "INPUT", "ADDRESS", "POSTCODE", "HOUSE_NUMBER"
    LETTER, ADDITION = "LETTER", "ADDITION"
    OUTPUT, NOT_FOUND = "OUTPUT", "NOT_FOUND"
    FOUND_COUNT, UNSURE_COUNT, NOT_FOUND_COUNT = "FOUND_COUNT", "UNSURE_COUNT", "NOT_FOUND_COUNT"

    def title(self) -> str:
        return tr("Addresses to points")

    def about(self) -> list[str]:
        return [
            tr("Finds each address of a table and gives it as a point in Rijksdriehoek (EPSG:28992)."),
            tr(
                "The columns may be the whole address, or postcode and house number with letter and addition. What is "
                "not chosen is recognised by its name: adres, postcode, huisnummer, huisletter, toevoeging, or straat "
                "and plaats."
            ),
            tr(
                "All columns are kept. New ones are gevonden_adres, score (as the service gives it), wijze, "
                "nummeraanduiding_id and adresseerbaarobject_id (of the BAG) and locatieserver_id."
            ),
            tr(
                "wijze is exact (postcode, number, letter and addition are the same), huisnummer (postcode and number "
                "are, letter or addition is not), tekst (number, and postcode or street and town, are in the text) or "
                "onzeker (only a part is: look whether it is right)."
            ),
            tr(
                "Rows that are not found go to a second table, with the reason and what the service gave instead. The "
                "addresses are sent to the service, one by one, at most twenty in a second; each is asked once."
            ),
        ]

    def sources(self) -> list[str]:
        try:
            return [credit_of(_service(shipped_catalogue()))]
        except StoreError:
            return []  # a checkout in which nothing was built

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        table = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSource(self.INPUT, tr("Table with addresses"), [table]))
        by_name = tr("Left empty, it is recognised by its name.")
        for name, text, many in (
            (self.ADDRESS, tr("Columns with the whole address, in their order"), True),
            (self.POSTCODE, tr("Column with the postcode"), False),
            (self.NUMBER, tr("Column with the house number"), False),
            (self.LETTER, tr("Column with the house letter"), False),
            (self.ADDITION, tr("Column with the addition to the number"), False),
        ):
            column = QgsProcessingParameterField(
                name, text, None, self.INPUT, QgsProcessingParameterField.DataType.Any, many, optional=True
            )
            column.setHelp(by_name)
            self.addParameter(column)
        point = QgsProcessing.SourceType.TypeVectorPoint
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Addresses found"), point))
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.NOT_FOUND, tr("Addresses not found"), table, None, True, True)
        )
        self.addOutput(QgsProcessingOutputNumber(self.FOUND_COUNT, tr("Number found")))
        self.addOutput(QgsProcessingOutputNumber(self.UNSURE_COUNT, tr("Number of these that is uncertain")))
        self.addOutput(QgsProcessingOutputNumber(self.NOT_FOUND_COUNT, tr("Number not found")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from . import settings
        from .address_list import UNSURE, AddressFinder, address_of
        from .errors import Cancelled
        from .http import Fetcher
        from .locatieserver import LocatieserverClient

        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.INPUT))
        names = source.fields().names()
        columns = self._columns(parameters, context, names)
        feedback.pushInfo(tr("Addresses are read from: {}").format(", ".join(columns.used)))
        service = _service(settings.at_set_addresses(shipped_catalogue()))
        # Nothing is kept on disk: who lives where in a list is nobody else's business.
        login = settings.authcfg(service.id, service.url)
        finder = AddressFinder(LocatieserverClient(Fetcher(feedback), service, login))
        results = _Results(self, parameters, context, source.fields())
        total = source.featureCount()
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        rows = source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
        for done, feature in enumerate(rows, 1):
            try:
                located = finder.find_or_say(address_of(dict(zip(names, feature.attributes())), columns))
            except Cancelled:
                break
            results.add(feature, located)
            if total > 0:
                feedback.setProgress(100 * done / total)
            if feedback.isCanceled():
                break
        if finder.error is not None:
            if not finder.answers:
                raise finder.error
            feedback.pushWarning(f"{finder.error.message} {finder.error.advice}")
        found = sum(results.counts.values()) - results.counts[""]
        text = tr("{} addresses found, {} of these uncertain; {} not found.")
        feedback.pushInfo(text.format(found, results.counts[UNSURE], results.counts[""]))
        numbers = {self.FOUND_COUNT: found, self.UNSURE_COUNT: results.counts[UNSURE]}
        return {**results.destinations, **numbers, self.NOT_FOUND_COUNT: results.counts[""]}

    def _columns(self, parameters: dict[str, Any], context: QgsProcessingContext, names: list[str]) -> Columns:
        """What was chosen, and for the rest what is recognised."""
        from .address_list import Columns, recognise

        strings = getattr(self, "parameterAsStrings", None) or self.parameterAsFields  # older QGIS has only the last
        text = tuple(strings(parameters, self.ADDRESS, context))
        keys = (self.POSTCODE, self.NUMBER, self.LETTER, self.ADDITION)
        chosen = [self.parameterAsString(parameters, key, context) for key in keys]
        if text and not any(chosen):
            return Columns(text)
        known = recognise(names)
        theirs = (known.postcode, known.number, known.letter, known.addition)
        columns = Columns(text or known.text, *(mine or other for mine, other in zip(chosen, theirs)))
        if columns.is_enough:
            return columns
        raise QgsProcessingException(
            tr("No column with addresses was recognised. Choose the whole address, or postcode and house number.")
        )


class _Results:
    """The points and the table of an AddressesToPoints, and how many were found in which way."""

    def __init__(
        self,
        algorithm: AddressesToPoints,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        fields: QgsFields,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self.counts: Counter[str] = Counter()
        self.destinations: dict[str, Any] = {}
        kept = [("gevonden_adres", TEXT), ("score", REAL), ("wijze", TEXT)]
        kept += [(name, TEXT) for name in ("nummeraanduiding_id", "adresseerbaarobject_id", "locatieserver_id")]
        missed = [("gevraagd_adres", TEXT), ("reden", TEXT), ("wel_gevonden", TEXT)]
        self._sinks: dict[str, QgsFeatureSink | None] = {}
        for name, new, kind in (
            (algorithm.OUTPUT, kept, QgsWkbTypes.Type.Point),
            (algorithm.NOT_FOUND, missed, QgsWkbTypes.Type.NoGeometry),
        ):
            added = QgsFields()
            for column in new:
                added.append(field(*column))
            every = QgsProcessingUtils.combineFields(fields, added)
            crs = QgsCoordinateReferenceSystem(CRS if name == algorithm.OUTPUT else "")
            sink, destination = algorithm.parameterAsSink(parameters, name, context, every, kind, crs)
            if sink is None and name == algorithm.OUTPUT:
                raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
            self._sinks[name] = sink
            if sink is not None:
                self.destinations[name] = destination

    def add(self, row: QgsFeature, located: Located) -> None:
        self.counts[located.how] += 1
        feature, hit = QgsFeature(), located.hit
        if hit is not None and hit.x is not None and hit.y is not None:
            name = self._algorithm.OUTPUT
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(hit.x, hit.y)))
            ids = [hit.fields.get(key) for key in ("nummeraanduiding_id", "adresseerbaarobject_id")]
            new = [hit.name, hit.score, located.how, *ids, hit.id]
        else:
            name = self._algorithm.NOT_FOUND
            new = [located.address.words, located.reason, located.nearest or None]
        feature.setAttributes([*row.attributes(), *new])
        sink = self._sinks[name]
        if sink is not None and not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(self._algorithm.writeFeatureError(sink, self._parameters, name))


def _service(catalogue: Catalogue) -> Service:
    for service in catalogue.services:
        if service.kind == LOCATIESERVER:
            return service
    raise StoreError(
        tr("The file that came with the plugin names no service that finds addresses."), tr("Install the plugin again.")
    )
