# SPDX-License-Identifier: GPL-2.0-or-later
"""A map theme for each chapter and city, so that QGIS's own tools and print layouts show what the story shows.

Themes are made beside what is visible now, which stays as it is. They are renewed only where something differs, so that
a project does not become one to be saved for nothing. Their names are content, hence Dutch.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsLayerTree, QgsLayerTreeGroup, QgsLayerTreeModel, QgsMapThemeCollection, QgsProject

from .marked import GROUP_PROPERTY, PACK_PROPERTY
from .own_layers import found_own_layers
from .tables import DATA_GROUP
from .tree import LAYER_PROPERTY, StoryTree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..story.model import Chapter, Pack

PREFIX = "Sterke Steden · "
_ENTRY = ("SterkeSteden", "/themas")  # in the project: pack, then chapter or city, to the name of its theme
_LONGEST = 80


class Wanted(NamedTuple):
    """A theme that should be there.

    That of a captured chapter shows exactly what was captured. One of another chapter of a user's own keeps the layers
    of theirs that it shows.
    """

    key: str
    name: str
    layers: tuple[str, ...]
    own: bool
    captured: Chapter | None = None


def renew_themes(project: QgsProject, tree: StoryTree, pack: Pack) -> bool:
    """Make, change, rename and remove themes until they are those of the pack. Return whether anything differed.

    A project without layers of the pack is not one of its own: nothing is done there.
    """
    if not any(tree.matching(pack.id, spec.id) for spec in pack.layers):
        return False
    themes = project.mapThemeCollection()
    all_names = _read_names(project)
    names = all_names.get(pack.id, {})
    others = {name for other, known in all_names.items() if other != pack.id for name in known.values()}
    wanted = list(_wanted(pack, others))
    before = _signatures(themes)
    # Which theme was whose: a chapter that was moved or has another title keeps its theme, and layouts follow it.
    old = {
        one.key: themes.mapThemeState(names[one.key]) for one in wanted if themes.hasMapTheme(names.get(one.key, ""))
    }
    for one in wanted:
        was = names.get(one.key, "")
        if was != one.name and themes.hasMapTheme(was) and not themes.hasMapTheme(one.name):
            themes.renameMapTheme(was, one.name)
    for one in wanted:
        record = _record(project, tree, pack, one, old.get(one.key) or _state(themes, one.name))
        if not themes.hasMapTheme(one.name):
            themes.insert(one.name, record)
        elif _signature(record) != _signature(themes.mapThemeState(one.name)):
            themes.update(one.name, record)
    for name in set(names.values()) - {one.name for one in wanted} - others:
        themes.removeMapTheme(name)  # one that the user made is theirs, whatever its name
    new_names = {one.key: one.name for one in wanted}
    if new_names != names:
        project.writeEntry(*_ENTRY, json.dumps({**all_names, pack.id: new_names}, ensure_ascii=False))
    return new_names != names or _signatures(themes) != before


def _wanted(pack: Pack, taken: Iterable[str]) -> Iterator[Wanted]:
    used = set(taken)
    for chapter in pack.chapters:
        story = pack.story_by_id.get(chapter.story)
        title = f"{chapter.number:02d} {chapter.title}"
        name = _free(f"{story.title} · {title}" if story is not None and story.own else title, used)
        own, captured = story is not None and story.own, chapter if chapter.captured else None
        yield Wanted(f"hoofdstuk:{chapter.id}", name, chapter.layers, own, captured)
    for city in pack.cities:
        chapter_of: Chapter | None = pack.chapter_by_id.get(city.chapter or "")
        if chapter_of is not None:
            yield Wanted(f"stad:{city.id}", _free(city.name, used), chapter_of.layers, False)


def _free(title: str, used: set[str]) -> str:
    """A name with the prefix, on one line, not too long, and not used yet."""
    words = " ".join(title.split())
    name = PREFIX + (words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…")
    number, first = 1, name
    while name in used:
        number += 1
        name = f"{first} ({number})"
    used.add(name)
    return name


def _record(
    project: QgsProject, tree: StoryTree, pack: Pack, wanted: Wanted, old: QgsMapThemeCollection.MapThemeRecord | None
) -> QgsMapThemeCollection.MapThemeRecord:
    """What a theme shows: the layers of the chapter, the base map, and the groups around them."""
    known = {each.layer().id(): each for each in old.layerRecords() if each.layer()} if old is not None else {}
    services = tuple(spec.id for spec in pack.layers if spec.service is not None and wanted.captured is None)
    shown = {layer.id(): layer for name in (*wanted.layers, *services) for layer in tree.matching(pack.id, name)}
    if wanted.captured is not None:
        found = found_own_layers(project, pack, wanted.captured.own_layers).values()
        shown.update((layer.id(), layer) for layer in found if layer is not None)
    elif wanted.own:
        for layer_id, each in known.items():
            if each.isVisible and not each.layer().customProperty(LAYER_PROPERTY):
                shown[layer_id] = each.layer()
    record = _empty()
    for layer_id, layer in shown.items():
        each = known.get(layer_id) or QgsMapThemeCollection.MapThemeLayerRecord(layer)
        each.isVisible = True
        if not each.usingCurrentStyle or each.currentStyle not in layer.styleManager().styles():
            each.usingCurrentStyle = True
            each.currentStyle = layer.styleManager().currentStyle()
        record.addLayerRecord(each)
    record.setCheckedGroupNodes(set(_checked(project.layerTreeRoot(), pack, set(shown))))
    return record


def _empty() -> QgsMapThemeCollection.MapThemeRecord:
    """A record that says which groups are on. Of the ways to get one from Python only this one marks it so (3.22)."""
    root = QgsLayerTree()
    record = QgsMapThemeCollection.createThemeFromCurrentState(root, QgsLayerTreeModel(root))
    record.setHasExpandedStateInfo(False)  # what is folded open in the layer tree is the user's
    return record


def _checked(parent: QgsLayerTreeGroup, pack: Pack, shown: set[str], path: str = "") -> Iterator[str]:
    """The groups that are on, as QGIS names them: the user's, that of the tables, and those that show something."""
    for node in parent.children():
        if not isinstance(node, QgsLayerTreeGroup):
            continue
        name = f"{path}{node.name()}"
        owner, group = node.customProperty(PACK_PROPERTY), node.customProperty(GROUP_PROPERTY)
        if not owner or (owner, group) == (pack.id, DATA_GROUP) or shown.intersection(node.findLayerIds()):
            yield name
        yield from _checked(node, pack, shown, f"{name}/")


def _state(themes: QgsMapThemeCollection, name: str) -> QgsMapThemeCollection.MapThemeRecord | None:
    return themes.mapThemeState(name) if themes.hasMapTheme(name) else None


def _signature(record: QgsMapThemeCollection.MapThemeRecord) -> tuple[frozenset[object], frozenset[str]]:
    """What a theme shows, to be compared; layers that are gone count no more."""
    layers = (
        (each.layer().id(), each.isVisible, each.usingCurrentStyle, each.currentStyle)
        for each in record.layerRecords()
        if each.layer() is not None
    )
    return frozenset(layers), frozenset(record.checkedGroupNodes())


def _signatures(themes: QgsMapThemeCollection) -> dict[str, object]:
    return {name: _signature(themes.mapThemeState(name)) for name in themes.mapThemes()}


def _read_names(project: QgsProject) -> dict[str, dict[str, str]]:
    """What was noted in the project; nothing where somebody else wrote something else there."""
    text, _found = project.readEntry(*_ENTRY, "")
    try:
        noted = json.loads(text) if text else {}
    except ValueError:
        return {}
    return noted if isinstance(noted, dict) and all(isinstance(names, dict) for names in noted.values()) else {}
