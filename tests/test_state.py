# SPDX-License-Identifier: GPL-2.0-or-later
"""What is active, and who hears of it."""

from dataclasses import replace

import pytest


@pytest.fixture()
def state(small_pack, qgis_app):
    from sterkesteden_plugin.state import State

    state = State()
    state.set_pack(small_pack, None)
    return state


@pytest.fixture()
def heard(state):
    """Everything the state says, in order."""
    said = []
    state.packChanged.connect(lambda: said.append(("pack",)))
    state.chapterChanged.connect(lambda chapter: said.append(("chapter", chapter)))
    state.cityChanged.connect(lambda city: said.append(("city", city)))
    state.itemChanged.connect(lambda item, from_map: said.append(("item", item, from_map)))
    state.hereChanged.connect(lambda: said.append(("here", state.here)))
    state.shownChanged.connect(lambda: said.append(("shown", state.shown)))
    state.packRenewed.connect(lambda: said.append(("renewed",)))
    return said


def test_choosing_an_item_makes_its_city_active_too(state, heard):
    item = state.pack.items[-1]
    state.set_item(item.id)
    assert state.item is item
    assert state.city.id == item.city
    assert heard == [("item", item.id, False)]


def test_choosing_a_city_leaves_the_item(state, heard):
    state.set_item(state.pack.items[0].id, from_map=True)
    state.set_city(state.pack.cities[1].id)
    assert state.item is None
    assert heard[-1] == ("city", state.pack.cities[1].id)


def test_choosing_a_chapter_leaves_city_and_item(state):
    state.set_item(state.pack.items[0].id)
    state.set_chapter(state.pack.chapters[0].id)
    assert (state.city, state.item, state.chapter) == (None, None, state.pack.chapters[0])


def test_a_listener_that_answers_with_another_item_does_not_start_a_loop(state, heard):
    first, second = state.pack.items[0], state.pack.items[1]
    state.itemChanged.connect(lambda *_: state.set_item(second.id))
    state.set_item(first.id)
    assert state.item is first
    assert [entry for entry in heard if entry[0] == "item"] == [("item", first.id, False)]


def test_the_guard_is_released_when_a_listener_fails(state, heard, qtbot):
    def fail(*_):
        raise ValueError("a listener fails")

    state.itemChanged.connect(fail)
    with qtbot.capture_exceptions():
        state.set_item(state.pack.items[0].id)
        state.set_item(state.pack.items[1].id)
    assert [entry[1] for entry in heard if entry[0] == "item"] == [item.id for item in state.pack.items[:2]]


@pytest.mark.parametrize("setter", ["set_item", "set_city", "set_chapter"])
def test_an_unknown_id_changes_nothing(state, heard, setter):
    with pytest.raises(KeyError):
        getattr(state, setter)("onbekend")
    assert heard == []


def test_another_pack_starts_with_nothing_active(state, heard, small_pack):
    state.set_item(small_pack.items[0].id)
    state.set_here([small_pack.items[0].id])
    state.set_pack(small_pack, None)
    assert (state.item, state.city, state.chapter, state.here) == (None, None, None, ())
    assert heard[-1] == ("pack",)


def test_without_a_pack_nothing_is_chosen(state, heard):
    state.set_pack(None, None)
    state.set_item("iets")
    state.set_city("iets")
    state.set_chapter("iets")
    state.set_here(["iets"])
    state.set_shown(["iets"])
    assert heard == [("pack",)]


def test_items_shown_together_leave_the_item_and_keep_chapter_and_city(state, heard):
    pack = state.pack
    state.set_chapter(pack.chapters[0].id)
    state.set_item(pack.items[0].id)
    wanted = [pack.items[2].id, pack.items[1].id, pack.items[2].id]
    state.set_shown(wanted)
    assert (state.item, state.city.id, state.chapter) == (None, pack.items[0].city, pack.chapters[0])
    assert state.shown == (pack.items[2].id, pack.items[1].id)
    assert heard[-1] == ("shown", state.shown)
    assert len(heard) == 3


@pytest.mark.parametrize("choose", ["set_item", "set_city", "set_chapter", "set_here"])
def test_what_is_shown_together_holds_until_something_else_is_chosen(state, choose):
    pack = state.pack
    ids = {"set_item": pack.items[0].id, "set_city": pack.cities[0].id, "set_chapter": pack.chapters[0].id}
    state.set_shown([pack.items[1].id])
    getattr(state, choose)(ids.get(choose, [pack.items[0].id]))
    assert state.shown is None


def test_nothing_found_is_not_nothing_chosen(state, heard):
    assert state.shown is None
    state.set_shown([])
    assert state.shown == ()
    state.renew_pack(state.pack)
    assert state.shown == ()
    state.set_shown(None)
    assert state.shown is None
    assert heard == [("shown", ()), ("renewed",), ("shown", None)]
    state.renew_pack(state.pack)
    assert state.shown is None
    state.set_shown([state.pack.items[0].id])
    state.set_pack(state.pack, None)
    assert state.shown is None


def test_an_unknown_item_among_those_to_show_changes_nothing(state, heard):
    state.set_item(state.pack.items[0].id)
    with pytest.raises(KeyError):
        state.set_shown([state.pack.items[1].id, "onbekend"])
    assert (state.item, state.shown) == (state.pack.items[0], None)
    assert len(heard) == 1


def test_a_listener_that_shows_other_items_does_not_start_a_loop(state, heard):
    first, second = state.pack.items[0].id, state.pack.items[1].id
    state.shownChanged.connect(lambda: state.set_shown([second]))
    state.set_shown([first])
    assert state.shown == (first,)
    assert heard == [("shown", (first,))]


def test_a_renewed_pack_keeps_what_is_active_and_gives_it_its_new_content(state, heard):
    pack, item = state.pack, state.pack.items[1]
    state.set_chapter(pack.chapters[0].id)
    state.set_item(item.id)
    state.set_here([pack.items[0].id, item.id])
    state.set_item(item.id)
    heard.clear()
    renamed = replace(item, title="Anders")
    state.renew_pack(replace(pack, items=tuple(renamed if i is item else i for i in pack.items)))
    assert state.item is renamed
    assert state.item is state.pack.item_by_id[item.id]
    assert state.chapter.id == pack.chapters[0].id
    assert state.city.id == item.city
    assert state.here == (pack.items[0].id, item.id)
    assert heard == [("renewed",)]


def test_what_a_renewed_pack_no_longer_has_is_not_active(state):
    pack, gone = state.pack, state.pack.items[0]
    state.set_item(gone.id)
    state.set_here([gone.id, pack.items[1].id])
    state.renew_pack(replace(pack, items=pack.items[1:]))
    assert state.item is None
    assert state.here == (pack.items[1].id,)
    state.set_shown([pack.items[1].id, pack.items[2].id])
    state.renew_pack(replace(pack, items=pack.items[2:]))
    assert state.shown == (pack.items[2].id,)
    state.set_city(pack.cities[0].id)
    state.renew_pack(replace(pack, cities=pack.cities[1:], chapters=()))
    assert (state.city, state.chapter) == (None, None)


def test_a_listener_that_renews_the_pack_does_not_start_a_loop(state, heard):
    pack = state.pack
    state.packRenewed.connect(lambda: state.renew_pack(pack))
    state.renew_pack(pack)
    assert heard == [("renewed",)]


def test_a_file_that_was_closed_meanwhile_stays_closed(state, heard, small_pack):
    state.set_pack(None, None)
    state.renew_pack(small_pack)
    assert state.pack is None
    assert heard == [("pack",)]
