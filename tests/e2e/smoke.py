# SPDX-License-Identifier: GPL-2.0-or-later
"""Driver: nothing but that QGIS comes up with the plugin on, draws, takes a picture and leaves in order."""

from __future__ import annotations

import os

import qgis.utils
from qgis.core import Qgis, QgsApplication, QgsProject, QgsVectorLayer
from startup import check, picture, record, run


def steps():
    record["qgis"] = Qgis.QGIS_VERSION
    record["locale"] = QgsApplication.locale()
    name = os.environ["STERKESTEDEN_EXPECT"]
    check(name in qgis.utils.active_plugins, f"plugin {name} is active")
    yield 200
    layer = QgsVectorLayer("Point?crs=EPSG:28992&field=id:string", "x", "memory")
    QgsProject.instance().addMapLayer(layer)
    canvas = qgis.utils.iface.mapCanvas()
    canvas.refreshAllLayers()
    yield lambda: not canvas.isDrawing()
    picture("smoke")


run(steps())
