# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest

from sterkesteden_plugin.store.schema import PLACE_KINDS
from sterkesteden_plugin.story import draft

ITEM = {"titel": "Titel", "tekst": "Tekst", "status": None}
PLACE = {"naam": "Plek", "soort": "wijk", "zekerheid": "vaag"}


def test_what_is_right_has_no_faults():
    links = [{"plaats_id": "a", "rol": "ligt in"}, {"plaats_id": "a", "rol": "verbindt"}]
    assert draft.item_faults(ITEM, links, ["a"]) == {}
    assert draft.place_faults(PLACE, "plaats_vlak", True) == {}


@pytest.mark.parametrize("empty", [None, "", " \n\t "])
def test_title_and_text_must_be_there(empty):
    assert draft.item_faults({**ITEM, "titel": empty, "tekst": empty}, [], []) == {
        "titel": draft.MISSING,
        "tekst": draft.MISSING,
    }


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d"])
@pytest.mark.parametrize("field", ["titel", "tekst", "eigenaar", "planning"])
def test_what_no_file_can_hold_is_told(field, text):
    assert draft.item_faults({**ITEM, field: text}, [], []) == {field: draft.UNSTORABLE}


@pytest.mark.parametrize("text", ["=1+1", "<b>", "\u202eom\u202c", "\x07", "x" * 100_000])
def test_odd_texts_are_texts(text):
    assert draft.item_faults({**ITEM, "titel": text, "tekst": text}, [], []) == {}


def test_status_is_one_of_the_schema():
    assert draft.item_faults({**ITEM, "status": "klaar"}, [], []) == {"status": draft.UNKNOWN}


def test_links_to_places():
    link = {"plaats_id": "a", "rol": "ligt in"}
    assert draft.item_faults(ITEM, [link, link], ["a"]) == {draft.PLACES: draft.TWICE}
    assert draft.item_faults(ITEM, [link], []) == {draft.PLACES: draft.UNKNOWN}
    assert draft.item_faults(ITEM, [{**link, "rol": "hoort bij"}], ["a"]) == {draft.PLACES: draft.UNKNOWN}


def test_a_place_on_the_map_needs_a_geometry_and_one_that_is_not_a_reason():
    assert draft.place_faults(PLACE, "plaats_vlak", False) == {draft.GEOMETRY: draft.MISSING}
    assert draft.place_faults(PLACE, "plaats_zonder", False) == {"toelichting": draft.NO_REASON}
    assert draft.place_faults({**PLACE, "toelichting": "niet gezegd"}, "plaats_zonder", False) == {}


def test_a_place_needs_name_kind_and_certainty():
    assert set(draft.place_faults({}, "plaats_punt", True)) == {"naam", "soort", "zekerheid"}


def test_the_kinds_fit_the_geometry():
    assert "weg" in draft.place_kinds("plaats_lijn") and "wijk" not in draft.place_kinds("plaats_lijn")
    assert "centrum" in draft.place_kinds("plaats_punt") and "centrum" in draft.place_kinds("plaats_vlak")
    assert set(draft.place_kinds("plaats_zonder")) == set(PLACE_KINDS) - {"stad"}
    assert draft.place_faults({**PLACE, "soort": "weg"}, "plaats_vlak", True) == {"soort": draft.UNKNOWN}


def test_a_new_item_takes_the_next_number_of_its_kind(small_pack):
    city = small_pack.cities[0].id
    taken = [item.number for item in small_pack.items_of(city, "opgave")]
    values = draft.new_item(small_pack, city, "opgave", "eigen-1", "2026-01-02")
    assert values["nummer"] == max(taken) + 1
    assert (values["stad_id"], values["bron_id"], values["peildatum"]) == (city, "eigen-1", "2026-01-02")


def test_what_came_with_the_pack_is_not_ones_own(small_pack):
    item = small_pack.items[0]
    assert not draft.is_own(item)
    own = replace(item.reference.source, id="eigen-1")
    assert draft.is_own(replace(item, reference=replace(item.reference, source=own)))
    assert draft.is_own(replace(small_pack.places[0], source=own))


def test_changed_is_what_differs_from_the_pack(small_pack):
    item = small_pack.items[0]
    assert not draft.is_changed(item)
    assert draft.is_changed(replace(item, original_title="Anders"))
    assert not draft.is_changed(replace(item, original_text=item.text))  # changed, and changed back


def test_a_difference_is_shown_with_a_few_words_around_it():
    before = "Woord " * 50 + "oud" + " daarna" * 50
    after = "Woord " * 50 + "nieuw" + " daarna" * 50
    old, new = draft.split_difference(before, after)
    assert old.startswith("… Woord") and old.endswith(" …") and " oud " in old
    assert " nieuw " in new and len(new) < 90


def test_short_texts_are_shown_whole():
    assert draft.split_difference("een", "twee") == ("een", "twee")
    assert draft.split_difference("", "x") == ("", "x")
    assert draft.split_difference("aa", "aaa") == ("aa", "aaa")


def test_a_long_difference_is_shortened():
    old, new = draft.split_difference("a" * 5000, "b" * 5000)
    assert len(old) < 260 and " … " in old and len(new) < 260
