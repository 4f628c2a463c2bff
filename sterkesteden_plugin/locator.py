# SPDX-License-Identifier: GPL-2.0-or-later
"""Cities, items, chapters and places in QGIS's own search bar (Ctrl+K), with "ss" before what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult, QgsSettings
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon

from . import paths
from .i18n import tr
from .panel.found_rows import FoundRows, group_name
from .story import entries, search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .finder import Finder
    from .state import State

PREFIX = "ss"
MOST = 50
_FEW = 3  # letters without prefix; with fewer, everything would be found beside what QGIS itself finds
_NAME = "sterkesteden"
# Where QGIS keeps the prefix that a user gave to a filter: before 3.30, and since.
_SETTINGS = (f"gui/locator_filters/prefix_{_NAME}", f"locator-filters/items/{_NAME}/prefix")
_KINDS = (entries.CITY, entries.ITEM, entries.CHAPTER, entries.PLACE)


class StoryLocator(QgsLocatorFilter):
    """Made in the thread of the window, as QGIS clones and prepares it; each clone fetches in a thread of its own.

    QGIS takes it over at `register` and deletes it at `deregisterLocatorFilter`.
    """

    opened = pyqtSignal(bool)  # true: what was chosen is active now, and is to be seen in the panel
    placeRequested = pyqtSignal(str)

    def __init__(self, state: State, finder: Finder) -> None:
        super().__init__()
        self._state = state
        self._finder = finder
        self._icon = QIcon(paths.icon("sterkesteden"))
        self._pack = state.pack
        self._index = finder.index

    def name(self) -> str:
        return _NAME

    def displayName(self) -> str:
        return tr("Sterke Steden")

    def clone(self) -> StoryLocator:
        return StoryLocator(self._state, self._finder)

    def prepare(self, string: str, context: QgsLocatorContext) -> list[str]:
        """Note what is open, in the thread of the window: the thread that fetches looks at nothing else."""
        self._pack, self._index = self._state.pack, self._finder.index
        return []

    def fetchResults(self, string: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        pack, index = self._pack, self._index
        if pack is None or index is None or not (context.usingPrefix or len(string.strip()) >= _FEW):
            return  # the index is there within a second after a pack was opened
        rows, wanted = FoundRows(pack), search.words(string)
        groups: dict[str, int] = {}
        for number, entry in enumerate(self._entries(index, string)):
            if number == MOST or feedback.isCanceled():
                return
            row = rows.row(entry, wanted)
            if entry.kind == entries.PLACE and not row.opens:
                continue  # no source says where it is
            result = QgsLocatorResult(self, row.title, f"{entry.kind}/{entry.id}")
            result.description = " – ".join(filter(None, (row.detail, row.extra)))
            result.icon = self._icon
            result.group = group_name(entry.group)
            result.score = 1 - number / MOST
            if hasattr(result, "groupScore"):  # since QGIS 3.40, which else puts groups in the order of the alphabet
                result.groupScore = -groups.setdefault(entry.group, len(groups))
            self.resultFetched.emit(result)

    def _entries(self, index: search.Index, string: str) -> Iterator[entries.Entry]:
        """What is found, best first; the cities where only the prefix was typed."""
        if not string.strip():
            return (entry for entry in index.entries if entry.kind == entries.CITY)
        return (entry for entry in index.find(string) if entry.kind in _KINDS)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Go there. QGIS asks this of the filter that was registered, in the thread of the window."""
        kind, _, key = str(result.userData).partition("/")
        state, pack = self._state, self._state.pack
        if pack is None:
            return
        if kind == entries.PLACE and key in pack.place_by_id:
            items = [item.id for item in pack.items_at_place.get(key, ())]
            if items:
                state.set_here(items)
                self.opened.emit(True)
            self.placeRequested.emit(key)  # after that: what is marked is the place alone
        elif kind == entries.CITY and key in pack.city_by_id:
            state.set_city(key)
            self.opened.emit(True)
        elif kind == entries.CHAPTER and key in pack.chapter_by_id:
            state.set_chapter(key)
            self.opened.emit(True)
        elif kind == entries.ITEM and key in pack.item_by_id:
            state.set_item(key)
            self.opened.emit(True)


def register(one: StoryLocator, registering: Callable[[QgsLocatorFilter], None]) -> None:
    """Give the filter to QGIS, by its `registerLocatorFilter`.

    QGIS keeps prefixes of two letters to itself, unless the user asks for one in the options. It reads these when it
    registers: there the prefix stands just as long. One that the user chose stays.
    """
    settings = QgsSettings()
    free = [key for key in _SETTINGS if not settings.contains(key)]
    for key in free:
        settings.setValue(key, PREFIX)
    try:
        registering(one)
    finally:
        for key in free:
            settings.remove(key)
