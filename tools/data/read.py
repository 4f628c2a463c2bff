# SPDX-License-Identifier: GPL-2.0-or-later
"""Read the sources into records, as they stand: nothing is judged here but whether a file can be read at all."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from . import markdown
from .faults import Faults


@dataclass(frozen=True)
class Record:
    """What one entry of a file says; `name` is its id, or its place in the file while it has none."""

    file: str
    name: str
    values: dict[str, Any]
    text: str = ""
    feature: dict[str, Any] | None = None  # of a place: the GeoJSON feature


@dataclass
class Sources:
    """All records, by the table they are for."""

    pakket: list[Record] = field(default_factory=list)
    bron: list[Record] = field(default_factory=list)
    dienst: list[Record] = field(default_factory=list)
    groep: list[Record] = field(default_factory=list)
    stad: list[Record] = field(default_factory=list)
    hoofdstuk: list[Record] = field(default_factory=list)
    thema: list[Record] = field(default_factory=list)
    item: list[Record] = field(default_factory=list)
    plaats: list[Record] = field(default_factory=list)
    kern: list[Record] = field(default_factory=list)  # villages from which municipality areas are made
    indicator: list[Record] = field(default_factory=list)
    cijfer: list[Record] = field(default_factory=list)
    nu: list[Record] = field(default_factory=list)
    toets: list[Record] = field(default_factory=list)
    gebiedsopvolger: list[Record] = field(default_factory=list)


class _Loader(yaml.SafeLoader):
    """YAML in which dates stay text (they are checked as text everywhere) and no key stands twice."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if isinstance(key, Hashable) and key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key '{key}' stands twice", key_node.start_mark)
            seen.add(key if isinstance(key, Hashable) else None)
        return super().construct_mapping(node, deep)


