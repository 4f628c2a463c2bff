# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of a presentation: a canvas of its own, so that the user's map, layers and tools stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, QPointF, QRectF, QSize, QTimer, pyqtSignal, pyqtSlot
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QWidget

from ..i18n import tr
from ..maps.drawn import DrawnPlaces
from ..maps.framing import frame_of
from ..maps.highlight import Highlight, Mark
from ..maps.spotlight import Spotlight
from ..store.schema import CRS
from .corner import free_corner
from .dimming import Shade
from .flight import Flight
from .legend import Legend, entries
from .notes import canvas_like, note_on
from .shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qgis.core import QgsMapLayer

    from ..maps.tree import StoryTree
    from ..story.model import Pack
    from ..story.slides import Slide

_PATIENCE = 2000  # ms that the legend waits for a map that is drawn; a base map may take much longer
_EDGE = 16  # pixels between what stands on the map and its edge


class Stage(QWidget):
    """Shows slides. `started` tells that the map is on its way, `arrived` that it is there."""

    started = pyqtSignal()
    arrived = pyqtSignal()

    def __init__(
        self,
        model: QgsMapCanvas,
        project: QgsProject,
        tree: StoryTree,
        geometries: Callable[[], dict[str, QgsGeometry]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tree = tree
        self._shown = Shown(project, tree)
        self._drawn = DrawnPlaces(project, tree)
        self._read: dict[str, QgsGeometry] = {}  # the geometries for which it knows the places
        self._geometries = geometries
        self._crs = QgsCoordinateReferenceSystem(CRS)
        self._pack: Pack | None = None
        self._slide: Slide | None = None
        self._chosen = 0  # corner of the legend
        self._added: list[str] = []  # layers that a link of the slide showed
        self._linked: list[str] = []  # and places
        self._extent = QgsRectangle()  # what is to be in view, in the CRS of the canvas
        self.canvas = canvas_like(model, self)
        self._tool = QgsMapToolPan(self.canvas)
        self.canvas.setMapTool(self._tool)
        self.flight = Flight(self.canvas, self)
        self.spotlight = Spotlight(self.canvas, self)
        self.shade = Shade(self.canvas, self._crs)
        self.highlight = Highlight(self.canvas, self._crs, self)
        self.legend = Legend(self)
        self.credit = note_on("credit", self)
        self.notice = note_on("notice", self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._white = QTimer(self)  # runs while the map may have nothing to show yet
        self._white.setSingleShot(True)
        self._white.setInterval(_PATIENCE)
        self._white.timeout.connect(self._settle.start)
        self.canvas.mapCanvasRefreshed.connect(self._appear)
        self._settle.timeout.connect(self._light)
        self._settle.timeout.connect(self._fill_legend)
        self.flight.started.connect(self.started)
        self.flight.arrived.connect(self._finish)
        self.canvas.extentsChanged.connect(self._follow_hand)
        self._changes = (project.layersRemoved, project.layerTreeRoot().layerOrderChanged)
        for change in self._changes:  # also of the user's own layers
            change.connect(self.refresh_layers)

    def close_map(self) -> None:
        """Let go of the project and of all that is drawn."""
        for change in self._changes:
            change.disconnect(self.refresh_layers)
        self._settle.stop()
        self._white.stop()
        self.flight.stop()
        self.spotlight.close()
        self.highlight.close()
        self.canvas.unsetMapTool(self._tool)
        self.canvas.stopRendering()
        self.canvas.setLayers([])

    def show_slide(self, slide: Slide, pack: Pack, flies: bool) -> None:
        """Show exactly what a slide is about."""
        self._pack, self._slide, self._added, self._linked = pack, slide, [], []
        self.spotlight.veil(slide.item is not None)  # what it is about comes to light when the map is there
        self.highlight.show(self._marks(slide.marked))
        self.shade.set_places(self._marks(slide.places))
        self._extent = self._extent_of(slide)
        self._go(flies)

    def show_again(self, flies: bool) -> None:
        """Show the slide as it was at first."""
        if self._slide is not None and self._pack is not None:
            self.show_slide(self._slide, self._pack, flies)

    def show_place(self, place_id: str, flies: bool) -> None:
        """Mark a place beside what the slide marks, and go there."""
        slide = self._slide
        if slide is None or place_id not in self._geometries():
            return
        self._linked = [place_id]
        self.highlight.show(self._marks((*slide.marked, place_id)))
        self.shade.set_places(self._marks((*slide.places, place_id)))
        self._extent = self._around([place_id])
        self._go(flies)

    def show_layer(self, layer_id: str, flies: bool) -> None:
        """Show a layer beside those of the slide; go to it where nothing of it is in view."""
        if self._slide is None or self._pack is None:
            return
        if layer_id not in self._added:
            self._added.append(layer_id)
        layer = self._tree.layer(layer_id, self._pack.id)
        if layer is not None:
            box = self._to_canvas(layer.extent(), layer.crs())
            self._extent = self.canvas.extent() if self.canvas.extent().intersects(box) else box
        self._go(flies)

    @pyqtSlot()
    def refresh_layers(self) -> None:
        """Layers of the project came or went."""
        if self._slide is not None:
            self.flight.set_layers(self._layers())
            self._tell()
            self._settle.start()

    # What is shown

    def _go(self, flies: bool) -> None:
        self._tell()
        if not flies:  # a flight has its picture
            self._white.start()
            self.legend.show_entries((), self.size())
        self.flight.go(self._extent, self._layers(), flies)

    def _layers(self) -> list[QgsMapLayer]:
        if self._pack is None or self._slide is None:
            return []
        return self._shown.layers(self._pack, self._slide, self._added)

    def _marks(self, place_ids: Iterable[str]) -> list[Mark]:
        found, pack = self._geometries(), self._pack
        if pack is None:
            return []
        known = (place for place in dict.fromkeys(place_ids) if place in found and place in pack.place_by_id)
        return [Mark(found[place], pack.place_by_id[place].certainty) for place in known]

    def _extent_of(self, slide: Slide) -> QgsRectangle:
        if slide.box is not None:
            return self._to_canvas(QgsRectangle(*slide.box), self._crs)
        return self._around(slide.view)

    def _around(self, place_ids: Iterable[str]) -> QgsRectangle:
        """The extent of places with some room; where none has a geometry, the map stays."""
        box = frame_of(place_ids, self._geometries())
        return self.canvas.extent() if box is None else self._to_canvas(box, self._crs)

    def _to_canvas(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
        settings = self.canvas.mapSettings()
        transform = QgsCoordinateTransform(crs, settings.destinationCrs(), settings.transformContext())
        try:
            return transform.transformBoundingBox(box)
        except QgsCsException:
            return self.canvas.extent()

    # What stands on the map

    def _tell(self) -> None:
        """Whose base map it is, and which layers of the slide are missing."""
        pack, slide = self._pack, self._slide
        if pack is None or slide is None:
            return
        credits = self._shown.credits(pack, self._layers())
        self.credit.set_text("© " + ", ".join(credits) if credits else "")
        missing = ", ".join(self._shown.missing(pack, slide, self._added))
        self.notice.set_text(tr("Missing in this project: {}").format(missing) if missing else "")
        self._arrange()

    @pyqtSlot()
    def _finish(self) -> None:
        self._settle.start()
        self.arrived.emit()

    @pyqtSlot()
    def _appear(self) -> None:
        if self._white.isActive():
            self._white.stop()
            self._settle.start()

    @pyqtSlot()
    def _follow_hand(self) -> None:
        """The presenter moved the map, or it flies: the legend follows when it is still."""
        if not self.flight.flying:
            self._settle.start()

    @pyqtSlot()
    def _light(self) -> None:
        """Of an item show nothing but its places and its city; what a link added is shown beside the rest."""
        if self.flight.flying or (slide := self._slide) is None:
            return
        if slide.item is None or slide.city is None or self._added:
            self.spotlight.veil(False)
            return
        if self._read is not self._geometries():
            self._read = self._geometries()
            self._drawn.forget()
        lit = (*slide.places, slide.city.place, *self._linked)
        self.spotlight.show(self._drawn.drawing(self._layers(), lit, None))

    @pyqtSlot()
    def _fill_legend(self) -> None:
        if self.flight.flying or self._white.isActive() or not self.isVisible():
            return
        line = self.legend.fontMetrics().height()
        size = QSize(round(line * 1.6), round(line * 1.1))
        found = entries(self._layers(), self.canvas.mapSettings(), size, self.devicePixelRatioF(), self._about())
        self.legend.show_entries(found, self.size() - QSize(2 * _EDGE, 2 * _EDGE))
        self._arrange()

    def _about(self) -> set[str] | None:
        """The places that the legend explains: of an item its own and the cities, of a chapter all in view."""
        if self._pack is None or self._slide is None or self._slide.item is None or self._added:
            return None
        return {*self._slide.places, *(city.place for city in self._pack.cities)}

    def set_legend(self, wanted: bool) -> None:
        self.legend.set_wanted(wanted)
        self._arrange()

    def set_font_size(self, pixels: int) -> None:
        """Size of the letters on the map; with it grow its own symbols and names."""
        for widget, share in ((self.legend, 0.85), (self.notice, 1.0), (self.credit, 0.8)):
            font = self.font()
            font.setPixelSize(max(9, round(pixels * share)))
            widget.setFont(font)
        self._settle.start()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.canvas.setGeometry(self.rect())
        if self._slide is not None:
            self.flight.go(self._extent, self._layers(), False)
        self._arrange()

    def _arrange(self) -> None:
        """The legend stands at the left below, the credit at the right below, what is missing above."""
        room = max(1, self.width() - 2 * _EDGE)
        for note in (self.credit, self.notice):
            note.fit(room)
            note.raise_()
        self.legend.setMaximumWidth(room)
        self.legend.adjustSize()
        self.legend.raise_()
        self.credit.move(self.width() - self.credit.width(), self.height() - self.credit.height())
        self.notice.move((self.width() - self.notice.width()) // 2, _EDGE)
        if not self.flight.flying:
            self.legend.move(self._corner())

    def _corner(self) -> QPoint:
        """Where the legend covers least of what the slide is about; it stays where it is if others are no better."""
        size = self.legend.size()
        right = max(_EDGE, self.width() - size.width() - _EDGE)
        bottom = max(_EDGE, self.height() - size.height() - _EDGE)
        above_credit = max(_EDGE, bottom - self.credit.height())
        corners = [QPoint(_EDGE, bottom), QPoint(right, above_credit), QPoint(right, _EDGE), QPoint(_EDGE, _EDGE)]
        self._chosen = free_corner(corners, size, self._boxes_in_pixels(), self._chosen)
        return corners[self._chosen]

    def _boxes_in_pixels(self) -> list[QRectF]:
        """Where the cities and each part of the places of the slide are in the window."""
        if self._pack is None or self._slide is None:
            return []
        to_pixel, found = self.canvas.getCoordinateTransform(), self._geometries()
        boxes = []
        for place in (*(city.place for city in self._pack.cities), *self._slide.places):
            for part in found[place].constParts() if place in found else ():
                box = self._to_canvas(part.boundingBox(), self._crs)
                first = to_pixel.transform(box.xMinimum(), box.yMaximum())
                last = to_pixel.transform(box.xMaximum(), box.yMinimum())
                corners = QRectF(QPointF(first.x(), first.y()), QPointF(last.x(), last.y()))
                boxes.append(corners.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))
        return boxes
