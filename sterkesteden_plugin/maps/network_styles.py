# SPDX-License-Identifier: GPL-2.0-or-later
"""How the live layers of the page Network look: by attributes of the features, so that a change redraws and no more."""

from __future__ import annotations

from qgis.core import (
    QgsExpression,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..dutch import number
from ..i18n import tr

OUTWARD, INWARD = "#0072b2", "#d55e00"  # ties of one zone: where its residents work, where its workers live
_INK = "#1b2631"
_STRIPES = 1.8  # millimetres between two stripes
_WIDEST = 4.0  # millimetres of the widest line
_THINNEST = 0.2
_FILL = 0.72  # opacity of a zone that is wholly of its region
_STRIPE = 0.92  # and of the stripes over it


def style_zones(layer: QgsVectorLayer, areas: bool) -> None:
    """The region as fill, a second region as stripes over it; points are circles in circles."""
    layer.setRenderer(QgsSingleSymbolRenderer(_area_symbol() if areas else _point_symbol()))
    settings = QgsPalLayerSettings()
    name = QgsExpression.quotedString(tr("region of {}"))
    settings.fieldName = f'CASE WHEN "midden" = 1 THEN replace({name}, \'{{}}\', "gebied") END'
    settings.isExpression = True
    form = QgsTextFormat()
    slanted = QFont()
    slanted.setItalic(True)
    form.setFont(slanted)
    form.setSize(8)
    form.setColor(QColor(_INK))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.9)
    halo.setColor(QColor("#ffffff"))
    form.setBuffer(halo)
    settings.setFormat(form)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    parts = ("naam", "gebied", "gebied2")
    layer.setMapTipTemplate("<br>".join(f"[% {_escaped(part)} %]" for part in parts))


def _escaped(field: str) -> str:
    """A field as plain text in a map tip."""
    text = f"coalesce(\"{field}\", '')"
    for sign, code in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = f"replace({text}, '{sign}', '{code}')"
    return text


def _area_symbol() -> QgsFillSymbol:
    fill = QgsSimpleFillSymbolLayer(QColor("#ffffff"))
    fill.setStrokeColor(QColor(255, 255, 255, 200))
    fill.setStrokeWidth(0.3)
    fill.setStrokeStyle(Qt.PenStyle.SolidLine)
    tint = f'set_color_part("kleur", \'alpha\', 255 * {_FILL} * "dekking")'
    opaque = f"CASE WHEN \"kleur\" = '' THEN '0,0,0,0' ELSE {tint} END"
    fill.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyFillColor, QgsProperty.fromExpression(opaque))
    stripes = QgsLinePatternFillSymbolLayer()
    stripes.setLineAngle(45)
    stripes.setDistance(_STRIPES)
    line = QgsLineSymbol.createSimple({"line_color": "#000000", "line_width": "0.8", "capstyle": "flat"})
    tone = f"set_color_part(coalesce(nullif(\"kleur2\", ''), '#ffffff'), 'alpha', 255 * {_STRIPE} * \"dekking\")"
    line.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyStrokeColor, QgsProperty.fromExpression(tone)
    )
    wide = f'{_STRIPES} * "deel2"'
    line.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyStrokeWidth, QgsProperty.fromExpression(wide)
    )
    stripes.setSubSymbol(line)
    stripes.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyLayerEnabled, QgsProperty.fromExpression('"deel2" > 0')
    )
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, fill)
    symbol.appendSymbolLayer(stripes)
    return symbol


def _point_symbol() -> QgsMarkerSymbol:
    symbol = QgsMarkerSymbol()
    for at, (colour, size) in enumerate((("kleur", 4.2), ("kleur2", 2.2))):
        dot = QgsSimpleMarkerSymbolLayer()
        dot.setSize(size)
        dot.setStrokeColor(QColor("#ffffff"))
        dot.setDataDefinedProperty(
            QgsSymbolLayer.Property.PropertyFillColor,
            QgsProperty.fromExpression(f"coalesce(nullif(\"{colour}\", ''), '#ffffff')"),
        )
        if at:
            dot.setDataDefinedProperty(
                QgsSymbolLayer.Property.PropertyLayerEnabled, QgsProperty.fromExpression('"deel2" > 0')
            )
            symbol.appendSymbolLayer(dot)
        else:
            symbol.changeSymbolLayer(0, dot)
    return symbol


def style_flows(layer: QgsVectorLayer) -> None:
    """Wider where more flows; the bend tells the direction."""
    root = QgsRuleBasedRenderer.Rule(None)
    rule = QgsRuleBasedRenderer.Rule(_line_symbol(_INK, 150))
    root.appendChild(rule)
    renderer = QgsRuleBasedRenderer(root)
    layer.setRenderer(renderer)


def filter_flows(layer: QgsVectorLayer, least: float) -> None:
    """Draw only flows with this share (0 to 1) or more; no feature is touched."""
    rule = layer.renderer().rootRule().children()[0]
    rule.setFilterExpression(f'"aandeel" >= {least - 1e-9:.9f}')
    rule.setLabel(tr("{}% of residents’ jobs or more").format(number(least * 100)))
    layer.emitStyleChanged()
    layer.triggerRepaint()


def style_ties(layer: QgsVectorLayer) -> None:
    """Out and in differ by colour and, as all flows, by the side of their bend."""
    root = QgsRuleBasedRenderer.Rule(None)
    sides = (("uit", OUTWARD, tr("where residents work")), ("in", INWARD, tr("where workers live")))
    for key, colour, label in sides:
        rule = QgsRuleBasedRenderer.Rule(_line_symbol(colour, 230))
        rule.setFilterExpression(f"\"richting\" = '{key}'")
        rule.setLabel(label)
        root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))


def _line_symbol(colour: str, opacity: int) -> QgsSymbol:
    tone = QColor(colour)
    tone.setAlpha(opacity)
    symbol = QgsLineSymbol.createSimple({"line_width": "0.5", "capstyle": "round", "joinstyle": "round"})
    symbol.setColor(tone)
    symbol.symbolLayer(0).setWidthUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    wide = f'{_THINNEST} + {_WIDEST - _THINNEST} * "breedte"'
    symbol.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyStrokeWidth, QgsProperty.fromExpression(wide)
    )
    return symbol
