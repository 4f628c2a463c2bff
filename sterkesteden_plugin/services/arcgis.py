# SPDX-License-Identifier: GPL-2.0-or-later
"""ArcGIS REST: a layer of a map or feature service, asked part by part by resultOffset.

Which service has a data set is not always known; then it is looked for by its title in the server's listing. A server
says what is wrong with status 200 and an object `error`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..i18n import tr
from ..store.datasets import Dataset
from .address import redacted
from .client import CRS84, PAGE, RD, Client, Parts, conditions, plausible, sentence, smaller
from .errors import Changed, Gone, ServiceError, Unreachable
from .features import first_point
from .http import Response, elsewhere
from .page import FeaturePage, Wanted

MAX_SERVICES = 400  # that are looked into for a title
_LOGIN = (401, 403, 498, 499)
_KINDS = ("MapServer", "FeatureServer")
_LAYER = re.compile(r"/(?:Map|Feature)Server/\d+$")
_WORD = re.compile(r"[^\W_]{3,}|\d+")


class ArcGisClient(Client):
    """Asks GeoJSON of layers that can give it, else Esri's own JSON."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._found: dict[str, str] = {}  # path of the layer of a title

    def pages(self, dataset: Dataset, wanted: Wanted) -> Iterator[FeaturePage]:
        path = self._path(dataset)
        layer = self._layer(dataset, path)
        driver = "GeoJSON" if "geojson" in str(layer.get("supportedQueryFormats", "")).lower() else "ESRIJSON"
        query = self._query(dataset, layer, wanted, "geojson" if driver == "GeoJSON" else "json")
        asked = {name: value for name, value in query.items() if name in ("where", "geometry", "geometryType", "inSR")}
        counted = self._said(self.get(self.url(path, "query", **asked, returnCountOnly="true", f="json")))
        total = counted.get("count") if isinstance(counted.get("count"), int) else None
        self.check_total(dataset, total)
        pages_at_all = bool((layer.get("advancedQueryCapabilities") or {}).get("supportsPagination"))
        parts = Parts(self, dataset)
        start = 0
        while True:
            offset = {"resultOffset": start, "resultRecordCount": PAGE} if pages_at_all else {}
            answer = self.get(self.url(path, "query", **query, **offset))
            said = self._said(answer)
            features = said.get("features")
            if not isinstance(features, list):
                raise self.changed(tr("{} sends no features.").format(self.service.name), answer.url)
            crs = _crs_of(said, features) if driver == "GeoJSON" else _esri_crs(said)
            self._check_place(crs, features, answer)
            if features:
                parts.begin(_mark(features[0]))
            parts.add(len(features), answer)
            yield FeaturePage(answer.body, driver, crs, total, answer.retrieved, answer.url)
            start += len(features)
            # Some servers do not say in GeoJSON that there is more.
            if not features or not (_exceeded(said) or start < (total or 0)):
                break
            if not pages_at_all:
                raise ServiceError(
                    tr("{} gives only the first {} features of “{}”.").format(self.service.name, start, dataset.title),
                    smaller(dataset),
                )
        parts.finish(total)

    def probe(self, dataset: Dataset) -> None:
        self._layer(dataset, self._path(dataset))

    # -- finding

    def _path(self, dataset: Dataset) -> str:
        """The path of the layer under the address of the service: as the catalogue says, or where its title is."""
        if _LAYER.search(dataset.collection):
            return dataset.collection
        if dataset.collection not in self._found:
            self._found[dataset.collection] = self._search(dataset)
        return self._found[dataset.collection]

    def _search(self, dataset: Dataset) -> str:
        """Look at the services whose name is most like the title first."""
        wanted = _words(dataset.collection)
        services = sorted(self._listing(), key=lambda one: -len(wanted & _words(one)))
        for service in services[:MAX_SERVICES]:
            try:
                about = self._said(self.get(self.url(service, f="json")))
            except Unreachable:
                raise
            except ServiceError:
                continue  # one that is stopped, or that not everybody may see, is listed all the same
            layers = [one for one in about.get("layers") or () if isinstance(one, dict) and not one.get("subLayerIds")]
            document = (about.get("documentInfo") or {}).get("Title")
            titles = _words(f"{service} {about.get('mapName')} {document} {about.get('serviceDescription')}")
            for layer in layers:
                if wanted <= _words(str(layer.get("name"))) or (wanted <= titles and len(layers) == 1):
                    return f"{service}/{layer.get('id')}"
            if wanted <= titles and layers:
                # The service is the one; of its layers the one whose name has most of the title.
                best = max(layers, key=lambda one: len(wanted & _words(str(one.get("name")))))
                return f"{service}/{best.get('id')}"
        raise self.gone(dataset, services)

    def _listing(self) -> list[str]:
        """All services of the server, those in folders too, as paths."""
        top = self._said(self.get(self.url(f="json")))
        listings = [top]
        for folder in top.get("folders") or ():
            try:
                listings.append(self._said(self.get(self.url(str(folder), f="json"))))
            except Unreachable:
                raise
            except ServiceError:
                continue  # a folder that not everybody may see
        return [
            f"{one['name']}/{one['type']}"
            for listing in listings
            for one in listing.get("services") or ()
            if isinstance(one, dict) and one.get("type") in _KINDS and one.get("name")
        ]

    def _layer(self, dataset: Dataset, path: str) -> dict[str, Any]:
        layer = self._said(self.get(self.url(path, f="json")))
        self.check_fields(dataset, _fields(layer))
        return layer

    def _said(self, answer: Response) -> dict[str, Any]:
        """The object of an answer. Raises Gone or Changed where it is an error."""
        said = self.object(answer)
        error = said.get("error")
        if not isinstance(error, dict):
            return said
        code, text = error.get("code"), str(error.get("message") or "").strip()
        details = (redacted(answer.url), str(error))
        if code in _LOGIN:
            raise ServiceError(
                tr("{} does not let you in (answer {}).").format(self.service.name, code),
                tr("Choose an authentication configuration of QGIS with which you may use this service."),
                details,
            )
        if code in (404, 410):
            raise Gone(tr("What was asked is not at {} any more.").format(self.service.name), elsewhere(), details)
        raise Changed(tr("{} refuses: {}").format(self.service.name, sentence(text or str(code))), elsewhere(), details)

    # -- asking

    def _query(self, dataset: Dataset, layer: Mapping[str, Any], wanted: Wanted, form: str) -> dict[str, str]:
        query = {"where": self._where(dataset, layer, wanted), "outFields": "*", "outSR": "28992", "f": form}
        if wanted.box:
            query["geometry"] = ",".join(f"{value:.3f}" for value in wanted.box)
            query["geometryType"] = "esriGeometryEnvelope"
            query["inSR"] = "28992"
        key = layer.get("objectIdField") or next(
            (name for name, kind in _fields(layer).items() if kind == "esriFieldTypeOID"), None
        )
        if key:
            query["orderByFields"] = str(key)  # parts of an unordered answer may overlap
        return query

    def _where(self, dataset: Dataset, layer: Mapping[str, Any], wanted: Wanted) -> str:
        """The choices as SQL of ArcGIS's REST: values as text literals, names as the layer itself has them.

        Raises Changed where the layer lacks a field of a choice: without the choice everything would come.
        """
        there = _fields(layer)
        asked = []
        for fields, values in conditions(dataset, wanted).items():
            texts = ", ".join("'" + value.replace("'", "''") + "'" for value in values)
            known = [self.present(dataset, field, there) for field in fields]
            asked.append(" OR ".join(f"{field} IN ({texts})" for field in known))
        return " AND ".join(f"({one})" for one in asked) or "1=1"

    def _check_place(self, crs: str, features: Sequence[Any], answer: Response) -> None:
        if crs not in (RD, CRS84):
            raise self.changed(
                tr("{} answers in another coordinate system ({}) than was asked.").format(self.service.name, crs),
                answer.url,
            )
        for feature in features:
            point = _position(feature)
            if point is None:
                continue
            if not plausible(crs, *point):
                raise self.changed(
                    tr("{} says that its coordinates are in {}, but they are not: {}, {}.").format(
                        self.service.name, crs, *(f"{value:.7g}" for value in point)
                    ),
                    answer.url,
                )
            return


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _fields(layer: Mapping[str, Any]) -> dict[str, str]:
    """What kind each field of a layer is; a layer may say anything, or nothing."""
    fields = layer.get("fields")
    there = [one for one in fields if isinstance(one, dict)] if isinstance(fields, list) else []
    return {str(one.get("name")): str(one.get("type")) for one in there}


