# SPDX-License-Identifier: GPL-2.0-or-later
"""Open data in Processing: data sets into a GeoPackage of ours. Addresses are in address_algorithms.py."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingProvider,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QThread

from .. import paths
from ..i18n import tr
from ..processing.base import Algorithm, failure
from ..store.catalogue import read_catalogue
from ..store.datasets import CHOSEN, Catalogue, Dataset, Service
from ..store.errors import StoreError
from ..store.schema import CRS

if TYPE_CHECKING:
    from ..story.model import Pack
    from .jobs import Loading


@lru_cache(maxsize=1)
def shipped_catalogue() -> Catalogue:
    """What the pack that came with the plugin names. Raises StoreError where it is not there."""
    return read_catalogue(paths.SHIPPED_PACK)


class OfOpenData(Algorithm):
    """Shown under one heading."""

    GROUP = "opendata"

    def group_title(self) -> str:
        return tr("Open data")


class LoadOpenData(OfOpenData):
    """Brings data sets of the catalogue into a GeoPackage of ours, as the page of the panel does."""

    NAME = "loadopendata"
    FILE, DATASETS, EXTENT = "FILE", "DATASETS", "EXTENT"
    ADDED, CHANGED, REMOVED, UNCHANGED = "ADDED", "CHANGED", "REMOVED", "UNCHANGED"

    def title(self) -> str:
        return tr("Load open data")

    def about(self) -> list[str]:
        return [
            tr(
                "Fetches data sets and brings a GeoPackage of Sterke Steden up to date with them: only what changed is "
                "written. Places with an official key get the official geometry; figures their newest value."
            ),
            tr(
                "Each data set is one transaction: what is cancelled or fails leaves the file as it was. The panel "
                "shows what was loaded, and can undo it. The log says what was added, changed and removed."
            ),
            tr("Data sets that are too large to fetch whole are fetched for the extent: {}.").format(
                ", ".join(one.id for one in _shown() if one.area == CHOSEN)
            ),
        ]

    def sources(self) -> list[str]:
        return [f"{one.id}: {one.title}. {credit_of(one.service)}" for one in _shown()]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        file = QgsProcessingParameterFile(self.FILE, tr("GeoPackage of Sterke Steden"), extension="gpkg")
        file.setGuiDefaultValueOverride(_open_file())
        self.addParameter(file)
        # Ids, not numbers: a model goes on meaning the same when the catalogue grows.
        ids = [one.id for one in _shown()]
        self.addParameter(QgsProcessingParameterEnum(self.DATASETS, tr("Data sets"), ids, True, usesStaticStrings=True))
        self.addParameter(
            QgsProcessingParameterExtent(self.EXTENT, tr("Extent, for what is too large to fetch whole"), optional=True)
        )
        self.addOutput(QgsProcessingOutputFile(self.FILE, tr("GeoPackage of Sterke Steden")))
        self.addOutput(QgsProcessingOutputNumber(self.ADDED, tr("Number added")))
        self.addOutput(QgsProcessingOutputNumber(self.CHANGED, tr("Number changed")))
        self.addOutput(QgsProcessingOutputNumber(self.REMOVED, tr("Number removed")))
        self.addOutput(QgsProcessingOutputNumber(self.UNCHANGED, tr("Number the same")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        chosen = set(self.parameterAsEnumStrings(parameters, self.DATASETS, context))
        large = [one.title for one in _shown() if one.id in chosen and one.area == CHOSEN]
        if large and self._extent(parameters, context) is None:
            return False, tr("Choose an extent: {} would be too large to fetch whole.").format(", ".join(large))
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        self._from = self.provider()
        return True

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .errors import Cancelled, ServiceError
        from .told import sections, summary

        path = Path(self.parameterAsFile(parameters, self.FILE, context)).absolute()
        ids = self.parameterAsEnumStrings(parameters, self.DATASETS, context)
        orders = _Orders(path, self._extent(parameters, context))
        counts = dict.fromkeys((self.ADDED, self.CHANGED, self.REMOVED, self.UNCHANGED), 0)
        failed = []
        for number, id_ in enumerate(ids):
            try:
                loaded = orders.job(id_)(_Step(feedback, number, len(ids)))
            except Cancelled:
                break
            except (ServiceError, StoreError) as error:
                feedback.reportError(f"{id_}: {failure(error, feedback)}")
                failed.append(id_)
                continue
            report = loaded.report
            for key in counts:
                counts[key] += getattr(report.load, key.lower())
            feedback.pushInfo(f"{report.dataset.title}: {summary(report)}")
            for section in sections(report, loaded.is_kept):
                feedback.pushInfo("\n".join((f"  {section.title}", *(f"    {line}" for line in section.lines))))
            if isinstance(self._from, QgsProcessingProvider) and not sip.isdeleted(self._from):
                self._from.loaded.emit(str(path), id_)
            orders.renew(loaded.pack)
        if failed:
            text = tr("{} of {} data sets were not fetched: {}. The log says why; the others are in the file.")
            raise QgsProcessingException(text.format(len(failed), len(ids), ", ".join(failed)))
        return {self.FILE: str(path), **counts}

    def _extent(self, parameters: dict[str, Any], context: QgsProcessingContext) -> QgsRectangle | None:
        box = self.parameterAsExtent(parameters, self.EXTENT, context, QgsCoordinateReferenceSystem(CRS))
        return None if box.isNull() or box.isEmpty() else box


class _Orders:
    """What is known of a file when data sets are loaded into it."""

    def __init__(self, path: Path, extent: QgsRectangle | None) -> None:
        from ..store.editing import may_edit
        from ..store.geometries import read_geometries
        from ..store.reader import read_pack
        from . import settings

        refusal = may_edit(path)
        if refusal:
            raise QgsProcessingException(refusal)
        self._path = path
        self._extent = extent
        self._pack = read_pack(path)
        self._geometries = read_geometries(path)
        newer = paths.SHIPPED_PACK if paths.SHIPPED_PACK.exists() else None
        self._catalogue = settings.at_set_addresses(read_catalogue(path, newer))

    def job(self, id_: str) -> Loading:
        from ..store.editing import user_name
        from .jobs import Loading, wanted_of

        dataset = self._catalogue.dataset_by_id.get(id_)
        if dataset is None:
            raise StoreError(
                tr("{} does not know the data set “{}”.").format(self._path.name, id_),
                tr("Open the file with the plugin, which brings it up to date, or choose another data set."),
            )
        wanted = wanted_of(dataset, self._pack, self._geometries, self._extent)
        return Loading(dataset, self._catalogue, wanted, self._path, user_name())

    def renew(self, pack: Pack) -> None:
        self._pack = pack


class _Step:
    """How far one of several data sets is, as Processing wants to hear it."""

    def __init__(self, feedback: QgsProcessingFeedback, number: int, count: int) -> None:
        self.feedback = feedback
        self._number = number
        self._count = count
        self._what = ""

    def tell(self, done: int, total: int | None, what: str) -> None:
        part = min(1.0, done / total) if total else 0.0
        self.feedback.setProgress(100 * (self._number + part) / self._count)
        if what != self._what:
            self._what = what
            self.feedback.setProgressText(what)


def _shown() -> tuple[Dataset, ...]:
    try:
        return shipped_catalogue().shown
    except StoreError:
        return ()  # a checkout in which nothing was built


def credit_of(service: Service) -> str:
    """Whose data a service gives."""
    return tr("Source: {}, {}. Licence: {}.").format(service.name, service.credit, service.licence)


def _open_file() -> str | None:
    """The pack of the project, to begin with in a dialog."""
    if QThread.currentThread() != QCoreApplication.instance().thread() or not QgsProject.instance().count():
        return None
    from ..maps.tree import pack_paths

    return next(map(str, pack_paths(QgsProject.instance())), None)
