# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import (
    QgsLayerTreeModel,
    QgsLayoutItemMap,
    QgsMapThemeCollection,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)

from sterkesteden_plugin.maps.tables import BaseTables
from sterkesteden_plugin.maps.themes import PREFIX, renew_themes
from sterkesteden_plugin.maps.tree import LAYER_PROPERTY, StoryTree
from sterkesteden_plugin.story.model import OwnLayer, Story


@pytest.fixture()
def renew(project, tree, small_pack, small_pack_file):
    """Renew the themes of a project with the layers of the small pack (or of another version of it)."""
    tree.add(small_pack, small_pack_file)

    def run(pack=small_pack):
        return renew_themes(project, tree, pack)

    return run


def shown(project):
    root = project.layerTreeRoot()
    return {
        layer.customProperty(LAYER_PROPERTY) or layer.name()
        for layer in project.mapLayers().values()
        if root.findLayer(layer.id()).isVisible()
    }


def apply(project, name):
    root = project.layerTreeRoot()
    project.mapThemeCollection().applyTheme(name, root, QgsLayerTreeModel(root))
    return shown(project)


def themes(project):
    return [name for name in project.mapThemeCollection().mapThemes() if name.startswith(PREFIX)]


def services(pack):
    return {layer.id for layer in pack.layers if layer.service is not None}


def with_chapter(pack, at=0, **values):
    chapters = list(pack.chapters)
    chapters[at] = replace(chapters[at], **values)
    return replace(pack, chapters=tuple(chapters))


def own_story(pack):
    story = Story("eigen", "Mijn  verhaal", True, pack.stories[0].reference)
    chapter = replace(pack.chapters[0], id="eigen-1", story="eigen", number=1, title="Begin", layers=("steden_punt",))
    return replace(pack, stories=(*pack.stories, story), chapters=(*pack.chapters, chapter))


def test_each_chapter_and_city_has_a_theme_that_shows_its_layers(project, renew, small_pack):
    assert renew() is True
    cities = [city for city in small_pack.cities if city.chapter]
    assert len(themes(project)) == len(small_pack.chapters) + len(cities)
    for chapter in small_pack.chapters:
        name = f"{PREFIX}{chapter.number:02d} {chapter.title}"
        assert apply(project, name) == {*chapter.layers, *services(small_pack)}
    for city in cities:
        layers = small_pack.chapter_by_id[city.chapter].layers
        assert apply(project, PREFIX + city.name) == {*layers, *services(small_pack)}


def test_making_them_changes_nothing_that_is_visible(project, renew, tree, small_pack):
    tree.show_layers(small_pack, ["plekken_vlak"])
    before = shown(project)
    renew()
    assert shown(project) == before


def test_a_second_time_nothing_differs_and_the_project_stays_clean(project, renew):
    renew()
    project.setDirty(False)
    assert renew() is False
    assert not project.isDirty()


def test_a_theme_that_was_applied_is_as_it_was(project, renew):
    renew()
    for name in themes(project):
        apply(project, name)
    project.setDirty(False)
    assert renew() is False
    assert not project.isDirty()


def test_a_saved_project_has_the_same_themes(project, renew, small_pack, tmp_path):
    renew()
    assert project.write(str(tmp_path / "p.qgz"))  # before QGIS itself completes a theme, when it is applied
    expected = {name: apply(project, name) for name in themes(project)}
    other = QgsProject()
    other_tree = StoryTree(other)
    assert other.read(str(tmp_path / "p.qgz"))
    assert renew_themes(other, other_tree, small_pack) is False
    assert not other.isDirty()
    for group in other.layerTreeRoot().findGroups(True):
        group.setItemVisibilityChecked(False)
    assert {name: apply(other, name) for name in themes(other)} == expected
    other_tree.close()
    other.clear()


def test_changed_layers_are_shown_and_themes_do_not_pile_up(project, renew, small_pack):
    renew()
    count = len(themes(project))
    chapter = small_pack.chapters[0]
    assert renew(with_chapter(small_pack, layers=("plekken_vlak",))) is True
    assert len(themes(project)) == count
    assert apply(project, f"{PREFIX}{chapter.number:02d} {chapter.title}") == {"plekken_vlak", *services(small_pack)}


