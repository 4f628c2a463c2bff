# SPDX-License-Identifier: GPL-2.0-or-later
"""What is done in a task: loading one data set, checking all services. Each takes with it what it needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ..i18n import tr
from ..store.datasets import CHOSEN
from ..store.load_places import MARGIN
from ..store.loads import UndoReport, read_changes, undo
from ..store.reader import read_pack
from . import settings
from .cache import ResponseCache
from .clients import client_for
from .http import Fetcher
from .loader import Report, load
from .page import Wanted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsFeedback, QgsGeometry, QgsRectangle

    from ..store.datasets import Catalogue, Dataset
    from ..store.load_log import Entry
    from ..story.model import Pack
    from .client import Client
    from .errors import Unreachable
    from .work import Work

_MUNICIPALITY = "gemeente"  # a kind of place
_CHECK_SECONDS = 15.0  # without a byte: whoever checks does not wait for the last server


class Teller(Protocol):
    """Says how far it is, and whether it is still wanted: a task, or an algorithm of Processing."""

    feedback: QgsFeedback

    def tell(self, done: int, total: int | None, what: str) -> None: ...


@dataclass(frozen=True)
class Loaded:
    """What a load did, and what the file holds now. `is_kept`: it came from what was kept, for want of an answer."""

    report: Report
    is_kept: bool
    pack: Pack
    rows: tuple[Entry, ...] = ()  # of the table of the data set, where it held some before


def wanted_of(
    dataset: Dataset, pack: Pack, geometries: Mapping[str, QgsGeometry], chosen: QgsRectangle | None
) -> Wanted:
    """What of a data set is wanted for a pack; `chosen` is the area of what is too much to load whole."""
    municipalities = (place.key for place in pack.places if place.kind == _MUNICIPALITY and not place.historic)
    parts = [part for key in municipalities for part in (key or "").split()]  # a key may be several
    codes = {"@gemeenten": list(dict.fromkeys(parts)), "@steden": [city.code for city in pack.cities]}
    box = chosen if dataset.area == CHOSEN else None
    if dataset.area and dataset.area != CHOSEN and pack.area in geometries:
        box = geometries[pack.area].boundingBox().buffered(MARGIN)
    corners = None if box is None else (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    return Wanted(corners, codes)


class Loading:
    """Loads one data set into a file; made in the thread of the window, called in that of the task."""

    def __init__(
        self,
        dataset: Dataset,
        catalogue: Catalogue,
        wanted: Wanted,
        path: Path,
        user: str,
        closed: dict[object, Unreachable] | None = None,
    ) -> None:
        """`closed`: servers that loads before this one could not reach, which this one adds to."""
        self._order = dataset, catalogue, wanted, path, user
        self._closed = closed
        self._logins = {service.id: settings.authcfg(service.id, service.url) for service in catalogue.services}
        self._cache = settings.cache_mb() * settings.MB, settings.cache_days()

    def __call__(self, work: Teller) -> Loaded:
        dataset, catalogue, wanted, path, user = self._order
        fetcher = Fetcher(work.feedback, ResponseCache(None, *self._cache), closed=self._closed)

        def client_of(one: Dataset) -> Client:
            return client_for(fetcher, one.service, self._logins.get(one.service.id, ""))

        report = load(dataset, catalogue, client_of, wanted, path, user, work.feedback, work.tell)
        pack = read_pack(path)
        done = pack.loaded.get(dataset.id)
        entries = read_changes(path, done.id) if done is not None else []
        rows = tuple(entry for entry in entries if entry.table == dataset.table)
        return Loaded(report, fetcher.has_stale, pack, rows)


class Undoing:
    """Puts back what a load changed."""

    def __init__(self, path: Path, user: str, load_id: str) -> None:
        self._order = path, user, load_id

    def __call__(self, work: Work) -> tuple[UndoReport, Pack]:
        """The report, and what the file holds now."""
        path, user, load_id = self._order
        work.tell(0, None, tr("Undoing"))
        report = undo(path, user, load_id, work.feedback.isCanceled)
        return report, read_pack(path)


class Checking:
    """Asks each service by small questions; what is found of one is told before the next is asked."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._logins = {service.id: settings.authcfg(service.id, service.url) for service in catalogue.services}

    def __call__(self, work: Work) -> None:
        services = self._catalogue.services
        fetcher = Fetcher(work.feedback, None, retries=0, timeout=_CHECK_SECONDS)
        for number, service in enumerate(services):
            work.tell(number, len(services), tr("Checking {}").format(service.name))
            datasets = [one for one in self._catalogue.datasets if one.service.id == service.id]
            work.note(client_for(fetcher, service, self._logins[service.id]).check(datasets))
