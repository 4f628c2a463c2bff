# SPDX-License-Identifier: GPL-2.0-or-later
"""What every style is made of, and the filters they share: by code lists of the schema, never by a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import palette as p
from . import symbols as s
from .labels import Label

if TYPE_CHECKING:
    from qgis.core import QgsLineSymbol, QgsSymbol


class Rule(NamedTuple):
    """A line of the legend: its text, which features ("" all, "ELSE" what no other took), how they look."""

    title: str
    filter: str
    symbol: QgsSymbol


class Style(NamedTuple):
    geometry: str  # punt, lijn, vlak
    rules: tuple[Rule, ...]
    labels: tuple[Label, ...]
    on_top: bool = False  # drawn above all other layers and their labels, wherever the layer is in the tree
    fields: dict[str, tuple[str, str]] | None = None  # name to type and alias; those of places where it is None
    name: str = "naam"  # the field by which people know a feature


FUZZY = "\"zekerheid\" = 'vaag'"
DRAWN = "\"zekerheid\" = 'indicatief'"
EXACT = "\"zekerheid\" = 'exact'"
WITH_KANS = "\"item_soort\" in ('kans', 'kans en opgave')"
WITH_OPGAVE = "\"item_soort\" in ('opgave', 'kans en opgave')"
NAME = '"naam"'
INDICATIVE = "2.4;1.4"  # the dash of an outline that is drawn as indicative


def kind(*names: str) -> str:
    return '"soort" in ({})'.format(", ".join(f"'{name}'" for name in names))


def topic(name: str) -> str:
    return f"\"item_soort\" = '{name}'"


def fuzzy_line(colour: str) -> QgsLineSymbol:
    """A glow with dots in it."""
    dot = s.points(s.marker("circle", colour, 1.0, p.PAPER, 0.15))
    return s.lines(s.line(colour, 4.0, 0.10), s.line(colour, 2.6, 0.14), s.line(p.PAPER, 1.4, 0.35), s.along(dot, 2.4))
