# SPDX-License-Identifier: GPL-2.0-or-later
"""The address of a tile service as QGIS's tile layer wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from qgis.core import QgsCoordinateReferenceSystem, QgsDatumTransform, QgsProject

from ..services import settings

if TYPE_CHECKING:
    from ..story.model import Tiles

_DEEPEST = 19


def tile_source(service: Tiles) -> str:
    """Return the source of a layer that fetches the tiles of a WMTS by their own addresses (its RESTful form).

    QGIS's WMTS layer asks the server for its capabilities while the layer is made, on the GUI thread: without a
    network it is no layer, and behind a silent proxy QGIS hangs. A layer by tile addresses asks nothing before it
    draws. It can place the tiles of the web Mercator matrix set only, so that is the one that the pack names. Address
    and login are the user's own where there are.
    """
    ending = service.image_format.rpartition("/")[2]
    base = settings.url_of(service.id, service.url)
    address = f"{base.rstrip('/')}/{service.layer}/{service.matrix_set}/{{z}}/{{x}}/{{y}}.{ending}"
    login = settings.authcfg(service.id, base)
    source = f"type=xyz&zmin=0&zmax={_DEEPEST}&url={quote(address, safe=':/{}')}"
    return f"{source}&authcfg={quote(login)}" if login else source


def settle_transform(project: QgsProject, crs: QgsCoordinateReferenceSystem) -> None:
    """Choose the best transformation at hand from a CRS to the project's, as long as the project has none.

    Else QGIS asks with a modal dialog, as soon as a better one exists whose grid is not installed; to a background map
    the difference, a metre at most, does not matter.
    """
    context = project.transformContext()
    if crs == project.crs() or context.hasTransform(crs, project.crs()):
        return
    at_hand = [operation for operation in QgsDatumTransform.operations(crs, project.crs()) if operation.isAvailable]
    if at_hand and context.addCoordinateOperation(crs, project.crs(), at_hand[0].proj):
        project.setTransformContext(context)
