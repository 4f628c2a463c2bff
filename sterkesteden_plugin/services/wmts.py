# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map: QGIS itself draws it; here it is only asked whether it is there."""

from __future__ import annotations

from collections.abc import Sequence

from ..i18n import tr
from ..store.datasets import Dataset
from .client import Client, Finding
from .xml_reading import BadXml, elements


class WmtsClient(Client):
    """Has no data sets."""

    def check(self, datasets: Sequence[Dataset]) -> list[Finding]:
        """The service itself."""
        return [self.find(self.service.id, self._ask)]

    def _ask(self) -> None:
        answer = self.get(self.url(SERVICE="WMTS", REQUEST="GetCapabilities"), "text/xml, application/xml;q=0.9")
        try:
            root = next(elements(answer.body)).name
        except (BadXml, StopIteration):
            root = ""
        if root != "Capabilities":
            raise self.changed(tr("{} answers in another form than is known.").format(self.service.name), answer.url)
