# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin as QGIS sees it. A thin shell: the session is imported and made when QGIS gets round to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer

if TYPE_CHECKING:
    from pathlib import Path

    from .processing.provider import Provider
    from .session import Session


class SterkeStedenPlugin:
    """Plugin class that QGIS makes through classFactory."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self._session: Session | None = None
        self._provider: Provider | None = None
        self._soon = QTimer()
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.session)

    def initGui(self) -> None:
        """QGIS waits for this, plugin by plugin. All is built at the next turn of its event loop, which while it starts
        is still before its window shows and before it restores docks and keyboard shortcuts."""
        self._soon.start(0)

    def initProcessing(self) -> None:
        """Offer our algorithms; qgis_process asks for this alone, without an iface."""
        if self._provider is None:
            from . import i18n
            from .processing.provider import Provider

            i18n.load()
            self._provider = Provider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def unload(self) -> None:
        self._soon.stop()
        if self._session is not None:
            self._session.close()
            self._session = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)  # and deletes it
            self._provider = None

    def session(self) -> Session:
        """Return actions, panel and map; made when first asked for, as are the algorithms."""
        if self._session is None:
            from .session import Session

            self._session = Session(self.iface)
            self.initProcessing()
            self._provider.loaded.connect(self._session.take_loaded)
        return self._session

    def open_pack(self, path: Path | str) -> bool:
        """Open a GeoPackage: its layers on the map, its story in the panel. Return whether that could be done."""
        return self.session().open_pack(path)
