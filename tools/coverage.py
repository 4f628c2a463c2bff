# SPDX-License-Identifier: GPL-2.0-or-later
"""The mission's checklist, line by line, with what covers it: docs/dekking.md from data/dekking.yaml and the sources.

    python -m tools.coverage [--check]

Faults go to standard error, a line each, and give exit code 1: a line that nothing covers, an id that the pack does
not have, and, the other way round, a text or place of the pack that no line names.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .data.faults import Faults, one_of
from .data.places import has_location
from .data.read import read
from .data.rows import Row, Rows, rows_of

DATA = Path("data")
DOCUMENT = Path("docs/dekking.md")
MARKS = {"P": "punt", "L": "lijn", "V": "vlak", "~": "vaag", "H": "historisch", "?": "geen plek in de bron"}
_NAMED = ("hoofdstuk", "stad", "thema", "item", "plaats", "nu")  # each is in some line
_OTHERS = ("cijfer", "bron")  # these may be


@dataclass(frozen=True)
class Line:
    """A line of the checklist; `marks` says how its places are drawn, empty where it names none."""

    part: str
    text: str
    marks: str
    ids: tuple[str, ...]


def lines(data: Path = DATA) -> list[Line]:
    """The checklist in its order."""
    content = yaml.safe_load((data / "dekking.yaml").read_text(encoding="utf-8"))
    return [
        Line(part["deel"], line["regel"], line.get("kaart", ""), tuple(line.get("ids") or ()))
        for part in content
        for line in part["regels"]
    ]


def rows(data: Path = DATA) -> Rows:
    """What the pack will hold, from its sources; faults of theirs are for `make data` to tell."""
    faults = Faults()
    return rows_of(read(data, faults), faults)


def _by_id(found: Rows) -> dict[str, list[tuple[str, Row]]]:
    """Everything that may cover a line: a city and the point where it lies share their id."""
    known: dict[str, list[tuple[str, Row]]] = {}
    for table in (*_NAMED, *_OTHERS):
        for row in found[table]:
            known.setdefault(str(row.values["id"]), []).append((table, row))
    return known


def faults(checklist: Sequence[Line], found: Rows) -> list[str]:
    """What is wrong between checklist and pack, a line each."""
    known = _by_id(found)
    wrong = []
    for line in checklist:
        where = f"{line.part}: {line.text}"
        if not line.ids:
            wrong.append(f"{where}: nothing covers this line")
        wrong += [f"{where}: unknown id '{i}'; {one_of(i, known)}" for i in line.ids if i not in known]
        wrong += [f"{where}: unknown mark '{mark}'" for mark in line.marks if mark not in MARKS]
    named = {i for line in checklist for i in line.ids}
    wrong += [
        f"{table}: {row.values['id']}: no line of the checklist names it"
        for table in _NAMED
        for row in found[table]
        if str(row.values["id"]) not in named
    ]
    return wrong


def _title(table: str, row: Row) -> str:
    values = row.values
    if table == "cijfer":
        return f"{values['gebied']}, {values['peildatum']}"
    if table == "nu":
        return f"nu: {values['bewering']}".rstrip(".")
    return str(values.get("titel") or values.get("naam"))


def _cell(text: Any) -> str:
    return " ".join(str(text).split()).replace("|", "\\|")


def _covering(record: str, known: dict[str, list[tuple[str, Row]]]) -> str:
    titles = dict.fromkeys(_title(table, row) for table, row in known[record])
    return f"{_cell(' / '.join(titles))} (`{record}`)"


def _document(checklist: Sequence[Line], found: Rows) -> Iterator[str]:
    known = _by_id(found)
    yield "# Dekking"
    yield ""
    yield "De controlelijst van de opdracht, met wat elke regel dekt. Gemaakt door `python -m tools.coverage` uit"
    yield "`data/dekking.yaml` en de bronbestanden; verander daar iets, en maak deze bladzijde opnieuw."
    yield ""
    unlocated = [row for row in found["plaats"] if not has_location(row)]
    places = len(found["plaats"])
    yield f"{len(checklist)} regels, {places} plaatsen; {len(unlocated)} daarvan staan niet op de kaart (onderaan)."
    part = ""
    for line in checklist:
        drawn = any(other.marks for other in checklist if other.part == line.part)
        if line.part != part:
            part = line.part
            yield ""
            yield f"## {part}"
            yield ""
            yield "| Regel | Op de kaart | Gedekt door |" if drawn else "| Regel | Gedekt door |"
            yield "|---|---|---|" if drawn else "|---|---|"
        marks = f" {', '.join(MARKS[mark] for mark in line.marks)} |" if drawn else ""
        yield f"| {_cell(line.text)} |{marks} {'; '.join(_covering(i, known) for i in line.ids)} |"
    yield ""
    yield "## Plaatsen zonder plek op de kaart"
    yield ""
    yield "| Plaats | Waarom niet |"
    yield "|---|---|"
    for row in unlocated:
        yield f"| {_cell(row.values['naam'])} (`{row.values['id']}`) | {_cell(row.values['toelichting'])} |"


def document(checklist: Sequence[Line], found: Rows) -> str:
    """The text of docs/dekking.md."""
    return "\n".join(_document(checklist, found)) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.coverage", description="Write docs/dekking.md.")
    parser.add_argument("--check", action="store_true", help="only say what is wrong, write nothing")
    options = parser.parse_args(arguments)
    checklist, found = lines(), rows()
    wrong = faults(checklist, found)
    if not wrong:
        text = document(checklist, found)
        if not options.check:
            DOCUMENT.write_text(text, encoding="utf-8")
        elif not DOCUMENT.exists() or DOCUMENT.read_text(encoding="utf-8") != text:
            wrong = [f"{DOCUMENT.as_posix()}: is not what the sources give; run python -m tools.coverage"]
    for fault in wrong:
        print(fault, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
