# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: open data from services that run on loopback beside QGIS, with what goes wrong, until they are gone."""

import hashlib
import json
import os
import sqlite3
from contextlib import closing
from urllib.request import urlopen

from hands import DRAWN, action, box_of, canvas, click, iface, plugin, project, shown_text, target
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QDockWidget, QWidget
from startup import check, picture, record, when_modal

from sterkesteden_plugin.i18n import tr  # isort: skip
from sterkesteden_plugin.services import settings  # isort: skip
from sterkesteden_plugin.store.geometries import read_geometries  # isort: skip

OUTLINES, AREAS, RAIL, STOPS = "gemeenten", "wijken", "spoorlijnen", "stations"
COMMUTING, JOBS = "pendel", "banen-sector"
LONG = 60_000  # ms that a load may take on a machine that does much else


def open_data():
    page = plugin.dock.content.open_data
    plugin.go_home()
    yield DRAWN
    action("SterkeStedenOpenData").trigger()
    yield lambda: page.isVisible()
    if not page.blocks:
        check(not page.all.isEnabled(), "without a catalogue there is nothing to fetch")
        yield 300
        picture("60-open-data-none")
        return
    addresses = _said("addresses")
    yield from _options(page, addresses)
    about = yield from _loading(page)
    yield from _figures()
    yield from _second_load(page)
    yield from _undo(page, about)
    yield from _checking(page)
    yield from _cancelling(page)
    yield from _offline(page)


def _said(what):
    """Have something done to the services beside QGIS; what they say to it."""
    with urlopen(f"{os.environ['STERKESTEDEN_SERVICES']}/{what}", timeout=30) as answer:
        return json.load(answer)


def _options(page, addresses):
    """Other addresses for the services, in the options of QGIS."""

    def fill_in(dialog):
        # Newer versions of QGIS put it into a scroll area of the same name.
        found = [one for one in dialog.findChildren(QWidget, "SterkeStedenOptions") if hasattr(one, "fault")]
        check(len(found) == 1 and found[0].isVisible(), "the options have a page of the plugin")
        (form,) = found
        for index, service in enumerate(form._services):
            form.list.setCurrentRow(index)
            form.address.setFocus()
            form.address.selectAll()
            QTest.keyClicks(form.address, addresses[service.kind])
            check(not form.fault.isVisible(), f"{service.id}: the address can be used")
        form.list.setCurrentRow(1)
        picture("60-options", dialog)
        click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    when_modal(fill_in)
    iface.showOptionsDialog(iface.mainWindow(), "SterkeStedenOptions")
    services = [block.dataset.service for block in page.blocks.values()]
    check(all(settings.address(one.id) == addresses[one.kind] for one in services), "the addresses are set")
    yield 100


def _loading(page):
    """Official outlines and lines replace the indicative ones, on the same part of the map."""
    pack = plugin.state.pack
    own = {place.key: place for place in pack.places if place.kind == "gemeente" and place.key}
    city = next(city for city in pack.cities if city.code in own)
    outline = own[city.code]
    check(outline.certainty != "exact", "what comes with the plugin is indicative")
    iface.mainWindow().findChild(QDockWidget, "Browser").hide()
    about = _layers_of("gemeente") | _layers_of("spoorlijn")
    _show_layers(lambda spec: spec.id in about)
    box = box_of([outline.id])
    box.scale(1.25)
    canvas.setExtent(box)
    yield DRAWN
    picture("61-before")
    before = read_geometries(target)[outline.id]

    ids = [OUTLINES, AREAS, RAIL, STOPS, COMMUTING, JOBS]
    yield from _fetch(page, ids)
    pack = plugin.state.pack
    for id_ in ids:
        check(pack.loaded[id_].count > 0, f"{id_}: something came")
    check(tr("Fetched on {}").format("") in _text(page, OUTLINES), "when it was fetched is shown")
    after = read_geometries(target)[outline.id]
    check(not after.equals(before), "the outline is another one")
    check(next(place for place in pack.places if place.id == outline.id).certainty == "exact", "and an exact one")
    loaded = [spec for spec in pack.present_layers if spec.dataset in ids]
    yield lambda: all(plugin._tree.layer(spec.id) is not None for spec in loaded)
    for spec in loaded:
        layer = plugin._tree.layer(spec.id)
        check(layer.isValid() and layer.featureCount() == pack.loaded[spec.dataset].count, f"{spec.id}: its layer")
    _show_layers(lambda spec: spec.id in about)
    _show_group(loaded[0].id)
    canvas.setExtent(box)
    _show_block(page, OUTLINES)
    yield DRAWN
    picture("62-after")
    _show_layers(lambda spec: spec.dataset in ids and spec.dataset != AREAS)
    _show_block(page, AREAS)
    click(page.blocks[AREAS].map)
    yield DRAWN
    (areas,) = (spec for spec in loaded if spec.dataset == AREAS)
    layer = plugin._tree.layer(areas.id)
    check(project.layerTreeRoot().findLayer(layer.id()).isVisible(), "what was loaded is on the map when asked")
    check(iface.activeLayer() is layer, "and the layer tree shows which it is")
    picture("63-layers")
    record["loaded"] = {id_: pack.loaded[id_].count for id_ in ids}
    return about


