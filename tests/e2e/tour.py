# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: the real application, used as a person would. Pictures and record stay in the working folder.

It names nothing of the pack: cities, items and chapters are read from the pack that is open.
"""

import os
from pathlib import Path

import qgis.utils
from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QLineEdit, QToolButton
from startup import WORKDIR, check, picture, record, run, when_modal

from sterkesteden_plugin.story.links import plain  # isort: skip
from sterkesteden_plugin.story.matrix import Spot  # isort: skip

iface = qgis.utils.iface
canvas = iface.mapCanvas()
project = QgsProject.instance()
plugin = qgis.utils.plugins["sterkesteden_plugin"].session()
target = Path(os.environ.get("STERKESTEDEN_TARGET", WORKDIR / "sterkesteden.gpkg"))
saved = target.with_suffix(".qgz")

_quiet = 0


def _is_drawn():
    """Whether nothing was drawn for a while: a refresh begins a moment after it was asked for."""
    global _quiet
    _quiet = 0 if canvas.isDrawing() else _quiet + 1
    if _quiet < 20:
        return False
    _quiet = 0
    return True


DRAWN = (_is_drawn, 60_000)  # without a network, the base map gives up late


def click(widget, at=None):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def button_of(action):
    """The button of an action in a toolbar."""
    for button in iface.mainWindow().findChildren(QToolButton):
        if button.defaultAction() is action and button.isVisible():
            return button
    raise AssertionError(f"no visible button for {action.objectName()}")


def action(name):
    return next(action for action in plugin._actions if action.objectName() == name)


def name_the_file(dialog):
    """Paste the path into the file dialog and press "Save" once the dialog has taken it in, as a person would."""
    line = dialog.findChild(QLineEdit)
    line.setFocus()
    line.selectAll()
    QApplication.clipboard().setText(str(target))
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def press():
        if dialog.selectedFiles() == [str(target)]:
            click(dialog.findChild(QDialogButtonBox).buttons()[0])
        else:
            QTimer.singleShot(50, press)

    press()


def click_row(view, key):
    """Click on the row of a list that has this key."""
    row = next(i for i, row in enumerate(view.rows) if row.key == key)
    view._show_in_page(view.visualRect(view.model().index(row, 0)))
    click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


def shown_text(view):
    return view.toPlainText() if hasattr(view, "toPlainText") else view.document().toPlainText()


def located(item):
    return [link.place.id for link in item.places if link.place.located]


def box_of(place_ids):
    box = QgsRectangle()
    box.setMinimal()
    for place in place_ids:
        box.combineExtentWith(plugin._link.geometries()[place].boundingBox())
    return box


def pixel_of(place_id):
    point = canvas.getCoordinateTransform().transform(plugin._link.geometries()[place_id].asPoint())
    return QPoint(round(point.x()), round(point.y()))


def visible_layers():
    """The ids of the story layers that are on."""
    root = project.layerTreeRoot()
    on = [layer for layer in plugin._tree.layers() if root.findLayer(layer.id()).isVisible()]
    return {layer.customProperty("sterkesteden/laag") for layer in on}


def opening():
    for leftover in (target, saved):
        leftover.unlink(missing_ok=True)
    dock = plugin.dock
    check(not dock.isVisible(), "at the first start the panel stays closed")
    QTest.mouseMove(canvas)
    when_modal(name_the_file)
    click(button_of(action("SterkeStedenOpen")))
    yield lambda: plugin.state.pack is not None
    pack = plugin.state.pack
    yield lambda: dock.isVisible()
    yield DRAWN
    check(target.is_file(), "the user's own copy is there")
    check(plugin.state.path == target, "the copy is what is open")
    check([b.text() for b in dock.content.header.letters.buttons] == [c.letter for c in pack.cities], "a letter a city")
    check(len(plugin._tree.layers()) == len(pack.layers), "all layers are there")
    check(plugin._tree.missing(pack) == [], "no layer is missing")
    check(dock.width() >= 320, "the panel is at least 320 px wide")
    check(canvas.extent().contains(box_of([pack.area])), "the whole area is in view")
    check(canvas.extent().width() < 3 * box_of([pack.area]).width(), "and not the whole world")
    check(pack.chapters[0].title in shown_text(dock.content.story.text), "the story begins in the panel")
    record["layers"] = [layer.name() for layer in plugin._tree.layers()]
    record["letters"] = [city.letter for city in pack.cities]
    picture("01-open")


def cities():
    content, pack = plugin.dock.content, plugin.state.pack
    record["cities"] = {}
    for number, city in enumerate(pack.cities, 1):
        click(content.header.letters.findChild(QAbstractButton, f"letter-{city.id}"))
        yield lambda city=city: plugin.state.city is not None and plugin.state.city.id == city.id
        yield DRAWN
        check(content.pages.currentWidget() is content.city, f"{city.letter}: the page of the city is up")
        check(city.name in shown_text(content.city.name), f"{city.letter}: the page names {city.name}")
        keys = [row.key for row in content.city.items.rows if row.key]
        check(keys == [item.id for item in pack.items_of(city.id)], f"{city.letter}: all its items are listed")
        check(canvas.extent().contains(box_of([city.area])), f"{city.letter}: its area is in view")
        check(content.city.chart.isVisible(), f"{city.letter}: the chart of inhabitants is shown")
        picture(f"1{number}-{city.id}")
        item = pack.items_of(city.id, "opgave")[0]
        click_row(content.city.items, item.id)
        yield lambda item=item: plugin.state.item is item
        yield DRAWN
        text = shown_text(content.city.card.text)
        check(item.title in text and plain(item.text).split("\n")[0] in text, f"{item.id}: title and text are shown")
        check(item.reference.source.title in shown_text(content.city.card.source), f"{item.id}: its source is shown")
        marked = len(plugin._link.highlight.marks())
        check(marked == len(set(located(item))), f"{item.id}: all its places are marked")
        check(canvas.extent().contains(box_of(located(item))), f"{item.id}: all its places are in view")
        picture(f"1{number}-{item.id}")
        box = canvas.extent()
        record["cities"][city.id] = {
            "items": keys,
            "opened": item.id,
            "marked": marked,
            "extent": [round(v) for v in (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())],
        }


def what_matters_here():
    content, pack = plugin.dock.content, plugin.state.pack
    city = pack.cities[0]
    click(content.header.letters.buttons[0])
    yield DRAWN
    click(button_of(action("SterkeStedenHere")))
    yield lambda: canvas.mapTool() is plugin._here_tool
    place = next(
        link.place.id
        for item in pack.items_of(city.id)
        for link in item.places
        if link.place.table == "plaats_punt" and canvas.extent().contains(box_of([link.place.id]).center())
    )
    before = canvas.extent()
    click(canvas.viewport(), pixel_of(place))
    yield lambda: bool(plugin.state.here)
    yield DRAWN
    here = plugin.state.here
    check({item.id for item in pack.items_at_place[place]} <= set(here), "the items of the place are among those found")
    check(canvas.extent() == before, "the map stays where it is when the user chose on it")
    record["here"] = {"place": place, "items": list(here)}
    picture("21-here")
    if len(here) > 1:
        check(content.pages.currentWidget() is content.here, "several items are listed")
        results = content.here.results
        click(results.viewport(), results.visualRect(results.model().index(_first_item(results), 0)).center())
        yield lambda: plugin.state.item is not None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    yield lambda: canvas.mapTool() is not plugin._here_tool


def _first_item(view):
    return next(i for i, row in enumerate(view.rows) if row.key)


def selection():
    pack = plugin.state.pack
    found = [
        (layer, feature)
        for layer in plugin._tree.layers()
        if isinstance(layer, QgsVectorLayer) and layer.isSpatial()
        for feature in layer.getFeatures()
        if str(feature["items"]) in pack.item_by_id  # exactly one
    ]
    if not found:
        return  # a small pack may have no such place
    layer, feature = found[0]
    plugin.state.set_city(pack.cities[-1].id)
    yield DRAWN
    layer.selectByIds([feature.id()])
    yield lambda: plugin.state.item is not None and plugin.state.item.id == feature["items"]
    check(plugin.dock.content.card_open, "what is selected on the map is opened in the panel")
    record["selected"] = feature["items"]
    layer.removeSelection()


def story():
    content, pack = plugin.dock.content, plugin.state.pack
    click(content.header.home)
    yield lambda: content.pages.currentWidget() is content.story
    for number, chapter in enumerate(pack.chapters):
        if number:
            click(content.story.next)
        yield lambda chapter=chapter: content.story.shown == chapter.id
        yield DRAWN
        check(chapter.title in shown_text(content.story.text), f"{chapter.id}: title is shown")
        check(visible_layers() == set(chapter.layers), f"{chapter.id}: its layers are on, and no others")
        check(canvas.extent().contains(box_of([chapter.extent])), f"{chapter.id}: its view is shown")
        picture(f"3-{chapter.id}")


def search():
    content, pack = plugin.dock.content, plugin.state.pack
    item = pack.items[-1]
    content.pages.currentWidget().setFocus()
    QTest.keyClick(plugin.dock, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    yield lambda: content.header.search.hasFocus()
    QTest.keyClicks(content.header.search, item.title)
    yield lambda: content.pages.currentWidget() is content.search
    check(item.id in [row.key for row in content.search.results.rows], "the item is found by its title")
    yield 300
    picture("41-search")
    QTest.keyClick(content.header.search, Qt.Key.Key_Down)
    yield lambda: content.search.results.hasFocus()
    QTest.keyClick(content.search.results, Qt.Key.Key_Return)
    yield lambda: plugin.state.item is not None
    yield DRAWN


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
        yield lambda fit=fit: sorted(plugin.state.shown) == sorted(fit)
        yield DRAWN
        places = {place for item in fit for place in located(pack.item_by_id[item])}
        check(len(plugin._link.highlight.marks()) == len(places), f"matrix, {name}: exactly its places are marked")
        picture(f"42-together-{name}")


def editing():
    """An item is changed, its history shown, and the version before restored."""
    content, pack = plugin.dock.content, plugin.state.pack
    item = pack.items_of(pack.cities[0].id, "opgave")[0]
    plugin.state.set_item(item.id)
    yield DRAWN
    click(content.city.card.edit)
    form = content.edits.page.item
    yield lambda: form.isVisible()
    form.title.setFocus()
    QTest.keyClick(form.title, Qt.Key.Key_End)
    QTest.keyClicks(form.title, " (2026)")
    picture("71-edit")
    click(form.save)
    yield lambda: plugin.state.item is not None and plugin.state.item.title == f"{item.title} (2026)"
    check(plugin.state.item.original_title == item.title, "what was published stays")
    yield DRAWN
    picture("72-edited")
    click(content.city.card.history)
    results = content.edits.history.results
    yield lambda: results.isVisible() and len(results.rows) > 0
    picture("73-history")
    results.setFocus()
    results.setCurrentIndex(results.model().index(len(results.rows) - 1, 0))
    click(content.edits.history.restore)
    yield lambda: content.edits.history.ask.isVisible()
    click(content.edits.history.ask.buttons[0])
    yield lambda: plugin.state.pack.item_by_id[item.id].title == item.title
    yield DRAWN
    picture("74-restored")
    record["edited"] = item.id


def workshop():
    """A workshop is recorded, with a criterion of each score."""
    content, pack = plugin.dock.content, plugin.state.pack
    city = pack.cities[0].id
    plugin.state.set_city(city)
    yield DRAWN
    workshops = content.city.workshops
    check("geen" in shown_text(workshops.head).lower() or not pack.workshops, "nothing is filled in beforehand")
    workshops.record.click()
    form = content.edits.page.workshop
    yield lambda: form.isVisible()
    for number, criterion in enumerate(("Wonen", "Werken", "Groen", "Bereikbaarheid"), 1):
        form.add_score.click()
        line = form.scores.lines[-1]
        QTest.keyClicks(line.criterion, criterion)
        line.score.set_value(str(number))
        line.score.chosen.emit(str(number))
    yield 200
    picture("75-workshop-form")
    click(form.save)
    yield lambda: bool(plugin.state.pack.workshops)
    found = plugin.state.pack.workshops[-1]
    check([score.score for score in found.scores] == [1, 2, 3, 4], "the scores are kept")
    content.city.scroll.ensureWidgetVisible(workshops)
    yield DRAWN
    picture("76-workshop")


def own_story():
    """A story of one's own, with what the map shows as a chapter."""
    content = plugin.dock.content
    content.show_stories()
    page = content.stories
    yield lambda: page.isVisible()
    page._start_story()
    QTest.keyClicks(page.form.title, "Ons verhaal")
    QTest.keyClick(page.form.title, Qt.Key.Key_Return)
    yield lambda: any(story.own for story in plugin.state.pack.stories) and page.add.isEnabled()
    click(page.add)
    yield lambda: page.form.view is not None
    QTest.keyClicks(page.form.title, "Wat wij zien")
    QTest.keyClicks(page.form.text, "Dit beeld hoort erbij.")
    picture("77-chapter-form")
    click(page.form.save)
    own = next(story.id for story in plugin.state.pack.stories if story.own)
    yield lambda: len(plugin.state.pack.chapters_of(own)) == 1
    yield 300
    picture("78-own-story")
    check(plugin.state.pack.chapters_of(own)[0].box is not None, "the view of the map is kept")


