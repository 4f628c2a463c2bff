# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads flows of open data and files and computes the figures of the claims, beside the window, when a card asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot

from ..i18n import tr
from ..panel.wording import source_line
from ..services.errors import Cancelled
from ..services.work import Work, WorkQueue
from ..store.errors import StoreError
from .memory import Memory
from .tables import FILE, LAYER, Reading, file_of, table_sources

if TYPE_CHECKING:
    from ..networks.evidence_values import Evidence, FlowTable
    from ..panel.evidence_book import EvidenceBook
    from ..state import State
    from ..story.model import Pack

_KEY = "evidence"


class EvidenceDesk(QObject):
    """What was found stays found as long as tables, figures and claims are the same."""

    told = pyqtSignal(str, bool)  # whether it is a warning
    logged = pyqtSignal(str)

    def __init__(self, book: EvidenceBook, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book, self._state = book, state
        self._project = QgsProject.instance()
        self._queue = WorkQueue(self)
        self._ordered: object = None  # of what is being read, or was read last
        self._found: dict[str, Evidence] | None = None
        book.wanted.connect(self.look)

    def close(self) -> None:
        self._queue.close()

    @pyqtSlot()
    def look(self) -> None:
        """See whether there are other tables or figures than before; if so read them."""
        pack, path = self._state.pack, self._state.path
        if pack is None or path is None:
            return
        memory = Memory(self._project)
        try:
            every = table_sources(self._project, pack, path, memory.files)
        except StoreError as error:
            self._fail(error.message, error.advice, error.details)
            return
        # Not the layers of the project: among them are results, which hold a choice of the flows.
        sources = [one for one in every if not one.key.startswith(LAYER)]
        columns = [memory.columns(one.key) for one in sources]
        saved = [_saved(one.key) for one in sources]
        stamp = (path, sources, columns, saved, [load.id for load in pack.loads], pack.figures, pack.claims)
        if stamp == self._ordered:
            if self._found is not None:
                self._book.set_found(self._found)
            return
        self._ordered, self._found = stamp, None
        readings = [Reading(*one, path, self._project) for one in zip(sources, columns)]
        self._queue.cancel(_KEY)
        self._queue.add(
            _KEY,
            tr("Reading the table of flows"),
            _Job(readings, [one.title for one in sources], pack),
            lambda work: self._take(work, stamp),
        )

    def _take(self, work: Work, stamp: object) -> None:
        if stamp != self._ordered:
            return  # others were ordered meanwhile
        if work.error is not None:
            self._fail(*work.fault)
        elif work.is_cancelled:
            self._ordered = None
        else:
            self._found, faults = work.result
            self._book.set_found(self._found)
            for text in faults:
                self.told.emit(text, True)

    def _fail(self, message: str, advice: str, details: Sequence[str]) -> None:
        for line in details:
            self.logged.emit(line)
        self._found = {}
        self._book.set_found({}, f"{message} {advice}")


def _saved(key: str) -> int:
    """When the user's own file was last written, 0 where there is none: it may not be as it was read."""
    try:
        return file_of(key)[0].stat().st_mtime_ns if key.startswith(FILE) else 0
    except OSError:
        return 0


class _Job:
    """In a task: what it needs was taken before it began."""

    def __init__(self, readings: Sequence[Reading], titles: Sequence[str], pack: Pack) -> None:
        self._readings, self._titles, self._pack = readings, titles, pack

    def __call__(self, work: Work) -> tuple[dict[str, Evidence], list[str]]:
        """The figures of each claim, and what is to be told of tables that could not be used."""
        from ..networks.evidence import evidence
        from ..networks.evidence_methods import divisions, grouped
        from ..tables.stopping import Stopped

        cancelled = work.feedback.isCanceled
        claims = self._pack.claims
        tables: list[FlowTable] = []
        faults = []
        try:
            for title, reading in zip(self._titles, self._readings):
                try:
                    found = _tables(reading, cancelled)
                except StoreError as error:
                    faults.append(f"{error.message} {error.advice}")
                    continue
                if not found:
                    text = tr("What the columns of {} hold is to be chosen on the page Network.")
                    faults.append(text.format(title))
                tables += found
            divided = divisions(tables, [one.threshold for one in claims if one.threshold is not None], cancelled)
        except Stopped:
            raise Cancelled from None
        every = {one.id: evidence(one, tables, self._pack.figures) for one in claims}
        return {one.id: replace(every[one.id], groups=grouped(one, divided)) for one in claims}, faults


def _tables(reading: Reading, cancelled: Callable[[], bool]) -> list[FlowTable]:
    """The tables of a source, each with its flows by year: between the codes of that year, and between those of now."""
    from ..networks.evidence_values import FlowTable
    from ..networks.joining import join

    table = reading(cancelled)
    until = max((one.date for one in table.successors), default="")
    found = []
    for number, (read, source) in enumerate(table.reads):
        flows, merged = {}, {}
        for year in read.years:
            name = year[:4] or tr("an unknown year")
            now = join(read, year=year, successors=table.successors, until=until)
            flows[name] = join(read, year=year).flows
            if now.recoded:
                merged[name] = now.flows
        title = source_line(source) if source.publisher else source.title
        found.append(FlowTable(str(number), title, flows, merged))
    return found
