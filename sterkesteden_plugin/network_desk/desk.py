# SPDX-License-Identifier: GPL-2.0-or-later
"""Between the page Network, the live layers on the map, and what reads and computes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolPan
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal, pyqtSlot

from ..i18n import tr
from ..maps.network_layers import NetworkLayers, Zone
from ..maps.network_tool import ZoneTool
from .keeping import algorithm, open_dialog
from .show import Shown
from .sources import Sources
from .work import NetworkWork

if TYPE_CHECKING:
    from qgis.core import QgsGeometry
    from qgis.PyQt.QtWidgets import QDialog

    from ..panel.network_page import NetworkPage
    from ..state import State
    from .view import NetworkView


class NetworkDesk(QObject):
    """Made when a pack is first opened; nothing is read before the page is shown. `close` takes it apart."""

    told = pyqtSignal(str, bool)  # whether it is a warning
    logged = pyqtSignal(str)
    filesChanged = pyqtSignal()  # a file was chosen, or what its columns hold

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
        self._project = QgsProject.instance()
        self._told_year = ""
        self._dialog: QDialog | None = None  # of Processing, the newest
        self._layers = NetworkLayers(self._project, canvas, self)
        self._tool = ZoneTool(canvas)
        self._work = NetworkWork(page, self)
        self._shown = Shown(page, state, self._layers, self._work, self)
        self._sources = Sources(page, state, geometries, fetch, self._work, self)
        self._sources.changed.connect(self._take_view)
        for one in (self._sources, self._work):
            one.logged.connect(self.logged)
        self._sources.told.connect(self.told)
        self._sources.filesChanged.connect(self.filesChanged)
        page.shown.connect(self._enter)
        page.left.connect(self._leave)
        page.changed.connect(self._take_choices)
        page.zoneChosen.connect(self._choose)
        page.pointRequested.connect(self._point)
        page.keepRequested.connect(self._keep)
        self._layers.chosen.connect(self._choose_on_map)
        self._tool.clicked.connect(self._choose_on_map)
        canvas.mapToolSet.connect(self._follow_tool)
        self._project.cleared.connect(self._follow_cleared)
        self._project.readProject.connect(self._follow_project)
        self._layers.sweep()
        # Nothing is shown of a project while it is read: QGIS would keep pointers to layers that then go, and crash.
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.timeout.connect(self._look)

    def close(self) -> None:
        """Stop what is being computed; take the layers off the map."""
        self._look_soon.stop()
        self._page.shown.disconnect(self._enter)
        self._page.left.disconnect(self._leave)
        self._work.close()
        if self._dialog is not None and not sip.isdeleted(self._dialog):
            self._dialog.close()
        self._project.cleared.disconnect(self._follow_cleared)
        self._project.readProject.disconnect(self._follow_project)
        self._canvas.mapToolSet.disconnect(self._follow_tool)
        self._tool.close()
        self._tool.deleteLater()
        self._layers.close()

    def follow_pack(self) -> None:
        """Another file is open."""
        self._work.close()
        self._sources.forget()
        self._shown.set_view(None)
        self._page.set_flows_known(False)
        if self._page.isVisible():
            self._sources.look()

    @pyqtSlot(str, bool)
    def note_fetched(self, text: str, warning: bool) -> None:
        """What was fetched is in the file, or could not be."""
        self._sources.note_fetched(text, warning)

    # The page comes and goes

    @pyqtSlot()
    def _enter(self) -> None:
        if self._state.pack is None:
            return
        self._layers.set_visible(True)
        tool = self._canvas.mapTool()
        if tool is None or isinstance(tool, QgsMapToolPan):  # the user is not at work on the map
            self._canvas.setMapTool(self._tool)
        self._sources.look()

    @pyqtSlot()
    def _leave(self) -> None:
        self._tool.leave()
        self._layers.set_visible(False)
        self._layers.mark("")

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
        self._sources.forget()

    @pyqtSlot()
    def _follow_project(self) -> None:
        self._layers.sweep()
        self._sources.follow_project()
        self._look_soon.start(0)

    @pyqtSlot()
    def _look(self) -> None:
        if self._page.isVisible():
            self._sources.look()

    # What is shown

    @pyqtSlot(object)
    def _take_view(self, view: NetworkView | None) -> None:
        page, zones = self._page, view.zones if view is not None else None
        if view is not None:
            page.controls.set_years(view.table.years)
            remembered = self._sources.memory.choices
            if remembered is not None:
                page.controls.set_choices(remembered)
        shown = [Zone(*one) for one in zip(zones.codes, zones.names, zones.geometries)] if zones is not None else []
        shown = [one for one in shown if not one.geometry.isEmpty()]
        crs = zones.crs if zones is not None else QgsCoordinateReferenceSystem()
        self._layers.set_zones(shown, crs)
        self._layers.set_visible(page.isVisible())
        self._tool.set_zones(shown, crs)
        page.set_flows_known(view is not None)
        self._shown.set_view(view)
        if view is not None:
            page.source.set_need("", [])
            self._tell_about(view)

    def _tell_about(self, view: NetworkView) -> None:
        self._told_year = self._page.choices.year
        self._sources.tell_about(view, self._told_year)

    @pyqtSlot()
    def _take_choices(self) -> None:
        choices, view = self._page.choices, self._shown.view
        self._sources.memory.choices = choices
        if view is not None and choices.year != self._told_year:
            self._tell_about(view)
        self._shown.redraw()

    @pyqtSlot()
    def _keep(self) -> None:
        view, choices = self._shown.view, self._page.choices
        if view is None:
            return
        self._dialog = open_dialog(algorithm(choices), self._sources.kept(view, choices))
        if self._dialog is None:
            self.told.emit(tr("Processing is switched off in QGIS: it makes the layers."), True)

    @pyqtSlot(str)
    def _choose(self, code: str) -> None:
        self._shown.choose(code)
        self._layers.bring_into_view(self._shown.related())

    @pyqtSlot(str)
    def _choose_on_map(self, code: str) -> None:
        self._shown.choose(code, by_map=True)
