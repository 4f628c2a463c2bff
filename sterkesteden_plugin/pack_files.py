# SPDX-License-Identifier: GPL-2.0-or-later
"""The file that is opened: which one the project has, the copy that is made, an older one brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject

from . import paths
from .i18n import tr

if TYPE_CHECKING:
    from .messages import Messages
    from .opening import Choice
    from .story.model import Pack


def path_in_project(shown: Path | None) -> Path | None:
    """The pack of the project: where it has several, the one that is open, else the first of the layer tree."""
    if not QgsProject.instance().count():
        return None
    from .maps.tree import pack_paths

    found = pack_paths(QgsProject.instance())
    return shown if shown in found else next(iter(found), None)


def prepare(choice: Choice, messages: Messages) -> bool:
    """Make the copy that the user asked for. Return whether the file is there to be opened; a fault is told."""
    from .maps.marked import files_of
    from .opening import Way
    from .store.copy import in_use, make_copy
    from .store.errors import StoreError

    try:
        if choice.path in files_of(QgsProject.instance()):
            raise in_use(choice.path)
        make_copy(paths.SHIPPED_PACK, choice.path, overwrite=choice.way is Way.REPLACE)
    except StoreError as error:
        messages.report(error, choice.path)
        return False
    return True


def read(path: Path, messages: Messages) -> Pack | None:
    """Read a pack, after it was brought up to date where it is of an older schema; on a fault tell it, return None."""
    from .store.errors import StoreError
    from .store.migrate import migrate, needs_migration
    from .store.reader import read_pack

    try:
        if needs_migration(path):
            backup = migrate(path, paths.SHIPPED_PACK)
            text = tr("{} was brought up to date for this version of the plugin; the older file is kept as {}.")
            messages.inform(text.format(path.name, backup.name))
        return read_pack(path)
    except StoreError as error:
        messages.report(error, path)
        return None
