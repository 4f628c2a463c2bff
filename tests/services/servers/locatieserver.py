# SPDX-License-Identifier: GPL-2.0-or-later
"""PDOK Locatieserver on loopback, in the shape of its documentation (v3_1)."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.services.servers.faults import Answer, LoopbackServer, Request

_PARAMETERS = {"q", "fq", "fl", "rows", "start", "sort", "id", "wt", "df", "bq"}

DOCUMENTS: tuple[dict[str, Any], ...] = (
    {
        "id": "gem-1",
        "type": "gemeente",
        "weergavenaam": "Gemeente Emmen",
        "gemeentecode": "0114",
        "centroide_rd": "POINT(259000.1 533500.2)",
        "centroide_ll": "POINT(6.9 52.78)",
    },
    {
        "id": "adr-1",
        "type": "adres",
        "weergavenaam": "Noorderplein 12, 7811MA Emmen",
        "straatnaam": "Noorderplein",
        "woonplaatsnaam": "Emmen",
        "nummeraanduiding_id": "0114200000000001",
        "adresseerbaarobject_id": "0114010000000001",
        "postcode": "7811MA",
        "huisnummer": 12,
        "centroide_rd": "POINT(257100.5 534200.25)",
    },
    {
        "id": "adr-2",
        "type": "adres",
        "weergavenaam": "Noorderplein 12A, 7811MA Emmen",
        "straatnaam": "Noorderplein",
        "woonplaatsnaam": "Emmen",
        "postcode": "7811MA",
        "huisnummer": 12,
        "huisletter": "A",
        "centroide_rd": "POINT(257110.5 534201.25)",
    },
    {
        "id": "adr-3",
        "type": "adres",
        "weergavenaam": "Kerkplein 3-2, 7941BA Meppel",
        "straatnaam": "Kerkplein",
        "woonplaatsnaam": "Meppel",
        "postcode": "7941BA",
        "huisnummer": 3,
        "huisnummertoevoeging": "2",
        "centroide_rd": "POINT(209500 523600)",
    },
)


class Locatieserver(LoopbackServer):
    """Finds what has all words of the question; refuses parameters that its description does not have."""

    @property
    def base(self) -> str:
        return f"{self.url}/bzk/locatieserver/search/v3_1"

    def answer(self, request: Request) -> Answer:
        what = request.path.rpartition("/")[2]
        query = request.query
        if what not in ("free", "suggest", "lookup"):
            return _json({"error": {"code": 404}}, 404)
        if not set(query) <= _PARAMETERS or (what == "suggest" and not query.get("q")):
            return _json({"error": {"msg": "unknown parameter", "code": 400}}, 400)
        if what == "lookup":
            found = [one for one in DOCUMENTS if one["id"] == query.get("id")]
        else:
            text = re.sub(r"\\(.)", r"\1", query["q"])
            words = re.sub(r"(\d)([A-Za-z])\b", r"\1 \2", text).casefold().replace(",", " ").split()
            found = [one for one in DOCUMENTS if all(word in _text(one) for word in words)]
        kinds = re.findall(r"\w+", query.get("fq", "")[len("type:") :])
        found = [one for one in found if not kinds or one["type"] in kinds]
        documents = []
        for number, one in enumerate(found[: int(query.get("rows", 10))]):
            shown = one if what != "suggest" else {name: one[name] for name in ("id", "type", "weergavenaam")}
            documents.append({**shown, "score": 10.0 - number})
        response = {"numFound": len(found), "start": 0, "maxScore": 10.0, "numFoundExact": True, "docs": documents}
        return _json({"response": response})


def _text(document: dict[str, Any]) -> str:
    name = re.sub(r"(\d)([A-Z])\b", r"\1 \2", document["weergavenaam"])
    return f"{name} {document.get('postcode', '')}".casefold()


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(json.dumps(value).encode(), "application/json", status)
