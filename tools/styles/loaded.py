# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles of what users load: official and exact, so in thin, whole lines, under the story and never louder than it."""

from __future__ import annotations

from . import palette as p
from . import symbols as s
from .labels import Label
from .rules import Rule, Style

_CODE = {"gemeentecode": ("string", "Gemeentecode"), "gemeentenaam": ("string", "Gemeente")}
_STATE = {"identificatie": ("string", "Identificatie"), "status": ("string", "Status")}
_COUNTS = {
    "aantal_inwoners": ("integer", "Inwoners"),
    "aantal_huishoudens": ("integer", "Huishoudens"),
    "percentage_leegstand_woningen": ("double", "Leegstaande woningen (%)"),
}
_AREA = {"statcode": ("string", "Code"), "statnaam": ("string", "Naam")}


def municipalities() -> Style:
    return _outlines("Gemeente, officiële grens", p.INK, 0.5, "statnaam", 600000, 60000, _AREA)


def provinces() -> Style:
    return _outlines("Provincie, officiële grens", p.INK, 1.0, "statnaam", 0, 0, _AREA)


def districts() -> Style:
    fields = {"wijkcode": ("string", "Wijkcode"), "wijknaam": ("string", "Naam"), **_CODE, **_COUNTS}
    return _outlines("Wijk", p.SLATE, 0.35, "wijknaam", 120000, 8000, fields)


def neighbourhoods() -> Style:
    fields = {
        "buurtcode": ("string", "Buurtcode"),
        "buurtnaam": ("string", "Naam"),
        "wijkcode": ("string", "Wijkcode"),
        **_CODE,
        **_COUNTS,
    }
    return _outlines("Buurt", p.SLATE, 0.28, "buurtnaam", 50000, 0, fields)


def built_up() -> Style:
    fields = {"naam": ("string", "Naam"), "type": ("string", "Soort gebied"), "id": ("string", "Kenmerk")}
    area = s.areas(s.wash(p.SLATE, 0.25), s.line(p.PAPER, 0.7, 0.8), s.line(p.SLATE, 0.3))
    return Style("vlak", (Rule("Bebouwde kom", "", area),), (), fields=fields, name="naam")


def buildings() -> Style:
    fields = {**_STATE, "bouwjaar": ("integer", "Bouwjaar")}
    area = s.areas(s.wash(p.SLATE, 0.35), s.line(p.PAPER, 0.5, 0.8), s.line(p.INK, 0.2))
    return Style("vlak", (Rule("Pand", "", area),), (), fields=fields, name="identificatie")


def premises() -> Style:
    fields = {
        **_STATE,
        "gebruiksdoel": ("string", "Gebruiksdoel"),
        "oppervlakte": ("integer", "Oppervlakte (m²)"),
        "postcode": ("string", "Postcode"),
        "huisnummer": ("integer", "Huisnummer"),
        "huisletter": ("string", "Huisletter"),
        "toevoeging": ("string", "Toevoeging"),
    }
    dot = s.points(s.marker("circle", p.SLATE, 1.2, p.PAPER, 0.15))
    return Style("punt", (Rule("Verblijfsobject", "", dot),), (), fields=fields, name="identificatie")


def roads() -> Style:
    fields = {
        "wegnummer": ("string", "Wegnummer"),
        "wegbeheerder": ("string", "Soort wegbeheerder"),
        "wvk_id": ("string", "Wegvak"),
    }
    road = s.lines(s.line(p.INK, 1.1), s.line(p.PAPER, 0.6))
    number = Label('"wegnummer"', "", 400000, placement="along", box=p.INK, size=7.5, repeat=60, fuzzy=False)
    return Style("lijn", (Rule("Weg", "", road),), (number,), fields=fields, name="wegnummer")


def railways() -> Style:
    fields = {"traject": ("string", "Traject"), "id": ("string", "Kenmerk")}
    rail = s.lines(s.line(p.INK, 0.9), s.line(p.PAPER, 0.5, dash="2.4;2.4"))
    return Style("lijn", (Rule("Spoorlijn", "", rail),), (), fields=fields, name="traject")


def stations() -> Style:
    fields = {"code": ("string", "Code"), "naam": ("string", "Naam")}
    return Style(
        "punt",
        (Rule("Station", "", s.cased_marker("square", p.INK, 2.0)),),
        (Label('"naam"', "", 200000, size=8, distance=1.0, fuzzy=False),),
        fields=fields,
        name="naam",
    )


def hard_limits() -> Style:
    fields = {"naam": ("string", "Naam"), "objectid": ("string", "Kenmerk")}
    limit = s.lines(s.line(p.PAPER, 2.2, 0.8), s.line(p.LIMIT, 1.1))
    return Style("lijn", (Rule("Harde grens, officieel", "", limit),), (), fields=fields, name="naam")


def _outlines(
    title: str, colour: str, width: float, name: str, far: int, near: int, fields: dict[str, tuple[str, str]]
) -> Style:
    rim = s.areas(s.line(p.PAPER, width + 0.5, 0.7), s.line(colour, width))
    label = Label(f'"{name}"', "", far, near, placement="inside", colour=colour, size=8, priority=2, fuzzy=False)
    return Style("vlak", (Rule(title, "", rim),), (label,) if far else (), fields=fields, name=name)
