# SPDX-License-Identifier: GPL-2.0-or-later
"""Where resources and data are: inside the package when installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = (_PACKAGE / "metadata.txt").is_file()
_ROOT = _PACKAGE if _INSTALLED else _PACKAGE.resolve().parent  # a profile may hold a link to a checkout

RESOURCES = _ROOT / "resources"
METADATA = _ROOT / "metadata.txt"
SHIPPED_PACK = _ROOT / ("data" if _INSTALLED else "build") / "sterkesteden.gpkg"


def icon(name: str) -> str:
    """Path of an icon by its name without ending."""
    return f"{RESOURCES}/icons/{name}.svg"
