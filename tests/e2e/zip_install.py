# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver: a user installs the zip in a clean profile by QGIS's own installer and opens the story."""

from __future__ import annotations

import importlib
import os
import shutil
from pathlib import Path

import pyplugin_installer
import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QDockWidget
from startup import WORKDIR, check, picture, record, run

NAME = "sterkesteden_plugin"


def _dock():
    return qgis.utils.iface.mainWindow().findChild(QDockWidget, "SterkeStedenDock")


def steps():
    yield 300
    check(NAME not in qgis.utils.plugins, "the profile is clean")
    pyplugin_installer.instance().installFromZipFile(os.environ["STERKESTEDEN_ZIP"])
    yield lambda: NAME in qgis.utils.active_plugins
    plugin = qgis.utils.plugins[NAME]
    shipped = importlib.import_module(f"{NAME}.paths").SHIPPED_PACK
    profile = Path(QgsApplication.qgisSettingsDirPath()).resolve()
    check(profile in shipped.resolve().parents, "the data is that of the installed plugin")
    copy = Path(shutil.copyfile(shipped, WORKDIR / "copy.gpkg"))
    check(plugin.open_pack(copy), "the story opens")
    yield lambda: _dock().isVisible()
    letters = [button for button in _dock().findChildren(QAbstractButton) if button.objectName().startswith("letter-")]
    record["letters"] = [button.text() for button in letters]
    record["panel"] = _dock().windowTitle()
    action = qgis.utils.iface.mainWindow().findChild(QAction, "SterkeStedenOpen")
    record["action"] = action.text()
    picture("installed")
    check(qgis.utils.unloadPlugin(NAME), "the plugin can be switched off again")
    yield 200


run(steps())
