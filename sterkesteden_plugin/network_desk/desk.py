# SPDX-License-Identifier: GPL-2.0-or-later
"""Between the page Network, the live layers on the map, and the cores that compute."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolPan
from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot
from qgis.PyQt.QtWidgets import QFileDialog

from ..i18n import tr
from ..maps.network_layers import NetworkLayers, Zone
from ..maps.network_tool import ZoneTool
from ..services.errors import Cancelled
from ..services.work import Work, WorkQueue
from ..store.catalogue import read_catalogue
from ..store.errors import StoreError
from .memory import Memory
from .places import PLACES, LayerRows, ZoneSource, read_places, zone_sources
from .show import Shown
from .tables import OPEN, Columns, Reading, TableSource, file_key, table_sources
from .view import NetworkView

if TYPE_CHECKING:
    from qgis.core import QgsGeometry

    from ..networks.zones import Zones
    from ..panel.network_page import NetworkPage
    from ..state import State
    from .tables import ReadTable

_READ, _ZONES = "read", "zones"


class NetworkDesk(QObject):
    """Made when a pack is first opened; nothing is read before the page is shown. `close` takes it apart."""

    told = pyqtSignal(str, bool)  # whether it is a warning
    logged = pyqtSignal(str)

    def __init__(
        self,
        page: NetworkPage,
        state: State,
        canvas: QgsMapCanvas,
        geometries: Callable[[], Mapping[str, QgsGeometry]],
        fetch: Callable[[list[str]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._state, self._canvas = page, state, canvas
        self._geometries, self._fetch = geometries, fetch
        self._project = QgsProject.instance()
        self._memory = Memory(self._project)
        self._layers = NetworkLayers(self._project, canvas, self)
        self._tool = ZoneTool(canvas)
        self._queue = WorkQueue(self)
        self._sources: list[TableSource] = []
        self._zone_sources: list[ZoneSource] = []
        self._table: ReadTable | None = None
        self._stamp: object = None  # of what was read
        self._fetching: set[str] = set()
        self._told_year = ""
        self._shown = Shown(page, state, self._layers, self._order, self)
        self._queue.progressed.connect(self._show_progress)
        self._queue.cancelled.connect(self._forget_work)
        self._queue.emptied.connect(page.busy.end)
        page.shown.connect(self._enter)
        page.left.connect(self._leave)
        page.changed.connect(self._take_choices)
        page.zoneChosen.connect(self._choose)
        page.pointRequested.connect(self._point)
        page.stopRequested.connect(self._queue.cancel_all)
        page.source.sourceChosen.connect(self._choose_source)
        page.source.fileRequested.connect(self._ask_file)
        page.source.zonesChosen.connect(self._choose_zones)
        page.source.fetchRequested.connect(self._fetch_one)
        page.source.columns.chosen.connect(self._choose_columns)
        self._layers.chosen.connect(self._choose_on_map)
        self._tool.clicked.connect(self._choose_on_map)
        canvas.mapToolSet.connect(self._follow_tool)
        self._project.cleared.connect(self._follow_cleared)
        self._project.readProject.connect(self._follow_project)

    def close(self) -> None:
        """Stop what is being computed; take the layers off the map."""
        self._queue.close()
        self._project.cleared.disconnect(self._follow_cleared)
        self._project.readProject.disconnect(self._follow_project)
        self._canvas.mapToolSet.disconnect(self._follow_tool)
        self._tool.close()
        self._tool.deleteLater()
        self._layers.close()

    def follow_pack(self) -> None:
        """Another file is open, or the same with other content."""
        if self._page.isVisible():
            self._look()

    # The page comes and goes

    @pyqtSlot()
    def _enter(self) -> None:
        if self._state.pack is None:
            return
        self._layers.set_visible(True)
        tool = self._canvas.mapTool()
        if tool is None or isinstance(tool, QgsMapToolPan):  # the user is not at work on the map
            self._canvas.setMapTool(self._tool)
        self._look()

    @pyqtSlot()
    def _leave(self) -> None:
        self._tool.leave()
        self._layers.set_visible(False)

    @pyqtSlot(bool)
    def _point(self, on: bool) -> None:
        if on:
            self._canvas.setMapTool(self._tool)
        else:
            self._tool.leave()

    @pyqtSlot(QgsMapTool, QgsMapTool)
    def _follow_tool(self, new: QgsMapTool | None, _old: QgsMapTool | None) -> None:
        self._page.set_pointing(new is self._tool)

    @pyqtSlot()
    def _follow_cleared(self) -> None:
        self._layers.forget()
        self._stamp = None

    @pyqtSlot()
    def _follow_project(self) -> None:
        self._memory = Memory(self._project)
        self._stamp = None
        if self._page.isVisible():
            self._look()

    # Tables

    def _look(self) -> None:
        """See which tables there are, and read the one that is chosen, unless it was read."""
        pack, path = self._state.pack, self._state.path
        if pack is None or path is None:
            return
        try:
            self._sources = table_sources(self._project, pack, path, self._memory.files)
        except StoreError as error:
            self._tell(error)
            return
        keys = [one.key for one in self._sources]
        key = self._memory.source if self._memory.source in keys else next(iter(keys), "")
        self._page.source.set_sources([(one.key, one.title) for one in self._sources], key)
        source = next((one for one in self._sources if one.key == key), None)
        loads = tuple(one.id for one in pack.loads) if key == OPEN else ()
        stamp = (source, path, loads, self._memory.columns(key))
        if stamp == self._stamp and self._table is not None:
            self._find_zones()
        elif source is not None:
            self._stamp = stamp
            self._read(source, path)
        else:
            self._stamp, self._table = None, None
            self._show_none()

    def _read(self, source: TableSource, path: Path) -> None:
        job = Reading(source, self._memory.columns(source.key), path, self._project)
        self._order(
            _READ, tr("Reading the table of flows"), lambda work: job(work.feedback.isCanceled), self._take_table
        )

    def _take_table(self, table: ReadTable) -> None:
        source = self._page.source
        self._table = table
        unknown = not table.reads
        source.columns.offer(table.columns if unknown else ())
        if unknown or not table.codes:
            self._show_none("" if unknown else tr("The table holds no flows."))
            return
        self._find_zones()

    def _show_none(self, text: str | None = None) -> None:
        """There is nothing to show; `text` says why, where there is a table."""
        self._shown.set_view(None)
        self._page.set_flows_known(False)
        need = tr(
            "For this page a table of commuting is needed: for each pair of municipalities the jobs of those who live "
            "in the one and work in the other. Fetch one, or choose a file (CSV, XLSX, ODS, GeoPackage)."
        )
        self._page.source.set_need(need if text is None else text, self._wanted() if text is None else [])

    def _wanted(self, outlines: bool = False) -> list[tuple[str, str, str]]:
        """Data sets that hold tables of flows, or outlines of municipalities, and are not in the file."""
        from ..networks.layouts import recognise_names

        pack, path = self._state.pack, self._state.path
        if pack is None or path is None:
            return []
        try:
            catalogue = read_catalogue(path)
        except StoreError:
            return []
        found = []
        for one in catalogue.shown:
            is_table = one.kind == "tabel" and recognise_names([field.name for field in one.fields]) is not None
            if one.id in pack.loaded or not (one.place_kind == "gemeente" if outlines else is_table):
                continue
            waiting = tr("Is being fetched.")
            found.append((one.id, one.title, waiting if one.id in self._fetching else one.note or ""))
        return found

    @pyqtSlot(str)
    def _fetch_one(self, dataset: str) -> None:
        self._fetching.add(dataset)
        self._fetch([dataset])
        self._look()

    @pyqtSlot(str, bool)
    def note_fetched(self, _text: str, _warning: bool) -> None:
        """What was fetched is in the file, or could not be."""
        if self._fetching:
            self._fetching.clear()
            if self._page.isVisible():
                self._look()

    @pyqtSlot(str)
    def _choose_source(self, key: str) -> None:
        self._memory.source = key
        self._look()

    @pyqtSlot()
    def _ask_file(self) -> None:
        from ..networks.od_tables import FILES

        home = self._project.homePath() or str(Path.home())
        kinds = f"{tr('Tables')} ({FILES})"
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("Choose a table of flows"), home, kinds)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Take the tables of a file among those that can be chosen, and choose the first."""
        from ..networks.od_tables import tables_in

        try:
            tables = tables_in(path)
        except StoreError as error:
            self._tell(error)
            return
        for table in tables:
            self._memory.add_file(file_key(path, table))
        if tables:
            self._choose_source(file_key(path, tables[0]))

    @pyqtSlot(str, str, str, str)
    def _choose_columns(self, origin: str, destination: str, flow: str, year: str) -> None:
        self._memory.set_columns(self._page.source.flows.chosen, Columns(origin, destination, flow, year))
        self._look()

    # Zones

    def _find_zones(self) -> None:
        """See which layers have the zones of the table, and read those."""
        pack, table = self._state.pack, self._table
        if pack is None or table is None:
            return
        codes = table.codes | {one.new for one in table.successors if one.old in table.codes}
        self._zone_sources = zone_sources(self._project, pack, codes)
        keys = [one.key for one in self._zone_sources]
        key = self._memory.zones if self._memory.zones in keys else next(iter(keys), "")
        self._page.source.set_zones([(one.key, one.title) for one in self._zone_sources], key)
        source = next((one for one in self._zone_sources if one.key == key), None)
        names = {city.code: city.name for city in pack.cities}
        names.update({place.key: place.name for place in pack.places if place.key})
        geometries = dict(self._geometries())
        layer = self._project.mapLayer(key)
        rows = LayerRows(layer) if isinstance(layer, QgsVectorLayer) else None

        def job(work: Work) -> NetworkView:
            from ..networks.zones import read_zones

            cancelled = work.feedback.isCanceled
            zones: Zones | None = None
            if source is not None and source.key == PLACES:
                zones = read_places(pack, geometries, codes)
            elif source is not None and rows is not None:
                zones = read_zones(rows, source.code, source.name, cancelled)
            borders = zones.neighbours(cancelled) if zones is not None else None
            return NetworkView(table, zones, borders, names)

        self._order(_ZONES, tr("Reading the zones"), job, self._take_view)

    def _take_view(self, view: NetworkView) -> None:
        page, zones = self._page, view.zones
        page.source.set_need("", [])
        page.set_flows_known(True)
        page.controls.set_years(view.table.years)
        remembered = self._memory.choices
        if remembered is not None:
            page.controls.set_choices(remembered)
        shown = [Zone(*one) for one in zip(zones.codes, zones.names, zones.geometries)] if zones is not None else []
        shown = [one for one in shown if not one.geometry.isEmpty()]
        crs = zones.crs if zones is not None else QgsCoordinateReferenceSystem()
        self._layers.set_zones(shown, crs)
        self._layers.set_visible(page.isVisible())
        self._tool.set_zones(shown, crs)
        self._shown.set_view(view)
        self._tell_source(view)

    def _tell_source(self, view: NetworkView) -> None:
        """What is to be known of table and zones, and what would help."""
        self._told_year = self._page.choices.year
        year = view.year(self._told_year)
        placed = sum(code in view.place for code in year.whole.codes)
        notes = list(year.notes)
        wanted = self._wanted() if year.whole.count < year.every.count else []
        if placed < year.whole.count:
            text = tr("On the map: {} of {} municipalities of the table.")
            notes.insert(0, text.format(placed, year.whole.count))
            wanted += self._wanted(outlines=True)
        self._page.set_notes(notes)
        self._page.source.set_need("", wanted)

    @pyqtSlot(str)
    def _choose_zones(self, key: str) -> None:
        self._memory.zones = key
        self._look()

    # What is shown

    @pyqtSlot()
    def _take_choices(self) -> None:
        choices = self._page.choices
        self._memory.choices = choices
        if choices.year != self._told_year and self._shown.view is not None:
            self._tell_source(self._shown.view)
        self._shown.redraw()

    @pyqtSlot(str)
    def _choose(self, code: str) -> None:
        self._shown.choose(code)
        self._layers.bring_into_view(self._shown.related())

    @pyqtSlot(str)
    def _choose_on_map(self, code: str) -> None:
        self._shown.choose(code, by_map=True)

    # Work beside the window

    def _order(self, key: str, title: str, job: Callable[[Work], Any], take: Callable[[Any], None]) -> None:
        """Do this instead of what was ordered before under the same key."""

        def run(work: Work) -> Any:
            from ..networks.stopping import Stopped

            try:
                return job(work)
            except Stopped:
                raise Cancelled from None

        def over(work: Work) -> None:
            if work.error is not None:
                message, advice, details = work.fault
                for line in details:
                    self.logged.emit(line)
                self._page.set_told([])
                self._show_fault(key, f"{message} {advice}")
            elif not work.is_cancelled:
                take(work.result)

        self._queue.cancel(key)
        self._page.busy.show_progress(title, 0, 0)
        self._queue.add(key, title, run, over)

    def _show_fault(self, key: str, text: str) -> None:
        if key == _READ:
            self._table = None
            self._show_none(text)
        else:
            self.told.emit(text, True)

    def _tell(self, error: StoreError) -> None:
        self.told.emit(f"{error.message} {error.advice}", True)
        for line in error.details:
            self.logged.emit(line)

    @pyqtSlot(str, int, int, str)
    def _show_progress(self, _key: str, done: int, total: int, what: str) -> None:
        self._page.busy.show_progress(what, done, total)

    @pyqtSlot(str)
    def _forget_work(self, _key: str) -> None:
        """It was not begun."""
