# SPDX-License-Identifier: GPL-2.0-or-later
"""Cards of claims: beside which text they stand, what they say with data and without, and what their buttons ask."""

from __future__ import annotations

import dataclasses

import pytest
from qgis.PyQt.QtCore import Qt

from sterkesteden_plugin.networks.evidence import evidence
from sterkesteden_plugin.networks.evidence_methods import divisions, grouped
from sterkesteden_plugin.networks.evidence_values import FlowTable
from sterkesteden_plugin.networks.flows import Flows
from sterkesteden_plugin.story.model import Claim, ClaimArea, ClaimData, Figure, Indicator, Load

from .conftest import HTML, LONG_WORD, OTHER, SOURCE, make_pack

WHOLE = ClaimData("land", f"Alle stromen {HTML}", "tabel")
PART = ClaimData("streek", "Stromen van de streek", "tabel")
JOBS = ClaimData("banen", "Banen per sector", "cijfers")
TOTAL = Indicator("totaal", "Alle banen", "banen", 0, "Alle banen.")
INDUSTRY = Indicator("industrie", "Banen, industrie", "banen", 0, "Banen in fabrieken.", "totaal")
NEW = [("GM1", "GM1", 6.0), ("GM1", "GM2", 3.0), ("GM1", "GM3", 1.0), ("GM2", "GM2", 8.0), ("GM3", "GM3", 5.0)]
OLD = [("GM1", "GM1", 8.0), ("GM1", "GM2", 2.0), ("GM2", "GM2", 8.0), ("GM3", "GM3", 5.0)]


def areas(**of_role):
    names = {"GM1": "Aardvoort", "GM2": f"Beekmeer {HTML}", "GM3": "Cederloo"}
    return tuple(ClaimArea(role, code, names[code]) for role, codes in of_role.items() for code in codes.split())


def claim(id, measure, items=(), chapters=(), indicators=(), datasets=(WHOLE, PART), threshold=None, **of_role):
    source = OTHER if threshold else None
    note = f"Let op {HTML}."
    found = areas(**of_role)
    return Claim(id, f"Bewering {id}.", measure, source, threshold, note, items, chapters, found, indicators, datasets)


CLAIMS = (
    claim(
        "een", "aandeel-woonbanen", ("aardvoort-k1",), ("h1",), threshold=0.15, van="GM1", naar="GM2", vergelijk="GM3"
    ),
    claim("twee", "onderlinge-banen", (), ("h1",), onderling="GM1 GM2", vergelijk="GM3"),
    claim("drie", "complementariteit", (), ("h1",), ("industrie",), (JOBS, WHOLE), onderling="GM1 GM2"),
    claim("vier", "aandeel-sectoren", (), ("h1",), ("industrie",), (JOBS,), onderling="GM1 GM2"),
)


def figures(year="2020", share=30.0):
    for code in ("GM1", "GM2"):
        for about, value in ((TOTAL, 100.0), (INDUSTRY, share if code == "GM1" else 10.0)):
            id_ = f"{about.id}-{code}-{year}"
            yield Figure(id_, about, code, code, None, None, None, None, f"{year}-12-01", value, SOURCE, None)


def tables(**years):
    flows = {year[1:]: Flows.of(*map(list, zip(*rows)), unit="x 1000") for year, rows in years.items()}
    return [FlowTable("tabel", f"Tabel {HTML}", flows, {"2006": flows["2014"]} if "2006" in flows else {})]


@pytest.fixture()
def pack():
    return make_pack(claims=CLAIMS, indicators=(TOTAL, INDUSTRY))


@pytest.fixture()
def book(dock):
    """Of a file that may be written."""
    dock.content.evidence.set_refusal("")
    return dock.content.evidence


def tell(book, given=(), values=()):
    divided = divisions(given, [0.15])
    found = {one.id: evidence(one, given, values) for one in CLAIMS}
    book.set_found({id_: dataclasses.replace(one, groups=grouped(one.claim, divided)) for id_, one in found.items()})


def card_of(cards, id_):
    return next(card for card in cards.cards if card.text.toPlainText().startswith(f"Bewering {id_}"))


def said(view):
    return view.toPlainText().split("\n")


def charts_of(card):
    return [chart for chart in card.charts if chart.isVisibleTo(card)]


