# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands on the map of a presentation: shade, legend, credit."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsMapSettings,
    QgsPointXY,
    QgsRectangle,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel

from sterkesteden_plugin.maps.capture import capture_view
from sterkesteden_plugin.maps.drawn import has_items
from sterkesteden_plugin.maps.highlight import Mark
from sterkesteden_plugin.maps.tree import LAYER_PROPERTY
from sterkesteden_plugin.presentation import keys
from sterkesteden_plugin.presentation.legend import Entry, Legend, _without_headings, entries
from sterkesteden_plugin.store.reader import read_pack
from sterkesteden_plugin.store.stories import Stories

from ..store.chapters import add_chapter


def place(x, y):
    return QgsGeometry.fromRect(QgsRectangle(x - 1000, y - 1000, x + 1000, y + 1000))


def alpha(shade, point):
    """How dark the shade is at a point of the map, 0 to 255."""
    size = shade._canvas.mapSettings().outputSize()
    image = shade._draw(size.width(), size.height())
    where = shade._canvas.getCoordinateTransform().transform(point)
    return image.pixelColor(QPoint(round(where.x() / 2), round(where.y() / 2))).alpha()


def test_the_shade_leaves_places_light_and_is_soft_where_they_are_fuzzy(room, told):
    canvas, shade = told.stage.canvas, told.stage.shade
    canvas.setExtent(QgsRectangle(90_000, 440_000, 110_000, 460_000))
    centre, edge, far = QgsPointXY(100_000, 450_000), QgsPointXY(101_500, 450_000), QgsPointXY(108_500, 441_500)
    dark = {}
    for certainty in ("exact", "vaag"):
        shade.set_places([Mark(place(100_000, 450_000), certainty)])
        dark[certainty] = [alpha(shade, point) for point in (centre, edge, far)]
    assert dark["exact"] == [0, 165, 165]
    assert dark["vaag"][0] == 0 and 0 < dark["vaag"][1] < 165 and dark["vaag"][2] == 165


def test_the_shade_is_over_the_map_only_when_asked_for_and_about_something(room, told):
    shade = told.stage.shade
    shade.set_places([Mark(place(100_000, 450_000), "exact")])
    assert not shade.isVisible()
    QTest.keyClick(told, Qt.Key.Key_D)
    assert shade.isVisible() and told.bar.buttons["dim"].isChecked()
    shade.set_places([])
    assert not shade.isVisible()


def test_the_shade_follows_a_map_in_another_system(room, qtbot):
    room.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    window = room.present(room.state.pack.stories[0].id)
    shade = window.stage.shade
    shade.set_places([Mark(place(100_000, 450_000), "exact")])
    window.stage._extent = window.stage._to_canvas(place(100_000, 450_000).boundingBox(), window.stage._crs)
    window.stage._go(False)
    assert alpha(shade, window.stage.canvas.extent().center()) == 0


def test_the_legend_has_only_what_is_in_view(room, told, qtbot):
    stage, pack = told.stage, room.state.pack
    qtbot.waitUntil(lambda: bool(stage.legend.entries))
    layers = [layer for spec in pack.layers for layer in room.tree.matching(pack.id, spec.id) if spec.service is None]
    everywhere = entries(layers, stage.canvas.mapSettings(), QSize(24, 16), 1.0)
    assert everywhere and all(entry.text for entry in everywhere)
    assert all(entry.symbol is None or not entry.symbol.isNull() for entry in everywhere)
    stage.canvas.setExtent(QgsRectangle(10_000, 310_000, 11_000, 311_000))  # nothing of the pack
    assert entries(layers, stage.canvas.mapSettings(), QSize(24, 16), 1.0) == []
    qtbot.waitUntil(lambda: not stage.legend.isVisible())


def test_the_legend_of_an_item_has_what_the_item_is_about(room, told, qtbot):
    stage, pack = told.stage, room.state.pack
    item = next(item for item in pack.items if any(link.place.table == "plaats_vlak" for link in item.places))
    told.present_story(pack.stories[0].id, item.id)
    qtbot.waitUntil(lambda: not stage.flight.flying and bool(stage.legend.entries))
    layers = stage.canvas.layers()
    everything = entries(layers, stage.canvas.mapSettings(), QSize(24, 16), 1.0)
    own = entries(layers, stage.canvas.mapSettings(), QSize(24, 16), 1.0, stage._about())
    assert {entry.text for entry in own} < {entry.text for entry in everything}
    qtbot.waitUntil(lambda: [entry.text for entry in stage.legend.entries] == [entry.text for entry in own])