def _exceeded(said: Mapping[str, Any]) -> bool:
    inside = said.get("properties")
    return bool(said.get("exceededTransferLimit") or (isinstance(inside, dict) and inside.get("exceededTransferLimit")))


def _mark(feature: Any) -> str:
    """What tells one feature from another."""
    return str(feature.get("id") or feature.get("attributes") or feature.get("properties")) if feature else ""


def _crs_of(said: Mapping[str, Any], features: Sequence[Any]) -> str:
    """GeoJSON names a system only where it is not longitude and latitude; some servers name none at all."""
    name = str(((said.get("crs") or {}).get("properties") or {}).get("name") or "")
    if name:
        code = re.search(r"(\d+|CRS84)$", name)
        return {"28992": RD, "4326": CRS84, "CRS84": CRS84}.get(code.group(1) if code else "", name)
    points = (point for point in map(_position, features) if point)
    point = next(points, None)
    return RD if point and not plausible(CRS84, *point) else CRS84


def _esri_crs(said: Mapping[str, Any]) -> str:
    """Esri's older numbers come as wkid, the EPSG's as latestWkid."""
    system = said.get("spatialReference") or {}
    code = str(system.get("latestWkid") or system.get("wkid") or "")
    return {"4326": CRS84}.get(code, f"EPSG:{code}" if code else "?")


def _position(feature: Any) -> tuple[float, float] | None:
    """The first position of a feature, in GeoJSON or in Esri's JSON."""
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict):
        return None
    if "x" in geometry:
        return first_point([geometry["x"], geometry.get("y")])
    return first_point(
        geometry.get("coordinates") or geometry.get("rings") or geometry.get("paths") or geometry.get("points")
    )
