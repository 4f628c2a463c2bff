# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables from files and layers, as they stand."""

from __future__ import annotations

import csv
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ..i18n import tr
from ..store.database import reading
from ..store.errors import StoreError
from ..store.sql import select_from

if TYPE_CHECKING:
    from ..tables.table import Table

TableOf = Callable[[list[list[Any]], Sequence[int]], "Table"]

TEXT = {".csv", ".txt", ".tsv", ".tab"}
SHEETS = {".xlsx": "XLSX", ".xlsm": "XLSX", ".ods": "ODS"}
_SQLITE = {".gpkg"}
FILES = "*.csv *.txt *.tsv *.tab *.xlsx *.xlsm *.ods *.gpkg"  # for a dialog that chooses one

_OLE = b"\xd0\xcf\x11\xe0"  # how a workbook begins that is encrypted, or of before 2007


def _never() -> bool:
    return False


def tables_in(path: Path) -> list[str]:
    """The sheets of a workbook or the tables of a GeoPackage; of a text file the one "". Raises StoreError."""
    ending = path.suffix.lower()
    if ending in TEXT:
        _require(path)
        return [""]
    if ending in _SQLITE:
        with database(path) as connection:
            return _names(connection)
    with _opened(path) as source:
        return [source.GetLayer(number).GetName() for number in range(source.GetLayerCount())]


def read_file(path: Path, table_of: TableOf, table: str = "", cancelled: Callable[[], bool] = _never) -> Table:
    """The rows of a file, `table` its sheet or table ("" for the first that has rows). Raises StoreError, Stopped.

    Of a file that does not name its columns `table_of` makes the table, from its rows and their lines.
    """
    ending = path.suffix.lower()
    if ending in TEXT:
        rows, lines = _text_rows(path, cancelled)
        read = table_of(rows, lines)
    elif ending in _SQLITE:
        read = _of_database(path, table, cancelled)
    else:
        read = _of_ogr(path, table_of, table, cancelled)
    if not len(read.lines) and not read.ragged:
        raise StoreError(
            tr("There are no rows in {}.").format(path.name), tr("Choose a file with a table, or another sheet of it.")
        )
    return read


def read_layer(source: Any, cancelled: Callable[[], bool] = _never) -> Table:
    """The rows of a layer, or of whatever has its fields() and getFeatures(). Lines are the ids of its features."""
    from qgis.core import QgsFeatureRequest

    from ..tables.table import Table
    from ..tables.text_files import gathered

    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    names = tuple(source.fields().names())
    found = ((feature.id(), *feature.attributes()) for feature in source.getFeatures(request))
    rows = gathered(found, cancelled)
    columns = [list(column) for column in zip(*rows)] if rows else [[] for _ in range(len(names) + 1)]
    return Table(tuple(map(_plain, columns[1:])), names, columns[0])


def _plain(column: list[Any]) -> list[Any]:
    """Values of QGIS as those of Python: NULL as None, dates as text."""
    if set(map(type, column)) <= {str, int, float, type(None)}:
        return column
    return [_value(one) for one in column]


def _value(value: Any) -> Any:
    if isinstance(value, (str, int, float)) or value is None:
        return value
    if hasattr(value, "isNull") and value.isNull():
        return None
    if hasattr(value, "toString"):  # a date; ISO, so that its year is told
        from qgis.PyQt.QtCore import Qt

        return str(value.toString(Qt.DateFormat.ISODate))
    return str(value)


# Text


def _text_rows(path: Path, cancelled: Callable[[], bool]) -> tuple[list[list[Any]], Sequence[int]]:
    from ..tables.text_files import text_rows

    with text_file(path) as file:
        return text_rows(file, cancelled)


@contextmanager
def text_file(path: Path) -> Iterator[BinaryIO]:
    """A text file that is read; what is wrong with it is told as StoreError."""
    from ..tables.text_files import NoText

    _require(path)
    try:
        with path.open("rb") as file:
            yield file
    except NoText:
        raise StoreError(
            tr("{} is no text file, whatever its name says.").format(path.name),
            tr("Save the table as CSV in the program that made it, or give the file its right ending."),
        ) from None
    except PermissionError as error:
        raise _forbidden(path, str(error)) from None
    except (OSError, csv.Error) as error:
        raise _unreadable(path, str(error)) from None


# Files of other programs


def _of_ogr(path: Path, table_of: TableOf, table: str, cancelled: Callable[[], bool]) -> Table:
    from ..tables.table import Table
    from ..tables.text_files import gathered

    with _opened(path) as source:
        layer = _layer(source, table, path)
        definition = layer.GetLayerDefn()
        count = range(definition.GetFieldCount())
        numbers = [n for n in count if definition.GetFieldDefn(n).GetTypeName() in ("Integer", "Integer64", "Real")]
        found = (
            (one.GetFID(), *(one.GetField(n) if n in numbers else _string(one, n) for n in count)) for one in layer
        )
        rows = gathered(found, cancelled)
        lines = [row[0] for row in rows]
        if path.suffix.lower() in SHEETS:
            return table_of([list(row[1:]) for row in rows], lines)
        names = tuple(definition.GetFieldDefn(number).GetName() for number in count)
        return Table(tuple(map(list, zip(*(row[1:] for row in rows)))) or tuple([] for _ in names), names, lines)


def _string(feature: Any, number: int) -> str | None:
    return str(feature.GetFieldAsString(number)) if feature.IsFieldSetAndNotNull(number) else None


