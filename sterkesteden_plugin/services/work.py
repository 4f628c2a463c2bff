# SPDX-License-Identifier: GPL-2.0-or-later
"""Long work beside the window: one thing after the other, each in a QgsTask, so that QGIS shows and can stop it too."""

from __future__ import annotations

import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsApplication, QgsFeedback, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot

from ..i18n import tr
from .errors import Cancelled, without_frames

_TELL_SECONDS = 0.1  # between two tellings of progress: the window has more to do than to count
# Newer versions of QGIS say nothing of the end of one that is silent: we do, in words of our own.
_FLAGS = QgsTask.Flag.CanCancel | getattr(QgsTask.Flag, "Silent", QgsTask.Flag.CanCancel)
_END_SECONDS = 5.0  # that are waited for work that was stopped; what asks a server stops in a tenth of one


class Work(QgsTask):
    """Does `job(self)` in a thread of its own; what it gave or raised is in `result`, `error` and `is_cancelled`."""

    progressed = pyqtSignal(int, int, str)  # how many, of how many (0: nobody knows), what is being done
    noted = pyqtSignal(object)
    ended = pyqtSignal()

    def __init__(self, title: str, job: Callable[[Work], Any]) -> None:
        super().__init__(title, _FLAGS)
        self.feedback = QgsFeedback()
        self.result: Any = None
        self.error: Exception | None = None
        self.trace = ""  # of an error that nobody expected
        self.is_cancelled = False
        self._job: Callable[[Work], Any] | None = job
        self._begun, self._over = threading.Event(), threading.Event()
        self._told, self._what = 0.0, ""

    # In its thread

    def run(self) -> bool:
        self._begun.set()
        try:
            job, self._job = self._job, None  # which may hold this work: neither is to keep the other
            self.result = job(self) if job is not None else None
        except Cancelled:
            self.is_cancelled = True
        except Exception as error:
            self.trace = traceback.format_exc()
            self.error = without_frames(error)
        finally:
            self._over.set()
        return self.error is None and not self.is_cancelled

    def tell(self, done: int, total: int | None, what: str) -> None:
        """Say how far it is."""
        now = time.monotonic()
        if what == self._what and now - self._told < _TELL_SECONDS:
            return
        self._told, self._what = now, what
        if total:
            self.setProgress(min(100.0, 100.0 * done / total))
        self.progressed.emit(done, total or 0, what)

    def note(self, found: object) -> None:
        """Give a part of the result before the end."""
        self.noted.emit(found)

    # In that of the window

    def cancel(self) -> None:
        self.feedback.cancel()
        super().cancel()

    def finished(self, is_done: bool) -> None:
        if not self._begun.is_set():
            self.is_cancelled = True  # before its turn came
        self.ended.emit()

    @property
    def fault(self) -> tuple[str, str, tuple[str, ...]]:
        """Message, advice and details of what went wrong."""
        error: Any = self.error
        if hasattr(error, "advice"):
            return error.message, error.advice, (error.message, *error.details)
        message = tr("Something went wrong that was not foreseen; the file is as it was.")
        return message, tr("The log panel “Sterke Steden” has the details for who makes the plugin."), (self.trace,)

    def wait_until_over(self, seconds: float) -> bool:
        """Whether it is over, after so many seconds at most. QGIS's own way to wait would not let Python go on."""
        return not self._begun.is_set() or self._over.wait(seconds)


@dataclass(frozen=True)
class _Order:
    key: str
    title: str
    job: Callable[[Work], Any]
    over: Callable[[Work], None]


class WorkQueue(QObject):
    """Work that is ordered by a key is carried out in turn; `over(work)` is called in the thread of the window."""

    started = pyqtSignal(str)
    progressed = pyqtSignal(str, int, int, str)
    noted = pyqtSignal(str, object)
    cancelled = pyqtSignal(str)  # before its turn came
    emptied = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Order] = deque()
        self._order: _Order | None = None
        self._work: Work | None = None  # held here: QGIS does not keep the Python side of a task alive

    @property
    def keys(self) -> tuple[str, ...]:
        """Of what is being done and what waits, in that order."""
        running = (self._order.key,) if self._order else ()
        return (*running, *(order.key for order in self._waiting))

    def add(self, key: str, title: str, job: Callable[[Work], Any], over: Callable[[Work], None]) -> None:
        """Do this when all that was ordered before is done."""
        self._waiting.append(_Order(key, title, job, over))
        if self._work is None:
            self._start()

    def cancel(self, key: str) -> None:
        """Do this no more."""
        for order in [one for one in self._waiting if one.key == key]:
            self._waiting.remove(order)
            self.cancelled.emit(order.key)
        if self._work is not None and self._order is not None and self._order.key == key:
            self._work.cancel()

    def cancel_all(self) -> None:
        for key in reversed(self.keys):
            self.cancel(key)

    def close(self, seconds: float = _END_SECONDS) -> None:
        """Stop all, and wait so long for what is being done; nothing of it is told any more. More may be added."""
        self._waiting.clear()
        work, self._work, self._order = self._work, None, None
        if work is not None:
            for signal in (work.progressed, work.noted, work.ended):
                signal.disconnect()
            work.cancel()
            _left.append(work)
        for one in list(_left):
            if one.wait_until_over(seconds):
                _left.remove(one)

    def _start(self) -> None:
        self._order = self._waiting.popleft()
        self._work = Work(self._order.title, self._order.job)
        self._work.progressed.connect(self._tell)
        self._work.noted.connect(self._note)
        self._work.ended.connect(self._end)
        self.started.emit(self._order.key)
        QgsApplication.taskManager().addTask(self._work)

    @pyqtSlot(int, int, str)
    def _tell(self, done: int, total: int, what: str) -> None:
        if self._order is not None:
            self.progressed.emit(self._order.key, done, total, what)

    @pyqtSlot(object)
    def _note(self, found: object) -> None:
        if self._order is not None:
            self.noted.emit(self._order.key, found)

    @pyqtSlot()
    def _end(self) -> None:
        work, order = self._work, self._order
        self._work = self._order = None
        if work is None or order is None:
            return
        try:
            order.over(work)
        finally:  # what goes wrong there does not keep the others waiting
            if self._waiting and self._work is None:
                self._start()
            elif self._work is None:
                self.emptied.emit()


_left: list[Work] = []  # what did not stop in time: it ends by itself, and must be there until then
