# SPDX-License-Identifier: GPL-2.0-or-later
import pytest

from sterkesteden_plugin.story.links import LAYER, PLACE, Piece, known, plain, split


def test_words_that_lead_to_a_place_or_a_layer():
    text = "Langs [de Reest](plaats:reest) ligt [een grens](laag:grenzen_hard)."
    assert split(text) == [
        Piece("Langs "),
        Piece("de Reest", PLACE, "reest"),
        Piece(" ligt "),
        Piece("een grens", LAYER, "grenzen_hard"),
        Piece("."),
    ]
    assert plain(text) == "Langs de Reest ligt een grens."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gewoon",
        "[woorden]",
        "[woorden](https://example.org)",
        "[woorden](plaats:)",
        "[](plaats:reest)",
        "[over\nregels](plaats:reest)",
        "[woorden](plaats:een twee)",
        "[[dubbel](plaats reest)",
        "<a href='plaats:reest'>x</a>",
    ],
)
def test_everything_else_is_text(text):
    assert plain(text) == text
    assert "".join(piece.text for piece in split(text)) == text
    assert not any(piece.kind for piece in split(text))


def test_a_long_text_of_brackets_is_quick_and_stays():
    text = "[" * 100_000 + "(" * 100_000
    assert plain(text) == text
    assert "".join(piece.text for piece in split(text)) == text


def test_only_what_the_pack_has_on_the_map_is_a_link(small_pack):
    located = next(place for place in small_pack.places if place.located)
    nowhere = next(place for place in small_pack.places if not place.located)
    layer = small_pack.layers[0].id
    text = f"[a](plaats:{located.id}) [b](plaats:{nowhere.id}) [c](plaats:weg) [d](laag:{layer}) [e](laag:{located.id})"
    pieces = known(text, small_pack)
    assert [piece for piece in pieces if piece.kind] == [Piece("a", PLACE, located.id), Piece("d", LAYER, layer)]
    assert "".join(piece.text for piece in pieces) == "a b c d e"
