# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles of centres and areas with vacancy."""

from __future__ import annotations

from . import palette as p
from . import symbols as s
from .labels import Label
from .rules import DRAWN, EXACT, FUZZY, INDICATIVE, NAME, Rule, Style

# Without the title of the source, which the map tip has; what was measured, and by whom, stays.
FIGURES = (
    "\"naam\" || if(coalesce(\"cijfers\", '') = '', '', char(10) || "
    r"""regexp_replace("cijfers", '\\((\\d{4})-\\d\\d-\\d\\d, [^\\n]*\\)', '(\\1)'))"""
)


def vacancy_centres() -> Style:
    known = s.grown(
        s.points(
            s.marker("square", p.PAPER, 6.0, p.INK, 0.25),
            s.marker("square", p.PAPER, 4.4, p.INK, 0.45),
            s.marker("half_square", p.VACANCY, 4.4, p.INK, 0.45, angle=90),
        )
    )
    unknown = s.grown(
        s.points(s.marker("square", p.PAPER, 4.2, p.INK, 0.2), s.marker("square", p.PAPER, 2.8, p.INK, 0.45))
    )
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
            Rule(
                "Indicatief getekend",
                DRAWN,
                s.areas(s.wash(p.VACANCY, 0.4), *cross, *s.outline(p.INK, 0.45, INDICATIVE)),
            ),
            Rule("Exact", EXACT, s.areas(s.wash(p.VACANCY, 0.4), *cross, *s.outline(p.INK, 0.45))),
        ),
        (Label(NAME, "", 60000, placement="beside", priority=6),),
    )
