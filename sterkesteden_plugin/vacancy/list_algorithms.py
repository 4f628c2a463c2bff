# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists of vacancy read in Processing: a layer of premises of any list whose columns are known or chosen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from ..processing import styling
from ..processing.base import DAY, REAL, TEXT, WHOLE
from ..processing.running import Column, Run
from .base_algorithms import INPUT, Reading, source_of

if TYPE_CHECKING:
    from .lists import Placed
    from .reading import ReadPremises

_VACANT, _IN_USE, _UNKNOWN = "#d55e00", "#4a7fa5", "#a9a9a9"


class VacancyList(Reading):
    """A list of premises, of whatever form, as points of one form."""

    NAME = "vacancylist"
    ADDRESSES, PLACED, OUTPUT = "ADDRESSES", "PLACED", "OUTPUT"

    def title(self) -> str:
        return tr("Read a list of vacancy")

    def about(self) -> list[str]:
        return [
            tr(
                "Reads a list of premises: a municipal list, a retail survey or objects of the BAG, as a layer or as a "
                "file (CSV, XLSX, ODS, GeoPackage and what else QGIS opens). Lists of these forms are recognised by "
                "their columns; any other is read by a recipe, which says which column holds what."
            ),
            tr(
                "Gives a point for each unit with its address, functions, floor area, whether it is vacant and since "
                "when. Values by which registers say that something is not known (floor area 0, 1, 999999 and 99999999 "
                "m², year built 9999) become no facts, and secondary addresses no units."
            ),
            tr(
                "Rows that are no unit are listed with line and reason, so that units and listed rows are together "
                "the rows of the list; so are cells that were not taken, and units that have no place."
            ),
        ]

    def method(self) -> list[str]:
        return [
            tr(
                "Units are tied to points by the id of the BAG, else by postcode, number, letter and addition in the "
                "layer of addresses, else by their own coordinates (RD or degrees). What is tied to several addresses "
                "is tied to none."
            ),
            tr(
                "How long: frictie up to 1 year vacant on the reference date, langdurig up to 3 years, structureel "
                "longer, onbekend where the date is not told."
            ),
        ]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kind = [QgsProcessing.SourceType.TypeVector]
        self.addParameter(QgsProcessingParameterFeatureSource(INPUT, tr("List of premises"), kind))
        points = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.ADDRESSES, tr("Layer with addresses of the BAG"), points, None, True
            )
        )
        self.add_definition()
        by_hand = tr('Places in RD by the key of a unit, as JSON: {"9401AA-1": [233000, 551000]}.')
        self.add_text(self.PLACED, tr("Units placed by hand"), by_hand, advanced=True)
        self.add_result(self.OUTPUT, tr("Premises"), QgsProcessing.SourceType.TypeVectorPoint)
        self.add_doubts()

    def compute(self, run: Run) -> None:
        from .list_words import count_words, note_words
        from .lists import place, read_list

        source = source_of(run, INPUT)
        recipe = self.recipe(run, source)
        if recipe.is_areas:
            text = tr("{} tells figures of areas, no premises. Choose a list with a row for each object.")
            raise QgsProcessingException(text.format(source.name))
        read = read_list(source, recipe, lambda share: run.feedback.setProgress(60 * share), run.cancelled)
        run.tell(count_words(read.rows, read.premises.count, len(read.listed)))
        for note in read.notes:
            run.tell(note_words(note))
        placed = place(read, self._register(run), self._by_hand(run), run.cancelled)
        run.feedback.setProgress(70)
        self._tell_places(run, placed)
        self.list_rows(run, read.listed, [*read.doubts, *_without_place(read, placed)])
        columns = _columns(read, placed)
        run.write(
            self.OUTPUT,
            tr("Each point is a unit of the list; one without a place has no geometry."),
            columns,
            (
                QgsGeometry.fromPointXY(QgsPointXY(x, y)) if x == x else QgsGeometry()
                for x, y in zip(placed.x.tolist(), placed.y.tolist())
            ),
            QgsWkbTypes.Type.Point,
            _draw,
            QgsCoordinateReferenceSystem("EPSG:28992"),
        )
        run.write_csv(columns)

    def _register(self, run: Run) -> Any:
        from .lists import read_register

        if not run.value(self.ADDRESSES):
            return None
        return read_register(source_of(run, self.ADDRESSES), cancelled=run.cancelled)

    def _by_hand(self, run: Run) -> dict[str, tuple[float, float]]:
        said = run.text(self.PLACED)
        try:
            told = json.loads(said) if said else {}
            return {str(key): (float(place[0]), float(place[1])) for key, place in told.items()}
        except (ValueError, TypeError, IndexError, KeyError, AttributeError):
            text = tr('Units placed by hand are not understood. Write them as {"9401AA-1": [233000, 551000]}.')
            raise QgsProcessingException(text) from None

    def _tell_places(self, run: Run, placed: Placed) -> None:
        import numpy as np

        from .written import PLACED_BY

        counts = np.bincount(placed.how, minlength=len(PLACED_BY)).tolist()
        told = ", ".join(f"{name} {count}" for name, count in zip(PLACED_BY, counts) if count)
        run.tell(tr("Units by how they were placed: {}.").format(told or "–"))


