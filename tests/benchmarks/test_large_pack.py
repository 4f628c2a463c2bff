# SPDX-License-Identifier: GPL-2.0-or-later
"""The pack of many items: always the same, and in a file what it is in memory."""

import sqlite3
from contextlib import closing

from benchmarks.large_pack import large_pack, write_items
from sterkesteden_plugin.story.search import words


def test_the_same_seed_gives_the_same_items(small_pack):
    first = large_pack(small_pack, 50)
    assert first == large_pack(small_pack, 50)
    assert first.items != large_pack(small_pack, 50, seed=5).items
    assert len({item.id for item in first.items}) == 50


def test_its_texts_are_as_long_as_those_that_are_shipped_and_have_many_words(real_pack):
    many = large_pack(real_pack, 2000)
    length, real = (sum(len(item.text) for item in pack.items) / len(pack.items) for pack in (many, real_pack))
    assert length > 0.9 * real
    assert len({word for item in many.items for word in words(item.text)}) > 5000


def test_a_file_of_it_reads_as_it_is(small_pack, small_pack_file, tmp_path):
    from sterkesteden_plugin.store.reader import read_pack

    many = large_pack(small_pack, 60)
    read = read_pack(write_items(many, small_pack_file, tmp_path / "many.gpkg"))
    assert len(read.items) == len(small_pack.items) + 60
    for item in many.items:
        found = read.item_by_id[item.id]
        assert (found.title, found.text, found.city, found.kind) == (item.title, item.text, item.city, item.kind)
        assert {link.place.id for link in found.places} == {link.place.id for link in item.places}
        assert {theme.id for theme in found.themes} == {theme.id for theme in item.themes}
    with closing(sqlite3.connect(tmp_path / "many.gpkg")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
