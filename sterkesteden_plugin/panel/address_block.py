# SPDX-License-Identifier: GPL-2.0-or-later
"""On the page of open data: which layer holds addresses, and in which columns, to make points of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .text_view import SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Sequence


class AddressBlock(QWidget):
    """A table of addresses is any layer of the project; a CSV file is made one by dropping it on the map."""

    locateRequested = pyqtSignal(str, str, str)  # id of the layer, column of address or postcode, column of number
    cancelRequested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: Sequence[Paragraph] = ()
        self.text = TextView(tr("Addresses to points"), self)
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.layer = QgsMapLayerComboBox(self)
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layer.setAllowEmptyLayer(True)
        self.layer.setLayer(None)
        self.address, self.number = QgsFieldComboBox(self), QgsFieldComboBox(self)
        self.number.setAllowEmptyFieldName(True)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setContentsMargins(0, 0, 0, 0)
        for label, field in (
            (tr("Layer or table with addresses"), self.layer),
            (tr("Column with the address, or the postcode"), self.address),
            (tr("Column with the house number, beside a postcode"), self.number),
        ):
            field.setAccessibleName(label)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(8)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            said = QLabel(label, self)
            said.setWordWrap(True)
            said.setBuddy(field)
            form.addRow(said, field)
        self.make = QPushButton(tr("Make points"), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.hide()
        line = QHBoxLayout()
        line.addWidget(self.make)
        line.addWidget(self.cancel)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addLayout(form)
        column.addWidget(self.text)
        column.addLayout(line)
        self.layer.layerChanged.connect(self._follow_layer)
        self.address.fieldChanged.connect(self._enable)
        self.make.clicked.connect(self._make)
        self.cancel.clicked.connect(self.cancelRequested)
        self._follow_layer(None)

    def set_progress(self, text: str) -> None:
        """It goes on, and is so far."""
        self._show_busy(True)
        self.text.set_content([Paragraph(text, SMALL)])

    def set_result(self, content: Sequence[Paragraph]) -> None:
        """It is over, and this is what came of it."""
        self._show_busy(False)
        self.text.set_content(content)

    def _show_busy(self, is_busy: bool) -> None:
        first, other = (self.cancel, self.make) if is_busy else (self.make, self.cancel)
        had_focus = other.hasFocus()
        first.show()
        if had_focus:
            first.setFocus()
        other.hide()

    def _follow_layer(self, layer: QgsMapLayer | None) -> None:
        self.address.setLayer(layer)
        self.number.setLayer(layer)
        self.number.setField("")
        self._enable()

    def _enable(self) -> None:
        self.make.setEnabled(self.layer.currentLayer() is not None and bool(self.address.currentField()))

    def _make(self) -> None:
        layer = self.layer.currentLayer()
        self.locateRequested.emit(layer.id(), self.address.currentField(), self.number.currentField())
