# SPDX-License-Identifier: GPL-2.0-or-later
"""A topic of figures in the panel: its chart, what it rests on, the same as a table, and as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..figures import table
from ..i18n import tr
from . import figure_export, wording
from .chart_widget import ChartWidget
from .figure_charts import caption, topic_chart, topic_title
from .figure_table import FigureTable
from .look import plain_tip
from .text_view import BODY, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..figures.topics import Topic
    from ..story.model import Figure
    from .figure_charts import Chart


class FigureView(QWidget):
    """Shows one topic; hidden when there is none. `explained` tells below the chart what it rests on."""

    def __init__(self, explained: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self._title = ""
        self._explained = explained
        self.chart = ChartWidget(self)
        self.as_table = QPushButton(tr("Table"), self)
        self.as_table.setCheckable(True)
        self.as_table.setToolTip(plain_tip(tr("Show the figures as a table")))
        self.save = QPushButton(tr("Save as CSV…"), self)
        self.save.setToolTip(plain_tip(tr("For a spreadsheet: semicolons, decimal comma, UTF-8")))
        self.table = FigureTable(self)
        self.table.hide()
        self.said = TextView(tr("What became of saving"), self)
        self.caption = TextView(tr("Definition, source and reference dates"), self)
        for view in (self.said, self.caption):
            view.set_content([])
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.as_table)
        line.addWidget(self.save)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.chart)
        column.addLayout(line)
        for widget in (self.said, self.table, self.caption):
            column.addWidget(widget)
        self.as_table.toggled.connect(self.table.setVisible)
        self.save.clicked.connect(self.save_csv)

    def set_topic(self, topic: Topic | None) -> None:
        """Show a topic, or nothing."""
        if topic is None:
            self.set_figures(None, (), "")
        else:
            self.set_figures(topic_chart(topic), topic.figures, topic_title(topic))
            self.caption.set_content(caption(topic) if self._explained else [])

    def set_figures(self, chart: Chart | None, figures: Sequence[Figure], title: str) -> None:
        """Show figures with their chart, or nothing (None); `title` is what a file of them is called."""
        self._figures, self._title = tuple(figures), title
        self.said.set_content([])
        self.chart.set_chart(chart)
        self.table.set_figures(self._figures)
        self.caption.set_content([])
        self.setVisible(chart is not None)

    def save_csv(self) -> None:
        """Ask for a file and write the figures to it; what became of it is said below the buttons."""
        path = figure_export.ask_csv(self, self._title) if self._figures else None
        if path is None:
            return
        data = table.csv_bytes(table.COLUMNS, map(table.cells, self._figures))
        fault = figure_export.save(path, data)
        said = fault or tr("Saved: {}").format(path)
        self.said.set_content([Paragraph(wording.one_line(said), BODY)])
        self.said.setAccessibleName(wording.one_line(said))
