# SPDX-License-Identifier: GPL-2.0-or-later
"""Words of a text that lead to the map: `[words](plaats:id)` and `[words](laag:id)`. Pure: no QGIS, no Qt.

Anything else that looks like markup is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Pack

PLACE, LAYER = "plaats", "laag"

# The words hold no brackets and no line break, the id none of the characters that could end it.
_LINK = re.compile(r"\[([^\[\]\n]+)\]\((plaats|laag):([^\s()]+)\)")


@dataclass(frozen=True)
class Piece:
    """A piece of a text as it is shown; `kind` is PLACE or LAYER where it leads to `target`, else empty."""

    text: str
    kind: str = ""
    target: str = ""


def split(text: str) -> list[Piece]:
    """The pieces of a text in their order; put together they are what `plain` gives."""
    pieces = []
    end = 0
    for found in _LINK.finditer(text):
        if found.start() > end:
            pieces.append(Piece(text[end : found.start()]))
        pieces.append(Piece(*found.groups()))
        end = found.end()
    if end < len(text):
        pieces.append(Piece(text[end:]))
    return pieces


def plain(text: str) -> str:
    """The text as it reads, without what the links lead to."""
    return _LINK.sub(r"\1", text) if "](" in text else text


def known(text: str, pack: Pack) -> list[Piece]:
    """The pieces of a text, where a link to what the pack does not have on the map is its words alone."""
    layers = {layer.id for layer in pack.layers}

    def leads(piece: Piece) -> bool:
        place = pack.place_by_id.get(piece.target)
        return piece.target in layers if piece.kind == LAYER else place is not None and place.located

    return [piece if leads(piece) else Piece(piece.text) for piece in split(text)]
