# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles of the urban network."""

from __future__ import annotations

from qgis.core import QgsProperty

from . import palette as p
from . import symbols as s
from .labels import Label
from .rules import EXACT, FUZZY, INDICATIVE, NAME, Rule, Style, fuzzy_line


def cities() -> Style:
    letter = "coalesce(\"letter\", '')"
    dot = s.marker("circle", p.PAPER, 2.2)
    dot.setDataDefinedProperty(dot.Property.PropertyLayerEnabled, QgsProperty.fromExpression(f"{letter} = ''"))
    badge = s.points(
        s.marker("circle", p.PAPER, 8.6, p.INK, 0.25),
        s.marker("circle", p.INK, 7.2),
        dot,
        s.written(letter, p.PAPER, 4.6),
    )
    return Style(
        "punt",
        (Rule("Stad van het verhaal", "", badge),),
        (
            Label(
                NAME,
                "",
                900000,
                placement="after",
                bold=True,
                size=11.5,
                priority=10,
                distance=1.2,
                buffer=1.3,
            ),
        ),
        on_top=True,
    )


def towns() -> Style:
    return Style(
        "punt",
        (Rule("Andere kern", "", s.cased_marker("circle", p.INK, 2.0)),),
        (Label(NAME, "", 800000, size=8.5, priority=7, distance=1.0),),
    )


def links() -> Style:
    band = s.lines(s.line(p.PAPER, 3.0, 0.75), s.line(p.NETWORK, 2.0, 0.85), s.line(p.PAPER, 0.5, 0.9, dash="3;2"))
    return Style(
        "lijn",
        (
            Rule("Verbinding, schematisch", f"not {FUZZY}", band),
            Rule("Verbinding naar een vaag gebied", FUZZY, fuzzy_line(p.NETWORK)),
        ),
        (Label(NAME, FUZZY, 400000, placement="along", colour="#004f7c", size=8, italic=True),),
    )


def networks() -> Style:
    return Style(
        "vlak",
        (
            Rule("Stedelijk netwerk, zonder grens", FUZZY, s.areas(s.fade(p.NETWORK, 0.36, 10))),
            Rule(
                "Stedelijk netwerk, indicatief getekend",
                "ELSE",
                s.areas(s.wash(p.NETWORK, 0.2), *s.outline(p.NETWORK, 0.5, INDICATIVE)),
            ),
        ),
        (
            Label(
                'upper("naam")',
                "",
                1500000,
                40000,
                placement="inside",
                apart=True,
                colour="#004f7c",
                size=8.5,
                spacing=1.2,
                bold=True,
                wrap=20,
            ),
        ),
    )


def spheres() -> Style:
    of_city = "coalesce(\"stad_id\", '') <> ''"
    rings = s.stipple(s.points(s.marker("circle", "0,0,0,0", 1.5, p.SPHERE, 0.35)), 5.0)
    rows = s.hatch(p.SLATE, 0, 3.4, 0.3, 0.7, dash="2;2.2")
    return Style(
        "vlak",
        (
            Rule(
                "Gericht op een stad, zonder grens: ringen",
                f"{FUZZY} and {of_city}",
                s.areas(s.fade(p.SPHERE, 0.34, 9), s.inset(rings)),
            ),
            Rule(
                "Streek, zonder grens: liggende streepjes",
                f"{FUZZY} and not {of_city}",
                s.areas(s.fade(p.SLATE, 0.34, 9), s.inset(rows)),
            ),
            Rule(
                "Indicatief getekend",
                f"not {FUZZY}",
                s.areas(s.wash(p.SPHERE, 0.15), *s.outline(p.SPHERE, 0.5, INDICATIVE)),
            ),
        ),
        (Label(NAME, "", 900000, 40000, placement="inside", apart=True, italic=True, size=8.5, wrap=20),),
    )


def agendas() -> Style:
    """Areas that overlap: each with a colour and a direction of hatch of its own, by a number that the place keeps."""
    turn = 'length("id") % 4'
    colour = QgsProperty.fromExpression(
        f"coalesce(array_get(array('{p.BLUE}', '{p.VERMILION}', '{p.GREEN}', '{p.PURPLE}'), {turn}), '{p.BLUE}')"
    )
    stripes = s.hatch(p.BLUE, 20, 3.0, 0.3, 0.6)
    stripes.setDataDefinedProperty(
        stripes.Property.PropertyLineAngle, QgsProperty.fromExpression(f"20 + 45 * ({turn})")
    )
    stripe = stripes.subSymbol().symbolLayer(0)
    rim = s.areas(*s.outline(p.BLUE, 0.9, "4;1.6"))
    for stroke in (stripe, rim.symbolLayer(1)):
        stroke.setDataDefinedProperty(stroke.Property.PropertyStrokeColor, colour)
    return Style(
        "vlak",
        (
            Rule(
                "Regionale agenda of samenwerking, indicatief getekend",
                f"not {FUZZY}",
                s.areas(stripes, *rim.symbolLayers()),
            ),
            Rule(
                "Regionale agenda of samenwerking, zonder grens", FUZZY, s.areas(s.fade(p.BLUE, 0.3), s.inset(stripes))
            ),
        ),
        (Label(NAME, "", 900000, 40000, placement="inside", bold=True, size=9, wrap=22),),
    )


def municipalities() -> Style:
    return Style(
        "vlak",
        (
            Rule("Gemeente, officiële grens", EXACT, s.areas(s.line(p.PAPER, 0.8, 0.4), s.line(p.SLATE, 0.35))),
            Rule(
                "Gemeente, afgeleid van de ligging van kernen",
                "ELSE",
                s.areas(s.line(p.PAPER, 0.8, 0.4), s.line(p.SLATE, 0.35, dash="1.8;1.2")),
            ),
        ),
        (Label(NAME, "", 500000, 60000, placement="inside", colour=p.SLATE, size=8, priority=2),),
    )


def province() -> Style:
    dash = "6;1.4;1.4;1.4"
    rim = s.lines(s.line(p.PAPER, 2.2, 0.6, dash), s.line(p.SLATE, 1.1, dash=dash))
    return Style(
        "vlak",
        (
            Rule("Provincie, officiële grens", EXACT, s.areas(s.wash(p.SLATE, 0.06), *rim.symbolLayers())),
            Rule("Provincie, vereenvoudigd", "ELSE", s.areas(s.wash(p.SLATE, 0.06), *rim.symbolLayers())),
        ),
        (),
    )
