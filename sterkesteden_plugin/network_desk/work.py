# SPDX-License-Identifier: GPL-2.0-or-later
"""Work of the page Network beside the window: told on the page, stopped from there, the newest of its kind counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot

from ..services.errors import Cancelled
from ..services.work import Work, WorkQueue

if TYPE_CHECKING:
    from ..panel.network_page import NetworkPage


class NetworkWork(QObject):
    """`failed` has the key, what went wrong and what to do."""

    failed = pyqtSignal(str, str)
    logged = pyqtSignal(str)

    def __init__(self, page: NetworkPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._queue = WorkQueue(self)
        self._queue.progressed.connect(self._show_progress)
        self._queue.emptied.connect(page.busy.end)
        page.stopRequested.connect(self._queue.cancel_all)

    def close(self) -> None:
        """Stop what is being computed; more may be ordered."""
        self._queue.close()
        self._page.busy.end()

    @property
    def is_busy(self) -> bool:
        return bool(self._queue.keys)

    def order(self, key: str, title: str, job: Callable[[Work], Any], take: Callable[[Any], None]) -> None:
        """Do `job(work)` in a thread, then `take` what came of it, instead of what was ordered under the same key."""

        def run(work: Work) -> Any:
            from ..tables.stopping import Stopped

            try:
                return job(work)
            except Stopped:
                raise Cancelled from None

        def over(work: Work) -> None:
            if work.error is not None:
                message, advice, details = work.fault
                for line in details:
                    self.logged.emit(line)
                self.failed.emit(key, f"{message} {advice}")
            elif not work.is_cancelled:
                take(work.result)

        self._queue.cancel(key)
        self._page.busy.show_progress(title, 0, 0)
        self._queue.add(key, title, run, over)

    @pyqtSlot(str, int, int, str)
    def _show_progress(self, _key: str, done: int, total: int, what: str) -> None:
        self._page.busy.show_progress(what, done, total)
