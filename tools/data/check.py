# SPDX-License-Identifier: GPL-2.0-or-later
"""Hold every row against the schema: type, filled or not, code lists, ids and what they refer to."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from sterkesteden_plugin.store.schema import Column

from .faults import Faults, one_of
from .rows import Row, Rows, columns

_ID = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"'{value}' is no text; put it between quotes")
    if found := _CONTROL.search(value):
        raise ValueError(f"holds the control character U+{ord(found.group()):04X}; remove it")
    return value.strip()


def _date(value: Any) -> str:
    text = str(value)
    try:
        if not _DATE.fullmatch(text):
            raise ValueError
        date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is no date; write year-month-day, such as 2018-03-29") from None
    return text


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,15}", str(value)):
        raise ValueError(f"'{value}' is no whole number")
    return int(value)


def _real(value: Any) -> float:
    try:
        number = float("nan") if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = float("nan")
    # float() also takes "1_000", "inf" and "nan", which nobody means as a figure.
    if not math.isfinite(number) or "_" in str(value):
        hint = "write a point as decimal mark and no spaces; leave it empty where there is no figure"
        raise ValueError(f"'{value}' is no number; {hint}")
    return number


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"'{value}' is neither true nor false")
    return value


_CONVERT: dict[str, Callable[[Any], Any]] = {
    "TEXT": _text,
    "DATE": _date,
    "INTEGER": _integer,
    "REAL": _real,
    "BOOLEAN": _boolean,
}


def _value(row: Row, column: Column, faults: Faults) -> Any:
    """The value as it is stored; None where it is absent or wrong."""
    value = row.values.get(column.name)
    if value is None or (isinstance(value, str) and not value.strip()):
        if column.required:
            hint = "; name the source in sources.yaml" if column.refers == "bron" else ""
            hint = "; use one of: " + ", ".join(column.values) if column.values else hint
            row.fault(faults, column.name, f"missing{hint}")
        return None
    try:
        value = _CONVERT[column.type](value)
    except ValueError as error:
        row.fault(faults, column.name, str(error))
        return None
    if column.values and value not in column.values:
        row.fault(faults, column.name, f"'{value}' is not in the code list; use one of: {', '.join(column.values)}")
        return None
    if (column.name == "id" or column.refers) and not _ID.fullmatch(value):
        row.fault(faults, column.name, f"'{value}' is no id; use letters, digits and single hyphens")
        return None
    return value


def check_values(rows: Rows, faults: Faults) -> None:
    """Check and convert all values in place, and see that what must be unique is."""
    for table, found in rows.items():
        for row in found:
            row.values = {column.name: _value(row, column, faults) for column in columns(table)}
        if columns(table)[0].name == "id":
            _unique_ids(found, faults)
    for table, keys in _UNIQUE.items():
        _unique(table, keys, rows[table], faults)


def check_references(rows: Rows, faults: Faults) -> None:
    """See that every id that is referred to is there."""
    known = {
        table: {row.values["id"] for row in found} - {None}
        for table, found in rows.items()
        if columns(table)[0].name == "id"
    }
    for table, found in rows.items():
        for row in found:
            for column in columns(table):
                value = row.values[column.name]
                if value is not None and column.refers and value not in known[column.refers]:
                    message = f"unknown {column.refers} '{value}'; {one_of(value, known[column.refers])}"
                    row.fault(faults, column.name, message)


def _unique_ids(found: list[Row], faults: Faults) -> None:
    first: dict[str, Row] = {}
    for row in found:
        value = row.values["id"]
        if value is None:
            continue
        # SQLite and file systems may not tell upper from lower case.
        other = first.setdefault(value.lower(), row)
        if other is not row:
            row.fault(faults, "id", f"'{value}' stands also in {other.record.file}; ids are given once")


_UNIQUE = {
    "hoofdstuk": ("verhaal_id", "nummer"),
    "thema": ("soort", "nummer"),
    "stad": ("letter",),
    "hoofdstuk_laag": ("hoofdstuk_id", "laag_id"),
    "hoofdstuk_eigen_laag": ("hoofdstuk_id", "laag"),
    "hoofdstuk_plaats": ("hoofdstuk_id", "plaats_id", "rol"),
    "item_plaats": ("item_id", "plaats_id", "rol"),
    "item_thema": ("item_id", "thema_id"),
    "toets_item": ("toets_id", "item_id"),
    "toets_hoofdstuk": ("toets_id", "hoofdstuk_id"),
    "toets_gebied": ("toets_id", "code"),
    "toets_indicator": ("toets_id", "indicator_id"),
    "toets_gegevens": ("toets_id", "gegevensset_id"),
    "gebiedsopvolger": ("oud_code", "nieuw_code", "datum"),
    "laag": ("titel",),
    "cijfer": ("indicator_id", "gebiedscode", "naar_code", "functie", "peildatum", "bron_id"),
}


def _unique(table: str, keys: tuple[str, ...], found: list[Row], faults: Faults) -> None:
    seen: dict[tuple[Any, ...], Row] = {}
    for row in found:
        key = tuple(row.values[name] for name in keys)
        if all(part is None for part in key):
            continue
        other = seen.setdefault(key, row)
        if other is not row:
            words = ", ".join(str(part) for part in key if part is not None)
            row.fault(faults, keys[-1], f"{words} stands twice; the other is {other.record.file}: {other.record.name}")
