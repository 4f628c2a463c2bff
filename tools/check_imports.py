# SPDX-License-Identifier: GPL-2.0-or-later
"""Hold the plugin's imports to the rules of docs/architecture.md.

    python -m tools.check_imports

Pure cores import neither QGIS nor Qt; arrows between rooms point inward; panel and maps do not know each other; no
circles; Qt only by qgis.PyQt; nothing heavy while QGIS starts; nothing that does not come with QGIS.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "sterkesteden_plugin"

# Which way arrows run: a room imports only rooms to its left, or its own. Single modules count as rooms.
LAYERS = (
    ("paths", "i18n", "dutch", "messages", "story", "figures", "tables", "networks", "boundaries", "vacancy"),
    ("state", "finder", "store"),
    ("services",),
    ("maps", "processing"),
    ("panel", "output"),
    ("opening", "pack_files", "presentation", "locator", "options"),
    ("open_data", "address_points", "network_desk"),
    ("workbench",),
    ("session",),
    ("plugin",),
    ("__init__",),
)
STRANGERS = {("panel", "maps")}  # they meet in the state only
# Adapters in the rooms of a subject, and modules that end in `algorithms`, may use QGIS; their cores may not.
ADAPTERS = {"input_words", "list_words", "lists", "od_tables", "region_words", "zones"}
PURE_ROOMS = {"story", "figures", "tables", "networks", "boundaries", "vacancy"}
# Their cores are NumPy, so nobody imports them when QGIS starts.
NUMERIC_ROOMS = {"tables", "networks", "boundaries", "vacancy"}
PURE_MODULES = {
    "store.schema",
    "store.check",
    "store.ddl",
    "store.sql",
    "store.published",
    "store.datasets",
    "services.page",
    "services.address",
    "maps.nearest",
    "panel.history",
}

QT = {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
FOREIGN = {"geopandas", "fiona", "shapely", "pandas", "pyogrio", "yaml", "pyproj", "scipy", "requests", "pytest"}
HEAVY = {"numpy", "matplotlib", "urllib.request", "http.client", "socket", "ssl"}
EMPTY_NAMES = {"utils", "helpers", "common", "manager"}


@dataclass(frozen=True)
class Import:
    """One imported module, as a name with dots; `inside` is whether it is one of the plugin's own."""

    name: str
    line: int
    inside: bool
    at_start: bool  # carried out when the module is loaded
    typing: bool  # seen by type checkers only


