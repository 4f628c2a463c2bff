# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes points of the addresses in a layer, by the Locatieserver, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal, pyqtSlot

from .i18n import tr
from .panel import open_data_words as words
from .panel.open_data_page import LOCATIESERVER
from .services.work import Work, WorkQueue

if TYPE_CHECKING:
    from collections.abc import Callable

    from .panel.address_block import AddressBlock
    from .services.catalogue import Catalogue

_KEY = "addresses"


class AddressPoints(QObject):
    """What the block of addresses asks; the points come into the project as a scratch layer."""

    told = pyqtSignal(str, bool)
    logged = pyqtSignal(str)

    def __init__(
        self, block: AddressBlock, catalogue_of: Callable[[], Catalogue | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._block = block
        self._catalogue_of = catalogue_of
        self._title = ""
        self._queue = WorkQueue(self)
        self._queue.progressed.connect(self._show_progress)
        block.locateRequested.connect(self.locate)
        block.cancelRequested.connect(self._queue.cancel_all)

    def close(self) -> None:
        """Stop what is being looked up."""
        self._queue.close()

    def is_busy(self) -> bool:
        return bool(self._queue.keys)

    @pyqtSlot(str, str, str)
    def locate(self, layer_id: str, address: str, number: str) -> None:
        """Look up each address of a layer."""
        from .maps.address_layer import addresses_of
        from .services.jobs import Locating

        layer, catalogue = QgsProject.instance().mapLayer(layer_id), self._catalogue_of()
        services = [one for one in catalogue.services if one.kind == LOCATIESERVER] if catalogue is not None else []
        if not isinstance(layer, QgsVectorLayer) or not services or self.is_busy():
            return
        addresses = addresses_of(layer, address, number)
        self._title = tr("Addresses of {}").format(layer.name())
        if not addresses:
            self._block.set_result(words.failure(tr("This column holds no addresses."), tr("Choose another column.")))
            return
        self._block.set_progress(0, len(addresses), tr("Looking up addresses"))
        self._queue.add(_KEY, tr("Looking up addresses"), Locating(services[0], addresses), self._take)

    def _take(self, work: Work) -> None:
        if work.error is not None:
            message, advice, details = work.fault
            self._block.set_result(words.failure(message, advice))
            self.told.emit(message, True)
            for line in details:
                self.logged.emit(line)
        elif work.is_cancelled:
            self._block.set_result([words.cancelled()])
        else:
            self._add(work.result)

    def _add(self, located: Any) -> None:
        from .maps.address_layer import point_layer

        QgsProject.instance().addMapLayer(point_layer(located, self._title))
        content = words.located(located)
        self._block.set_result(content)
        self.told.emit(f"{self._title}: {content[0].text}", False)

    @pyqtSlot(str, int, int, str)
    def _show_progress(self, _key: str, done: int, total: int, what: str) -> None:
        self._block.set_progress(done, total, what)
