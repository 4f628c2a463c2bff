# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS, by --code: opens the pack that tools/run.py copied, and saves the project beside it."""

from __future__ import annotations

import os
from pathlib import Path

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer


def open_pack() -> None:
    folder = Path(os.environ["STERKESTEDEN_RUN"])
    if qgis.utils.plugins["sterkesteden_plugin"].open_pack(folder / "sterkesteden.gpkg"):
        QgsProject.instance().write(str(folder / "sterkesteden.qgz"))


# From the event loop: by then the window has its size, so that the map can be laid in it.
QTimer.singleShot(500, open_pack)