def imports(tree: ast.Module, module: str, is_package: bool, modules: set[str]) -> Iterator[Import]:
    """Every import in `tree`, the source of the plugin's module `module` (`maps.tree`)."""
    package = module.split(".") if is_package else module.split(".")[:-1]
    package = [part for part in package if part != "__init__"]

    def visit(node: ast.AST, at_start: bool, typing: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                for alias in child.names:
                    yield Import(alias.name, child.lineno, False, at_start, typing)
            elif isinstance(child, ast.ImportFrom):
                base = child.module or ""
                if child.level == 0:
                    for alias in child.names:
                        yield Import(f"{base}.{alias.name}", child.lineno, False, at_start, typing)
                    continue
                above = package[: len(package) - (child.level - 1)]
                target = ".".join([*above, *base.split(".")] if base else above)
                for alias in child.names:
                    full = f"{target}.{alias.name}" if target else alias.name
                    yield Import(full if full in modules else target, child.lineno, True, at_start, typing)
            elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                yield from visit(child, False, typing)
            elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
                yield from visit(ast.Module(child.body, []), False, True)
                yield from visit(ast.Module(child.orelse, []), at_start, typing)
            else:
                yield from visit(child, at_start, typing)

    return visit(tree, True, False)


def is_pure(module: str) -> bool:
    """Whether the module is one of the cores."""
    parts = module.split(".")
    adapter = parts[-1] in ADAPTERS or parts[-1].endswith("algorithms")
    return module in PURE_MODULES or (parts[0] in PURE_ROOMS and not adapter)


def _layer(module: str) -> int | None:
    parts = module.split(".")
    # The algorithms and adapters of a room stand where Processing stands, whatever the layer of their core.
    is_core = parts[0] not in PURE_ROOMS or is_pure(module)
    room = parts[0] if is_core and not parts[-1].endswith("algorithms") else "processing"
    return next((number for number, rooms in enumerate(LAYERS) if room in rooms), None)


def is_numeric(module: str) -> bool:
    """Whether the module is a core that computes with NumPy."""
    return module.split(".")[0] in NUMERIC_ROOMS and "." in module and is_pure(module)


def _outside(module: str, found: Import) -> Iterator[str]:
    name, top = found.name, found.name.split(".")[0]
    if top in QT:
        yield "Qt comes by qgis.PyQt"
    if top == PACKAGE.name:
        yield "the plugin's own modules are imported relatively"
    if is_pure(module) and top in {"qgis", "processing", "osgeo", *QT}:
        yield "a pure core imports neither QGIS nor Qt"
    if top in FOREIGN:
        yield "does not come with QGIS everywhere"
    heavy = HEAVY - ({"numpy"} if is_numeric(module) else set())
    if found.at_start and any(name == one or name.startswith(one + ".") for one in heavy):
        yield "is imported where it is needed, not when QGIS starts"


def _inside(module: str, found: Import) -> Iterator[str]:
    mine, theirs = _layer(module), _layer(found.name)
    room, other = module.split(".")[0], found.name.split(".")[0]
    if theirs is None or mine is None:
        yield f"room {other if theirs is None else room} has no place in LAYERS of tools/check_imports.py"
    elif theirs > mine and not is_pure(found.name):
        yield "arrows point inward"
    if (room, other) in STRANGERS or (other, room) in STRANGERS:
        yield "panel and maps do not know each other"
    if found.at_start and is_numeric(found.name) and not is_numeric(module):
        yield "is imported where it is needed, not when QGIS starts"
    if is_pure(module) and not is_pure(found.name) and found.name not in PURE_ROOMS:
        yield "a pure core imports only pure cores"


def circles(graph: dict[str, set[str]]) -> list[str]:
    """The circles in a graph of imports, each as `a -> b -> a`, beginning with the first by the alphabet."""
    found = set()

    def walk(module: str, path: list[str], done: set[str]) -> None:
        if module in path:
            circle = path[path.index(module) :]
            first = circle.index(min(circle))
            found.add(" -> ".join([*circle[first:], *circle[:first], circle[first]]))
            return
        if module in done:
            return
        for other in sorted(graph.get(module, ())):
            walk(other, [*path, module], done)
        done.add(module)

    done: set[str] = set()
    for module in sorted(graph):
        walk(module, [], done)
    return sorted(found)


def faults(package: Path = PACKAGE) -> list[str]:
    """Every import of the package that breaks a rule, as `file:line: import: rule`."""
    files = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        is_package = parts[-1] == "__init__" and len(parts) > 1
        files[".".join(parts[:-1] if is_package else parts)] = (path, is_package)
    found = []
    graph: dict[str, set[str]] = {}
    for module, (path, is_package) in files.items():
        where = path.relative_to(package.parent).as_posix()
        if EMPTY_NAMES & set(path.stem.split("_")):
            found.append(f"{where}: a name that says nothing")
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        for one in imports(tree, module, is_package, set(files)):
            rules = _inside(module, one) if one.inside else _outside(module, one)
            found += [f"{where}:{one.line}: {one.name}: {rule}" for rule in rules]
            if one.inside and one.name != module:
                graph.setdefault(module, set()).add(one.name)
    return found + [f"a circle of imports: {circle}" for circle in circles(graph)]


def main() -> int:
    wrong = faults()
    for fault in wrong:
        print(fault, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
