# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Network in the panel: opened from the story, left again, and what it does without anyone behind it."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from sterkesteden_plugin.networks.facts import CityFacts, RegionFacts, Tie, ZoneFacts
from sterkesteden_plugin.panel import network_charts as charts
from sterkesteden_plugin.panel import network_rows as rows
from sterkesteden_plugin.panel import network_words as words
from sterkesteden_plugin.panel.network_charts import MOST_BARS, Table

from .conftest import HTML, LONG_WORD, RTL, SOURCE

TABLE = Table(SOURCE, "x 1000")


def _zone(count=3, before=""):
    ties = [Tie(f"G{i}", HTML, 10.0 - i, (10.0 - i) / 100, 0.5 if before else None) for i in range(count)]
    return ZoneFacts("G0", HTML, "2014", before, 100.0, 80.0, tuple(ties), ())


def _region(number, count=2, few=False):
    zones = tuple(f"Z{number}-{i}" for i in range(count))
    return RegionFacts(number, zones[0], f"{HTML} {number}", zones, 50.0 - number, 40.0, 0.8, 0.7, few)


@pytest.fixture()
def page(dock):
    dock.content.show_network()
    QApplication.processEvents()
    return dock.content.network


def test_the_page_is_opened_from_the_beginning_of_the_story_and_left_again(dock):
    row = next(row for row in dock.content.story.city.rows if row.opens == "network")
    said = []
    dock.content.network.shown.connect(lambda: said.append("shown"))
    dock.content.network.left.connect(lambda: said.append("left"))
    dock.content._open(row.opens, row.key)
    assert dock.content.pages.currentWidget() is dock.content.network
    dock.content.go_back()
    assert dock.content.pages.currentWidget() is dock.content.story and said == ["shown", "left"]


def test_other_chapters_do_not_lead_to_it(dock, state, pack):
    state.set_chapter(pack.chapters[1].id)
    assert not [row for row in dock.content.story.city.rows if row.opens == "network"]


def test_the_keyboard_begins_with_what_can_be_done(dock, page):
    dock.content.focus_page()
    assert QApplication.focusWidget() is page.source.file
    page.source.set_need("Nodig.", [("a", HTML, "Waarover.")])
    assert page.first is page.source.datasets
    page.source.set_sources([("x", "Tabel")], "x")
    page.set_flows_known(True)
    assert page.first is page.controls.mode


def test_a_data_set_is_asked_for_by_keyboard(page):
    asked = []
    page.fetchRequested.connect(asked.append)
    page.source.set_need("Nodig.", [("a", "Een", ""), ("b", "Twee", "")])
    page.source.datasets.setFocus()
    QTest.keyClick(page.source.datasets, Qt.Key.Key_Down)
    QTest.keyClick(page.source.datasets, Qt.Key.Key_Return)
    assert asked == ["b"]


def test_bars_are_told_with_jobs_share_year_and_source():
    chart = charts.tie_chart(_zone(before="2006"), False, TABLE)
    then, now = chart.told[0]
    assert "2006" in then and "50,0%" in then and "2014" in now and "10,0%" in now and "10,0" in now
    assert all("Bron" in line for line in (then, now)) and HTML in now


def test_the_smallest_ties_are_one_bar_and_stand_in_the_table():
    zone = _zone(MOST_BARS + 5)
    chart = charts.tie_chart(zone, False, TABLE)
    assert len(chart.told) == MOST_BARS + 1 and chart.told[-1][0].startswith("5 ")
    assert len(charts.tie_figures(zone, False, TABLE)) == 2 * (MOST_BARS + 5)
    assert charts.tie_chart(zone, True, TABLE) is None, "nobody works there"


def test_cities_stand_beside_each_other_by_year():
    years = [
        [
            CityFacts("A", "Aa", year, 10.0, 12.0, 0.5, None, 2.0, "Bee", 0.1),
            CityFacts("B", RTL, year, 1, 1, 1, 1, 0, "", None),
        ]
        for year in ("2006", "2014")
    ]
    chart = charts.city_chart(years, TABLE)
    assert [len(told) for told in chart.told] == [4, 4]
    figures = charts.city_figures(years, TABLE)
    assert {f.value for f in figures if f.indicator.id == "vraag" and f.area == "Aa"} == {None}
    assert charts.city_chart([], TABLE) is None and charts.city_chart([[]], TABLE) is None


def test_many_regions_unfold_and_a_chosen_one_is_always_there():
    regions = [_region(i) for i in range(rows.MOST_REGIONS + 5)]

    def keys(unfolded="", every=False):
        return [row.key for row in rows.region_rows(regions, {}, {}, {}, "x 1000", unfolded, every, [])]

    assert len(keys()) == 1 + rows.MOST_REGIONS + 1 and keys()[-1] == rows.ALL
    last = regions[-1].centre
    assert {rows.region_key(last), *regions[-1].zones} <= set(keys(last))
    assert rows.ALL not in keys(every=True) and len(keys(every=True)) == 1 + len(regions)


def test_a_region_with_few_flows_says_so_and_zones_apart_say_why():
    apart = [("Waarom", [f"Z{i}" for i in range(rows.MOST_APART + 3)])]
    found = rows.region_rows([_region(0, few=True)], {"Z0-0": "#123456"}, {}, {}, "x 1000", "", False, apart)
    assert found[1].extra == words.few() and found[1].marker == "#123456"
    assert found[2].heading and found[2].title == "Waarom" and "3" in found[-1].title


@pytest.mark.parametrize("unit", ["x 1000", "x 1 000", ""])
def test_jobs_are_told_in_the_unit_of_the_table(unit):
    assert ("1,5" in words.jobs(1.5, unit)) and (words.jobs(1.5, unit) != words.jobs(1.5, "" if unit else "x 1000"))


def test_the_page_shows_the_worst_texts_in_a_narrow_panel(dock, page):
    page.set_flows_known(True)
    page.source.set_sources([("x", LONG_WORD)], "x")
    page.source.set_zones([("y", HTML)], "y")
    page.set_zone_names([("G0", LONG_WORD)], "G0")
    page.set_zone(_zone(), TABLE)
    page.tell_zone(HTML, [LONG_WORD])
    page.set_regions(lambda _unfolded, _every: [rows.zone_row("G0", {"G0": LONG_WORD}, {})], {})
    page.set_notes([HTML, LONG_WORD])
    QApplication.processEvents()
    assert page.body.width() <= page.scroll.viewport().width() <= 320
    assert HTML.split(">")[0] in page.notes.toPlainText()


def test_the_slider_is_moved_by_keys_and_keeps_its_threshold_for_each_method(page):
    page.set_flows_known(True)
    told = []
    page.changed.connect(lambda: told.append(page.choices.threshold))
    slider, method = page.controls.slider, page.controls.method
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert told == [20]

    def choose(key):
        method.setCurrentIndex(method.findData(key))
        method.activated.emit(method.currentIndex())

    choose(words.LABOUR)
    assert page.choices.threshold == 67
    choose(words.THRESHOLD)
    assert page.choices.threshold == 20 and slider.value() == 20
    QTest.keyClick(slider, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.choices.threshold == 20, "keys with Alt are the panel's"
