# SPDX-License-Identifier: GPL-2.0-or-later
"""What is active, and who hears of it."""

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
    assert heard == [("pack",)]