def _without_place(read: ReadPremises, placed: Placed) -> list[tuple[int, str, str]]:
    """(line, reason, address) of units that have no place."""
    from .tying import REASONS
    from .written import addresses

    told = zip(read.line.tolist(), placed.reason.tolist(), addresses(read))
    return [(line, REASONS[reason], address) for line, reason, address in told if reason]


def _columns(read: ReadPremises, placed: Placed) -> list[Column]:
    import numpy as np

    from . import written
    from .premises import UNKNOWN_DURATION, VACANT, duration

    units, definition = read.premises, read.recipe.definition
    is_vacant = units.vacant == VACANT
    if definition.reference:
        long = duration(read.since, definition.reference)
    else:
        long = np.full(units.count, UNKNOWN_DURATION, np.int8)
    durations = [written.DURATIONS[one] if empty else None for one, empty in zip(long.tolist(), is_vacant.tolist())]
    by = [written.PLACED_BY[one] for one in placed.how.tolist()]
    return [
        Column(written.KEY, TEXT, tr("Key"), placed.keys, tr("Its own in this list, the same in the next")),
        Column(written.BAG_ID, TEXT, tr("Id of the BAG"), [one or None for one in placed.ids]),
        Column(written.ADDRESS, TEXT, tr("Address"), [one or None for one in written.addresses(read)]),
        Column(written.POSTCODE, TEXT, tr("Postcode"), written.texts(read.addresses.postcode)),
        Column(written.PLACE, TEXT, tr("Place"), written.texts(read.addresses.place)),
        Column(written.NAME, TEXT, tr("Name"), written.texts(read.name)),
        Column(written.FUNCTION, TEXT, tr("Function"), [one or None for one in written.functions(read)]),
        Column(written.BRANCH, TEXT, tr("Branch"), written.texts(read.branch)),
        Column(written.FLOOR, REAL, tr("Floor area (m²)"), units.floor_area),
        Column(written.YEAR_BUILT, WHOLE, tr("Year built"), _whole(read.year_built)),
        Column(written.VACANT, TEXT, tr("Vacancy"), [written.VACANCY[one] for one in units.vacant.tolist()]),
        Column(written.SINCE, DAY, tr("Vacant since"), written.days(read.since)),
        Column(written.DURATION, TEXT, tr("How long"), durations),
        Column(written.REFERENCE, DAY, tr("Reference date"), [definition.reference or None] * units.count),
        Column(written.PLACED, TEXT, tr("Placed by"), by),
        Column(written.LINE, WHOLE, tr("Line"), read.line),
    ]


def _whole(values: Any) -> list[int | None]:
    return [None if one != one else int(one) for one in values.tolist()]


def _draw(layer: QgsVectorLayer) -> None:
    from . import written

    words = (tr("In use"), tr("Vacant"), tr("Not known"))
    order = (1, 2, 0)  # what is vacant first in the legend
    kinds = [(written.VACANCY[at], words[at], (_IN_USE, _VACANT, _UNKNOWN)[at]) for at in order]
    styling.categorise(layer, written.VACANT, kinds)
