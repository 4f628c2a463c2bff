# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of open data: what it shows, what it asks, by mouse and keyboard, in a panel of 320 wide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from sterkesteden_plugin.panel import open_data_words as words
from sterkesteden_plugin.panel.open_data_area import CITY, DRAWN, MAP, NONE
from sterkesteden_plugin.services.client import Finding
from sterkesteden_plugin.services.errors import Unreachable
from sterkesteden_plugin.services.loader import Report
from sterkesteden_plugin.services.scratch import Dirt
from sterkesteden_plugin.services.told import summary
from sterkesteden_plugin.store.datasets import Catalogue, Dataset, Service
from sterkesteden_plugin.store.load_log import Entry
from sterkesteden_plugin.store.loads import LoadReport, UndoReport
from sterkesteden_plugin.story.model import LayerSpec, Load

from .conftest import HTML, LONG_WORD, SOURCE, make_pack


def _service(id, name, credit="Makers"):
    return Service(id, name, "ogcapi", f"https://{id}.example.org", None, credit, "CC0", None)


A, B, C = _service("a", f"Dienst {HTML}", HTML), _service("b", LONG_WORD), _service("c", "Reserve")


def _dataset(id, service, area="", fallback=None, note="Waar het over gaat.", kind="vlak"):
    return Dataset(id, f"Set {id}", service, id, kind, area, ("id",), None, None, None, fallback, note, (), ())


D = replace(_service("d", "Adressen"), kind="locatieserver")
CATALOGUE = Catalogue(
    (C, A, B, D),
    (
        _dataset("grenzen", A, "pakket", fallback="grenzen-2"),
        _dataset("lang", A, note=f"{LONG_WORD} {HTML}"),
        _dataset("panden", B, "gekozen"),
        _dataset("adressen", B, "gekozen"),
        _dataset("grenzen-2", C),
    ),
)
LOAD = Load("l1", "grenzen", "2026-11-24T10:05:00Z", "Anna", "https://a", "2024-07-01", SOURCE, 1234, 1234, 0, 0, False)


def _layer(id, dataset, geometry):
    return LayerSpec(id, "g", id, geometry, id, None, False, None, dataset)


def _report(id="grenzen", instead=None, dirt=None, absent=(), **load):
    dataset = CATALOGUE.dataset_by_id[id]
    count = load.pop("count", 10)
    return Report(dataset, LoadReport("l1", count, **load), dirt or Dirt(), absent, "2026-11-24T10:05:00Z", instead)


def _text(view):
    return view.toPlainText()


@pytest.fixture()
def page(dock):
    page = dock.content.open_data
    page.catalogueWanted.connect(lambda: page.set_catalogue(CATALOGUE, {"b"}))
    dock.content.show_open_data()
    QApplication.processEvents()
    return page


@pytest.fixture()
def asked(page):
    """What the page asked for."""
    said = []
    page.fetchRequested.connect(said.append)
    for name in ("cancelRequested", "undoRequested", "changesRequested", "mapRequested"):
        getattr(page, name).connect(lambda id, name=name: said.append((name, id)))
    page.checkRequested.connect(lambda: said.append("check"))
    page.areaChosen.connect(lambda kind, key: said.append((kind, key)))
    return said


def test_nothing_is_read_or_made_before_the_page_is_shown(dock):
    page, wanted = dock.content.open_data, []
    page.catalogueWanted.connect(lambda: wanted.append(True))
    assert not page.blocks and not wanted
    dock.content.show_open_data()
    assert wanted


def test_the_page_is_opened_from_the_beginning_of_the_story_and_left_again(dock, state, pack):
    row = next(row for row in dock.content.story.city.rows if row.opens == "open-data")
    dock.content._open(row.opens, row.key)
    assert dock.content.pages.currentWidget() is dock.content.open_data
    dock.content.go_back()
    assert dock.content.pages.currentWidget() is dock.content.story


