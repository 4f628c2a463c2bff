# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: who works where, the regions that come of it, two divisions beside each other, and soft areas."""

import csv
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from hands import DRAWN, canvas, click, looks, name_the_file, plugin, press, project, target
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from startup import WORKDIR, check, picture, record, when_modal

from sterkesteden_plugin.panel import network_words as words  # isort: skip

LONG = 60_000
ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("STERKESTEDEN_SHARED", ROOT.parent / "shared")) / "data" / "pendel-2006-2014"
MARK = "sterkesteden/netwerk"


def without_table():
    """Before anything was fetched the page says which table it needs."""
    page = plugin.dock.content.network
    plugin.go_home()
    yield DRAWN
    yield from _open()
    check(page.source.need.isVisible() and not page.body.isVisible(), "the page says that it needs a table")
    wanted = [row.key for row in page.source.datasets.rows]
    check(all(id_ not in plugin.state.pack.loaded for id_ in wanted), "and what can be fetched")
    yield 300
    picture("70-network-none")
    record["network_wanted"] = wanted
    plugin.dock.content.go_back()
    yield DRAWN


def network():
    page = plugin.dock.content.network
    plugin.go_home()
    yield DRAWN
    yield from _open()
    table = _write_table()
    when_modal(name_the_file(table))
    if page.body.isVisible():
        yield from _of_open_data(page)
        source = page.source
        source.flows.setCurrentIndex(source.flows.count() - 1)
        source.flows.activated.emit(source.flows.currentIndex())
    else:
        click(page.source.file)
    yield from _read(page)
    check(page.source.flows.currentText().startswith(table.name), "the table of the file is shown")
    if not page.source.zones.count():
        check(page.cities.rows, "without areas on the map the cities of the pack are told all the same")
        plugin.go_home()
        yield DRAWN
        return
    yield from _slider(page)
    yield from _two(page)
    yield from _soft(page)
    yield from _zone(page)
    yield from _kept(page)
    yield from _looks(page)
    yield from _left(page)


def _open():
    """From the beginning of the story, by its row."""
    content = plugin.dock.content
    row = next(i for i, one in enumerate(content.story.city.rows) if one.opens == "network")
    content.story.city.setFocus()
    content.story.city.setCurrentIndex(content.story.city.model().index(row, 0))
    press(Qt.Key.Key_Return, content.story.city)
    yield lambda: content.network.isVisible()
    yield from _read(content.network)


def _read(page):
    yield (lambda: not page.busy.isVisible(), LONG)
    yield DRAWN


def _fills():
    """What the map shows: code to region and second region."""
    layer = next(one for one in project.mapLayers().values() if one.customProperty(MARK) == "zones")
    return {f["code"]: (f["gebied"], f["gebied2"]) for f in layer.getFeatures()}


def _of_open_data(page):
    """The table that was fetched before, between the municipalities that were fetched too."""
    canvas.setExtent(_extent())
    yield DRAWN
    check(any(region for region, _ in _fills().values()), "the regions are on the map")
    cities = [city.code for city in plugin.state.pack.cities if city.code in page._region_of]
    check(bool(cities), "cities of the story are in regions")
    picture("71-network")
    page.controls.year.setFocus()
    years = page.controls.year.count()
    check(years >= 1 and page.cities.rows, "the cities stand beside each other")
    page.scroll.ensureWidgetVisible(page.together, 0, 0)
    bar = page.scroll.verticalScrollBar()
    bar.setValue(page.together.mapTo(page.scroll.widget(), page.together.rect().topLeft()).y() - 4)
    yield 300
    picture("72-network-cities")
    page.scroll.to_top()


def _slider(page):
    """The threshold by keyboard: regions and flows change at once."""
    canvas.setExtent(_extent())
    yield DRAWN
    picture("73-network-15")
    before, slider = _fills(), page.controls.slider
    slider.setFocus()
    for _ in range(2):
        press(Qt.Key.Key_PageDown, slider)
    check(page.choices.threshold == 5, "the slider moved by keyboard")
    check(_fills() != before, "and the regions with it, at once")
    yield DRAWN
    picture("74-network-05")
    for _ in range(10):
        press(Qt.Key.Key_Right, slider)
    check(page.choices.threshold == 15 and _fills() == before, "and back again")


def _two(page):
    _choose(page.controls.mode, words.TWO)
    _choose(page.controls.method2, words.LABOUR)
    yield from _read(page)
    differing = [code for code, (_, second) in _fills().items() if second]
    check(page.maps.isVisible() and page.maps.marks, "two divisions stand beside each other")
    record["network_differing"] = len(differing)
    page.scroll.verticalScrollBar().setValue(page.maps.mapTo(page.scroll.widget(), QPoint(0, 0)).y() - 60)
    page.maps.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right, page.maps)
    yield 300
    check(page.maps.told, "what a zone is in is told")
    picture("75-network-two")


def _soft(page):
    page.scroll.to_top()
    _choose(page.controls.mode, words.SOFT)
    yield from _read(page)
    between = {row.key: row.detail for row in page.regions.rows if row.key}
    check(all("%" in detail for detail in between.values()), "what lies between centres is told in shares")
    record["network_between"] = between
    page.scroll.verticalScrollBar().setValue(page.regions.mapTo(page.scroll.widget(), QPoint(0, 0)).y() - 160)
    yield 300
    picture("76-network-soft")
    page.scroll.to_top()


