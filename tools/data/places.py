# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the places are: geometry in the CRS of the pack, checked, and the table each place belongs in."""

from __future__ import annotations

from typing import Any

import geopandas
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from sterkesteden_plugin.store.schema import CRS

from .faults import Faults
from .geography import GeographyError, resolve
from .read import Record
from .rows import Row

WGS84 = "EPSG:4326"
# The Netherlands and what borders on it: west, south, east, north in degrees.
REGION = (3.2, 50.6, 8.2, 53.8)
_TABLE_OF = {
    "Point": "plaats_punt",
    "LineString": "plaats_lijn",
    "MultiLineString": "plaats_lijn",
    "Polygon": "plaats_vlak",
    "MultiPolygon": "plaats_vlak",
}
_POINTS = ("stad", "kern", "station", "geen grens")
_LINES = ("verbinding", "weg", "spoorlijn", "vaarweg", "grens", "rand")
_AREAS = ("provincie", "gemeente", "agenda", "netwerk", "invloedsfeer", "wijk", "landschap", "richting")
_ONLY = (
    dict.fromkeys(_POINTS, ("plaats_punt", "point"))
    | dict.fromkeys(_LINES, ("plaats_lijn", "line"))
    | dict.fromkeys(_AREAS, ("plaats_vlak", "area"))
)


def _feature(row: Row) -> dict[str, Any]:
    assert row.record.feature is not None  # every place comes from a GeoJSON file
    return row.record.feature


def _drawn(row: Row, faults: Faults) -> bool:
    """Check the geometry that the file itself holds, if any; return whether it can be used."""
    content = _feature(row)["geometry"]
    if content is None:
        return True
    if row.extra["herkomst"] is not None:
        row.fault(faults, "herkomst", "has a geometry of its own as well; keep one of the two")
        return False
    kind = content.get("type") if isinstance(content, dict) else None
    if not isinstance(kind, str) or kind not in _TABLE_OF:
        message = f"'{kind}' is the wrong geometry type; use {', '.join(_TABLE_OF)} or null"
        row.fault(faults, "geometry", message)
        return False
    try:
        geometry = shape(content)
        empty = geometry.is_empty
    except Exception as error:  # shapely 1.8 and 2 raise kinds of their own, and assertions
        row.fault(faults, "geometry", f"cannot be read as {kind}: {error}")
        return False
    if empty or geometry.has_z:
        row.fault(faults, "geometry", "has height; leave it out" if geometry.has_z else "is empty; use null for none")
        return False
    return _sound(row, geometry, faults) and _inside(row, geometry.bounds, faults)


def _sound(row: Row, geometry: BaseGeometry, faults: Faults) -> bool:
    if geometry.is_valid:
        return True
    row.fault(faults, "geometry", f"is not valid: {explain_validity(geometry)}; draw it again there")
    return False


def _inside(row: Row, bounds: tuple[float, float, float, float], faults: Faults) -> bool:
    west, south, east, north = bounds
    if REGION[0] <= west and REGION[1] <= south and east <= REGION[2] and north <= REGION[3]:
        return True
    swapped = REGION[0] <= south and REGION[1] <= west and north <= REGION[2] and east <= REGION[3]
    hint = "longitude and latitude are swapped" if swapped else "check its coordinates (WGS 84, longitude first)"
    where = f"{west:.4f} {south:.4f} {east:.4f} {north:.4f}"
    row.fault(faults, "geometry", f"lies outside the Netherlands and its border region ({where}); {hint}")
    return False


def has_location(row: Row) -> bool:
    """Whether the sources say where the place is, by a geometry or by what to make it from."""
    return _feature(row)["geometry"] is not None or row.extra["herkomst"] is not None


def _usual(row: Row, faults: Faults) -> None:
    """Rules on what a place says of its geometry."""
    located = has_location(row)
    if located and row.values["geometriebron_id"] is None:
        row.fault(faults, "geometriebron_id", "missing; name the source of the geometry, or eigen-tekening")
    if not located and row.values["geometriebron_id"] is not None:
        row.fault(faults, "geometriebron_id", "a place without geometry has no source of it; leave it out")
    if not located and row.values["toelichting"] is None:
        row.fault(faults, "toelichting", "missing; a place without geometry says why it has none")


def _resolved(
    places: dict[str, dict[str, Any]], by_id: dict[str, Row], villages: list[Record], faults: Faults
) -> dict[str, BaseGeometry]:
    """The geometry of each place; a place of which none can be made is a fault, and unions of it are left out."""
    try:
        return resolve(list(places.values()), [village.values for village in villages])
    except FileNotFoundError as error:
        faults.add("-", "-", "-", str(error))
    except GeographyError as error:
        if error.record_id in places:
            by_id[error.record_id].fault(faults, error.field, error.message)
            _drop(places, error.record_id)
            return _resolved(places, by_id, villages, faults)
        file = villages[0].file if villages else "-"
        faults.add(file, error.record_id, error.field, error.message)
    return {}


def _drop(places: dict[str, dict[str, Any]], place: str) -> None:
    """Leave out a place and the unions that would need it."""
    del places[place]
    for other, content in list(places.items()):
        members = content["herkomst"].get("vereniging") if isinstance(content["herkomst"], dict) else None
        if other in places and isinstance(members, list) and place in members:
            _drop(places, other)


def locate(rows: list[Row], villages: list[Record] | None, faults: Faults) -> geopandas.GeoDataFrame:
    """Geometry of each located place: columns `id`, `tabel` and `geometry`, in the order of `rows`.

    Empty if geometry cannot be made yet, because the places have faults or the villages have (None).
    """
    sound = True
    for row in rows:
        _usual(row, faults)
        sound = _drawn(row, faults) and sound
    by_id = {row.values["id"]: row for row in rows}
    found: dict[str, BaseGeometry] = {}
    before = len(faults)
    if villages is not None and sound and None not in by_id and len(by_id) == len(rows):
        places = {
            place: {"id": place, "geometry": _feature(row)["geometry"], "herkomst": row.extra["herkomst"]}
            for place, row in by_id.items()
        }
        found = _resolved(places, by_id, villages, faults)
    frame = geopandas.GeoDataFrame(
        {"id": list(found), "tabel": ["" for _ in found]}, geometry=list(found.values()), crs=CRS
    )
    if not found:
        return frame
    if len(faults) == before:
        for place in {place for place, row in by_id.items() if has_location(row)} ^ set(found):
            by_id[place].fault(faults, "geometry", "no geometry came of what it says; check geometry and herkomst")
    return _checked(frame, by_id, faults)


def _checked(frame: geopandas.GeoDataFrame, by_id: dict[str, Row], faults: Faults) -> geopandas.GeoDataFrame:
    frame["tabel"] = [_TABLE_OF.get(kind, "") for kind in frame.geom_type]
    bounds = frame.to_crs(WGS84).bounds.itertuples(index=False, name=None)
    for place, table, geometry, around in zip(frame["id"], frame["tabel"], frame.geometry, bounds, strict=True):
        row = by_id[place]
        wanted, word = _ONLY.get(row.values["soort"], (table, ""))
        if not table or table != wanted:
            kind = f"a place of soort '{row.values['soort']}' is a {word}" if table else "use point, line or area"
            row.fault(faults, "geometry", f"{geometry.geom_type} is the wrong geometry type; {kind}")
        _inside(row, around, faults)
    order = {place: number for number, place in enumerate(by_id)}
    return frame.sort_values("id", key=lambda ids: ids.map(order), ignore_index=True)
