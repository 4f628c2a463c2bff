# SPDX-License-Identifier: GPL-2.0-or-later
"""A pack of three invented cities, made of model objects, with the worst texts a file can hold; and the dock on it."""

from __future__ import annotations

import pytest

from sterkesteden_plugin.story.model import (
    Chapter,
    City,
    Figure,
    Indicator,
    Item,
    Pack,
    Place,
    PlaceLink,
    Reference,
    Source,
    Theme,
    Workshop,
)

HTML = "<h1>Kop</h1> & <img src='x'> <b>vet</b>"
RTL = "\u202eomgekeerd\u202c עברית"
LONG_WORD = "Kanaalkadeverbeteringsprogrammabegeleidingscommissie" * 3
LONG_TEXT = "\n\n".join(f"Alinea {i}. " + "Een zin over de stad. " * 30 for i in range(60))

SOURCE = Source("bron", f"Bron {HTML}", "Uitgever", "2018-03-29", "https://example.org/<b>", None, None)
OTHER = Source("later", "Latere bron", "Provincie", "2020-10-03", None, None, None)
REFERENCE = Reference(SOURCE, "bladzijde 3", "2018-03-29")


def _place(
    id, name, certainty="exact", table="plaats_punt", historic=False, note=None, source=SOURCE, date="2018-03-29"
):
    return Place(id, name, "wijk", None, None, certainty, historic, None, source, date, source, note, table)


PLACES = (
    _place("plein", "Plein"),
    _place("wijk", "Oude wijk", "indicatief", "plaats_vlak", historic=True, source=OTHER, date="2020-10-03"),
    _place("zone", f"Zone {HTML}", "vaag", "plaats_vlak"),
    _place("fabriek", "Fabriek", table="plaats_zonder", note="de bron zegt niet waar"),
)
THEMES = (
    Theme("t1", "opgave", 1, "Wonen", "Over wonen.", "h1", REFERENCE),
    Theme("t2", "kans", 1, f"Werken {HTML}", HTML, "h1", REFERENCE),
)
PEOPLE = Indicator("mensen", "Mensen", "mensen", 0, "Aantal mensen.")
SHOPS = Indicator("leeg", "Leegstand", "%", 1, "Deel dat leeg staat.")


def _figures(city):
    values = (("2012-01-01", 50000.0), ("2015-01-01", None), ("2018-01-01", 51500.0), ("2024-01-01", 52250.0))
    people = [
        Figure(f"{city}-{d}", PEOPLE, "GM1", "Stad", city, None, None, None, d, v, SOURCE, None) for d, v in values
    ]
    names = ("winkels", "kantoren", f"loodsen {HTML}")
    shops = [
        Figure(f"{city}-{n}", SHOPS, "GM1", "Stad", city, None, None, n, "2021-01-01", 12.5, OTHER, "via de pers")
        for n in names
    ]
    return [*people, *shops]


def _item(city, kind, number, title, text="Tekst.", themes=(), places=()):
    links = tuple(PlaceLink(place, "ligt in") for place in places)
    return Item(f"{city}-{kind[0]}{number}", city, kind, number, title, text, REFERENCE, themes, links)


def make_pack(**changes):
    """The pack; `changes` replace parts of it."""
    parts = {
        "cities": (
            City("aardvoort", "Q", "Aardvoort", "GM1", "plein", "wijk", "h2"),
            City("beekmeer", "X", f"Beekmeer {HTML}", "GM2", "plein", "wijk", None),
            City("cederloo", "&", RTL, "GM3", "plein", "wijk", None),
        ),
        "chapters": (
            Chapter("h0", "v", 0, "Begin", "Eerste.\n\n• punt een\n• punt twee", None, (), "wijk", REFERENCE),
            Chapter(
                "h1",
                "v",
                1,
                f"Thema’s {HTML}",
                HTML,
                None,
                (),
                "wijk",
                REFERENCE,
                (PlaceLink(PLACES[0], "ligt in"),),
                THEMES,
            ),
            Chapter("h2", "v", 2, LONG_WORD, LONG_TEXT, "aardvoort", (), "wijk", REFERENCE),
        ),
        "items": (
            _item("aardvoort", "profiel", 0, "Profiel van de stad"),
            _item("aardvoort", "kans", 1, "Haven en water", "De haven groeit.", THEMES[:1], PLACES[:2]),
            _item("aardvoort", "kans", 2, HTML, f"{HTML}\n\n{LONG_WORD}", THEMES, PLACES),
            _item("aardvoort", "opgave", 1, "Zonder plaats"),
            _item("aardvoort", "opgave", 2, "Plaats zonder locatie", places=PLACES[3:]),
            _item("beekmeer", "opgave", 1, LONG_WORD, LONG_TEXT, places=PLACES[:1]),
            _item("cederloo", "kans", 1, RTL, f"{RTL}\n\nGewoon."),
        ),
        "themes": THEMES,
        "places": PLACES,
        "figures": (*_figures("aardvoort"), *_figures("beekmeer")),
        "indicators": (PEOPLE, SHOPS),
        "workshops": (Workshop("w", "beekmeer", "2019-05-01", 12, f"Uitkomst {HTML}", SOURCE),),
        "groups": (),
        "layers": (),
        "sources": (SOURCE, OTHER),
    }
    return Pack("proef", "Drie steden", None, "1", "wijk", **{**parts, **changes})


@pytest.fixture()
def pack():
    return make_pack()


@pytest.fixture()
def state(qgis_app):
    from sterkesteden_plugin.state import State

    state = State()
    yield state
    state.deleteLater()


@pytest.fixture()
def dock(state, pack, tmp_path, qtbot):
    """The dock with the pack open, shown in a window of 320 by 800."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QMainWindow

    from sterkesteden_plugin.panel.dock import StoryDock

    window = QMainWindow()
    dock = StoryDock(state, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.resize(320, 800)
    qtbot.addWidget(window)
    state.set_pack(pack, tmp_path / "pack.gpkg")
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    dock.show()
    yield dock


@pytest.fixture()
def desk(qgis_app, qtbot, small_pack_file):
    """The dock on a file that can be edited."""
    from qgis.PyQt.QtWidgets import QApplication

    from .editing import Desk

    desk = Desk(small_pack_file)
    qtbot.addWidget(desk.window)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.window.activateWindow()
    desk.dock.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk.window)
    yield desk
    desk.edits.page.drop()
    desk.state.deleteLater()


@pytest.fixture()
def form(desk):
    """The form of an item, opened from its card."""
    from .editing import ITEM

    desk.state.set_item(ITEM)
    desk.content.city.card.edit.click()
    return desk.form
