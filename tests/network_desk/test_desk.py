# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Network from what the user does to what page and map show, by real tasks."""

from __future__ import annotations

import time

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsMapToolPan, QgsMapToolZoom
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from sterkesteden_plugin.maps.network_tool import ZoneTool
from sterkesteden_plugin.panel import network_words as words

from .conftest import EDGE, MIDDLE, X, Y, Z, write_table, zone_layer


def _text(view):
    return view.toPlainText()


def _rows(page):
    return [row.title for row in page.regions.rows]


def _ties(bench):
    return {(f["van"], f["naar"]) for f in bench.layers.layer("banden").getFeatures()}


def test_table_zones_and_years_are_found_and_the_regions_are_on_map_and_page(shown):
    page = shown.page
    assert page.body.isVisible() and page.choices.year == "2023"
    assert [page.controls.year.itemData(i) for i in range(page.controls.year.count())] == ["2023", "2014"]
    assert shown.fills()[MIDDLE] == ("Iks", "") and shown.fills()[EDGE] == ("Iks", "")
    assert "Iks" in _rows(page)
    assert not shown.told


def test_the_slider_moves_a_zone_out_of_its_region_at_once(shown):
    slider = shown.page.controls.slider
    slider.setFocus()
    for _ in range(2):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert shown.page.choices.threshold == 17 and not shown.desk._work.is_busy
    assert shown.fills()[MIDDLE] == ("", "") and shown.fills()[EDGE] == ("Iks", "")
    assert "17" in shown.page.controls.value.text() and "17%" in _text(shown.page.controls.about)


def test_another_year_is_another_division(shown):
    assert shown.fills()[MIDDLE] == ("Iks", "")
    shown.set_choices(year="2014")
    assert shown.fills()[MIDDLE] == ("Ypsilon", "")


@pytest.mark.parametrize("method", words.METHODS)
def test_each_method_can_be_chosen(shown, method):
    shown.set_choices(method=method)
    assert shown.page.choices.method == method and any(region for region, _ in shown.fills().values())


def test_two_years_beside_each_other_show_where_they_differ(shown):
    shown.set_choices(mode=words.TWO, method2=words.THRESHOLD, threshold2=15, year2="2014")
    assert shown.fills()[MIDDLE] == ("Iks", "Ypsilon") and shown.fills()[EDGE] == ("Iks", "")
    assert shown.page.maps.isVisible() and shown.page.maps.svg.count("<path") == 6 * 2 + 2 * 2
    told = _text(shown.page.told)
    assert told.count("Midden & <b>") == 1 and told.count("Ypsilon") == 1 and "Rand" not in told
    shown.set_choices(mode=words.DIVISION)
    assert not shown.page.maps.isVisible() and shown.fills()[MIDDLE] == ("Iks", "")


def test_of_zones_that_differ_those_on_the_map_are_named_first(bench, tmp_path):
    path = write_table(tmp_path / "woon-werk.csv")
    off = "GM0100"  # as the one in the middle, and before it in the order of codes
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(MIDDLE)]
    with path.open("a", encoding="utf-8") as file:
        file.write("".join("\n" + line.replace(MIDDLE, off) for line in lines))
    QgsProject.instance().addMapLayer(zone_layer())
    bench.show()
    bench.take(path)
    bench.set_choices(mode=words.TWO, method2=words.THRESHOLD, threshold2=15, year2="2014")
    told = _text(bench.page.told)
    assert told.index("Midden & <b>") < told.index(off) and "…." not in told
    assert "layers that are kept" in _text(bench.page.notes)


def test_a_table_may_say_what_zones_are_called(bench, tmp_path):
    path = tmp_path / "woon-werk.csv"
    rows = ["GM0503;Iks;GM0999;Ver weg;2014;5", "GM0503;Iks;GM0503;Iks;2014;9"]
    path.write_text("\n".join(["woon_code;woongemeente;werk_code;werkgemeente;jaar;banen", *rows]), encoding="utf-8")
    bench.show()
    bench.take(path)
    assert bench.view.names["GM0999"] == "Ver weg"


def test_a_zone_between_two_centres_shows_in_soft_areas(shown):
    shown.set_choices(mode=words.SOFT)
    region, second = shown.fills()[MIDDLE]
    assert region and second and region != second
    row = next(row for row in shown.page.regions.rows if row.key == MIDDLE)
    assert "%" in row.detail and "·" in row.detail
    assert not shown.page.controls.slider.isEnabled()
    shown.desk._choose(MIDDLE)
    assert row.detail in _text(shown.page.zone)


def test_soft_areas_are_computed_beside_the_window_and_can_be_stopped(shown):
    shown.page.controls.mode.setCurrentIndex(shown.page.controls.mode.findData(words.SOFT))
    shown.page.controls.changed.emit()
    assert shown.desk._work.is_busy and shown.page.busy.isVisible()
    shown.page.busy.stop.click()
    shown.done()
    assert not shown.page.busy.isVisible() and not shown.told


