# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver: load, use, unload the plugin three times; nothing is left behind."""

import gc
import os
import weakref
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QDockWidget, QMenu, QToolBar, QToolButton, QWidget
from startup import check, record, run

NAME = "sterkesteden_plugin"
iface = qgis.utils.iface
window = iface.mainWindow()
pack_file = Path(os.environ["STERKESTEDEN_PACK"])


def menu_entries():
    return sorted(action.text() for menu in window.findChildren(QMenu) for action in menu.actions())


def census():
    """What a plugin can leave behind in the application."""
    return {
        "docks": sorted(dock.objectName() for dock in window.findChildren(QDockWidget)),
        "toolbars": sorted(bar.objectName() for bar in window.findChildren(QToolBar)),
        "buttons": len(window.findChildren(QToolButton)),
        "actions": sorted(a.objectName() for a in window.actions()),
        "named": sorted(w.objectName() for w in window.findChildren(QWidget) if "Sterke" in w.objectName()),
        "menu": menu_entries(),
        "canvas items": len(iface.mapCanvas().scene().items()),
        "map tool": iface.mapCanvas().mapTool().toolName() if iface.mapCanvas().mapTool() else "",
        "providers": sorted(p.id() for p in QgsApplication.processingRegistry().providers()),
    }


def settle():
    """Let what is to be deleted be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def docks():
    return len([dock for dock in window.findChildren(QDockWidget) if "Sterke" in dock.objectName()])


def parts(session):
    return [session.dock, session.state, session._tree, session._link, session._here_tool, *session._actions]


def use(session):
    pack = session.state.pack
    session.state.set_city(pack.cities[0].id)
    session.state.set_item(pack.items[-1].id)
    session.dock.content.show_network()
    iface.mapCanvas().setMapTool(session._here_tool)


def steps():
    yield 300
    check(qgis.utils.unloadPlugin(NAME), "the plugin that QGIS started is unloaded")
    yield 200
    settle()
    before = census()
    check(not before["named"], f"nothing bears the plugin's name: {before['named']}")
    check(qgis.utils.loadPlugin(NAME) and qgis.utils.startPlugin(NAME), "loads")
    check(qgis.utils.unloadPlugin(NAME), "unloads before anything was made")
    yield 200
    check(census() == before, "then nothing is made any more")
    for turn in (1, 2, 3):
        check(qgis.utils.loadPlugin(NAME) and qgis.utils.startPlugin(NAME), f"{turn}: loads")
        yield lambda: docks() == 1  # made by itself, as soon as QGIS gets round to it
        session = qgis.utils.plugins[NAME].session()
        check(docks() == 1, f"{turn}: one dock")
        check(session.open_pack(pack_file), f"{turn}: opens the pack")
        use(session)
        yield 500
        objects = parts(session)
        plain = [weakref.ref(qgis.utils.plugins[NAME]), weakref.ref(session), weakref.ref(session.state.pack)]
        check(qgis.utils.unloadPlugin(NAME), f"{turn}: unloads")
        del session
        yield 300
        settle()
        alive = [type(thing).__name__ for thing in objects if not sip.isdeleted(thing)]
        check(not alive, f"{turn}: all its objects are deleted, but {alive}")
        del objects
        settle()
        kept = [ref() for ref in plain if ref() is not None]
        check(not kept, f"{turn}: nothing holds plugin, session or pack: {[type(k).__name__ for k in kept]}")
        layers = QgsProject.instance().mapLayers()
        check(layers, f"{turn}: the user's layers stay")
        for layer in layers.values():
            if hasattr(layer, "selectAll"):
                layer.selectAll()
        QgsProject.instance().clear()
        yield 300
        after = census()
        record[f"turn {turn}"] = after
        for what, value in before.items():
            check(after[what] == value, f"{turn}: {what} as before: {value} and {after[what]}")


run(steps())
