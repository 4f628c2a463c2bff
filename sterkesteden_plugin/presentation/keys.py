# SPDX-License-Identifier: GPL-2.0-or-later
"""The keys of a presentation, among them those that clickers send (Page Up, Page Down, B, the full stop)."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent

from ..i18n import tr

_K = Qt.Key
NEXT, BACK, FIRST, LAST, NEXT_PART, PREVIOUS_PART = "next", "back", "first", "last", "next_part", "previous_part"
AGAIN, DIM, LEGEND, TEXT, LARGER, SMALLER = "again", "dim", "legend", "text", "larger", "smaller"
UP, DOWN, BLACK, MOTION, SCREEN, HELP, END = "up", "down", "black", "motion", "screen", "help", "end"
PAGE_UP, PAGE_DOWN = "page_up", "page_down"  # through the text of a slide, at its end to another slide

_PLAIN = {
    **dict.fromkeys((_K.Key_Right, _K.Key_Down, _K.Key_Space, _K.Key_N), NEXT),
    **dict.fromkeys((_K.Key_Left, _K.Key_Up, _K.Key_Backspace, _K.Key_P), BACK),
    _K.Key_PageDown: PAGE_DOWN,
    _K.Key_PageUp: PAGE_UP,
    _K.Key_Home: FIRST,
    _K.Key_End: LAST,
    **dict.fromkeys((_K.Key_Return, _K.Key_Enter, _K.Key_F5), AGAIN),  # some clickers begin with F5
    _K.Key_D: DIM,
    _K.Key_L: LEGEND,
    _K.Key_T: TEXT,
    **dict.fromkeys((_K.Key_Plus, _K.Key_Equal), LARGER),
    **dict.fromkeys((_K.Key_Minus, _K.Key_Underscore), SMALLER),
    **dict.fromkeys((_K.Key_B, _K.Key_Period), BLACK),
    _K.Key_M: MOTION,
    _K.Key_S: SCREEN,
    **dict.fromkeys((_K.Key_F1, _K.Key_Question), HELP),
    _K.Key_Escape: END,
}
_CTRL = {
    **dict.fromkeys((_K.Key_Right, _K.Key_Down, _K.Key_PageDown), NEXT_PART),
    **dict.fromkeys((_K.Key_Left, _K.Key_Up, _K.Key_PageUp), PREVIOUS_PART),
    **dict.fromkeys((_K.Key_Plus, _K.Key_Equal), LARGER),
    _K.Key_Minus: SMALLER,
}
_SHIFT = {
    **dict.fromkeys((_K.Key_Down, _K.Key_PageDown), DOWN),
    **dict.fromkeys((_K.Key_Up, _K.Key_PageUp), UP),
}
_SIGNS = {_K.Key_Plus, _K.Key_Equal, _K.Key_Underscore, _K.Key_Question, _K.Key_Period}  # with Shift on some keyboards
_REPEATED = {LARGER, SMALLER, UP, DOWN}  # while a key is held down; steps would run away


def action_of(event: QKeyEvent) -> str:
    """What a key asks for; "" for what is none of the presentation's."""
    key, held = event.key(), event.modifiers()
    if held & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return ""
    if held & Qt.KeyboardModifier.ControlModifier:
        return _CTRL.get(key, "")
    if held & Qt.KeyboardModifier.ShiftModifier:
        return _SHIFT.get(key) or (_PLAIN[key] if key in _SIGNS else "")
    return _PLAIN.get(key, "")


def counts(event: QKeyEvent, action: str) -> bool:
    """Whether this press of a key counts, or only says that the key is still held down."""
    return not event.isAutoRepeat() or action in _REPEATED


def explained() -> list[tuple[str, str]]:
    """The keys and what they do, for the presenter to read."""
    return [
        (tr("Right, Down, Space"), tr("Next slide")),
        (tr("Left, Up, Backspace"), tr("Previous slide")),
        (tr("Page Down, Page Up"), tr("On through the text, then to the next or previous slide")),
        (tr("Ctrl+Right, Ctrl+Left"), tr("Next or previous chapter")),
        (tr("Home, End"), tr("First or last slide")),
        (tr("Enter"), tr("Show the view of the slide again")),
        (tr("Shift+Down, Shift+Up"), tr("Scroll the text")),
        (tr("+, −"), tr("Larger or smaller text")),
        ("T", tr("Text on or off")),
        ("L", tr("Legend on or off")),
        ("D", tr("Dim what the slide is not about")),
        (tr("B, full stop"), tr("Black screen")),
        ("M", tr("Fly to a view, or go there at once")),
        ("S", tr("Go to the next screen")),
        ("F1, ?", tr("Show or hide the keys")),
        ("Esc", tr("End the presentation")),
    ]
