# SPDX-License-Identifier: GPL-2.0-or-later
"""OGC API Features, parts 1 (core) and 2 (coordinate systems).

Without being asked a server answers in longitude and latitude, whatever it has itself: so the collection is read first,
Rijksdriehoek is asked for where it has that, and what came is looked at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext, QgsRectangle

from ..i18n import tr
from ..store.datasets import Dataset
from .client import CRS84, PAGE, RD, Client, Parts, also_named, conditions, plausible, text_of
from .errors import Changed, Gone
from .http import Response
from .page import FeaturePage, Wanted

GEOJSON = "application/geo+json, application/json;q=0.9"
_RD_URI = re.compile(r"(?:/EPSG/[^/]*/|EPSG:+)28992$")
_LONLAT_URI = re.compile(r"/OGC/[^/]*/CRS84h?$|OGC:(?:[^:]*:)?CRS84$")
_QUERYABLES = "/rel/ogc/1.0/queryables"


class FeaturesClient(Client):
    """Pages by the links `next`; a choice is put to the server where it says it can, and looked after here anyhow."""

    def pages(self, dataset: Dataset, wanted: Wanted) -> Iterator[FeaturePage]:
        collections = _collections(dataset)
        for one in collections:
            yield from self._pages(one, wanted, len(collections) == 1)

    def _pages(self, dataset: Dataset, wanted: Wanted, is_all: bool) -> Iterator[FeaturePage]:
        """Those of one collection, which `is_all` that is wanted, or not."""
        collection = self._collection(dataset)
        plain = self._query(dataset, collection, wanted)
        choices = conditions(dataset, wanted)
        parts = Parts(self, dataset)
        first = True
        queries = self._queries(dataset, collection, plain, choices)
        # What is said of one question of several, or of what is chosen from here, is not how many there are in all.
        is_whole = is_all and len(queries) == 1 and not (choices and queries[0] is plain)
        for query in queries:
            link: str | None = self._items(dataset, query)
            announced: int | None = None
            while link:
                parts.begin(link)
                answer = self.get(link, GEOJSON)
                collected = self._features(answer)
                features = collected["features"]
                total = _count(collected)
                self.check_total(dataset, total)
                if total is not None:  # the most that was said: what went while it was read shifts the parts
                    announced = max(total, announced or 0)
                parts.add(len(features), answer)
                if first and features:
                    self.check_fields(dataset, {name for feature in features for name in _names(feature)})
                    first = False
                crs = self._crs(answer, features)
                kept = [one for one in features if _is_chosen(dataset, _properties(one), choices)]
                body = answer.body if len(kept) == len(features) else _collection_of(kept)
                yield FeaturePage(body, "GeoJSON", crs, total if is_whole else None, answer.retrieved, answer.url)
                link = _next(collected)
                link = link and parts.next_url(answer.url, link)
            parts.finish(announced)

    def probe(self, dataset: Dataset) -> None:
        for one in _collections(dataset):
            self._probe(one)

    def _probe(self, dataset: Dataset) -> None:
        collection = self._collection(dataset)
        query = self._query(dataset, collection, Wanted())
        answer = self.get(self._items(dataset, {**query, "limit": 1}), GEOJSON)
        features = self._features(answer)["features"]
        if features:
            self.check_fields(dataset, set(_names(features[0])))
        self._crs(answer, features)

    def _items(self, dataset: Dataset, query: Mapping[str, Any]) -> str:
        return self.url("collections", dataset.collection, "items", **query)

    def _collection(self, dataset: Dataset) -> dict[str, Any]:
        """What the service says of it; `crs` is made whole, for it may refer to a list that all collections share."""
        try:
            answer = self.get(self.url("collections", dataset.collection, f="json"))
        except Gone:
            all_of_it = self.object(self.get(self.url("collections", f="json")))
            ids = [str(one.get("id")) for one in all_of_it.get("collections", []) if isinstance(one, dict)]
            raise self.gone(dataset, ids) from None
        collection = self.object(answer)
        known = [str(uri) for uri in collection.get("crs") or ()]
        if "#/crs" in known:
            shared = self.object(self.get(self.url("collections", f="json"))).get("crs") or ()
            known += [str(uri) for uri in shared]
        collection["crs"] = known
        return collection

    def _query(self, dataset: Dataset, collection: Mapping[str, Any], wanted: Wanted) -> dict[str, Any]:
        """All of the question but the choices."""
        rd = next((uri for uri in collection["crs"] if _RD_URI.search(uri)), None)
        query: dict[str, Any] = {"f": "json", "limit": PAGE, "crs": rd}
        if wanted.box:
            box = wanted.box if rd else _in_degrees(wanted.box)
            query["bbox"] = ",".join(f"{value:.3f}" if rd else f"{value:.7f}" for value in box)
            query["bbox-crs"] = rd
        # Where a collection holds several years, the catalogue's day says which; only such a collection has times.
        if dataset.date and (collection.get("extent") or {}).get("temporal"):
            query["datetime"] = f"{dataset.date}T00:00:00Z"
        return query

    def _queries(
        self,
        dataset: Dataset,
        collection: Mapping[str, Any],
        plain: dict[str, Any],
        choices: Mapping[tuple[str, ...], Sequence[str]],
    ) -> list[dict[str, Any]]:
        """One question for each combination of chosen values, or one for all where the server does not choose."""
        if any(len(fields) > 1 for fields in choices) or not choices:
            return [plain]
        askable = self._queryables(collection)
        names = []
        for (field,) in choices:
            name = next((one for one in also_named(dataset, field) if askable is None or one in askable), None)
            if name is None:
                return [plain]
            names.append(name)
        asked = [{**plain, **dict(zip(names, values))} for values in product(*choices.values())]
        if not asked:
            return [plain]
        # Some servers refuse what they cannot choose by, others pass over it and send everything, each time again.
        try:
            tried = self._features(self.get(self._items(dataset, {**asked[0], "limit": 1}), GEOJSON))["features"]
        except Changed:
            return [plain]
        honest = all(_is_chosen(dataset, _properties(one), choices) for one in tried)
        return asked if honest else [plain]

    def _queryables(self, collection: Mapping[str, Any]) -> set[str] | None:
        """By which fields the server can choose; None where it does not say."""
        links = [link for link in collection.get("links") or () if isinstance(link, dict)]
        if not any(str(link.get("rel", "")).endswith(_QUERYABLES) for link in links):
            return None
        try:
            answer = self.object(self.get(self.url("collections", str(collection["id"]), "queryables", f="json")))
        except (Gone, KeyError):
            return None
        return set(answer.get("properties") or ())

    def _features(self, answer: Response) -> dict[str, Any]:
        collected = self.object(answer)
        if not isinstance(collected.get("features"), list):
            raise self.changed(tr("{} sends no features.").format(self.service.name), answer.url)
        return collected

    def _crs(self, answer: Response, features: Iterable[Any]) -> str:
        """In which system the features are. Raises Changed where that is none that was asked, or is not true."""
        said = answer.headers.get("content-crs", "").strip("<> ")
        if not said or _LONLAT_URI.search(said):
            crs = CRS84
        elif _RD_URI.search(said):
            crs = RD
        else:
            raise self.changed(
                tr("{} answers in another coordinate system ({}) than was asked.").format(self.service.name, said),
                answer.url,
            )
        for feature in features:
            geometry = feature.get("geometry") if isinstance(feature, dict) else None
            point = first_point(geometry.get("coordinates")) if isinstance(geometry, dict) else None
            if point and not plausible(crs, *point):
                raise self.changed(
                    tr("{} says that its coordinates are in {}, but they are not: {}, {}.").format(
                        self.service.name, crs, *(f"{value:.7g}" for value in point)
                    ),
                    answer.url,
                )
            if point:
                break
        return crs


def _collections(dataset: Dataset) -> list[Dataset]:
    """A data set may be in several collections, with a space between their names; names of these have none."""
    return [replace(dataset, collection=name) for name in dataset.collection.split()]


def first_point(coordinates: Any) -> tuple[float, float] | None:
    """The first position in the coordinates of a geometry of GeoJSON."""
    while isinstance(coordinates, list) and coordinates:
        if not isinstance(coordinates[0], list):
            if len(coordinates) < 2 or not all(isinstance(value, (int, float)) for value in coordinates[:2]):
                return None
            return coordinates[0], coordinates[1]
        coordinates = coordinates[0]
    return None


def _properties(feature: Any) -> Mapping[str, Any]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _names(feature: Any) -> Iterable[str]:
    yield from _properties(feature)
    if isinstance(feature, dict) and isinstance(feature.get("id"), str):
        yield "id"  # beside the properties; OGR makes a field of it where it is text


def _count(collected: Mapping[str, Any]) -> int | None:
    total = collected.get("numberMatched")
    return total if isinstance(total, int) else None


def _next(collected: Mapping[str, Any]) -> str | None:
    for link in collected.get("links") or ():
        if isinstance(link, dict) and link.get("rel") == "next" and "html" not in str(link.get("type", "")):
            return str(link.get("href", "")) or None
    return None


def _is_chosen(
    dataset: Dataset, properties: Mapping[str, Any], choices: Mapping[tuple[str, ...], Sequence[str]]
) -> bool:
    return all(
        any(text in values for field in fields for text in text_of(properties, also_named(dataset, field)))
        for fields, values in choices.items()
    )


def _collection_of(features: list[Any]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def _in_degrees(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(RD), QgsCoordinateReferenceSystem(CRS84), QgsCoordinateTransformContext()
    )
    found = there.transformBoundingBox(QgsRectangle(*box))
    return found.xMinimum(), found.yMinimum(), found.xMaximum(), found.yMaximum()
