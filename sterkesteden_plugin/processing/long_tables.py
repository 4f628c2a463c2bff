# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of files and layers by the distinct values of their columns, so that long ones fit; heads are soon there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..i18n import tr
from ..store.errors import StoreError
from . import table_files

if TYPE_CHECKING:
    import numpy as np

    from ..tables.factored import Factored, FactoredTable

Score = Callable[[Sequence[str]], float]

HEAD = 2000  # rows by which a table is recognised, and of which a preview tells
PLACE_X, PLACE_Y = "geometrie_x", "geometrie_y"  # where the features of a layer are
CRS = "EPSG:28992"  # of these places


def _nothing(_share: float) -> None:
    pass


def _never() -> bool:
    return False


class Source:
    """A table that can be read; `name` is for people."""

    def __init__(self, name: str) -> None:
        self.name = name

    def head(self) -> FactoredTable:
        """The first rows. Raises StoreError."""
        raise NotImplementedError

    def read(
        self,
        wanted: Collection[str] | None = None,
        told: Callable[[float], None] = _nothing,
        cancelled: Callable[[], bool] = _never,
    ) -> FactoredTable:
        """All rows, with the columns that are wanted; `told` hears which share is read. Raises StoreError, Stopped."""
        raise NotImplementedError


def open_file(path: Path, score: Score, table: str = "") -> Source:
    """A file, `table` its sheet or layer ("" for the first with rows); `score` finds its header. Raises StoreError."""
    ending = path.suffix.lower()
    if ending in table_files.TEXT:
        return _Text(path, score)
    if ending in table_files.SHEETS:
        return _Sheet(path, score, table)
    names = table_files.tables_in(path)  # tells what is wrong with the file
    if table and table not in names:
        raise table_files.no_table(path, table)
    from qgis.core import QgsVectorLayer

    for name in [table] if table else names:
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        if layer.isValid() and (table or layer.featureCount() != 0):
            return _Layer(layer, f"{path.name}, {name}", layer)
    raise StoreError(
        tr("There are no rows in {}.").format(path.name), tr("Choose a file with a table, or another sheet of it.")
    )


def open_layer(source: Any, name: str, layer: Any = None, context: Any = None) -> Source:
    """A layer, or whatever has its fields(), getFeatures() and CRS; where it is the whole of `layer`, name that too."""
    return _Layer(source, name, layer, context)


class _Text(Source):
    def __init__(self, path: Path, score: Score) -> None:
        super().__init__(path.name)
        self._path, self._score = path, score

    def head(self) -> FactoredTable:
        return self._read(None, _nothing, _never, HEAD)

    def read(
        self,
        wanted: Collection[str] | None = None,
        told: Callable[[float], None] = _nothing,
        cancelled: Callable[[], bool] = _never,
    ) -> FactoredTable:
        return self._read(wanted, told, cancelled, None)

    def _read(
        self,
        wanted: Collection[str] | None,
        told: Callable[[float], None],
        cancelled: Callable[[], bool],
        most: int | None,
    ) -> FactoredTable:
        from ..tables.factored import read_text
        from ..tables.headers import header

        def columns(names: Sequence[str]) -> Collection[str]:
            return names if wanted is None else [name for name in names if name in wanted]

        with table_files.text_file(self._path) as file:
            size = max(self._path.stat().st_size, 1)

            def go_on() -> bool:
                told(file.tell() / size)
                return cancelled()

            read = read_text(file, lambda rows: header(rows, self._score), columns, go_on, most)
        return _with_rows(read, self._path)


class _Sheet(Source):
    def __init__(self, path: Path, score: Score, table: str) -> None:
        super().__init__(f"{path.name}, {table}" if table else path.name)
        self._path, self._score, self._table = path, score, table
        self._read: FactoredTable | None = None

    def head(self) -> FactoredTable:
        return self.read()

    def read(
        self,
        wanted: Collection[str] | None = None,
        told: Callable[[float], None] = _nothing,
        cancelled: Callable[[], bool] = _never,
    ) -> FactoredTable:
        from ..tables.factored import FactoredTable
        from ..tables.headers import table_of

        if self._read is None:  # a workbook is read as a whole anyhow
            every = table_files.read_file(
                self._path, lambda rows, lines: table_of(rows, lines, self._score), self._table, cancelled
            )
            self._read = _with_rows(FactoredTable.of(every), self._path)
        told(1.0)
        return self._read


