# SPDX-License-Identifier: GPL-2.0-or-later
"""Sterke Steden: the urban story of a province, in QGIS."""


def classFactory(iface):  # noqa: N802 (QGIS calls it by this name)
    """Return the plugin; QGIS calls this once when it loads the package."""
    from .plugin import SterkeStedenPlugin

    return SterkeStedenPlugin(iface)
