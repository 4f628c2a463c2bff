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
    if target.exists() and not overwrite:
        raise StoreError(
            tr("{} is there already; nothing was overwritten.").format(target.name),
            tr("Open it, or choose another name."),
        )
    if not source.is_file():
        raise StoreError(
            tr("The plugin's own data file {} is missing.").format(source),
            tr("Install the plugin again."),
        )
    logs = [Path(f"{target}{ending}") for ending in ("-wal", "-shm", "-journal")]
    if any(log.exists() for log in logs):
        # A log of the old file beside the new one would be played into it.
        raise StoreError(
            tr("{} is in use by QGIS or another program.").format(target.name),
            tr("Remove its layers and close it elsewhere, or choose another name."),
        )
    try:
        _copy_whole(source, target)
    except OSError as error:
        raise StoreError(
            tr("The copy {} could not be written: {}.").format(target.name, error.strerror or error),
            tr("Choose a folder in which you may write and that has room."),
            (str(error),),
        ) from error


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
