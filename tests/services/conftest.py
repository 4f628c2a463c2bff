# SPDX-License-Identifier: GPL-2.0-or-later
"""A web server on loopback for each test, and work done in a task while the GUI thread goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread, QTimer

from tests.services.servers.every_kind import every_kind
from tests.services.servers.faults import DEADLINE, LoopbackServer
from tests.services.servers.places import write_places

TICK_MS = 5


@pytest.fixture()
def server(qgis_app):
    QgsNetworkAccessManager.instance()  # that of the main thread comes first, as in QGIS
    with LoopbackServer() as server:
        yield server


@dataclass
class Done:
    """What a function gave or raised in another thread, and how long the GUI thread stood still meanwhile."""

    value: Any
    error: BaseException | None
    thread_was_gui: bool
    longest_gap: float

    def get(self) -> Any:
        if self.error:
            raise self.error
        return self.value


class _Task(QgsTask):
    def __init__(self, function: Callable[[], Any]) -> None:
        super().__init__("test", QgsTask.Flag.CanCancel)
        self.function = function
        self.value: Any = None
        self.error: BaseException | None = None
        self.thread_was_gui = False

    def run(self) -> bool:
        self.thread_was_gui = QThread.currentThread() == QCoreApplication.instance().thread()
        try:
            self.value = self.function()
        except BaseException as error:
            self.error = error
        return True


def until(is_done: Callable[[], bool], deadline: float = DEADLINE) -> float:
    """Let the GUI thread work until it is so; how long at most it did not come round."""
    loop, timer = QEventLoop(), QTimer()
    begin = last = time.monotonic()
    longest = 0.0

    def tick() -> None:
        nonlocal last, longest
        now = time.monotonic()
        longest, last = max(longest, now - last), now
        if is_done() or now - begin > deadline:
            loop.quit()

    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    loop.exec()
    timer.stop()
    assert is_done(), "did not come to its end"
    return longest


@pytest.fixture()
def in_task(qgis_app):
    """Run a function in a QgsTask, as the panel does: `in_task(function) -> Done`; `meanwhile` in the GUI thread."""

    def run(function: Callable[[], Any], meanwhile: Callable[[], Any] | None = None) -> Done:
        task = _Task(function)
        over = []
        task.taskCompleted.connect(lambda: over.append(True))
        QgsApplication.taskManager().addTask(task)
        if meanwhile:
            meanwhile()
        gap = until(lambda: bool(over))
        return Done(task.value, task.error, task.thread_was_gui, gap)

    return run


@pytest.fixture(scope="session")
def places(tmp_path_factory):
    """The GeoPackage that the real servers serve."""
    return write_places(tmp_path_factory.mktemp("places") / "places.gpkg")


@pytest.fixture(scope="session")
def addresses(qgis_app, places, tmp_path_factory):
    """A running server for every kind of service: addresses by kind."""
    QgsNetworkAccessManager.instance()
    with every_kind(places, tmp_path_factory.mktemp("servers")) as addresses:
        yield addresses