def test_a_zone_that_is_chosen_in_the_list_tells_its_ties_as_bars_and_as_lines(shown):
    page = shown.page
    page._open("zone", MIDDLE)
    assert page.zones.chosen == MIDDLE
    assert page.out.isVisible() and "16,0%" in page.out.chart.svg and "Iks" in page.out.chart.svg
    assert _ties(shown) == {(MIDDLE, X), (MIDDLE, Y)}
    assert len(shown.layers._highlight.marks()) == 1
    assert page.regions.currentIndex().data() == "Midden & <b>", "its region unfolds to it"
    page.zoneChosen.emit("")
    assert not page.out.isVisible() and not _ties(shown) and not shown.layers._highlight.marks()


def test_a_click_on_the_map_chooses_a_zone_and_one_beside_all_none(shown):
    canvas = shown.canvas
    assert isinstance(canvas.mapTool(), ZoneTool) and shown.page.point.isChecked()
    at = canvas.getCoordinateTransform().transform(5000, 405000)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
    assert shown.page.zones.chosen == X
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 395))
    assert shown.page.zones.chosen == ""


def test_a_zone_that_is_selected_in_the_layer_is_chosen(shown):
    shown.layers.layer("zones").selectByExpression(f"\"code\" = '{Z}'")
    assert shown.page.zones.chosen == Z


def test_then_and_now_stand_beside_each_other(shown):
    shown.desk._choose(MIDDLE)
    told = [text for row in shown.page.out.chart._chart.told for text in row]
    assert any("2014" in text and "25,9%" in text for text in told)
    assert any("2023" in text and "14,0%" in text for text in told)
    svg = shown.page.together.chart.svg
    assert "2014" in svg and "2023" in svg
    assert [row.key for row in shown.page.cities.rows] == [
        city.code for city in shown.state.pack.cities if city.code in (X, Y, Z)
    ]


def test_ties_can_be_read_as_a_table(shown):
    shown.desk._choose(MIDDLE)
    figures = [f for f in shown.page.out._figures if f.to_code == X]
    assert {(f.area, f.to, f.date, f.indicator.unit, round(f.value, 1)) for f in figures} == {
        ("Midden & <b>", "Iks", "2023", "x 1000", 1.6),
        ("Midden & <b>", "Iks", "2023", "%", 16.0),
        ("Midden & <b>", "Iks", "2014", "%", 13.8),
    }
    into = [f for f in shown.page.into._figures if f.area_code == MIDDLE]
    assert into and all(f.to_code == MIDDLE for f in into)


def test_regions_with_few_flows_say_so(bench, tmp_path):
    QgsProject.instance().addMapLayer(zone_layer())
    bench.show()
    bench.take(write_table(tmp_path / "klein.csv", [(X, X, 2.0), (MIDDLE, MIDDLE, 0.5), (MIDDLE, X, 0.5)]))
    row = next(row for row in bench.page.regions.rows if row.title == "Iks")
    assert row.extra == words.few()


def test_the_page_needs_a_table_and_says_which(bench):
    bench.show()
    page = bench.page
    assert not page.body.isVisible() and page.source.need.isVisible() and page.source.file.isVisible()
    assert all(row.opens for row in page.source.datasets.rows)
    if page.source.datasets.rows:
        page.source.datasets.opened.emit("open-data", page.source.datasets.rows[0].key)
        assert bench.fetched == [[page.source.datasets.rows[0].key]]


def test_without_zones_all_but_the_map_is_there(bench, table):
    bench.show()
    bench.take(table)
    assert not bench.fills() and "Iks" not in _rows(bench.page) and bench.page.regions.rows
    assert "0 " in _text(bench.page.notes)
    bench.desk._choose(MIDDLE)
    assert bench.page.out.isVisible()


def test_columns_are_chosen_where_the_table_does_not_say_them(bench, tmp_path):
    path = tmp_path / "anders.csv"
    path.write_text(f"p,q,r,s\n{X},{X},80,2020\n{Y},{X},5,2020\n{Y},{Y},5,2020\n", encoding="utf-8")
    QgsProject.instance().addMapLayer(zone_layer())
    bench.show()
    bench.take(path)
    choice = bench.page.source.columns
    assert choice.isVisible() and not bench.page.body.isVisible()
    choice.boxes[3].setCurrentIndex(choice.boxes[3].findData("s"))
    choice.use.click()
    bench.done()
    assert bench.page.choices.year == "2020" and not choice.isVisible()
    assert bench.fills()[Y] == ("Iks", "")


def test_a_file_that_cannot_be_read_is_told_and_another_can_be_chosen(bench, tmp_path, table):
    bench.show()
    path = tmp_path / "stuk.csv"
    path.write_text("", encoding="utf-8")
    bench.take(path)
    assert "stuk.csv" in _text(bench.page.source.need) + " ".join(bench.told)
    bench.take(table)
    assert bench.page.body.isVisible()


def test_a_project_remembers_table_zones_and_choices(shown):
    shown.set_choices(method=words.LABOUR, threshold=60, mode=words.DIVISION, year="2014")
    from sterkesteden_plugin.network_desk.memory import Memory

    memory = Memory(QgsProject.instance())
    assert memory.source.endswith("pendel.csv|") and memory.choices == shown.page.choices
    QgsProject.instance().writeEntry("sterkesteden", "network", '["iets anders"]')
    assert Memory(QgsProject.instance()).source == "" and Memory(QgsProject.instance()).choices is None