@pytest.fixture()
def many(room, tmp_path):
    """A layer of the story with 10,000 points; its first symbol is at the first of them, its second at the last."""
    layer = QgsVectorLayer("Point?crs=EPSG:28992&field=id:string&field=text:string", "Veel", "memory")
    features = []
    for number in range(10_000):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([str(number), "lang"])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(100_000 + number, 450_000)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    path = str(tmp_path / "veel.gpkg")  # a layer in memory gives all that it has, whatever is asked
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsCoordinateTransformContext(), options)
    layer = QgsVectorLayer(path, "Veel", "ogr")
    layer.setCustomProperty(LAYER_PROPERTY, "veel")
    root = QgsRuleBasedRenderer.Rule(None)
    for text, place in (("Eerste", "0"), ("Laatste", "9999")):
        symbol = QgsSymbol.defaultSymbol(layer.geometryType())
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=f"\"id\" = '{place}'", label=text))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    read, layer.seen = layer.getFeatures, []

    def watched(request):
        for feature in read(request):
            layer.seen.append(feature)
            yield feature

    layer.getFeatures = watched
    yield layer
    sip.delete(layer)  # it refers to itself, and GDAL may be gone before it


def legend_of(layer, settings, about=None):
    return [entry.text for entry in entries([layer], settings, QSize(24, 16), 1.0, about)]


def settings_of(layer, box):
    settings = QgsMapSettings()
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(400, 400))
    settings.setExtent(box)
    return settings


def test_the_legend_reads_no_more_than_it_needs(room, many):
    near, all_ = QgsRectangle(99_990, 449_990, 100_010, 450_010), many.extent()
    assert legend_of(many, settings_of(many, near)) == ["Eerste"]
    assert [feature["id"] for feature in many.seen] == [str(number) for number in range(11)]
    assert not any(feature["text"] for feature in many.seen)
    assert legend_of(many, settings_of(many, near), {"3"}) == []
    many.seen.clear()
    assert legend_of(many, settings_of(many, all_)) == ["Eerste", "Laatste"]  # more than can be looked at: all
    assert len(many.seen) == 5000


def test_the_legend_looks_no_further_when_every_symbol_was_seen(room, many):
    many.renderer().rootRule().removeChildAt(1)
    assert legend_of(many, settings_of(many, many.extent())) == ["Eerste"]
    assert [feature["id"] for feature in many.seen] == ["0"]


def test_a_legend_of_very_many_symbols_has_a_line_for_each_layer(room, many):
    root = many.renderer().rootRule()
    for number in range(22):
        symbol = QgsSymbol.defaultSymbol(many.geometryType())
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp="\"id\" = '0'", label=f"Soort {number}"))
    assert len(legend_of(many, settings_of(many, many.extent()))) == 24
    symbol = QgsSymbol.defaultSymbol(many.geometryType())
    root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp="\"id\" = '0'", label="Nog een"))
    assert legend_of(many, settings_of(many, many.extent())) == ["Veel"]


def test_a_symbol_that_goes_by_the_shape_is_in_the_legend(room, many):
    for rule in many.renderer().rootRule().children():
        rule.setFilterExpression("num_points($geometry) = 1")
    assert legend_of(many, settings_of(many, many.extent())) == ["Eerste", "Laatste"]


def lit(stage):
    """The places that are not under the veil."""
    return {feature["id"] for layer in stage.spotlight._layers for feature in layer.getFeatures()}


def test_of_an_item_only_its_places_and_its_city_are_shown(room, told, qtbot):
    stage, pack = told.stage, room.state.pack
    assert not stage.spotlight._veil.isVisible()
    item = next(item for item in pack.items if len({link.place.table for link in item.places}) > 1)
    told.present_story(pack.stories[0].id, item.id)
    assert stage.spotlight._veil.isVisible()
    qtbot.waitUntil(lambda: bool(lit(stage)))
    drawn = {feature["id"] for layer in filter(has_items, stage.canvas.layers()) for feature in layer.getFeatures()}
    own = {link.place.id for link in item.places} | {pack.city_by_id[item.city].place}
    assert lit(stage) == own & drawn and len(lit(stage)) > 1
    other = next(place.id for place in pack.places if place.id in drawn - own)
    stage.show_place(other, False)
    qtbot.waitUntil(lambda: lit(stage) == (own | {other}) & drawn)
    layer = next(spec for spec in pack.layers if spec.service is None and spec.id not in told.slide.layers)
    stage.show_layer(layer.id, False)
    qtbot.waitUntil(lambda: not stage.spotlight._veil.isVisible())
    told.do(keys.AGAIN)
    qtbot.waitUntil(lambda: lit(stage) == own & drawn)
    told.do(keys.FIRST)
    assert not stage.spotlight._veil.isVisible() and not lit(stage)


