# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms of vacancy have in common: lists in, as layers or as files that are read as they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessing, QgsProcessingException, QgsProcessingFeatureSourceDefinition

from ..i18n import tr
from ..processing.base import TEXT, WHOLE
from ..processing.computing import Computing
from ..processing.results import source_name
from ..processing.running import Column, Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..processing.long_tables import Source
    from .listed import Listed
    from .recipes import Recipe

INPUT, DOUBTS = "INPUT", "DOUBTS"  # parameters that all have that read a list


class VacancyAlgorithm(Computing):
    """Is about lists of premises, or figures of areas."""

    GROUP = "vacancy"

    def group_title(self) -> str:
        return tr("Vacancy")


class Reading(VacancyAlgorithm):
    """Reads a list whose columns are known or chosen, and lists what is not taken."""

    RECIPE, VACANT_MEANS, UNIT, REFERENCE = "RECIPE", "VACANT_MEANS", "UNIT", "REFERENCE"
    SOURCE, LICENCE = "SOURCE", "LICENCE"

    def add_definition(self) -> None:
        """What the user says of a list, and how it is read."""
        empty = tr("Left empty, it is not told, or what the recipe says.")
        self.add_text(self.REFERENCE, tr("Reference date"), empty)
        self.add_text(self.VACANT_MEANS, tr("What counts as vacant"), empty)
        self.add_text(self.UNIT, tr("What is counted"), tr("Such as verblijfsobject, verkooppunt or adres."))
        self.add_text(self.SOURCE, tr("Source"), empty)
        self.add_text(self.LICENCE, tr("Licence"), empty)
        recipe = tr("Which column holds what, as JSON. Left empty, the form of the list is recognised.")
        self.add_text(self.RECIPE, tr("Recipe"), recipe, advanced=True)

    def add_doubts(self) -> None:
        """The tables of rows and cells that are not taken, and the results as CSV."""
        self.add_result(DOUBTS, tr("What was not taken"), QgsProcessing.SourceType.TypeVector, False)
        self.add_rejected()

    def recipe(self, run: Run, source: Source) -> Recipe:
        """How a list is read, with what the user says of it; its definition goes with what the run writes."""
        from .dates import WRONG, read_date
        from .list_words import definition_words, recipe_words
        from .lists import definition_as_json, recipe_of, told_by

        recipe = recipe_of(source, run.text(self.RECIPE))
        if recipe is None:
            text = tr("The form of {} is not known. Give a recipe that says which column holds what; it has: {}.")
            raise QgsProcessingException(text.format(source.name, ", ".join(source.head().names)))
        reference, told = read_date(run.text(self.REFERENCE))
        if told == WRONG:
            text = tr("“{}” is no date. Write the reference date as 1-1-2024 or 2024-01-01.")
            raise QgsProcessingException(text.format(run.text(self.REFERENCE)))
        said = {"vacant": self.VACANT_MEANS, "unit": self.UNIT, "source": self.SOURCE, "licence": self.LICENCE}
        recipe = told_by(recipe, reference=reference, **{name: run.text(key) for name, key in said.items()})
        run.feedback.pushInfo(recipe_words(recipe))
        run.source, run.year = source.name, recipe.definition.reference
        run.notes.append(definition_words(recipe.definition))
        run.facts = {"definition": definition_as_json(recipe.definition)}
        return recipe

    def list_rows(self, run: Run, listed: Listed, doubts: Iterable[tuple[int, str, str]]) -> None:
        """Rows that do not count, and (line, reason, cell) of what was not taken of those that do."""
        from .list_words import reason_words

        rows = list(listed)
        run.write_rejected(
            [line for line, _reason, _said in rows],
            [reason_words(reason) for _line, reason, _said in rows],
            [Column("inhoud", TEXT, tr("What stands there"), [said for _line, _reason, said in rows])],
            tr("Each row is one of the list that does not count."),
        )
        told = sorted(doubts, key=lambda row: row[0])
        if told:
            run.feedback.pushInfo(tr("Cells that were not taken, and units without a place: {}.").format(len(told)))
        columns = [
            Column("regel", WHOLE, tr("Line"), [line for line, _reason, _said in told]),
            Column("reden", TEXT, tr("Why it was not taken"), [reason_words(reason) for _line, reason, _said in told]),
            Column("inhoud", TEXT, tr("What stands there"), [said for _line, _reason, said in told]),
        ]
        run.write(DOUBTS, tr("Each row is a cell that was not taken, or a unit that has no place."), columns)


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
