# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms of vacancy have in common: lists in, as layers or as files that are read as they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingException, QgsProcessingFeatureSourceDefinition

from ..i18n import tr
from ..processing.computing import Computing
from ..processing.results import source_name
from ..processing.running import Run

if TYPE_CHECKING:
    from ..processing.long_tables import Source


class VacancyAlgorithm(Computing):
    """Is about lists of premises, or figures of areas."""

    GROUP = "vacancy"

    def group_title(self) -> str:
        return tr("Vacancy")


def source_of(run: Run, key: str) -> Source:
    """The list that a parameter names. Raises QgsProcessingException, StoreError."""
    from ..processing.long_tables import open_layer
    from .lists import open_file

    value = run.value(key)
    # A file is read as it is: QGIS would guess at kinds of its columns, and lose zeros that lead.
    if isinstance(value, str) and not run.is_layer(value):
        path, _bar, rest = value.partition("|")
        named = dict(part.partition("=")[::2] for part in rest.split("|") if part)
        if Path(path).is_file() and set(named) <= {"layername"}:
            return open_file(Path(path), named.get("layername", ""))
    source = run.algorithm.parameterAsSource(run.parameters, key, run.context)
    if source is None:
        raise QgsProcessingException(run.algorithm.invalidSourceError(run.parameters, key))
    is_whole = not (isinstance(value, QgsProcessingFeatureSourceDefinition) and value.selectedFeaturesOnly)
    layer = run.algorithm.parameterAsVectorLayer(run.parameters, key, run.context) if is_whole else None
    return open_layer(source, source_name(value, run.context), layer, run.context.transformContext())
