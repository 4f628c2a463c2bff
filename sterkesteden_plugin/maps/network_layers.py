# SPDX-License-Identifier: GPL-2.0-or-later
"""The live layers of the page Network: zones in the colour of their region, flows between them, ties of one zone.

They stand in memory, in a group of their own, known by custom properties. Zones and flows become features once; what
the slider changes are attributes of the zones and the filter of the flows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal, pyqtSlot

from ..i18n import tr
from . import network_styles as styles
from .highlight import Highlight, Mark

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

NETWORK_PROPERTY = "sterkesteden/netwerk"  # its value says which of the layers it is
GROUP, ZONES, FLOWS, TIES = "groep", "zones", "stromen", "banden"
_FIELDS = {
    ZONES: "code:string&field=naam:string&field=gebied:string&field=kleur:string&field=dekking:double"
    "&field=gebied2:string&field=kleur2:string&field=deel2:double&field=midden:integer",
    FLOWS: "van:string&field=naar:string&field=stroom:double&field=aandeel:double&field=breedte:double",
    TIES: "van:string&field=naar:string&field=stroom:double&field=aandeel:double&field=breedte:double"
    "&field=richting:string",
}


@dataclass(frozen=True)
class Zone:
    code: str
    name: str
    geometry: QgsGeometry


@dataclass(frozen=True)
class Fill:
    """How a zone is filled: its region and colour, and where it also is of another region, stripes of that.

    `opacity` is from 0 to 1; `part2` is the part of the area that the stripes take. `centre` says that the name of the
    region stands here.
    """

    region: str
    colour: str
    opacity: float = 1.0
    region2: str = ""
    colour2: str = ""
    part2: float = 0.0
    centre: bool = False


@dataclass(frozen=True)
class Line:
    """A flow; `corners` are well-known binary. `width` is from 0 to 1, `outward` for ties of one zone."""

    origin: str
    destination: str
    flow: float
    share: float
    width: float
    corners: bytes
    outward: bool = True


class NetworkLayers(QObject):
    """On one canvas and in one project. `chosen` tells a zone that the user selected on the map."""

    chosen = pyqtSignal(str)

    def __init__(self, project: QgsProject, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._canvas = canvas
        self._crs = QgsCoordinateReferenceSystem()
        self._zones: dict[str, Zone] = {}
        self._ids: dict[str, int] = {}  # code to id of the feature
        self._lines: tuple[Line, ...] = ()
        self._least = 0.0
        self._layers: dict[str, QgsVectorLayer] = {}
        self._filled: Mapping[str, Fill] = {}
        self._highlight: Highlight | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._sweep)

    def close(self) -> None:
        """Take the layers out of the project: without the page nothing keeps them up to date."""
        if self._highlight is not None:
            self._highlight.close()
            self._highlight = None
        if sip.isdeleted(self._project):
            return
        layers, self._layers, self._ids = self._layers, {}, {}
        if ZONES in layers and not sip.isdeleted(layers[ZONES]):
            layers[ZONES].selectionChanged.disconnect(self._tell_chosen)
        self._soon.stop()
        self._sweep()

    def sweep(self) -> None:
        """Take away what a project was saved with, as soon as it is read.

        Of a layer that goes while a project is read QGIS 3.22 keeps a pointer, and dies when the project is saved.
        """
        self._soon.start()

    @pyqtSlot()
    def _sweep(self) -> None:
        if sip.isdeleted(self._project):
            return
        mine = {one.id() for one in self._layers.values() if not sip.isdeleted(one)}
        marked = (one.id() for one in self._project.mapLayers().values() if one.customProperty(NETWORK_PROPERTY))
        self._project.removeMapLayers([one for one in marked if one not in mine])
        for node in self._groups():
            if not mine.intersection(node.findLayerIds()):
                node.parent().removeChildNode(node)

    def forget(self) -> None:
        """Another project: what was there is gone with the one before."""
        self._layers, self._ids = {}, {}

    # What is shown

    def set_zones(self, zones: Sequence[Zone], crs: QgsCoordinateReferenceSystem) -> None:
        """These zones from now on; geometries are in `crs`."""
        if crs == self._crs and self._zones == {zone.code: zone for zone in zones} and self._has_layers():
            return
        self._zones, self._crs = {zone.code: zone for zone in zones}, crs
        self._lines, self._filled = (), {}
        self.close()
        if zones:
            self._build()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """All flows that may be shown; which are is said by `show`."""
        self._lines = tuple(lines)
        self._replace(FLOWS, [_feature(line, []) for line in self._lines])

    def show(self, fills: Mapping[str, Fill], least: float) -> None:
        """Fill the zones, and draw the flows with at least this share (0 to 1)."""
        if not self._has_layers():
            self._rebuild()
        layer = self._layers.get(ZONES)
        if layer is None:
            return
        changes = {}
        for code, id_ in self._ids.items():
            fill = fills.get(code)
            if fill != self._filled.get(code, _UNKNOWN):
                changes[id_] = _attributes(fill)
        self._filled = dict(fills)
        if changes:
            layer.dataProvider().changeAttributeValues(changes)
            layer.triggerRepaint()
        self._filter(least)

    def show_ties(self, title: str, lines: Sequence[Line]) -> None:
        """Draw the ties of one zone; the other flows step back as long as there are any."""
        layer = self._layers.get(TIES)
        if layer is None:
            return
        layer.setName(title or tr("Commuting of one municipality"))
        self._replace(TIES, [_feature(line, ["uit" if line.outward else "in"]) for line in lines])
        self._set_checked(TIES, bool(lines))
        self._layers[FLOWS].setOpacity(0.25 if lines else 1.0)

    def mark(self, code: str) -> None:
        """Mark a zone, "" for none."""
        zone = self._zones.get(code)
        if self._highlight is None and zone is not None:
            self._highlight = Highlight(self._canvas, self._crs, self)
        if self._highlight is not None:
            self._highlight.show([Mark(zone.geometry, "exact")] if zone is not None else [])

    def set_visible(self, on: bool) -> None:
        """Turn the group on or off."""
        for node in self._groups():
            node.setItemVisibilityChecked(on)

    def bring_into_view(self, codes: Iterable[str]) -> None:
        """Show these zones, if the first is not in view."""
        wanted = [self._zones[code] for code in codes if code in self._zones]
        if not wanted:
            return
        to_canvas = QgsCoordinateTransform(self._crs, self._canvas.mapSettings().destinationCrs(), self._project)
        try:
            first = to_canvas.transformBoundingBox(wanted[0].geometry.boundingBox())
            if self._canvas.extent().contains(first.center()):
                return
            box = QgsRectangle()
            for zone in wanted:
                box.combineExtentWith(zone.geometry.boundingBox())
            box = to_canvas.transformBoundingBox(box)
        except QgsCsException:
            return
        box.scale(1.2)
        self._canvas.setExtent(box)
        self._canvas.refresh()

    def layer(self, which: str) -> QgsVectorLayer | None:
        """One of the layers, None where it is not there."""
        found = self._layers.get(which)
        return None if found is None or sip.isdeleted(found) else found

    # Building

    def _has_layers(self) -> bool:
        return bool(self._layers) and all(not sip.isdeleted(one) for one in self._layers.values())

    def _rebuild(self) -> None:
        """The user took a layer out of the project: all come again."""
        if self._zones:
            lines = self._lines
            self.close()
            self._filled = {}
            self._build()
            self.set_lines(lines)

    def _build(self) -> None:
        kinds = {QgsWkbTypes.geometryType(zone.geometry.wkbType()) for zone in self._zones.values()}
        areas = QgsWkbTypes.GeometryType.PolygonGeometry in kinds
        shape = "MultiPolygon" if areas else "MultiPoint"
        titles = {TIES: tr("Commuting of one municipality"), FLOWS: tr("Flows"), ZONES: tr("Regions")}
        group = self._project.layerTreeRoot().insertGroup(0, tr("Network (live)"))
        group.setCustomProperty(NETWORK_PROPERTY, GROUP)
        for which, title in titles.items():
            geometry = shape if which == ZONES else "LineString"
            layer = QgsVectorLayer(f"{geometry}?field={_FIELDS[which]}", title, "memory")
            layer.setCrs(self._crs)
            layer.setCustomProperty(NETWORK_PROPERTY, which)
            layer.setCustomProperty("skipMemoryLayersCheck", 1)  # or QGIS asks at its end whether they may be lost
            layer.setReadOnly(True)
            self._layers[which] = layer
            self._project.addMapLayer(layer, False)
            node = group.addLayer(layer)
            node.setExpanded(False)
            node.setItemVisibilityChecked(which != TIES)
        styles.style_zones(self._layers[ZONES], areas)
        styles.style_flows(self._layers[FLOWS])
        styles.style_ties(self._layers[TIES])
        self._fill_zones()
        self._layers[ZONES].selectionChanged.connect(self._tell_chosen)
        self._least = -1.0

    def _fill_zones(self) -> None:
        features = []
        for zone in self._zones.values():
            feature = QgsFeature()
            geometry = QgsGeometry(zone.geometry)
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
            feature.setAttributes([zone.code, zone.name, *_attributes(None).values()])
            features.append(feature)
        added = self._layers[ZONES].dataProvider().addFeatures(features)[1]
        self._ids = {feature.attribute(0): feature.id() for feature in added}
        self._layers[ZONES].updateExtents()

    def _replace(self, which: str, features: list[QgsFeature]) -> None:
        layer = self._layers.get(which)
        if layer is None or sip.isdeleted(layer):
            return
        provider = layer.dataProvider()
        provider.truncate()
        provider.addFeatures(features)
        layer.updateExtents()
        layer.triggerRepaint()

    def _filter(self, least: float) -> None:
        if least != self._least:
            self._least = least
            styles.filter_flows(self._layers[FLOWS], least)

    def _set_checked(self, which: str, on: bool) -> None:
        node = self._project.layerTreeRoot().findLayer(self._layers[which].id())
        if node is not None:
            node.setItemVisibilityChecked(on)

    def _groups(self) -> list[QgsLayerTreeGroup]:
        found = self._project.layerTreeRoot().findGroups(True)
        return [node for node in found if node.customProperty(NETWORK_PROPERTY) == GROUP]

    @pyqtSlot()
    def _tell_chosen(self) -> None:
        layer = self.layer(ZONES)
        found = next(iter(layer.getSelectedFeatures()), None) if layer is not None else None
        if found is not None:
            self.chosen.emit(found["code"])


_UNKNOWN = Fill("?", "?")


def _attributes(fill: Fill | None) -> dict[int, object]:
    if fill is None:
        return {2: "", 3: "", 4: 0.0, 5: "", 6: "", 7: 0.0, 8: 0}
    return {
        2: fill.region,
        3: fill.colour,
        4: fill.opacity,
        5: fill.region2,
        6: fill.colour2,
        7: fill.part2,
        8: int(fill.centre),
    }


def _feature(line: Line, more: list[object]) -> QgsFeature:
    feature = QgsFeature()
    geometry = QgsGeometry()
    geometry.fromWkb(line.corners)
    feature.setGeometry(geometry)
    values = [line.origin, line.destination, line.flow, line.share, line.width]
    feature.setAttributes([*values, *more])
    return feature
