# SPDX-License-Identifier: GPL-2.0-or-later
"""Ties the map to the state: what is active is shown. The way back is in selection.py."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsGeometry,
    QgsMessageLog,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSlot

from ..store.errors import StoreError
from ..store.geometries import read_geometries
from ..store.schema import CRS
from ..story.view import in_view, located
from .drawn import DrawnPlaces
from .framing import frame_of
from .highlight import Highlight, Mark
from .own_layers import OwnLayers
from .selection import MapSelection
from .spotlight import Spotlight
from .tree import StoryTree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from ..state import State
    from ..story.model import City, PlaceLink

LOG = "Sterke Steden"


class MapLink(QObject):
    """Listens to the state, and shows it on one canvas."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, state: State, tree: StoryTree) -> None:
        super().__init__()
        self._canvas = canvas
        self._project = project
        self._state = state
        self._tree = tree
        self._crs = QgsCoordinateReferenceSystem(CRS)
        self._geometries: dict[str, QgsGeometry] = {}
        self._city = ""  # whose layers are shown
        self._stamp: object = None  # of the file that the geometries were read from
        self._marking: Callable[[], Iterable[str]] = tuple  # gives the places that are marked, also when they change
        self._drawn = DrawnPlaces(project, tree)
        self._own = OwnLayers(project)
        self._spotlight = Spotlight(canvas, self)
        self._selection = MapSelection(project, state, tree, self)
        self.highlight = Highlight(canvas, self._crs, self)
        state.packChanged.connect(self._follow_pack)
        state.chapterChanged.connect(self._show_chapter)
        state.cityChanged.connect(self._show_city)
        state.itemChanged.connect(self._show_item)
        state.shownChanged.connect(self._show_items)
        state.hereChanged.connect(self._follow_here)
        state.packRenewed.connect(self._follow_renewal)
        canvas.layersChanged.connect(self._light)
        project.cleared.connect(self._follow_cleared)

    def close(self) -> None:
        """Let go of the canvas, the state and the layers."""
        self._state.packChanged.disconnect(self._follow_pack)
        self._state.chapterChanged.disconnect(self._show_chapter)
        self._state.cityChanged.disconnect(self._show_city)
        self._state.itemChanged.disconnect(self._show_item)
        self._state.shownChanged.disconnect(self._show_items)
        self._state.hereChanged.disconnect(self._follow_here)
        self._state.packRenewed.disconnect(self._follow_renewal)
        self._selection.close()
        if not sip.isdeleted(self._canvas):
            self._canvas.layersChanged.disconnect(self._light)
        self._spotlight.close()
        if not sip.isdeleted(self._project):
            self._project.cleared.disconnect(self._follow_cleared)
        self.highlight.close()

    def geometries(self) -> dict[str, QgsGeometry]:
        """Return the geometry of every located place of the pack, in the CRS of the schema.

        They are read again when the file has changed; while it cannot be read, those read before serve.
        """
        path, stamp = self._state.path, self._file_stamp()
        if path is not None and stamp != self._stamp:
            try:
                self._geometries = read_geometries(path)
                self._stamp = stamp
            except StoreError as error:
                QgsMessageLog.logMessage(error.message, LOG, Qgis.MessageLevel.Warning, notifyUser=False)
        return self._geometries

    def show_home(self) -> None:
        """Show the whole area of the pack, nothing marked."""
        if self._state.pack is not None:
            self._clear()
            self._zoom([self._state.pack.area])

    def show_place(self, place_id: str) -> None:
        """Mark a place, a point of a workshop, or all points of a workshop (by its id), drawn and in view.

        What has no location does nothing.
        """
        if any(place in self.geometries() for place in self._shown_by(place_id)):
            self._turn_on_layers_of(self._shown_by(place_id))
            self._mark(lambda: self._shown_by(place_id))
            self._zoom(self._shown_by(place_id))

    def marked(self) -> list[str]:
        """The places that are marked now."""
        return [place for place in dict.fromkeys(self._marking()) if place in self.geometries()]

    def _shown_by(self, key: str) -> list[str]:
        """The points of a workshop; anything else is itself."""
        workshops = self._state.pack.workshops if self._state.pack is not None else ()
        return next(([point.id for point in found.points] for found in workshops if found.id == key), [key])

    def _follow_pack(self) -> None:
        self._geometries, self._stamp = {}, None
        self._city = ""
        self._drawn.forget()
        self._own.forget()
        self._clear()

    def _follow_cleared(self) -> None:
        self._own.forget()
        self._clear()

    def _clear(self) -> None:
        self._mark(tuple)

    def _follow_renewal(self) -> None:
        """The file has other content: draw it, and what is marked where it is now."""
        self._tree.redraw()
        self._mark(self._marking)

    def _follow_here(self) -> None:
        """Something else was found on the map than the items that were shown together."""
        if self._marking == self._places_of_shown:
            self._clear()

    def _show_chapter(self, chapter_id: str) -> None:
        pack = self._state.pack
        chapter = pack.chapter_by_id[chapter_id]
        self._tree.show_layers(pack, chapter.layers)
        self._city = ""
        if chapter.captured:
            self._own.show(pack, chapter)
            self._mark(lambda: self._places_of_chapter(chapter_id))
        else:
            self._own.give_back()
            self._clear()  # the layers of the chapter show its places
        if chapter.extent is not None:
            self._zoom([chapter.extent])
        elif chapter.box is not None:
            self._zoom_to(QgsRectangle(*chapter.box))

    def _show_city(self, city_id: str) -> None:
        pack = self._state.pack
        city = pack.city_by_id[city_id]
        self._show_layers_of(city)
        self._mark(lambda: [city.place])
        self._zoom([city.area, city.place])

    def _show_item(self, item_id: str, from_map: bool) -> None:
        item = self._state.pack.item_by_id.get(item_id)
        if item is not None and not from_map and item.city != self._city:
            self._show_layers_of(self._state.pack.city_by_id[item.city])
        self._mark(lambda: self._places_of([item_id]))
        if not from_map:
            self._zoom(self._near([item_id]))

    def _show_items(self) -> None:
        """Show exactly the places of the items that the state shows: marked, and all else under a veil."""
        self._turn_on_layers_of(self._places_of_shown())
        self._mark(self._places_of_shown)
        self._zoom(self._near(self._state.shown or ()))

    def _places_of_shown(self) -> list[str]:
        return self._places_of(self._state.shown or ())

    def _places_of(self, item_ids: Iterable[str]) -> list[str]:
        """The places that these items name, each once."""
        return list(dict.fromkeys(link.place.id for link in self._links_of(item_ids)))

    def _near(self, item_ids: Iterable[str]) -> tuple[str, ...]:
        """Those of them that must be in view."""
        return in_view(self._links_of(item_ids))

    def _links_of(self, item_ids: Iterable[str]) -> Iterator[PlaceLink]:
        known = self._state.pack.item_by_id if self._state.pack is not None else {}
        return (link for item in item_ids if item in known for link in known[item].places)

    def _places_of_chapter(self, chapter_id: str) -> tuple[str, ...]:
        known = self._state.pack.chapter_by_id if self._state.pack is not None else {}
        return located(known[chapter_id].places) if chapter_id in known else ()

    def _turn_on_layers_of(self, place_ids: Iterable[str]) -> None:
        """Turn on layers until each of these places is drawn by one; none is turned off."""
        found = [place for place in place_ids if place in self.geometries()]
        if found:
            self._city = ""  # a single item brings the layers of its city again
            self._drawn.turn_on(self._state.pack, found, self._file_stamp())

    def _file_stamp(self) -> tuple[Path | None, int | None, int | None]:
        """By which a change of the file is seen."""
        path = self._state.path
        return path, _changed(path), _changed(f"{path}-wal")

    def _show_layers_of(self, city: City) -> None:
        """Show the layers of the city's chapter; while the user stays with the city, what is on is theirs to choose."""
        pack = self._state.pack
        self._city = city.id
        self._own.give_back()
        if city.chapter is not None:
            self._tree.show_layers(pack, pack.chapter_by_id[city.chapter].layers)

    def _mark(self, marking: Callable[[], Iterable[str]]) -> None:
        """Mark the places that `marking` gives, and nothing else."""
        self._marking = marking
        found = self.geometries() if self._state.pack is not None else {}
        wanted = ((place, self._certainty(place)) for place in dict.fromkeys(marking()) if place in found)
        self.highlight.show(Mark(found[place], certainty) for place, certainty in wanted if certainty)
        self._light()

    @pyqtSlot()
    def _light(self) -> None:
        """Lay the veil over all but the places that are shown together; over everything where these have none."""
        together = self._state.shown is not None and self._marking == self._places_of_shown
        places = self.marked() if together else []
        layers = self._drawn.visible(self._state.pack) if places else ()
        found = self._drawn.drawing(layers, places, self._file_stamp())
        if found:
            self._spotlight.show(found)
        else:
            self._spotlight.veil(together)

    def _certainty(self, place_id: str) -> str:
        """How certain a place is; what a workshop marked itself is exact; "" for what the pack does not know."""
        pack = self._state.pack
        if pack is None:
            return ""
        if place_id in pack.place_by_id:
            return pack.place_by_id[place_id].certainty
        return "exact" if any(place_id == point.id for one in pack.workshops for point in one.points) else ""

    def _zoom(self, place_ids: Iterable[str]) -> None:
        box = frame_of(place_ids, self.geometries())
        if box is not None:
            self._zoom_to(box)

    def _zoom_to(self, box: QgsRectangle) -> None:
        """Bring a rectangle in the CRS of the schema into view."""
        try:
            self._canvas.setReferencedExtent(QgsReferencedRectangle(box, self._crs))
        except QgsCsException:
            return  # the canvas shows a part of the world into which these places do not fit
        self._canvas.refresh()


def _changed(path: Path | str | None) -> int | None:
    """When a file was last changed; None where it is not there."""
    try:
        return os.stat(path).st_mtime_ns if path is not None else None
    except OSError:
        return None
