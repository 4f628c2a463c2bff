# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps the index of the pack that is open, for whoever searches. Made in the window's idle moments."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal, pyqtSlot

from .story.search import Index, indexing

if TYPE_CHECKING:
    from collections.abc import Generator

    from .state import State

_SLICE = 0.008  # seconds of work between two looks at what the user does


class Finder(QObject):
    """`index` is None from the moment that the pack changes until its index is there, which `ready` tells."""

    ready = pyqtSignal()

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.index: Index | None = None
        self._state = state
        self._steps: Generator[None, None, Index] | None = None
        # A timer rather than a thread: Python runs one thread at a time, and the window would wait for each turn.
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.work_on)
        state.packChanged.connect(self._begin)
        state.packRenewed.connect(self._begin)
        self._begin()

    @pyqtSlot()
    def _begin(self) -> None:
        self.index = None
        pack = self._state.pack
        self._steps = indexing(pack) if pack is not None else None
        if self._steps is not None:
            self._timer.start(0)
        else:
            self._timer.stop()

    @pyqtSlot()
    def work_on(self) -> None:
        """Go on with the index for a moment, if it is not there yet."""
        if self._steps is None:
            return
        end = perf_counter() + _SLICE
        try:
            while perf_counter() < end:
                next(self._steps)
        except StopIteration as done:
            self._timer.stop()
            self.index, self._steps = done.value, None
            self.ready.emit()
