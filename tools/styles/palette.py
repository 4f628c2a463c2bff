# SPDX-License-Identifier: GPL-2.0-or-later
"""Colours after Okabe and Ito (2008), which stay apart for the colour blind."""

INK = "#1b2631"
PAPER = "#ffffff"
SLATE = "#5d6d7e"
BLUE = "#0072b2"
GREEN = "#009e73"
VERMILION = "#d55e00"
PURPLE = "#b0568c"
ORANGE = "#e69f00"

KANS = GREEN
OPGAVE = VERMILION
PROFIEL = SLATE
NETWORK = BLUE
SPHERE = PURPLE
VACANCY = ORANGE
LIMIT = VERMILION


def rgba(colour: str, opacity: float = 1.0) -> str:
    """Return a colour as QGIS writes it in symbol properties: red,green,blue,opacity."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"{red},{green},{blue},{round(255 * opacity)}"