def test_each_data_set_says_what_it_is_whose_and_when_it_was_loaded(page, dock):
    heads = [_text(head) for head in page._heads.values()]
    assert [text.splitlines()[0] for text in heads] == [
        f"Dienst {HTML}",
        LONG_WORD,
        "Reserve",
        "Adressen",
    ]  # what stands in is last
    assert HTML in heads[0].splitlines()[1] and "CC0" in heads[0]
    assert "https://b.example.org" in heads[1] and "https://a" not in heads[0]  # of the user's own address
    assert list(page.blocks) == ["grenzen", "lang", "panden", "adressen"]
    assert "Waar het over gaat." in _text(page.blocks["grenzen"].text)
    assert not page.blocks["grenzen"].undo.isVisible()

    page.renew(make_pack(loads=(LOAD,)))

    text = _text(page.blocks["grenzen"].text)
    assert "24 november 2026" in text and "1 juli 2024" in text and "1.234" in text
    assert page.blocks["grenzen"].undo.isVisible() and not page.blocks["lang"].undo.isVisible()


def test_the_page_is_as_wide_as_the_panel_whatever_it_holds(page, dock):
    page.renew(make_pack(loads=(LOAD, replace(LOAD, id="l2", dataset="panden"))))
    page.set_area(12_340_000.0)
    page.blocks["lang"].set_result(words.failure(LONG_WORD, HTML))
    page.blocks["panden"].set_progress(10, 100, LONG_WORD)
    page.set_busy(LONG_WORD)
    QApplication.processEvents()
    assert dock.width() == 320
    assert page.scroll.widget().width() <= page.scroll.viewport().width()


def test_one_click_fetches_one_and_all_fetches_all_that_needs_no_area(page, asked):
    page.blocks["lang"].fetch.click()
    page.all.click()
    assert asked == [["lang"], ["grenzen", "lang"]]
    assert not page.blocks["panden"].fetch.isEnabled()

    page.set_area(50_000.0)
    page.blocks["grenzen"].set_waiting()  # it is not asked for twice
    page.all.click()
    assert asked[-1] == ["lang", "panden", "adressen"]
    assert page.blocks["panden"].fetch.isEnabled()


def test_what_is_ticked_is_fetched_in_the_order_of_the_page(page, asked):
    assert not page.some.isEnabled()
    for id in ("lang", "grenzen"):
        page.blocks[id].box.setFocus()
        QTest.keyClick(page.blocks[id].box, Qt.Key.Key_Space)
    page.some.click()
    assert asked == [["grenzen", "lang"]]


def test_the_area_is_chosen_once_for_all_that_need_one_and_says_its_size(page, asked):
    box = page.area.box
    choices = [box.itemData(index) for index in range(box.count())]
    assert [kind for kind, _key in choices] == [NONE, MAP, CITY, CITY, CITY, DRAWN]
    assert page.area.isVisible()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert asked == [(MAP, "")]
    page.set_area(12_340_000.0)
    assert "1.234 ha" in _text(page.area.text)
    assert "ha" in _text(page.area.text) and not page.blocks["panden"]._need

    page.refuse_area("Dat gaat niet.")
    assert box.currentIndex() == 0 and _text(page.area.text) == "Dat gaat niet."
    assert not page.blocks["panden"].fetch.isEnabled()


def test_while_something_is_fetched_the_keyboard_stays_with_it(page, asked):
    block = page.blocks["grenzen"]
    block.fetch.setFocus()
    QTest.keyClick(block.fetch, Qt.Key.Key_Space)
    block.set_waiting()
    assert QApplication.focusWidget() is block.cancel and not block.fetch.isVisible()
    block.set_progress(1200, 4000, "Wegvakken")
    assert "1.200" in _text(block.text) and "4.000" in _text(block.text)
    assert block.bar.isVisible() and block.bar.value() == block.bar.maximum() * 0.3
    QTest.keyClick(block.cancel, Qt.Key.Key_Space)
    assert asked[-1] == ("cancelRequested", "grenzen")
    block.set_result([words.cancelled()])
    assert QApplication.focusWidget() is block.fetch and not block.bar.isVisible()


def test_a_total_that_nobody_knows_shows_that_something_goes_on(page):
    block = page.blocks["grenzen"]
    block.set_progress(700, 0, "Wegvakken")
    assert block.bar.maximum() == 0 and "700" in _text(block.text)
    block.set_waiting()
    assert block.bar.maximum() > 0


