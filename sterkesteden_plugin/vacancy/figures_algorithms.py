# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of vacancy by area, such as those of the national monitor, read in Processing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from ..processing import styling
from ..processing.base import DAY, REAL, TEXT, WHOLE
from ..processing.results import source_name
from ..processing.running import Column, Run
from .base_algorithms import INPUT, Reading, source_of

if TYPE_CHECKING:
    from .area_figures import AreaFigures


class VacancyFigures(Reading):
    """A table of areas, of whatever form, as a row for each area, function and date."""

    NAME = "vacancyfigures"
    AREAS, AREA_CODE, OUTPUT = "AREAS", "AREA_CODE", "OUTPUT"

    def title(self) -> str:
        return tr("Read figures of vacancy by area")

    def about(self) -> list[str]:
        return [
            tr(
                "Reads figures of areas, such as those of the national vacancy monitor (LML of CBS): units, units in "
                "scope, vacant ones and percentages by area, function and year, with a column for each or with rows."
            ),
            tr(
                "Gives a row for each area, function and date, with the rate and its 95% interval; with a layer of "
                "areas also their geometry, joined by code. The row of all functions together has no function."
            ),
            tr(
                "Rows with more vacant than there are, with a rate over 100% or without area or year are listed with "
                "line and reason. Figures on both sides of a break in the series are not to be compared."
            ),
        ]

    def method(self) -> list[str]:
        return [
            tr(
                "The rate is vacant units by units in scope, by all units where the scope is not told; else the rate "
                "of the table. The interval is that of Wilson (1927)."
            )
        ]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kind = [QgsProcessing.SourceType.TypeVector]
        self.addParameter(QgsProcessingParameterFeatureSource(INPUT, tr("Table of figures"), kind))
        areas = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), areas, None, True))
        hint = tr("Left empty, it is recognised by its name.")
        self.add_column(self.AREA_CODE, tr("Column with the code of the area"), self.AREAS, hint)
        self.add_definition()
        self.add_result(self.OUTPUT, tr("Figures by area"), QgsProcessing.SourceType.TypeVector)
        self.add_doubts()

    def compute(self, run: Run) -> None:
        from .area_figures import read_areas
        from .list_words import count_words

        source = source_of(run, INPUT)
        recipe = self.recipe(run, source)
        if not recipe.is_areas:
            text = tr("{} has a row for each object, not for each area. Read it as a list of vacancy.")
            raise QgsProcessingException(text.format(source.name))
        table = source.read(set(recipe.wanted()), lambda share: run.feedback.setProgress(60 * share), run.cancelled)
        read = read_areas(table, recipe, run.cancelled)
        run.tell(count_words(read.rows, len(read.area), len(read.listed)))
        self._tell_breaks(run, read)
        self.list_rows(run, read.listed, read.doubts)
        columns = _columns(read)
        if run.value(self.AREAS):
            geometries, crs = self._areas(run, read)
            shapes = [geometries.get(read.codes[at], QgsGeometry()) for at in read.area.tolist()]
            kind = QgsWkbTypes.Type.MultiPolygon
            run.write(self.OUTPUT, _about(), columns, shapes, kind, lambda layer: _draw(layer, read), crs)
        else:
            run.write(self.OUTPUT, _about(), columns)
        run.write_csv(columns)

    def _tell_breaks(self, run: Run, read: AreaFigures) -> None:
        from .list_words import break_words

        dates = sorted(read.years[at] for at in set(read.year.tolist()))
        for one in read.recipe.definition.breaks:
            if dates and dates[0] <= one.date <= dates[-1] and dates[0] != dates[-1]:
                text = tr("Figures before {} and from then on are not of one series: {}.")
                run.tell(text.format(one.date, break_words(one.key)))

    def _areas(self, run: Run, read: AreaFigures) -> tuple[dict[str, QgsGeometry], QgsCoordinateReferenceSystem]:
        """The geometry of each area by its code. Raises QgsProcessingException."""
        from ..tables.stopping import Stopped
        from .area_figures import read_code
        from .recognising import area_code

        name = source_name(run.value(self.AREAS), run.context)
        source = run.algorithm.parameterAsSource(run.parameters, self.AREAS, run.context)
        if source is None:
            raise QgsProcessingException(run.algorithm.invalidSourceError(run.parameters, self.AREAS))
        column = run.text(self.AREA_CODE) or area_code(source.fields().names())
        if source.fields().lookupField(column) < 0:
            text = tr("{} has no column with codes of areas that is recognised. Choose the column; it has: {}.")
            raise QgsProcessingException(text.format(name, ", ".join(source.fields().names())))
        found: dict[str, QgsGeometry] = {}
        request = QgsFeatureRequest().setSubsetOfAttributes([column], source.fields())
        for number, feature in enumerate(source.getFeatures(request)):
            if number % 500 == 0 and run.cancelled():
                raise Stopped
            code = read_code(feature[column], read.recipe.area_kind)
            if code and feature.hasGeometry():
                parts = feature.geometry()
                parts.convertToMultiType()
                found[code] = found[code].combine(parts) if code in found else parts
        wanted = {code for code in read.codes if code}
        if wanted and not wanted & set(found):
            text = tr("No area of {} has a code of the table, such as {}; it has codes such as {}.")
            some = [", ".join(sorted(codes)[:3]) or "–" for codes in (wanted, set(found))]
            raise QgsProcessingException(text.format(name, *some))
        missing = sorted(wanted - set(found))
        if missing:
            text = tr("{} areas of the table are not in the layer and have no geometry: {}.")
            run.tell(text.format(len(missing), ", ".join(missing[:5])))
        return found, source.sourceCrs()


