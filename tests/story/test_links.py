# SPDX-License-Identifier: GPL-2.0-or-later
import pytest

from sterkesteden_plugin.story.links import LAYER, PLACE, Piece, plain, split


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
