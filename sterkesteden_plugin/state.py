# SPDX-License-Identifier: GPL-2.0-or-later
"""The one state: which pack is open and which chapter, city and item are active.

Panel and map both listen to it and neither knows the other. Keys are the stable ids of the content.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .story.model import Chapter, City, Item, Pack


class State(QObject):
    """What is active. A setter called from within a signal of the same kind does nothing.

    `from_map` tells listeners that the user chose on the map, which then need not move. What is `shown` together holds
    until something else is chosen: None while nothing is, () where what was chosen has no items.
    """

    packChanged = pyqtSignal()
    chapterChanged = pyqtSignal(str)
    cityChanged = pyqtSignal(str)
    itemChanged = pyqtSignal(str, bool)
    hereChanged = pyqtSignal()
    shownChanged = pyqtSignal()
    packRenewed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pack: Pack | None = None
        self.path: Path | None = None
        self.chapter: Chapter | None = None
        self.city: City | None = None
        self.item: Item | None = None
        self.here: tuple[str, ...] = ()
        self.shown: tuple[str, ...] | None = None
        self._emitting: set[str] = set()

    @contextmanager
    def _guard(self, name: str) -> Iterator[bool]:
        """Yield whether `name` may be emitted now; released in finally, also after an exception in a listener."""
        if name in self._emitting:
            yield False
            return
        self._emitting.add(name)
        try:
            yield True
        finally:
            self._emitting.discard(name)

    def set_pack(self, pack: Pack | None, path: Path | None) -> None:
        """Open another pack, or none: nothing of it is active yet."""
        self.pack, self.path = pack, path
        self.chapter = self.city = self.item = None
        self.here, self.shown = (), None
        with self._guard("pack") as free:
            if free:
                self.packChanged.emit()

    def renew_pack(self, pack: Pack) -> None:
        """Take the content of the same file again: what is active stays so as far as it is there."""
        if self.pack is None:
            return  # the file was closed meanwhile
        self.pack = pack
        self.chapter = pack.chapter_by_id.get(self.chapter.id) if self.chapter else None
        self.city = pack.city_by_id.get(self.city.id) if self.city else None
        self.item = pack.item_by_id.get(self.item.id) if self.item else None
        self.here = tuple(item for item in self.here if item in pack.item_by_id)
        if self.shown is not None:
            self.shown = tuple(item for item in self.shown if item in pack.item_by_id)
        with self._guard("renewed") as free:
            if free:
                self.packRenewed.emit()

    def set_chapter(self, chapter_id: str) -> None:
        """Make a chapter active; an id the pack does not know is a KeyError.

        Emits also for the active one: the user asks for its view again.
        """
        if self.pack is None:
            return
        chapter = self.pack.chapter_by_id[chapter_id]
        with self._guard("chapter") as free:
            if free:
                self.chapter, self.city, self.item = chapter, None, None
                self.shown = None
                self.chapterChanged.emit(chapter_id)

    def set_city(self, city_id: str) -> None:
        """Make a city active, with no item yet; an id the pack does not know is a KeyError.

        Emits also for the active one.
        """
        if self.pack is None:
            return
        city = self.pack.city_by_id[city_id]
        with self._guard("city") as free:
            if free:
                self.city, self.item = city, None
                self.shown = None
                self.cityChanged.emit(city_id)

    def set_item(self, item_id: str, from_map: bool = False) -> None:
        """Make an item active, and its city with it; "" for none; an id the pack does not know is a KeyError."""
        if self.pack is None:
            return
        item = self.pack.item_by_id[item_id] if item_id else None
        with self._guard("item") as free:
            if free:
                self.item, self.shown = item, None
                if item is not None:
                    self.city = self.pack.city_by_id[item.city]
                self.itemChanged.emit(item_id, from_map)

    def set_shown(self, item_ids: Sequence[str] | None) -> None:
        """Show the places of exactly these items on the map (what is chosen in the matrix), for () of none.

        None: nothing is chosen any more, and all is shown again.
        No single item is active then; chapter and city stay. An id the pack does not know is a KeyError.
        """
        if self.pack is None:
            return
        known = self.pack.item_by_id
        shown = None if item_ids is None else tuple(known[item].id for item in dict.fromkeys(item_ids))
        with self._guard("shown") as free:
            if free:
                self.item, self.shown = None, shown
                self.shownChanged.emit()

    def set_here(self, item_ids: Sequence[str]) -> None:
        """What the user found at a point of the map: item ids, nearest first; may be empty."""
        if self.pack is None:
            return
        with self._guard("here") as free:
            if free:
                self.here, self.shown = tuple(item_ids), None
                self.hereChanged.emit()
