# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsLayerTreeGroup, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication

from sterkesteden_plugin.maps.basemap import tile_source
from sterkesteden_plugin.maps.tree import GROUP_PROPERTY, LAYER_PROPERTY, PACK_PROPERTY, StoryTree, pack_paths
from sterkesteden_plugin.services import settings
from sterkesteden_plugin.story.model import Load


def outline(group, depth=0):
    """The tree as indented lines: name, and whether it is checked itself."""
    lines = []
    for node in group.children():
        lines.append(f"{'  ' * depth}{node.name()}{'' if node.itemVisibilityChecked() else ' (off)'}")
        if isinstance(node, QgsLayerTreeGroup):
            lines += outline(node, depth + 1)
    return lines


SMALL = [
    "Drie steden",
    "  Plekken (off)",
    "    Plekken",
    "    Gebieden",
    "    Cijfers",
    "  Steden",
    "    Drie steden",
    "    Verbindingen",
    "  Ondergrond",
    "    BRT achtergrondkaart",
]


def test_layers_stand_in_their_groups_in_order_and_are_checked_as_the_pack_says(
    tree, project, small_pack, small_pack_file
):
    assert tree.add(small_pack, small_pack_file) == []
    assert outline(project.layerTreeRoot()) == SMALL
    assert tree.missing(small_pack) == []


def test_every_layer_of_the_real_pack_opens_with_its_style(tree, project, real_pack, real_pack_file):
    assert tree.add(real_pack, real_pack_file) == []
    for spec in real_pack.present_layers:
        layer = tree.layer(spec.id)
        assert layer.isValid(), spec.id
        if spec.geometry in ("punt", "lijn", "vlak"):
            assert layer.renderer().type() == "RuleRenderer", spec.id
            assert layer.crs().authid() == "EPSG:28992"
            assert layer.readOnly()
            assert layer.mapTipTemplate()
            assert [field.name() for field in layer.fields() if not _is_named(layer, field.name())] == [], spec.id
    assert project.crs().authid() == "EPSG:28992"


def _is_named(layer, field):
    """Whether a field has a Dutch name, or is not shown: neither in the form nor in the table."""
    index = layer.fields().indexOf(field)
    hidden = layer.editorWidgetSetup(index).type() == "Hidden"
    shown = {column.name for column in layer.attributeTableConfig().columns() if not column.hidden}
    return layer.attributeAlias(index) or (hidden and field not in shown)


def test_what_can_be_loaded_has_its_layer_once_it_is(tree, project, real_pack, real_pack_file):
    spec = next(layer for layer in real_pack.layers if layer.dataset and layer.geometry == "vlak")
    tree.add(real_pack, real_pack_file)
    assert tree.layer(spec.id) is None and tree.missing(real_pack) == []
    load = Load("l", spec.dataset, "2026-01-01T00:00:00Z", None, None, None, real_pack.sources[0], 1, 1, 0, 0, False)
    loaded = replace(real_pack, loads=(load,))
    assert [layer.id for layer in tree.missing(loaded)] == [spec.id]
    assert tree.add(loaded, real_pack_file) == []
    assert tree.layer(spec.id).isValid() and tree.layer(spec.id).renderer().type() == "RuleRenderer"
    tree.show_layers(loaded, loaded.chapters[0].layers)
    assert project.layerTreeRoot().findLayer(tree.layer(spec.id)).itemVisibilityChecked() is spec.visible
    undone = replace(real_pack, loads=(replace(load, undone=True),))
    assert spec not in undone.present_layers


def test_adding_twice_does_not_double(tree, project, small_pack, small_pack_file):
    tree.add(small_pack, small_pack_file)
    before = set(project.mapLayers())
    tree.add(small_pack, small_pack_file)
    assert set(project.mapLayers()) == before
    assert outline(project.layerTreeRoot()) == SMALL


def test_what_is_renamed_or_moved_is_found_again(tree, project, small_pack, small_pack_file):
    tree.add(small_pack, small_pack_file)
    layer = tree.layer("steden_punt")
    layer.setName("Mijn naam")
    node = project.layerTreeRoot().findLayer(layer.id())
    project.layerTreeRoot().insertChildNode(0, node.clone())
    node.parent().removeChildNode(node)
    tree.add(small_pack, small_pack_file)
    assert tree.layer("steden_punt") is layer
    assert len(tree.layers()) == len(small_pack.layers)


@pytest.mark.parametrize("gone", ["plekken_punt", "plekken_vlak", "plekken_cijfers", "steden_punt", "achtergrond"])
def test_a_removed_layer_is_missing_and_comes_back_in_its_place(tree, project, small_pack, small_pack_file, gone):
    tree.add(small_pack, small_pack_file)
    project.removeMapLayer(tree.layer(gone).id())
    assert [spec.id for spec in tree.missing(small_pack)] == [gone]
    tree.add(small_pack, small_pack_file)
    assert outline(project.layerTreeRoot()) == SMALL


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_removed_group_comes_back_in_its_place(tree, project, small_pack, small_pack_file, number, at_once):
    tree.add(small_pack, small_pack_file)
    top = project.layerTreeRoot().children()[0]
    top.removeChildNode(top.children()[number])
    if not at_once:  # QGIS removes the layers of a removed node only when it is idle
        QCoreApplication.processEvents()
        assert tree.missing(small_pack)
    tree.add(small_pack, small_pack_file)
    QCoreApplication.processEvents()
    assert outline(project.layerTreeRoot()) == SMALL
    assert tree.missing(small_pack) == []


