# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin has in a running QGIS: state, actions, panel and map, tied together. The one place that wires.

What needs the map (layer tree, link, map tool) and the inside of the panel are imported when they are first needed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon

try:
    from qgis.PyQt.QtGui import QAction
except ImportError:  # Qt 5
    from qgis.PyQt.QtWidgets import QAction

from . import i18n, pack_files, paths
from .i18n import tr
from .messages import NAME, Messages
from .options import OptionsFactory
from .panel.dock import StoryDock
from .state import State

if TYPE_CHECKING:
    from .locator import StoryLocator
    from .maps.here_tool import HereTool
    from .maps.link import MapLink
    from .maps.tree import StoryTree
    from .presentation.window import PresentationWindow
    from .store.errors import StoreError
    from .workbench import Workbench


class Session:
    """Builds all that QGIS is to have of the plugin; `close` takes it away."""

    def __init__(self, iface: Any) -> None:
        i18n.load()
        self.iface = iface
        self.state = State()
        self._closed = False
        self._messages = Messages(iface)
        self._tree: StoryTree | None = None
        self._link: MapLink | None = None
        self._here_tool: HereTool | None = None
        self._work: Workbench | None = None
        self._presentation: PresentationWindow | None = None
        self._locator: StoryLocator | None = None
        self._build_actions()
        self._build_dock()
        self._options = OptionsFactory(lambda: self.state.path)
        iface.registerOptionsWidgetFactory(self._options)
        QgsProject.instance().readProject.connect(self._follow_project)
        self._follow_project()

    def close(self) -> None:
        """Remove what was built; the layers stay, they are the user's."""
        self._closed = True
        QgsProject.instance().readProject.disconnect(self._follow_project)
        self._close_map()
        self.iface.unregisterOptionsWidgetFactory(self._options)
        self._options.deleteLater()
        self._menu.deleteLater()
        for action in self._actions:
            self.iface.removeToolBarIcon(action)
            action.deleteLater()
        self.iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.state.deleteLater()

    # What the user can do

    def open(self) -> None:
        """Open the pack of this project; where it has none that opens, ask for the user's own copy and open that."""
        path = pack_files.path_in_project(self.state.path)
        if path is not None and os.path.exists(path) and self.open_pack(path):
            return
        from .opening import Way, ask_target, default_target

        proposed = default_target(QgsProject.instance().homePath(), paths.SHIPPED_PACK.name)
        choice = ask_target(self.iface.mainWindow(), proposed)
        if choice is None or self._closed:
            return
        if choice.way is not Way.OPEN:
            if not pack_files.prepare(choice, self._messages):
                return
            self._ensure_map()
            self._work.note_copy(choice.path)
        self.open_pack(choice.path)

    def open_pack(self, path: Path | str) -> bool:
        """Open a GeoPackage: its layers on the map, its story in the panel. Return whether that could be done.

        What is missing of its layers is added; what is there stays as it is. A fault is told in the message bar.
        """
        from .store.editing import may_edit

        path = Path(path)
        if not self._load(path):
            return False
        canvas = self.iface.mapCanvas()
        canvas.freeze(True)  # so that all is drawn once, when it is there
        try:
            self._add_layers()
            # At the first layers of a project QGIS shows them all, as soon as it is idle: with a base map, the world.
            self.iface.layerTreeCanvasBridge().setCanvasLayers()
            self.dock.setUserVisible(True)
            self.go_home()
        finally:
            canvas.freeze(False)
        self._work.complete_soon()
        canvas.refresh()
        refusal = may_edit(path)
        if refusal:
            self._messages.inform(refusal)
        return True

    def present(self, story: str, first: str = "") -> None:
        """Tell a story full-screen, from a chapter or item on, or without a story one city; Esc brings back all."""
        from .presentation.window import PresentationWindow

        self._end_presentation()
        canvas = self.iface.mapCanvas()
        window = PresentationWindow(
            self.iface.mainWindow(), canvas, self.state, self._tree, self._link.geometries, QgsProject.instance()
        )
        self._presentation = window
        window.ended.connect(self._forget_presentation)
        if story:
            window.present_story(story, first)
        else:
            window.present_city(first)

    def _end_presentation(self) -> None:
        if self._presentation is not None:
            self._presentation.close()

    def _forget_presentation(self) -> None:
        self._presentation = None

    def take_loaded(self, path: str, dataset: str) -> None:
        """An algorithm loaded a data set into a file: show it, if that is the one that is open."""
        if not self._closed and self.state.path is not None and self.state.path.resolve() == Path(path).resolve():
            self._work.take_loaded(dataset)

    def go_home(self) -> None:
        """Show the whole area on the map and the beginning of the story in the panel."""
        if self.state.pack is not None:
            self._link.show_home()
            self.dock.show_home()

    def show_open_data(self) -> None:
        """Show what can be fetched into the open pack, or the one that the user opens now."""
        if self.state.pack is None:
            self.open()
        if self.state.pack is not None and not self._closed:
            self.dock.setUserVisible(True)
            self.dock.content.show_open_data()

    # Building

    def _build_actions(self) -> None:
        self._open_action = self._make_action("sterkesteden", tr("Open Sterke Steden"), "SterkeStedenOpen")
        self._open_action.triggered.connect(self.open)
        self._panel_action = self._make_action("panel", tr("Sterke Steden panel"), "SterkeStedenPanel")
        self._here_action = self._make_action("here", tr("What matters here?"), "SterkeStedenHere")
        self._here_action.setCheckable(True)
        self._here_action.setEnabled(False)
        self._here_action.triggered.connect(self._start_here_tool)
        data_action = QAction(tr("Open data"), self.iface.mainWindow())  # in the menu only
        data_action.setObjectName("SterkeStedenOpenData")
        data_action.triggered.connect(self.show_open_data)
        self._actions = [self._open_action, self._panel_action, self._here_action, data_action]
        # A menu of our own: the one that iface.addPluginToMenu makes stays behind, empty, at each reload.
        self._menu = self.iface.pluginMenu().addMenu(self._open_action.icon(), NAME)
        self._menu.setObjectName("SterkeStedenMenu")
        self._menu.addActions(self._actions)

    def _make_action(self, icon: str, text: str, name: str) -> QAction:
        action = QAction(QIcon(paths.icon(icon)), text, self.iface.mainWindow())
        action.setObjectName(name)
        self.iface.addToolBarIcon(action)
        return action

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
            from .workbench import Workbench

            self._work = Workbench(self.iface, self.state, self._tree, self._link)
            self._work.failed.connect(self._report_open)
            self._work.told.connect(self._tell_work)
            self._work.logged.connect(self._log)
            self._work.presentRequested.connect(self.present)
        return self._tree

    def _close_map(self) -> None:
        if self._tree is None:
            return
        self._end_presentation()
        if self._locator is not None:
            self.iface.deregisterLocatorFilter(self._locator)
            self._locator = None
        self._work.close()
        self._work.deleteLater()
        self._here_tool.close()
        self._here_tool.deleteLater()
        self._link.close()
        self._link.deleteLater()
        self._tree.changed.disconnect(self._show_missing)
        self._tree.close()
        self._tree.deleteLater()
        self._tree = self._link = self._here_tool = self._work = None

    # Following

    def _load(self, path: Path) -> bool:
        """Read a pack into the state; on a fault leave everything as it is."""
        pack = pack_files.read(path, self._messages)
        if pack is None:
            return False
        self._ensure_map()
        self.state.set_pack(pack, path)
        self._work.follow_pack(self.dock.content)
        self._add_locator()
        return True

    def _add_locator(self) -> None:
        """Let QGIS's search bar find what the pack holds."""
        if self._locator is None:
            from .locator import StoryLocator, register

            self._locator = StoryLocator(self.state, self.dock.content.finder)
            self._locator.opened.connect(self.dock.setUserVisible)
            self._locator.placeRequested.connect(self._show_place)
            register(self._locator, self.iface.registerLocatorFilter)

    def _add_layers(self) -> None:
        """Add what is missing of the layers of the open pack."""
        problems = self._tree.add(self.state.pack, self.state.path)
        self._messages.log(problems)
        if problems:
            text = tr("{} layers of {} cannot be opened; the log panel “Sterke Steden” lists them.")
            self._messages.warn(text.format(len(problems), self.state.path.name))
        self._show_missing()

    def _follow_project(self) -> None:
        """A project was opened: where it holds story layers, open their pack as well."""
        path = pack_files.path_in_project(self.state.path)
        if path is not None and path != self.state.path:
            self.dock.set_lost("" if self._load(path) else path.name)
            if self.state.path == path:
                self._work.renew_themes()
        elif path is not None and not os.path.exists(path):
            pack_files.read(path, self._messages)  # which tells it
        elif path is None:
            self.dock.set_lost("")
        self._show_missing()

    def _show_missing(self) -> None:
        if self.state.pack is not None:
            self.dock.set_missing([layer.title for layer in self._tree.missing(self.state.pack)])

    def _restore(self) -> None:
        """Add the missing layers again; the user stays where they are."""
        if self.state.path is not None and pack_files.read(self.state.path, self._messages) is not None:
            self._add_layers()
            self._work.complete()

    def _show_place(self, place_id: str) -> None:
        if self._link is not None:
            self._link.show_place(place_id)

    def _start_here_tool(self) -> None:
        if self._here_tool is not None:
            self.iface.mapCanvas().setMapTool(self._here_tool)

    def _report_open(self, error: StoreError) -> None:
        if self.state.path is not None:
            self._messages.report(error, self.state.path)

    def _tell_work(self, text: str, warning: bool) -> None:
        if warning:
            self._messages.warn(text)
        else:
            self._messages.succeed(text)

    def _log(self, line: str) -> None:
        self._messages.log([line])
