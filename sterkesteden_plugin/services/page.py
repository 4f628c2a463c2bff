# SPDX-License-Identifier: GPL-2.0-or-later
"""What a client gives, part by part, and what it is asked for. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# A box around the Netherlands in RD, wide enough for what borders on it: what lies elsewhere has another CRS.
NEARBY = (-100_000.0, 200_000.0, 420_000.0, 750_000.0)


@dataclass(frozen=True)
class Wanted:
    """What of a data set is wanted.

    `box` is xmin, ymin, xmax, ymax in EPSG:28992, None for everywhere; `codes` are what "@gemeenten" and "@steden" in
    the choices of a data set stand for.
    """

    box: tuple[float, float, float, float] | None = None
    codes: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class FeaturePage:
    """Features as the service sent them: a file that OGR's `driver` (GeoJSON, GML, ESRIJSON) reads, in this CRS."""

    body: bytes
    driver: str
    crs: str  # EPSG:28992, OGC:CRS84, …
    total: int | None  # how many are wanted in all, of all questions; where the service says so
    retrieved: str  # UTC, ISO 8601: when the server sent it
    url: str


@dataclass(frozen=True)
class RowPage:
    """Rows without geometry, by the service's own field names. A value is None where there is none (never zero).

    `marks` says of a row of this page, by its index, why its value has a mark: "voorlopig" or "geheim".
    """

    rows: Sequence[Mapping[str, Any]]
    total: int | None
    retrieved: str
    url: str
    marks: Mapping[int, str] = field(default_factory=dict)
