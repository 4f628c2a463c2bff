# SPDX-License-Identifier: GPL-2.0-or-later
"""How results of the networks are drawn: widths and sizes by flow, shades by share, colours by region, labels.

Colours stay apart for the colour blind: qualitative "light" and diverging "sunset" of Tol (2021), sequential PuBu of
Brewer. No font is named: the user's own is used and none is ever missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import dist, floor, inf, log10
from typing import NamedTuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor, QFont

from ..dutch import number

INK, PAPER, BLUE, NODE = "#1b2631", "#ffffff", "#0072b2", "#5d6d7e"
SHADES = ("#d0e3f0", "#a6cbe3", "#74a9cf", "#3e8dc0", "#1a6ba5", "#034a75")
DIVERGING = ("#dd3d2d", "#f67e4b", "#a9a9a9", "#6ea6cd", "#364b9a")  # much less, less, as expected, more, much more

_AREAS = QgsWkbTypes.GeometryType.PolygonGeometry
NOTHING = "#dfe2e5"
_STRIPES = 2.0  # millimetres from one to the next
_NICE = (1.0, 2.0, 5.0)
_NO_VALUE = -999_999  # far from any class


class Band(NamedTuple):
    """A class of values, its symbol's colour and size (width of a line) in millimetres."""

    low: float
    high: float
    label: str
    colour: str
    size: float


def steps(values: Iterable[float], most: int = 5) -> list[float]:
    """Limits of at most `most` classes for values of zero and more that are far apart: 1, 2, 5, 10, 20 …"""
    there = [value for value in values if value > 0]
    if not there:
        return []
    low, high = min(there), max(there)
    nice = [
        round(digit * 10.0**power, max(0, -power))
        for power in range(floor(log10(low)), floor(log10(high)) + 1)
        for digit in _NICE
    ]
    between = [limit for limit in nice if low < limit < high]
    return [low, *between[-(most - 1) :], high]


def even_steps(values: Iterable[float], most: int = 6) -> list[float]:
    """Limits of at most `most` classes of one round width, for values that are of one size, such as shares."""
    there = list(values)
    if not there:
        return []
    low, high = min(there), max(there)
    width = 10.0 ** floor(log10((high - low) / most)) if high > low else 1.0
    for factor in (1, 2, 5, 10, 20):
        first = floor(low / (width * factor) + 1e-9)
        last = -floor(-high / (width * factor) + 1e-9)
        if last - first <= most:
            break
    return [round(limit * width * factor, 10) for limit in range(first, max(last, first + 1) + 1)]


def bands(
    limits: Sequence[float], colours: Sequence[str], sizes: tuple[float, float], unit: str = "", per_cent: bool = False
) -> list[Band]:
    """The classes between limits, of colours taken evenly from `colours` and sizes from the first to the last."""
    count = len(limits) - 1
    decimals = 0 if per_cent else _decimals(limits)

    def text(limit: float) -> str:
        return number(limit * 100 if per_cent else limit, decimals)

    after = "%" if per_cent else f" {unit}" if unit else ""
    made = []
    for place in range(count):
        part = place / max(1, count - 1) if count > 1 else 1.0
        low, high = limits[place : place + 2]
        label = f"{text(low)} – {text(high)}{after}" if low != high else f"{text(low)}{after}"
        size = sizes[0] * (sizes[1] / sizes[0]) ** part  # as far apart as the classes
        made.append(Band(low, high, label, colours[round(part * (len(colours) - 1))], size))
    return made


def _decimals(limits: Sequence[float]) -> int:
    """As many as the limits need to differ, at most three."""
    for decimals in range(3):
        if all(abs(round(limit, decimals) - limit) < 10.0**-4 for limit in limits):
            return decimals
    return 3


def graduate(
    layer: QgsVectorLayer, attribute: str, classes: Sequence[Band], opacity: float = 1.0, rest: str = ""
) -> None:
    """Draw a layer in classes of an attribute: wide lines above narrow ones, small points above large ones.

    `rest` is the label of what has no value; without it that is not drawn.
    """
    if rest:
        attribute = f'coalesce("{attribute}", {_NO_VALUE})'
        classes = [*classes, Band(_NO_VALUE, _NO_VALUE, rest, NOTHING, 1.2)]
    ranges = [QgsRendererRange(one.low, one.high, _symbol(layer, one, opacity), one.label) for one in classes]
    renderer = QgsGraduatedSymbolRenderer(attribute, ranges)
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        upward = layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry
        order = QgsFeatureRequest.OrderByClause(attribute, upward)  # small circles lie on the large ones
        renderer.setOrderBy(QgsFeatureRequest.OrderBy([order]))
        renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)


def categorise(
    layer: QgsVectorLayer,
    attribute: str,
    categories: Iterable[tuple[str, str, str]],
    rest: str = "",
    border: float = 0.0,
) -> None:
    """Draw a layer by category: (value, label, colour) of each; `rest` is the label of what is in none.

    Fills are half transparent: a layer in the same colours may lie below or above. `border` is the width of a dark one.
    """
    made = []
    for value, label, colour in categories:
        symbol = _symbol(layer, Band(0, 0, "", colour, 2.6), 1.0)
        if isinstance(symbol, QgsFillSymbol):
            half = QColor(colour)
            half.setAlpha(150)
            symbol.symbolLayer(0).setFillColor(half)
            if border:
                symbol.symbolLayer(0).setStrokeColor(QColor(INK))
                symbol.symbolLayer(0).setStrokeWidth(border)
        made.append(QgsRendererCategory(value, symbol, label))
    if rest:
        made.append(QgsRendererCategory(None, _symbol(layer, Band(0, 0, "", NOTHING, 1.6), 1.0), rest))
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute, made))


