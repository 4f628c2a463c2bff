# SPDX-License-Identifier: GPL-2.0-or-later
"""What an algorithm of the networks is given: the table of flows, the layer of zones, which municipalities merged."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingException

from .. import paths
from ..i18n import tr
from ..processing.results import source_name
from .asked_algorithms import Asked
from .zones import Zones, code_column, name_column, read_zones

if TYPE_CHECKING:
    from .layouts import Layout, Table
    from .reading import ReadFlows
    from .recoding import Successor


@dataclass(frozen=True)
class Given:
    """The table, read once for all its years, and the zones."""

    read: ReadFlows
    source: str  # for people: what the table is
    zones: Zones
    successors: tuple[Successor, ...]


def given(asked: Asked) -> Given:
    """Read both. Raises QgsProcessingException or StoreError where that cannot be, Stopped where the user stops it."""
    name = source_name(asked.value(asked.FLOWS), asked.context)
    table = _table(asked)
    layout = _in_unit(_layout(asked, table, name), asked.choice(asked.UNIT))
    from .input_words import count_words, layout_words, notes_words
    from .reading import read_flows

    form = layout_words(layout)
    asked.feedback.pushInfo(form)
    read = read_flows(table, layout, asked.cancelled)
    asked.feedback.pushInfo(count_words(read))
    for line in notes_words(read.notes):
        asked.tell(line)
    if not read.used:
        raise QgsProcessingException(_nothing(name, read))
    return Given(read, f"{name} ({form})", zones_given(asked, read.codes), _successors(asked))


def _nothing(name: str, read: ReadFlows) -> str:
    from .input_words import reason_words

    if not read.rejected:
        return tr("{} has no flow. Choose another table or other columns.").format(name)
    first = read.rejected[0]
    text = tr("No row of {} can be used. Of line {} it is because: {} Choose other columns, or mend the table.")
    return text.format(name, first.line, reason_words(first))


def _table(asked: Asked) -> Table:
    from ..processing.table_files import read_layer
    from .od_tables import read_file

    one = asked.algorithm
    value = asked.value(asked.FLOWS)
    # A file is read as it is: QGIS would take the first row of a matrix for names of columns.
    if isinstance(value, str) and not asked.is_layer(value):
        path, _bar, rest = value.partition("|")
        named = dict(part.partition("=")[::2] for part in rest.split("|") if part)
        if Path(path).is_file() and set(named) <= {"layername"}:
            return read_file(Path(path), named.get("layername", ""), asked.cancelled)
    source = one.parameterAsSource(asked.parameters, asked.FLOWS, asked.context)
    if source is None:
        raise QgsProcessingException(one.invalidSourceError(asked.parameters, asked.FLOWS))
    return read_layer(source, asked.cancelled)


def _layout(asked: Asked, table: Table, name: str) -> Layout:
    """The form that was recognised, with the columns that were chosen."""
    from .layouts import Layout, recognise

    keys = {
        "origin": asked.ORIGIN,
        "destination": asked.DESTINATION,
        "flow": asked.FLOW,
        "year": asked.YEAR_FIELD,
        "sector": asked.SECTOR_FIELD,
    }
    chosen: dict[str, Any] = {part: asked.text(key) for part, key in keys.items() if asked.text(key)}
    layout = recognise(table)
    if not chosen:
        if layout is None:
            text = tr("The form of {} is not known. Choose the columns with origin, destination and flow; it has: {}.")
            raise QgsProcessingException(text.format(name, _list(table.names)))
        return layout
    absent = sorted(set(chosen.values()) - set(table.names))
    if absent:
        text = tr("{} has no column {}. Choose one of: {}.")
        raise QgsProcessingException(text.format(name, ", ".join(absent), _list(table.names)))
    made = Layout(**chosen) if layout is None or layout.is_matrix else replace(layout, **chosen)
    if not (made.origin and made.destination and made.flow):
        text = tr("Choose the columns of {} with origin, destination and flow, all three; it has: {}.")
        raise QgsProcessingException(text.format(name, _list(table.names)))
    return made


def _in_unit(layout: Layout, choice: int) -> Layout:
    """The form with the unit that the user says: 0 as it is, 1 ones, 2 thousands."""
    from .layouts import THOUSANDS

    return replace(layout, unit=("", THOUSANDS)[choice - 1]) if choice else layout


def zones_given(asked: Asked, codes: Collection[str]) -> Zones:
    """The layer of zones; `codes` are those that one of its columns should hold."""
    one = asked.algorithm
    name = source_name(asked.value(asked.ZONES), asked.context)
    source = one.parameterAsSource(asked.parameters, asked.ZONES, asked.context)
    if source is None:
        raise QgsProcessingException(one.invalidSourceError(asked.parameters, asked.ZONES))
    fields = source.fields()
    code = asked.text(asked.CODE) or code_column(fields, source, codes)
    if fields.lookupField(code) < 0:
        text = tr("The zones of {} have no column with codes of the table, such as {}. Choose the column; it has: {}.")
        raise QgsProcessingException(text.format(name, some(codes), _list(fields.names())))
    zones = read_zones(source, code, asked.text(asked.NAME_FIELD) or name_column(fields), asked.cancelled)
    if not zones.codes:
        text = tr("The layer {} has no zone with a code in its column {}. Choose another layer or column.")
        raise QgsProcessingException(text.format(name, code))
    asked.feedback.pushInfo(tr("Zones are read from: {}, {}").format(name, code))
    if zones.without_code:
        asked.tell(tr("{} of the zones have no code; they are left out.").format(zones.without_code))
    more = zones.rows - zones.without_code - len(zones.codes)
    if more:
        asked.tell(tr("{} of the zones have the code of another; those with the same code count as one.").format(more))
    return zones


def _successors(asked: Asked) -> tuple[Successor, ...]:
    from ..store.errors import StoreError
    from .od_tables import read_successors

    if not asked.flag(asked.MERGERS):
        return ()
    try:
        return read_successors(paths.SHIPPED_PACK)
    except StoreError:
        return ()  # a checkout in which nothing was built


def some(codes: Iterable[str]) -> str:
    """A few of many codes."""
    return ", ".join(islice(sorted(filter(None, codes)), 3)) or "–"


def _list(names: Iterable[str]) -> str:
    return ", ".join(filter(None, names)) or "–"
