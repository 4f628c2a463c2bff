# SPDX-License-Identifier: GPL-2.0-or-later
"""ArcGIS REST on loopback, in the shape of Esri's documentation: a listing with folders, layers, and /query."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.services.servers.faults import Answer, LoopbackServer, Request

TITLE = "Omgevingsvisie 2018 - Harde grens stad en land"
_IN = re.compile(r"(\w+) IN \(([^)]*)\)")


class ArcGisServer(LoopbackServer):
    """The data set stands in a folder, under a name that is not its title; a listed service is stopped."""

    def __init__(self, count: int = 5) -> None:
        super().__init__()
        self.rows = [
            {"OBJECTID": number + 1, "NAAM": "Assen" if number % 2 == 0 else "Meppel's rand"} for number in range(count)
        ]
        self.formats = "JSON, geoJSON, PBF"
        self.pagination = True
        self.page = 2
        self.wkid = 28992
        self.total: int | None = None
        self.shift = 0.0  # to where the coordinates are not
        self.starts_over = False
        self.layer_name = TITLE
        self.name_field = "NAAM"

    @property
    def base(self) -> str:
        return f"{self.url}/server/rest/services"

    def answer(self, request: Request) -> Answer:
        path = request.path[len("/server/rest/services") :].strip("/")
        if path == "":
            listed = [{"name": "Basiskaart", "type": "MapServer"}, {"name": "Adressen", "type": "GeocodeServer"}]
            return _json({"currentVersion": 10.91, "folders": ["GDB_actueel", "37", "Intern"], "services": listed})
        if path == "GDB_actueel":
            listed = [
                {"name": "GDB_actueel/GBI_STOP_L", "type": "MapServer"},
                {"name": "GDB_actueel/GBI_OV18_RAND_L", "type": "MapServer"},
            ]
            return _json({"folders": [], "services": listed})
        if path == "37":
            return _json({"folders": [], "services": []})
        if path == "Basiskaart/MapServer":
            return _json({"mapName": "Layers", "layers": [{"id": 0, "name": "Wegen", "subLayerIds": None}]})
        if path.startswith("GDB_actueel/GBI_STOP_L/MapServer"):
            return _error(500, "Service GDB_actueel/GBI_STOP_L/MapServer not started")
        if path == "GDB_actueel/GBI_OV18_RAND_L/MapServer":
            group = {"id": 0, "name": "Visie", "subLayerIds": [1, 2]}
            layers = [group, {"id": 1, "name": "Kernen", "subLayerIds": None}]
            layers.append({"id": 2, "name": self.layer_name, "subLayerIds": None})
            return _json({"mapName": "Layers", "layers": layers})
        if path == "GDB_actueel/GBI_OV18_RAND_L/MapServer/2":
            return _json(self._layer())
        if path == "GDB_actueel/GBI_OV18_RAND_L/MapServer/2/query":
            return self._query(request.query)
        if path.startswith("Intern"):
            return _error(499, "Token Required")
        return _error(404, "Item not found")

    def _layer(self) -> dict[str, Any]:
        fields = [
            {"name": "OBJECTID", "type": "esriFieldTypeOID"},
            {"name": self.name_field, "type": "esriFieldTypeString"},
        ]
        return {
            "id": 2,
            "name": self.layer_name,
            "geometryType": "esriGeometryPolyline",
            "maxRecordCount": self.page,
            "supportedQueryFormats": self.formats,
            "advancedQueryCapabilities": {"supportsPagination": self.pagination},
            "objectIdField": "OBJECTID",
            "fields": fields,
        }

    def _query(self, query: dict[str, str]) -> Answer:
        rows = self.rows
        for field, values in _IN.findall(query.get("where", "")):
            wanted = [one.strip()[1:-1].replace("''", "'") for one in values.split(",")]
            rows = [row for row in rows if row.get("NAAM" if field == self.name_field else field) in wanted]
        if query.get("returnCountOnly") == "true":
            return _json({"count": len(rows) if self.total is None else self.total})
        if "resultOffset" in query and not self.pagination:
            return _error(400, "Pagination is not supported.")
        start = 0 if self.starts_over else int(query.get("resultOffset", 0))
        part = rows[start : start + self.page]
        more = self.starts_over or start + self.page < len(rows)
        if query["f"] == "geojson":
            return _json(self._geojson(part, more))
        content: dict[str, Any] = {
            "geometryType": "esriGeometryPolyline",
            "features": [self._esri(row) for row in part],
        }
        content["fields"] = self._layer()["fields"]
        content["spatialReference"] = {"wkid": self.wkid, "latestWkid": self.wkid}
        if more:
            content["exceededTransferLimit"] = True
        return _json(content)

    def _geojson(self, rows: list[dict[str, Any]], more: bool) -> dict[str, Any]:
        features = [
            {
                "type": "Feature",
                "id": row["OBJECTID"],
                "geometry": {"type": "LineString", "coordinates": self._path(row)},
                "properties": {"OBJECTID": row["OBJECTID"], self.name_field: row["NAAM"]},
            }
            for row in rows
        ]
        content: dict[str, Any] = {"type": "FeatureCollection", "features": features}
        content["crs"] = {"type": "name", "properties": {"name": f"EPSG:{self.wkid}"}}
        if more:
            content["properties"] = {"exceededTransferLimit": True}
        return content

    def _esri(self, row: dict[str, Any]) -> dict[str, Any]:
        attributes = {"OBJECTID": row["OBJECTID"], self.name_field: row["NAAM"]}
        return {"attributes": attributes, "geometry": {"paths": [self._path(row)]}}

    def _path(self, row: dict[str, Any]) -> list[list[float]]:
        x, y = 232_000.0 + 500 * row["OBJECTID"] + self.shift, 555_000.0 + self.shift
        return [[x, y], [x + 400, y + 100]]


def _json(value: Any) -> Answer:
    return Answer(json.dumps(value).encode(), "application/json; charset=utf-8")


def _error(code: int, message: str) -> Answer:
    """As ArcGIS says that something is wrong: with status 200."""
    return _json({"error": {"code": code, "message": message, "details": []}})
