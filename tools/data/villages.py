# SPDX-License-Identifier: GPL-2.0-or-later
"""The villages of `kernen.csv`, which only serve to make municipality areas and do not go into the GeoPackage."""

from __future__ import annotations

from .faults import Faults, one_of
from .read import Record

_COLUMNS = ("geonameid", "naam", "gemeentecode", "lon", "lat", "bron")


def check_villages(villages: list[Record], sources: set[str], faults: Faults) -> bool:
    """Check columns, names and sources and return whether all is well; if a point can be made is for geography.py."""
    before = len(faults)
    for village in villages:
        for column in village.values:
            if column not in _COLUMNS:
                faults.add(village.file, village.name, column, f"unknown field; {one_of(column, _COLUMNS)}")
        for column in ("naam", "gemeentecode", "bron"):
            if village.values.get(column) is None:
                faults.add(village.file, village.name, column, "missing")
        source = village.values.get("bron")
        if source is not None and source not in sources:
            faults.add(village.file, village.name, "bron", f"unknown bron '{source}'; {one_of(source, sources)}")
    return len(faults) == before
