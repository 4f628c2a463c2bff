# SPDX-License-Identifier: GPL-2.0-or-later
"""Which tables of flows there are, and what is read of them: years, and the flows of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsVectorLayer, QgsWkbTypes

from ..i18n import tr
from ..maps.marked import PACK_PROPERTY
from ..store.database import reading
from ..store.sql import quoted
from ..story.model import Source
from .places import LayerRows

if TYPE_CHECKING:
    from ..networks.flows import Flows
    from ..networks.layouts import Layout
    from ..networks.reading import ReadFlows
    from ..networks.recoding import Successor
    from ..story.model import Pack

OPEN, LAYER, FILE = "open", "layer:", "file:"  # how keys begin
_PARTS = "|"  # between a file and its table; no file name of Windows has it, and the last one counts
_TOLD = 5  # rows that cannot be used
_KINDS = (QgsWkbTypes.GeometryType.NullGeometry, QgsWkbTypes.GeometryType.LineGeometry)


@dataclass(frozen=True)
class Columns:
    """What the user says of a table that does not say it itself; `year` may be ""."""

    origin: str
    destination: str
    flow: str
    year: str = ""


@dataclass(frozen=True)
class TableSource:
    """A table, or the tables of the open data that are read as one: by key, with a title for people."""

    key: str
    title: str
    tables: tuple[tuple[str, Source], ...] = ()  # of the open file


@dataclass(frozen=True, eq=False)
class ReadTable:
    """One or several tables as they were read; `years` are the newest first. `columns` are to be chosen from."""

    reads: tuple[tuple[ReadFlows, Source], ...]
    successors: tuple[Successor, ...] = ()
    columns: tuple[str, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)  # names of zones by code, as the tables have them

    @property
    def years(self) -> list[str]:
        return sorted({year for read, _ in self.reads for year in read.years}, reverse=True)

    @property
    def codes(self) -> set[str]:
        return {code for read, _ in self.reads for code in read.codes if code}

    @property
    def names(self) -> dict[str, str]:
        """What the tables call zones, and municipalities that merged, of which no layer of now knows any."""
        found = {**self.said, **{one.new: one.new_name for one in self.successors if one.new_name}}
        return {**found, **{one.old: one.old_name for one in self.successors if one.old_name}}

    def of_year(self, year: str) -> tuple[ReadFlows, Source]:
        """The table that has the most rows of a year. Raises KeyError where none has any."""
        import numpy as np

        def rows(read: ReadFlows) -> int:
            return int(np.count_nonzero(read.pairs.year == read.years.index(year)))

        having = [one for one in self.reads if year in one[0].years]
        if not having:
            raise KeyError(year)
        return max(having, key=lambda one: rows(one[0]))

    def until(self, zones: Mapping[str, object]) -> str:
        """The last day on which a municipality came that is among the zones of the map; "" for none."""
        return max((one.date for one in self.successors if one.new in zones and one.old not in zones), default="")


def table_sources(project: QgsProject, pack: Pack, path: Path, files: Sequence[str]) -> list[TableSource]:
    """What there is: the open data of the file, tables and lines of the project, and the user's files (their keys)."""
    from ..networks.layouts import recognise_names

    found = []
    loaded = [
        (str(spec.table), pack.loaded[spec.dataset].source)
        for spec in pack.present_layers
        if spec.dataset is not None and spec.geometry == "tabel"
    ]
    ours = tuple(one for one in loaded if recognise_names(_columns_of(path, one[0])) is not None)
    if ours:
        found.append(TableSource(OPEN, tr("Open data of this file"), ours))
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if not isinstance(layer, QgsVectorLayer) or not layer.isValid() or layer.customProperty(PACK_PROPERTY):
            continue
        is_known = recognise_names(layer.fields().names()) is not None
        if layer.geometryType() == _KINDS[0] or (layer.geometryType() == _KINDS[1] and is_known):
            found.append(TableSource(f"{LAYER}{layer.id()}", layer.name()))
    for key in files:
        file, table = file_of(key)
        found.append(TableSource(key, " · ".join(filter(None, (file.name, table)))))
    return found


