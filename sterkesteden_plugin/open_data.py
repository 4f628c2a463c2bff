# SPDX-License-Identifier: GPL-2.0-or-later
"""Between the page of open data and what fetches: has done what is asked, beside the window, and tells how it went.

Whatever a task needs of the state is copied before it begins. What fetches is imported when something is fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot

from . import paths
from .i18n import tr
from .panel import open_data_words as words
from .services.told import kept, summary
from .services.work import Work, WorkQueue
from .store.catalogue import read_catalogue
from .store.datasets import CHOSEN
from .store.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsGeometry

    from .panel.open_data_page import OpenDataPage
    from .services.client import Finding
    from .services.errors import Unreachable
    from .state import State
    from .store.datasets import Catalogue
    from .story.model import Pack

FIGURES = "cijfers"  # a kind of data set
CHECK = "?"  # the key of checking the services, in the queue


@dataclass
class _Tally:
    """What became of all that was asked since the queue was last empty."""

    done: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    closed: dict[object, Unreachable] = field(default_factory=dict)  # servers that need not be asked again


class OpenData(QObject):
    """`changed` names a data set of which the file has other data now; `told` is for the message bar."""

    changed = pyqtSignal(str, object, bool)  # what the file holds now, and whether the story was touched
    told = pyqtSignal(str, bool)  # whether it is a warning
    logged = pyqtSignal(str)

    def __init__(
        self,
        page: OpenDataPage,
        state: State,
        geometries: Callable[[], Mapping[str, QgsGeometry]],
        user: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._state = state
        self._geometries = geometries
        self._user = user
        self._catalogue: Catalogue | None = None
        self._path: Path | None = None
        self._area: QgsRectangle | None = None  # that the user chose, in the CRS of the schema
        self._tally = _Tally()
        self._queue = WorkQueue(self)
        self._queue.started.connect(self._show_busy)
        self._queue.progressed.connect(self._show_progress)
        self._queue.noted.connect(self._take_findings)
        self._queue.cancelled.connect(self._forget)
        self._queue.emptied.connect(self._conclude)
        page.catalogueWanted.connect(self._read_catalogue)
        page.fetchRequested.connect(self.fetch)
        page.cancelRequested.connect(self._cancel)
        page.undoRequested.connect(self.undo)
        page.changesRequested.connect(self._tell_changes)
        page.checkRequested.connect(self.check)

    def close(self) -> None:
        """Stop what is being done; the file is as it was before that."""
        self._queue.close()

    def follow_pack(self, refusal: str) -> None:
        """Another file is open, which may not be written for this reason ("" if it may)."""
        if self._path is not None and self._path != self._state.path:
            # What comes of it is in that file, and nothing for the page of this one.
            self._queue.close(0)
            self._tally = _Tally()
            self._page.set_checking(False)
            self._page.set_busy("")
        self._path = self._state.path
        self._catalogue = None
        self._area = None
        self._page.set_refusal(refusal)
        if self._page.isVisible():
            self._read_catalogue()

    def set_area(self, box: QgsRectangle | None) -> None:
        """The area that the user chose, in the CRS of the schema."""
        self._area = box
        if box is not None:
            self._page.set_area(box.area())

    def is_busy(self) -> bool:
        return bool(self._queue.keys)

    # What the page asks

    @pyqtSlot()
    def _read_catalogue(self) -> bool:
        """Read what can be fetched, with the addresses that the user set; whether that could be done."""
        from .services import settings

        if self._path is None:
            return False
        try:
            read = read_catalogue(self._path, paths.SHIPPED_PACK if paths.SHIPPED_PACK.exists() else None)
        except StoreError as error:
            self._tell_error(error.message, error.advice, error.details)
            return False
        self._catalogue = settings.at_set_addresses(read)
        own = [mine.id for mine, theirs in zip(self._catalogue.services, read.services) if mine.url != theirs.url]
        self._page.set_catalogue(self._catalogue, own)
        return True

    @pyqtSlot(list)
    def fetch(self, ids: list[str]) -> None:
        """Load these data sets into the open file, one after the other."""
        from .services.jobs import Loading, wanted_of

        pack = self._state.pack
        # It is read again: the user may have set another address meanwhile.
        if not self._read_catalogue() or self._catalogue is None or self._path is None or pack is None:
            return
        for id_ in ids:
            dataset = self._catalogue.dataset_by_id.get(id_)
            if dataset is None or id_ in self._queue.keys:
                continue
            if dataset.area == CHOSEN and self._area is None:
                continue
            self._page.blocks[id_].set_waiting()
            wanted = wanted_of(dataset, pack, self._geometries(), self._area)
            job = Loading(dataset, self._catalogue, wanted, self._path, self._user, self._tally.closed)
            self._order(id_, tr("Fetching {}").format(dataset.title), job, self._take_report)

    @pyqtSlot(str)
    def undo(self, dataset: str) -> None:
        """Put back what the last load of a data set changed."""
        from .services.jobs import Undoing

        load = self._last_load(dataset)
        if self._path is None or not load or dataset in self._queue.keys:
            return
        job = Undoing(self._path, self._user, load)
        self._page.blocks[dataset].set_waiting()
        self._order(dataset, tr("Undoing"), job, self._take_undone)

    @pyqtSlot()
    def check(self) -> None:
        """Ask all services whether they are as the catalogue says."""
        from .services.jobs import Checking

        if not self._read_catalogue() or self._catalogue is None or CHECK in self._queue.keys:
            return
        self._page.set_checking(True)
        self._order(CHECK, tr("Checking services"), Checking(self._catalogue), self._take_checked)

    @pyqtSlot(str)
    def _tell_changes(self, dataset: str) -> None:
        """What the last load of a data set changed, as the file keeps it."""
        path, load = self._path, self._last_load(dataset)
        if path is None or not load or dataset in self._queue.keys:
            return

        def job(_work: Work) -> object:
            from .store.loads import read_changes

            return read_changes(path, load)

        self._order(dataset, tr("What changed?"), job, self._take_changes)

    @pyqtSlot(str)
    def _cancel(self, dataset: str) -> None:
        if dataset:
            self._queue.cancel(dataset)
        else:
            self._queue.cancel_all()

    def _order(self, key: str, title: str, job: Callable[[Work], object], take: Callable[[str, Any], None]) -> None:
        def over(work: Work) -> None:
            if work.error is not None:
                self._take_error(key, work)
            elif work.is_cancelled:
                self._forget(key)
            else:
                take(key, work.result)

        self._queue.add(key, title, job, over)

    def _last_load(self, dataset: str) -> str:
        load = self._state.pack.loaded.get(dataset) if self._state.pack is not None else None
        return load.id if load is not None else ""

    # What comes of it

    def _take_report(self, dataset: str, result: Any) -> None:
        report = result.report
        if result.is_kept:
            self._tally.failed.append(f"{report.dataset.title}: {kept(report)}")
        else:
            self._tally.done.append(f"{report.dataset.title}: {summary(report)}")
        if report.instead is None:
            self._page.forget_finding(dataset)
        touches_story = bool(report.load.places) or report.dataset.kind == FIGURES
        self._announce(dataset, result.pack, touches_story)
        self._show_result(dataset, words.outcome(report, result.is_kept, result.rows))

    def _take_undone(self, dataset: str, result: Any) -> None:
        report, pack = result
        self._tally.done.append(tr("{}: undone.").format(self._title(dataset)))
        self._announce(dataset, pack, True)
        self._show_result(dataset, words.undone(report))

    def _announce(self, dataset: str, pack: Pack, touches_story: bool) -> None:
        """Unless the file was closed meanwhile."""
        if self._path == self._state.path:
            self.changed.emit(dataset, pack, touches_story)

    def _take_changes(self, dataset: str, entries: Any) -> None:
        load = self._state.pack.loaded.get(dataset) if self._state.pack is not None else None
        self._show_result(dataset, words.changes(entries, load))

    def _take_checked(self, _key: str, _result: Any) -> None:
        self._page.set_checking(False)

    @pyqtSlot(str, object)
    def _take_findings(self, _key: str, findings: Iterable[Finding]) -> None:
        self._page.set_findings(findings)

    def _take_error(self, key: str, work: Work) -> None:
        message, advice, details = work.fault
        for line in filter(None, details):
            self.logged.emit(f"{self._title(key)}: {line}")
        if key == CHECK:
            self._page.set_checking(False)
        else:
            self._page.forget_finding(key)
            self._show_result(key, words.failure(message, advice))
        self._tally.failed.append(f"{self._title(key)}: {message}")

    @pyqtSlot(str)
    def _forget(self, key: str) -> None:
        """It was stopped, or was not begun."""
        if key == CHECK:
            self._page.set_checking(False)
        else:
            self._show_result(key, [words.cancelled()])

    @pyqtSlot()
    def _conclude(self) -> None:
        """All that was asked is over: one message for all of it."""
        tally, self._tally = self._tally, _Tally()
        self._page.set_busy("")
        text = words.conclusion(tally.done, tally.failed)
        if text:
            self.told.emit(text, bool(tally.failed))

    # On the page

    @pyqtSlot(str)
    def _show_busy(self, key: str) -> None:
        self._show_progress(key, 0, 0, "")

    @pyqtSlot(str, int, int, str)
    def _show_progress(self, key: str, done: int, total: int, what: str) -> None:
        line = words.progress_line(done, total, what or self._title(key))
        if key in self._page.blocks:
            self._page.blocks[key].set_progress(done, total, what)
        waiting = len(self._queue.keys) - 1
        self._page.set_busy(f"{line} · {tr('{} waiting').format(waiting)}" if waiting > 0 else line)

    def _show_result(self, key: str, content: list[Any]) -> None:
        if key in self._page.blocks:
            self._page.blocks[key].set_result(content)

    def _title(self, key: str) -> str:
        if key == CHECK:
            return tr("Checking services")
        dataset = self._catalogue.dataset_by_id.get(key) if self._catalogue is not None else None
        return dataset.title if dataset is not None else key

    def _tell_error(self, message: str, advice: str, details: Iterable[str]) -> None:
        self.told.emit(f"{message} {advice}", True)
        for line in filter(None, details):
            self.logged.emit(line)
