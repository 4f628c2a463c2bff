# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the GeoPackage is up to date: a digest of all that it is made from, kept beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from sterkesteden_plugin.store import ddl, schema


def _digest(paths: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in paths:
        content = path.read_bytes()
        found.update(f"{path.as_posix()}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


def current(source: Path, styles: Path, target: Path) -> str:
    """The digest of sources, styles and code, and of the file as it is now."""
    inputs = [path for path in source.rglob("*") if path.is_file()]
    inputs += [
        *styles.glob("*.qml"),
        *Path(__file__).parent.glob("*.py"),
        *(Path(str(module.__file__)) for module in (schema, ddl)),
    ]
    return f"{_digest(sorted(inputs))} {_digest([target] if target.is_file() else [])}"


def _side(target: Path) -> Path:
    return target.with_name(target.name + ".digest")


def unchanged(source: Path, styles: Path, target: Path) -> bool:
    """Whether `target` is what these inputs gave the last time."""
    side = _side(target)
    return target.is_file() and side.is_file() and side.read_text() == current(source, styles, target)


def keep(source: Path, styles: Path, target: Path) -> None:
    """Remember what `target` was made from."""
    _side(target).write_text(current(source, styles, target))
