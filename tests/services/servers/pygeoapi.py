# SPDX-License-Identifier: GPL-2.0-or-later
"""pygeoapi, a real server of OGC API Features, with every layer of a GeoPackage as a collection."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osgeo import ogr

from tests.services.servers.started import free_port, started

ROOT = Path(__file__).resolve().parents[3]
RD = "http://www.opengis.net/def/crs/EPSG/0/28992"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


@contextmanager
def pygeoapi(package: Path, folder: Path) -> Iterator[str]:
    """The address of a server of `package`; its own files go into `folder`."""
    subprocess.run([ROOT / "tools" / "pygeoapi.sh"], check=True)
    program = ROOT / "build" / "pygeoapi" / "bin" / "pygeoapi"
    port = free_port()
    config, described = folder / "pygeoapi.yml", folder / "openapi.yml"
    config.write_text(json.dumps(_config(package, port)), encoding="utf-8")  # JSON is YAML too
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "PYGEOAPI_CONFIG": str(config),
        "PYGEOAPI_OPENAPI": str(described),
    }
    described.write_text(json.dumps({"openapi": "3.0.2", "info": {}, "paths": {}}), encoding="utf-8")
    with started([program, "serve"], port, environment, folder, "/conformance?f=json") as url:
        yield url


def _config(package: Path, port: int) -> dict[str, Any]:
    url = f"http://127.0.0.1:{port}"
    names = ("name", "position", "address", "city", "stateorprovince", "postalcode", "country", "phone", "fax", "email")
    contact = {**dict.fromkeys((*names, "hours", "instructions", "role"), "test"), "url": url}
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": port},
            "url": url,
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "language": "nl-NL",
            "gzip": False,
            "pretty_print": False,
            "limits": {"default_items": 100, "max_items": 1000, "on_exceed": "throttle"},
            "map": {"url": "", "attribution": ""},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {
                "title": "test",
                "description": "test",
                "keywords": ["test"],
                "keywords_type": "theme",
                "terms_of_service": "none",
                "url": url,
            },
            "license": {"name": "test", "url": url},
            "provider": {"name": "test", "url": url},
            "contact": contact,
        },
        "resources": {name: _collection(package, name) for name in _layers(package)},
    }


def _collection(package: Path, name: str) -> dict[str, Any]:
    return {
        "type": "collection",
        "title": name,
        "description": name,
        "keywords": ["test"],
        "links": [],
        "extents": {"spatial": {"bbox": [3, 50, 8, 54], "crs": CRS84}},
        "providers": [
            {
                "type": "feature",
                "name": "SQLiteGPKG",
                "data": str(package),
                "id_field": "fid",
                "table": name,
                "storage_crs": RD,
                "crs": [CRS84, RD],
            }
        ],
    }


def _layers(package: Path) -> list[str]:
    source = ogr.Open(str(package))
    return [source.GetLayer(number).GetName() for number in range(source.GetLayerCount())]
