# SPDX-License-Identifier: GPL-2.0-or-later
"""The keys of a form: those of its own, which no field takes from it, and the wheel, which is the page's."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QWheelEvent

_PANEL_KEYS = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Save,
)
_Field: Any = object  # to the type checker what FormField stands beside: a field of Qt


def is_panel_key(event: QKeyEvent) -> bool:
    """Whether a key belongs to the form rather than to a field of it or to QGIS."""
    return event.key() == Qt.Key.Key_Escape or any(event.matches(key) for key in _PANEL_KEYS) or is_redo(event)


def is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Shift+Z, and what else means it on this system."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.matches(QKeySequence.StandardKey.Redo) or (event.key() == Qt.Key.Key_Z and event.modifiers() == both)


def is_claim(event: QEvent) -> bool:
    """Whether QGIS asks if a key of the form is wanted, before it takes it for an action of its own."""
    return event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_panel_key(event)


class FormField(_Field):
    """Stands before the class of a field, which then leaves to the form its keys, and to the page the wheel."""

    def event(self, event: QEvent) -> bool:
        if is_claim(event):
            event.ignore()
            return False
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_panel_key(event) or event.modifiers() == Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
