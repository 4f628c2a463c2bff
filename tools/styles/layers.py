# SPDX-License-Identifier: GPL-2.0-or-later
"""The style of each layer, by its name in data/layers.yaml. Colour never tells alone: shape, dash or pattern says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsProperty

from . import palette as p
from . import symbols as s
from .labels import Label

if TYPE_CHECKING:
    from qgis.core import QgsSymbol


class Rule(NamedTuple):
    """A line of the legend: its text, which features, how they look. `filter` "" is all, "ELSE" is what no other took."""

    title: str
    filter: str
    symbol: QgsSymbol


class Style(NamedTuple):
    geometry: str  # punt, lijn, vlak
    rules: tuple[Rule, ...]
    labels: tuple[Label, ...]


FUZZY = "\"zekerheid\" = 'vaag'"
DRAWN = "\"zekerheid\" = 'indicatief'"
EXACT = "\"zekerheid\" = 'exact'"
WITH_KANS = "\"item_soort\" in ('kans', 'kans en opgave')"
WITH_OPGAVE = "\"item_soort\" in ('opgave', 'kans en opgave')"
NAME = '"naam"'
# Without the title of the source, which the map tip has; what was measured, and by whom, stays.
FIGURES = (
    "\"naam\" || if(coalesce(\"cijfers\", '') = '', '', char(10) || "
    r"""regexp_replace("cijfers", '\\((\\d{4})-\\d\\d-\\d\\d, [^\\n]*\\)', '(\\1)'))"""
)


def kind(*names: str) -> str:
    return '"soort" in ({})'.format(", ".join(f"'{name}'" for name in names))


def topic(name: str) -> str:
    return f"\"item_soort\" = '{name}'"


def _hollow(symbol: s.QgsMarkerSymbol, size: float) -> s.QgsMarkerSymbol:
    symbol.appendSymbolLayer(s.marker("circle", p.PAPER, size))
    return symbol


def topic_points() -> Style:
    historic = s.grown(s.points(s.marker("circle", "0,0,0,0", 7.2, p.PAPER, 1.0), s.marker("circle", "0,0,0,0", 7.2, p.INK, 0.4, outline_style="dot")))
    both = s.grown(
        s.points(
            s.marker("square", p.PAPER, 5.2, p.INK, 0.2),
            s.marker("square", p.OPGAVE, 3.7),
            s.marker("diagonal_half_square", p.KANS, 3.7),
        )
    )
    return Style(
        "punt",
        (
            Rule("Kans", topic("kans"), s.cased_marker("triangle", p.KANS, 3.9)),
            Rule("Opgave", topic("opgave"), s.cased_marker("square", p.OPGAVE, 3.4)),
            Rule("Kans en opgave", topic("kans en opgave"), both),
            Rule("Profiel van een stad", topic("profiel"), s.cased_marker("circle", p.PROFIEL, 2.8)),
            Rule("Historisch: is er niet meer, of was het begin", '"historisch"', historic),
        ),
        (
            Label(NAME, kind("stad"), 2000000, bold=True, size=10, priority=9),
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
    fuzzy_opgave = s.lines(s.line(p.OPGAVE, 1.6, 0.15, offset=-1.9), s.line(p.OPGAVE, 0.5, 0.9, dash="1.8;2.4", offset=-1.9))
    return Style(
        "lijn",
        (
            Rule("Met een kans: puntlijn ernaast", WITH_KANS, kans),
            Rule("Met een opgave: lijn ernaast", f"{WITH_OPGAVE} and not {FUZZY}", opgave),
            Rule("Met een opgave, vaag: streepjes ernaast", f"{WITH_OPGAVE} and {FUZZY}", fuzzy_opgave),
            Rule("Weg", f"{kind('weg')} and not {FUZZY}", s.cased_line(p.SLATE, 1.1)),
            Rule("Spoorlijn", f"{kind('spoorlijn')} and not {FUZZY}", s.lines(s.line(p.PAPER, 1.6, 0.85), s.line(p.INK, 0.5), s.along(tick, 2.6))),
            Rule("Vaarweg", f"{kind('vaarweg')} and not {FUZZY}", wave),
            Rule(
                "Verbinding, schematisch",
                f"{kind('verbinding')} and not {FUZZY}",
                s.lines(s.line(p.PAPER, 1.7, 0.85), s.line(p.SLATE, 0.7, dash="3;1.6"), *s.at_ends(arrow)),
            ),
            Rule("Grens of rand", f"{kind('grens', 'rand', 'richting')} and not {FUZZY}", s.cased_line(p.INK, 0.8, "5;1.6")),
            Rule("Vaag: richting of wens, zonder vaste plek", FUZZY, fuzzy_line(p.SLATE)),
        ),
        (
            Label('"sleutel"', f"{kind('weg')} and \"sleutel\" <> ''", 400000, placement="along", box=p.SLATE, bold=True, size=7.5, repeat=70),
            Label(NAME, f"not {kind('weg')} or coalesce(\"sleutel\", '') = ''", 200000, placement="along", colour=p.SLATE, size=8, repeat=90),
        ),
    )


def fuzzy_line(colour: str) -> s.QgsLineSymbol:
    """A glow with dots in it."""
    dot = s.points(s.marker("circle", colour, 1.0, p.PAPER, 0.15))
    return s.lines(s.line(colour, 4.0, 0.10), s.line(colour, 2.6, 0.14), s.line(p.PAPER, 1.4, 0.35), s.along(dot, 2.4))


def topic_areas() -> Style:
    colour = "CASE WHEN {} THEN '{}' WHEN {} THEN '{}' ELSE '{}' END".format(
        topic("kans"), p.KANS, topic("opgave"), p.OPGAVE, p.PROFIEL
    )
    dots = s.stipple(s.points(s.marker("circle", p.rgba(p.PAPER, 0.6), 1.1), s.marker("circle", p.KANS, 0.8)), 3.2)
    stripes = s.hatch(p.OPGAVE, 45, 3.0, 0.35, 0.85, dash="2.4;1.2")
    drawn = s.areas(s.wash(p.SLATE, 0.12), *s.outline(p.SLATE, 0.5, "2.4;1.4"))
    exact = s.areas(s.wash(p.SLATE, 0.12), *s.outline(p.SLATE, 0.5))
    for symbol in (drawn, exact):
        fill, stroke = symbol.symbolLayer(0), symbol.symbolLayer(2)
        fill.setDataDefinedProperty(
            fill.Property.PropertyFillColor, QgsProperty.fromExpression(f"set_color_part({colour}, 'alpha', {s.lighter(0.2)})")
        )
        stroke.setDataDefinedProperty(stroke.Property.PropertyStrokeColor, QgsProperty.fromExpression(colour))
    # The pattern of an area that fills the map says nothing any more and hides what lies in it.
    whole = f"coalesce({s.RADIUS} < 60, true)"
    return Style(
        "vlak",
        (
            Rule("Vaag: zonder grens", FUZZY, s.areas(s.fade(colour, 0.34, neutral=p.SLATE))),
            Rule("Indicatief getekend", DRAWN, drawn),
            Rule("Exact", EXACT, exact),
            Rule("Met een kans: stippen", f"{WITH_KANS} and {whole}", s.areas(s.inset(dots))),
            Rule("Met een opgave: arcering", f"{WITH_OPGAVE} and {whole}", s.areas(s.inset(stripes))),
        ),
        (
            Label(NAME, f"area($geometry) > 30000000 and not {kind('gemeente')}", 500000, 50000, placement="inside", priority=4),
            Label(NAME, "area($geometry) <= 30000000", 90000, placement="beside", priority=5),
        ),
    )


def vacancy_centres() -> Style:
    known = s.grown(
        s.points(
            s.marker("square", p.PAPER, 6.0, p.INK, 0.25),
            s.marker("square", p.PAPER, 4.4, p.INK, 0.45),
            s.marker("half_square", p.VACANCY, 4.4, p.INK, 0.45, angle=90),
        )
    )
    unknown = s.grown(s.points(s.marker("square", p.PAPER, 4.2, p.INK, 0.2), s.marker("square", p.PAPER, 2.8, p.INK, 0.45)))
    return Style(
        "punt",
        (
            Rule("Centrum met leegstandscijfers", "\"cijfers\" <> ''", known),
            Rule("Centrum zonder leegstandscijfer in de bronnen", "ELSE", unknown),
        ),
        (
            Label(FIGURES, "", 200000, wrap=0, priority=8, size=8.5),
            Label(NAME, "", 1500000, 200000, bold=True, size=9, priority=8),
        ),
    )


def vacancy_areas() -> Style:
    cross = (s.hatch(p.INK, 45, 2.2, 0.2, 0.75), s.hatch(p.INK, 135, 2.2, 0.2, 0.75))
    return Style(
        "vlak",
        (
            Rule("Vaag: zonder grens", FUZZY, s.areas(s.fade(p.VACANCY, 0.55), s.inset(*cross))),
            Rule("Indicatief getekend", DRAWN, s.areas(s.wash(p.VACANCY, 0.4), *cross, *s.outline(p.INK, 0.45, "2.4;1.4"))),
            Rule("Exact", EXACT, s.areas(s.wash(p.VACANCY, 0.4), *cross, *s.outline(p.INK, 0.45))),
        ),
        (Label(NAME, "", 60000, placement="beside", priority=6),),
    )


def no_limit() -> Style:
    # A wide ring, so that it shows around the symbol of the city beside which it lies.
    symbol = s.points(
        s.marker("circle", "0,0,0,0", 12.0, p.PAPER, 1.7), s.marker("circle", "0,0,0,0", 12.0, p.INK, 0.7, outline_style="dash")
    )
    return Style(
        "punt",
        (Rule("Geen harde grens in de bron", "", symbol),),
        (Label(NAME, "", 400000, italic=True, priority=8, wrap=20),),
    )


def hard_limits() -> Style:
    bar = s.points(s.marker("line", p.PAPER, 3.6, p.PAPER, 1.1), s.marker("line", p.INK, 2.9, p.INK, 0.55))
    core = (s.line(p.PAPER, 2.3, 0.9), s.along(bar, 3.4))
    return Style(
        "lijn",
        (
            Rule("Harde grens, indicatief getekend", f"not {EXACT} and not {FUZZY}", s.lines(*core, s.line(p.LIMIT, 1.2, dash="5.4;1.4"))),
            Rule("Harde grens", EXACT, s.lines(*core, s.line(p.LIMIT, 1.2))),
            Rule("Harde grens, plek vaag", FUZZY, fuzzy_line(p.LIMIT)),
        ),
        (Label(NAME, "", 200000, placement="along", bold=True, size=8.5, priority=8, repeat=120),),
    )


def edges() -> Style:
    drawn = s.lines(s.line(p.PAPER, 1.8, 0.8), s.line(p.PURPLE, 0.9, dash="3;1.6"))
    return Style(
        "lijn",
        (
            Rule("Rand van stad of dorp: vraagt zorg, plek vaag", FUZZY, fuzzy_line(p.PURPLE)),
            Rule("Rand van stad of dorp, indicatief getekend", "ELSE", drawn),
        ),
        (Label(NAME, "", 80000, placement="along", colour="#7d3560", italic=True, size=8),),
    )


def directions() -> Style:
    cross = s.stipple(s.points(s.marker("cross2", p.PAPER, 2.3, p.PAPER, 0.8), s.marker("cross2", p.LIMIT, 1.8, p.LIMIT, 0.4)), 5.0)
    return Style(
        "vlak",
        (
            Rule("Uitbreiding ongewenst, zonder grens", FUZZY, s.areas(s.fade(p.LIMIT, 0.38), s.inset(cross))),
            Rule("Uitbreiding ongewenst, indicatief getekend", "ELSE", s.areas(s.wash(p.LIMIT, 0.25), cross, *s.outline(p.LIMIT, 0.5, "2.4;1.4"))),
        ),
        (Label(NAME, "", 150000, placement="inside", priority=6, wrap=20),),
    )


def cities() -> Style:
    letter = "coalesce(\"letter\", '')"
    dot = s.marker("circle", p.PAPER, 2.2)
    dot.setDataDefinedProperty(dot.Property.PropertyLayerEnabled, QgsProperty.fromExpression(f"{letter} = ''"))
    badge = s.points(s.marker("circle", p.PAPER, 8.6, p.INK, 0.25), s.marker("circle", p.INK, 7.2), dot)
    return Style(
        "punt",
        (Rule("Stad van het verhaal", "", badge),),
        (
            Label(letter, f"{letter} <> ''", colour=p.PAPER, bold=True, size=12, placement="over", always=True, buffer=0),
            Label(NAME, "", 2000000, bold=True, size=11.5, priority=10, distance=1.2, buffer=1.3),
        ),
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
            Rule("Stedelijk netwerk, indicatief getekend", "ELSE", s.areas(s.wash(p.NETWORK, 0.2), *s.outline(p.NETWORK, 0.5, "2.4;1.4"))),
        ),
        (Label('upper("naam")', "", 1500000, 40000, placement="inside", colour="#004f7c", size=8.5, spacing=1.2, bold=True, wrap=20),),
    )


def spheres() -> Style:
    of_city = "coalesce(\"stad_id\", '') <> ''"
    rings = s.stipple(s.points(s.marker("circle", "0,0,0,0", 1.5, p.SPHERE, 0.35)), 5.0)
    rows = s.hatch(p.SLATE, 0, 3.4, 0.3, 0.7, dash="2;2.2")
    return Style(
        "vlak",
        (
            Rule("Gericht op een stad, zonder grens: ringen", f"{FUZZY} and {of_city}", s.areas(s.fade(p.SPHERE, 0.34, 9), s.inset(rings))),
            Rule("Streek, zonder grens: liggende streepjes", f"{FUZZY} and not {of_city}", s.areas(s.fade(p.SLATE, 0.34, 9), s.inset(rows))),
            Rule("Indicatief getekend", f"not {FUZZY}", s.areas(s.wash(p.SPHERE, 0.15), *s.outline(p.SPHERE, 0.5, "2.4;1.4"))),
        ),
        (Label(NAME, "", 900000, 40000, placement="inside", italic=True, size=8.5, wrap=20),),
    )


def agendas() -> Style:
    """Areas that overlap: each with a colour and a direction of hatch of its own, by a number that the place keeps."""
    turn = 'length("id") % 4'
    colour = QgsProperty.fromExpression(
        f"coalesce(array_get(array('{p.BLUE}', '{p.VERMILION}', '{p.GREEN}', '{p.PURPLE}'), {turn}), '{p.BLUE}')"
    )
    stripes = s.hatch(p.BLUE, 20, 3.0, 0.3, 0.6)
    stripes.setDataDefinedProperty(stripes.Property.PropertyLineAngle, QgsProperty.fromExpression(f"20 + 45 * ({turn})"))
    stripe = stripes.subSymbol().symbolLayer(0)
    rim = s.areas(*s.outline(p.BLUE, 0.9, "4;1.6"))
    for stroke in (stripe, rim.symbolLayer(1)):
        stroke.setDataDefinedProperty(stroke.Property.PropertyStrokeColor, colour)
    return Style(
        "vlak",
        (
            Rule("Regionale agenda of samenwerking, indicatief getekend", f"not {FUZZY}", s.areas(stripes, *rim.symbolLayers())),
            Rule("Regionale agenda of samenwerking, zonder grens", FUZZY, s.areas(s.fade(p.BLUE, 0.3), s.inset(stripes))),
        ),
        (Label(NAME, "", 900000, 40000, placement="inside", bold=True, size=9, wrap=22),),
    )


def municipalities() -> Style:
    return Style(
        "vlak",
        (Rule("Gemeente, afgeleid van de ligging van kernen", "", s.areas(s.line(p.PAPER, 0.8, 0.4), s.line(p.SLATE, 0.35, dash="1.8;1.2"))),),
        (Label(NAME, "", 500000, 60000, placement="inside", colour=p.SLATE, size=8, priority=2),),
    )


def province() -> Style:
    rim = s.lines(s.line(p.PAPER, 2.6, 0.6), s.line(p.SLATE, 1.1, dash="6;1.4;1.4;1.4"))
    return Style(
        "vlak",
        (Rule("Provincie, vereenvoudigd", "", s.areas(s.wash(p.SLATE, 0.06), *rim.symbolLayers())),),
        (),
    )


STYLES = {
    "opgaven_punt": topic_points,
    "opgaven_lijn": topic_lines,
    "opgaven_vlak": topic_areas,
    "leegstand_centra_punt": vacancy_centres,
    "leegstand_gebieden": vacancy_areas,
    "grenzen_geen": no_limit,
    "grenzen_hard": hard_limits,
    "grenzen_randen": edges,
    "grenzen_richtingen": directions,
    "netwerk_steden": cities,
    "netwerk_kernen": towns,
    "netwerk_verbindingen": links,
    "netwerk_netwerken": networks,
    "netwerk_invloedsferen": spheres,
    "netwerk_agendas": agendas,
    "netwerk_gemeenten": municipalities,
    "netwerk_provincie": province,
}