def _columns_of(path: Path, table: str) -> list[str]:
    with reading(path) as database:
        return [str(row[1]) for row in database.execute(f"PRAGMA table_info({quoted(table)})")]


def file_key(path: Path, table: str) -> str:
    return f"{FILE}{path}{_PARTS}{table}"


def file_of(key: str) -> tuple[Path, str]:
    file, _, table = key[len(FILE) :].rpartition(_PARTS)
    return Path(file), table


class Reading:
    """Reads a table in a task. What it needs of the project is taken when it is made."""

    def __init__(self, source: TableSource, columns: Columns | None, path: Path, project: QgsProject) -> None:
        self._source, self._columns, self._path = source, columns, path
        layer = project.mapLayer(source.key[len(LAYER) :]) if source.key.startswith(LAYER) else None
        self._rows = LayerRows(layer) if isinstance(layer, QgsVectorLayer) else None

    def __call__(self, cancelled: Callable[[], bool]) -> ReadTable:
        """Raises StoreError, and Stopped."""
        from ..networks.od_tables import read_file, read_successors
        from ..processing.table_files import read_layer

        key = self._source.key
        if key == OPEN:
            tables = [(read_file(self._path, table, cancelled), origin) for table, origin in self._source.tables]
        else:
            origin = Source("", self._source.title, "", None, None, None, None)
            if self._rows is not None:
                tables = [(read_layer(self._rows, cancelled), origin)]
            else:
                tables = [(read_file(*file_of(key), cancelled), origin)]
        said: dict[str, str] = {}
        reads = [(self._read(table, said, cancelled), origin) for table, origin in tables]
        columns = tuple(tables[0][0].names) if tables else ()
        known = tuple((read, origin) for read, origin in reads if read is not None)
        return ReadTable(known, read_successors(self._path) or read_successors(), columns, said)

    def _read(self, table: Any, said: dict[str, str], cancelled: Callable[[], bool]) -> ReadFlows | None:
        """None where its columns are to be chosen. What it calls its zones goes into `said`."""
        from ..networks.layouts import Layout, recognise, zone_names
        from ..networks.reading import read_flows

        chosen = self._columns
        layout: Layout | None
        if chosen is not None:
            layout = Layout(chosen.origin, chosen.destination, chosen.flow, chosen.year)
            known = recognise(table)
            if known is not None:
                layout = replace(layout, unit=known.unit)
        else:
            layout = recognise(table)
        if layout is None:
            return None
        said.update(zone_names(table, layout))
        return read_flows(table, layout, cancelled)


@dataclass(frozen=True, eq=False)
class YearFlows:
    """The flows of a year between all codes of the table (`every`), and between those of which it has all (`whole`)."""

    every: Flows
    whole: Flows
    notes: tuple[str, ...]
    source: Source


def flows_of(table: ReadTable, year: str, until: str, zones: Sequence[str] | None = None) -> YearFlows:
    """Codes are followed through all that merged up to the day `until`, or to one of these zones.

    Raises KeyError for a year that there is not.
    """
    from ..networks.facts import whole_zones
    from ..networks.input_words import notes_words, reason_words
    from ..networks.joining import join

    read, source = table.of_year(year)
    joined = join(read, zones, year, "", table.successors, until)
    whole = whole_zones(joined.flows) if zones is None else joined.flows
    notes = notes_words([*read.notes, *joined.notes])
    if whole.count < joined.flows.count:
        text = tr(
            "Of {} of {} municipalities the table has only a part of the flows: for a division they are elsewhere."
        )
        notes.append(text.format(joined.flows.count - whole.count, joined.flows.count))
    for row in read.rejected[:_TOLD]:
        notes.append(tr("Row {} cannot be used: {}").format(row.line, reason_words(row)))
    if len(read.rejected) > _TOLD:
        notes.append(tr("Other rows that cannot be used: {}.").format(len(read.rejected) - _TOLD))
    return YearFlows(joined.flows, whole, tuple(notes), source)
