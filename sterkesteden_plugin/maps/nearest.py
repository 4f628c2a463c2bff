# SPDX-License-Identifier: GPL-2.0-or-later
"""Which items lie near a point: pure ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Hit(NamedTuple):
    """A place near the point: distance (0 inside an area), dimension (0 point, 1 line, 2 area), area, items.

    Distances are in pixels; areas in any unit, as long as it is one.
    """

    distance: float
    dimension: int
    area: float
    items: tuple[str, ...]


def rank_items(hits: Iterable[Hit], tolerance: float, touch: float) -> list[str]:
    """Return item ids, nearest first, each once.

    What is nearer than `touch` counts as touched: there a point comes before a line, a line before an area and a
    small area before a large one, so that a click on the symbol of a station is that station before the town around
    it. What is farther than `tolerance` is left out.
    """
    near = sorted(
        (hit for hit in hits if hit.distance <= tolerance),
        key=lambda hit: (0 if hit.distance <= touch else hit.distance, hit.dimension, hit.area, hit.distance),
    )
    return list(dict.fromkeys(item for hit in near for item in hit.items))
