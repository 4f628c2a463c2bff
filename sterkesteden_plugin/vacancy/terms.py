# SPDX-License-Identifier: GPL-2.0-or-later
"""Words of Dutch lists and registers: functions, what is vacant, what the BAG says of an object."""

from __future__ import annotations

import re
from typing import Any

from ..tables.cells import text
from .premises import OCCUPIED, UNKNOWN, VACANT

# The functions of the BAG ("gebruiksdoelen"), and how other lists name them.
_FUNCTIONS = {
    "woonfunctie": ("woon", "wonen", "woning", "woningen"),
    "bijeenkomstfunctie": ("bijeenkomst", "bijeenkomsten"),
    "celfunctie": ("cel", "cellen"),
    "gezondheidszorgfunctie": ("gezondheidszorg", "zorgfunctie"),
    "industriefunctie": ("industrie",),
    "kantoorfunctie": ("kantoor", "kantoren"),
    "logiesfunctie": ("logies",),
    "onderwijsfunctie": ("onderwijs",),
    "sportfunctie": ("sport",),
    "winkelfunctie": ("winkel", "winkels"),
    "overige gebruiksfunctie": ("overig", "overige", "overige gebruiksfuncties", "overige functie"),
}
ALL = ""  # all functions together
_ALL = {
    "totaal",
    "total",
    "alle functies",
    "alle",
    "totaal functies",
    "alle gebruiksfuncties",
    "totaal verblijfsobjecten",
}
_NAMED = {word: name for name, words in _FUNCTIONS.items() for word in (*words, name, name + "s")}
_PARTS = re.compile(r"\s*[,;|/+&]\s*|\s+en\s+")
_WORDS = re.compile(r"[a-z]+")

BAG_FUNCTIONS = tuple(_FUNCTIONS)

_VACANT = {"ja", "j", "yes", "y", "true", "t", "waar", "1", "leeg", "leegstand", "leegstaand", "staat leeg", "vacant"}
_OCCUPIED = {
    *("nee", "n", "no", "false", "f", "onwaar", "0", "niet leeg", "niet leegstaand", "geen leegstand", "occupied"),
    *("in gebruik", "gevuld", "bezet", "verhuurd", "bewoond", "gebruikt", "ingevuld"),
}
_IS_VACANT = re.compile(r"(?<!niet )(?<!geen )\b\w*leeg(?!haal)(?:stand|staand\w*)?\b")

# Of the BAG: objects that are not there, or not yet, and objects that are no verblijfsobject.
_NOT_THERE = re.compile(r"gevormd|niet gerealiseerd|ingetrokken|ten onrechte opgevoerd|plaats aangewezen|gesloopt")
_OTHER_KIND = re.compile(r"lig(plaats)?|sta(ndplaats)?")


def function(cell: Any) -> str:
    """One function as the BAG names it, another as it stands in lower case; "" (`ALL`) for all together or none."""
    said = text(cell).casefold().replace("_", " ")
    return ALL if said in _ALL else _NAMED.get(said, said)


def functions(cell: Any) -> tuple[str, ...]:
    """The functions of a cell, which may name several: "woonfunctie, winkelfunctie"."""
    said = text(cell).casefold()
    if said in _NAMED:
        return (_NAMED[said],)
    parts = [part for part in _PARTS.split(said.strip("{}[]\"'")) if part]
    every = tuple(sorted({function(part) for part in parts} - {ALL}))
    # "horeca en leisure" is one function of a list that has its own.
    return every if len(parts) == 1 or all(one in _FUNCTIONS for one in every) else (" ".join(said.split()),)


def function_in(name: str) -> str:
    """The function that the name of a column tells among other words; `ALL` for none."""
    words = _WORDS.findall(name.casefold())
    found = next((_NAMED[word] for word in words if word in _NAMED and word not in ("overig", "overige")), ALL)
    if not found and {"overig", "overige"} & set(words):
        return "overige gebruiksfunctie"
    return found


def vacant(cell: Any) -> int | None:
    """VACANT or OCCUPIED; UNKNOWN for an empty cell; None for words that tell neither."""
    said = text(cell).casefold()
    if said in ("", "onbekend", "?", "-", "unknown"):
        return UNKNOWN
    if said in _OCCUPIED:
        return OCCUPIED
    return VACANT if said in _VACANT or _IS_VACANT.search(said) else None


def is_yes(cell: Any) -> bool:
    """Whether a cell that says yes or no says yes."""
    return text(cell).casefold() in ("1", "t", "true", "ja", "j", "yes", "y", "waar", "nevenadres", "x")


def is_no_stock(cell: Any) -> bool:
    """Whether by its status an object of the BAG is not there, or not yet."""
    return _NOT_THERE.search(text(cell).casefold()) is not None


def is_other_kind(cell: Any) -> bool:
    """Whether the BAG has it as a berth or a pitch: no verblijfsobject."""
    return _OTHER_KIND.fullmatch(text(cell).casefold()) is not None
