# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS Server, with every layer of a GeoPackage as a feature type of WFS."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

from tests.services.servers.started import free_port, started

PROGRAM = Path("/usr/bin/qgis_mapserver")  # of Debian's package qgis-server-bin (tools/setup.sh)


@contextmanager
def qgis_server(package: Path, folder: Path) -> Iterator[str]:
    """The address of a server of `package`; its project goes into `folder`."""
    project = _write_project(package, folder / "server.qgs")
    port = free_port()
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "XDG_RUNTIME_DIR": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_SERVER_PARALLEL_RENDERING": "0",
    }
    command = [PROGRAM, "-p", project, f"127.0.0.1:{port}"]
    with started(command, port, environment, folder, "/?SERVICE=WFS&REQUEST=GetCapabilities") as url:
        yield f"{url}/"


def _write_project(package: Path, path: Path) -> Path:
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    source = ogr.Open(str(package))
    for name in [source.GetLayer(number).GetName() for number in range(source.GetLayerCount())]:
        layer = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
        assert layer.isValid(), name
        project.addMapLayer(layer)
        project.writeEntry("WFSLayersPrecision", f"/{layer.id()}", 3)
    project.writeEntry("WFSLayers", "/", list(project.mapLayers()))
    assert project.write(str(path)), project.error()
    return path
