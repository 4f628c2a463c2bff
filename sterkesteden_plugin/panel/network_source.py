# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the flows and the zones of the page Network come from; and what to do where there are none."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import tr
from . import wording
from .look import plain_button, plain_tip
from .network_columns import ColumnChoice
from .network_controls import Choice
from .rows import OPEN_DATA, Row
from .rows_view import RowsView
from .text_view import BODY, Paragraph, TextView

FILE = "file…"  # what is offered to choose a file


class NetworkSource(QWidget):
    """Tells what is chosen; who hears it answers with `set_sources` and `set_zones`."""

    sourceChosen = pyqtSignal(str)
    fileRequested = pyqtSignal()
    zonesChosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""
        self.flows = Choice("network-source", tr("Table of flows"), self)
        self.zones = Choice("network-zones", tr("Zones on the map"), self)
        self.need = TextView(tr("Which table is needed"), self)
        self.need.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.need.set_content([])
        self.file = QPushButton(plain_button(tr("Choose a file…")), self)
        self.file.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.file.clicked.connect(self._ask_file)
        self.grid = QWidget(self)
        grid = QGridLayout(self.grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (text, box) in enumerate(((tr("Flows"), self.flows), (tr("Zones"), self.zones))):
            label = QLabel(text, self.grid)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        self.datasets = RowsView(tr("What can be fetched"), whole=True)
        self.datasets.set_rows([])
        self.columns = ColumnChoice(self)
        last = QHBoxLayout()
        last.addWidget(self.file)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.grid)
        column.addWidget(self.columns)
        column.addWidget(self.need)
        column.addWidget(self.datasets)
        column.addLayout(last)
        self.flows.activated.connect(self._choose_flows)
        self.zones.activated.connect(self._choose_zones)
        self.set_sources([], "")

    def set_sources(self, sources: Sequence[tuple[str, str]], chosen: str) -> None:
        """Tables of flows that there are, as (key, title)."""
        self._chosen = chosen
        offered = [(key, wording.one_line(title)) for key, title in sources]
        self.flows.offer([*offered, (FILE, tr("Another file…"))] if offered else [], chosen)
        self.flows.setToolTip(plain_tip(self.flows.currentText()))
        self.grid.setVisible(bool(sources))
        self.file.setVisible(not sources)

    def set_zones(self, zones: Sequence[tuple[str, str]], chosen: str) -> None:
        """Layers that have zones, as (key, title)."""
        self.zones.offer([(key, wording.one_line(title)) for key, title in zones], chosen)
        self.zones.setToolTip(plain_tip(self.zones.currentText()))

    def set_need(self, text: str, datasets: Sequence[tuple[str, str, str]]) -> None:
        """What is missing ("" for nothing), and the data sets that would help: id, title, and what is to be told."""
        self.need.set_content([Paragraph(text, BODY)] if text else [])
        self.need.setVisible(bool(text))
        self.datasets.set_rows([dataset_row(*one) for one in datasets])

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        if self.grid.isVisibleTo(self):
            return self.flows
        return self.datasets if self.datasets.rows else self.file

    def _ask_file(self) -> None:
        self.fileRequested.emit()

    def _choose_flows(self) -> None:
        if self.flows.chosen == FILE:
            self.flows.setCurrentIndex(max(self.flows.findData(self._chosen), 0))
            self.fileRequested.emit()
        else:
            self.sourceChosen.emit(self.flows.chosen)

    def _choose_zones(self) -> None:
        self.zonesChosen.emit(self.zones.chosen)


def dataset_row(id_: str, title: str, detail: str) -> Row:
    """A data set that a click fetches."""
    return Row(wording.one_line(tr("Fetch: {}").format(title)), wording.one_line(detail), id_, OPEN_DATA)
