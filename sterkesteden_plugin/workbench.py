# SPDX-License-Identifier: GPL-2.0-or-later
"""What the session has for changing the open file: editor, base tables, map themes, and the tools that draw and pick.

After each change the pack is read again and the state renewed; several changes at once are one renewal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal, pyqtSlot

from .address_points import AddressPoints
from .i18n import tr
from .maps.area_tool import AreaTool
from .maps.capture import capture_view
from .maps.draw_tool import DrawTool
from .maps.gpkg_project import ProjectWriter
from .maps.highlight import Highlight, Mark
from .maps.loaded_layers import follow_loads, show_loaded
from .maps.own_layers import missing_own_layers
from .maps.pick_tool import PickTool
from .maps.tables import BaseTables
from .maps.themes import renew_themes
from .network_desk.again import RunAgain
from .network_desk.desk import NetworkDesk
from .network_desk.evidence_desk import EvidenceDesk
from .open_data import OpenData
from .panel.open_data_area import CITY, DRAWN, MAP
from .store.editing import Editor, may_edit, user_name
from .store.errors import StoreError
from .store.reader import read_pack
from .store.schema import CRS
from .store.stories import Stories
from .store.unsaved import unsaved
from .store.watch import Watch

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsGeometry, QgsRectangle

    from .maps.link import MapLink
    from .maps.tree import StoryTree
    from .panel.content import Content
    from .state import State
    from .story.model import Chapter, Pack


class Workbench(QObject):
    """Made when a pack is first opened; `close` takes it apart. `failed` tells what could not be done."""

    failed = pyqtSignal(StoreError)
    told = pyqtSignal(str, bool)  # whether it is a warning
    logged = pyqtSignal(str)
    presentRequested = pyqtSignal(str, str)  # story, and the chapter or item to begin with

    def __init__(self, iface: Any, state: State, tree: StoryTree, link: MapLink) -> None:
        super().__init__()
        self._iface = iface
        self._state = state
        self._tree = tree
        self._link = link
        self._project = QgsProject.instance()
        self._editor: Editor | None = None
        self._content: Content | None = None
        self._writer: ProjectWriter | None = None
        self._undrawn = False
        self._copied: Path | None = None
        self.tables = BaseTables(self._project)
        self._draw_tool = DrawTool(iface.mapCanvas())
        self._sketch = Highlight(iface.mapCanvas(), QgsCoordinateReferenceSystem(CRS), self)
        self._pick_tool = PickTool(iface.mapCanvas(), state, link)
        self._area_tool = AreaTool(iface.mapCanvas(), self)
        self._open_data: OpenData | None = None
        self._address_points: AddressPoints | None = None
        self._network: NetworkDesk | None = None
        self._evidence: EvidenceDesk | None = None
        self._again = RunAgain(iface, self._project, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.renew)
        self._loaded: list[str] = []  # data sets whose layers are to come
        self._loaded_soon, self._themes_soon = QTimer(self), QTimer(self)
        for timer, act in ((self._loaded_soon, self._add_loaded), (self._themes_soon, self.renew_themes)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)
        self.tables.committed.connect(self._renew_soon)
        self._watch = Watch(self)
        self._watch.changed.connect(self._renew_soon)

    def close(self) -> None:
        """Let go of canvas, project and file; the layers stay."""
        self._watch.close()
        self._again.close()
        for timer in (self._soon, self._loaded_soon, self._themes_soon):
            timer.stop()
        if self._open_data is not None:
            self._open_data.close()
        if self._address_points is not None:
            self._address_points.close()
        if self._network is not None:
            self._network.close()
        if self._evidence is not None:
            self._evidence.close()
        self._area_tool.close()
        if self._undrawn:
            self._iface.mapCanvas().mapCanvasRefreshed.disconnect(self._complete)
        if self._content is not None:
            self._content.edits.page.put_away()
        if self._editor is not None:
            self._editor.close()
        if self._writer is not None:
            self._writer.close()
        for tool in (self._draw_tool, self._pick_tool):
            tool.close()
            tool.deleteLater()
        self._sketch.close()
        self.tables.close()
        self.tables.deleteLater()

    def note_copy(self, path: Path) -> None:
        """A copy was just made: it is to get a QGIS project of its own."""
        self._copied = path

    def follow_pack(self, content: Content) -> None:
        """Another pack is open: what is edited from now on is edited in it."""
        if self._editor is not None:
            self._editor.close()
            self._editor.deleteLater()
        self._watch.note(self._state.path)
        self._editor = Editor(self._project, self._state.path, user_name(), self)
        self._editor.saved.connect(self._renew_soon)
        if content is not self._content:
            self._content = content
            self._connect(content)
        refusal = may_edit(self._state.path)
        content.edits.set_editor(self._editor, refusal)
        content.stories.set_file(self._state.path, Stories(self._state.path, user_name()), refusal)
        self._open_data.follow_pack(refusal)
        self._network.follow_pack()
        content.edits.offer_unsaved([] if refusal else unsaved(self._state.path))

    def complete_soon(self) -> None:
        """After the next drawing, add what the user does not wait for."""
        if not self._undrawn:
            self._undrawn = True
            self._iface.mapCanvas().mapCanvasRefreshed.connect(self._complete)

    def complete(self) -> None:
        """Add the base tables that are missing, and bring the map themes up to date."""
        for line in self.tables.add(self._state.pack, self._state.path):
            self.logged.emit(line)
        self.renew_themes()

    @pyqtSlot()
    def renew_themes(self) -> None:
        renew_themes(self._project, self._tree, self._state.pack)

    @pyqtSlot()
    def renew(self) -> None:
        """Read the open pack again; on a fault what is shown stays."""
        if self._state.path is None:
            return
        self._watch.note(self._state.path)
        try:
            pack = read_pack(self._state.path)
        except StoreError as error:
            self.failed.emit(error)
            return
        self._state.renew_pack(pack)
        self._tree.redraw()
        self.renew_themes()

    def take_loaded(self, dataset: str) -> None:
        """Something other than the panel loaded a data set into the open file."""
        self.renew()
        self._loaded.append(dataset)
        self._loaded_soon.start(0)

    def _connect(self, content: Content) -> None:
        content.story.missing_of = self._missing_of
        content.layerRequested.connect(self._show_layer)
        content.presentRequested.connect(self.presentRequested)
        edits = content.edits
        edits.drawRequested.connect(self._draw)
        edits.pickRequested.connect(self._pick)
        edits.mapEnded.connect(self._end_tools)
        edits.sketched.connect(self._show_sketch)
        edits.outdated.connect(self._renew_soon)
        edits.told.connect(self._warn)
        self._draw_tool.drawn.connect(edits.take_geometry)
        self._draw_tool.cancelled.connect(edits.map_cancelled)
        self._draw_tool.told.connect(edits.map_told)
        self._pick_tool.picked.connect(edits.take_places)
        self._pick_tool.cancelled.connect(edits.map_cancelled)
        edits.captureRequested.connect(self._capture)
        content.stories.changed.connect(self._renew_soon)
        content.stories.told.connect(self.told)
        self._connect_open_data(content)

    def _connect_open_data(self, content: Content) -> None:
        page = content.open_data
        self._open_data = OpenData(page, self._state, self._link.geometries, user_name(), self)
        self._open_data.changed.connect(self._take_loaded)
        self._open_data.told.connect(self.told)
        self._open_data.logged.connect(self.logged)
        self._address_points = AddressPoints(page.addresses, self)
        self._address_points.told.connect(self.told)
        self._address_points.logged.connect(self.logged)
        self._connect_network(content)
        page.areaChosen.connect(self._choose_area)
        page.mapRequested.connect(self._show_loaded)
        self._area_tool.drawn.connect(self._take_area)

    def _connect_network(self, content: Content) -> None:
        canvas, fetch = self._iface.mapCanvas(), self._open_data.fetch
        self._network = NetworkDesk(content.network, self._state, canvas, self._link.geometries, fetch, self)
        self._network.told.connect(self.told)
        self._network.logged.connect(self.logged)
        self._open_data.told.connect(self._network.note_fetched)
        self._evidence = EvidenceDesk(content.evidence, self._state, self)
        self._evidence.told.connect(self.told)
        self._evidence.logged.connect(self.logged)
        self._network.filesChanged.connect(self._evidence.look)

    @pyqtSlot()
    def _complete(self) -> None:
        self._iface.mapCanvas().mapCanvasRefreshed.disconnect(self._complete)
        self._undrawn = False
        if self._state.pack is None:
            return
        self.complete()
        if self._copied is not None and self._copied == self._state.path:
            self._copied = None
            self._writer = ProjectWriter(self._state.path, self._state.pack)
            self._writer.failed.connect(self.failed)

    @pyqtSlot(str)
    def _warn(self, text: str) -> None:
        self.told.emit(text, True)

    @pyqtSlot()
    def _renew_soon(self) -> None:
        self._soon.start(0)

    @pyqtSlot(str)
    def _show_layer(self, layer: str) -> None:
        self._tree.show_layer(self._state.pack, layer)

    @pyqtSlot()
    def _capture(self) -> None:
        """Give the panel what the map shows, for a chapter of the user's own."""
        view = capture_view(self._iface.mapCanvas(), self._project, self._state, self._tree, self._link)
        if view is not None and self._content is not None:
            self._content.edits.take_view(view)

    def _missing_of(self, chapter: Chapter) -> list[str]:
        """The user's own layers that a chapter shows and the project lacks."""
        return missing_own_layers(self._project, self._state.pack, chapter)

    @pyqtSlot(str, object, bool)
    def _take_loaded(self, dataset: str, pack: Pack, touches_story: bool) -> None:
        """A data set was loaded, or that was undone: in steps, between which the map stays usable."""
        self._state.renew_pack(pack)
        if touches_story:
            self._tree.redraw()
        self._loaded.append(dataset)
        self._loaded_soon.start(0)

    @pyqtSlot()
    def _add_loaded(self) -> None:
        """The layers of what was loaded come, or are read anew; those of what was undone go."""
        has_changed, problems = follow_loads(self._tree, self._state.pack, self._state.path, tuple(self._loaded))
        self._loaded.clear()
        for line in problems:
            self.logged.emit(line)
        if has_changed:
            self._themes_soon.start(0)

    @pyqtSlot(str)
    def _show_loaded(self, dataset: str) -> None:
        view, canvas = self._iface.layerTreeView(), self._iface.mapCanvas()
        show_loaded(self._tree, self._state.pack, dataset, self._project, view, canvas)

    @pyqtSlot(str, str)
    def _choose_area(self, kind: str, key: str) -> None:
        """The user says of which area data are to be fetched."""
        page = self._content.open_data
        if kind == DRAWN:
            page.area.ask_to_draw()
            self._area_tool.draw()
            return
        self._area_tool.close()
        box = self._area_tool.shown() if kind == MAP else None
        if kind == CITY:
            area = self._link.geometries().get(self._state.pack.city_by_id[key].area)
            box = area.boundingBox() if area is not None else None
        self._open_data.set_area(box)
        if kind and box is None:
            page.refuse_area(tr("This area has no place in the coordinates of the Netherlands."))

    @pyqtSlot(object)
    def _take_area(self, box: QgsRectangle | None) -> None:
        """What was dragged on the map."""
        self._open_data.set_area(box)
        if box is None:
            self._content.open_data.refuse_area("")

    @pyqtSlot(str)
    def _draw(self, kind: str) -> None:
        self._end_tools()
        self._draw_tool.start(kind)

    @pyqtSlot()
    def _pick(self) -> None:
        self._end_tools()
        self._iface.mapCanvas().setMapTool(self._pick_tool)

    @pyqtSlot(list)
    def _show_sketch(self, geometries: list[QgsGeometry]) -> None:
        """Show what is being edited and is not in the file yet; nothing once it is, or was given up."""
        self._sketch.show(Mark(geometry, "exact") for geometry in geometries)

    @pyqtSlot()
    def _end_tools(self) -> None:
        self._draw_tool.forget()
        self._pick_tool.forget()
