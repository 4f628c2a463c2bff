# SPDX-License-Identifier: GPL-2.0-or-later
"""A server on loopback for every kind of service of the catalogue, all of them with what it names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.services.servers.arcgis import ArcGisServer
from tests.services.servers.locatieserver import Locatieserver
from tests.services.servers.pygeoapi import pygeoapi
from tests.services.servers.qgis_server import qgis_server
from tests.services.servers.statline import StatLineServer


@contextmanager
def every_kind(
    places: Path, folder: Path, statline: StatLineServer | None = None, arcgis: ArcGisServer | None = None
) -> Iterator[dict[str, str]]:
    """Addresses by kind of service, until the end of the block; they serve `places` and write in `folder`.

    Who wants to let things go wrong at one of them brings it.
    """
    with ExitStack() as open_servers:
        folders = [folder / name for name in ("pygeoapi", "qgis_server")]
        for one in folders:
            one.mkdir()
        statline = open_servers.enter_context(statline or StatLineServer())
        arcgis = open_servers.enter_context(arcgis or ArcGisServer())
        yield {
            "ogcapi": open_servers.enter_context(pygeoapi(places, folders[0])),
            "wfs": open_servers.enter_context(qgis_server(places, folders[1])),
            "odata3": statline.v3,
            "odata4": statline.v4,
            "arcgis": arcgis.base,
            "locatieserver": open_servers.enter_context(Locatieserver()).base,
        }
