# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: figures by city and year, as chart, as table and as CSV."""

import csv

from hands import click, name_the_file, plugin, press, shown_text
from qgis.PyQt.QtCore import Qt
from startup import WORKDIR, check, picture, record, when_modal


def figures():
    content = plugin.dock.content
    if not plugin.state.pack.figures:
        return
    content.show_figures("")
    yield lambda: content.pages.currentWidget() is content.figures
    figure = content.figures.figure
    figure.chart.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        press(Qt.Key.Key_Right, figure.chart)
    yield 300
    check(figure.chart.told and figure.chart.told in figure.chart.accessibleName(), "a value of the chart is told")
    picture("45-figures")
    click(figure.as_table)
    yield lambda: figure.table.isVisible()
    model, count = figure.table.model(), len(figure._figures)
    check(model.rowCount() == count > 0, "the table has a row for each figure of the chart")
    values = [model.index(row, 3).data() for row in range(count)]
    check(all(values), "no value of the table is blank: what is not known says so")
    content.figures.scroll.ensureWidgetVisible(figure.table)
    yield 300
    picture("46-figures-table")
    path = WORKDIR / "cijfers.csv"
    path.unlink(missing_ok=True)
    when_modal(name_the_file(path))
    click(figure.save)
    yield lambda: path.is_file()
    check(path.name in shown_text(figure.said), "what became of saving is said")
    data = path.read_bytes()
    check(data.startswith(b"\xef\xbb\xbf"), "the CSV says that it is UTF-8")
    head, *rows = csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";")
    check(len(rows) == count and head[3] == "waarde", "the CSV has a row for each figure")
    known = [row[3] for row in rows if row[3]]
    check(all(float(value.replace(",", ".")) >= 0 for value in known) and known, "its values are numbers")
    record["csv"] = len(rows)
    click(figure.as_table)