def _layer(source: Any, table: str, path: Path) -> Any:
    layers = [source.GetLayer(number) for number in range(source.GetLayerCount())]
    if table:
        layer = next((one for one in layers if one.GetName() == table), None)
        if layer is None:
            raise no_table(path, table)
        return layer
    if not layers:
        raise _unreadable(path, "no layers")
    return next((one for one in layers if one.GetFeatureCount()), layers[0])


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """What OGR makes of a file; of a workbook each row as it stands, the first one too."""
    from osgeo import gdal

    from ..services.ogr_files import quiet, said_yes

    _require(path)
    driver = SHEETS.get(path.suffix.lower())
    if driver:
        _require_open_workbook(path)
    with quiet():
        gdal.SetThreadLocalConfigOption(f"OGR_{driver}_HEADERS", "DISABLE")
        try:
            gdal.ErrorReset()
            allowed = {"allowed_drivers": [driver]} if driver else {}
            source = said_yes(lambda: gdal.OpenEx(str(path), gdal.OF_VECTOR, **allowed))
            if source is None:
                raise _unreadable(path, gdal.GetLastErrorMsg())
            yield source
        except RuntimeError as error:  # another plugin may have told GDAL to raise
            raise _unreadable(path, str(error)) from None
        finally:
            source = None
            gdal.SetThreadLocalConfigOption(f"OGR_{driver}_HEADERS", None)


def _require_open_workbook(path: Path) -> None:
    try:
        with path.open("rb") as file:
            begins = file.read(4)
        if begins == _OLE:
            raise _protected(path)
        with zipfile.ZipFile(path) as parts:
            manifest = "META-INF/manifest.xml"
            if manifest in parts.namelist() and b"encryption-data" in parts.read(manifest):
                raise _protected(path)
    except PermissionError as error:
        raise _forbidden(path, str(error)) from None
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise _unreadable(path, str(error)) from None


# GeoPackages


@contextmanager
def database(path: Path) -> Iterator[sqlite3.Connection]:
    """Read by SQLite: opening a GeoPackage in any other way, and closing it, drops the locks that QGIS has on it."""
    try:
        with reading(path) as connection:
            yield connection
    except StoreError as error:
        if any("not a database" in one for one in error.details):
            raise _unreadable(path, error.details[0]) from None
        raise


def _names(connection: sqlite3.Connection) -> list[str]:
    """The tables for users, or where the file is not told what these are, all."""
    question = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    every = [str(name) for (name,) in connection.execute(question)]
    if "gpkg_contents" not in every:
        return every
    told = "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes') ORDER BY rowid"
    return [str(name) for (name,) in connection.execute(told) if name in every]


def _of_database(path: Path, table: str, cancelled: Callable[[], bool]) -> Table:
    from ..tables.table import Table
    from ..tables.text_files import gathered

    with database(path) as connection:
        tables = _names(connection)
        chosen = table or next((name for name in tables if _has_rows(connection, name)), "")
        if table not in ("", *tables) or not chosen:
            raise no_table(path, table) if table else _unreadable(path, "no tables")
        # Types as they are written: a geometry is no cell of a table.
        info = connection.execute(f"PRAGMA table_info({_quoted(chosen)})").fetchall()
        names = [name for _, name, kind, *_ in info if kind.upper() not in _GEOMETRY]
        key = next((name for _, name, kind, _, _, primary in info if primary and kind.upper() == "INTEGER"), "")
        wanted = ", ".join(map(_quoted, [key or names[0], *names]))
        rows = gathered(connection.execute(select_from(wanted, _quoted(chosen))), cancelled)
        columns = [list(column) for column in zip(*rows)] if rows else [[] for _ in range(len(names) + 1)]
        lines = columns[0] if key else range(1, len(rows) + 1)
        return Table(tuple(columns[1:]), tuple(names), lines)


_GEOMETRY = {
    *("GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "BLOB"),
    *("GEOMETRYCOLLECTION", "CURVEPOLYGON", "COMPOUNDCURVE", "MULTICURVE", "MULTISURFACE", "CURVE", "SURFACE"),
}


def _has_rows(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute(select_from("1", _quoted(name))).fetchone() is not None


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


# What is told


def _require(path: Path) -> None:
    if not isfile(path):  # of a folder that may not be read, pathlib raises
        raise StoreError(tr("The file {} is not there.").format(path.name), tr("Put it back, or choose another file."))


def _unreadable(path: Path, details: str) -> StoreError:
    return StoreError(
        tr("{} cannot be read: it is damaged, or not what its name says.").format(path.name),
        tr("Open it in the program that made it, save it again as CSV, XLSX or ODS, and choose that file."),
        (details,),
    )


def _forbidden(path: Path, details: str) -> StoreError:
    return StoreError(
        tr("{} may not be read: another program holds it, or you have no right to it.").format(path.name),
        tr("Close it there, or copy it to a folder of your own, and choose it again."),
        (details,),
    )


def _protected(path: Path) -> StoreError:
    return StoreError(
        tr("{} is protected with a password, or of an Excel of before 2007.").format(path.name),
        tr(
            "Open it in the program that made it, save it as XLSX, ODS or CSV without a password, and choose that file."
        ),
    )


def no_table(path: Path, table: str) -> StoreError:
    """Of a sheet or table that a file does not have."""
    return StoreError(
        tr("{} has no table “{}”.").format(path.name, table), tr("Choose one of the tables that the file has.")
    )
