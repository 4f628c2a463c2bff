# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures by city and year: one topic at a time, all that the file holds in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..figures.topics import Topic, topics
from ..i18n import tr
from .figure_charts import topic_title
from .figure_view import FigureView
from .list_box import ListBox
from .look import IconButton, plain_tip
from .page import Page, under_line
from .text_view import HEADING, SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from ..story.model import Pack


class FiguresPage(QWidget):
    """The list of topics stays in place; what is below it scrolls."""

    topicChosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self._topics: list[Topic] = []
        self.previous = IconButton("previous", tr("Previous figures"), self)
        self.next = IconButton("next", tr("Next figures"), self)
        self.topics = ListBox("topics", tr("Subjects of the figures"), 8, self)
        self.head = TextView(tr("Figures by city and year"))
        self.figure = FigureView(explained=True)
        self.scroll = Page("figures-page", self)
        self.scroll.fill(self.head, self.figure)
        under_line(self, (self.previous, self.topics, self.next), self.scroll)
        self.topics.activated.connect(self._choose)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)

    def set_pack(self, pack: Pack) -> None:
        """Take the figures of a pack; none is drawn before it is asked for."""
        self._take(topics(pack.figures, pack.indicators, pack.cities))
        self.figure.set_topic(None)

    def renew(self, pack: Pack) -> None:
        """Take the figures of the same file again; what is shown stays as far as it is there."""
        found = topics(pack.figures, pack.indicators, pack.cities)
        if found != self._topics:
            shown, place = self.shown, self.scroll.verticalScrollBar().value()
            self._take(found)
            self.show_topic(shown)
            self.scroll.verticalScrollBar().setValue(place)

    def _take(self, found: list[Topic]) -> None:
        self._topics = found
        self.topics.clear()
        for topic in found:
            self.topics.addItem(topic_title(topic), topic.id)

    @property
    def shown(self) -> str:
        """Id of the topic that is shown, "" for none."""
        index = self.topics.currentIndex()
        return self._topics[index].id if 0 <= index < len(self._topics) else ""

    def show_topic(self, topic_id: str) -> None:
        """Show a topic; the first one where the pack does not have it."""
        index = next((i for i, topic in enumerate(self._topics) if topic.id == topic_id), 0)
        has = bool(self._topics)
        self.topics.setCurrentIndex(index if has else -1)
        self.topics.setEnabled(has)
        self.topics.setToolTip(plain_tip(self.topics.currentText()))
        self.previous.setEnabled(has and index > 0)
        self.next.setEnabled(has and index < len(self._topics) - 1)
        head = [Paragraph(tr("Figures by city and year"), HEADING)]
        if not has:
            head.append(Paragraph(tr("This file holds no figures."), SMALL))
        self.head.set_content(head)
        self.figure.set_topic(self._topics[index] if has else None)
        self.scroll.to_top()

    def _choose(self, index: int) -> None:
        self.topicChosen.emit(self._topics[index].id)

    def _go_back(self) -> None:
        self._choose(self.topics.currentIndex() - 1)

    def _go_on(self) -> None:
        self._choose(self.topics.currentIndex() + 1)
