# SPDX-License-Identifier: GPL-2.0-or-later
"""The lines of the workshop form: a criterion with its score, a point with its name; and a list of such lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from .edit_fields import ChoiceField, TextField
from .look import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..store.records import Record

SCORES = ("1", "2", "3", "4", "5")


class Line(QWidget):
    """One line of a list: `changed` tells that something else stands in it, `removed` that it is to go."""

    changed = pyqtSignal()
    removed = pyqtSignal(int)

    def __init__(self, number: int, remove: str) -> None:
        super().__init__()
        self.number = number
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 6)
        self.grid.setSpacing(3)
        self.remove = IconButton("remove", remove, self)
        self.remove.clicked.connect(self._remove)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What can have the keyboard, in that order."""
        raise NotImplementedError

    def _remove(self) -> None:
        self.removed.emit(self.number)

    def _text(self, name: str, hint: str, most: int) -> TextField:
        field = TextField(1, most, single=True)
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        field.written.connect(self.changed)
        return field


class ScoreLine(Line):
    """A criterion, its score, and a remark."""

    def __init__(self, number: int) -> None:
        super().__init__(number, tr("Remove criterion {}").format(number + 1))
        self.criterion = self._text(tr("Criterion {}").format(number + 1), tr("Criterion"), 4)
        self.score = ChoiceField([("", tr("no score")), *((score, score) for score in SCORES)])
        self.score.setAccessibleName(tr("Score of criterion {}").format(number + 1))
        self.remark = self._text(tr("Remark on criterion {}").format(number + 1), tr("Remark"), 6)
        top = Qt.AlignmentFlag.AlignTop
        self.grid.addWidget(self.criterion, 0, 0, 1, 2, top)
        self.grid.addWidget(self.remove, 0, 2, top)
        self.grid.addWidget(self.score, 1, 0, top)
        self.grid.addWidget(self.remark, 1, 1, 1, 2, top)
        self.grid.setColumnStretch(1, 1)
        self.score.chosen.connect(self.changed)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        return self.criterion, self.score, self.remark, self.remove

    def show_row(self, row: dict[str, Any]) -> None:
        """Show a row of `workshop_score`."""
        self.criterion.set_text(row["criterium"] or "")
        self.score.set_value("" if row["score"] is None else str(row["score"]))
        self.remark.set_text(row["opmerking"] or "")

    def row(self) -> dict[str, Any]:
        """The line as a row of `workshop_score`."""
        return {
            "criterium": self.criterion.text().strip(),
            "score": int(self.score.value()) if self.score.value() else None,
            "opmerking": self.remark.text().strip() or None,
            "volgorde": self.number,
        }


class PointLine(Line):
    """A point that the workshop marked: its name, a remark, and a way to mark it again."""

    drawRequested = pyqtSignal(int)

    def __init__(self, number: int) -> None:
        super().__init__(number, tr("Remove point {}").format(number + 1))
        self.name = self._text(tr("Name of point {}").format(number + 1), tr("Name of the point"), 4)
        self.remark = self._text(tr("Remark on point {}").format(number + 1), tr("Remark"), 6)
        self.draw = QPushButton(tr("Mark it anew"))
        self.draw.setAccessibleName(tr("Mark point {} anew").format(number + 1))
        self.grid.addWidget(self.name, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(self.remove, 0, 1, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(self.remark, 1, 0, 1, 2)
        self.grid.addWidget(self.draw, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self.grid.setColumnStretch(0, 1)
        self.draw.clicked.connect(self._ask)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        return self.name, self.remark, self.draw, self.remove

    def show_point(self, point: Record) -> None:
        """Show a record of `workshop_punt`."""
        self.name.set_text(point.values["naam"] or "")
        self.remark.set_text(point.values["opmerking"] or "")

    def texts(self) -> dict[str, str | None]:
        """What is written, as columns of `workshop_punt`."""
        return {"naam": self.name.text().strip(), "opmerking": self.remark.text().strip() or None}

    def _ask(self) -> None:
        self.drawRequested.emit(self.number)


_Line = TypeVar("_Line", bound=Line)


class LineList(QWidget, Generic[_Line]):
    """Lines one below the other; below them the buttons that add some. Lines are kept by their number."""

    changed = pyqtSignal()
    removed = pyqtSignal(int)

    def __init__(self, make: Callable[[int], _Line], *buttons: QPushButton) -> None:
        super().__init__()
        self.lines: list[_Line] = []
        self._make = make
        self._buttons = buttons
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        for button in buttons:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(buttons[0])

    def set_count(self, count: int) -> None:
        """Have this many lines; the keyboard goes to the first button when its line goes."""
        while len(self.lines) > count:
            line = self.lines.pop()
            if line.isAncestorOf(line.window().focusWidget() or self):
                self._buttons[0].setFocus()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self.lines) < count:
            line = self._make(len(self.lines))
            line.changed.connect(self.changed)
            line.removed.connect(self.removed)
            self._column.insertWidget(self._column.indexOf(self._buttons[0]), line)
            self.lines.append(line)
            before = self._buttons[0].previousInFocusChain()
            while before.focusPolicy() == Qt.FocusPolicy.NoFocus:
                before = before.previousInFocusChain()
            for part in line.parts:
                QWidget.setTabOrder(before, part)
                before = part

    def settle(self) -> None:
        """Tell what was written last."""
        for field in self.findChildren(TextField):
            field.settle()

    @property
    def is_settled(self) -> bool:
        return all(field.is_settled for field in self.findChildren(TextField))

    def point_out(self, number: int | None, fault: QWidget) -> None:
        """Put what says what is wrong below a line, else at the end; the keyboard that comes here goes there."""
        self._column.removeWidget(fault)
        if number is None or number >= len(self.lines):
            self._column.addWidget(fault)
            self.setFocusProxy(self._buttons[0])
        else:
            self._column.insertWidget(self._column.indexOf(self.lines[number]) + 1, fault)
            self.setFocusProxy(self.lines[number].parts[0])


def focus_last(lines: Sequence[Line]) -> None:
    """Put the keyboard on the last line."""
    if lines:
        lines[-1].parts[0].setFocus()
