# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures that were loaded: each takes the place of the one of the same indicator, area, function and day; and back."""

from __future__ import annotations

from typing import Any

from ..dutch import day
from . import sql
from .load_log import Entry, LoadLog, Row, Tick, shown
from .load_rows import SCRATCH
from .records import columns, uses
from .schema import SAME_FIGURE, TABLES
from .writing import Change

_TABLE = "cijfer"
_NAMES = columns(_TABLE)


class LoadedFigures:
    """The figures of a file within a transaction."""

    def __init__(self, change: Change, source: str, day: str | None) -> None:
        self._db = change.db
        self._source = source
        self._day = day
        self._areas: dict[str, str] = {}
        self._cities: dict[str, str] = {}

    def merge(self, log: LoadLog, tick: Tick) -> tuple[int, int, int, list[tuple[str, float | None, float | None]]]:
        """How many are new, changed and the same; of those that changed what they are, the old and new value."""
        self._cities = dict(self._db.execute("SELECT gemeentecode, id FROM stad"))
        self._areas = self._names_of_areas()
        indicators = dict(self._db.execute("SELECT id, naam FROM indicator"))
        present = {tuple(row[name] for name in SAME_FIGURE): row for row in self._rows()}
        added = changed = same = 0
        told: list[tuple[str, float | None, float | None]] = []
        cursor = self._db.execute(sql.select("*", SCRATCH, order="fid"))
        names = [about[0] for about in cursor.description]
        for number, values in enumerate(cursor.fetchall()):
            if number % 1000 == 0:
                tick()
            came = {name: value for name, value in zip(names, values) if name in _NAMES}
            came.setdefault("peildatum", self._day)
            if came["indicator_id"] not in indicators or not came.get("gebiedscode") or not came["peildatum"]:
                continue
            old = present.get(tuple(came.get(name) for name in SAME_FIGURE))
            what = self._what(indicators[came["indicator_id"]], came)
            if old is None:
                row = self._new(came)
                self._db.execute(sql.insert(_TABLE, row), tuple(row.values()))
                present[tuple(row[name] for name in SAME_FIGURE)] = row
                made = {name: row[name] for name in ("waarde", "status", "bron_id")}
                log.add(Entry(_TABLE, row["id"], "nieuw", f"{what}: {shown(row['waarde'])}", {}, made))
                added += 1
            elif (old["waarde"], old["status"]) == (came.get("waarde"), came.get("status")):
                same += 1
            elif came.get("waarde") is None and old["waarde"] is not None and came.get("status") != "geheim":
                same += 1  # a service that leaves a figure out does not say that it is not so
            else:
                new = {"waarde": came.get("waarde"), "status": came.get("status"), "bron_id": self._source}
                self._db.execute(sql.update(_TABLE, new, "id = ?"), (*new.values(), old["id"]))
                values = old["waarde"], came.get("waarde")
                said = f"{what}: {shown(values[0])} → {shown(values[1])}"
                log.add(Entry(_TABLE, old["id"], "gewijzigd", said, {name: old[name] for name in new}, new))
                told.append((what, *values))
                changed += 1
        return added, changed, same, told

    def undo(self, entry: Entry) -> bool:
        """Put a figure back; False where somebody changed it after the load, or something refers to it by now."""
        found = self._db.execute(sql.select(sql.listed(_NAMES), _TABLE, "id = ?"), (entry.record,)).fetchone()
        now = dict(zip(_NAMES, found)) if found else None
        if now is None or any(now[name] != value for name, value in entry.new.items()):
            return False
        if entry.action == "nieuw":
            if uses(self._db, _TABLE, entry.record):
                return False
            self._db.execute(sql.delete(_TABLE, "id = ?"), (entry.record,))
        else:
            self._db.execute(sql.update(_TABLE, entry.old, "id = ?"), (*entry.old.values(), entry.record))
        return True

    def _rows(self) -> list[Row]:
        return [dict(zip(_NAMES, row)) for row in self._db.execute(sql.select(sql.listed(_NAMES), _TABLE))]

    def _new(self, came: Row) -> Row:
        row: Row = {column.name: came.get(column.name) for column in TABLES[_TABLE]}
        row["gebied"] = row["gebied"] or self._areas.get(row["gebiedscode"], row["gebiedscode"])
        if row["naar_code"]:
            row["naar"] = row["naar"] or self._areas.get(row["naar_code"], row["naar_code"])
        row["stad_id"] = self._cities.get(row["gebiedscode"])
        row["bron_id"] = self._source
        parts = [
            row["indicator_id"],
            *(row[name] for name in ("gebiedscode", "naar_code", "functie")),
            row["peildatum"],
        ]
        row["id"] = self._free("-".join(str(part).lower() for part in parts if part))
        return row

    def _free(self, wanted: str) -> str:
        """An id that no other figure has."""
        number, found = 1, wanted
        while self._db.execute(sql.select("1", _TABLE, "id = ?"), (found,)).fetchone():
            number += 1
            found = f"{wanted}-{number}"
        return found

    def _names_of_areas(self) -> dict[str, str]:
        """The names by which the file knows areas, by their code."""
        found: dict[str, str] = {}
        for query in (
            "SELECT sleutel, naam FROM plaats WHERE sleutel IS NOT NULL",
            "SELECT naar_code, naar FROM cijfer WHERE naar_code IS NOT NULL AND naar IS NOT NULL",
            "SELECT gebiedscode, gebied FROM cijfer",
            "SELECT gemeentecode, naam FROM stad",
        ):
            found.update(self._db.execute(query))
        return found

    def _what(self, indicator: str, came: Row) -> str:
        code: Any = came["gebiedscode"]
        where = came.get("gebied") or self._areas.get(code, code)
        if came.get("naar_code"):
            where += f" → {came.get('naar') or self._areas.get(came['naar_code'], came['naar_code'])}"
        parts = [where, came.get("functie"), day(came["peildatum"])]
        return f"{indicator}, {', '.join(str(part) for part in parts if part)}"
