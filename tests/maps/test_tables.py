# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import hashlib
import shutil
import sqlite3

import pytest
from qgis.core import QgsLayerTreeGroup, QgsProject
from qgis.PyQt.QtCore import QCoreApplication

from sterkesteden_plugin.maps.form_words import READ_ONLY, TITLES
from sterkesteden_plugin.maps.marked import files_of
from sterkesteden_plugin.maps.tables import TABLE_PROPERTY, BaseTables
from sterkesteden_plugin.maps.tree import pack_paths
from sterkesteden_plugin.store.tables import path_of


@pytest.fixture()
def tables(project):
    tables = BaseTables(project)
    yield tables
    tables.close()


def data_group(project):
    (group,) = (g for g in project.layerTreeRoot().findGroups(True) if g.name() == "Gegevens")
    return group


def names(group):
    return [node.layer().customProperty(TABLE_PROPERTY) for node in group.children()]


def commit(layer, column, value):
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf(column), value)
    return layer.commitChanges()


def test_every_table_stands_in_one_folded_group_and_none_is_drawn(tree, tables, project, real_pack, real_pack_file):
    tree.add(real_pack, real_pack_file)
    assert tables.add(real_pack, real_pack_file) == []
    group = data_group(project)
    assert names(group) == list(TITLES)
    assert not group.isExpanded()
    assert group.parent().children()[-1] is group
    assert not any(node.isVisible() for node in group.children())
    assert all(node.layer().isValid() for node in group.children())
    assert {table for table in TITLES if tables.layer(table).readOnly()} == set(READ_ONLY)


def test_adding_twice_does_not_double(tables, project, small_pack, small_pack_file):
    tables.add(small_pack, small_pack_file)
    before, relations = set(project.mapLayers()), set(project.relationManager().relations())
    tables.add(small_pack, small_pack_file)
    assert set(project.mapLayers()) == before
    assert set(project.relationManager().relations()) == relations
    assert len(project.layerTreeRoot().children()) == 1


def test_what_is_there_stays_as_the_user_has_it(tables, project, small_pack, small_pack_file):
    tables.add(small_pack, small_pack_file)
    layer = tables.layer("item")
    layer.setName("Mijn naam")
    layer.setFieldAlias(layer.fields().indexOf("titel"), "Kop")
    tables.add(small_pack, small_pack_file)
    assert tables.layer("item") is layer
    assert (layer.name(), layer.attributeAlias(layer.fields().indexOf("titel"))) == ("Mijn naam", "Kop")


@pytest.mark.parametrize("gone", ["item", "plaats_vlak", "bron", "geschiedenis", "groep"])
def test_a_removed_table_comes_back_in_its_place(tables, project, small_pack, small_pack_file, gone):
    tables.add(small_pack, small_pack_file)
    project.removeMapLayer(tables.layer(gone).id())
    assert tables.layer(gone) is None
    tables.add(small_pack, small_pack_file)
    assert names(data_group(project)) == list(TITLES)
    assert all(relation.isValid() for relation in project.relationManager().relations().values())


def test_another_path_moves_the_tables_to_it(tables, project, small_pack, small_pack_file, tmp_path):
    tables.add(small_pack, small_pack_file)
    other = shutil.copy(small_pack_file, tmp_path / "ander bestand.gpkg")
    tables.add(small_pack, other)
    assert {path_of(layer) for layer in tables.layers()} == {str(other)}
    assert all(layer.isValid() for layer in tables.layers())


def test_a_file_without_the_tables_is_told_and_leaves_no_dead_layers(tables, project, small_pack, tmp_path):
    problems = tables.add(small_pack, tmp_path / "weg.gpkg")
    assert len(problems) == len(TITLES) and TITLES["item"] in problems[0]
    assert not project.mapLayers() and not project.layerTreeRoot().children()


