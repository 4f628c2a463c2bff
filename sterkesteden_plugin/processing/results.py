# SPDX-License-Identifier: GPL-2.0-or-later
"""Results as ordinary layers, which say what they are and from which they can be run again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from .. import paths
from ..i18n import tr

_AGAIN = "sterkesteden: "  # begins the line of the history that a program reads
_FACTS = "sterkesteden feiten: "
_SELECTED = "selectedFeaturesOnly"


@dataclass(frozen=True)
class Origin:
    """Where a result comes from: the algorithm with its parameters, the method, the data and their year."""

    algorithm: str  # id
    title: str
    parameters: Mapping[str, Any]  # as JSON holds them, without where results go
    told: Sequence[tuple[str, str]]  # the parameters for people: what it is called, its value
    method: Sequence[str]  # paragraphs, with the literature
    source: str
    year: str
    notes: Sequence[str] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)  # for programs, as JSON holds them


@dataclass(frozen=True)
class Finish:
    """What a result gets when its rows are there."""

    about: str  # what a row is
    aliases: Mapping[str, str]
    origin: Origin
    style: Callable[[QgsVectorLayer], None] | None = None
    comments: Mapping[str, str] = field(default_factory=dict)  # of fields: definition and unit


def finish(layer: QgsVectorLayer, result: Finish) -> None:
    """Give a layer its style, names of fields and metadata; one of a file also keeps them there."""
    for name, alias in result.aliases.items():
        layer.setFieldAlias(layer.fields().lookupField(name), alias)
    if result.style is not None and layer.isSpatial():  # in a CSV file there is nothing to draw
        result.style(layer)
    metadata = metadata_of(result)
    layer.setMetadata(metadata)
    if layer.dataProvider().name() == "ogr":
        _keep(layer, metadata)


def _keep(layer: QgsVectorLayer, metadata: QgsLayerMetadata) -> None:
    """Into the GeoPackage, or beside another file: whoever opens it later sees the same."""
    registry, source = QgsProviderRegistry.instance(), layer.source()
    if layer.dataProvider().storageType() == "GPKG":
        tables = registry.providerMetadata("ogr").querySublayers(source)
        if not tables:
            return
        name, source = tables[0].name(), tables[0].uri()
        count, ids, _names, _descriptions, _error = layer.listStylesInDatabase()
        for id_ in ids[: max(0, count)]:  # of a table that was there before: QGIS would ask in a dialog
            layer.deleteStyleFromDatabase(id_)
        layer.saveStyleToDatabase(name, "", True, "")
    else:
        layer.saveDefaultStyle()
    registry.saveLayerMetadata("ogr", source, metadata)
    layer.dataProvider().reloadData()  # a file that another connection wrote into: else it has no rows


def metadata_of(result: Finish) -> QgsLayerMetadata:
    """What the layer says of itself, for people in its abstract, for a program in its history."""
    origin = result.origin
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setTitle(origin.title)
    metadata.setIdentifier(origin.algorithm)
    given = "\n".join(f"- {name}: {value}" for name, value in origin.told)
    fields = "\n".join(
        f"- {name} ({alias}){': ' + result.comments[name] if name in result.comments else ''}"
        for name, alias in result.aliases.items()
    )
    parts = [
        result.about,
        tr("Method: {}").format("\n".join(origin.method)),
        tr("Parameters:\n{}").format(given),
        tr("Source: {}").format(origin.source),
        tr("Year: {}").format(origin.year or tr("not given")),
        *origin.notes,
        tr("Fields:\n{}").format(fields),
        tr("Made by: Sterke Steden {}").format(plugin_version()),
    ]
    metadata.setAbstract("\n\n".join(filter(None, parts)))
    metadata.setKeywords({"sterkesteden": [word for word in (origin.algorithm, origin.year) if word]})
    run = {"algorithm": origin.algorithm, "parameters": dict(origin.parameters), "version": plugin_version()}
    metadata.addHistoryItem(tr("Made by {} of Sterke Steden {}.").format(origin.algorithm, plugin_version()))
    metadata.addHistoryItem(_AGAIN + json.dumps(run, ensure_ascii=False, sort_keys=True))
    if origin.facts:
        metadata.addHistoryItem(_FACTS + json.dumps(dict(origin.facts), ensure_ascii=False, sort_keys=True))
    return metadata


def run_of(layer: QgsVectorLayer) -> tuple[str, dict[str, Any]] | None:
    """The algorithm and the parameters that a layer was made with, to run it again; None of a layer of something else.

    Where the results go is not among them.
    """
    for line in layer.metadata().history():
        if line.startswith(_AGAIN):
            try:
                run = json.loads(line[len(_AGAIN) :])
                return str(run["algorithm"]), {key: _given(value) for key, value in run["parameters"].items()}
            except (ValueError, KeyError, TypeError, AttributeError):
                return None  # someone wrote in it
    return None


def facts_of(layer: QgsMapLayer) -> dict[str, Any]:
    """What an algorithm of ours left in a layer for programs; empty of a layer of something else."""
    for line in layer.metadata().history():
        if line.startswith(_FACTS):
            try:
                facts = json.loads(line[len(_FACTS) :])
            except ValueError:
                return {}  # someone wrote in it
            return facts if isinstance(facts, dict) else {}
    return {}


def _given(value: Any) -> Any:
    if isinstance(value, dict) and _SELECTED in value:
        return QgsProcessingFeatureSourceDefinition(str(value["source"]), bool(value[_SELECTED]))
    return value


def recorded(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """The parameters as JSON holds them, with layers by where their data are; not where results go, and no password."""
    kept = {}
    for definition, value in _values(algorithm, parameters):
        name = definition.name()
        if definition.type() == "source":
            kept[name] = _recorded_source(value, context)
        elif definition.type() == "enum":
            several = definition.allowMultiple()
            read = algorithm.parameterAsEnums if several else algorithm.parameterAsEnum
            kept[name] = read(parameters, name, context)
        elif definition.type() == "number":
            kept[name] = algorithm.parameterAsDouble(parameters, name, context)
        elif definition.type() == "boolean":
            kept[name] = algorithm.parameterAsBoolean(parameters, name, context)
        elif definition.type() == "field":
            fields = algorithm.parameterAsFields(parameters, name, context)
            kept[name] = fields if definition.allowMultiple() else "".join(fields[:1])
        else:
            kept[name] = algorithm.parameterAsString(parameters, name, context)
    return kept


def told(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> list[tuple[str, str]]:
    """The same for people."""
    lines = []
    for definition, value in _values(algorithm, parameters):
        if definition.type() == "source":
            text = source_name(value, context)
        elif isinstance(definition, QgsProcessingParameterEnum):
            chosen = algorithm.parameterAsEnums(parameters, definition.name(), context)
            text = ", ".join(definition.options()[number] for number in chosen)
        elif definition.type() == "boolean":
            text = tr("yes") if algorithm.parameterAsBoolean(parameters, definition.name(), context) else tr("no")
        elif definition.type() == "field":
            text = ", ".join(algorithm.parameterAsFields(parameters, definition.name(), context))
        elif definition.type() == "number":
            text = f"{algorithm.parameterAsDouble(parameters, definition.name(), context):g}"
        else:
            text = algorithm.parameterAsString(parameters, definition.name(), context)
        lines.append((definition.description(), text))
    return lines


def _values(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any]
) -> list[tuple[QgsProcessingParameterDefinition, Any]]:
    every = [(one, parameters.get(one.name(), one.defaultValue())) for one in algorithm.parameterDefinitions()]
    return [(one, value) for one, value in every if not one.isDestination() and value not in (None, "")]


def _recorded_source(value: Any, context: QgsProcessingContext) -> Any:
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        source = _recorded_source(value.source.staticValue(), context)
        return {"source": source, _SELECTED: True} if value.selectedFeaturesOnly else source
    layer = _layer(value, context)
    if layer is None:
        return QgsDataSourceUri.removePassword(str(value))
    provider = layer.dataProvider().name()
    if provider == "memory":  # it lasts as long as the project is open
        return layer.id()
    source = QgsDataSourceUri.removePassword(layer.source())
    return source if provider == "ogr" else QgsProcessingUtils.encodeProviderKeyAndUri(provider, source)


def source_name(value: Any, context: QgsProcessingContext) -> str:
    """What the layer or file of a parameter is called, for people."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        name = source_name(value.source.staticValue(), context)
        return tr("{} (selected features)").format(name) if value.selectedFeaturesOnly else name
    path, _bar, rest = str(value).partition("|layername=")
    if isinstance(value, str) and Path(path).is_file():
        return f"{Path(path).name}, {rest}" if rest else Path(path).name
    layer = _layer(value, context)
    return str(value) if layer is None else layer.name()


def _layer(value: Any, context: QgsProcessingContext) -> QgsMapLayer | None:
    if isinstance(value, QgsMapLayer):
        return value
    return QgsProcessingUtils.mapLayerFromString(str(value), context, False)


@lru_cache(maxsize=1)
def plugin_version() -> str:
    """The version of the plugin, from its metadata."""
    for line in paths.METADATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("version="):
            return line.partition("=")[2].strip()
    return ""
