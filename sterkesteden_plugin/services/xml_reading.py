# SPDX-License-Identifier: GPL-2.0-or-later
"""XML from a service: read part by part, without document types, so without entities of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qgis.PyQt.QtCore import QByteArray, QXmlStreamReader

_TOKEN = QXmlStreamReader.TokenType
_BEFORE = b"\xef\xbb\xbf \t\r\n"


class BadXml(Exception):
    """It is no XML, or XML that is not read here; the text says why, for the log."""


@dataclass(frozen=True)
class Element:
    """The start of an element: names without prefixes; `text` is what stands in it where it has only text."""

    name: str
    attributes: dict[str, str]
    depth: int
    text: str


def elements(body: bytes, texts: frozenset[str] = frozenset()) -> Iterator[Element]:
    """The elements of a document in their order; of those named in `texts` the text is read too. Raises BadXml."""
    if not body.lstrip(_BEFORE).startswith(b"<"):  # other encodings than ASCII's kin are used by none of them
        raise BadXml("no XML")
    reader = QXmlStreamReader(QByteArray(body))
    depth = 0
    while not reader.atEnd():
        token = reader.readNext()
        if token == _TOKEN.DTD:
            raise BadXml("a document type")
        if token == _TOKEN.EndElement:
            depth -= 1
        elif token == _TOKEN.StartElement:
            name = str(reader.name())
            attributes = {}
            listed = reader.attributes()
            for number in range(listed.size()):
                attributes[str(listed.at(number).name())] = str(listed.at(number).value())
            depth += 1
            if name in texts:
                text = reader.readElementText(QXmlStreamReader.ReadElementTextBehaviour.IncludeChildElements)
                yield Element(name, attributes, depth, text.strip())
                depth -= 1
            else:
                yield Element(name, attributes, depth, "")
    if reader.hasError():
        raise BadXml(f"line {reader.lineNumber()}: {reader.errorString()}")
