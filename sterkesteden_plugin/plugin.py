# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin: builds everything in initGui, removes everything in unload. The one place that wires.

What needs the map (layer tree, link, map tool) and the inside of the panel are imported when they are first
needed, so that QGIS starts as fast as without the plugin.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProject
from qgis.PyQt.QtCore import QLocale, QSettings, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu

try:
    from qgis.PyQt.QtGui import QAction
except ImportError:  # Qt 5
    from qgis.PyQt.QtWidgets import QAction

from . import paths
from .i18n import tr
from .panel.dock import StoryDock
from .state import State

if TYPE_CHECKING:
    from .maps.here_tool import HereTool
    from .maps.link import MapLink
    from .maps.tree import StoryTree
    from .store.errors import StoreError

LOG = "Sterke Steden"


class SterkeStedenPlugin:
    """Plugin class that QGIS makes through classFactory."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.state: State | None = None
        self.dock: StoryDock | None = None
        self._translator: QTranslator | None = None
        self._actions: list[QAction] = []
        self._menu: QMenu | None = None
        self._tree: StoryTree | None = None
        self._link: MapLink | None = None
        self._here_tool: HereTool | None = None

    def initGui(self) -> None:
        self._install_translator()
        self.state = State()
        self._build_actions()
        self._build_dock()
        QgsProject.instance().readProject.connect(self._follow_project)

    def unload(self) -> None:
        QgsProject.instance().readProject.disconnect(self._follow_project)
        self._close_map()
        for action in self._actions:
            self.iface.removeToolBarIcon(action)
            action.deleteLater()
        self._actions = []
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None
        if self.dock is not None:
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        if self.state is not None:
            self.state.deleteLater()
            self.state = None
        if self._translator is not None:
            QgsApplication.removeTranslator(self._translator)
            self._translator = None

    # What the user can do

    def open(self) -> None:
        """Open the pack of this project; where it has none, ask for the user's own copy and open that."""
        path = self._path_in_project()
        if path is not None and path.exists():
            self.open_pack(path)
            return
        from .opening import Way, ask_target, default_target
        from .store.copy import make_copy
        from .store.errors import StoreError

        proposed = default_target(QgsProject.instance().homePath(), paths.SHIPPED_PACK.name)
        choice = ask_target(self.iface.mainWindow(), proposed)
        if choice is None:
            return
        try:
            if choice.way is not Way.OPEN:
                make_copy(paths.SHIPPED_PACK, choice.path, overwrite=choice.way is Way.REPLACE)
        except StoreError as error:
            self._report(error)
            return
        self.open_pack(choice.path)

    def open_pack(self, path: Path | str) -> bool:
        """Open a GeoPackage: its layers on the map, its story in the panel. Return whether that could be done.

        What is missing of its layers is added; what is there stays as it is. A fault is told in the message bar.
        """
        path = Path(path)
        if self.dock is None or not self._load(path):
            return False
        pack = self.state.pack
        canvas = self.iface.mapCanvas()
        canvas.freeze(True)  # so that all is drawn once, when it is there
        try:
            for problem in self._ensure_map().add(pack, path):
                self._log(problem, Qgis.MessageLevel.Warning)
            # At the first layers of a project QGIS shows them all, as soon as it is idle: with a base map, the world.
            self.iface.layerTreeCanvasBridge().setCanvasLayers()
            self._show_missing()
            self.dock.setUserVisible(True)
            self.go_home()
        finally:
            canvas.freeze(False)
        canvas.refresh()
        if not os.access(path, os.W_OK) or not path.stat().st_mode & 0o222:
            self.iface.messageBar().pushMessage(
                LOG,
                tr(
                    "{} is read-only: everything can be viewed, nothing can be changed. Open a copy to change it."
                ).format(path),
                Qgis.MessageLevel.Info,
            )
        return True

    def go_home(self) -> None:
        """Show the whole area on the map and the beginning of the story in the panel."""
        if self.state.pack is not None:
            self._link.show_home()
            self.dock.show_home()

    # Building

    def _install_translator(self) -> None:
        locale = QSettings().value("locale/userLocale", QLocale.system().name())
        translator = QTranslator()
        if translator.load(QLocale(locale), "sterkesteden", "_", str(paths.RESOURCES / "i18n")):
            QgsApplication.installTranslator(translator)
            self._translator = translator

    def _build_actions(self) -> None:
        window = self.iface.mainWindow()
        self._open_action = QAction(QIcon(paths.icon("sterkesteden")), tr("Open Sterke Steden"), window)
        self._open_action.setObjectName("SterkeStedenOpen")
        self._open_action.triggered.connect(self.open)
        self._panel_action = QAction(QIcon(paths.icon("panel")), tr("Sterke Steden panel"), window)
        self._panel_action.setObjectName("SterkeStedenPanel")
        self._here_action = QAction(QIcon(paths.icon("here")), tr("What matters here?"), window)
        self._here_action.setObjectName("SterkeStedenHere")
        self._here_action.setCheckable(True)
        self._here_action.triggered.connect(self._start_here_tool)
        self._here_action.setEnabled(False)
        self._actions = [self._open_action, self._panel_action, self._here_action]
        # A menu of our own: the one that iface.addPluginToMenu makes stays behind, empty, at each reload.
        self._menu = self.iface.pluginMenu().addMenu(QIcon(paths.icon("sterkesteden")), LOG)
        self._menu.setObjectName("SterkeStedenMenu")
        for action in self._actions:
            self._menu.addAction(action)
            self.iface.addToolBarIcon(action)

    def _build_dock(self) -> None:
        self.dock = StoryDock(self.state, self.iface.mainWindow())
        self.dock.setToggleVisibilityAction(self._panel_action)
        self.dock.openRequested.connect(self.open)
        self.dock.homeRequested.connect(self.go_home)
        self.dock.restoreRequested.connect(self._restore)
        self.dock.placeRequested.connect(self._show_place)
        self.dock.hereRequested.connect(self._start_here_tool)
        # Where it was and whether it was open is QGIS's to remember; the first time it waits until it is asked for.
        if not self.iface.mainWindow().restoreDockWidget(self.dock):
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
            self.dock.hide()

    def _ensure_map(self) -> StoryTree:
        if self._tree is None:
            from .maps.here_tool import HereTool
            from .maps.link import MapLink
            from .maps.tree import StoryTree

            canvas = self.iface.mapCanvas()
            self._tree = StoryTree(QgsProject.instance())
            self._tree.changed.connect(self._show_missing)
            self._link = MapLink(canvas, QgsProject.instance(), self.state, self._tree)
            self._here_tool = HereTool(canvas, self.state, self._link)
            self._here_tool.setAction(self._here_action)
            self._here_action.setEnabled(True)
        return self._tree

    def _close_map(self) -> None:
        if self._tree is None:
            return
        self._here_tool.close()
        self._here_tool.deleteLater()
        self._link.close()
        self._link.deleteLater()
        self._tree.changed.disconnect(self._show_missing)
        self._tree.close()
        self._tree.deleteLater()
        self._tree = self._link = self._here_tool = None

    # Following

    def _load(self, path: Path) -> bool:
        """Read a pack into the state; on a fault tell it and leave everything as it is."""
        from .store.errors import StoreError
        from .store.reader import read_pack

        try:
            pack = read_pack(path)
        except StoreError as error:
            self._report(error)
            return False
        self._ensure_map()
        self.state.set_pack(pack, path)
        return True

    def _path_in_project(self) -> Path | None:
        from .maps.tree import pack_path

        return pack_path(QgsProject.instance())

    def _follow_project(self) -> None:
        """A project was opened: where it holds story layers, open their pack as well."""
        path = self._path_in_project()
        if path is not None and path != self.state.path:
            self._load(path)
        self._show_missing()

    def _show_missing(self) -> None:
        if self.state.pack is not None:
            self.dock.set_missing([layer.title for layer in self._tree.missing(self.state.pack)])

    def _restore(self) -> None:
        if self.state.path is not None:
            self.open_pack(self.state.path)

    def _show_place(self, place_id: str) -> None:
        if self._link is not None:
            self._link.show_place(place_id)

    def _start_here_tool(self) -> None:
        if self._here_tool is not None:
            self.iface.mapCanvas().setMapTool(self._here_tool)

    def _report(self, error: StoreError) -> None:
        self.iface.messageBar().pushMessage(LOG, f"{error.message} {error.advice}", Qgis.MessageLevel.Warning, 0)
        for line in (error.message, *error.details):
            self._log(line, Qgis.MessageLevel.Warning)

    def _log(self, text: str, level: Qgis.MessageLevel) -> None:
        QgsMessageLog.logMessage(text, LOG, level, notifyUser=False)
