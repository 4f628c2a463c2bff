# SPDX-License-Identifier: GPL-2.0-or-later
"""Layer metadata as QGIS writes and reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from sterkesteden_plugin.store.schema import CRS

STANDARD = "http://mrcc.com/qgis.dtd"
_DOCTYPE = f"<!DOCTYPE qgis PUBLIC '{STANDARD}' 'SYSTEM'>\n"


@dataclass(frozen=True)
class Origin:
    """A source as the metadata names it."""

    title: str
    publisher: str
    date: str | None
    url: str | None
    licence: str | None


def layer_metadata(
    identifier: str, title: str, abstract: str, origins: Sequence[Origin], newest: str, bounds: Sequence[float] | None
) -> str:
    """QGIS layer metadata: title, abstract, licences, sources, extent in time and space, CRS."""
    root = ElementTree.Element("qgis", version="3.22.0")

    def add(tag: str, text: str, parent: ElementTree.Element = root) -> None:
        ElementTree.SubElement(parent, tag).text = text

    add("identifier", identifier)
    add("parentidentifier", "")
    add("language", "NLD")
    add("type", "dataset")
    add("title", title)
    add("abstract", abstract)
    links = ElementTree.SubElement(root, "links")
    for origin in origins:
        if origin.url:
            ElementTree.SubElement(links, "link", name=origin.title, type="WWW:LINK", url=origin.url)
    for origin in origins:
        add("history", f"Bron: {origin.title}, {origin.publisher}" + (f", {origin.date}" if origin.date else ""))
    add("fees", "")
    for publisher in dict.fromkeys(origin.publisher for origin in origins):
        add("rights", publisher)
    for licence in dict.fromkeys(origin.licence for origin in origins if origin.licence):
        add("license", licence)
    add("encoding", "UTF-8")
    if bounds is not None:
        system = ElementTree.SubElement(ElementTree.SubElement(root, "crs"), "spatialrefsys")
        add("authid", CRS, system)
    extent = ElementTree.SubElement(root, "extent")
    if bounds is not None:
        corners = dict(zip(("minx", "miny", "maxx", "maxy"), map(str, bounds), strict=True))
        ElementTree.SubElement(extent, "spatial", corners, crs=CRS, dimensions="2", minz="0", maxz="0")
    add("instant", f"{newest}T00:00:00Z", ElementTree.SubElement(extent, "temporal"))
    return _DOCTYPE + ElementTree.tostring(root, encoding="unicode")
