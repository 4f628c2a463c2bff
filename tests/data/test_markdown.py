# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest

from tools.data.markdown import markup, plain, split


def test_lines_of_a_paragraph_are_joined_and_an_empty_line_parts_paragraphs():
    assert plain("\neen\ntwee\n\n\ndrie\n") == "een twee\n\ndrie"


def test_a_list_keeps_its_lines_and_a_point_may_run_on():
    assert plain("Vooraf:\n- een\n  loopt door\n- twee\n\nNa.") == "Vooraf:\n• een loopt door\n• twee\n\nNa."


def test_a_dash_within_a_line_makes_no_list():
    assert plain("Emmen - Zwolle\n-5 graden") == "Emmen - Zwolle -5 graden"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("# Kop", "a heading or rule"),
        ("Kop\n===", "a heading or rule"),
        ("zie [hier](http://x)", "a link or picture"),
        ("<b>vet</b>", "HTML"),
        ("een <!-- stil -->", "HTML"),
        ("heel *erg*", "emphasis"),
        ("heel _erg_", "emphasis"),
        ("`code`", "code"),
        ("> citaat", "a quotation"),
        ("* punt", "a list that does not use '- '"),
        ("| a | b |", "a table"),
    ],
)
def test_markup_is_found_and_named(text: str, what: str):
    found = markup("Eerst gewoon.\n\n" + text)
    assert len(found) == 1
    assert f" has {what}: write plain text" in found[0]


@pytest.mark.parametrize("text", ["5 < 6 en 7 > 6", "a_b_c", "50% - 60%", "(nr. 1) [sic]", "2 * 3 = 6", "1. eerst"])
def test_plain_text_is_no_markup(text: str):
    assert markup(text) == []


def test_front_matter_is_parted_from_the_text():
    assert split("---\nid: x\n---\nTekst\n---\n") == ("id: x\n", "Tekst\n---\n")
    assert split("Tekst") is None
