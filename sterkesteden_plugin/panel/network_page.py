# SPDX-License-Identifier: GPL-2.0-or-later
"""The network: who works where, the regions that come of it, and how firm these are.

The page asks by signals and shows what it is told; it knows nothing of how anything is read or computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from . import network_charts as charts
from . import network_rows as rows
from . import wording
from .chart_widget import ChartWidget
from .figure_view import FigureView
from .look import em, plain_button, plain_tip
from .network_controls import Choice, Choices, NetworkControls
from .network_source import NetworkSource, dataset_row
from .page import Page, bring_into_view
from .rows import FOLD, UNFOLD, ZONE, Row, heading
from .rows_view import RowsView
from .text_view import BODY, HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..networks.facts import CityFacts, ZoneFacts
    from .figure_charts import Chart
    from .network_charts import Table


class NetworkPage(QWidget):
    """Filled when it is first shown: it tells `shown` then."""

    shown = pyqtSignal()
    left = pyqtSignal()
    changed = pyqtSignal()  # of `choices`
    zoneChosen = pyqtSignal(str)  # code, "" for none
    pointRequested = pyqtSignal(bool)  # on the map, or no more
    stopRequested = pyqtSignal()
    keepRequested = pyqtSignal()
    fetchRequested = pyqtSignal(str)  # id of a data set

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network")
        self._unfolded = ""
        self._all = False
        self._rows_of: Callable[[str, bool], list[Row]] = lambda _unfolded, _all: []
        self._region_of: dict[str, str] = {}
        self.head = TextView(tr("Network"))
        self.head.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.source = NetworkSource()
        self.controls = NetworkControls()
        self.busy = _Busy()
        self.told = TextView(tr("What is shown"))
        self.keep = QPushButton(plain_button(tr("Keep as layers…")))
        self.keep.setToolTip(plain_tip(tr("Opens the tool of Processing that makes layers of what is shown")))
        self.maps = ChartWidget()
        self.zones = Choice("network-zone", tr("Municipality"))
        self.point = QPushButton(tr("Point on the map"))
        self.point.setCheckable(True)
        self.zone = TextView(tr("The chosen municipality"))
        self.out, self.into, self.together = FigureView(False), FigureView(False), FigureView(False)
        self.regions = RowsView(tr("Regions"), whole=True)
        self.cities = RowsView(tr("Cities beside each other"), whole=True)
        self.notes = TextView(tr("About the table"))
        self.notes.set_content([])
        self.more = RowsView(tr("What can be fetched too"), whole=True)
        self.more.set_rows([])
        self.scroll = Page("network-page", self)
        self.body = QWidget()  # all that needs flows
        self._lay_out()
        self._connect()
        self.maps.set_chart(None)
        for view in (self.out, self.into, self.together):
            view.set_topic(None)
        self._tell_head()
        self.set_flows_known(False)
        self.busy.end()

    def _lay_out(self) -> None:
        keep = QHBoxLayout()
        keep.addWidget(self.keep)
        keep.addStretch(1)
        pick = QHBoxLayout()
        pick.setSpacing(6)
        pick.addWidget(self.zones, 1)
        pick.addWidget(self.point)
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.controls)
        for widget in (self.busy, self.told, self.maps):
            inside.addWidget(widget)
        inside.addLayout(keep)
        inside.addLayout(pick)
        for widget in (self.zone, self.out, self.into, self.regions, self.together, self.cities, self.notes, self.more):
            inside.addWidget(widget)
        self.scroll.fill(self.head, self.source, self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scroll)

    def _connect(self) -> None:
        self.controls.changed.connect(self.changed)
        self.zones.activated.connect(self._choose_zone)
        self.point.toggled.connect(self.pointRequested)
        self.regions.opened.connect(self._open)
        self.cities.opened.connect(self._open)
        for view in (self.source.datasets, self.more):
            view.opened.connect(self._fetch)
        self.busy.stop.clicked.connect(self.stopRequested)
        self.keep.clicked.connect(self.keepRequested)

    # What the page is told

    def set_flows_known(self, known: bool) -> None:
        """Whether there are flows to show."""
        self.body.setVisible(known)

    def set_zone_names(self, zones: Sequence[tuple[str, str]], chosen: str) -> None:
        """The municipalities that can be chosen, as (code, name), in the order of their names."""
        offered = [("", tr("Choose a municipality")), *((code, wording.one_line(name)) for code, name in zones)]
        self.zones.offer(offered, chosen)

    def set_told(self, lines: Sequence[str]) -> None:
        """What is shown, and what is to be known about it."""
        self.told.set_content([Paragraph(wording.one_line(line), SMALL) for line in lines])
        self.told.setVisible(bool(lines))

    def set_notes(self, lines: Sequence[str]) -> None:
        """What is to be known of the table."""
        content = [Paragraph(tr("About the table"), HEADING)] if lines else []
        self.notes.set_content([*content, *(Paragraph(wording.one_line(line), SMALL) for line in lines)])
        self.notes.setVisible(bool(lines))

    def set_more(self, datasets: Sequence[tuple[str, str, str]]) -> None:
        """Data sets with which more could be shown: id, title, and what is to be told."""
        found = [dataset_row(*one) for one in datasets]
        self.more.set_rows([heading(tr("What can be fetched too")), *found] if found else [])

    def renew_datasets(self, datasets: Mapping[str, tuple[str, str, str]]) -> None:
        """Something else is to be told of those that are offered."""
        for view in (self.source.datasets, self.more):
            chosen = view.currentIndex().row()
            kept = [row for row in view.rows if row.heading or row.key in datasets]
            view.set_rows([row if row.heading else dataset_row(*datasets[row.key]) for row in kept])
            if 0 <= chosen < len(kept):
                view.choose(kept[chosen].key)

    def set_maps(self, chart: Chart | None) -> None:
        self.maps.set_chart(chart)

    def set_regions(self, rows_of: Callable[[str, bool], list[Row]], region_of: Mapping[str, str]) -> None:
        """The rows by which region is unfolded, and whether all are shown; and the centre of the region of a zone."""
        self._rows_of, self._region_of = rows_of, dict(region_of)
        if self._unfolded not in self._region_of.values():
            self._unfolded = self._region_of.get(self.zones.chosen, "")
        self._show_rows()

    def set_zone(self, zone: ZoneFacts | None, table: Table) -> None:
        """The chosen municipality, or none: where its residents work and its workers live."""
        code = zone.code if zone is not None else ""
        self.zones.setCurrentIndex(max(self.zones.findData(code), 0))
        for view, into in ((self.out, False), (self.into, True)):
            chart = charts.tie_chart(zone, into, table) if zone is not None else None
            figures = charts.tie_figures(zone, into, table) if zone is not None and chart is not None else []
            view.set_figures(chart, figures, charts.tie_title(zone, into) if zone is not None else "")
        if self._region_of.get(code):
            self._unfolded = self._region_of[code]
        self._show_rows()
        self.regions.choose(code)

    def tell_zone(self, name: str, lines: Sequence[str]) -> None:
        """The name of the chosen municipality ("" for none), and in which region it is."""
        content = [Paragraph(wording.one_line(name), HEADING)] if name else []
        self.zone.set_content([*content, *(Paragraph(wording.one_line(line), SMALL) for line in lines)])
        self.zone.setVisible(bool(name))

    def show_zone(self) -> None:
        """Bring what is told of the chosen municipality into view."""
        bring_into_view(self.zone)

    def set_cities(self, years: Sequence[Sequence[CityFacts]], table: Table) -> None:
        """The cities of the file beside each other, in one year or several, the newest last."""
        chart = charts.city_chart(years, table)
        self.together.set_figures(chart, charts.city_figures(years, table) if chart else [], tr("Cities"))
        self.cities.set_rows(rows.city_rows(years[-1]) if chart else [])

    def set_pointing(self, on: bool) -> None:
        """Whether a click on the map chooses a municipality."""
        self.point.blockSignals(True)
        self.point.setChecked(on)
        self.point.blockSignals(False)

    # What the user does

    @property
    def choices(self) -> Choices:
        return self.controls.choices

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.controls.mode if self.body.isVisibleTo(self) else self.source.first

    def _fetch(self, _what: str, id_: str) -> None:
        self.fetchRequested.emit(id_)

    def _choose_zone(self) -> None:
        self.zoneChosen.emit(self.zones.chosen)

    def _open(self, what: str, key: str) -> None:
        if what == ZONE:
            self.zoneChosen.emit(key)
        elif key == rows.ALL:
            self._all = True
            self._show_rows()
        elif what in (FOLD, UNFOLD):
            centre = key[len(rows.region_key("")) :]
            self._unfolded = centre if what == UNFOLD else ""
            self._show_rows()
            self.regions.choose(key)

    def _show_rows(self) -> None:
        chosen = self.regions.currentIndex().row()
        key = self.regions.rows[chosen].key if 0 <= chosen < len(self.regions.rows) else ""
        self.regions.set_rows(self._rows_of(self._unfolded, self._all))
        if key:
            self.regions.choose(key)

    def _tell_head(self) -> None:
        about = tr(
            "Who works where, and which regions come of it. A division is a choice: move the threshold, take another "
            "method or year, and see what stays."
        )
        self.head.set_content([Paragraph(tr("Network"), HEADING), Paragraph(about, SMALL)])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()


class _Busy(QWidget):
    """What is being computed, how far it is, and the way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextView(tr("What is being computed"), self)
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(max(4, em(self) // 2))
        self.stop = QPushButton(tr("Cancel"), self)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addLayout(line)

    def show_progress(self, text: str, done: int, total: int) -> None:
        """So many of so many; `total` is 0 where nobody knows."""
        self.text.set_content([Paragraph(wording.one_line(text), BODY)])
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.show()

    def end(self) -> None:
        self.hide()
