# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: claims of the story put to the test; first without data, which come in one click, then with more of it."""

import csv
import json
import os
from urllib.request import urlopen

import tour_network
from hands import DRAWN, click, looks, name_the_file, plugin, press, shown_text
from qgis.PyQt.QtCore import QPoint, Qt
from startup import check, picture, record, when_modal

from sterkesteden_plugin.services import settings  # isort: skip
from sterkesteden_plugin.store.catalogue import read_catalogue  # isort: skip

SHARE, AMONG, SECTORS = "aandeel-woonbanen", "onderlinge-banen", "aandeel-sectoren"
LONG = 60_000


def fetching():
    """A card without figures names the table that it needs; one click and its figures are there."""
    claims = plugin.state.pack.claims
    if not claims or "STERKESTEDEN_SERVICES" not in os.environ:
        return
    with urlopen(f"{os.environ['STERKESTEDEN_SERVICES']}/addresses", timeout=30) as answer:
        addresses = json.load(answer)
    for service in read_catalogue(plugin.state.path).services:
        if service.kind.startswith("odata"):
            settings.set_address(service.id, addresses[service.kind])
    claim = next(one for one in claims if one.measure == SHARE and one.items)
    card = yield from _item(claim)
    check(card.need.isVisible() and card.fetch.isVisible() and card.file.isVisible(), "it says what it needs")
    check(not any(chart.isVisible() for chart in card.charts), "and shows no figures")
    _to(card)
    yield 300
    picture("64-evidence-none")
    wanted = card._needed[0].id
    check(wanted not in plugin.state.pack.loaded, "what it needs is not there yet")
    click(card.fetch)
    yield (lambda: wanted in plugin.state.pack.loaded, LONG)
    card = yield from _item(claim)
    yield (lambda: card.charts[0].isVisible(), LONG)
    check(not card.need.isVisible() and not card.fetch.isVisible(), "it needs nothing more")
    check(plugin.state.pack.loaded[wanted].source.title in shown_text(card.source), "the source is told")
    _to(card)
    yield 300
    picture("65-evidence-fetched")
    record["evidence_fetched"] = shown_text(card.text)


def evidence():
    """Cards in the chapter and beside items, with the table of a file; what would change the figures unfolds."""
    pack = plugin.state.pack
    if not pack.claims:
        return
    content = plugin.dock.content
    chapter = max(pack.chapters, key=lambda one: len(pack.claims_of.get(one.id, ())))
    plugin.go_home()
    plugin.state.set_chapter(chapter.id)
    yield from _known()
    cards = content.story.evidence.cards
    check(len(cards) == len(pack.claims_of[chapter.id]), "a card for each claim of the chapter")
    lacking = next((card for card in cards if card.file.isVisible()), None)
    if lacking is not None:
        when_modal(name_the_file(_write_table()))
        click(lacking.file)
        desk = plugin._work._evidence
        yield (lambda: desk._found is not None, LONG)  # the file may be one that was read before, as it was then
        check(any(content.evidence.of(card._claim).groups for card in cards), "the flows of the country are read")
    told = {}
    for number, measure in enumerate((SHARE, AMONG), 1):
        card = next(one for one in cards if one._claim.measure == measure)
        check(card.charts[0].isVisible(), f"{measure}: its figures are shown")
        card.more.setFocus(Qt.FocusReason.TabFocusReason)
        if not card.more.isChecked():
            press(Qt.Key.Key_Space, card.more)
        check(card.details.isVisible(), "what would change it unfolds by keyboard")
        told[measure] = shown_text(card.details)
        _to(card)
        yield 300
        picture(f"66-evidence-{number}")
    sectors = next(one for one in pack.claims if one.measure == SECTORS)
    if sectors.items:
        card = yield from _item(sectors)
        _to(card)
        yield 300
        picture("66-evidence-3")
        chart = card.charts[0]
        if chart.isVisible():
            chart.setFocus(Qt.FocusReason.TabFocusReason)
            press(Qt.Key.Key_Right, chart)
            check(chart.told, "a bar is told by keyboard")
    record["evidence"] = told
    yield from _looks(chapter.id)


def _write_table():
    """The table of the tour of the network, with the codes that claims have for what is on no layer."""
    path = tour_network._write_table()
    codes = {area.name: area.code for claim in plugin.state.pack.claims for area in claim.areas}
    codes.update({f"{name} (gemeente)": code for name, code in codes.items()})
    with path.open(encoding="utf-8", newline="") as file:
        rows = [[codes.get(cell, cell) for cell in row] for row in csv.reader(file, delimiter=";")]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def _item(claim):
    """The card beside the item that makes a claim."""
    plugin.state.set_item(claim.items[0])
    yield DRAWN
    yield from _known()
    cards = plugin.dock.content.city.card.evidence.cards
    return next(card for card in cards if card._claim.id == claim.id)


def _known():
    yield (lambda: plugin.dock.content.evidence.is_known, LONG)
    yield 100


def _to(card):
    """Scroll the page so that a card is at its top."""
    page = card.parentWidget()
    while not hasattr(page, "verticalScrollBar"):
        page = page.parentWidget()
    page.verticalScrollBar().setValue(card.mapTo(page.widget(), QPoint(0, 0)).y() - 4)


def _looks(chapter):
    """At the narrowest, wider, and in a dark theme."""
    plugin.state.set_chapter(chapter)
    yield from _known()
    story = plugin.dock.content.story
    cards = {card._claim.measure: card for card in reversed(story.evidence.cards)}

    def look(which):
        page = story.scroll
        check(page.widget().width() <= page.viewport().width(), "nothing is wider than the panel")
        for name in (SHARE, AMONG):
            _to(cards[name])
            yield 300
            picture(f"67-evidence-{which}-{name}", plugin.dock)

    yield from looks(look)
    plugin.go_home()
    yield DRAWN
