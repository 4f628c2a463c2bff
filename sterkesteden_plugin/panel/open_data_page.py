# SPDX-License-Identifier: GPL-2.0-or-later
"""Open data: what can be fetched into the file, by service, and what came of it.

The page asks by signals and shows what it is told; it knows nothing of how anything is fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import tr
from ..store.datasets import CHOSEN, LOCATIESERVER
from . import open_data_words as words
from . import wording
from .address_block import AddressBlock
from .look import plain_button, plain_tip
from .notice import Notice
from .open_data_area import NONE, AreaChoice
from .open_data_block import DatasetBlock
from .page import Page
from .text_view import BODY, HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ..services.client import Finding
    from ..store.datasets import Catalogue, Dataset, Service
    from ..story.model import Pack


class BusyBar(Notice):
    """What is going on, below the page, and the way to stop all of it."""

    _line_above = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("busy", tr("What is being fetched"), parent)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cancel = QPushButton(tr("Cancel all"), self)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.addWidget(self.text, 1)
        line.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str) -> None:
        """What is going on; "" for nothing."""
        self.text.set_content([Paragraph(text, SMALL)] if text else [])
        self.setVisible(bool(text))


class OpenDataPage(QWidget):
    """Filled when it is first shown: it asks for the catalogue then."""

    catalogueWanted = pyqtSignal()
    fetchRequested = pyqtSignal(list)  # ids of data sets
    cancelRequested = pyqtSignal(str)  # id of a data set, "" for all
    undoRequested = pyqtSignal(str)
    changesRequested = pyqtSignal(str)
    mapRequested = pyqtSignal(str)
    checkRequested = pyqtSignal()
    areaChosen = pyqtSignal(str, str)
    busyChanged = pyqtSignal(str)  # what is going on, "" for nothing

    _pack: Pack  # set before anything is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("open-data")
        self._refusal = ""
        self._has_area = False
        self._catalogue: Catalogue | None = None
        self._own_addresses: frozenset[str] = frozenset()
        self._findings: dict[str, Finding] = {}
        self.blocks: dict[str, DatasetBlock] = {}
        self._heads: dict[str, TextView] = {}
        self.head = TextView(tr("Open data"))
        self.head.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.all = self._button(tr("Fetch all"), self._fetch_all)
        self.some = self._button(tr("Fetch what is ticked"), self._fetch_ticked)
        self.check = self._button(tr("Check services"), self._check)
        self.area = AreaChoice()
        self.addresses = AddressBlock()
        self.scroll = Page("open-data-page", self)
        self.busy = BusyBar(self)
        buttons = QGridLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.all, 0, 0)
        buttons.addWidget(self.some, 0, 1)
        buttons.addWidget(self.check, 1, 0, 1, 2)
        self.scroll.column.addWidget(self.head)
        self.scroll.column.addLayout(buttons)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.scroll.column.addLayout(self._list)
        self.scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scroll, 1)
        column.addWidget(self.busy)
        self.busy.cancel.clicked.connect(self._cancel_all)
        self.area.chosen.connect(self._choose_area)

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(plain_button(text), self)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(act)
        return button

    # What the page is told

    def set_pack(self, pack: Pack) -> None:
        """Another pack is open: the catalogue of the one before is no use any more."""
        self._pack = pack
        self._catalogue = None
        self._findings = {}
        self._has_area = False
        self.area.set_pack(pack)
        self._clear()
        self._show_head()
        if self.isVisible():
            self.catalogueWanted.emit()

    def renew(self, pack: Pack) -> None:
        """The same file has other content."""
        self._pack = pack
        for block in self.blocks.values():
            self._show_load(block)

    def set_catalogue(self, catalogue: Catalogue, own_addresses: Collection[str]) -> None:
        """What can be fetched, and which services have an address of the user's."""
        if (catalogue, frozenset(own_addresses)) != (self._catalogue, self._own_addresses):
            self._catalogue, self._own_addresses = catalogue, frozenset(own_addresses)
            self._fill(catalogue)
            self._show_head()

    def set_refusal(self, refusal: str) -> None:
        """Why nothing can be fetched; "" where it can."""
        self._refusal = refusal
        self._show_head()
        for block in self.blocks.values():
            block.set_refusal(refusal)
        self._enable()

    def set_area(self, square_metres: float) -> None:
        """An area was chosen, and is so large."""
        self._has_area = True
        self.area.set_size(square_metres)
        self._tell_need()

    def refuse_area(self, text: str) -> None:
        """No area is chosen; `text` says why where one was wanted."""
        self._has_area = False
        self.area.set_fault(text)
        self._tell_need()

    def set_busy(self, text: str) -> None:
        """What is going on; "" for nothing."""
        if not text and self.busy.isAncestorOf(self.window().focusWidget() or self):
            self.all.setFocus()
        self.busy.say(text)
        self.busyChanged.emit(text)

    def set_checking(self, is_checking: bool) -> None:
        self.check.setEnabled(not is_checking)

    def set_findings(self, findings: Iterable[Finding]) -> None:
        """How services were found, by data set; those of a service without data sets have its id."""
        for finding in findings:
            self._findings[finding.dataset_id] = finding
            if finding.dataset_id in self.blocks:
                self.blocks[finding.dataset_id].set_finding(finding)
        if self._catalogue is not None:
            for service in self._catalogue.services:
                self._show_service(service)

    def forget_finding(self, dataset: str) -> None:
        """What its service gave, or why not, is known by now, whatever was found before."""
        self._findings.pop(dataset, None)
        if dataset in self.blocks:
            self.blocks[dataset].set_finding(None)

    # Filling

    def _clear(self) -> None:
        kept = (self.area, self.addresses)
        for widget in kept:
            widget.setParent(self)
            widget.hide()
        while self._list.count():
            widget = self._list.takeAt(0).widget()
            if widget is not None and widget not in kept:
                widget.hide()
                widget.deleteLater()
        self.blocks, self._heads = {}, {}

    def _fill(self, catalogue: Catalogue) -> None:
        self._clear()
        shown = catalogue.shown
        # Those with something to choose from come first; the others only stand in for them, or locate addresses.
        services = sorted(catalogue.services, key=lambda one: not any(d.service.id == one.id for d in shown))
        for service in services:
            head = self._heads[service.id] = TextView(wording.one_line(service.name))
            head.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._list.addSpacing(8)
            self._list.addWidget(head)
            self._show_service(service)
            if service.kind == LOCATIESERVER:
                self._list.addWidget(self.addresses)
                self.addresses.show()
            for dataset in shown:
                if dataset.service.id != service.id:
                    continue
                if dataset.area == CHOSEN and self.area.isHidden():
                    self._list.addWidget(self.area)
                    self.area.show()
                block = self.blocks[dataset.id] = DatasetBlock(dataset)
                block.set_refusal(self._refusal)
                self._show_load(block)
                block.set_finding(self._findings.get(dataset.id))
                block.fetchRequested.connect(self._fetch_one)
                block.cancelRequested.connect(self.cancelRequested)
                block.undoRequested.connect(self.undoRequested)
                block.changesRequested.connect(self.changesRequested)
                block.mapRequested.connect(self.mapRequested)
                block.ticked.connect(self._enable)
                self._list.addWidget(block)
        self._set_tab_order()
        self._tell_need()
        self._enable()

    def _set_tab_order(self) -> None:
        """As things stand on the page, not as they were made."""
        last: QWidget = self.check
        rows = (self._list.itemAt(number).widget() for number in range(self._list.count()))
        for row in (one for one in rows if one is not None):
            for part in (row, *row.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)):
                if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    QWidget.setTabOrder(last, part)
                    last = part
        QWidget.setTabOrder(last, self.busy.cancel)

    def _show_load(self, block: DatasetBlock) -> None:
        id_, layers = block.dataset.id, self._pack.layers
        on_map = any(layer.dataset == id_ and layer.geometry != "tabel" for layer in layers)
        block.set_load(self._pack.loaded.get(id_), on_map)

    def _show_head(self) -> None:
        intro = tr("Official boundaries, lines and figures, fetched from those who make them into your own file.")
        content = [Paragraph(tr("Open data"), HEADING), Paragraph(intro, SMALL)]
        content += [Paragraph(self._refusal, BODY)] if self._refusal else []
        if self._catalogue is not None and not self._catalogue.shown:
            content.append(Paragraph(tr("This file names no data that can be fetched."), BODY))
        self.head.set_content(content)

    def _show_service(self, service: Service) -> None:
        """Name, credit and licence; and how it was found where no block says so."""
        content = [Paragraph(wording.one_line(service.name), HEADING), Paragraph(words.credit_line(service), SMALL)]
        if service.id in self._own_addresses:
            content.append(Paragraph(tr("At an address of your own: {}").format(service.url), SMALL))
        of_it = {one.id: one.title for one in self._datasets_of(service)} or {service.id: service.name}
        for id_, title in of_it.items():
            if id_ in self._findings and id_ not in self.blocks:
                line = f"{wording.one_line(title)}: {words.finding_line(self._findings[id_])}"
                content.append(Paragraph(line, SMALL))
        self._heads[service.id].set_content(content)

    def _datasets_of(self, service: Service) -> Sequence[Dataset]:
        return [one for one in self._catalogue.datasets if one.service.id == service.id] if self._catalogue else []

    def _tell_need(self) -> None:
        need = "" if self._has_area else tr("Choose an area first.")
        for block in self.blocks.values():
            block.set_need(need if block.dataset.area == CHOSEN else "")

    def _enable(self) -> None:
        self.all.setEnabled(bool(self.blocks) and not self._refusal)
        self.some.setEnabled(any(block.box.isChecked() for block in self.blocks.values()) and not self._refusal)
        for button in (self.all, self.some):
            button.setToolTip(plain_tip(self._refusal))

    # What the user does

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.all if self.all.isEnabled() else self.check

    def _fetch_all(self) -> None:
        self._request(self.blocks)

    def _fetch_ticked(self) -> None:
        self._request([id_ for id_, block in self.blocks.items() if block.box.isChecked()])

    def _fetch_one(self, dataset: str) -> None:
        self._request([dataset])

    def _request(self, wanted: Iterable[str]) -> None:
        """Those of which an area is to be chosen first say so themselves."""
        blocks = [self.blocks[id_] for id_ in wanted]
        ready = [b.dataset.id for b in blocks if not b.is_busy and (self._has_area or b.dataset.area != CHOSEN)]
        if ready:
            self.fetchRequested.emit(ready)

    def _cancel_all(self) -> None:
        self.cancelRequested.emit("")

    def _check(self) -> None:
        self.checkRequested.emit()

    def _choose_area(self, kind: str, key: str) -> None:
        if kind == NONE:
            self._has_area = False
            self._tell_need()
        self.areaChosen.emit(kind, key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if hasattr(self, "_pack"):
            self.catalogueWanted.emit()
