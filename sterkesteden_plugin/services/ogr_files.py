# SPDX-License-Identifier: GPL-2.0-or-later
"""OGR, which reads what services send and writes what is gathered; imported when it is needed, not when QGIS starts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from ..i18n import tr
from ..store.datasets import Dataset
from ..store.schema import CRS, TABLE_OF_KIND
from .errors import Changed
from .page import FeaturePage

TABLE = "rijen"  # of a file that is gathered
# OGR would fetch a schema from wherever the answer says, and arrays are told in other ways by other versions.
_OPTIONS = {"GML": ["DOWNLOAD_SCHEMA=NO"], "GeoJSON": ["ARRAY_AS_STRING=YES"]}


def new_layer(path: Path, dataset: Dataset) -> Any:
    from osgeo import gdal, ogr, osr

    types = {"TEXT": ogr.OFTString, "INTEGER": ogr.OFTInteger64, "REAL": ogr.OFTReal, "DATE": ogr.OFTDate}
    kinds = {"Point": ogr.wkbPoint, "MultiLineString": ogr.wkbMultiLineString, "MultiPolygon": ogr.wkbMultiPolygon}
    srs = osr.SpatialReference()
    srs.SetFromUserInput(CRS)
    with quiet():
        gdal.SetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF")  # a scratch file need not survive a power cut
        try:
            file = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        finally:
            gdal.SetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", None)
        if file is None:
            raise OSError(gdal.GetLastErrorMsg())
        options = ["FID=fid", "GEOMETRY_NAME=geom", "SPATIAL_INDEX=NO"]
        layer = file.CreateLayer(TABLE, srs, kinds[TABLE_OF_KIND[dataset.kind]], options)
        for field in dataset.fields:
            layer.CreateField(ogr.FieldDefn(field.name, types[field.type]))
    return file


@contextmanager
def opened(page: FeaturePage, dataset: Dataset) -> Iterator[Any]:
    """What OGR makes of a page."""
    from osgeo import gdal

    folder = f"/vsimem/sterkesteden-{uuid4().hex}"
    name = f"{folder}/page"
    is_safe = page.driver != "GML" or not re.search(rb"<!\s*(DOCTYPE|ENTITY)", page.body)
    gdal.FileFromMemBuffer(name, page.body)
    try:
        with quiet():
            options = _OPTIONS.get(page.driver, [])
            # GML says of no value what it is, and OGR would take the code 0114… for a number.
            gdal.SetThreadLocalConfigOption("GML_FIELDTYPES", "ALWAYS_STRING")
            source = is_safe and said_yes(
                lambda: gdal.OpenEx(name, gdal.OF_VECTOR, allowed_drivers=[page.driver], open_options=options)
            )
            gdal.SetThreadLocalConfigOption("GML_FIELDTYPES", None)
            said = gdal.GetLastErrorMsg()
        if not source:
            raise Changed(
                tr("{} gave something for “{}” that cannot be read as {}.").format(
                    dataset.service.name, dataset.title, page.driver
                ),
                tr("The service has changed or is out of order; nothing was loaded. Try again later."),
                (said,),
            )
        yield source
    finally:
        source = None
        gdal.RmdirRecursive(folder)


def attributes(layer: Any) -> Iterator[dict[str, Any]]:
    for feature in layer:
        yield feature.items()


@contextmanager
def quiet() -> Iterator[None]:
    """What OGR says of odd data goes nowhere: it is told in our own words."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def said_yes(call: Any) -> Any:
    """What OGR gives, or None where it failed; another plugin may have told it to raise instead."""
    try:
        return call() or None
    except RuntimeError:
        return None
