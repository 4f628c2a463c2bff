# SPDX-License-Identifier: GPL-2.0-or-later
"""The filter in QGIS's own locator: what it finds while the user types, and where a choice leads."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from qgis.core import QgsFeedback, QgsLocator, QgsLocatorContext, QgsLocatorResult, QgsSettings

from benchmarks.large_pack import large_pack

from .panel.conftest import HTML, make_pack


@pytest.fixture()
def state(qgis_app, tmp_path):
    from sterkesteden_plugin.state import State

    state = State()
    state.set_pack(make_pack(), tmp_path / "pack.gpkg")
    yield state
    state.deleteLater()


@pytest.fixture()
def finder(state, qtbot):
    from sterkesteden_plugin.finder import Finder

    finder = Finder(state, state)
    qtbot.waitUntil(lambda: finder.index is not None)
    return finder


@pytest.fixture()
def found(state, finder):
    """The locator, and what it has found so far."""
    return Found(state, finder)


class Found:
    def __init__(self, state, finder):
        from sterkesteden_plugin.locator import StoryLocator, register

        self.results, self.finished = [], 0
        self.locator = QgsLocator()
        self.filter = StoryLocator(state, finder)
        register(self.filter, self.locator.registerFilter)
        self.locator.foundResult.connect(self._note)
        self.locator.finished.connect(self._note_end)

    def _note(self, result):
        self.results.append(QgsLocatorResult(result))  # QGIS keeps its own no longer than the signal lasts

    def _note_end(self):
        self.finished += 1

    def ask(self, text, qtbot):
        self.results.clear()
        before = self.finished
        self.locator.fetchResults(text, QgsLocatorContext())
        qtbot.waitUntil(lambda: self.finished > before)
        return [str(result.userData) for result in self.results]


def test_cities_items_chapters_and_places_are_found_by_word_beginnings(found, qtbot):
    assert found.ask("ss aardv", qtbot)[0] == "city/aardvoort"
    assert found.ask("ss HAVEN wat", qtbot) == ["item/aardvoort-k1"]
    assert found.ask("ss begin", qtbot) == ["chapter/h0"]
    assert found.ask("ss plein", qtbot)[0] == "place/plein"
    assert found.ask("ss aven", qtbot) == []


def test_what_is_about_the_words_comes_after_what_is_called_so(found, qtbot):
    found.ask("ss plein", qtbot)
    scores = [result.score for result in found.results]
    assert len(scores) > 1 and scores == sorted(scores, reverse=True)


def test_a_place_that_no_source_locates_is_not_offered(found, qtbot):
    assert "place/fabriek" not in found.ask("ss fabriek", qtbot)


def test_a_result_says_what_it_is(found, qtbot):
    found.ask("ss haven", qtbot)
    (result,) = found.results
    assert result.displayString == "Haven en water"
    assert "Kans 1" in result.description and "Aardvoort" in result.description
    assert result.group == "Kansen"
    assert not result.icon.isNull()


def test_the_prefix_alone_offers_the_cities(found, qtbot):
    assert found.ask("ss ", qtbot) == ["city/aardvoort", "city/beekmeer", "city/cederloo"]


def test_without_prefix_a_few_letters_find_nothing(found, qtbot):
    assert found.ask("ha", qtbot) == []
    assert found.ask("haven", qtbot) == ["item/aardvoort-k1"]


def test_it_fetches_in_another_thread_and_prepares_in_this_one(found, qtbot, monkeypatch):
    from sterkesteden_plugin.locator import StoryLocator

    threads = {}
    for name in ("prepare", "fetchResults"):
        original = getattr(StoryLocator, name)

        def noted(self, *arguments, name=name, original=original):
            threads[name] = threading.get_ident()
            return original(self, *arguments)

        monkeypatch.setattr(StoryLocator, name, noted)
    found.ask("ss haven", qtbot)
    assert threads["prepare"] == threading.get_ident()
    assert threads["fetchResults"] != threading.get_ident()


def test_a_choice_goes_there(found, state, qtbot):
    heard = []
    found.filter.placeRequested.connect(heard.append)
    found.filter.opened.connect(heard.append)
    for asked, active in (
        ("ss haven", lambda: state.item.id == "aardvoort-k1"),
        ("ss beekm", lambda: state.city.id == "beekmeer" and state.item is None),
        ("ss begin", lambda: state.chapter.id == "h0" and state.city is None),
    ):
        found.ask(asked, qtbot)
        result = found.results[0]
        result.filter.triggerResult(result)
        assert active(), asked
        assert heard == [True]
        heard.clear()
    found.ask("ss plein", qtbot)
    found.results[0].filter.triggerResult(found.results[0])
    assert heard == [True, "plein"]
    items = state.pack.items_at_place["plein"]
    assert items and state.here == tuple(item.id for item in items)


def test_a_place_that_no_item_names_is_shown_and_the_panel_stays(found, state, qtbot):
    found.ask("ss plein", qtbot)
    state.renew_pack(replace(state.pack, items=()))
    heard = []
    found.filter.placeRequested.connect(heard.append)
    found.filter.opened.connect(heard.append)
    found.results[0].filter.triggerResult(found.results[0])
    assert heard == ["plein"] and state.here == ()


def test_results_come_to_the_filter_that_was_registered(found, qtbot):
    found.ask("ss haven", qtbot)
    assert found.results[0].filter is found.filter


def test_what_is_gone_when_it_is_chosen_opens_nothing(found, state, qtbot):
    found.ask("ss haven", qtbot)
    state.renew_pack(replace(make_pack(), items=()))
    found.filter.triggerResult(found.results[0])
    assert state.item is None
    state.set_pack(None, None)
    found.filter.triggerResult(found.results[0])


def test_before_the_index_is_there_nothing_is_found(found, state, finder, qtbot):
    with qtbot.waitSignal(finder.ready):
        state.renew_pack(replace(make_pack(), items=()))
        assert finder.index is None
        assert found.ask("ss begin", qtbot) == []
    assert found.ask("ss begin", qtbot) == ["chapter/h0"]
    assert found.ask("ss haven", qtbot) == []


def test_without_a_pack_nothing_is_found(found, state, qtbot):
    state.set_pack(None, None)
    assert found.ask("ss haven", qtbot) == []


def test_html_stays_text(found, qtbot):
    found.ask("ss kop vet", qtbot)
    assert HTML in [result.displayString for result in found.results]


def test_it_stops_when_it_is_cancelled_and_ends_after_enough(state, small_pack, finder, qtbot):
    from sterkesteden_plugin.locator import MOST, StoryLocator

    state.set_pack(large_pack(small_pack, 200), None)
    qtbot.waitUntil(lambda: finder.index is not None)
    for cancelled in (False, True):
        one = StoryLocator(state, finder)
        context, feedback, results = QgsLocatorContext(), QgsFeedback(), []
        context.usingPrefix = True
        one.resultFetched.connect(lambda result, results=results: results.append(result.displayString))
        if cancelled:
            one.resultFetched.connect(lambda _result, feedback=feedback: feedback.cancel())
        one.prepare("d", context)
        one.fetchResults("d", context, feedback)
        assert len(results) == (1 if cancelled else MOST)


def test_the_locator_takes_it_away(found):
    assert found.locator.filters("ss") == [found.filter]
    found.locator.deregisterFilter(found.filter)
    assert found.locator.filters("ss") == []


def test_registering_leaves_nothing_in_the_settings_and_keeps_what_the_user_chose(state, finder, qtbot):
    from sterkesteden_plugin.locator import StoryLocator, register

    settings = QgsSettings()
    before = settings.allKeys()
    Found(state, finder)
    assert settings.allKeys() == before
    keys = ("gui/locator_filters/prefix_sterkesteden", "locator-filters/items/sterkesteden/prefix")
    for key in keys:
        settings.setValue(key, "steden")
    locator, one = QgsLocator(), StoryLocator(state, finder)
    try:
        register(one, locator.registerFilter)
        assert one.activePrefix() == "steden"
        assert [settings.value(key) for key in keys] == ["steden", "steden"]
    finally:
        for key in keys:
            settings.remove(key)
