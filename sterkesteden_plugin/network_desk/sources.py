# SPDX-License-Identifier: GPL-2.0-or-later
"""From what the user chooses to a NetworkView: which tables and zones there are, and what is read of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot
from qgis.PyQt.QtWidgets import QFileDialog

from ..i18n import tr
from ..store.catalogue import read_catalogue
from ..store.errors import StoreError
from .keeping import parameters
from .memory import Memory
from .places import PLACES, LayerRows, read_places, zone_sources
from .tables import OPEN, Columns, Reading, TableSource, file_key, table_sources
from .view import NetworkView

if TYPE_CHECKING:
    from qgis.core import QgsGeometry

    from ..networks.zones import Zones
    from ..panel.network_controls import Choices
    from ..panel.network_page import NetworkPage
    from ..services.work import Work
    from ..state import State
    from ..story.model import Pack
    from .places import ZoneSource
    from .tables import ReadTable
    from .work import NetworkWork

_READ, _ZONES = "read", "zones"
_OUTLINES = "gemeente"  # the kind of places whose outlines are zones of commuting


class Sources(QObject):
    """`changed` has the view, or None where there is nothing to show."""

    changed = pyqtSignal(object)
    filesChanged = pyqtSignal()  # a file was chosen, or what its columns hold
    told = pyqtSignal(str, bool)
    logged = pyqtSignal(str)

    def __init__(
        self,
        page: NetworkPage,
        state: State,
        geometries: Callable[[], Mapping[str, QgsGeometry]],
        fetch: Callable[[list[str]], None],
        work: NetworkWork,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._state, self._geometries, self._fetch, self._work = page, state, geometries, fetch, work
        self._project = QgsProject.instance()
        self.memory = Memory(self._project)
        self._table: ReadTable | None = None
        self._stamp: object = None  # of what was read
        self._zones_stamp: object = None
        self._fetching: set[str] = set()
        self._shown: TableSource | None = None
        self._zones: ZoneSource | None = None
        work.failed.connect(self._take_fault)
        source = page.source
        source.sourceChosen.connect(self._choose_source)
        source.fileRequested.connect(self._ask_file)
        source.zonesChosen.connect(self._choose_zones)
        page.fetchRequested.connect(self._fetch_one)
        source.columns.chosen.connect(self._choose_columns)

    def forget(self) -> None:
        """Another project: what was read before may not be there."""
        self._stamp = self._zones_stamp = None

    def follow_project(self) -> None:
        self.memory = Memory(self._project)
        self.forget()

    # Tables

    def look(self) -> None:
        """See which tables there are, and read the one that is chosen, unless it was read."""
        pack, path = self._state.pack, self._state.path
        if pack is None or path is None:
            return
        try:
            found = table_sources(self._project, pack, path, self.memory.files)
        except StoreError as error:
            self._tell(error)
            return
        keys = [one.key for one in found]
        key = self.memory.source if self.memory.source in keys else next(iter(keys), "")
        self._page.source.set_sources([(one.key, one.title) for one in found], key)
        source = next((one for one in found if one.key == key), None)
        if source is None:
            self._stamp, self._table = None, None
            self._show_none()
            return
        loads = tuple(one.id for one in pack.loads) if key == OPEN else ()
        self._shown = source
        stamp = (source, path, loads, self.memory.columns(key))
        if stamp == self._stamp:
            self._find_zones()
        else:
            self._stamp, self._zones_stamp = stamp, None
            self._read(source, path)

    def _read(self, source: TableSource, path: Path) -> None:
        job = Reading(source, self.memory.columns(source.key), path, self._project)
        title = tr("Reading the table of flows")
        self._work.order(_READ, title, lambda work: job(work.feedback.isCanceled), self._take_table)

    def _take_table(self, table: ReadTable) -> None:
        self._table = table
        self._find_zones()

    @pyqtSlot(str, str)
    def _take_fault(self, key: str, text: str) -> None:
        if key == _READ:
            self._table = None
            self._show_none(text)
        else:
            self.told.emit(text, True)

    def _show_none(self, text: str = "") -> None:
        """There is nothing to show; `text` says what is wrong with the table that was chosen."""
        self._zones_stamp = None
        self.changed.emit(None)
        if text:
            self._page.source.set_need(text.strip(), [])  # a blank: the columns are asked for
            return
        need = tr(
            "For this page a table of commuting is needed: for each pair of municipalities the jobs of those who live "
            "in the one and work in the other. Fetch one, or choose a file (CSV, XLSX, ODS, GeoPackage)."
        )
        self._page.source.set_need(need, self._wanted())

    @pyqtSlot(str)
    def _choose_source(self, key: str) -> None:
        self.memory.source = key
        self.look()

    @pyqtSlot()
    def _ask_file(self) -> None:
        from ..processing.table_files import FILES

        home = self._project.homePath() or str(Path.home())
        kinds = f"{tr('Tables')} ({FILES})"
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("Choose a table of flows"), home, kinds)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Take the tables of a file among those that can be chosen, and choose the first."""
        from ..processing.table_files import tables_in

        try:
            tables = tables_in(path)
        except StoreError as error:
            self._tell(error)
            return
        for table in tables:
            self.memory.add_file(file_key(path, table))
        if tables:
            self.forget()  # a file that is chosen again may have changed
            self.memory.source = file_key(path, tables[0])
            if self._page.isVisible():  # else when it is shown: a card of a claim asked for the file
                self.look()
            self.filesChanged.emit()

    @pyqtSlot(str, str, str, str)
    def _choose_columns(self, origin: str, destination: str, flow: str, year: str) -> None:
        self.memory.set_columns(self._page.source.flows.chosen, Columns(origin, destination, flow, year))
        self.look()
        self.filesChanged.emit()

    # Zones

    def _find_zones(self) -> None:
        """See which layers have the zones of the table, and read those, unless they were read."""
        pack, table = self._state.pack, self._table
        if pack is None or table is None:
            return
        self._page.source.columns.offer(() if table.reads else table.columns)
        if not table.codes:
            self._show_none(tr("The table holds no flows.") if table.reads else " ")
            return
        codes = table.codes | {one.new for one in table.successors if one.old in table.codes}
        found = zone_sources(self._project, pack, codes)
        keys = [one.key for one in found]
        key = self.memory.zones if self.memory.zones in keys else next(iter(keys), "")
        self._page.source.set_zones([(one.key, one.title) for one in found], key)
        source = next((one for one in found if one.key == key), None)
        self._zones = source
        stamp = (self._stamp, source)
        if stamp == self._zones_stamp:
            return
        self._zones_stamp = stamp
        names, geometries = _names(pack), dict(self._geometries())
        layer = self._project.mapLayer(key)
        rows = LayerRows(layer) if isinstance(layer, QgsVectorLayer) else None
        choices = self.memory.choices
        wanted = choices.year if choices is not None else ""

        def job(work: Work) -> NetworkView:
            from ..networks.zones import read_zones

            cancelled = work.feedback.isCanceled
            zones: Zones | None = None
            if source is not None and source.key == PLACES:
                zones = read_places(pack, geometries, codes)
            elif source is not None and rows is not None:
                zones = read_zones(rows, source.code, source.name, cancelled)
            borders = zones.neighbours(cancelled) if zones is not None else None
            view = NetworkView(table, zones, borders, names)
            view.year(wanted if wanted in table.years else table.years[0])  # what is shown first
            return view

        self._work.order(_ZONES, tr("Reading the zones"), job, self.changed.emit)

    @pyqtSlot(str)
    def _choose_zones(self, key: str) -> None:
        self.memory.zones = key
        self.look()

    def kept(self, view: NetworkView, choices: Choices) -> dict[str, Any]:
        """With what Processing makes layers of what is shown."""
        path = self._state.path
        if self._shown is None or path is None:
            return {}
        columns = self.memory.columns(self._shown.key)
        return parameters(self._shown, view.year(choices.year).source, columns, self._zones, path, choices)

    # What is to be known of them

    def tell_about(self, view: NetworkView, year: str) -> None:
        """What is to be known of table and zones in a year, and what could be fetched to know more."""
        flows = view.year(year)
        placed = sum(code in view.place for code in flows.whole.codes)
        notes = list(flows.notes)
        wanted = self._wanted() if flows.whole.count < flows.every.count else []
        if placed < flows.whole.count:
            text = tr(
                "On the map: {} of {} municipalities of the table. In layers that are kept the others are elsewhere, "
                "so that regions may differ from those on this page."
            )
            notes.insert(0, text.format(placed, flows.whole.count))
            wanted += self._wanted(_OUTLINES)
        self._page.set_notes(notes)
        self._page.set_more(wanted)

    def _wanted(self, places: str = "") -> list[tuple[str, str, str]]:
        """Data sets that are not in the file: tables of flows, or outlines of places of a kind."""
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
            if one.id not in pack.loaded and (one.place_kind == places if places else is_table):
                waiting = tr("Is being fetched.")
                found.append((one.id, one.title, waiting if one.id in self._fetching else one.note or ""))
        return found

    @pyqtSlot(str)
    def _fetch_one(self, dataset: str) -> None:
        if dataset not in self._fetching:
            self._fetching.add(dataset)
            self._fetch([dataset])
            self._renew_wanted()

    def _renew_wanted(self) -> None:
        self._page.renew_datasets({row[0]: row for row in (*self._wanted(), *self._wanted(_OUTLINES))})

    @pyqtSlot(str, bool)
    def note_fetched(self, _text: str, _warning: bool) -> None:
        """What was fetched is in the file, or could not be."""
        if self._fetching:
            self._fetching.clear()
            self._renew_wanted()
            if self._page.isVisible():
                self.look()

    def _tell(self, error: StoreError) -> None:
        self.told.emit(f"{error.message} {error.advice}", True)
        for line in error.details:
            self.logged.emit(line)


def _names(pack: Pack) -> dict[str, str]:
    """What the file calls municipalities, also those that only claims speak of."""
    names = {area.code: area.name for claim in pack.claims for area in claim.areas}
    names.update({place.key: place.name for place in pack.places if place.key})
    names.update({city.code: city.name for city in pack.cities})
    return names
