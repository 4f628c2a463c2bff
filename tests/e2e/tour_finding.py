# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: the search line with its filters, QGIS's own search bar, and the themes by city."""

from hands import DRAWN, box_of, canvas, click, iface, in_view, located, marks, plugin, press, shown_text
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QTreeView
from startup import check, picture, record

from sterkesteden_plugin.i18n import tr  # isort: skip
from sterkesteden_plugin.story.matrix import Spot  # isort: skip

_CTRL = Qt.KeyboardModifier.ControlModifier


def _to_search_line():
    content = plugin.dock.content
    content.pages.currentWidget().setFocus()
    press(Qt.Key.Key_F, plugin.dock, _CTRL)
    yield lambda: content.header.search.hasFocus()


def search():
    content, pack = plugin.dock.content, plugin.state.pack
    item = pack.items[-1]
    yield from _to_search_line()
    QTest.keyClicks(content.header.search, item.title)
    yield lambda: content.pages.currentWidget() is content.search
    check(item.id in [row.key for row in content.search.results.rows], "the item is found by its title")
    yield 300
    picture("41-search")
    press(Qt.Key.Key_Down)
    yield lambda: content.search.results.hasFocus()
    press(Qt.Key.Key_Return)
    yield lambda: plugin.state.item is not None
    yield DRAWN


def filters():
    """Everything is listed; filters on kind and city leave some of it, and the map shows exactly that."""
    content, pack = plugin.dock.content, plugin.state.pack
    page, item = content.search, pack.items[-1]
    yield from _to_search_line()
    content.header.search.clear()
    press(Qt.Key.Key_Down)  # in an empty line: everything
    yield lambda: page.results.hasFocus()
    everything = shown_text(page.head)
    for box, wanted in ((page.kinds, item.kind), (page.cities, item.city)):
        box.setFocus()
        press(Qt.Key.Key_Home)
        while box.chosen != wanted:
            before = box.currentIndex()
            press(Qt.Key.Key_Down)
            check(box.currentIndex() > before, f"filter: {wanted} is offered")
    fit = [item.id for item in pack.items_of(item.city, item.kind)]
    check(sorted(page.items()) == sorted(fit), "filter: exactly the items of that kind in that city are left")
    check(shown_text(page.head) != everything, "filter: the page says how much is left out")
    click(page.show_on_map)
    yield lambda: sorted(plugin.state.shown or ()) == sorted(fit)
    yield DRAWN
    found = [pack.item_by_id[key] for key in fit]
    check(len(marks()) == len(located(*found)), "filter: the map marks exactly their places")
    check(canvas.extent().contains(box_of(in_view(*found))), "filter: and they are in view")
    picture("42-filter")
    content.header.search.setFocus()
    press(Qt.Key.Key_Escape)
    yield lambda: content.pages.currentWidget() is not page
    check(not page.filter.is_on, "filter: Esc in the search line takes it away")
    record["filtered"] = fit


def _to_locator():
    """Go to QGIS's search bar, by keyboard, and empty it."""
    iface.mainWindow().activateWindow()
    press(Qt.Key.Key_K, iface.mainWindow(), _CTRL)
    yield lambda: QApplication.focusWidget().metaObject().className() == "QgsLocatorLineEdit"
    QApplication.focusWidget().clear()


def _ask_locator(text):
    """Type what is looked for into QGIS's search bar."""
    yield from _to_locator()
    QTest.keyClicks(QApplication.focusWidget(), f"ss {text}")


def _results():
    views = iface.mainWindow().findChildren(QTreeView)
    return next(view for view in views if view.metaObject().className() == "QgsLocatorResultsView")


def _take_result(title, description):
    """Go down to a result and choose it, by keyboard."""
    results = _results()

    def rows():
        model = results.model()
        indices = [model.index(row, 0) for row in range(model.rowCount())]
        return [(index, index.data(), index.siblingAtColumn(1).data() or "") for index in indices]

    def is_wanted(row):
        return row[1] == title and row[2].startswith(description)

    yield lambda: results.isVisible() and any(map(is_wanted, rows()))
    yield 500  # the last ones come in
    wanted = next(row[0] for row in rows() if is_wanted(row)).row()
    picture(f"43-locator-{len(record.setdefault('located', [])) + 1}")
    for _ in range(results.model().rowCount()):
        if results.currentIndex().row() == wanted:
            break
        press(Qt.Key.Key_Down)
    check(results.currentIndex().row() == wanted, f"locator: the arrow keys reach {title}")
    record["located"].append(title)
    press(Qt.Key.Key_Return)


def locator():
    """Ctrl+K and "ss": an item, a city and a place are found by QGIS's own search bar; panel and map go there."""
    content, pack = plugin.dock.content, plugin.state.pack
    item = next(item for item in reversed(pack.items) if located(item))
    city = next(city for city in pack.cities if city.id != item.city)
    yield from _ask_locator(item.title)
    yield from _take_result(item.title, pack.city_by_id[item.city].name)
    yield lambda: plugin.state.item is not None and plugin.state.item.id == item.id
    yield DRAWN
    check(content.card_open, "locator: the item is open in the panel")
    check(canvas.extent().contains(box_of(in_view(item))), "locator: its places are in view")
    picture("43-locator-item")
    yield from _ask_locator(city.name)
    yield from _take_result(city.name, tr("City"))
    yield lambda: plugin.state.city is not None and plugin.state.city.id == city.id
    yield DRAWN
    check(content.pages.currentWidget() is content.city and not content.card_open, "locator: the city is open")
    check(canvas.extent().contains(box_of([city.area])), "locator: the city is in view")
    place = next(link.place for link in item.places if link.place.located)
    yield from _ask_locator(place.name)
    yield from _take_result(place.name, place.kind)
    yield lambda: [mark.geometry.boundingBox() for mark in marks()] == [box_of([place.id])]
    yield DRAWN
    check(canvas.extent().contains(box_of([place.id])), "locator: the place is in view")
    picture("43-locator-place")
    yield from _to_locator()
    yield 500  # QGIS lists what it can look in
    press(Qt.Key.Key_Escape)
    check(not _results().isVisible(), "locator: Esc closes it")


def together():
    """The matrix: a theme, a city and a cell show exactly their items."""
    content, pack = plugin.dock.content, plugin.state.pack
    click(content.header.together)
    yield lambda: content.pages.currentWidget() is content.together
    if not pack.themes:
        return
    theme = max(pack.themes, key=lambda theme: len(pack.items_of_theme.get(theme.id, ())))
    city = pack.items_of_theme[theme.id][0].city
    for name, spot in (("theme", Spot(theme.id)), ("city", Spot(None, city)), ("cell", Spot(theme.id, city))):
        matrix = content.together.matrix
        click(matrix.viewport(), matrix.visualRect(matrix.model().index_of(spot)).center())
        fit = [
            item.id
            for item in pack.items
            if spot.city in (None, item.city) and spot.theme in (None, *(theme.id for theme in item.themes))
        ]
        yield lambda fit=fit: sorted(plugin.state.shown or ()) == sorted(fit)
        yield DRAWN
        places = located(*(pack.item_by_id[item] for item in fit))
        check(len(marks()) == len(places), f"matrix, {name}: exactly its places are marked")
        picture(f"44-together-{name}")
