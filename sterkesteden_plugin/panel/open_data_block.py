# SPDX-License-Identifier: GPL-2.0-or-later
"""One data set on the page of open data: what it is, when it was loaded, what that did, and the buttons for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import tr
from . import open_data_words as words
from . import wording
from .look import em, plain_button, plain_tip
from .text_view import SMALL, Paragraph, TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..services.client import Finding
    from ..store.datasets import Dataset
    from ..story.model import Load

_LIMIT = 1000  # steps of the bar, whatever is counted


class DatasetBlock(QWidget):
    """Idle, waiting for its turn, or being fetched."""

    fetchRequested = pyqtSignal(str)
    cancelRequested = pyqtSignal(str)
    undoRequested = pyqtSignal(str)
    changesRequested = pyqtSignal(str)
    mapRequested = pyqtSignal(str)
    ticked = pyqtSignal()

    def __init__(self, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dataset = dataset
        self.load: Load | None = None
        self._has_layer = False
        self._refusal = ""
        self._need = ""
        self._busy = False
        self._finding: Finding | None = None
        self._state = ""  # what is going on
        self._result: tuple[Paragraph, ...] = ()
        title = wording.one_line(dataset.title)
        self.box = QCheckBox(plain_button(title), self)
        self.box.setToolTip(plain_tip(title))
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.text = TextView(title, self)
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of {}").format(title))
        self.bar.setFixedHeight(max(4, em(self) // 2))
        self.fetch = self._button(tr("Fetch"), self._fetch)
        self.cancel = self._button(tr("Cancel"), self._cancel)
        self.undo = self._button(tr("Undo"), self._undo)
        self.changes = self._button(tr("What changed?"), self._ask_changes)
        self.map = self._button(tr("On the map"), self._ask_map)
        self.map.setToolTip(plain_tip(tr("Switch its layer on, and go where it is")))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for button in (self.fetch, self.cancel, self.undo):
            line.addWidget(button)
        line.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.map)
        below.addWidget(self.changes)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addWidget(self.box)
        column.addWidget(self.text)
        column.addWidget(self.bar)
        column.addLayout(line)
        column.addLayout(below)
        self.box.toggled.connect(self.ticked)
        self._show()

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(plain_button(text), self)
        button.setAccessibleName(f"{text}: {wording.one_line(self.dataset.title)}")
        button.clicked.connect(act)
        return button

    # What the block is told

    def set_load(self, load: Load | None, has_layer: bool = False) -> None:
        """The last time that it was loaded and not undone; whether a layer of the pack shows it."""
        self.load, self._has_layer = load, has_layer
        self._show()

    def set_refusal(self, refusal: str) -> None:
        """Why nothing can be fetched; "" where it can."""
        self._refusal = refusal
        self._show()

    def set_finding(self, finding: Finding | None) -> None:
        self._finding = finding
        self._show()

    def set_waiting(self) -> None:
        """Others are fetched first."""
        self._show_bar(0, _LIMIT)
        self._begin(tr("Waits for its turn."))

    def set_progress(self, done: int, total: int, what: str) -> None:
        """So many have come; `total` is 0 where nobody knows of how many."""
        self._show_bar(done, total)
        self._begin(words.progress_line(done, total, what))

    def set_need(self, need: str) -> None:
        """What has to be chosen before it can be fetched; "" for nothing."""
        self._need = need
        self._show()

    def set_result(self, content: Sequence[Paragraph]) -> None:
        """Nothing is going on any more, and this is what came of it."""
        self._busy, self._state, self._result = False, "", tuple(content)
        self._show()

    def _begin(self, state: str) -> None:
        self._busy, self._state, self._result = True, state, ()
        self._show()

    def _show_bar(self, done: int, total: int) -> None:
        self.bar.setRange(0, _LIMIT if total > 0 else 0)  # without an end the bar only says that something goes on
        if total > 0:
            self.bar.setValue(min(_LIMIT, done * _LIMIT // total))

    @property
    def is_busy(self) -> bool:
        return self._busy

    # What the user does

    def _fetch(self) -> None:
        self.fetchRequested.emit(self.dataset.id)

    def _cancel(self) -> None:
        self.cancelRequested.emit(self.dataset.id)

    def _undo(self) -> None:
        self.undoRequested.emit(self.dataset.id)

    def _ask_changes(self) -> None:
        self.changesRequested.emit(self.dataset.id)

    def _ask_map(self) -> None:
        self.mapRequested.emit(self.dataset.id)

    # Showing

    def _show(self) -> None:
        lines = [words.about(self.dataset), words.loaded_line(self.load)]
        lines += [words.finding_line(self._finding)] if self._finding else []
        lines += [self._need, self._state]
        content = [Paragraph(line, SMALL) for line in lines if line]
        self.text.set_content([*content, *self._result])
        # What is read in parts can be reached by the keyboard; one line is told with the box.
        focus = Qt.FocusPolicy.StrongFocus if self._result else Qt.FocusPolicy.ClickFocus
        self.text.setFocusPolicy(focus)
        self.box.setAccessibleDescription(" ".join(line for line in lines if line))
        self.bar.setVisible(self._busy)
        self._show_buttons()

    def _show_buttons(self) -> None:
        has_load = self.load is not None and not self._busy
        shown = {self.fetch: not self._busy, self.cancel: self._busy, self.undo: has_load}
        shown[self.map] = has_load and self._has_layer
        shown[self.changes] = has_load and not self._result  # what it would tell stands there
        loses_focus = any(button.hasFocus() for button, is_shown in shown.items() if not is_shown)
        for button in (one for one, is_shown in shown.items() if is_shown):
            button.show()
        if loses_focus:  # the keyboard stays with the data set
            (self.cancel if self._busy else self.fetch).setFocus()
        for button in (one for one, is_shown in shown.items() if not is_shown):
            button.hide()
        for button, why in ((self.fetch, self._refusal or self._need), (self.undo, self._refusal)):
            button.setEnabled(not why)
            button.setToolTip(plain_tip(why))
        self.box.setEnabled(not self._refusal)