def test_layers_of_another_with_the_same_name_are_left_alone(tree, project, small_pack, small_pack_file):
    own = QgsVectorLayer("Point?crs=EPSG:28992", "Drie steden", "memory")
    project.addMapLayer(own)
    group = project.layerTreeRoot().insertGroup(0, "Steden")
    tree.add(small_pack, small_pack_file)
    tree.show_layers(small_pack, [])
    assert tree.layer("steden_punt") is not own
    assert group.itemVisibilityChecked()
    assert own.customProperty(LAYER_PROPERTY) is None


def test_the_project_gets_the_crs_of_the_layers_only_when_it_was_empty(tree, project, small_pack, small_pack_file):
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:3857", "eigen", "memory"))
    tree.add(small_pack, small_pack_file)
    assert project.crs().authid() == "EPSG:3857"


def test_the_transformation_of_the_base_map_is_settled_before_qgis_asks(tree, project, small_pack, small_pack_file):
    tree.add(small_pack, small_pack_file)
    base_map = tree.layer("achtergrond")
    assert base_map.crs() != project.crs()
    assert project.transformContext().hasTransform(base_map.crs(), project.crs())


def test_another_path_moves_the_layers_to_it(tree, project, small_pack, small_pack_file, tmp_path):
    tree.add(small_pack, small_pack_file)
    layer = tree.layer("steden_punt")
    layer.setName("Mijn naam")
    other = shutil.copy(small_pack_file, tmp_path / "ander bestand.gpkg")
    tree.add(small_pack, other)
    assert pack_paths(project) == [other]
    assert layer.isValid() and layer.featureCount() == 3
    assert layer.name() == "Mijn naam"
    assert layer.renderer().type() == "RuleRenderer"
    assert str(small_pack_file) not in " ".join(each.source() for each in project.mapLayers().values())


def test_a_file_without_the_views_is_told_and_leaves_no_dead_layers(tree, project, small_pack, tmp_path):
    problems = tree.add(small_pack, tmp_path / "weg.gpkg")
    assert len(problems) == 5 and "Gebieden" in problems[1]
    assert [layer.customProperty(LAYER_PROPERTY) for layer in tree.layers()] == ["achtergrond"]
    assert len(tree.missing(small_pack)) == 5


def test_layers_whose_file_went_away_are_missing_and_come_back_with_it(
    tree, project, small_pack, small_pack_file, tmp_path
):
    tree.add(small_pack, small_pack_file)
    tree.add(small_pack, tmp_path / "weg.gpkg")
    assert "steden_punt" in [spec.id for spec in tree.missing(small_pack)]
    assert tree.add(small_pack, small_pack_file) == []
    assert tree.missing(small_pack) == []
    assert outline(project.layerTreeRoot()) == SMALL


def test_changed_is_emitted_when_story_layers_come_or_go_and_for_no_others(tree, project, small_pack, small_pack_file):
    seen = []
    tree.changed.connect(lambda: seen.append(len(tree.missing(small_pack))))
    own = project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:28992", "eigen", "memory"))
    project.removeMapLayer(own.id())
    assert seen == []
    tree.add(small_pack, small_pack_file)
    assert seen == [0]
    project.removeMapLayer(tree.layer("steden_punt").id())
    assert seen == [0, 1]
    project.clear()
    assert seen[-1] == len(small_pack.layers)


def test_a_project_that_was_saved_knows_its_story_layers(tree, project, small_pack, small_pack_file, tmp_path):
    tree.add(small_pack, small_pack_file)
    assert project.write(str(tmp_path / "p.qgz"))
    other = QgsProject()
    other_tree = StoryTree(other)
    told = []
    other_tree.changed.connect(lambda: told.append(1))
    assert other.read(str(tmp_path / "p.qgz"))
    assert told
    assert pack_paths(other) == [small_pack_file]
    assert other_tree.missing(small_pack) == []
    other_tree.add(small_pack, small_pack_file)
    assert outline(other.layerTreeRoot()) == SMALL
    other_tree.close()
    other.clear()


def test_show_layers_checks_these_and_unchecks_the_others_but_for_services(tree, project, small_pack, small_pack_file):
    tree.add(small_pack, small_pack_file)
    tree.show_layers(small_pack, ["plekken_vlak"])
    root = project.layerTreeRoot()
    shown = {spec.id for spec in small_pack.layers if root.findLayer(tree.layer(spec.id).id()).isVisible()}
    assert shown == {"plekken_vlak", "achtergrond"}


