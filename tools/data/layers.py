# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer tree: which places a layer shows, and its style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from sterkesteden_plugin.store.schema import PLACE_KINDS, TABLES

from .faults import Faults, one_of
from .rows import Row, Rows

TABLE_OF = {"punt": "plaats_punt", "lijn": "plaats_lijn", "vlak": "plaats_vlak"}
TABLE_VIEWS = ("cijfer_tabel",)
VIEWS = ("stad_cijfers",)  # and those named plaats_…
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TAKEN = re.compile(r"(gpkg|rtree|sqlite|layer_styles|plaats)(_|$)")
_SELECTS = {"groepen", "soorten", "items"}


@dataclass(frozen=True)
class Selection:
    """Places of any of the groups and any of the kinds (empty: all), and only those of items if `items`."""

    groups: tuple[str, ...]
    kinds: tuple[str, ...]
    items: bool


@dataclass(frozen=True)
class Layer:
    """A layer that is a view of places (`table`, `selections`), of figures (`table` is None), or of what is loaded."""

    view: str
    title: str
    note: str
    table: str | None
    selections: tuple[Selection, ...]
    style: str | None  # QML
    loaded: bool = False  # `view` is a table that is filled by users


def _selections(row: Row, groups: set[str], faults: Faults) -> tuple[Selection, ...]:
    content = row.extra["selectie"]
    if not isinstance(content, list) or not content:
        row.fault(faults, "selectie", "missing; write a list of mappings with groepen, soorten or items: true")
        return ()
    found = []
    for number, entry in enumerate(content, 1):
        name = f"selectie[{number}]"
        if not isinstance(entry, dict) or not entry or not set(entry) <= _SELECTS:
            row.fault(faults, name, "is no mapping with groepen, soorten or items: true")
            continue
        kinds, wanted = (_words(row, f"{name}.{key}", entry.get(key, ()), faults) for key in ("soorten", "groepen"))
        for word, known, key in [(w, PLACE_KINDS, "soorten") for w in kinds] + [(w, groups, "groepen") for w in wanted]:
            if word not in known:
                row.fault(faults, f"{name}.{key}", f"unknown '{word}'; {one_of(word, known)}")
        if entry.get("items", True) is not True:
            row.fault(faults, f"{name}.items", "write true or leave it out")
        found.append(Selection(wanted, kinds, "items" in entry))
    return tuple(found)


def _words(row: Row, name: str, content: Any, faults: Faults) -> tuple[str, ...]:
    if content == ():  # absent
        return ()
    if not isinstance(content, list) or not content or not all(isinstance(word, str) for word in content):
        row.fault(faults, name, "must be a list of words")
        return ()
    return tuple(content)


def _style(row: Row, folder: Path, faults: Faults) -> str | None:
    name = row.extra["stijl"]
    if name is None:
        if row.values["geometrie"] in TABLE_OF:
            row.fault(faults, "stijl", "missing; name a style of resources/styles")
        return None
    known = {path.stem for path in folder.glob("*.qml")}
    if not isinstance(name, str) or name not in known:
        row.fault(faults, "stijl", f"there is no style {(folder / f'{name}.qml').as_posix()}; {one_of(name, known)}")
        return None
    path = folder / f"{name}.qml"
    try:
        style = path.read_bytes().decode("utf-8")
        root = ElementTree.fromstring(style)  # a file of this repository
        if root.tag != "qgis":
            raise ValueError("its root is not <qgis>")
    except (ValueError, ElementTree.ParseError) as error:
        row.fault(faults, "stijl", f"{path.as_posix()} is no QGIS style: {error}")
        return None
    return style


def _may_name_a_view(name: str) -> bool:
    taken = name in TABLES or name in TABLE_VIEWS or name in VIEWS or _TAKEN.match(name)
    return bool(_NAME.fullmatch(name)) and not taken


def _loaded(row: Row, rows: Rows, styles: Path, faults: Faults) -> list[Layer]:
    """The layer of a data set; one that is not in the catalogue is a fault elsewhere."""
    word = row.values["geometrie"]
    kinds = {r.values["id"]: r.values["soort"] for r in rows["gegevensset"]}
    kind = kinds.get(row.values["gegevensset_id"], word)
    if word != kind:
        row.fault(faults, "geometrie", f"the data set is of soort '{kind}'; write that")
    for key in ("selectie", "weergave"):
        if row.extra[key] is not None:
            row.fault(faults, key, "a layer of a gegevensset shows just that; leave it out")
    title, note = (row.values[key] or "" for key in ("titel", "toelichting"))
    return [Layer(row.values["tabel"], title, note, None, (), _style(row, styles, faults), loaded=True)]


def layers_of(rows: Rows, styles: Path, faults: Faults) -> list[Layer]:
    """The views to make, in the order of the tree; services have none."""
    groups = {row.values["id"] for row in rows["groep"]} - {None}
    found = []
    for row in rows["laag"]:
        name, word = row.values["id"], row.values["geometrie"]
        if name is not None and not _may_name_a_view(name):
            message = f"'{name}' cannot name a view; use small letters, digits and _, and no name of a table"
            row.fault(faults, "id", message)
        if (word == "dienst") != (row.values["dienst_id"] is not None):
            row.fault(faults, "dienst", "a layer of geometrie 'dienst' names its dienst, and no other does")
        shown = row.extra["weergave"]
        if row.values["gegevensset_id"] is not None:
            found += _loaded(row, rows, styles, faults)
            continue
        if (word == "tabel") != (shown is not None):
            row.fault(faults, "weergave", "a layer of geometrie 'tabel' names its weergave, and no other does")
        elif word == "tabel" and shown not in TABLE_VIEWS:
            row.fault(faults, "weergave", f"unknown '{shown}'; {one_of(shown, TABLE_VIEWS)}")
        if word not in TABLE_OF and row.extra["selectie"] is not None:
            row.fault(faults, "selectie", f"a layer of geometrie '{word}' shows no places; leave it out")
        if word in TABLE_OF or word == "tabel":
            table = TABLE_OF.get(word)
            selections = _selections(row, groups, faults) if table else ()
            view, title, note = (row.values[key] or "" for key in ("tabel", "titel", "toelichting"))
            found.append(Layer(view, title, note, table, selections, _style(row, styles, faults)))
    for view in sorted({layer.view for layer in found if sum(other.view == layer.view for other in found) > 1}):
        if view in TABLE_VIEWS:
            faults.add(rows["laag"][0].record.file, view, "weergave", "stands in two layers; one is enough")
    return found