class _Layer(Source):
    def __init__(self, source: Any, name: str, layer: Any = None, context: Any = None) -> None:
        super().__init__(name)
        self._source, self._layer, self._context = source, layer, context
        self.crs = layer.crs() if layer is not None else source.sourceCrs()

    def head(self) -> FactoredTable:
        return self._read(_First(self._source), None, None, _nothing, _never)

    def read(
        self,
        wanted: Collection[str] | None = None,
        told: Callable[[float], None] = _nothing,
        cancelled: Callable[[], bool] = _never,
    ) -> FactoredTable:
        return self._read(self._source, self._layer, wanted, told, cancelled)

    def _read(
        self,
        source: Any,
        layer: Any,
        wanted: Collection[str] | None,
        told: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> FactoredTable:
        from ..tables.factored import FactoredTable
        from ..tables.stopping import Stopped
        from . import columns

        every = {one.name(): one for one in source.fields()}
        names = [name for name in every if wanted is None or name in wanted]
        counted = [name for name in names if every[name].isNumeric() or every[name].typeName().casefold() in _TRUTHS]
        told(0.0)
        read = columns.read(source, counted, [name for name in names if name not in counted], layer, cancelled)
        if read is None:
            raise Stopped
        made = {}
        for name in names:
            if name in read.numbers:
                is_whole = every[name].typeName().casefold() not in _REALS
                made[name] = _of_numbers(read.numbers[name], is_whole)
            else:
                made[name] = _of_texts(read.texts[name])
        have = [*every]
        if self._has_places() and (wanted is None or {PLACE_X, PLACE_Y} & set(wanted)):
            for name, values in zip((PLACE_X, PLACE_Y), self._moved(read.x, read.y)):
                made[name] = _of_numbers(values, False)
        if self._has_places():
            have += [PLACE_X, PLACE_Y]
        told(1.0)
        return FactoredTable(tuple(dict.fromkeys(have)), made, read.ids)

    def _has_places(self) -> bool:
        from qgis.core import QgsWkbTypes

        return bool(self._source.wkbType() not in (QgsWkbTypes.Type.NoGeometry, QgsWkbTypes.Type.Unknown))

    def _moved(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsProject

        from .columns import moved

        context = QgsProject.instance().transformContext() if self._context is None else self._context
        to = QgsCoordinateReferenceSystem(CRS)
        return moved(x, y, self.crs, to, context or QgsCoordinateTransformContext())


_TRUTHS = {"boolean", "bool"}
_REALS = {"real", "double", "double precision", "float", "float4", "float8", "numeric", "decimal"}


class _First:
    """The first features of a source."""

    def __init__(self, source: Any) -> None:
        self._source = source

    def fields(self) -> Any:
        return self._source.fields()

    def getFeatures(self, request: Any) -> Any:
        return self._source.getFeatures(request.setLimit(HEAD))


def _of_numbers(values: np.ndarray, is_whole: bool) -> Factored:
    import numpy as np

    from ..tables.factored import Factored

    distinct, position = np.unique(values, return_inverse=True)
    known = distinct[~np.isnan(distinct)]  # sorted: all NaN are at the end
    cells: list[Any] = known.astype(np.int64).tolist() if is_whole else known.tolist()
    if len(known) < len(distinct):
        cells.append(None)
    place = np.minimum(position.reshape(-1), len(known)).astype(np.int32)
    return Factored(cells, place)


def _of_texts(texts: Any) -> Factored:
    import numpy as np

    from ..tables.factored import Factored

    none = len(texts.labels)
    position = np.where(texts.position < 0, none, texts.position).astype(np.int32)
    return Factored([*texts.labels, None], position)


def _with_rows(table: FactoredTable, path: Path) -> FactoredTable:
    if not table.rows:
        raise StoreError(
            tr("There are no rows in {}.").format(path.name), tr("Choose a file with a table, or another sheet of it.")
        )
    return table