def test_two_packs_stand_beside_each_other(tree, project, small_pack, small_pack_file, real_pack, real_pack_file):
    tree.add(small_pack, small_pack_file)
    tree.add(real_pack, real_pack_file)
    assert len(project.layerTreeRoot().children()) == 2
    assert len(tree.layers()) == len(small_pack.layers) + len(real_pack.present_layers)
    assert tree.missing(small_pack) == tree.missing(real_pack) == []


def test_groups_carry_the_same_marks_as_layers(tree, project, small_pack, small_pack_file):
    tree.add(small_pack, small_pack_file)
    nodes = project.layerTreeRoot().findGroups(True)
    assert [node.customProperty(GROUP_PROPERTY) for node in nodes] == ["drie-steden", "plekken", "steden", "ondergrond"]
    assert {node.customProperty(PACK_PROPERTY) for node in nodes} == {"drie-steden"}


def test_the_base_map_is_there_without_a_network_and_names_its_source(tree, small_pack, small_pack_file):
    tree.add(small_pack, small_pack_file)
    layer = tree.layer("achtergrond")
    assert layer.isValid()  # a layer that had asked the server would not be
    assert layer.source().startswith("type=xyz&")
    assert "/grijs/EPSG:3857/{z}/{x}/{y}.png" in layer.source()
    assert (layer.metadata().rights(), layer.metadata().licenses()) == (["Kadaster"], ["CC BY 4.0"])


def test_viewing_does_not_change_the_file(tree, project, small_pack, small_pack_file):
    before = hashlib.sha256(small_pack_file.read_bytes()).digest()
    tree.add(small_pack, small_pack_file)
    assert sum(1 for _ in tree.layer("plekken_vlak").getFeatures()) == 3
    project.clear()
    assert hashlib.sha256(small_pack_file.read_bytes()).digest() == before
    assert [path.name for path in small_pack_file.parent.glob("*.gpkg*")] == [small_pack_file.name]


def test_close_leaves_no_listener_and_bears_a_project_that_is_gone(small_pack, small_pack_file):
    project = QgsProject()
    tree = StoryTree(project)
    told = []
    tree.changed.connect(lambda: told.append(1))
    tree.close()
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:28992", "eigen", "memory"))
    tree_of_another = StoryTree(project)
    tree_of_another.add(small_pack, small_pack_file)
    assert told == []
    project.clear()
    sip.delete(project)
    tree_of_another.close()
    assert tree_of_another.layers() == []


def test_the_cities_are_drawn_above_all_else(tree, project, real_pack, real_pack_file):
    tree.add(real_pack, real_pack_file)
    # Print layouts know nothing of "above labels": there the order of the tree counts.
    assert project.layerTreeRoot().layerOrder()[0].customProperty(LAYER_PROPERTY) == "netwerk_steden"
    above = {
        layer.customProperty(LAYER_PROPERTY)
        for layer in tree.layers()
        if layer.customProperty("rendering/renderAboveLabels")
    }
    assert above == {"netwerk_steden"}


def test_redraw_asks_for_every_view_and_not_for_the_base_map(tree, small_pack, small_pack_file):
    tree.add(small_pack, small_pack_file)
    asked = []
    for layer in tree.layers():
        name = layer.customProperty(LAYER_PROPERTY)
        layer.repaintRequested.connect(lambda *_args, name=name: asked.append(name))
    tree.redraw()
    assert sorted(asked) == ["plekken_cijfers", "plekken_punt", "plekken_vlak", "steden_lijn", "steden_punt"]


def test_one_layer_is_shown_and_no_other_touched(project, tree, small_pack, small_pack_file):
    tree.add(small_pack, small_pack_file)
    tree.show_layers(small_pack, [])
    root = project.layerTreeRoot()
    before = {node.layerId(): node.itemVisibilityChecked() for node in root.findLayers()}
    spec = next(spec for spec in small_pack.layers if spec.service is None)
    tree.show_layer(small_pack, spec.id)
    tree.show_layer(small_pack, "weg")
    shown = root.findLayer(tree.layer(spec.id).id())
    assert shown.isVisible()
    after = {node.layerId(): node.itemVisibilityChecked() for node in root.findLayers()}
    assert after == {**before, shown.layerId(): True}


def test_the_base_map_comes_from_the_address_that_the_user_set(small_pack):
    spec = next(layer for layer in small_pack.layers if layer.service)
    own = tile_source(spec.service)
    settings.set_address(spec.service.id, "https://spiegel.example.org/tegels/")
    try:
        assert "url=https://spiegel.example.org/tegels/grijs/" in tile_source(spec.service)
    finally:
        settings.set_address(spec.service.id, "")
    assert "spiegel" not in tile_source(spec.service)
    QgsSettings().setValue(f"sterkesteden/services/{spec.service.id}/address", "https://jan:geheim@spiegel.example.org")
    try:
        assert tile_source(spec.service) == own  # written by hand; it would stand in the project file
        settings.set_authcfg(spec.service.id, "abc1234", "https://elders.example.org")
        assert "authcfg" not in tile_source(spec.service)
        settings.set_authcfg(spec.service.id, "abc1234", spec.service.url)
        assert tile_source(spec.service) == f"{own}&authcfg=abc1234"
    finally:
        QgsSettings().remove("sterkesteden")
