# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines of flows as vertices: curved, so that there and back lie beside each other, or straight."""

from __future__ import annotations

import numpy as np

BEND = 0.15  # of the distance: enough to tell two lines apart, not so much that a line leads past other zones
STEPS = 16  # parts of a curve; more cannot be seen at the scale of a screen


def curved(
    points: np.ndarray, origin: np.ndarray, destination: np.ndarray, bend: float = BEND, steps: int = STEPS
) -> np.ndarray:
    """Vertices float64 (L, steps + 1, 2) of L curves between `points` (float64 (N, 2), x to the right and y up).

    A quadratic Bezier curve from origin to destination (int64 (L,), positions in `points`), whose middle lies `bend`
    times the distance to the right of the straight line, seen in the direction of the flow (below zero: to the left).
    So traffic keeps right: there and back never cover each other, and the side of the bend tells the direction.
    Between two zones at one place every vertex is that place; where a zone has no place (NaN) so have the vertices.
    Raises ValueError for fewer than one step.
    """
    if steps < 1:
        raise ValueError("a curve has one step or more")
    start, end = points[origin], points[destination]
    along = end - start
    right = np.stack((along[:, 1], -along[:, 0]), axis=1)
    # The middle of the curve lies half way between the straight line and the control point.
    control = (start + end) / 2 + 2 * bend * right
    t = np.linspace(0.0, 1.0, steps + 1)[None, :, None]
    return (1 - t) ** 2 * start[:, None] + 2 * t * (1 - t) * control[:, None] + t**2 * end[:, None]


def straight(points: np.ndarray, origin: np.ndarray, destination: np.ndarray) -> np.ndarray:
    """Vertices float64 (L, 2, 2) of straight lines from origin to destination, for flows that are net."""
    return np.stack((points[origin], points[destination]), axis=1)