def _zone(page):
    """A municipality is clicked on the map: bars, and lines from and to it."""
    _choose(page.controls.mode, words.DIVISION)
    yield from _read(page)
    layer = next(one for one in project.mapLayers().values() if one.customProperty(MARK) == "zones")
    codes = [city.code for city in plugin.state.pack.cities]
    feature = next(one for one in layer.getFeatures() if one["code"] in codes)
    at = canvas.getCoordinateTransform().transform(feature.geometry().pointOnSurface().asPoint())
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
    check(page.zones.chosen == feature["code"], "the municipality under the click is chosen")
    check(page.out.isVisible() and page.into.isVisible(), "where its residents work and its workers live is told")
    ties = next(one for one in project.mapLayers().values() if one.customProperty(MARK) == "banden")
    check(ties.featureCount() > 0, "and drawn")
    yield DRAWN
    yield 400
    picture("77-network-zone")
    page.out.chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right, page.out.chart)
    check(page.out.chart.told, "a bar is told by keyboard")
    record["network_told"] = page.out.chart.told
    path = WORKDIR / "pendel-uit.csv"
    path.unlink(missing_ok=True)
    when_modal(name_the_file(path))
    click(page.out.save)
    yield lambda: path.is_file()


def _kept(page):
    """The tool of Processing comes up, filled in with what the page shows."""
    click(page.keep)

    def dialogs():
        return [one for one in QApplication.topLevelWidgets() if one.isVisible() and hasattr(one, "algorithm")]

    yield lambda: dialogs()
    (dialog,) = dialogs()
    check(dialog.algorithm().id() == "sterkesteden:networkregions", "the tool for regions comes up")
    yield 300
    picture("79-network-keep", dialog)
    dialog.close()
    dialog.deleteLater()


def _looks(page):
    """At the narrowest, wider, and in a dark theme."""

    def look(which):
        check(page.body.width() <= plugin.dock.width(), "nothing is wider than the panel")
        for name, widget in (("top", page.head), ("zone", page.zone), ("regions", page.regions)):
            page.scroll.verticalScrollBar().setValue(widget.mapTo(page.scroll.widget(), QPoint(0, 0)).y() - 4)
            yield 300
            picture(f"78-network-{which}-{name}", plugin.dock)

    yield from looks(look)
    page.scroll.to_top()


def _left(page):
    group = next(node for node in project.layerTreeRoot().findGroups() if node.customProperty(MARK))
    check(group.isVisible(), "the layers are on as long as the page is shown")
    plugin.go_home()
    yield DRAWN
    check(not page.isVisible() and not group.isVisible(), "and off when it is left")
    check(canvas.mapTool() is not plugin._work._network._tool, "the canvas has its tool again")


def _choose(box, key):
    box.setFocus()
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def _extent():
    layer = next(one for one in project.mapLayers().values() if one.customProperty(MARK) == "zones")
    box = layer.extent()
    box.scale(1.1)
    return box


def _write_table():
    """The whole country in 2014, of ../shared/data where that lies beside and has the cities; else made-up flows."""
    path = WORKDIR / "woon-werk.csv"
    cities = {city.code for city in plugin.state.pack.cities}
    rows = list(_real_rows())
    if not cities <= {row[0] for row in rows}:
        rows = list(_made_rows())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["woon_code", "werk_code", "periode", "banen"])
        writer.writerows(rows)
    return path


def _real_rows():
    path = SHARED / "Van_2014_orig.csv"
    if not path.is_file():
        return
    codes = _codes()
    with path.open(encoding="cp1252", newline="") as file:
        table = list(csv.reader(file, delimiter=";"))
    names = [row[0] for row in table]
    for row in table:
        for name, value in zip(names, row[1:]):
            if value.replace(".", "").isdigit() and float(value) > 0 and "Onbekend" not in (row[0], name):
                yield codes.get(row[0], row[0]), codes.get(name, name), "2014", value.replace(".", ",")


def _codes():
    """Names of municipalities as the file and the layers have them, and of those that merged."""
    with closing(sqlite3.connect(target)) as db:
        codes = dict(db.execute("SELECT oude_naam, oud_code FROM gebiedsopvolger"))
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and {"statcode", "statnaam"} <= set(layer.fields().names()):
            codes.update({f["statnaam"]: f["statcode"] for f in layer.getFeatures()})
    codes.update(
        {place.name: place.key for place in plugin.state.pack.places if place.kind == "gemeente" and place.key}
    )
    return {**codes, **{f"{name} (gemeente)": code for name, code in codes.items()}}


def _made_rows():
    """More to a city, the nearer in the list."""
    cities = [city.code for city in plugin.state.pack.cities]
    places = {place.key for place in plugin.state.pack.places if place.kind == "gemeente" and place.key}
    for year in ("2014", "2023"):
        for i, home in enumerate(sorted(places | set(cities))):
            yield home, home, year, 20.0 if home in cities else 4.0
            for k, work in enumerate(cities):
                if work != home:
                    yield home, work, year, str(round(3 / (1 + (i + k) % len(cities)), 1)).replace(".", ",")
