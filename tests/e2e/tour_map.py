# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: opening, the cities and their items, and the way from the map to the panel."""

from hands import (
    DRAWN,
    action,
    box_of,
    button_of,
    canvas,
    click,
    click_row,
    iface,
    in_view,
    located,
    marks,
    name_the_file,
    pixel_of,
    plugin,
    saved,
    shown_text,
    target,
)
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton
from startup import WINDOW, check, picture, record, when_modal

from sterkesteden_plugin.story.links import plain  # isort: skip


def opening():
    for leftover in (target, saved):
        leftover.unlink(missing_ok=True)
    dock = plugin.dock
    check(not dock.isVisible(), "at the first start the panel stays closed")
    QTest.mouseMove(canvas)
    when_modal(name_the_file(target))
    click(button_of(action("SterkeStedenOpen")))
    yield lambda: plugin.state.pack is not None
    pack = plugin.state.pack
    yield lambda: dock.isVisible()
    yield DRAWN
    check(target.is_file(), "the user's own copy is there")
    check(plugin.state.path == target, "the copy is what is open")
    check([b.text() for b in dock.content.header.letters.buttons] == [c.letter for c in pack.cities], "a letter a city")
    check(len(plugin._tree.layers()) == len(pack.present_layers), "all layers are there")
    check(plugin._tree.missing(pack) == [], "no layer is missing")
    check(dock.width() >= 320, "the panel is at least 320 px wide")
    window = iface.mainWindow()
    check((window.width(), window.height()) == WINDOW, "QGIS is as large as it was")
    check(window.minimumSizeHint().height() <= 700, "and fits on the screen of a laptop")
    check(canvas.extent().contains(box_of([pack.area])), "the whole area is in view")
    check(canvas.extent().width() < 3 * box_of([pack.area]).width(), "and not the whole world")
    check(pack.chapters[0].title in shown_text(dock.content.story.text), "the story begins in the panel")
    record["layers"] = [layer.name() for layer in plugin._tree.layers()]
    record["letters"] = [city.letter for city in pack.cities]
    picture("01-open")


def cities():
    content, pack = plugin.dock.content, plugin.state.pack
    record["cities"] = {}
    for number, city in enumerate(pack.cities, 1):
        click(content.header.letters.findChild(QAbstractButton, f"letter-{city.id}"))
        yield lambda city=city: plugin.state.city is not None and plugin.state.city.id == city.id
        yield DRAWN
        check(content.pages.currentWidget() is content.city, f"{city.letter}: the page of the city is up")
        check(city.name in shown_text(content.city.name), f"{city.letter}: the page names {city.name}")
        keys = [row.key for row in content.city.items.rows if row.key]
        check(keys == [item.id for item in pack.items_of(city.id)], f"{city.letter}: all its items are listed")
        check(canvas.extent().contains(box_of([city.area])), f"{city.letter}: its area is in view")
        check(content.city.chart.isVisible(), f"{city.letter}: the chart of inhabitants is shown")
        picture(f"1{number}-{city.id}")
        item = pack.items_of(city.id, "opgave")[0]
        click_row(content.city.items, item.id)
        yield lambda item=item: plugin.state.item is item
        yield DRAWN
        text = shown_text(content.city.card.text)
        check(item.title in text and plain(item.text).split("\n")[0] in text, f"{item.id}: title and text are shown")
        check(item.reference.source.title in shown_text(content.city.card.source), f"{item.id}: its source is shown")
        marked = len(marks())
        check(marked == len(located(item)), f"{item.id}: all its places are marked")
        check(canvas.extent().contains(box_of(in_view(item))), f"{item.id}: its places are in view")
        picture(f"1{number}-{item.id}")
        box = canvas.extent()
        record["cities"][city.id] = {
            "items": keys,
            "opened": item.id,
            "marked": marked,
            "extent": [round(v) for v in (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())],
        }


def what_matters_here():
    content, pack = plugin.dock.content, plugin.state.pack
    city = pack.cities[0]
    click(content.header.letters.buttons[0])
    yield DRAWN
    click(button_of(action("SterkeStedenHere")))
    yield lambda: canvas.mapTool() is plugin._here_tool
    place = next(
        link.place.id
        for item in pack.items_of(city.id)
        for link in item.places
        if link.place.table == "plaats_punt" and canvas.extent().contains(box_of([link.place.id]).center())
    )
    before = canvas.extent()
    click(canvas.viewport(), pixel_of(place))
    yield lambda: bool(plugin.state.here)
    yield DRAWN
    here = plugin.state.here
    check({item.id for item in pack.items_at_place[place]} <= set(here), "the items of the place are among those found")
    check(canvas.extent() == before, "the map stays where it is when the user chose on it")
    record["here"] = {"place": place, "items": list(here)}
    picture("21-here")
    if len(here) > 1:
        check(content.pages.currentWidget() is content.here, "several items are listed")
        results = content.here.results
        click(results.viewport(), results.visualRect(results.model().index(_first_item(results), 0)).center())
        yield lambda: plugin.state.item is not None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    yield lambda: canvas.mapTool() is not plugin._here_tool


def _first_item(view):
    return next(i for i, row in enumerate(view.rows) if row.key)


def selection():
    pack = plugin.state.pack
    found = [
        (layer, feature)
        for layer in plugin._tree.layers()
        if isinstance(layer, QgsVectorLayer) and layer.isSpatial()
        for feature in layer.getFeatures()
        if str(feature["items"]) in pack.item_by_id  # exactly one
    ]
    if not found:
        return  # a small pack may have no such place
    layer, feature = found[0]
    plugin.state.set_city(pack.cities[-1].id)
    yield DRAWN
    layer.selectByIds([feature.id()])
    yield lambda: plugin.state.item is not None and plugin.state.item.id == feature["items"]
    check(plugin.dock.content.card_open, "what is selected on the map is opened in the panel")
    record["selected"] = feature["items"]
    layer.removeSelection()
