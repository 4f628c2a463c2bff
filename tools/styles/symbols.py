# SPDX-License-Identifier: GPL-2.0-or-later
"""Parts of symbols: markers, lines and fills with a white casing, and fills with a soft edge. Sizes in millimetres."""

from __future__ import annotations

from typing import Any, TypeVar

from qgis.core import (
    QgsFillSymbol,
    QgsFontMarkerSymbolLayer,
    QgsGeometryGeneratorSymbolLayer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPointPatternFillSymbolLayer,
    QgsProperty,
    QgsShapeburstFillSymbolLayer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
)

from .palette import INK, PAPER, rgba

_Symbol = TypeVar("_Symbol", QgsMarkerSymbol, QgsLineSymbol, QgsFillSymbol)

# Radius of a circle as large as the area, in millimetres on the map.
RADIUS = "sqrt(area($geometry) / pi()) / @map_scale * 1000"
_FADE = 7.0


def marker(
    shape: str, colour: str, size: float, stroke: str | None = None, width: float = 0.0, **more: Any
) -> QgsSymbolLayer:
    """Return one shape; `more` takes further properties of QGIS's simple marker."""
    properties = {
        "name": shape,
        "color": colour if "," in colour else rgba(colour),
        "size": str(size),
        "outline_style": "no" if stroke is None else "solid",
        "outline_color": rgba(stroke or INK),
        "outline_width": str(width),
        "joinstyle": "miter",
    }
    properties.update({key: str(value) for key, value in more.items()})
    return QgsSimpleMarkerSymbolLayer.create(properties)


def written(expression: str, colour: str, size: float) -> QgsSymbolLayer:
    """Return the text of an expression as a marker; the font is any that the machine has for this name."""
    layer = QgsFontMarkerSymbolLayer.create({"font": "Sans Serif", "chr": "", "size": str(size), "color": rgba(colour)})
    layer.setFontStyle("Bold")
    layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyCharacter, QgsProperty.fromExpression(expression))
    return layer


def cased_marker(shape: str, colour: str, size: float, *above: QgsSymbolLayer) -> QgsMarkerSymbol:
    """Return a shape on a white one with a thin dark outline, so that it shows on any background."""
    return grown(points(marker(shape, PAPER, size * 1.45, INK, 0.2), marker(shape, colour, size), *above))


def points(*layers: QgsSymbolLayer) -> QgsMarkerSymbol:
    return _filled(QgsMarkerSymbol(), layers)


def grown(symbol: QgsMarkerSymbol, near: float = 1.15, far: float = 0.65) -> QgsMarkerSymbol:
    """Let a symbol grow a little as the map comes closer: from 1:500,000 to 1:10,000."""
    size = symbol.size()
    symbol.setDataDefinedSize(
        QgsProperty.fromExpression(
            f"scale_exp(coalesce(@map_scale, 100000), 10000, 500000, {size * near:.2f}, {size * far:.2f}, 0.5)"
        )
    )
    return symbol


def beside_badge(symbol: QgsMarkerSymbol, offset: str) -> QgsMarkerSymbol:
    """Draw a symbol of a city beside the point, so that the letter of the city stays free; any other at its place."""
    for layer in symbol.symbolLayers():
        layer.setDataDefinedProperty(
            QgsSymbolLayer.Property.PropertyOffset,
            QgsProperty.fromExpression(f"if(coalesce(\"soort\", '') = 'stad', '{offset}', '0,0')"),
        )
    return symbol


def line(
    colour: str, width: float, opacity: float = 1.0, dash: str | None = None, offset: float = 0.0, cap: str = "round"
) -> QgsSymbolLayer:
    """Return a line; `dash` is lengths of dashes and gaps ("4;2")."""
    return QgsSimpleLineSymbolLayer.create(
        {
            "line_color": rgba(colour, opacity),
            "line_width": str(width),
            "use_custom_dash": "1" if dash else "0",
            "customdash": dash or "",
            "customdash_unit": "MM",
            "offset": str(offset),
            "capstyle": cap if dash is None or dash.startswith("0.") else "flat",
            "joinstyle": "round",
        }
    )


def lines(*layers: QgsSymbolLayer) -> QgsLineSymbol:
    return _filled(QgsLineSymbol(), layers)


def cased_line(colour: str, width: float, dash: str | None = None) -> QgsLineSymbol:
    return lines(line(PAPER, width + 1.0, 0.85), line(colour, width, dash=dash))


def along(marker_symbol: QgsMarkerSymbol, every: float, offset: float = 0.0) -> QgsSymbolLayer:
    """Return markers along a line."""
    layer = QgsMarkerLineSymbolLayer(True, every)
    layer.setSubSymbol(marker_symbol)
    layer.setOffset(offset)
    return layer


def at_ends(marker_symbol: QgsMarkerSymbol) -> list[QgsSymbolLayer]:
    """Return a marker at the last vertex of a line."""
    layer = QgsMarkerLineSymbolLayer(True)
    layer.setSubSymbol(marker_symbol)
    layer.setPlacement(QgsMarkerLineSymbolLayer.Placement.LastVertex)
    return [layer]


def areas(*layers: QgsSymbolLayer) -> QgsFillSymbol:
    return _filled(QgsFillSymbol(), layers)