def test_a_layer_of_the_project_can_be_the_table(bench, table):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"file://{table}?type=csv&delimiter=;&geomType=none", "Woon-werk", "delimitedtext")
    assert layer.isValid()
    QgsProject.instance().addMapLayers([layer, zone_layer()])
    bench.show()
    assert bench.page.source.flows.currentText() == "Woon-werk" and bench.fills()[MIDDLE] == ("Iks", "")


def test_the_map_is_as_it_was_when_the_page_is_left_and_the_tool_too(shown):
    group = next(node for node in QgsProject.instance().layerTreeRoot().findGroups())
    assert group.isVisible()
    shown.page.hide()
    assert not group.isVisible() and not isinstance(shown.canvas.mapTool(), ZoneTool)
    shown.page.show()
    assert group.isVisible()


def test_a_tool_that_the_user_works_with_stays(bench, table):
    tool = QgsMapToolZoom(bench.canvas, False)
    bench.canvas.setMapTool(tool)
    bench.show()
    assert bench.canvas.mapTool() is tool and not bench.page.point.isChecked()
    bench.page.point.click()
    assert isinstance(bench.canvas.mapTool(), ZoneTool)
    bench.page.point.click()
    assert bench.canvas.mapTool() is tool
    bench.canvas.setMapTool(QgsMapToolPan(bench.canvas))


def test_another_project_takes_the_layers_and_the_page_finds_them_again(shown):
    QgsProject.instance().clear()
    QgsProject.instance().addMapLayer(zone_layer())
    shown.page.hide()
    shown.show()
    shown.page.show()
    shown.done()
    assert not shown.told


def test_all_is_reached_by_keyboard(shown):
    page, seen = shown.page, set()
    shown.window.activateWindow()
    page.first.setFocus()
    for _ in range(40):
        widget = shown.window.focusWidget()
        if widget is None or widget in seen:
            break
        seen.add(widget)
        assert widget.accessibleName() or widget.text(), widget.objectName()
        page.focusNextChild()
    controls = page.controls
    assert {controls.mode, controls.year, controls.method, controls.slider, page.zones, page.point} <= seen
    assert {page.regions, page.cities, page.together.chart} <= seen


def test_a_row_opens_by_enter_and_its_zones_too(shown):
    page = shown.page
    page.regions.setFocus()
    page.regions.choose("region:" + X)
    QTest.keyClick(page.regions, Qt.Key.Key_Return)
    assert MIDDLE in [row.key for row in page.regions.rows]
    page.regions.choose(MIDDLE)
    QTest.keyClick(page.regions, Qt.Key.Key_Return)
    assert page.zones.chosen == MIDDLE and page.regions.currentIndex().data() == "Midden & <b>"


def test_the_page_is_no_wider_than_a_narrow_panel(shown):
    for mode in words.MODES:
        shown.set_choices(mode=mode)
        assert shown.page.minimumSizeHint().width() <= 320
        assert shown.page.body.minimumSizeHint().width() <= 304


def test_a_move_of_the_slider_over_405_zones_is_shown_in_time(bench, tmp_path):
    """Division, facts, colours, rows and the attributes of the map: all but QGIS's own drawing, which is beside it."""
    import random

    random.seed(1)
    codes = [f"GM{i:04}" for i in range(405)]
    rows = [(code, code, 20.0 + i % 7) for i, code in enumerate(codes)]
    for i, code in enumerate(codes):
        rows += [(code, other, round(random.random() * 3, 1)) for other in random.sample(codes, 20)]
        rows.append((code, codes[i // 20 * 20], 6.0))
    QgsProject.instance().addMapLayer(zone_layer({code: code for code in codes}))
    bench.show()
    bench.take(write_table(tmp_path / "groot.csv", [row for row in rows if row[2]], ["2014"]))
    slider, times = bench.page.controls.slider, []
    for value in range(10, 30):
        start = time.perf_counter()
        slider.setValue(value)
        times.append(time.perf_counter() - start)
    assert sorted(times)[len(times) // 2] <= 0.1, times


def test_large_tables_are_computed_beside_the_window(shown, monkeypatch):
    monkeypatch.setattr("sterkesteden_plugin.network_desk.view.AT_ONCE", 2)
    monkeypatch.setattr("sterkesteden_plugin.network_desk.view.ROWS_AT_ONCE", 2)
    page = shown.page
    page.controls.slider.setValue(16)
    assert shown.desk._work.is_busy
    for value in (17, 14, 13):  # the last one counts
        page.controls.slider.setValue(value)
    shown.done()
    assert page.choices.threshold == 13 and shown.fills()[MIDDLE] == ("Iks", "")
    shown.set_choices(year="2014", mode=words.TWO, method2=words.DOMINANT, year2="2023")
    assert shown.fills()[MIDDLE][0] == "Ypsilon" and not shown.page.busy.isVisible()