def _figures():
    """Shares of sectors in the jobs: empty before, filled now."""
    content = plugin.dock.content
    page = content.figures
    content.show_figures("")
    index = next(i for i, topic in enumerate(page._topics) if topic.whole is not None)
    page.topics.setCurrentIndex(index)
    page.topics.activated.emit(index)
    yield lambda: page.shown == page._topics[index].id
    topic = page._topics[index]
    drawn = [row.name for row in topic.rows if row.series]
    check({city.name for city in plugin.state.pack.cities} <= set(drawn), "each city has shares of sectors")
    yield DRAWN
    picture("64-sectors")
    content.show_open_data()
    yield lambda: content.open_data.isVisible()


def _second_load(page):
    """Loaded again after a few things changed at the services: the rest stays, and what changed is told."""
    said = _said("change")
    yield from _fetch(page, [AREAS, STOPS, JOBS])
    loaded = plugin.state.pack.loaded
    for id_, counts in ((AREAS, (0, 1, 1)), (STOPS, (0, 1, 0)), (JOBS, (0, 1, 0))):
        load = loaded[id_]
        check((load.added, load.changed, load.removed) == counts, f"{id_}: only what changed is changed")
    check(all(said[name] in _text(page, AREAS) for name in ("grown", "gone")), "what changed or went is named")
    check(tr("Moved") in _text(page, STOPS) and "120" in _text(page, STOPS), "what moved is told, and how far")
    check("→" in _text(page, JOBS), "a figure is told, old and new")
    for id_ in (AREAS, JOBS):
        _show_block(page, id_)
        yield 300
        picture(f"65-again-{id_}")
    record["changed"] = said


def _undo(page, about):
    """The outline that came with the plugin is there again."""
    _show_layers(lambda spec: spec.id in about)
    _show_block(page, OUTLINES)
    click(page.blocks[OUTLINES].undo)
    yield (lambda: not page.busy.isVisible(), LONG)
    check(OUTLINES not in plugin.state.pack.loaded, "the load is undone")
    gone = [spec.id for spec in plugin.state.pack.layers if spec.dataset == OUTLINES]
    yield lambda: all(plugin._tree.layer(id_) is None for id_ in gone)
    outlines = [one for one in plugin.state.pack.places if one.kind == "gemeente" and one.located]
    check(outlines and all(one.certainty != "exact" for one in outlines), "and the outlines are indicative again")
    yield DRAWN
    picture("66-undone")
    yield from _fetch(page, [OUTLINES])


def _checking(page):
    """One service is gone, one changed, the others are reachable."""
    _said("worsen")
    click(page.check)
    yield (lambda: not page.busy.isVisible(), LONG)
    states = {finding.dataset_id: finding.state for finding in page._findings.values()}
    check(states[OUTLINES] == "bereikbaar", "a service that answers is found so")
    check(states[COMMUTING] == "veranderd", "one with another field is found changed")
    check("verdwenen" in states.values(), "one that is not there any more is found gone")
    gone = [id_ for id_, block in page.blocks.items() if states.get(id_) == "verdwenen"][-1]
    for name, id_ in (("changed", COMMUTING), ("gone", gone)):
        _show_block(page, id_)
        yield 300
        picture(f"67-checked-{name}")
    record["findings"] = states
    _said("mend")