def test_all_can_be_cancelled_and_the_keyboard_is_not_lost_then(page, asked):
    page.set_busy("Bezig")
    assert page.busy.isVisible()
    page.busy.cancel.setFocus()
    QTest.keyClick(page.busy.cancel, Qt.Key.Key_Space)
    assert asked == [("cancelRequested", "")]
    page.set_busy("")
    assert not page.busy.isVisible() and QApplication.focusWidget() is page.all


def test_everything_on_the_page_is_reached_by_tab(page):
    page.set_area(1.0)
    page.renew(make_pack(loads=(LOAD,)))
    page.first.setFocus()
    seen = []
    for _ in range(60):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if not page.isAncestorOf(QApplication.focusWidget()):
            break
    wanted = [page.all, page.check, page.area.box]
    for block in page.blocks.values():
        wanted += [block.box, block.fetch]
    wanted += [page.blocks["grenzen"].undo, page.blocks["grenzen"].changes]
    assert not [widget for widget in wanted if widget not in seen]


def test_the_keyboard_goes_down_the_page(page):
    page.set_area(1.0)
    page.set_busy("Bezig")
    page.renew(make_pack(loads=(LOAD,)))
    QApplication.processEvents()
    page.first.setFocus()
    seen = []
    while page.isAncestorOf(QApplication.focusWidget()) and QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    heights = [widget.mapTo(page.scroll.widget(), widget.rect().bottomLeft()).y() for widget in seen[:-1]]
    assert len(heights) > 12 and heights == sorted(heights)
    assert page.area.box in seen and page.addresses.layer in seen and seen[-1] is page.busy.cancel


def test_a_layer_that_was_loaded_can_be_asked_for(page, asked):
    button = page.blocks["grenzen"].map
    layers = [_layer("lijst", "grenzen", "tabel"), _layer("vlakken", "panden", "vlak")]
    page.renew(make_pack(loads=(LOAD,), layers=layers))
    assert not button.isVisible(), "a table is not on the map"
    page.renew(make_pack(loads=(LOAD,), layers=[*layers, _layer("lijnen", "grenzen", "lijn")]))
    assert button.isVisible() and not page.blocks["panden"].map.isVisible()
    button.click()
    assert asked == [("mapRequested", "grenzen")]


def test_a_fault_that_was_found_is_forgotten_when_the_service_gives_it_all_the_same(page):
    findings = [Finding("grenzen", "veranderd", "Anders.", 0.4), Finding("lang", "veranderd", "Ook.", 0.4)]
    page.set_findings(findings)
    page.forget_finding("grenzen")
    assert "Anders." not in _text(page.blocks["grenzen"].text) and "Ook." in _text(page.blocks["lang"].text)
    page.set_catalogue(CATALOGUE, ())  # is filled anew
    assert "Anders." not in _text(page.blocks["grenzen"].text) and "Ook." in _text(page.blocks["lang"].text)


def test_of_several_failures_the_message_bar_says_how_many():
    assert words.conclusion([], ["Een: gaat niet."]) == "Een: gaat niet."
    assert "Een" not in words.conclusion(["Goed"], ["Een: gaat niet.", "Twee: ook niet."])


def test_every_control_has_a_name_of_its_own(page):
    page.renew(make_pack(loads=(LOAD,)))
    names = [
        button.accessibleName() for block in page.blocks.values() for button in (block.fetch, block.cancel, block.undo)
    ]
    assert len(set(names)) == len(names) and all(names)
    assert "Waar het over gaat." in page.blocks["grenzen"].box.accessibleDescription()


def test_a_file_that_may_not_be_written_says_so_and_can_still_be_checked(page, asked):
    page.set_refusal("Alleen lezen.")
    assert "Alleen lezen." in _text(page.head)
    for button in (page.all, page.some, page.blocks["grenzen"].fetch):
        assert not button.isEnabled() and "Alleen lezen." in button.toolTip()
    page.check.click()
    assert asked == ["check"] and page.first is page.check


