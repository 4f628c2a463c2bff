# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks where the user's own copy of the GeoPackage is or should be."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from qgis.PyQt.QtCore import QStandardPaths, Qt
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from .i18n import tr


class Way(Enum):
    COPY = "copy"  # make a new copy where nothing is
    REPLACE = "replace"  # make a new copy over a file, as the user said
    OPEN = "open"  # open the file that is there


class Choice(NamedTuple):
    path: Path
    way: Way


def default_target(project_folder: str, file_name: str) -> Path:
    """Where a copy goes unless the user says otherwise: beside the project, else in the user's documents."""
    if project_folder:
        return Path(project_folder) / file_name
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return (documents if documents.is_dir() else Path.home()) / file_name


def ask_target(parent: QWidget, proposed: Path) -> Choice | None:
    """Ask for the file; None when the user cancels. What is there is never replaced without a second question."""
    name, _filter = QFileDialog.getSaveFileName(
        parent,
        tr("Your own copy of Sterke Steden"),
        str(proposed),
        tr("GeoPackage (*.gpkg)"),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if not name:
        return None
    path = Path(name)
    if not path.suffix:
        path = path.with_suffix(".gpkg")
    if not os.path.exists(path):
        return Choice(path, Way.COPY)
    return _ask_about_existing(parent, path)


def _ask_about_existing(parent: QWidget, path: Path) -> Choice | None:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr("The file is there already"))
    box.setText(tr("{} is there already.").format(path.name))
    box.setInformativeText(tr("Open it as it is, or replace it by a new copy? What was changed in it would be lost."))
    opening = box.addButton(tr("Open"), QMessageBox.ButtonRole.AcceptRole)
    replacing = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(opening)
    box.exec()
    box.deleteLater()
    if box.clickedButton() is opening:
        return Choice(path, Way.OPEN)
    if box.clickedButton() is replacing:
        return Choice(path, Way.REPLACE)
    return None