def test_a_renamed_chapter_keeps_its_theme_and_a_layout_follows_it(project, renew, small_pack):
    renew()
    chapter = small_pack.chapters[0]
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    item.setFollowVisibilityPreset(True)
    item.setFollowVisibilityPresetName(f"{PREFIX}{chapter.number:02d} {chapter.title}")
    count = len(themes(project))
    assert renew(with_chapter(small_pack, title="Anders", number=7)) is True
    assert len(themes(project)) == count
    assert f"{PREFIX}07 Anders" in themes(project)
    assert item.followVisibilityPresetName() == f"{PREFIX}07 Anders"


def test_chapters_that_change_places_change_their_themes(project, renew, small_pack):
    renew()
    first, second = small_pack.chapters[:2]
    swapped = replace(
        small_pack,
        chapters=(
            replace(second, number=first.number, title=first.title),
            replace(first, number=second.number, title=second.title),
            *small_pack.chapters[2:],
        ),
    )
    renew(swapped)
    for chapter in swapped.chapters[:2]:
        name = f"{PREFIX}{chapter.number:02d} {chapter.title}"
        assert apply(project, name) == {*chapter.layers, *services(small_pack)}


def test_stale_themes_go_and_those_of_the_user_stay(project, renew, small_pack):
    themes_of = project.mapThemeCollection()
    mine = ["Mijn kaart", f"{PREFIX}99 Mijn kaart"]
    for name in mine:
        themes_of.insert(name, QgsMapThemeCollection.MapThemeRecord())
    renew(own_story(small_pack))
    assert f"{PREFIX}Mijn verhaal · 01 Begin" in themes(project)
    renew()
    assert f"{PREFIX}Mijn verhaal · 01 Begin" not in themes(project)
    assert set(mine) <= set(themes_of.mapThemes())


def test_a_chapter_of_ones_own_keeps_ones_own_layers(project, renew, tree, small_pack):
    pack = own_story(small_pack)
    renew(pack)
    name = f"{PREFIX}Mijn verhaal · 01 Begin"
    own = QgsVectorLayer("Point?crs=EPSG:28992", "Mijn laag", "memory")
    project.addMapLayer(own)
    apply(project, name)
    project.layerTreeRoot().findLayer(own.id()).setItemVisibilityChecked(True)
    root = project.layerTreeRoot()
    state = QgsMapThemeCollection.createThemeFromCurrentState(root, QgsLayerTreeModel(root))
    for theme in (name, f"{PREFIX}{pack.chapters[0].number:02d} {pack.chapters[0].title}"):
        project.mapThemeCollection().update(theme, state)
    renew(replace(pack, chapters=(*pack.chapters[:-1], replace(pack.chapters[-1], title="Later"))))
    assert apply(project, f"{PREFIX}Mijn verhaal · 01 Later") == {"steden_punt", "Mijn laag", *services(pack)}
    assert "Mijn laag" not in apply(project, f"{PREFIX}{pack.chapters[0].number:02d} {pack.chapters[0].title}")


def test_a_captured_chapter_shows_what_was_captured_and_nothing_else(project, renew, small_pack):
    mine, other = (QgsVectorLayer("Point?crs=EPSG:28992", name, "memory") for name in ("Mijn laag", "Andere laag"))
    project.addMapLayers([mine, other])
    pack = own_story(small_pack)
    captured = replace(pack.chapters[-1], extent=None, box=(0.0, 0.0, 1.0, 1.0))
    chapter = replace(captured, own_layers=(OwnLayer(mine.id(), "Mijn laag"), OwnLayer("elders", "Kadaster")))
    renew(replace(pack, chapters=(*pack.chapters[:-1], chapter)))
    name = f"{PREFIX}Mijn verhaal · 01 Begin"
    assert apply(project, name) == {"steden_punt", "Mijn laag"}
    assert renew(replace(pack, chapters=(*pack.chapters[:-1], captured))) is True  # captured anew, without it
    assert apply(project, name) == {"steden_punt"}
    (service,) = services(pack)
    renew(replace(pack, chapters=(*pack.chapters[:-1], replace(captured, layers=(service,)))))
    assert apply(project, name) == {service}


