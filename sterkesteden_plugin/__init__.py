# SPDX-License-Identifier: GPL-2.0-or-later
"""Sterke Steden: the urban story of a province, in QGIS."""

from typing import Any


def classFactory(iface: Any) -> Any:
    """Return the plugin; QGIS calls this once when it loads the package."""
    from .plugin import SterkeStedenPlugin

    return SterkeStedenPlugin(iface)
