# SPDX-License-Identifier: GPL-2.0-or-later
"""WFS 2.0 on loopback, in the shape of the standard (09-025r2) and of PDOK's answers, that can be made to lie.

QGIS Server, the real one of the tests, speaks 1.1.
"""

from __future__ import annotations

from html import escape

from tests.services.servers.faults import Answer, LoopbackServer, Request

_SPACES = (
    'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" '
    'xmlns:wijken="http://wijken.example" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


class Wfs2Server(LoopbackServer):
    """One feature type `wijken:wijken`."""

    def __init__(self, count: int = 5) -> None:
        super().__init__()
        self.count = count
        self.total: int | None = None
        self.systems = ["urn:ogc:def:crs:EPSG::28992", "urn:ogc:def:crs:EPSG::4326"]
        self.answered = "urn:ogc:def:crs:EPSG::28992"
        self.position = "233000.0 557000.0"
        self.field = "gemeentecode"
        self.starts_over = False  # passes over startIndex
        self.prologue = ""
        self.page = 2

    @property
    def base(self) -> str:
        return f"{self.url}/wfs/v1_0"

    def answer(self, request: Request) -> Answer:
        query = {name.upper(): value for name, value in request.query.items()}
        asked = query.get("REQUEST")
        if asked == "GetCapabilities":
            return self._xml(self._capabilities())
        if query.get("TYPENAMES") != "wijken:wijken":
            return self._xml(
                '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0">'
                '<ows:Exception exceptionCode="InvalidParameterValue"><ows:ExceptionText>unknown type'
                "</ows:ExceptionText></ows:Exception></ows:ExceptionReport>",
                400,
            )
        if asked == "DescribeFeatureType":
            return self._xml(self._schema())
        return self._xml(self._collection(query))

    def _xml(self, text: str, status: int = 200) -> Answer:
        body = f'<?xml version="1.0" encoding="UTF-8"?>\n{self.prologue}{text}'
        return Answer(body.encode(), "text/xml; charset=utf-8", status)

    def _capabilities(self) -> str:
        others = "".join(f"<wfs:OtherCRS>{one}</wfs:OtherCRS>" for one in self.systems[1:])
        return (
            f'<wfs:WFS_Capabilities version="2.0.0" {_SPACES}><wfs:FeatureTypeList><wfs:FeatureType>'
            f"<wfs:Name>wijken:wijken</wfs:Name><wfs:Title>wijken</wfs:Title>"
            f"<wfs:DefaultCRS>{self.systems[0]}</wfs:DefaultCRS>{others}"
            "</wfs:FeatureType></wfs:FeatureTypeList></wfs:WFS_Capabilities>"
        )

    def _schema(self) -> str:
        fields = "".join(
            f'<element name="{name}" type="{kind}" minOccurs="0"/>'
            for name, kind in (
                ("geom", "gml:SurfacePropertyType"),
                ("wijkcode", "string"),
                ("wijknaam", "string"),
                (self.field, "string"),
                ("aantalInwoners", "integer"),
            )
        )
        return (
            '<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2">'
            '<element name="wijken" type="wijken:wijkenType"/><complexType name="wijkenType"><complexContent>'
            f'<extension base="gml:AbstractFeatureType"><sequence>{fields}</sequence></extension>'
            "</complexContent></complexType></schema>"
        )

    def _collection(self, query: dict[str, str]) -> str:
        total = self.count if self.total is None else self.total
        start = 0 if self.starts_over else int(query.get("STARTINDEX", 0))
        numbers = range(start, min(start + min(self.page, int(query.get("COUNT", 1))), self.count))
        if query.get("RESULTTYPE") == "hits":
            numbers = range(0)
        members = "".join(f"<wfs:member>{self._member(number)}</wfs:member>" for number in numbers)
        return (
            f'<wfs:FeatureCollection {_SPACES} numberMatched="{total}" numberReturned="{len(numbers)}" '
            'timeStamp="2026-01-01T00:00:00Z" xsi:schemaLocation="http://wijken.example http://elsewhere.example/x.xsd">'
            f"{members}</wfs:FeatureCollection>"
        )

    def _member(self, number: int) -> str:
        x, y = self.position.split()
        return (
            f'<wijken:wijken gml:id="wijken.{number}"><wijken:geom><gml:Point gml:id="p{number}" '
            f'srsName="{escape(self.answered)}"><gml:pos>{x} {y}</gml:pos></gml:Point></wijken:geom>'
            f"<wijken:wijkcode>WK0106{number:02}</wijken:wijkcode><wijken:{self.field}>GM0106</wijken:{self.field}>"
            f"</wijken:wijken>"
        )
