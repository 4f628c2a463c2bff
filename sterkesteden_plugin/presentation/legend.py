# SPDX-License-Identifier: GPL-2.0-or-later
"""A small legend of what a map shows: the symbols of these layers that are in view, and the lines below it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import (
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
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..i18n import tr
from ..maps.drawn import PLACE_FIELD
from ..maps.tree import LAYER_PROPERTY

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qgis.core import QgsMapLayer

# Colours of what stands on the map. As a style sheet, for the themes of QGIS give labels their colour in one.
INK = "QLabel { color: #1c2430; background: transparent; border: none; }"
_GROUND, _EDGE = QColor(255, 255, 255, 238), QColor(28, 36, 48, 70)


_HIGHEST = 1.15  # of a symbol, to the height of a line
_LOW, _HIGH = 0.33, 0.75  # of the map: how high a legend should be, and may be
_BETWEEN = 1  # pixels between two lines
_MANY = 5000  # features of a layer
_ROWS = 24  # with more a legend covers the map
_MOST = 8  # symbols of a layer of the user's own; of one with more only the first, with its name


class Entry(NamedTuple):
    """A symbol and what it stands for; without a symbol the title of a layer above its symbols."""

    text: str
    symbol: QPixmap | None


def entries(
    layers: Sequence[QgsMapLayer],
    settings: QgsMapSettings,
    size: QSize,
    ratio: float,
    about: Collection[str] | None = None,
) -> list[Entry]:
    """What a legend of these layers has, as far as it occurs in the view of `settings`; without base maps.

    `about` are the places that it is to explain; all in view where it is None. Of very many layers each has one line.
    """
    found: list[Entry] = []
    first: list[Entry] = []
    root = QgsLayerTree()
    for layer in layers:
        if isinstance(layer, QgsVectorLayer) and layer.isSpatial():
            root.addLayer(layer)
    model = QgsLayerTreeModel(root)
    for node in root.findLayers():
        symbols = model.layerLegendNodes(node)  # all of a layer of the user's own, that may be large or far away
        if node.layer().customProperty(LAYER_PROPERTY):
            role = QgsLayerTreeModelLegendNode.LegendNodeRoles.RuleKeyRole
            keys = _keys_in_view(node.layer(), settings, about, {legend.data(role) for legend in symbols})
            symbols = [legend for legend in symbols if legend.data(role) in keys]
        title = node.layer().name()
        first += [Entry(title, _symbol(symbol, size, ratio)) for symbol in symbols[:1]]
        if len(symbols) == 1:
            found.append(Entry(_text(symbols[0]) or title, _symbol(symbols[0], size, ratio)))
        elif len(symbols) > _MOST and not node.layer().customProperty(LAYER_PROPERTY):
            found.append(first[-1])
        elif symbols:
            found.append(Entry(title, None))
            found += [Entry(_text(symbol) or title, _symbol(symbol, size, ratio)) for symbol in symbols]
    found = _without_headings(found)
    return found if len(found) <= _ROWS else first


def _without_headings(found: list[Entry]) -> list[Entry]:
    """Where no two symbols stand for the same in words, the titles above them say nothing that must be known."""
    texts = [entry.text for entry in found if entry.symbol is not None]
    return found if len(set(texts)) < len(texts) else [entry for entry in found if entry.symbol is not None]


def _keys_in_view(
    layer: QgsVectorLayer, settings: QgsMapSettings, about: Collection[str] | None, wanted: set[str]
) -> set[str]:
    """The keys of the renderer, of those that are wanted, that features in view are drawn with.

    Where more features are in view than can be looked at in a moment, all of them.
    """
    transform = QgsCoordinateTransform(settings.destinationCrs(), layer.crs(), settings.transformContext())
    try:
        extent = transform.transformBoundingBox(settings.visibleExtent())
    except QgsCsException:
        return set()
    if layer.renderer() is None:
        return set()
    renderer = layer.renderer().clone()
    context = QgsRenderContext.fromMapSettings(settings)
    context.expressionContext().appendScope(layer.createExpressionContextScope())
    keys: set[str] = set()
    renderer.startRender(context, layer.fields())
    column = layer.fields().indexOf(PLACE_FIELD)
    request = QgsFeatureRequest().setFilterRect(extent).setLimit(_MANY)
    request.setSubsetOfAttributes({PLACE_FIELD, *renderer.usedAttributes(context)}, layer.fields())
    looked_at = 0
    for feature in layer.getFeatures(request):
        looked_at += 1
        if about is not None and column >= 0 and feature[column] not in about:
            continue
        context.expressionContext().setFeature(feature)
        keys |= renderer.legendKeysForFeature(feature, context)
        if keys >= wanted:
            break
    renderer.stopRender(context)
    return wanted if looked_at == _MANY else keys


def _text(node: QgsLayerTreeModelLegendNode) -> str:
    return str(node.data(Qt.ItemDataRole.DisplayRole) or "").strip()


def _symbol(node: QgsLayerTreeModelLegendNode, size: QSize, ratio: float) -> QPixmap:
    if isinstance(node, QgsSymbolLegendNode) and node.symbol() is not None:
        room = size.expandedTo(node.minimumIconSize())  # of a large marker nothing is cut off
        pixmap = QgsSymbolLayerUtils.symbolPreviewPixmap(node.symbol(), room * ratio, round(2 * ratio))
        highest = round(size.height() * ratio * _HIGHEST)
        if pixmap.height() > highest:
            pixmap = pixmap.scaledToHeight(highest, Qt.TransformationMode.SmoothTransformation)
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
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(INK)
        self._wanted = True
        self._entries: list[Entry] = []
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(10, 8, 12, 8)
        self._columns.setSpacing(20)
        self._inside: QWidget | None = None
        self.hide()

    @property
    def wanted(self) -> bool:
        return self._wanted

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries)

    def set_wanted(self, wanted: bool) -> None:
        self._wanted = wanted
        self.setVisible(wanted and bool(self._entries))

    def show_entries(self, found: Sequence[Entry], room: QSize) -> None:
        """Show these low on a map as large as `room`, in columns that fit beside each other on it."""
        self._entries = list(found)
        if self._inside is not None:
            self._columns.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        columns = QHBoxLayout(self._inside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(self._columns.spacing())
        wide = max((entry.symbol.width() for entry in found if entry.symbol is not None), default=0)
        lines = [self._line(entry, wide) for entry in found]
        each = self._lines_in_a_column(lines, room)
        for first in range(0, len(lines), each):
            column = _column(columns)
            for line in lines[first : first + each]:
                column.addWidget(line)
            column.addStretch(1)
        self._columns.addWidget(self._inside)
        self._inside.show()
        self.set_wanted(self._wanted)
        self.adjustSize()

    def _lines_in_a_column(self, lines: Sequence[QWidget], room: QSize) -> int:
        """So few that the legend is low, in columns of about the same length; more where it would be too wide."""
        widest = max((line.sizeHint().width() for line in lines), default=0)
        high = sum(line.sizeHint().height() + _BETWEEN for line in lines)
        edges = self._columns.contentsMargins()
        width, height = room.width() - edges.left() - edges.right(), edges.top() + edges.bottom()
        low = ceil(high / max(1, room.height() * _LOW - height))
        beside = (width + self._columns.spacing()) // max(1, widest + self._columns.spacing())
        highest = ceil(high / max(1, room.height() * _HIGH - height))
        return max(1, ceil(len(lines) / max(1, highest, min(low, beside))))

    def _line(self, entry: Entry, wide: int) -> QWidget:
        """A symbol and its text; the texts stand below each other."""
        line = QWidget(self._inside)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        text = QLabel(line)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setText(entry.text)
        font = self.font()
        font.setBold(entry.symbol is None)
        text.setFont(font)
        if entry.symbol is not None:
            symbol = QLabel(line)
            symbol.setPixmap(entry.symbol)
            symbol.setFixedWidth(round(wide / entry.symbol.devicePixelRatio()))
            symbol.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(symbol)
        row.addWidget(text, 1)
        return line

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self)


def _column(columns: QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(_BETWEEN)
    columns.addLayout(column)
    return column


def paint_ground(widget: QWidget) -> None:
    """The ground of what stands on the map: light in every theme, as the map is whose symbols stand on it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_EDGE, 1))
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.end()
