# SPDX-License-Identifier: GPL-2.0-or-later
"""CBS StatLine on loopback: OData 3 and 4, after the manuals of CBS, with what makes them hard.

Codes are filled up with spaces, and a code of another width gives an empty list; more than 10,000 rows is an error;
a value may be missing, secret, or of a period that is provisional.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.services.servers.faults import Answer, LoopbackServer, Request
from tests.services.servers.places import SHARED

MOST_ROWS = 10_000
WIDTH = 10  # of a code of a region or a branch; that of a period is 8
NEXT = 500  # rows in one answer of version 4

TOWNS = ("GM0106", "GM0114", "GM0118", "GM0119")
SECTORS = {
    "T001081": "A-U Alle economische activiteiten",
    "300002": "B-E Nijverheid",
    "300010": "M-N Zakelijke diensten",
}
_PERIOD = "Perioden"
_TERM = re.compile(r"(\w+) eq '((?:[^']|'')*)'")


@dataclass(frozen=True)
class Dimension:
    name: str
    kind: str
    codes: Mapping[str, str]  # title by code
    provisional: frozenset[str] = frozenset()

    def key(self, code: str) -> str:
        return code.ljust(8 if self.kind == "TimeDimension" else WIDTH)


@dataclass(frozen=True)
class Table:
    """A table of one measure: values by the codes of its dimensions, in their order; None is no value."""

    id: str
    dimensions: tuple[Dimension, ...]
    measure: str
    title: str
    values: Mapping[tuple[str, ...], float | None]
    secret: frozenset[tuple[str, ...]] = frozenset()


class StatLineServer(LoopbackServer):
    """Both versions: `/ODataApi/odata/{table}/…` and `/odata/v1/CBS/{table}/…`."""

    def __init__(self, tables: Sequence[Table] | None = None) -> None:
        super().__init__()
        self.tables = {one.id.upper(): one for one in (tables or default_tables())}
        self.measure: str | None = None  # another name of the measure, as after a change at CBS
        self.most_rows_sent = 0

    @property
    def v3(self) -> str:
        return f"{self.url}/ODataApi/odata"

    @property
    def v4(self) -> str:
        return f"{self.url}/odata/v1/CBS"

    def answer(self, request: Request) -> Answer:
        *head, table_id, what = request.path.strip("/").split("/")
        table = self.tables.get(table_id.upper())
        if table is None or head not in (["ODataApi", "odata"], ["odata", "v1", "CBS"]):
            return _json({"error": {"message": "not found"}}, 404)
        found = self._v3(table, what, request) if head[0] == "ODataApi" else self._v4(table, what, request)
        return found or _json({"error": {"message": "not found"}}, 404)

    def _v3(self, table: Table, what: str, request: Request) -> Answer | None:
        measure = self.measure or table.measure
        if what == "DataProperties":
            rows = [{"ID": 0, "Type": one.kind, "Key": one.name, "Title": one.name} for one in table.dimensions]
            group = {"ID": 8, "Type": "TopicGroup", "Key": "", "Title": "Banen"}
            return _json({"value": [*rows, group, {"ID": 9, "Type": "Topic", "Key": measure, "Title": table.title}]})
        for one in table.dimensions:
            if what == one.name:
                return _json({"value": [_code_row(one, code, "Key") for code in one.codes]})
        if what != "TypedDataSet":
            return None
        rows = []
        for number, (codes, value) in enumerate(_chosen(table, request.query.get("$filter", ""))):
            row = {
                "ID": number,
                **{one.name: one.key(code) for one, code in zip(table.dimensions, codes)},
                measure: value,
            }
            rows.append(row)
        if len(rows) > MOST_ROWS:
            message = f"The query would return {len(rows)} records; at most {MOST_ROWS} are allowed."
            return _json({"odata.error": {"code": "", "message": {"lang": "nl-NL", "value": message}}}, 500)
        self.most_rows_sent = max(self.most_rows_sent, len(rows))
        wanted = request.query.get("$select", "").split(",")
        return _json(
            {"value": [{name: row[name] for name in wanted if name in row} if wanted[0] else row for row in rows]}
        )

    def _v4(self, table: Table, what: str, request: Request) -> Answer | None:
        if what == "MeasureCodes":
            return _json({"value": [{"Identifier": "D000025", "Title": table.title, "Unit": "x 1 000"}]})
        for one in table.dimensions:
            if what == f"{one.name}Codes":
                return _json({"value": [_code_row(one, code, "Identifier") for code in one.codes]})
        if what != "Observations":
            return None
        rows = []
        for number, (codes, value) in enumerate(_chosen(table, request.query.get("$filter", ""))):
            if value is None and codes not in table.secret:
                continue  # an empty cell is not sent
            row: dict[str, Any] = {"Id": number, "Measure": "D000025"}
            row["ValueAttribute"] = "Confidential" if codes in table.secret else "None"
            row["Value"] = value
            rows.append({**row, **{one.name: one.key(code) for one, code in zip(table.dimensions, codes)}})
        start = int(request.query.get("$skip", 0))
        content: dict[str, Any] = {"value": rows[start : start + NEXT]}
        if start + NEXT < len(rows):
            query = {**request.query, "$skip": str(start + NEXT)}
            text = "&".join(f"{name}={value}".replace(" ", "%20") for name, value in query.items())
            content["@odata.nextLink"] = f"{self.url}{request.path}?{text}"
        return _json(content)


def default_tables() -> list[Table]:
    """Those of the catalogue."""
    return [_jobs(), commuting("85481NED"), commuting("83628NED"), _population(), _forecast()]


def _jobs() -> Table:
    """Made up: more jobs in each year, a figure that is secret, and a zero."""
    years = [f"{year}JJ00" for year in range(2010, 2025)]
    periods = Dimension(_PERIOD, "TimeDimension", {code: code[:4] for code in years}, frozenset(years[-1:]))
    sectors = Dimension("BedrijfstakkenBranchesSBI2008", "Dimension", SECTORS)
    area = Dimension("RegioS", "GeoDimension", {"NL01": "Nederland", **{code: f"Gemeente {code}" for code in TOWNS}})
    values: dict[tuple[str, ...], float | None] = {}
    for at, sector in enumerate(SECTORS):
        for there, region in enumerate(area.codes):
            for then, year in enumerate(years):
                values[sector, region, year] = round((40.0, 6.0, 4.0)[at] + 3 * there + 0.1 * then, 1)
    hidden = ("300002", "GM0119", years[0])
    values[hidden] = None
    values["300010", "GM0119", years[1]] = 0.0
    title = "Banen van werknemers in december"
    return Table(
        "83582NED", (sectors, area, periods), "BanenVanWerknemersInDecember_1", title, values, frozenset({hidden})
    )


def commuting(table: str) -> Table:
    """Real pairs of ../shared/data where those are there; else made-up ones between municipalities with real codes."""
    names: dict[str, str] = {}
    values: dict[tuple[str, ...], float | None] = {}
    years = []
    for year, home, home_name, work, work_name, jobs in _pairs():
        names[home], names[work] = home_name, work_name
        years.append(f"{year}JJ00")
        values[home, work, f"{year}JJ00"] = jobs
    periods = {code: code[:4] for code in sorted(set(years))}
    codes = dict(sorted(names.items()))
    return Table(
        table,
        (
            Dimension("WoonregioS", "GeoDimension", codes),
            Dimension("WerkregioS", "GeoDimension", codes),
            Dimension(_PERIOD, "TimeDimension", periods, frozenset(sorted(periods)[-1:])),
        ),
        "BanenVanWerknemers_1",
        "Banen van werknemers",
        values,
    )


def _population() -> Table:
    """Real numbers of ../shared/data where those are there."""
    counts = {(code, f"{year}JJ00"): float(count) for code, year, count in _inhabitants()}
    periods = {year: year[:4] for year in sorted({year for _, year in counts})}
    totals = ("T001038", "10000", "T001019")
    return Table(
        "03759ned",
        (
            Dimension(
                "Geslacht", "Dimension", {"T001038": "Totaal mannen en vrouwen", "3000": "Mannen", "4000": "Vrouwen"}
            ),
            Dimension("Leeftijd", "Dimension", {"10000": "Totaal"}),
            Dimension("BurgerlijkeStaat", "Dimension", {"T001019": "Totaal burgerlijke staat"}),
            Dimension("RegioS", "GeoDimension", {code: f"Gemeente {code}" for code, _ in sorted(counts)}),
            Dimension(_PERIOD, "TimeDimension", periods),
        ),
        "BevolkingOp1Januari_1",
        "Bevolking op 1 januari",
        {(*totals, *codes): value for codes, value in counts.items()},
    )


def _forecast() -> Table:
    """Made up: a little more in each five years."""
    regions = {code: f"Gemeente {code}" for code, _, _ in _inhabitants()}
    years = [f"{year}JJ00" for year in range(2025, 2051, 5)]
    values: dict[tuple[str, ...], float | None] = {
        ("MW00000", "10000", code, year): round(30.0 + 2 * at + 0.3 * then, 1)
        for at, code in enumerate(regions)
        for then, year in enumerate(years)
    }
    return Table(
        "85173NED",
        (
            Dimension("PrognoseInterval", "Dimension", {"MW00000": "Prognose", "OG00000": "Ondergrens"}),
            Dimension("Leeftijd", "Dimension", {"10000": "Totaal"}),
            Dimension("RegioIndeling2021", "GeoDimension", regions),
            Dimension(_PERIOD, "TimeDimension", {code: code[:4] for code in years}),
        ),
        "TotaleBevolking_1",
        "Totale bevolking",
        values,
    )


def _inhabitants() -> Iterator[tuple[str, str, int]]:
    path = SHARED / "kerncijfers-gemeenten" / "kerncijfers_gemeenten_2012_2024.csv"
    if path.is_file():
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["aantal_inwoners"]:
                    yield row["gemeentecode"], row["jaar"], int(float(row["aantal_inwoners"]))
        return
    for at, code in enumerate(TOWNS):
        for year in range(2020, 2025):
            yield code, str(year), 30_000 + 10_000 * at + 100 * (year - 2020)


def _pairs() -> Iterator[tuple[str, str, str, str, str, float]]:
    path = SHARED / "pendel-2006-2014" / "pendel_drenthe_2006_2014.csv"
    if path.is_file():
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["jaar"] in ("2013", "2014"):
                    home, work = row["woon_code"], row["werk_code"]
                    yield row["jaar"], home, row["woongemeente"], work, row["werkgemeente"], float(row["banen_x1000"])
        return
    codes = [*TOWNS, "GM0014", "GM0193", "GM1680"]
    for year in ("2013", "2014"):
        for at, home in enumerate(codes):
            for there, work in enumerate(codes):
                yield year, home, f"Gemeente {home}", work, f"Gemeente {work}", round(0.1 * at + 0.3 * there, 1)


def _code_row(dimension: Dimension, code: str, key: str) -> dict[str, Any]:
    row: dict[str, Any] = {key: dimension.key(code), "Title": dimension.codes[code], "Description": ""}
    if dimension.kind == "TimeDimension":
        row["Status"] = "Voorlopig" if code in dimension.provisional else "Definitief"
    return row


def _chosen(table: Table, text: str) -> list[tuple[tuple[str, ...], float | None]]:
    """The cells of which every dimension in the filter has one of the codes that it names, to the last space."""
    asked: dict[str, set[str]] = {}
    for name, code in _TERM.findall(text):
        asked.setdefault(name, set()).add(code.replace("''", "'"))
    asked.pop("Measure", None)
    return [
        (codes, value)
        for codes, value in table.values.items()
        if all(one.key(code) in asked[one.name] for one, code in zip(table.dimensions, codes) if one.name in asked)
    ]


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(json.dumps(value).encode(), "application/json;odata=minimalmetadata;charset=utf-8", status)
