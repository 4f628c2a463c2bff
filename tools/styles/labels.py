# SPDX-License-Identifier: GPL-2.0-or-later
"""Labels with a white buffer, shown by scale. No font is named: the user's own is used and none is ever missing."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import (
    QgsLabeling,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRuleBasedLabeling,
    QgsTextBackgroundSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor, QFont

from .palette import INK, PAPER

# The northern or southern part of an area, by a number that the place keeps: areas around the same city differ.
_PART = (
    "intersection($geometry, translate(bounds($geometry), 0, "
    'if(length("id") % 2, 0.6, -0.6) * bounds_height($geometry)))'
)


# To the right of its point, or in the middle above or below it: nowhere else may it seem the name of another point.
_AFTER = "R,T,B"


class Label(NamedTuple):
    """A rule of labels: what it says, of which features, from which scale on (its denominator)."""

    text: str
    filter: str = ""
    smallest_scale: int = 0
    largest_scale: int = 0
    colour: str = INK
    size: float = 8.5
    bold: bool = False
    italic: bool = False
    spacing: float = 0.0
    placement: str = "around"  # around, after (a point), along, inside, beside (in or next to an area)
    distance: float = 2.2
    wrap: int = 18
    priority: int = 5
    box: str = ""  # colour of a plate behind the text, which then is white
    buffer: float = 1.0
    repeat: float = 0.0
    apart: bool = False  # away from the middle of an area, where what it is named after lies and other areas' names
    fuzzy: bool = True  # its features say what is fuzzy or past


def labeling(*labels: Label) -> QgsRuleBasedLabeling:
    root = QgsRuleBasedLabeling.Rule(None)
    for label in labels:
        rule = QgsRuleBasedLabeling.Rule(_settings(label))
        rule.setDescription(label.text)
        rule.setFilterExpression(label.filter)
        rule.setMinimumScale(label.smallest_scale)
        rule.setMaximumScale(label.largest_scale)
        root.appendChild(rule)
    return QgsRuleBasedLabeling(root)


def _format(label: Label) -> QgsTextFormat:
    font = QFont()
    font.setBold(label.bold)
    font.setItalic(label.italic)
    if label.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, label.spacing)
    text = QgsTextFormat()
    text.setFont(font)
    text.setSize(label.size)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(QColor(PAPER if label.box else label.colour))
    if label.box:
        plate = QgsTextBackgroundSettings()
        plate.setEnabled(True)
        plate.setType(QgsTextBackgroundSettings.ShapeType.ShapeRectangle)
        plate.setSizeType(QgsTextBackgroundSettings.SizeType.SizeBuffer)
        plate.setSize(QSizeF(0.8, 0.3))
        plate.setRadii(QSizeF(0.5, 0.5))
        plate.setFillColor(QColor(label.box))
        plate.setStrokeColor(QColor(PAPER))
        plate.setStrokeWidth(0.3)
        text.setBackground(plate)
    elif label.buffer:
        halo = QgsTextBufferSettings()
        halo.setEnabled(True)
        halo.setSize(label.buffer)
        halo.setColor(QColor(255, 255, 255, 225))
        text.setBuffer(halo)
    return text


def _settings(label: Label) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = label.text
    settings.isExpression = True
    settings.autoWrapLength = label.wrap
    settings.priority = label.priority
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.setFormat(_format(label))
    if label.fuzzy:
        settings.setDataDefinedProperties(_italics())
    placements = QgsPalLayerSettings.Placement
    if label.placement in ("around", "after"):
        settings.placement = placements.OrderedPositionsAroundPoint
        settings.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds
        settings.dist = label.distance
        settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiFollowPlacement
        if label.placement == "after":
            settings.dataDefinedProperties().setProperty(
                QgsPalLayerSettings.Property.PredefinedPositionOrder, QgsProperty.fromValue(_AFTER)
            )
    elif label.placement == "along":
        settings.placement = placements.Line if label.box else placements.Curved
        settings.lineSettings().setPlacementFlags(_line_flags(label))
        settings.dist = 0 if label.box else 1.2
        settings.repeatDistance = label.repeat
        settings.autoWrapLength = 0
    else:
        settings.placement = placements.Horizontal
        if label.apart:
            settings.geometryGenerator = _PART
            settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PolygonGeometry
            settings.geometryGeneratorEnabled = True
        if label.placement == "beside":
            flags = QgsLabeling.PolygonPlacementFlag
            settings.setPolygonPlacementFlags(
                QgsLabeling.PolygonPlacementFlags(
                    flags.AllowPlacementInsideOfPolygon | flags.AllowPlacementOutsideOfPolygon
                )
            )
    return settings


def _line_flags(label: Label) -> QgsLabeling.LinePlacementFlags:
    flags = QgsLabeling.LinePlacementFlag
    return QgsLabeling.LinePlacementFlags(flags.OnLine if label.box else flags.AboveLine | flags.MapOrientation)


def _italics() -> QgsPropertyCollection:
    """Names of what is fuzzy or past are in italics."""
    properties = QgsPropertyCollection()
    properties.setProperty(
        QgsPalLayerSettings.Property.Italic, QgsProperty.fromExpression('"zekerheid" = \'vaag\' or "historisch"')
    )
    return properties