def _about() -> str:
    return tr("Each row is an area, a function and a date.")


def _columns(read: AreaFigures) -> list[Column]:
    import numpy as np

    from .intervals import wilson

    total = np.where(np.isnan(read.in_scope), read.units, read.in_scope)
    low, high = wilson(np.nan_to_num(read.vacant), np.where(np.isnan(read.vacant), 0, np.nan_to_num(total)))
    areas, functions = read.area.tolist(), read.function.tolist()
    share, units = tr("From 0 to 1"), tr("Units")
    return [
        Column("code", TEXT, tr("Code"), [read.codes[at] or None for at in areas]),
        Column("naam", TEXT, tr("Name"), [read.names[at] or None for at in areas]),
        Column("functie", TEXT, tr("Function"), [read.functions[at] or None for at in functions], tr("Empty: all")),
        Column("peildatum", DAY, tr("Reference date"), [read.years[at] or None for at in read.year.tolist()]),
        Column("eenheden", REAL, units, read.units),
        Column("in_scope", REAL, tr("Units in scope"), read.in_scope),
        Column("leeg", REAL, tr("Vacant units"), read.vacant),
        Column("langdurig", REAL, tr("Vacant for long"), read.long_term, tr("On two successive 1 Januaries")),
        Column("aandeel", REAL, tr("Vacancy rate"), read.rate, share),
        Column("laag", REAL, tr("Rate, lower limit"), low, tr("95% interval of Wilson")),
        Column("hoog", REAL, tr("Rate, upper limit"), high, tr("95% interval of Wilson")),
        Column("aandeel_m2", REAL, tr("Vacancy rate by floor area, as told"), read.told_area_rate, share),
        Column("regel", WHOLE, tr("Line"), read.line),
    ]


def _draw(layer: QgsVectorLayer, read: AreaFigures) -> None:
    rates = [one for one in read.rate.tolist() if one == one]
    classes = styling.bands(styling.even_steps(rates), styling.SHADES, (1.0, 1.0), per_cent=True) if rates else []
    styling.graduate(layer, "aandeel", classes, 0.85, tr("not known"))