def presentation():
    """The story told full-screen, from its beginning to Esc; everything is as it was then."""
    content = plugin.dock.content
    plugin.go_home()
    yield DRAWN
    before = (canvas.extent(), visible_layers(), plugin.dock.geometry(), plugin.state.chapter, canvas.mapTool())
    click(content.story.present)
    yield lambda: plugin._presentation is not None and plugin._presentation.isVisible()
    window = plugin._presentation
    total = len(window._slides)
    yield 1500
    picture("44-present", window)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_PageDown)
    for number in range(1, total):
        QTest.keyClick(window, keys[number % 2])
        check(window._at == number, f"presentation: slide {number + 1} of {total}")
        if number in (5, 10, total - 1):
            yield 1800
            picture(f"44-present-{number:02}", window)
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    check(window._at == total - 2, "presentation: and back")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    yield lambda: plugin._presentation is None
    yield DRAWN
    after = (canvas.extent(), visible_layers(), plugin.dock.geometry(), plugin.state.chapter, canvas.mapTool())
    check(after == before, "presentation: Esc brings back what was there")


def figures():
    """The figures by city and year, by keyboard."""
    content = plugin.dock.content
    if not plugin.state.pack.figures:
        return
    content.show_figures("")
    yield lambda: content.pages.currentWidget() is content.figures
    chart = content.figures.figure.chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    yield 300
    check(chart.told and chart.told in chart.accessibleName(), "a value of the chart is told")
    picture("43-figures")


