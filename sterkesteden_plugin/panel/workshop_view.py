# SPDX-License-Identifier: GPL-2.0-or-later
"""The workshops of a city: what came out of each, their scores in one chart, their points, and how to change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from ..story import workshops
from . import wording
from .edit_ask import AskBar
from .figure_view import FigureView
from .look import plain_tip
from .page import bring_into_view
from .rows import PLACE, Row
from .rows_view import RowsView
from .text_view import BODY, HEADING, POINT, SMALL, STRONG, Paragraph, TextView, paragraphs
from .workshop_chart import chart_title, score_chart, score_figures

if TYPE_CHECKING:
    from ..story.model import Pack, Score, Workshop


class WorkshopBlock(QWidget):
    """One workshop."""

    opened = pyqtSignal(str, str)
    changeRequested = pyqtSignal(str)
    historyRequested = pyqtSignal(str)
    deleteRequested = pyqtSignal(str)  # the user was asked

    def __init__(self, workshop: Workshop, refusal: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.workshop = workshop
        day = wording.day(workshop.date)
        self.text = TextView(tr("Workshop of {}").format(day), self)
        self.text.set_content(_paragraphs(workshop))
        self.points = RowsView(tr("Points that the workshop of {} marked").format(day), whole=True, parent=self)
        self.points.set_rows(_point_rows(workshop))
        self.change = self._button(tr("Change"), tr("Change the workshop of {}").format(day), refusal)
        self.history = self._button(tr("History"), tr("History of the workshop of {}").format(day), "")
        self.delete = self._button(tr("Delete"), tr("Delete the workshop of {}").format(day), refusal)
        self.ask = AskBar(self)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for button in (self.change, self.history, self.delete):
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.points)
        column.addLayout(line)
        column.addWidget(self.ask)
        self.points.opened.connect(self.opened)
        self.change.clicked.connect(self._change)
        self.history.clicked.connect(self._show_history)
        self.delete.clicked.connect(self._ask_delete)

    def _button(self, text: str, name: str, refusal: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        button.setEnabled(not refusal)
        button.setToolTip(plain_tip(refusal))
        button.setAccessibleDescription(refusal)
        return button

    def _change(self) -> None:
        self.changeRequested.emit(self.workshop.id)

    def _show_history(self) -> None:
        self.historyRequested.emit(self.workshop.id)

    def _ask_delete(self) -> None:
        question = tr("Delete the workshop of {}, with its scores and points?").format(wording.day(self.workshop.date))
        self.ask.ask([question], [(tr("Delete"), self._delete), (tr("Cancel"), self.delete.setFocus)])
        bring_into_view(self.ask)

    def _delete(self) -> None:
        self.deleteRequested.emit(self.workshop.id)


class WorkshopView(QWidget):
    """All workshops of a city. Empty until somebody records one: the story has their results only as pictures."""

    opened = pyqtSignal(str, str)
    recordRequested = pyqtSignal(str)  # city
    changeRequested = pyqtSignal(str)
    historyRequested = pyqtSignal(str)
    deleteRequested = pyqtSignal(str)
    returnRequested = pyqtSignal(str)  # what was deleted just now is wanted again

    _pack: Pack  # set before anything is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workshops")
        self._city = ""
        self._refusal = ""
        self._deleted = ""
        self._awaited = ""  # a workshop that is to have the keyboard once the pack has it
        self.blocks: list[WorkshopBlock] = []
        self.head = TextView(tr("Resilience (workshops)"), self)
        self.beside = QCheckBox(tr("Beside each other"), self)
        self.beside.setToolTip(plain_tip(tr("A chart for each workshop, instead of all in one")))
        self.others = QCheckBox(tr("With other cities"), self)
        self.others.setToolTip(plain_tip(tr("The newest workshop of each other city as well")))
        self.chart = FigureView(explained=False, parent=self)
        self.deleted = AskBar(self)
        self.record = QPushButton(tr("Record a workshop"), self)
        self.why = TextView(tr("Why no workshop can be recorded"), self)
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(12)
        choices = QVBoxLayout()
        choices.setSpacing(2)
        choices.addWidget(self.beside)
        choices.addWidget(self.others)
        foot = QHBoxLayout()
        foot.addWidget(self.record)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addLayout(choices)
        column.addWidget(self.chart)
        column.addLayout(self._blocks)
        column.addWidget(self.deleted)
        column.addLayout(foot)
        column.addWidget(self.why)
        self.beside.toggled.connect(self._draw)
        self.others.toggled.connect(self._draw)
        self.record.clicked.connect(self._record)
        self.set_refusal("")

    def show_city(self, pack: Pack, city: str) -> None:
        """Show the workshops of a city; what is there already stays as it is."""
        if city != self._city:
            self._awaited = ""
            self._forget_deleted()
        self._pack, self._city = pack, city
        shown = self._of_city()
        lines = [Paragraph(tr("Resilience (workshops)"), HEADING)]
        if not shown:
            lines.append(Paragraph(tr("No results of a workshop in this city have been recorded yet."), BODY))
        self.head.set_content(lines)
        if [block.workshop for block in self.blocks] != shown:
            self._rebuild(shown)
        self._draw()
        if self._awaited and self.record.hasFocus():
            self.focus_workshop(self._awaited)

    def set_refusal(self, refusal: str) -> None:
        """Say why nothing may be edited; "" where it may."""
        self._refusal = refusal
        self.record.setEnabled(not refusal)
        self.record.setToolTip(plain_tip(refusal))
        self.record.setAccessibleDescription(refusal)
        self.why.set_content([Paragraph(refusal, SMALL)] if refusal else [])
        self._rebuild([block.workshop for block in self.blocks])

    def offer_return(self, workshop: str) -> None:
        """A workshop was deleted: say so, and offer to bring it back."""
        self._deleted = workshop
        answers = [(tr("Bring it back"), self._return), (tr("Close"), self.record.setFocus)]
        self.deleted.ask([tr("The workshop was deleted, with its scores and points.")], answers)
        bring_into_view(self.deleted)

    def focus_workshop(self, workshop: str) -> None:
        """Put the keyboard on a workshop, or on the button that records one, and bring it into view."""
        block = next((block for block in self.blocks if block.workshop.id == workshop), None)
        self._awaited = workshop if block is None else ""
        target = self.record if block is None else block.text
        target.setFocus()
        bring_into_view(target)

    def _of_city(self) -> list[Workshop]:
        return [workshop for workshop in self._pack.workshops if workshop.city == self._city]

    def _rebuild(self, shown: list[Workshop]) -> None:
        had_focus = any(block.isAncestorOf(block.window().focusWidget() or self) for block in self.blocks)
        for block in self.blocks:
            block.hide()
            block.deleteLater()
        self.blocks = [WorkshopBlock(workshop, self._refusal, self) for workshop in shown]
        before: QWidget = self.chart.table
        for block in self.blocks:
            self._blocks.addWidget(block)
            block.opened.connect(self.opened)
            block.changeRequested.connect(self.changeRequested)
            block.historyRequested.connect(self.historyRequested)
            block.deleteRequested.connect(self.deleteRequested)
            for part in (block.text, block.points, block.change, block.history, block.delete):
                QWidget.setTabOrder(before, part)
                before = part
        if had_focus:
            self.record.setFocus()

    def _draw(self, *_on: bool) -> None:
        """Draw the scores; what cannot be chosen is not shown."""
        own = workshops.scored(self._of_city())
        elsewhere = workshops.newest_elsewhere(self._pack, self._city)
        self.others.setVisible(bool(elsewhere))
        shown = own + (elsewhere if self.others.isChecked() else [])
        self.beside.setVisible(len(shown) > 1)
        if not shown:
            self.chart.set_figures(None, (), "")
            return
        city = self._pack.city_by_id[self._city].name
        figures = score_figures(shown, self._pack)
        title = wording.one_line(f"{chart_title()} {city}")
        self.chart.set_figures(score_chart(shown, self._pack, self.beside.isChecked()), figures, title)

    def _record(self) -> None:
        self.recordRequested.emit(self._city)

    def _return(self) -> None:
        workshop, self._deleted = self._deleted, ""
        self.returnRequested.emit(workshop)
        self.focus_workshop(workshop)

    def _forget_deleted(self) -> None:
        self._deleted = ""
        self.deleted.close_question()


def _paragraphs(workshop: Workshop) -> list[Paragraph]:
    lines = [Paragraph(wording.workshop_head(workshop), STRONG), *paragraphs(workshop.outcome or "")]
    if not workshop.outcome:
        lines.append(Paragraph(tr("What came out of it was not written down."), SMALL))
    lines += [Paragraph(_score_line(score), POINT) for score in workshop.scores]
    source = wording.source_line(workshop.source) if workshop.source is not None else tr("No source was given.")
    lines.append(Paragraph(f"{source} · {wording.day(workshop.date)}", SMALL))
    return lines


def _score_line(score: Score) -> str:
    given = tr("no score") if score.score is None else tr("{} of 5").format(score.score)
    remark = f" – {score.remark}" if score.remark else ""
    return wording.one_line(f"• {score.criterion}: {given}{remark}")


def _point_rows(workshop: Workshop) -> list[Row]:
    rows = [
        Row(wording.one_line(point.name), wording.one_line(point.remark or ""), point.id, PLACE, marker="exact")
        for point in workshop.points
    ]
    if len(rows) > 1:
        rows.append(Row(tr("All {} points on the map").format(len(rows)), key=workshop.id, opens=PLACE))
    return rows