def test_a_text_without_claims_has_no_cards(dock, state):
    state.set_item("aardvoort-k2")
    assert dock.content.city.card.evidence.isHidden() and dock.content.story.evidence.isHidden()


def test_cards_stand_beside_the_item_and_in_the_chapter_that_make_the_claim(dock, state):
    state.set_item("aardvoort-k1")
    assert [said(card.text)[0] for card in dock.content.city.card.evidence.cards] == ["Bewering een."]
    state.set_chapter("h1")
    assert [said(card.text)[0] for card in dock.content.story.evidence.cards] == [
        f"Bewering {word}." for word in ("een", "twee", "drie", "vier")
    ]


def test_what_is_known_is_asked_when_cards_are_first_shown(dock, state, book, qtbot):
    with qtbot.assertNotEmitted(book.wanted, wait=50):
        state.set_chapter("h0")
    with qtbot.waitSignal(book.wanted):
        state.set_chapter("h1")
    (first, *_) = dock.content.story.evidence.cards
    assert said(first.text)[1] == "The figures are being read…" and first.more.isHidden()
    tell(book)
    with qtbot.assertNotEmitted(book.wanted, wait=50):
        state.set_item("aardvoort-k1")


def test_without_data_it_says_which_table_is_needed_and_asks_for_it_in_one_click(dock, state, book, qtbot):
    state.set_chapter("h1")
    tell(book)
    wanted = {"een": ["land"], "twee": ["land"], "drie": ["banen", "land"], "vier": ["banen"]}
    for word, ids in wanted.items():
        card = card_of(dock.content.story.evidence, word)
        assert charts_of(card) == [] and card.source.isHidden() and card.fetch.isVisibleTo(card)
        with qtbot.waitSignal(dock.content.open_data.fetchRequested) as asked:
            qtbot.mouseClick(card.fetch, Qt.MouseButton.LeftButton)
        assert asked.args == [ids]
    card = card_of(dock.content.story.evidence, "een")
    assert said(card.need) == [
        "This file does not have all flows of those who live in these municipalities.",
        f"Needed: Alle stromen {HTML}",
    ]
    with qtbot.waitSignal(dock.content.network.source.fileRequested):
        qtbot.mouseClick(card.file, Qt.MouseButton.LeftButton)


def test_what_was_loaded_and_was_not_enough_is_not_offered_again(dock, state, book, pack):
    load = Load("l", "land", "2026-11-24T10:00:00Z", None, None, None, SOURCE, 1, 1, 0, 0, False)
    state.renew_pack(dataclasses.replace(pack, loads=(load,)))
    state.set_chapter("h1")
    tell(book)
    card = card_of(dock.content.story.evidence, "een")
    assert said(card.need)[-1] == "Needed: Stromen van de streek"
    assert said(card_of(dock.content.story.evidence, "drie").need)[-1] == "Needed: Banen per sector"


def test_while_something_is_fetched_the_card_says_so_and_asks_nothing(dock, state, book):
    state.set_chapter("h1")
    tell(book)
    card = card_of(dock.content.story.evidence, "een")
    dock.content.open_data.set_busy("300 rows")
    assert not card.fetch.isEnabled() and said(card.need)[-1] == "300 rows"
    dock.content.open_data.set_busy("")
    assert card.fetch.isEnabled() and said(card.need)[-1].startswith("Needed")
    book.set_refusal("The file is read-only.")
    assert not card.fetch.isEnabled() and "read-only" in card.fetch.toolTip()