def test_checked_services_say_how_they_were_found_and_how_long_it_took(page):
    page.set_findings([Finding("grenzen", "bereikbaar", "", 0.42), Finding("lang", "veranderd", HTML, 1.0)])
    page.set_findings(
        [Finding("grenzen-2", "onbereikbaar", "Geen antwoord.", 15.0), Finding("panden", "verdwenen", "Weg.", 0.001)]
    )
    assert "0,42 s" in _text(page.blocks["grenzen"].text)
    assert "15,0 s" in _text(page._heads["c"]) and "0,01 s" in _text(page.blocks["panden"].text)
    assert HTML in _text(page.blocks["lang"].text)
    assert "Weg." in _text(page.blocks["panden"].text)
    assert "Set grenzen-2" in _text(page._heads["c"]) and "Geen antwoord." in _text(page._heads["c"])


def test_what_a_load_did_can_be_read(page):
    report = _report(
        added=3,
        changed=2,
        removed=1,
        unchanged=1500,
        moved=(("A28", 12.34),),
        figures=(("Inwoners, Stad, 2024", 100.0, 110.5), ("Inwoners, Dorp, 2024", None, 7.0)),
        places=("Gemeente Een", HTML),
        missing=("Gemeente Twee",),
        dirt=Dirt(2, 1, 4, 5, ("k1",)),
        absent=("veld",),
        instead=Unreachable("Dienst antwoordt niet.", "Later."),
    )
    page.blocks["grenzen"].set_result(words.outcome(report, True))
    text = _text(page.blocks["grenzen"].text)
    for part in (
        "3",
        "1.500",
        "A28: 12,3 m",
        "100 → 110,5",
        "→ 7",
        "Gemeente Een",
        HTML,
        "Gemeente Twee",
        "k1",
        "5 could not be placed",
        "veld",
    ):
        assert part in text, part
    assert "Dienst antwoordt niet." in text and "24 november 2026" in text


def test_of_very_many_changes_the_first_are_told_and_the_others_counted():
    moved = tuple((f"weg {number}", 1.0) for number in range(3000))
    lines = [part.text for part in words.outcome(_report(changed=3000, moved=moved), False)]
    assert len(lines) < 20 and any("2.988" in line for line in lines)


def test_a_load_that_changed_nothing_or_found_nothing_says_that():
    assert summary(_report(unchanged=12)).startswith("12")
    empty = _report("panden", count=0, absent=("bouwjaar",))
    assert not any("bouwjaar" in part.text for part in words.outcome(empty, False))
    assert summary(empty)


def test_what_was_undone_and_what_was_not_can_be_read():
    assert len(words.undone(UndoReport(4))) == 1
    assert any(HTML in part.text for part in words.undone(UndoReport(4, (HTML,))))


def test_what_a_load_of_earlier_changed_is_told_as_the_file_keeps_it():
    entries = [
        Entry("open_x", "k1", "gewijzigd", "naam: a → b", {}, {}),
        Entry("open_x", "k2", "verwijderd", "", {}, {}),
    ]
    lines = [part.text for part in words.changes(entries)]
    assert "• naam: a → b" in lines and "• k2" in lines
    (all_new,), (nothing,) = words.changes([], LOAD), words.changes([], replace(LOAD, added=0))
    assert all_new.text != nothing.text


def test_another_pack_has_another_catalogue(page, state, pack, tmp_path):
    page.set_area(1.0)
    page.blocks["grenzen"].set_finding(Finding("grenzen", "bereikbaar", "", 0.1))
    old = page.blocks["grenzen"]
    state.set_pack(make_pack(cities=(), items=(), workshops=(), figures=()), tmp_path / "ander.gpkg")
    page.set_catalogue(Catalogue((A,), (_dataset("grenzen", A),)), ())
    assert list(page.blocks) == ["grenzen"] and page.blocks["grenzen"] is not old
    assert page.area.box.count() == 3 and page.area.isHidden()


def test_a_pack_without_data_to_fetch_says_so(page, state, tmp_path):
    assert "names no data" not in page.head.toPlainText()
    state.set_pack(make_pack(cities=(), items=(), workshops=(), figures=()), tmp_path / "ander.gpkg")
    page.set_catalogue(Catalogue((A,), ()), ())
    assert "names no data" in page.head.toPlainText() and not page.all.isEnabled()
    page.set_catalogue(Catalogue((A,), (_dataset("grenzen", A),)), ())
    assert "names no data" not in page.head.toPlainText()
