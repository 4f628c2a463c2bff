# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes points of the addresses in a layer: runs the algorithm of Processing for the panel, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal, pyqtSlot

from .i18n import tr
from .panel import open_data_words as words
from .services.work import Work, WorkQueue

if TYPE_CHECKING:
    from .panel.address_block import AddressBlock

_KEY = "addresses"


class AddressPoints(QObject):
    """What the block of addresses asks; what comes of it are scratch layers of the project. Nothing is kept on disk."""

    told = pyqtSignal(str, bool)
    logged = pyqtSignal(str)

    def __init__(self, block: AddressBlock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._block = block
        self._queue = WorkQueue(self)
        self._queue.progressed.connect(self._show_progress)
        block.locateRequested.connect(self.locate)
        block.cancelRequested.connect(self._queue.cancel_all)

    def close(self) -> None:
        """Stop what is being looked up."""
        self._queue.close()

    def is_busy(self) -> bool:
        return bool(self._queue.keys)

    @pyqtSlot(str, str, str)
    def locate(self, layer_id: str, address: str, number: str) -> None:
        """Look up each address of a layer; `number` is the column of the house number, "" where `address` has all."""
        layer = QgsProject.instance().mapLayer(layer_id)
        if not isinstance(layer, QgsVectorLayer) or self.is_busy():
            return
        run = _Run(layer, address, number)

        def over(work: Work) -> None:
            try:
                self._take(run, work)
            finally:
                run.end()

        self._block.set_progress(tr("Looking up addresses"))
        self._queue.add(_KEY, tr("Looking up addresses"), run, over)

    def _take(self, run: _Run, work: Work) -> None:
        if work.error is not None:
            message, advice, details = work.fault
            if isinstance(work.error, QgsProcessingException):  # says what is wrong and what to do in one
                message, advice, details = str(work.error), "", ()
            self._block.set_result(words.failure(message, advice))
            self.told.emit(message, True)
            for line in details:
                self.logged.emit(line)
        elif work.is_cancelled or not run.has_rows(work.result):
            self._block.set_result(words.none_located(work.feedback.isCanceled()))
        else:
            layers = run.layers(work.result)
            QgsProject.instance().addMapLayers(layers)
            content = words.located(run.counts(work.result), run.feedback.warnings, work.feedback.isCanceled())
            self._block.set_result(content)
            self.told.emit(f"{layers[0].name()}: {content[0].text}", bool(run.feedback.warnings))

    @pyqtSlot(str, int, int, str)
    def _show_progress(self, _key: str, done: int, _total: int, what: str) -> None:
        self._block.set_progress(f"{what} · {done}%")


class _Feedback(QgsProcessingFeedback):
    """Remembers what goes before the user."""

    def __init__(self) -> None:
        super().__init__(False)
        self.warnings: list[str] = []

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)


class _Run:
    """One run of the algorithm: made, and its results taken, in the thread of the window; called in that of the task.

    Not by QgsProcessingAlgRunnerTask, for that cannot be waited for when the plugin ends.
    """

    def __init__(self, layer: QgsVectorLayer, address: str, number: str) -> None:
        from .services.address_algorithms import AddressesToPoints

        self._title = layer.name()
        self._algorithm = AddressesToPoints().create()
        one = self._algorithm
        columns = {one.POSTCODE: address, one.NUMBER: number} if number else {one.ADDRESS: [address]}
        self._parameters = {one.INPUT: layer.id(), one.OUTPUT: "memory:", one.NOT_FOUND: "memory:", **columns}
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self.feedback = _Feedback()
        self._context.setFeedback(self.feedback)
        self._algorithm.prepare(self._parameters, self._context, self.feedback)

    def __call__(self, work: Work) -> dict[str, Any]:
        def tell(percent: float) -> None:
            work.tell(int(percent), 100, tr("Looking up addresses"))

        work.feedback.canceled.connect(self.feedback.cancel, Qt.ConnectionType.DirectConnection)
        if work.feedback.isCanceled():
            self.feedback.cancel()
        self.feedback.progressChanged.connect(tell, Qt.ConnectionType.DirectConnection)
        try:
            return self._algorithm.runPrepared(self._parameters, self._context, self.feedback)
        finally:
            self.feedback.progressChanged.disconnect(tell)  # it holds the work, which holds this run

    def end(self) -> None:
        """Let go of what is QGIS's, here in the thread of the window: the algorithm before what it works with."""
        del self._algorithm
        del self._context

    def counts(self, results: dict[str, Any]) -> tuple[int, int, int]:
        """How many were found, how many of these are uncertain, and how many were not found."""
        one = self._algorithm
        return tuple(results[key] for key in (one.FOUND_COUNT, one.UNSURE_COUNT, one.NOT_FOUND_COUNT))

    def has_rows(self, results: dict[str, Any]) -> bool:
        found, _unsure, missed = self.counts(results) if results else (0, 0, 0)
        return found + missed > 0

    def layers(self, results: dict[str, Any]) -> list[QgsVectorLayer]:
        """Of the addresses that were found, and of those that were not, as far as there are any."""
        self._algorithm.postProcess(self._context, self.feedback)
        found, _unsure, missed = self.counts(results)
        taken = []
        for key, title, count in (
            (self._algorithm.OUTPUT, tr("Addresses of {}"), found),
            (self._algorithm.NOT_FOUND, tr("Addresses not found of {}"), missed),
        ):
            layer = self._context.takeResultLayer(results[key])
            if count:
                layer.setName(title.format(self._title))
                taken.append(layer)
        return taken
