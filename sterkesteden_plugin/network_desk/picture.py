# SPDX-License-Identifier: GPL-2.0-or-later
"""From flows and divisions to what the map and the small maps show. Lengths of arrays are those of the flows' codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..figures.zone_map import ZoneShape
from ..maps.network_layers import Fill, Line

if TYPE_CHECKING:
    import numpy as np

    from ..networks.divisions import Division
    from ..networks.facts import Tie
    from ..networks.flows import Flows
    from ..networks.soft_areas import Shares
    from ..networks.zones import Zones

LEAST_SHARE = 0.01  # of residents' jobs: a smaller flow has no line whatever the slider says
_SIMPLE = 1 / 150  # of the extent: what small maps leave out of outlines
_STEPS = 12
_MOST_LINES = 10_000  # the largest; more would be a blot, and a wait


def flow_lines(flows: Flows, points: np.ndarray) -> list[Line]:
    """Every flow that may be drawn, the widest for the largest."""
    import numpy as np

    from ..networks.curves import curved
    from ..networks.selecting import select

    lines = select(flows, share=LEAST_SHARE)
    drawn = np.isfinite(points[lines.origin]).all(axis=1) & np.isfinite(points[lines.destination]).all(axis=1)
    origin, destination = lines.origin[drawn], lines.destination[drawn]
    flow, share = lines.flow[drawn], lines.share[drawn]
    if len(flow) > _MOST_LINES:
        largest = np.sort(np.argsort(-flow, kind="stable")[:_MOST_LINES])
        origin, destination, flow, share = origin[largest], destination[largest], flow[largest], share[largest]
    wide = flow / flow.max() if len(flow) else flow
    corners = _wkb(curved(points, origin, destination, steps=_STEPS))
    rows = zip(origin.tolist(), destination.tolist(), flow.tolist(), share.tolist(), wide.tolist(), corners)
    return [Line(flows.codes[o], flows.codes[d], f, s, w, c) for o, d, f, s, w, c in rows]


def tie_lines(zone: str, ties: Sequence[Tie], into: bool, flows: Flows, points: np.ndarray) -> list[Line]:
    """The ties of one zone with others that have a place."""
    import numpy as np

    from ..networks.curves import curved

    place = {code: i for i, code in enumerate(flows.codes)}
    shown = [tie for tie in ties if tie.code in place and tie.code != zone and tie.flow > 0]
    shown = [tie for tie in shown if np.isfinite(points[[place[tie.code], place[zone]]]).all()]
    if not shown:
        return []
    ends = np.array([[place[zone], place[tie.code]] for tie in shown])
    origin, destination = (ends[:, 1], ends[:, 0]) if into else (ends[:, 0], ends[:, 1])
    largest = max(tie.share for tie in shown)
    corners = _wkb(curved(points, origin, destination, steps=_STEPS))
    return [
        Line(flows.codes[o], flows.codes[d], tie.flow, tie.share, tie.share / largest, line, not into)
        for tie, o, d, line in zip(shown, origin.tolist(), destination.tolist(), corners)
    ]


def _wkb(vertices: np.ndarray) -> list[bytes]:
    """Lines of equally many vertices, float64 (L, V, 2), as well-known binary."""
    import struct

    import numpy as np

    head = struct.pack("<BII", 1, 2, vertices.shape[1])
    return [head + line.tobytes() for line in np.ascontiguousarray(vertices, dtype="<f8")]


def division_fills(
    flows: Flows,
    division: Division,
    colours: Mapping[int, str],
    names: Mapping[str, str],
    second: Division | None = None,
) -> dict[str, Fill]:
    """Each zone in the colour of its region; striped in that of its region in the `second` where that is another.

    `colours` are by the position of the centre.
    """
    fills = {}
    for i, code in enumerate(flows.codes):
        one, other = _centre(division, i), _centre(second, i) if second is not None else None
        if one is None and other is None:
            continue
        region, region2 = (names.get(flows.codes[c], flows.codes[c]) if c is not None else "" for c in (one, other))
        striped = other is not None and other != one
        fills[code] = Fill(
            region,
            colours[one] if one is not None else "",
            1.0,
            region2 if striped else "",
            colours[other] if striped and other is not None else "",
            0.5 if striped else 0.0,
            one == i,
        )
    return fills


def soft_fills(
    flows: Flows, shares: Shares, colours: Mapping[int, str], names: Mapping[str, str], least: float
) -> dict[str, Fill]:
    """Each zone in the colour of the centre it most often is with, fainter the less often; striped in the next."""
    fills = {}
    for i, code in enumerate(flows.codes):
        ranked = shares.ranked(i, least)
        if not ranked:
            continue
        (first, often), *rest = ranked
        second, often2 = rest[0] if rest else (first, 0.0)
        fills[code] = Fill(
            names.get(flows.codes[first], flows.codes[first]),
            colours[first],
            min(1.0, often + often2),
            names.get(flows.codes[second], flows.codes[second]) if rest else "",
            colours[second] if rest else "",
            often2 / (often + often2),
            first == i,
        )
    return fills


def _centre(division: Division, zone: int) -> int | None:
    label = int(division.labels[zone])
    return int(division.centres[label]) if label >= 0 else None


def small_shapes(zones: Zones) -> tuple[ZoneShape, ...]:
    """The zones as small maps draw them."""
    extents = [one.boundingBox() for one in zones.geometries if not one.isEmpty()]
    if not extents:
        return ()
    width = max(box.xMaximum() for box in extents) - min(box.xMinimum() for box in extents)
    shapes = []
    for geometry, (x, y) in zip(zones.geometries, zones.places().tolist()):
        rings: list[tuple[tuple[float, float], ...]] = []
        if zones.are_areas:
            simple = geometry.simplify(width * _SIMPLE)
            parts = simple.asMultiPolygon() if simple.isMultipart() else [simple.asPolygon()]
            rings = [tuple((at.x(), at.y()) for at in ring) for part in parts for ring in part if len(ring) > 2]
        shapes.append(ZoneShape(tuple(rings), x, y))
    return tuple(shapes)
