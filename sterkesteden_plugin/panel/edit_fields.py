# SPDX-License-Identifier: GPL-2.0-or-later
"""The fields of a form: a label, what is written or chosen, and below it what is wrong with it.

Undoing is the edit buffer's, so the fields have none of their own: they tell what was written once the user pauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption, QWheelEvent
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import tr
from .edit_keys import FormField
from .look import em
from .text_view import Paragraph, Style, TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAUSE = 600  # milliseconds without a key, after which what was written is one step to undo
_FAULT = Style(0.9, bold=True, above=0.1)


class TextField(FormField, QPlainTextEdit):
    """Plain text that wraps; as high as its text, between two numbers of lines. Enter makes no line where `single`."""

    written = pyqtSignal(str)

    def __init__(self, least: int = 1, most: int = 6, single: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most, self._single = least, most, single
        self._shown = ""  # what the record holds
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._pause.timeout.connect(self.settle)
        self.textChanged.connect(self._note)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """What is written, to the letter: `toPlainText` would make plain spaces of those that do not break."""
        return self._as_shown(self.document().toRawText())

    def _as_shown(self, text: str) -> str:
        """A text as the field has it, which knows one way only to end a line."""
        for mark in ("\r\n", "\r", "\u2029", "\ufdd0", "\ufdd1"):
            text = text.replace(mark, "\n")
        return text.replace("\n", " ") if self._single else text

    def set_text(self, text: str) -> None:
        """Show what the record holds; the cursor stays where it can."""
        if self._pause.isActive() and text == self._shown:
            return  # what is being written is not told yet, and the record holds what it held
        self._pause.stop()
        self._shown = text
        shown = self.text()
        if self._as_shown(text) == shown:
            return
        if self.hasFocus() and text == shown.strip():
            return  # the record holds it without the space after which the user goes on writing
        at = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(self.text())))
        self.setTextCursor(cursor)
        self._fit()

    def settle(self) -> None:
        """Tell what was written, if it is anything new."""
        self._pause.stop()
        text = self.text()
        if text != self._as_shown(self._shown):
            self._shown = text
            self.written.emit(text)

    @property
    def is_settled(self) -> bool:
        return not self._pause.isActive()

    def _note(self) -> None:
        self._pause.start()

    def _fit(self, *_size: object) -> None:
        line = self.fontMetrics().lineSpacing()
        count = self.document().size().height()  # of a QPlainTextEdit in lines
        lines = max(self._least, min(self._most, round(count)))
        # The last line of a paragraph is as high as the font, which may be more than from line to line.
        last = max(0, self.fontMetrics().height() - line) * min(self.blockCount(), lines)
        margins = 2 * round(self.document().documentMargin()) + 2 * self.frameWidth()
        self.setFixedHeight(lines * line + last + margins + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_pause"):
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._single and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, unless the text is longer than the field and being written in."""
        if self.hasFocus() and self.verticalScrollBar().maximum() > 0:
            QPlainTextEdit.wheelEvent(self, event)
        else:
            super().wheelEvent(event)


class ChoiceField(QComboBox):
    """One of some values; the wheel scrolls the page and never chooses."""

    chosen = pyqtSignal(str)

    def __init__(self, values: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_values(values)
        self.activated.connect(self._tell)

    def set_values(self, values: Sequence[tuple[str, str]]) -> None:
        """Offer these: what is kept, and what is read."""
        self.clear()
        for value, label in values:
            self.addItem(label, value)

    def set_value(self, value: str) -> None:
        """Show a value, also one that is not offered."""
        if self.findData(value) < 0:
            self.addItem(value, value)
        self.setCurrentIndex(self.findData(value))

    def value(self) -> str:
        return str(self.currentData() or "")

    def _tell(self, *_index: object) -> None:
        self.chosen.emit(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Labelled(QWidget):
    """A field with its label above and its fault below."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._said = ""
        self.label = QLabel(label, self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(field)
        self.fault = TextView(tr("What is wrong"), self)
        self.fault.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fault.hide()
        field.setAccessibleName(label.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.label, field, self.fault):
            column.addWidget(widget)

    def set_fault(self, sentence: str) -> None:
        """Say what is wrong, also to a screen reader; "" for nothing."""
        self._said = sentence
        self.fault.set_content([Paragraph(sentence, _FAULT)] if sentence else [])
        self.field.setAccessibleDescription(sentence)

    @property
    def said(self) -> str:
        return self._said