def test_a_saved_project_knows_its_tables(tables, project, small_pack, small_pack_file, tmp_path):
    tables.add(small_pack, small_pack_file)
    assert project.write(str(tmp_path / "p.qgz"))
    other = QgsProject()
    known = BaseTables(other)
    assert other.read(str(tmp_path / "p.qgz"))
    assert {layer.customProperty(TABLE_PROPERTY) for layer in known.layers()} == set(TITLES)
    known.add(small_pack, small_pack_file)
    assert len(other.mapLayers()) == len(TITLES)
    told = []
    known.committed.connect(lambda: told.append(1))
    assert commit(known.layer("item"), "eigenaar", "Iemand")
    QCoreApplication.processEvents()
    assert told == [1]
    known.close()
    other.clear()


def test_story_layers_are_not_disturbed(tree, tables, project, small_pack, small_pack_file):
    tables.add(small_pack, small_pack_file)
    assert pack_paths(project) == []
    assert files_of(project) == {small_pack_file}
    assert tree.layers() == [] and len(tree.missing(small_pack)) == len(small_pack.layers)
    told = []
    tree.changed.connect(lambda: told.append(1))
    project.removeMapLayer(tables.layer("nu").id())
    assert told == []
    tree.add(small_pack, small_pack_file)
    tables.add(small_pack, small_pack_file)
    assert len(project.layerTreeRoot().children()) == 1
    group = data_group(project)
    project.layerTreeRoot().findLayer(tables.layer("plaats_vlak").id()).setItemVisibilityChecked(True)
    tree.show_layers(small_pack, ["steden_punt"])
    assert project.layerTreeRoot().findLayer(tables.layer("plaats_vlak").id()).isVisible(), "what is on stays on"
    assert group.itemVisibilityChecked()
    assert tree.missing(small_pack) == []


def test_two_packs_have_tables_of_their_own(tables, project, small_pack, small_pack_file, real_pack, real_pack_file):
    tables.add(small_pack, small_pack_file)
    tables.add(real_pack, real_pack_file)
    assert len(project.mapLayers()) == 2 * len(TITLES)
    assert path_of(tables.layer("item", small_pack.id)) == str(small_pack_file)
    assert path_of(tables.layer("item", real_pack.id)) == str(real_pack_file)
    tops = [node for node in project.layerTreeRoot().children() if isinstance(node, QgsLayerTreeGroup)]
    assert len(tops) == 2


def test_viewing_does_not_change_the_file(tree, tables, project, small_pack, small_pack_file):
    before = hashlib.sha256(small_pack_file.read_bytes()).digest()
    tree.add(small_pack, small_pack_file)
    tables.add(small_pack, small_pack_file)
    assert sum(1 for _ in tables.layer("item").getFeatures()) == len(small_pack.items)
    project.clear()
    assert hashlib.sha256(small_pack_file.read_bytes()).digest() == before
    assert [path.name for path in small_pack_file.parent.glob("*.gpkg*")] == [small_pack_file.name]


def test_what_qgis_writes_is_told_once(tables, project, small_pack, small_pack_file):
    tables.add(small_pack, small_pack_file)
    told = []
    tables.committed.connect(lambda: told.append(1))
    item, place = tables.layer("item"), tables.layer("plaats_punt")
    item.startEditing()
    item.rollBack()
    QCoreApplication.processEvents()
    assert told == []
    assert commit(item, "titel", "Anders") and commit(place, "naam", "Elders")
    QCoreApplication.processEvents()
    assert told == [1]
    database = sqlite3.connect(small_pack_file)
    titles = {title for (title,) in database.execute("SELECT titel FROM item")}
    database.close()
    assert "Anders" in titles


def test_a_restored_table_is_heard(tables, project, small_pack, small_pack_file):
    tables.add(small_pack, small_pack_file)
    project.removeMapLayer(tables.layer("item").id())
    tables.add(small_pack, small_pack_file)
    told = []
    tables.committed.connect(lambda: told.append(1))
    assert commit(tables.layer("item"), "titel", "Anders")
    QCoreApplication.processEvents()
    assert told == [1]


def test_after_close_nothing_is_heard(project, small_pack, small_pack_file):
    tables = BaseTables(project)
    tables.add(small_pack, small_pack_file)
    told = []
    tables.committed.connect(lambda: told.append(1))
    layer = tables.layer("item")
    tables.close()
    assert commit(layer, "titel", "Weer anders")
    QCoreApplication.processEvents()
    assert told == []
