# SPDX-License-Identifier: GPL-2.0-or-later
"""Where resources and data are: inside the package when installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = (_PACKAGE / "metadata.txt").is_file()
_ROOT = _PACKAGE if _INSTALLED else _PACKAGE.parent

RESOURCES = _ROOT / "resources"
SHIPPED_PACK = _PACKAGE / "data" / "sterkesteden.gpkg" if _INSTALLED else _ROOT / "build" / "sterkesteden.gpkg"


def icon(name: str) -> str:
    """Path of an icon by its name without ending."""
    return str(RESOURCES / "icons" / f"{name}.svg")
