# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts of the interface: English in the code, translated in resources/i18n."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "SterkeSteden"


def tr(text: str) -> str:
    """Return the translation of a literal text; put values in with `.format()` afterwards."""
    return QCoreApplication.translate(CONTEXT, text)
