# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin says in QGIS's message bar and writes into its log panel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsMessageLog

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "Sterke Steden"
_SECONDS = 8  # as long as what went well stays; a warning stays until the user closes it


class Messages:
    """Says things; nothing of it is read as HTML."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface

    def warn(self, text: str) -> None:
        self._push(text, Qgis.MessageLevel.Warning, 0)

    def inform(self, text: str) -> None:
        self._push(text, Qgis.MessageLevel.Info, _SECONDS)

    def succeed(self, text: str) -> None:
        self._push(text, Qgis.MessageLevel.Success, _SECONDS)

    def report(self, error: Any, about: Path | str) -> None:
        """Tell an error that has `message`, `advice` and `details`; the details go to the log only."""
        self.warn(f"{error.message} {error.advice}")
        self.log((f"{about}: {error.message}", *error.details))

    def log(self, lines: Iterable[str]) -> None:
        for line in lines:
            QgsMessageLog.logMessage(line, NAME, Qgis.MessageLevel.Warning, notifyUser=False)

    def _push(self, text: str, level: Qgis.MessageLevel, seconds: int) -> None:
        from html import escape  # takes longer to import than the session to build

        self._iface.messageBar().pushMessage(NAME, escape(text), level, seconds)
