# SPDX-License-Identifier: GPL-2.0-or-later
"""OGC Web Feature Service: 2.0, and 1.1 where a server has no newer one (QGIS Server).

What is wanted is asked by an OGC filter: other filters are passed over by some servers without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import product
from typing import Any

from ..i18n import tr
from ..store.datasets import Dataset
from .client import PAGE, RD, Client, Parts, conditions, plausible, sentence
from .http import Response
from .page import FeaturePage, Wanted
from .xml_reading import BadXml, Element, elements

XML = "text/xml, application/xml;q=0.9, application/gml+xml;q=0.9"
_VALUES_AT_ONCE = 20  # the filter stands in the address, and that may not be long
_EPSG = re.compile(r"(\d+)$")
_MEMBERS = frozenset({"member", "featureMember"})
_MEMBER_ENDS = re.compile(rb"</(?:[\w.-]+:)?(?:member|featureMember)>")
_COORDINATES = frozenset({"pos", "posList", "coordinates"})


@dataclass(frozen=True)
class _Speech:
    """How one version of WFS names things."""

    version: str
    types: str
    count: str
    filter: str  # of a filter: prefix and namespace
    value: str
    gml: str


_SPEECHES = {
    "2.0.0": _Speech(
        "2.0.0",
        "TYPENAMES",
        "COUNT",
        "fes=http://www.opengis.net/fes/2.0",
        "ValueReference",
        "http://www.opengis.net/gml/3.2",
    ),
    "1.1.0": _Speech(
        "1.1.0",
        "TYPENAME",
        "MAXFEATURES",
        "ogc=http://www.opengis.net/ogc",
        "PropertyName",
        "http://www.opengis.net/gml",
    ),
}


@dataclass(frozen=True)
class _Type:
    """A feature type as the service describes it."""

    name: str
    speech: _Speech
    crs: str  # Rijksdriehoek, as the service writes it
    geometry: str  # name of the property
    fields: tuple[str, ...]


class WfsClient(Client):
    """Pages by startIndex; how many there are is asked first."""

    def pages(self, dataset: Dataset, wanted: Wanted) -> Iterator[FeaturePage]:
        kind = self._type(dataset)
        self.check_fields(dataset, kind.fields)
        parts = Parts(self, dataset)
        announced = [(query, self._total(dataset, query)) for query in self._queries(dataset, kind, wanted)]
        total = sum(count for _, count in announced)
        self.check_total(dataset, total)
        for query, of_this in announced:
            start = 0
            while start < of_this:
                answer = self.get(self.url(**query, STARTINDEX=start, **{kind.speech.count: PAGE}), XML)
                count = self._members(answer, parts, query.get("FILTER", ""))
                if not count:
                    break
                parts.add(count, answer)
                start += count
                yield FeaturePage(answer.body, "GML", RD, total, answer.retrieved, answer.url)
            parts.finish(of_this)

    def probe(self, dataset: Dataset) -> None:
        self.check_fields(dataset, self._type(dataset).fields)

    def _type(self, dataset: Dataset) -> _Type:
        """What the service can, and what `dataset` is there."""
        answer = self.get(self.url(SERVICE="WFS", REQUEST="GetCapabilities", ACCEPTVERSIONS="2.0.0,1.1.0"), XML)
        version, names = "", []
        systems: dict[str, list[str]] = {}
        texts = frozenset({"Name", "DefaultCRS", "OtherCRS", "DefaultSRS", "OtherSRS"})
        for one in self._read(answer, texts):
            version = version or one.attributes.get("version", "")
            if one.name == "Name":
                names.append(one.text)
                systems[one.text] = []
            elif one.name in texts and names:
                systems[names[-1]].append(one.text)
        speech = _SPEECHES.get(version) or _SPEECHES["2.0.0" if version.startswith("2.") else "1.1.0"]
        name = next((one for one in names if one == dataset.collection), None)
        # A mirror may have put another prefix before it.
        name = name or next((one for one in names if _local(one) == _local(dataset.collection)), None)
        if name is None:
            raise self.gone(dataset, names)
        crs = next((text for text in systems[name] if _code(text) == "28992"), None)
        if crs is None:
            raise self.changed(
                tr("{} does not give “{}” in Rijksdriehoek any more.").format(self.service.name, dataset.title),
                answer.url,
                *systems[name],
            )
        described = self.get(
            self.url(
                SERVICE="WFS",
                VERSION=speech.version,
                REQUEST="DescribeFeatureType",
                **{speech.types: name},
            ),
            XML,
        )
        fields, geometry = [], ""
        for one in self._read(described):
            if one.name != "element" or "name" not in one.attributes or one.depth < 3:
                continue
            if one.attributes.get("type", "").startswith("gml:"):
                geometry = geometry or one.attributes["name"]
            fields.append(one.attributes["name"])
        return _Type(name, speech, crs, geometry, tuple(fields))

    def _queries(self, dataset: Dataset, kind: _Type, wanted: Wanted) -> Iterator[dict[str, Any]]:
        """The questions, without where they begin: one for each part of the chosen values that an address can hold."""
        query = {
            "SERVICE": "WFS",
            "VERSION": kind.speech.version,
            "REQUEST": "GetFeature",
            kind.speech.types: kind.name,
            "SRSNAME": kind.crs,
        }
        if wanted.box and not kind.geometry:
            raise self.changed(tr("“{}” of {} has no geometry.").format(dataset.title, self.service.name), kind.name)
        choices = conditions(dataset, wanted)
        fields = [tuple(self.present(dataset, name, kind.fields) for name in names) for names in choices]
        chunks = [_chunks(values) for values in choices.values()]
        for values in product(*chunks):  # once, with nothing, where there are no choices
            asked = _filter(kind, dict(zip(fields, values)), wanted.box)
            yield {**query, "FILTER": asked} if asked else query

    def _total(self, dataset: Dataset, query: Mapping[str, Any]) -> int:
        answer = self.get(self.url(**query, RESULTTYPE="hits"), XML)
        root = next(self._read(answer))
        text = root.attributes.get("numberMatched") or root.attributes.get("numberOfFeatures") or ""
        if not text.isdigit():
            raise self.changed(tr("{} does not say how many features there are.").format(self.service.name), answer.url)
        return int(text)

    def _members(self, answer: Response, parts: Parts, of: str) -> int:
        """How many features came; looks at the first. Raises Changed where it came before, or lies elsewhere."""
        depth = 0  # of the first feature
        for one in self._read(answer, _COORDINATES):
            if not depth:
                depth = one.depth + 1 if one.name in _MEMBERS else 0
                continue
            if one.name in _MEMBERS:
                break  # the second: the first has no geometry
            if one.depth == depth:
                parts.begin(f"{of} {one.attributes.get('id', '')}")
            crs = one.attributes.get("srsName")
            if crs and _code(crs) != "28992":
                raise self.changed(
                    tr("{} answers in another coordinate system ({}) than was asked.").format(self.service.name, crs),
                    answer.url,
                )
            if one.name in _COORDINATES:
                self._look_at(one.text, answer)
                break
        return len(_MEMBER_ENDS.findall(answer.body))

    def _look_at(self, text: str, answer: Response) -> None:
        """Raise where the first coordinate of a geometry cannot be one in Rijksdriehoek."""
        try:
            x, y = (float(value) for value in text.replace(",", " ").split()[:2])
        except ValueError as error:
            raise answer.unreadable(error) from error
        if not plausible(RD, x, y):
            raise self.changed(
                tr("{} says that its coordinates are in {}, but they are not: {}, {}.").format(
                    self.service.name, RD, f"{x:.7g}", f"{y:.7g}"
                ),
                answer.url,
            )

    def _read(self, answer: Response, texts: frozenset[str] = frozenset()) -> Iterator[Element]:
        """The elements of an answer. Raises Changed where it is no XML, or says that it will not."""
        found = elements(answer.body, texts | {"ExceptionText", "ServiceException"})
        try:
            for one in found:
                if one.name in ("ExceptionText", "ServiceException"):
                    raise self.changed(
                        tr("{} refuses: {}").format(self.service.name, sentence(one.text)), answer.url, one.text
                    )
                yield one
        except BadXml as error:
            raise answer.unreadable(error) from error


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _code(crs: str) -> str:
    found = _EPSG.search(crs)
    return found.group(1) if found else ""


def _chunks(values: Sequence[str]) -> list[Sequence[str]]:
    return [values[start : start + _VALUES_AT_ONCE] for start in range(0, len(values), _VALUES_AT_ONCE)]


def _filter(
    kind: _Type,
    choices: Mapping[tuple[str, ...], Sequence[str]],
    box: tuple[float, float, float, float] | None,
) -> str:
    """An OGC filter as XML; "" where nothing is asked. Every value stands in it as text."""
    prefix, _, space = kind.speech.filter.partition("=")

    def tag(name: str, *inside: str) -> str:
        return f"<{prefix}:{name}>{''.join(inside)}</{prefix}:{name}>"

    def either(name: str, those: Sequence[str]) -> str:
        return those[0] if len(those) == 1 else tag(name, *those)

    asked = []
    for fields, values in choices.items():
        equal = [
            tag("PropertyIsEqualTo", tag(kind.speech.value, escape(field)), tag("Literal", escape(value)))
            for field in fields
            for value in values
        ]
        asked.append(either("Or", equal))
    if box:
        corners = [f"{box[0]:.3f} {box[1]:.3f}", f"{box[2]:.3f} {box[3]:.3f}"]
        envelope = (
            f'<gml:Envelope srsName="{escape(kind.crs)}"><gml:lowerCorner>{corners[0]}</gml:lowerCorner>'
            f"<gml:upperCorner>{corners[1]}</gml:upperCorner></gml:Envelope>"
        )
        asked.append(tag("BBOX", tag(kind.speech.value, escape(kind.geometry)), envelope))
    if not asked:
        return ""
    inside = either("And", asked)
    return f'<{prefix}:Filter xmlns:{prefix}="{space}" xmlns:gml="{kind.speech.gml}">{inside}</{prefix}:Filter>'
