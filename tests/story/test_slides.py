# SPDX-License-Identifier: GPL-2.0-or-later
"""A story as slides, on the pack of three cities and on the real one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sterkesteden_plugin.store.schema import ROLES
from sterkesteden_plugin.story.model import OwnLayer, PlaceLink
from sterkesteden_plugin.story.slides import city_slides, next_part, position_of, previous_part, story_slides


@pytest.fixture(params=["small_pack", "real_pack"])
def pack(request):
    return request.getfixturevalue(request.param)


def test_chapters_in_order_and_after_that_of_a_city_its_items(pack):
    story = pack.stories[0].id
    wanted = []
    for chapter in pack.chapters_of(story):
        wanted.append(chapter.id)
        if chapter.city:
            wanted += [item.id for item in pack.items_of(chapter.city)]
    assert [slide.key for slide in story_slides(pack, story)] == wanted
    assert {item.id for item in pack.items} <= set(wanted)


def test_a_story_that_is_not_there_has_no_slides(pack):
    assert story_slides(pack, "weg") == ()
    assert city_slides(pack, "weg") == ()


def test_one_city_begins_with_its_chapter_and_tells_all_of_it(pack):
    for city in pack.cities:
        slides = city_slides(pack, city.id)
        items = [item.id for item in pack.items_of(city.id)]
        assert [slide.key for slide in slides] == ([city.chapter] if city.chapter else []) + items
        assert {slide.part for slide in slides} == {city.chapter or city.id}


def test_each_slide_shows_something_that_is_on_the_map(pack):
    for slide in story_slides(pack, pack.stories[0].id):
        assert slide.box is not None or slide.view, slide.key
        for place in (*slide.view, *slide.places, *slide.marked):
            assert pack.place_by_id[place].located, (slide.key, place)
        assert set(slide.layers) <= {layer.id for layer in pack.layers}
        assert slide.layers, slide.key


def test_a_place_that_is_only_compared_with_is_marked_and_not_flown_to(small_pack):
    located = [place for place in small_pack.places if place.located]
    compared = "vergelijkt met"
    assert compared in ROLES
    item = replace(small_pack.items[0], places=(PlaceLink(located[0], "ligt in"), PlaceLink(located[1], compared)))
    pack = replace(small_pack, items=(item, *small_pack.items[1:]))
    slide = next(slide for slide in city_slides(pack, item.city) if slide.key == item.id)
    assert slide.view == (located[0].id,)
    assert slide.marked == (located[0].id, located[1].id)
    alone = replace(item, places=(PlaceLink(located[1], compared),))
    pack = replace(small_pack, items=(alone, *small_pack.items[1:]))
    slide = next(slide for slide in city_slides(pack, item.city) if slide.key == item.id)
    assert slide.view == (located[1].id,)


def test_a_chapter_of_a_user_shows_its_box(small_pack):
    chapter = replace(small_pack.chapters[0], extent=None, box=(1.0, 2.0, 3.0, 4.0), city=None)
    slides = story_slides(replace(small_pack, chapters=(chapter,)), chapter.story)
    assert [(slide.box, slide.view) for slide in slides] == [((1.0, 2.0, 3.0, 4.0), ())]


def test_a_captured_chapter_marks_its_places_and_shows_the_users_layers(small_pack):
    place = next(place for place in small_pack.places if place.located)
    own = (OwnLayer("laag-1", "Mijn laag"),)
    shown = replace(small_pack.chapters[0], places=(PlaceLink(place, "ligt in"),), city=None, own_layers=own)
    (slide,) = story_slides(replace(small_pack, chapters=(shown,)), shown.story)
    assert (slide.captured, slide.marked, slide.own_layers) == (False, (), ())
    captured = replace(shown, extent=None, box=(1.0, 2.0, 3.0, 4.0))
    (slide,) = story_slides(replace(small_pack, chapters=(captured,)), captured.story)
    assert (slide.captured, slide.marked, slide.own_layers) == (True, (place.id,), own)


def test_steps_of_whole_chapters(pack):
    slides = story_slides(pack, pack.stories[0].id)
    starts = [n for n, slide in enumerate(slides) if n == 0 or slides[n - 1].part != slide.part]
    assert len(starts) == len(pack.chapters_of(pack.stories[0].id))
    for n in range(len(slides)):
        after = [start for start in starts if start > n]
        before = [start for start in starts if start < n]
        assert next_part(slides, n) == (after[0] if after else n)
        assert previous_part(slides, n) == (before[-1] if before else 0)


def test_a_slide_is_found_by_its_key(pack):
    slides = story_slides(pack, pack.stories[0].id)
    assert position_of(slides, slides[-1].key) == len(slides) - 1
    assert position_of(slides, "weg") == 0
