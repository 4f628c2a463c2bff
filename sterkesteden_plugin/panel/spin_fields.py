# SPDX-License-Identifier: GPL-2.0-or-later
"""A date and a number in a form: they leave to the form the keys of the form, and to the page the wheel."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QValidator
from qgis.PyQt.QtWidgets import QDateEdit, QSpinBox

from ..dutch import DUTCH
from ..i18n import tr
from .edit_keys import FormField

UNKNOWN = 0  # what a count holds that is not known
_MOST = 1_000_000


class DateField(FormField, QDateEdit):
    """A day, written as in Dutch, with a calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setLocale(DUTCH)
        self.setDisplayFormat("d MMMM yyyy")
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class CountField(FormField, QSpinBox):
    """A number of 1 or more, or nothing where it is not known."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(UNKNOWN, _MOST)
        self.lineEdit().setPlaceholderText(tr("not known"))
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def textFromValue(self, value: int) -> str:
        return "" if value == UNKNOWN else str(value)

    def valueFromText(self, text: str) -> int:
        return int(text) if text.strip() else UNKNOWN

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        digits = text.strip()
        fits = not digits or (digits.isdecimal() and int(digits) <= _MOST)
        return (QValidator.State.Acceptable if fits else QValidator.State.Invalid), text, at