def test_the_veil_stays_while_it_flies_from_item_to_item(room, told, qtbot):
    stage, pack = told.stage, room.state.pack
    told.present_story(pack.stories[0].id, pack.items_of(pack.cities[0].id)[0].id)
    qtbot.waitUntil(lambda: bool(lit(stage)))
    told.do(keys.NEXT)
    told.stage.set_font_size(14)  # which settles
    QApplication.processEvents()
    assert stage.flight.flying and stage.spotlight._veil.isVisible() and not lit(stage)
    qtbot.waitUntil(lambda: bool(lit(stage)))


def test_titles_of_layers_stand_in_the_legend_only_where_they_are_needed(qgis_app):
    symbol = QPixmap(4, 4)
    one = [Entry("Punten", None), Entry("Kans", symbol), Entry("Opgave", symbol)]
    assert _without_headings([*one, Entry("Weg", symbol)]) == [*one[1:], Entry("Weg", symbol)]
    same = [*one, Entry("Lijnen", None), Entry("Kans", symbol)]
    assert _without_headings(same) == same


def test_the_legend_can_be_switched_off_and_stays_within_the_map(room, told, qtbot):
    legend = told.stage.legend
    qtbot.waitUntil(legend.isVisible)
    assert told.stage.rect().contains(legend.geometry())
    QTest.keyClick(told, Qt.Key.Key_L)
    assert not legend.isVisible()
    QTest.keyClick(told, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not told.stage.flight.flying)
    assert not legend.isVisible()


@pytest.mark.parametrize(
    ("rows", "room", "share"),
    [
        (20, QSize(842, 736), 0.33),
        (24, QSize(1500, 900), 0.33),
        (4, QSize(842, 736), 0.33),
        (24, QSize(450, 736), 0.75),
    ],
)
def test_a_long_legend_stays_low_in_columns_as_wide_as_the_map(qtbot, rows, room, share):
    legend = Legend()
    qtbot.addWidget(legend)
    found = [Entry(f"Met een opgave, vaag: streepjes {row}", QPixmap(24, 16)) for row in range(rows)]
    legend.show_entries(found, room)
    assert legend.sizeHint().height() <= room.height() * share
    assert legend.sizeHint().width() <= room.width()
    texts = [label.text() for label in legend.findChildren(QLabel) if label.text()]
    assert texts == [entry.text for entry in found]
    tops = {label.mapTo(legend, QPoint()).y() for label in legend.findChildren(QLabel) if label.text()}
    assert (len(tops) < rows) == (rows > 4 and room.width() > 450)  # in one column where there is room


def test_the_legend_waits_for_the_map(room, told, qtbot, monkeypatch):
    """Where nothing flies the map is white at first."""
    stage = told.stage
    qtbot.waitUntil(stage.legend.isVisible)
    told.do(keys.MOTION)
    monkeypatch.setattr(stage.canvas, "refresh", lambda: None)  # it is not drawn yet
    told.do(keys.NEXT)
    assert not stage.legend.isVisible()
    for _ in range(5):
        QApplication.processEvents()
    assert not stage.legend.isVisible() and not stage.legend.entries
    stage.canvas.mapCanvasRefreshed.emit()
    qtbot.waitUntil(stage.legend.isVisible)


def test_the_legend_does_not_wait_long(room, told, qtbot, monkeypatch):
    monkeypatch.setattr(told.stage.canvas, "refresh", lambda: None)
    told.stage._white.setInterval(1)
    told.do(keys.MOTION)
    told.do(keys.NEXT)
    qtbot.waitUntil(told.stage.legend.isVisible)


def test_it_says_whose_the_base_map_is(room, told):
    services = [spec for spec in room.state.pack.layers if spec.service is not None]
    credit = told.stage.credit
    for spec in services:
        assert spec.service.credit in credit.text() and credit.isVisible()
        room.project.layerTreeRoot().findLayer(room.tree.layer(spec.id).id()).setItemVisibilityChecked(False)
    QTest.keyClick(told, Qt.Key.Key_Right)
    assert not credit.isVisible()


