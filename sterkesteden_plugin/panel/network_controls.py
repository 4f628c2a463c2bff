# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a network is shown: year, method, threshold, and a second division beside the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QWheelEvent
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from ..i18n import tr
from . import network_words as words
from .list_box import ListBox
from .look import em
from .text_view import SMALL, Paragraph, TextView


@dataclass(frozen=True)
class Choices:
    """What the user wants to see; `method2` and `year2` count where `mode` is TWO, and `year2` "" is the same year."""

    year: str
    method: str
    threshold: int
    mode: str = words.DIVISION
    method2: str = ""
    year2: str = ""
    threshold2: int = 0


class Choice(ListBox):
    """A list of which one is chosen by its key."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(name, spoken, 6, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer (key, text) pairs; the chosen one, or the first where it is not among them."""
        if [(self.itemData(i), self.itemText(i)) for i in range(self.count())] != list(choices):
            self.clear()
            for key, text in choices:
                self.addItem(text, key)
        self.setCurrentIndex(max(self.findData(chosen), 0) if choices else -1)
        self.setEnabled(bool(choices))

    @property
    def chosen(self) -> str:
        return self.currentData() or ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()


class ThresholdSlider(QSlider):
    """Leaves to the page the wheel, and to the panel the keys with Alt."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageStep(5)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NetworkControls(QWidget):
    """Emits `changed` for each change, also while the slider is dragged."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thresholds = {key: usual for key, (_least, _most, usual) in words.RANGES.items()}
        self.mode = Choice("network-mode", tr("What is shown"), self)
        self.year = Choice("network-year", tr("Year"), self)
        self.method = Choice("network-method", tr("Way of dividing"), self)
        self.slider = ThresholdSlider("network-threshold", tr("Threshold"), self)
        self.value = QLabel(self)
        self.about = TextView(tr("What the threshold does"), self)
        self.about.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.second = QWidget(self)
        self.year2 = Choice("network-year2", tr("Year of the second division"), self.second)
        self.method2 = Choice("network-method2", tr("Second way of dividing"), self.second)
        self.mode.offer([(key, words.mode(key)) for key in words.MODES], words.DIVISION)
        offered = [(key, words.method(key)) for key in words.METHODS]
        self.method.offer(offered, words.THRESHOLD)
        self.method2.offer(offered, words.LABOUR)
        self._labels: list[QLabel] = []
        self._lay_out()
        self._show()
        for box in (self.mode, self.year, self.method, self.year2, self.method2):
            box.activated.connect(self._take)
        self.slider.valueChanged.connect(self._slide)

    def _lay_out(self) -> None:
        grid, second = QGridLayout(), QGridLayout(self.second)
        rows = ((tr("Show"), self.mode), (tr("Year"), self.year), (tr("Method"), self.method))
        for row, (text, box) in enumerate(rows):
            self._add(grid, row, text, box)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.slider, 1)
        line.addWidget(self.value)
        self._add(grid, len(rows), tr("Threshold"), line)
        for row, (text, box) in enumerate(((tr("Beside it"), self.method2), (tr("Year"), self.year2))):
            self._add(second, row, text, box)
        for one in (grid, second):
            one.setContentsMargins(0, 0, 0, 0)
            one.setHorizontalSpacing(8)
            one.setVerticalSpacing(4)
            one.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)
        column.addWidget(self.about)
        column.addWidget(self.second)
        self._fit()

    def _add(self, grid: QGridLayout, row: int, text: str, what: QWidget | QHBoxLayout) -> None:
        label = QLabel(text, self)
        self._labels.append(label)
        grid.addWidget(label, row, 0)
        if isinstance(what, QWidget):
            label.setBuddy(what)
            grid.addWidget(what, row, 1)
        else:
            label.setBuddy(self.slider)
            grid.addLayout(what, row, 1)

    def _fit(self) -> None:
        """All labels are equally wide, those of the second division too."""
        width = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(width)
        self.value.setMinimumWidth(em(self) * 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_labels"):
            self._fit()

    # What is told

    def set_years(self, years: Sequence[str]) -> None:
        """The years of the table, the newest first; the chosen ones stay as long as they are there."""
        self.year.offer([(year, year or tr("not said")) for year in years], self.year.chosen)
        other = [("", tr("the same")), *((year, year) for year in years if year)]
        self.year2.offer(other, self.year2.chosen)
        self._show()

    def set_choices(self, choices: Choices) -> None:
        """Choose what was chosen before, as far as it is offered; tells nothing."""
        for key, value in ((choices.method, choices.threshold), (choices.method2, choices.threshold2)):
            if key in words.RANGES:
                least, most, _usual = words.RANGES[key]
                self._thresholds[key] = min(max(value, least), most)
        for box, key in (
            (self.mode, choices.mode),
            (self.year, choices.year),
            (self.method, choices.method),
            (self.method2, choices.method2),
            (self.year2, choices.year2),
        ):
            if box.findData(key) >= 0:
                box.setCurrentIndex(box.findData(key))
        self._show()

    @property
    def choices(self) -> Choices:
        method, method2 = self.method.chosen, self.method2.chosen
        return Choices(
            self.year.chosen,
            method,
            self._thresholds[method],
            self.mode.chosen,
            method2,
            self.year2.chosen,
            self._thresholds[method2],
        )

    # What the user does

    def _take(self) -> None:
        self._show()
        self.changed.emit()

    def _slide(self, value: int) -> None:
        self._thresholds[self.method.chosen] = value
        self._tell_threshold()
        self.changed.emit()

    def _show(self) -> None:
        method = self.method.chosen
        least, most, _usual = words.RANGES[method]
        self.slider.blockSignals(True)
        self.slider.setRange(least, most)
        self.slider.setValue(self._thresholds[method])
        self.slider.blockSignals(False)
        self.second.setVisible(self.mode.chosen == words.TWO)
        self.slider.setEnabled(self.mode.chosen != words.SOFT)
        self._tell_threshold()

    def _tell_threshold(self) -> None:
        per_cent = self._thresholds[self.method.chosen]
        self.value.setText(f"{per_cent}%")
        text = words.about_threshold(self.method.chosen, per_cent)
        self.slider.setAccessibleDescription(text)
        self.about.set_content([Paragraph(text, SMALL)])