def _cancelling(page):
    """A load that is stopped half-way leaves the file as it was."""
    block = page.blocks[COMMUTING]
    before, loads = _digest(), dict(plugin.state.pack.loaded)
    _said("hold")
    _show_block(page, COMMUTING)
    click(block.fetch)
    yield lambda: block.is_busy and block.bar.isVisible() and any(sign.isdigit() for sign in block._state)
    yield 300
    picture("68-half-way")
    click(block.cancel)
    yield lambda: not block.is_busy
    check(tr("Cancelled: the file is as it was.") in _text(page, COMMUTING), "that it was cancelled is said")
    check(_digest() == before and plugin.state.pack.loaded == loads, "and the file is as it was")
    yield 300
    picture("68-cancelled")
    _said("mend")


def _offline(page):
    """No service answers: what is there stays, with its date, and what was kept on this computer can be used."""
    _said("stop")
    before = _rows()
    yield from _fetch(page, [RAIL, AREAS])
    check(_rows() == before, "what is in the file stays")
    check(tr("Fetched on {}").format("") in _text(page, RAIL), "with the date on which it was fetched")
    for id_ in (RAIL, AREAS):
        _show_block(page, id_)
        yield 300
        picture(f"69-offline-{id_}")
    iface.mainWindow().findChild(QDockWidget, "Browser").show()


def _fetch(page, ids):
    """Tick these data sets, and have them fetched."""
    for id_, block in page.blocks.items():
        if block.box.isChecked() != (id_ in ids):
            block.box.setFocus()
            QTest.keyClick(block.box, Qt.Key.Key_Space)
    page.scroll.to_top()
    click(page.some)
    yield (lambda: not page.busy.isVisible(), LONG)
    yield lambda: all(not page.blocks[id_].is_busy for id_ in ids)


def _text(page, id_):
    return shown_text(page.blocks[id_].text)


def _show_block(page, id_):
    """Scroll to a data set, so that it stands at the top."""
    block, bar = page.blocks[id_], page.scroll.verticalScrollBar()
    bar.setValue(block.mapTo(page.scroll.widget(), block.rect().topLeft()).y() - 4)


def _layers_of(kind):
    """The layers of the story in which all places of a kind are drawn that have an official key."""
    places = {place.id for place in plugin.state.pack.places if place.kind == kind and place.key and place.located}
    found = (layer for layer in plugin._tree.layers() if places and places <= _drawn(layer))
    return {layer.customProperty("sterkesteden/laag") for layer in found}


def _drawn(layer):
    if not isinstance(layer, QgsVectorLayer) or not layer.isSpatial() or layer.fields().indexOf("id") < 0:
        return set()
    return {feature["id"] for feature in layer.getFeatures()}


def _show_layers(wanted):
    root = project.layerTreeRoot()
    for spec in plugin.state.pack.present_layers:
        layer = plugin._tree.layer(spec.id)
        if layer is not None and isinstance(layer, QgsVectorLayer):
            node = root.findLayer(layer.id())
            if wanted(spec):
                node.setItemVisibilityCheckedParentRecursive(True)
            else:
                node.setItemVisibilityChecked(False)


def _show_group(layer_id):
    """Open the group of a layer in the tree, and the layers in it."""
    view = iface.layerTreeView()
    group = project.layerTreeRoot().findLayer(plugin._tree.layer(layer_id).id()).parent()
    view.setExpanded(view.node2index(group), True)
    view.scrollTo(view.node2index(group), view.ScrollHint.PositionAtTop)


def _digest():
    return hashlib.sha256(target.read_bytes()).hexdigest()


def _rows():
    with closing(sqlite3.connect(target)) as db:
        return [db.execute(f"SELECT count(*) FROM open_{id_}").fetchone() for id_ in (RAIL, AREAS, STOPS, COMMUTING)]
