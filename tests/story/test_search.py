# SPDX-License-Identifier: GPL-2.0-or-later
"""Search: what is found, in which order, and where the marks fall in the text as it is shown."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from benchmarks.large_pack import large_pack
from sterkesteden_plugin.story import entries, links, model, search

from ..panel.conftest import make_pack


def _pack(items=(), chapters=(), **more):
    city = model.City("c", "C", "Beekmeer", "GM0001", "c", "c", None)
    empty = dict.fromkeys(("themes", "places", "figures", "indicators", "workshops", "groups", "layers", "sources"), ())
    parts = {**empty, **more}
    return model.Pack("p", "P", None, "1", "c", cities=(city,), chapters=chapters, items=items, **parts)


SOURCE = model.Source("s", "Bron", "Uitgever", None, None, None, None)
REFERENCE = model.Reference(SOURCE, None, "2020-01-01")


def _place(name):
    return model.Place(
        name, name, "wijk", None, None, "exact", False, None, SOURCE, "2020-01-01", None, None, "plaats_punt"
    )


def _item(id, title, text="", kind="kans", number=1, themes=(), places=(), **more):
    links = tuple(model.PlaceLink(_place(name), "ligt in") for name in places)
    return model.Item(id, "c", kind, number, title, text, REFERENCE, themes, links, **more)


def _theme(title, text=""):
    return model.Theme("t", "kans", 1, title, text, "h", REFERENCE)


def _found(pack, query):
    return [entry.id for entry in search.index(pack).find(query)]


def _excerpt(pack, query, seen=()):
    """The piece of text shown with the one that is found."""
    (entry,) = search.index(pack).find(query)
    return search.excerpt(entry, search.words(query), seen)


def _marked(text, query):
    return [text[start:end] for start, end in search.marks(text, search.words(query))]


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


def test_themes_are_found_themselves_and_with_them_their_chapter():
    chapter = model.Chapter(
        "h", "v", 3, "Rol", "Tekst", None, (), "c", REFERENCE, (), (_theme("Energie", "Waterstof"),)
    )
    pack = _pack(chapters=(chapter,))
    pack = replace(pack, themes=chapter.themes)
    assert [(entry.kind, entry.id) for entry in search.index(pack).find("energ")] == [
        (entries.THEME, "t"),
        (entries.CHAPTER, "h"),
    ]
    assert [entry.kind for entry in search.index(pack).find("waterst")] == [entries.THEME]


@pytest.mark.parametrize("query", ["", "   ", "·-–", "\u0301"])
def test_a_query_without_words_finds_nothing(query):
    assert _found(_pack([_item("a", "Water")]), query) == []


def test_marks_fall_on_the_text_as_shown_also_where_folding_changes_its_length():
    title = "Straße ﬁets e\u0301e\u0301n água Ⅻ ½ 한글"
    found = {query: _marked(title, query) for query in ("strass", "fi", "een", "agua", "xii", "1", "2")}
    assert found == {
        "strass": ["Straß"],
        "fi": ["ﬁ"],
        "een": ["e\u0301e\u0301n"],
        "agua": ["água"],
        "xii": ["Ⅻ"],
        "1": ["½"],
        "2": ["½"],
    }
    assert _marked("½", "1 2") == ["½"]
    assert _marked(title, unicodedata.normalize("NFD", "한글")) == ["한글"]


def test_only_the_beginnings_of_words_are_marked_with_the_accents_that_belong_to_them():
    assert search.marks("binnenstad stad", ("stad",)) == ((11, 15),)
    assert search.marks("één binnenstad stad", ("stad",)) == ((15, 19),)
    assert _marked("cafe\u0301 cafeetje", "cafe") == ["cafe\u0301", "cafe"]


def test_where_two_words_begin_the_same_word_the_longer_is_marked():
    assert _marked("Waterland water", "wat water") == ["Water", "water"]


def test_an_excerpt_surrounds_the_first_hit_and_its_marks_are_true():
    text = "Woord " * 60 + "de haven ligt\naan het water. " + "Slot " * 60
    found = _excerpt(_pack([_item("a", "Titel", text)]), "haven water")
    assert found.text.startswith("… ") and found.text.endswith(" …")
    assert "\n" not in found.text and len(found.text) < 220
    assert [found.text[start:end] for start, end in found.spans] == ["haven", "water"]


def test_an_excerpt_shows_what_is_seen_nowhere_else():
    text = "Water. " + "Woord " * 60 + "Haven."
    pack = _pack([_item("a", "Water", text, places=("Kerkplein", "Oude kade"))])
    assert _excerpt(pack, "water").text.startswith("Water.")
    later = _excerpt(pack, "water haven", seen=["water"])
    assert [later.text[start:end] for start, end in later.spans] == ["Haven"]
    about = _excerpt(pack, "water kade", seen=["water"])
    assert (about.kind, about.text) == (entries.ABOUT, "Oude kade")
    assert [about.text[start:end] for start, end in about.spans] == ["kade"]


def test_the_marks_of_an_excerpt_at_its_very_start_and_end_are_true():
    for text in ("Haven", "x" * 500 + " haven", "haven " + "x" * 500, "haven" * 100):
        found = _excerpt(_pack([_item("a", "Titel", text)]), "haven")
        assert [found.text[start:end] for start, end in found.spans] == [text[:5] if text == "Haven" else "haven"], text


def test_html_and_formulas_are_searched_as_text():
    pack = _pack([_item("a", "<b>Vet</b>", "Een <script>alert(1)</script> =1+1")])
    assert "<script>" in _excerpt(pack, "vet script").text
    assert _found(pack, "=1+1") == ["a"]
    assert _marked("a.b [x] (y) *", "x y") == ["x", "y"]


def test_links_are_searched_and_shown_as_their_words():
    pack = _pack([_item("a", "Titel", "Langs de [oude kade](plaats:kade-noord) ligt groen.")])
    assert _found(pack, "noord") == [] and _found(pack, "plaats") == []
    assert _excerpt(pack, "kade").text == "Langs de oude kade ligt groen."


def test_what_was_published_is_found_beside_what_was_made_of_it():
    pack = _pack([_item("a", "Nu", "Nieuw.", original_title="Vroeger", original_text="Oud. Alles.")])
    assert _found(pack, "nieuw oud vroeger") == ["a"]
    found = _excerpt(pack, "alles")
    assert (found.kind, found.text) == (entries.ORIGINAL, "Vroeger Oud. Alles.")


def test_all_texts_are_found(real_pack, small_pack):
    """Every word of every text in which the issue wants to find."""
    pack = make_pack()
    workshop = model.Workshop(
        "w",
        "beekmeer",
        "2019-05-01",
        12,
        "Uitkomst Alfa",
        SOURCE,
        (model.Score("Criterium Bravo", 3, "Opmerking Charlie"),),
        (model.WorkshopPoint("p", "Punt Delta", "bij Echo"),),
    )
    now = model.Now("n", None, "h1", "Bewering Foxtrot", "veranderd", "Nu Golf", None, REFERENCE)
    later = replace(now, id="m", item="aardvoort-k1", chapter=None, claim="Bewering Hotel")
    item = replace(pack.items[0], status="idee", owner="Gemeente India", planning="na Juliet")
    place = replace(pack.places[0], note="Toelichting Kilo")
    pack = replace(
        pack, workshops=(workshop,), nows=(now, later), items=(item, *pack.items[1:]), places=(place, *pack.places[1:])
    )
    # Several on a line: what is said is short, and what it is about is seen at a glance.
    expected = {
        "alfa": "w", "bravo": "w", "charlie": "w", "delta": "w", "echo": "w",
        "foxtrot": "h1", "golf": "aardvoort-k1 h1", "hotel": "aardvoort-k1",
        "idee": item.id, "india": item.id, "juliet": item.id, "kilo": "plein",
        "aantal mensen": "mensen", "deel dat leeg": "leeg", "loodsen": "leeg",
    }  # fmt: skip
    index = search.index(pack)
    assert {query: " ".join(entry.id for entry in index.find(query)) for query in expected} == expected
    for pack in (real_pack, small_pack):
        index = search.index(pack)
        said = [(item.id, item.title, item.text) for item in pack.items]
        said += [(chapter.id, chapter.title, chapter.text) for chapter in pack.chapters]
        said += [(theme.id, theme.title, theme.text) for theme in pack.themes]
        said += [(place.id, place.name, place.kind + " " + (place.note or "")) for place in pack.places]
        said += [(now.item or now.chapter, now.claim, now.text) for now in pack.nows]
        for owner, title, text in said:
            words = sorted(search.words(links.plain(text)), key=len)[-3:]
            assert owner in [entry.id for entry in index.find(f"{title} {' '.join(words)}")], (owner, title)


def test_the_index_finds_what_reading_every_word_would_find(small_pack):
    pack = large_pack(small_pack, 300)
    index = search.index(pack)
    for query in ("d", "de", "ver", "da b", "kel stad", "be ge ha ka", "zz"):
        expected = set()
        for entry in entries.entries(pack):
            said = search.fold(" | ".join([entry.title, *entry.about, *(text.text for text in entry.texts)]))
            if all(any(word.startswith(asked) for word in said.split()) for asked in search.words(query)):
                expected.add((entry.kind, entry.id))
        found = [(entry.kind, entry.id) for entry in index.find(query)]
        assert set(found) == expected and len(found) == len(expected), query


def test_an_index_is_made_in_steps_that_end_in_the_same(small_pack):
    steps = search.indexing(small_pack)
    count = 0
    while True:
        try:
            next(steps)
            count += 1
        except StopIteration as done:
            index = done.value
            break
    assert count >= len(index.entries) > len(small_pack.items)
    assert index.find("d") == search.index(small_pack).find("d")


def test_a_filter_asks_for_kind_city_and_status():
    pack = make_pack()
    items = tuple(replace(item, status="idee" if item.kind == "opgave" else None) for item in pack.items)
    found = search.index(replace(pack, items=items)).entries

    def ids(**asked):
        return [entry.id for entry in found if entries.Filter(**asked).admits(entry)]

    assert ids(group="kans") == ["aardvoort-k1", "aardvoort-k2", "cederloo-k1"]
    assert ids(group="kans", city="cederloo") == ["cederloo-k1"]
    assert ids(group=entries.CHAPTER) == ["h0", "h1", "h2"]
    assert ids(status="idee", city="beekmeer") == ["beekmeer-o1"]
    assert ids(status=entries.NO_STATUS, city="cederloo") == ["cederloo-k1"]
    # A place, a theme, figures and a workshop have to do with the cities whose items or numbers name them.
    assert ids(city="beekmeer") == ["beekmeer", "beekmeer-o1", "plein", "mensen", "leeg", "w"]
    assert ids(group=entries.THEME, city="aardvoort") == ["t1", "t2"]
    assert entries.Filter().is_on is False and entries.Filter(status="").is_on is True


def test_a_text_of_100_000_characters_is_found_to_its_end():
    for letter in ("a", "é"):
        text = f"{letter * 9} " * 10_000 + "slotwoord"
        found = _excerpt(_pack([_item("x", "Titel", text)]), "slotw")
        assert [found.text[start:end] for start, end in found.spans] == ["slotw"]
