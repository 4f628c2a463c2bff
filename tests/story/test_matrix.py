# SPDX-License-Identifier: GPL-2.0-or-later
"""Themes by cities, what is chosen in them, and what a filter leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sterkesteden_plugin.story.matrix import NO_STATUS, NO_THEME, Filter, Matrix, Spot, filtered
from sterkesteden_plugin.story.search import index

from ..panel.conftest import REFERENCE, make_pack


@pytest.fixture()
def pack():
    return make_pack()


@pytest.fixture()
def matrix(pack):
    return Matrix(pack, pack.items)


def ids(items):
    return [item.id for item in items]


def test_every_item_stands_in_the_cells_of_its_themes_or_in_the_row_without(pack, matrix):
    assert ids(matrix.cell("t1", "aardvoort")) == ["aardvoort-k1", "aardvoort-k2"]
    assert ids(matrix.cell("t2", "aardvoort")) == ["aardvoort-k2"]
    assert ids(matrix.cell(NO_THEME, "beekmeer")) == ["beekmeer-o1"]
    assert matrix.cell("t2", "cederloo") == ()
    assert set(matrix.items_of(Spot(row) for row in matrix.rows)) == set(pack.items)


def test_no_item_of_the_real_pack_is_lost(real_pack):
    matrix = Matrix(real_pack, real_pack.items)
    assert matrix.items_of(Spot(row) for row in matrix.rows) == real_pack.items
    assert matrix.items_of(Spot(None, city.id) for city in real_pack.cities) == real_pack.items
    assert len(matrix.groups) == 2
    assert [len(group.themes) for group in matrix.groups] == [4, 3]


def test_a_row_a_column_and_cells_together_give_each_item_once_in_order(matrix):
    assert ids(matrix.items_of([Spot("t2")])) == ["aardvoort-k2"]
    assert ids(matrix.items_of([Spot(None, "cederloo")])) == ["cederloo-k1"]
    both = [Spot(None, "cederloo"), Spot("t2", "aardvoort"), Spot("t1", "aardvoort")]
    assert ids(matrix.items_of(both)) == ["aardvoort-k1", "aardvoort-k2", "cederloo-k1"]
    assert matrix.items_of([]) == ()


def test_a_stretch_holds_only_spots_of_one_kind(matrix):
    stretch = matrix.between(Spot("t2", "beekmeer"), Spot("t1", "aardvoort"))
    assert set(stretch) == {Spot(row, city) for row in ("t1", "t2") for city in ("aardvoort", "beekmeer")}
    assert matrix.between(Spot("t1"), Spot(NO_THEME)) == (Spot("t1"), Spot("t2"), Spot(NO_THEME))
    assert matrix.between(Spot(None, "cederloo"), Spot(None, "beekmeer")) == (
        Spot(None, "beekmeer"),
        Spot(None, "cederloo"),
    )
    assert matrix.between(Spot("t1", "aardvoort"), Spot("t2")) == (Spot("t2"),)
    assert matrix.between(Spot("weg", "aardvoort"), Spot("t2", "aardvoort")) == (Spot("t2", "aardvoort"),)


def test_spots_of_another_pack_are_not_known(matrix):
    assert matrix.known([Spot("weg"), Spot("t1"), Spot(None, "weg"), Spot("t1", "beekmeer")]) == (
        Spot("t1"),
        Spot("t1", "beekmeer"),
    )


def test_themes_stand_under_their_chapter_by_its_number_then_their_own(pack):
    last = replace(pack.themes[1], number=2)
    first = replace(pack.themes[0], id="t9", number=9, chapter="h0")
    pack = make_pack(themes=(last, pack.themes[0], first))
    groups = Matrix(pack, pack.items).groups
    assert [[theme.id for theme in group.themes] for group in groups] == [["t9"], ["t1", "t2"]]
    assert groups[0].title == "Begin"


def test_the_row_without_theme_stays_when_a_filter_empties_it_and_is_absent_where_the_pack_needs_none(pack):
    with_theme = tuple(item for item in pack.items if item.themes)
    assert NO_THEME in Matrix(pack, with_theme).rows
    pack = make_pack(items=with_theme)
    assert NO_THEME not in Matrix(pack, pack.items).rows


def test_an_item_with_a_theme_that_the_pack_does_not_have_is_not_lost(pack):
    stray = replace(pack.items[0], themes=(replace(pack.themes[0], id="vreemd"),))
    pack = make_pack(items=(stray,))
    matrix = Matrix(pack, pack.items)
    assert matrix.cell(NO_THEME, stray.city) == [stray]
    assert matrix.has_others


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Filter(), 7),
        (Filter(kind="kans"), 3),
        (Filter("haven"), 1),
        (Filter("HAVÉN wat"), 1),
        (Filter("aven"), 0),
        (Filter("k1"), 2),
        (Filter("aardv wonen"), 2),
        (Filter("...", kind="opgave"), 3),
        (Filter(kind="iets"), 0),
        (Filter(status="idee"), 0),
        (Filter(status=NO_STATUS), 7),
    ],
)
def test_a_filter_leaves_what_has_all_that_is_wanted(pack, wanted, left):
    found = filtered(pack, wanted, index(pack))
    assert len(found) == left
    assert list(found) == [item for item in pack.items if item in found]


def test_a_filter_reads_a_text_anew_that_was_changed(pack):
    assert filtered(pack, Filter("bruggetje"), index(pack)) == ()
    changed = replace(pack.items[0], text="Een bruggetje.")
    renewed = make_pack(items=(changed, *pack.items[1:]))
    assert filtered(renewed, Filter("bruggetje"), index(renewed)) == (changed,)


def test_without_an_index_words_leave_everything_and_the_rest_counts(pack):
    assert filtered(pack, Filter("bruggetje"), None) == pack.items
    assert len(filtered(pack, Filter("bruggetje", kind="kans"), None)) == 3


def test_what_a_link_leads_to_is_no_text(pack):
    item = replace(pack.items[0], text="Bij [de sluis](plaats:geheim).", reference=REFERENCE)
    pack = make_pack(items=(item,))
    assert filtered(pack, Filter("geheim"), index(pack)) == ()
    assert filtered(pack, Filter("sluis"), index(pack)) == (item,)


def test_only_a_filter_that_asks_something_is_on():
    assert not Filter("  ... ").is_on
    assert Filter("a").is_on
    assert Filter(kind="kans").is_on
    assert Filter(status=NO_STATUS).is_on