def soften(
    layer: QgsVectorLayer, attribute: str, categories: Iterable[tuple[str, str, str]], share: str, rank: str
) -> None:
    """Draw areas that overlap: that of rank 1 as a fill, the fainter the less its share (0 to 1), others as stripes."""
    made = []
    for value, label, colour in categories:
        symbol = _symbol(layer, Band(0, 0, "", colour, 4.0), 1.0)
        if isinstance(symbol, QgsFillSymbol):
            fill = symbol.symbolLayer(0)
            _depend(fill, QgsSymbolLayer.Property.PropertyFillColor, _tint(colour, f'0.15 + 0.85 * "{share}"'))
            _depend(fill, QgsSymbolLayer.Property.PropertyLayerEnabled, f'"{rank}" = 1')
            symbol.appendSymbolLayer(_stripes(colour, share, rank))
        else:
            _depend(symbol.symbolLayer(0), QgsSymbolLayer.Property.PropertySize, f'7 * sqrt("{share}") / "{rank}"')
        made.append(QgsRendererCategory(value, symbol, label))
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute, made))


def _stripes(colour: str, share: str, rank: str) -> QgsSymbolLayer:
    stripes = QgsLinePatternFillSymbolLayer()
    stripes.setDistance(_STRIPES)
    line = QgsLineSymbol.createSimple({"line_color": colour, "line_width": "0.9", "capstyle": "flat"})
    _depend(line.symbolLayer(0), QgsSymbolLayer.Property.PropertyStrokeWidth, f'{_STRIPES} * (0.1 + "{share}")')
    stripes.setSubSymbol(line)
    _depend(stripes, QgsSymbolLayer.Property.PropertyLineAngle, f'45 * ("{rank}" - 1)')
    _depend(stripes, QgsSymbolLayer.Property.PropertyLayerEnabled, f'"{rank}" > 1')
    return stripes


def _tint(colour: str, share: str) -> str:
    """An expression of a colour between white and this one."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "color_rgb(" + ", ".join(f"255 - {255 - part} * ({share})" for part in parts) + ")"


def _depend(on: QgsSymbolLayer, what: QgsSymbolLayer.Property, expression: str) -> None:
    on.setDataDefinedProperty(what, QgsProperty.fromExpression(expression))


def _symbol(layer: QgsVectorLayer, band: Band, opacity: float) -> QgsSymbol:
    kind = layer.geometryType()
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        symbol: QgsSymbol = QgsLineSymbol.createSimple(
            {"line_color": band.colour, "line_width": f"{band.size:.2f}", "capstyle": "round", "joinstyle": "round"}
        )
    elif kind == QgsWkbTypes.GeometryType.PointGeometry:
        symbol = QgsMarkerSymbol.createSimple(
            {
                "name": "circle",
                "color": band.colour,
                "size": f"{band.size:.2f}",
                "outline_color": PAPER,
                "outline_width": "0.3",
            }
        )
    else:
        symbol = QgsFillSymbol.createSimple(
            {"color": band.colour, "outline_color": PAPER, "outline_width": "0.26", "joinstyle": "round"}
        )
    symbol.setOpacity(opacity)
    return symbol


def label(
    layer: QgsVectorLayer,
    text: str,
    size: float = 8.5,
    weight: str = "",
    bold: bool = False,
    middle: bool = False,
    wrap: int = 16,
) -> None:
    """Label a layer by an expression; `weight` is one of how much (0 to 10) each wants its place.

    With `middle` a label stands in the middle of all parts of its feature, and once.
    """
    settings = QgsPalLayerSettings()
    settings.fieldName = text
    settings.isExpression = True
    settings.autoWrapLength = wrap
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.setFormat(_format(size, bold))
    kind = layer.geometryType()
    if kind == QgsWkbTypes.GeometryType.PointGeometry:
        settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
        settings.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds
        settings.dist = 0.6
    elif kind == _AREAS:
        settings.placement = QgsPalLayerSettings.Placement.Horizontal
    else:
        settings.placement = QgsPalLayerSettings.Placement.Line
        settings.dist = 0.8
        settings.autoWrapLength = 0
    if middle:
        settings.placement = QgsPalLayerSettings.Placement.OverPoint
        settings.geometryGenerator = "point_on_surface($geometry)" if kind == _AREAS else "centroid($geometry)"
        settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PointGeometry
        settings.geometryGeneratorEnabled = True
    if weight:
        properties = QgsPropertyCollection()
        properties.setProperty(QgsPalLayerSettings.Property.Priority, QgsProperty.fromExpression(weight))
        settings.setDataDefinedProperties(properties)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _format(size: float, bold: bool) -> QgsTextFormat:
    font = QFont()
    font.setBold(bold)
    text = QgsTextFormat()
    text.setFont(font)
    text.setSize(size)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(QColor(INK))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor(255, 255, 255, 220))
    text.setBuffer(halo)
    return text


def apart(places: Sequence[tuple[float, float]], count: int) -> list[int]:
    """A number below `count` for each place, so that places near each other have others.

    Each takes the number whose nearest place is the farthest away, of those that are nowhere yet the lowest.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    numbers = []
    for place in places:
        room = [min((dist(place, other) for other in others), default=inf) for others in taken]
        best = -max((away, -number) for number, away in enumerate(room))[1]
        taken[best].append(place)
        numbers.append(best)
    return numbers
