# SPDX-License-Identifier: GPL-2.0-or-later
"""The live layers of the page Network."""

from __future__ import annotations

import struct
import time

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from sterkesteden_plugin.maps.network_layers import (
    FLOWS,
    NETWORK_PROPERTY,
    TIES,
    ZONES,
    Fill,
    Line,
    NetworkLayers,
    Zone,
)

from .conftest import RD

RED, BLUE = "#ff0000", "#0000ff"


def _square(x, y=0, size=1000):
    return QgsGeometry.fromRect(QgsRectangle(x, y, x + size, y + size))


def _line(origin, destination, share, x1, x2, outward=True, width=1.0):
    corners = struct.pack("<BIIdddd", 1, 2, 2, x1, 500, x2, 500)
    return Line(origin, destination, 10 * share, share, width, corners, outward)


ROW = [Zone(code, f"<b>Zone {code}", _square(i * 1000)) for i, code in enumerate("ABC")]


@pytest.fixture()
def layers(project, canvas):
    layers = NetworkLayers(project, canvas)
    layers.set_zones(ROW, RD)
    yield layers
    layers.close()


def _picture(layer, width=300, height=100):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(RD)
    settings.setExtent(QgsRectangle(0, 0, 3000, 1000))
    settings.setOutputSize(QSize(width, height))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def _colours(image, left, right):
    return [image.pixelColor(x, y) for x in range(left, right, 3) for y in range(20, 80, 3)]


def _reds(colours):
    return sum(one.red() > 150 and one.blue() < 140 for one in colours)


def _blues(colours):
    return sum(one.blue() > 150 and one.red() < 140 for one in colours)


def test_the_layers_stand_in_a_group_of_their_own_that_can_be_turned_off(layers, project):
    (group,) = [node for node in project.layerTreeRoot().findGroups() if node.customProperty(NETWORK_PROPERTY)]
    assert [node.layer().customProperty(NETWORK_PROPERTY) for node in group.findLayers()] == [TIES, FLOWS, ZONES]
    layers.set_visible(False)
    assert not group.isVisible()


def test_zones_are_filled_in_the_colour_of_their_region_and_change_without_new_features(layers):
    zones = layers.layer(ZONES)
    ids = [feature.id() for feature in zones.getFeatures()]
    layers.show({"A": Fill("Aa", RED), "B": Fill("Bee", BLUE)}, 0.1)
    image = _picture(zones)
    assert _reds(_colours(image, 10, 90)) > 400 and _blues(_colours(image, 110, 190)) > 400
    layers.show({"A": Fill("Bee", BLUE), "B": Fill("Bee", BLUE)}, 0.1)
    assert _blues(_colours(_picture(zones), 10, 90)) > 400
    assert [feature.id() for feature in zones.getFeatures()] == ids
    assert {f["code"]: f["gebied"] for f in zones.getFeatures()} == {"A": "Bee", "B": "Bee", "C": ""}


def test_a_zone_of_two_regions_is_striped_in_both_colours(layers):
    layers.show({"A": Fill("Aa", RED, region2="Bee", colour2=BLUE, part2=0.5), "B": Fill("Bee", RED)}, 0.1)
    image = _picture(layers.layer(ZONES))
    striped, plain = _colours(image, 10, 90), _colours(image, 110, 190)
    assert _reds(striped) > 80 and _blues(striped) > 80
    assert _blues(plain) == 0


def test_the_slider_only_changes_which_flows_are_drawn(layers):
    layers.set_lines([_line("A", "B", 0.3, 500, 1500), _line("B", "C", 0.1, 1500, 2500)])
    flows = layers.layer(FLOWS)
    assert flows.featureCount() == 2 and not flows.dataProvider().hasErrors()

    def drawn(least):
        layers.show({}, least)
        image = _picture(flows)
        return [any(image.pixelColor(x, y) != QColor("#ffffff") for y in range(30, 70)) for x in (100, 200)]

    assert drawn(0.05) == [True, True]
    assert drawn(0.1) == [True, True], "as much as the threshold is enough"
    assert drawn(0.2) == [True, False]
    assert drawn(0.4) == [False, False]
    assert flows.featureCount() == 2


