# SPDX-License-Identifier: GPL-2.0-or-later
"""A file that the user saves from the panel: asked for by QGIS's dialog, written whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import QFileDevice, QIODevice, QSaveFile
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ..i18n import tr

_FOLDER = "sterkesteden/export_folder"


def ask_csv(parent: QWidget, title: str) -> Path | None:
    """Ask where the CSV is to be; None when the user thinks better of it."""
    name = re.sub(r"[^\w\-]+", "-", title.lower()).strip("-")[:80] or "cijfers"
    folder = QgsSettings().value(_FOLDER, "") or QgsProject.instance().homePath() or str(Path.home())
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Save as CSV"), str(Path(folder) / f"{name}.csv"), tr("CSV (*.csv)")
    )
    if not chosen:
        return None
    path = Path(chosen)
    QgsSettings().setValue(_FOLDER, str(path.parent))
    return path if path.suffix else path.with_suffix(".csv")


def save(path: Path, data: bytes) -> str:
    """Write a file; return what went wrong, "" if nothing. Until all is written, an older file stays as it is."""
    file = QSaveFile(str(path))
    opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if opened and file.write(data) == len(data) and file.commit():
        return ""
    error = file.error()
    file.cancelWriting()
    if error == QFileDevice.FileError.ResourceError:
        return tr("{} was not saved: the disk is full. Make room, or choose another folder.").format(path.name)
    if not opened or error == QFileDevice.FileError.PermissionsError:
        return tr(
            "{} was not saved: you may not write there, or another program has the file open. Choose another folder."
        ).format(path.name)
    return tr("{} was not saved: {}. Choose a folder that has room.").format(path.name, file.errorString())
