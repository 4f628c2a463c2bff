# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles of the limits of urbanisation."""

from __future__ import annotations

from . import palette as p
from . import symbols as s
from .labels import Label
from .rules import EXACT, FUZZY, INDICATIVE, NAME, Rule, Style, fuzzy_line


def no_limit() -> Style:
    # A wide ring, so that it shows around the symbol of the city beside which it lies.
    symbol = s.points(
        s.marker("circle", "0,0,0,0", 12.0, p.PAPER, 1.7),
        s.marker("circle", "0,0,0,0", 12.0, p.INK, 0.7, outline_style="dash"),
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
            Rule(
                "Harde grens, indicatief getekend",
                f"not {EXACT} and not {FUZZY}",
                s.lines(*core, s.line(p.LIMIT, 1.2, dash="5.4;1.4")),
            ),
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
    cross = s.stipple(
        s.points(s.marker("cross2", p.PAPER, 2.3, p.PAPER, 0.8), s.marker("cross2", p.LIMIT, 1.8, p.LIMIT, 0.4)), 5.0
    )
    return Style(
        "vlak",
        (
            Rule("Uitbreiding ongewenst, zonder grens", FUZZY, s.areas(s.fade(p.LIMIT, 0.38), s.inset(cross))),
            Rule(
                "Uitbreiding ongewenst, indicatief getekend",
                "ELSE",
                s.areas(s.wash(p.LIMIT, 0.25), cross, *s.outline(p.LIMIT, 0.5, INDICATIVE)),
            ),
        ),
        (Label(NAME, "", 150000, placement="inside", priority=6, wrap=20),),
    )
