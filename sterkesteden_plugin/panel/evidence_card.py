# SPDX-License-Identifier: GPL-2.0-or-later
"""Claims of an item or chapter that are put to the test: a card each, with figures or with what table is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSlot
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ..i18n import tr
from . import evidence_words as words
from . import wording
from .chart_widget import ChartWidget
from .evidence_charts import charts
from .look import Tones, plain_tip
from .text_view import HEADING, SMALL, STRONG, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..story.model import Claim, ClaimData, Pack
    from .evidence_book import EvidenceBook

_EDGE = 2  # pixels of the line at the left of a card


class EvidenceCard(QWidget):
    """One claim. The figures are always there; how they are measured and what would change them unfolds."""

    def __init__(self, book: EvidenceBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence-card")
        self._book = book
        self._claim: Claim | None = None
        self._indicators: Mapping[str, str] = {}
        self._needed: list[ClaimData] = []
        self.text = TextView(tr("Claim"), self)
        self.charts = [ChartWidget(self) for _ in range(3)]
        self.source = TextView(tr("Source"), self)
        self.need = TextView(tr("Which table is needed"), self)
        self.fetch = QPushButton(tr("Fetch"), self)
        self.file = QPushButton(tr("Choose a file…"), self)
        self.more = QToolButton(self)
        self.more.setText(tr("Measure, and what would change it"))
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.details = TextView(self.more.text(), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 0, 4)
        column.setSpacing(4)
        for widget in (self.text, *self.charts, self.source, self.need):
            column.addWidget(widget)
        line = QHBoxLayout()
        line.setSpacing(4)
        for button in (self.fetch, self.file):
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.details)
        for view in (self.text, self.source, self.need):
            view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.fetch.clicked.connect(self._fetch)
        self.file.clicked.connect(self._choose_file)
        self.more.toggled.connect(self._unfold)

    def show_claim(self, claim: Claim, indicators: Mapping[str, str], unfolded: bool) -> None:
        """`indicators` are the names of those of the pack, by id."""
        if claim != self._claim:
            self.more.setChecked(unfolded)
        self._claim, self._indicators = claim, indicators
        self.renew()

    def renew(self) -> None:
        """Show what the book knows of it now."""
        claim, book = self._claim, self._book
        if claim is None:
            return
        found = book.of(claim)
        content = [Paragraph(wording.one_line(claim.text), STRONG)]
        made = charts(found, self._indicators) if found is not None else []
        if found is not None:
            content += words.first_figures(found)
        elif book.fault:
            content.append(words.fault(book.fault))
        else:
            content.append(words.reading())
        self.text.set_content(content)
        for widget, chart in zip(self.charts, (*made, None, None, None)):
            widget.set_chart(chart)
        self.source.set_content(words.sources(found) if found is not None and found.values else [])
        self._needed = book.needed(claim, found.lacks) if found is not None else []
        self.renew_state()
        self.details.set_content(words.details(found, self._indicators) if found is not None else [])
        self.more.setVisible(found is not None)
        self._unfold(self.more.isChecked())

    def renew_state(self) -> None:
        """Show what is needed, and whether it can be fetched or is."""
        found = self._book.of(self._claim) if self._claim is not None else None
        content = words.needed(found, self._needed, self._book.busy) if found is not None else []
        self.need.set_content(content)
        self._show_buttons(bool(content))

    def _show_buttons(self, is_lacking: bool) -> None:
        for button, is_shown in ((self.fetch, bool(self._needed)), (self.file, is_lacking)):
            button.setVisible(is_shown)
        titles = ", ".join(wording.one_line(data.title) for data in self._needed)
        self.fetch.setEnabled(not self._book.refusal and not self._book.busy)
        self.fetch.setToolTip(plain_tip(self._book.refusal or titles))
        self.fetch.setAccessibleName(tr("Fetch: {}").format(titles))

    @pyqtSlot()
    def _fetch(self) -> None:
        self._book.fetchRequested.emit([data.id for data in self._needed])

    @pyqtSlot()
    def _choose_file(self) -> None:
        self._book.fileRequested.emit()

    @pyqtSlot(bool)
    def _unfold(self, unfolded: bool) -> None:
        self.more.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self.details.setVisible(unfolded and self.more.isVisibleTo(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, _EDGE, self.height(), Tones(self).line)
        painter.end()


class EvidenceCards(QWidget):
    """The cards of an item or chapter; hidden where nothing of it is put to the test."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence")
        self._book: EvidenceBook | None = None
        self._cards: list[EvidenceCard] = []
        self._shown = 0
        self.head = TextView(words.heading(), self)
        self.head.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self.head)
        self.hide()

    def follow(self, book: EvidenceBook) -> None:
        """Show what this book knows."""
        self._book = book
        book.changed.connect(self._renew)
        book.outdated.connect(self._ask)
        book.stateChanged.connect(self._renew_state)

    @property
    def cards(self) -> Sequence[EvidenceCard]:
        """Those that are shown."""
        return self._cards[: self._shown]

    def show_claims(self, claims: Sequence[Claim], pack: Pack) -> None:
        """Show a card for each claim."""
        book = self._book
        if book is None:
            return
        while len(self._cards) < len(claims):
            card = EvidenceCard(book, self)
            self._cards.append(card)
            self._column.addWidget(card)
        self._shown = len(claims)
        indicators = {indicator.id: indicator.name for indicator in pack.indicators}
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(claims))
            if number < len(claims):
                card.show_claim(claims[number], indicators, len(claims) == 1)
        head = [Paragraph(words.heading(), HEADING), Paragraph(words.intro(), SMALL)]
        self.head.set_content(head if claims else [])
        self.setVisible(bool(claims))
        self._ask()

    @pyqtSlot()
    def _renew(self) -> None:
        for card in self.cards:
            card.renew()
        self._ask()

    @pyqtSlot()
    def _renew_state(self) -> None:
        for card in self.cards:
            card.renew_state()

    @pyqtSlot()
    def _ask(self) -> None:
        """What there is to know is found when it is looked at."""
        if self._book is not None and self._shown and self.isVisible() and not self._book.is_known:
            self._book.wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()
