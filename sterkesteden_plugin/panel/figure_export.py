# SPDX-License-Identifier: GPL-2.0-or-later
"""A file that the user saves from the panel: asked for by QGIS's dialog, written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from pathlib import Path

from qgis.core import QgsProject, QgsSettings
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
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            part.chmod(0o644)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        return _fault(path, error)
    return ""


def _fault(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return tr("{} was not saved: the disk is full. Make room, or choose another folder.").format(path.name)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        text = tr("{} was not saved: you may not write there, or another program has the file open.")
        return text.format(path.name) + " " + tr("Choose another folder or name.")
    if isinstance(error, FileNotFoundError):
        return tr("{} was not saved: the folder is not there. Choose another folder.").format(path.name)
    return tr("{} was not saved: {}. Choose another folder.").format(path.name, error.strerror)