def test_a_captured_view_comes_back_with_the_layers_of_the_user(room, qtbot):
    mine, other = (QgsVectorLayer("Point?crs=EPSG:28992", name, "memory") for name in ("Mijn laag", "Andere laag"))
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(100_100, 450_100)))
    mine.dataProvider().addFeature(feature)
    room.project.addMapLayers([mine, other])
    room.canvas.setExtent(QgsRectangle(100_000, 450_000, 100_300, 450_200))
    room.state.set_item("gouda-o1", from_map=True)
    root = room.project.layerTreeRoot()
    root.findLayer(other.id()).setItemVisibilityChecked(False)
    for spec in room.state.pack.layers:
        if spec.service is not None:
            root.findLayer(room.tree.layer(spec.id).id()).setItemVisibilityChecked(False)
    view = capture_view(room.canvas, room.project, room.state, room.tree, room.link)
    stories = Stories(room.state.path, "Anne")
    story = stories.add_story("Van mij")
    add_chapter(room.state.path, story, "Een", "tekst", view)
    room.state.renew_pack(read_pack(room.state.path))
    root.findLayer(mine.id()).setItemVisibilityChecked(False)  # the view comes back, whatever is on by now
    shown = room.visible()
    stage = room.present(story).stage
    assert {layer.id() for layer in stage.canvas.layers()} == {
        mine.id(),
        *(room.tree.layer(layer).id() for layer in view.layers),
    }
    assert not stage.credit.isVisible() and not stage.notice.isVisible()
    assert stage.canvas.extent().contains(QgsRectangle(*view.box))
    assert stage.canvas.extent().width() < 1000
    assert len(stage.highlight.marks()) == len(view.places) == 2
    qtbot.waitUntil(lambda: "Mijn laag" in [entry.text for entry in stage.legend.entries])
    room.project.removeMapLayer(mine.id())
    assert "Mijn laag" in stage.notice.text() and stage.notice.isVisible()
    room.window.close()
    assert room.visible() == {key: on for key, on in shown.items() if key in room.visible()}


def test_the_legend_leaves_free_what_the_slide_is_about(room, told, qtbot, monkeypatch):
    stage = told.stage
    qtbot.waitUntil(stage.legend.isVisible)
    width, height = stage.legend.width(), stage.legend.height()
    stage.resize(3 * width, 3 * height + 100)
    first = stage.legend.pos()
    covered = QRectF(stage.legend.geometry())
    monkeypatch.setattr(stage, "_boxes_in_pixels", lambda: [covered])
    stage._arrange()
    assert not QRectF(stage.legend.geometry()).intersects(covered)
    second = stage.legend.pos()
    monkeypatch.setattr(stage, "_boxes_in_pixels", list)
    stage._arrange()
    assert stage.legend.pos() == second != first  # it does not jump about


def layer_ids(stage):
    return [layer.id() for layer in stage.canvas.layers()]


def test_a_layer_that_goes_or_comes_is_followed(room, told, qtbot):
    stage = told.stage
    spec = next(spec for spec in room.state.pack.layers if spec.id in told.slide.layers and spec.service is None)
    gone = room.tree.layer(spec.id).id()
    assert gone in layer_ids(stage)
    room.project.removeMapLayer(gone)
    assert layer_ids(stage) and gone not in layer_ids(stage)
    room.tree.add(room.state.pack, room.state.path)
    assert room.tree.layer(spec.id).id() in layer_ids(stage)


def test_a_layer_that_goes_during_a_flight_is_followed(room, told, qtbot):
    stage = told.stage
    QTest.keyClick(told, Qt.Key.Key_Right)
    assert stage.flight.flying
    spec = next(spec for spec in room.state.pack.layers if spec.id in told.slide.layers and spec.service is None)
    gone = room.tree.layer(spec.id).id()
    with qtbot.waitSignal(stage.arrived):
        room.project.removeMapLayer(gone)
    assert layer_ids(stage) and gone not in layer_ids(stage)


def test_after_a_flight_the_map_is_drawn_anew(room, told, qtbot):
    with qtbot.waitSignals([told.stage.arrived, told.stage.canvas.mapCanvasRefreshed], timeout=30_000):
        QTest.keyClick(told, Qt.Key.Key_Right)
    assert not told.stage.canvas.isFrozen()


def test_a_flight_shows_its_end_before_it_is_there(room, told, qtbot):
    flight = told.stage.flight
    seen = []
    flight._animation.valueChanged.connect(lambda: seen.append(flight._picture.shown))
    with qtbot.waitSignal(told.stage.arrived):
        QTest.keyClick(told, Qt.Key.Key_Right)
    assert True in seen


def test_a_picture_that_is_not_wanted_any_more_is_not_waited_for(room, told, qtbot):
    """Its threads may be at work for long: what draws it goes by itself when they have stopped."""
    gone = []
    QTest.keyClick(told, Qt.Key.Key_Right)
    told.stage.flight._maker._job.destroyed.connect(lambda: gone.append(True))
    QTest.keyClick(told, Qt.Key.Key_Right)
    assert gone == []
    qtbot.waitUntil(lambda: gone == [True])


def test_a_map_that_is_closed_lets_go_of_everything(room, told):
    stage = told.stage
    QTest.keyClick(told, Qt.Key.Key_Right)
    assert stage.flight.flying and stage.flight._maker.busy
    stage.close_map()
    assert not stage.flight.flying and not stage.flight._maker.busy
    assert stage.canvas.layers() == [] and stage.canvas.mapTool() is None
    told._closed = True  # what closing does is done
