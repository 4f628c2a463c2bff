# SPDX-License-Identifier: GPL-2.0-or-later
"""OGC API Features on loopback, in the shape of the standard (17-069r4, 18-058r1), that can be made to lie.

What a sane server says is proven by pygeoapi; this one is for what a sane server never says.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.services.servers.faults import Answer, LoopbackServer, Request

RD = "http://www.opengis.net/def/crs/EPSG/0/28992"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
GEOJSON = "application/geo+json"


class OgcApiServer(LoopbackServer):
    """One collection `wijken`. What is changed in the attributes is what the next answers say."""

    def __init__(self, count: int = 5) -> None:
        super().__init__()
        self.features = [feature(number) for number in range(count)]
        self.crs = [CRS84, RD]
        self.shared_crs: list[str] = []
        self.content_crs: str | None = f"<{RD}>"
        self.total: int | None = None
        self.next: Callable[[Request], str | None] = self._next
        self.temporal: dict[str, Any] | None = None
        self.queryables: list[str] | None = None
        self.filters = True  # whether it chooses by properties; else it passes over them
        self.page = 2  # features in one answer, whatever is asked

    def answer(self, request: Request) -> Answer:
        if request.path == "/ogc/v1/collections":
            return _json({"collections": [{"id": "wijken"}, {"id": "buurten"}], "crs": self.shared_crs, "links": []})
        if request.path == "/ogc/v1/collections/wijken":
            return _json(self._collection())
        if request.path == "/ogc/v1/collections/wijken/queryables" and self.queryables is not None:
            return _json({"type": "object", "properties": {name: {"type": "string"} for name in self.queryables}})
        if request.path == "/ogc/v1/collections/wijken/items":
            return self._items(request)
        return _json({"code": "NotFound"}, 404)

    @property
    def base(self) -> str:
        return f"{self.url}/ogc/v1"

    def _collection(self) -> dict[str, Any]:
        links = []
        if self.queryables is not None:
            rel = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
            links = [{"rel": rel, "href": f"{self.base}/collections/wijken/queryables"}]
        extent = {"spatial": {"bbox": [[3, 50, 8, 54]]}, **({"temporal": self.temporal} if self.temporal else {})}
        return {"id": "wijken", "title": "Wijken", "links": links, "crs": self.crs, "storageCrs": RD, "extent": extent}

    def _chosen(self, request: Request) -> list[dict[str, Any]]:
        asked = {name: value for name, value in request.query.items() if name in (self.features[0]["properties"] or ())}
        if not self.filters or not asked:
            return self.features
        return [one for one in self.features if all(one["properties"][name] == asked[name] for name in asked)]

    def _items(self, request: Request) -> Answer:
        start = int(request.query.get("offset", 0))
        rows = self._chosen(request)[start : start + min(self.page, int(request.query["limit"]))]
        following = self.next(request)
        links = [{"rel": "self", "href": request.target}]
        if following:
            links.append({"rel": "next", "type": GEOJSON, "href": following})
        content: dict[str, Any] = {"type": "FeatureCollection", "features": rows, "links": links}
        if self.total is not None:
            content["numberMatched"] = self.total
        headers = {} if self.content_crs is None else {"Content-Crs": self.content_crs}
        return Answer(json.dumps(content).encode(), GEOJSON, headers=headers)

    def _next(self, request: Request) -> str | None:
        start = int(request.query.get("offset", 0)) + self.page
        if start >= len(self._chosen(request)):
            return None
        query = "&".join(f"{name}={value}" for name, value in request.query.items() if name != "offset")
        return f"{self.base}/collections/wijken/items?{query}&offset={start}"


def feature(number: int, x: float = 233_000.0, y: float = 557_000.0) -> dict[str, Any]:
    """A wijk of municipality GM0106 (even numbers) or GM0114 (odd ones)."""
    ring = [[x, y], [x + 100, y], [x + 100, y + 100], [x, y + 100], [x, y]]
    return {
        "type": "Feature",
        "id": number,
        "geometry": {"type": "Polygon", "coordinates": [[[one + number * 100, other] for one, other in ring]]},
        "properties": {
            "wijkcode": f"WK0106{number:02}",
            "wijknaam": f"Wijk {number}",
            "gemeentecode": "GM0114" if number % 2 else "GM0106",
            "aantal_inwoners": 1000 + number,
        },
    }


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(json.dumps(value).encode(), "application/json", status)
