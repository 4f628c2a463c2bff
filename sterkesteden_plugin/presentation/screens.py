# SPDX-License-Identifier: GPL-2.0-or-later
"""On which screen a presentation stands: that of QGIS at first, then any other that the presenter asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.PyQt.QtGui import QScreen
    from qgis.PyQt.QtWidgets import QWidget

_Screen = TypeVar("_Screen")


def fill_screen_of(window: QWidget, other: QWidget) -> None:
    """Fill the screen on which another window is."""
    screen = _screen_of(other)
    if screen is not None:
        window.setGeometry(screen.geometry())
    window.showFullScreen()


def fill_next_screen(window: QWidget) -> None:
    """Go to the next screen; where there is one only, stay."""
    now = _screen_of(window)
    screen = following(now.virtualSiblings(), now) if now is not None else None
    if screen is not None and screen is not now:
        window.showNormal()  # a window manager moves no window that fills a screen
        window.setGeometry(screen.geometry())
        window.showFullScreen()


def following(screens: Sequence[_Screen], now: _Screen) -> _Screen:
    """The one after this, the first after the last; this one where it is not among them."""
    return screens[(screens.index(now) + 1) % len(screens)] if now in screens else now


def _screen_of(widget: QWidget) -> QScreen | None:
    handle = widget.windowHandle()
    return handle.screen() if handle is not None else None
