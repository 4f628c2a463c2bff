# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts of the interface: English in the code, translated in resources/i18n.

The translator is the plugin's own. One that is installed in the application makes Qt tell every widget of QGIS that
the language changed.
"""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTranslator

from .paths import RESOURCES

CONTEXT = "SterkeSteden"

_translator = QTranslator()


def load() -> None:
    """Load the texts in the language of QGIS; where there are none, the English ones stay."""
    # Of nl_BE it takes nl, if there is no nl_BE.
    _translator.load(f"sterkesteden_{QgsApplication.locale()}", f"{RESOURCES}/i18n")


def tr(text: str) -> str:
    """Return the translation of a literal text; put values in with `.format()` afterwards."""
    return _translator.translate(CONTEXT, text.encode()) or text  # as text PyQt takes only ASCII
