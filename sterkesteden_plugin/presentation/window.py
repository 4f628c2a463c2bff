# SPDX-License-Identifier: GPL-2.0-or-later
"""Telling a story to a room: a full-screen window with a map of its own and the text of the slide beside it.

Nothing of QGIS is changed: what the user had in view, their layers and windows are there again when it closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal, pyqtSlot
from qgis.PyQt.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QApplication, QHBoxLayout, QWidget

from ..i18n import tr
from ..panel import wording
from ..story import links, slides
from . import keys
from .bar import Bar
from .motion import Motion
from .overlays import BlackScreen, KeysHelp
from .screens import fill_next_screen, fill_screen_of
from .stage import Stage
from .told import Ground, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsGeometry

    from ..maps.tree import StoryTree
    from ..state import State
    from ..story.slides import Slide

SIZE_SETTING = "SterkeSteden/presentation/size"
_PAGES = {keys.PAGE_DOWN: (1, keys.NEXT), keys.PAGE_UP: (-1, keys.BACK)}
_TEXT_SHARE = 0.36  # of the width
_SMALLEST, _LARGEST, _STEP = 0.6, 2.4, 1.1


class PresentationWindow(QWidget):
    """Presents one story or one city. `ended` tells that it was closed, whoever closed it."""

    ended = pyqtSignal()
    stepped = pyqtSignal(int)  # a slide is on its way: its text is there, the map has set off

    def __init__(
        self,
        main_window: QWidget,
        canvas: Any,
        state: State,
        tree: StoryTree,
        geometries: Callable[[], dict[str, QgsGeometry]],
        project: QgsProject | None = None,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("SterkeStedenPresentation")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._main_window = main_window
        self._focused = QApplication.focusWidget()
        self._state = state
        self._make: Callable[[], tuple[Slide, ...]] = tuple
        self._slides: tuple[Slide, ...] = ()
        self._at = 0
        self._scale = _read_scale()
        self._closed = False
        self._motion = Motion(self)
        self.stage = Stage(canvas, project or QgsProject.instance(), tree, geometries, self)
        self.told = Told(self)
        self.bar = Bar(self)
        self.black = BlackScreen(self)
        self.help = KeysHelp(self)
        self.side = Ground("side", self)
        self.side.column.setContentsMargins(0, 0, 0, 0)
        self.side.column.setSpacing(0)
        self.side.column.addWidget(self.told, 1)
        self.side.column.addWidget(self.bar)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.stage, 1)
        line.addWidget(self.side)
        self.bar.set_checked(keys.LEGEND, True)
        self.bar.asked.connect(self.do)
        self.told.linkActivated.connect(self._follow_link)
        state.packRenewed.connect(self._renew)
        state.packChanged.connect(self.close)

    # Starting and ending

    def present_story(self, story: str, first: str = "") -> None:
        """Present a story, from the slide of a chapter or item on if one is named."""
        self._start(lambda: slides.story_slides(self._pack, story), first)

    def present_city(self, city: str) -> None:
        """Present one city."""
        self._start(lambda: slides.city_slides(self._pack, city), "")

    def _start(self, make: Callable[[], tuple[Slide, ...]], first: str) -> None:
        self._make = make
        self._slides = make() if self._state.pack is not None else ()
        if not self._slides:
            self.close()
            return
        self._at = slides.position_of(self._slides, first)
        self._come_up()
        self._show(flies=False)

    def _come_up(self) -> None:
        """Fill the screen on which QGIS is."""
        fill_screen_of(self, self._main_window)
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of everything, and give the keyboard back to where it was."""
        super().closeEvent(event)
        if self._closed:
            return
        self._closed = True
        self._state.packRenewed.disconnect(self._renew)
        self._state.packChanged.disconnect(self.close)
        self.stage.close_map()
        focused = self._focused if self._focused is not None and not sip.isdeleted(self._focused) else None
        if focused is not None:
            focused.window().activateWindow()  # a panel of QGIS may be a window of its own
            focused.setFocus()
        elif not sip.isdeleted(self._main_window):
            self._main_window.activateWindow()
        self.ended.emit()

    # What the presenter does

    @pyqtSlot(str)
    def do(self, action: str) -> None:
        """Do what a key or button asks for, as in keys.py."""
        steps = {
            keys.NEXT: self._at + 1,
            keys.BACK: self._at - 1,
            keys.FIRST: 0,
            keys.LAST: len(self._slides) - 1,
            keys.NEXT_PART: slides.next_part(self._slides, self._at) if self._slides else 0,
            keys.PREVIOUS_PART: slides.previous_part(self._slides, self._at) if self._slides else 0,
        }
        if action in _PAGES:
            by, otherwise = _PAGES[action]
            if not self.black.isVisible() and self.told.has_more(by):
                self.told.scroll_by(by)
                return
            action = otherwise
        if action in steps:
            self.black.hide()
            self._step_to(steps[action])
            return
        acts: dict[str, Callable[[], object]] = {
            keys.AGAIN: lambda: self.stage.show_again(self._motion.flies),
            keys.DIM: self._toggle_dimming,
            keys.LEGEND: self._toggle_legend,
            keys.TEXT: lambda: self.side.setVisible(not self.side.isVisible()),
            keys.LARGER: lambda: self._resize_text(_STEP),
            keys.SMALLER: lambda: self._resize_text(1 / _STEP),
            keys.UP: lambda: self.told.scroll_by(-1),
            keys.DOWN: lambda: self.told.scroll_by(1),
            keys.BLACK: lambda: self._cover(self.black, not self.black.isVisible()),
            keys.SCREEN: lambda: fill_next_screen(self),
            keys.MOTION: lambda: self._motion.choose(not self._motion.flies),
            keys.HELP: lambda: self._show_help(not self.help.isVisible()),
            keys.END: self._leave,
        }
        acts[action]()

    def _step_to(self, at: int) -> None:
        at = max(0, min(at, len(self._slides) - 1))
        if at != self._at:
            self._at = at
            self._show(self._motion.flies)

    def _show(self, flies: bool) -> None:
        slide, pack = self._slides[self._at], self._pack
        self.told.show_slide(slide, pack)
        self.bar.show_position(self._at, len(self._slides))
        self.setWindowTitle(tr("Presentation: {}").format(wording.one_line(slide.title)))
        self.stage.show_slide(slide, pack, flies)
        self.stepped.emit(self._at)

    @property
    def _pack(self) -> Any:
        return self._state.pack

    @property
    def at(self) -> int:
        """Number of the slide, from 0."""
        return self._at

    @property
    def slide(self) -> Slide:
        return self._slides[self._at]

    @pyqtSlot(str, str)
    def _follow_link(self, kind: str, target: str) -> None:
        if kind == links.PLACE:
            self.stage.show_place(target, self._motion.flies)
        else:
            self.stage.show_layer(target, self._motion.flies)

    @pyqtSlot()
    def _renew(self) -> None:
        """The file has other content: tell it, from the same slide on."""
        key = self.slide.key
        self._slides = self._make() if self._pack is not None else ()
        if not self._slides:
            self.close()
            return
        found = slides.position_of(self._slides, key)
        self._at = found if self._slides[found].key == key else min(self._at, len(self._slides) - 1)
        self._show(flies=False)

    def _toggle_dimming(self) -> None:
        on = not self.stage.shade.on
        self.stage.shade.set_on(on)
        self.bar.set_checked(keys.DIM, on)

    def _toggle_legend(self) -> None:
        wanted = not self.stage.legend.wanted
        self.stage.set_legend(wanted)
        self.bar.set_checked(keys.LEGEND, wanted)

    def _show_help(self, shown: bool) -> None:
        self.bar.set_checked(keys.HELP, shown)
        self._cover(self.help, shown)

    def _cover(self, overlay: QWidget, shown: bool) -> None:
        overlay.setVisible(shown)
        self._arrange()
        if shown:
            overlay.raise_()

    def _leave(self) -> None:
        """Esc first takes away what covers the slide."""
        if self.black.isVisible():
            self.black.hide()
        elif self.help.isVisible():
            self._show_help(False)
        else:
            self.close()

    # Sizes

    def _resize_text(self, by: float) -> None:
        self._scale = max(_SMALLEST, min(_LARGEST, self._scale * by))
        QgsSettings().setValue(SIZE_SETTING, self._scale)
        self._set_sizes()

    def _set_sizes(self) -> None:
        """Letters as large as the screen allows: about thirty lines high."""
        letter = max(11, round(min(self.height() / 44, self.width() / 68) * self._scale))
        small = max(10, round(min(self.height() / 62, self.width() / 96)))
        self.side.setFixedWidth(round(self.width() * _TEXT_SHARE))
        self.told.set_font_size(letter)
        self.stage.set_font_size(small)
        self.help.set_font_size(small + 2)
        font = self.bar.font()
        font.setPixelSize(small)
        self.bar.setFont(font)
        self._arrange()

    def _arrange(self) -> None:
        self.black.setGeometry(self.rect())
        self.help.adjustSize()
        self.help.move((self.width() - self.help.width()) // 2, (self.height() - self.help.height()) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_sizes()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the presentation before QGIS takes them for its own actions."""
        if event.type() == QEvent.Type.ShortcutOverride and keys.action_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = keys.action_of(event)
        if not action:
            super().keyPressEvent(event)
        elif keys.counts(event, action):
            self.do(action)


def _read_scale() -> float:
    try:
        return max(_SMALLEST, min(_LARGEST, float(QgsSettings().value(SIZE_SETTING, 1.0))))
    except (TypeError, ValueError):
        return 1.0
