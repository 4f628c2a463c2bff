# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a QGIS project into the GeoPackage itself, for QGIS without this plugin and for QField.

Layers, forms, relations and themes are those that the plugin makes; paths are relative to the file.
"""

from __future__ import annotations

import re
import sqlite3
from binascii import hexlify, unhexlify
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QSize, QTimer, pyqtSignal, pyqtSlot
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import tr
from ..store.database import address
from ..store.errors import StoreError
from ..store.geometries import read_geometries
from ..store.schema import CRS
from .tables import BaseTables
from .themes import renew_themes
from .tree import StoryTree

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..story.model import Pack

_MARGIN = 1.1
_LIST = re.compile(r"<attributeEditorRelation\b[^>]*>")
_NAME = re.compile(r' name="([^"]*)"')
_FONT = re.compile(r' (?:fontFamily|namedStyle)="[^"]*"')
_SCREEN = QSize(1200, 900)  # of the map that the extent is written for; QGIS and QField fit it to theirs


def project_uri(path: Path | str, name: str) -> str:
    """Where QGIS finds a project inside a GeoPackage."""
    return f"geopackage:{Path(path).as_posix()}?projectName={name}"


def write_project(path: Path, pack: Pack) -> str:
    """Write the project of a pack into its GeoPackage, over the one that is there. Return its address.

    Raises StoreError where it cannot be written; the tables are then as they were.
    """
    for _part in _parts(path, pack):
        pass
    return project_uri(path, pack.title)


class ProjectWriter(QObject):
    """Does what `write_project` does, in parts between which QGIS answers: together they take half a second."""

    finished = pyqtSignal()
    failed = pyqtSignal(StoreError)

    def __init__(self, path: Path, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = _parts(path, pack)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(0)

    def close(self) -> None:
        """Do no more; what was not finished leaves no trace."""
        self._timer.stop()
        self._work.close()

    @pyqtSlot()
    def _step(self) -> None:
        try:
            next(self._work)
        except StopIteration:
            self.close()
            self.finished.emit()
        except StoreError as error:
            self.close()
            self.failed.emit(error)


def _parts(path: Path, pack: Pack) -> Generator[None, None, None]:
    """Make the project in one of its own, so that the user's is not touched; write it last, in one transaction."""
    project = QgsProject()
    tree, tables = StoryTree(project), BaseTables(project)
    try:
        tree.add(pack, path)
        yield
        tables.add(pack, path)
        yield
        if pack.chapters:
            tree.show_layers(pack, pack.chapters[0].layers)
        renew_themes(project, tree, pack)
        project.setTitle(pack.title)
        project.setFilePathStorage(Qgis.FilePathType.Relative)
        area = read_geometries(path).get(pack.area)
        if area is not None:
            box = QgsRectangle(area.boundingBox())
            box.scale(_MARGIN)
            project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(box, QgsCoordinateReferenceSystem(CRS)))
            project.writeProject.connect(lambda document: _write_canvas(document, project, box))
        yield
        if not project.write(project_uri(path, pack.title)):
            raise _not_written(path, project.error())
        _amend(path, pack.title)
    finally:
        tree.close()
        tables.close()
        project.clear()
        sip.delete(project)


def _not_written(path: Path, detail: str) -> StoreError:
    return StoreError(
        tr("No QGIS project could be written into {}.").format(path.name),
        tr("The plugin works without it; only QGIS without the plugin and QField miss it."),
        (detail,),
    )


def _write_canvas(document: QDomDocument, project: QgsProject, box: QgsRectangle) -> None:
    """Write what the map of QGIS's window writes, so that the project opens on the area of the pack."""
    settings = QgsMapSettings()
    settings.setOutputSize(_SCREEN)
    settings.setDestinationCrs(project.crs())
    settings.setExtent(box)
    node = document.createElement("mapcanvas")
    node.setAttribute("name", "theMapCanvas")
    node.setAttribute("annotationsVisible", 1)
    document.documentElement().appendChild(node)
    settings.writeXml(node, document)


def _amend(path: Path, name: str) -> None:
    """Put right in the project that was written what QGIS can only write of its own project, and name no fonts.

    The lists in forms are looked up in the project of QGIS's window, so in another they are written without their
    relation; their name is its id. Of fonts QGIS writes that of this machine, and warns on another that lacks it.
    """
    try:
        with closing(sqlite3.connect(f"{address(path.absolute())}?mode=rw", uri=True)) as db:
            query = "SELECT content FROM qgis_projects WHERE name = ?"
            (packed,) = db.execute(query, (name,)).fetchone()
            content = hexlify(_amended(unhexlify(packed))).decode()
            with db:
                db.execute("UPDATE qgis_projects SET content = ? WHERE name = ?", (content, name))
    except sqlite3.Error as error:
        raise _not_written(path, str(error)) from error


def _amended(packed: bytes) -> bytes:
    """The project file of an archive (`.qgz`), put right, in an archive of its own."""
    with ZipFile(BytesIO(packed)) as archive:
        (file,) = (name for name in archive.namelist() if name.endswith(".qgs"))
        text = archive.read(file).decode("utf-8")
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr(file, _FONT.sub("", _LIST.sub(_tied, text)))
    return out.getvalue()


def _tied(tag: re.Match[str]) -> str:
    name = _NAME.search(tag[0])
    return tag[0].replace(' relation=""', f' relation="{name[1]}"') if name else tag[0]
