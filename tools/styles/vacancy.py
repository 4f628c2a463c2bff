# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles of centres and areas with vacancy."""

from __future__ import annotations

from . import palette as p
from . import symbols as s
from .labels import Label
from .rules import DRAWN, EXACT, FUZZY, INDICATIVE, NAME, Rule, Style, kind

# Without the title of the source, which the map tip has; what was measured, and by whom, stays. The names of the
# cities are those of their own layer.
FIGURES = (
    "trim(if(\"soort\" = 'stad', '', \"naam\" || char(10)) || "
    r"""regexp_replace(coalesce("cijfers", ''), '\\((\\d{4})-\\d\\d-\\d\\d, [^\\n]*\\)', '(\\1)'))"""
)


def vacancy_centres() -> Style:
    known = s.grown(
        s.points(
            s.marker("square", p.PAPER, 6.0, p.INK, 0.25),
            s.marker("square", p.PAPER, 4.4, p.INK, 0.45),
            s.marker("half_square", p.VACANCY, 4.4, p.INK, 0.45),
        )
    )
    unknown = s.grown(
        s.points(s.marker("square", p.PAPER, 4.2, p.INK, 0.2), s.marker("square", p.PAPER, 2.8, p.INK, 0.45))
    )
    return Style(
        "punt",
        (
            Rule("Centrum met leegstandscijfers", "\"cijfers\" <> ''", s.beside_badge(known, "4.6,4.6")),
            Rule("Centrum zonder leegstandscijfer in de bronnen", "ELSE", s.beside_badge(unknown, "4.6,4.6")),
        ),
        (
            Label(FIGURES, "", 200000, wrap=0, priority=8, size=8.5),
            Label(NAME, f"not {kind('stad')}", 1500000, 200000, bold=True, size=9, priority=8),
        ),
    )


def vacancy_areas() -> Style:
    cross = (s.hatch(p.INK, 45, 2.2, 0.2, 0.75), s.hatch(p.INK, 135, 2.2, 0.2, 0.75))
    # Too small to read at its scale it would only soil the symbol of the city on which it lies.
    large = f"coalesce({s.RADIUS} > 2.5, true)"
    return Style(
        "vlak",
        (
            Rule("Vaag: zonder grens", f"{FUZZY} and {large}", s.areas(s.fade(p.VACANCY, 0.55), s.inset(*cross))),
            Rule(
                "Indicatief getekend",
                f"{DRAWN} and {large}",
                s.areas(s.wash(p.VACANCY, 0.4), *cross, *s.outline(p.INK, 0.45, INDICATIVE)),
            ),
            Rule("Exact", f"{EXACT} and {large}", s.areas(s.wash(p.VACANCY, 0.4), *cross, *s.outline(p.INK, 0.45))),
        ),
        (Label(NAME, "", 60000, placement="beside", priority=6),),
    )