def wash(colour: str, opacity: float) -> QgsSymbolLayer:
    return QgsSimpleFillSymbolLayer.create({"color": rgba(colour, opacity), "outline_style": "no"})


def outline(colour: str, width: float, dash: str | None = None) -> list[QgsSymbolLayer]:
    """Return an outline on a white one that is broken where it is."""
    return [line(PAPER, width + 0.9, 0.7, dash), line(colour, width, dash=dash)]


def fade(colour: str, opacity: float, reach: float = _FADE, neutral: str | None = None) -> QgsSymbolLayer:
    """Return a fill without any edge: full inside, nothing at its rim; lighter as it comes to fill the map.

    `colour` is a colour, or an expression of one with `neutral` for the legend.
    """
    plain = neutral or colour
    layer = QgsShapeburstFillSymbolLayer.create(
        {
            "color": rgba(plain, 0),
            "gradient_color2": rgba(plain, opacity),
            "color_type": "0",
            "use_whole_shape": "0",
            "max_distance": str(reach),
            "distance_unit": "MM",
            "blur_radius": "0",  # a blur in two layers at once makes QGIS 3.22 wait for itself for ever
            "ignore_rings": "0",
        }
    )
    value = colour if neutral else f"'{colour}'"
    for what, expression in (
        (
            QgsSymbolLayer.Property.PropertyShapeburstMaxDistance,
            f"if({RADIUS} is null, 0.8, min({reach}, 0.7 * {RADIUS}))",
        ),
        (QgsSymbolLayer.Property.PropertyFillColor, f"set_color_part({value}, 'alpha', 0)"),
        (QgsSymbolLayer.Property.PropertySecondaryColor, f"set_color_part({value}, 'alpha', {lighter(opacity)})"),
    ):
        layer.setDataDefinedProperty(what, QgsProperty.fromExpression(expression))
    return layer


def lighter(opacity: float) -> str:
    """Return an expression of an opacity (0 to 255) that falls as an area comes to fill the map."""
    full = round(255 * opacity)
    return f"coalesce(scale_linear({RADIUS}, 15, 70, {full}, {round(full * 0.25)}), {full})"


def hatch(
    colour: str, angle: float, distance: float, width: float = 0.35, opacity: float = 0.9, dash: str | None = None
) -> QgsSymbolLayer:
    """Return parallel lines."""
    layer = QgsLinePatternFillSymbolLayer()
    layer.setLineAngle(angle)
    layer.setDistance(distance)
    layer.setSubSymbol(lines(line(colour, width, opacity, dash)))
    return layer


def stipple(symbol: QgsMarkerSymbol, distance: float) -> QgsSymbolLayer:
    """Return markers in rows that are shifted against each other."""
    layer = QgsPointPatternFillSymbolLayer()
    layer.setDistanceX(distance)
    layer.setDistanceY(distance)
    layer.setDisplacementX(distance / 2)
    layer.setSubSymbol(symbol)
    return layer


def receding(pattern: QgsSymbolLayer, *strokes: QgsSymbolLayer) -> QgsSymbolLayer:
    """Let a pattern grow wider and its strokes lighter as the area comes to fill the map, so that it hides little."""
    kinds = QgsSymbolLayer.Property
    if isinstance(pattern, QgsLinePatternFillSymbolLayer):
        distances = {kinds.PropertyLineDistance: pattern.distance()}
    else:
        distances = {kinds.PropertyDistanceX: pattern.distanceX(), kinds.PropertyDistanceY: pattern.distanceY()}
        distances[kinds.PropertyDisplacementX] = pattern.displacementX()
    for what, distance in distances.items():
        pattern.setDataDefinedProperty(what, QgsProperty.fromExpression(_by_radius(distance, 2.5 * distance)))
    for stroke in strokes:
        colour = stroke.color()
        expression = f"set_color_part('{colour.name()}', 'alpha', {_by_radius(colour.alpha(), 0.45 * colour.alpha())})"
        for what in (kinds.PropertyStrokeColor, kinds.PropertyFillColor):
            stroke.setDataDefinedProperty(what, QgsProperty.fromExpression(expression))
    return pattern


def _by_radius(small: float, large: float) -> str:
    """Return an expression of a value that changes from an area well in view to one that fills the map."""
    return f"coalesce(scale_linear({RADIUS}, 40, 160, {small:.1f}, {large:.1f}), {small:.1f})"


def inset(*layers: QgsSymbolLayer) -> QgsSymbolLayer:
    """Draw a pattern only well inside a fuzzy area, so that its end is no edge; all of any other area."""
    generator = QgsGeometryGeneratorSymbolLayer.create(
        {
            "geometryModifier": "if(\"zekerheid\" = 'vaag', buffer($geometry, "
            f"-min(3, 0.35 * {RADIUS}) * @map_scale / 1000), $geometry)",
            "SymbolType": "Fill",
        }
    )
    generator.setSubSymbol(areas(*layers))
    return generator


def _filled(symbol: _Symbol, layers: tuple[QgsSymbolLayer, ...]) -> _Symbol:
    """Replace what a new symbol holds by copies: a symbol owns its layers, and parts are used in more than one."""
    for layer in layers:
        symbol.appendSymbolLayer(layer.clone())
    symbol.deleteSymbolLayer(0)
    return symbol
