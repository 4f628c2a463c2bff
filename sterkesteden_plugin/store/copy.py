# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the user's own copy of the shipped GeoPackage: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from ..i18n import tr
from .errors import StoreError


def make_copy(source: Path, target: Path, overwrite: bool = False) -> None:
    """Copy a GeoPackage; the target appears only when it is complete.

    Raises StoreError where the target is there and `overwrite` is not set, is in use, or cannot be written.
    """
    if os.path.exists(target) and not overwrite:
        raise StoreError(
            tr("{} is there already; nothing was overwritten.").format(target.name),
            tr("Open it, or choose another name."),
        )
    if not os.path.isfile(source):
        raise StoreError(
            tr("The plugin's own data file {} is missing.").format(source),
            tr("Install the plugin again."),
        )
    logs = [Path(f"{target}{ending}") for ending in ("-wal", "-shm", "-journal")]
    if any(map(os.path.exists, logs)):
        # A log of the old file beside the new one would be played into it.
        raise in_use(target)
    try:
        _copy_whole(source, target)
    except OSError as error:
        if isinstance(error, PermissionError) and os.path.exists(target) and os.access(target.parent, os.W_OK):
            raise in_use(target) from error  # Windows does not replace a file that is open
        raise StoreError(
            tr("The copy {} could not be written.").format(target.name),
            tr("Choose a folder in which you may write and that has room."),
            (str(error),),
        ) from error


def in_use(target: Path) -> StoreError:
    """Return the error for a file that cannot be replaced, since somebody reads or writes it."""
    return StoreError(
        tr("{} is in use by QGIS or another program.").format(target.name),
        tr("Remove its layers and close it elsewhere, or choose another name."),
    )


def _copy_whole(source: Path, target: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out, source.open("rb") as file:
            shutil.copyfileobj(file, out)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(0o644)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
