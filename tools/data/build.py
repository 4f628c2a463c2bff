# SPDX-License-Identifier: GPL-2.0-or-later
"""From sources to GeoPackage: read, check, write."""

from __future__ import annotations

from pathlib import Path

from .check import check_references, check_values
from .faults import BuildError, Faults
from .layers import layers_of
from .places import has_location, locate
from .read import read
from .rows import rows_of
from .rules import check_rules
from .villages import check_villages
from .write import write


def build(source: Path, target: Path, styles: Path) -> None:
    """Build `target` from the folder `source`; raises BuildError with all faults, and then writes nothing."""
    faults = Faults()
    sources = read(source, faults)
    complete = not faults  # else what refers to an unread file would be called unknown
    rows = rows_of(sources, faults)
    check_values(rows, faults)
    if complete:
        check_references(rows, faults)
    sound = complete and check_villages(sources.kern, {row.values["id"] for row in rows["bron"]} - {None}, faults)
    located = locate(rows["plaats"], sources.kern if sound else None, faults)
    layers = layers_of(rows, styles, faults)
    table_of = {row.values["id"]: "plaats_zonder" for row in rows["plaats"] if not has_location(row)}
    if complete:
        check_rules(rows, table_of | dict(zip(located["id"], located["tabel"], strict=True)), faults)
    if faults:
        raise BuildError(faults)
    write(target, rows, located, layers)
