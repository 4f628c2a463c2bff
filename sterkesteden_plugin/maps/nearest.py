# SPDX-License-Identifier: GPL-2.0-or-later
"""Which items lie near a point: pure ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Hit(NamedTuple):
    """A place near the point: distance in metres (0 inside an area), its area in square metres (0 of points and lines)."""

    distance: float
    area: float
    items: tuple[str, ...]


def rank_items(hits: Iterable[Hit], tolerance: float, touch: float) -> list[str]:
    """Return item ids, nearest first, each once.

    What is nearer than `touch` counts as touched: among what is touched the smaller comes first, so that a click on the
    symbol of a station is that station before the town around it. What is farther than `tolerance` is left out.
    """
    near = [hit for hit in hits if hit.distance <= tolerance]
    near.sort(key=lambda hit: (0.0, hit.area, hit.distance) if hit.distance <= touch else (hit.distance, hit.area, 0.0))
    return list(dict.fromkeys(item for hit in near for item in hit.items))
