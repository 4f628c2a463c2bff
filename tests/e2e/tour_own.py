# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: own words with their history, and a workshop."""

from hands import DRAWN, canvas, click, click_row, marks, plugin, press, shown_text
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from startup import check, picture, record


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
    press(Qt.Key.Key_End, form.title)
    QTest.keyClicks(form.title, " (2026)")
    form.text.setFocus()
    click(form.undo)
    check(form.title.text() == item.title, "undo: the title is as it was")
    click(form.redo)
    check(form.title.text() == f"{item.title} (2026)", "redo: and as it was written again")
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
    """A workshop is recorded, with criteria, a score for each, and a point that is marked on the map."""
    content, pack = plugin.dock.content, plugin.state.pack
    city = pack.cities[0]
    plugin.state.set_city(city.id)
    yield DRAWN
    workshops = content.city.workshops
    check(not workshops.blocks and not workshops.chart.isVisible(), "nothing is filled in beforehand")
    click(workshops.record)
    form = content.edits.page.workshop
    yield lambda: form.isVisible()
    for number, criterion in enumerate(("Wonen", "Werken", "Groen", "Bereikbaarheid"), 1):
        click(form.add_score)
        line = form.scores.lines[-1]
        QTest.keyClicks(line.criterion, criterion)
        line.score.setFocus()
        for _ in range(number):
            press(Qt.Key.Key_Down, line.score)
    tool = canvas.mapTool()
    click(form.add_point)
    yield lambda: canvas.mapTool() is not tool
    spot = QPoint(canvas.width() // 2, canvas.height() // 2)
    click(canvas.viewport(), spot)
    yield lambda: len(form.points.lines) == 1
    QTest.keyClicks(form.points.lines[0].name, "Hier spraken wij over")
    yield 200
    form.page.ensureWidgetVisible(form.scores)
    picture("75-workshop-form")
    click(form.save)
    yield lambda: bool(plugin.state.pack.workshops) and bool(workshops.blocks)
    check(canvas.mapTool() is tool, "the map has the tool that it had")
    found = plugin.state.pack.workshops[-1]
    check([score.score for score in found.scores] == [1, 2, 3, 4], "the scores are kept")
    check([point.name for point in found.points] == ["Hier spraken wij over"], "and the point")
    check(workshops.chart.isVisible(), "the chart of the scores is shown")
    content.city.scroll.ensureWidgetVisible(workshops.chart, 0, 0)
    yield DRAWN
    picture("76-workshop")
    point = found.points[0].id
    click_row(workshops.blocks[-1].points, point)
    yield lambda: len(marks()) == 1
    yield DRAWN
    check(canvas.extent().contains(marks()[0].geometry.boundingBox()), "the point is in view on the map")
    there = canvas.getCoordinateTransform().toMapCoordinates(spot.x(), spot.y())
    away = marks()[0].geometry.asPoint().distance(there)
    check(away < canvas.extent().width(), f"where it was marked: {away:.0f} m from there")
    check(shown_text(workshops.blocks[-1].text).count("van 5") == 4, "each score can be read")
    picture("77-workshop-point")
    record["workshop"] = found.id