def test_ties_of_one_zone_come_to_the_fore_and_go_again(layers, project):
    layers.show_ties("Van en naar A", [_line("A", "B", 0.3, 500, 1500), _line("C", "A", 0.1, 2500, 500, False)])
    ties = layers.layer(TIES)
    assert not ties.dataProvider().hasErrors() and not layers.layer(ZONES).dataProvider().hasErrors()
    assert ties.name() == "Van en naar A" and {f["richting"] for f in ties.getFeatures()} == {"uit", "in"}
    assert project.layerTreeRoot().findLayer(ties.id()).isVisible() and layers.layer(FLOWS).opacity() < 1
    layers.show_ties("", [])
    assert not project.layerTreeRoot().findLayer(ties.id()).isVisible() and layers.layer(FLOWS).opacity() == 1


def test_a_zone_that_is_selected_on_the_map_is_told(layers, qtbot):
    zones = layers.layer(ZONES)
    with qtbot.waitSignal(layers.chosen) as told:
        zones.selectByExpression("\"code\" = 'B'")
    assert told.args == ["B"]


def test_layers_that_the_user_took_away_come_again_with_all_that_was_on_them(layers, project):
    layers.set_lines([_line("A", "B", 0.3, 500, 1500)])
    layers.show({"A": Fill("Aa", RED)}, 0.1)
    project.removeMapLayer(layers.layer(ZONES).id())
    layers.show({"A": Fill("Aa", RED)}, 0.1)
    assert {f["gebied"] for f in layers.layer(ZONES).getFeatures()} == {"Aa", ""}
    assert layers.layer(FLOWS).featureCount() == 1
    assert len([one for one in project.mapLayers().values() if one.customProperty(NETWORK_PROPERTY)]) == 3


def test_what_another_session_left_in_the_project_is_replaced(layers, project, canvas):
    other = NetworkLayers(project, canvas)
    other.set_zones(ROW[:1], RD)
    assert len([one for one in project.mapLayers().values() if one.customProperty(NETWORK_PROPERTY)]) == 3
    assert len([one for one in project.layerTreeRoot().findGroups() if one.customProperty(NETWORK_PROPERTY)]) == 1
    other.close()


def test_what_a_project_was_saved_with_is_swept_away_and_what_is_live_stays(layers, project, canvas, tmp_path, qtbot):
    path = str(tmp_path / "p.qgz")
    assert project.write(path)
    other = QgsProject()
    others = NetworkLayers(other, canvas)
    other.readProject.connect(others.sweep)
    assert other.read(path) and len(other.mapLayers()) == 3
    qtbot.waitUntil(lambda: not other.mapLayers())
    assert not other.layerTreeRoot().findGroups()
    assert not other.snappingConfig().individualLayerSettings(), "QGIS keeps no pointer to what went"
    assert other.write(path)
    layers.sweep()
    qtbot.waitUntil(lambda: not layers._soon.isActive())
    assert len(project.mapLayers()) == 3
    other.readProject.disconnect(others.sweep)
    other.clear()
    sip.delete(other)


def test_nothing_is_left_when_the_page_is_no_more(layers, project):
    layers.close()
    assert not project.mapLayers() and not project.layerTreeRoot().findGroups()


def test_qgis_does_not_ask_at_its_end_whether_the_layers_may_be_lost(layers, project):
    assert all(one.customProperty("skipMemoryLayersCheck") for one in project.mapLayers().values())


def test_zones_that_are_points_are_dots(project, canvas):
    layers = NetworkLayers(project, canvas)
    layers.set_zones([Zone("A", "A", QgsGeometry.fromWkt("Point(500 500)"))], RD)
    layers.show({"A": Fill("Aa", RED)}, 0)
    assert _reds(_colours(_picture(layers.layer(ZONES)), 44, 56)) > 5
    layers.close()


def test_a_name_with_html_is_escaped_in_the_map_tip(layers):
    context = QgsExpressionContext()
    context.setFeature(next(layers.layer(ZONES).getFeatures()))
    told = QgsExpression.replaceExpressionText(layers.layer(ZONES).mapTipTemplate(), context)
    assert "&lt;b&gt;" in told and "<b>" not in told


def test_many_zones_change_at_once_in_time(project, canvas):
    """The part of the map in a move of the slider; the bench measures the whole."""
    zones = [Zone(f"Z{i:04}", f"Z{i}", _square(i % 21 * 1000, i // 21 * 1000)) for i in range(405)]
    layers = NetworkLayers(project, canvas)
    layers.set_zones(zones, RD)
    times = []
    for move in range(5):
        fills = {zone.code: Fill("R", RED if (i + move) % 2 else BLUE) for i, zone in enumerate(zones)}
        start = time.perf_counter()
        layers.show(fills, 0.1 + move / 100)
        times.append(time.perf_counter() - start)
    assert sorted(times)[2] < 0.05
    layers.close()
