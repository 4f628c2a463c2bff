# SPDX-License-Identifier: GPL-2.0-or-later
"""Loads one data set: fetched page by page into a file beside, then put into the user's in one short transaction.

So stopping or failing half-way leaves the user's file as it was. Where the service does not give it, the data set that
stands in for it is asked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from ..i18n import tr
from ..store.datasets import CHOSEN, Catalogue, Dataset
from ..store.errors import Emptied
from ..store.loads import Fetched, LoadReport, merge
from .address import redacted
from .errors import Cancelled, Changed, Gone, ServiceError, Unreachable, without_frames
from .page import FeaturePage, RowPage, Wanted
from .scratch import Dirt, Scratch, require_room

# How many rows came, how many there are in all if that is known, and what is being done.
Progress = Callable[[int, "int | None", str], None]


class Client(Protocol):
    """Speaks with one service."""

    def pages(self, dataset: Dataset, wanted: Wanted) -> Iterator[FeaturePage | RowPage]: ...


class Feedback(Protocol):
    """Says whether the user still wants it, as a QgsFeedback does."""

    def isCanceled(self) -> bool: ...


@dataclass(frozen=True)
class Report:
    """What was loaded and what that changed."""

    dataset: Dataset  # as it was loaded: with the service that gave it
    load: LoadReport
    dirt: Dirt
    absent: tuple[str, ...]  # columns that the service does not have any more
    retrieved: str  # UTC, ISO 8601: when the server sent it; long ago where it came from the cache
    instead: ServiceError | None = None  # why the service of the catalogue did not give it and another did


def load(
    dataset: Dataset,
    catalogue: Catalogue,
    client_of: Callable[[Dataset], Client],
    wanted: Wanted,
    path: Path,
    user: str,
    feedback: Feedback,
    progress: Progress,
) -> Report:
    """Load a data set into a file, in any thread.

    Raises ServiceError where no service gives it, StoreError where the file does not take it, Cancelled.
    """
    with _scratch_folder() as folder:
        try:
            return _load(dataset, client_of, wanted, path, user, feedback, progress, folder)
        except (Unreachable, Gone, Changed) as error:
            other = catalogue.dataset_by_id.get(dataset.fallback or "")
            if other is None:
                raise
            first = without_frames(error)
        progress(0, None, tr("{} does not give it; {} is asked.").format(dataset.service.name, other.service.name))
        # It goes where the first would have gone.
        stand_in = replace(other, id=dataset.id, title=dataset.title, kind=dataset.kind, fallback=None)
        client = client_of(other)
        try:
            report = _load(stand_in, lambda _: _Renamed(client, other), wanted, path, user, feedback, progress, folder)
        except (Unreachable, Gone, Changed) as error:
            raise type(first)(first.message, first.advice, (*first.details, error.message, *error.details)) from error
        return replace(report, instead=first)


@contextmanager
def _scratch_folder() -> Iterator[Path]:
    """Of its own, gone at the end; what fails for want of room in it is told as that."""
    with TemporaryDirectory(prefix="sterkesteden-") as name:
        try:
            yield Path(name)
        except (OSError, RuntimeError, AttributeError, sqlite3.Error) as error:  # OGR raises, or gives None
            require_room(Path(name), str(error))
            raise


class _Renamed:
    """Asks a client for the data set as its own service knows it."""

    def __init__(self, client: Client, dataset: Dataset) -> None:
        self._client = client
        self._dataset = dataset

    def pages(self, _dataset: Dataset, wanted: Wanted) -> Iterator[FeaturePage | RowPage]:
        return self._client.pages(self._dataset, wanted)


def _load(
    dataset: Dataset,
    client_of: Callable[[Dataset], Client],
    wanted: Wanted,
    path: Path,
    user: str,
    feedback: Feedback,
    progress: Progress,
    folder: Path,
) -> Report:
    scratch = Scratch(folder, dataset)
    try:
        url, retrieved = _fetch(dataset, client_of(dataset), wanted, scratch, feedback, progress)
        dirt = scratch.close()
    finally:
        scratch.abandon()
    _stop_if(feedback)
    if dirt.keyless and dirt.keyless == scratch.count:
        raise Changed(
            tr("{} gave “{}” without the keys by which rows are told apart.").format(
                dataset.service.name, dataset.title
            ),
            tr("What is in the file stays. The service may have been renewed; “Check services” says more."),
        )
    progress(scratch.count, scratch.count, tr("Writing {} to the file").format(dataset.title))
    box = wanted.box if dataset.area else None
    # A row without its key may be any of those in the file: none of them is taken for gone.
    is_whole = not (dirt.keyless or dirt.skipped)
    fetched = Fetched(scratch.path, redacted(url), retrieved, box, scratch.absent, is_whole)
    try:
        found = merge(path, user, dataset, fetched, feedback.isCanceled)
    except Emptied as error:
        raise Changed(error.message, error.advice) from error
    return Report(dataset, found, dirt, tuple(sorted(scratch.absent)), retrieved)


def _fetch(
    dataset: Dataset, client: Client, wanted: Wanted, scratch: Scratch, feedback: Feedback, progress: Progress
) -> tuple[str, str]:
    """Take in every page; return the address of the first and the time of the oldest."""
    url, retrieved = "", ""
    progress(0, None, tr("Asking {}").format(dataset.service.name))
    for page in client.pages(dataset, wanted):
        _stop_if(feedback)
        scratch.add(page)
        url, retrieved = url or page.url, min(retrieved or page.retrieved, page.retrieved)
        progress(scratch.count, page.total, tr("Fetching {}").format(dataset.title))
    if not scratch.count and dataset.area != CHOSEN:
        raise Changed(
            tr("{} gave nothing for “{}”.").format(dataset.service.name, dataset.title),
            tr("What is in the file stays. The service may have been renewed; “Check services” says more."),
        )
    return url or dataset.service.url, retrieved


def _stop_if(feedback: Feedback) -> None:
    if feedback.isCanceled():
        raise Cancelled