def test_a_share_says_figure_year_source_and_what_would_change_it(dock, state, book):
    state.set_item("aardvoort-k1")
    tell(book, tables(y2014=NEW, y2006=OLD))
    (card,) = dock.content.city.card.evidence.cards
    name = f"Beekmeer {HTML}"
    assert said(card.text) == [
        "Bewering een.",
        f"30,0%  of the jobs of residents of Aardvoort are in {name}: 3,0 thousand jobs, in 2014",
    ]
    assert said(card.source) == [f"Source: Tabel {HTML}, 2014"]
    (chart,) = charts_of(card)
    assert len(chart.marks) == 2 and "10,0% of the residents’ jobs, 1,0 thousand jobs" in chart.accessibleDescription()
    lines = said(card.details)
    for line in (
        "After: Latere bron (Provincie)",
        "From 15% on it counts a municipality to a city.",
        f"• Threshold: with {name} as a centre Aardvoort falls to it up to 30,0%, with a higher threshold it does not.",
        f"• Year, Aardvoort – {name}: 20,0% in 2006, 30,0% in 2014.",
        f"• Borders: with the municipalities as they are now, Aardvoort – {name}: 30,0% in 2006.",
        "• Rounding: flows are rounded, which makes up to 5,0 percentage points more or less.",
        f"Let op {HTML}.",
    ):
        assert line in lines, line
    assert sum(line.startswith("• Method, ") for line in lines) == 4
    assert card.more.isChecked() and card.details.isVisibleTo(card), "one card alone is unfolded"
    assert card.need.isHidden() and card.fetch.isHidden() and card.file.isHidden()


def test_areas_that_cross_differ_or_have_sectors(dock, state, book):
    state.set_chapter("h1")
    tell(book, tables(y2014=NEW), list(figures()))
    cards = dock.content.story.evidence
    among, different, sectors = (card_of(cards, word) for word in ("twee", "drie", "vier"))
    assert said(among.text)[1].startswith(f"{100 * 3 / 17:.1f}%".replace(".", ","))
    assert len(charts_of(among)) == 3 and among.need.isHidden()
    assert any(line.startswith("• Areas: with Cederloo as well it is 17,4%") for line in said(among.details))
    assert len(charts_of(different)) == 2 and "0,40" in charts_of(different)[0].accessibleDescription()
    assert len(charts_of(sectors)) == 1 and "30,0%" in charts_of(sectors)[0].accessibleDescription()
    assert said(sectors.source) == [f"Source: Bron {HTML}, 2020"]


def test_with_several_cards_details_unfold_by_mouse_and_keyboard(dock, state, book, qtbot):
    state.set_chapter("h1")
    tell(book, tables(y2014=NEW))
    card = card_of(dock.content.story.evidence, "een")
    assert card.details.isHidden() and card.more.focusPolicy() == Qt.FocusPolicy.StrongFocus
    qtbot.keyClick(card.more, Qt.Key.Key_Space)
    assert card.details.isVisibleTo(card)
    state.renew_pack(state.pack)
    assert card.details.isVisibleTo(card), "what was unfolded stays so"


def test_a_saved_edit_leaves_the_figures_where_they_are(dock, state, book, qtbot):
    state.set_item("aardvoort-k1")
    tell(book, tables(y2014=NEW))
    (card,) = dock.content.city.card.evidence.cards
    before = said(card.text)
    with qtbot.waitSignal(book.wanted):
        state.renew_pack(dataclasses.replace(state.pack, title="Anders"))
    assert said(card.text) == before
    with qtbot.assertNotEmitted(book.changed, wait=20):
        tell(book, tables(y2014=NEW))


def test_another_file_forgets_them(dock, state, book, pack, tmp_path):
    state.set_item("aardvoort-k1")
    tell(book, tables(y2014=NEW))
    state.set_pack(pack, tmp_path / "ander.gpkg")
    state.set_item("aardvoort-k1")
    (card,) = dock.content.city.card.evidence.cards
    assert said(card.text)[1] == "The figures are being read…" and charts_of(card) == []


def test_what_cannot_be_read_is_told_on_the_card(dock, state, book):
    state.set_item("aardvoort-k1")
    book.set_found({}, "The file is damaged. Put it back.")
    (card,) = dock.content.city.card.evidence.cards
    assert said(card.text)[1] == "The file is damaged. Put it back." and card.more.isHidden()


def test_many_origins_and_long_names_stay_in_the_panel(dock, state, book):
    long = tuple(dataclasses.replace(area, name=LONG_WORD) for area in areas(van="GM1 GM2", naar="GM3"))
    wide = dataclasses.replace(CLAIMS[0], areas=long)
    state.renew_pack(dataclasses.replace(state.pack, claims=(wide,)))
    state.set_item("aardvoort-k1")
    book.set_found({"een": evidence(wide, tables(y2014=NEW), ())})
    (card,) = dock.content.city.card.evidence.cards
    page = dock.content.city.card.scroll
    assert page.widget().width() <= page.viewport().width()
    assert len(charts_of(card)[0].marks) == 2
