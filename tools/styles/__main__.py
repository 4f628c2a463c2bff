# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes resources/styles/*.qml; twice gives the same files."""

from __future__ import annotations

import os
import re
import sys
import uuid
from pathlib import Path
from xml.etree import ElementTree

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsReadWriteContext,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from .form import FIELDS, describe, describe_loaded
from .labels import labeling
from .layers import STYLES
from .rules import Style

TARGET = Path(__file__).resolve().parents[2] / "resources" / "styles"
_GEOMETRY = {"punt": "Point", "lijn": "MultiLineString", "vlak": "MultiPolygon"}
_NAMESPACE = uuid.UUID(int=0)


def build_layer(style: Style) -> QgsVectorLayer:
    """Return an empty layer that has the style."""
    names = FIELDS if style.fields is None else style.fields
    fields = "".join(f"&field={name}:{type_}" for name, (type_, _alias) in names.items())
    layer = QgsVectorLayer(f"{_GEOMETRY[style.geometry]}?crs=EPSG:28992{fields}", "", "memory")
    layer.setRenderer(_renderer(style))
    if style.labels:
        layer.setLabeling(labeling(*style.labels))
        layer.setLabelsEnabled(True)
    if style.on_top:
        layer.setCustomProperty("rendering/renderAboveLabels", True)
    if style.fields is None:
        describe(layer)
    else:
        describe_loaded(layer, style.fields, style.name)
    return layer


def _renderer(style: Style) -> QgsRuleBasedRenderer:
    root = QgsRuleBasedRenderer.Rule(None)
    for rule in style.rules:
        root.appendChild(
            QgsRuleBasedRenderer.Rule(
                rule.symbol,
                label=rule.title,
                filterExp="" if rule.filter == "ELSE" else rule.filter,
                elseRule=rule.filter == "ELSE",
            )
        )
    renderer = QgsRuleBasedRenderer(root)
    if style.geometry == "vlak":
        # What is small must not disappear under what is large.
        renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("area($geometry)", False)]))
        renderer.setOrderByEnabled(True)
    return renderer


def to_qml(name: str, layer: QgsVectorLayer) -> str:
    """Return the style as text, the same each time: attributes sorted, keys made from the name, no font named."""
    document = QDomDocument("qgis")
    kinds = QgsMapLayer.StyleCategory
    categories = kinds.LayerConfiguration | kinds.Symbology | kinds.Labeling | kinds.Fields | kinds.Forms
    categories |= kinds.MapTips | kinds.AttributeTable | kinds.CustomProperties
    layer.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.StyleCategories(categories))
    text = document.toString(0)
    for number, key in enumerate(dict.fromkeys(re.findall(r"\{[0-9a-f]{8}-[0-9a-f-]{27}\}", text))):
        text = text.replace(key, f"{{{uuid.uuid5(_NAMESPACE, f'{name}/{number}')}}}")
    root = ElementTree.fromstring(text)
    for settings in root.iter("settings"):
        for callout in settings.findall("callout"):  # of no use here, and it holds XML in an order of its own
            settings.remove(callout)
    for element in root.iter():
        element.attrib = dict(sorted(element.attrib.items()))
        for attribute in ("fontFamily", "namedStyle"):
            element.attrib.pop(attribute, None)
    ElementTree.indent(root, " ")
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ElementTree.tostring(root, "unicode") + "\n"


def main() -> int:
    application = QgsApplication([], True)
    application.initQgis()
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, make in STYLES.items():
        (TARGET / f"{name}.qml").write_text(to_qml(name, build_layer(make())), encoding="utf-8")
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
