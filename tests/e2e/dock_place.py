# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver: moves the panel on the first run, looks where it is on the second."""

import os

import qgis.utils
from qgis.PyQt.QtCore import QSettings, Qt
from startup import check, record, run

window = qgis.utils.iface.mainWindow()
dock = qgis.utils.plugins["sterkesteden_plugin"].session().dock


def steps():
    yield 300
    record["visible"] = dock.isVisible()
    record["left"] = window.dockWidgetArea(dock) == Qt.DockWidgetArea.LeftDockWidgetArea
    if os.environ["STERKESTEDEN_TURN"] == "first":
        check(not dock.isVisible(), "the panel does not come up by its own")
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        dock.show()
        yield 200
        # What QGIS does when its window is closed.
        QSettings().setValue("UI/state", window.saveState())
        QSettings().sync()


run(steps())
