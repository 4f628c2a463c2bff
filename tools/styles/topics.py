# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles of all places that an item names: kansen and opgaven."""

from __future__ import annotations

from qgis.core import QgsMarkerSymbol, QgsProperty

from . import palette as p
from . import symbols as s
from .labels import Label
from .rules import DRAWN, EXACT, FUZZY, INDICATIVE, NAME, WITH_KANS, WITH_OPGAVE, Rule, Style, fuzzy_line, kind, topic


def topic_points() -> Style:
    historic = s.grown(
        s.points(
            s.marker("circle", "0,0,0,0", 7.2, p.PAPER, 1.0),
            s.marker("circle", "0,0,0,0", 7.2, p.INK, 0.4, outline_style="dot"),
        )
    )
    both = s.grown(
        s.points(
            s.marker("square", p.PAPER, 5.2, p.INK, 0.2),
            s.marker("square", p.OPGAVE, 3.7),
            s.marker("diagonal_half_square", p.KANS, 3.7),
        )
    )

    def aside(symbol: QgsMarkerSymbol) -> QgsMarkerSymbol:
        return s.beside_badge(symbol, "-4.4,4.4")

    # The names of the cities are those of their own layer, which every view of the story has.
    return Style(
        "punt",
        (
            Rule("Kans", topic("kans"), aside(s.cased_marker("triangle", p.KANS, 3.9))),
            Rule("Opgave", topic("opgave"), aside(s.cased_marker("square", p.OPGAVE, 3.4))),
            Rule("Kans en opgave", topic("kans en opgave"), aside(both)),
            Rule("Profiel van een stad", topic("profiel"), aside(s.cased_marker("circle", p.PROFIEL, 2.8))),
            Rule("Historisch: is er niet meer, of was het begin", '"historisch"', historic),
        ),
        (
            Label(NAME, f"not {kind('stad')}", 60000, priority=6),
            Label(NAME, kind("kern", "station", "knooppunt"), 250000, 60000, size=8, priority=6),
        ),
    )


def topic_lines() -> Style:
    tick = s.points(s.marker("line", p.INK, 1.7, p.INK, 0.35))
    wave = s.lines(s.line(p.PAPER, 2.2, 0.85), s.line(p.BLUE, 1.3), s.line("#a9d3ee", 0.4))
    arrow = s.points(s.marker("filled_arrowhead", p.SLATE, 2.6, p.PAPER, 0.2))
    kans = s.lines(s.line(p.PAPER, 1.2, 0.8, offset=1.7), s.along(s.points(s.marker("circle", p.KANS, 0.95)), 1.7, 1.7))
    opgave = s.lines(s.line(p.PAPER, 1.2, 0.8, offset=-1.7), s.line(p.OPGAVE, 0.7, offset=-1.7))
    fuzzy_opgave = s.lines(
        s.line(p.OPGAVE, 1.6, 0.15, offset=-1.9), s.line(p.OPGAVE, 0.5, 0.9, dash="1.8;2.4", offset=-1.9)
    )
    return Style(
        "lijn",
        (
            Rule("Met een kans: puntlijn ernaast", WITH_KANS, kans),
            Rule("Met een opgave: lijn ernaast", f"{WITH_OPGAVE} and not {FUZZY}", opgave),
            Rule("Met een opgave, vaag: streepjes ernaast", f"{WITH_OPGAVE} and {FUZZY}", fuzzy_opgave),
            Rule("Weg", f"{kind('weg')} and not {FUZZY}", s.cased_line(p.SLATE, 1.1)),
            Rule(
                "Spoorlijn",
                f"{kind('spoorlijn')} and not {FUZZY}",
                s.lines(s.line(p.PAPER, 1.6, 0.85), s.line(p.INK, 0.5), s.along(tick, 2.6)),
            ),
            Rule("Vaarweg", f"{kind('vaarweg')} and not {FUZZY}", wave),
            Rule(
                "Verbinding, schematisch",
                f"{kind('verbinding')} and not {FUZZY}",
                s.lines(s.line(p.PAPER, 1.7, 0.85), s.line(p.SLATE, 0.7, dash="3;1.6"), *s.at_ends(arrow)),
            ),
            Rule(
                "Grens, rand of andere lijn",
                f"not {kind('weg', 'spoorlijn', 'vaarweg', 'verbinding')} and not {FUZZY}",
                s.cased_line(p.INK, 0.8, "5;1.6"),
            ),
            Rule("Vaag: richting of wens, zonder vaste plek", FUZZY, fuzzy_line(p.SLATE)),
        ),
        (
            Label(
                '"sleutel"',
                f"{kind('weg')} and \"sleutel\" <> ''",
                400000,
                placement="along",
                box=p.SLATE,
                bold=True,
                size=7.5,
                repeat=70,
            ),
            Label(
                NAME,
                f"not {kind('weg')} or coalesce(\"sleutel\", '') = ''",
                200000,
                placement="along",
                colour=p.SLATE,
                size=8,
                repeat=90,
            ),
        ),
    )


def topic_areas() -> Style:
    colour = "CASE WHEN {} THEN '{}' WHEN {} THEN '{}' ELSE '{}' END".format(
        topic("kans"), p.KANS, topic("opgave"), p.OPGAVE, p.PROFIEL
    )
    dots = s.stipple(s.points(s.marker("circle", p.rgba(p.PAPER, 0.6), 1.1), s.marker("circle", p.KANS, 0.8)), 3.2)
    stripes = s.hatch(p.OPGAVE, 45, 3.0, 0.35, 0.85, dash="2.4;1.2")
    for pattern in (dots, stripes):
        s.receding(pattern, *pattern.subSymbol().symbolLayers())
    drawn = s.areas(s.wash(p.SLATE, 0.12), *s.outline(p.SLATE, 0.5, INDICATIVE))
    exact = s.areas(s.wash(p.SLATE, 0.12), *s.outline(p.SLATE, 0.5))
    for symbol in (drawn, exact):
        fill, stroke = symbol.symbolLayer(0), symbol.symbolLayer(2)
        fill.setDataDefinedProperty(
            fill.Property.PropertyFillColor,
            QgsProperty.fromExpression(f"set_color_part({colour}, 'alpha', {s.lighter(0.2)})"),
        )
        stroke.setDataDefinedProperty(stroke.Property.PropertyStrokeColor, QgsProperty.fromExpression(colour))
    # The pattern of an area that is larger than a screen says nothing any more.
    in_view = f"coalesce({s.RADIUS} < 200, true)"
    return Style(
        "vlak",
        (
            Rule("Vaag: zonder grens", FUZZY, s.areas(s.fade(colour, 0.34, neutral=p.SLATE))),
            Rule("Indicatief getekend", DRAWN, drawn),
            Rule("Exact", EXACT, exact),
            Rule("Met een kans: stippen", f"{WITH_KANS} and {in_view}", s.areas(s.inset(dots))),
            Rule("Met een opgave: arcering", f"{WITH_OPGAVE} and {in_view}", s.areas(s.inset(stripes))),
        ),
        (
            Label(
                NAME,
                f"area($geometry) > 30000000 and not {kind('gemeente')}",
                500000,
                50000,
                placement="inside",
                apart=True,
                priority=4,
            ),
            Label(NAME, "area($geometry) <= 30000000", 90000, placement="beside", priority=5),
        ),
    )
