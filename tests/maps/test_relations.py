# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsRelation

from sterkesteden_plugin.maps.form_words import READ_ONLY, TITLES
from sterkesteden_plugin.maps.relations import Tie, relation_id, ties
from sterkesteden_plugin.maps.tables import BaseTables
from sterkesteden_plugin.store.schema import PLACE_TABLES, TABLES


@pytest.fixture()
def tables(qgis_app, small_pack, small_pack_file):
    tables = BaseTables(QgsProject.instance())
    tables.add(small_pack, small_pack_file)
    yield tables
    tables.close()
    QgsProject.instance().clear()


def relation(pack, *tie):
    return QgsProject.instance().relationManager().relation(relation_id(pack.id, Tie(*tie)))


def row(layer, key):
    (found,) = (feature for feature in layer.getFeatures() if feature["id"] == key)
    return found


def test_every_column_that_refers_to_a_table_is_a_relation():
    known = {(tie.table, tie.column) for tie in ties()}
    for table in set(TITLES) - set(READ_ONLY):
        for column in TABLES[table]:
            assert not column.refers or (table, column.name) in known, f"{table}.{column.name}"


def test_all_hold_and_have_names_and_ids_of_their_own(tables):
    found = QgsProject.instance().relationManager().relations()
    assert len(found) == len(list(ties()))
    assert all(each.isValid() for each in found.values())
    assert len({each.name() for each in found.values()}) == len(found)


def test_ids_are_the_same_in_every_project(tables, small_pack, small_pack_file):
    other = QgsProject()
    others = BaseTables(other)
    others.add(small_pack, small_pack_file)
    assert set(other.relationManager().relations()) == set(QgsProject.instance().relationManager().relations())
    others.close()
    other.clear()


def test_an_item_lists_its_places_and_a_place_its_items(tables, small_pack):
    item = next(item for item in small_pack.items if item.places)
    by_item = relation(small_pack, "item_plaats", "item_id", "item")
    rows = list(by_item.getRelatedFeatures(row(tables.layer("item"), item.id)))
    assert [each["plaats_id"] for each in sorted(rows, key=lambda each: each["volgorde"])] == [
        link.place.id for link in item.places
    ]
    place = item.places[0].place
    by_place = relation(small_pack, "item_plaats", "plaats_id", place.table)
    naming = {each["item_id"] for each in by_place.getRelatedFeatures(row(tables.layer(place.table), place.id))}
    assert naming == {each.id for each in small_pack.items_at_place[place.id]}
    source = relation(small_pack, place.table, "bron_id", "bron")
    assert source.getReferencedFeature(row(tables.layer(place.table), place.id))["id"] == place.source.id


def test_a_link_is_tied_to_each_place_table_and_to_their_view():
    targets = {tie.target for tie in ties() if (tie.table, tie.column) == ("item_plaats", "plaats_id")}
    assert targets == {*PLACE_TABLES, "plaats"}


def test_links_go_with_what_they_link_and_nothing_else_does(tables, small_pack):
    whole = QgsRelation.RelationStrength.Composition
    assert relation(small_pack, "item_plaats", "item_id", "item").strength() == whole
    assert relation(small_pack, "workshop_score", "workshop_id", "workshop").strength() == whole
    for tie in (("item", "bron_id", "bron"), ("item", "stad_id", "stad"), ("nu", "cijfer_id", "cijfer")):
        assert relation(small_pack, *tie).strength() != whole, tie


def test_a_table_that_was_made_anew_is_tied_again(tables, small_pack, small_pack_file):
    QgsProject.instance().removeMapLayer(tables.layer("item").id())
    tables.add(small_pack, small_pack_file)
    again = relation(small_pack, "item_plaats", "item_id", "item")
    assert again.isValid() and again.referencedLayer() is tables.layer("item")
    assert len(QgsProject.instance().relationManager().relations()) == len(list(ties()))
