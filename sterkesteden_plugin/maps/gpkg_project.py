# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a QGIS project into the GeoPackage itself, for QGIS without this plugin and for QField.

Layers, forms, relations and themes are those that the plugin makes; paths are relative to the file.
"""

from __future__ import annotations

import json
import re
import sqlite3
from binascii import hexlify
from contextlib import closing
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
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
from qgis.PyQt.QtCore import QObject, QSize, QTimer, QUrl, QUrlQuery, pyqtSignal, pyqtSlot
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
_NAME_KEY = "projectName"
_KEPT = " ,.()'-_&–·"  # beside letters and digits: what is in an address as it is in the list of projects
_NAMELESS = "Sterke Steden"
_TABLE = "CREATE TABLE IF NOT EXISTS qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)"
_SCREEN = QSize(1200, 900)  # of the map that the extent is written for; QGIS and QField fit it to theirs


def project_uri(path: Path | str, title: str) -> str:
    """Where QGIS finds the project inside a GeoPackage."""
    query = QUrlQuery()
    query.addQueryItem(_NAME_KEY, bytes(QUrl.toPercentEncoding(project_name(title))).decode())
    url = QUrl()
    url.setScheme("geopackage")
    url.setPath(Path(path).as_posix())
    url.setQuery(query)
    return bytes(url.toEncoded()).decode()


def project_name(title: str) -> str:
    """What the project of a pack is called: its title, as far as QGIS reads that back from an address."""
    name = "".join(letter if letter.isalnum() or letter in _KEPT else " " for letter in title)
    return " ".join(name.split()) or _NAMELESS


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
        _put(path, project_name(pack.title), _written(project, path))
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


def _written(project: QgsProject, path: Path) -> bytes:
    """The project as QGIS writes it (`.qgz`), with what it can only write of its own project put right.

    It is written elsewhere first: QGIS cannot write it where a folder has "#" or "%" in its name.
    The lists in forms are looked up in the project of QGIS's window, so in another they are written without their
    relation; their name is its id. Of fonts QGIS writes that of this machine, and warns on another that lacks it.
    """
    out = BytesIO()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "project.qgz"
        if not project.write(str(file)):
            raise _not_written(path, project.error())
        from_there = _escaped(project.pathResolver().writePath(str(path)))
        with ZipFile(file) as archive:
            text = archive.read("project.qgs").decode("utf-8").replace(from_there, _escaped(f"./{path.name}"))
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("project.qgs", _FONT.sub("", _LIST.sub(_tied, text)))
    return out.getvalue()


def _put(path: Path, name: str, packed: bytes) -> None:
    """Put a project into a GeoPackage as QGIS does, over one of the same name."""
    said = {"last_modified_time": datetime.now().isoformat(timespec="seconds"), "last_modified_user": ""}
    row = (name, json.dumps(said), hexlify(packed).decode())
    try:
        with closing(sqlite3.connect(f"{address(path.absolute())}?mode=rw", uri=True)) as db, db:
            db.execute(_TABLE)
            db.execute("INSERT OR REPLACE INTO qgis_projects (name, metadata, content) VALUES (?, ?, ?)", row)
    except sqlite3.Error as error:
        raise _not_written(path, str(error)) from error


def _tied(tag: re.Match[str]) -> str:
    name = _NAME.search(tag[0])
    return tag[0].replace(' relation=""', f' relation="{name[1]}"') if name else tag[0]


def _escaped(path: str) -> str:
    """A path as QGIS's project file has it."""
    return path.replace("&", "&amp;").replace("<", "&lt;")
