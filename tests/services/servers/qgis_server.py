# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS Server, with every layer of a GeoPackage as a feature type of WFS."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osgeo import ogr

from tests.services.servers.started import free_port, started

ROOT = Path(__file__).resolve().parents[3]
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
    """In a process of its own: who starts the server need not be a QGIS."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(path.parent)}
    command = [sys.executable, "-m", "tests.services.servers.qgis_server", package, path]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return path


def main(package: str, path: str) -> None:
    """Write a project with every layer of the package, all served by WFS."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    source = ogr.Open(package)
    for name in [source.GetLayer(number).GetName() for number in range(source.GetLayerCount())]:
        layer = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
        assert layer.isValid(), name
        project.addMapLayer(layer)
        project.writeEntry("WFSLayersPrecision", f"/{layer.id()}", 3)
    project.writeEntry("WFSLayers", "/", list(project.mapLayers()))
    assert project.write(path), project.error()
    project.clear()


if __name__ == "__main__":
    from qgis.core import QgsApplication

    application = QgsApplication([], False)  # lives until the end of the process, or that ends in a crash
    application.initQgis()
    main(*sys.argv[1:])
    application.exitQgis()