def missing():
    content, pack = plugin.dock.content, plugin.state.pack
    item = plugin.state.item
    layer = plugin._tree.layer(pack.layers[0].id)
    project.removeMapLayer(layer.id())
    canvas.refresh()  # as QGIS's own "Remove layer" does
    yield lambda: content.missing.isVisible()
    yield DRAWN
    picture("51-missing")
    click(content.missing.findChild(QAbstractButton))
    yield lambda: plugin._tree.missing(pack) == []
    check(not content.missing.isVisible(), "what was missing is restored")
    check(plugin.state.item is item and content.card_open, "and the user stays where they were")
    yield DRAWN


def projects():
    content, pack = plugin.dock.content, plugin.state.pack
    plugin.go_home()
    yield DRAWN
    check(project.write(str(saved)), "the project can be saved")
    iface.newProject(False)
    yield lambda: content.missing.isVisible()
    check(plugin.state.pack is pack, "a new project: the panel keeps the story and says what is missing")
    yield DRAWN
    check(iface.addProject(str(saved)), "the project can be opened again")
    yield lambda: plugin._tree.missing(plugin.state.pack) == []
    check(not content.missing.isVisible(), "its layers are found again")
    yield DRAWN
    picture("61-reopened")


_PARTS = (
    *(
        opening,
        cities,
        what_matters_here,
        selection,
        story,
        search,
        together,
        figures,
        presentation,
        editing,
        workshop,
        own_story,
    ),
    *(search, missing, projects),
)


def steps():
    yield 300
    for part in _PARTS:
        yield from part()


run(steps())
