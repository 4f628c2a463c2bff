# SPDX-License-Identifier: GPL-2.0-or-later
"""In the options of QGIS: other addresses for the services of open data, with which login, and how much is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.gui import QgsAuthConfigSelect, QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..services import settings
from ..services.cache import ResponseCache
from . import wording

if TYPE_CHECKING:
    from ..store.datasets import Service

_ROWS = 7  # of the list of services that are in view


@dataclass
class _Choice:
    """What the user has of one service, until it is applied."""

    address: str
    authcfg: str


class ServicesOptions(QgsOptionsPageWidget):
    """Nothing is written before `apply`; an address that cannot be used never is."""

    def __init__(self, services: Sequence[Service], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("SterkeStedenOptions")
        self._services = services
        self._choices = [_chosen(one) for one in services]
        self._shown = -1
        self._build_services()
        self._build_cache()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._service_box)
        column.addWidget(self._cache_box)
        column.addStretch(1)
        for index in range(len(services)):
            self.list.addItem("")
            self._name(index)
        self.list.setCurrentRow(0)

    def _build_services(self) -> None:
        self._service_box = QGroupBox(tr("Services of open data"), self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Services of open data"))
        self.list.setFixedHeight(_ROWS * (self.fontMetrics().height() + 6))
        self.default = QLineEdit(self)
        self.default.setReadOnly(True)
        self.address = QLineEdit(self)
        self.address.setPlaceholderText(tr("Empty: the address of the catalogue"))
        self.address.setClearButtonEnabled(True)
        self.fault = QLabel(self)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.fault.setWordWrap(True)
        self.login = QgsAuthConfigSelect(self)
        form = QFormLayout()
        form.addRow(tr("Address of the catalogue"), self.default)
        form.addRow(tr("Address to use instead"), self.address)
        form.addRow("", self.fault)
        form.addRow(tr("Authentication"), self.login)
        for label, field in (
            (tr("Address of the catalogue"), self.default),
            (tr("Address to use instead"), self.address),
        ):
            field.setAccessibleName(label)
        column = QVBoxLayout(self._service_box)
        column.addWidget(self.list)
        column.addLayout(form)
        self.list.currentRowChanged.connect(self._show)
        self.address.textEdited.connect(self._take_address)
        self.login.selectedConfigIdChanged.connect(self._take_login)

    def _build_cache(self) -> None:
        self._cache_box = QGroupBox(tr("Answers that are kept on this computer"), self)
        self.megabytes, self.days = QSpinBox(self), QSpinBox(self)
        for field, bounds, value, unit in (
            (self.megabytes, settings.CACHE_MB, settings.cache_mb(), tr(" MB")),
            (self.days, settings.CACHE_DAYS, settings.cache_days(), tr(" days")),
        ):
            field.setRange(*bounds)
            field.setValue(value)
            field.setSuffix(unit)
        self.size = QLabel(self)
        self.size.setTextFormat(Qt.TextFormat.PlainText)
        self.clear = QPushButton(tr("Empty"), self)
        self.clear.setAccessibleDescription(tr("Removes all answers that are kept; what is in your file stays"))
        now = QHBoxLayout()
        now.addWidget(self.size, 1)
        now.addWidget(self.clear)
        form = QFormLayout(self._cache_box)
        form.addRow(tr("At most"), self.megabytes)
        form.addRow(tr("No longer than"), self.days)
        form.addRow(tr("Now"), now)
        self.clear.clicked.connect(self._clear)
        self._show_size()

    # What the user does

    def _show(self, index: int) -> None:
        self._shown = index
        if index < 0:
            return
        self.default.setText(self._services[index].url)
        self.default.setCursorPosition(0)
        self.address.setText(self._choices[index].address)
        self.login.blockSignals(True)
        self.login.setConfigId(self._choices[index].authcfg)
        self.login.blockSignals(False)
        self._say_fault()

    def _take_address(self, text: str) -> None:
        if self._shown >= 0:
            self._choices[self._shown].address = text.strip()
            self._name(self._shown)
            self._say_fault()

    def _take_login(self, authcfg: str) -> None:
        if self._shown >= 0:
            self._choices[self._shown].authcfg = authcfg
            self._name(self._shown)

    def _name(self, index: int) -> None:
        """The line of a service says what is set for it."""
        choice, name = self._choices[index], wording.one_line(self._services[index].name)
        said = [tr("own address")] if choice.address else []
        said += [tr("with authentication")] if choice.authcfg else []
        self.list.item(index).setText(f"{name} ({', '.join(said)})" if said else name)

    def _say_fault(self) -> None:
        fault = settings.fault_of(self._choices[self._shown].address)
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.address.setAccessibleDescription(fault)

    def _clear(self) -> None:
        ResponseCache().clear()
        self._show_size()

    def _show_size(self) -> None:
        megabytes = ResponseCache().size() / settings.MB
        self.size.setText(tr("{} MB").format(wording.number(megabytes, 1)))

    # What QGIS asks

    def isValid(self) -> bool:
        """Newer versions of QGIS keep the dialog open where this is not so; the first fault is shown."""
        for index, choice in enumerate(self._choices):
            if settings.fault_of(choice.address):
                self.list.setCurrentRow(index)
                return False
        return True

    def apply(self) -> None:
        """Write what was chosen."""
        for service, choice in zip(self._services, self._choices):
            if choice == _chosen(service):
                continue  # also a login that is kept for the server of another file stays
            if not settings.fault_of(choice.address):
                settings.set_address(service.id, choice.address)
            settings.set_authcfg(service.id, choice.authcfg, settings.url_of(service.id, service.url))
        settings.set_cache_mb(self.megabytes.value())
        settings.set_cache_days(self.days.value())


def _chosen(service: Service) -> _Choice:
    """As the settings have it."""
    url = settings.url_of(service.id, service.url)
    return _Choice(settings.address(service.id), settings.authcfg(service.id, url))
