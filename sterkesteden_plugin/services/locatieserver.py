# SPDX-License-Identifier: GPL-2.0-or-later
"""PDOK Locatieserver: from what somebody types, or from an address, to a point in Rijksdriehoek."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..i18n import tr
from ..store.datasets import Dataset
from .client import Client, Finding
from .http import Response

ROWS = 10
_POINT = re.compile(r"^POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)$", re.IGNORECASE)
_SIGNS = re.compile(r'([+\-!(){}\[\]^"~*?:\\/|&])')  # that mean something in a question of Solr
_FIELDS = (
    "id,type,weergavenaam,score,centroide_rd,straatnaam,postcode,huisnummer,huisletter,huisnummertoevoeging,"
    "woonplaatsnaam,gemeentecode,nummeraanduiding_id,adresseerbaarobject_id"
)


@dataclass(frozen=True)
class Hit:
    """A place that was found. `x` and `y` are in Rijksdriehoek; None in what is only suggested."""

    id: str
    type: str
    name: str
    score: float
    x: float | None = None
    y: float | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


class LocatieserverClient(Client):
    """`suggest` while somebody types, `lookup` of what was chosen, `free` for the rest."""

    def suggest(self, text: str, kinds: Sequence[str] = (), rows: int = ROWS) -> list[Hit]:
        """What may be meant by the beginning of a name; without points."""
        if not text.strip():
            return []
        return self._hits(self.get(self.url("suggest", q=_plain(text), fq=_of_kinds(kinds), rows=rows)))

    def lookup(self, place: str) -> Hit | None:
        """The place of this id, with its point."""
        hits = self._hits(self.get(self.url("lookup", id=place, fl=_FIELDS)))
        return next((hit for hit in hits if hit.id == place), None)

    def free(self, text: str, kinds: Sequence[str] = (), rows: int = ROWS) -> list[Hit]:
        """What is found for a whole name or address, best first, with points."""
        if not text.strip():
            return []
        return self._hits(self.get(self.url("free", q=_plain(text), fq=_of_kinds(kinds), rows=rows, fl=_FIELDS)))

    def check(self, datasets: Sequence[Dataset]) -> list[Finding]:
        """The service itself, under the names of what uses it."""
        return [self.find(name, self._ask) for name in [one.id for one in datasets] or [self.service.id]]

    def _ask(self) -> None:
        self.suggest("Dam", rows=1)

    def _hits(self, answer: Response) -> list[Hit]:
        content = self.object(answer).get("response")
        documents = content.get("docs") if isinstance(content, dict) else None
        if not isinstance(documents, list):
            raise self.changed(tr("{} answers in another form than is known.").format(self.service.name), answer.url)
        return [_hit(one) for one in documents if isinstance(one, dict) and one.get("id")]


def _hit(document: Mapping[str, Any]) -> Hit:
    found = _POINT.match(str(document.get("centroide_rd") or ""))
    x, y = (float(found.group(1)), float(found.group(2))) if found else (None, None)
    score = document.get("score")
    return Hit(
        str(document["id"]),
        str(document.get("type") or ""),
        str(document.get("weergavenaam") or ""),
        float(score) if isinstance(score, (int, float)) else 0.0,
        x,
        y,
        document,
    )


def _plain(text: str) -> str:
    """Text as text: signs that mean something to the server are marked as not meaning it."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _of_kinds(kinds: Sequence[str]) -> str | None:
    return f"type:({' OR '.join(_plain(kind) for kind in kinds)})" if kinds else None