class Reader:
    """Reads the files under one folder; faults go to the list it was given."""

    def __init__(self, root: Path, faults: Faults) -> None:
        self.root = root
        self.faults = faults

    def label(self, path: Path) -> str:
        return path.as_posix()

    def text(self, path: Path) -> str | None:
        try:
            return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except FileNotFoundError:
            self.faults.add(self.label(path), "-", "-", "this file is missing; add it")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            self.faults.add(self.label(path), "-", "-", f"line {line} is not UTF-8; save the file as UTF-8")
        except OSError as error:
            self.faults.add(self.label(path), "-", "-", f"cannot be read: {error.strerror}")
        return None

    def yaml(self, path: Path, source: str | None, first_line: int = 0) -> Any:
        if source is None:
            return None
        try:
            return yaml.load(source, _Loader)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            line = f"line {mark.line + 1 + first_line}: " if mark else ""
            problem = getattr(error, "problem", None) or str(error)
            self.faults.add(self.label(path), "-", "-", f"is no valid YAML: {line}{problem}")
        return None

    def mapping(self, path: Path) -> list[Record]:
        """A file that holds one record."""
        content = self.yaml(path, self.text(path))
        return [self.record(path, content, "-")] if isinstance(content, dict) else self.not_a(path, content, "mapping")

    def listing(self, path: Path, inside: str | None = None) -> list[Record]:
        """A file that holds a list of records, or a mapping whose only key `inside` holds it."""
        content = self.yaml(path, self.text(path))
        if inside is not None and content is not None:
            if not isinstance(content, dict) or list(content) != [inside]:
                return self.not_a(path, content, f"mapping with the one key '{inside}'")
            content = content[inside]
        if not isinstance(content, list):
            return self.not_a(path, content, "list")
        return list(self.entries(path, content, "-"))

    def entries(self, path: Path, content: list[Any], field_name: str) -> Iterator[Record]:
        for number, entry in enumerate(content, 1):
            if isinstance(entry, dict):
                yield self.record(path, entry, f"record {number}")
            else:
                self.faults.add(self.label(path), f"record {number}", field_name, "is no mapping of keys to values")

    def not_a(self, path: Path, content: Any, wanted: str) -> list[Record]:
        if content is not None or not self.faults:
            self.faults.add(self.label(path), "-", "-", f"must be a {wanted}")
        return []

    def record(self, path: Path, values: dict[Any, Any], fallback: str, **more: Any) -> Record:
        name = values.get("id")
        return Record(self.label(path), str(name) if name else fallback, {str(k): v for k, v in values.items()}, **more)

    def markdowns(self, folder: Path) -> Iterator[Record]:
        for path in sorted(folder.glob("*.md")):
            source = self.text(path)
            if source is None:
                continue
            parts = markdown.split(source)
            if parts is None:
                self.faults.add(self.label(path), "-", "-", "has no front matter; begin with YAML between '---' lines")
                continue
            values = self.yaml(path, parts[0], first_line=1)
            if isinstance(values, dict):
                yield self.record(path, values, "-", text=parts[1])
            elif values is not None:
                self.not_a(path, values, "mapping in its front matter")

    def table(self, path: Path) -> Iterator[Record]:
        """CSV with a header; an empty cell is absent."""
        source = self.text(path)
        if source is None:
            return
        try:
            rows = list(csv.reader(io.StringIO(source, newline=""), strict=True))
        except csv.Error as error:
            self.faults.add(self.label(path), "-", "-", f"is no valid CSV: {error}")
            return
        if not rows:
            self.faults.add(self.label(path), "-", "-", "is empty; begin with the names of the columns")
            return
        header = rows[0]
        for name in sorted({name for name in header if header.count(name) > 1}):
            self.faults.add(self.label(path), "line 1", name or "-", "this column stands twice")
        for number, cells in enumerate(rows[1:], 2):
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                problem = f"has {len(cells)} cells where the header has {len(header)}; quote a cell that holds a comma"
                self.faults.add(self.label(path), f"line {number}", "-", problem)
                continue
            values = {name: cell.strip() or None for name, cell in zip(header, cells, strict=True)}
            yield self.record(path, values, f"line {number}")

    def features(self, path: Path) -> Iterator[Record]:
        """GeoJSON: a record for each feature, its values the properties."""
        source = self.text(path)
        if source is None:
            return
        try:
            content = json.loads(source, parse_constant=_no_constant, object_pairs_hook=_no_key_twice)
        except (ValueError, RecursionError) as error:
            self.faults.add(self.label(path), "-", "-", f"is no valid GeoJSON: {error}")
            return
        if not isinstance(content, dict) or not isinstance(content.get("features"), list):
            self.not_a(path, content, "GeoJSON FeatureCollection")
            return
        if "crs" in content:
            self.faults.add(self.label(path), "-", "crs", "leave it out: GeoJSON is WGS 84, longitude first")
        for number, feature in enumerate(content["features"], 1):
            name = f"feature {number}"
            properties = feature.get("properties") if isinstance(feature, dict) else None
            if not isinstance(properties, dict) or feature.get("type") != "Feature" or "geometry" not in feature:
                self.faults.add(self.label(path), name, "-", "is no Feature with properties and geometry (or null)")
                continue
            yield self.record(path, properties, name, feature=feature)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = sorted({key for key, _ in pairs if [k for k, _ in pairs].count(key) > 1})
        raise ValueError(f"key '{twice[0]}' stands twice in one object")
    return found


def read(root: Path, faults: Faults) -> Sources:
    """Read every source under `root`; what cannot be read is a fault and left out."""
    reader = Reader(root, faults)
    found = Sources(
        pakket=reader.mapping(root / "pakket.yaml"),
        bron=reader.listing(root / "sources.yaml"),
        dienst=reader.listing(root / "services.yaml"),
        groep=reader.listing(root / "layers.yaml", inside="groepen"),
        stad=reader.listing(root / "story" / "steden.yaml"),
        hoofdstuk=list(reader.markdowns(root / "story" / "hoofdstukken")),
        thema=list(reader.markdowns(root / "story" / "themas")),
        item=list(reader.markdowns(root / "story" / "items")),
        indicator=list(reader.table(root / "figures" / "indicatoren.csv")),
    )
    now = root / "story" / "nu.yaml"
    if now.exists():
        found.nu = reader.listing(now)
    claims = root / "evidence.yaml"
    if claims.exists():
        found.toets = reader.listing(claims)
    merged = root / "gebiedsopvolgers.csv"
    if merged.exists():
        found.gebiedsopvolger = list(reader.table(merged))
    for path in sorted((root / "places").glob("*.geojson")):
        found.plaats += reader.features(path)
    villages = root / "places" / "kernen.csv"
    if villages.exists():
        found.kern += reader.table(villages)
    for path in sorted((root / "figures").glob("*.csv")):
        if path.name != "indicatoren.csv":
            found.cijfer += reader.table(path)
    return found
