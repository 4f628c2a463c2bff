# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of the plugin in the options of QGIS. A thin shell: the page is imported when the options are opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon

from . import paths
from .messages import NAME

if TYPE_CHECKING:
    from qgis.gui import QgsOptionsPageWidget
    from qgis.PyQt.QtWidgets import QWidget

    from .store.datasets import Service


class OptionsFactory(QgsOptionsWidgetFactory):
    """`path_of` says which file is open, whose services are offered; without one, those that came with the plugin."""

    def __init__(self, path_of: Callable[[], Path | None]) -> None:
        super().__init__(NAME, QIcon(paths.icon("sterkesteden")))
        self._path_of = path_of

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        from .panel.services_options import ServicesOptions

        return ServicesOptions(_services(self._path_of()), parent)


def _services(path: Path | None) -> tuple[Service, ...]:
    from .store.catalogue import read_catalogue
    from .store.errors import StoreError

    for file in filter(None, (path, paths.SHIPPED_PACK)):
        try:
            return read_catalogue(file, paths.SHIPPED_PACK if paths.SHIPPED_PACK.exists() else None).services
        except StoreError:
            continue
    return ()