def test_a_style_that_a_theme_has_stays(project, renew, tree, small_pack):
    renew()
    layer = tree.layer("steden_punt")
    layer.styleManager().addStyleFromLayer("nacht")
    chapter = next(chapter for chapter in small_pack.chapters if "steden_punt" in chapter.layers)
    name = f"{PREFIX}{chapter.number:02d} {chapter.title}"
    collection = project.mapThemeCollection()
    state = collection.mapThemeState(name)
    records = state.layerRecords()
    for record in records:
        if record.layer() is layer:
            record.currentStyle = "nacht"
    state.setLayerRecords(records)
    collection.update(name, state)
    assert renew(with_chapter(small_pack, small_pack.chapters.index(chapter), layers=("steden_punt",))) is True
    (kept,) = (r for r in collection.mapThemeState(name).layerRecords() if r.layer() is layer)
    assert kept.currentStyle == "nacht"
    layer.styleManager().removeStyle("nacht")
    renew()
    (kept,) = (r for r in collection.mapThemeState(name).layerRecords() if r.layer() is layer)
    assert kept.currentStyle == layer.styleManager().currentStyle()


def test_a_removed_layer_leaves_the_themes_and_comes_back_into_them(project, renew, tree, small_pack, small_pack_file):
    renew()
    project.removeMapLayer(tree.layer("steden_punt").id())
    renew()
    tree.add(small_pack, small_pack_file)
    assert renew() is True
    chapter = next(chapter for chapter in small_pack.chapters if "steden_punt" in chapter.layers)
    assert "steden_punt" in apply(project, f"{PREFIX}{chapter.number:02d} {chapter.title}")


def test_base_tables_and_their_group_are_left_out_of_it(project, renew, small_pack, small_pack_file):
    tables = BaseTables(project)
    tables.add(small_pack, small_pack_file)
    renew()
    (group,) = (g for g in project.layerTreeRoot().findGroups(True) if g.name() == "Gegevens")
    names = {layer.name() for layer in tables.layers()}
    for name in themes(project):
        assert not apply(project, name) & names
        assert group.itemVisibilityChecked()
    tables.close()


def test_two_packs_do_not_take_each_others_themes(project, renew, tree, small_pack, real_pack, real_pack_file):
    renew()
    mine = set(themes(project))
    tree.add(real_pack, real_pack_file)
    renew_themes(project, tree, real_pack)
    assert mine <= set(themes(project))
    assert len(themes(project)) > len(mine)
    assert renew() is False


def test_long_titles_and_line_ends_make_names_of_one_line(project, renew, small_pack):
    renew(with_chapter(small_pack, title="woord\n" * 50_000))
    longest = max(themes(project), key=len)
    assert len(longest) <= len(PREFIX) + 80 and "\n" not in longest and longest.endswith("…")


def test_the_same_title_twice_makes_two_themes(project, renew, small_pack):
    first, second, *others = small_pack.chapters
    pack = replace(small_pack, chapters=(first, replace(second, number=first.number, title=first.title), *others))
    renew(pack)
    name = f"{PREFIX}{first.number:02d} {first.title}"
    assert {name, f"{name} (2)"} <= set(themes(project))
    assert apply(project, f"{name} (2)") == {*second.layers, *services(pack)}


@pytest.mark.parametrize("noted", ["geen json", "[1]", '{"drie-steden": 3}'])
def test_what_somebody_else_noted_in_the_project_does_no_harm(project, renew, noted):
    project.writeEntry("SterkeSteden", "/themas", noted)
    assert renew() is True
    assert renew() is False


def test_a_project_without_our_layers_gets_no_themes(project, tree, small_pack):
    project.setDirty(False)
    assert renew_themes(project, tree, small_pack) is False
    assert project.mapThemeCollection().mapThemes() == [] and not project.isDirty()
    assert project.readEntry("SterkeSteden", "/themas", "") == ("", False)
