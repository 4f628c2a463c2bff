# SPDX-License-Identifier: GPL-2.0-or-later
"""Which client speaks with a service of which kind."""

from __future__ import annotations

from ..store.datasets import Service
from .arcgis import ArcGisClient
from .client import Client
from .features import FeaturesClient
from .http import Fetcher
from .locatieserver import LocatieserverClient
from .odata3 import OData3Client
from .odata4 import OData4Client
from .wfs import WfsClient
from .wmts import WmtsClient

CLIENTS: dict[str, type[Client]] = {
    "ogcapi": FeaturesClient,
    "wfs": WfsClient,
    "odata3": OData3Client,
    "odata4": OData4Client,
    "arcgis": ArcGisClient,
    "locatieserver": LocatieserverClient,
    "wmts": WmtsClient,
}


def client_for(fetcher: Fetcher, service: Service, authcfg: str = "") -> Client:
    """The client of `service`."""
    return CLIENTS[service.kind](fetcher, service, authcfg)
