# SPDX-License-Identifier: GPL-2.0-or-later
"""Search: what is found, in which order, and where the marks fall in the text as it is shown."""

from __future__ import annotations

import pytest

from sterkesteden_plugin.story import model, search


def _pack(items=(), chapters=()):
    city = model.City("c", "C", "Beekmeer", "GM0001", "c", "c", None)
    empty = dict.fromkeys(("themes", "places", "figures", "indicators", "workshops", "groups", "layers", "sources"), ())
    return model.Pack("p", "P", None, "1", "c", cities=(city,), chapters=chapters, items=items, **empty)


SOURCE = model.Source("s", "Bron", "Uitgever", None, None, None, None)
REFERENCE = model.Reference(SOURCE, None, "2020-01-01")


def _place(name):
    return model.Place(
        name, name, "wijk", None, None, "exact", False, None, SOURCE, "2020-01-01", None, None, "plaats_punt"
    )


def _item(id, title, text="", kind="kans", number=1, themes=(), places=()):
    links = tuple(model.PlaceLink(_place(name), "ligt in") for name in places)
    return model.Item(id, "c", kind, number, title, text, REFERENCE, themes, links)


def _theme(title, text=""):
    return model.Theme("t", "kans", 1, title, text, "h", REFERENCE)


def _found(pack, query):
    return [hit.id for hit in search.Index(pack).find(query)]


def test_a_word_is_found_by_its_beginning_and_not_by_its_middle():
    pack = _pack([_item("a", "Vergroening van de binnenstad")])
    assert _found(pack, "binnen") == ["a"]
    assert _found(pack, "stad") == []


def test_accents_and_case_do_not_count_in_text_or_query():
    pack = _pack([_item("a", "Coöperatie"), _item("b", "Cooperatie"), _item("c", "Ruïne")])
    assert _found(pack, "COOP") == ["a", "b"]
    assert _found(pack, "coöp") == ["a", "b"]
    assert _found(pack, "ruine") == ["c"]


def test_every_word_of_the_query_must_be_there_in_any_field():
    item = _item("a", "Leegstand", "Winkels staan leeg.", themes=(_theme("Transformatie"),), places=("Kerkplein",))
    pack = _pack([item, _item("b", "Leegstand")])
    assert _found(pack, "leeg kerk transf winkel beekm") == ["a"]
    assert _found(pack, "leeg xyz") == []


def test_title_comes_before_theme_and_place_and_these_before_text():
    pack = _pack(
        [
            _item("text", "Een", "Over water in de stad"),
            _item("place", "Twee", places=("Waterpark",)),
            _item("title", "Water en groen"),
        ]
    )
    assert _found(pack, "water") == ["title", "place", "text"]


def test_equal_ranks_keep_the_order_of_the_pack():
    pack = _pack([_item(id, "Water") for id in ("z", "a", "m")])
    assert _found(pack, "water") == ["z", "a", "m"]


def test_kind_and_number_find_an_item():
    pack = _pack([_item("a", "Een", kind="opgave", number=2), _item("b", "Twee", kind="kans", number=2)])
    assert _found(pack, "o2") == ["a"]
    assert _found(pack, "kans") == ["b"]


def test_chapters_are_found_also_by_the_text_of_their_themes():
    chapter = model.Chapter(
        "h", "v", 3, "Rol", "Tekst", None, (), "c", REFERENCE, (), (_theme("Energie", "Waterstof"),)
    )
    pack = _pack(chapters=(chapter,))
    hits = search.Index(pack).find("waterst")
    assert [(hit.kind, hit.id) for hit in hits] == [(search.CHAPTER, "h")]


@pytest.mark.parametrize("query", ["", "   ", "·-–", "\u0301"])
def test_a_query_without_words_finds_nothing(query):
    assert _found(_pack([_item("a", "Water")]), query) == []


def test_marks_fall_on_the_original_also_where_folding_changes_the_length():
    title = "Straße ﬁets e\u0301e\u0301n água"
    pack = _pack([_item("a", title)])
    marked = {}
    for query in ("strass", "fi", "een", "agua"):
        (hit,) = search.Index(pack).find(query)
        marked[query] = [title[start:end] for start, end in hit.title_spans]
    assert marked == {"strass": ["Straß"], "fi": ["ﬁ"], "een": ["e\u0301e\u0301n"], "agua": ["água"]}


def test_snippet_surrounds_the_first_hit_and_its_marks_are_true():
    text = "Woord " * 60 + "de haven ligt\naan het water. " + "Slot " * 60
    (hit,) = search.Index(_pack([_item("a", "Titel", text)])).find("haven water")
    assert hit.snippet.startswith("… ") and hit.snippet.endswith(" …")
    assert "\n" not in hit.snippet and len(hit.snippet) < 220
    assert [hit.snippet[start:end] for start, end in hit.snippet_spans] == ["haven", "water"]


def test_overlapping_marks_become_one():
    (hit,) = search.Index(_pack([_item("a", "Waterland")])).find("wat water")
    assert hit.title_spans == ((0, 5),)


def test_html_is_searched_as_text():
    pack = _pack([_item("a", "<b>Vet</b>", "Een <script>alert(1)</script>")])
    (hit,) = search.Index(pack).find("vet script")
    assert "<script>" in hit.snippet
