# SPDX-License-Identifier: GPL-2.0-or-later
"""A small legend of what a map shows: the symbols of these layers that are in view, and the lines below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsLayerTreeModelLegendNode,
    QgsMapSettings,
    QgsRenderContext,
    QgsSymbolLayerUtils,
    QgsSymbolLegendNode,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon, QPixmap
from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ..i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsMapLayer


class Entry(NamedTuple):
    """A symbol and what it stands for; without a symbol the title of a layer above its symbols."""

    text: str
    symbol: QPixmap | None


def entries(layers: Sequence[QgsMapLayer], settings: QgsMapSettings, size: QSize, ratio: float) -> list[Entry]:
    """What a legend of these layers has, as far as it occurs in the view of `settings`; without base maps."""
    found: list[Entry] = []
    root = QgsLayerTree()
    for layer in layers:
        if isinstance(layer, QgsVectorLayer) and layer.isSpatial():
            root.addLayer(layer)
    model = QgsLayerTreeModel(root)
    for node in root.findLayers():
        keys = _keys_in_view(node.layer(), settings)
        symbols = [
            legend
            for legend in model.layerLegendNodes(node)
            if legend.data(QgsLayerTreeModelLegendNode.LegendNodeRoles.RuleKeyRole) in keys
        ]
        title = node.layer().name()
        if len(symbols) == 1:
            found.append(Entry(_text(symbols[0]) or title, _symbol(symbols[0], size, ratio)))
        elif symbols:
            found.append(Entry(title, None))
            found += [Entry(_text(symbol) or title, _symbol(symbol, size, ratio)) for symbol in symbols]
    return found


def _keys_in_view(layer: QgsVectorLayer, settings: QgsMapSettings) -> set[str]:
    """The keys of the renderer that features in view are drawn with."""
    transform = QgsCoordinateTransform(layer.crs(), settings.destinationCrs(), settings.transformContext())
    try:
        extent = transform.transformBoundingBox(settings.visibleExtent(), Qgis.TransformDirection.Reverse)
    except QgsCsException:
        return set()
    if layer.renderer() is None:
        return set()
    renderer = layer.renderer().clone()
    context = QgsRenderContext.fromMapSettings(settings)
    context.expressionContext().appendScope(layer.createExpressionContextScope())
    keys: set[str] = set()
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(extent)):
        context.expressionContext().setFeature(feature)
        keys |= renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    return keys


def _text(node: QgsLayerTreeModelLegendNode) -> str:
    return str(node.data(Qt.ItemDataRole.DisplayRole) or "").strip()


def _symbol(node: QgsLayerTreeModelLegendNode, size: QSize, ratio: float) -> QPixmap:
    if isinstance(node, QgsSymbolLegendNode) and node.symbol() is not None:
        pixmap = QgsSymbolLayerUtils.symbolPreviewPixmap(node.symbol(), size * ratio, round(2 * ratio))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
    data = node.data(Qt.ItemDataRole.DecorationRole)
    return data.pixmap(size) if isinstance(data, QIcon) else data if isinstance(data, QPixmap) else QPixmap()


class Legend(QFrame):
    """Stands on the map; hidden where there is nothing to explain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.setAccessibleName(tr("Legend"))
        self._wanted = True
        self._entries: list[Entry] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 14, 10)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self.hide()

    @property
    def wanted(self) -> bool:
        return self._wanted

    def set_wanted(self, wanted: bool) -> None:
        self._wanted = wanted
        self.setVisible(wanted and bool(self._entries))

    def show_entries(self, found: Sequence[Entry], room: int) -> None:
        """Show these, in as many columns as it takes to be no higher than `room`."""
        self._entries = list(found)
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        line = self.fontMetrics().height() + self._grid.verticalSpacing() + 4
        rows = max(4, (room - 20) // line)
        columns = -(-len(found) // rows) if found else 1
        rows = -(-len(found) // columns) if found else 1
        for number, entry in enumerate(found):
            row, column = number % rows, number // rows * 2
            text = QLabel(self)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setText(entry.text)
            if entry.symbol is None:
                font = text.font()
                font.setBold(True)
                text.setFont(font)
                self._grid.addWidget(text, row, column, 1, 2)
                continue
            symbol = QLabel(self)
            symbol.setPixmap(entry.symbol)
            self._grid.addWidget(symbol, row, column)
            self._grid.addWidget(text, row, column + 1)
        self.set_wanted(self._wanted)
        self.adjustSize()
